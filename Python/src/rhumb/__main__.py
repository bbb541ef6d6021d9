"""python -m rhumb plan MODEL CLUSTER GLOBAL_BATCH_SIZE SEQUENCE_LENGTH [FORMAT]"""

from __future__ import annotations

import sys

from . import RhumbError, plan


def main(arguments: list[str]) -> int:
    if len(arguments) not in (5, 6) or arguments[0] != "plan" or not all(
        text.isdigit() for text in arguments[3:5]
    ):
        print(f"Usage: {__doc__}", file=sys.stderr)
        return 64
    _, model, cluster, batch, length, *format = arguments
    try:
        found = plan(
            model=model, cluster=cluster, global_batch_size=int(batch), sequence_length=int(length)
        )
        if not found.plans:
            print(f"nothing fits; nearest: {found.nearest}", file=sys.stderr)
            return 2
        if format:
            export = found.best.export(format[0])
            print(*(f"note: {note}" for note in export.notes), sep="\n", file=sys.stderr)
            print(export.content, end="")
        else:
            for best in found.plans:
                print(f"{best.step_time_seconds:10.4f} s  {best.strategy}")
    except RhumbError as error:
        print(error, file=sys.stderr)
        return 65
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
