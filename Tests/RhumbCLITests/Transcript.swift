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
    var written = ""
    var command = ""
    /// Streams and status, as written.
    var answer = ""
  }

  var steps: [Step] = []
  /// What is written after the last answer.
  var rest = ""

  init(_ text: String) {
    var step = Step()
    var isCommandOpen = false
    func close() {
      steps.append(step)
      step = Step()
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      let mark = isCommandOpen ? "$" : line.first
      if mark == ">" || mark == "!" || mark == "?" {
        step.answer += line + "\n"
        if mark == "?" { close() }
        continue
      }
      // A new command has no answer yet; it ends where anything else begins.
      if !step.command.isEmpty, !isCommandOpen { close() }
      step.written += line + "\n"
      if mark == "$" {
        step.command += (isCommandOpen ? line : line.dropFirst(2)) + "\n"
        isCommandOpen = line.hasSuffix("\\")
      }
    }
    if step.command.isEmpty { rest = step.written } else { close() }
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
