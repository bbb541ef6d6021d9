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
  /// A row with a field that is no number where one belongs makes a run that says so; where all rows
  /// are such, this is no table of runs.
  ///
  /// - Throws: `InvalidInput` for what is no such table, with every missing column, with rows that
  ///   name no run, with figures given twice, and with every bad field when there is no sound row.
  public init(_ table: CSVTable, family: String) throws(InvalidInput) {
    let missing = Self.columns.filter { !table.columns.contains($0) }
    if missing.count > Self.columns.count / 2 {
      throw InvalidInput(
        file: table.path,
        "is no table of runs: its first line must name the columns "
          + Self.columns.joined(separator: ", "))
    }
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
    var defects: [Diagnostic] = []
    var indices: [String: Int] = [:]
    runs = []
    for fields in table.rows {
      var row = MeasuredRow(table, fields)
      var run = row.run(family: family)
      guard row.isNamed, let figure = run.figures.first else {
        problems += row.problems
        continue
      }
      defects += row.problems
      run.defect = row.problems.first?.message
      if let known = indices[run.id] {
        runs[known].defect = runs[known].defect ?? run.defect
        if runs[known].figures.contains(where: { $0.metric == figure.metric }) {
          problems.append(row.problem("id", "a second figure '\(run.id).\(figure.metric)'"))
        }
        runs[known].figures.append(figure)
      } else {
        indices[run.id] = runs.count
        runs.append(run)
      }
    }
    if runs.allSatisfy({ $0.defect != nil }) { problems += defects }
    if !problems.isEmpty { throw InvalidInput(problems) }
    if runs.isEmpty { throw InvalidInput(file: table.path, "has columns but no rows") }
  }
}

/// One row while it is being read.
private struct MeasuredRow {
  private let path: String
  private let fields: [String: CSVTable.Field]
  private(set) var problems: [Diagnostic] = []
  /// Whether the row says which figure of which run it holds.
  private(set) var isNamed = false

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
    isNamed = problems.isEmpty
    let figure = figure(metric)
    return MeasuredRun(
      id: id.hasSuffix(suffix) ? String(id.dropLast(suffix.count)) : id, family: family,
      model: model(), machine: machine(), strategy: strategy(), notes: text("notes"),
      figures: [figure])
  }

  /// Where others print a figure, runs that ran out of memory say so.
  private mutating func figure(_ metric: String) -> MeasuredRun.Figure {
    let words = [metric, text("value")].map { $0.lowercased().replacing("_", with: " ") }
    if words.contains(where: { $0.contains("out of memory") || $0 == "oom" }) {
      return MeasuredRun.Figure(metric: MeasuredRun.outOfMemory, value: 1, unit: "")
    }
    return MeasuredRun.Figure(metric: metric, value: number("value"), unit: text("unit"))
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
      device: text("gpu"), devices: count("gpus"), devicesPerNode: count("gpus_per_node"),
      interconnect: text("interconnect"))
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

  /// Empty where the field is blank, or says in another program's words that it is.
  private func text(_ column: String) -> String {
    let text = String(fields[column]?.text.trimmingSpaces ?? "")
    return ["nan", "null", "n/a", "-"].contains(text.lowercased()) ? "" : text
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

  /// What products of a few counts stay within 64 bits for.
  private static let largestCount = 1 << 24

  private mutating func count(_ column: String) -> Int? {
    let text = text(column)
    if text.isEmpty { return nil }
    // Other programs write whole numbers as 8.0.
    let whole = text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    guard let value = wholeNumber(whole), (1...Self.largestCount).contains(value) else {
      problems.append(
        problem(
          column,
          "'\(column)' must be a whole number from 1 to \(Self.largestCount) or blank, found "
            + "'\(text)'"))
      return nil
    }
    return value
  }

  private mutating func flag(_ column: String) -> Bool? {
    switch text(column).lowercased() {
    case "": return nil
    case "true": return true
    case "false": return false
    default:
      problems.append(
        problem(column, "'\(column)' must be true, false or blank, found '\(text(column))'"))
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
