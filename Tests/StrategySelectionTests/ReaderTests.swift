import Testing

@testable import StrategySelection

@Suite("Reading instances")
struct ReaderTests {
  @Test("the contest's example is read as it is")
  func example() throws {
    let problem = try Fixture.example()
    #expect(problem.name == "example")
    #expect(problem.nodeCount == 5)
    #expect(problem.intervals[3] == 110..<140)
    #expect(problem.strategies(of: 2) == 3..<6)
    #expect(problem.usages[4] == 20)
    #expect(problem.edges.map(\.second) == [1, 2, 3, 4, 4])
    #expect(Array(problem.edgeCosts[problem.tableOffsets[2]...].prefix(4)) == [90, 10, 20, 80])
    #expect(problem.usageLimit == 50)
  }

  /// An instance of two nodes with parts replaced.
  static func text(replacing part: String, by other: String) -> String {
    """
    {"problem": {"name": "two",
     "nodes": {"intervals": [[0, 2], [1, 3]],
      "costs": [[1, 2], [3]],
      "usages": [[4, 5], [6]]},
     "edges": {"nodes": [[0, 1]],
      "costs": [[7, 1000000000000000000]]},
     "usage_limit": 20}}
    """.replacing(part, with: other, maxReplacements: part.isEmpty ? 0 : 1)
  }

  @Test("keys may come in any order")
  func anyOrder() throws {
    let text = """
      {"problem":{"usage_limit":20,"edges":{"costs":[[7,8]],"nodes":[[0,1]]},
      "nodes":{"usages":[[4,5],[6]],"costs":[[1,2],[3]],"intervals":[[0,2],[1,1]]}}}
      """
    let problem = try SelectionProblem(jsonText: text)
    #expect(problem.edgeCosts == [7, 8])
    #expect(problem.intervals[1].isEmpty)
  }

  @Test(
    "mistakes are refused with place and reason",
    arguments: [
      ("[[1, 2], [3]]", "[[1, 2]]", 3, 3, "nodes.costs lists 1 nodes, nodes.intervals 2"),
      ("[1, 3]", "[1, 3, 4]", 2, 34, "nodes.intervals[1] has 3 numbers; an interval has 2"),
      ("[1, 3]", "[3, 1]", 2, 34, "nodes.intervals[1] ends before it starts: [3, 1]"),
      ("[1, 3]", "[-1, 3]", 2, 35, "negative numbers have no meaning here"),
      ("[3]", "[]", 3, 21, "nodes.costs[1] has no strategy"),
      ("[6]", "[6, 7]", 4, 22, "nodes.usages[1] has 2 strategies, nodes.costs[1] 1"),
      ("[[7,", "[[7, 8,", 6, 13, "edges.costs[0] has 3 costs; 2 × 1 strategies need 2"),
      ("[[0, 1]]", "[[0, 2]]", 5, 22, "edges.nodes[0] names node 2; the last is 1"),
      ("[[0, 1]]", "[[1, 1]]", 5, 22, "edges.nodes[0] joins node 1 with itself"),
      ("[[0, 1]]", "[[0]]", 5, 22, "edges.nodes[0] has 1 nodes; an edge has 2"),
      ("[[0, 1]]", "[]", 6, 3, "edges.costs lists 1 edges, edges.nodes 0"),
      ("\"usages\"", "\"usage\"", 4, 3, "'nodes.usage' is not a key of an instance"),
      ("\"name\": \"two\"", "\"usage_limit\": 1", 7, 2, "'usage_limit' is given twice"),
      ("usage_limit", "name", 7, 2, "'name' is given twice"),
      ("20}}", "2.5}}", 7, 17, "expected a whole number, without fraction or exponent"),
      ("20}}", "1e3}}", 7, 17, "expected a whole number, without fraction or exponent"),
      ("20}}", "20}", 7, 20, "expected ',' or '}', found the end of the file"),
      ("20}}", "20}} 1", 7, 22, "expected the end of the file, found '1'"),
      ("20}}", "99999999999999999999}}", 7, 17, "a number of 2⁶³ or more"),
      ("\"two\"", "\"t\\\"", 1, 24, "strings have no escapes here"),
    ])
  func mistakes(part: String, other: String, line: Int, column: Int, message: String) {
    let text = Self.text(replacing: part, by: other)
    let error = #expect(throws: SelectionInputError.self) {
      try SelectionProblem(jsonText: text)
    }
    #expect(error?.message.hasPrefix(message) == true, "\(String(describing: error))")
    #expect(error?.line == line)
    #expect(error?.column == column)
  }

  @Test("a file that is cut anywhere is refused")
  func truncated() {
    let text = Self.text(replacing: "", by: "")
    for length in 0..<text.count {
      #expect(throws: SelectionInputError.self) {
        try SelectionProblem(jsonText: String(text.prefix(length)))
      }
    }
  }

  @Test("usages that add up to no number are refused")
  func overflow() {
    let text = Self.text(replacing: "[6]", by: "[9223372036854775807]")
    let error = #expect(throws: SelectionInputError.self) { try SelectionProblem(jsonText: text) }
    #expect(error?.message == "the usages up to nodes.usages[1] add up to 2⁶³ or more")
  }
}

@Suite("The checker")
struct CheckerTests {
  @Test("costs, forbidden pairs and the peak are counted")
  func verdicts() throws {
    let checker = SelectionChecker(
      try SelectionProblem(jsonText: ReaderTests.text(replacing: "", by: "")))
    let good = try #require(checker.verdict(on: [0, 0]))
    #expect(good.cost == 11)
    #expect(good.peakUsage == 10)
    #expect(good.isFeasible)
    let bad = try #require(checker.verdict(on: [1, 0]))
    #expect(bad.forbiddenCount == 1)
    #expect(!bad.isFeasible)
  }

  @Test("what ends makes room for what starts at the same time")
  func halfOpen() throws {
    let text = ReaderTests.text(replacing: "[1, 3]", by: "[2, 3]")
      .replacing("\"usage_limit\": 20", with: "\"usage_limit\": 6")
    let verdict = try #require(
      SelectionChecker(try SelectionProblem(jsonText: text)).verdict(on: [0, 0]))
    #expect(verdict.peakUsage == 6)
    #expect(verdict.isFeasible)
  }

  @Test(
    "lists that are no choice have no verdict", arguments: [[0], [0, 0, 0], [2, 0], [0, -1]])
  func noChoice(choices: [Int]) throws {
    let problem = try SelectionProblem(jsonText: ReaderTests.text(replacing: "", by: ""))
    #expect(SelectionChecker(problem).verdict(on: choices) == nil)
  }
}
