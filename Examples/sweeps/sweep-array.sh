#!/bin/sh
# A sweep as a Slurm array: each task plans one shard, and goes on where it was stopped when it is
# requeued. The last line, run once the array is done, makes the report.
#
#   sbatch Examples/sweeps/sweep-array.sh
#   rhumb sweep Examples/sweeps/scaling.yaml --merge results-*.jsonl
#SBATCH --job-name=rhumb-sweep
#SBATCH --array=1-4
#SBATCH --cpus-per-task=1
#SBATCH --requeue
set -eu

shard=${SLURM_ARRAY_TASK_ID:-1}
shards=${SLURM_ARRAY_TASK_COUNT:-1}
exec rhumb sweep "${SWEEP:-Examples/sweeps/scaling.yaml}" \
  --shard "$shard/$shards" --results "results-$shard.jsonl"
