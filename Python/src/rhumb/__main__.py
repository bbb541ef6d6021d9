"""The package from a shell: python -m rhumb {plan,estimate,shard,validate,sequences} …

Options are those of the rhumb command, as far as the package has them. Results go to standard
output, notes and errors to standard error; exit codes are the command's: 0 done, 2 nothing fits,
64 wrong usage, 65 bad input.
"""

from __future__ import annotations

import argparse
import json
import pathlib
import sys
from typing import Any, Callable, NoReturn

from . import (
    Infeasible,
    Plan,
    RhumbError,
    SequencePlanner,
    __version__,
    estimate,
    plan,
    shard,
    validate,
)


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(64, f"{self.prog}: {message}\n")


def main(arguments: list[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    try:
        run: Callable[[argparse.Namespace], int] = options.run
        return run(options)
    except Infeasible as error:
        print(f"infeasible: {error}", file=sys.stderr)
        return 2
    except (RhumbError, OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 65


def _plan(options: argparse.Namespace) -> int:
    found = plan(**_job(options), keep=options.top, deadline_seconds=options.time_limit)
    if options.format == "json":
        print(json.dumps(found.document, indent=2))
    elif not found.plans:
        print(f"nothing fits; nearest: {found.nearest}", file=sys.stderr)
    elif options.format == "text":
        for best in found.plans:
            print(f"{best.step_time_seconds:10.4f} s  {best.strategy}")
    else:
        _export(found.best, options.format)
    return 0 if found.plans else 2


def _estimate(options: argparse.Namespace) -> int:
    priced = estimate(**_job(options), fix=_pairs(options.fix))
    if options.format == "json":
        print(json.dumps(priced.document, indent=2))
    elif options.format == "text":
        print(f"{priced.step_time_seconds:10.4f} s  {priced.strategy}")
        for part, size in priced.memory_bytes.items():
            print(f"{size / 2**30:10.2f} GiB {part}")
    else:
        _export(priced, options.format)
    if priced.violation:
        print(f"infeasible: {priced.violation}", file=sys.stderr)
        return 2
    return 0


def _shard(options: argparse.Namespace) -> int:
    mesh = {axis: int(size) for axis, size in _pairs(options.mesh).items()}
    specs = json.loads(pathlib.Path(options.specs).read_text()) if options.specs else None
    found = shard(
        pathlib.Path(options.program), cluster=options.cluster, mesh=mesh or None, specs=specs
    )
    if options.format == "json":
        print(json.dumps(found.document, indent=2))
        return 0
    for entry in found.inputs:
        print(f"{entry.index:4} {entry.name or '':20} {found.partition_spec(entry.index)}")
    for total in found.collectives:
        print(f"{total.kind} over {', '.join(total.axes)}: {total.operand_bytes} bytes")
    return 0


def _validate(options: argparse.Namespace) -> int:
    found = validate(options.files, tier=options.tier)
    if options.format == "json":
        print(json.dumps(found.document, indent=2))
        return 0
    for name, summary in [*found.families.items(), ("overall", found.overall)]:
        error = summary.median_absolute_error
        print(f"{name:30} {summary.runs:4} runs, " + ("-" if error is None else f"{error:.1%}"))
    return 0


def _sequences(options: argparse.Namespace) -> int:
    planner = SequencePlanner(
        model=options.model, cluster=options.cluster, zero_stage=options.zero_stage
    )
    for line in sys.stdin:
        found = planner.step(json.loads(line))
        groups = [
            [{"degree": group.degree, "sequences": group.sequences} for group in batch.groups]
            for batch in found.microbatches
        ]
        print(json.dumps({"time_seconds": found.time_seconds, "microbatches": groups}), flush=True)
    return 0


def _export(best: Plan, format: str) -> None:
    export = best.export(format)
    for note in export.notes:
        print(f"note: {note}", file=sys.stderr)
    print(export.content, end="")


def _pairs(text: str | None) -> dict[str, str]:
    """`tp=8,pp=4` as a dictionary."""
    parts = [part.partition("=") for part in (text or "").split(",") if part]
    for name, equals, value in parts:
        if not (name and equals and value):
            raise ValueError(f"'{text}' is no list such as tp=8,pp=4")
    return {name: value for name, _, value in parts}


def _job(options: argparse.Namespace) -> dict[str, Any]:
    return {
        "model": options.model,
        "cluster": options.cluster,
        "global_batch_size": options.global_batch_size,
        "sequence_length": options.sequence_length,
        "precision": options.precision,
    }


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="python -m rhumb",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, run: Any, summary: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=summary, description=summary)
        added.set_defaults(run=run)
        return added

    for name, run, summary in [
        ("plan", _plan, "Search the strategies of a job and rank them."),
        ("estimate", _estimate, "Price one strategy."),
    ]:
        added = command(name, run, summary)
        added.add_argument("--model", required=True)
        added.add_argument("--cluster", required=True)
        added.add_argument("--global-batch-size", type=int, required=True)
        added.add_argument("--sequence-length", type=int, required=True)
        added.add_argument("--precision")
        added.add_argument("--format", default="text", help="text, json, or one to export to")
        if name == "plan":
            added.add_argument("--top", type=int, default=5, help="plans to keep")
            added.add_argument("--time-limit", type=float, help="seconds to search at most")
        else:
            added.add_argument("--fix", help="choices, such as tp=8,pp=4")

    added = command("shard", _shard, "Split a tensor program over a mesh of devices.")
    added.add_argument("program", help="a file of StableHLO text")
    added.add_argument("--cluster")
    added.add_argument("--mesh", help="data=2,model=4")
    added.add_argument("--specs", help="a JSON case to predict")
    added.add_argument("--format", choices=["text", "json"], default="text")

    added = command("validate", _validate, "Compare predictions with measured runs.")
    added.add_argument("files", nargs="+")
    added.add_argument("--tier", choices=["main", "extra", "all"])
    added.add_argument("--format", choices=["text", "json"], default="text")

    added = command("sequences", _sequences, "Plan batches: a JSON list of lengths a line.")
    added.add_argument("--model", required=True)
    added.add_argument("--cluster", required=True)
    added.add_argument("--zero-stage", type=int, default=3)
    return parser


if __name__ == "__main__":
    sys.exit(main())
