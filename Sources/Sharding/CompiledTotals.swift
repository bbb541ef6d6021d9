public import TensorPrograms

/// The collectives of a compiled module, added up per kind and mesh axes.
public struct CompiledTotals: Sendable {
  public struct Total: Hashable, Sendable {
    public var tensors = 0
    public var operandBytes = 0
  }

  /// By keys such as `all-reduce@data`. Groups that are no set of axes have the axes `?`.
  public private(set) var totals: [String: Total] = [:]

  public init(_ module: CompiledModule, on mesh: Mesh) {
    for collective in module.collectives {
      let axes = collective.groups.isEmpty ? "pairs" : Self.axes(collective.groups, on: mesh)
      let key = "\(collective.kind)@\(axes)"
      // Counts come from a text and wrap round rather than trap where they are absurd.
      let (tensors, bytes) = (collective.operandCount, collective.operandBytes)
      totals[key, default: Total()].tensors &+= tensors &* collective.executions
      totals[key, default: Total()].operandBytes &+= bytes &* collective.executions
    }
  }

  /// The axes along which the devices of each group differ, when the groups are exactly those.
  private static func axes(_ groups: [[Int]], on mesh: Mesh) -> String {
    let found = Set(groups.map { $0.sorted() })
    for subset in 1..<(1 << min(mesh.axes.count, 10)) {
      let chosen = mesh.axes.indices.filter { subset & (1 << $0) != 0 }
      if Set(mesh.groups(along: chosen)) == found {
        return chosen.map { mesh.axes[$0].name }.joined(separator: ",")
      }
    }
    return "?"
  }
}

extension Mesh {
  /// The groups of devices that differ along `axes` only.
  func groups(along chosen: [Int]) -> [[Int]] {
    var groups: [Int: [Int]] = [:]
    for device in 0..<deviceCount {
      var (rest, stride, origin) = (device, 1, 0)
      for (index, axis) in axes.enumerated().reversed() {
        if !chosen.contains(index) { origin += rest % axis.size * stride }
        rest /= axis.size
        stride *= axis.size
      }
      groups[origin, default: []].append(device)
    }
    return groups.keys.sorted().map { groups[$0] ?? [] }
  }
}
