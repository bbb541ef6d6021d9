public import Quantities

/// Checks a plan against its batch and costs, knowing nothing of how it was made.
///
/// Everything is recomputed from the lengths: who runs where, what fits, how long it takes. The formulas
/// are written out here once more on purpose.
public struct PlanChecker: Sendable {
  public enum Violation: Hashable, Sendable {
    case sequenceMissing(Int)
    case sequenceRepeated(Int)
    case unknownSequence(Int)
    case emptyGroup(microbatch: Int, group: Int)
    case degreeNotAllowed(microbatch: Int, group: Int, degree: Int)
    case blockNotAligned(microbatch: Int, group: Int)
    case deviceOutOfRange(microbatch: Int, device: Int)
    case deviceUsedTwice(microbatch: Int, device: Int)
    case deviceUnaccounted(microbatch: Int, device: Int)
    case overCapacity(microbatch: Int, group: Int, tokens: Int, capacity: Int)
    case wrongTokens(microbatch: Int, group: Int, stated: Int, actual: Int)
    case wrongTime(String, stated: Seconds, actual: Seconds)
    case boundAboveTime(String, bound: Seconds, time: Seconds)
  }

  /// Relative rounding error allowed in sums of times.
  public static let tolerance = 1e-9

  private let costs: SequenceCosts

  public init(_ costs: SequenceCosts) {
    self.costs = costs
  }

  /// Everything that is wrong with `plan` as a plan of `lengths`; empty for a valid plan.
  public func violations(in plan: SequencePlan, of lengths: [Int]) -> [Violation] {
    var violations: [Violation] = []
    var seen = Array(repeating: 0, count: lengths.count)
    var total = 0.0
    for (m, microbatch) in plan.microbatches.enumerated() {
      var uses = Array(repeating: 0, count: costs.deviceCount)
      var slowest = costs.microbatchFloor.value
      func occupy(_ devices: Range<Int>) {
        for device in devices {
          if uses.indices.contains(device) {
            uses[device] += 1
          } else {
            violations.append(.deviceOutOfRange(microbatch: m, device: device))
          }
        }
      }
      for (g, group) in microbatch.groups.enumerated() {
        occupy(group.devices)
        for sequence in group.sequences {
          if seen.indices.contains(sequence) {
            seen[sequence] += 1
          } else {
            violations.append(.unknownSequence(sequence))
          }
        }
        let members = group.sequences.filter(lengths.indices.contains).map { lengths[$0] }
        let found = check(group, members, m, g)
        violations += found.violations
        slowest = max(slowest, found.seconds)
      }
      for idle in microbatch.idleDevices { occupy(idle) }
      for (device, count) in uses.enumerated() where count != 1 {
        violations.append(
          count == 0
            ? .deviceUnaccounted(microbatch: m, device: device)
            : .deviceUsedTwice(microbatch: m, device: device))
      }
      let place = "microbatch \(m)"
      violations += compare(place, stated: microbatch.time, actual: slowest)
      violations += compareBound(place, bound: microbatch.lowerBound, time: microbatch.time)
      total += slowest
    }
    for (sequence, count) in seen.enumerated() where count != 1 {
      violations.append(count == 0 ? .sequenceMissing(sequence) : .sequenceRepeated(sequence))
    }
    violations += compare("the plan", stated: plan.time, actual: total)
    violations += compareBound("the plan", bound: plan.lowerBound, time: plan.time)
    violations += compareBound("the batch", bound: plan.globalLowerBound, time: plan.time)
    return violations
  }

  private func check(
    _ group: SequencePlan.Group, _ members: [Int], _ m: Int, _ g: Int
  ) -> (violations: [Violation], seconds: Double) {
    var violations: [Violation] = []
    if members.isEmpty { violations.append(.emptyGroup(microbatch: m, group: g)) }
    if group.devices.lowerBound % max(group.devices.count, 1) != 0 {
      violations.append(.blockNotAligned(microbatch: m, group: g))
    }
    var tokens = 0
    for length in members { tokens += length }
    if tokens != group.tokens {
      violations.append(
        .wrongTokens(microbatch: m, group: g, stated: group.tokens, actual: tokens))
    }
    guard let degree = costs.degrees.first(where: { $0.degree == group.devices.count }) else {
      violations.append(
        .degreeNotAllowed(microbatch: m, group: g, degree: group.devices.count))
      return (violations, group.time.value)
    }
    if tokens > degree.tokenCapacity {
      violations.append(
        .overCapacity(microbatch: m, group: g, tokens: tokens, capacity: degree.tokenCapacity))
    }
    var seconds = degree.fixed.value
    for length in members {
      let s = Double(length)
      let attention = degree.perSquaredToken.value * s * s
      seconds += max(attention, degree.hiddenPerToken.value * s) + degree.perToken.value * s
    }
    violations += compare("group \(g) of microbatch \(m)", stated: group.time, actual: seconds)
    return (violations, seconds)
  }

  private func compare(_ place: String, stated: Seconds, actual: Double) -> [Violation] {
    let error = abs(stated.value - actual)
    let isClose = error <= Self.tolerance * max(abs(actual), 1e-12)
    return isClose ? [] : [.wrongTime(place, stated: stated, actual: Seconds(actual))]
  }

  private func compareBound(_ place: String, bound: Seconds, time: Seconds) -> [Violation] {
    bound.value <= time.value * (1 + Self.tolerance)
      ? [] : [.boundAboveTime(place, bound: bound, time: time)]
  }
}
