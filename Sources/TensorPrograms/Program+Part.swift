extension Program {
  /// Some of the operations as a program of their own; what they need of others becomes an input.
  ///
  /// Values keep their indices and names.
  /// - Parameters:
  ///   - operations: of the program's own block, ascending.
  ///   - inputs: every value that they read and do not compute, constants aside.
  public func part(_ operations: [Int], inputs: [Int], outputs: [Int]) -> Program {
    var part = self
    part.blocks[0] = Block(arguments: inputs, operations: operations, results: outputs)
    for input in inputs { part.values[input].definition = nil }
    part.inputShardings = inputs.map { _ in nil }
    part.outputShardings = outputs.map { _ in nil }
    let names = Dictionary(
      zip(self.outputs, outputNames), uniquingKeysWith: { first, _ in first })
    part.outputNames = outputs.map { names[$0] ?? nil }
    return part
  }

  /// Per operation of the program's own block what it reads: its operands, and for a loop what its
  /// blocks read from around it.
  public func valuesRead(by operation: Int) -> [Int] {
    guard case .loop(let loop) = operations[operation].kind else {
      return operations[operation].operands
    }
    var own: Set<Int> = []
    var read: [Int] = operations[operation].operands
    for block in [loop.condition, loop.body] {
      own.formUnion(blocks[block].arguments)
      for inner in blocks[block].operations {
        read += valuesRead(by: inner)
        own.formUnion(operations[inner].results)
      }
      read += blocks[block].results
    }
    var seen: Set<Int> = []
    return read.filter { !own.contains($0) && seen.insert($0).inserted }
  }
}
