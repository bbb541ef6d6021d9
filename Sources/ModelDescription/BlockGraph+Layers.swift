extension BlockGraph {
  /// What is wrong with the graph: names and edges first, then one misfit of shapes per block.
  ///
  /// Blocks behind one that does not fit are not looked at, for want of a shape.
  public var problems: [ModelProblem] {
    let structure = structuralProblems
    guard structure.isEmpty else { return structure }
    // Shapes that depend on the job fit for one length exactly when they fit for all.
    let probe = TrainingJob(globalBatchSize: 1, sequenceLength: 1)
    var found: [ModelProblem] = []
    var tensors = inputTensors(for: probe)
    for block in order {
      guard block.inputs.allSatisfy({ tensors[$0] != nil }) else { continue }
      do {
        tensors[block.name] = try layer(of: block, reading: tensors, for: probe).output
      } catch {
        if case .invalid(let problem) = error { found.append(problem) }
      }
    }
    return found
  }

  /// One layer per repetition of each block.
  func layerGraph(for job: TrainingJob) throws(ModelError) -> LayerGraph {
    if let problem = structuralProblems.first { throw .invalid(problem) }
    var graph = LayerGraph()
    var tensors = inputTensors(for: job)
    var layers: [String: Int] = [:]
    for block in order {
      let layer = try layer(of: block, reading: tensors, for: job)
      var inputs = block.inputs.map { layers[$0] }
      for index in 0..<block.repetitions {
        let name = block.repetitions == 1 ? block.name : "\(block.name).\(index)"
        inputs[0] = graph.append(name, layer.layerClass, inputs: inputs.compactMap { $0 })
      }
      layers[block.name] = inputs[0]
      tensors[block.name] = layer.output
    }
    return graph
  }

  private func layer(
    of block: Block, reading tensors: [String: Tensor], for job: TrainingJob
  ) throws(ModelError) -> (layerClass: LayerClass, output: Tensor) {
    let inputs = block.inputs.compactMap { tensors[$0] }
    var writer = BlockWriter(block, inputs: inputs, for: job)
    let output = try writer.write()
    let layerClass = LayerClass(
      name: block.name, role: block.role, operators: writer.operators,
      outputElements: block.role == .output ? 0 : output.elements)
    return (layerClass, output)
  }

  private func inputTensors(for job: TrainingJob) -> [String: Tensor] {
    var tensors: [String: Tensor] = [:]
    for input in inputs {
      tensors[input.name] =
        switch input.form {
        case .tokens: Tensor(.identifiers(count: job.sequenceLength))
        case .targetTokens:
          Tensor(.identifiers(count: job.targetLength ?? job.sequenceLength))
        case .fixedTokens(let length): Tensor(.identifiers(count: length))
        case .image(let channels, let height, let width):
          Tensor(.image(channels: channels, height: height, width: width))
        }
    }
    return tensors
  }
}

/// The shape of what flows between operators, for one sample.
struct Tensor: Hashable, CustomStringConvertible {
  enum Shape: Hashable {
    /// Token numbers that no embedding has turned into vectors yet.
    case identifiers(count: Int)
    case rows(Int, features: Int)
    case image(channels: Int, height: Int, width: Int)
  }

  var shape: Shape
  /// Whether features are divided over the ranks of tensor parallelism.
  var isSplit: Bool

  init(_ shape: Shape, isSplit: Bool = false) {
    self.shape = shape
    self.isSplit = isSplit
  }

  var elements: Int {
    switch shape {
    case .identifiers(let count): count
    case .rows(let rows, let features): rows * features
    case .image(let channels, let height, let width): channels * height * width
    }
  }

  /// Features of a row, channels of an image.
  var features: Int {
    switch shape {
    case .identifiers: 1
    case .rows(_, let features): features
    case .image(let channels, _, _): channels
    }
  }

  /// Where a kernel that treats all elements alike works on it.
  var split: TensorSplit {
    if isSplit { return .elements }
    if case .rows(let rows, _) = shape, rows > 1 { return .sequence }
    return .replicated
  }

  var description: String {
    switch shape {
    case .identifiers: "token numbers"
    case .rows(_, let features): "\(features) features" + (isSplit ? " split over ranks" : "")
    case .image(let channels, let height, let width): "\(channels) channels of \(height)×\(width)"
    }
  }
}
