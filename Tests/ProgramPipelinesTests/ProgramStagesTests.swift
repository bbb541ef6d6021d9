import ClusterTopology
import Configuration
import CostModel
import Foundation
import ModelDescription
import PipelinePlanner
import ProgramLowering
import ProgramPipelines
import Quantities
import Sharding
import ShardingPlanner
import Simulation
import TensorPrograms
import Testing

@Suite("Programs on pipelines")
struct ProgramStagesTests {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  static func step(_ name: String, batch: Int = 2, length: Int = 16) throws -> ShardableProgram {
    let model = try ModelFile.read(path: Catalog(root: root).modelPath(named: name))
    let job = TrainingJob(
      globalBatchSize: batch, sequenceLength: length, precision: .float32, optimizer: .sgd)
    return ShardableProgram(try TrainingProgram(model, for: job).program)
  }

  @Test(
    "divide all operations of the step among their stages, forwards and mirrored back",
    arguments: [("gpt2-small", 4), ("t5-base", 3), ("unet", 2), ("clip-vit-l-14", 3)])
  func stages(name: String, count: Int) throws {
    let split = try ProgramStages(Self.step(name), stages: count)
    let assignment = split.assignment
    #expect(assignment.heaviestWork <= assignment.workLimit)
    #expect(assignment.cutBytes <= assignment.orderedCutBytes)
    for transfer in split.transfers {
      // Forward values go on, gradients go back.
      let isForward = split.isForward(valueOf: transfer)
      #expect(
        isForward == !transfer.isBackward, "\(split.program.values[transfer.value].name ?? "")")
    }
    let sent = split.transfers.filter { !$0.isBackward }
      .reduce(0) { $0 + split.program.type($1.value).byteCount }
    #expect(Double(sent) == assignment.cutBytes)
  }

  @Test("take (M + S − 1)(f + b) under GPipe when stages are equal and transfers free")
  func fillDrain() throws {
    for (stages, microbatches) in [(1, 1), (2, 3), (4, 8), (8, 2)] {
      let (forward, backward) = (7, 13)
      let costs = Simulation.PipelineCosts(
        stages: Array(
          repeating: .init(
            forward: Int64(forward), inputGradient: Int64(backward), weightGradient: 0),
          count: stages), transfer: 0)
      let clock = try ScheduleClock(
        .gpipe(stages: stages, microbatches: microbatches), costs)
      #expect(clock.makespan == Int64((microbatches + stages - 1) * (forward + backward)))
    }
  }
}
