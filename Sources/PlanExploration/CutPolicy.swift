public import PipelinePlanner
import Quantities
public import ReinforcementLearning

/// An agent that was trained on random pipelines and cuts new ones at once.
public struct CutPolicy: Sendable {
  public let network: ValueNetwork

  /// - Returns: `nil` for a network that was made for something else.
  public init?(_ network: ValueNetwork) {
    guard network.stateSize == SampledCuts.stateSize,
      network.actionCount == SampledCuts.actionCount
    else { return nil }
    self.network = network
  }

  /// The pipeline that the agent thinks best; `nil` when it does not fit into memory, or the model
  /// or cluster has no place in the sampled form.
  ///
  /// - Complexity: two passes of the network per cut.
  public func plan(
    for profile: PipelineProfile, stages: Int? = nil
  ) -> (plan: [PipelineProfile.Stage], cost: Double)? {
    guard var task = SampledCuts(profile, stages: stages) else { return nil }
    _ = network.play(&task)
    return task.found
  }

  /// Trains an agent on random pipelines, 50 episodes on each.
  ///
  /// - Parameter progress: hears the number of pipelines so far.
  public static func train(
    pipelines: Int, seed: UInt64, progress: ((Int) -> Void)? = nil
  ) -> (policy: ValueNetwork, curve: LearningCurve) {
    let episodes = 50
    var settings = LearningSettings()
    settings.hiddenSizes = [128, 128]
    settings.learningRate = 5e-4
    settings.discount = 1
    settings.horizon = 2
    settings.exploration = .init(last: 0.1, actions: pipelines * episodes)
    settings.targetInterval = 200
    settings.replayCapacity = 20_000
    settings.learningInterval = 2
    settings.seed = seed
    var agent = Agent(
      stateSize: SampledCuts.stateSize, actionCount: SampledCuts.actionCount, settings)
    var curve = LearningCurve()
    var random = RandomSource(seed: seed)
    for number in 0..<pipelines {
      guard var task = SampledCuts(.random(&random)) else { continue }
      for _ in 0..<episodes { agent.episode(in: &task, curve: &curve) }
      progress?(number + 1)
    }
    return (agent.network, curve)
  }
}

extension PipelineProfile {
  /// A pipeline of layers whose times and sizes follow one of a few random patterns, on two to four
  /// servers of eight devices.
  public static func random(_ random: inout RandomSource) -> PipelineProfile {
    let count = 32 + random.index(below: 97)
    func logarithmic(_ range: ClosedRange<Double>) -> Double {
      // Powers of two between bounds, in steps that need no exponential.
      var value = range.lowerBound
      let octaves = 16 * random.fraction()
      let step = (range.upperBound / range.lowerBound).squareRoot().squareRoot().squareRoot()
        .squareRoot()
      for _ in 0..<Int(octaves) { value *= step }
      return value * (1 + (step - 1) * (octaves - octaves.rounded(.down)))
    }
    func pattern() -> [Double] {
      let kind = random.index(below: 5)
      let start = 0.2 + random.fraction()
      let end = 0.2 + random.fraction()
      let special = random.index(below: count)
      var values = (0..<count).map { index -> Double in
        let place = Double(index) / Double(count - 1)
        switch kind {
        case 0: return 1
        case 1: return 0.1 + random.fraction()
        case 2: return max(0.05, 1 + 0.3 * random.normal())
        case 3: return start + (end - start) * place
        default: return index < special ? start : end
        }
      }
      // Embeddings and heads are unlike all else.
      if random.index(below: 2) == 0 { values[0] *= 8 * random.fraction() }
      if random.index(below: 2) == 0 { values[count - 1] *= 8 * random.fraction() }
      return values
    }
    func scaled(_ values: [Double], to total: Double) -> [Double] {
      let sum = values.reduce(0, +)
      return values.map { $0 * total / sum }
    }
    let compute = scaled(pattern(), to: 1)
    let gradients = scaled(pattern(), to: logarithmic(0.001...3))
    let outputs = scaled(pattern(), to: logarithmic(0.0001...0.1) * Double(count))
    let servers = Array(repeating: 8, count: 2 + random.index(below: 3))
    let microbatches = 1 << (1 + random.index(below: 6))
    let slow = ServerNetwork.Line(latency: .zero, rate: BytesPerSecond(1))
    let fast = ServerNetwork.Line(latency: .zero, rate: BytesPerSecond(40))
    // The ring of many servers is as slow as what leaves one of them.
    let reductions = servers.indices.map { index in
      (0..<8).map { _ in
        ServerNetwork.Line(latency: .zero, rate: BytesPerSecond(index == 0 ? 20 : 0.5))
      }
    }
    return PipelineProfile(
      (0..<count).map { index in
        Layer(
          name: "", forward: Seconds(compute[index] / 3), backward: Seconds(compute[index] * 2 / 3),
          output: Bytes(outputs[index]), gradients: Bytes(gradients[index]))
      },
      on: ServerNetwork(servers: servers, inside: fast, across: slow, reductions: reductions),
      microbatches: microbatches, largestReplication: 32)
  }
}
