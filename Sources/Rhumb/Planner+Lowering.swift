public import Configuration
public import ModelDescription
public import ProgramLowering

extension Planner {
  /// The training step of a model as a tensor program.
  ///
  /// - Throws: `InvalidInput` for a model that cannot be read, or not be laid out for the job.
  public func trainingProgram(
    of reference: JobDescription.Reference, for job: TrainingJob, joinsProducts: Bool = false
  ) throws(InvalidInput) -> TrainingProgram {
    let model = try model(reference)
    do throws(ModelError) {
      return try TrainingProgram(model, for: job, joinsProducts: joinsProducts)
    } catch {
      throw InvalidInput(file: reference.text, error.description)
    }
  }
}

extension Model {
  /// Whether a sample's length is the job's to say.
  public var readsTokens: Bool {
    switch architecture {
    case .transformer: true
    case .blocks(let graph):
      graph.inputs.contains { $0.form == .tokens || $0.form == .targetTokens }
    }
  }
}
