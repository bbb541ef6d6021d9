extension Program {
  /// How often a loop's body runs, when its condition compares a counter with a constant and the
  /// body adds a constant to the counter, as `lax.scan` and `fori_loop` lower.
  func tripCount(condition: Int, body: Int, initial: [Int]) -> Int? {
    guard let test = blocks[condition].results.first.flatMap(definingOperation),
      case .elementwise("compare", let detail) = test.kind,
      let counter = blocks[condition].arguments.firstIndex(of: test.operands[0]),
      let limit = constantInteger(test.operands[1]),
      let start = constantInteger(initial[counter]),
      let update = definingOperation(blocks[body].results[counter]),
      case .elementwise("add", _) = update.kind
    else { return nil }
    let argument = blocks[body].arguments[counter]
    let steps = update.operands.filter { $0 != argument }
    guard steps.count == 1, let step = constantInteger(steps[0]),
      (1...Self.longestLoop).contains(step)
    else { return nil }
    let (distance, overflows) = limit.subtractingReportingOverflow(start)
    guard !overflows, distance < Self.longestLoop else { return nil }
    switch detail.split(separator: " ").last {
    case "LT", "NE": return Swift.max(0, (distance + step - 1) / step)
    case "LE": return Swift.max(0, distance / step + 1)
    default: return nil
    }
  }

  /// No training step's loop comes near; a count beyond it is taken as unknown.
  private static let longestLoop = 1 << 20

  private func definingOperation(_ value: Int) -> Operation? {
    values[value].definition.map { operations[$0] }
  }

  /// The value of a scalar integer constant, seen through conversions and reshapes.
  func constantInteger(_ value: Int) -> Int? {
    var value = value
    for _ in 0..<16 {
      guard let operation = definingOperation(value) else { return nil }
      switch operation.kind {
      case .constant(let elements) where elements.type.elementCount == 1:
        return elements.integers(count: 1)?.first
      case .elementwise("convert", _), .reshape, .broadcast: value = operation.operands[0]
      default: return nil
      }
    }
    return nil
  }
}
