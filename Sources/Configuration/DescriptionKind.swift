/// What a file describes, going by the keys at its top.
public enum DescriptionKind: String, Hashable, Sendable, CaseIterable {
  case job
  case plan
  case sweep
  case model
  /// A `config.json` of Hugging Face.
  case huggingFace = "hugging face config"
  case cluster
  case node
  case device
  case link
  case interface
  case profile
  /// Batches of sequence lengths.
  case sequences = "sequence instance"
  /// Published coefficients of sequence planning.
  case coefficients = "sequence coefficients"
  /// Instances with what was published of them.
  case published = "publication of sequences"
  /// Published runs and the jobs that repeat them.
  case study

  /// The kind of a file.
  /// - Throws: `InvalidInput` when the file cannot be read or its keys fit no kind.
  public init(ofFile path: String) throws(InvalidInput) {
    let file = try SourceFile(path: path)
    if let kind = file.kind {
      self = kind
    } else if path.hasSuffix(".json") {
      self = .huggingFace
    } else {
      // A file without keys is no description at all, and its reader says so.
      try file.read { $0.ignoreOtherKeys() }
      let kinds = Self.allCases.map(\.rawValue).joined(separator: ", ")
      throw InvalidInput(file: path, "its keys fit no description; expected one of: \(kinds)")
    }
  }
}

extension SourceFile {
  /// What the file describes, going by its keys, or `nil` when they tell nothing.
  public var kind: DescriptionKind? {
    let telling: [(key: String, kind: DescriptionKind)] = [
      ("vary", .sweep), ("batches", .sequences), ("models", .coefficients),
      ("settings", .published), ("tables", .study), ("global_batch_size", .job),
      ("timings", .profile),
      ("schema", .plan),
      ("chunk_starts", .plan),
      ("transformer", .model),
      ("blocks", .model), ("model_type", .huggingFace), ("groups", .cluster),
      ("devices", .node), ("peaks", .device), ("memory_bandwidth", .device),
      ("model", .job), ("cluster", .job),
    ]
    if let found = telling.first(where: { keys.contains($0.key) }) { return found.kind }
    guard keys.contains("transport") else { return nil }
    // Links and interfaces have the same keys; the transport tells them apart.
    let transport = try? read { root in
      root.ignoreOtherKeys()
      return root.stringIfPresent("transport")
    }
    return ["nvlink", "xgmi", "pcie"].contains(transport) ? .link : .interface
  }

  /// Refuses a file that describes something else, in one sentence instead of one per key.
  public func expect(_ expected: DescriptionKind) throws(InvalidInput) {
    guard let kind, kind != expected else { return }
    throw InvalidInput(
      file: path, "describes a \(kind.rawValue), expected a \(expected.rawValue)")
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
      case .job, .plan, .sweep, .model, .huggingFace, .cluster, .profile, .sequences,
        .coefficients, .published, .study:
        preconditionFailure("\(kind) is no hardware")
      }
    }
  }
}
