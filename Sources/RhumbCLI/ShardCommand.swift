import ArgumentParser
import ClusterTopology
import Configuration
import Foundation
import Quantities
import Reports
import Rhumb
import Sharding
import ShardingPlanner
import TensorPrograms

struct ShardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shard",
    abstract: "Split a tensor program over a mesh of devices.",
    discussion: """
      The program is StableHLO text, as jax.jit(step).lower(...).as_text() prints it. With --specs \
      (or with shardings in the text) the given sharding is predicted: collectives, bytes and \
      FLOPs per device. Without, the best sharding of the inputs is searched on a cluster.
      """)

  @Argument(help: "StableHLO text.")
  var program: String

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
      "What a device may hold of weights, states and batch, in GiB; by default all it has.",
      valueName: "GiB"))
  var memoryLimit: Double?

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
    if specs != nil, mesh != nil { throw ValidationError("--specs brings its own mesh") }
  }

  func run() throws {
    try reporting {
      let text = try SourceFile.text(ofFile: program)
      let source = ProgramSource(path: program, text: text)
      let imported = try source.read()
      let shardable = ShardableProgram(imported)
      if let specs {
        try predict(shardable, SpecsFile(path: specs).read(for: imported), source)
      } else if let annotated = try source.annotations(of: imported) {
        try predict(shardable, annotated, source)
      } else {
        try search(shardable, source)
      }
    }
  }

  private func predict(
    _ shardable: ShardableProgram, _ given: GivenSharding, _ source: ProgramSource
  ) throws {
    let outputs = given.outputs ?? shardable.outputLayouts(for: given.inputs, on: given.mesh)
    let prediction = ShardingPrediction(
      shardable, on: given.mesh, inputs: given.inputs, outputs: outputs, style: style.style)
    var time: ProgramTiming.Breakdown?
    if let timing = try timing() {
      let channels = try asInput { try timing.channels(of: given.mesh) }
      time = timing.time(of: prediction, channels: channels)
    }
    try write(shardable, given.mesh, given.inputs, outputs, source)
    var comparison = given.compiled.flatMap { ShardingDocument.Comparison($0, prediction) }
    if let compiled {
      let text = try SourceFile.text(ofFile: compiled)
      let module = try ProgramSource(path: compiled, text: text).locating {
        try CompiledModule(hlo: text)
      }
      comparison = .init(CompiledTotals(module, on: given.mesh), prediction)
    }
    try output.print(
      ShardingDocument(
        program: program, shardable, prediction, inputs: given.inputs,
        names: given.names ?? shardable.inputNames, time: time, comparison: comparison))
  }

  private func search(_ shardable: ShardableProgram, _ source: ProgramSource) throws {
    guard let timing = try timing() else {
      throw InvalidInput(
        file: program,
        "has no shardings: give --cluster to search them, or --specs to predict given ones")
    }
    let device = timing.cluster.groups[0].node.device
    let limit = memoryLimit.map(Bytes.gibibytes) ?? device.usableMemory
    let search = ShardingSearch(
      shardable, timing, memoryLimit: limit, style: style.style, effort: effort.effort)
    var evaluated = 0
    var least = Int.max
    var isComplete = true
    var best: ShardingPlan?
    for mesh in try meshes(on: timing) {
      if let axis = search.undividedAxis(of: mesh) {
        guard self.mesh == nil else {
          throw InvalidInput(
            file: program,
            "no dimension of any input has a multiple of \(axis.size) elements, so axis "
              + "'\(axis.name)' of the mesh would split nothing")
        }
        continue
      }
      let outcome = try asInput { try search.run(on: mesh) }
      evaluated += outcome.evaluated
      least = min(least, outcome.leastBytes)
      isComplete = isComplete && outcome.isExhaustive
      if let plan = outcome.plan, best.map({ plan.time.total < $0.time.total }) ?? true {
        best = plan
      }
    }
    guard let best else {
      complain(
        "infeasible: the arguments take \(Int(limit.value)) bytes at most, no sharding that was "
          + "tried needs fewer than \(least)")
      throw Outcome.infeasible
    }
    try write(shardable, best.mesh, best.inputs, best.outputs, source)
    try output.print(
      ShardingDocument(
        program: program, shardable, best.prediction, inputs: best.inputs,
        names: shardable.inputNames, time: best.time,
        search: .init(
          effort: effort.rawValue, decisions: search.classCount, evaluated: evaluated,
          complete: isComplete)))
  }

  private func write(
    _ shardable: ShardableProgram, _ mesh: Mesh, _ inputs: [TensorLayout],
    _ outputs: [TensorLayout?], _ source: ProgramSource
  ) throws {
    guard let emit else { return }
    func specs(_ values: [Int], _ layouts: [TensorLayout?]) -> [[[String]]?] {
      zip(values, layouts).map { value, layout in
        layout?.spec(rank: shardable.program.type(value).rank, on: mesh)
      }
    }
    let writer = try source.locating { try ShardingWriter(stableHLO: source.text) }
    let text = writer.text(
      mesh: mesh.axes.map { ($0.name, $0.size) },
      inputs: specs(shardable.program.inputs, inputs).map { $0 ?? [] },
      outputs: specs(shardable.program.outputs, outputs))
    try OutputFile(emit).write(text)
  }

  private func timing() throws -> ProgramTiming? {
    try cluster.map { try ProgramTiming(catalogOptions.planner().cluster(.init($0))) }
  }

  private func givenMesh() throws -> Mesh? {
    guard let mesh else { return nil }
    let axes = try mesh.split(separator: ",", omittingEmptySubsequences: false).map { part in
      let words = part.split(separator: "=", omittingEmptySubsequences: false)
      guard words.count == 2, let size = Int(words[1]), (1...1 << 20).contains(size),
        words[0].wholeMatch(of: /[A-Za-z_][A-Za-z0-9_]*/) != nil
      else { throw ValidationError("--mesh must be axes such as data=2,model=4, found '\(mesh)'") }
      return Mesh.Axis(String(words[0]), size)
    }
    let count = axes.reduce(1.0) { $0 * Double($1.size) }
    guard Set(axes.map(\.name)).count == axes.count, axes.count <= 4, count <= Double(1 << 24)
    else {
      throw ValidationError(
        "--mesh takes up to four axes of different names and 2^24 devices, found '\(mesh)'")
    }
    return Mesh(axes)
  }

  /// The mesh that was asked for, or one and two axes that fill the cluster.
  private func meshes(on timing: ProgramTiming) throws -> [Mesh] {
    if let mesh = try givenMesh() { return [mesh] }
    let count = timing.cluster.deviceCount
    var meshes = [Mesh([.init("data", count)])]
    var inner = 2
    while inner < count {
      if count % inner == 0 {
        meshes.append(Mesh([.init("data", count / inner), .init("model", inner)]))
      }
      inner *= 2
    }
    return meshes
  }

  private func asInput<Result>(_ body: () throws -> Result) throws -> Result {
    do { return try body() } catch let problem as PlanningProblem {
      throw InvalidInput(file: program, problem.description)
    }
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
