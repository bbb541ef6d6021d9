import CostModel
import Quantities
import Simulation

/// 524,288 tasks: 1F1B on 64 stages with 512 microbatches, a pass in eight tasks on four streams.
func pipelineGraph() -> TaskGraph {
  let (stages, tasksPerPass) = (64, 8)
  let schedule = Schedule.oneForwardOneBackward(stages: stages, microbatches: 512)
  var graph = TaskGraph(streamCount: 4 * stages)
  graph.reserveCapacity(tasks: tasksPerPass * schedule.actionCount, predecessors: 600_000)
  var ready = [Action: Int](minimumCapacity: schedule.actionCount)
  try? schedule.visitInOrder { stage, action in
    let input =
      switch action.kind {
      case .forward: Action(.forward, chunk: stage - 1, microbatch: action.microbatch)
      default: Action(.backward, chunk: stage + 1, microbatch: action.microbatch)
      }
    var last = ready[input].map { [$0] } ?? []
    for part in 0..<(tasksPerPass / 2 - 1) {
      let compute = graph.addTask(on: 4 * stage, duration: Int64(1000 + 37 * part), after: last)
      last = [graph.addTask(on: 4 * stage + 1, duration: 211, after: [compute])]
    }
    let end = graph.addTask(on: 4 * stage, duration: 900, after: last)
    let send = action.kind == .forward ? 2 : 3
    ready[action] = graph.addTask(on: 4 * stage + send, duration: 150, after: [end])
  }
  return graph
}

func measureEngines() {
  let graph = pipelineGraph()
  let tasks = Double(graph.taskCount)
  let size = "\(graph.taskCount) tasks: 1F1B, 64 stages × 512 microbatches × 2 × 8"

  let fixed = bestCPUTime { use(graph.run()) }
  report("one pass, order known", text(tasks / fixed / 1e6) + " M tasks/s", size)
  let events = bestCPUTime { use(graph.run(sharing: Network(capacities: []))) }
  report("by events", text(tasks / events / 1e6) + " M events/s", size + ", no link shared")
  report("memory of the graph", text(Double(graph.byteCount) / tasks) + " B/task", size)
}

/// Random transfers between the eight NICs of each node, as chains that keep `active` under way.
private func randomTransfers(nodes: Int, active: Int, count: Int) -> (TaskGraph, Network) {
  var state: UInt64 = 42
  func random(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
  let nics = 8 * nodes
  let nic = BytesPerSecond.gigabytes(50)
  var graph = TaskGraph(streamCount: active)
  // A link out of each NIC, and one into it.
  var network = Network(capacities: Array(repeating: nic, count: 2 * nics))
  for transfer in 0..<count {
    let (from, to) = (random(below: nics), random(below: nics))
    let task = graph.addTask(
      on: transfer % active, duration: Int64(20_000 + random(below: 360_000)), after: [])
    let crossings = [
      Traffic.Crossing(link: from, streams: 1), Traffic.Crossing(link: nics + to, streams: 1),
    ]
    network.flows.append(
      Network.Flow(task: task, traffic: Traffic(bandwidth: nic, crossings: crossings)))
  }
  return (graph, network)
}

/// Rings over all nodes, one per NIC position, that all begin and end together, step after step.
private func synchronizedRings(nodes: Int, steps: Int) -> (TaskGraph, Network) {
  let nic = BytesPerSecond.gigabytes(50)
  var graph = TaskGraph(streamCount: 16)
  var network = Network(capacities: Array(repeating: nic, count: 8 * nodes))
  var before: [Int] = []
  for _ in 0..<steps {
    var started: [Int] = []
    // Two rings share each rail, so every ring gets half of its links.
    for ring in 0..<16 {
      let task = graph.addTask(on: ring, duration: 50_000, after: before)
      let crossings = (0..<nodes).map {
        Traffic.Crossing(link: 8 * $0 + ring % 8, streams: 1)
      }
      network.flows.append(
        Network.Flow(task: task, traffic: Traffic(bandwidth: nic, crossings: crossings)))
      started.append(task)
    }
    before = started
  }
  return (graph, network)
}

func measureFlows() {
  for (nodes, active, count) in [(16, 128, 40_000), (128, 1024, 10_000)] {
    let (graph, network) = randomTransfers(nodes: nodes, active: active, count: count)
    let time = bestCPUTime(of: 3) { use(graph.run(sharing: network)) }
    report(
      "contended flows", text(Double(count) / time / 1e3) + " k flows/s",
      "\(nodes) nodes × 8 NICs, \(active) random transfers under way")
  }
  let (graph, network) = synchronizedRings(nodes: 16, steps: 2_000)
  let time = bestCPUTime(of: 3) { use(graph.run(sharing: network)) }
  report(
    "synchronized rings", text(Double(network.flows.count) / time / 1e3) + " k flows/s",
    "16 rings of 16 nodes, each one flow over 16 links, two to a link")
}
