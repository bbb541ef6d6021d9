public import TensorPrograms

/// One collective operation of a partitioned program.
public struct Collective: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case allReduce = "all-reduce"
    case allGather = "all-gather"
    case reduceScatter = "reduce-scatter"
    case allToAll = "all-to-all"
    case permute = "collective-permute"

    /// Whether compilers join several into one with a tuple of operands.
    public var canJoin: Bool {
      switch self {
      case .allReduce, .allGather, .reduceScatter: true
      case .allToAll, .permute: false
      }
    }
  }

  public var kind: Kind
  /// The mesh axes along which devices take part.
  public var axes: [Int]
  /// What one device puts in.
  public var operandBytes: Int
  /// What one device puts in, as a tensor.
  public var operand: TensorType
  /// The index of the program's operation that needs it.
  public var operation: Int
  /// How often it runs in a step: loops multiply.
  public var executions = 1
  /// Whether compilers join it with others like it, as no product waits for its result.
  public var isJoined = false

  public init(
    kind: Kind, axes: [Int], operandBytes: Int, operand: TensorType, operation: Int
  ) {
    self.kind = kind
    self.axes = axes
    self.operandBytes = operandBytes
    self.operand = operand
    self.operation = operation
  }

  /// How many devices take part.
  public func groupSize(on mesh: Mesh) -> Int { axes.reduce(1) { $0 * mesh.axes[$1].size } }

  /// Tensors that one device puts in: an all-to-all has one for each device of the group.
  public func tensorCount(on mesh: Mesh) -> Int {
    kind == .allToAll ? groupSize(on: mesh) : 1
  }

  /// Bytes that one device sends when the group works as a ring.
  ///
  /// For `n` devices and `b` operand bytes: all-reduce `2·b·(n−1)/n`, all-gather `b·(n−1)`,
  /// reduce-scatter and all-to-all `b·(n−1)/n`, a permutation `b`.
  public func ringSendBytes(on mesh: Mesh) -> Double {
    let n = Double(groupSize(on: mesh))
    let bytes = Double(operandBytes)
    switch kind {
    case .allReduce: return 2 * bytes * (n - 1) / n
    case .allGather: return bytes * (n - 1)
    case .reduceScatter, .allToAll: return bytes * (n - 1) / n
    case .permute: return bytes
    }
  }
}

/// What a back end's partitioner does with partial results that are wanted split.
public enum PartitionerStyle: String, Hashable, Sendable, CaseIterable {
  /// All-reduce, then each device cuts out its part: XLA on CPU.
  case cpu
  /// One reduce-scatter: accelerator back ends, by a later pass.
  case reduceScatter = "rs"
}

/// The way from one layout of a tensor to another.
public struct Resharding: Sendable {
  let mesh: Mesh
  let style: PartitionerStyle

  public init(mesh: Mesh, style: PartitionerStyle) {
    self.mesh = mesh
    self.style = style
  }

  /// The collectives that bring a tensor from `source` to `target`. Cutting out a part costs
  /// nothing and comes first, as it makes the rest smaller.
  public func collectives(
    from source: TensorLayout, to target: TensorLayout, _ type: TensorType, operation: Int
  ) -> [Collective] {
    guard source != target else { return [] }
    var layout = source
    var result: [Collective] = []
    func add(_ kind: Collective.Kind, _ axes: [Int]) {
      let shape = layout.localShape(of: type, on: mesh)
      let operand = TensorType(shape, type.element)
      result.append(
        Collective(
          kind: kind, axes: axes, operandBytes: operand.byteCount, operand: operand,
          operation: operation))
    }
    // One axis after the other, the innermost first; what is wanted split is cut before the next.
    for axis in mesh.axes.indices.reversed()
    where layout[axis].isPartial && !target[axis].isPartial {
      let isCut = target[axis].splitDimension != nil
      add(isCut && style == .reduceScatter ? .reduceScatter : .allReduce, [axis])
      layout[axis] = isCut ? target[axis] : .replicated
    }
    for axis in mesh.axes.indices
    where layout[axis] == .replicated && target[axis].splitDimension != nil {
      layout[axis] = target[axis]
    }
    for axis in mesh.axes.indices where layout[axis] != target[axis] {
      guard target[axis].splitDimension != nil else { continue }
      add(.allToAll, [axis])
      layout[axis] = target[axis]
    }
    let gathered = mesh.axes.indices.filter { layout[$0] != target[$0] }
    if !gathered.isEmpty { add(.allGather, gathered) }
    return result
  }

  /// What the way costs, as bytes that one device sends in rings.
  func cost(from source: TensorLayout, to target: TensorLayout, _ type: TensorType) -> Double {
    collectives(from: source, to: target, type, operation: 0)
      .reduce(0) { $0 + $1.ringSendBytes(on: mesh) }
  }
}
