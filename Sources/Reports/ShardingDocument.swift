import Quantities
public import Sharding
public import ShardingPlanner
import TensorPrograms

/// How a tensor program is split over a mesh, and what that leads to (`rhumb.sharding/1`).
public struct ShardingDocument: ReportDocument {
  public let schema = "rhumb.sharding/1"
  public var program: String
  public var mesh: MeshSummary
  public var inputs: [Input]
  /// By name in the text: the layouts of named values of the program that are split.
  public var tensors: [String: [ShardingCase.AxisNames]]
  public var collectivesTotal: [String: CollectiveSummary]
  public var argumentBytesPerDevice: Int
  public var outputBytesPerDevice: Int
  /// The most that a device holds at any time: arguments and results that are needed later.
  public var peakBytesPerDevice: Int
  /// Of products and convolutions.
  public var flopsPerDevice: Double
  @OrNull public var predictedSeconds: Double?
  @OrNull public var breakdownSeconds: Breakdown?
  /// Sums over devices that a program which adds first would not need; `nil` without a cluster.
  @OrNull public var reassociations: [ReassociationSummary]?
  @OrNull public var search: SearchSummary?
  @OrNull public var comparison: Comparison?
  /// The program's text with its shardings; only where it was asked for.
  public var annotatedProgram: String?

  public struct MeshSummary: Encodable, Hashable, Sendable {
    public var axes: [String]
    public var shape: [Int]
  }

  public struct Input: Encodable, Sendable {
    public var index: Int
    @OrNull public var name: String?
    public var type: String
    public var spec: [ShardingCase.AxisNames]
  }

  public struct CollectiveSummary: Encodable, Hashable, Sendable {
    public var kind: String
    public var axes: [String]
    public var tensors: Int
    public var operandBytes: Int
    public var ringSendBytes: Double
  }

  public struct Breakdown: Encodable, Hashable, Sendable {
    public var products: Double
    public var memory: Double
    public var communication: Double
  }

  public struct ReassociationSummary: Encodable, Hashable, Sendable {
    @OrNull public var value: String?
    /// Of the sum in the program's text.
    public var line: Int
    public var axes: [String]
    public var collectives: Int
    public var savedBytes: Int
    public var savedSeconds: Double
  }

  public struct SearchSummary: Encodable, Hashable, Sendable {
    public var effort: String
    /// Operators and inputs that are decided one by one.
    public var decisions: Int
    public var evaluated: Int
    /// Layouts that the plan demands inside the program.
    public var constraints: Int
    /// Whether all shardings of the inputs were tried.
    public var complete: Bool

    public init(
      effort: String, decisions: Int, evaluated: Int, constraints: Int, complete: Bool
    ) {
      self.effort = effort
      self.decisions = decisions
      self.evaluated = evaluated
      self.constraints = constraints
      self.complete = complete
    }
  }

  /// Predicted beside compiled, where the case says what a compiler made.
  public struct Comparison: Encodable, Hashable, Sendable {
    public struct Row: Encodable, Hashable, Sendable {
      public var predictedBytes: Int
      public var compiledBytes: Int
    }

    public var rows: [String: Row]
    public var argumentBytesMatch: Bool
    public var collectivesMatch: Bool
    /// The compiled program computes wrong numbers, so nothing can match it.
    @OrNull public var knownWrong: String?
    public var matches: Bool
  }

  public init(
    program: String, _ shardable: ShardableProgram, _ prediction: ShardingPrediction,
    inputs layouts: [TensorLayout], names: [String?] = [], timing: MeshTiming? = nil,
    search: SearchSummary? = nil, comparison: Comparison? = nil
  ) {
    self.program = program
    let graph = shardable.program
    let mesh = prediction.mesh
    func spec(_ layout: TensorLayout, rank: Int) -> [ShardingCase.AxisNames] {
      layout.spec(rank: rank, on: mesh).map(ShardingCase.AxisNames.init)
    }
    self.mesh = MeshSummary(axes: mesh.axes.map(\.name), shape: mesh.axes.map(\.size))
    inputs = layouts.enumerated().map { index, layout in
      let type = graph.type(graph.inputs[index])
      return Input(
        index: index, name: names.indices.contains(index) ? names[index] : nil,
        type: type.description, spec: spec(layout, rank: type.rank))
    }
    tensors = [:]
    for (value, entry) in graph.values.enumerated() where entry.definition != nil {
      guard let name = entry.name, let tensor = shardable.tensorOfValue[value] else { continue }
      let layout = prediction.layouts[tensor]
      if !layout.isReplicated { tensors[name] = spec(layout, rank: entry.type.rank) }
    }
    collectivesTotal = Dictionary(
      uniqueKeysWithValues: prediction.totals.map { total in
        (
          total.key,
          CollectiveSummary(
            kind: total.kind.rawValue, axes: total.axes, tensors: total.tensors,
            operandBytes: total.operandBytes, ringSendBytes: total.ringSendBytes)
        )
      })
    argumentBytesPerDevice = prediction.argumentBytesPerDevice
    outputBytesPerDevice = prediction.outputBytesPerDevice
    peakBytesPerDevice = prediction.peakBytesPerDevice
    flopsPerDevice = prediction.arithmeticPerDevice
    let time = timing?.time(of: prediction)
    predictedSeconds = time?.total.value
    breakdownSeconds = time.map {
      Breakdown(
        products: $0.products.value, memory: $0.memory.value,
        communication: $0.communication.value)
    }
    reassociations = timing.map { timing in
      Reassociation.all(in: shardable, prediction, timing).map { sum in
        ReassociationSummary(
          value: sum.value, line: sum.location.line, axes: sum.axes.map { mesh.axes[$0].name },
          collectives: sum.collectives, savedBytes: sum.savedBytes,
          savedSeconds: sum.savedSeconds.value)
      }
    }
    self.search = search
    self.comparison = comparison
  }

