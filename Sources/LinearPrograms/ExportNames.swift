/// Names that every reader of LP and MPS files accepts, unique within one file.
///
/// A name is kept if it starts with a letter, holds letters, digits, `_` and `.` only, is no keyword,
/// cannot be read as a number (`e5`) and is not taken; anything else becomes the position (`column_7`).
struct ExportNames {
  let rows: [String]
  let columns: [String]
  let objective: String
  /// Names for the second half of rows with two bounds, where a format wants two rows.
  let upperRows: [String]

  init(_ program: LinearProgram) {
    var taken: Set<String> = []
    func unique(_ names: [String], _ prefix: String) -> [String] {
      let kept = names.map { name in
        Self.isPortable(name) && taken.insert(name).inserted ? name : nil
      }
      return kept.enumerated().map { position, name in
        if let name { return name }
        var substitute = "\(prefix)_\(position)"
        while !taken.insert(substitute).inserted { substitute += "_" }
        return substitute
      }
    }
    rows = unique(program.rowNames, "row")
    columns = unique(program.columnNames, "column")
    objective = unique(["objective"], "objective")[0]
    upperRows = unique(rows.map { $0 + ".upper" }, "upper")
  }

  static func isPortable(_ name: String) -> Bool {
    guard let first = name.utf8.first, isLetter(first), name.utf8.count <= 200 else { return false }
    let body = name.utf8.dropFirst()
    guard body.allSatisfy({ isLetter($0) || isDigit($0) || $0 == 0x5F || $0 == 0x2E }) else {
      return false
    }
    if first | 0x20 == 0x65, body.allSatisfy(isDigit) { return false }
    return !keywords.contains(name.lowercased())
  }

  private static let keywords: Set<String> = [
    "minimize", "minimise", "min", "minimum", "maximize", "maximise", "max", "maximum", "subject",
    "such", "st", "s.t.", "st.", "bounds", "bound", "general", "generals", "gen", "integer",
    "integers", "int", "binary", "binaries", "bin", "free", "inf", "infinity", "end", "semi", "sos",
    "sin", "nan",
  ]

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
