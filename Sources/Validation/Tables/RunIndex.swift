public import Configuration

/// Which runs of a set of tables are fit for scoring, and by which metric: a table with the columns
/// `config_id`, `file`, `tier` and `primary_metric` beside them.
public struct RunIndex: Hashable, Sendable {
  public struct Entry: Hashable, Sendable {
    public var file: String
    public var tier: MeasuredRun.Tier
    /// `nil` when the run has no metric to score.
    public var primaryMetric: String?
  }

  /// By run.
  public private(set) var entries: [String: Entry] = [:]

  /// The name under which an index is looked for beside a table.
  public static let fileName = "runs.csv"

  static let columns = ["config_id", "file", "tier", "primary_metric"]

  /// Whether a table is an index.
  public static func describes(_ table: CSVTable) -> Bool {
    columns.allSatisfy(table.columns.contains)
  }

  public init(_ table: CSVTable) throws(InvalidInput) {
    var problems: [Diagnostic] = []
    let places = Self.columns.compactMap(table.columns.firstIndex(of:))
    guard places.count == Self.columns.count else {
      throw InvalidInput(file: table.path, "is no index of runs")
    }
    for row in table.rows {
      let fields = places.map { row[$0] }
      guard let tier = MeasuredRun.Tier(rawValue: fields[2].text) else {
        let words = MeasuredRun.Tier.allCases.map(\.rawValue)
        problems.append(
          Diagnostic(
            file: table.path, position: fields[2].position,
            message: "'tier' is '\(fields[2].text)'; \(hint(for: fields[2].text, among: words))"))
        continue
      }
      entries[fields[0].text] = Entry(
        file: fields[1].text, tier: tier,
        primaryMetric: fields[3].text.isEmpty ? nil : fields[3].text)
    }
    if !problems.isEmpty { throw InvalidInput(problems) }
  }

  /// The tables that the index speaks of, sorted.
  public var files: [String] { Set(entries.values.map(\.file)).sorted() }
}
