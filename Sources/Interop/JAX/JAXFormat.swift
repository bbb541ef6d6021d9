import ModelDescription
import StrategySpace

/// A plan as a device mesh and partition specs for JAX.
///
/// Mesh axes stand from the slowest to the fastest over consecutive devices. Expert parallelism
/// takes devices of data, context and tensor parallelism, so that data is cut in two axes where it
/// spans more than one data-parallel rank.
public struct JAXFormat: LaunchFormat {
  public let name = "jax"
  public let fileName = "rhumb_jax.py"
  public let summary = "a mesh and PartitionSpecs for JAX"

  public init() {}

  public func write(_ launch: Launch) throws(Inexpressible) -> LaunchText {
    let mesh = JAXMesh(launch)
    var notes = mesh.notes
    let strategy = launch.strategy
    if strategy.pipelineParallelSize > 1 {
      notes.append(
        "JAX schedules no pipeline by itself: 'stage' is for jax.shard_map around your own loop; "
          + "its schedule is in pipeline.csv")
    }
    if strategy.contextParallelSize > 1 {
      notes.append(
        "XLA gathers keys and values over 'context' unless your attention is written as a "
          + "\(strategy.contextParallelKind == .ring ? "ring" : "pair of all-to-alls")")
    }
    if strategy.zeroStage == .gradients {
      notes.append("GRADIENTS is what to constrain gradients to, as XLA chooses otherwise")
    }
    let sharded = strategy.zeroStage
    let lines = [
      PythonText.comment(launch.summary),
      "import jax",
      "import numpy",
      "from jax.sharding import Mesh, PartitionSpec as P",
      "",
      "AXES = (\(mesh.axes.map { PythonText.string($0.name) + "," }.joined(separator: " ")))",
      "SHAPE = (\(mesh.axes.map { "\($0.size)," }.joined(separator: " ")))",
      "MICRO_BATCH_SIZE = \(strategy.microBatchSize)",
      "MICROBATCHES = \(launch.microbatches)",
      "# For jax.checkpoint around each layer: none, selective (the core of attention) or full.",
      "RECOMPUTATION = \(PythonText.string(strategy.recomputation.description))",
      "",
      "# Tokens: batch, sequence. Activations between layers: batch, sequence, features.",
      "TOKENS = P(\(mesh.data), \(mesh.context))",
      "ACTIVATIONS = P(\(mesh.data), \(mesh.activationSequence), None)",
      "",
      "# Weights as (inputs, outputs); the first product of a block, its second, the vocabulary.",
      "PARAMETERS = \(mesh.weights(sharded: sharded >= .parameters))",
      "GRADIENTS = \(mesh.weights(sharded: sharded >= .gradients))",
      "OPTIMIZER_STATES = \(mesh.weights(sharded: sharded >= .optimizer))",
      "",
      "",
      "def mesh(devices=None):",
      "    \"\"\"The plan's mesh over all devices, in rank order.\"\"\"",
      "    devices = jax.devices() if devices is None else devices",
      "    return Mesh(numpy.asarray(devices).reshape(SHAPE), AXES)",
      "",
    ]
    return LaunchText(lines.joined(separator: "\n"), notes: notes)
  }
}

/// The mesh of a strategy and what is split over which of its axes.
private struct JAXMesh {
  var axes: [(name: String, size: Int)] = []
  var notes: [String] = []
  private let strategy: Strategy
  private let hasExperts: Bool
  /// Data-parallel ranks that experts are split over.
  private var expertData = 1

  init(_ launch: Launch) {
    strategy = launch.strategy
    hasExperts = launch.hasExperts
    let inner = strategy.contextParallelSize * strategy.tensorParallelSize
    let block = strategy.expertParallelSize * strategy.expertTensorParallelSize
    if hasExperts, strategy.expertParallelSize > 1 {
      if block % inner == 0 {
        expertData = block / inner
      } else {
        notes.append(
          "experts over \(strategy.expertParallelSize) ranks do not fill whole axes of the mesh; "
            + "EXPERTS here are over 'tensor' alone")
      }
    }
    var data: [(name: String, size: Int)] = [
      ("data", strategy.dataParallelSize / expertData)
    ]
    if expertData > 1 { data.append(("expert", expertData)) }
    let stage = [("stage", strategy.pipelineParallelSize)]
    axes = launch.plan.placement.rankOrder == .pipelineOutermost ? stage + data : data + stage
    axes += [
      ("context", strategy.contextParallelSize), ("tensor", strategy.tensorParallelSize),
    ]
  }

  /// What the batch is split over.
  var data: String { expertData > 1 ? "(\"data\", \"expert\")" : "\"data\"" }

  var context: String { "\"context\"" }

  /// Between tensor-parallel regions, sequence parallelism splits the sequence over their ranks too.
  var activationSequence: String {
    strategy.sequenceParallel ? "(\"context\", \"tensor\")" : context
  }

  /// Specs of weights; `sharded` splits the dimension that tensor parallelism leaves whole over the
  /// ranks that would hold copies.
  func weights(sharded: Bool) -> String {
    let copies = expertData > 1 ? "(\"data\", \"expert\", \"context\")" : "(\"data\", \"context\")"
    let other = sharded ? copies : "None"
    var specs = [
      ("column", "P(\(other), \"tensor\")"), ("row", "P(\"tensor\", \(other))"),
      ("vocabulary", "P(\"tensor\", \(other))"), ("norm", "P(\(sharded ? copies : ""))"),
    ]
    if hasExperts {
      let rest = sharded ? "\"data\"" : "None"
      let within = strategy.expertTensorParallelSize > 1
      let over = experts(within)
      let split = within ? "\"tensor\"" : "None"
      specs.append(("expert_column", "P(\(over), \(rest), \(split))"))
      specs.append(("expert_row", "P(\(over), \(split), \(rest))"))
    }
    return "{" + specs.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ") + "}"
  }

  /// The axes that experts are dealt out over.
  private func experts(_ within: Bool) -> String {
    if strategy.expertParallelSize == 1 { return "None" }
    if !notes.isEmpty { return "\"tensor\"" }
    let axes = (expertData > 1 ? ["expert"] : []) + ["context"] + (within ? [] : ["tensor"])
    return "(" + axes.map { "\"\($0)\"," }.joined(separator: " ") + ")"
  }
}
