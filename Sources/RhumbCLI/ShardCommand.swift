import ArgumentParser
import Configuration
import ProgramPipelines
import Quantities
import Reports
import Rhumb
import Sharding
import ShardingPlanner

struct ShardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shard",
    abstract: "Split a tensor program over a mesh of devices.",
    discussion: """
      The program is StableHLO text, as jax.jit(step).lower(...).as_text() prints it, or the \
      training step of a model (--model). With --specs (or with shardings in the text) the given \
      sharding is predicted: collectives, bytes and FLOPs per device. Without, the best sharding of \
      the inputs is searched on a cluster; with neither, --emit writes the step of a model as it is.
      """)

  @OptionGroup var programOptions: ProgramOptions

  @Option(help: ArgumentHelp("Predict these shardings: a JSON case.", valueName: "file"))
  var specs: String?

  @Option(help: "The cluster: a file or a name from Clusters/, with :<nodes> if wanted.")
  var cluster: String?

  @Option(help: "The mesh: data=2,model=4. By default all meshes that fill the cluster are tried.")
  var mesh: String?

  @Option(help: "Partial results wanted split: cpu (all-reduce, then cut) or rs (reduce-scatter).")
  var style = BackEnd.cpu

  @Option(help: "fast or thorough.")
  var effort = SearchEffort.fast

  @Option(
    help: ArgumentHelp(
      "What a device may hold at any time, in GiB; by default all it has.",
      valueName: "GiB"))
  var memoryLimit: Double?

  @Option(help: "Cut the program into so many pipeline stages, each on its share of the cluster.")
  var stages: Int?

  @Option(
    help: "Microbatches of a step; the program is one of them. By default two for each stage.")
  var microbatches: Int?

  @Option(help: "The pipeline's schedule: gpipe, 1f1b or early-backward.")
  var schedule: String?

  @Option(help: ArgumentHelp("Write the program with its shardings.", valueName: "file"))
  var emit: String?

  @Option(
    help: ArgumentHelp(
      "Compare with what XLA compiled: the HLO text of the optimised module.", valueName: "file"))
  var compiled: String?

  @OptionGroup var catalogOptions: CatalogOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    _ = try givenMesh()
    if let memoryLimit, !(memoryLimit > 0 && memoryLimit < 1e9) {
      throw ValidationError("--memory-limit must be a positive number of GiB")
    }
    if compiled != nil, specs == nil, cluster != nil {
      throw ValidationError("--compiled compares a given sharding, which --cluster would search")
    }
    try validatePipeline()
    if specs != nil, mesh != nil { throw ValidationError("--specs brings its own mesh") }
  }

  func run() throws {
    try reporting {
      if let stages, let cluster { return try printPipeline(stages: stages, on: cluster) }
      let planner = try catalogOptions.planner()
      let source = try programOptions.source(planner)
      if programOptions.model != nil, cluster == nil, specs == nil, let emit {
        try OutputFile(emit).write(source.text())
        return
      }
      var question = ShardingQuestion(source)
      question.specs = try specs.map { try ShardingSpecs(path: $0) }
      question.cluster = cluster.map { .init($0) }
      question.mesh = try givenMesh()
      question.compiled = try compiled.map { try ProgramSource(path: $0) }
      question.style = style.style
      question.effort = effort.effort
      question.memoryLimit = memoryLimit.map(Bytes.gibibytes)
      let answer = try planner.shard(question)
      if let emit { try OutputFile(emit).write(answer.annotatedProgram()) }
      try output.print(answer.document)
    }
  }

  private func validatePipeline() throws {
    guard let stages else {
      if microbatches != nil || schedule != nil {
        throw ValidationError("--microbatches and --schedule are for --stages")
      }
      return
    }
    guard (1...1024).contains(stages), (1...65536).contains(microbatches ?? 1) else {
      throw ValidationError("--stages must be between 1 and 1024, --microbatches 1 and 65536")
    }
    _ = try schedule.map { try word($0, PipelineOrder.self, "--schedule") }
    if cluster == nil { throw ValidationError("--stages need --cluster") }
    if specs != nil || compiled != nil || emit != nil {
      throw ValidationError("--stages go with none of --specs, --compiled and --emit")
    }
  }

  /// Cuts the program into stages.
  private func printPipeline(stages: Int, on cluster: String) throws {
    let planner = try catalogOptions.planner()
    let count = microbatches ?? 2 * stages
    var question = ProgramPipelineQuestion(
      try programOptions.source(planner, microbatches: count), on: .init(cluster), stages: stages,
      microbatches: count)
    question.mesh = try givenMesh()
    question.style = style.style
    question.effort = effort.effort
    question.memoryLimit = memoryLimit.map(Bytes.gibibytes)
    if let schedule { question.order = try word(schedule, PipelineOrder.self, "--schedule") }
    try output.print(planner.pipeline(question))
  }

  private func givenMesh() throws -> Mesh? {
    var found: Mesh?
    try asUsage { found = try mesh.map { try Mesh($0, source: "--mesh") } }
    return found
  }
}

/// What the back end makes of partial results that are wanted split.
enum BackEnd: String, ExpressibleByArgument, CaseIterable {
  case cpu, rs

  var style: PartitionerStyle { self == .cpu ? .cpu : .reduceScatter }
}

enum SearchEffort: String, ExpressibleByArgument, CaseIterable {
  case fast, thorough

  var effort: ShardingSearch.Effort { self == .fast ? .fast : .thorough }
}
