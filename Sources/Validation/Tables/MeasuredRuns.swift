public import Configuration

/// The runs of several tables, with what an index beside them says.
public struct MeasuredRuns: Hashable, Sendable {
  /// In the order of the files and of their rows.
  public var runs: [MeasuredRun] = []
  /// Files that hold other measurements than runs, and were left aside.
  public var otherFiles: [String] = []

  /// Reads tables of runs. An index among the files, or beside one of them under its usual name,
  /// tells tiers and primary metrics; an index given alone stands for the tables that it names.
  ///
  /// - Throws: `InvalidInput` with everything that is wrong in the files.
  public init(files: [String]) throws(InvalidInput) {
    var problems: [Diagnostic] = []
    var index = RunIndexes()
    var tables: [CSVTable] = []
    for file in files {
      do {
        let table = try CSVTable(path: file)
        if RunIndex.describes(table) { try index.add(table) } else { tables.append(table) }
      } catch {
        problems += error.diagnostics
      }
    }
    if !problems.isEmpty { throw InvalidInput(problems) }
    if tables.isEmpty { tables = try index.tables() }
    for table in tables {
      if Self.isMicroBenchmark(table) {
        otherFiles.append(table.path)
        continue
      }
      do {
        var found = try MeasuredTable(table, family: Self.family(table.path)).runs
        try index.describe(&found, of: table.path)
        runs += found
      } catch {
        problems += error.diagnostics
      }
    }
    if runs.isEmpty, problems.isEmpty {
      problems = otherFiles.map { Diagnostic(file: $0, message: "holds no runs") }
    }
    if !problems.isEmpty { throw InvalidInput(problems) }
  }

  /// The runs to score.
  ///
  /// - Parameters:
  ///   - tier: `nil` for all; `main` includes runs without a tier.
  ///   - families: names of tables without `.csv`; none stands for all.
  /// - Throws: `InvalidInput` for a family that has no table.
  public func runs(
    of tier: MeasuredRun.Tier?, families: [String], source: String = "--family"
  ) throws(InvalidInput) -> [MeasuredRun] {
    let known = Set(runs.map(\.family)).sorted()
    if let unknown = families.first(where: { !known.contains($0) }) {
      throw InvalidInput(
        file: source, "no table '\(unknown)'; \(hint(for: unknown, among: known))")
    }
    return runs.filter { run in
      (tier == nil || (run.tier ?? .main) == tier)
        && (families.isEmpty || families.contains(run.family))
    }
  }

  /// `Reports/Measured/torchtitan.csv` is of the family `torchtitan`.
  static func family(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.hasSuffix(".csv") ? String(name.dropLast(4)) : name
  }

  /// Tables of single kernels and collectives, which calibration reads, lie beside tables of runs.
  private static func isMicroBenchmark(_ table: CSVTable) -> Bool {
    table.columns.contains("collective")
      || (table.columns.contains("op") && table.columns.contains("tflops"))
  }
}

/// The indexes in play: those given, and those beside tables.
private struct RunIndexes {
  /// By directory.
  private var indexes: [String: RunIndex] = [:]
  private var paths: [String] = []

  mutating func add(_ table: CSVTable) throws(InvalidInput) {
    indexes[Self.directory(table.path)] = try RunIndex(table)
    paths.append(table.path)
  }

  /// The tables that the given indexes name, beside them.
  func tables() throws(InvalidInput) -> [CSVTable] {
    var tables: [CSVTable] = []
    for path in paths {
      let directory = Self.directory(path)
      for file in indexes[directory]?.files ?? [] {
        tables.append(try CSVTable(path: directory + file))
      }
    }
    return tables
  }

  mutating func describe(_ runs: inout [MeasuredRun], of path: String) throws(InvalidInput) {
    let directory = Self.directory(path)
    if indexes[directory] == nil {
      // The usual place; without an index there, no tier is known.
      let usual = directory + RunIndex.fileName
      if let table = try? CSVTable(path: usual), RunIndex.describes(table) {
        indexes[directory] = try RunIndex(table)
      }
    }
    guard let entries = indexes[directory]?.entries else { return }
    for position in runs.indices {
      guard let entry = entries[runs[position].id] else { continue }
      runs[position].tier = entry.tier
      runs[position].primaryMetric = entry.primaryMetric
    }
  }

  /// With its closing slash; empty for the current one.
  private static func directory(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }
}
