public import Configuration
import Foundation
import PipelinePlanner
import PlanExploration
import Quantities
public import Reports
import Search

/// A file of published plans: what agents explored, and DAPPLE's pipelines.
public struct PublishedPlans: Decodable, Sendable {
  public struct Exploration: Decodable, Sendable {
    public var task: String
    public var model: String
    public var cluster: String
    public var globalBatchSize: Int
    public var reward: String?
    public var published: String
  }

  public struct Pipeline: Decodable, Sendable {
    public var model: String
    public var cluster: String
    public var globalBatchSize: Int
    public var samplesPerDevice: Int
    public var microbatches: [Int]
    public var published: String
  }

  public var title: String
  public var source: String
  public var sequenceLength: Int
  public var seeds: Int
  public var explorations: [Exploration]
  public var pipelines: [Pipeline]

  /// - Throws: `InvalidInput` for a file that cannot be read or says something else.
  public static func read(path: String) throws(InvalidInput) -> PublishedPlans {
    let text = try SourceFile.text(ofFile: path)
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let plans: PublishedPlans
    do {
      plans = try decoder.decode(PublishedPlans.self, from: Data(text.utf8))
    } catch {
      throw InvalidInput(file: path, "is no file of published plans: see Reports/Published")
    }
    let tasks = ExplorationRequest.Task.allCases.map(\.rawValue)
    let batches = 1...JobFile.batchLimit
    guard
      plans.explorations.allSatisfy({
        tasks.contains($0.task) && batches.contains($0.globalBatchSize)
          && [nil, "published"].contains($0.reward)
      }),
      (1...1000).contains(plans.seeds), (1...JobFile.lengthLimit).contains(plans.sequenceLength),
      plans.pipelines.allSatisfy({
        batches.contains($0.globalBatchSize) && batches.contains($0.samplesPerDevice)
          && $0.microbatches.allSatisfy(batches.contains)
      })
    else {
      throw InvalidInput(
        file: path,
        "needs tasks among \(tasks.joined(separator: ", ")), 1 to 1000 seeds, rewards that are"
          + " published or left out, and sizes from 1 to what a job may have")
    }
    return plans
  }
}

extension ExplorationRequest.Task {
  /// Episodes that are enough for the models that ship with the project.
  public var usualEpisodes: Int {
    switch self {
    case .operators, .data: 400
    case .pipeline: 6000
    }
  }
}

extension Planner {
  /// Explores what was published, and puts both side by side.
  public func explore(
    _ plans: PublishedPlans, clock: (() -> Double)? = nil
  ) throws -> ExplorationDocument {
    let settings = try plans.explorations.map { entry in
      let task = ExplorationRequest.Task(rawValue: entry.task) ?? .operators
      return try explore(
        ExplorationRequest(
          task: task, model: entry.model, cluster: entry.cluster,
          globalBatchSize: entry.globalBatchSize, sequenceLength: plans.sequenceLength,
          rewardsSplits: entry.reward == "published", episodes: task.usualEpisodes,
          seeds: (1...plans.seeds).map { UInt64($0) }, published: entry.published), clock: clock)
    }
    return ExplorationDocument(
      title: plans.title, source: plans.source, settings: settings,
      pipelines: try plans.pipelines.map { try pipeline($0, length: plans.sequenceLength) })
  }

  /// The best pipeline by DAPPLE's planner, over the given microbatches.
  private func pipeline(
    _ entry: PublishedPlans.Pipeline, length: Int
  ) throws -> ExplorationDocument.Pipeline {
    let costs = try singlePrecision(
      model: entry.model, cluster: entry.cluster, globalBatchSize: entry.globalBatchSize,
      sequenceLength: length
    ).problem.costs
    let found = entry.microbatches.compactMap { samples in
      PipelineProfile(costs, samplesPerMicrobatch: samples, perDevice: entry.samplesPerDevice)
        .flatMap { ReplicatedPipelineSearch($0).run() }
    }.min { $0.latency.total < $1.latency.total }
    let plan = found.map { found in
      found.stages.map { "\($0.replicas)" }.joined(separator: ":")
        + (found.stages.count > 1
          ? " cut before layer "
            + found.stages.dropFirst().map { "\($0.layers.lowerBound)" }.joined(separator: ", ")
          : "")
    }
    return .init(
      model: entry.model, cluster: entry.cluster, plan: plan ?? "none fits",
      seconds: found?.latency.total.value, published: entry.published)
  }
}
