import Quantities

/// A step time as it follows from a published figure.
struct MeasuredStepTime: Hashable, Sendable {
  var duration: Seconds
  /// The metric it comes from.
  var metric: String
}

/// Memory as it follows from a published figure.
struct MeasuredMemory: Hashable, Sendable {
  var size: Bytes
  /// Whether only what tensors take was counted (`torch.cuda.max_memory_allocated`), or all that a
  /// process takes of the device: context, communication buffers and what the allocator holds.
  var isAllocated: Bool
}

extension MeasuredRun {
  /// The measured step time, from the primary metric if that says it, else from the first that
  /// does: a time, a token or sample rate, or FLOP/s whose way of counting is known.
  ///
  /// Utilisations (MFU, HFU) never count: at least four conventions are mixed in publications.
  ///
  /// - Parameters:
  ///   - devices: of the whole job.
  func stepTime(samples: Int, tokensPerSample: Int, devices: Int) -> MeasuredStepTime? {
    let tokens = Double(samples) * Double(tokensPerSample)
    func duration(_ figure: Figure) -> Double? {
      switch (figure.metric, figure.unit) {
      case ("step_time", "s"): figure.value
      case ("step_time", "ms"): figure.value / 1000
      case ("tokens_per_s_per_gpu", _): tokens / (figure.value * Double(devices))
      case ("tokens_per_s", _): tokens / figure.value
      case ("sequences_per_s", _), ("samples_per_s", _): Double(samples) / figure.value
      case ("achieved_tflops_per_gpu", "TFLOP/s"):
        megatronFLOPs(samples: samples).map { $0 / (figure.value * 1e12 * Double(devices)) }
      default: nil
      }
    }
    let metrics = [
      "step_time", "tokens_per_s_per_gpu", "tokens_per_s", "sequences_per_s", "samples_per_s",
      "achieved_tflops_per_gpu",
    ]
    for metric in [primaryMetric].compactMap({ $0 }) + metrics {
      for figure in figures where figure.metric == metric {
        if let seconds = duration(figure), seconds.isFinite, seconds > 0 {
          return MeasuredStepTime(duration: Seconds(seconds), metric: metric)
        }
      }
    }
    return nil
  }

  /// The FLOPs of a step as Megatron-LM counted them in 2021, recomputation of every layer
  /// included: `96·B·s·l·h²·(1 + s/6h + V/16lh)`; `nil` unless the row says that they were counted
  /// so.
  ///
  /// Source: Narayanan et al. 2021, arXiv:2104.04473, section 3.
  private func megatronFLOPs(samples: Int) -> Double? {
    guard notes.contains("F=96") || notes.contains("counts recomputation"),
      let layers = model.layers.map(Double.init), let hidden = model.hiddenSize.map(Double.init),
      let length = model.sequenceLength.map(Double.init),
      let vocabulary = model.vocabularySize.map(Double.init)
    else { return nil }
    let shape = 1 + length / (6 * hidden) + vocabulary / (16 * layers * hidden)
    return 96 * Double(samples) * length * layers * hidden * hidden * shape
  }

  /// The largest memory that a device was seen to use; decimal or binary as the unit says.
  var peakMemory: MeasuredMemory? {
    guard let figure = figure("peak_memory_allocated", "peak_memory") else { return nil }
    let isAllocated = figure.metric == "peak_memory_allocated"
    switch figure.unit {
    case "GiB": return MeasuredMemory(size: .gibibytes(figure.value), isAllocated: isAllocated)
    case "GB": return MeasuredMemory(size: Bytes(figure.value * 1e9), isAllocated: isAllocated)
    default: return nil
    }
  }
}
