public import TensorPrograms

/// What becomes of a tensor along one mesh axis.
public enum AxisPlacement: Hashable, Sendable {
  /// Every device along the axis has all of it.
  case replicated
  /// Each device along the axis has its part of one dimension.
  ///
  /// `major` says where in the dimension the axis cuts: the dimension is seen as a grid of `major ×
  /// axis size × rest`, and the axis takes the middle. A plain split has `major` 1, a second axis
  /// inside it the size of the first. Anything else is a *strided* split: each device then has
  /// `major` separate blocks, as a reshape leaves them that merges an unsplit outer dimension with
  /// a split inner one.
  case split(dimension: Int, major: Int)
  /// Each device has a tensor of full size; together they make the value.
  case partial(OperationKind.Combiner)

  public static func split(_ dimension: Int) -> AxisPlacement {
    .split(dimension: dimension, major: 1)
  }

  /// The dimension that is split, if one is.
  public var splitDimension: Int? {
    if case .split(let dimension, _) = self { dimension } else { nil }
  }

  var isPartial: Bool {
    if case .partial = self { true } else { false }
  }
}

extension AxisPlacement {
  fileprivate var word: UInt64 {
    switch self {
    case .replicated: 0
    case .split(let dimension, let major): 1 | UInt64(dimension) << 2 | UInt64(major) << 16
    case .partial(let combiner):
      2 | UInt64(OperationKind.Combiner.allCases.firstIndex(of: combiner) ?? 0) << 2
    }
  }

  fileprivate init(word: UInt64) {
    let number = Int(word >> 2 & 0x3fff)
    switch word & 3 {
    case 1: self = .split(dimension: number, major: Int(word >> 16))
    case 2: self = .partial(OperationKind.Combiner.allCases[number])
    default: self = .replicated
    }
  }
}

/// How a tensor lies on a mesh: one placement per axis.
///
/// Searches make layouts by the million, so a layout is a few words without storage of its own.
public struct TensorLayout: Hashable, Sendable {
  /// Per axis: what becomes of the tensor in the lowest two bits, then the dimension or the
  /// combiner, then `major`.
  private var words = SIMD4<UInt64>()
  private var axisCount: UInt8

  public init(_ placements: [AxisPlacement]) {
    precondition(placements.count <= Mesh.largestAxisCount, "a mesh has at most four axes")
    axisCount = UInt8(placements.count)
    for (axis, placement) in placements.enumerated() { self[axis] = placement }
  }

  private init(axisCount: Int) {
    precondition(axisCount <= Mesh.largestAxisCount, "a mesh has at most four axes")
    self.axisCount = UInt8(axisCount)
  }

  public static func replicated(on mesh: Mesh) -> TensorLayout {
    TensorLayout(axisCount: mesh.axes.count)
  }

  public var axes: Range<Int> { 0..<Int(axisCount) }

  public var placements: [AxisPlacement] { axes.map { self[$0] } }

  public subscript(axis: Int) -> AxisPlacement {
    get { AxisPlacement(word: words[axis]) }
    set { words[axis] = newValue.word }
  }

  public var isReplicated: Bool { words == SIMD4() }

  func isReplicated(along axis: Int) -> Bool { words[axis] == 0 }

  /// The axes that split `dimension`, the outermost first.
  public func axes(of dimension: Int) -> [Int] {
    axes.filter { self[$0].splitDimension == dimension }.sorted { major($0) < major($1) }
  }

  private func major(_ axis: Int) -> Int {
    if case .split(_, let major) = self[axis] { major } else { 0 }
  }

  /// Whether some axis splits its dimension in strides.
  public func isStrided(on mesh: Mesh) -> Bool {
    axes.contains { axis in
      guard case .split(let dimension, let major) = self[axis] else { return false }
      var outer = 1
      for other in axes where other != axis {
        if case .split(dimension, let its) = self[other], its < major {
          outer *= mesh.axes[other].size
        }
      }
      return major != outer
    }
  }

  /// The shape of one device's part; uneven parts are padded to the largest, as XLA does.
  public func localShape(of type: TensorType, on mesh: Mesh) -> [Int] {
    var shape = type.shape
    if isReplicated { return shape }
    for axis in axes {
      guard let dimension = self[axis].splitDimension, shape.indices.contains(dimension)
      else { continue }
      let size = mesh.axes[axis].size
      shape[dimension] = (shape[dimension] + size - 1) / size
    }
    return shape
  }

  /// Bytes of one device's part.
  public func localBytes(of type: TensorType, on mesh: Mesh) -> Int {
    localShape(of: type, on: mesh).reduce(type.element.byteCount, *)
  }

  /// Per dimension the names of its axes, as `PartitionSpec` and `sdy` write a sharding.
  public func spec(rank: Int, on mesh: Mesh) -> [[String]] {
    (0..<rank).map { dimension in axes(of: dimension).map { mesh.axes[$0].name } }
  }

  /// The layout as a sharding that leaves nothing open.
  public func annotation(rank: Int, on mesh: Mesh) -> ShardingAnnotation {
    ShardingAnnotation(
      mesh: Mesh.annotationName, dimensions: spec(rank: rank, on: mesh),
      isOpen: Array(repeating: false, count: rank))
  }
}

/// A sharding that cannot be laid on a mesh.
public struct LayoutProblem: Error, Hashable, Sendable, CustomStringConvertible {
  public var description: String
}

extension TensorLayout {
  /// The layout that names of axes per dimension ask for.
  ///
  /// - Throws: `LayoutProblem` when an axis is unknown or used twice, or does not divide its
  ///   dimension.
  public init(spec: [[String]], of type: TensorType, on mesh: Mesh, mustDivide: Bool = true) throws
  {
    self = .replicated(on: mesh)
    guard spec.count <= type.rank else {
      throw LayoutProblem(
        description: "the sharding has \(spec.count) dimensions, the tensor \(type.rank)")
    }
    for (dimension, names) in spec.enumerated() {
      var major = 1
      for name in names {
        guard let axis = mesh.axes.firstIndex(where: { $0.name == name }) else {
          throw LayoutProblem(description: "the mesh \(mesh.description) has no axis '\(name)'")
        }
        guard isReplicated(along: axis) else {
          throw LayoutProblem(description: "axis '\(name)' splits the tensor twice")
        }
        self[axis] = .split(dimension: dimension, major: major)
        major *= mesh.axes[axis].size
      }
      guard !mustDivide || type.shape[dimension] % major == 0 else {
        throw LayoutProblem(
          description: "dimension \(dimension) of \(type) has \(type.shape[dimension]) elements, "
            + "which \(major) devices along \(names.joined(separator: ", ")) do not divide")
      }
    }
  }
}
