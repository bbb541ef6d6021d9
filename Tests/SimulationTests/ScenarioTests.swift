import CostModel
import Quantities
import Simulation
import StrategySpace
import Testing

@Suite("What-if")
struct ScenarioTests {
  @Test(
    "a straggler slows the whole pipeline by what its own passes take longer in the steady state")
  func straggler() throws {
    let costs = uniformStep(stages: 4, microbatches: 64)
    let plain = try simulate(costs)
    let slowed = try simulate(costs, under: Scenario(computeSlowdown: [2: 1.1]))
    // Once per microbatch on the slow stage, less what it waits less at the start and the end.
    let delay = slowed.timeline.duration - plain.timeline.duration
    #expect(delay == microseconds(300) * 63)
    #expect(slowed.stages[2].time.bubble < plain.stages[2].time.bubble)
    #expect(slowed.stages[1].time.bubble > plain.stages[1].time.bubble)
  }

  @Test("slow links delay exactly the communication that they carry")
  func slowLinks() throws {
    let costs = uniformStep(stages: 1, microbatches: 1)
    var reduced = costs
    reduced.stages[0].chunks[0].runs[0].gradientReduction = .microseconds(40)
    let slowed = try simulate(
      reduced, under: Scenario(communicationSlowdown: [.gradientReduction: 3]))
    #expect(slowed.timeline.duration == microseconds(3000 + 120))
    #expect(slowed.stages[0].time.data == microseconds(120))
  }

  @Test("an interrupted link holds up what it carries, and what waits for that")
  func interruption() throws {
    let costs = uniformStep(stages: 2, microbatches: 1, transfer: 100)
    let time = microseconds(1050)..<microseconds(1550)
    let scenario = Scenario(interruptions: [
      .init(stage: 0, time: time), .init(stage: 0, time: time),
    ])
    let step = try simulate(costs, under: scenario)
    #expect(step.timeline.duration == microseconds(6000 + 200 + 500))
    let unharmed = Scenario(interruptions: [.init(stage: 1, time: time)])
    #expect(try simulate(costs, under: unharmed).timeline.duration == microseconds(6200))
  }

  @Test("random variation depends on its seed alone, and makes steps longer on average")
  func jitter() throws {
    let costs = uniformStep(stages: 4, microbatches: 8)
    func distribution(seed: UInt64, replicas: Int = 1) throws -> StepTimeDistribution {
      try stepTimeDistribution(
        of: costs, under: Scenario(jitter: .init(seed: seed, deviation: 0.05)), runs: 40,
        replicas: replicas)
    }
    let one = try distribution(seed: 1)
    #expect(try distribution(seed: 1) == one)
    #expect(try distribution(seed: 2) != one)
    let plain = try simulate(costs).duration
    #expect(one.mean > plain)
    #expect(one.quantile(0.9) > one.quantile(0.5))
    #expect(one.quantile(1) == one.durations.last)
    // Many replicas all wait for the slowest.
    #expect(try distribution(seed: 1, replicas: 8).mean > one.mean)
    let still = try stepTimeDistribution(
      of: costs, under: Scenario(jitter: .init(seed: 5, deviation: 0)), runs: 3)
    #expect(still.durations == Array(repeating: plain, count: 3))
  }

  @Test("the interval between checkpoints is near √(2·C·M), and goodput what Daly's formula says")
  func goodput() throws {
    // M = 3 h, C = 60 s, R = 300 s, steps of 10 s: √(2·60·10800) ≈ 1138 s.
    let goodput = try #require(
      Goodput(
        step: Seconds(10), meanTimeBetweenFailures: Seconds(10_800), checkpoint: Seconds(60),
        restart: Seconds(300)))
    #expect((100...118).contains(goodput.stepsPerCheckpoint))
    #expect(abs(goodput.fraction - 0.8736) < 0.0005)
    let reliable = try #require(
      Goodput(
        step: Seconds(10), meanTimeBetweenFailures: Seconds(1e12), checkpoint: .zero,
        restart: .zero))
    #expect(reliable.fraction > 0.999_999)
    #expect(
      Goodput(
        step: .zero, meanTimeBetweenFailures: Seconds(1), checkpoint: .zero, restart: .zero) == nil)
  }

  @Test("stages that share a link between groups slow each other down")
  func sharedLink() throws {
    // Two boundaries of the pipeline cross one link that carries one transfer at a time.
    var costs = uniformStep(stages: 3, microbatches: 16, forward: 100, transfer: 900)
    costs.sharedLinks = [SharedLink(name: "between groups", capacity: .gigabytes(10))]
    let alone = try simulate(costs).timeline.duration
    let traffic = Traffic(bandwidth: .gigabytes(10), crossings: [.init(link: 0, streams: 1)])
    for stage in 0..<3 { costs.stages[stage].chunks[0].forwardTraffic = traffic }
    let contended = try simulate(costs)
    #expect(contended.timeline.duration > alone)
    #expect(contended.stages.allSatisfy { $0.time.total == contended.timeline.duration })
    costs.sharedLinks[0].capacity = .gigabytes(20)
    #expect(try simulate(costs).timeline.duration == alone)
    costs.stages[0].chunks[0].forwardTraffic?.crossings[0].link = 7
    #expect(throws: SimulationError.invalidTraffic(stage: 0, link: 7)) { try simulate(costs) }
  }

  @Test("scenarios that make no sense are refused", arguments: [-1, .nan, .infinity])
  func refusals(factor: Double) {
    let costs = uniformStep(stages: 1, microbatches: 1)
    #expect(throws: SimulationError.invalidScenario) {
      try simulate(costs, under: Scenario(computeSlowdown: [0: factor]))
    }
    #expect(throws: SimulationError.invalidScenario) {
      try simulate(costs, under: Scenario(jitter: .init(seed: 1, deviation: factor)))
    }
  }
}
