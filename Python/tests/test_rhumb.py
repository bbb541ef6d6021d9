"""Tests of the package over the library; `make python-test`, or `python -m unittest` with an
installed wheel. They need neither Swift nor any other package. RHUMB_FUZZ=10000 tries as many malformed
requests."""

import concurrent.futures
import json
import os
import pathlib
import random
import re
import struct
import subprocess
import sys
import tempfile
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


    def test_another_thread_ends_a_search(self):
        library = _library.library()
        cancellation = library.rhumb_cancellation_open()
        request = {**JOB, "cluster": "dgx-h100:64", "catalog": _library.catalog()}
        library.rhumb_cancel(cancellation)
        envelope = _library.call("plan", {**request, "cancellation": cancellation})
        library.rhumb_cancellation_close(cancellation)
        self.assertTrue(envelope["interrupted"])


#: A product, its activation and a second product, as JAX writes them.
PROGRAM = """\
module @mlp {
  func.func public @main(%arg0: tensor<64x128xf32>, %arg1: tensor<128x512xf32>, %arg2: tensor<512x128xf32>) -> (tensor<64x128xf32>) {
    %0 = stablehlo.dot_general %arg0, %arg1, contracting_dims = [1] x [0] : (tensor<64x128xf32>, tensor<128x512xf32>) -> tensor<64x512xf32>
    %1 = stablehlo.tanh %0 : tensor<64x512xf32>
    %2 = stablehlo.dot_general %1, %arg2, contracting_dims = [1] x [0] : (tensor<64x512xf32>, tensor<512x128xf32>) -> tensor<64x128xf32>
    return %2 : tensor<64x128xf32>
  }
}
"""


class ProgramTests(unittest.TestCase):
    def test_given_shardings_are_predicted(self):
        specs = {
            "mesh": {"axes": ["data", "model"], "shape": [2, 4]},
            "inputs": [
                {"index": 0, "spec": ["data", None]},
                {"index": 1, "spec": [None, "model"]},
                {"index": 2, "spec": ["model", None]},
            ],
        }
        sharding = rhumb.shard(PROGRAM, specs=specs, annotate=True)
        self.assertEqual(sharding.mesh, {"data": 2, "model": 4})
        # The second product sums over what "model" splits: one all-reduce of 32 rows.
        (total,) = sharding.collectives
        self.assertEqual((total.axes, total.operand_bytes), (("model",), 32 * 128 * 4))
        self.assertEqual(sharding.partition_spec(1), (None, "model"))
        self.assertIn("sdy.mesh", sharding.annotated_program)
        self.assertIsNone(sharding.predicted_seconds)

    def test_a_sharding_is_found(self):
        with tempfile.TemporaryDirectory() as directory:
            path = pathlib.Path(directory) / "mlp.mlir"
            path.write_text(PROGRAM)
            sharding = rhumb.shard(path, cluster="dgx-h100:1", mesh={"data": 8})
        self.assertTrue(sharding.complete)
        self.assertGreater(sharding.predicted_seconds, 0)
        # Splitting the batch alone needs no communication.
        self.assertEqual(sharding.collectives, ())
        self.assertEqual(sharding.partition_spec(0), ("data", None))

    def test_mistakes_have_a_line(self):
        with self.assertRaises(rhumb.BadInput) as caught:
            rhumb.shard(PROGRAM.replace("tanh", "tanhh"), cluster="dgx-h100:1")
        self.assertEqual(caught.exception.diagnostics[0].line, 4)
        with self.assertRaises(rhumb.Infeasible):
            rhumb.shard(PROGRAM, cluster="dgx-h100:1", memory_limit_bytes=100)


