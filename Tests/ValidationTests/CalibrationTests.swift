import ClusterTopology
import Configuration
import CostModel
import Quantities
import Testing

@testable import Validation

@Suite("Calibration")
struct CalibrationTests {
  private static let declared = """
    parameters:
      - device: [a100-80gb-sxm]
        figure: matrix_product.fraction
        prior: 0.8
        spread: 0.5
        range: {from: 0.2, to: 1}
        why: a test
      - device: [a100-80gb-sxm]
        figure: matrix_product.depth_at_half
        prior: 50
        spread: 2
        range: {from: 10, to: 500}
        why: a test
    """

  private static func parameters() throws -> [CalibrationParameter] {
    try SourceFile(text: declared, path: "c.yaml").read { root in
      root.mappings("parameters").map(CalibrationParameter.init)
    }
  }

  /// All-reduces as a link of known figures would give them.
  private static func collectives(
    efficiency: Double, latency: Double
  ) throws -> (CalibrationProblem, [CalibrationParameter]) {
    let text = """
      parameters:
        - link: [nvlink-3]
          figure: collectives.efficiency
          prior: 0.6
          spread: 1
          range: {from: 0.2, to: 1}
          why: a test
        - link: [nvlink-3]
          figure: collectives.latency
          prior: 20
          spread: 3
          range: {from: 0.5, to: 100}
          why: a test
      """
    let parameters = try SourceFile(text: text, path: "c.yaml").read { root in
      root.mappings("parameters").map(CalibrationParameter.init)
    }
    let cluster = try Shipped.catalog.cluster(ClusterReference(target: "dgx-a100"))
    let whole = try #require(cluster.cut(to: 8))
    var exact = whole
    exact.groups[0].node.deviceLink.efficiency = efficiency
    exact.groups[0].node.deviceLink.latency = Seconds(latency / 1e6)
    let rows = (20...30).map { power in
      var row = MicroBenchmark(
        table: "t", cluster: whole, ranksPerNode: 8, measured: .zero,
        work: .allReduce(Bytes(1 << power)))
      row.measured = row.predicted(on: exact)
      return row
    }
    return (
      CalibrationProblem(parameters: parameters, runs: [], benchmarks: rows), parameters
    )
  }

  @Test("a link's figures come back from the all-reduces that they make")
  func recovers() throws {
    let (problem, parameters) = try Self.collectives(efficiency: 0.74, latency: 5)
    var descent = CoordinateDescent(problem, from: parameters.map(\.prior))
    let before = descent.loss
    descent.fit()
    #expect(descent.loss < before / 10)
    #expect(abs(descent.values[0] / 0.74 - 1) < 0.02)
    #expect(abs(descent.values[1] / 5 - 1) < 0.1)
  }

  @Test("a parameter that no measurement bears on stays at its prior")
  func unseen() throws {
    let problem = CalibrationProblem(
      parameters: try Self.parameters(), runs: [], benchmarks: [])
    let calibration = Calibration(problem, leavesOut: false)
    #expect(calibration.values.map(\.fitted) == [0.8, 50])
    #expect(calibration.values.allSatisfy { $0.shipped == nil && $0.runs + $0.rows == 0 })
  }

  @Test("only measurements that a figure can change count as what it was fitted to")
  func evidence() throws {
    let (problem, _) = try Self.collectives(efficiency: 0.74, latency: 5)
    // All-reduces run on devices whose products they do not time.
    let products = try Self.parameters()
    let calibration = Calibration(
      CalibrationProblem(
        parameters: problem.parameters + products, runs: [], benchmarks: problem.benchmarks),
      leavesOut: false)
    #expect(calibration.values.map(\.rows) == [11, 11, 0, 0])
    #expect(calibration.values[2].fitted == 0.8)
  }

  @Test("rows are left out of the fit that they are compared with")
  func leftOut() throws {
    let (problem, _) = try Self.collectives(efficiency: 0.74, latency: 5)
    var disturbed = problem.benchmarks
    // Every second row says that the link is half as fast: each half is all wrong about the other.
    for index in disturbed.indices where index % 2 == 0 {
      disturbed[index].measured = 2 * disturbed[index].measured
    }
    let calibration = Calibration(
      CalibrationProblem(parameters: problem.parameters, runs: [], benchmarks: disturbed),
      leavesOut: true)
    let table = try #require(calibration.tables.first)
    #expect(try #require(table.leftOutMedian) > 0.4)
  }