  public func text(width: Int) -> String { page.text(width: width) }

  public var markdown: String { page.markdown }

  public var html: String { page.html }

  private var page: Page {
    var page = Page()
    let axes = zip(mesh.axes, mesh.shape).map { "\($0)=\($1)" }.joined(separator: ",")
    page.add(.title("\(program) on the mesh \(axes)"))
    var facts =
      "\(Format.count(argumentBytesPerDevice)) bytes of arguments, at most "
      + "\(Format.count(peakBytesPerDevice)) bytes at a time and "
      + "\(Format.count(flopsPerDevice)) FLOPs of products per device"
    if let predictedSeconds { facts += "; \(Format.seconds(predictedSeconds)) per step" }
    page.add(.text(facts + "."))
    if let search {
      let kind = search.complete ? ", all shardings of inputs among them" : ""
      let demands =
        search.constraints == 0
        ? "nothing is demanded inside the program"
        : "\(search.constraints) layouts are demanded inside the program"
      page.add(
        .text(
          "\(search.decisions) decisions, \(search.evaluated) shardings evaluated\(kind); "
            + "\(demands)."))
    }
    page.add(.heading("Inputs that are split"))
    page.add(
      inputTable.rows.isEmpty
        ? .text("None: every device holds all inputs and computes the whole step.")
        : .table(inputTable))
    page.add(.heading("Collectives of a step, per device"))
    page.add(
      collectiveTable.rows.isEmpty ? .text("None.") : .table(collectiveTable))
    if let reassociations, !reassociations.isEmpty {
      page.add(.heading("Sums that could be joined"))
      page.add(
        .text("Adding these partial results before they are summed over devices would save:"))
      page.add(.table(Self.table(of: reassociations)))
    }
    if let comparison { comparison.add(to: &page) }
    return page
  }

  private static func table(of sums: [ReassociationSummary]) -> TextTable {
    var table = TextTable([
      ("line", .right), ("value", .left), ("axes", .left), ("sums over devices", .right),
      ("bytes saved", .right), ("time saved", .right),
    ])
    for sum in sums {
      table.add([
        "\(sum.line)", sum.value ?? "", sum.axes.joined(separator: ", "), "\(sum.collectives)",
        Format.count(sum.savedBytes), Format.seconds(sum.savedSeconds),
      ])
    }
    return table
  }

  private var inputTable: TextTable {
    var table = TextTable([
      ("input", .right), ("name", .left), ("type", .left), ("split", .left),
    ])
    for input in inputs where input.spec.contains(where: { !$0.names.isEmpty }) {
      let split = input.spec.map { $0.names.isEmpty ? "·" : $0.names.joined(separator: "+") }
      table.add(["\(input.index)", input.name ?? "", input.type, split.joined(separator: ", ")])
    }
    return table
  }

  private var collectiveTable: TextTable {
    var table = TextTable([
      ("collective", .left), ("tensors", .right), ("operand bytes", .right),
      ("bytes sent in a ring", .right),
    ])
    for (key, total) in collectivesTotal.sorted(by: { $0.key < $1.key }) {
      table.add([
        key, "\(total.tensors)", Format.count(total.operandBytes),
        Format.count(total.ringSendBytes),
      ])
    }
    return table
  }
}

extension ShardingDocument.Comparison {
  /// `nil` when the case does not say what was compiled.
  public init?(_ compiled: ShardingCase, _ prediction: ShardingPrediction) {
    guard let collectives = compiled.collectives else { return nil }
    self.init(
      collectives.mapValues(\.operandBytes), argumentBytes: compiled.memory?.argument,
      knownWrong: compiled.knownWrong, prediction)
  }

  /// What a compiled module contains.
  public init(_ compiled: CompiledTotals, _ prediction: ShardingPrediction) {
    self.init(
      compiled.totals.mapValues(\.operandBytes), argumentBytes: nil, knownWrong: nil, prediction)
  }

  private init(
    _ compiled: [String: Int], argumentBytes: Int?, knownWrong: String?,
    _ prediction: ShardingPrediction
  ) {
    rows = [:]
    for total in prediction.totals {
      rows[total.key] = Row(predictedBytes: total.operandBytes, compiledBytes: 0)
    }
    for (key, bytes) in compiled {
      rows[key] = Row(predictedBytes: rows[key]?.predictedBytes ?? 0, compiledBytes: bytes)
    }
    collectivesMatch = rows.values.allSatisfy { $0.predictedBytes == $0.compiledBytes }
    argumentBytesMatch = argumentBytes.map { $0 == prediction.argumentBytesPerDevice } ?? true
    self.knownWrong = knownWrong
    matches = collectivesMatch && argumentBytesMatch && knownWrong == nil
  }

  fileprivate func add(to page: inout Page) {
    page.add(.heading(matches ? "As compiled" : "Not as compiled"))
    if let knownWrong {
      page.add(.text("The compiled program is known to be wrong: \(knownWrong)"))
    }
    var table = TextTable([
      ("collective", .left), ("predicted bytes", .right), ("compiled bytes", .right), ("", .left),
    ])
    for (key, row) in rows.sorted(by: { $0.key < $1.key }) {
      let isEqual = row.predictedBytes == row.compiledBytes
      table.add([
        key, "\(row.predictedBytes)", "\(row.compiledBytes)", isEqual ? "equal" : "differs",
      ])
    }
    page.add(.table(table))
  }
}
