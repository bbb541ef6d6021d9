"""What SequencePlanner.step costs for 512 sequences: median, 95th percentile and most, in ms of CPU.

    python Python/examples/step_latency.py Examples/sequences/*-192k-512.json
"""

import json
import random
import sys
import time

import rhumb

JOBS = [
    ("gpt-7.5b", "dgx-a100:8", 3), ("llama-3-8b", "dgx-h100:8", 3), ("gpt-39.1b", "dgx-a100:8", 3),
    ("llama-3-70b", "dgx-h100:8", 3), ("llama-2-13b", "dgx-a100:8", 1),
    ("gpt-3.6b", "hybrid-ib-roce", 3), ("mixtral-8x7b", "dgx-h100:8", 3),
]


def summary(times):
    times = sorted(times)
    return "median %.0f, p95 %.0f, most %.0f ms" % (
        times[len(times) // 2], times[int(len(times) * 0.95)], times[-1])


def main(paths):
    batches = []
    for path in paths:
        with open(path) as file:
            drawn = json.load(file)["batches"]
        everything = [length for batch in drawn for length in batch]
        number = random.Random(1)
        batches += drawn + [number.sample(everything, 512) for _ in range(8)]
    all_times = []
    for model, cluster, stage in JOBS:
        planner = rhumb.SequencePlanner(model=model, cluster=cluster, zero_stage=stage)
        times = []
        for batch in batches:
            lengths = [min(length, planner.longest_sequence) for length in batch]
            start = time.thread_time()
            planner.step(lengths)
            times.append((time.thread_time() - start) * 1e3)
        print(f"{model} on {cluster}: {summary(times)}")
        all_times += times
    print(f"{len(all_times)} batches: {summary(all_times)}")


if __name__ == "__main__":
    main(sys.argv[1:] or sys.exit(__doc__))
