import LinearPrograms
import Testing

@Suite("Solving linear programs")
struct SolvingTests {
  @Test("a textbook program has its textbook answer")
  func textbook() throws {
    var program = LinearProgram(.maximize)
    let x = program.addColumn("x", cost: 3)
    let y = program.addColumn("y", cost: 5)
    program.addRow("a", [(x, 1)], .atMost(4))
    program.addRow("b", [(y, 2)], .atMost(12))
    let c = program.addRow("c", [(x, 3), (y, 2)], .atMost(18))
    let answer = try program.solve()
    #expect(answer.status == .optimal)
    #expect(answer.objective == 36)
    #expect(answer.value(of: x) == 2)
    #expect(answer.value(of: y) == 6)
    #expect(answer.dual(of: c) == 1)
  }
}
