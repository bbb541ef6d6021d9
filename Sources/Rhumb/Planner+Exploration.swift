import ClusterTopology
import Configuration
import CostModel
import ModelDescription
import PipelinePlanner
import PlanExploration
import ProgramLowering
import Quantities
import ReinforcementLearning
public import Reports
import Search
import Sharding
import ShardingPlanner
import StrategySpace
import TensorPrograms

/// One of Auto-MAP's explorers on one job.
public struct ExplorationRequest: Hashable, Sendable {
  public enum Task: String, Hashable, Sendable, CaseIterable {
    /// Which dimensions of variables are split over all devices.
    case operators
    /// Which dimensions of the batch are.
    case data
    /// Where layers and devices are cut into pipeline stages, one for each node.
    case pipeline
  }

  public var task: Task
  public var model: String
  public var cluster: String
  public var globalBatchSize: Int
  public var sequenceLength: Int
  /// Of a pipeline.
  public var microBatchSize: Int
  /// Whether rewards count split dimensions, as published, in place of time; for programs.
  public var rewardsSplits: Bool
  public var episodes: Int
  public var seeds: [UInt64]
  public var published: String?

  public init(
    task: Task, model: String, cluster: String, globalBatchSize: Int, sequenceLength: Int,
    microBatchSize: Int = 16, rewardsSplits: Bool = false, episodes: Int, seeds: [UInt64],
    published: String? = nil
  ) {
    self.task = task
    self.model = model
    self.cluster = cluster
    self.globalBatchSize = globalBatchSize
    self.sequenceLength = sequenceLength
    self.microBatchSize = microBatchSize
    self.rewardsSplits = rewardsSplits
    self.episodes = episodes
    self.seeds = seeds
    self.published = published
  }
}

extension Planner {
  /// Lets agents explore, one for each seed, and finds the exact optimum beside them.
  ///
  /// Everything is in single precision, as Auto-MAP trained.
  /// - Parameter clock: reads the processor time used so far, when runs are to state theirs.
  /// - Throws: `InvalidInput` for a model or cluster that cannot be read or explored.
  public func explore(
    _ request: ExplorationRequest, clock: (() -> Double)? = nil
  ) throws -> ExplorationDocument.Setting {
    let (model, problem) = try singlePrecision(
      model: request.model, cluster: request.cluster, globalBatchSize: request.globalBatchSize,
      sequenceLength: request.sequenceLength)
    return switch request.task {
    case .pipeline: try explorePipeline(request, problem.costs, clock)
    case .operators, .data: try exploreProgram(request, model, problem.costs, clock)
    }
  }

  /// A model on a cluster as Auto-MAP and DAPPLE trained: in single precision, attention unfused.
  func singlePrecision(
    model: String, cluster: String, globalBatchSize: Int, sequenceLength: Int
  ) throws(InvalidInput) -> (model: Model, problem: Search.PlanningProblem) {
    let job = JobDescription(
      model: .init(model), cluster: .init(cluster),
      training: TrainingJob(
        globalBatchSize: globalBatchSize, sequenceLength: sequenceLength, attention: .unfused),
      precision: .float32, limits: StrategyLimits())
    let model = try self.model(job.model)
    return (model, try problem(for: job, model: model))
  }

  private func explorePipeline(
    _ request: ExplorationRequest, _ costs: CostModel, _ clock: (() -> Double)?
  ) throws -> ExplorationDocument.Setting {
    guard
      let profile = PipelineProfile(costs, samplesPerMicrobatch: request.microBatchSize),
      let task = PipelineCuts(profile)
    else {
      throw InvalidInput(
        file: "'\(request.model)' on '\(request.cluster)'",
        "has no pipeline to explore: the cluster needs two or more nodes of one kind, the model a "
          + "layer for each, and the batch a multiple of \(request.microBatchSize) samples")
    }
    let exact = task.optimum()?.cost
    let runs = request.seeds.map { seed in
      run(task, .pipelineCuts(task, episodes: request.episodes, seed: seed), request, exact, clock)
    }
    return setting(
      request, runs, exact: exact, objective: "seconds", dimensions: task.actionCount,
      decisions: 2 * (task.stageCount - 1)
    ) { stages in
      var start = 0
      return stages.enumerated().map { index, stage in
        defer { start += stage.replicas }
        let names = profile.layers[stage.layers].map(\.name)
        return .init(
          "stage \(index)",
          "\(names.first ?? "") to \(names.last ?? "") on devices \(start) to "
            + "\(start + stage.replicas - 1)")
      }
    }
  }

