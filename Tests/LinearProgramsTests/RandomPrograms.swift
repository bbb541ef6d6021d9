import LinearPrograms

/// SplitMix64, so that random tests are the same everywhere.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

extension LinearProgram {
  /// A small program with small whole coefficients, whose answer does not hang on rounding.
  static func random(seed: UInt64) -> LinearProgram {
    var generator = SeededGenerator(seed: seed)
    var program = LinearProgram(Bool.random(using: &generator) ? .minimize : .maximize)
    let rows = Int.random(in: 0...6, using: &generator)
    let columns = Int.random(in: 0...7, using: &generator)
    func whole(_ range: ClosedRange<Int>) -> Double {
      Double(Int.random(in: range, using: &generator))
    }
    func bounds() -> Bounds {
      let low = whole(-4...4)
      switch Int.random(in: 0..<6, using: &generator) {
      case 0: return .atLeast(low)
      case 1: return .atMost(low)
      case 2: return .between(low, low + whole(0...8))
      case 3: return .equal(to: low)
      case 4: return .free
      default: return .between(0, whole(0...9))
      }
    }
    let own = (0..<columns).map { j in
      program.addColumn(
        "x\(j)", cost: whole(-5...5), bounds(),
        kind: Int.random(in: 0..<4, using: &generator) == 0 ? .integer : .continuous)
    }
    for i in 0..<rows {
      var terms: [(Column, Double)] = []
      for column in own where Bool.random(using: &generator) {
        terms.append((column, whole(-3...3)))
      }
      program.addRow("r\(i)", terms, bounds())
    }
    return program
  }
}
