#include "CGLPK.h"

#include <math.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

#if __has_include(<glpk.h>)
#include <glpk.h>
#else
#error "GLPK headers not found. Debian/Ubuntu: sudo apt-get install libglpk-dev | Fedora: glpk-devel | macOS: brew install glpk"
#endif

// The arguments of one call, together.
typedef struct {
  const cglpk_task *task;
  const int32_t *entry_rows, *entry_columns;
  const double *entry_values;
  const double *row_lower, *row_upper, *column_lower, *column_upper, *costs;
  const uint8_t *is_integer, *start;
  cglpk_result *result;
  double *column_values, *row_values, *row_duals, *reduced_costs;
  uint8_t *basis;
} call;

// What must survive a jump out of the library. It lives in the caller of the function that calls
// `setjmp`, because C leaves a function's own changed variables undefined after the jump.
typedef struct {
  jmp_buf escape;
  char *message;
  size_t capacity;
  size_t length;
  int32_t nodes;
  int32_t node_limit;
  int32_t reached_limit;
  double bound;
  double *values;
  int *indices;
} session;

static void on_fatal_error(void *info) {
  longjmp(((session *)info)->escape, 1);
}

// Keeps the library's words instead of printing them. The last ones win, since they name the error.
static int on_output(void *info, const char *text) {
  session *s = info;
  size_t length = strlen(text);
  if (s->length + length >= s->capacity) s->length = 0;
  if (length >= s->capacity) length = s->capacity - 1;
  memcpy(s->message + s->length, text, length);
  s->length += length;
  s->message[s->length] = 0;
  return 1;
}

static void on_branch_and_bound(glp_tree *tree, void *info) {
  session *s = info;
  int node = glp_ios_best_node(tree);
  if (node != 0) s->bound = glp_ios_node_bound(tree, node);
  // Every node is preprocessed once; selection would miss those reached by diving straight down.
  if (glp_ios_reason(tree) == GLP_IPREPRO) {
    if (s->nodes >= s->node_limit) {
      s->reached_limit = 1;
      glp_ios_terminate(tree);
    } else {
      s->nodes += 1;
    }
  }
}

static int bound_kind(double lower, double upper) {
  if (isinf(lower)) return isinf(upper) ? GLP_FR : GLP_UP;
  if (isinf(upper)) return GLP_LO;
  return lower == upper ? GLP_FX : GLP_DB;
}

static glp_prob *build(const call *c, session *s) {
  const cglpk_task *t = c->task;
  glp_prob *lp = glp_create_prob();
  glp_set_obj_dir(lp, t->maximizes ? GLP_MAX : GLP_MIN);
  if (t->row_count > 0) glp_add_rows(lp, t->row_count);
  if (t->column_count > 0) glp_add_cols(lp, t->column_count);
  for (int32_t i = 0; i < t->row_count; i++) {
    double lower = c->row_lower[i], upper = c->row_upper[i];
    glp_set_row_bnds(lp, i + 1, bound_kind(lower, upper), lower, upper);
  }
  for (int32_t j = 0; j < t->column_count; j++) {
    double lower = c->column_lower[j], upper = c->column_upper[j];
    glp_set_col_bnds(lp, j + 1, bound_kind(lower, upper), lower, upper);
    glp_set_obj_coef(lp, j + 1, c->costs[j]);
    if (t->has_integers && c->is_integer[j]) glp_set_col_kind(lp, j + 1, GLP_IV);
  }
  // The library counts from one and ignores the element at zero.
  size_t count = (size_t)t->entry_count + 1;
  s->indices = malloc(2 * count * sizeof *s->indices);
  s->values = malloc(count * sizeof *s->values);
  if (s->indices == NULL || s->values == NULL) return lp;
  int *rows = s->indices, *columns = s->indices + count;
  for (int32_t e = 0; e < t->entry_count; e++) {
    rows[e + 1] = c->entry_rows[e] + 1;
    columns[e + 1] = c->entry_columns[e] + 1;
    s->values[e + 1] = c->entry_values[e];
  }
  glp_load_matrix(lp, t->entry_count, rows, columns, s->values);
  return lp;
}

