/// A place where an operation takes a value.
public struct OperandUse: Hashable, Sendable {
  /// The operation's index in the program.
  public var operation: Int
  /// Which of its operands.
  public var operand: Int

  public init(operation: Int, operand: Int) {
    self.operation = operation
    self.operand = operand
  }
}

extension Program {
  /// Whether the operation stands in the text of the main function itself, where constraints can be
  /// written: not in a loop, nor in a function that is called.
  public func isInMain(_ operation: Int) -> Bool {
    guard let result = operations[operation].results.first else { return false }
    return values[result].name != nil
  }

  /// The program with sharding constraints in it.
  ///
  /// - Parameters:
  ///   - constrained: shardings of results of the main block; all users of such a value then use what
  ///     its constraint gives.
  ///   - uses: shardings in which single operations take a value. Operations that want the same share
  ///     one constraint.
  public func constraining(
    _ constrained: [Int: ShardingAnnotation], uses: [OperandUse: ShardingAnnotation]
  ) -> Program {
    var program = self
    var replacements: [Int: Int] = [:]
    var copies: [Copy: Int] = [:]
    var order: [Int] = []
    func constrain(_ value: Int, _ sharding: ShardingAnnotation, name: String?) -> Int {
      let index = program.operations.count
      let location = values[value].definition.map { operations[$0].location }
      let copy = Value(type: values[value].type, name: name, definition: index)
      program.values.append(copy)
      program.operations.append(
        Operation(
          kind: .constraint(sharding), operands: [replacements[value] ?? value],
          results: [program.values.count - 1],
          location: location ?? ProgramError.Location(line: 1, column: 1)))
      order.append(index)
      return program.values.count - 1
    }
    for index in blocks[0].operations {
      for (operand, value) in operations[index].operands.enumerated() {
        guard let sharding = uses[OperandUse(operation: index, operand: operand)] else {
          program.operations[index].operands[operand] = replacements[value] ?? value
          continue
        }
        let key = Copy(value: value, sharding: sharding)
        let copy = copies[key] ?? constrain(value, sharding, name: nil)
        copies[key] = copy
        program.operations[index].operands[operand] = copy
      }
      order.append(index)
      for result in operations[index].results {
        guard let sharding = constrained[result] else { continue }
        replacements[result] = constrain(result, sharding, name: values[result].name)
      }
    }
    program.blocks[0].operations = order
    for block in blocks.indices {
      for index in blocks[block].operations where block > 0 {
        program.operations[index].operands = operations[index].operands.map {
          replacements[$0] ?? $0
        }
      }
      program.blocks[block].results = blocks[block].results.map { replacements[$0] ?? $0 }
    }
    return program
  }

  private struct Copy: Hashable {
    var value: Int
    var sharding: ShardingAnnotation
  }
}
