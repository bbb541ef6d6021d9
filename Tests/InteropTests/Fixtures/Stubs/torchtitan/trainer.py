from dataclasses import dataclass, field

from torchtitan.config import ParallelismConfig, TrainingConfig


class Trainer:
    @dataclass(kw_only=True, slots=True)
    class Config:
        training: TrainingConfig = field(default_factory=TrainingConfig)
        parallelism: ParallelismConfig = field(default_factory=ParallelismConfig)
        activation_checkpoint: object = None