// A singular basis is only a poor start, never an error.
static void start_from(glp_prob *lp, const cglpk_task *t, const uint8_t *start) {
  static const int status[] = {GLP_BS, GLP_NL, GLP_NU, GLP_NF, GLP_NS};
  for (int32_t i = 0; i < t->row_count; i++) glp_set_row_stat(lp, i + 1, status[start[i]]);
  for (int32_t j = 0; j < t->column_count; j++)
    glp_set_col_stat(lp, j + 1, status[start[t->row_count + j]]);
  if (glp_factorize(lp) != 0) glp_std_basis(lp);
}

static uint8_t basis_status(int status) {
  switch (status) {
    case GLP_BS: return CGLPK_BASIC;
    case GLP_NL: return CGLPK_AT_LOWER;
    case GLP_NU: return CGLPK_AT_UPPER;
    case GLP_NF: return CGLPK_FREE;
    default: return CGLPK_FIXED;
  }
}

static int32_t simplex_status(int code, int status) {
  if (code == GLP_ENOPFS) return CGLPK_INFEASIBLE;
  if (code == GLP_ENODFS) return CGLPK_UNBOUNDED;
  if (code != 0 && code != GLP_EITLIM) return CGLPK_FAILED;
  switch (status) {
    case GLP_OPT: return CGLPK_OPTIMAL;
    case GLP_FEAS: return CGLPK_FEASIBLE;
    case GLP_NOFEAS: return CGLPK_INFEASIBLE;
    case GLP_UNBND: return CGLPK_UNBOUNDED;
    default: return CGLPK_STOPPED;
  }
}

static int run_simplex(glp_prob *lp, const cglpk_task *t, int presolves) {
  glp_smcp parameters;
  glp_init_smcp(&parameters);
  parameters.msg_lev = GLP_MSG_ERR;
  parameters.it_lim = t->iteration_limit;
  parameters.meth = t->uses_dual_simplex ? GLP_DUALP : GLP_PRIMAL;
  parameters.presolve = presolves ? GLP_ON : GLP_OFF;
  int code = glp_simplex(lp, &parameters);
  if (code == GLP_EBADB || code == GLP_ESING || code == GLP_ECOND || code == GLP_EFAIL) {
    // An ill-conditioned start is retried once from the library's own advanced basis.
    glp_adv_basis(lp, 0);
    code = glp_simplex(lp, &parameters);
  }
  return code;
}

static void solve_linear(glp_prob *lp, const call *c) {
  const cglpk_task *t = c->task;
  cglpk_result *r = c->result;
  if (t->has_basis) start_from(lp, t, c->start);
  int code = run_simplex(lp, t, t->presolves);
  r->iterations = glp_get_it_cnt(lp);
  r->status = simplex_status(code, glp_get_status(lp));
  if (r->status != CGLPK_OPTIMAL && r->status != CGLPK_FEASIBLE) return;
  r->objective = glp_get_obj_val(lp);
  r->bound = r->status == CGLPK_OPTIMAL ? r->objective : (t->maximizes ? INFINITY : -INFINITY);
  for (int32_t i = 0; i < t->row_count; i++) {
    c->row_values[i] = glp_get_row_prim(lp, i + 1);
    c->row_duals[i] = glp_get_row_dual(lp, i + 1);
    c->basis[i] = basis_status(glp_get_row_stat(lp, i + 1));
  }
  for (int32_t j = 0; j < t->column_count; j++) {
    c->column_values[j] = glp_get_col_prim(lp, j + 1);
    c->reduced_costs[j] = glp_get_col_dual(lp, j + 1);
    c->basis[t->row_count + j] = basis_status(glp_get_col_stat(lp, j + 1));
  }
}

