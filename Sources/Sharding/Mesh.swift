/// A logical grid of devices; tensors are split along its axes.
public struct Mesh: Hashable, Sendable {
  public struct Axis: Hashable, Sendable {
    public var name: String
    public var size: Int

    public init(_ name: String, _ size: Int) {
      self.name = name
      self.size = size
    }
  }

  /// The outermost axis first: neighbours along the last axis are neighbouring devices.
  public var axes: [Axis]

  /// So many axes a mesh may have.
  public static let largestAxisCount = 4

  /// What the mesh is called in program texts.
  public static let annotationName = "mesh"

  public init(_ axes: [Axis]) { self.axes = axes }

  public var deviceCount: Int { axes.reduce(1) { $0 * $1.size } }

  /// As it is written on the command line: `data=2,model=4`.
  public var description: String { axes.map { "\($0.name)=\($0.size)" }.joined(separator: ",") }
}
