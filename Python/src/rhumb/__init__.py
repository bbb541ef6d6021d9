"""Plan how a training job is spread over a cluster, and simulate it.

    import rhumb

    found = rhumb.plan(model="llama-3-8b", cluster="dgx-h100:1",
                       global_batch_size=64, sequence_length=8192)
    print(found.best.strategy, found.best.step_time_seconds)
    print(*found.best.export("megatron").content.split())

Models and clusters are names of the catalogue that the package carries, or paths. Everything
runs in the process; load the library on one rank after it has forked, and send the plan around.
"""

from .errors import BadInput, Diagnostic, Infeasible, InternalError, RhumbError
from .plans import Export, Plan, Plans, Strategy, estimate, plan, simulate
from .programs import Collectives, Input, Sharding, shard
from .sequences import Group, Microbatch, SequencePlan, SequencePlanner
from .validation import ErrorSummary, ValidatedRun, Validation, validate

__version__ = "0.1.0"
__all__ = [
    "BadInput",
    "Collectives",
    "Diagnostic",
    "ErrorSummary",
    "Export",
    "Group",
    "Infeasible",
    "Input",
    "InternalError",
    "Microbatch",
    "Plan",
    "Plans",
    "RhumbError",
    "SequencePlan",
    "SequencePlanner",
    "Sharding",
    "Strategy",
    "ValidatedRun",
    "Validation",
    "estimate",
    "plan",
    "shard",
    "simulate",
    "validate",
]
