import ClusterTopology
public import Configuration
import Interop
import ModelDescription
public import Quantities
public import Reports
public import SequencePlanning
public import SequenceSimulation
public import StrategySpace

/// What batches of sequences are planned with.
public struct SequenceSetting: Sendable {
  public var summary: SequencesDocument.Setting
  public var solver = SequencePlanner.Solver.programs
  public var costs: SequenceCosts
  /// The same with ring attention, for the baseline of context parallelism.
  public var ring: SequenceCosts?
  /// What a step takes besides its microbatches.
  public var timePerStep = Seconds.zero
  /// Group sizes that were left out, with the reasons.
  public var notes: [String] = []

  /// A planned batch as a document shows it.
  public func document(
    of plan: SequencePlan, index: Int, lengths: [Int], cpuTime: Seconds? = nil,
    simulated: SimulatedBatch? = nil
  ) -> SequencesDocument.Batch {
    SequencesDocument.Batch(
      plan, index: index, of: lengths, baselines: Baselines(costs, ring: ring), cpuTime: cpuTime,
      simulated: simulated?.duration)
  }

  public func simulate(_ plan: SequencePlan, of lengths: [Int]) throws -> SimulatedBatch {
    try SimulatedBatch(plan, of: lengths, costs, timePerStep: timePerStep)
  }
}

/// How sequences are shared out, and what is kept.
public struct SequenceChoices: Hashable, Sendable {
  public var parallelism = SequenceParallelism.allToAll
  public var zeroStage = ZeROStage.parameters
  public var recomputation = Recomputation.none
  /// The smallest and largest group to use, powers of two.
  public var degrees = 1...(1 << 30)
  public var solver = SequencePlanner.Solver.programs

  public init() {}
}

extension Planner {
  /// Coefficients from the cost model, for a model on a cluster.
  ///
  /// - Throws: `InvalidInput` for descriptions that cannot be read or laid out, and
  ///   `SequencePlanningError` when no group can run.
  public func sequenceSetting(
    model: JobDescription.Reference, cluster: JobDescription.Reference, _ choices: SequenceChoices
  ) throws -> SequenceSetting {
    let described = try self.model(model)
    let devices = try self.cluster(cluster)
    var job = TrainingJob(globalBatchSize: 1, sequenceLength: 1)
    job.precision = devices.usualPrecision
    var options = ModelledSequenceCosts.Options()
    options.zeroStage = choices.zeroStage
    options.recomputation = choices.recomputation
    func modelled(_ parallelism: SequenceParallelism) throws -> ModelledSequenceCosts {
      options.parallelism = parallelism
      do {
        return try ModelledSequenceCosts(
          of: described, job, on: devices, options, degrees: choices.degrees.contains)
      } catch let error as ModelError {
        throw model.invalid(error.description)
      }
    }
    let own = try modelled(choices.parallelism)
    return SequenceSetting(
      summary: SequencesDocument.Setting(
        model: model.text, cluster: cluster.text, coefficientError: own.largestFitError,
        costs: own.costs,
        parallelism: choices.parallelism, zeroStage: choices.zeroStage.rawValue,
        solver: choices.solver, timePerStep: own.timePerStep),
      solver: choices.solver, costs: own.costs,
      // What cannot run as a ring has no such baseline.
      ring: choices.parallelism == .ring ? own.costs : (try? modelled(.ring))?.costs,
      timePerStep: own.timePerStep,
      notes: own.refused.map { "no groups of \($0.degree): \($0.reason)" })
  }

  /// Published coefficients of one model.
  ///
  /// - Parameters:
  ///   - profile: `nil` for the one that ships with the project.
  ///   - model: `nil` for the smallest of the profile.
  ///   - thousandPositions: the longest sequence of the model in thousands.
  /// - Throws: `InvalidInput` when there is no profile, `SequencePlanningError` when it does not
  ///   have what is asked for.
  public func sequenceSetting(
    profile: SequenceProfile?, model: String?, thousandPositions: Int, deviceCount: Int,
    _ choices: SequenceChoices
  ) throws -> SequenceSetting {
    let profile = try profile ?? publishedProfile()
    let name = model ?? profile.smallestModel
    func costs(_ parallelism: SequenceParallelism) throws -> SequenceCosts {
      try profile.costs(
        model: name, thousandPositions: thousandPositions, deviceCount: deviceCount,
        zero: choices.zeroStage, parallelism: parallelism, degrees: choices.degrees.contains)
    }
    let own = try costs(choices.parallelism)
    let ring = profile.ringBandwidth.isEmpty ? nil : try costs(.ring)
    return SequenceSetting(
      summary: SequencesDocument.Setting(
        model: name, coefficients: profile.source, costs: own, parallelism: choices.parallelism,
        zeroStage: choices.zeroStage.rawValue, solver: choices.solver),
      solver: choices.solver, costs: own, ring: ring,
      notes: model == nil ? ["planning for \(name), the smallest model of the coefficients"] : [])
  }

  private func publishedProfile() throws(InvalidInput) -> SequenceProfile {
    try SequenceProfile(SourceFile(path: catalog.root + "/Clusters/Profiles/flexsp-a100.json"))
  }
}

extension SequenceProfile {
  fileprivate var smallestModel: String {
    func size(_ model: Model) -> Int { model.layerCount * model.hiddenSize * model.hiddenSize }
    return models.min { (size($0.value), $0.key) < (size($1.value), $1.key) }?.key ?? ""
  }
}
