public import Configuration
public import ModelDescription
public import StrategySpace

/// What a DeepSpeed JSON configuration says about batch, precision and strategy.
///
/// `"auto"`, which Hugging Face's trainer fills in, stands for "not said".
public struct DeepSpeedConfig: Hashable, Sendable {
  public var globalBatchSize: Int?
  public var microBatchSize: Int?
  public var microbatches: Int?
  public var precision: Precision?
  public var zeroStage: ZeROStage
  public var tensorParallelSize: Int?
  public var expertParallelSize: Int?
  public var expertTensorParallelSize: Int?
  public var overlapsReduction: Bool?

  public static func read(path: String) throws(InvalidInput) -> DeepSpeedConfig {
    try DeepSpeedConfig(SourceFile(path: path))
  }

  public static func read(text: String, path: String) throws(InvalidInput) -> DeepSpeedConfig {
    try DeepSpeedConfig(SourceFile(text: text, path: path))
  }

  private init(_ file: SourceFile) throws(InvalidInput) {
    self = try file.read { root in
      let zero = root.mappingIfPresent("zero_optimization")
      let tensor = root.mappingIfPresent("tensor_parallel")
      let expert = root.mappingIfPresent("expert_parallel")
      let sizes = 1...Strategy.largestSize
      let config = DeepSpeedConfig(
        globalBatchSize: root.unlessAuto("train_batch_size", in: 1...JobFile.batchLimit),
        microBatchSize: root.unlessAuto("train_micro_batch_size_per_gpu", in: sizes),
        microbatches: root.unlessAuto("gradient_accumulation_steps", in: 1...JobFile.batchLimit),
        precision: root.precision(),
        zeroStage: ZeROStage(rawValue: zero?.unlessAuto("stage", in: 0...3) ?? 0) ?? .none,
        tensorParallelSize: tensor?.unlessAuto("autotp_size", in: sizes),
        expertParallelSize: expert?.unlessAuto("autoep_size", in: sizes),
        expertTensorParallelSize: expert?.unlessAuto("expert_tensor_parallel_size", in: sizes),
        overlapsReduction: zero?.flagUnlessAuto("overlap_comm"))
      for mapping in [zero, tensor, expert] { mapping?.ignoreOtherKeys() }
      root.ignoreOtherKeys()
      if let batch = config.globalBatchSize, let micro = config.microBatchSize,
        let count = config.microbatches, batch % (micro * count) != 0
      {
        root.report(
          "\(batch) is no multiple of train_micro_batch_size_per_gpu \(micro) times "
            + "gradient_accumulation_steps \(count)", key: "train_batch_size")
      }
      return config
    }
  }

  private init(
    globalBatchSize: Int?, microBatchSize: Int?, microbatches: Int?, precision: Precision?,
    zeroStage: ZeROStage, tensorParallelSize: Int?, expertParallelSize: Int?,
    expertTensorParallelSize: Int?, overlapsReduction: Bool?
  ) {
    self.globalBatchSize = globalBatchSize
    self.microBatchSize = microBatchSize
    self.microbatches = microbatches
    self.precision = precision
    self.zeroStage = zeroStage
    self.tensorParallelSize = tensorParallelSize
    self.expertParallelSize = expertParallelSize
    self.expertTensorParallelSize = expertTensorParallelSize
    self.overlapsReduction = overlapsReduction
  }

  /// Narrows a job to what the configuration says.
  public func apply(to job: inout JobDescription) {
    if let globalBatchSize { job.training.globalBatchSize = globalBatchSize }
    if let precision { job.precision = precision }
    job.limits.zeroStages = [zeroStage]
    if let microBatchSize { job.limits.microBatchSize = .exactly(microBatchSize) }
    if let tensorParallelSize { job.limits.tensorParallelSize = .exactly(tensorParallelSize) }
    if let expertParallelSize { job.limits.expertParallelSize = .exactly(expertParallelSize) }
    if let expertTensorParallelSize {
      job.limits.expertTensorParallelSize = .exactly(expertTensorParallelSize)
    }
    if let overlapsReduction { job.limits.overlap.gradientReduction = overlapsReduction }
    if let batch = globalBatchSize, let micro = microBatchSize, let count = microbatches,
      batch % (micro * count) == 0
    {
      job.limits.dataParallelSize = .exactly(batch / (micro * count))
    }
  }
}

extension MappingReader {
  private func isAuto(_ key: String) -> Bool { isWord(key, "auto") }

  fileprivate func unlessAuto(_ key: String, in range: ClosedRange<Int>) -> Int? {
    isAuto(key) ? nil : integerIfPresent(key, in: range)
  }

  fileprivate func flagUnlessAuto(_ key: String) -> Bool? { isAuto(key) ? nil : flagIfPresent(key) }

  fileprivate func precision() -> Precision? {
    let bf16 = mappingIfPresent("bf16")
    let fp16 = mappingIfPresent("fp16")
    let isBF16 = bf16?.flagUnlessAuto("enabled") ?? false
    let isFP16 = fp16?.flagUnlessAuto("enabled") ?? false
    for mapping in [bf16, fp16] { mapping?.ignoreOtherKeys() }
    if isBF16, isFP16 { report("bf16 and fp16 are both enabled", key: "fp16") }
    return isBF16 ? .bfloat16 : isFP16 ? .float16 : nil
  }
}
