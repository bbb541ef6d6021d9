"""A sweep whose shards run wherever an executor puts them.

Anything with `map` will do: concurrent.futures here, `dask.distributed.Client().get_executor()`, or
`ray.util.multiprocessing.Pool()`. Each shard is one process with a result file of its own; a shard that
was stopped goes on where it was when it is run again.

    python sweep_shards.py Examples/sweeps/scaling.yaml 4
"""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor


def plan_shard(task):
    """Plans one shard; returns the file with its points."""
    sweep, shard, shards = task
    results = f"results-{shard}-of-{shards}.jsonl"
    subprocess.run(
        ["rhumb", "sweep", sweep, "--shard", f"{shard}/{shards}", "--results", results],
        check=True,
    )
    return results


def run(sweep, shards, executor):
    """The whole sweep's report, as text."""
    tasks = [(sweep, shard, shards) for shard in range(1, shards + 1)]
    files = list(executor.map(plan_shard, tasks))
    merged = subprocess.run(
        ["rhumb", "sweep", sweep, "--merge", *files], check=True, stdout=subprocess.PIPE, text=True
    )
    return merged.stdout


if __name__ == "__main__":
    sweep, shards = sys.argv[1], int(sys.argv[2])
    # Threads are enough: the work is done by the processes that they wait for.
    with ThreadPoolExecutor(max_workers=shards) as executor:
        print(run(sweep, shards, executor), end="")
