import ClusterTopology
public import Configuration
import ModelDescription
public import Quantities
public import Reports
public import Sharding
public import ShardingPlanner
import TensorPrograms

/// What is asked about a tensor program: what given shardings lead to, or the best one.
public struct ShardingQuestion: Sendable {
  public var program: ProgramSource
  /// Shardings to predict, in place of those in the program's text.
  public var specs: ShardingSpecs?
  /// Where the program runs; without it no time is predicted and nothing searched.
  public var cluster: JobDescription.Reference?
  /// `nil` tries all meshes of one and two axes that fill the cluster.
  public var mesh: Mesh?
  /// The optimised module that a compiler made, to compare a given sharding with.
  public var compiled: ProgramSource?
  public var style = PartitionerStyle.cpu
  public var effort = ShardingSearch.Effort.fast
  /// What a device may hold at any time; `nil` for all it has.
  public var memoryLimit: Bytes?

  public init(_ program: ProgramSource) { self.program = program }
}

/// A tensor program split over a mesh.
public struct ShardedProgram: Sendable {
  public var document: ShardingDocument
  /// Whether the search ended before all meshes were tried.
  public var isInterrupted = false
  private var source: ProgramSource
  private var shardable: ShardableProgram
  private var mesh: Mesh
  private var inputs: [TensorLayout]
  private var outputs: [TensorLayout?]
  private var constraints: LayoutConstraints

  fileprivate init(
    _ document: ShardingDocument, _ source: ProgramSource, _ shardable: ShardableProgram,
    on mesh: Mesh, _ inputs: [TensorLayout], _ outputs: [TensorLayout?],
    _ constraints: LayoutConstraints = LayoutConstraints()
  ) {
    self.document = document
    self.source = source
    self.shardable = shardable
    self.mesh = mesh
    self.inputs = inputs
    self.outputs = outputs
    self.constraints = constraints
  }

  /// The program's text with its shardings.
  public func annotatedProgram() throws -> String {
    try source.locating { try ShardingWriter(stableHLO: source.text()) }
      .text(
        of: shardable.program, on: mesh, inputs: inputs, outputs: outputs,
        constraints: constraints)
  }
}

/// No sharding that was tried fits.
public struct InfeasibleSharding: Error, Hashable, Sendable, CustomStringConvertible {
  public var description: String
}

extension Planner {
  /// Predicts given shardings of a program, or searches the best one on a cluster.
  ///
  /// - Parameter isStopped: asked after each mesh; what was found until then is the answer.
  /// - Throws: `InvalidInput` for texts that cannot be read and questions without an answer,
  ///   `InfeasibleSharding` when nothing fits into memory.
  public func shard(
    _ question: ShardingQuestion, isStopped: () -> Bool = { false }
  ) throws -> ShardedProgram {
    let source = question.program
    let imported = try source.read()
    let shardable = ShardableProgram(imported)
    if let specs = question.specs {
      return try predict(shardable, specs.given(for: imported), question)
    } else if let annotated = try source.annotations(of: imported) {
      return try predict(shardable, annotated, question)
    }
    return try search(shardable, question, isStopped)
  }

  private func predict(
    _ shardable: ShardableProgram, _ given: GivenSharding, _ question: ShardingQuestion
  ) throws -> ShardedProgram {
    let outputs = given.outputs ?? shardable.outputLayouts(for: given.inputs, on: given.mesh)
    let prediction = ShardingPrediction(
      shardable, on: given.mesh, inputs: given.inputs, outputs: outputs, style: question.style)
    let timing = try timing(question).map { timing in
      try asInput(question) { try timing.on(given.mesh) }
    }
    var comparison = given.compiled.flatMap { ShardingDocument.Comparison($0, prediction) }
    if let compiled = question.compiled {
      let module = try compiled.locating { try CompiledModule(hlo: compiled.text()) }
      comparison = .init(CompiledTotals(module, on: given.mesh), prediction)
    }
    let document = ShardingDocument(
      program: question.program.path, shardable, prediction, inputs: given.inputs,
      names: given.names ?? shardable.inputNames, timing: timing, comparison: comparison)
    return ShardedProgram(
      document, question.program, shardable, on: given.mesh, given.inputs, outputs)
  }

