internal import Quantities

/// What a step meets that its plan did not count on: slow ranks, slow links, links that fail.
public struct Scenario: Hashable, Sendable {
  /// By stage: how many times as long its computation takes. 1.1 is a straggler at 10 %.
  ///
  /// One slow rank slows its whole stage: its group waits for it in every collective.
  public var computeSlowdown: [Int: Double]
  /// By kind of communication: how many times as long it takes.
  public var communicationSlowdown: [TaskLabel.Work: Double]
  /// Times at which nothing moves from one stage to another.
  public var interruptions: [Interruption]
  /// Random variation of every computation.
  public var jitter: Jitter?

  public init(
    computeSlowdown: [Int: Double] = [:], communicationSlowdown: [TaskLabel.Work: Double] = [:],
    interruptions: [Interruption] = [], jitter: Jitter? = nil
  ) {
    self.computeSlowdown = computeSlowdown
    self.communicationSlowdown = communicationSlowdown
    self.interruptions = interruptions
    self.jitter = jitter
  }

  /// A stage cannot send for a while; what is under way waits and goes on afterwards.
  public struct Interruption: Hashable, Sendable {
    public var stage: Int
    /// In nanoseconds from the start of the step.
    public var time: Range<Int64>

    public init(stage: Int, time: Range<Int64>) {
      self.stage = stage
      self.time = time
    }
  }

  /// Every computation takes `1 + deviation · x` times as long, with `x` standard normal; never
  /// less than no time.
  public struct Jitter: Hashable, Sendable {
    public var seed: UInt64
    public var deviation: Double

    public init(seed: UInt64, deviation: Double) {
      self.seed = seed
      self.deviation = deviation
    }
  }

  func validate() throws(SimulationError) {
    let factors = Array(computeSlowdown.values) + Array(communicationSlowdown.values)
    guard factors.allSatisfy({ $0 >= 0 && $0 <= 1e6 }), (jitter?.deviation ?? 0) >= 0,
      (jitter?.deviation ?? 0) <= 10,
      interruptions.allSatisfy({ 0 <= $0.time.lowerBound && $0.time.upperBound <= 1 << 50 })
    else { throw .invalidScenario }
  }
}

extension StepProgram {
  /// The same step with the durations that it has in a scenario.
  func under(_ scenario: Scenario) -> StepProgram {
    guard scenario != Scenario() else { return self }
    var program = self
    var generator = SplitMix64(seed: scenario.jitter?.seed ?? 0)
    program.graph.setDurations { task in
      let label = labels[task]
      let duration = Double(graph.duration(of: task))
      guard label.work.stream == .compute else {
        return Self.rounded(duration * (scenario.communicationSlowdown[label.work] ?? 1))
      }
      var factor = scenario.computeSlowdown[Int(label.stage)] ?? 1
      if let jitter = scenario.jitter {
        factor *= max(0, 1 + jitter.deviation * generator.normal())
      }
      return Self.rounded(duration * factor)
    }
    for interruption in scenario.interruptions where stageIndices.contains(interruption.stage) {
      for stream in [StageStream.sendForward, .sendBackward] {
        program.graph.interruptions.append(
          TaskGraph.Interruption(
            stream: Self.stream(stream, ofStage: interruption.stage), time: interruption.time))
      }
    }
    return program
  }

  private static func rounded(_ duration: Double) -> Int64 {
    duration < Double(TaskGraph.longestSerialDuration)
      ? Int64(duration.rounded()) : TaskGraph.longestSerialDuration
  }
}

/// Pseudo-random numbers from a seed, the same everywhere.
///
/// Source: Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators",
/// doi:10.1145/2714064.2660195.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// About standard normal: the sum of twelve uniform numbers, less six. Needs no function whose
  /// last digit depends on the platform.
  mutating func normal() -> Double {
    var sum = -6.0
    for _ in 0..<12 { sum += Double(next() >> 11) * 0x1p-53 }
    return sum
  }
}
