import ClusterTopology
public import Configuration
import CostModel
public import Interop
import ModelDescription
public import Reports
public import Search
import Simulation
public import StrategySpace

extension Planner {
  /// A plan with what launchers ask about it, for `LaunchFiles` and its formats.
  ///
  /// - Parameter hosts: names of the hosts in rank order.
  /// - Throws: `InvalidInput` when the hosts are not as many as the plan's nodes or the model cannot
  ///   be read.
  public func launch(
    _ plan: Plan, of problem: PlanningProblem, hosts: [String]? = nil
  ) throws(InvalidInput) -> Launch {
    let nodes = plan.placement.segments.reduce(0) { $0 + $1.nodes }
    if let hosts, hosts.count != nodes {
      throw InvalidInput(file: "--hosts", "names \(hosts.count) hosts, the plan has \(nodes) nodes")
    }
    let costs = problem.costs
    let model =
      if let model = problem.model { model } else { try model(.init(problem.modelName)) }
    return Launch(
      plan, model: model, graph: costs.graph,
      job: costs.job, cluster: costs.cluster, scheduleCSV: scheduleCSV(of: plan, costs),
      hosts: hosts)
  }

  /// The same for a plan in a report.
  ///
  /// - Throws: `InvalidInput` for a report that was not made of this problem.
  public func launch(
    _ document: PlanDocument, of problem: PlanningProblem, hosts: [String]? = nil
  ) throws -> Launch {
    let description = try PlanFile.read(text: document.json(), path: "plan")
    return try launch(plan(description, of: problem, from: "plan"), of: problem, hosts: hosts)
  }

  /// The plan's schedule for PyTorch's runtime; `nil` without a pipeline and where there is no such
  /// schedule, which whoever asks for it is told.
  private func scheduleCSV(of plan: Plan, _ costs: CostModel) -> String? {
    guard plan.strategy.pipelineParallelSize > 1 else { return nil }
    let layout = Layout(plan.strategy, on: plan.placement, of: costs.cluster)
    let mesh = costs.costs(of: plan.strategy, over: costs.channels(of: layout))
    let step = mesh.stepCost(of: plan.strategy, split: plan.split)
    return (try? Schedule(for: step))?.csv
  }
}

extension Planner {
  /// The plan that arguments of Megatron-LM describe, on a whole cluster.
  ///
  /// - Throws: `InvalidInput` when layers are placed in a way that plans cannot describe.
  public func plan(
    of run: MegatronRun, for problem: PlanningProblem
  ) throws -> Plan {
    let placement = Placement(rankOrder: run.rankOrder, segments: problem.costs.cluster.allNodes)
    try refuse(run.strategy, placement, problem)
    guard let split = StageSplit(blocks: run.blocks ?? [], of: problem.costs.graph) else {
      throw InvalidInput(
        file: "--megatron-args",
        "leave a stage without layers, or do not place each of the model's "
          + "\(problem.costs.graph.blockCount) layers")
    }
    return Plan(strategy: run.strategy, placement: placement, split: split)
  }
}

extension Planner {
  /// A cluster's name with as many nodes as ranks need, where it gives no number itself.
  public func clusterName(_ text: String, holding ranks: Int) throws(InvalidInput) -> String {
    let reference = try ClusterReference(text)
    let cluster = try cluster(.init(text))
    let devices = cluster.groups[0].node.deviceCount
    guard reference.nodeCounts == nil, cluster.groups.count == 1, ranks % devices == 0 else {
      return text
    }
    return "\(text):\(ranks / devices)"
  }
}

extension StageSplit {
  /// From the layers, in the user's count, of each chunk: what comes before the first is on the
  /// first chunk, what comes behind the last on the last.
  ///
  /// - Returns: `nil` when that leaves a chunk empty or does not use all layers.
  init?(blocks: [Int], of graph: LayerGraph) {
    let places = graph.layers.indices.filter { graph.layerClass(of: $0).role == .block }
    guard blocks.reduce(0, +) == places.count, let end = places.last else { return nil }
    var starts: [Int] = []
    var used = 0
    for count in blocks {
      starts.append(starts.isEmpty ? 0 : used < places.count ? places[used] : end + 1)
      used += count
    }
    guard zip(starts, starts.dropFirst()).allSatisfy({ $0 < $1 }),
      starts.last ?? 0 < graph.layers.count
    else { return nil }
    self.init(starts: starts, layerCount: graph.layers.count)
  }
}
