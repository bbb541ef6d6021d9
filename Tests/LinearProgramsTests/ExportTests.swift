import Foundation
import LinearPrograms
import Testing

@Suite("Exported programs")
struct ExportTests {
  @Test("the LP format reads like the program")
  func lpText() throws {
    var program = LinearProgram(.maximize)
    let x = program.addColumn("x", cost: 3, .between(-1, 4))
    let y = program.addColumn("end", cost: -0.5, .atLeast(0), kind: .integer)
    program.addRow("both", [(x, 1), (y, -2)], .between(1, 8))
    program.addRow("a b", [(y, 2)], .equal(to: 12))
    #expect(
      try program.text(as: .lp) == """
        Maximize
         objective: + 3.0 x
           - 0.5 column_1
        Subject To
         both: + 1.0 x
           - 2.0 column_1 >= 1.0
         both.upper: + 1.0 x
           - 2.0 column_1 <= 8.0
         row_1: + 2.0 column_1 = 12.0
        Bounds
         -1.0 <= x <= 4.0
         0.0 <= column_1 <= +inf
        Generals
         column_1
        End

        """)
  }

  @Test("the MPS format reads like the program")
  func mpsText() throws {
    var program = LinearProgram(.minimize)
    let x = program.addColumn("x", cost: 3, .between(-1, 4), kind: .integer)
    program.addRow("both", [(x, 1)], .between(1, 8))
    #expect(
      try program.text(as: .mps) == """
        NAME program
        ROWS
         N objective
         G both
        COLUMNS
         begin_0 'MARKER' 'INTORG'
         x objective 3.0
         x both 1.0
         end_0 'MARKER' 'INTEND'
        RHS
         rhs both 1.0
        RANGES
         range both 7.0
        BOUNDS
         LO bound x -1.0
         UP bound x 4.0
        ENDATA

        """)
  }

  @Test("a program read back from its file has the same answer", arguments: 0..<60)
  func roundTrip(seed: Int) throws {
    let program = LinearProgram.random(seed: UInt64(seed))
    let answer = try program.solve()
    let readBack = MPSReader(try program.text(as: .mps)).program
    #expect(readBack.columnCount == program.columnCount)
    #expect(readBack.rowCount == program.rowCount)
    #expect(readBack.entryCount == program.entryCount)
    let second = try readBack.solve()
    #expect(second.status == answer.status)
    if let objective = answer.objective {
      let sign = program.direction == .minimize ? 1.0 : -1.0
      #expect(abs(sign * objective - (second.objective ?? .nan)) < 1e-6)
    }
  }

  /// Where Debian's glpk-utils puts it. Without it the round trip above still compares the files.
  static let solver = "/usr/bin/glpsol"

  @Test(
    "glpsol finds the same answers in both formats",
    .enabled(if: FileManager.default.isExecutableFile(atPath: solver), "glpsol is not installed"),
    arguments: LinearProgram.FileFormat.allCases)
  func glpsol(format: LinearProgram.FileFormat) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("rhumb-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for seed in 0..<12 {
      let program = LinearProgram.random(seed: UInt64(seed))
      // The LP format cannot say "no columns".
      guard program.columnCount > 0 else { continue }
      let answer = try program.solve()
      let file = folder.appendingPathComponent("program").path
      let output = folder.appendingPathComponent("answer").path
      try program.text(as: format).write(toFile: file, atomically: true, encoding: .utf8)
      let process = Process()
      process.executableURL = URL(fileURLWithPath: Self.solver)
      process.arguments = [format == .lp ? "--lp" : "--freemps", file, "-w", output]
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
      let text = try String(contentsOfFile: output, encoding: .utf8)
      // `s bas rows columns primal dual objective` or `s mip rows columns status objective`.
      let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("s ") })
      let words = line.split(separator: " ")
      let isSolved = words[1] == "bas" ? words[4] == "f" && words[5] == "f" : words[4] == "o"
      #expect(isSolved == (answer.status == .optimal), "seed \(seed): \(line)")
      if answer.status == .optimal {
        let sign = format == .mps && program.direction == .maximize ? -1.0 : 1.0
        let theirs = try #require(words.last.flatMap { Double($0) })
        let ours = try #require(answer.objective)
        #expect(abs(theirs - sign * ours) < 1e-6, "seed \(seed)")
      }
    }
  }
}
