"""Predictions beside runs that were measured."""

from __future__ import annotations

import dataclasses
import os
from typing import Any, Mapping, Sequence

from . import _library


@dataclasses.dataclass(frozen=True)
class ValidatedRun:
    """A run as it was measured and as it is predicted."""

    id: str
    family: str
    measured_seconds: float | None
    predicted_seconds: float | None
    #: Predicted over measured, less one.
    relative_error: float | None
    measured_memory_bytes: float | None
    predicted_memory_bytes: float | None
    #: Why there is no prediction.
    skipped: str | None


@dataclasses.dataclass(frozen=True)
class ErrorSummary:
    """Errors of many runs."""

    runs: int
    skipped: int
    median_absolute_error: float | None
    p90_absolute_error: float | None
    #: Of a model with one constant utilisation for all runs.
    baseline_median_absolute_error: float | None
    #: Two runs of one job, and how many of these pairs are predicted in the measured order.
    pairs: int
    pairs_ordered_correctly: int


@dataclasses.dataclass(frozen=True)
class Validation:
    """Errors of all runs, by table, and every run."""

    overall: ErrorSummary
    families: Mapping[str, ErrorSummary]
    runs: tuple[ValidatedRun, ...]
    #: All of it (rhumb.validation/1).
    document: Mapping[str, Any] = dataclasses.field(repr=False)

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> Validation:
        return cls(
            overall=_read(ErrorSummary, document["overall"]),
            families={
                entry["family"]: _read(ErrorSummary, entry) for entry in document["families"]
            },
            runs=tuple(_read(ValidatedRun, run) for run in document["runs"]),
            document=document,
        )


def validate(
    files: str | os.PathLike[str] | Sequence[str | os.PathLike[str]],
    *,
    tier: str | None = None,
    families: Sequence[str] | None = None,
    catalog: str | None = None,
) -> Validation:
    """Predicts the runs of tables (CSV) and compares with what was measured.

    `tier` is "main" (the default, with runs that have none), "extra" or "all".
    """
    paths = [files] if isinstance(files, (str, os.PathLike)) else files
    request = {
        "catalog": catalog or _library.catalog(),
        "files": [os.fspath(path) for path in paths],
        "tier": tier,
        "families": None if families is None else list(families),
    }
    return Validation.from_document(_library.call_interruptibly("validate", request)["result"])


def _read(kind: Any, document: Mapping[str, Any]) -> Any:
    return kind(**{field.name: document.get(field.name) for field in dataclasses.fields(kind)})
