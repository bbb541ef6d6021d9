import Configuration
import Foundation
import Rhumb
import SequencePlanning

/// A request that is wrong as a whole.
struct BadRequest: Error {
  var message: String

  init(_ message: String) { self.message = message }
}

/// What every answer is wrapped in.
enum Envelope {
  /// A result, as JSON.
  struct Result {
    var json: String
    /// Whether a deadline or a cancellation ended the search early.
    var isInterrupted = false
  }

  /// The envelope of what `body` answers or throws.
  static func text(_ body: () throws -> Result) -> String {
    do {
      let result = try body()
      let interrupted = result.isInterrupted ? "\"interrupted\":true," : ""
      return "{\"ok\":true,\(interrupted)\"result\":\(result.json)}"
    } catch {
      return "{\"ok\":false,\"error\":\(json(Failure(error)))}"
    }
  }

  /// A value as JSON; keys are snake_case and sorted.
  static func json(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Nothing that is encoded here holds a number that JSON has no word for.
    return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
  }

  private struct Failure: Encodable {
    var code: String
    var message: String
    var diagnostics: [Place] = []

    struct Place: Encodable {
      var file: String
      var line: Int?
      var column: Int?
      var message: String
    }

    init(_ error: any Error) {
      switch error {
      case let error as InvalidInput:
        code = "bad_input"
        message = error.description
        diagnostics = error.diagnostics.map {
          Place(
            file: $0.file, line: $0.position?.line, column: $0.position?.column,
            message: $0.message)
        }
      case let error as BadRequest:
        code = "bad_input"
        message = error.message
      case let error as SequencePlanningError:
        code = "bad_input"
        message = error.description
      case is InfeasiblePlan, is InfeasibleSharding:
        code = "infeasible"
        message = "\(error)"
      default:
        code = "internal"
        message = "\(error)"
      }
    }
  }
}
