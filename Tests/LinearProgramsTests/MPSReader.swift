import LinearPrograms

/// Reads back the free MPS that the library writes, written apart from the writer.
struct MPSReader {
  private(set) var program = LinearProgram(.minimize)
  private(set) var columns: [String: LinearProgram.Column] = [:]
  private(set) var names: [String] = []
  private var rowTerms: [String: [(column: String, value: Double)]] = [:]
  private var rowBounds: [String: Bounds] = [:]
  private var columnBounds: [String: Bounds] = [:]

  init(_ text: String) {
    var section = ""
    var objective = ""
    var kinds: [String: String] = [:]
    var rowNames: [String] = []
    var sides: [String: Double] = [:]
    var ranges: [String: Double] = [:]
    var entries: [(column: String, row: String, value: Double)] = []
    var integers: Set<String> = []
    var bounds: [String: Bounds] = [:]
    var isInteger = false
    for line in text.split(separator: "\n") where !line.hasPrefix("*") {
      let words = line.split(separator: " ").map(String.init)
      if !line.hasPrefix(" ") {
        section = words[0]
        continue
      }
      switch section {
      case "ROWS":
        if words[0] == "N", objective.isEmpty {
          objective = words[1]
        } else {
          rowNames.append(words[1])
        }
        kinds[words[1]] = words[0]
      case "COLUMNS":
        if words[1] == "'MARKER'" {
          isInteger = words[2] == "'INTORG'"
          continue
        }
        if names.last != words[0] { names.append(words[0]) }
        if isInteger { integers.insert(words[0]) }
        entries.append((words[0], words[1], Double(words[2]) ?? .nan))
      case "RHS": sides[words[1]] = Double(words[2])
      case "RANGES": ranges[words[1]] = Double(words[2])
      case "BOUNDS":
        var own = bounds[words[2]] ?? .atLeast(0)
        switch words[0] {
        case "FR": own = .free
        case "MI": own.lower = -.infinity
        case "PL": own.upper = .infinity
        case "LO": own.lower = Double(words[3]) ?? .nan
        case "UP": own.upper = Double(words[3]) ?? .nan
        default: own.lower = .nan
        }
        bounds[words[2]] = own
      default: break
      }
    }
    var rows: [String: LinearProgram.Row] = [:]
    for name in rowNames {
      let side = sides[name] ?? 0
      let rowBounds: Bounds =
        switch kinds[name] {
        case "E": .equal(to: side)
        case "G": ranges[name].map { .between(side, side + $0) } ?? .atLeast(side)
        case "L": .atMost(side)
        default: .free
        }
      rows[name] = program.addRow(name, [], rowBounds)
      self.rowBounds[name] = rowBounds
      rowTerms[name] = entries.filter { $0.row == name }.map { ($0.column, $0.value) }
    }
    for name in names {
      let own = entries.filter { $0.column == name }
      columns[name] = program.addColumn(
        name, cost: own.first { $0.row == objective }?.value ?? 0, bounds[name] ?? .atLeast(0),
        kind: integers.contains(name) ? .integer : .continuous,
        entries: own.compactMap { entry in rows[entry.row].map { ($0, entry.value) } })
    }
    columnBounds = bounds
  }

  /// Whether `values`, one per column, respect every row and bound.
  func isFeasible(_ values: [Double], tolerance: Double) -> Bool {
    let value = Dictionary(uniqueKeysWithValues: zip(names, values))
    func respects(_ value: Double, _ bounds: Bounds?) -> Bool {
      guard let bounds else { return false }
      return value >= bounds.lower - tolerance && value <= bounds.upper + tolerance
    }
    return names.allSatisfy { respects(value[$0] ?? .nan, columnBounds[$0]) }
      && rowTerms.allSatisfy { name, terms in
        respects(terms.reduce(0) { $0 + $1.value * (value[$1.column] ?? .nan) }, rowBounds[name])
      }
  }
}