// The root relaxation is solved first, so that an infeasible or unbounded program is told apart
// before branch and bound starts, which reports both alike.
static void solve_integer(glp_prob *lp, const call *c, session *s) {
  const cglpk_task *t = c->task;
  cglpk_result *r = c->result;
  int code = run_simplex(lp, t, 0);
  r->iterations = glp_get_it_cnt(lp);
  r->status = simplex_status(code, glp_get_status(lp));
  if (r->status == CGLPK_FEASIBLE) r->status = CGLPK_STOPPED;
  if (r->status != CGLPK_OPTIMAL) return;
  s->bound = glp_get_obj_val(lp);

  glp_iocp parameters;
  glp_init_iocp(&parameters);
  parameters.msg_lev = GLP_MSG_ERR;
  parameters.presolve = t->presolves ? GLP_ON : GLP_OFF;
  parameters.mip_gap = t->relative_gap;
  int cuts = t->uses_cuts ? GLP_ON : GLP_OFF;
  parameters.gmi_cuts = cuts;
  parameters.mir_cuts = cuts;
  parameters.cov_cuts = cuts;
  parameters.clq_cuts = cuts;
  parameters.cb_func = on_branch_and_bound;
  parameters.cb_info = s;
  code = glp_intopt(lp, &parameters);
  r->nodes = s->nodes;
  r->bound = s->bound;
  int status = glp_mip_status(lp);
  int stopped = code == GLP_ESTOP || s->reached_limit;
  if (code == GLP_ENOPFS || (code == 0 && status == GLP_NOFEAS)) {
    r->status = CGLPK_INFEASIBLE;
  } else if (code == GLP_ENODFS) {
    r->status = CGLPK_UNBOUNDED;
  } else if (code != 0 && code != GLP_EMIPGAP && !stopped) {
    r->status = CGLPK_FAILED;
  } else if (status != GLP_OPT && status != GLP_FEAS) {
    r->status = CGLPK_STOPPED;
  } else {
    r->status = stopped ? CGLPK_FEASIBLE : CGLPK_OPTIMAL;
    r->objective = glp_mip_obj_val(lp);
    if (!stopped && code != GLP_EMIPGAP) r->bound = r->objective;
    for (int32_t i = 0; i < t->row_count; i++) c->row_values[i] = glp_mip_row_val(lp, i + 1);
    for (int32_t j = 0; j < t->column_count; j++)
      c->column_values[j] = glp_mip_col_val(lp, j + 1);
  }
}

static void solve_guarded(const call *c, session *s) {
  if (setjmp(s->escape) != 0) {
    // The library's state is undefined now: drop its environment, and every problem with it.
    glp_error_hook(NULL, NULL);
    glp_term_hook(NULL, NULL);
    glp_free_env();
    c->result->status = CGLPK_FAILED;
    return;
  }
  glp_error_hook(on_fatal_error, s);
  glp_term_hook(on_output, s);
  glp_prob *lp = build(c, s);
  if (s->indices == NULL || s->values == NULL) {
    on_output(s, "out of memory");
    c->result->status = CGLPK_FAILED;
  } else if (c->task->has_integers) {
    solve_integer(lp, c, s);
  } else {
    solve_linear(lp, c);
  }
  glp_delete_prob(lp);
  glp_error_hook(NULL, NULL);
  glp_term_hook(NULL, NULL);
  // The environment belongs to the thread and would outlive it.
  glp_free_env();
}

void cglpk_solve(
  const cglpk_task *task, const int32_t *entry_rows, const int32_t *entry_columns,
  const double *entry_values, const double *row_lower, const double *row_upper,
  const double *column_lower, const double *column_upper, const double *costs,
  const uint8_t *is_integer, const uint8_t *start, cglpk_result *result, double *column_values,
  double *row_values, double *row_duals, double *reduced_costs, uint8_t *basis
) {
  memset(result, 0, sizeof *result);
  call c = {
    task, entry_rows, entry_columns, entry_values, row_lower, row_upper, column_lower,
    column_upper, costs, is_integer, start, result, column_values, row_values, row_duals,
    reduced_costs, basis,
  };
  session s = {
    .message = result->message,
    .capacity = sizeof result->message,
    .node_limit = task->node_limit,
  };
  solve_guarded(&c, &s);
  free(s.indices);
  free(s.values);
}

const char *cglpk_version(void) {
  return glp_version();
}
