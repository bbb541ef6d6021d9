import Foundation

/// What an agent went through lately, drawn the more often the more it was surprised.
///
/// Source: Schaul et al. 2016, arXiv:1511.05952, proportional prioritisation.
struct ReplayMemory: Sendable {
  /// Leads from a state to another, one or several steps later.
  struct Transition: Sendable {
    var state: [Float]
    var action: Int
    /// Discounted, over the steps taken.
    var reward: Float
    /// What the value of `next` counts; 0 when the episode ended.
    var discount: Float
    var next: Observation
  }

  /// Some transitions, with how much each counts: what is drawn too often counts less.
  struct Sample {
    var indices: [Int] = []
    var weights: [Float] = []
  }

  private(set) var transitions: [Transition] = []
  private var priorities: SumTree
  private var oldest = 0
  private var largest = 1.0
  private let capacity: Int
  private let priorityExponent: Double
  private let importanceExponent: Double

  init(capacity: Int, priorityExponent: Double, importanceExponent: Double) {
    self.capacity = capacity
    self.priorityExponent = priorityExponent
    self.importanceExponent = importanceExponent
    priorities = SumTree(count: capacity)
  }

  /// Keeps a transition, in place of the oldest when the memory is full. It is drawn like the most
  /// surprising so far.
  mutating func insert(_ transition: Transition) {
    let place = transitions.count < capacity ? transitions.count : oldest
    if place == transitions.count {
      transitions.append(transition)
    } else {
      transitions[place] = transition
      oldest = (oldest + 1) % capacity
    }
    priorities[place] = largest
  }

  /// Draws one transition from each of `count` equal parts of the sum of priorities.
  func sample(_ count: Int, _ random: inout RandomSource) -> Sample {
    var sample = Sample()
    var heaviest = 0.0
    var weights: [Double] = []
    for part in 0..<count {
      let place = (Double(part) + random.fraction()) / Double(count) * priorities.total
      let index = min(priorities.index(atSum: place), transitions.count - 1)
      let chance = priorities[index] / priorities.total
      let weight = pow(Double(transitions.count) * chance, -importanceExponent)
      heaviest = max(heaviest, weight)
      sample.indices.append(index)
      weights.append(weight)
    }
    sample.weights = weights.map { Float($0 / heaviest) }
    return sample
  }

  /// Notes how wrong the value of a transition was.
  mutating func setSurprise(_ error: Float, of index: Int) {
    let priority = pow(Double(abs(error)) + 1e-3, priorityExponent)
    largest = max(largest, priority)
    priorities[index] = priority
  }
}
