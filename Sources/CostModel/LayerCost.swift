import ClusterTopology
import ModelDescription
public import Quantities
public import StrategySpace

/// What one layer costs on one rank, per microbatch, under the degrees of a mesh.
///
/// Independent of schedule, recomputation, ZeRO stage and layer split, which pick from these
/// figures.
public struct LayerCost: Hashable, Sendable {
  public var forward = PassCost()
  /// Without recomputation.
  public var backward = PassCost()
  /// What computing the whole layer again takes.
  public var recomputed = PassCost()
  /// What selective recomputation repeats: the attention core, or the operators that PyTorch's
  /// trainers select.
  public var selectivelyRecomputed = PassCost()
  /// What forward keeps for backward.
  public var saved = Bytes.zero
  /// The part of `saved` that selective recomputation drops.
  public var selectivelyDropped = Bytes.zero
  /// What forward keeps when the whole layer is recomputed: its input.
  public var savedInput = Bytes.zero
  /// The most that gradients of one operator's input and output take during backward.
  public var largestGradients = Bytes.zero
  /// What the layer hands on, per receiving layer.
  public var output = Bytes.zero
  /// Parameters that are replicated over data and context.
  public var denseParameters = 0.0
  /// Parameters of routed experts on this rank.
  public var expertParameters = 0.0
  /// The measured update of all these parameters, where there is one.
  public var update: Seconds?
}

/// The part of a strategy that decides what a layer costs.
public struct MeshDegrees: Hashable, Sendable {
  public var tensor: Int
  public var context: Int
  public var contextKind: ContextParallelKind
  public var expert: Int
  public var expertTensor: Int
  public var sequenceParallel: Bool
  public var microBatch: Int
  public var overlapsTensorParallel: Bool

  public init(_ strategy: Strategy) {
    tensor = strategy.tensorParallelSize
    context = strategy.contextParallelSize
    contextKind = strategy.contextParallelKind
    expert = strategy.expertParallelSize
    expertTensor = strategy.expertTensorParallelSize
    sequenceParallel = strategy.sequenceParallel
    microBatch = strategy.microBatchSize
    overlapsTensorParallel = strategy.overlap.tensorParallel
  }
}

/// Adds up the operators of a layer on one kind of stage.
struct LayerCosting {
  let job: TrainingJob
  let degrees: MeshDegrees
  private let stage: StageChannels
  private let devices: [DeviceTiming]

  init(_ model: CostModel, _ degrees: MeshDegrees, on stage: StageChannels) {
    job = model.job
    self.degrees = degrees
    self.stage = stage
    devices = stage.clusterGroups.map {
      DeviceTiming(device: model.cluster.groups[$0].node.device)
    }
  }

  /// - Parameter inputElements: elements per sample of the largest tensor that the layer reads.
  func cost(of layer: LayerClass, inputElements: Int) -> LayerCost {
    var cost = LayerCost()
    var host = HostOperators()
    var entered = Seconds.zero
    var selection = OperatorSelection()
    let stop = stopOfRecomputation(layer)
    for (index, op) in layer.operators.enumerated() {
      if index == stop { cost.recomputed = paced(cost.forward, by: host.forward) }
      let (forward, backward) = (cost.forward, cost.backward)
      add(op, to: &cost)
      hide(&entered, behind: op, since: backward, in: &cost.backward)
      host.add(
        op, experts: localExperts(op),
        ringSteps: degrees.contextKind == .ring ? degrees.context : 1,
        isSplit: isCommunicating(op), isQuantised: isQuantised(op), job)
      if job.framework.selectsOperators, index < stop ?? .max {
        selection.add(op, of: cost.forward - forward, keeping: outputBytes(of: op))
      }
      for tensor in op.saved {
        let bytes = size(of: tensor, isExpert: op.isExpert)
        cost.saved += bytes
        if tensor.isAttentionMatrix { cost.selectivelyDropped += bytes }
        cost.largestGradients = max(cost.largestGradients, bytes * gradientCopies(of: tensor))
      }
      let parameters = parameterCount(op)
      if op.isExpert {
        cost.expertParameters += parameters
      } else {
        cost.denseParameters += parameters
      }
    }
    cost.forward = paced(cost.forward, by: host.forward)
    cost.backward = paced(cost.backward, by: host.backward)
    if stop == nil { cost.recomputed = cost.forward }
    cost.output = activationBytes(Double(layer.outputElements)) / sequenceSplit
    cost.savedInput =
      layer.role == .block ? activationBytes(Double(inputElements)) / sequenceSplit : .zero
    if job.framework.selectsOperators {
      let isBlock = layer.role == .block
      cost.selectivelyRecomputed = isBlock ? selection.recomputed : PassCost()
      cost.selectivelyDropped =
        isBlock ? max(.zero, cost.saved - cost.savedInput - selection.kept) : .zero
    }
    return cost
  }

