"""Tensor programs: how to split them over a mesh of devices."""

from __future__ import annotations

import dataclasses
import json
import os
import pathlib
from typing import Any, Mapping, Sequence

from . import _library


@dataclasses.dataclass(frozen=True)
class Input:
    """An input of a program and its sharding."""

    index: int
    name: str | None
    #: As StableHLO writes it: "tensor<64x128xf32>".
    type: str
    #: Per dimension the mesh axes that split it: none, one or several.
    spec: tuple[tuple[str, ...], ...]


@dataclasses.dataclass(frozen=True)
class Collectives:
    """All collectives of one kind over the same axes, in one run of the program."""

    kind: str
    axes: tuple[str, ...]
    tensors: int
    operand_bytes: int
    #: What each device sends if they run as rings.
    ring_send_bytes: float


@dataclasses.dataclass(frozen=True)
class Sharding:
    """A program on a mesh, and what that leads to."""

    #: Axis sizes by name, the outermost first.
    mesh: Mapping[str, int]
    inputs: tuple[Input, ...]
    collectives: tuple[Collectives, ...]
    argument_bytes_per_device: int
    flops_per_device: float
    #: `None` without a cluster.
    predicted_seconds: float | None
    #: Whether a search tried all combinations; `None` where nothing was searched.
    complete: bool | None
    #: The program's text with its shardings, where it was asked for.
    annotated_program: str | None = dataclasses.field(repr=False)
    #: All of it (rhumb.sharding/1).
    document: Mapping[str, Any] = dataclasses.field(repr=False)

    def partition_spec(self, index: int) -> tuple[Any, ...]:
        """The arguments of a `jax.sharding.PartitionSpec` for an input."""
        return tuple(
            None if not axes else axes[0] if len(axes) == 1 else axes
            for axes in self.inputs[index].spec
        )

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> Sharding:
        search = document["search"]
        return cls(
            mesh=dict(zip(document["mesh"]["axes"], document["mesh"]["shape"])),
            inputs=tuple(
                Input(
                    entry["index"],
                    entry["name"],
                    entry["type"],
                    tuple(_axes(names) for names in entry["spec"]),
                )
                for entry in document["inputs"]
            ),
            collectives=tuple(
                Collectives(
                    kind=total["kind"],
                    axes=tuple(total["axes"]),
                    tensors=total["tensors"],
                    operand_bytes=total["operand_bytes"],
                    ring_send_bytes=total["ring_send_bytes"],
                )
                for _, total in sorted(document["collectives_total"].items())
            ),
            argument_bytes_per_device=document["argument_bytes_per_device"],
            flops_per_device=document["flops_per_device"],
            predicted_seconds=document["predicted_seconds"],
            complete=search["complete"] if search else None,
            annotated_program=document.get("annotated_program"),
            document=document,
        )


def shard(
    program: str | os.PathLike[str],
    *,
    cluster: str | None = None,
    mesh: Mapping[str, int] | None = None,
    specs: Mapping[str, Any] | None = None,
    effort: str | None = None,
    memory_limit_bytes: float | None = None,
    annotate: bool = False,
    deadline_seconds: float | None = None,
    catalog: str | None = None,
) -> Sharding:
    """Splits a program, StableHLO text as `jax.jit(f).lower(…).as_text()` or the path of a file.

    With `specs` (`{"mesh": {"axes": …, "shape": …}, "inputs": [{"index": …, "spec": …}]}`), or
    shardings in the text, these are predicted; otherwise the best sharding of the inputs on a
    cluster is searched, over `mesh` or over all meshes of one and two axes that fill it.
    Raises `Infeasible` when nothing fits into memory.
    """
    if isinstance(program, os.PathLike):
        name, text = os.fspath(program), pathlib.Path(program).read_text()
    else:
        name, text = None, program
    request = {
        "catalog": catalog or _library.catalog(),
        "name": name,
        "program": text,
        "cluster": cluster,
        "mesh": ",".join(f"{axis}={size}" for axis, size in mesh.items()) if mesh else None,
        "specs": None if specs is None else json.dumps(specs),
        "effort": effort,
        "memory_limit_bytes": memory_limit_bytes,
        "annotate": annotate,
        "deadline_seconds": deadline_seconds,
    }
    return Sharding.from_document(_library.call_interruptibly("shard", request)["result"])


def _axes(names: None | str | Sequence[str]) -> tuple[str, ...]:
    return () if names is None else (names,) if isinstance(names, str) else tuple(names)
