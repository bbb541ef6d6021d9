import ArgumentParser
import Configuration
import Rhumb

/// What a command ends with, as `rhumb --help` promises.
enum Outcome {
  static let infeasible = ExitCode(2)
  static let usage = ExitCode(64)
  static let badInput = ExitCode(65)
  static let internalError = ExitCode(70)
  static let unwritableOutput = ExitCode(74)
}

/// Runs a command's body and turns its errors into messages and exit codes.
func reporting(_ body: () throws -> Void) throws {
  do {
    try body()
  } catch let error as InvalidInput {
    complain(error.description)
    throw Outcome.badInput
  } catch let error as InfeasiblePlan {
    complain("infeasible: \(error)")
    throw Outcome.infeasible
  } catch let error as UnwritableOutput {
    complain("\(error)")
    throw Outcome.unwritableOutput
  } catch let error as ExitCode {
    throw error
  } catch {
    complain("internal error: \(error)")
    throw Outcome.internalError
  }
}

/// Reports what is wrong with an option as a mistake in calling the command.
func asUsage(_ body: () throws -> Void) throws {
  do {
    try body()
  } catch let error as InvalidInput {
    let sentences = error.diagnostics.map { "\($0.file): \($0.message)" }
    throw ValidationError(sentences.joined(separator: "\n"))
  }
}
