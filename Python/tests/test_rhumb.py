"""Tests of the package over the library; `make python-test`, or `python -m unittest` with an
installed wheel. They need neither Swift nor any other package."""

import concurrent.futures
import json
import random
import subprocess
import sys
import unittest

import rhumb
from rhumb import _library

JOB = dict(model="gpt2-small", cluster="dgx-h100:1", global_batch_size=64, sequence_length=1024)


class PlanTests(unittest.TestCase):
    def test_plans_come_ranked(self):
        found = rhumb.plan(**JOB, keep=3)
        times = [plan.step_time_seconds for plan in found.plans]
        self.assertEqual(len(times), 3)
        self.assertLessEqual(times[0], times[-1] * 1.001)
        self.assertTrue(found.complete)
        self.assertFalse(found.interrupted)
        self.assertEqual(found.best.strategy.data_parallel_size, 8)

    def test_limits_hold(self):
        found = rhumb.plan(**JOB, strategy={"tensor_parallel_size": 2, "zero_stage": 1}, keep=2)
        for plan in found.plans:
            self.assertEqual(plan.strategy.tensor_parallel_size, 2)
            self.assertEqual(plan.strategy.zero_stage, 1)

    def test_an_estimate_is_the_plan_that_it_fixes(self):
        plan = rhumb.estimate(**JOB, fix={"tp": 2, "mbs": 4})
        self.assertEqual(str(plan.strategy), "dp4 tp2 sp mbs4")
        self.assertAlmostEqual(
            sum(plan.breakdown_seconds.values()), plan.step_time_seconds, places=6
        )

    def test_a_plan_survives_being_written_as_json(self):
        plan = rhumb.estimate(**JOB, fix={"pp": 2})
        again = json.loads(json.dumps(plan.document))
        simulated = rhumb.simulate(again)
        self.assertEqual(simulated["schema"], "rhumb.simulation/1")

    def test_a_plan_is_exported(self):
        plan = rhumb.estimate(**JOB, fix={"tp": 2})
        self.assertIn("--tensor-model-parallel-size 2", plan.export("megatron").content)
        hostfile = plan.export("hostfile", hosts=["worker-0"])
        self.assertEqual(hostfile.content, "worker-0 slots=8\n")

    def test_a_deadline_ends_the_search(self):
        found = rhumb.plan(**{**JOB, "cluster": "dgx-h100:64"}, deadline_seconds=0)
        self.assertTrue(found.interrupted)
        self.assertFalse(found.complete)

    def test_four_threads_get_the_answers_of_one(self):
        jobs = [{**JOB, "global_batch_size": 32 * number} for number in range(1, 9)]
        alone = [rhumb.plan(**job, keep=2).document for job in jobs]
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            together = list(pool.map(lambda job: rhumb.plan(**job, keep=2).document, jobs))
        self.assertEqual(alone, together)


class ErrorTests(unittest.TestCase):
    def test_a_misspelt_name_is_told_with_its_place(self):
        with self.assertRaises(rhumb.BadInput) as caught:
            rhumb.plan(**{**JOB, "model": "gpt2-smal"})
        self.assertIn("did you mean 'gpt2-small'?", str(caught.exception))
        diagnostic = caught.exception.diagnostics[0]
        self.assertEqual((diagnostic.file, diagnostic.line), ("request", 1))
        self.assertGreater(diagnostic.column, 1)

    def test_what_a_rule_refuses_is_infeasible(self):
        with self.assertRaises(rhumb.Infeasible):
            rhumb.estimate(**JOB, fix={"tp": 5})

    def test_nothing_fits(self):
        found = rhumb.plan(
            model="llama-3.1-405b", cluster="t4", global_batch_size=8, sequence_length=4096
        )
        self.assertEqual(found.plans, ())
        with self.assertRaises(LookupError):
            found.best

    def test_formats_that_do_not_exist(self):
        plan = rhumb.estimate(**JOB)
        with self.assertRaises(rhumb.BadInput):
            plan.export("megatorn")