  private func exploreProgram(
    _ request: ExplorationRequest, _ model: Model, _ costs: CostModel, _ clock: (() -> Double)?
  ) throws -> ExplorationDocument.Setting {
    let lowered = try TrainingProgram(model, for: costs.job)
    let devices = costs.cluster.deviceCount
    let timing: MeshTiming
    do {
      timing = try ProgramTiming(costs.cluster).on(Mesh([.init("devices", devices)]))
    } catch {
      throw InvalidInput(file: "'\(request.cluster)'", error.description)
    }
    let problem = PartitioningProblem(
      ShardableProgram(lowered.program), splitting: request.task == .data ? .sources : .variables,
      variables: Array(lowered.parameters.indices), devices: devices,
      memoryLimit: costs.cluster.groups[0].node.device.usableMemory
    ) { timing.time(of: $0).total }
    let task = PartitioningTask(problem, reward: request.rewardsSplits ? .published : .time)
    let exact = task.optimum()?.cost
    let runs = request.seeds.map { seed in
      run(task, .partitioning(task, episodes: request.episodes, seed: seed), request, exact, clock)
    }
    return setting(
      request, runs, exact: exact, objective: request.rewardsSplits ? "reward" : "seconds",
      dimensions: problem.dimensionCount, decisions: problem.decisions.count
    ) { choice in
      let split = problem.splitDimensions(choice)
      return problem.classes.enumerated().map { index, positions in
        let first = positions[0]
        let name =
          first < lowered.parameters.count ? lowered.parameters[first].name : "input \(first)"
        let count = problem.counts[index]
        return .init(
          count > 1 ? "\(name) and \(count - 1) like it" : name,
          split[first].map { "dimension \($0)" } ?? "whole")
      }
    }
  }

  private struct Explored<Task: PlanTask> {
    var exploration: Exploration<Task>
    var run: ExplorationDocument.Run
  }

  private func run<Task: PlanTask>(
    _ task: Task, _ settings: LearningSettings, _ request: ExplorationRequest, _ exact: Double?,
    _ clock: (() -> Double)?
  ) -> Explored<Task> {
    let start = clock?()
    let exploration = Exploration(of: task, episodes: request.episodes, settings)
    let spent = clock.flatMap { now in start.map { now() - $0 } }
    let cost = exploration.best?.cost
    return Explored(
      exploration: exploration,
      run: .init(
        seed: settings.seed, episodes: request.episodes, cost: cost,
        bestEpisode: exploration.bestEpisode,
        regret: exact.flatMap { exact in cost.map { ($0 - exact) / abs(exact) } },
        cpuSeconds: spent))
  }

  private func setting<Task: PlanTask>(
    _ request: ExplorationRequest, _ runs: [Explored<Task>], exact: Double?, objective: String,
    dimensions: Int, decisions: Int, plan: (Task.Found) -> [ExplorationDocument.Choice]
  ) -> ExplorationDocument.Setting {
    let first = runs[0].exploration
    return .init(
      task: request.task.rawValue, model: request.model, cluster: request.cluster,
      objective: objective, dimensions: dimensions, decisions: decisions, exactCost: exact,
      runs: runs.map(\.run), plan: first.best.map { plan($0.plan) } ?? [],
      returns: first.curve.returns, leastCosts: first.leastCosts, published: request.published)
  }
}