  /// What the gradients of an operator's input and output take, over what it saves.
  ///
  /// Of logits there is one 32-bit gradient, in place of what was saved where the loss is fused; PyTorch's
  /// own loss hands it on in 16 bits besides.
  private func gradientCopies(of tensor: SavedTensor) -> Double {
    guard tensor.storage == .float32 else { return 2 }
    return job.computesLossInPlace ? 1 : job.framework.fusesPointwise ? 2 : 2.5
  }

  /// What an operator writes on one rank, as far as selecting operators may keep it.
  private func outputBytes(of op: Operator) -> Bytes {
    switch op.kind {
    case .matrixProduct(let product):
      let elements = Double(product.rows) * Double(product.outputs)
      return activationBytes(elements) / outputSplit(op)
    case .attention(let core):
      let elements = Double(core.queryLength) * Double(core.heads) * Double(core.valueHeadSize)
      return activationBytes(elements) / degrees.tensor
    default: return .zero
    }
  }

  /// Row splits leave partial sums, which are added up into the rows of sequence parallelism.
  private func outputSplit(_ op: Operator) -> Double {
    switch op.split {
    case .row: op.isExpert ? expertRowSplit : sequenceSplit
    default: split(op.split, isExpert: op.isExpert)
    }
  }

  /// The operator before which recomputing the layer ends; `nil` when it runs to the layer's end.
  ///
  /// The last operator that keeps anything ends it. A product keeps its input, which is there before
  /// it runs; others, such as dropout, make what they keep.
  private func stopOfRecomputation(_ layer: LayerClass) -> Int? {
    guard job.framework.stopsRecomputationEarly,
      let last = layer.operators.lastIndex(where: { !$0.saved.isEmpty })
    else { return nil }
    if case .matrixProduct = layer.operators[last].kind { return last }
    return last + 1 < layer.operators.count ? last + 1 : nil
  }

  /// Lets the reduction of a product's input gradient, which follows from entering the split before
  /// the product, run behind the gradient of its weights.
  private func hide(
    _ entered: inout Seconds, behind op: Operator, since before: PassCost,
    in backward: inout PassCost
  ) {
    switch op.kind {
    case .exchange(let exchange) where exchange.kind == .enterTensorParallel:
      entered = backward.tensor - before.tensor
    case .matrixProduct where job.framework.hidesInputGradients:
      let hidden = min(entered, backward.weightGradient - before.weightGradient)
      backward.tensor -= (1 - communicationShare) * hidden
      entered = .zero
    default:
      entered = .zero
    }
  }

  private var communicationShare: Double {
    devices.map(\.device.efficiency.communicationShare).max() ?? 0
  }

  // MARK: The host

  /// A pass that takes as long as the host needs to issue its operators, if the device is faster.
  private func paced(_ pass: PassCost, by host: HostOperators.Count) -> PassCost {
    let issuing = slowest {
      let efficiency = $0.device.efficiency
      return efficiency.operatorDispatch * host.operators + efficiency.kernelLaunch * host.launches
    }
    var pass = pass
    pass.compute += max(.zero, issuing - pass.total)
    return pass
  }

  /// The experts of a grouped product that are on one rank; 1 for other operators.
  private func localExperts(_ op: Operator) -> Double {
    guard op.isExpert, case .matrixProduct(let product) = op.kind else { return 1 }
    return Double(product.matrices) / Double(degrees.expert)
  }

  private func isCommunicating(_ op: Operator) -> Bool {
    guard case .exchange(let exchange) = op.kind else { return false }
    switch exchange.kind {
    case .enterTensorParallel, .leaveTensorParallel: return degrees.tensor > 1
    case .dispatchToExperts, .combineFromExperts: return true
    }
  }

  private func isQuantised(_ op: Operator) -> Bool {
    guard case .matrixProduct = op.kind, op.split != .vocabulary else { return false }
    return job.precision.compute.bitsPerElement < job.precision.activations.bitsPerElement
  }

