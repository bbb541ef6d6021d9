import ArgumentParser
import Configuration
import Reports
import Rhumb

struct ExploreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explore",
    abstract: "Let agents learn to plan a model's own graph, beside the exact optimum.",
    discussion: """
      operators: which dimensions of the variables are split over all devices. data: which \
      dimensions of the batch. pipeline: where layers and devices are cut into stages, one for each \
      node. The agents are deep Q-networks, as in Auto-MAP; the same seed finds the same plan.
      """)

  enum Task: String, ExpressibleByArgument, CaseIterable { case operators, data, pipeline }
  enum Reward: String, ExpressibleByArgument, CaseIterable { case time, published }

  @Argument(help: "operators, data or pipeline.")
  var task: Task?

  @Option(help: "The model: a file or a name from Models/.")
  var model: String?

  @Option(help: "The cluster: a file or a name from Clusters/, with :<nodes> if wanted.")
  var cluster: String?

  @Option(help: "Samples per step.")
  var globalBatchSize = 256

  @Option(help: "Tokens per sample.")
  var sequenceLength = 512

  @Option(help: "Samples of a microbatch of a pipeline.")
  var microBatchSize = 16

  @Option(
    help: "time rewards what a decision saves; published counts dimensions that are split.")
  var reward = Reward.time

  @Option(help: "Episodes that an agent learns for (default: 400, for a pipeline 6000).")
  var episodes: Int?

  @Option(help: "Agents, with the seeds 1, 2, …")
  var seeds = 1

  @Option(
    help: ArgumentHelp("Explore what a file of published plans lists.", valueName: "file"))
  var published: String?

  @Flag(help: "Add processor times, which differ from run to run.")
  var statistics = false

  @OptionGroup var catalogOptions: CatalogOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if published != nil {
      guard task == nil, model == nil, cluster == nil else {
        throw ValidationError("--published names its own models and clusters")
      }
    } else if task == nil || model == nil || cluster == nil {
      throw ValidationError("give a task, --model and --cluster, or --published")
    }
    for (name, value, largest) in [
      ("--episodes", episodes ?? 1, 1_000_000), ("--seeds", seeds, 1000),
      ("--micro-batch-size", microBatchSize, 1 << 20),
      ("--global-batch-size", globalBatchSize, JobFile.batchLimit),
      ("--sequence-length", sequenceLength, JobFile.lengthLimit),
    ] where !(1...largest).contains(value) {
      throw ValidationError("\(name) must be between 1 and \(largest), found \(value)")
    }
  }

  func run() throws {
    try reporting {
      let planner = try catalogOptions.planner()
      let clock: (() -> Double)? = statistics ? { Terminal.processorTime() } : nil
      if let published {
        let plans = try PublishedPlans.read(path: published)
        return try output.print(try planner.explore(plans, clock: clock))
      }
      guard let task, let model, let cluster else { return }
      let request = ExplorationRequest(
        task: task.task, model: model, cluster: cluster, globalBatchSize: globalBatchSize,
        sequenceLength: sequenceLength, microBatchSize: microBatchSize,
        rewardsSplits: reward == .published,
        episodes: episodes ?? task.task.usualEpisodes, seeds: (1...seeds).map { UInt64($0) })
      let setting = try planner.explore(request, clock: clock)
      try output.print(
        ExplorationDocument(
          title: "\(model) on \(cluster), planned by learning", settings: [setting]))
      if setting.runs.allSatisfy({ $0.cost == nil }) { throw Outcome.infeasible }
    }
  }
}

extension ExploreCommand.Task {
  fileprivate var task: ExplorationRequest.Task {
    switch self {
    case .operators: .operators
    case .data: .data
    case .pipeline: .pipeline
    }
  }
}
