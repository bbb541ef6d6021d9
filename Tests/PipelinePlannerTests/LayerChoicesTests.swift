import Testing

@testable import PipelinePlanner

@Suite("Choices for each layer under a memory limit")
struct LayerChoicesTests {
  @Test("as fast as the best of all combinations", arguments: 0..<200)
  func bruteForce(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let groups = (0..<Int.random(in: 1...2, using: &random)).map { _ in
      LayerChoices.LayerGroup(
        count: Int.random(in: 1...3, using: &random),
        options: (0..<Int.random(in: 1...4, using: &random)).map { _ in
          LayerChoices.Option(
            time: Double(Int.random(in: 1...20, using: &random)),
            memory: Int.random(in: 0...10, using: &random))
        })
    }
    let limit = Int.random(in: 0...30, using: &random)
    var fastest: Double?
    func extend(_ rest: ArraySlice<[LayerChoices.Option]>, _ time: Double, _ memory: Int) {
      if memory > limit { return }
      guard let options = rest.first else {
        fastest = min(fastest ?? .infinity, time)
        return
      }
      for option in options {
        extend(rest.dropFirst(), time + option.time, memory + option.memory)
      }
    }
    extend(groups.flatMap { Array(repeating: $0.options, count: $0.count) }[...], 0, 0)
    let found = LayerChoices.best(groups, memory: limit)
    #expect(found?.time == fastest)
    guard let found else { return }
    #expect(found.memory <= limit)
    #expect(found.counts.map { $0.reduce(0, +) } == groups.map(\.count))
    let chosen = zip(found.counts, groups).flatMap { zip($0, $1.options) }
    #expect(chosen.map { Double($0) * $1.time }.reduce(0, +) == found.time)
    #expect(chosen.map { $0 * $1.memory }.reduce(0, +) == found.memory)
  }
}

/// A small generator of pseudo-random numbers with a seed (SplitMix64, Steele et al. 2014).
private struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
