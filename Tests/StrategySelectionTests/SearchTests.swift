import Foundation
import Testing

@testable import StrategySelection

@Suite("The search for strategies")
struct SearchTests {
  @Test("small problems are solved as well as by trying everything", arguments: RandomProblem.some)
  func exact(random: RandomProblem) throws {
    let selection = StrategySelector(iterations: 5).solve(random.problem)
    let least = random.leastCost
    #expect(selection.cost == least)
    guard let least else { return #expect(selection.choices == nil) }
    #expect(!selection.isInfeasible)
    let bound = try #require(selection.bound)
    #expect(bound <= least)
    let choices = try #require(selection.choices)
    let verdict = try #require(SelectionChecker(random.problem).verdict(on: choices))
    #expect(verdict.isFeasible)
    #expect(Int64(verdict.cost) == least)
  }

  @Test("the contest's example costs 445")
  func example() throws {
    let problem = try Fixture.example()
    let selection = StrategySelector().solve(problem)
    #expect(selection.cost == 445)
    #expect(selection.isOptimal)
    #expect(selection.gap == 0)
  }

  /// More than a few rounds can decide.
  static let larger = RandomProblem(
    seed: 7, nodes: 40, strategies: 6, tightness: 0.9, forbids: false)

  @Test("the same rounds give the same answer, and more rounds no worse one")
  func deterministic() {
    let problem = Self.larger.problem
    let first = StrategySelector(iterations: 3).solve(problem)
    let second = StrategySelector(iterations: 3).solve(problem)
    let longer = StrategySelector(iterations: 6).solve(problem)
    #expect(first.choices == second.choices)
    #expect(first.bound == second.bound)
    #expect(first.cost != nil)
    #expect(longer.cost ?? .max <= first.cost ?? 0)
    #expect(longer.bound ?? 0 >= first.bound ?? .max)
  }

  @Test("a search that is told to stop says so and keeps what it has")
  func stopping() {
    let problem = Self.larger.problem
    var asked = 0
    let selection = StrategySelector().solve(problem) {
      asked += 1
      return asked > 2
    }
    #expect(selection.wasStopped)
    #expect(selection.iterations == 2)
  }

  @Test("a limit that nothing keeps is found out")
  func infeasible() {
    var problem = RandomProblem(seed: 3, tightness: 0).problem
    problem.usages = problem.usages.map { $0 + 1 }
    problem.intervals = problem.intervals.map { _ in 0..<1 }
    problem.usageLimit = 0
    let selection = StrategySelector().solve(problem)
    #expect(selection.isInfeasible)
    #expect(selection.choices == nil)
  }

  @Test("a problem without nodes has the empty choice")
  func empty() throws {
    let text = """
      {"problem": {"nodes": {"intervals": [], "costs": [], "usages": []},
        "edges": {"nodes": [], "costs": []}, "usage_limit": 0}}
      """
    let problem = try SelectionProblem(jsonText: text)
    let selection = StrategySelector().solve(problem)
    #expect(selection.choices == [])
    #expect(selection.isOptimal)
  }
}

enum Fixture {
  static func example() throws -> SelectionProblem {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/example.json")
    return try SelectionProblem(jsonText: String(contentsOf: url, encoding: .utf8))
  }
}

extension SelectionProblem {
  init(jsonText: String) throws(SelectionInputError) {
    let result = Array(jsonText.utf8).withUnsafeBytes { bytes in
      Result { () throws(SelectionInputError) in try SelectionProblem(json: bytes) }
    }
    self = try result.get()
  }
}
