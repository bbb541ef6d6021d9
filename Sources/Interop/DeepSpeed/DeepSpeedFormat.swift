import Foundation
import ModelDescription
import Quantities
import StrategySpace

/// A plan as DeepSpeed's JSON configuration (deepspeedai/DeepSpeed edaa72212,
/// `docs/_pages/config-json.md`).
public struct DeepSpeedFormat: LaunchFormat {
  public let name = "deepspeed"
  public let fileName = "deepspeed.json"
  public let summary = "DeepSpeed's JSON configuration; its hostfile is --format hostfile"

  public init() {}

  public func write(_ launch: Launch) throws(Inexpressible) -> LaunchText {
    let strategy = launch.strategy
    let configuration = DeepSpeedConfiguration(launch)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    guard let data = try? encoder.encode(configuration) else {
      throw Inexpressible("the configuration cannot be written as JSON")
    }
    return LaunchText(
      String(decoding: data, as: UTF8.self) + "\n", notes: notes(launch, strategy))
  }

  private func notes(_ launch: Launch, _ strategy: Strategy) -> [String] {
    var notes: [String] = []
    if strategy.pipelineParallelSize > 1 {
      let layers = (0..<strategy.pipelineParallelSize).map { stage in
        launch.plan.split.chunks(ofStage: stage, of: strategy).map(\.count).reduce(0, +)
      }
      notes.append(
        "DeepSpeed's pipeline is built in code: PipelineModule(layers, "
          + "num_stages=\(strategy.pipelineParallelSize)), whose stages hold \(layers) layers of "
          + "the plan, embedding and output layer included")
      if strategy.schedule != .oneForwardOneBackward {
        notes.append(
          "DeepSpeed's pipeline runs 1F1B only, not '\(strategy.schedule.rawValue)'")
      }
      if strategy.zeroStage >= .gradients {
        notes.append("DeepSpeed's pipeline takes ZeRO stages up to 1; the file says 1")
      }
    }
    if strategy.contextParallelSize > 1 {
      let name = strategy.contextParallelKind == .ulysses ? "Ulysses" : "ring attention"
      notes.append(
        "context parallelism is set in code, not in the file: \(name) over "
          + "\(strategy.contextParallelSize) ranks"
          + (strategy.contextParallelKind == .ring
            ? "; DeepSpeed has Ulysses alone (deepspeed.sequence.layer)" : ""))
    }
    if strategy.recomputation != .none {
      notes.append(
        "recomputation (\(strategy.recomputation)) is set in code: "
          + "deepspeed.checkpointing.checkpoint around layers")
    }
    if launch.hasExperts, strategy.expertTensorParallelSize > 1, strategy.tensorParallelSize == 1 {
      notes.append("expert tensor parallelism needs tensor parallelism in DeepSpeed")
    }
    if launch.job.precision == .float8 {
      notes.append("FP8 is set in code, by Transformer Engine; the file says bf16")
    }
    if launch.plan.placement.rankOrder == .pipelineOutermost, strategy.pipelineParallelSize > 1 {
      notes.append(
        "DeepSpeed's usual topology has ranks of one stage apart by the data-parallel size; give "
          + "PipelineModule a PipeModelDataParallelTopology of the same order as the plan")
    }
    return notes
  }
}

/// The keys that a plan decides.
private struct DeepSpeedConfiguration: Encodable {
  var trainBatchSize: Int
  var trainMicroBatchSizePerGpu: Int
  var gradientAccumulationSteps: Int
  var bf16: Switch?
  var fp16: Switch?
  var zeroOptimization: ZeRO
  var tensorParallel: TensorParallel?
  var expertParallel: ExpertParallel?

  struct Switch: Encodable { var enabled: Bool }

  struct ZeRO: Encodable {
    var stage: Int
    var overlapComm: Bool
    var reduceScatter: Bool
    var contiguousGradients: Bool
  }

  struct TensorParallel: Encodable {
    var autotpSize: Int
    var tpOverlapComm: Bool
  }

  struct ExpertParallel: Encodable {
    var enabled: Bool
    var autoepSize: Int
    var expertTensorParallelSize: Int
  }

  init(_ launch: Launch) {
    let strategy = launch.strategy
    trainBatchSize = launch.job.globalBatchSize
    trainMicroBatchSizePerGpu = strategy.microBatchSize
    gradientAccumulationSteps = launch.microbatches
    switch launch.job.precision.compute {
    case .bfloat16, .float8: bf16 = Switch(enabled: true)
    case .float16: fp16 = Switch(enabled: true)
    default: break
    }
    let isPipeline = strategy.pipelineParallelSize > 1
    zeroOptimization = ZeRO(
      stage: isPipeline ? min(1, strategy.zeroStage.rawValue) : strategy.zeroStage.rawValue,
      overlapComm: strategy.overlap.gradientReduction,
      reduceScatter: strategy.zeroStage > .none,
      contiguousGradients: true)
    if strategy.tensorParallelSize > 1 {
      tensorParallel = TensorParallel(
        autotpSize: strategy.tensorParallelSize, tpOverlapComm: strategy.overlap.tensorParallel)
    }
    if launch.hasExperts, strategy.expertParallelSize > 1 {
      expertParallel = ExpertParallel(
        enabled: true, autoepSize: strategy.expertParallelSize,
        expertTensorParallelSize: strategy.expertTensorParallelSize)
    }
  }
}
