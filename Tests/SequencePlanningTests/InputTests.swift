import Quantities
import SequencePlanning
import Testing

@Suite("Batches and costs of all kinds")
struct InputTests {
  @Test(
    "a batch without a plan is refused with what is wrong and what helps",
    arguments: [
      ([], "the batch holds no sequence; give at least one length"),
      ([128, 0], "sequence 1 has 0 tokens; a length must be at least 1"),
      ([-5], "sequence 0 has -5 tokens; a length must be at least 1"),
      (
        [128, 500_000],
        """
        sequence 1 has 500000 tokens, but the largest group holds 412736; drop or split it, \
        allow a higher degree, or free memory
        """
      ),
    ])
  func refused(lengths: [Int], message: String) throws {
    let planner = try SequencePlanner(Published.costs("gpt-7b"))
    let error = #expect(throws: SequencePlanningError.self) { try planner.plan(lengths) }
    #expect(error?.description == message)
  }

  @Test("extreme lengths are refused, not trapped on", arguments: [Int.max, Int.min, 1 << 62])
  func extreme(length: Int) throws {
    let planner = try SequencePlanner(Published.costs("gpt-7b"))
    #expect(throws: SequencePlanningError.self) { try planner.plan([length, length]) }
    #expect(SequenceInstance.padded([length], toMultiplesOf: 128).count == 1)
  }

  @Test("a limit on groups that is no power of two keeps the powers below it")
  func groupLimit() throws {
    let costs = try Published.costs("gpt-7b") { $0 <= 12 }
    #expect(costs.degrees.map(\.degree) == [1, 2, 4, 8])
  }

  @Test("costs without a meaning are refused, every issue named")
  func invalidCosts() {
    let degree = DegreeCosts(
      degree: 12, perSquaredToken: .zero, perToken: Seconds(-1), fixed: .zero, tokenCapacity: 0)
    let error = #expect(throws: SequencePlanningError.self) {
      try SequenceCosts(deviceCount: 8, degrees: [degree])
    }
    #expect(
      error?.description == """
        degree 12 is not a power of two, so its groups would straddle nodes
        degree 12 needs more than the 8 devices there are
        degree 12 has a time that is negative or not finite
        degree 12 holds 0 tokens; model states may fill the memory alone
        """)
    #expect(
      throws: SequencePlanningError.invalidCosts([
        "no degree is allowed; allow at least one group size"
      ])
    ) {
      try SequenceCosts(deviceCount: 8, degrees: [])
    }
  }

  @Test("a batch of one sequence is one group")
  func single() throws {
    let costs = try Published.costs("gpt-7b")
    let plan = try SequencePlanner(costs).plan([60_000])
    #expect(plan.microbatches.count == 1)
    #expect(plan.microbatches[0].groups.count == 1)
    #expect(plan.gap == 0)
    #expect(PlanChecker(costs).violations(in: plan, of: [60_000]) == [])
  }

  @Test(
    "very many sequences of one length are planned", arguments: [(128, 100_000), (20_096, 1_000)])
  func oneLength(length: Int, count: Int) throws {
    let costs = try Published.costs("gpt-7b")
    let lengths = Array(repeating: length, count: count)
    let plan = try SequencePlanner(costs).plan(lengths)
    #expect(PlanChecker(costs).violations(in: plan, of: lengths) == [])
    #expect(plan.gap < 0.05)
    if count <= 1_000 {
      let best = try #require(try Baselines(costs).plan(.bestDegree, lengths))
      #expect(plan.time <= best.time)
    }
  }

  @Test("devices that are no power of two are used, and odd ones rest")
  func oddDevices() throws {
    let costs = try Published.costs("gpt-7b", devices: 25) { $0 >= 2 }
    let lengths = (1...40).map { $0 * 640 }
    let plan = try SequencePlanner(costs).plan(lengths)
    #expect(PlanChecker(costs).violations(in: plan, of: lengths) == [])
    #expect(plan.microbatches.allSatisfy { $0.idleDevices.map(\.count).reduce(0, +) >= 1 })
  }

  @Test("an idle device takes a sequence that another group can spare")
  func idleDevices() throws {
    let degree = DegreeCosts(
      degree: 1, perSquaredToken: .zero, perToken: Seconds(1), fixed: .zero, tokenCapacity: 100)
    let costs = try SequenceCosts(deviceCount: 4, degrees: [degree])
    // The long sequence decides; one device could take all the rest.
    let plan = try SequencePlanner(costs).plan([90] + Array(repeating: 10, count: 8))
    #expect(plan.microbatches.count == 1)
    #expect(plan.microbatches[0].idleDevices == [])
  }

  @Test("an unknown model or limit is refused with those there are")
  func unknownNames() throws {
    let profile = try Published.profile.get()
    #expect(
      throws: SequencePlanningError.unknownModel("gpt-8b", known: ["gpt-13b", "gpt-30b", "gpt-7b"])
    ) {
      try profile.costs(model: "gpt-8b", thousandPositions: 192, deviceCount: 64)
    }
    #expect(throws: SequencePlanningError.unknownLimit(100, known: [192, 384])) {
      try profile.costs(model: "gpt-7b", thousandPositions: 100, deviceCount: 64)
    }
  }

  @Test("between two limits the parameters are interpolated")
  func interpolation() throws {
    let tokens = try [192, 288, 384].map {
      try Published.costs("gpt-7b", $0).costs(ofDegree: 1)?.tokenCapacity ?? 0
    }
    #expect(tokens[0] > tokens[1] && tokens[1] > tokens[2])
  }

  @Test("lengths are padded up to multiples")
  func padding() {
    #expect(SequenceInstance.padded([1, 128, 129], toMultiplesOf: 128) == [128, 128, 256])
  }
}
