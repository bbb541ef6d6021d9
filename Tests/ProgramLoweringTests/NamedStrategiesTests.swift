import ModelDescription
import ProgramLowering
import Quantities
import Sharding
import TensorPrograms
import Testing

/// The strategies that have names, as shardings of a lowered program, beside what the layer graph's
/// exchanges say they communicate (`LayerCosting` charges these exchanges and no others).
@Suite("Named strategies are shardings")
struct NamedStrategiesTests {
  static let batch = 8
  static let length = 32
  static let ranks = 4

  static let gpt = TransformerFamily(
    layers: 2, hiddenSize: 64, vocabularySize: 128,
    attention: Attention(heads: 8, form: .grouped(keyValueHeads: 8, headSize: 8)),
    feedForward: FeedForward(size: 96), norm: .layer, positions: .learned(max: length),
    tiesEmbeddings: true)

  static let mixtral = TransformerFamily(
    layers: 2, hiddenSize: 64, vocabularySize: 128,
    attention: Attention(heads: 8, form: .grouped(keyValueHeads: 4, headSize: 8)),
    feedForward: FeedForward(size: 96, isGated: true),
    experts: Experts(count: 4, perToken: 2, size: 48))

  /// A lowered model under shardings of inputs, by name, and of named values inside.
  struct Sharded {
    let step: TrainingProgram
    let graph: LayerGraph
    let collectives: [Collective]

    init(
      _ family: TransformerFamily, axis: String, joinsProducts: Bool = true,
      precision: Precision = .float32, style: PartitionerStyle = .cpu,
      inputs spec: (String, TensorType) -> [[String]],
      inside: (String) -> [[String]]? = { _ in nil }
    ) throws {
      let model = Model(
        name: "small", architecture: .transformer(family),
        provenance: Provenance(.assumed, "a test"))
      let job = TrainingJob(
        globalBatchSize: NamedStrategiesTests.batch, sequenceLength: NamedStrategiesTests.length,
        precision: precision, optimizer: .sgd)
      step = try TrainingProgram(model, for: job, joinsProducts: joinsProducts)
      graph = try model.layerGraph(for: job)
      let mesh = Mesh([.init(axis, NamedStrategiesTests.ranks)])
      let program = ShardableProgram(step.program)
      var given: [Int: TensorLayout] = [:]
      var inputs: [TensorLayout] = []
      for (value, entry) in program.program.values.enumerated() {
        guard let tensor = program.tensorOfValue[value], let name = entry.name?.dropFirst() else {
          continue
        }
        let isInput = entry.definition == nil
        guard let wanted = isInput ? spec(String(name), entry.type) : inside(String(name)) else {
          continue
        }
        given[tensor] = try TensorLayout(spec: wanted, of: entry.type, on: mesh)
      }
      for input in program.program.inputs {
        let layout = program.tensorOfValue[input].flatMap { given[$0] }
        inputs.append(layout ?? .replicated(on: mesh))
      }
      let outputs = program.outputLayouts(for: inputs, on: mesh)
      let layouts = Propagation(program, on: mesh, given: given, outputs: outputs).layouts
      var partitioner = Partitioner(program, on: mesh, layouts: layouts, style: style)
      collectives = partitioner.run(outputs: outputs).collectives
    }

    /// Operand bytes of collectives of a kind, of operands with so many dimensions if given.
    func bytes(_ kind: Collective.Kind, rank: Int? = nil) -> Int {
      collectives.filter { $0.kind == kind && (rank == nil || $0.operand.rank == rank) }
        .reduce(0) { $0 + $1.operandBytes * $1.executions }
    }

    /// Bytes that tensor parallelism reduces in both passes, by the layer graph: forward where a
    /// split is left, backward where one is entered.
    var exchangedBytes: Int {
      graph.layers.reduce(0) { sum, layer in
        sum
          + graph.classes[layer.classIndex].operators.reduce(0) { sum, step in
            guard case .exchange(let exchange) = step.kind,
              [.enterTensorParallel, .leaveTensorParallel].contains(exchange.kind)
            else { return sum }
            return sum + exchange.elements * NamedStrategiesTests.batch * 4
          }
      }
    }
  }

  static func isBatch(_ name: String) -> Bool { name == "tokens" || name.hasSuffix("labels") }

  /// Columns of the first product of each part, rows of the second, the vocabulary.
  static func megatron(_ name: String, _ type: TensorType) -> [[String]] {
    let split = ["model"]
    let last = Array(repeating: [], count: max(0, type.rank - 1)) + [split]
    if name.hasSuffix("embedding.table") { return [split, []] }
    if name.hasSuffix("logits.weight") { return last }
    if name.hasSuffix("attention.output.weight") { return [split, [], []] }
    if name.hasSuffix("query_key_value.weight") || name.hasSuffix("attention.query.weight")
      || name.hasSuffix("attention.key.weight") || name.hasSuffix("attention.value.weight")
    {
      return [[], split]
    }
    if name.contains("experts.down.weight") { return [[], split] }
    if name.hasSuffix("down.weight") { return [split, []] }
    return name.hasSuffix("up.weight") ? last : []
  }

