import Configuration
import Foundation
import ModelDescription
import Quantities
import Rhumb
import SequencePlanning
import StrategySpace

private let source = "request"

/// `rhumb_sequences_open`: a model on a cluster, and how groups share sequences.
struct SequencesOpenRequest {
  private var planner = Planner(catalog: Catalog(root: "."))
  private var model = JobDescription.Reference("")
  private var cluster = JobDescription.Reference("")
  private var job = TrainingJob(globalBatchSize: 1, sequenceLength: 1)
  private var options = ModelledSequenceCosts.Options()
  private var effort = SequencePlanner.Effort.fast

  init(_ text: String) throws {
    self = try SourceFile(text: text, path: source).read { root in
      var request = SequencesOpenRequest()
      request.planner = Planner(
        catalog: Catalog(root: root.stringIfPresent("catalog") ?? "."))
      request.model = .init(root.string("model"))
      request.cluster = .init(root.string("cluster"))
      if let precision = root.choiceIfPresent("precision", of: PrecisionName.self) {
        request.job.precision = precision.precision
      }
      if let stage = root.integerIfPresent("zero_stage", in: 0...3) {
        request.options.zeroStage = ZeROStage(rawValue: stage) ?? .parameters
      }
      if let word = root.stringIfPresent("recomputation") {
        if let choice = Recomputation(word) {
          request.options.recomputation = choice
        } else {
          root.report("is '\(word)'; expected none, selective or full", key: "recomputation")
        }
      }
      request.options.memoryHeadroom = root.numberIfPresent("memory_headroom", in: 0...0.9) ?? 0
      request.effort = root.choiceIfPresent("effort", of: SequencePlanner.Effort.self) ?? .fast
      return request
    }
  }

  private init() {}

  private struct Answer: Encodable {
    var planner: Int64
    var devices: Int
    var degrees: [Int]
    var longestSequence: Int
    var largestFitError: Double
  }

  func answer() throws -> Envelope.Result {
    let costs = try ModelledSequenceCosts(
      of: planner.model(model), job, on: planner.cluster(cluster), options)
    var choices = SequencePlanner.Options()
    choices.effort = effort
    let number = openPlanners.open(try SequencePlanner(costs.costs, choices))
    let degrees = costs.costs.degrees
    return Envelope.Result(
      json: Envelope.json(
        Answer(
          planner: number, devices: costs.costs.deviceCount, degrees: degrees.map(\.degree),
          longestSequence: min(
            degrees.map(\.tokenCapacity).max() ?? 0, costs.costs.positionLimit),
          largestFitError: costs.largestFitError)))
  }
}

/// `rhumb_sequences_plan`: the number of a planner, and lengths.
struct SequencesPlanRequest {
  private let planner: Int
  private let lengths: [Int]

  init(_ text: String) throws {
    (planner, lengths) = try SourceFile(text: text, path: source).read { root in
      (
        root.integer("planner", in: 0...Int.max),
        root.integers("lengths", in: 1...ModelLimits.sequenceLength)
      )
    }
  }

  private struct Answer: Encodable {
    var timeSeconds: Double
    var lowerBoundSeconds: Double
    var microbatches: [Microbatch]

    struct Microbatch: Encodable {
      var timeSeconds: Double
      var groups: [Group]
    }

    struct Group: Encodable {
      var firstDevice: Int
      var degree: Int
      var sequences: [Int]
      var tokens: Int
      var timeSeconds: Double
    }
  }

  func answer() throws -> Envelope.Result {
    guard let found = openPlanners[Int64(planner)] else {
      throw BadRequest("planner \(planner) is not open")
    }
    let plan = try found.plan(lengths)
    let answer = Answer(
      timeSeconds: plan.time.value, lowerBoundSeconds: plan.globalLowerBound.value,
      microbatches: plan.microbatches.map { microbatch in
        Answer.Microbatch(
          timeSeconds: microbatch.time.value,
          groups: microbatch.groups.map { group in
            Answer.Group(
              firstDevice: group.devices.lowerBound, degree: group.degree,
              sequences: group.sequences, tokens: group.tokens, timeSeconds: group.time.value)
          })
      })
    return Envelope.Result(json: Envelope.json(answer))
  }
}
