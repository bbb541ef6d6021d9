import Configuration
import Testing
import Validation

@Suite("Tables of comma-separated values")
struct CSVTableTests {
  private static func texts(_ text: String) throws -> [[String]] {
    let table = try CSVTable(text: text, path: "t.csv")
    return [table.columns] + table.rows.map { $0.map(\.text) }
  }

  @Test(
    "fields are cut at commas and lines, quoted ones are kept whole",
    arguments: [
      ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
      ("a,b\n1,2", [["a", "b"], ["1", "2"]]),
      ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
      ("\u{FEFF}a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
      ("a,b\n\n1,2\n\n", [["a", "b"], ["1", "2"]]),
      ("a,b\n,\n", [["a", "b"], ["", ""]]),
      ("a\n\"\"\n", [["a"], [""]]),
      ("a,b\n\"1,5\",\"say \"\"x\"\"\"\n", [["a", "b"], ["1,5", "say \"x\""]]),
      ("a,b\n\"two\nlines\",2\n", [["a", "b"], ["two\nlines", "2"]]),
      ("a,b\n5\" disk, 2 \n", [["a", "b"], ["5\" disk", " 2 "]]),
    ])
  func fields(text: String, expected: [[String]]) throws {
    #expect(try Self.texts(text) == expected)
  }

  @Test("a field knows its line and column, also behind a line break in quotes")
  func positions() throws {
    let table = try CSVTable(text: "a,b\n\"x\ny\",2\n3,4\n", path: "t.csv")
    let places = table.rows.flatMap { $0.map { "\($0.position.line):\($0.position.column)" } }
    #expect(places == ["2:1", "3:4", "4:1", "4:3"])
  }

  @Test(
    "a text that is no table is refused with its place",
    arguments: [
      ("", "t.csv: error: the file is empty"),
      ("\n\n", "t.csv: error: the file is empty"),
      ("a,a\n", "t.csv:1:3: error: a second column 'a'"),
      ("a,,b\n", "t.csv:1:3: error: a column without a name"),
      ("a,b\n1\n", "t.csv:2:1: error: 1 fields, expected 2 as in the first row"),
      ("a,b\n1,2\n1,2,3\n", "t.csv:3:1: error: 3 fields, expected 2 as in the first row"),
      (
        "a\n" + String(repeating: "1,2\n", count: 8),
        (2...6).map { "t.csv:\($0):1: error: 2 fields, expected 1 as in the first row\n" }.joined()
          + "t.csv:7:1: error: 3 more rows of another width from here on"
      ),
      ("a\n\"open\n", "t.csv:2:1: error: a quote that is never closed"),
      (
        "a,b\n\"x\"y,2\n",
        "t.csv:2:4: error: text after a closing quote; expected a comma or the end of the line"
      ),
    ])
  func malformed(text: String, message: String) {
    let error = #expect(throws: InvalidInput.self) { try CSVTable(text: text, path: "t.csv") }
    #expect(error?.description == message)
  }

  @Test("a missing file is reported")
  func missing() {
    let error = #expect(throws: InvalidInput.self) { try CSVTable(path: "/nowhere/t.csv") }
    #expect(error?.description == "/nowhere/t.csv: error: no such file")
  }
}
