/// When a microbatch makes its passes on each stage of a V, if every microbatch follows the one
/// before by the same time.
///
/// Time is counted in passes of one chunk, all taken as equal. A microbatch goes down the stages
/// and back up, forward and then backward; microbatches follow each other every six units, as a
/// stage has six passes to make for each. The *paces* of the four legs decide how long activations
/// are held, and so how many: where every leg takes a unit per stage, a microbatch comes back as
/// soon as it can, and stages hold least.
///
/// Lest two passes of different microbatches fall on one unit of a stage, microbatches may have to
/// wait at the turns. The two passes for weights take the units left over.
///
/// Source: Qi et al. 2024, Pipeline Parallelism with Controllable Memory, arXiv:2405.15362: the
/// building blocks of V-Min and V-Half.
struct StablePattern {
  /// Units from one microbatch to the next.
  static let period = 6

  /// Units per stage down and up, forward and then backward.
  struct Paces: Hashable {
    var down: Int
    var up: Int

    static let vMin = Paces(down: 1, up: 1)
    static let vHalf = Paces(down: 2, up: 1)
  }

  /// The passes of the first microbatch through one chunk of a stage.
  struct Passes: Hashable {
    var forward = 0
    var inputGradient = 0
    var weightGradient = 0

    func time(of kind: Action.Kind) -> Int {
      switch kind {
      case .forward: forward
      case .inputGradient, .backward: inputGradient
      case .weightGradient: weightGradient
      }
    }
  }

  /// By chunk.
  private(set) var chunks: [Passes]
  /// The most activations of chunks that a stage holds.
  private(set) var peakActivations = 0

  /// - Parameter waits: units that a microbatch waits at the last stage, at the first, and at the
  ///   last again.
  /// - Returns: `nil` if two passes of a stage fall on the same unit of the period.
  /// - Complexity: O(stages).
  init?(stages: Int, paces: Paces, waits: [Int]) {
    chunks = Array(repeating: Passes(), count: 2 * stages)
    let (down, up) = (paces.down * (stages - 1) + 1, paces.up * (stages - 1) + 1)
    let turn = down + waits[0]
    let backward = turn + up + waits[1]
    let backwardTurn = backward + down + waits[2]
    for stage in 0..<stages {
      let (out, back) = (stage, 2 * stages - 1 - stage)
      let below = stages - 1 - stage
      chunks[out].forward = paces.down * stage
      chunks[back].forward = turn + paces.up * below
      chunks[back].inputGradient = backward + paces.down * stage
      chunks[out].inputGradient = backwardTurn + paces.up * below
      var free = Array(0..<Self.period)
      for passes in [chunks[out], chunks[back]] {
        for time in [passes.forward, passes.inputGradient] {
          guard let unit = free.firstIndex(of: time % Self.period) else { return nil }
          free.remove(at: unit)
        }
      }
      for chunk in [back, out] {
        let start = chunks[chunk].inputGradient + 1
        let waits = free.map { (($0 - start) % Self.period + Self.period) % Self.period }
        guard let shortest = waits.indices.min(by: { waits[$0] < waits[$1] }) else { return nil }
        free.remove(at: shortest)
        chunks[chunk].weightGradient = start + waits[shortest]
      }
      peakActivations = max(peakActivations, held(by: [chunks[out], chunks[back]]))
    }
  }

  /// The most that a stage holds of some chunks at any unit of the steady state.
  private func held(by chunks: [Passes]) -> Int {
    (0..<Self.period).map { unit in
      // Microbatches whose forward pass has begun and whose gradients of weights are not done.
      func count(since time: Int) -> Int {
        let distance = unit - time
        return (distance - (distance % Self.period + Self.period) % Self.period) / Self.period
      }
      return chunks.reduce(0) { $0 + count(since: $1.forward) - count(since: $1.weightGradient) }
    }.max() ?? 0
  }

  /// Units from the first pass of a microbatch to its last.
  var length: Int { chunks.map(\.weightGradient).max() ?? 0 }

  /// The patterns of given paces that hold at most so much, shortest first.
  ///
  /// - Complexity: O(stages).
  static func patterns(stages: Int, paces: Paces, limit: Int) -> [StablePattern] {
    (0..<period * period * period).compactMap { number in
      StablePattern(
        stages: stages, paces: paces,
        waits: [number % period, number / period % period, number / period / period])
    }
    .filter { $0.peakActivations <= limit }
    .sorted { ($0.length, $0.peakActivations) < ($1.length, $1.peakActivations) }
  }

  /// When a pass has its turn.
  func turn(of kind: Action.Kind, _ chunk: Int, _ microbatch: Int) -> Int {
    chunks[chunk].time(of: kind) + Self.period * microbatch
  }
}
