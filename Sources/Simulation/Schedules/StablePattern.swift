extension Schedule {
  /// A V schedule that repeats one pattern: every microbatch follows the one before by the same
  /// time.
  ///
  /// Time is counted in passes of one chunk, all taken as equal. A microbatch goes down the stages
  /// and back up, forward and then backward, one pass per unit: so it comes back as soon as it can,
  /// and stages hold few. Microbatches follow each other every six units, as a stage has six passes
  /// to make for each; the two passes for weights take the units left over.
  ///
  /// When passes are equal, one of the turns may have to wait a unit or two, lest two passes of
  /// different microbatches fall on one unit; the waits that hold least memory are chosen.
  ///
  /// Source: Qi et al. 2024, Pipeline Parallelism with Controllable Memory, arXiv:2405.15362: the
  /// building block of V-Min.
  /// - Complexity: O(passes · log passes).
  static func stablePatternV(stages: Int, microbatches: Int) -> Schedule? {
    var best: (pattern: VPattern, peak: Int)?
    for waits in 0..<27 {
      guard
        let pattern = VPattern(stages: stages, waits: (waits / 9, waits / 3 % 3, waits % 3))
      else { continue }
      let peak = pattern.peakActivations
      if best.map({ (peak, pattern.length) < ($0.peak, $0.pattern.length) }) ?? true {
        best = (pattern, peak)
      }
    }
    return best?.pattern.schedule(microbatches: microbatches)
  }
}

/// When one microbatch makes its six passes on each stage of a V.
private struct VPattern {
  /// Units from one microbatch to the next.
  static let period = 6

  /// By stage: the kinds of passes with their chunks and times.
  var stages: [[(kind: Action.Kind, chunk: Int, time: Int)]] = []

  /// - Returns: `nil` if two passes of a stage fall on the same unit of the period.
  init?(stages count: Int, waits: (Int, Int, Int)) {
    let last = 2 * count - 1
    let turn = count + waits.0
    let backward = turn + count + waits.1
    let backwardTurn = backward + count + waits.2
    for stage in 0..<count {
      let back = count - 1 - stage
      var passes: [(kind: Action.Kind, chunk: Int, time: Int)] = [
        (.forward, stage, stage), (.forward, last - stage, turn + back),
        (.inputGradient, last - stage, backward + stage),
        (.inputGradient, stage, backwardTurn + back),
      ]
      var free = Set(0..<Self.period)
      for pass in passes {
        guard free.remove(pass.time % Self.period) != nil else { return nil }
      }
      for gradient in passes.suffix(2) {
        let start = gradient.time + 1
        guard
          let unit = free.min(by: {
            Self.wait(from: start, for: $0) < Self.wait(from: start, for: $1)
          })
        else { return nil }
        free.remove(unit)
        passes.append(
          (.weightGradient, gradient.chunk, start + Self.wait(from: start, for: unit)))
      }
      stages.append(passes)
    }
  }

  private static func wait(from time: Int, for unit: Int) -> Int {
    ((unit - time) % period + period) % period
  }

  /// Units from the first pass of a microbatch to its last.
  var length: Int { stages.flatMap { $0 }.map(\.time).max() ?? 0 }

  var peakActivations: Int {
    schedule(microbatches: length / Self.period + 2).peakActivations.max() ?? 0
  }

  func schedule(microbatches: Int) -> Schedule {
    let orders = stages.map { passes in
      (0..<microbatches).flatMap { microbatch in
        passes.map {
          (
            time: $0.time + Self.period * microbatch,
            action: Action($0.kind, chunk: $0.chunk, microbatch: microbatch)
          )
        }
      }.sorted { $0.time < $1.time }.map(\.action)
    }
    return Schedule(
      stages: orders, stageOfChunk: Array(0..<stages.count) + (0..<stages.count).reversed(),
      microbatchCount: microbatches)
  }
}