  @Test("collectives are priced on the nodes that they ran over")
  func spans() throws {
    func rows(_ fields: String) throws -> [MicroBenchmark] {
      let head = "collective,gpu,gpus,nodes,inter_interconnect,size_bytes,time_us,algorithm"
      return try MicroBenchmark.collectives(
        CSVTable(text: "\(head)\n\(fields)\n", path: "c.csv"), KnownClusters(Shipped.catalog))
    }
    let within = try #require(
      rows("all_reduce,H100-80GB-SXM,2,1,none,1048576,50,auto").first)
    #expect(within.cluster.groups[0].count == 1 && within.ranksPerNode == 2)
    let across = try #require(
      rows("all_reduce,H100-80GB-SXM,2,2,8x400Gb/s InfiniBand,1048576,90,auto").first)
    #expect(across.cluster.groups[0].count == 2 && across.ranksPerNode == 1)
    #expect(across.predicted(on: across.cluster) > within.predicted(on: within.cluster))
    // Half the interfaces of any machine that is described.
    #expect(try rows("all_reduce,A100,16,2,4x200Gb/s InfiniBand,1048576,90,auto").isEmpty)
  }

  @Test("values stay within their ranges")
  func bounded() throws {
    let (problem, parameters) = try Self.collectives(efficiency: 0.74, latency: 400)
    var descent = CoordinateDescent(problem, from: parameters.map(\.prior))
    descent.fit()
    #expect(descent.values[1] <= 100)
  }

  @Test("large deviations hardly count more when they grow")
  func robust() {
    let (small, far, farther) = (
      CalibrationProblem.loss(0.01), CalibrationProblem.loss(0.5), CalibrationProblem.loss(1)
    )
    #expect(CalibrationProblem.loss(-0.01) == small)
    #expect(small < far && far < farther && farther < 1.5 * far)
  }

  @Test("a wrong calibration file is refused where it is wrong")
  func malformed() throws {
    let text = """
      parameters:
        - device: [a100-80gb-sxm]
          figure: matrix_product.fractoin
          prior: 2
          spread: 0.1
          range: {from: 0.2, to: 1}
          why: a test
      """
    let error = #expect(throws: InvalidInput.self) {
      try SourceFile(text: text, path: "c.yaml").read { root in
        root.mappings("parameters").map(CalibrationParameter.init)
      }
    }
    #expect(error?.description.contains("c.yaml:3") == true)
  }

  @Test("the shipped calibration file names what exists")
  func shipped() throws {
    let file = try CalibrationFile.read(
      path: Shipped.root + "/Clusters/Hardware/calibration.yaml")
    for parameter in file.parameters {
      for name in parameter.names {
        #expect(Shipped.catalog.path(of: parameter.kind, named: name) != nil, "\(name)")
      }
    }
  }
}

@Suite("Hardware text")
struct HardwareTextTests {
  private static let text = """
    name: card
    efficiency:
      matrix_product:
        fraction: 0.7  # of the peak
        fraction_8_bit: 0.5
        tile: {rows: 128, load_cost: 65}
        source: {assumed: "fraction: 0.9 would be too much"}
      kernel_launch:
        time: 4 us
        source: {assumed: "a test"}

    """

  private func changed(_ figure: FittedFigure, to value: String) -> [String] {
    var text = HardwareText(Self.text)
    let found = text.set(figure, to: value)
    return found ? text.text.split(separator: "\n").map(String.init) : []
  }

  @Test("a figure changes where it stands, and nothing else does")
  func figures() {
    let before = Self.text.split(separator: "\n").map(String.init)
    let after = changed(.matrixProduct, to: "0.8")
    #expect(after[3] == "    fraction: 0.8  # of the peak")
    #expect(zip(before, after).filter { $0 != $1 }.count == 1)
    #expect(changed(.tileLoadCost, to: "40")[5] == "    tile: {rows: 128, load_cost: 40}")
    #expect(changed(.matrixProduct8Bit, to: "0.6")[4] == "    fraction_8_bit: 0.6")
  }

  @Test("a missing figure is added to its group, a missing group is not")
  func missing() {
    #expect(changed(.operatorDispatch, to: "90 us").contains("    host_time: 90 us"))
    #expect(changed(.efficiency, to: "0.9").isEmpty)
  }

  @Test("what a figure was fitted to is said once, and stays when another one is fitted")
  func fitted() {
    var text = HardwareText(Self.text)
    text.setFitted(.kernelLaunch, "once")
    text.setFitted(.operatorDispatch, "besides")
    text.setFitted(.kernelLaunch, "twice")
    let expected = """
          source: {assumed: "a test"}
          fitted:
            time: "twice"
            host_time: "besides"

      """
    #expect(text.text.hasSuffix(expected))
    // Words about a figure are no figure.
    let found = text.set(.kernelLaunch, to: "5 us")
    #expect(found)
    #expect(text.text.contains("    time: 5 us\n") && text.text.hasSuffix(expected))
  }
}
