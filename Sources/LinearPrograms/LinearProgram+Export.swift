extension LinearProgram {
  /// A file format that other solvers read.
  public enum FileFormat: String, Sendable, Hashable, CaseIterable {
    /// CPLEX LP, made for reading: `glpsol --lp`.
    case lp
    /// Free MPS, which every solver knows: `glpsol --freemps`. It minimises, so a program that
    /// maximises is written with its costs negated and says so in a comment.
    case mps
  }

  /// The program as the text of a file.
  ///
  /// Numbers are written with all their digits, so a solver that reads the file sees the same program.
  /// - Throws: `LinearProgramError.invalid` for a program without a meaning.
  public func text(as format: FileFormat) throws -> String {
    let issues = self.issues
    guard issues.isEmpty else { throw LinearProgramError.invalid(issues) }
    switch format {
    case .lp: return lpText
    case .mps: return mpsText
    }
  }

  /// Entries of each row, columns ascending.
  private var entriesByRow: [[(column: Int, value: Double)]] {
    var rows = Array(repeating: [(column: Int, value: Double)](), count: rowCount)
    for e in entryValues.indices {
      rows[Int(entryRows[e])].append((Int(entryColumns[e]), entryValues[e]))
    }
    return rows.map { $0.sorted { $0.column < $1.column } }
  }

  private var lpText: String {
    let names = ExportNames(self)
    // The grammar wants a column in every sum, so an empty sum is written as zero times one.
    func sum(_ terms: [(column: Int, value: Double)]) -> String {
      guard !terms.isEmpty else { return "0 \(names.columns.first ?? "nothing")" }
      return terms.map { term in
        "\(term.value < 0 ? "-" : "+") \(number(abs(term.value))) \(names.columns[term.column])"
      }.joined(separator: "\n   ")
    }
    var lines = [direction == .minimize ? "Minimize" : "Maximize"]
    let objective = costs.enumerated().filter { $0.element != 0 }.map {
      (column: $0.offset, value: $0.element)
    }
    lines.append(" \(names.objective): \(sum(objective))")
    lines.append("Subject To")
    for (i, terms) in entriesByRow.enumerated() {
      let bounds = rowBounds[i]
      let name = names.rows[i]
      if bounds.lower == bounds.upper {
        lines.append(" \(name): \(sum(terms)) = \(number(bounds.lower))")
        continue
      }
      if bounds.lower.isFinite {
        lines.append(" \(name): \(sum(terms)) >= \(number(bounds.lower))")
      }
      if bounds.upper.isFinite {
        // A row with two bounds is two rows in this format.
        let upperName = bounds.lower.isFinite ? names.upperRows[i] : name
        lines.append(" \(upperName): \(sum(terms)) <= \(number(bounds.upper))")
      }
    }
    if rowCount == 0 { lines.append(" row_0: \(sum([])) <= 0") }
    lines.append("Bounds")
    for (j, bounds) in columnBounds.enumerated() {
      let name = names.columns[j]
      if bounds == .free {
        lines.append(" \(name) free")
      } else {
        let lower = bounds.lower.isFinite ? number(bounds.lower) : "-inf"
        let upper = bounds.upper.isFinite ? number(bounds.upper) : "+inf"
        lines.append(" \(lower) <= \(name) <= \(upper)")
      }
    }
    if columnCount == 0 { lines.append(" nothing free") }
    if hasIntegers {
      lines.append("Generals")
      for j in kinds.indices where kinds[j] == .integer { lines.append(" \(names.columns[j])") }
    }
    return (lines + ["End", ""]).joined(separator: "\n")
  }

  private var mpsText: String {
    let names = ExportNames(self)
    let sign = direction == .minimize ? 1.0 : -1.0
    var lines = direction == .minimize ? [] : ["* maximises: the costs are negated"]
    lines += ["NAME program", "ROWS", " N \(names.objective)"]
    for (i, bounds) in rowBounds.enumerated() {
      lines.append(" \(mpsKind(bounds)) \(names.rows[i])")
    }
    var columns = Array(repeating: [(row: Int, value: Double)](), count: columnCount)
    for e in entryValues.indices {
      columns[Int(entryColumns[e])].append((Int(entryRows[e]), entryValues[e]))
    }
    lines.append("COLUMNS")
    for j in columns.indices {
      let marker = kinds[j] == .integer
      if marker { lines.append(" begin_\(j) 'MARKER' 'INTORG'") }
      lines.append(" \(names.columns[j]) \(names.objective) \(number(sign * costs[j]))")
      for entry in columns[j].sorted(by: { $0.row < $1.row }) {
        lines.append(" \(names.columns[j]) \(names.rows[entry.row]) \(number(entry.value))")
      }
      if marker { lines.append(" end_\(j) 'MARKER' 'INTEND'") }
    }
    lines.append("RHS")
    for (i, bounds) in rowBounds.enumerated() where bounds != .free {
      let side = bounds.lower.isFinite ? bounds.lower : bounds.upper
      lines.append(" rhs \(names.rows[i]) \(number(side))")
    }
    lines.append("RANGES")
    for (i, bounds) in rowBounds.enumerated() {
      guard bounds.lower.isFinite, bounds.upper.isFinite, bounds.lower < bounds.upper else {
        continue
      }
      lines.append(" range \(names.rows[i]) \(number(bounds.upper - bounds.lower))")
    }
    lines.append("BOUNDS")
    for (j, bounds) in columnBounds.enumerated() {
      let name = names.columns[j]
      switch (bounds.lower.isFinite, bounds.upper.isFinite) {
      case (false, false):
        lines.append(" FR bound \(name)")
      case (true, false):
        lines += [" LO bound \(name) \(number(bounds.lower))", " PL bound \(name)"]
      case (false, true):
        lines += [" MI bound \(name)", " UP bound \(name) \(number(bounds.upper))"]
      case (true, true):
        lines.append(" LO bound \(name) \(number(bounds.lower))")
        lines.append(" UP bound \(name) \(number(bounds.upper))")
      }
    }
    return (lines + ["ENDATA", ""]).joined(separator: "\n")
  }

  private func mpsKind(_ bounds: Bounds) -> String {
    if bounds.lower == bounds.upper { return "E" }
    if bounds.lower.isFinite { return "G" }
    return bounds.upper.isFinite ? "L" : "N"
  }

  /// The shortest text that reads back as the same number.
  private func number(_ value: Double) -> String { "\(value)" }
}
