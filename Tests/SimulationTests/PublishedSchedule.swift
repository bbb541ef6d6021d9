import Foundation
import Simulation
import Testing

/// A row of `Fixtures/schedules.csv`, where the columns are explained.
struct PublishedSchedule: CustomTestStringConvertible {
  var costCase: String
  var stages: Int
  var microbatches: Int
  var schedule: String
  var chunksPerStage: Int
  var makespan: Int64
  var span: Int64
  /// By stage, in activations of chunks.
  var peaks: [Int]

  var testDescription: String { "\(costCase) p=\(stages) m=\(microbatches) \(schedule)" }

  static let all: [PublishedSchedule] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/schedules.csv")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst().map { line in
      let cells = line.split(separator: ",").map(String.init)
      return PublishedSchedule(
        costCase: cells[0], stages: Int(cells[1])!, microbatches: Int(cells[2])!,
        schedule: cells[3], chunksPerStage: Int(cells[4])!, makespan: Int64(cells[5])!,
        span: Int64(cells[6])!, peaks: cells[7].split(separator: " ").map { Int($0)! })
    }
  }()

  /// Per chunk. In units of a twentieth, so that halves of 1.1 and 1.3 times a cost are whole.
  var costs: PipelineCosts {
    let weightGradient = costCase == "B" ? 1000.0 : 700.0
    let stages = (0..<stages).map { stage in
      let isLast = stage == self.stages - 1
      let factor = costCase != "C" ? 1 : isLast ? 1.3 : stage == 0 ? 1.1 : 1
      func share(_ cost: Double) -> Int64 {
        Int64((cost * factor / Double(chunksPerStage) * Double(Self.unit)).rounded())
      }
      return PipelineCosts.Stage(
        forward: share(1000), inputGradient: share(1000), weightGradient: share(weightGradient))
    }
    return PipelineCosts(stages: stages, transfer: costCase == "B" ? 0 : 20 * Self.unit)
  }

  static let unit: Int64 = 20
}
