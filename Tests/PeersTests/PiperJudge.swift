import Foundation
import PipelinePlanner
import Quantities

/// Piper's prediction of a pipeline in its steady state, after its program (msr-fiddle/piper at
/// d7fc8cf). A sample is one microbatch; sizes are bytes, times seconds.
struct PiperJudge {
  let graph: PiperGraph
  let bandwidth: Double
  /// Microbatches of a step.
  let batch: Int

  /// - Parameter after: data-parallel sizes of all later stages, added up.
  func judge(_ stage: PiperStage, after: Int) -> (seconds: Double, bytes: Double)? {
    let (d, inside) = (Double(stage.d), Set(stage.nodes))
    let inFlight = ((Double(after) + d) / d).rounded(.up)
    var (edges, compute, sync, bytes) = (0.0, 0.0, 0.0, 0.0)
    for node in stage.nodes {
      guard let variant = graph.nodes[node]?.variant(stage.t, stage.id["\(node)"] ?? "") else {
        return nil
      }
      compute += variant.timePerSample / d
      sync += 4 * (d - 1) / d * variant.parameterSize / Double(batch)
      bytes += variant.memoryUsageA * inFlight + variant.memoryUsageB
      edges += graph.traffic(of: node, variant) { !inside.contains($0) }
    }
    return ((edges / d + sync) / bandwidth + compute, bytes)
  }

  func judge(_ stages: [PiperStage]) -> (seconds: Double, bytes: Double)? {
    var (slowest, fullest, after) = (0.0, 0.0, 0)
    for stage in stages.reversed() {
      guard let found = judge(stage, after: after) else { return nil }
      slowest = max(slowest, found.seconds)
      fullest = max(fullest, found.bytes)
      after += stage.d
    }
    return (slowest, fullest)
  }
}

struct PiperStage: Decodable {
  var nodes: [Int]
  /// Data-parallel and tensor-parallel size.
  var d: Int
  var t: Int
  /// By node: its variant.
  var id: [String: String]
}

/// Layers and what they send each other.
struct PiperGraph: Decodable {
  var nodes: [Int: Node]
  var edges: [Edge]

  struct Node: Decodable {
    var id: Int
    /// By tensor-parallel size.
    var variants: [String: [Variant]]

    private enum CodingKeys: String, CodingKey {
      case id
      case variants = "TMPCs"
    }

    func variant(_ t: Int, _ id: String) -> Variant? {
      variants["\(t)"]?.first { $0.id == id }
    }
  }

  struct Variant: Decodable {
    var id: String
    var timePerSample: Double
    var parameterSize: Double
    /// Per microbatch in flight, and once.
    var memoryUsageA: Double
    var memoryUsageB: Double
    /// Bytes, by neighbour.
    var syncTimeFw: [String: Double]
    var syncTimeBw: [String: Double]
  }

  struct Edge: Decodable {
    var sourceId: Int
    var destId: Int
    var communicationCost: Double
  }

  private enum CodingKeys: CodingKey { case nodes, edges }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    let list = try values.decode([Node].self, forKey: .nodes)
    nodes = Dictionary(uniqueKeysWithValues: list.map { ($0.id, $0) })
    edges = try values.decode([Edge].self, forKey: .edges)
  }

  /// What crosses a stage's boundary because of one of its nodes.
  func traffic(of node: Int, _ variant: Variant, isOutside: (Int) -> Bool) -> Double {
    edges.reduce(0) { sum, edge in
      if edge.destId == node, isOutside(edge.sourceId) {
        return sum + 2
          * (edge.communicationCost + (variant.syncTimeFw["\(edge.sourceId)"] ?? 0))
      }
      if edge.sourceId == node, isOutside(edge.destId) {
        return sum + 2 * (edge.communicationCost + (variant.syncTimeBw["\(edge.destId)"] ?? 0))
      }
      return sum
    }
  }
}

/// Piper's table for our search: the layers in one order that no edge contradicts.
///
/// Of a stage's layers those are recomputed that lose least time, as few as the memory asks for.
struct PiperCosts: PipelineCosts {
  let pools: [Int]
  let options: [StageOption]
  private let judge: PiperJudge
  private let limit: Double
  private let order: [Int]
  private let degrees: [(d: Int, t: Int)]

  init(_ judge: PiperJudge, order: [Int], devices: Int, bytes limit: Double) {
    self.judge = judge
    self.order = order
    self.limit = limit
    pools = [devices]
    var degrees: [(d: Int, t: Int)] = []
    for t in [1, 2, 4, 8] {
      for d in 1...max(1, devices) where d * t <= devices && judge.batch % d == 0 {
        degrees.append((d, t))
      }
    }
    self.degrees = degrees
    options = degrees.map { StageOption(devices: [$0.d * $0.t], depth: $0.d, port: 0) }
  }

  var layerCount: Int { order.count }

  func stage(_ option: Int, _ layers: Range<Int>, depth: Int) -> PricedStage? {
    guard let stage = fitting(option, layers, depth: depth),
      let found = judge.judge(stage, after: depth), found.bytes <= limit
    else { return nil }
    return PricedStage(time: Seconds(found.seconds))
  }

  func leastTime(_ option: Int, _ layer: Int) -> Seconds {
    let (d, t) = degrees[option]
    let times = judge.graph.nodes[order[layer]]?.variants["\(t)"]?.map(\.timePerSample) ?? []
    return Seconds((times.min() ?? 0) / Double(d))
  }

  func sendForward(
    _ ports: (from: Int, to: Int), before layer: Int, depth: Int, isFirst: Bool
  ) -> Seconds? { .zero }

  func sendBackward(_ ports: (from: Int, to: Int), before layer: Int, depth: Int) -> Seconds {
    .zero
  }

  func stages(_ found: UnequalPipeline) -> [PiperStage] {
    var depth = 0
    return found.stages.reversed().compactMap { stage -> PiperStage? in
      defer { depth += degrees[stage.option].d }
      return fitting(stage.option, stage.layers, depth: depth)
    }.reversed()
  }

  private func fitting(_ option: Int, _ layers: Range<Int>, depth: Int) -> PiperStage? {
    let (d, t) = degrees[option]
    let inFlight = ((Double(depth) + Double(d)) / Double(d)).rounded(.up)
    let nodes = layers.map { order[$0] }
    var bytes = 0.0
    var savings: [(node: Int, bytes: Double, seconds: Double)] = []
    for node in nodes {
      guard let kept = judge.graph.nodes[node]?.variant(t, "vanilla"),
        let recomputed = judge.graph.nodes[node]?.variant(t, "activation recomp")
      else { return nil }
      func held(_ variant: PiperGraph.Variant) -> Double {
        variant.memoryUsageA * inFlight + variant.memoryUsageB
      }
      bytes += held(kept)
      let saved = held(kept) - held(recomputed)
      if saved > 0 {
        savings.append((node, saved, recomputed.timePerSample - kept.timePerSample))
      }
    }
    var variants = Dictionary(uniqueKeysWithValues: nodes.map { ("\($0)", "vanilla") })
    savings.sort { $0.seconds * $1.bytes < $1.seconds * $0.bytes }
    for saving in savings {
      if bytes <= limit { break }
      variants["\(saving.node)"] = "activation recomp"
      bytes -= saving.bytes
    }
    return bytes <= limit ? PiperStage(nodes: nodes, d: d, t: t, id: variants) : nil
  }
}
