extension BlockGraph {
  /// What is wrong with names and edges, shapes aside.
  var structuralProblems: [ModelProblem] {
    var problems: [ModelProblem] = []
    var known: Set<String> = []
    for name in inputs.map(\.name) + blocks.map(\.name) where !known.insert(name).inserted {
      problems.append(ModelProblem(.block(name), "has a name that is used twice"))
    }
    for input in inputs { problems += input.problems }
    for block in blocks {
      for name in block.inputs where !known.contains(name) {
        let message = "names '\(name)', which is neither a block nor an input of the graph"
        problems.append(ModelProblem(.block(block.name, key: "inputs"), message))
      }
      if block.inputs.isEmpty {
        problems.append(ModelProblem(.block(block.name, key: "inputs"), "must not be empty"))
      }
      if block.operators.isEmpty {
        problems.append(ModelProblem(.block(block.name, key: "operators"), "must not be empty"))
      }
      if !(1...ModelLimits.layers).contains(block.repetitions) {
        let message = "must be between 1 and \(ModelLimits.layers), found \(block.repetitions)"
        problems.append(ModelProblem(.block(block.name, key: "repeat"), message))
      }
    }
    guard problems.isEmpty else { return problems }
    let order = self.order
    if order.count < blocks.count {
      let cycle = cycle(among: blocks.filter { block in !order.contains { $0 == block } })
      let message = "closes a cycle: " + cycle.joined(separator: " → ")
      return [ModelProblem(.block(cycle[0], key: "inputs"), message)]
    }
    let read = Set(blocks.flatMap(\.inputs))
    for block in blocks where block.role != .output && !read.contains(block.name) {
      let message = "is read by no block and holds no loss"
      problems.append(ModelProblem(.block(block.name), message))
    }
    for input in inputs where !read.contains(input.name) {
      problems.append(ModelProblem(.input(input.name), "is read by no block"))
    }
    return problems
  }

  /// The blocks, producers before consumers, otherwise as given; blocks on a cycle are left out.
  /// - Complexity: O(blocks²) at worst, blocks being few.
  public var order: [Block] {
    var done = Set(inputs.map(\.name))
    var order: [Block] = []
    var waiting = blocks
    while let next = waiting.firstIndex(where: { $0.inputs.allSatisfy(done.contains) }) {
      let block = waiting.remove(at: next)
      done.insert(block.name)
      order.append(block)
    }
    return order
  }

  /// Follows inputs among blocks that all wait for each other until one comes twice.
  private func cycle(among stuck: [Block]) -> [String] {
    guard var block = stuck.first else { return [] }
    var path = [block.name]
    while let next = stuck.first(where: { block.inputs.contains($0.name) }) {
      if let start = path.firstIndex(of: next.name) { return path[start...] + [next.name] }
      path.append(next.name)
      block = next
    }
    return path
  }
}

extension GraphInput {
  fileprivate var problems: [ModelProblem] {
    let sizes: [(String, Int, Int)] =
      switch form {
      case .tokens, .targetTokens: []
      case .fixedTokens(let length): [("tokens", length, ModelLimits.sequenceLength)]
      case .image(let channels, let height, let width):
        [
          ("channels", channels, ModelLimits.features), ("height", height, ModelLimits.imageSize),
          ("width", width, ModelLimits.imageSize),
        ]
      }
    return sizes.compactMap { name, size, limit in
      (1...limit).contains(size)
        ? nil
        : ModelProblem(.input(self.name), "needs \(name) between 1 and \(limit), found \(size)")
    }
  }
}
