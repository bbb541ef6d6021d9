import CostModel
import Quantities
import Simulation
import StrategySpace
import Testing

@Suite("Schedules")
struct ScheduleTests {
  /// Every schedule in some sizes, with the name of its case.
  static let samples: [(name: String, schedule: Schedule)] = [
    ("gpipe", .gpipe(stages: 3, microbatches: 5)),
    ("1f1b", .oneForwardOneBackward(stages: 4, microbatches: 6)),
    ("interleaved", .interleaved(stages: 3, chunksPerStage: 2, microbatches: 7)),
    ("breadth-first", .breadthFirst(stages: 3, chunksPerStage: 2, microbatches: 4)),
    ("dapple-b", .earlyBackward(stages: 4, microbatches: 9, policy: .b)),
    ("zb-h1", .zeroBubbleH1(stages: 4, microbatches: 6)),
    ("zb-h2", .zeroBubbleH2(stages: 4, microbatches: 9)),
  ]

  @Test(
    "every named schedule runs for every shape that it allows", arguments: PipelineSchedule.allCases
  )
  func allShapesRun(named: PipelineSchedule) throws {
    for stages in [1, 2, 3, 5] {
      for microbatches in [1, 2, 5, 12] {
        let step = uniformStep(
          stages: stages, microbatches: microbatches, chunksPerStage: named.chunksPerStage ?? 2,
          schedule: named)
        let dualPipeAllows = stages % 2 == 0 && microbatches % 2 == 0 && microbatches >= 2 * stages
        if named == .dualPipe, !dualPipeAllows {
          #expect(throws: SimulationError.self) { try simulate(step) }
          continue
        }
        let simulated = try simulate(step)
        #expect(simulated.stages.allSatisfy { $0.time.total == simulated.timeline.duration })
        // Every stage computes all of its passes, however they are ordered; with DualPipe half of
        // the microbatches come to each of its chunks.
        let work = named == .dualPipe ? 1500.0 : 3000
        #expect(
          simulated.stages.allSatisfy {
            $0.time.compute == microseconds(work * Double(microbatches))
          })
      }
    }
  }

  @Test("ZB-H1 takes m(f + b + w) + (p − 1)(f + b − w)", arguments: [(2, 4), (4, 8), (8, 20)])
  func zeroBubbleH1(stages: Int, microbatches: Int) throws {
    let step = uniformStep(
      stages: stages, microbatches: microbatches, weightGradient: 700, schedule: .zeroBubbleH1)
    let expected = 2700 * Double(microbatches) + 1300 * Double(stages - 1)
    #expect(try simulate(step).timeline.duration == microseconds(expected))
  }

  @Test("DAPPLE's policy A is 1F1B, and policy B hides transfers that policy A waits for")
  func earlyBackward() throws {
    #expect(
      Schedule.earlyBackward(stages: 5, microbatches: 9, policy: .a)
        == .oneForwardOneBackward(stages: 5, microbatches: 9))
    let step = uniformStep(stages: 4, microbatches: 32, transfer: 900)
    let a = try simulate(step)
    let b = try simulate(
      step, schedule: .earlyBackward(stages: 4, microbatches: 32, policy: .b))
    #expect(b.timeline.duration < a.timeline.duration * 9 / 10)
    #expect(b.stages[0].peakActivationsInFlight == 7)
  }

  @Test("early backward keeps to the limit that memory sets")
  func earlyBackwardLimit() {
    let schedule = Schedule.earlyBackward(stages: 6, microbatches: 20, policy: .b, limit: 3)
    #expect(schedule.peakActivations == [3, 3, 3, 3, 3, 1])
  }

  @Test("breadth-first has the bubble of interleaving and holds every microbatch")
  func breadthFirst() throws {
    let step = uniformStep(
      stages: 4, microbatches: 8, chunksPerStage: 2, schedule: .breadthFirst)
    let simulated = try simulate(step)
    #expect(simulated.timeline.duration == microseconds(3000 * 8 + 3000 * 3 / 2))
    #expect(simulated.stages.allSatisfy { $0.peakActivationsInFlight == 16 })
  }

  @Test(
    "DualPipe's bubble is (p/2 − 1)(f + b + b − 3w) and it holds p + 1 activations",
    arguments: [(2, 4), (4, 8), (8, 20)])
  func dualPipe(stages: Int, microbatches: Int) throws {
    let schedule = try #require(Schedule.dualPipe(stages: stages, microbatches: microbatches))
    // Half of the microbatches come to each chunk, which is as large as a whole stage.
    var step = uniformStep(
      stages: stages, microbatches: microbatches, chunksPerStage: 2, forward: 2000,
      inputGradient: 2000, weightGradient: 2000, schedule: .dualPipe)
    step.strategy.virtualPipelineSize = 1
    let bubble = Double(stages / 2 - 1) * (1000 + 2000 + 2000 - 3 * 1000)
    let duration = try simulate(step).timeline.duration
    #expect(duration == microseconds(3000 * Double(microbatches) + bubble))
    #expect(schedule.peakActivations.max() == stages + 1)
  }

  @Test("a schedule written as CSV and read again is the same", arguments: samples.indices)
  func roundTrip(index: Int) throws {
    let schedule = Self.samples[index].schedule
    #expect(try Schedule(csv: try #require(schedule.csv)) == schedule)
  }

  @Test("the CSV of a small 1F1B is as PyTorch writes it")
  func csvText() throws {
    let schedule = Schedule.oneForwardOneBackward(stages: 2, microbatches: 2)
    #expect(schedule.csv == "0F0,0F1,0B0,0B1\n1F0,1B0,1F1,1B1\n")
    #expect(try #require(Schedule.dualPipe(stages: 2, microbatches: 4)).csv == nil)
  }

  @Test("overlapped passes and transfers of a CSV are understood")
  func csvWithTransfers() throws {
    let schedule = try Schedule(
      csv: """
        0UNSHARD,0F0,0SEND_F0,0F1,0SEND_F1,,0RECV_B0,0B0,0RECV_B1,0B1,0REDUCE_GRAD
        ,1RECV_F0,1F0,1RECV_F1,(1F1;1B0)OVERLAP_F_B,1SEND_B0,1B1,1SEND_B1
        """)
    #expect(schedule.stages[1].map(\.overlapsNext) == [false, true, false, false])
    #expect(schedule.stages[0].map(\.description) == ["0F0", "0F1", "0B0", "0B1"])
  }

  static let badFiles: [(csv: String, message: String)] = [
    ("", "the schedule has no actions"),
    (
      "0F0,0X0",
      "rank 0, step 1: '0X0' is no action; write <stage><action><microbatch> such as '0F3'"
    ),
    ("0F", "rank 0, step 0: '0F' is no action; write <stage><action><microbatch> such as '0F3'"),
    ("0F99999", "rank 0, step 0: '0F99999' has a number above 65536"),
    ("9F9", "no rank runs stage 0, but later stages exist"),
    ("0F900", "901 microbatches through 1 stages need more actions than there are"),
    ("0F0,0B0\n0F1,0B1", "rank 1, step 0: '0F1' runs a stage that rank 0 runs as well"),
    (
      "0F0,0F1,0B0",
      "rank 0, step 3: 0B1 is missing; every microbatch needs one forward and one backward pass "
        + "through every chunk"
    ),
    (
      "0F0,0F0,0B0",
      "rank 0, step 1: 0F0 repeats a pass that this microbatch has already made"
    ),
    (
      "0F0,0I0,0B0,0W0",
      "rank 0, step 2: 0B0 repeats a pass that this microbatch has already made"
    ),
    (
      "0B0,0F0\n1F0,1B0",
      "rank 0, step 0: 0B0 waits for 0F0 on stage 0, which never comes first (deadlock)"
    ),
    (
      "0F0,0SEND_F0,0B0\n1F0,1B0,1SEND_B0",
      "rank 0, step 2: '0B0' needs '0RECV_B0' before it"
    ),
    (
      "0F0,0SEND_F0,0RECV_B0,0B0\n1F0,1RECV_F0,1B0,1SEND_B0",
      "rank 1, step 0: '1F0' needs '1RECV_F0' before it"
    ),
    (
      "0F0,0RECV_B0,0B0\n1RECV_F0,1F0,1B0,1SEND_B0",
      "rank 1, step 1: '1F0' needs '0SEND_F0' on rank 0, behind the pass that makes it"
    ),
    (
      "0SEND_F0,0F0,0RECV_B0,0B0\n1RECV_F0,1F0,1B0,1SEND_B0",
      "rank 1, step 1: '1F0' needs '0SEND_F0' on rank 0, behind the pass that makes it"
    ),
  ]

  @Test("a bad CSV is refused with rank, step and reason", arguments: badFiles.indices)
  func badCSV(index: Int) {
    let (csv, message) = Self.badFiles[index]
    let error = #expect(throws: InvalidScheduleFile.self) { try Schedule(csv: csv) }
    #expect(error?.description == message)
  }

  @Test("no order is found where not even one microbatch fits, or nothing is to be done")
  func nothingFits() {
    let stage = PipelineCosts.Stage(forward: 1, inputGradient: 1, weightGradient: 1)
    let costs = PipelineCosts(stages: [stage, stage], transfer: 0)
    for (microbatches, limit) in [(4, 1), (4, 0), (4, -3), (0, 4)] {
      let found = Schedule.zeroBubble(
        costs, microbatches: microbatches, layout: .vShaped, limit: limit)
      #expect(found == nil)
    }
    let nothing = PipelineCosts(stages: [], transfer: 0)
    #expect(Schedule.zeroBubble(nothing, microbatches: 2, layout: .straight, limit: 2) == nil)
  }

  @Test("a schedule with a foreign chunk or stages that wait for each other is refused")
  func refusals() {
    var foreign = Schedule.gpipe(stages: 2, microbatches: 1)
    foreign.stages[0][0].chunk = 1
    #expect(throws: InvalidSchedule.self) { try foreign.visitInOrder { _, _ in } }
    // Stage 0 wants the gradient before it sends the second microbatch, stage 1 the reverse.
    var stuck = Schedule.gpipe(stages: 2, microbatches: 2)
    stuck.stages[0].swapAt(1, 2)
    let error = #expect(throws: InvalidSchedule.self) { try stuck.visitInOrder { _, _ in } }
    #expect(
      error?.description
        == "stage 0, step 1: 0B0 waits for 1I0 on stage 1, which never comes first (deadlock)")
  }
}
