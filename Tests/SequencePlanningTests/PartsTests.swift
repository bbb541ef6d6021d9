import Quantities
import Testing

@testable import SequencePlanning

@Suite("The parts of the planner")
struct PartsTests {
  @Test("runs have the least largest token count of all cuts", arguments: 0..<20)
  func chunking(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let lengths = (0..<9).map { _ in Int.random(in: 1...6, using: &generator) * 128 }
    let count = Int.random(in: 1...5, using: &generator)
    let classes = LengthClasses(of: lengths)
    let sorted = lengths.sorted(by: >)
    // Every way to place cuts between the nine sorted sequences.
    var least = Int.max
    for cuts in 0..<(1 << 8) where cuts.nonzeroBitCount < count {
      var largest = 0
      var tokens = 0
      for (i, length) in sorted.enumerated() {
        if i > 0, cuts >> (i - 1) & 1 == 1 { tokens = 0 }
        tokens += length
        largest = max(largest, tokens)
      }
      least = min(least, largest)
    }
    let runs = try #require(Chunking.balanced(classes, count: count, limit: .max / 2))
    #expect(runs.count <= count)
    #expect(runs.map(\.tokenCount).max() == least)
    #expect(runs.reduce(LengthClasses()) { $0.union($1) } == classes)
    #expect(Chunking.firstOfBalanced(classes, count: count, limit: .max / 2) == runs.first)
    #expect(Chunking.balanced(classes, count: count, limit: least - 1) == nil)
  }

  @Test("pricing finds the most valuable pattern, and bounds it when cut short", arguments: 0..<20)
  func pricing(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let costs = try SequenceCosts.random(devices: 4, &generator)
    let lengths = (0..<5).map { _ in Int.random(in: 20...400, using: &generator) }
    let problem = PackingProblem(LengthClasses(of: lengths + lengths), costs)
    let counts = problem.classes.counts
    let values = counts.map { _ in Double.random(in: 0...3, using: &generator) }
    let room = Double.random(in: 5...60, using: &generator)
    var most = 0.0
    func fill(_ c: Int, _ value: Double, _ time: Double, _ tokens: Int) {
      guard time <= room, tokens <= costs.degrees[1].tokenCapacity else { return }
      most = max(most, value)
      guard c < counts.count else { return }
      for count in 0...counts[c] {
        fill(
          c + 1, value + values[c] * Double(count), time + problem.time(1, c) * Double(count),
          tokens + problem.classes.lengths[c] * count)
      }
    }
    fill(0, 0, 0, 0)
    for nodes in [2, 100_000] {
      var pricing = PatternPricing(nodeLimit: nodes)
      let result = pricing.best(
        problem, degree: 1, values: values, counts: counts, room: room, threshold: 1e-9)
      #expect(result.upperBound >= most * (1 - 1e-6))
      guard nodes > 2, most > 0 else { continue }
      #expect(abs(result.value - most) < 1e-6)
      let members = try #require(result.members)
      let worth = members.reduce(0) { $0 + values[$1.class] * Double($1.count) }
      #expect(abs(worth - most) < 1e-6)
    }
  }

  @Test("filling slack takes sequences without making the microbatch longer")
  func filling() throws {
    let costs = try Published.costs("gpt-7b") { $0 <= 32 }
    let long = LengthClasses(of: [60_032, 30_080, 30_080])
    var packing = try #require(PackingSearch(PackingProblem(long, costs)).best())
    let makespan = packing.makespan(costs)
    let short = LengthClasses(of: Array(repeating: 640, count: 400))
    let taken = SlackFilling(costs, until: makespan).fill(&packing, from: short)
    #expect(taken.sequenceCount > 0)
    #expect(packing.makespan(costs) <= makespan * (1 + 1e-12))
    #expect(packing.classes == long.union(taken))
  }

  @Test("an exchange for memory shortens the slowest of two full groups")
  func exchange() throws {
    let degree = DegreeCosts(
      degree: 1, perSquaredToken: Seconds(1), perToken: .zero, fixed: .zero, tokenCapacity: 100)
    let costs = try SequenceCosts(deviceCount: 2, degrees: [degree])
    let unfair = Packing(groups: [
      PackedGroup(degree: 0, members: LengthClasses(of: [50, 50])),
      PackedGroup(degree: 0, members: LengthClasses(of: Array(repeating: 10, count: 10))),
    ])
    let fair = PackingExchange(costs, unfair).improved(downTo: 0)
    #expect(fair.makespan(costs) == 50 * 50 + 5 * 10 * 10)
    #expect(fair.classes == unfair.classes)
  }

  @Test("groups go to blocks that exist, always aligned")
  func placement() {
    let placement = DevicePlacement(
      degrees: [4, 2, 2], on: 14, preferring: [8..<12, 2..<4, 5..<7, 1..<5])
    #expect(placement.blocks == [8..<12, 2..<4, 0..<2])
    #expect(placement.idle == [4..<8, 12..<14])
  }

  @Test("more effort is never worse than less", arguments: [0, 3])
  func effort(batch: Int) throws {
    let lengths = Array(try Published.instance("wikipedia-192k-512").batches[batch].prefix(80))
    let costs = try Published.costs("gpt-7b", devices: 16)
    var options = SequencePlanner.Options()
    let fast = try SequencePlanner(costs, options).plan(lengths)
    options.effort = .thorough
    options.pricingNodes = 500
    let thorough = try SequencePlanner(costs, options).plan(lengths)
    #expect(thorough.time <= fast.time)
    #expect(PlanChecker(costs).violations(in: thorough, of: lengths) == [])
  }

  @Test("the solvers that prove less are valid too", arguments: SequencePlanner.Solver.allCases)
  func solvers(solver: SequencePlanner.Solver) throws {
    let costs = try Published.costs("gpt-7b", devices: 8) { $0 >= 2 }
    let lengths = [20_096, 9_984, 5_120, 5_120, 2_560, 1_280, 1_280, 640, 640, 128]
    var options = SequencePlanner.Options()
    options.solver = solver
    options.referenceNodes = 200
    let plan = try SequencePlanner(costs, options).plan(lengths)
    #expect(PlanChecker(costs).violations(in: plan, of: lengths) == [])
    #expect(plan.gap >= 0)
  }

  @Test("ring attention hides communication behind long sequences only")
  func ring() throws {
    let ring = try Published.costs("gpt-7b", parallelism: .ring)
    let ulysses = try Published.costs("gpt-7b")
    let wide = try #require(ring.costs(ofDegree: 16))
    let alone = try #require(ring.costs(ofDegree: 1))
    let long = wide.time(ofSequence: 100_000) * 16
    #expect(abs(long / alone.time(ofSequence: 100_000) - 1) < 1e-9)
    #expect(wide.time(ofSequence: 1_000) * 16 > alone.time(ofSequence: 1_000) * 2)
    #expect(ulysses.costs(ofDegree: 16)?.hiddenPerToken == .zero)
    let lengths = [60_032, 2_560, 2_560]
    let plan = try #require(try Baselines(ulysses, ring: ring).plan(.contextParallel, lengths))
    #expect(plan.time > .zero)
    #expect(try Baselines(ulysses).plan(.contextParallel, lengths) == nil)
  }
}
