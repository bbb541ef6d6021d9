import Configuration
import Figures
import Foundation
import Rhumb
import Search
import Simulation
import StrategySpace
import Testing

@testable import Reports

/// Every document says the same in all of its forms: what its page holds is in text, Markdown and
/// HTML, and the numbers of its JSON are on the page.
@Suite("The forms of a report")
struct ReportFormsTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    var name: String
    var document: any ReportDocument
    var page: Page
    /// Paths of numbers that only JSON holds.
    var isHidden: @Sendable (String) -> Bool = { _ in false }

    var testDescription: String { name }
  }

  static let samples = Result { () -> [Sample] in
    let outcome = try ReportTests.outcome.get()
    let problem = outcome.problem
    let report = try ReportTests.report.get()
    let plans = outcome.plans.prefix(2).map(\.plan)
    let comparison = ComparisonDocument(
      try plans.enumerated().map {
        try planner.comparisonEntry("plan <\($0)> | \"模型\"", $1, of: problem)
      })
    let difference = try planner.difference(
      from: ("first", problem, plans[0]), to: ("second", problem, plans[1]))
    let explanation = try planner.explain(plans[0], of: problem)
    let sweep = try planner.sweep(
      SweepFile.read(
        text: """
          job: \(root)Examples/llama-3-8b-one-node.yaml
          vary: {device_memory: [60 GiB, 80 GiB]}
          price_per_device_hour: 2
          """, path: "sweep.yaml"))
    let plan = planner.document(try #require(outcome.best), of: problem)
    // The estimate that the search ranked by is JSON's alone, since the simulated time stands for it.
    let isEstimate: @Sendable (String) -> Bool = { $0.hasSuffix(".estimated_step_time_seconds") }
    let isDetail: @Sendable (String) -> Bool = { path in
      isEstimate(path) || path.contains(".stages[")
    }
    return [
      Sample(name: "a report", document: report, page: report.report) { path in
        // Of all plans but the best, what they cost is shown, not what that is made of.
        let isOfAnother = path.hasPrefix(".plans[") && !path.hasPrefix(".plans[0]")
        return isEstimate(path)
          || isOfAnother
            && (isDetail(path) || path.contains("breakdown_seconds.")
              || path.contains("memory_bytes.") && !path.hasSuffix(".total"))
      },
      Sample(name: "a plan", document: plan, page: plan.page, isHidden: isDetail),
      Sample(name: "a comparison", document: comparison, page: comparison.page),
      Sample(name: "a difference", document: difference, page: difference.page),
      Sample(name: "an explanation", document: explanation, page: explanation.page) { path in
        // What hardly differs is called as fast, without a reason.
        isDetail(path) || path.hasSuffix(".deciding_seconds")
      },
      Sample(name: "a sweep", document: sweep, page: sweep.page),
    ]
  }

  /// What people read of a page: cells, sentences and lines of code. Headings over pictures alone
  /// are left out of text, so they do not count.
  static func words(of page: Page) -> [String] {
    page.parts.flatMap { part -> [String] in
      switch part {
      case .heading: []
      case .title(let text), .text(let text): [text]
      case .table(let table): table.cells
      case .code(let lines): lines
      case .figure(let figure, inText: .table): figure.table.rows.flatMap { $0 }
      case .figure: []
      }
    }.filter { !$0.isEmpty }
  }

  @Test("what the page says is in text, Markdown and HTML", arguments: 0..<6)
  func content(index: Int) throws {
    let sample = try Self.samples.get()[index]
    let html = sample.page.html.unescaped
    let markdown = sample.page.markdown.unescaped
    // Wide enough that nothing is broken over lines.
    let text = sample.page.text(width: 4000)
    for words in Self.words(of: sample.page) {
      let isEverywhere = [text, markdown, html].allSatisfy { $0.contains(words) }
      #expect(isEverywhere, "'\(words)' of \(sample.name)")
    }
    #expect(!sample.page.html.contains("plan <0>"))
  }

  @Test("nothing is cut at any width", arguments: 0..<6, [40, 60, 80, 100, 140])
  func widths(index: Int, width: Int) throws {
    let sample = try Self.samples.get()[index]
    let text = sample.page.text(width: width)
    #expect(!text.contains("…") || sample.page.text(width: 4000).contains("…"))
    let wide = sample.page.parts.flatMap { part -> [String] in
      if case .code(let lines) = part { lines } else { [] }
    }
    for line in text.split(separator: "\n") where line.count > width {
      #expect(wide.contains { line.hasSuffix($0) } || !line.dropFirst(2).contains(" "), "\(line)")
    }
  }

  @Test("the numbers of the JSON form are on the page", arguments: 0..<6)
  func numbers(index: Int) throws {
    let sample = try Self.samples.get()[index]
    let html = sample.page.html.unescaped
    let json = try JSONSerialization.jsonObject(with: Data(try sample.document.json().utf8))
    var count = 0
    for (path, text) in Self.shown(json, "") where !sample.isHidden(path) {
      count += 1
      let isShown = html.contains(text)
      #expect(isShown, "\(text), \(path) of \(sample.name)")
    }
    #expect(count > 5)
  }

  /// Every quantity of a JSON value as pages show it, with the path to it.
  static func shown(_ value: Any, _ path: String) -> [(path: String, text: String)] {
    if let object = value as? [String: Any] {
      return object.sorted { $0.key < $1.key }.flatMap { shown($0.value, "\(path).\($0.key)") }
    }
    if let list = value as? [Any] {
      return list.enumerated().flatMap { shown($1, "\(path)[\($0)]") }
    }
    guard let number = value as? Double, number != 0, number.magnitude >= 1e-9 else { return [] }
    let names = path.split(separator: ".")
    // Parts of a breakdown are called after what they are; the unit stands above them.
    if names.contains(where: { $0.hasSuffix("_seconds") }) {
      return [(path, Measure.seconds.text(number))]
    }
    if names.contains(where: { $0.hasSuffix("_bytes") }) {
      return [(path, Measure.bytes.text(number))]
    }
    if path.hasSuffix("flops_utilization") { return [(path, Measure.fraction.text(number))] }
    if path.hasSuffix("tokens_per_second") { return [(path, Measure.count.text(number))] }
    return []
  }
}

extension String {
  /// HTML or Markdown without its escapes.
  fileprivate var unescaped: String {
    replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&amp;", with: "&").replacing("\\|", with: "|").replacing("\\<", with: "<")
  }
}
