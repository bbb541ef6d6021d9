/// Chooses an option for every layer so that all together take least time within a memory limit.
///
/// Layers come in classes of equal ones, so that an answer is a count for each option. Exact: of the
/// ways to divide the first layers only those are kept that no other beats in both time and memory,
/// and what is best for all layers is best for the first of them within the memory they take.
///
/// - Complexity: O(layers · options · ways kept).
public struct LayerChoices {
  /// What one layer may take.
  public struct Option: Hashable, Sendable {
    public var time: Double
    /// In whole units of the caller's choice.
    public var memory: Int

    public init(time: Double, memory: Int) {
      self.time = time
      self.memory = memory
    }
  }

  public struct LayerGroup: Hashable, Sendable {
    public var count: Int
    public var options: [Option]

    public init(count: Int, options: [Option]) {
      self.count = count
      self.options = options
    }
  }

  /// How many layers of each group have each option.
  public struct Answer: Hashable, Sendable {
    public var counts: [[Int]]
    public var time: Double
    public var memory: Int
  }

  private struct Way {
    var time: Double
    var memory: Int
    /// In the ways before the last layer was added; -1 at the start.
    var parent: Int
    var option: Int
  }

  /// The best choices; `nil` when none fits.
  public static func best(_ groups: [LayerGroup], memory limit: Int) -> Answer? {
    // By layer: the ways to divide the layers up to there, by memory ascending, time descending.
    var steps: [[Way]] = [[Way(time: 0, memory: 0, parent: -1, option: 0)]]
    for group in groups {
      for _ in 0..<group.count {
        let ways = steps[steps.count - 1]
        var next: [Way] = []
        for (parent, way) in ways.enumerated() {
          for (option, choice) in group.options.enumerated() {
            let memory = way.memory + choice.memory
            if memory > limit { continue }
            next.append(
              Way(time: way.time + choice.time, memory: memory, parent: parent, option: option))
          }
        }
        steps.append(undominated(next))
      }
    }
    // The way that takes most memory takes least time.
    guard var place = steps[steps.count - 1].indices.last else { return nil }
    var answer = Answer(
      counts: groups.map { Array(repeating: 0, count: $0.options.count) },
      time: steps[steps.count - 1][place].time, memory: steps[steps.count - 1][place].memory)
    var step = steps.count - 1
    for (index, group) in groups.enumerated().reversed() {
      for _ in 0..<group.count {
        answer.counts[index][steps[step][place].option] += 1
        place = steps[step][place].parent
        step -= 1
      }
    }
    return answer
  }

  /// Ways that no other beats in time and memory, by memory ascending.
  private static func undominated(_ ways: [Way]) -> [Way] {
    var kept: [Way] = []
    for way in ways.sorted(by: { ($0.memory, $0.time) < ($1.memory, $1.time) })
    where way.time < kept.last?.time ?? .infinity {
      kept.append(way)
    }
    return kept
  }
}
