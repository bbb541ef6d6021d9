#!/usr/bin/env python3
"""Measures what `rhumb calibrate` fits: products, attention and memory of this GPU, and collectives.

    python3 Examples/measure_gpu.py --output my-tables            # one GPU: products, attention, memory
    torchrun --nproc-per-node 8 Examples/measure_gpu.py --output my-tables   # collectives, too

Writes gemm.csv and collectives.csv with the columns of Reports/Measured, to be named under
`kernels` and `collectives` of a calibration file. Needs PyTorch with CUDA or ROCm and nothing else.

Each figure is the median of several batches of calls between two device events, after warming up.
Shapes are those of transformer layers, forward and both backward products.
"""

import argparse
import csv
import datetime
import os
import pathlib
import statistics

import torch
import torch.distributed as dist

GEMM_COLUMNS = [
    "id", "source", "source_kind", "gpu", "op", "batch", "m", "n", "k", "layout", "dtype",
    "out_dtype", "accumulate", "tflops", "peak_tflops", "efficiency", "notes",
]
COLLECTIVE_COLUMNS = [
    "id", "source", "source_kind", "library", "collective", "gpu", "gpus", "gpus_per_node", "nodes",
    "intra_interconnect", "inter_interconnect", "size_bytes", "time_us", "algbw_GBps", "busbw_GBps",
    "algorithm", "notes",
]
HIDDEN_SIZES = [2048, 4096, 8192, 12288]
ROWS = [512, 1024, 2048, 4096, 8192]


def seconds_per_call(call, batches=7, target=0.05):
    """Median time of one call; a batch lasts about `target` seconds."""
    for _ in range(3):
        call()
    torch.cuda.synchronize()
    begin, end = (torch.cuda.Event(enable_timing=True) for _ in range(2))

    def batch(count):
        begin.record()
        for _ in range(count):
            call()
        end.record()
        torch.cuda.synchronize()
        return begin.elapsed_time(end) / 1000 / count

    count = max(1, min(1000, int(target / max(batch(3), 1e-6))))
    return statistics.median(batch(count) for _ in range(batches))


def provenance():
    today = datetime.date.today().isoformat()
    return f"measured {today}, torch {torch.__version__}, CUDA {torch.version.cuda}"


def products(device):
    """Products `m × k` times `k × n` of layers with several hidden sizes."""
    for hidden in HIDDEN_SIZES:
        for rows in ROWS:
            for outputs, inputs in [(hidden, hidden), (4 * hidden, hidden), (hidden, 4 * hidden)]:
                for kind, (m, n, k) in {
                    "forward": (rows, outputs, inputs),
                    "input": (rows, inputs, outputs),
                    "weights": (outputs, inputs, rows),
                }.items():
                    a = torch.randn(m, k, device=device, dtype=torch.bfloat16)
                    b = torch.randn(k, n, device=device, dtype=torch.bfloat16)
                    out = torch.empty(m, n, device=device, dtype=torch.bfloat16)
                    time = seconds_per_call(lambda: torch.mm(a, b, out=out))
                    yield kind, "matmul", m, n, k, 2 * m * n * k / time / 1e12


def attention(device):
    """Causal attention by PyTorch's fused kernel; FLOPs of the visible half."""
    for length in [1024, 2048, 4096, 8192, 16384]:
        heads, size = 32, 128
        shape = (1, heads, length, size)
        q, k, v = (
            torch.randn(shape, device=device, dtype=torch.bfloat16, requires_grad=True)
            for _ in range(3)
        )
        grad = torch.randn(shape, device=device, dtype=torch.bfloat16)

        def forward():
            return torch.nn.functional.scaled_dot_product_attention(q, k, v, is_causal=True)

        def both():
            forward().backward(grad)
            q.grad = k.grad = v.grad = None

        work = 2 * heads * length * length * size
        time = seconds_per_call(forward)
        yield length, "sdp_fwd", work / time / 1e12
        yield length, "sdp_bwd", 2.5 * work / (seconds_per_call(both) - time) / 1e12


def memory(device):
    """Bytes per second of a copy that is much larger than any cache."""
    source = torch.empty(1 << 30, device=device, dtype=torch.uint8)
    target = torch.empty_like(source)
    return 2 * source.numel() / seconds_per_call(lambda: target.copy_(source))