  static let stream = batch * length * 64 * 4
  /// The loss over a split vocabulary: a maximum, a sum and the label's logit per token.
  static let splitLoss = 3 * batch * length * 4

  @Test("data parallelism sums every gradient once, a tied table's from both of its uses")
  func data() throws {
    let sharded = try Sharded(Self.gpt, axis: "data") { name, _ in
      Self.isBatch(name) ? [["data"]] : []
    }
    let table = 128 * 64
    #expect(sharded.bytes(.allReduce) == 4 * (sharded.graph.parameterCount + table) + 4)
    #expect(sharded.collectives.allSatisfy { $0.kind == .allReduce })
  }

  @Test("Megatron's tensor parallelism exchanges what the layer graph says, and the split loss")
  func tensor() throws {
    let sharded = try Sharded(Self.gpt, axis: "model", inputs: Self.megatron)
    #expect(sharded.bytes(.allReduce, rank: 3) == sharded.exchangedBytes)
    #expect(sharded.bytes(.allReduce) == sharded.exchangedBytes + Self.splitLoss)
    #expect(sharded.collectives.allSatisfy { $0.kind == .allReduce })
  }

  @Test("products that are not joined have a reduction each: XLA does not sum them first")
  func separateProducts() throws {
    let sharded = try Sharded(
      Self.gpt, axis: "model", joinsProducts: false, inputs: Self.megatron)
    // Query, key and value: two more per layer.
    let more = 2 * Self.gpt.layers * Self.stream
    #expect(sharded.bytes(.allReduce, rank: 3) == sharded.exchangedBytes + more)
  }

  @Test("experts split by columns and rows reduce each token once per expert")
  func tensorInExperts() throws {
    let sharded = try Sharded(Self.mixtral, axis: "model", inputs: Self.megatron)
    // The layer graph's experts exchange by dispatch and combine, not by reductions.
    #expect(sharded.bytes(.allReduce, rank: 3) == sharded.exchangedBytes)
    let routed = 2 * Self.stream
    #expect(sharded.bytes(.allReduce, rank: 4) == Self.mixtral.layers * 2 * routed)
  }

  @Test("expert parallelism exchanges tokens as the layer graph says, and sums all other gradients")
  func expert() throws {
    let split = [["data"]]
    let sharded = try Sharded(
      Self.mixtral, axis: "data",
      inputs: { name, _ in Self.isBatch(name) || name.contains("experts.") ? split : [] },
      inside: { name in
        // Tokens by sample outside, by expert inside: either is the first dimension.
        let places = ["dispatch", "up", "activation", "down", "combine"]
        return places.contains { name.hasSuffix("experts." + $0) } ? split : nil
      })
    var (routed, experts) = (0, 0)
    for layer in sharded.graph.layers {
      for step in sharded.graph.classes[layer.classIndex].operators {
        if step.isExpert { experts += step.parameterCount }
        guard case .exchange(let exchange) = step.kind,
          [.dispatchToExperts, .combineFromExperts].contains(exchange.kind)
        else { continue }
        routed += exchange.elements * Self.batch / Self.ranks * 4
      }
    }
    // Once each way, forward and backward.
    #expect(sharded.bytes(.allToAll) == 2 * routed)
    #expect(sharded.bytes(.allReduce) == 4 * (sharded.graph.parameterCount - experts) + 4)
    #expect(sharded.bytes(.allGather) == 0)
  }

  @Test("FSDP gathers every parameter and scatters every gradient")
  func fullySharded() throws {
    let sharded = try Sharded(
      Self.gpt, axis: "data", precision: .bfloat16, style: .reduceScatter
    ) { name, type in
      if Self.isBatch(name) { return [["data"]] }
      guard let dimension = type.shape.firstIndex(where: { $0 % Self.ranks == 0 }) else {
        return []
      }
      return Array(repeating: [], count: dimension) + [["data"]]
    }
    let (parameters, table) = (sharded.graph.parameterCount, 128 * 64)
    // Each part is put in once: what was gathered forward is kept for backward, where the layer
    // graph's FSDP gathers again. Gradients have the format of activations, 2 bytes.
    #expect(sharded.bytes(.allGather) * Self.ranks == 2 * parameters)
    #expect(sharded.bytes(.reduceScatter) == 2 * (parameters + table))
  }
}
