public import Configuration
import Interop
import SequencePlanning
import StrategySpace

extension Planner {
  /// Reads a file of any kind for its errors alone, with what it refers to.
  ///
  /// - Returns: what the file describes.
  /// - Throws: `InvalidInput` with everything that is wrong.
  public func check(_ path: String) throws(InvalidInput) -> DescriptionKind {
    let kind = try DescriptionKind(ofFile: path)
    switch kind {
    case .job: _ = try problem(for: JobFile.read(path: path))
    case .plan: try checkPlan(path)
    case .sweep: _ = try problem(for: SweepFile.read(path: path).job)
    case .model: _ = try ModelFile.read(path: path)
    case .huggingFace: _ = try HuggingFaceConfig.read(path: path)
    case .profile: _ = try ProfileFile.read(path: path)
    case .cluster: _ = try catalog.cluster(SourceFile(path: path))
    case .sequences: _ = try SequenceInstance(SourceFile(path: path))
    case .coefficients: _ = try SequenceProfile(SourceFile(path: path))
    case .published: _ = try PublishedSequences.read(path: path)
    case .study:
      for run in try StudyFile.read(path: path).tables.flatMap(\.runs) {
        _ = try problem(for: run.job)
      }
    case .node, .device, .link, .interface: try catalog.checkHardware(path, as: kind)
    }
    return kind
  }

  private func checkPlan(_ path: String) throws(InvalidInput) {
    let (problem, plan) = try load(PlanFile.read(path: path), from: path)
    do {
      try refuse(plan.strategy, plan.placement, problem)
    } catch {
      throw InvalidInput(file: path, error.description)
    }
  }
}
