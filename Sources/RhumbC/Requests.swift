import Configuration
import Foundation
import Interop
import ModelDescription
import Reports
import Rhumb
import Search
import StrategySpace

/// What messages call a request.
private let source = "request"

/// Keys that any request may have.
struct CommonKeys {
  var planner: Planner
  /// Says whether to stop; `nil` when nothing may stop the request.
  var interruption: (@Sendable () -> Bool)?

  init(_ root: MappingReader) {
    let environment = ProcessInfo.processInfo.environment["RHUMB_CATALOG"]
    let candidates =
      root.stringIfPresent("catalog").map { [$0] }
      ?? Catalog.candidates(
        environment: environment, currentDirectory: FileManager.default.currentDirectoryPath,
        executable: nil)
    if let catalog = Catalog(atFirstOf: candidates) {
      planner = Planner(catalog: catalog)
    } else {
      planner = Planner(catalog: Catalog(root: "."))
      if root.has("catalog") { root.report("holds no Models/ and Clusters/", key: "catalog") }
    }
    let deadline = root.numberIfPresent("deadline_seconds", in: 0...1e9)
    let cancellation = root.integerIfPresent("cancellation", in: 0...Int.max)
    if deadline == nil, cancellation == nil { return }
    let end = deadline.map { ContinuousClock.now + .seconds($0) }
    interruption = {
      if let end, ContinuousClock.now >= end { return true }
      return cancellation.flatMap { cancellations[Int64($0)] } ?? false
    }
  }
}

/// `rhumb_plan`: the keys of a job file, and `keep`.
struct PlanRequest {
  private let common: CommonKeys
  private let job: JobDescription
  private let count: Int

  init(_ text: String) throws {
    (common, job, count) = try SourceFile(text: text, path: source).read { root in
      (
        CommonKeys(root), JobFile.description(in: root),
        root.integerIfPresent("keep", in: 1...1000) ?? 5
      )
    }
  }

  func answer() throws -> Envelope.Result {
    let problem = try common.planner.problem(for: job)
    let outcome = try common.planner.outcome(
      of: problem, simulating: 2 * count,
      monitor: common.interruption.map { isWanted in { _ in !isWanted() } })
    let document = common.planner.document(of: outcome, keeping: count)
    return Envelope.Result(
      json: try document.json(), isInterrupted: common.interruption?() ?? false)
  }
}

/// `rhumb_estimate`: the keys of a job file, and `fix` as in `rhumb estimate --fix`.
struct EstimateRequest {
  private let common: CommonKeys
  private let job: JobDescription

  init(_ text: String) throws {
    (common, job) = try SourceFile(text: text, path: source).read {
      (root: MappingReader) throws(InvalidInput) in
      let common = CommonKeys(root)
      var job = JobFile.description(in: root)
      for restriction in try Restriction.list(in: root, key: "fix") {
        try job.limits.apply(restriction, source: source)
      }
      return (common, job)
    }
  }

  func answer() throws -> Envelope.Result {
    let problem = try common.planner.problem(for: job)
    return Envelope.Result(json: try common.planner.estimate(problem).json())
  }
}

extension Restriction {
  fileprivate static func list(
    in root: MappingReader, key: String
  ) throws(InvalidInput) -> [Restriction] {
    guard let text = root.stringIfPresent(key) else { return [] }
    return try list(text, source: source)
  }
}

/// `rhumb_simulate`: a plan.
struct SimulateRequest {
  private let loaded: LoadedPlan

  init(_ text: String) throws { loaded = try LoadedPlan(text) { _ in } }

  func answer() throws -> Envelope.Result {
    let (_, document) = try loaded.planner.simulate(
      loaded.plan, of: loaded.problem, answering: SimulationQuestion())
    return Envelope.Result(json: try document.json())
  }
}

/// `rhumb_export`: a plan, `format`, and `hosts` if their names are known.
struct ExportRequest {
  private let loaded: LoadedPlan
  private let format: any LaunchFormat
  private let hosts: [String]?

  init(_ text: String) throws {
    var found: (name: String, hosts: [String]?) = ("", nil)
    loaded = try LoadedPlan(text) { root in
      found = (root.string("format"), root.stringsIfPresent("hosts"))
    }
    hosts = found.hosts
    guard let format = LaunchFiles.formats.first(where: { $0.name == found.name }) else {
      let names = LaunchFiles.formats.map(\.name)
      throw InvalidInput(
        file: source, "'format' is '\(found.name)'; \(hint(for: found.name, among: names))")
    }
    self.format = format
  }

  private struct Answer: Encodable {
    var content: String
    var fileName: String
    var notes: [String]
  }

  func answer() throws -> Envelope.Result {
    let launch = try loaded.planner.launch(loaded.plan, of: loaded.problem, hosts: hosts)
    do {
      let text = try format.text(of: launch)
      return Envelope.Result(
        json: Envelope.json(
          Answer(content: text.content, fileName: format.fileName, notes: text.notes)))
    } catch {
      throw InvalidInput(file: source, error.description)
    }
  }
}

/// A plan of a request, loaded; the request may have other keys.
private struct LoadedPlan {
  let planner: Planner
  let problem: PlanningProblem
  let plan: Plan

  init(_ text: String, _ others: (MappingReader) -> Void) throws {
    let file = try SourceFile(text: text, path: source)
    planner = try file.read { root in
      let common = CommonKeys(root)
      others(root)
      root.ignoreOtherKeys()
      return common.planner
    }
    (problem, plan) = try planner.load(PlanFile.read(file), from: source)
  }
}