  private func search(
    _ shardable: ShardableProgram, _ question: ShardingQuestion, _ isStopped: () -> Bool
  ) throws -> ShardedProgram {
    let name = question.program.path
    guard let timing = try timing(question) else {
      throw InvalidInput(
        file: name,
        "has no shardings: give --cluster to search them, or --specs to predict given ones")
    }
    let device = timing.cluster.groups[0].node.device
    let limit = question.memoryLimit ?? device.usableMemory
    let search = ShardingSearch(
      shardable, timing, memoryLimit: limit, style: question.style, effort: question.effort)
    var outcome = ShardingSearch.Outcome()
    var isInterrupted = false
    let meshes =
      question.mesh.map { [$0] } ?? Mesh.shapes(deviceCount: timing.cluster.deviceCount)
    for mesh in meshes {
      if let axis = search.undividedAxis(of: mesh) {
        guard question.mesh == nil else {
          throw InvalidInput(
            file: name,
            "no dimension of any input has a multiple of \(axis.size) elements, so axis "
              + "'\(axis.name)' of the mesh would split nothing")
        }
        continue
      }
      if outcome.evaluated > 0, isStopped() {
        isInterrupted = true
        break
      }
      outcome = outcome.joined(with: try asInput(question) { try search.run(on: mesh) })
    }
    guard outcome.evaluated > 0 else {
      throw InvalidInput(
        file: name, "no mesh of \(timing.cluster.deviceCount) devices divides any of its inputs")
    }
    guard let best = outcome.plan else {
      throw InfeasibleSharding(
        description:
          "a device may hold \(Int(limit.value)) bytes, no sharding that was tried needs fewer "
          + "than \(outcome.leastBytes)")
    }
    let document = ShardingDocument(
      program: name, best.program, best.prediction, inputs: best.inputs,
      names: shardable.inputNames, timing: try asInput(question) { try timing.on(best.mesh) },
      search: .init(
        effort: question.effort.rawValue, decisions: search.decisionCount,
        evaluated: outcome.evaluated, constraints: best.constraints.count,
        complete: outcome.isExhaustive && !isInterrupted))
    var found = ShardedProgram(
      document, question.program, best.program, on: best.mesh, best.inputs, best.outputs,
      best.constraints)
    found.isInterrupted = isInterrupted
    return found
  }

  private func timing(_ question: ShardingQuestion) throws(InvalidInput) -> ProgramTiming? {
    guard let reference = question.cluster else { return nil }
    return ProgramTiming(try cluster(reference))
  }

  private func asInput<Result>(
    _ question: ShardingQuestion, _ body: () throws -> Result
  ) throws -> Result {
    do { return try body() } catch let problem as ShardingPlanner.PlanningProblem {
      throw InvalidInput(file: question.program.path, problem.description)
    }
  }
}

extension Mesh {
  /// Reads `data=2,model=4`.
  ///
  /// - Parameter source: what messages call the text.
  /// - Throws: `InvalidInput` for what is no mesh of up to four axes and 2^24 devices.
  public init(_ text: String, source: String) throws(InvalidInput) {
    var axes: [Axis] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let words = part.split(separator: "=", omittingEmptySubsequences: false)
      guard words.count == 2, let size = Int(words[1]), (1...1 << 20).contains(size),
        words[0].wholeMatch(of: /[A-Za-z_][A-Za-z0-9_]*/) != nil
      else {
        throw InvalidInput(
          file: source, "must be axes such as data=2,model=4, found '\(text)'")
      }
      axes.append(Axis(String(words[0]), size))
    }
    let count = axes.reduce(1.0) { $0 * Double($1.size) }
    guard Set(axes.map(\.name)).count == axes.count, axes.count <= Mesh.largestAxisCount,
      count <= Double(1 << 24)
    else {
      throw InvalidInput(
        file: source,
        "takes up to four axes of different names and 2^24 devices, found '\(text)'")
    }
    self.init(axes)
  }
}
