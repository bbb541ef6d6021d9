import ModelDescription
import TensorPrograms

extension BlockGraph {
  /// Writes the graph's blocks in the order of its layers, each repetition as a layer of its own.
  func write(to writer: inout TensorWriter, for job: TrainingJob) {
    var values: [String: Int] = [:]
    for input in inputs { values[input.name] = writer.input(input, for: job) }
    for block in order {
      var reads = block.inputs.compactMap { values[$0] }
      for index in 0..<block.repetitions {
        let name = block.repetitions == 1 ? block.name : "\(block.name).\(index)"
        reads[0] = writer.layer(name) { $0.block(block, reads) }
      }
      values[block.name] = reads[0]
    }
  }
}

extension TensorWriter {
  fileprivate mutating func input(_ input: GraphInput, for job: TrainingJob) -> Int {
    switch input.form {
    case .tokens: batchInput(input.name, [job.sequenceLength], .int32)
    case .targetTokens: batchInput(input.name, [job.targetLength ?? job.sequenceLength], .int32)
    case .fixedTokens(let length): batchInput(input.name, [length], .int32)
    case .image(let channels, let height, let width):
      narrow(batchInput(input.name, [height, width, channels], .float32))
    }
  }

  fileprivate mutating func block(_ block: Block, _ reads: [Int]) -> Int {
    var values = Dictionary(
      zip(block.inputs, reads), uniquingKeysWith: { first, _ in first })
    values["input"] = reads[0]
    var previous = reads[0]
    for (index, step) in block.operators.enumerated() {
      values["previous"] = previous
      let operands = step.operands.compactMap { values[$0] }
      let name = step.name(at: index)
      previous = scope(name) { $0.write(step.kind, operands) }
      if let name = step.name { values[name] = previous }
      if program.program.values[previous].definition != nil, !step.kind.isView {
        previous = named(name, previous)
      }
    }
    return previous
  }

  private mutating func write(_ kind: BlockOperator.Kind, _ operands: [Int]) -> Int {
    let value = operands[0]
    let shape = shape(value)
    switch kind {
    case .linear(let outputs, _, let hasBias, _):
      let weight = use(parameter("weight", [shape[2], outputs]))
      let product = program.dot(value, weight, contracting: [2], [0])
      return addBias(product, [outputs], isPresent: hasBias)
    case .convolution(let form):
      let kernel = use(
        parameter(
          "kernel", [form.kernel, form.kernel, shape[3] / form.groups, form.outputs]))
      let result = program.convolution(
        value, kernel, stride: form.stride, padding: form.padding, groups: form.groups)
      return addBias(result, [form.outputs], isPresent: form.hasBias)
    case .transposedConvolution(let outputs, let stride, let hasBias):
      let kernel = use(parameter("kernel", [shape[3], stride, stride, outputs]))
      let result = program.transposedConvolution(value, kernel)
      return addBias(result, [outputs], isPresent: hasBias)
    case .attention(let form):
      let attention = Attention(
        heads: form.heads,
        form: .grouped(keyValueHeads: form.keyValueHeads, headSize: shape[2] / form.heads),
        hasInputBias: form.hasBias, hasOutputBias: form.hasBias)
      let memory = operands.count > 1 ? operands[1] : nil
      return self.attention(
        attention, value,
        AttentionInputs(memory: memory, isCausal: form.isCausal && memory == nil))
    case .attentionCore(let heads): return attentionCore(operands, heads: heads)
    case .norm(let form): return norm(form, value)
    case .embedding(let entries, let features):
      return embedding(parameter("table", [entries, features]), value)
    case .positions(let max):
      let table = use(parameter("table", [max, shape[2]]))
      let rows = program.slice(table, dimension: 0, 0..<shape[1])
      return program.add(value, spreadVector(rows, like: value))
    case .classToken:
      let token = use(parameter("token", [shape[2]]))
      let copies = program.broadcast(token, to: [batch, 1, shape[2]], at: [2])
      return program.concatenate([copies, value], dimension: 1)
    case .recurrent(let cell, let hidden, let isBidirectional):
      return recurrent(cell, hidden: hidden, isBidirectional: isBidirectional, value)
    case .pooling(let pooling): return pool(pooling, value)
    case .activation(let activation): return self.activation(activation, value)
    case .dropout: return value
    case .add: return operands.dropFirst().reduce(value) { program.add($0, $1) }
    case .concatenate(let crops): return concatenate(operands, crops: crops)
    case .upsample(let factor): return program.enlarge(value, by: factor)
    case .flatten: return program.reshape(value, to: [batch, 1, shape.dropFirst().reduce(1, *)])
    case .tokens: return program.reshape(value, to: [batch, shape[1] * shape[2], shape[3]])
    case .selectToken: return program.slice(value, dimension: 1, 0..<1)
    case .loss(let loss):
      write(loss, operands)
      return value
    }
  }

