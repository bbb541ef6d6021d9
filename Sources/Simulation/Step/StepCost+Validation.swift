internal import CostModel
internal import Quantities
internal import StrategySpace

extension StepCost {
  /// Tasks that a step may have at most: 64 million, some gigabytes.
  static let mostTasks = 1 << 26
  /// Seconds that a step's tasks may take together: 30 years.
  static let longestSerialDuration = Seconds(1e9)

  /// Checks that a step can be simulated at all: it has work, durations that are durations, and a
  /// size that memory and the clock can hold.
  func validate(for detail: SimulationDetail = .passes) throws(SimulationError) {
    guard !stages.isEmpty else { throw .noStages }
    guard microbatchCount > 0 else { throw .noMicrobatches(microbatchCount) }
    var serial = Seconds.zero
    var tasks = 0.0
    for (stage, cost) in stages.enumerated() {
      guard !cost.chunks.isEmpty else { throw .chunkCount(stage: stage, costs: 0, schedule: 1) }
      guard cost.hasValidDurations else { throw .invalidDuration(stage: stage) }
      let traffic =
        [cost.tensorTraffic, cost.contextTraffic, cost.expertTraffic, cost.dataTraffic]
        + cost.chunks.flatMap { [$0.forwardTraffic, $0.backwardTraffic] }
      for crossing in traffic.compactMap({ $0 }).flatMap(\.crossings) {
        guard sharedLinks.indices.contains(crossing.link), crossing.streams > 0 else {
          throw .invalidTraffic(stage: stage, link: crossing.link)
        }
      }
      for chunk in cost.chunks {
        let communication = chunk.runs.map {
          ($0.parameterGather * 2 + $0.gradientReduction) * Double($0.count)
        }.sum()
        let perMicrobatch =
          chunk.forward.total + chunk.backward.total + chunk.sendForward + chunk.sendBackward
          + communication
        serial += perMicrobatch * Double(microbatchCount)
        let layers = chunk.runs.reduce(0.0) { $0 + Double($1.count) }
        let isLayered = detail == .layers || strategy.zeroStage >= .gradients
        let layered = isLayered ? Double(microbatchCount) : 1
        tasks += 10 * (Double(microbatchCount) + layers * layered)
      }
      serial += cost.optimizer + cost.sharedWeightReduction
    }
    guard tasks <= Double(Self.mostTasks) else { throw .tooManyTasks(most: Self.mostTasks) }
    guard serial <= Self.longestSerialDuration else { throw .tooLong(Self.longestSerialDuration) }
  }
}

extension StageCost {
  fileprivate var hasValidDurations: Bool {
    func isValid(_ pass: PassCost) -> Bool {
      [
        pass.compute - pass.weightGradient, pass.weightGradient, pass.tensor, pass.context,
        pass.expert,
      ]
      .allSatisfy(\.isDuration)
    }
    return optimizer.isDuration && sharedWeightReduction.isDuration
      && chunks.allSatisfy { chunk in
        chunk.sendForward.isDuration && chunk.sendBackward.isDuration && !chunk.runs.isEmpty
          && chunk.runs.allSatisfy { run in
            run.count > 0 && isValid(run.forward) && isValid(run.backward)
              && run.parameterGather.isDuration && run.gradientReduction.isDuration
          }
      }
  }
}

extension Seconds {
  fileprivate var isDuration: Bool { self >= .zero && isFinite }
}
