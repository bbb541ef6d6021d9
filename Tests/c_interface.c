/* The C interface from C: seeded requests, most of them damaged, through every function; then four
 * threads, a deadline and a cancellation, and what a small call costs.
 *
 *     c_interface <catalogue> <damaged requests>
 *
 * Ends with 1 where an answer is no envelope or differs between threads. What crashes or leaks is for
 * the caller to see: `make library-check` runs it under valgrind.
 */
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "rhumb.h"
#ifdef RHUMB_GENERATED_HEADER
/* What the compiler makes of the functions: declarations that differ do not compile. */
#include RHUMB_GENERATED_HEADER
#endif

typedef char *(*function)(const char *);

static uint64_t state;

/* SplitMix64 (Steele et al. 2014). */
static uint64_t random_number(void) {
  uint64_t z = (state += 0x9E3779B97F4A7C15u);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return z ^ (z >> 31);
}

static size_t below(size_t limit) { return random_number() % limit; }

/* Takes bytes out, puts bytes in, replaces a value, or cuts the rest off. */
static void damage(char *text, size_t capacity) {
  static const char *const pieces[] = {
      "{", "}", "[", "]", "\"", ":", ",", "\\", "\\u12", "\n", "\t", "&a", "*a", "!", "|", "%", "@",
      "\xff", "0", "-1", "1e99", "null", "[]", "{}", "9223372036854775808", "NaN", "true", "- "};
  size_t length = strlen(text), at = length ? below(length) : 0;
  const char *piece = pieces[below(sizeof pieces / sizeof *pieces)];
  size_t size = strlen(piece);
  switch (below(4)) {
  case 0: {
    size_t end = at + 1 + below(20);
    if (end > length) end = length;
    memmove(text + at, text + end, length - end + 1);
    break;
  }
  case 1:
    if (length + size + 1 < capacity) {
      memmove(text + at + size, text + at, length - at + 1);
      memcpy(text + at, piece, size);
    }
    break;
  case 2: {
    char *colon = strchr(text + at, ':');
    if (!colon) break;
    char *end = colon + strcspn(colon, ",}");
    if (strlen(text) + size + 1 < capacity) {
      memmove(colon + 1 + size, end, strlen(end) + 1);
      memcpy(colon + 1, piece, size);
    }
    break;
  }
  default: text[at] = 0;
  }
}

/* Whether an answer is an envelope: it says whether it worked, and an error says why. */
static int is_envelope(const char *answer) {
  if (!answer) return 0;
  if (!strncmp(answer, "{\"ok\":true,", 11)) return 1;
  return !strncmp(answer, "{\"ok\":false,", 12) && strstr(answer, "\"message\":\"") &&
         !strstr(answer, "\"internal\"");
}

static double cpu_seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec + now.tv_nsec * 1e-9;
}

static char job[4096];

static void *plan(void *request) { return rhumb_plan(request); }

