import Quantities
import SequencePlanning
import Testing

@Suite("Planning ahead")
struct StreamTests {
  private func batches() throws -> [[Int]] {
    try Published.instance("wikipedia-192k-512").batches.map { Array($0.prefix(160)) }
  }

  private func plans(
    _ batches: [[Int]], concurrent: Int, tolerance: Double
  ) async throws -> [SequencePlan] {
    let costs = try Published.costs("gpt-7b")
    var options = SequencePlanStream.Options()
    options.concurrentBatches = concurrent
    options.reuseTolerance = tolerance
    let stream = try SequencePlanStream(SequencePlanner(costs), options)
    for batch in batches { await stream.submit(batch) }
    var plans: [SequencePlan] = []
    while let plan = try await stream.next() { plans.append(plan) }
    return plans
  }

  @Test("plans come back in order, valid, and the same whatever the number of threads")
  func determinism() async throws {
    let batches = try batches()
    let checker = PlanChecker(try Published.costs("gpt-7b"))
    let one = try await plans(batches, concurrent: 1, tolerance: 0.05)
    let many = try await plans(batches, concurrent: 4, tolerance: 0.05)
    #expect(one == many)
    #expect(one.count == batches.count)
    for (plan, lengths) in zip(one, batches) {
      #expect(checker.violations(in: plan, of: lengths) == [])
    }
  }

  @Test("a tolerance for reuse never creates more communicators, and costs no more than it says")
  func reuse() async throws {
    let batches = try batches()
    let fastest = try await plans(batches, concurrent: 2, tolerance: 0)
    let reusing = try await plans(batches, concurrent: 2, tolerance: 0.05)
    func communicators(_ plans: [SequencePlan]) -> Int {
      plans.reduce(into: Set<Range<Int>>()) { $0.formUnion($1.blocks) }.count
    }
    #expect(communicators(reusing) <= communicators(fastest))
    for (a, b) in zip(reusing, fastest) { #expect(a.time <= b.time * 1.07) }
  }

  @Test("a bad batch fails alone")
  func badBatch() async throws {
    let stream = try SequencePlanStream(SequencePlanner(Published.costs("gpt-7b")))
    await stream.submit([1_280])
    await stream.submit([0])
    await stream.submit([2_560])
    #expect(try await stream.next()?.microbatches.count == 1)
    await #expect(throws: SequencePlanningError.lengthNotPositive(sequence: 0, length: 0)) {
      try await stream.next()
    }
    #expect(try await stream.next()?.microbatches.count == 1)
    #expect(try await stream.next() == nil)
  }
}
