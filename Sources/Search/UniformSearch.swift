import ClusterTopology
public import CostModel
import ModelDescription
import Quantities
public import StrategySpace

/// Exhaustive search over uniform strategies.
///
/// Every mesh of every node choice is visited. Rules are checked first, then memory, and only what
/// fits is timed, with the closed form. What fits without recomputation is not tried with it, and
/// of full recomputation only the fewest layers that fit: more of the same kind always costs time.
///
/// Meshes that share a layout are a family. Families are searched in the order of their bounds, in
/// waves whose members run on several threads: within a wave no family knows of another, so that
/// neither plans nor counts depend on the threads.
public struct UniformSearch {
  let model: CostModel
  private let traits: ModelTraits
  let limits: StrategyLimits
  private let count: Int
  private let threads: Int
  private var found: PartialResult
  private var fastest: FastestPasses
  private let usesAllNodes: Bool
  private let isExhaustive: Bool
  private let monitor: SearchMonitor?
  /// Whether the monitor stopped the search.
  private(set) var isStopped = false
  private var coveredFraction = 0.0
  /// Where all contenders below a time are collected instead of the best plans.
  private var fixedLimit: Seconds?

  /// - Parameters:
  ///   - count: plans to keep.
  ///   - usesAllNodes: whether plans that leave nodes idle are not looked for.
  ///   - candidates: plans of this very space that are known already: what is slower is skipped
  ///     sooner, and the result stays the same.
  ///   - threads: to search on; the result is the same for any number.
  ///   - exhaustive: whether every strategy is priced, also those that bounds and less recomputation
  ///     rule out, with every count of recomputed layers. For measurements: the plans are the same.
  ///   - monitor: hears now and then how far the search is, and may stop it.
  public init(
    _ model: CostModel, within limits: StrategyLimits, keeping count: Int,
    usesAllNodes: Bool = false, knowing candidates: [Candidate] = [],
    threads: Int = Threads.all, exhaustive: Bool = false, monitor: SearchMonitor? = nil
  ) {
    self.usesAllNodes = usesAllNodes
    isExhaustive = exhaustive
    self.monitor = monitor
    self.model = model
    self.limits = limits
    self.count = count
    self.threads = threads
    traits = ModelTraits(model.graph, model.job)
    found = PartialResult(keeping: count)
    for candidate in candidates { found.best.insert(candidate) }
    fastest = FastestPasses(model)
  }

  /// The best plans so far.
  var best: BestPlans {
    get { found.best }
    set { found.best = newValue }
  }

  public consuming func run() -> SearchResult {
    if usesAllNodes {
      search([model.cluster.allNodes], upTo: 1)
    } else {
      searchAllChoices()
    }
    found.statistics.isComplete =
      !isStopped && !usesAllNodes && NodeChoices.coversAllGroups(of: model.cluster)
    return result()
  }

  /// What has been found so far.
  mutating func result() -> SearchResult {
    let candidates = best.ranked
    if candidates.isEmpty, found.nearest == nil, !isStopped { explainEmptySpace() }
    return SearchResult(
      candidates: candidates, statistics: found.statistics,
      nearest: candidates.isEmpty ? found.nearest?.miss : nil)
  }

  /// All plans whose closed form is below a time, or the least of them.
  mutating func contenders(below time: Seconds, keeping count: Int) -> Contenders {
    fixedLimit = time
    found = PartialResult(keeping: 0, contenders: count)
    searchAllChoices()
    return found.contenders ?? Contenders(limit: 0)
  }

  private mutating func searchAllChoices() {
    search(NodeChoices.placements(on: model.cluster), upTo: 0.8)
    if fixedLimit != nil || !best.ranked.isEmpty {
      search(NodeChoices.countsBetween(on: model.cluster), upTo: 1)
    }
  }