class ValidationTests(unittest.TestCase):
    ROW = {
        "id": "run", "model": "Llama3.1-8B", "layers": 32, "hidden": 4096, "ffn_hidden": 14336,
        "heads": 32, "kv_heads": 8, "vocab": 128256, "seq_len": 8192, "gated_mlp": "true",
        "experts": "", "topk": "", "gpu": "H100-SXM", "gpus": 8,
        "interconnect": "NVLink4", "dp": 8, "tp": 1, "pp": 1, "vp": 1, "cp": 1, "ep": 1,
        "sp": "false", "zero_or_fsdp": "FSDP2 (ZeRO-3)", "micro_batch": 2, "global_batch": 16,
        "precision": "bf16", "recompute": "full", "attention_kernel": "FlashAttention-2",
        "metric": "tokens_per_s_per_gpu", "value": 6000, "unit": "tokens/s/GPU",
    }

    def test_a_run_is_predicted(self):
        with tempfile.TemporaryDirectory() as directory:
            path = pathlib.Path(directory) / "ours.csv"
            rows = [",".join(self.ROW), ",".join(str(value) for value in self.ROW.values())]
            path.write_text("\n".join(rows) + "\n")
            found = rhumb.validate(path)
            with self.assertRaises(rhumb.BadInput):
                rhumb.validate([path], families=["theirs"])
        (run,) = found.runs
        self.assertAlmostEqual(run.measured_seconds, 2 * 8192 / 6000, places=6)
        self.assertAlmostEqual(
            run.relative_error, run.predicted_seconds / run.measured_seconds - 1, places=6
        )
        self.assertEqual(found.families["ours"].runs, 1)
        self.assertAlmostEqual(found.overall.median_absolute_error, abs(run.relative_error))

    def test_a_table_that_does_not_exist(self):
        with self.assertRaises(rhumb.BadInput) as caught:
            rhumb.validate("/nowhere.csv")
        self.assertEqual(caught.exception.diagnostics[0].file, "/nowhere.csv")


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
        catalog = {"catalog": _library.catalog()}
        job = json.dumps({**JOB, **catalog, "strategy": {"zero_stage": [1]}, "keep": 1})
        plan = json.dumps(
            {**rhumb.estimate(**JOB, fix={"pp": 2}).document, **catalog, "format": "megatron"}
        )
        program = json.dumps(
            {"program": PROGRAM, "cluster": "dgx-h100:1", "mesh": "data=8", **catalog}
        )
        planner = {"model": "gpt2-small", "cluster": "dgx-h100:1", "zero_stage": 3, **catalog}
        opened = rhumb.SequencePlanner(model="gpt2-small", cluster="dgx-h100:1", zero_stage=3)
        requests = {
            "plan": job,
            "estimate": job.replace('"keep": 1', '"fix": "tp=2"'),
            "simulate": plan,
            "export": plan,
            "shard": program,
            "validate": json.dumps({"files": ["/nowhere.csv"], "tier": "main", **catalog}),
            "sequences_open": json.dumps(planner),
            "sequences_plan": json.dumps({"planner": opened._number, "lengths": [512, 128, 1024]}),
        }
        self.assertEqual(set(requests), set(_library.FUNCTIONS))
        values = ["0", "-1", "1e99", "null", "[]", "{}", '"x"', "9223372036854775807", "NaN", "true"]
        for index in range(int(os.environ.get("RHUMB_FUZZ", 800))):
            name = _library.FUNCTIONS[index % len(_library.FUNCTIONS)]
            text = requests[name]
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
            envelope = self.envelope(name, text.encode())
            if name == "sequences_open" and envelope["ok"]:
                _library.library().rhumb_sequences_close(envelope["result"]["planner"])
            if not envelope["ok"]:
                self.assertIn(envelope["error"]["code"], ("bad_input", "infeasible"), text)
                self.assertTrue(envelope["error"]["message"], text)

    def test_bytes_that_are_no_text(self):
        for request in (None, b"", b"\xff\xfe", b"[" * 100_000, b"{" * 100_000, b'"' * 9):
            for name in _library.FUNCTIONS:
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


