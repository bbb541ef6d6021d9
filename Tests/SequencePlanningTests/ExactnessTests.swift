import LinearPrograms
import Quantities
import Testing

@testable import SequencePlanning

@Suite("Small instances against every plan there is")
struct ExactnessTests {
  static let rounding = 1e-9

  @Test("the planner finds the best plan of all", arguments: 0..<24)
  func wholeBatches(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let devices = [2, 4, 6, 8, 16][seed % 5]
    let costs = try SequenceCosts.random(devices: devices, &generator)
    let count = Int.random(in: 1...8, using: &generator)
    let longest = min(costs.longestSequence, 2_000)
    let lengths = (0..<count).map { _ in Int.random(in: 1...longest, using: &generator) }
    let plan = try SequencePlanner(costs).plan(lengths)
    let least = BruteForce(costs: costs, lengths: lengths).leastTime()
    #expect(abs(plan.time.value / least - 1) < Self.rounding)
    #expect(plan.gap == 0)
    #expect(plan.globalGap == 0)
    #expect(PlanChecker(costs).violations(in: plan, of: lengths) == [])
  }

  @Test("bounds of larger methods never exceed the best microbatch", arguments: 0..<12)
  func bounds(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(1_000 + seed))
    let devices = [4, 8, 16][seed % 3]
    let costs = try SequenceCosts.random(devices: devices, &generator)
    let lengths = (0..<6).map { _ in Int.random(in: 50...700, using: &generator) }
    let least = BruteForce(costs: costs, lengths: lengths).leastTimeOfOneMicrobatch()
    guard least.isFinite else { return }
    let problem = PackingProblem(LengthClasses(of: lengths), costs)
    #expect(problem.closedFormBound() <= least * (1 + Self.rounding))
    let packing = try #require(PackingSearch(problem).best())
    #expect(packing.makespan(costs) >= least * (1 - Self.rounding))
    // Neither program may call a deadline impossible that the best microbatch meets.
    let reachable = least * (1 + 1e-6)
    #expect(try !ClassProgram(problem: problem).provesImpossible(reachable, nodeLimit: 1_000))
    var program = ConfigurationProgram(problem, pricingNodes: 100_000)
    let relaxation = try program.relax(
      problem.classes.counts, by: reachable, devices: devices, iterationLimit: 200)
    if case .impossible = relaxation { Issue.record("a reachable deadline was called impossible") }
    guard case .possible(let weights) = relaxation else { return }
    let dived = try Diving(problem: problem, deadline: reachable).dive(&program, from: weights)
    if let dived {
      #expect(dived.classes == problem.classes)
      #expect(abs(dived.makespan(costs) / least - 1) < 1e-5)
    }
  }

  @Test("the paper's program finds the best microbatch", arguments: 0..<6)
  func reference(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(2_000 + seed))
    let costs = try SequenceCosts.random(devices: 4, &generator)
    let lengths = (0..<4).map { _ in Int.random(in: 20...250, using: &generator) }
    let least = BruteForce(costs: costs, lengths: lengths).leastTimeOfOneMicrobatch()
    guard least.isFinite else { return }
    let classes = LengthClasses(of: lengths)
    let packing = try #require(try ReferenceProgram(classes, costs, .init()).best())
    #expect(abs(packing.makespan(costs) / least - 1) < 1e-6)
    let program = try SequencePlanner(costs).referenceProgram(lengths)
    #expect(abs(try #require(program.solve().objective) / least - 1) < 1e-6)
  }

  @Test("sixteen buckets cost at most a few percent", arguments: 0..<6)
  func bucketing(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(3_000 + seed))
    let lengths = (0..<40).map { _ in
      Int(Double(200) * Double.random(in: 1...20, using: &generator))
    }
    let costs = try Published.costs("gpt-7b", devices: 16) { $0 >= 2 }
    let rounded = Bucketing.buckets(LengthClasses(of: lengths), count: 16)
    #expect(rounded.count == 16)
    #expect(rounded.reduce(0) { $0 + $1.sequenceCount } == 40)
    let upper = rounded.flatMap { Array(repeating: $0.longest, count: $0.sequenceCount) }
    let exact = try SequencePlanner(costs).plan(lengths)
    let bucketed = try SequencePlanner(costs).plan(upper)
    #expect(bucketed.time.value <= exact.time.value * 1.03)
  }
}
