import Quantities
import SequencePlanning
import Testing

@Suite("The plan checker")
struct CheckerTests {
  let lengths = [640, 1_280, 2_560, 5_120, 60_032, 640]

  private func plan() throws -> (SequencePlan, PlanChecker) {
    let costs = try Published.costs("gpt-7b")
    let plan = try SequencePlanner(costs).plan(lengths)
    let checker = PlanChecker(costs)
    #expect(checker.violations(in: plan, of: lengths) == [])
    return (plan, checker)
  }

  @Test("a sequence that is left out or runs twice is found")
  func sequences() throws {
    var (plan, checker) = try plan()
    let moved = plan.microbatches[0].groups[0].sequences.removeLast()
    #expect(checker.violations(in: plan, of: lengths).contains(.sequenceMissing(moved)))
    plan.microbatches[0].groups[0].sequences += [moved, moved, 99]
    let found = checker.violations(in: plan, of: lengths)
    #expect(found.contains(.sequenceRepeated(moved)))
    #expect(found.contains(.unknownSequence(99)))
  }

  @Test("devices that are shared, missing or out of range are found")
  func devices() throws {
    var (plan, checker) = try plan()
    plan.microbatches[0].idleDevices = [0..<1]
    #expect(
      checker.violations(in: plan, of: lengths)
        .contains(.deviceUsedTwice(microbatch: 0, device: 0)))
    plan.microbatches[0].idleDevices = [64..<65]
    #expect(
      checker.violations(in: plan, of: lengths)
        .contains(.deviceOutOfRange(microbatch: 0, device: 64)))
    plan.microbatches[0].groups.removeAll()
    plan.microbatches[0].idleDevices = []
    #expect(
      checker.violations(in: plan, of: lengths)
        .contains(.deviceUnaccounted(microbatch: 0, device: 5)))
  }

  @Test("a wrong degree, block, token count, time or bound is found")
  func numbers() throws {
    let (good, checker) = try plan()
    func found(_ change: (inout SequencePlan) -> Void) -> [PlanChecker.Violation] {
      var plan = good
      change(&plan)
      return checker.violations(in: plan, of: lengths)
    }
    #expect(
      found { $0.microbatches[0].groups[0].devices = 0..<3 }
        .contains(.degreeNotAllowed(microbatch: 0, group: 0, degree: 3)))
    #expect(
      found { $0.microbatches[0].groups[0].devices = 1..<17 }
        .contains(.blockNotAligned(microbatch: 0, group: 0)))
    #expect(
      found { $0.microbatches[0].groups[0].devices = 0..<1 }
        .contains { if case .overCapacity = $0 { true } else { false } })
    #expect(!found { $0.microbatches[0].groups[0].tokens += 1 }.isEmpty)
    #expect(!found { $0.microbatches[0].groups[0].time = Seconds(1) }.isEmpty)
    #expect(!found { $0.time = $0.time * 1.001 }.isEmpty)
    #expect(!found { $0.lowerBound = $0.time * 1.001 }.isEmpty)
    #expect(!found { $0.globalLowerBound = $0.time * 1.001 }.isEmpty)
  }
}
