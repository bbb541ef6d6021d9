"""What goes wrong, with where and why."""

from __future__ import annotations

import dataclasses
from typing import Any, Mapping


@dataclasses.dataclass(frozen=True)
class Diagnostic:
    """One thing that is wrong with an input."""

    file: str
    message: str
    line: int | None = None
    column: int | None = None


class RhumbError(Exception):
    """The base of all errors of this package."""


class BadInput(RhumbError):
    """A request, or a file that it names, cannot be used."""

    def __init__(self, message: str, diagnostics: tuple[Diagnostic, ...] = ()):
        super().__init__(message)
        self.diagnostics = diagnostics


class Infeasible(RhumbError):
    """A rule refuses the strategy."""


class InternalError(RhumbError):
    """A mistake of the library's own."""


def from_answer(error: Mapping[str, Any]) -> RhumbError:
    message = str(error.get("message", ""))
    if error.get("code") == "bad_input":
        places = tuple(Diagnostic(**place) for place in error.get("diagnostics", ()))
        return BadInput(message, places)
    return Infeasible(message) if error.get("code") == "infeasible" else InternalError(message)
