public import Sharding

extension Mesh {
  /// The meshes of so many devices that are worth a search: one axis, and two axes of every two
  /// sizes whose product it is. Neighbours along the last axis are neighbouring devices, so both
  /// orders count.
  public static func shapes(deviceCount: Int) -> [Mesh] {
    let pairs = (2..<max(2, deviceCount)).filter { deviceCount % $0 == 0 }
    return [Mesh([Axis("data", deviceCount)])]
      + pairs.map { Mesh([Axis("data", deviceCount / $0), Axis("model", $0)]) }
  }
}
