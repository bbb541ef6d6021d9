import Configuration
import Foundation
import ModelDescription
import Rhumb
import Search
import StrategySpace

/// A small generator of pseudo-random numbers with a seed (SplitMix64, Steele et al. 2014).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

let root = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().path(percentEncoded: false)

/// A planner over the descriptions that ship with the project.
let planner = Planner(catalog: Catalog(root: root))

/// The first job of the README: a GPT on two clusters of different networks.
func exampleJob() throws -> JobDescription {
  try JobFile.read(path: root + "Examples/gpt-7.5b-hybrid.yaml")
}

func exampleProblem() throws -> PlanningProblem { try planner.problem(for: exampleJob()) }

/// A shipped model on a shipped cluster.
struct ShippedPair: Sendable, CustomStringConvertible {
  var model: String
  var cluster: String
  var globalBatchSize: Int
  var sequenceLength: Int

  var description: String { "\(model) on \(cluster)" }

  func problem() throws -> PlanningProblem {
    try planner.problem(
      for: JobDescription(
        model: .init(model), cluster: .init(cluster),
        training: TrainingJob(
          globalBatchSize: globalBatchSize, sequenceLength: sequenceLength, attention: .unfused),
        precision: nil, limits: StrategyLimits()))
  }
}