  // MARK: Operators

  private func add(_ op: Operator, to cost: inout LayerCost) {
    switch op.kind {
    case .matrixProduct(let product): add(product, op, to: &cost)
    case .attention(let core): addAttention(core, to: &cost)
    case .convolution(let convolution): addConvolution(convolution, to: &cost)
    case .recurrence(let recurrence): addRecurrence(recurrence, to: &cost)
    case .lookup(let lookup): addLookup(lookup, to: &cost)
    case .pointwise(let pointwise): addPointwise(pointwise, op, to: &cost)
    case .exchange(let exchange): addExchange(exchange, to: &cost)
    }
  }

  private func add(_ product: MatrixProduct, _ op: Operator, to cost: inout LayerCost) {
    var rows = Double(product.rows) * samples
    var inputs = Double(product.inputs)
    var outputs = Double(product.outputs)
    var batches = 1.0
    if op.isExpert {
      batches = localExperts(op)
      rows = rows / expertRowSplit * job.expertLoadImbalance / batches
    }
    let width = Double(op.isExpert ? degrees.expertTensor : degrees.tensor)
    switch op.split {
    case .column, .elements: outputs = columns(of: product, over: width)
    case .vocabulary: outputs = paddedVocabulary(product.outputs) / width
    case .row: inputs /= width
    case .sequence: rows /= sequenceSplit
    case .replicated: break
    }
    // The output layer stays in the activations' format: FP8 recipes leave it out.
    let format = op.split == .vocabulary ? job.precision.activations : job.precision.compute
    let accumulated = 2 * Double(job.precision.gradients.bytesPerElement)
    let product = { (device: DeviceTiming, m: Double, k: Double, n: Double, bytes: Double?) in
      device.product(
        rows: m, inputs: k, outputs: n, batches: batches, format: format, outputBytes: bytes,
        kernels: op.isExpert ? batches : 1,
        alignment: device.alignment(inputs, outputs, format: format))
    }
    cost.forward.compute += slowest { product($0, rows, inputs, outputs, nil) }
    let weights = slowest { product($0, inputs, rows, outputs, accumulated) }
    cost.backward.compute += slowest { product($0, rows, outputs, inputs, nil) } + weights
    cost.backward.weightGradient += weights
    if !job.framework.accumulatesInProduct {
      let adding = activationElement + accumulated
      let matrix = Bytes(inputs * outputs * batches * adding)
      cost.backward.compute += slowest { $0.stream(matrix) }
    }
    let activations = job.precision.activations
    cost.forward.compute += slowest {
      $0.cast(rows * batches * inputs, from: activations, to: format)
    }
    cost.backward.compute += slowest {
      $0.cast(rows * batches * outputs, from: activations, to: format)
    }
  }

  /// The outputs of a column split on one rank.
  private func columns(of product: MatrixProduct, over ranks: Double) -> Double {
    let all = Double(product.outputs)
    guard let replicated = product.replicated, Double(replicated.parts) < ranks else {
      return all / ranks
    }
    let shared = Double(replicated.outputs)
    return (all - shared) / ranks + shared / Double(replicated.parts)
  }

  private func addConvolution(_ convolution: Convolution, to cost: inout LayerCost) {
    let groups = Double(convolution.groups)
    let rows = Double(convolution.outputHeight * convolution.outputWidth) * samples
    let inputs =
      Double(convolution.inputChannels * convolution.kernelHeight * convolution.kernelWidth)
      / groups
    let outputs = Double(convolution.outputChannels) / groups
    let format = job.precision.compute
    let product = { (device: DeviceTiming, m: Double, k: Double, n: Double) in
      device.product(rows: m, inputs: k, outputs: n, batches: groups, format: format)
    }
    cost.forward.compute += slowest { product($0, rows, inputs, outputs) }
    let weights = slowest { product($0, inputs, rows, outputs) }
    cost.backward.compute += slowest { product($0, rows, outputs, inputs) } + weights
    cost.backward.weightGradient += weights
  }

