import Testing

@testable import ReinforcementLearning

@Suite("Replay memory")
struct ReplayTests {
  @Test("prefix sums lead to the entry that holds them")
  func sumTree() {
    var random = RandomSource(seed: 2)
    var tree = SumTree(count: 11)
    var weights = [Double](repeating: 0, count: 11)
    for _ in 0..<200 {
      let index = random.index(below: 11)
      weights[index] = Double(random.index(below: 4))
      tree[index] = weights[index]
      guard tree.total > 0 else { continue }
      #expect(tree.total == weights.reduce(0, +))
      let sum = random.fraction() * tree.total
      var before = 0.0
      let expected = weights.indices.first { index in
        before += weights[index]
        return sum < before
      }
      #expect(tree.index(atSum: sum) == expected)
    }
  }

  private func transition(_ reward: Float) -> ReplayMemory.Transition {
    ReplayMemory.Transition(
      state: [0], action: 0, reward: reward, discount: 0,
      next: Observation(state: [0], allowed: [true]))
  }

  @Test("surprising transitions are drawn more often and count less; the oldest make room")
  func priorities() {
    var memory = ReplayMemory(capacity: 4, priorityExponent: 1, importanceExponent: 1)
    for reward in 0..<6 { memory.insert(transition(Float(reward))) }
    #expect(memory.transitions.map(\.reward) == [4, 5, 2, 3])
    for index in 0..<4 { memory.setSurprise(index == 2 ? 6 : 1, of: index) }
    var random = RandomSource(seed: 1)
    var drawn = [0, 0, 0, 0]
    for _ in 0..<200 {
      let sample = memory.sample(9, &random)
      for (index, weight) in zip(sample.indices, sample.weights) {
        drawn[index] += 1
        if index == 2, sample.indices.contains(where: { $0 != 2 }) {
          #expect(abs(weight - 1 / 6) < 0.01)
        }
      }
    }
    #expect((1150...1250).contains(drawn[2]))
  }
}
