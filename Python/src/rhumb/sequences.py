"""Batches of sequences of unequal length: who computes which together."""

from __future__ import annotations

import dataclasses
import weakref
from typing import Sequence

from . import _library


@dataclasses.dataclass(frozen=True)
class Group:
    """Devices that run some sequences together, each holding a share of every sequence."""

    first_device: int
    degree: int
    #: Positions in the batch.
    sequences: tuple[int, ...]
    tokens: int
    time_seconds: float


@dataclasses.dataclass(frozen=True)
class Microbatch:
    """Groups that run side by side."""

    groups: tuple[Group, ...]
    time_seconds: float


@dataclasses.dataclass(frozen=True)
class SequencePlan:
    """Microbatches that run one after the other."""

    microbatches: tuple[Microbatch, ...]
    time_seconds: float
    #: No plan of the batch is faster.
    lower_bound_seconds: float


class SequencePlanner:
    """Plans one batch after another for a model on a cluster; threads may share it.

    planner = rhumb.SequencePlanner(model="gpt-7.5b", cluster="dgx-a100:8", zero_stage=3)
    plan = planner.step([100_000, 8_000, 8_000, 512])
    """

    def __init__(
        self,
        *,
        model: str,
        cluster: str,
        precision: str | None = None,
        zero_stage: int | None = None,
        recomputation: str | None = None,
        memory_headroom: float | None = None,
        effort: str | None = None,
        catalog: str | None = None,
    ):
        request = {
            "catalog": catalog or _library.catalog(),
            "model": model,
            "cluster": cluster,
            "precision": precision,
            "zero_stage": zero_stage,
            "recomputation": recomputation,
            "memory_headroom": memory_headroom,
            "effort": effort,
        }
        answer = _library.call("sequences_open", request)["result"]
        self._number = answer["planner"]
        self._closing = weakref.finalize(self, _close, self._number)
        self.device_count: int = answer["devices"]
        #: Sizes that groups may have.
        self.degrees: tuple[int, ...] = tuple(answer["degrees"])
        #: Tokens of the longest sequence that a group can hold.
        self.longest_sequence: int = answer["longest_sequence"]

    def step(self, lengths: Sequence[int]) -> SequencePlan:
        """The plan of one batch of lengths in tokens."""
        request = {"planner": self._number, "lengths": [int(length) for length in lengths]}
        answer = _library.call("sequences_plan", request)["result"]
        return SequencePlan(
            microbatches=tuple(
                Microbatch(
                    groups=tuple(
                        Group(**{**group, "sequences": tuple(group["sequences"])})
                        for group in microbatch["groups"]
                    ),
                    time_seconds=microbatch["time_seconds"],
                )
                for microbatch in answer["microbatches"]
            ),
            time_seconds=answer["time_seconds"],
            lower_bound_seconds=answer["lower_bound_seconds"],
        )

    def close(self) -> None:
        """Forgets the planner; garbage collection does so too."""
        self._closing()


def _close(number: int) -> None:
    _library.library().rhumb_sequences_close(number)