class EnvelopeTests(unittest.TestCase):
    """Whatever comes in, an envelope comes out."""

    FUNCTIONS = ("plan", "estimate", "simulate", "export", "sequences_open", "sequences_plan")

    def envelope(self, name, request):
        import ctypes

        library = _library.library()
        pointer = getattr(library, f"rhumb_{name}")(request)
        try:
            return json.loads(ctypes.string_at(pointer))
        finally:
            library.rhumb_free(pointer)

    def test_malformed_requests_are_errors(self):
        number = random.Random(2026)
        request = json.dumps(
            {**JOB, "catalog": _library.catalog(), "strategy": {"zero_stage": [1]}, "keep": 1}
        )
        good = json.dumps(
            {**rhumb.estimate(**JOB, fix={"pp": 2}).document, "format": "megatron"}
        )
        values = ["0", "-1", "1e99", "null", "[]", "{}", '"x"', "9223372036854775807", "NaN", "true"]
        for index in range(int(_count())):
            text = number.choice([request, good])
            for _ in range(number.randint(1, 4)):
                place = number.randrange(len(text) + 1)
                kind = number.random()
                if kind < 0.3:
                    text = text[:place] + text[place + number.randint(1, 20) :]
                elif kind < 0.6:
                    text = text[:place] + number.choice('{}[]":,\\x\n\t&*!|>%@0 ') + text[place:]
                elif kind < 0.9:
                    colon = text.find(":", place)
                    end = min(
                        (e for e in (text.find(",", colon), text.find("}", colon)) if e > 0),
                        default=len(text),
                    )
                    text = text[: colon + 1] + number.choice(values) + text[end:]
                else:
                    text = text[:place]
            name = self.FUNCTIONS[index % len(self.FUNCTIONS)]
            envelope = self.envelope(name, text.encode())
            if not envelope["ok"]:
                self.assertIn(envelope["error"]["code"], ("bad_input", "infeasible"), text)
                self.assertTrue(envelope["error"]["message"], text)

    def test_bytes_that_are_no_text(self):
        for request in (None, b"", b"\xff\xfe", b"[" * 100_000, b"{" * 100_000, b'"' * 9):
            for name in self.FUNCTIONS:
                envelope = self.envelope(name, request)
                self.assertEqual(envelope["error"]["code"], "bad_input")


class SequenceTests(unittest.TestCase):
    def test_every_sequence_runs_once(self):
        planner = rhumb.SequencePlanner(model="llama-3-8b", cluster="dgx-h100:2", zero_stage=3)
        number = random.Random(1)
        lengths = [number.choice([512, 1024, 4096, 8192, 32768]) for _ in range(64)]
        plan = planner.step(lengths)
        seen = []
        for microbatch in plan.microbatches:
            self.assertLessEqual(
                sum(group.degree for group in microbatch.groups), planner.device_count
            )
            for group in microbatch.groups:
                self.assertEqual(group.tokens, sum(lengths[i] for i in group.sequences))
                seen += group.sequences
        self.assertEqual(sorted(seen), list(range(64)))
        self.assertLessEqual(plan.lower_bound_seconds, plan.time_seconds)

    def test_a_sequence_that_no_group_holds(self):
        planner = rhumb.SequencePlanner(model="llama-3-8b", cluster="dgx-h100:1", zero_stage=3)
        with self.assertRaises(rhumb.BadInput):
            planner.step([planner.longest_sequence + 1])

    def test_a_closed_planner(self):
        planner = rhumb.SequencePlanner(model="llama-3-8b", cluster="dgx-h100:1", zero_stage=3)
        planner.close()
        with self.assertRaises(rhumb.BadInput):
            planner.step([512])


class CommandTests(unittest.TestCase):
    def test_the_module_runs(self):
        command = [sys.executable, "-m", "rhumb", "plan", "gpt2-small", "dgx-h100:1", "64", "1024"]
        result = subprocess.run([*command, "megatron"], capture_output=True, text=True)
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertIn("--num-layers 12", result.stdout)
        result = subprocess.run(command[:-1], capture_output=True, text=True)
        self.assertEqual(result.returncode, 64)


def _count():
    """Malformed requests to try; RHUMB_FUZZ=10000 for a long run."""
    import os

    return os.environ.get("RHUMB_FUZZ", 500)


if __name__ == "__main__":
    unittest.main()
