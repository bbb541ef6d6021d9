import Quantities
public import StrategySpace

/// Coefficients of sequence planning as somebody published them, for one cluster and several models.
///
/// Units are those of the publication: milliseconds, MiB, and MiB per millisecond for bandwidths.
public struct SequenceProfile: Hashable, Sendable, Codable {
  public struct Model: Hashable, Sendable, Codable {
    public var activationMiBPerToken: Double
    public var millisecondsPerSquaredToken: Double
    public var millisecondsPerToken: Double
    public var fixedMilliseconds: Double
    public var hiddenSize: Int
    public var layerCount: Int
    /// Billions (2³⁰) of parameters by thousands of positions, since positions are learned.
    public var parameters: [String: Double]

    public init(
      activationMiBPerToken: Double, millisecondsPerSquaredToken: Double,
      millisecondsPerToken: Double, fixedMilliseconds: Double, hiddenSize: Int, layerCount: Int,
      parameters: [String: Double]
    ) {
      self.activationMiBPerToken = activationMiBPerToken
      self.millisecondsPerSquaredToken = millisecondsPerSquaredToken
      self.millisecondsPerToken = millisecondsPerToken
      self.fixedMilliseconds = fixedMilliseconds
      self.hiddenSize = hiddenSize
      self.layerCount = layerCount
      self.parameters = parameters
    }

    enum CodingKeys: String, CodingKey {
      case activationMiBPerToken = "activation_mib_per_token"
      case millisecondsPerSquaredToken = "ms_per_squared_token"
      case millisecondsPerToken = "ms_per_token"
      case fixedMilliseconds = "fixed_ms"
      case hiddenSize = "hidden_size"
      case layerCount = "layers"
      case parameters = "parameters_gi_by_thousand_positions"
    }
  }

  public var schema: String
  public var source: String
  public var memoryGiB: Double
  /// All-to-all bandwidth by degree; a group of one device sends nothing and has no entry.
  public var bandwidth: [String: Double]
  /// Bandwidth between neighbours of a ring by degree.
  public var ringBandwidth: [String: Double]
  /// Devices of a node, within which hybrid groups exchange all-to-all.
  public var devicesPerNode: Int?
  /// What bandwidths rest on that were not published.
  public var assumed: String?
  public var models: [String: Model]

  public init(
    schema: String, source: String, memoryGiB: Double, bandwidth: [String: Double],
    ringBandwidth: [String: Double] = [:], devicesPerNode: Int? = nil, assumed: String? = nil,
    models: [String: Model]
  ) {
    self.schema = schema
    self.source = source
    self.memoryGiB = memoryGiB
    self.bandwidth = bandwidth
    self.ringBandwidth = ringBandwidth
    self.devicesPerNode = devicesPerNode
    self.assumed = assumed
    self.models = models
  }

  enum CodingKeys: String, CodingKey {
    case schema, source, bandwidth, assumed, models
    case devicesPerNode = "devices_per_node"
    case memoryGiB = "memory_gib"
    case ringBandwidth = "ring_bandwidth"
  }
}

extension SequenceProfile {
  /// The costs of one model on `deviceCount` devices.
  ///
  /// A group of degree `d` takes `Σ (α₁s² + (α₂ + c)s)/d + β₁` milliseconds and a device holds
  /// `⌊(memory − states) / activation⌋` tokens. With all-to-all, `c = 16·layers·hidden / (2²⁰·v)`, zero
  /// for one device: four all-to-alls, forward and backward, two bytes. With a ring, each device sends
  /// keys and values `d − 1` times forward, and twice that backward, `12·layers·hidden·(d − 1)/d` bytes
  /// per token, hidden behind the attention core as far as that lasts. A hybrid group has its
  /// all-to-all within nodes, and a ring of as many hops as it has nodes, over which all devices of a
  /// node send at the same time.
  ///
  /// - Parameters:
  ///   - thousandPositions: the longest sequence of the model in thousands, which sets its parameters;
  ///     between two published values it is interpolated.
  ///   - isAllowed: the group sizes to use, all powers of two with a bandwidth by default.
  public func costs(
    model name: String, thousandPositions: Int, deviceCount: Int, zero: ZeROStage = .parameters,
    parallelism: SequenceParallelism = .allToAll, degrees isAllowed: (Int) -> Bool = { _ in true }
  ) throws -> SequenceCosts {
    guard let model = models[name] else {
      throw SequencePlanningError.unknownModel(name, known: models.keys.sorted())
    }
    let parameters = try model.parameters(thousandPositions)
    let statesMiB = parameters * 16 * 1024 * zero.share(devices: max(deviceCount, 1))
    let room = (memoryGiB * 1024 - statesMiB) / model.activationMiBPerToken
    let capacity = room.isFinite ? Int(min(max(room.rounded(.down), 0), 1e9)) : 0
    let size = Double(model.layerCount) * Double(model.hiddenSize) / 1_048_576
    let published = parallelism == .allToAll ? bandwidth : ringBandwidth
    if parallelism == .hybrid, devicesPerNode == nil {
      throw SequencePlanningError.invalidOption(
        "hybrid groups need 'devices_per_node' in the coefficients")
    }
    let allowed =
      ([(1, .infinity)] + published.compactMap { key, value in Int(key).map { ($0, value) } })
      .filter { $0.0 <= deviceCount && isAllowed($0.0) }.sorted { $0.0 < $1.0 }
    let degrees = allowed.map { degree, bandwidth in
      let inNode = parallelism == .hybrid ? min(degree, devicesPerNode ?? 1) : 1
      // Ranks of the ring, and the streams that share its links.
      let (hops, streams) = (degree / inNode - 1, parallelism == .hybrid ? inNode : 1)
      let allToAll = parallelism == .allToAll ? bandwidth : self.bandwidth["\(inNode)"] ?? .infinity
      let exposed = 16 * size / (parallelism == .ring ? .infinity : allToAll) / Double(degree)
      let hidden = 12 * size * Double(hops * streams) / Double(degree) / bandwidth
      return DegreeCosts(
        degree: degree,
        perSquaredToken: Seconds(model.millisecondsPerSquaredToken * 1e-3) / degree,
        perToken: Seconds((model.millisecondsPerToken / Double(degree) + exposed) * 1e-3),
        hiddenPerToken: parallelism == .allToAll ? .zero : Seconds(hidden * 1e-3),
        fixed: Seconds(model.fixedMilliseconds * 1e-3),
        tokenCapacity: capacity * degree)
    }
    return try SequenceCosts(deviceCount: deviceCount, degrees: degrees)
  }
}

extension SequenceProfile.Model {
  /// Billions (2³⁰) of parameters with positions up to `limit` thousand.
  fileprivate func parameters(_ limit: Int) throws -> Double {
    let known = parameters.compactMap { key, value in Int(key).map { ($0, value) } }
      .sorted { $0.0 < $1.0 }
    if let exact = known.first(where: { $0.0 == limit }) { return exact.1 }
    guard let below = known.last(where: { $0.0 < limit }),
      let above = known.first(where: { $0.0 > limit })
    else { throw SequencePlanningError.unknownLimit(limit, known: known.map(\.0)) }
    let share = Double(limit - below.0) / Double(above.0 - below.0)
    return below.1 + (above.1 - below.1) * share
  }
}
