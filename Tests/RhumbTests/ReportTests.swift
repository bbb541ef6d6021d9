import ClusterTopology
import CostModel
import Figures
import Foundation
import Quantities
import Reports
import Rhumb
import Search
import StrategySpace
import Testing

@Suite("Reports")
struct ReportTests {
  /// A search of a few hundred strategies, with pictures and sensitivity.
  static let outcome = Result {
    var problem = try exampleProblem()
    problem.limits.microBatchSize = .atMost(2)
    problem.limits.contextParallelSize = .exactly(1)
    problem.limits.tensorParallelSize = .atMost(4)
    problem.limits.schedules = [.oneForwardOneBackward]
    return try planner.outcome(of: problem, simulating: 4)
  }

  static let report = Result { try planner.report(of: outcome.get(), keeping: 3) }

  @Test("HTML and Markdown show the numbers of the JSON form")
  func sameNumbers() throws {
    let report = try Self.report.get()
    let data = Data(try report.json().utf8)
    let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let plans = try #require(json["plans"] as? [[String: Any]])
    #expect(plans.count == 3)
    var shown: [String] = []
    func show(_ value: Any?, _ measure: Measure) throws {
      shown.append(measure.text(try #require(value as? Double)))
    }
    for plan in plans {
      try show(plan["step_time_seconds"], .seconds)
      try show(plan["model_flops_utilization"], .fraction)
      try show(plan["tokens_per_second"], .count)
      try show((plan["memory_bytes"] as? [String: Any])?["total"], .bytes)
    }
    for (part, value) in try #require(plans[0]["breakdown_seconds"] as? [String: Double])
    where value != 0 {
      shown.append(Measure.seconds.text(value))
      #expect(!part.isEmpty)
    }
    for value in try #require(plans[0]["memory_bytes"] as? [String: Double]).values
    where value != 0 {
      shown.append(Measure.bytes.text(value))
    }
    for one in try #require(json["sensitivity"] as? [[String: Any]]) {
      try show(one["step_time_seconds"], .seconds)
    }
    for text in shown {
      #expect(report.html.contains(text), "\(text) in HTML")
      #expect(report.markdown.contains(text), "\(text) in Markdown")
    }
  }

  @Test("a page asks for nothing and stays below a megabyte")
  func selfContained() throws {
    let html = try Self.report.get().html
    #expect(html.utf8.count < 1_000_000)
    // Sources of figures may name addresses; nothing may lead there.
    #expect(html.matches(of: #/(src|href)="[^#]|url\(|@import/#).isEmpty)
    #expect(html.contains("default-src 'none'"))
    #expect(html.ranges(of: "<script").count == 1)
  }

  @Test("the page answers in the order in which people ask")
  func order() throws {
    let html = try Self.report.get().html
    let headings = html.matches(of: #/<h2>([^<]*)<\/h2>/#).map { String($0.1) }
    #expect(
      headings == [
        "Does it fit, and how fast is it?", "Launch with Megatron-LM",
        "The alternatives, and what they cost", "Where does the time go?",
        "Where does the memory go?", "Where does it run?", "What each group of nodes is worth",
        "What would change the answer?", "What is assumed?", "How was it searched?",
      ])
  }

  @Test("better hardware never makes the best step slower, worse never faster")
  func sensitivity() throws {
    let report = try Self.report.get()
    let base = try #require(report.plans.first).stepTimeSeconds
    #expect(report.sensitivity.count == 2 * ClusterFigure.allCases.count)
    for one in report.sensitivity {
      let time = try #require(one.stepTimeSeconds)
      #expect(one.factor > 1 ? time <= base * 1.000_001 : time >= base * 0.999_999)
      if !one.changesWinner { #expect(one.samePlanSeconds == time) }
    }
  }

  @Test("a figure scaled by one changes nothing", arguments: ClusterFigure.allCases)
  func neutral(figure: ClusterFigure) throws {
    let cluster = try exampleProblem().costs.cluster
    #expect(cluster.scaling(figure, by: 1) == cluster)
    #expect(cluster.scaling(figure, by: 2) != cluster)
  }

  @Test("limits near strategies hold them, and nothing that was forbidden")
  func near() throws {
    let problem = try Self.outcome.get().problem
    let plan = try #require(try Self.outcome.get().best).plan
    let near = problem.limits.near([plan.strategy])
    #expect(near.tensorParallelSize.contains(plan.strategy.tensorParallelSize))
    #expect(near.microBatchSize.contains(plan.strategy.microBatchSize))
    #expect(!near.tensorParallelSize.contains(8))
    let found = UniformSearch(problem.costs, within: near, keeping: 1).run().candidates.first
    #expect(found?.plan == plan)
  }

  @Test("a stopped search says that it is not complete")
  func interruption() throws {
    let problem = try Self.outcome.get().problem
    var heard = 0
    let stopped = try planner.outcome(
      of: problem, simulating: 2,
      monitor: { _ in
        heard += 1
        return heard < 2
      })
    #expect(heard == 2)
    #expect(!stopped.result.statistics.isComplete)
    #expect(try Self.outcome.get().result.statistics.isComplete)
  }

  @Test("the differences of a comparison are those of its plans, and add up")
  func comparison() throws {
    let outcome = try Self.outcome.get()
    let entries = try outcome.plans.prefix(2).enumerated().map {
      try planner.comparisonEntry("plan \($0)", $1.plan, of: outcome.problem)
    }
    let comparison = ComparisonDocument(entries)
    let difference = try #require(comparison.differences.first)
    let (a, b) = (try #require(entries[0].plan), try #require(entries[1].plan))
    #expect(difference.stepTimeSeconds == b.stepTimeSeconds - a.stepTimeSeconds)
    let parts = difference.breakdownSeconds
    let sum =
      parts.compute + parts.optimizer + parts.tensorParallel + parts.contextParallel
      + parts.expertParallel + parts.pipelineParallel + parts.dataParallel + parts.bubble
    #expect(abs(sum - difference.stepTimeSeconds) < 1e-6)
    #expect(!difference.strategyChanges.isEmpty)
  }
}
