"""A plan on the devices of a JAX program."""

from __future__ import annotations

from typing import Any, Callable

from .plans import Plan


class Sharding:
    """The mesh of a plan and the specs of what is split over it."""

    def __init__(self, plan: Plan, devices: Any = None):
        names: dict[str, Any] = {}
        # The text is the library's own, made of numbers and fixed words.
        exec(compile(plan.export("jax").content, "rhumb_jax.py", "exec"), names)
        self.mesh = names["mesh"](devices)
        self.tokens = names["TOKENS"]
        self.activations = names["ACTIVATIONS"]
        #: By kind of weight: "column", "row", "vocabulary", "norm".
        self.parameters = names["PARAMETERS"]
        self.optimizer_states = names["OPTIMIZER_STATES"]
        self.microbatches: int = names["MICROBATCHES"]

    def on(self, spec: Any) -> Any:
        """A spec as a sharding on the mesh."""
        from jax.sharding import NamedSharding

        return NamedSharding(self.mesh, spec)


def apply(plan: Plan, function: Callable[..., Any], devices: Any = None) -> Callable[..., Any]:
    """`function(parameters, tokens)` compiled so that tokens are split as the plan says.

    Parameters keep the sharding that they have: put them on the mesh by `Sharding.on`.
    """
    import jax

    sharding = Sharding(plan, devices)
    return jax.jit(function, in_shardings=(None, sharding.on(sharding.tokens)))
