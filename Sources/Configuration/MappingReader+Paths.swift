/// One step down a document: into a mapping or into a list.
public enum PathStep: Hashable, Sendable {
  case key(String)
  case index(Int)
}

extension MappingReader {
  /// Reports something wrong with the value at `path` below this mapping.
  ///
  /// The position is that of the deepest part of the path that the file has, so a contradiction
  /// with a value that was left out points to the mapping that could hold it.
  public func report(_ message: String, at path: [PathStep]) {
    var place = self.path
    for step in path {
      switch step {
      case .key(let key): place += place.isEmpty ? key : "." + key
      case .index(let index): place += "[\(index)]"
      }
    }
    report("'\(place)' \(message)", deepestIn: path)
  }

  /// Reports a missing key the way reading it would have.
  public func reportMissing(_ key: String, _ kind: String) {
    let _: String? = required(key, kind) { _ in nil }
  }
}
