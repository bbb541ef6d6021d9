public import ClusterTopology
public import Configuration
public import ModelDescription
import Quantities
public import StrategySpace

/// Why a run cannot be predicted.
public struct SkippedRun: Error, Hashable, Sendable {
  public var reason: String

  init(_ reason: String) { self.reason = reason }
}

/// A run in our own terms, and what had to be assumed on the way.
public struct InterpretedRun: Sendable {
  public var graph: LayerGraph
  public var job: TrainingJob
  public var cluster: Cluster
  public var strategy: Strategy
  /// Whether the columns leave recomputation open: as much as memory asks for, then.
  public var recomputesAsNeeded = false
  /// For every blank or inexpressible column: what it was taken for.
  public var assumptions: [String]
}

/// Turns the columns of published runs into models, clusters and strategies.
///
/// Only columns are looked at, never which run or table a row belongs to. Words of a column are
/// matched by tables of what is meant by them: `ModelConventions`, `KnownMachines`,
/// `ShardingDialect`.
public struct RunInterpreter: Sendable {
  private let clusters: KnownClusters
  /// The ready transformer models, by name without case and punctuation.
  let shipped: [String: TransformerFamily]

  /// - Throws: `InvalidInput` when a ready model cannot be read.
  public init(catalog: Catalog) throws(InvalidInput) {
    clusters = KnownClusters(catalog)
    var shipped: [String: TransformerFamily] = [:]
    for name in catalog.names(of: .model) {
      let model = try ModelFile.read(path: catalog.modelPath(named: name))
      if case .transformer(let family) = model.architecture {
        shipped[ModelConventions.key(name)] = family
      }
    }
    self.shipped = shipped
  }

  /// - Throws: `SkippedRun` when the columns leave open what no convention settles, or say what
  ///   cannot be expressed; `InvalidInput` when hardware files cannot be read.
  public func interpret(_ run: MeasuredRun) throws -> InterpretedRun {
    if let defect = run.defect { throw SkippedRun(defect) }
    var assumptions = Assumptions()
    let stated = run.strategy
    let dialect = ShardingDialect(stated.sharding)
    if stated.sharding.isEmpty { assumptions.note("zero_or_fsdp blank: no sharding") }
    let cluster = try cluster(of: run, &assumptions)
    let chunks = (stated.pipelineParallelSize ?? 1) * (stated.virtualPipelineSize ?? 1)
    let family = try family(
      of: run.model, tensorParallelSize: stated.tensorParallelSize ?? 1, chunks: chunks,
      &assumptions)
    guard let sequenceLength = run.model.sequenceLength else {
      throw SkippedRun("the sequence length is not stated")
    }
    var strategy = try degrees(of: run, cluster, dialect, &assumptions)
    let job = TrainingJob(
      globalBatchSize: try globalBatch(of: stated, &strategy, &assumptions),
      sequenceLength: sequenceLength,
      precision: try precision(
        of: stated, on: cluster.groups[0].node.device, dialect, &assumptions),
      attention: attention(of: stated, on: cluster, &assumptions),
      vocabularyDivisor: dialect.padsVocabulary ? 128 : 1,
      framework: dialect.framework(run.notes), computesLossInPlace: dialect != .fsdp2)
    let recomputation = recomputation(of: run, job, &assumptions)
    strategy.recomputation = recomputation ?? .none
    let overlap = dialect.overlap(strategy, on: cluster.groups[0].node.device)
    strategy.overlap = overlap
    strategy = strategy.scheduled(strategy.schedule, within: overlap)
    // What runs behind matrix products has no column; sources that compare it say so in words.
    if run.notes.contains("asynctp") { strategy.overlap.tensorParallel = true }
    let graph: LayerGraph
    do {
      graph = try Model(
        name: run.model.name, architecture: .transformer(family),
        provenance: .init(.published, run.id)
      ).layerGraph(for: job)
    } catch {
      throw SkippedRun("the model contradicts itself: \(error.description)")
    }
    return InterpretedRun(
      graph: graph, job: job, cluster: cluster, strategy: strategy,
      recomputesAsNeeded: recomputation == nil && !run.ranOutOfMemory,
      assumptions: assumptions.notes)
  }

  private func cluster(
    of run: MeasuredRun, _ assumptions: inout Assumptions
  ) throws -> Cluster {
    let stated = run.machine
    guard let devices = stated.devices ?? run.strategy.statedDevices else {
      throw SkippedRun("the number of devices is not stated")
    }
    if stated.devices == nil { assumptions.note("gpus blank: \(devices), which the degrees take") }
    guard let machine = KnownMachines.machine(stated) else {
      throw SkippedRun("no description of '\(stated.device)' machines")
    }
    assumptions.note("'\(stated.device), \(stated.interconnect)' taken for \(machine)")
    let described = try clusters.cluster(named: machine)
    guard let cluster = described.cut(to: devices, perNode: stated.devicesPerNode) else {
      let perNode = stated.devicesPerNode ?? described.groups[0].node.deviceCount
      throw SkippedRun("\(devices) devices do not fill nodes of \(perNode)")
    }
    return cluster
  }
}

/// What was assumed while a run was interpreted, in order, each once.
struct Assumptions {
  private(set) var notes: [String] = []

  mutating func note(_ text: String) {
    if !notes.contains(text) { notes.append(text) }
  }
}

extension Cluster {
  /// The cluster with as many equal nodes as hold exactly `devices`.
  ///
  /// A job smaller than a node has a part of it. Where the node is a large domain that the number
  /// does not divide into (64 of a rack's 72), every node gives the same, largest possible part;
  /// hosts within such a domain do not matter.
  ///
  /// - Parameter perNode: the devices that each node gives, where fewer than it has.
  func cut(to devices: Int, perNode: Int? = nil) -> Cluster? {
    var cluster = self
    guard cluster.groups.count == 1 else { return nil }
    let whole = cluster.groups[0].node.deviceCount
    let isDomain = whole > 16
    var part = min(whole, devices, isDomain ? whole : perNode ?? whole)
    if isDomain {
      while devices % part != 0 { part -= 1 }
    } else if devices % part != 0 {
      return nil
    }
    cluster.groups[0].count = devices / part
    cluster.groups[0].node = cluster.groups[0].node.part(part)
    return cluster
  }
}

extension NodeType {
  /// A node with fewer of its devices and their share of the interfaces.
  fileprivate func part(_ devices: Int) -> NodeType {
    guard devices < deviceCount else { return self }
    var node = self
    node.deviceCount = devices
    node.interfaces = interfaces.map { entry in
      Interfaces(entry.interface, count: max(1, entry.count * devices / deviceCount))
    }
    return node
  }
}
