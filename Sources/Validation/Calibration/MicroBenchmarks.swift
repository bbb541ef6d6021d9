import ClusterTopology
import Configuration
import CostModel
import ModelDescription
import Quantities
import StrategySpace

/// A kernel or collective that was measured by itself, and how long the cost model says it takes.
struct MicroBenchmark: Sendable {
  /// Rows that share what no parameter explains: one machine's table.
  var table: String
  var cluster: Cluster
  /// Ranks that take part on each of the cluster's nodes.
  var ranksPerNode = 1
  var measured: Seconds
  var work: Work

  enum Work: Hashable, Sendable {
    case product(
      rows: Double, inputs: Double, outputs: Double, batches: Double, outputBytes: Double?,
      kernels: Double)
    case allReduce(Bytes)
    case allGather(Bytes)
    case allToAll(Bytes)
  }

  var isKernel: Bool { if case .product = work { true } else { false } }

  /// - Parameter cluster: the one measured on, with figures as they are to be tried.
  func predicted(on cluster: Cluster) -> Seconds {
    let group = cluster.groups[0]
    switch work {
    case .product(let rows, let inputs, let outputs, let batches, let bytes, let kernels):
      return DeviceTiming(device: group.node.device).product(
        rows: rows, inputs: inputs, outputs: outputs, batches: batches, format: .bfloat16,
        outputBytes: bytes, kernels: kernels)
    case .allReduce(let size): return channel(cluster).allReduce(size)
    case .allGather(let size): return channel(cluster).allGather(size)
    case .allToAll(let size): return channel(cluster).allToAll(size)
    }
  }

  private func channel(_ cluster: Cluster) -> Channel {
    Channel(
      GroupSpan(
        ranks: cluster.groups[0].count * ranksPerNode, nodes: cluster.groups[0].count,
        ranksPerNode: ranksPerNode, clusterGroups: [0]), on: cluster)
  }
}

extension MicroBenchmark {
  /// Products in 16 bits of tables that name each shape, with the device's single node around them.
  static func kernels(_ table: CSVTable, _ clusters: KnownClusters) throws -> [MicroBenchmark] {
    try table.records.compactMap { row in
      guard row["op"] == "matmul" || row["op"] == "group_matmul",
        row["dtype"] == "bf16" || row["dtype"] == "fp16",
        let m = row.number("m"), let n = row.number("n"), let k = row.number("k"),
        let teraflops = row.number("tflops"),
        let cluster = try machine(row, clusters)?.cut(to: 1)
      else { return nil }
      let batches = row.number("batch") ?? 1
      // Grouped products are listed by their forward pass: the gradient of the weights sums over rows.
      let isGrouped = row["op"] == "group_matmul"
      let sumsRows = isGrouped && row["layout"] == "bwd_grad_w"
      let adds = row["accumulate"] == "True"
      let element: Double = row["out_dtype"] == "fp32" ? 4 : 2
      return MicroBenchmark(
        table: "\(row["gpu"]) \(row["op"])", cluster: cluster,
        measured: Seconds(2 * m * n * k * batches / (teraflops * 1e12)),
        work: .product(
          rows: sumsRows ? k : m, inputs: sumsRows ? m : k, outputs: n, batches: batches,
          outputBytes: adds ? 2 * element : element, kernels: isGrouped ? batches : 1))
    }
  }

  /// Collectives of sizes that training has, 1 MiB to 1 GiB; smaller ones are bound by the host.
  static func collectives(_ table: CSVTable, _ clusters: KnownClusters) throws -> [MicroBenchmark] {
    try table.records.compactMap { row in
      guard let size = row.number("size_bytes"), size >= Double(1 << 20), size <= Double(1 << 30),
        let devices = row.number("gpus"), devices >= 2, let ranks = Int(exactly: devices),
        !row["algorithm"].hasPrefix("Ring ("),
        let machine = try machine(row, clusters),
        let (cluster, ranksPerNode) = machine.span(
          of: ranks, overNodes: row.number("nodes").flatMap { Int(exactly: $0) },
          interconnect: row["inter_interconnect"])
      else { return nil }
      let work: Work
      let moved: Double
      switch row["collective"] {
      case "all_reduce": (work, moved) = (.allReduce(Bytes(size)), 2 * (devices - 1) / devices)
      case "all_gather", "reduce_scatter":
        (work, moved) = (.allGather(Bytes(size)), (devices - 1) / devices)
      case "alltoall": (work, moved) = (.allToAll(Bytes(size)), (devices - 1) / devices)
      default: return nil
      }
      let derived = row.number("busbw_GBps").map { size * moved / ($0 * 1e9) }
      guard let seconds = row.number("time_us").map({ $0 / 1e6 }) ?? derived else { return nil }
      return MicroBenchmark(
        table: "\(row["collective"]) \(row["gpu"]) \(cluster.groups[0].count)×\(ranksPerNode)",
        cluster: cluster, ranksPerNode: ranksPerNode, measured: Seconds(seconds), work: work)
    }
  }

  private static func machine(
    _ row: CSVTable.Record, _ clusters: KnownClusters
  ) throws -> Cluster? {
    let stated = MeasuredRun.StatedMachine(
      device: row["gpu"].replacing("unstated", with: ""), devices: nil,
      interconnect: row["inter_interconnect"])
    guard let name = KnownMachines.machine(stated) else { return nil }
    do {
      return try clusters.cluster(named: name)
    } catch is SkippedRun {
      return nil
    }
  }
}

extension Cluster {
  /// The part of a cluster that a collective ran over, and how many ranks of each node took part; `nil`
  /// where the interconnect is said to have another bandwidth than this cluster's.
  fileprivate func span(
    of devices: Int, overNodes stated: Int?, interconnect: String
  ) -> (Cluster, ranksPerNode: Int)? {
    guard groups.count == 1 else { return nil }
    let whole = groups[0].node.deviceCount
    // Hosts within a domain of device links are no nodes of ours.
    let nodes = whole > 16 ? nil : stated
    guard let nodes else {
      return cut(to: devices).map { ($0, ranksPerNode: $0.groups[0].node.deviceCount) }
    }
    guard nodes > 0, devices % nodes == 0, devices / nodes <= whole else { return nil }
    if nodes == 1 { return cut(to: devices).map { ($0, ranksPerNode: devices) } }
    guard groups[0].node.interfaces.contains(where: { $0.agrees(with: interconnect) }) else {
      return nil
    }
    var cluster = self
    cluster.groups[0].count = nodes
    return (cluster, ranksPerNode: devices / nodes)
  }
}

extension NodeType.Interfaces {
  /// Whether words such as `EFA 4x100Gb/s per node` state as many interfaces of the same bandwidth; words
  /// that state none agree with all.
  fileprivate func agrees(with words: String) -> Bool {
    guard let stated = words.firstMatch(of: /(\d+)\s*x\s*[A-Za-z ]*(\d+)\s*Gb/),
      let count = Double(stated.1), let gigabits = Double(stated.2)
    else { return true }
    let rate = interface.bandwidth.value * Double(self.count) * 8 / 1e9
    return abs(count * gigabits / rate - 1) < 0.1
  }
}

extension CSVTable {
  /// The rows by column.
  var records: [Record] { rows.map { Record(columns: columns, fields: $0) } }

  struct Record {
    let columns: [String]
    let fields: [Field]

    /// Empty where the table has no such column.
    subscript(column: String) -> String {
      columns.firstIndex(of: column).map { fields[$0].text } ?? ""
    }

    func number(_ column: String) -> Double? {
      decimal(self[column]).flatMap { $0 > 0 ? $0 : nil }
    }
  }
}
