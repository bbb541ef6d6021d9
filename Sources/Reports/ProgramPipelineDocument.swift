import PipelinePlanner
public import ProgramPipelines
import Quantities
import Sharding
import ShardingPlanner
import TensorPrograms

/// A tensor program cut into pipeline stages (`rhumb.program-pipeline/1`).
public struct ProgramPipelineDocument: ReportDocument {
  public let schema = "rhumb.program-pipeline/1"
  public var program: String
  public var stages: [Stage]
  public var cuts: [Cut]
  /// Of one microbatch, forward.
  public var cutBytes: Double
  /// What the best cut of the program's own order would send.
  public var orderedCutBytes: Double
  /// Whether the program over groups of operations was solved to its end.
  public var solved: Bool
  public var schedule: String
  public var microbatches: Int
  public var transferSeconds: Double
  public var stepSeconds: Double
  public var bubble: Double
  public var evaluated: Int

  public struct Stage: Encodable, Sendable {
    public var first: String
    public var last: String
    /// Share of the forward products.
    public var workShare: Double
    public var mesh: ShardingDocument.MeshSummary
    public var inputs: [ShardingDocument.Input]
    public var collectivesTotal: [String: ShardingDocument.CollectiveSummary]
    public var forwardSeconds: Double
    public var backwardSeconds: Double
    /// Collectives of gradients and updates, once per step.
    public var tailSeconds: Double
    public var peakBytes: Double
  }

  /// A tensor that a stage sends to a later one.
  public struct Cut: Encodable, Hashable, Sendable {
    public var tensor: String
    public var type: String
    public var bytes: Int
    public var from: Int
    public var to: Int
  }

  public init(program: String, _ split: ProgramStages, _ pipeline: ProgramPipeline) {
    self.program = program
    let total = pipeline.stages.reduce(0) { $0 + $1.work }
    stages = pipeline.stages.enumerated().map { index, stage in
      let plan = stage.plan
      let document = ShardingDocument(
        program: program, plan.program, plan.prediction, inputs: plan.inputs,
        names: plan.program.inputNames)
      let names = split.forwardNames(of: index)
      return Stage(
        first: names.first ?? "", last: names.last ?? "", workShare: stage.work / max(total, 1),
        mesh: document.mesh, inputs: document.inputs,
        collectivesTotal: document.collectivesTotal, forwardSeconds: stage.forward.value,
        backwardSeconds: stage.backward.value, tailSeconds: stage.tail.value,
        peakBytes: stage.peakBytes)
    }
    cuts = split.transfers.filter { !$0.isBackward }.map { transfer in
      let value = split.program.values[transfer.value]
      return Cut(
        tensor: value.name ?? "%\(transfer.value)", type: value.type.description,
        bytes: value.type.byteCount, from: transfer.from, to: transfer.to)
    }
    cutBytes = split.assignment.cutBytes
    orderedCutBytes = split.assignment.orderedCutBytes
    solved = split.assignment.isOptimal
    schedule = pipeline.schedule.rawValue
    microbatches = pipeline.microbatches
    transferSeconds = pipeline.transfer.value
    stepSeconds = pipeline.stepTime.value
    bubble = pipeline.bubble
    evaluated = pipeline.evaluated
  }

  public func text(width: Int) -> String { page.text(width: width) }

  public var markdown: String { page.markdown }

  public var html: String { page.html }

  private var page: Page {
    var page = Page()
    page.add(.title("\(program) on \(stages.count) pipeline stages"))
    page.add(
      .text(
        "\(Format.seconds(stepSeconds)) per step of \(microbatches) microbatches under \(schedule), "
          + "\(Format.percent(bubble)) of it waiting. The stages send \(Format.count(cutBytes)) bytes "
          + "forward per microbatch; the best cut of the program's own order would send "
          + "\(Format.count(orderedCutBytes))."))
    page.add(.heading("Stages"))
    var table = TextTable([
      ("stage", .right), ("first", .left), ("last", .left), ("work", .right), ("mesh", .left),
      ("forward", .right), ("backward", .right), ("update", .right), ("memory", .right),
    ])
    for (index, stage) in stages.enumerated() {
      let mesh = zip(stage.mesh.axes, stage.mesh.shape).map { "\($0)=\($1)" }
      table.add([
        "\(index)", stage.first, stage.last, Format.percent(stage.workShare),
        mesh.joined(separator: ","), Format.seconds(stage.forwardSeconds),
        Format.seconds(stage.backwardSeconds), Format.seconds(stage.tailSeconds),
        Format.memory(stage.peakBytes),
      ])
    }
    page.add(.table(table))
    page.add(.heading("Tensors between stages, per microbatch"))
    var sent = TextTable([
      ("tensor", .left), ("type", .left), ("bytes", .right), ("from", .right), ("to", .right),
    ])
    for cut in cuts {
      sent.add([
        cut.tensor, cut.type, Format.count(cut.bytes), "\(cut.from)", "\(cut.to)",
      ])
    }
    page.add(.table(sent))
    return page
  }
}
