"""Plans: searching, pricing, simulating and writing them down."""

from __future__ import annotations

import dataclasses
from typing import Any, Mapping, Sequence

from . import _library


@dataclasses.dataclass(frozen=True)
class Strategy:
    """How one training step is divided; the fields of a plan file."""

    data_parallel_size: int
    tensor_parallel_size: int
    pipeline_parallel_size: int
    virtual_pipeline_size: int
    context_parallel_size: int
    context_parallel_kind: str
    expert_parallel_size: int
    expert_tensor_parallel_size: int
    sequence_parallel: bool
    zero_stage: int
    micro_batch_size: int
    recomputation: str
    schedule: str
    label: str

    def __str__(self) -> str:
        return self.label


@dataclasses.dataclass(frozen=True)
class Export:
    """A plan in the words of a framework."""

    content: str
    file_name: str
    #: What the framework has no words for, and what stands in its place.
    notes: tuple[str, ...]


@dataclasses.dataclass(frozen=True)
class Plan:
    """A strategy on the nodes of a cluster, with what it costs."""

    rank: int
    strategy: Strategy
    step_time_seconds: float
    samples_per_second: float
    tokens_per_second: float | None
    model_flops_utilization: float
    #: Of the rank that needs most; "total" is the sum of the others.
    memory_bytes: Mapping[str, int]
    #: Of the busiest stage; the parts add up to the step.
    breakdown_seconds: Mapping[str, float]
    #: Why the plan lacks memory; `None` when it fits.
    violation: str | None
    #: The whole plan as its file holds it (rhumb.plan/1).
    document: Mapping[str, Any] = dataclasses.field(repr=False)

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> Plan:
        names = {field.name for field in dataclasses.fields(Strategy)}
        strategy = {key: value for key, value in document["strategy"].items() if key in names}
        violation = document.get("violation")
        return cls(
            rank=document["rank"],
            strategy=Strategy(**strategy),
            step_time_seconds=document["step_time_seconds"],
            samples_per_second=document["samples_per_second"],
            tokens_per_second=document.get("tokens_per_second"),
            model_flops_utilization=document["model_flops_utilization"],
            memory_bytes=document["memory_bytes"],
            breakdown_seconds=document["breakdown_seconds"],
            violation=violation["message"] if violation else None,
            document=document,
        )

    def export(self, format: str, hosts: Sequence[str] | None = None) -> Export:
        """The plan for a framework or launcher: "megatron", "deepspeed", "slurm", "jax" …"""
        request = {
            **self.document,
            "catalog": _library.catalog(),
            "format": format,
            "hosts": None if hosts is None else list(hosts),
        }
        answer = _library.call("export", request)["result"]
        return Export(answer["content"], answer["file_name"], tuple(answer["notes"]))

    def simulate(self) -> Mapping[str, Any]:
        """One step through the simulator (rhumb.simulation/1)."""
        return simulate(self)


@dataclasses.dataclass(frozen=True)
class Plans:
    """What a search found, the fastest plan first."""

    plans: tuple[Plan, ...]
    #: Whether the whole space was covered.
    complete: bool
    #: Whether a deadline ended the search.
    interrupted: bool
    #: When nothing fits: the strategy that lacks least, and what it lacks.
    nearest: Mapping[str, Any] | None
    document: Mapping[str, Any] = dataclasses.field(repr=False)

    @property
    def best(self) -> Plan:
        """The fastest plan; raises `LookupError` when nothing fits."""
        if not self.plans:
            raise LookupError(f"no plan fits; nearest: {self.nearest}")
        return self.plans[0]


def plan(
    *,
    model: str,
    cluster: str,
    global_batch_size: int,
    sequence_length: int,
    precision: str | None = None,
    optimizer: str | None = None,
    strategy: Mapping[str, Any] | None = None,
    memory_headroom: float | None = None,
    keep: int = 5,
    deadline_seconds: float | None = None,
    catalog: str | None = None,
) -> Plans:
    """Searches the strategies of a job and simulates the best.

    `strategy` limits what is tried, as in a job file: `{"tensor_parallel_size": 8}`, or
    `{"tensor_parallel_size": {"at_most": 8}}`. A deadline ends the search with what was found.
    """
    request = {
        **_job(model, cluster, global_batch_size, sequence_length, precision, optimizer, catalog),
        "strategy": None if strategy is None else dict(strategy),
        "memory_headroom": memory_headroom,
        "keep": keep,
        "deadline_seconds": deadline_seconds,
    }
    envelope = _library.call_interruptibly("plan", request)
    document = envelope["result"]
    return Plans(
        plans=tuple(Plan.from_document(found) for found in document["plans"]),
        complete=document["search"]["complete"],
        interrupted=envelope.get("interrupted", False),
        nearest=document.get("nearest"),
        document=document,
    )


def estimate(
    *,
    model: str,
    cluster: str,
    global_batch_size: int,
    sequence_length: int,
    precision: str | None = None,
    optimizer: str | None = None,
    fix: Mapping[str, Any] | None = None,
    catalog: str | None = None,
) -> Plan:
    """Prices one strategy; `fix` names its choices: `{"tp": 8, "pp": 4}`. The rest is 1 or none."""
    chosen = ",".join(f"{key}={str(value).lower()}" for key, value in (fix or {}).items())
    request = {
        **_job(model, cluster, global_batch_size, sequence_length, precision, optimizer, catalog),
        "fix": chosen or None,
    }
    return Plan.from_document(_library.call("estimate", request)["result"])


def simulate(plan: Plan | Mapping[str, Any]) -> Mapping[str, Any]:
    """One step of a plan, or of a plan file's content, through the simulator."""
    document = plan.document if isinstance(plan, Plan) else plan
    request = {**document, "catalog": _library.catalog()}
    result: Mapping[str, Any] = _library.call("simulate", request)["result"]
    return result


def _job(
    model: str,
    cluster: str,
    global_batch_size: int,
    sequence_length: int,
    precision: str | None,
    optimizer: str | None,
    catalog: str | None,
) -> dict[str, Any]:
    return {
        "catalog": catalog or _library.catalog(),
        "model": model,
        "cluster": cluster,
        "global_batch_size": global_batch_size,
        "sequence_length": sequence_length,
        "precision": precision,
        "optimizer": optimizer,
    }