  /// Steps depend on each other, so each is a product of `samples` rows; both directions run one
  /// after the other.
  private func addRecurrence(_ recurrence: Recurrence, to cost: inout LayerCost) {
    let steps = recurrence.steps * recurrence.directions
    let inputs = Double(recurrence.inputs + recurrence.hidden)
    let outputs = Double(recurrence.gates * recurrence.hidden)
    let format = job.precision.compute
    let forward = slowest {
      $0.product(rows: samples, inputs: inputs, outputs: outputs, format: format)
    }
    let input = slowest {
      $0.product(rows: samples, inputs: outputs, outputs: inputs, format: format)
    }
    // The gradient of the weights needs no order: one product over all steps of a direction.
    let weights = slowest {
      $0.product(
        rows: inputs, inputs: samples * Double(recurrence.steps), outputs: outputs, format: format)
    }
    cost.forward.compute += forward * steps
    cost.backward.compute += input * steps + weights * recurrence.directions
    cost.backward.weightGradient += weights * recurrence.directions
  }

  private func addLookup(_ lookup: Lookup, to cost: inout LayerCost) {
    let row = activationBytes(Double(lookup.rows * lookup.features))
    // Forward reads a row of the table and writes it; backward reads the gradient and adds it into
    // the table's 32-bit gradient.
    cost.forward.compute += slowest { $0.stream(row * 2) }
    cost.backward.compute += slowest { $0.stream(row * 5) }
  }

  private func addPointwise(_ pointwise: Pointwise, _ op: Operator, to cost: inout LayerCost) {
    let share = split(op.split, isExpert: op.isExpert)
    let forward = activationBytes(Double(pointwise.forwardTraffic)) / share
    let backward = activationBytes(Double(pointwise.backwardTraffic)) / share
    cost.forward.compute += slowest { $0.stream(forward) }
    cost.backward.compute += slowest { $0.stream(backward) }
  }

  // MARK: Attention

  private func addAttention(_ core: AttentionCore, to cost: inout LayerCost) {
    var forward = PassCost()
    var backward = PassCost()
    switch job.attention {
    case .fused, .firstFused:
      forward.compute = slowest { fusedAttention(core, isForward: true, on: $0) }
      backward.compute = slowest { fusedAttention(core, isForward: false, on: $0) }
    case .unfused:
      forward.compute = unfusedAttention(core, isForward: true)
      backward.compute = unfusedAttention(core, isForward: false)
    }
    exchangeContext(core, forward: &forward, backward: &backward)
    cost.forward = cost.forward + forward
    cost.backward = cost.backward + backward
    if job.attention.keepsScores {
      cost.selectivelyRecomputed = cost.selectivelyRecomputed + forward
    }
  }

  /// Heads times samples on one rank.
  private func localHeads(_ core: AttentionCore) -> Double {
    Double(core.heads) / Double(degrees.tensor) * Double(degrees.microBatch)
  }

  /// A ring takes one kernel per block of keys, and adds up what they give.
  ///
  /// The backward kernel recomputes the scores: five products for forward's two (FlashAttention-2,
  /// arXiv:2307.08691).
  private func fusedAttention(
    _ core: AttentionCore, isForward: Bool, on device: DeviceTiming
  ) -> Seconds {
    let kernels = degrees.contextKind == .ring ? Double(degrees.context) : 1
    let heads = localHeads(core) * kernels / Double(degrees.context)
    let queries = Double(core.queryLength) / kernels
    let features = Double(core.headSize + core.valueHeadSize)
    let work = FLOPs(2 * heads * queries * core.visitedKeysPerQuery / kernels * features)
    let efficiency = device.device.efficiency
    let speed = job.attention == .firstFused ? efficiency.firstFusedAttention : 1
    let kernel = device.fusedAttention(
      work: isForward ? work : 2.5 * work,
      blocks: heads * (queries / DeviceTiming.attentionBlockRows).rounded(.up),
      efficiency: speed
        * (isForward ? efficiency.attentionForward : efficiency.attentionBackward),
      tail: isForward ? efficiency.attentionTailForward : efficiency.attentionTailBackward,
      format: job.precision.activations)
    // Forward the partial results are rescaled and added, backward the gradients of keys, values
    // and queries: two operands read, one written.
    let element = Double(job.precision.activations.bytesPerElement)
    let width = isForward ? Double(core.valueHeadSize) : features
    let partial = Bytes(3 * heads * queries * width * element)
    return kernel * kernels + device.stream(partial) * (kernels - 1)
  }

