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
  var measured: Seconds
  var work: Work

  enum Work: Hashable, Sendable {
    case product(
      rows: Double, inputs: Double, outputs: Double, batches: Double, outputBytes: Double?)
    case allReduce(Bytes)
    case allGather(Bytes)
    case allToAll(Bytes)
  }

  var isKernel: Bool { if case .product = work { true } else { false } }

  /// - Parameter cluster: the one measured on, with figures as they are to be tried.
  func predicted(on cluster: Cluster) -> Seconds {
    let group = cluster.groups[0]
    switch work {
    case .product(let rows, let inputs, let outputs, let batches, let bytes):
      return DeviceTiming(device: group.node.device).product(
        rows: rows, inputs: inputs, outputs: outputs, batches: batches, format: .bfloat16,
        outputBytes: bytes)
    case .allReduce(let size): return channel(cluster).allReduce(size)
    case .allGather(let size): return channel(cluster).allGather(size)
    case .allToAll(let size): return channel(cluster).allToAll(size)
    }
  }

  private func channel(_ cluster: Cluster) -> Channel {
    let group = cluster.groups[0]
    return Channel(
      GroupSpan(
        ranks: group.deviceCount, nodes: group.count, ranksPerNode: group.node.deviceCount,
        clusterGroups: [0]), on: cluster)
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
      let adds = row["accumulate"] == "True"
      let element: Double = row["out_dtype"] == "fp32" ? 4 : 2
      return MicroBenchmark(
        table: "\(row["gpu"]) \(row["op"])", cluster: cluster,
        measured: Seconds(2 * m * n * k * batches / (teraflops * 1e12)),
        work: .product(
          rows: m, inputs: k, outputs: n, batches: batches,
          outputBytes: adds ? 2 * element : element))
    }
  }

  /// Collectives of at least 1 MiB over whole nodes; smaller ones are bound by the host.
  static func collectives(_ table: CSVTable, _ clusters: KnownClusters) throws -> [MicroBenchmark] {
    try table.records.compactMap { row in
      guard let size = row.number("size_bytes"), size >= Double(1 << 20),
        let devices = row.number("gpus"), !row["algorithm"].hasPrefix("Ring ("),
        let cluster = try machine(row, clusters)?.cut(to: Int(devices)), devices >= 2
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
        table: "\(row["collective"]) \(row["gpu"]) \(row["gpus"])", cluster: cluster,
        measured: Seconds(seconds), work: work)
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
