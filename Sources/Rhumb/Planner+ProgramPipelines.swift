import ClusterTopology
public import Configuration
public import ProgramPipelines
public import Quantities
public import Reports
public import Sharding
public import ShardingPlanner

/// What is asked about a tensor program on a pipeline.
public struct ProgramPipelineQuestion: Sendable {
  /// What one microbatch computes.
  public var program: ProgramSource
  public var cluster: JobDescription.Reference
  public var stages: Int
  public var microbatches: Int
  public var order = PipelineOrder.oneForwardOneBackward
  /// The mesh of one stage's devices; `nil` tries all of one and two axes.
  public var mesh: Mesh?
  public var style = PartitionerStyle.cpu
  public var effort = ShardingSearch.Effort.fast
  /// What a device may hold; `nil` for all it has.
  public var memoryLimit: Bytes?

  public init(
    _ program: ProgramSource, on cluster: JobDescription.Reference, stages: Int, microbatches: Int
  ) {
    self.program = program
    self.cluster = cluster
    self.stages = stages
    self.microbatches = microbatches
  }
}

extension Planner {
  /// Cuts a program into pipeline stages, splits each over its devices and simulates a step.
  ///
  /// - Throws: `InvalidInput` for texts that cannot be read and questions without an answer,
  ///   `InfeasibleSharding` when a stage fits into no memory.
  public func pipeline(_ question: ProgramPipelineQuestion) throws -> ProgramPipelineDocument {
    let name = question.program.path
    let shardable = try ShardableProgram(question.program.read())
    let timing = ProgramTiming(try cluster(question.cluster))
    let devices = timing.cluster.deviceCount
    guard devices % question.stages == 0 else {
      throw InvalidInput(
        file: name, "\(devices) devices cannot be divided into \(question.stages) equal stages")
    }
    let perStage = devices / question.stages
    if let mesh = question.mesh, mesh.deviceCount != perStage {
      throw InvalidInput(
        file: name,
        "each of \(question.stages) stages has \(perStage) devices, the mesh \(mesh.description) "
          + "\(mesh.deviceCount)")
    }
    var pricing = PipelinePricing(
      timing, meshes: question.mesh.map { [$0] } ?? Mesh.shapes(deviceCount: perStage),
      memoryLimit: question.memoryLimit ?? timing.cluster.groups[0].node.device.usableMemory)
    pricing.style = question.style
    pricing.effort = question.effort
    do {
      let split = try ProgramStages(shardable, stages: question.stages)
      let pipeline = try pricing.pipeline(
        split, microbatches: question.microbatches, order: question.order)
      guard let pipeline else {
        throw InfeasibleSharding(
          description: "no sharding of some stage fits into \(Int(pricing.memoryLimit.value)) bytes"
        )
      }
      return ProgramPipelineDocument(program: name, split, pipeline)
    } catch let problem as PipelineProblem {
      throw InvalidInput(file: name, problem.description)
    } catch let problem as ShardingPlanner.PlanningProblem {
      throw InvalidInput(file: name, problem.description)
    }
  }
}
