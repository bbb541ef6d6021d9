import Sharding
import TensorPrograms
import Testing

@Suite("Layouts of tensors on a mesh")
struct LayoutTests {
  let mesh = Mesh([.init("a", 2), .init("b", 4)])

  func type(_ shape: [Int]) throws -> TensorType {
    TensorType(shape, try #require(ElementType("f32")))
  }

  @Test("take the part of each dimension that its axes leave")
  func localShape() throws {
    let layout = try TensorLayout(spec: [["a", "b"], []], of: type([16, 6]), on: mesh)
    #expect(layout.localShape(of: try type([16, 6]), on: mesh) == [2, 6])
    #expect(layout.spec(rank: 2, on: mesh) == [["a", "b"], []])
  }

  @Test("keep the order in which axes split a dimension")
  func order() throws {
    let layout = try TensorLayout(spec: [["b", "a"]], of: type([16]), on: mesh)
    #expect(layout.spec(rank: 1, on: mesh) == [["b", "a"]])
    #expect(!layout.isStrided(on: mesh))
  }

  @Test("are strided when an axis leaves out the outer part of a dimension")
  func strided() throws {
    let layout = TensorLayout([.replicated, .split(dimension: 0, major: 2)])
    #expect(layout.isStrided(on: mesh))
  }

  @Test(
    "are refused when the mesh cannot make them",
    arguments: [
      ([["c"]], "has no axis 'c'"), ([["b"]], "do not divide"), ([["a", "a"]], "twice"),
      ([[], ["a"]], "2 dimensions"),
    ])
  func refused(spec: [[String]], words: String) throws {
    let problem = try #require(throws: LayoutProblem.self) {
      try TensorLayout(spec: spec, of: type([6]), on: mesh)
    }
    #expect(problem.description.contains(words), "\(problem)")
  }
}

@Suite("Rules of operations")
struct FactorRuleTests {
  func type(_ shape: [Int]) -> TensorType { TensorType(shape, .boolean) }

  func rule(_ kind: OperationKind, _ operands: [[Int]], _ result: [Int]) -> FactorRule {
    FactorRule(of: kind, operands: operands.map(type), results: [type(result)])
  }

  @Test("see a matrix product as rows, columns and what is summed")
  func product() {
    let dot = OperationKind.DotDimensions(
      leftContracting: [1], rightContracting: [0])
    let rule = rule(.dot(dot), [[3, 4], [4, 5]], [3, 5])
    #expect(rule.factors.map(\.size) == [3, 5, 4])
    #expect(rule.factors[2].kind == .reduction(.add))
    #expect(rule.operands == [[[0], [2]], [[2], [1]]])
    #expect(rule.results == [[[0], [1]]])
  }

  @Test(
    "cut reshapes where both shapes have a cut",
    arguments: [
      ([6, 4], [24], [6, 4]), ([8, 16], [8, 2, 8], [8, 2, 8]), ([1, 8], [8], [8]),
      ([2, 3, 8], [3, 2, 8], [2, 3, 3, 2, 8]),
    ])
  func reshape(from: [Int], to: [Int], sizes: [Int]) {
    let rule = rule(.reshape, [from], to)
    #expect(rule.factors.map(\.size).sorted() == sizes.sorted())
  }

  @Test("have the sizes of their dimensions as products of factors")
  func sizes() {
    for (from, to) in [([6, 4], [2, 12]), ([12, 5], [3, 20]), ([2, 3, 8], [3, 2, 8])] {
      let rule = rule(.reshape, [from], to)
      func size(_ factors: [Int]) -> Int { factors.reduce(1) { $0 * rule.factors[$1].size } }
      #expect(rule.operands[0].map(size) == from)
      #expect(rule.results[0].map(size) == to)
    }
  }
}
