import ClusterTopology
import CostModel
import Figures
import Search
import Simulation
import StrategySpace

/// What pages draw of where a plan runs.
struct PlacementPictures {
  let ranked: RankedPlan
  let problem: PlanningProblem

  private var plan: Plan { ranked.plan }
  private var cluster: Cluster { problem.costs.cluster }

  // MARK: Layers

  /// Which layers each stage holds, chunk by chunk.
  func layers(of stages: [StageSummary]) -> GanttChart {
    GanttChart(
      title: "Layers of each stage", caption: "In the model's order, from left to right.",
      measure: .count, label: "layer",
      kinds: (0..<max(1, plan.strategy.virtualPipelineSize)).map {
        "chunk \($0)"
      },
      lanes: stages.enumerated().map { index, stage in
        GanttChart.Lane(
          "stage \(index)",
          stage.chunks.enumerated().map { number, chunk in
            let end = chunk.firstLayer + chunk.layerCount
            return GanttChart.Bar(
              Double(chunk.firstLayer), Double(end), kind: number,
              "layers \(chunk.firstLayer)-\(end - 1)")
          })
      })
  }

  // MARK: Networks

  /// Groups of nodes, and over which network each axis communicates.
  func network() -> NetworkMap {
    let loads = loads()
    let traits = ModelTraits(problem.costs.graph, problem.costs.job)
    var seen: [(axis: ParallelAxis, groups: [Int], transport: String, count: Int)] = []
    for group in plan.processGroups(on: cluster, hasExperts: traits.expertCount > 0) {
      let transport = problem.costs.transport(of: group.span)?.rawValue ?? "none"
      let groups = group.span.clusterGroups.sorted()
      if let known = seen.firstIndex(where: {
        $0.axis == group.axis && $0.groups == groups && $0.transport == transport
      }) {
        seen[known].count += 1
      } else {
        seen.append((group.axis, groups, transport, 1))
      }
    }
    let networks = cluster.groups.indices.map { group in
      cluster.groups[group].count > 1
        ? cluster.network(joining: [group])?.transport.rawValue : nil
    }
    let kinds = (seen.map(\.transport) + networks.compactMap { $0 }).uniqued()
    func traffic(_ group: (axis: ParallelAxis, groups: [Int], transport: String, count: Int))
      -> NetworkMap.Traffic
    {
      NetworkMap.Traffic(
        "\(group.count) \(group.axis.rawValue)", kind: kinds.firstIndex(of: group.transport) ?? 0,
        load: loads[group.axis] ?? 0)
    }
    return NetworkMap(
      title: "Who talks over what",
      caption: "How many groups of ranks of each axis, the network that all their members share, "
        + "and how long of the step it is busy for one of them; the edge of a box is the network "
        + "between its nodes.",
      kinds: kinds,
      groups: cluster.groups.enumerated().map { index, group in
        NetworkMap.Group(
          group.name,
          "\(Format.count(group.count)) × \(group.node.deviceCount) \(group.node.device.name)",
          kind: networks[index].flatMap { kinds.firstIndex(of: $0) },
          traffic: seen.filter { $0.groups == [index] }.map(traffic))
      }, links: seen.filter { $0.groups.count > 1 }.map { .init($0.groups, traffic($0)) })
  }

  /// By axis: the fraction of the step in which its streams are busy, on average over stages.
  private func loads() -> [ParallelAxis: Double] {
    let step = ranked.simulation
    var busy: [StageStream: Int64] = [:]
    for (task, label) in step.program.labels.enumerated() {
      busy[label.work.stream, default: 0] += step.timeline.ends[task] - step.timeline.starts[task]
    }
    let all = Double(step.timeline.duration) * Double(max(1, step.stages.count))
    func load(_ stream: StageStream) -> Double {
      all > 0 ? Double(busy[stream] ?? 0) / all : 0
    }
    return ParallelAxis.allCases.reduce(into: [:]) { loads, axis in
      loads[axis] =
        switch axis {
        case .tensor: load(.tensor)
        case .context: load(.context)
        case .expert, .expertTensor: load(.expert)
        case .data, .dataContext, .expertData: load(.data)
        case .pipeline: max(load(.sendForward), load(.sendBackward))
        }
    }
  }

  // MARK: Devices

  /// Nodes drawn; what follows them looks the same.
  private static let nodeLimit = 512

  /// Which stage each device works on.
  func devices() -> GridMap {
    let strategy = plan.strategy
    let devices = plan.placement.devices(on: cluster)
    var places: [Int: (rank: Int, stage: Int, replica: Int)] = [:]
    for stage in 0..<strategy.pipelineParallelSize {
      let ranks = strategy.ranks(ofStage: stage, order: plan.placement.rankOrder)
      for (position, rank) in ranks.enumerated() {
        let replica = position / (strategy.contextParallelSize * strategy.tensorParallelSize)
        places[devices[rank]] = (rank, stage, replica)
      }
    }
    var blocks: [GridMap.Block] = []
    var device = 0
    for group in cluster.groups {
      for node in 0..<group.count {
        let slots = device..<(device + group.node.deviceCount)
        device = slots.upperBound
        guard blocks.count < Self.nodeLimit else { continue }
        blocks.append(GridMap.Block("\(group.name), node \(node)", cells(of: slots, places)))
      }
    }
    var caption =
      "A block for each node, a slot for each device, a colour and number for each stage."
    if cluster.nodeCount > blocks.count {
      caption += " The first \(blocks.count) of \(Format.count(cluster.nodeCount)) nodes."
    }
    return GridMap(
      title: "Which device works on which stage", caption: caption,
      kinds: (0..<strategy.pipelineParallelSize).map { "\($0)" }, blocks: blocks)
  }

  private func cells(
    of slots: Range<Int>, _ places: [Int: (rank: Int, stage: Int, replica: Int)]
  ) -> [GridMap.Cell] {
    var runs: [[Int]] = []
    for slot in slots {
      if let last = runs.last?.last, places[last]?.stage == places[slot]?.stage {
        runs[runs.count - 1].append(slot)
      } else {
        runs.append([slot])
      }
    }
    return runs.map { run in
      let here = run.compactMap { places[$0] }
      guard let stage = here.first?.stage else {
        return GridMap.Cell(slots: run.count, kind: nil, "devices \(Format.ranges(run)): unused")
      }
      return GridMap.Cell(
        slots: run.count, kind: stage,
        "devices \(Format.ranges(run)): stage \(stage), ranks \(Format.ranges(here.map(\.rank))), "
          + "replica \(Format.ranges(here.map(\.replica).uniqued()))")
    }
  }
}
