"""A JAX program whose batch and weights are split as a plan says, on eight devices of a CPU."""

import os

os.environ.setdefault("XLA_FLAGS", "--xla_force_host_platform_device_count=8")

import jax
import jax.numpy as jnp

import rhumb
import rhumb.jax


def loss(weights, tokens):
    hidden = weights["embedding"][tokens] @ weights["column"]
    return jnp.mean(jax.nn.relu(hidden) @ weights["row"])


def main():
    plan = rhumb.estimate(
        model="gpt2-small", cluster="dgx-h100:1", global_batch_size=64, sequence_length=1024,
        fix={"tp": 2, "zero": 1},
    )
    sharding = rhumb.jax.Sharding(plan)
    shapes = {"embedding": (1024, 64), "column": (64, 256), "row": (256, 64)}
    kinds = {"embedding": "vocabulary", "column": "column", "row": "row"}
    weights = {
        name: jax.device_put(jnp.ones(shape), sharding.on(sharding.parameters[kinds[name]]))
        for name, shape in shapes.items()
    }
    step = rhumb.jax.apply(plan, loss)
    tokens = jnp.zeros((64, 128), dtype=jnp.int32)
    split, alone = float(step(weights, tokens)), float(loss(weights, tokens))
    if split != alone:
        raise SystemExit(f"{split} when split, {alone} on one device")
    print(plan.strategy, dict(sharding.mesh.shape), split)


if __name__ == "__main__":
    main()
