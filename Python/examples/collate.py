"""A collate function that plans each batch: which devices compute which sequences.

Runs with PyTorch's DataLoader where torch is installed, and without it as a plain loop.
"""

import random

import rhumb


class PlanningCollate:
    """Turns samples (token lists) into the microbatches of groups that should compute them."""

    def __init__(self, **job):
        self.job = job
        self.planner = None

    def __call__(self, samples):
        if self.planner is None:
            # In the worker process, after it was forked.
            self.planner = rhumb.SequencePlanner(**self.job)
        plan = self.planner.step([len(tokens) for tokens in samples])
        return [
            [
                (group.first_device, group.degree, [samples[i] for i in group.sequences])
                for group in microbatch.groups
            ]
            for microbatch in plan.microbatches
        ]


def main():
    number = random.Random(0)
    samples = [[0] * number.choice([512, 2048, 8192, 32768]) for _ in range(64)]
    collate = PlanningCollate(model="llama-3-8b", cluster="dgx-h100:2", zero_stage=3)
    try:
        from torch.utils.data import DataLoader

        # Each worker plans its batches while the others compute.
        batches = DataLoader(samples, batch_size=32, collate_fn=collate, num_workers=2)
    except ImportError:
        batches = (collate(samples[start : start + 32]) for start in (0, 32))
    for batch in batches:
        for microbatch in batch:
            print([(first, degree, len(found)) for first, degree, found in microbatch])


if __name__ == "__main__":
    main()