class HeaderTests(unittest.TestCase):
    @unittest.skipUnless((pathlib.Path(__file__).parents[2] / "Sources").is_dir(), "no checkout")
    def test_the_library_exports_what_the_header_declares(self):
        header = pathlib.Path(__file__).parents[2] / "Sources/RhumbC/rhumb.h"
        declared = set(re.findall(r"\b(rhumb_\w+)\(", re.sub(r"/\*.*?\*/", "", header.read_text(), flags=re.S)))
        self.assertEqual(declared, exported_names(_library.path()))


def exported_names(path):
    """The functions that a library defines for others, read from its ELF symbol table."""
    data = pathlib.Path(path).read_bytes()
    (offset,) = struct.unpack_from("<Q", data, 0x28)
    size, count = struct.unpack_from("<HH", data, 0x3A)
    sections = [struct.unpack_from("<IIQQQQIIQQ", data, offset + i * size) for i in range(count)]
    (symbols,) = [section for section in sections if section[1] == 11]  # SHT_DYNSYM
    names = sections[symbols[6]][4]
    found = set()
    for place in range(symbols[4], symbols[4] + symbols[5], symbols[9]):
        name, info, _, section = struct.unpack_from("<IBBH", data, place)
        # Defined here (not SHN_UNDEF), global or weak.
        if section != 0 and info >> 4 in (1, 2):
            start = names + name
            found.add(data[start : data.index(b"\0", start)].decode())
    return found


class ExampleTests(unittest.TestCase):
    def test_the_collate_function_hands_on_every_sample(self):
        import importlib.util

        path = pathlib.Path(__file__).parents[1] / "examples" / "collate.py"
        specification = importlib.util.spec_from_file_location("collate", path)
        example = importlib.util.module_from_spec(specification)
        specification.loader.exec_module(example)
        collate = example.PlanningCollate(model="llama-3-8b", cluster="dgx-h100:2", zero_stage=3)
        samples = [[number] * (128 + 64 * number) for number in range(20)]
        microbatches = collate(samples)
        found = [tokens for groups in microbatches for _, _, held in groups for tokens in held]
        self.assertEqual(sorted(found), samples)


class CommandTests(unittest.TestCase):
    JOB = [
        "--model", "gpt2-small", "--cluster", "dgx-h100:1", "--global-batch-size", "64",
        "--sequence-length", "1024",
    ]

    def run_module(self, *arguments, input=None):
        command = [sys.executable, "-m", "rhumb", *arguments]
        return subprocess.run(command, capture_output=True, text=True, input=input)

    def test_plans(self):
        result = self.run_module("plan", *self.JOB, "--format", "megatron")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertIn("--num-layers 12", result.stdout)
        result = self.run_module("plan", *self.JOB, "--top", "2", "--format", "json")
        self.assertEqual(len(json.loads(result.stdout)["plans"]), 2)

    def test_other_commands(self):
        result = self.run_module("estimate", *self.JOB, "--fix", "tp=2")
        self.assertIn("tp2", result.stdout)
        with tempfile.TemporaryDirectory() as directory:
            path = pathlib.Path(directory) / "mlp.mlir"
            path.write_text(PROGRAM)
            result = self.run_module("shard", str(path), "--cluster", "dgx-h100:1", "--mesh", "data=8")
        self.assertIn("('data', None)", result.stdout, result.stderr)
        result = self.run_module(
            "sequences", "--model", "gpt2-small", "--cluster", "dgx-h100:1",
            input="[512, 1024]\n[128]\n",
        )
        self.assertEqual(len(result.stdout.splitlines()), 2, result.stderr)

    def test_exit_codes(self):
        for code, arguments in [
            (64, ["plan"]), (64, ["plann"]), (2, ["estimate", *self.JOB, "--fix", "tp=5"]),
            (65, ["estimate", *self.JOB, "--fix", "tp"]), (65, ["shard", "/nowhere.mlir"]),
            (65, ["validate", "/nowhere.csv"]),
        ]:
            result = self.run_module(*arguments)
            self.assertEqual(result.returncode, code, result.stderr)
            self.assertEqual(result.stdout, "")
            self.assertNotIn("Traceback", result.stderr)


if __name__ == "__main__":
    unittest.main()
