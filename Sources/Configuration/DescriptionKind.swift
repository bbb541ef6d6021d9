/// What a file describes, going by the keys at its top.
public enum DescriptionKind: String, Hashable, Sendable, CaseIterable {
  case job
  case plan
  case model
  /// A `config.json` of Hugging Face.
  case huggingFace = "hugging face config"
  case cluster
  case node
  case device
  case link
  case interface

  /// The kind of a file.
  /// - Throws: `InvalidInput` when the file cannot be read or its keys fit no kind.
  public init(ofFile path: String) throws(InvalidInput) {
    let keys = try SourceFile(path: path).keys
    let telling: [(key: String, kind: DescriptionKind)] = [
      ("global_batch_size", .job), ("schema", .plan), ("transformer", .model),
      ("blocks", .model), ("model_type", .huggingFace), ("groups", .cluster),
      ("devices", .node), ("peaks", .device), ("memory_bandwidth", .device),
    ]
    if let found = telling.first(where: { keys.contains($0.key) }) {
      self = found.kind
    } else if keys.contains("model") || keys.contains("cluster") {
      self = .job
    } else if keys.contains("transport") {
      // Both kinds have the same keys; the transport tells them apart.
      let isInside = try SourceFile(path: path).read { root in
        let transport = root.stringIfPresent("transport")
        root.ignoreOtherKeys()
        return ["nvlink", "xgmi", "pcie"].contains(transport)
      }
      self = isInside ? .link : .interface
    } else if path.hasSuffix(".json") {
      self = .huggingFace
    } else {
      let kinds = Self.allCases.map(\.rawValue).joined(separator: ", ")
      throw InvalidInput(file: path, "its keys fit no description; expected one of: \(kinds)")
    }
  }
}

extension Catalog {
  /// Reads a hardware description for its errors alone.
  public func checkHardware(_ path: String, as kind: DescriptionKind) throws(InvalidInput) {
    try SourceFile(path: path).read { root in
      let reader = HardwareReader(catalog: self, mapping: root, files: [path])
      switch kind {
      case .node: _ = reader.nodeType()
      case .device: _ = reader.device()
      case .link: _ = reader.deviceLink()
      case .interface: _ = reader.networkInterface()
      case .job, .plan, .model, .huggingFace, .cluster:
        preconditionFailure("\(kind) is no hardware")
      }
    }
  }
}
