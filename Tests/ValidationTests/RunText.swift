import Configuration
import Foundation
import Validation

/// Tables of runs as text, from the columns that matter to a test.
enum RunText {
  /// A small GPT on one node; what a test says wins.
  static let usual: [String: String] = [
    "id": "small.step_time", "model": "GPT-1B", "layers": "24", "hidden": "2048",
    "ffn_hidden": "8192", "heads": "16", "kv_heads": "16", "vocab": "51200", "seq_len": "2048",
    "gated_mlp": "false", "gpu": "A100-80GB-SXM", "gpus": "8", "interconnect": "NVLink3",
    "dp": "8", "tp": "1", "pp": "1", "vp": "1", "cp": "1", "ep": "1", "sp": "false",
    "zero_or_fsdp": "none", "micro_batch": "1", "global_batch": "64", "precision": "bf16",
    "recompute": "none", "attention_kernel": "flash v2", "metric": "step_time", "value": "1.5",
    "unit": "s",
  ]

  static func table(_ rows: [[String: String]], without missing: Set<String> = []) -> String {
    let columns =
      MeasuredTable.columns.filter { !missing.contains($0) } + [
        "params_b", "gpus_per_node", "notes",
      ]
    let lines = rows.map { row in
      columns.map { row[$0] ?? usual[$0] ?? "" }.joined(separator: ",")
    }
    return ([columns.joined(separator: ",")] + lines).joined(separator: "\n") + "\n"
  }

  static func runs(_ rows: [[String: String]]) throws -> [MeasuredRun] {
    try MeasuredTable(CSVTable(text: table(rows), path: "runs/t.csv"), family: "t").runs
  }

  static func run(_ row: [String: String] = [:]) throws -> MeasuredRun { try runs([row])[0] }
}

/// The project's own files.
enum Shipped {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  static let catalog = Catalog(root: root)

  static func measured(_ tables: String...) throws -> [MeasuredRun] {
    try MeasuredRuns(files: tables.map { "\(root)/Reports/Measured/\($0).csv" }).runs
  }
}
