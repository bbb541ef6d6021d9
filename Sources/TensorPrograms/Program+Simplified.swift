extension Program {
  /// The same computation with less in it: constants and what follows from them folded into their
  /// uses, broadcasts of broadcasts joined, equal operations computed once, unused ones left out.
  ///
  /// What sums over a tensor is kept even where it occurs twice: compilers partition before they
  /// look for equal operations, and two all-reduces, once made, are not merged into one.
  ///
  /// Values keep their indices and names; operations that are left out merely stand in no block.
  /// In exported training programs about half of all operations go.
  /// - Complexity: O(operations).
  public func simplified() -> Program {
    var program = self
    program.markConstants()
    var replacements = Array(values.indices)
    program.mergeEqualOperations(in: 0, known: [:], replacements: &replacements)
    program.dropUnusedOperations()
    for (value, kept) in replacements.enumerated() where kept != value {
      program.equalValues[kept, default: []].append(value)
    }
    return program
  }

  private mutating func markConstants() {
    for block in blocks {
      for index in block.operations {
        let operation = operations[index]
        switch operation.kind {
        case .loop, .opaque, .constraint, .barrier: continue
        default: break
        }
        guard operation.operands.allSatisfy({ values[$0].isConstant }) else { continue }
        for result in operation.results { values[result].isConstant = true }
      }
    }
  }

  private struct Computation: Hashable {
    var kind: OperationKind
    var operands: [Int]
    var resultTypes: [TensorType]
  }

  /// `known` are the computations of the blocks around this one.
  private mutating func mergeEqualOperations(
    in block: Int, known: [Computation: [Int]], replacements: inout [Int]
  ) {
    var known = known
    var kept: [Int] = []
    for index in blocks[block].operations {
      operations[index].operands = operations[index].operands.map { replacements[$0] }
      joinBroadcasts(index)
      if case .broadcast = operations[index].kind, keepsElements(index) {
        operations[index].kind = .reshape
      }
      let operation = operations[index]
      if case .loop(let loop) = operation.kind {
        mergeEqualOperations(in: loop.condition, known: known, replacements: &replacements)
        mergeEqualOperations(in: loop.body, known: known, replacements: &replacements)
        kept.append(index)
        continue
      }
      guard operation.kind.mayMerge else {
        kept.append(index)
        continue
      }
      if isIdentity(operation) {
        replacements[operation.results[0]] = operation.operands[0]
        continue
      }
      let computation = Computation(
        kind: operation.kind, operands: operation.operands,
        resultTypes: operation.results.map { values[$0].type })
      if let earlier = known[computation] {
        for (result, same) in zip(operation.results, earlier) { replacements[result] = same }
      } else {
        known[computation] = operation.results
        kept.append(index)
      }
    }
    blocks[block].operations = kept
    blocks[block].results = blocks[block].results.map { replacements[$0] }
  }

  private mutating func joinBroadcasts(_ index: Int) {
    guard case .broadcast(let outer) = operations[index].kind,
      let definition = values[operations[index].operands[0]].definition,
      case .broadcast(let inner) = operations[definition].kind
    else { return }
    operations[index].kind = .broadcast(dimensions: inner.map { outer[$0] })
    operations[index].operands = operations[definition].operands
  }

  /// Whether a broadcast only adds dimensions of size 1.
  private func keepsElements(_ index: Int) -> Bool {
    let operand = values[operations[index].operands[0]].type
    return operand.elementCount == values[operations[index].results[0]].type.elementCount
  }

  /// Whether the operation gives back its operand as it is.
  private func isIdentity(_ operation: Operation) -> Bool {
    guard operation.results.count == 1, operation.operands.count == 1,
      values[operation.results[0]].type == values[operation.operands[0]].type
    else { return false }
    switch operation.kind {
    case .reshape: return true
    case .broadcast(let dimensions): return dimensions == Array(dimensions.indices)
    case .transpose(let permutation): return permutation == Array(permutation.indices)
    default: return false
    }
  }

  private mutating func dropUnusedOperations() {
    var isUsed = [Bool](repeating: false, count: values.count)
    for output in outputs { isUsed[output] = true }
    dropUnusedOperations(in: 0, &isUsed)
  }

  private mutating func dropUnusedOperations(in block: Int, _ isUsed: inout [Bool]) {
    var kept: [Int] = []
    for index in blocks[block].operations.reversed() {
      let operation = operations[index]
      guard operation.results.contains(where: { isUsed[$0] && !values[$0].isConstant }) else {
        continue
      }
      kept.append(index)
      for operand in operation.operands { isUsed[operand] = true }
      guard case .loop(let loop) = operation.kind else { continue }
      for inner in [loop.body, loop.condition] {
        for result in blocks[inner].results { isUsed[result] = true }
        dropUnusedOperations(in: inner, &isUsed)
      }
    }
    blocks[block].operations = kept.reversed()
  }
}

extension OperationKind {
  fileprivate var mayMerge: Bool {
    switch self {
    case .reduce, .dot, .convolution, .scatter, .opaque: false
    default: true
    }
  }
}
