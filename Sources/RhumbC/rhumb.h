/* Rhumb for other languages: JSON in, JSON out.
 *
 * Every function that takes a request answers an envelope, also for text that is no JSON at all:
 *
 *     {"ok": true, "result": …}
 *     {"ok": false, "error": {"code": …, "message": …, "diagnostics": [{"file", "line", "column", "message"}]}}
 *
 * Codes: "bad_input", "infeasible", "internal". Free what a function answers with rhumb_free. All
 * functions may be called from any thread, several at a time.
 *
 * Docs/Guides/CInterface.md describes requests and results.
 */
#ifndef RHUMB_H
#define RHUMB_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Raised when a function changes its meaning or goes away. */
int32_t rhumb_abi_version(void);

/* Searches strategies; the result is what `rhumb plan --format json` prints (rhumb.plans/1). */
char *rhumb_plan(const char *request);

/* Prices one strategy; the result is a plan (rhumb.plan/1). */
char *rhumb_estimate(const char *request);

/* Runs a plan (rhumb.plan/1) through the simulator; the result is rhumb.simulation/1. */
char *rhumb_simulate(const char *request);

/* Writes a plan (rhumb.plan/1) as "format"; the result has content, file_name and notes. */
char *rhumb_export(const char *request);

/* Splits a tensor program, StableHLO text as "program"; the result is rhumb.sharding/1. */
char *rhumb_shard(const char *request);

/* Predicts the measured runs of "files" (CSV); the result is rhumb.validation/1. */
char *rhumb_validate(const char *request);

/* Opens a planner of sequences; the result has its number as "planner". */
char *rhumb_sequences_open(const char *request);

/* Plans one batch: {"planner": <number>, "lengths": […]}. */
char *rhumb_sequences_plan(const char *request);

/* Forgets a planner of sequences; a number that is none is ignored. */
void rhumb_sequences_close(int64_t planner);

/* A number to pass as "cancellation" in a request, so that another thread can end it early. */
int64_t rhumb_cancellation_open(void);
void rhumb_cancel(int64_t cancellation);
void rhumb_cancellation_close(int64_t cancellation);

void rhumb_free(char *answer);

#ifdef __cplusplus
}
#endif

#endif
