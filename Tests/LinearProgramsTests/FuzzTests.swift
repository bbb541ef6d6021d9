import Foundation
import LinearPrograms
import Testing

/// Random programs, with and without a meaning.
///
/// `RHUMB_FUZZ_CASES=200000 swift test --filter FuzzTests` runs more of them, about a minute's worth.
@Suite("Random programs")
struct FuzzTests {
  static let caseCount =
    ProcessInfo.processInfo.environment["RHUMB_FUZZ_CASES"].flatMap(Int.init) ?? 400
  static let rounding = 1e-6

  @Test("an optimal answer respects rows and bounds, and its duals prove it")
  func valid() throws {
    for seed in 0..<UInt64(Self.caseCount) {
      let program = LinearProgram.random(seed: seed)
      let mirror = MPSReader(try program.text(as: .mps))
      for presolves in [false, true] {
        var options = SolveOptions()
        options.presolves = presolves
        options.usesDualSimplex = seed % 2 == 0
        let answer = try program.solve(options)
        let relaxed = try program.relaxed.solve(options)
        guard answer.status == .optimal else { continue }
        let objective = try #require(answer.objective)
        let isFeasible = mirror.isFeasible(answer.columnValues, tolerance: Self.rounding)
        #expect(isFeasible, "seed \(seed)")
        guard relaxed.status == .optimal, let bound = relaxed.objective else { continue }
        let sign = program.direction == .minimize ? 1.0 : -1.0
        #expect(sign * bound <= sign * objective + Self.rounding, "seed \(seed)")
        #expect(proves(relaxed), "seed \(seed)")
      }
    }
  }

  @Test("numbers without a meaning are refused, and no number brings the solver down")
  func invalid() {
    let strange: [Double] = [
      .nan, .infinity, -.infinity, 1e308, -1e308, 1e-308, .leastNonzeroMagnitude, 1e20, -1e-20, 0,
      1, .pi,
    ]
    for seed in 0..<UInt64(Self.caseCount) {
      var generator = SeededGenerator(seed: seed ^ 0xF0F0)
      var program = LinearProgram.random(seed: seed)
      func number() -> Double { strange.randomElement(using: &generator) ?? 0 }
      var columns = [program.addColumn("a", cost: number(), .between(number(), number()))]
      columns.append(program.addColumn("b", cost: number(), .free, kind: .integer))
      let terms = columns.map { ($0, number()) }
      program.addRow("c", terms + (seed % 5 == 0 ? terms : []), .between(number(), number()))
      let isMeaningful = program.issues.isEmpty
      var options = SolveOptions()
      options.presolves = seed % 3 == 0
      options.nodeLimit = 200
      options.iterationLimit = 2_000
      do {
        _ = try program.solve(options)
        #expect(isMeaningful, "seed \(seed)")
      } catch LinearProgramError.invalid {
        #expect(!isMeaningful, "seed \(seed)")
      } catch {
        #expect(isMeaningful, "seed \(seed): \(error)")
      }
    }
  }

  /// Complementary slackness: the duals give the objective back from rows and columns.
  private func proves(_ answer: LinearSolution) -> Bool {
    guard let objective = answer.objective else { return false }
    var value = 0.0
    for i in answer.duals.indices { value += answer.duals[i] * answer.rowValues[i] }
    for j in answer.reducedCosts.indices {
      value += answer.reducedCosts[j] * answer.columnValues[j]
    }
    return abs(value - objective) < Self.rounding
  }
}