def measure_device(folder, device, peak):
    gpu = torch.cuda.get_device_name(device)
    source = provenance()
    with open(folder / "gemm.csv", "w", newline="") as file:
        table = csv.DictWriter(file, GEMM_COLUMNS)
        table.writeheader()

        def row(name, **values):
            rate = values["tflops"]
            table.writerow({
                "id": f"own-{name}", "source": source, "source_kind": "own", "gpu": gpu,
                "dtype": "bf16", "out_dtype": "bf16", "accumulate": "False",
                "peak_tflops": peak or "", "efficiency": f"{rate / peak:.4f}" if peak else "",
                **values, "tflops": f"{rate:.2f}",
            })

        for kind, op, m, n, k, rate in products(device):
            row(f"mm-{kind}-{m}-{n}-{k}", op=op, batch=1, m=m, n=n, k=k, tflops=rate)
        for length, op, rate in attention(device):
            row(f"{op}-{length}", op=op, batch=1, m=length, n=length, k=128, tflops=rate,
                notes="32 heads of 128 features, causal; the masked half is not counted")
    print(f"memory: {memory(device) / 1e9:.0f} GB/s of a copy; "
          "its part of the data sheet's figure is memory.fraction")


def measure_collectives(folder, device):
    ranks, per_node = dist.get_world_size(), int(os.environ.get("LOCAL_WORLD_SIZE", 1))
    rows = []
    for power in range(20, 31):
        size = 1 << power
        whole = torch.empty(size // 2, device=device, dtype=torch.bfloat16)
        part = torch.empty(size // 2 // ranks, device=device, dtype=torch.bfloat16)
        whole = whole[: part.numel() * ranks]
        other = torch.empty_like(whole)
        share = (ranks - 1) / ranks
        for name, call, moved in [
            ("all_reduce", lambda: dist.all_reduce(whole), 2 * share),
            ("all_gather", lambda: dist.all_gather_into_tensor(whole, part), share),
            ("reduce_scatter", lambda: dist.reduce_scatter_tensor(part, whole), share),
            ("alltoall", lambda: dist.all_to_all_single(other, whole), share),
        ]:
            # A fixed number of calls: every rank must make as many.
            for _ in range(5):
                call()
            torch.cuda.synchronize()
            begin, end = (torch.cuda.Event(enable_timing=True) for _ in range(2))
            begin.record()
            for _ in range(20):
                call()
            end.record()
            torch.cuda.synchronize()
            time = begin.elapsed_time(end) / 1000 / 20
            rows.append((name, size, time, size * moved / time / 1e9))
    if dist.get_rank() != 0:
        return
    with open(folder / "collectives.csv", "w", newline="") as file:
        table = csv.DictWriter(file, COLLECTIVE_COLUMNS)
        table.writeheader()
        for name, size, time, bus in rows:
            table.writerow({
                "id": f"own-{name}-{ranks}-{size}", "source": provenance(), "source_kind": "own",
                "library": "torch.distributed", "collective": name,
                "gpu": torch.cuda.get_device_name(device), "gpus": ranks,
                "gpus_per_node": per_node, "nodes": ranks // per_node, "size_bytes": size,
                "time_us": f"{time * 1e6:.1f}", "busbw_GBps": f"{bus:.2f}", "algorithm": "auto",
            })


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--output", type=pathlib.Path, required=True, help="folder for the tables")
    parser.add_argument("--peak", type=float, help="dense peak in bf16 of the data sheet, TFLOP/s")
    arguments = parser.parse_args()
    rank = int(os.environ.get("LOCAL_RANK", 0))
    device = torch.device("cuda", rank)
    torch.cuda.set_device(device)
    arguments.output.mkdir(parents=True, exist_ok=True)
    if int(os.environ.get("RANK", 0)) == 0:
        measure_device(arguments.output, device, arguments.peak)
    if int(os.environ.get("WORLD_SIZE", 1)) > 1:
        dist.init_process_group("nccl")
        measure_collectives(arguments.output, device)
        dist.destroy_process_group()


if __name__ == "__main__":
    main()
