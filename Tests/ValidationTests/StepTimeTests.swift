import Quantities
import Testing

@testable import Validation

@Suite("Measured step times")
struct StepTimeTests {
  /// 64 samples of 2048 tokens on 8 devices: 131,072 tokens.
  private func stepTime(_ row: [String: String]) throws -> MeasuredStepTime? {
    try RunText.run(row).stepTime(samples: 64, tokensPerSample: 2048, devices: 8)
  }

  @Test(
    "a step time follows from times and rates",
    arguments: [
      ("step_time", "1.5", "s", 1.5), ("step_time", "250", "ms", 0.25),
      ("tokens_per_s_per_gpu", "16384", "tokens/s/GPU", 1),
      ("tokens_per_s", "65536", "tokens/s", 2),
      ("sequences_per_s", "128", "seq/s", 0.5),
    ])
  func rates(metric: String, value: String, unit: String, seconds: Double) throws {
    let time = try stepTime(
      ["id": "a." + metric, "metric": metric, "value": value, "unit": unit])
    #expect(time == MeasuredStepTime(duration: Seconds(seconds), metric: metric))
  }

  @Test("utilisations, FLOP/s of unknown counting and unknown units say nothing")
  func unknown() throws {
    for (metric, unit) in [
      ("mfu", "fraction"), ("model_tflops_per_gpu", "TFLOP/s"), ("step_time", "h"),
      ("achieved_tflops_per_gpu", "TFLOP/s"),
    ] {
      #expect(try stepTime(["id": "a." + metric, "metric": metric, "unit": unit]) == nil)
    }
  }

  @Test("FLOP/s count when the row states Megatron-LM's formula of 2021")
  func megatron() throws {
    let time = try stepTime([
      "id": "a.achieved_tflops_per_gpu", "metric": "achieved_tflops_per_gpu", "value": "100",
      "unit": "TFLOP/s", "notes": "counts recomputation",
    ])
    // 96·64·2048·24·2048² = 1.26664e15, times 1 + 1/6 + 51200/(16·24·2048) = 1.23177.
    #expect(abs((time?.duration.value ?? 0) - 1.95025) < 1e-4)
  }

  @Test("the primary metric wins over the usual order")
  func primary() throws {
    var run = try RunText.runs([
      [:],
      ["id": "small.tokens_per_s", "metric": "tokens_per_s", "value": "65536", "unit": "tokens/s"],
    ])[0]
    func metric() -> String? {
      run.stepTime(samples: 64, tokensPerSample: 2048, devices: 8)?.metric
    }
    #expect(metric() == "step_time")
    run.primaryMetric = "tokens_per_s"
    #expect(metric() == "tokens_per_s")
    run.primaryMetric = "mfu"
    #expect(metric() == "step_time")
  }

  @Test(
    "memory is decimal in GB and binary in GiB",
    arguments: [("GB", 40e9), ("GiB", 42_949_672_960), ("MB", nil)] as [(String, Double?)])
  func memory(unit: String, bytes: Double?) throws {
    let run = try RunText.run([
      "id": "a.peak_memory", "metric": "peak_memory", "value": "40", "unit": unit,
    ])
    #expect(run.peakMemory?.size.value == bytes)
  }
}
