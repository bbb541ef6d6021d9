public import CostModel
internal import Quantities

/// What passes take on each stage: all that decides which order of them is best. In nanoseconds.
public struct PipelineCosts: Hashable, Sendable {
  /// One microbatch through one chunk.
  public struct Stage: Hashable, Sendable {
    public var forward: Int64
    public var inputGradient: Int64
    public var weightGradient: Int64

    public init(forward: Int64, inputGradient: Int64, weightGradient: Int64) {
      self.forward = forward
      self.inputGradient = inputGradient
      self.weightGradient = weightGradient
    }

    func duration(of kind: Action.Kind) -> Int64 {
      switch kind {
      case .forward: forward
      case .inputGradient: inputGradient
      case .weightGradient: weightGradient
      case .backward: inputGradient + weightGradient
      }
    }
  }

  public var stages: [Stage]
  /// From one stage to the next, either way.
  public var transfer: Int64

  public init(stages: [Stage], transfer: Int64) {
    self.stages = stages
    self.transfer = transfer
  }

  /// The costs of a step; a stage's chunks count alike, as do all transfers.
  public init(_ step: StepCost) {
    var transfers: [Int64] = []
    stages = step.stages.map { stage in
      var sum = Stage(forward: 0, inputGradient: 0, weightGradient: 0)
      for chunk in stage.chunks {
        let backward = chunk.backward
        sum.forward += chunk.forward.total.nanoseconds
        sum.inputGradient += backward.part(of: .inputGradient).total.nanoseconds
        sum.weightGradient += backward.weightGradient.nanoseconds
        transfers += [chunk.sendForward.nanoseconds, chunk.sendBackward.nanoseconds]
      }
      let count = Int64(max(1, stage.chunks.count))
      return Stage(
        forward: sum.forward / count, inputGradient: sum.inputGradient / count,
        weightGradient: sum.weightGradient / count)
    }
    transfer = transfers.max() ?? 0
  }

  /// The same pipeline as if all stages were like their average and transfers free.
  var even: PipelineCosts {
    let count = Int64(max(1, stages.count))
    let mean = Stage(
      forward: stages.reduce(0) { $0 + $1.forward } / count,
      inputGradient: stages.reduce(0) { $0 + $1.inputGradient } / count,
      weightGradient: stages.reduce(0) { $0 + $1.weightGradient } / count)
    return PipelineCosts(stages: stages.map { _ in mean }, transfer: 0)
  }
}
