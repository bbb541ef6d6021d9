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
  do { try body() } catch { throw reported(error) }
}

func reportingAsync(_ body: () async throws -> Void) async throws {
  do { try await body() } catch { throw reported(error) }
}

/// Says what went wrong on standard error.
private func reported(_ error: any Error) -> ExitCode {
  switch error {
  case let error as InvalidInput:
    complain(error.description)
    return Outcome.badInput
  case is InfeasiblePlan, is InfeasibleBatch, is InfeasibleSharding:
    complain("infeasible: \(error)")
    return Outcome.infeasible
  case is UnwritableOutput:
    complain("\(error)")
    return Outcome.unwritableOutput
  case let error as ExitCode:
    return error
  default:
    complain("internal error: \(error)")
    return Outcome.internalError
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
