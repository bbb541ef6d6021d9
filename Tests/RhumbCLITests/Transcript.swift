import Foundation
import Testing

/// Commands and exactly what they answer, as a text that people can read and that a test replays.
///
///     # Comments and commands are written by hand.
///     $ rhumb check no-such-file.yaml
///     ! no-such-file.yaml: error: no such file
///     ? 65
///
/// After a command come its standard output (`>`), its standard error (`!`) and its exit status
/// (`?`). A command that ends in `\` goes on in the next line. The commands of one transcript run
/// in order in one workplace.
struct Transcript {
  struct Step {
    /// Comments, empty lines and the command, as written.
    var written: String
    var command: String
    /// Streams and status, as written.
    var answer: String
  }

  var steps: [Step] = []
  /// What is written after the last answer.
  var rest = ""

  init(_ text: String) {
    var step = Step(written: "", command: "", answer: "")
    var isCommandOpen = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      let mark = line.first
      if isCommandOpen || mark == "$" {
        step.written += line + "\n"
        step.command += (isCommandOpen ? line : line.dropFirst(2)) + "\n"
        isCommandOpen = line.hasSuffix("\\")
      } else if mark == ">" || mark == "!" || mark == "?" {
        step.answer += line + "\n"
        if mark != "?" { continue }
        steps.append(step)
        step = Step(written: "", command: "", answer: "")
      } else {
        // A command without a recorded answer ends where the next comment begins.
        if !step.command.isEmpty {
          steps.append(step)
          step = Step(written: "", command: "", answer: "")
        }
        step.written += line + "\n"
      }
    }
    if step.command.isEmpty { rest = step.written } else { steps.append(step) }
  }

  /// The transcript with other answers.
  func text(with answers: [String]) -> String {
    zip(steps, answers).map { $0.written + $1 }.joined() + rest
  }
}

extension Workplace.Outcome {
  /// As a transcript writes it.
  var transcript: String {
    func marked(_ text: String, _ mark: String) -> String {
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      if lines.last == "" { lines.removeLast() }
      return lines.map { $0.isEmpty ? mark + "\n" : "\(mark) \($0)\n" }.joined()
    }
    return marked(output, ">") + marked(errors, "!") + "? \(status)\n"
  }
}
