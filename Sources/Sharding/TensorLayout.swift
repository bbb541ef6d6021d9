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

/// How a tensor lies on a mesh: one placement per axis.
public struct TensorLayout: Hashable, Sendable {
  public var placements: [AxisPlacement]

  public init(_ placements: [AxisPlacement]) { self.placements = placements }

  public static func replicated(on mesh: Mesh) -> TensorLayout {
    TensorLayout(Array(repeating: .replicated, count: mesh.axes.count))
  }

  public subscript(axis: Int) -> AxisPlacement {
    get { placements[axis] }
    set { placements[axis] = newValue }
  }

  public var isReplicated: Bool { placements.allSatisfy { $0 == .replicated } }

  /// The axes that split `dimension`, the outermost first.
  public func axes(of dimension: Int) -> [Int] {
    placements.indices
      .filter { placements[$0].splitDimension == dimension }
      .sorted { major($0) < major($1) }
  }

  private func major(_ axis: Int) -> Int {
    if case .split(_, let major) = placements[axis] { major } else { 0 }
  }

  /// Whether some axis splits its dimension in strides.
  public func isStrided(on mesh: Mesh) -> Bool {
    placements.enumerated().contains { axis, placement in
      guard case .split(let dimension, let major) = placement else { return false }
      let outer = axes(of: dimension).prefix { $0 != axis }
      return major != outer.reduce(1) { $0 * mesh.axes[$1].size }
    }
  }

  /// The shape of one device's part; uneven parts are padded to the largest, as XLA does.
  public func localShape(of type: TensorType, on mesh: Mesh) -> [Int] {
    var shape = type.shape
    for (axis, placement) in placements.enumerated() {
      guard let dimension = placement.splitDimension, shape.indices.contains(dimension)
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
        guard placements[axis] == .replicated else {
          throw LayoutProblem(description: "axis '\(name)' splits the tensor twice")
        }
        placements[axis] = .split(dimension: dimension, major: major)
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