  /// Two batched products over all keys (also those that a causal mask hides), a softmax and
  /// dropout forward; four products backward.
  private func unfusedAttention(_ core: AttentionCore, isForward: Bool) -> Seconds {
    let heads = localHeads(core)
    let queries = Double(core.queryLength) / Double(degrees.context)
    let keys = Double(core.keyLength)
    let (size, valueSize) = (Double(core.headSize), Double(core.valueHeadSize))
    let format = job.precision.activations
    let matrix = Bytes(heads * queries * keys * Double(format.bytesPerElement))
    // Elements of the score matrix that softmax and dropout read and write; a mask is half an
    // activation. Megatron-LM's causal kernel reads the lower triangle only
    // (`scaled_upper_triang_masked_softmax`).
    let read = core.isCausal && queries == keys && job.framework.fusesPointwise ? 0.5 : 1
    let softmax = isForward ? read + 1 : 2 * read + 1
    let dropout = core.hasDropout ? 2.5 : 0.0
    return slowest { device in
      let scores = device.product(
        rows: queries, inputs: size, outputs: keys, batches: heads, format: format,
        alignment: device.alignment(size, keys, format: format))
      let values = device.product(
        rows: queries, inputs: keys, outputs: valueSize, batches: heads, format: format,
        alignment: device.alignment(keys, valueSize, format: format))
      let products = scores + values
      return (isForward ? products : 2 * products)
        + device.stream(matrix * softmax) + device.stream(matrix * dropout)
    }
  }

  /// Ring: keys and values of the other ranks arrive block by block behind the attention to the
  /// previous block; backward their gradients travel too. Ulysses: queries, keys, values and
  /// results change between a split over the sequence and one over heads.
  private func exchangeContext(
    _ core: AttentionCore, forward: inout PassCost, backward: inout PassCost
  ) {
    guard degrees.context > 1 else { return }
    let perToken = Double(core.headSize + core.valueHeadSize) / Double(degrees.tensor)
    let keysAndValues = activationBytes(
      Double(core.keyLength) * Double(max(core.keyValueHeads, degrees.tensor)) * perToken)
    switch degrees.contextKind {
    case .ring:
      let steps = degrees.context - 1
      let hop = stage.context.slowest { $0.send(keysAndValues) }
      forward.context = max(.zero, hop - forward.compute / degrees.context) * steps
      backward.context = max(.zero, 2 * hop - backward.compute / degrees.context) * steps
    case .ulysses:
      let queriesAndResults = activationBytes(
        Double(core.queryLength) * Double(core.heads) * perToken)
      let exchange = stage.context.slowest {
        $0.allToAll(keysAndValues) + $0.allToAll(queriesAndResults)
      }
      forward.context = exchange
      backward.context = exchange
    }
  }

  // MARK: Exchanges

  private func addExchange(_ exchange: Exchange, to cost: inout LayerCost) {
    let whole = activationBytes(Double(exchange.elements))
    switch exchange.kind {
    case .enterTensorParallel, .leaveTensorParallel:
      let entering = exchange.kind == .enterTensorParallel
      if degrees.sequenceParallel {
        // Entering gathers forward and scatters backward, leaving the other way round: the same
        // traffic. That backward gathers the input once more for the gradient of the weights runs
        // behind the gradient of the input (Korthikanti et al. 2022).
        let exposed = exposedTensor { $0.allGather(whole) }
        cost.forward.tensor += exposed
        cost.backward.tensor += exposed
      } else if entering {
        cost.backward.tensor += exposedTensor { $0.allReduce(whole) }
      } else {
        cost.forward.tensor += exposedTensor { $0.allReduce(whole) }
      }
    case .dispatchToExperts, .combineFromExperts:
      let routed = whole * job.expertLoadImbalance
      let copies = job.framework.sendsTokensOncePerNode ? exchange.copies : 1
      var duration = stage.expert.slowest { $0.allToAll(routed / degrees.tensor, copies: copies) }
      // Ranks that share an expert each work on the tokens of all of them.
      duration += stage.expertTensor.slowest { $0.allGather(routed) }
      cost.forward.expert += duration
      cost.backward.expert += duration
      // How many tokens come is read from the device before they are exchanged: meanwhile the host
      // issues nothing, and the device waits for it to go on (Megatron-LM's and torchtitan's
      // dispatchers).
      if exchange.kind == .dispatchToExperts {
        cost.forward.compute += slowest { $0.device.efficiency.operatorDispatch }
      }
    }
  }

