"""Compiles a program that `rhumb shard --emit` wrote with XLA, runs it, and checks both.

    python Examples/verify_sharding.py step.mlir sharded.mlir [compiled.txt]

`step.mlir` is the program as JAX exported it. The sharded program is compiled for as many virtual CPU
devices as its mesh has and run on random inputs; its outputs must equal those of one device, or it ends
with 3. The compiled module goes to `compiled.txt`, and `rhumb shard sharded.mlir --compiled compiled.txt` then compares the
collectives in it with the predicted ones. Needs jax and jaxlib (tested with 0.10.2), nothing of the model.
"""

import os
import re
import sys

ORIGINAL, SHARDED = sys.argv[1:3]
COMPILED = sys.argv[3] if len(sys.argv) > 3 else None
MESH = re.search(r"sdy\.mesh @mesh = <\[(.*?)\]>", open(SHARDED).read()).group(1)
AXES = [(name, int(size)) for name, size in re.findall(r'"(\w+)"=(\d+)', MESH)]
DEVICES = 1
for _, size in AXES:
    DEVICES *= size
os.environ["XLA_FLAGS"] = f"--xla_force_host_platform_device_count={DEVICES}"
os.environ["JAX_PLATFORMS"] = "cpu"

import jax  # noqa: E402
import numpy as np  # noqa: E402
from jax._src import compiler, xla_bridge  # noqa: E402
from jax._src.interpreters import mlir  # noqa: E402
from jax._src.lib import xla_client  # noqa: E402
from jax._src.lib.mlir import ir  # noqa: E402
from jax.sharding import Mesh, NamedSharding, PartitionSpec  # noqa: E402

BACKEND = xla_bridge.get_backend("cpu")


def load(path, partitions):
    """Compiles a program for so many devices."""
    with mlir.make_ir_context():
        module = ir.Module.parse(open(path).read())
        options = xla_client.CompileOptions()
        options.num_replicas, options.num_partitions = 1, partitions
        devices = np.arange(partitions).reshape(1, partitions)
        options.device_assignment = xla_client.DeviceAssignment.create(devices)
        build = options.executable_build_options
        build.num_replicas, build.num_partitions = 1, partitions
        build.use_spmd_partitioning = build.use_shardy_partitioner = partitions > 1
        build.allow_spmd_sharding_propagation_to_output = [True]
        chosen = xla_client.DeviceList(tuple(BACKEND.devices()[:partitions]))
        return compiler.backend_compile_and_load(BACKEND, module, chosen, options, [])


def signature(text):
    """Of main's arguments and of its results: shape, element type and sharding."""
    line = re.search(r"func\.func public @main\((.*?)\) -> \((.*?)\) \{\n", text, re.S)
    return [list(tensors(part)) for part in line.groups()]


def tensors(text):
    for part in text.split("tensor<")[1:]:
        *shape, element = part[: part.index(">")].split("x")
        spec = re.search(r"#sdy\.sharding<@mesh, \[(.*?)\]>", part)
        dimensions = re.findall(r"\{(.*?)\}", spec.group(1)) if spec else []
        names = [tuple(re.findall(r'"(\w+)"', dimension)) or None for dimension in dimensions]
        yield [int(size) for size in shape], element, PartitionSpec(*names)


def values(shape, element, random):
    if element.startswith(("i", "ui")):
        return random.integers(0, 2, shape).astype({"i1": bool, "i32": np.int32}.get(element, element))
    # Not below zero, as optimizers take roots of some of their states.
    return (np.abs(random.standard_normal(shape)) * 0.05).astype({"f32": np.float32}.get(element, element))


def main():
    random = np.random.default_rng(0)
    known, results = signature(open(SHARDED).read())
    arrays = [values(shape, element, random) for shape, element, _ in known]
    one = load(ORIGINAL, 1)
    whole = [jax.device_put(array, jax.devices()[0]) for array in arrays]
    expected = one.execute_sharded(whole).disassemble_into_single_device_arrays()

    many = load(SHARDED, DEVICES)
    devices = np.array(jax.devices()[:DEVICES]).reshape([size for _, size in AXES])
    mesh = Mesh(devices, tuple(name for name, _ in AXES))
    split = [jax.device_put(a, NamedSharding(mesh, spec)) for a, (_, _, spec) in zip(arrays, known)]
    found = many.execute_sharded(split).disassemble_into_single_device_arrays()
    worst = 0.0
    for parts, (reference,), (_, _, spec) in zip(found, expected, results):
        reference = np.asarray(reference)
        places = NamedSharding(mesh, spec).devices_indices_map(reference.shape)
        for part, device in zip(parts, jax.devices()[:DEVICES]):
            want = reference[places[device]]
            scale = max(float(np.max(np.abs(want), initial=0)), 1e-6)
            gap = float(np.max(np.abs(np.asarray(part) - want), initial=0)) / scale
            # What is no number is no equal number.
            worst = max(worst, gap if gap == gap else float("inf"))
    if COMPILED:
        with open(COMPILED, "w") as file:
            file.write(many.hlo_modules()[0].to_string())
    print(f"{len(found)} outputs on {DEVICES} devices; largest relative difference {worst:.1e}")
    return 0 if worst < 5e-3 else 3


if __name__ == "__main__":
    sys.exit(main())
