import Quantities

/// Writes the operators of one layer in order of execution, with what each saves and moves.
///
/// The only place that knows how many elements a kernel reads and writes and which tensors the
/// backward pass needs. `e` is the number of elements of the kernel's output for one sample, `m`
/// the traffic of a dropout mask (one byte per element), `e₃₂` that of 32-bit elements, which count
/// as two 16-bit ones:
///
/// | kernel | forward | backward | saved |
/// | --- | --- | --- | --- |
/// | norm | 2e | 3e | its input |
/// | activation | 2e | 3e | its input |
/// | gated activation | 3e | 5e | both halves of its input |
/// | bias + dropout + residual sum | 3e + m | 5e + m | mask |
/// | bias + residual sum | 3e | 3e | – |
/// | dropout | 2e + m | 2e + m | mask |
/// | rotary positions (e of queries and keys) | 2e | 2e | – |
/// | sum of n tables | (n+1)e | – | – |
/// | cross entropy (e logits) | e + 6e₃₂ | e + 3e₃₂ | 32-bit probabilities |
///
/// A kernel without traffic only carries parameters: it is fused into its neighbour.
///
/// Where nothing is fused (PyTorch, operator by operator), more crosses memory:
///
/// | kernel | forward | backward | because |
/// | --- | --- | --- | --- |
/// | norm | 10e | 12e | in 32 bits, with a cast before and behind |
/// | gated activation | 5e | 9e | activation and product are two kernels |
/// | bias + dropout + residual sum | 5e + m | 5e + m | dropout and sum are two kernels |
/// | rotary positions | 10e | 10e | in 32 bits, with casts, by halves |
///
/// A matrix product saves its input. Kernels are the fused ones of Megatron-LM (bias and
/// activation, bias and dropout and residual, rotary, SwiGLU). The backward pass of a residual sum
/// adds the gradients of its two branches. Norm statistics and gradients of biases and gains are
/// left out: they are smaller by the hidden size, or by the number of tokens.
///
/// Which tensors are saved follows Korthikanti et al. 2022 (arXiv:2205.05198), section 4.
struct LayerWriter {
  private(set) var operators: [Operator] = []
  /// Bytes of one stored activation.
  private let activationBytes: Int
  private let attention: AttentionKernel
  private let isFused: Bool

  init(for job: TrainingJob) {
    activationBytes = job.precision.activations.bytesPerElement
    attention = job.attention
    isFused = job.framework.fusesPointwise
  }

  mutating func append(
    _ name: String, _ kind: Operator.Kind, split: TensorSplit, isExpert: Bool = false,
    saved: [SavedTensor] = []
  ) {
    operators.append(Operator(name, kind, split: split, isExpert: isExpert, saved: saved))
  }

  /// Adds a tensor to what an operator written before keeps.
  mutating func keep(_ tensor: SavedTensor, by index: Int) {
    operators[index].saved.append(tensor)
  }

  // MARK: Products

  /// A matrix product and the exchanges around its split.
  ///
  /// A column or vocabulary split is entered before, a row split is left after. The input is saved
  /// unless another operator of the layer already does (`savesInput: false`).
  mutating func product(
    _ name: String, _ product: MatrixProduct, split: TensorSplit, isExpert: Bool = false,
    savesInput: Bool = true, enters: Bool = true
  ) {
    let isEntered = split == .column || split == .vocabulary
    // Experts get their tokens by dispatch and give them back by combine.
    if isEntered, enters, !isExpert {
      exchange(name + ".enter", .enterTensorParallel, elements: product.rows * product.inputs)
    }
    let inputSplit: TensorSplit = isEntered ? .sequence : split == .row ? .elements : split
    let input = SavedTensor(elements: product.rows * product.inputs, split: inputSplit)
    append(
      name, .matrixProduct(product), split: split, isExpert: isExpert,
      saved: savesInput ? [input] : [])
    if split == .row, !isExpert {
      exchange(name + ".leave", .leaveTensorParallel, elements: product.rows * product.outputs)
    }
  }

  mutating func exchange(
    _ name: String, _ kind: Exchange.Kind, elements: Int, copies: Int = 1
  ) {
    append(
      name, .exchange(Exchange(kind, elements: elements, copies: copies)), split: .replicated)
  }

  /// Rows of a table that is split over the vocabulary.
  mutating func tokenLookup(_ name: String, _ lookup: Lookup) {
    append(name, .lookup(lookup), split: .vocabulary)
    exchange(name + ".leave", .leaveTensorParallel, elements: lookup.rows * lookup.features)
  }

  // MARK: Attention

