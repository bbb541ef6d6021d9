import Configuration
import Foundation
import Quantities
import Reports
import Rhumb
import Sharding
import ShardingPlanner
import Validation

private let source = "request"

/// `rhumb_shard`: StableHLO text as `program`, and how to split it.
struct ShardRequest {
  private let common: CommonKeys
  private let question: ShardingQuestion
  private let isAnnotated: Bool

  init(_ text: String) throws {
    (common, question, isAnnotated) = try SourceFile(text: text, path: source).read {
      (root: MappingReader) throws(InvalidInput) in
      let common = CommonKeys(root)
      var question = ShardingQuestion(
        ProgramSource(text: root.string("program"), path: root.stringIfPresent("name") ?? "program")
      )
      question.cluster = root.stringIfPresent("cluster").map { .init($0) }
      question.mesh = try root.stringIfPresent("mesh").map { text throws(InvalidInput) in
        try Mesh(text, source: "'mesh'")
      }
      question.effort = root.choiceIfPresent("effort", of: ShardingSearch.Effort.self) ?? .fast
      question.memoryLimit = root.numberIfPresent("memory_limit_bytes", in: 1...1e18)
        .map { Bytes($0) }
      question.specs = try root.stringIfPresent("specs").map { text throws(InvalidInput) in
        try ShardingSpecs(text: text, path: "specs")
      }
      if question.specs != nil, question.mesh != nil {
        root.report("is in 'specs' already", key: "mesh")
      }
      return (common, question, root.flagIfPresent("annotate") ?? false)
    }
  }

  func answer() throws -> Envelope.Result {
    let sharded = try common.planner.shard(question) { common.interruption?() ?? false }
    var document = sharded.document
    if isAnnotated { document.annotatedProgram = try sharded.annotatedProgram() }
    return Envelope.Result(json: try document.json(), isInterrupted: sharded.isInterrupted)
  }
}

/// `rhumb_validate`: `files` of measured runs, and which of them to score.
struct ValidateRequest {
  private enum Tier: String, CaseIterable {
    case main, extra, all
  }

  private let common: CommonKeys
  private let files: [String]
  private let tier: MeasuredRun.Tier?
  private let families: [String]

  init(_ text: String) throws {
    (common, files, tier, families) = try SourceFile(text: text, path: source).read { root in
      let tier = root.choiceIfPresent("tier", of: Tier.self) ?? .main
      return (
        CommonKeys(root), root.strings("files"), MeasuredRun.Tier(rawValue: tier.rawValue),
        root.stringsIfPresent("families") ?? []
      )
    }
  }

  func answer() throws -> Envelope.Result {
    let measured = try MeasuredRuns(files: files)
    let runs = try measured.runs(of: tier, families: families, source: "'families'")
    return Envelope.Result(json: try ValidationDocument(common.planner.validate(runs)).json())
  }
}