int main(int count, char **arguments) {
  if (count != 3) return fprintf(stderr, "usage: c_interface <catalogue> <requests>\n"), 64;
  char catalogue[2048];
  snprintf(catalogue, sizeof catalogue, "\"catalog\": \"%s\"", arguments[1]);
  snprintf(job, sizeof job,
           "{\"model\": \"gpt2-small\", \"cluster\": \"dgx-h100:1\", \"global_batch_size\": 16, "
           "\"sequence_length\": 128, \"strategy\": {\"micro_batch_size\": 1}, %s}",
           catalogue);

  char sequences[4096], estimate[4096], program[4096], files[4096], lengths[4096];
  snprintf(sequences, sizeof sequences,
           "{\"model\": \"gpt2-small\", \"cluster\": \"dgx-h100:1\", \"zero_stage\": 0, %s}", catalogue);
  snprintf(estimate, sizeof estimate,
           "{\"model\": \"gpt2-small\", \"cluster\": \"dgx-h100:1\", \"global_batch_size\": 16, "
           "\"sequence_length\": 128, \"fix\": \"mbs=2\", %s}",
           catalogue);
  snprintf(program, sizeof program,
           "{\"program\": \"module {\\nfunc.func @main(%%arg0: tensor<8x8xf32>, %%arg1: tensor<8x8xf32>) -> "
           "tensor<8x8xf32> {\\n  %%0 = stablehlo.dot_general %%arg0, %%arg1, contracting_dims = [1] x "
           "[0] : (tensor<8x8xf32>, tensor<8x8xf32>) -> tensor<8x8xf32>\\n  return %%0 : "
           "tensor<8x8xf32>\\n}\\n}\\n\", \"cluster\": \"dgx-h100:1\", \"mesh\": \"data=8\", %s}",
           catalogue);
  snprintf(files, sizeof files, "{\"files\": [\"/nowhere.csv\"], \"tier\": \"all\", %s}", catalogue);

  /* A plan to simulate and export: what an estimate answers, with a format beside it. */
  char *priced = rhumb_estimate(estimate);
  const char *result = priced ? strstr(priced, "\"result\":{") : NULL;
  if (!result) return fprintf(stderr, "no estimate: %s\n", priced ? priced : ""), 1;
  size_t size = strlen(result);
  char *stored = malloc(size + 4096);
  snprintf(stored, size + 4096, "{\"format\": \"megatron\", %s, %s", catalogue, result + 10);
  stored[strlen(stored) - 1] = 0; /* the envelope's own brace */
  rhumb_free(priced);
  char *opened = rhumb_sequences_open(sequences);
  const char *number = opened ? strstr(opened, "\"planner\":") : NULL;
  int64_t planner = number ? atoll(number + 10) : 0;
  rhumb_free(opened);
  snprintf(lengths, sizeof lengths, "{\"planner\": %lld, \"lengths\": [128, 64, 512]}",
           (long long)planner);

  struct { const char *name; function call; const char *request; } cases[] = {
      {"plan", rhumb_plan, job},
      {"estimate", rhumb_estimate, estimate},
      {"simulate", rhumb_simulate, stored},
      {"export", rhumb_export, stored},
      {"shard", rhumb_shard, program},
      {"validate", rhumb_validate, files},
      {"sequences_open", rhumb_sequences_open, sequences},
      {"sequences_plan", rhumb_sequences_plan, lengths},
  };
  enum { functions = sizeof cases / sizeof *cases };
  for (size_t i = 0; i < functions; i++) {
    char *answer = cases[i].call(cases[i].request);
    int works = answer && !strncmp(answer, "{\"ok\":true,", 11);
    if (!works && cases[i].call != rhumb_validate)
      return fprintf(stderr, "%s: %s\n", cases[i].name, answer ? answer : "no answer"), 1;
    rhumb_free(answer);
  }

  long total = atol(arguments[2]), accepted = 0;
  size_t capacity = strlen(stored) + 4096;
  char *text = malloc(capacity);
  for (long i = 0; i < total; i++) {
    size_t which = i % functions;
    state = i;
    snprintf(text, capacity, "%s", cases[which].request);
    for (size_t damages = 1 + below(4); damages > 0; damages--) damage(text, capacity);
    char *answer = cases[which].call(text);
    if (!is_envelope(answer)) {
      fprintf(stderr, "%s answers %s\nto %s\n", cases[which].name, answer ? answer : "nothing", text);
      return 1;
    }
    if (answer[6] == 't') {
      accepted += 1;
      const char *place = strstr(answer, "\"planner\":");
      if (cases[which].call == rhumb_sequences_open && place) {
        rhumb_sequences_close(atoll(place + 10));
      }
    }
    rhumb_free(answer);
  }
  printf("%ld damaged requests: %ld refused with a reason, %ld still good\n", total,
         total - accepted, accepted);
  free(text);

  char *alone = rhumb_plan(job);
  pthread_t threads[4];
  int differ = 0;
  for (int i = 0; i < 4; i++) pthread_create(&threads[i], NULL, plan, job);
  for (int i = 0; i < 4; i++) {
    void *answer = NULL;
    pthread_join(threads[i], &answer);
    differ += !answer || !alone || strcmp(answer, alone) != 0;
    rhumb_free(answer);
  }
  rhumb_free(alone);
  printf("four threads: %s\n", differ ? "other answers than one" : "the answers of one");

  int64_t cancellation = rhumb_cancellation_open();
  rhumb_cancel(cancellation);
  char stopped[4096];
  snprintf(stopped, sizeof stopped,
           "{\"model\": \"gpt2-small\", \"cluster\": \"dgx-h100:64\", \"global_batch_size\": 512, "
           "\"sequence_length\": 1024, \"cancellation\": %lld, %s}",
           (long long)cancellation, catalogue);
  char *cancelled = rhumb_plan(stopped);
  int ends = cancelled && strstr(cancelled, "\"interrupted\":true") != NULL;
  printf("a cancelled search: %s\n", ends ? "ends" : "goes on");
  rhumb_free(cancelled);
  rhumb_cancellation_close(cancellation);

  enum { calls = 1000 };
  double start = cpu_seconds();
  for (int i = 0; i < calls; i++) rhumb_free(rhumb_sequences_plan("{\"planner\": 0, \"lengths\": [1]}"));
  printf("a refused call: %.0f microseconds of CPU\n", (cpu_seconds() - start) / calls * 1e6);
  start = cpu_seconds();
  for (int i = 0; i < calls; i++) rhumb_free(rhumb_sequences_plan(lengths));
  printf("a batch of three sequences: %.0f microseconds of CPU\n",
         (cpu_seconds() - start) / calls * 1e6);
  rhumb_sequences_close(planner);
  free(stored);
  return differ || !ends;
}