  /// Scores, softmax, dropout and the sum over values; heads are divided over ranks.
  ///
  /// Fused: queries, keys and values are kept, and a 32-bit log-sum-exp per head and query (Dao et
  /// al. 2022, arXiv:2205.14135). Unfused: probabilities, and with dropout their mask and the
  /// result. The output is kept by the projection that follows.
  mutating func attentionCore(_ name: String, _ core: AttentionCore, split: TensorSplit = .column) {
    let inside: TensorSplit = split == .column ? .elements : split
    func kept(
      _ elements: Int, _ storage: SavedTensor.Storage = .activation, isMatrix: Bool = false
    ) -> SavedTensor {
      SavedTensor(
        elements: elements, storage: storage, split: inside, isAttentionMatrix: isMatrix)
    }
    let keyFeatures = core.keyValueHeads * core.headSize
    var saved = [
      kept(core.queryLength * core.heads * core.headSize), kept(core.keyLength * keyFeatures),
      kept(core.keyLength * core.keyValueHeads * core.valueHeadSize),
    ]
    switch attention {
    case .fused, .firstFused: saved.append(kept(core.heads * core.queryLength, .float32))
    case .unfused:
      let scores = core.heads * core.queryLength * core.keyLength
      saved.append(kept(scores, isMatrix: true))
      if core.hasDropout {
        saved.append(kept(scores, .mask, isMatrix: true))
        saved.append(kept(scores, isMatrix: true))
      }
    }
    append(name, .attention(core), split: split, saved: saved)
  }

  // MARK: Kernels bound by memory

  mutating func norm(
    _ name: String, elements: Int, parameters: Int, split: TensorSplit = .sequence,
    savesInput: Bool = true
  ) {
    let (forward, backward) = isFused ? (2, 3) : (10, 12)
    pointwise(
      name, forward: forward * elements, backward: backward * elements, parameters: parameters,
      split: split, saved: savesInput ? [SavedTensor(elements: elements, split: split)] : [])
  }

  /// - Parameter elements: of the output; a gated activation reads twice as many.
  mutating func activation(
    _ name: String, elements: Int, isGated: Bool, split: TensorSplit = .elements,
    isExpert: Bool = false, savesInput: Bool = true
  ) {
    let input = SavedTensor(elements: isGated ? 2 * elements : elements, split: split)
    let (forward, backward) = isGated ? (isFused ? (3, 5) : (5, 9)) : (2, 3)
    pointwise(
      name, forward: forward * elements, backward: backward * elements,
      split: split, isExpert: isExpert,
      saved: savesInput ? [input] : [])
  }

  mutating func residual(
    _ name: String, elements: Int, hasDropout: Bool, split: TensorSplit = .sequence
  ) {
    let mask = hasDropout ? maskTraffic(elements) : 0
    let forward = hasDropout && !isFused ? 5 : 3
    pointwise(
      name, forward: forward * elements + mask, backward: (hasDropout ? 5 : 3) * elements + mask,
      split: split, saved: hasDropout ? [maskTensor(elements, split)] : [])
  }

  mutating func dropout(_ name: String, elements: Int, split: TensorSplit = .sequence) {
    let traffic = 2 * elements + maskTraffic(elements)
    pointwise(
      name, forward: traffic, backward: traffic, split: split,
      saved: [maskTensor(elements, split)])
  }

  mutating func rotary(_ name: String, elements: Int) {
    let traffic = (isFused ? 2 : 10) * elements
    pointwise(name, forward: traffic, backward: traffic, split: .elements)
  }

  mutating func sum(
    _ name: String, of count: Int, elements: Int, split: TensorSplit = .sequence
  ) {
    pointwise(name, forward: (count + 1) * elements, backward: 0, split: split)
  }

  /// Cross entropy over `classes`, in 32 bits: a cast, the maximum, exponentials and their sum, and
  /// the quotient forward; the gradient in place and its cast backward (Megatron-LM,
  /// `vocab_parallel_cross_entropy`).
  mutating func crossEntropy(
    _ name: String, rows: Int, classes: Int, split: TensorSplit = .elements
  ) {
    let logits = rows * classes
    let wide = logits * float32Elements
    pointwise(
      name, forward: logits + 6 * wide, backward: 3 * wide + logits, split: split,
      saved: [SavedTensor(elements: logits, storage: .float32, split: split)])
  }

  /// Any other kernel bound by memory bandwidth.
  mutating func pointwise(
    _ name: String, forward: Int, backward: Int, parameters: Int = 0,
    split: TensorSplit, isExpert: Bool = false, saved: [SavedTensor] = []
  ) {
    append(
      name,
      .pointwise(
        Pointwise(forwardTraffic: forward, backwardTraffic: backward, parameters: parameters)),
      split: split, isExpert: isExpert, saved: saved)
  }

  /// How many stored activations a 32-bit number is as large as.
  var float32Elements: Int { max(1, 4 / activationBytes) }

  private func maskTraffic(_ elements: Int) -> Int { elements / activationBytes }

  private func maskTensor(_ elements: Int, _ split: TensorSplit) -> SavedTensor {
    SavedTensor(elements: elements, storage: .mask, split: split)
  }
}