  /// Tries all strategies on each choice of nodes.
  ///
  /// - Parameter fraction: how much of the whole search is done when these choices are.
  mutating func search(_ choices: [[Placement.Segment]], upTo fraction: Double) {
    var families: [MeshFamily] = []
    for segments in choices {
      for order in limits.rankOrders {
        families += self.families(on: Placement(rankOrder: order, segments: segments))
      }
    }
    let bounds = families.map(\.bound)
    let order = families.indices.sorted { (bounds[$0], $0) < (bounds[$1], $1) }
    let start = coveredFraction
    var next = 0
    while next < order.count, !isStopped {
      // Small waves first: what they find spares later ones work.
      let wave = order[next..<min(order.count, next + min(next + 1, Self.longestWave))]
      search(wave.map { families[$0] })
      next += wave.count
      coveredFraction = start + (fraction - start) * Double(next) / Double(order.count)
      report()
    }
    coveredFraction = fraction
  }

  /// Families of a wave: enough for many threads, few enough to profit from what was found.
  private static let longestWave = 64

  private mutating func search(_ wave: [MeshFamily]) {
    let (model, traits, count, isExhaustive) = (model, traits, count, isExhaustive)
    let (limit, contenders) = (fixedLimit ?? best.timeLimit, found.contenders?.limit)
    let parts = wave.concurrentMap(threads: threads) { family in
      FamilySearch(
        model, traits, family, keeping: count, below: limit, exhaustive: isExhaustive,
        contenders: contenders
      ).found
    }
    for part in parts { found.add(part) }
  }

  /// Tells the monitor how far the search is.
  private mutating func report() {
    guard let monitor else { return }
    let progress = SearchProgress(
      evaluated: found.statistics.evaluated, pruned: found.statistics.pruned,
      coveredFraction: coveredFraction, best: best.fastest)
    if !monitor(progress) { isStopped = true }
  }

  /// No strategy within the limits even has the right number of ranks or batch: says what is wrong
  /// with the one that the limits name.
  private mutating func explainEmptySpace() {
    let cluster = model.cluster
    let strategy = Strategy(fixedBy: limits, traits, devices: cluster.deviceCount)
    let placement = Placement(rankOrder: .pipelineOutermost, segments: cluster.allNodes)
    let violation =
      strategy.violation(on: placement, of: cluster) ?? strategy.violation(for: traits)
      ?? .limit("no strategy within the limits uses all \(cluster.deviceCount) devices")
    found.reject(strategy, violation)
  }

  /// The meshes on some nodes that no rule refuses; counts the others.
  private mutating func families(on placement: Placement) -> [MeshFamily] {
    let devices = placement.segments.reduce(0) {
      $0 + $1.nodes * model.cluster.groups[$1.group].node.deviceCount
    }
    let space = StrategySpace(traits, on: devices, within: limits)
    let groups = placement.segments.map(\.group)
    let zeroStages = limits.zeroStages ?? ZeROStage.allCases
    let precision = model.precisionViolation(on: placement)
    var families: [MeshFamily] = []
    space.forEachMesh { mesh in
      // Both rank orders are one when there is no pipeline, or nothing outside it.
      if placement.rankOrder == .dataOutermost,
        limits.rankOrders.contains(.pipelineOutermost),
        mesh.pipelineParallelSize == 1 || mesh.dataParallelSize == 1
      {
        return
      }
      if let violation = mesh.violation(for: traits)
        ?? mesh.violation(on: placement, of: model.cluster) ?? precision
      {
        found.reject(mesh, violation, count: space.schedules(of: mesh).count * zeroStages.count)
        return
      }
      let pass = fastest.throughAll(mesh, onGroups: groups)
      let bounded = BoundedMesh(mesh: mesh, bound: mesh.leastTime(ofPass: pass, traits))
      if families.last?.meshes.last?.mesh.degrees == mesh.degrees {
        families[families.count - 1].meshes.append(bounded)
      } else {
        families.append(MeshFamily(placement: placement, space: space, meshes: [bounded]))
      }
    }
    return families
  }
}
