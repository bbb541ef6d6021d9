import Foundation

/// What Galvatron measured: layers, memory and links.
struct GalvatronProfiles: Decodable {
  private var computation: [String: Double]
  private var memory: Memory
  private var hardware: [String: [String: Double]]

  /// Of embedding and head.
  private struct EndMemory: Decodable {
    var modelStates: [String: Double]
    var activation: [String: Double]
  }

  private struct LayerMemory: Decodable {
    var parameterSize: Double
    /// By width, and `checkpoint`.
    var tpActivationPerBszDict: [String: Double]
  }

  /// By sequence length.
  private struct Memory: Decodable {
    var layer: [String: LayerMemory]
    var whole: [String: EndMemory]
    var first: [String: EndMemory]
    var last: [String: EndMemory]

    private enum CodingKeys: String, CodingKey {
      case layer = "layertype0Sp"
      case whole = "otherMemoryPpOffSp"
      case first = "otherMemoryPpOnFirstSp"
      case last = "otherMemoryPpOnLastSp"
    }
  }

  private let sequence = "2048"

  private enum CodingKeys: CodingKey { case computation, memory, hardware }

  // MARK: Layers

  /// Forward, per sample; of the microbatch that is first in the file.
  var layerMilliseconds: Double { computation["layertype_0_bsz1_seq2048"] ?? 0 }
  var endMilliseconds: Double { computation["layertype_other_bsz1_seq2048"] ?? 0 }

  var parameterMegabytes: Double { memory.layer[sequence]?.parameterSize ?? 0 }

  func activationMegabytes(_ strategy: GalvatronStrategy) -> Double {
    guard let known = memory.layer[sequence]?.tpActivationPerBszDict else { return 0 }
    if strategy.ckpt { return (known["checkpoint"] ?? 0) / Double(strategy.width) }
    return known["\(strategy.width)"] ?? 0
  }

  /// States of what a stage has beside layers, and activations of one sample.
  func endMegabytes(_ plan: GalvatronPlan, _ stage: Int) -> (states: Double, activations: Double) {
    let ends = plan.pp == 1 ? memory.whole : stage == 0 ? memory.first : memory.last
    let found = ends[sequence]
    return (
      found?.modelStates["\(plan.embedding.tp)"] ?? 0,
      found?.activation["\(plan.embedding.width)"] ?? 0
    )
  }

  /// What reduces the bf16 gradients of a layer: a ring's share.
  func gradientMegabytes(_ strategy: GalvatronStrategy) -> Double {
    let ranks = Double(strategy.shards)
    return 2 * (ranks - 1) / ranks * (parameterMegabytes / Double(strategy.tp)) / 2
  }

  // MARK: Links

  private func figure(_ table: String, _ key: String) -> Double { hardware[table]?[key] ?? 0 }

  var overlapSlowdown: Double { figure("overlap_coefficient.json", "overlap_coe") }

  /// MB per millisecond.
  func transferRate(stages: Int) -> Double {
    figure("p2p_bandwidth_1nodes_8gpus_per_node.json", "pp_size_\(stages)")
  }

  func reductionRate(_ ranks: Int, strided: Bool) -> Double {
    figure(
      "allreduce_bandwidth_1nodes_8gpus_per_node.json",
      "allreduce_size_\(ranks)_consec_\(strided ? 0 : 1)")
  }

  /// A collective of a listed size as listed, of any other by the line through all of them.
  func milliseconds(_ kind: String, _ ranks: Int, _ megabytes: Double) -> Double {
    let table = hardware["sp_time_1nodes_8gpus_per_node.json"] ?? [:]
    let points = (0...10).compactMap { power -> (size: Double, time: Double)? in
      let size = 1 << power
      return table["\(kind)_size_\(ranks)_\(size)MB_time"].map { (Double(size), $0) }
    }
    if let listed = points.first(where: { $0.size == megabytes }) { return listed.time }
    let count = Double(points.count)
    let meanSize = points.map(\.size).reduce(0, +) / count
    let meanTime = points.map(\.time).reduce(0, +) / count
    let slope =
      points.map { ($0.size - meanSize) * ($0.time - meanTime) }.reduce(0, +)
      / points.map { ($0.size - meanSize) * ($0.size - meanSize) }.reduce(0, +)
    return meanTime + slope * (megabytes - meanSize)
  }
}
