public import Validation

/// What a calibration found (`rhumb.calibration/1`).
public struct CalibrationDocument: ReportDocument {
  public let schema = "rhumb.calibration/1"
  public var parameters: [Parameter]
  public var families: [Family]
  public var overall: Family
  public var tables: [Table]
  public var predictions: Int
  /// Descriptions that state other values than the fitted ones.
  public var changedFiles: [String]

  public struct Parameter: Encodable, Sendable {
    public var names: [String]
    public var figure: String
    public var prior: Double
    public var shipped: Double?
    public var fitted: Double
    public var runs: Int
    public var rows: Int
  }

  public struct Family: Encodable, Sendable {
    public var family: String
    public var runs: Int
    public var medianAbsoluteError: Double?
    public var p90AbsoluteError: Double?
    public var heldOutMedianAbsoluteError: Double?
    public var heldOutP90AbsoluteError: Double?
  }

  public struct Table: Encodable, Sendable {
    public var table: String
    public var rows: Int
    public var medianAbsoluteError: Double?
    public var leftOutMedianAbsoluteError: Double?
  }

  public init(_ calibration: Calibration, changedFiles: [String]) {
    parameters = calibration.values.map { value in
      Parameter(
        names: value.parameter.names, figure: value.parameter.figure.rawValue,
        prior: value.parameter.prior, shipped: value.shipped, fitted: value.fitted,
        runs: value.runs, rows: value.rows)
    }
    families = calibration.families.map(Family.init)
    overall = Family(calibration.overall)
    tables = calibration.tables.map { table in
      Table(
        table: table.name, rows: table.rows, medianAbsoluteError: table.median,
        leftOutMedianAbsoluteError: table.leftOutMedian)
    }
    predictions = calibration.predictions
    self.changedFiles = changedFiles
  }

  public func text(width: Int) -> String { page.text(width: width) }

  public var markdown: String { page.markdown }

  public var html: String { page.html }

  private var page: Page {
    var page = Page()
    page.add(.title("Calibration"))
    page.add(
      .text(
        changedFiles.isEmpty
          ? "All descriptions state the fitted values."
          : "Other values than fitted: " + changedFiles.joined(separator: ", ") + "."))
    page.add(.heading("Parameters"))
    page.add(.table(parameterTable))
    page.add(.heading("Step time of runs"))
    page.add(
      .text(
        "Held out: predicted with what was fitted, from the same priors, to all other families."))
    page.add(.table(familyTable))
    page.add(.heading("Micro-benchmarks"))
    page.add(
      .text(
        "Products of one table are compared with each other, since their clock is not that of "
          + "training. Left out: every second row, by what was fitted to the others."))
    page.add(.table(benchmarkTable))
    return page
  }

  private var parameterTable: TextTable {
    var table = TextTable([
      ("hardware", .left), ("figure", .left), ("prior", .right), ("shipped", .right),
      ("fitted", .right), ("runs", .right), ("rows", .right),
    ])
    for parameter in parameters {
      table.add([
        parameter.names.joined(separator: " "), parameter.figure, number(parameter.prior),
        parameter.shipped.map(number) ?? "-", number(parameter.fitted), "\(parameter.runs)",
        "\(parameter.rows)",
      ])
    }
    return table
  }

  private var familyTable: TextTable {
    var table = TextTable([
      ("family", .left), ("runs", .right), ("median", .right), ("p90", .right),
      ("held out", .right), ("its p90", .right),
    ])
    for family in families + [overall] {
      table.add([
        family.family, "\(family.runs)", percent(family.medianAbsoluteError),
        percent(family.p90AbsoluteError), percent(family.heldOutMedianAbsoluteError),
        percent(family.heldOutP90AbsoluteError),
      ])
    }
    return table
  }

  private var benchmarkTable: TextTable {
    var table = TextTable([
      ("table", .left), ("rows", .right), ("median", .right), ("left out", .right),
    ])
    for entry in tables {
      table.add([
        entry.table, "\(entry.rows)", percent(entry.medianAbsoluteError),
        percent(entry.leftOutMedianAbsoluteError),
      ])
    }
    return table
  }

  private func percent(_ value: Double?) -> String { value.map(Format.percent) ?? "-" }

  private func number(_ value: Double) -> String { Format.number(value, digits: 3) }
}

extension CalibrationDocument.Family {
  init(_ errors: Calibration.FamilyErrors) {
    self.init(
      family: errors.name, runs: errors.runs, medianAbsoluteError: errors.median,
      p90AbsoluteError: errors.p90, heldOutMedianAbsoluteError: errors.heldOutMedian,
      heldOutP90AbsoluteError: errors.heldOutP90)
  }
}
