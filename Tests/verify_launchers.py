"""Reads exported plans with the frameworks' own readers; see verify-launchers.sh."""

import importlib.metadata
import json
import logging
import os
import pathlib
import subprocess
import sys
import types
import unittest.mock

from torch.distributed.pipelining import schedules

logging.disable(logging.INFO)


class DataParallelRanks:
    """What DeepSpeed asks its caller about data parallelism."""

    def __init__(self, ranks):
        self.ranks = ranks

    def get_data_parallel_world_size(self):
        return self.ranks


def deepspeed_verdict(directory, strategy):
    from deepspeed.runtime import config as reader

    # No processes run here: only the reader's questions about them are answered.
    reader.dist = types.SimpleNamespace(get_rank=lambda: 0)
    # Context-parallel ranks share samples, so they count once.
    ranks = DataParallelRanks(strategy["data_parallel_size"])
    config = reader.DeepSpeedConfig(str(directory / "deepspeed.json"), mpu=ranks)
    written = json.loads((directory / "deepspeed.json").read_text())
    assert config.train_batch_size == written["train_batch_size"]
    assert config.gradient_accumulation_steps == written["gradient_accumulation_steps"]
    assert config.zero_optimization_stage == written["zero_optimization"]["stage"]
    return "accepted"


def pipeline_verdict(directory, strategy):
    """Loads the schedule, adds transfers to it and simulates it, all by PyTorch's runtime."""
    path = directory / "pipeline.csv"
    if not path.exists():
        return "none"
    stages = strategy["pipeline_parallel_size"]
    chunks = stages * strategy["virtual_pipeline_size"]
    # The runtime with its own defaults, but without stages, whose modules would need devices.
    with unittest.mock.patch.object(schedules.PipelineScheduleMulti, "__init__", lambda self: None):
        runtime = schedules._PipelineScheduleRuntime()
    runtime.pp_group_size = stages
    runtime._num_stages = chunks
    written = json.loads((directory / "plan-1.json").read_text())["job"]["global_batch_size"]
    runtime._n_microbatches = written // (
        strategy["data_parallel_size"] * strategy["micro_batch_size"]
    )
    runtime._stages = []
    runtime.pipeline_order = {}
    runtime._load_csv(str(path))
    ranks = runtime.stage_index_to_group_rank
    # The simulation knows no sharded parameters, which the runtime's own order gathers.
    passes = {
        rank: [action for action in row if action is not None]
        for rank, row in runtime.pipeline_order.items()
    }
    with_transfers = schedules._add_send_recv(passes, lambda stage: ranks[stage], chunks)
    steps = schedules._simulate_comms_compute(
        with_transfers, lambda stage: ranks[stage], chunks
    )
    actions = sum(len(row) for row in with_transfers.values())
    return f"accepted; {actions} actions with transfers ran in {len(steps[0])} steps"


JAX_PROGRAM = """
import jax, rhumb_jax as plan
from jax.sharding import NamedSharding
mesh = plan.mesh()
specs = [plan.TOKENS, plan.ACTIVATIONS]
for kinds in (plan.PARAMETERS, plan.GRADIENTS, plan.OPTIMIZER_STATES):
    specs += kinds.values()
for spec in specs:
    NamedSharding(mesh, spec)
tokens = jax.device_put(
    jax.numpy.zeros((mesh.size * 2, mesh.size * 2), "int32"), NamedSharding(mesh, plan.TOKENS))
print(f"accepted; {len(specs)} specs on {mesh.size} devices, tokens in parts of "
      f"{'x'.join(str(n) for n in tokens.addressable_shards[0].data.shape)}")
"""


def jax_verdict(directory, strategy):
    """Makes the mesh of as many devices of the CPU, and a sharding of every spec."""
    module = (directory / "rhumb_jax.py").read_text()
    names = {}
    exec("import math\n" + module[module.index("SHAPE = ") :].splitlines()[0], names)
    count = names["math"].prod(names["SHAPE"])
    flags = f"--xla_force_host_platform_device_count={count}"
    result = subprocess.run(
        [sys.executable, "-c", JAX_PROGRAM],
        cwd=directory,
        env={**os.environ, "XLA_FLAGS": flags, "JAX_PLATFORMS": "cpu"},
        capture_output=True,
        text=True,
    )
    if result.returncode != 0:
        raise RuntimeError(result.stderr.strip().splitlines()[-1])
    return result.stdout.strip()


def main(work):
    versions = ", ".join(
        f"{name} {importlib.metadata.version(name)}" for name in ("deepspeed", "torch", "jax")
    )
    print("# What the frameworks' own readers say of exported plans\n")
    print("`make verify-launchers` writes this page.\n")
    print(f"Read by {versions}, Python {sys.version.split()[0]}.\n")
    print("| job, what was fixed | plan | DeepSpeed's configuration | PyTorch's schedule | JAX's mesh |")
    print("| --- | --- | --- | --- | --- |")
    failed = False
    directories = sorted(
        (path for path in pathlib.Path(work).iterdir() if (path / "title").exists()),
        key=lambda path: int(path.name),
    )
    for directory in directories:
        strategy = json.loads((directory / "plan-1.json").read_text())["strategy"]
        cells = []
        for verdict in (deepspeed_verdict, pipeline_verdict, jax_verdict):
            try:
                cells.append(verdict(directory, strategy))
            except Exception as error:  # whatever a reader raises is its verdict
                failed = True
                text = " ".join(f"{type(error).__name__}: {error}".split())
                cells.append(f"refused: {text[:200]}")
        title = (directory / "title").read_text().strip()
        print("| " + " | ".join([title, strategy["label"], *cells]) + " |")
    return 1 if failed or not directories else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
