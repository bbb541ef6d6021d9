public import ClusterTopology
public import Configuration
import CostModel
import Interop
public import ModelDescription
public import Search

/// The facade: from descriptions to priced, simulated, ranked plans.
///
///     let planner = Planner(catalog: Catalog(root: "."))
///     let problem = try planner.problem(for: JobFile.read(path: "Examples/gpt-7.5b-hybrid.yaml"))
///     let outcome = try planner.plan(problem, keeping: 5)
public struct Planner: Sendable {
  public let catalog: Catalog

  public init(catalog: Catalog) { self.catalog = catalog }

  /// Loads the model and the cluster of a job and lays the model out.
  ///
  /// - Parameter model: a model at hand, in place of the one that the job refers to.
  /// - Throws: `InvalidInput` for files that cannot be read, and for a model that cannot be laid
  ///   out for the job.
  public func problem(
    for job: JobDescription, model given: Model? = nil
  ) throws(InvalidInput) -> PlanningProblem {
    let model = if let given { given } else { try model(job.model) }
    return try problem(for: job, model, on: try cluster(job.cluster))
  }

  /// The same with a model and a cluster at hand.
  func problem(
    for job: JobDescription, _ model: Model, on cluster: Cluster
  ) throws(InvalidInput) -> PlanningProblem {
    var training = job.training
    training.precision = job.precision ?? cluster.usualPrecision
    var timings = LayerTimings()
    if let profile = job.profile { timings = try self.timings(profile, on: cluster) }
    let graph: LayerGraph
    do {
      graph = try model.layerGraph(for: training)
    } catch {
      throw job.model.invalid(error.description)
    }
    return PlanningProblem(
      modelName: job.model.text, clusterName: job.cluster.text,
      costs: CostModel(graph, training, on: cluster, timings: timings),
      limits: job.limits, profile: job.profile?.text, objective: job.objective, model: model)
  }

  /// Reads a profile by path.
  private func timings(
    _ reference: JobDescription.Reference, on cluster: Cluster
  ) throws(InvalidInput) -> LayerTimings {
    try located(reference) { () throws(InvalidInput) in
      let path = reference.text
      let timings = try ProfileFile.read(path: path).timings
      let measured = Set(timings.timings.keys.map(\.device))
      let devices = Set(cluster.groups.map(\.node.device.name))
      if measured.isDisjoint(with: devices) {
        throw InvalidInput(
          file: path,
          "times layers on \(measured.sorted().joined(separator: ", ")) only, the cluster has "
            + "\(devices.sorted().joined(separator: ", "))")
      }
      return timings
    }
  }

  /// Reads a model by name or path: one of our files, or a Hugging Face config.json.
  public func model(_ reference: JobDescription.Reference) throws(InvalidInput) -> Model {
    try located(reference) { () throws(InvalidInput) in
      let path = try catalog.modelPath(named: reference.text)
      let kind = try SourceFile(path: path).kind
      // Without a telling key, the ending tells whose file it means to be.
      return kind == .huggingFace || (kind == nil && path.hasSuffix(".json"))
        ? try HuggingFaceConfig.read(path: path).model : try ModelFile.read(path: path)
    }
  }

  /// Reads a cluster by name or path, with node counts if given.
  public func cluster(_ reference: JobDescription.Reference) throws(InvalidInput) -> Cluster {
    try located(reference) { () throws(InvalidInput) in
      try catalog.cluster(ClusterReference(reference.text))
    }
  }

  /// What is wrong with a reference itself is reported where it was written.
  private func located<T>(
    _ reference: JobDescription.Reference, _ read: () throws(InvalidInput) -> T
  ) throws(InvalidInput) -> T {
    do {
      return try read()
    } catch {
      guard let place = reference.place else { throw error }
      throw InvalidInput(
        error.diagnostics.map { diagnostic in
          guard diagnostic.position == nil else { return diagnostic }
          return Diagnostic(
            file: place.file, position: place.position,
            message: "\(diagnostic.file): \(diagnostic.message)")
        })
    }
  }
}

extension JobDescription.Reference {
  func invalid(_ message: String) -> InvalidInput {
    guard let place else { return InvalidInput(file: "'\(text)'", message) }
    return InvalidInput([
      Diagnostic(file: place.file, position: place.position, message: "\(text): \(message)")
    ])
  }
}

extension Cluster {
  /// BF16 where every device computes in it, else FP16, else single precision.
  var usualPrecision: Precision {
    let devices = groups.map(\.node.device)
    let usual: [Precision] = [.bfloat16, .float16]
    return usual.first { precision in
      devices.allSatisfy { $0.peak(precision.compute) != nil }
    } ?? .float32
  }
}
