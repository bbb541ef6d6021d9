public import Configuration

/// The runs of one table of measurements.
///
/// A row holds one figure; its `id` is `<run>.<metric>`, so the rows of one prefix are one run. The
/// columns must be there, in any order; a blank field is a figure that was not published.
public struct MeasuredTable: Hashable, Sendable {
  /// In the order of the file.
  public var runs: [MeasuredRun]

  /// Columns that a table of runs has.
  public static let columns = [
    "id", "model", "layers", "hidden", "ffn_hidden", "heads", "kv_heads", "vocab", "seq_len",
    "gated_mlp", "experts", "topk", "gpu", "gpus", "interconnect", "dp", "tp", "pp", "vp", "cp",
    "ep", "sp", "zero_or_fsdp", "micro_batch", "global_batch", "precision", "recompute",
    "attention_kernel", "metric", "value", "unit",
  ]

  /// - Parameter family: what the runs are counted under; the table's file name as a rule.
  /// - Throws: `InvalidInput` with every missing column and every field that is no number.
  public init(_ table: CSVTable, family: String) throws(InvalidInput) {
    let missing = Self.columns.filter { !table.columns.contains($0) }
    if !missing.isEmpty {
      let start = Diagnostic.Position(line: 1, column: 1)
      throw InvalidInput(
        missing.map { name in
          let others = table.columns.filter { !Self.columns.contains($0) }
          let found = closestMatch(to: name, among: others).map { "; is it '\($0)'?" } ?? ""
          return Diagnostic(
            file: table.path, position: start, message: "no column '\(name)'\(found)")
        })
    }
    var problems: [Diagnostic] = []
    var indices: [String: Int] = [:]
    runs = []
    for fields in table.rows {
      var row = MeasuredRow(table, fields)
      let run = row.run(family: family)
      problems += row.problems
      guard row.problems.isEmpty, let figure = run.figures.first else { continue }
      if let known = indices[run.id] {
        if runs[known].figures.contains(where: { $0.metric == figure.metric }) {
          problems.append(row.problem("id", "a second figure '\(run.id).\(figure.metric)'"))
        }
        runs[known].figures.append(figure)
      } else {
        indices[run.id] = runs.count
        runs.append(run)
      }
    }
    if !problems.isEmpty { throw InvalidInput(problems) }
    if runs.isEmpty { throw InvalidInput(file: table.path, "has columns but no rows") }
  }
}

/// One row while it is being read.
private struct MeasuredRow {
  private let path: String
  private let fields: [String: CSVTable.Field]
  private(set) var problems: [Diagnostic] = []

  init(_ table: CSVTable, _ fields: [CSVTable.Field]) {
    path = table.path
    self.fields = Dictionary(zip(table.columns, fields)) { first, _ in first }
  }

  func problem(_ column: String, _ message: String) -> Diagnostic {
    Diagnostic(file: path, position: fields[column]?.position, message: message)
  }

  mutating func run(family: String) -> MeasuredRun {
    let metric = required("metric")
    let id = required("id")
    let suffix = "." + metric
    let value = number("value")
    return MeasuredRun(
      id: id.hasSuffix(suffix) ? String(id.dropLast(suffix.count)) : id, family: family,
      model: model(), machine: machine(), strategy: strategy(), notes: text("notes"),
      figures: [MeasuredRun.Figure(metric: metric, value: value, unit: text("unit"))])
  }

  private mutating func model() -> MeasuredRun.StatedModel {
    MeasuredRun.StatedModel(
      name: text("model"), parameters: decimal(text("params_b")), layers: count("layers"),
      hiddenSize: count("hidden"),
      feedForwardSize: count("ffn_hidden"), heads: count("heads"),
      keyValueHeads: count("kv_heads"), vocabularySize: count("vocab"),
      sequenceLength: count("seq_len"), isGated: flag("gated_mlp"), experts: count("experts"),
      expertsPerToken: count("topk"))
  }

  private mutating func machine() -> MeasuredRun.StatedMachine {
    MeasuredRun.StatedMachine(
      device: text("gpu"), devices: count("gpus"), interconnect: text("interconnect"))
  }

  private mutating func strategy() -> MeasuredRun.StatedStrategy {
    MeasuredRun.StatedStrategy(
      dataParallelSize: count("dp"), tensorParallelSize: count("tp"),
      pipelineParallelSize: count("pp"), virtualPipelineSize: count("vp"),
      contextParallelSize: count("cp"), expertParallelSize: count("ep"),
      sequenceParallel: flag("sp"), sharding: text("zero_or_fsdp"),
      microBatchSize: count("micro_batch"), globalBatchSize: count("global_batch"),
      precision: text("precision"), recomputation: text("recompute"),
      attentionKernel: text("attention_kernel"))
  }

  private func text(_ column: String) -> String {
    String(fields[column]?.text.trimmingSpaces ?? "")
  }

  private mutating func required(_ column: String) -> String {
    let text = text(column)
    if text.isEmpty { problems.append(problem(column, "'\(column)' is blank")) }
    return text
  }

  private mutating func number(_ column: String) -> Double {
    let text = required(column)
    if text.isEmpty { return 0 }
    guard let value = decimal(text) else {
      problems.append(problem(column, "'\(column)' must be a number, found '\(text)'"))
      return 0
    }
    if value <= 0 {
      problems.append(problem(column, "'\(column)' must be above 0, found \(text)"))
    }
    return value
  }

  private mutating func count(_ column: String) -> Int? {
    let text = text(column)
    if text.isEmpty { return nil }
    guard let value = wholeNumber(text), value >= 1 else {
      problems.append(
        problem(column, "'\(column)' must be a whole number from 1 or blank, found '\(text)'"))
      return nil
    }
    return value
  }

  private mutating func flag(_ column: String) -> Bool? {
    switch text(column) {
    case "": return nil
    case "true": return true
    case "false": return false
    case let text:
      problems.append(
        problem(column, "'\(column)' must be true, false or blank, found '\(text)'"))
      return nil
    }
  }
}

extension String {
  fileprivate var trimmingSpaces: Substring {
    var rest = self[...]
    while rest.first == " " { rest.removeFirst() }
    while rest.last == " " { rest.removeLast() }
    return rest
  }
}