  private mutating func attentionCore(_ operands: [Int], heads: Int) -> Int {
    var split: [Int] = []
    for operand in operands {
      let (rows, width) = (shape(operand)[1], features(operand))
      split.append(program.reshape(operand, to: [batch, rows, heads, width / heads]))
    }
    let result = core(split[0], split[1], split[2], isCausal: false)
    let (rows, width) = (shape(result)[1], features(result))
    return program.reshape(result, to: [batch, rows, heads * width])
  }

  // MARK: Norms and pooling

  private mutating func norm(_ form: BlockNorm, _ value: Int) -> Int {
    switch form {
    case .layer: return norm("norm", value, .layer)
    case .rms: return norm("norm", value, .rms)
    case .batch:
      let last = shape(value).count - 1
      let result = centred(wide(value), over: Array(0..<last))
      return affine(narrow(result), features(value), hasBias: true)
    case .group:
      let (whole, channels) = (shape(value), features(value))
      let groups = greatestCommonDivisor(channels, usualGroups)
      let grouped = program.reshape(
        wide(value), to: whole.dropLast() + [groups, channels / groups])
      let rank = whole.count
      let result = centred(grouped, over: Array(1..<(rank - 1)) + [rank])
      return affine(narrow(program.reshape(result, to: whole)), channels, hasBias: true)
    }
  }

  /// Mean 0 and variance 1 over some dimensions.
  private mutating func centred(_ value: Int, over dimensions: [Int]) -> Int {
    let shape = shape(value)
    let kept = shape.indices.filter { !dimensions.contains($0) }
    let count = dimensions.reduce(1.0) { $0 * Double(shape[$1]) }
    let mean = program.multiply(program.sum(value, over: dimensions), by: 1 / count)
    let difference = program.subtract(value, program.broadcast(mean, to: shape, at: kept))
    let squares = program.multiply(difference, difference)
    let variance = program.multiply(program.sum(squares, over: dimensions), by: 1 / count)
    let scale = program.unary("rsqrt", program.add(variance, constant: normEpsilon))
    return program.multiply(difference, program.broadcast(scale, to: shape, at: kept))
  }

  private mutating func pool(_ pooling: Pooling, _ value: Int) -> Int {
    switch pooling {
    case .maximum(let size, let stride, let padding):
      return program.pool(value, size: size, stride: stride, padding: padding, .maximum)
    case .average(let size, let stride, let padding):
      let sum = program.pool(value, size: size, stride: stride, padding: padding, .add)
      return program.multiply(sum, by: 1 / Double(size * size))
    case .global:
      let inner = Array(1..<(shape(value).count - 1))
      let count = inner.reduce(1) { $0 * shape(value)[$1] }
      let mean = program.multiply(program.sum(value, over: inner), by: 1 / Double(count))
      return program.reshape(mean, to: [batch, 1, features(value)])
    }
  }

  private mutating func concatenate(_ operands: [Int], crops: Bool) -> Int {
    let first = shape(operands[0])
    var parts = operands
    if crops, first.count == 4 {
      for (index, operand) in operands.enumerated() {
        for dimension in 1...2 {
          // The middle, as in U-Net's figure 1.
          let margin = (shape(operand)[dimension] - first[dimension]) / 2
          parts[index] = program.slice(
            parts[index], dimension: dimension, margin..<(margin + first[dimension]))
        }
      }
    }
    return program.concatenate(parts, dimension: first.count - 1)
  }

  // MARK: Losses

  private mutating func write(_ loss: Loss, _ operands: [Int]) {
    let value = operands[0]
    switch loss {
    case .crossEntropy: crossEntropy("loss", value)
    case .meanSquare:
      let goal = batchInput("loss.goal", Array(shape(value).dropFirst()), .float32)
      let difference = program.subtract(wide(value), goal)
      let count = shape(value).reduce(1, *)
      let sum = program.sum(program.multiply(difference, difference))
      addLoss(program.multiply(sum, by: 1 / Double(count)))
    case .contrastive:
      // Every sample of one side against all of the other, both ways round.
      let rows = operands.map { program.reshape($0, to: [batch, features($0)]) }
      let labels = program.iota(TensorType([batch], .int32), dimension: 0)
      for (a, b) in [(rows[0], rows[1]), (rows[1], rows[0])] {
        let similarities = program.dot(a, b, contracting: [1], [1])
        addLoss(crossEntropy(similarities, labels: labels))
      }
    }
  }
}

extension BlockOperator.Kind {
  /// Whether the result is the operand, or the same numbers in another shape.
  fileprivate var isView: Bool {
    switch self {
    case .flatten, .tokens, .dropout, .loss: true
    default: false
    }
  }
}

/// Groups of a group norm. Source: Wu and He 2018, arXiv:1803.08494, section 3.1.
private let usualGroups = 32

private func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
  b == 0 ? a : greatestCommonDivisor(b, a % b)
}
