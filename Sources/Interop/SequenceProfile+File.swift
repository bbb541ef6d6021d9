public import Configuration
public import SequencePlanning

extension SequenceProfile {
  /// Reads a profile: `rhumb.sequence-profile/1`, or the names that FlexSP's released solver uses
  /// (`alpha1`, `beta1`, `param_size_B`, …).
  ///
  /// - Throws: `InvalidInput` with everything that is wrong.
  public init(_ file: SourceFile) throws(InvalidInput) {
    let keys: Keys = file.keys.contains("schema") ? .own : .released
    self = try file.read { root in SequenceProfile(root, keys) }
  }

  private init(_ root: MappingReader, _ keys: Keys) {
    root.ignore(["schema", "formulas"])
    _ = root.integerIfPresent("min_degree_reference", in: 1...SequenceLimits.devices)
    let models = root.mapping("models")
    self.init(
      schema: "rhumb.sequence-profile/1", source: root.string(keys.source),
      memoryGiB: root.number(keys.memory, in: 0.001...1e6),
      bandwidth: root.mapping("bandwidth").bandwidths(),
      ringBandwidth: root.mappingIfPresent("ring_bandwidth")?.bandwidths() ?? [:],
      devicesPerNode: root.integerIfPresent("devices_per_node", in: 1...SequenceLimits.devices),
      assumed: root.stringIfPresent("assumed"),
      models: models.allKeys().reduce(into: [:]) { known, name in
        known[name] = Model(models.mapping(name), keys)
      })
  }

  /// How the two formats call the same things.
  fileprivate struct Keys {
    var source: String
    var memory: String
    var activation: String
    var squared: String
    var linear: String
    var fixed: String
    var hidden: String
    var parameters: String

    static let own = Keys(
      source: "source", memory: "memory_gib", activation: "activation_mib_per_token",
      squared: "ms_per_squared_token", linear: "ms_per_token", fixed: "fixed_ms",
      hidden: "hidden_size", parameters: "parameters_gi_by_thousand_positions")
    static let released = Keys(
      source: "provenance", memory: "mem_gb", activation: "act_mib_per_token", squared: "alpha1",
      linear: "alpha2", fixed: "beta1", hidden: "hidden", parameters: "param_size_B")
  }
}

extension SequenceProfile.Model {
  fileprivate init(_ root: MappingReader, _ keys: SequenceProfile.Keys) {
    let parameters = root.mapping(keys.parameters)
    self.init(
      activationMiBPerToken: root.number(keys.activation, in: 1e-9...1e9),
      millisecondsPerSquaredToken: root.number(keys.squared, in: 0...1e6),
      millisecondsPerToken: root.number(keys.linear, in: 0...1e6),
      fixedMilliseconds: root.number(keys.fixed, in: 0...1e9),
      hiddenSize: root.integer(keys.hidden, in: 1...1 << 24),
      layerCount: root.integer("layers", in: 1...1 << 16),
      parameters: parameters.allKeys().reduce(into: [:]) { known, positions in
        if wholeNumber(positions) == nil {
          parameters.report("'\(positions)' must be thousands of positions", key: positions)
        }
        known[positions] = parameters.number(positions, in: 0...1e9)
      })
  }
}

extension MappingReader {
  /// MiB per millisecond by group size; `null` where nothing is sent.
  fileprivate func bandwidths() -> [String: Double] {
    allKeys().reduce(into: [:]) { known, degree in
      guard let size = wholeNumber(degree), size > 0, size & (size - 1) == 0 else {
        report("'\(degree)' must be a group size, a power of two", key: degree)
        return
      }
      if size > 1 || !isNull(degree) { known[degree] = number(degree, in: 1e-9...1e9) }
    }
  }
}
