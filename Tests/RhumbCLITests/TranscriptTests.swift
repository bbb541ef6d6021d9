import Foundation
import Testing

@Suite("Transcripts of the command line")
struct TranscriptTests {
  static let names: [String] = {
    let files = try? FileManager.default.contentsOfDirectory(
      atPath: Fixtures.path + "/Transcripts")
    return (files ?? []).filter { $0.hasSuffix(".txt") }.sorted()
  }()

  /// `RECORD=1 swift test --filter TranscriptTests` writes the answers of this build instead of
  /// comparing them.
  static let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"

  @Test("every command answers as its transcript says", arguments: names)
  func replay(name: String) throws {
    let path = Fixtures.path + "/Transcripts/" + name
    let transcript = Transcript(try String(contentsOfFile: path, encoding: .utf8))
    let workplace = try Workplace()
    var answers: [String] = []
    for step in transcript.steps {
      let outcome = try workplace.run(step.command)
      answers.append(outcome.transcript)
      // Whatever is recorded: no command traps, and each says why it fails.
      #expect([0, 2, 64, 65, 74].contains(outcome.status), "\(step.command)")
      if outcome.status != 0, !step.command.contains("2>&-") {
        #expect(!(outcome.output + outcome.errors).isEmpty, "\(step.command)")
      }
      if !Self.isRecording {
        #expect(outcome.transcript == step.answer, "\(step.command)")
      }
    }
    if Self.isRecording {
      try transcript.text(with: answers).write(toFile: path, atomically: true, encoding: .utf8)
    }
  }

  @Test("the descriptions that transcripts work on are good themselves")
  func goodWorkplace() throws {
    let outcome = try Workplace().run("rhumb check job.yaml config.json Models/* Clusters/*")
    #expect(outcome.errors == "")
    #expect(outcome.status == 0)
  }

  @Test("at least sixty bad inputs are refused", .disabled(if: isRecording))
  func enough() throws {
    var refused = 0
    for name in Self.names {
      let path = Fixtures.path + "/Transcripts/" + name
      let transcript = Transcript(try String(contentsOfFile: path, encoding: .utf8))
      refused += transcript.steps.count {
        $0.answer.hasSuffix("? 65\n") || $0.answer.hasSuffix("? 64\n")
      }
    }
    #expect(refused >= 60)
  }
}
