import ArgumentParser
import Configuration
import Reports
import Rhumb
import Search
import StrategySpace

/// One way to plan a job differently, as `compare --job` takes it.
enum JobVariation {
  /// A name or path, with node counts if wanted.
  case cluster(String)
  case search(SearchMethod)
  case plain(FrameworkDefault)
  /// Choices to keep: `tp=8,pp=4`.
  case choices(String)

  /// - Throws: `ValidationError` for a search or framework that is not known, and for choices that
  ///   make no sense.
  init(_ text: String) throws {
    guard let sign = text.firstIndex(of: "=") else {
      self = .cluster(text)
      return
    }
    let value = String(text[text.index(after: sign)...])
    switch text[..<sign] {
    case "search": self = .search(try word(value, SearchMethod.self, "search"))
    case "plain": self = .plain(try word(value, FrameworkDefault.self, "plain"))
    default:
      self = .choices(text)
      var limits = StrategyLimits()
      try asUsage { try limits.restrict(to: [text], "'\(text)'") }
    }
  }

  func entry(
    named name: String, _ job: JobDescription, _ planner: Planner, monitor: @escaping SearchMonitor
  ) throws -> ComparisonDocument.Entry {
    var job = job
    switch self {
    case .cluster(let cluster):
      job.cluster = .init(cluster)
      return try planner.comparisonEntry(name, bestOf: planner.problem(for: job), monitor: monitor)
    case .search(let method):
      return try planner.comparisonEntry(
        name, bestOf: planner.problem(for: job), by: method, monitor: monitor)
    case .plain(let framework):
      return try planner.comparisonEntry(
        name, framework, of: planner.problem(for: job), monitor: monitor)
    case .choices(let choices):
      try job.limits.restrict(to: [choices], "'\(choices)'")
      return try planner.comparisonEntry(name, bestOf: planner.problem(for: job), monitor: monitor)
    }
  }
}

extension CaseIterable where Self: RawRepresentable, RawValue == String {
  /// All words, as help shows them: `uniform|heterogeneous`.
  static var names: String { allCases.map(\.rawValue).joined(separator: "|") }
}
