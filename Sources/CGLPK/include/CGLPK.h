#ifndef CGLPK_H
#define CGLPK_H

#include <stdint.h>

// One synchronous call to the GNU Linear Programming Kit.
//
// The header names no GLPK type, so nothing of the library reaches Swift. A problem is given whole,
// as plain arrays; it is built, solved, read out and freed inside `cglpk_solve`, on one thread.
// Indices count from zero. An infinite bound is an infinite `double`.

typedef struct {
  int32_t row_count;
  int32_t column_count;
  int32_t entry_count;
  int32_t maximizes;
  int32_t has_integers;
  // Whether a basis to start from is given.
  int32_t has_basis;
  // Simplex iterations of a linear program, and of the root of an integer program.
  int32_t iteration_limit;
  // Nodes that branch and bound may open.
  int32_t node_limit;
  double relative_gap;
  int32_t presolves;
  int32_t uses_cuts;
  // 0 primal simplex, 1 dual simplex with the primal as a fallback.
  int32_t uses_dual_simplex;
} cglpk_task;

enum { CGLPK_BASIC = 0, CGLPK_AT_LOWER = 1, CGLPK_AT_UPPER = 2, CGLPK_FREE = 3, CGLPK_FIXED = 4 };

enum {
  CGLPK_OPTIMAL = 0,
  CGLPK_FEASIBLE = 1,
  CGLPK_INFEASIBLE = 2,
  CGLPK_UNBOUNDED = 3,
  CGLPK_STOPPED = 4,
  // The library met a fatal error or could not start; `message` says why.
  CGLPK_FAILED = 5,
};

typedef struct {
  int32_t status;
  double objective;
  // The best bound that branch and bound proved; the objective itself for an optimal program.
  double bound;
  int32_t iterations;
  int32_t nodes;
  char message[512];
} cglpk_result;

// Solves one program. `is_integer` holds one byte per column and is read if `has_integers`;
// `start` holds one of CGLPK_BASIC ... per row, then per column, and is read if `has_basis`.
//
// The last five arrays take the answer: `column_values` and `row_values` always; `row_duals`,
// `reduced_costs` and `basis` (rows, then columns) for a program without integers. They are left
// alone unless the status is CGLPK_OPTIMAL or CGLPK_FEASIBLE.
void cglpk_solve(
  const cglpk_task *task, const int32_t *entry_rows, const int32_t *entry_columns,
  const double *entry_values, const double *row_lower, const double *row_upper,
  const double *column_lower, const double *column_upper, const double *costs,
  const uint8_t *is_integer, const uint8_t *start, cglpk_result *result, double *column_values,
  double *row_values, double *row_duals, double *reduced_costs, uint8_t *basis);

// The version of the library, as text.
const char *cglpk_version(void);

#endif