  /// Tensor-parallel communication that compute waits for. Cut into as many parts as there are
  /// ranks, all but one run behind the products they belong to, and slow these down.
  private func exposedTensor(_ duration: (Channel) -> Seconds) -> Seconds {
    let whole = stage.tensor.slowest(duration)
    guard degrees.overlapsTensorParallel else { return whole }
    let exposed = whole / degrees.tensor
    return exposed + communicationShare * (whole - exposed)
  }

  // MARK: Sizes on one rank

  /// Samples that a rank's rows amount to: the microbatch over the context-parallel ranks.
  private var samples: Double { Double(degrees.microBatch) / Double(degrees.context) }

  private var sequenceSplit: Double { degrees.sequenceParallel ? Double(degrees.tensor) : 1 }

  /// Unless experts are split over the tensor-parallel ranks too, each of these routes its own part
  /// of the tokens.
  private var expertRowSplit: Double {
    degrees.expertTensor == 1 ? Double(degrees.tensor) : 1
  }

  private var activationElement: Double { Double(job.precision.activations.bytesPerElement) }

  private func activationBytes(_ elementsPerSample: Double) -> Bytes {
    Bytes(elementsPerSample * samples * Double(job.precision.activations.bytesPerElement))
  }

  private func split(_ split: TensorSplit, isExpert: Bool) -> Double {
    let rows = isExpert ? expertRowSplit : 1
    let width = Double(isExpert ? degrees.expertTensor : degrees.tensor)
    return switch split {
    case .column, .row, .vocabulary, .elements: rows * width
    case .sequence: isExpert ? rows : sequenceSplit
    case .replicated: rows
    }
  }

  private func size(of tensor: SavedTensor, isExpert: Bool) -> Bytes {
    let element =
      switch tensor.storage {
      case .activation: Double(job.precision.activations.bytesPerElement)
      case .mask: 1.0
      case .float32: 4.0
      }
    return Bytes(
      Double(tensor.elements) * samples * element / split(tensor.split, isExpert: isExpert))
  }

  private func parameterCount(_ op: Operator) -> Double {
    let all = Double(op.parameterCount)
    let degree = Double(op.isExpert ? degrees.expertTensor : degrees.tensor)
    let experts = op.isExpert ? Double(degrees.expert) : 1
    switch (op.kind, op.split) {
    case (_, .replicated), (_, .sequence), (.pointwise, .row): return all / experts
    case (.matrixProduct(let product), .row) where product.hasBias:
      // The bias is added after the partial sums: every rank holds it.
      let bias = Double(product.outputs * product.matrices)
      return ((all - bias) / degree + bias) / experts
    case (.matrixProduct(let product), .column) where product.replicated != nil:
      return all / Double(product.outputs) * columns(of: product, over: degree) / experts
    case (.matrixProduct(let product), .vocabulary) where !product.sharesWeights:
      return paddedVocabulary(product.outputs) * (all / Double(product.outputs)) / degree
    case (.lookup(let lookup), .vocabulary) where !lookup.sharesWeights:
      return paddedVocabulary(lookup.entries) * Double(lookup.features) / degree
    default: return all / degree / experts
    }
  }

  /// The parameters on one rank of a tensor that its owner shares with other layers.
  func parameterCount(_ shared: SharedWeights, of owner: LayerClass) -> Double {
    let table = owner.operators.first {
      $0.split == shared.split && $0.parameterCount == shared.parameterCount
    }
    let divisor = shared.split.isDivided ? degrees.tensor : 1
    return table.map(parameterCount) ?? Double(shared.parameterCount) / Double(divisor)
  }

  private func paddedVocabulary(_ entries: Int) -> Double {
    let multiple = job.vocabularyDivisor * degrees.tensor
    return Double((entries + multiple - 1) / multiple * multiple)
  }

  private func slowest(_ duration: (DeviceTiming) -> Seconds) -> Seconds {
    devices.map(duration).max() ?? .zero
  }
}

extension AttentionCore {
  /// Keys that a kernel visits per query on average: those that a causal mask or a window leaves.
  var visitedKeysPerQuery: Double {
    let keys = Double(keyLength)
    let visible = Double(visibleKeys)
    guard isCausal, keyLength == queryLength else { return visible }
    // The first `visible` queries see a growing triangle, the rest a full window.
    return visible - visible * (visible - 1) / (2 * keys)
  }
}
