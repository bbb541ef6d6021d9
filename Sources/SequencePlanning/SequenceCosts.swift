public import Quantities

/// What one sequence-parallel group of a given size costs, as coefficients.
///
/// A group of `degree` devices that holds sequences of `s` tokens takes
/// `Σ (max(perSquaredToken · s², hiddenPerToken · s) + perToken · s) + fixed`, and holds at most
/// `tokenCapacity` tokens. Everything is already divided by the degree: the times are those of the
/// whole group.
public struct DegreeCosts: Hashable, Sendable {
  /// Devices of the group, a power of two.
  public var degree: Int
  /// Time per token², the attention core.
  public var perSquaredToken: Seconds
  /// Time per token: matrix products, and communication that nothing hides (all-to-all).
  public var perToken: Seconds
  /// Communication per token that runs behind the attention core (ring attention); only what exceeds
  /// the core shows.
  public var hiddenPerToken: Seconds
  /// Time paid once per group and microbatch, whatever it holds.
  public var fixed: Seconds
  /// Tokens that the memory of the group's devices has room for, all sequences together.
  public var tokenCapacity: Int

  public init(
    degree: Int, perSquaredToken: Seconds, perToken: Seconds, hiddenPerToken: Seconds = .zero,
    fixed: Seconds, tokenCapacity: Int
  ) {
    self.degree = degree
    self.perSquaredToken = perSquaredToken
    self.perToken = perToken
    self.hiddenPerToken = hiddenPerToken
    self.fixed = fixed
    self.tokenCapacity = tokenCapacity
  }

  /// Time that one sequence of `length` tokens adds to the group.
  @inlinable
  public func time(ofSequence length: Int) -> Seconds {
    let tokens = Double(length)
    return (max(perSquaredToken * tokens, hiddenPerToken) + perToken) * tokens
  }
}

/// The time and memory model of sequence planning: one set of coefficients per allowed degree.
///
/// The planner knows nothing else about model, cluster or kind of sequence parallelism. A published
/// profile fills it (`SequenceProfile.costs`); so can any cost model that is evaluated at a few
/// lengths per degree, with the degrees that heads, kernels and nodes permit.
public struct SequenceCosts: Hashable, Sendable {
  /// Devices that every microbatch may use.
  public let deviceCount: Int
  /// Ascending by degree.
  public let degrees: [DegreeCosts]
  /// What no microbatch is faster than, whatever its groups hold: gathers of parameters and
  /// reductions of gradients over all devices, which run behind the groups' computation.
  public let microbatchFloor: Seconds
  /// The longest sequence that the model takes, whatever the memory: its learned positions.
  public let positionLimit: Int

  /// - Throws: `SequencePlanningError.invalidCosts` naming everything that has no meaning.
  public init(
    deviceCount: Int, degrees: [DegreeCosts], microbatchFloor: Seconds = .zero,
    positionLimit: Int = .max
  ) throws {
    var issues = Self.issues(deviceCount: deviceCount, degrees: degrees)
    if !(microbatchFloor.isFinite && microbatchFloor >= .zero) {
      issues.append("the least time of a microbatch is negative or not finite")
    }
    guard issues.isEmpty else { throw SequencePlanningError.invalidCosts(issues) }
    self.deviceCount = deviceCount
    self.microbatchFloor = microbatchFloor
    self.positionLimit = positionLimit
    self.degrees = degrees.sorted { $0.degree < $1.degree }
  }

  /// The longest sequence that some group can hold.
  public var longestSequence: Int { degrees.map(\.tokenCapacity).max() ?? 0 }

  /// Tokens that the cluster holds in one microbatch, with the degree that holds most.
  public var tokenCapacity: Int {
    degrees.map { deviceCount / $0.degree * $0.tokenCapacity }.max() ?? 0
  }

  /// The same costs with only the degrees that `isAllowed` keeps: those at most the head count, say.
  public func allowing(_ isAllowed: (Int) -> Bool) throws -> SequenceCosts {
    try SequenceCosts(
      deviceCount: deviceCount, degrees: degrees.filter { isAllowed($0.degree) },
      microbatchFloor: microbatchFloor, positionLimit: positionLimit)
  }

  public func costs(ofDegree degree: Int) -> DegreeCosts? {
    degrees.first { $0.degree == degree }
  }

  private static func issues(deviceCount: Int, degrees: [DegreeCosts]) -> [String] {
    var issues: [String] = []
    if !(1...1_000_000).contains(deviceCount) {
      issues.append("the device count is \(deviceCount); it must be between 1 and 1,000,000")
    }
    if degrees.isEmpty { issues.append("no degree is allowed; allow at least one group size") }
    for (position, costs) in degrees.enumerated() {
      let name = "degree \(costs.degree)"
      if costs.degree < 1 || costs.degree & (costs.degree - 1) != 0 {
        issues.append("\(name) is not a power of two, so its groups would straddle nodes")
      }
      if costs.degree > deviceCount {
        issues.append("\(name) needs more than the \(deviceCount) devices there are")
      }
      if degrees.prefix(position).contains(where: { $0.degree == costs.degree }) {
        issues.append("\(name) is given twice")
      }
      let times = [
        costs.perSquaredToken, costs.perToken, costs.hiddenPerToken, costs.fixed,
      ]
      if !times.allSatisfy({ $0.isFinite && $0 >= .zero }) {
        issues.append("\(name) has a time that is negative or not finite")
      } else if costs.perSquaredToken + costs.perToken + costs.hiddenPerToken <= .zero {
        issues.append("\(name) takes no time per token, so nothing would bound its groups")
      }
      if !(1...(1 << 36)).contains(costs.tokenCapacity) {
        issues.append(
          "\(name) holds \(costs.tokenCapacity) tokens; model states may fill the memory alone")
      }
    }
    return issues
  }
}
