import TensorPrograms

/// What a sharding of a program's inputs leads to on a mesh.
public struct ShardingPrediction: Sendable {
  public let mesh: Mesh
  /// Per tensor of the program its layout.
  public let layouts: [TensorLayout]
  public let collectives: [Collective]
  public let argumentBytesPerDevice: Int
  public let outputBytesPerDevice: Int
  /// The most that one device holds at a time: inputs, and results that are needed later.
  public let peakBytesPerDevice: Int
  /// Matrix products and convolutions as one device computes them.
  public let products: [Product]
  /// Bytes of results that one device writes in one step.
  public let trafficPerDevice: Double

  /// - Parameters:
  ///   - inputs: the layout of each input.
  ///   - outputs: the layout of each output; `nil` leaves it to propagation.
  ///   - constraints: layouts of tensors inside the program, as sharding constraints demand them.
  public init(
    _ program: ShardableProgram, on mesh: Mesh, inputs: [TensorLayout], outputs: [TensorLayout?],
    constraints: [Int: TensorLayout] = [:], style: PartitionerStyle = .cpu
  ) {
    var given = constraints
    for (input, layout) in zip(program.program.inputs, inputs) {
      if let tensor = program.tensorOfValue[input] { given[tensor] = layout }
    }
    let propagation = Propagation(program, on: mesh, given: given, outputs: outputs)
    var partitioner = Partitioner(
      program, on: mesh, layouts: propagation.layouts, style: style)
    let result = partitioner.run(outputs: outputs)
    self.mesh = mesh
    layouts = propagation.layouts
    collectives = result.collectives
    products = result.products
    trafficPerDevice = result.traffic
    peakBytesPerDevice = Self.peak(of: propagation.layouts, copies: result.copies, program, mesh)
    argumentBytesPerDevice = zip(program.program.inputs, inputs).reduce(0) { sum, pair in
      sum + pair.1.localBytes(of: program.program.type(pair.0), on: mesh)
    }
    outputBytesPerDevice = zip(program.program.outputs, outputs).reduce(0) { sum, pair in
      let tensor = program.tensorOfValue[pair.0]
      let layout = pair.1 ?? tensor.map { propagation.layouts[$0] } ?? .replicated(on: mesh)
      return sum + layout.localBytes(of: program.program.type(pair.0), on: mesh)
    }
  }

  private static func peak(
    of layouts: [TensorLayout], copies: [(bytes: Int, steps: ClosedRange<Int>)],
    _ program: ShardableProgram, _ mesh: Mesh
  ) -> Int {
    // What begins and ends at each step.
    var changes = [Int](repeating: 0, count: program.liveRanges.stepCount + 1)
    for (tensor, steps) in program.liveRanges.ranges.enumerated() where !steps.isEmpty {
      let bytes = layouts[tensor].localBytes(of: program.types[tensor], on: mesh)
      changes[steps.lowerBound] &+= bytes
      changes[steps.upperBound] &-= bytes
    }
    for copy in copies {
      changes[copy.steps.lowerBound] &+= copy.bytes
      changes[copy.steps.upperBound + 1] &-= copy.bytes
    }
    var (now, most) = (0, 0)
    for change in changes {
      now &+= change
      most = max(most, now)
    }
    return most
  }

  /// Floating-point operations of products and convolutions on one device in one step.
  public var arithmeticPerDevice: Double { products.reduce(0) { $0 + $1.arithmetic } }

  /// Collectives of one kind along the same axes, taken together.
  public struct Total: Hashable, Sendable {
    public var kind: Collective.Kind
    public var axes: [String]
    public var tensors: Int
    public var operandBytes: Int
    public var ringSendBytes: Double

    /// As tables name it: `all-reduce@data`.
    public var key: String { kind.rawValue + "@" + axes.joined(separator: ",") }
  }

  /// Totals over a step, sorted by kind and axes.
  public var totals: [Total] {
    var totals: [String: Total] = [:]
    for collective in collectives {
      let axes = collective.axes.map { mesh.axes[$0].name }
      var total = Total(
        kind: collective.kind, axes: axes, tensors: 0, operandBytes: 0, ringSendBytes: 0)
      total = totals[total.key] ?? total
      total.tensors += collective.executions * collective.tensorCount(on: mesh)
      total.operandBytes += collective.operandBytes * collective.executions
      total.ringSendBytes += collective.ringSendBytes(on: mesh) * Double(collective.executions)
      totals[total.key] = total
    }
    return totals.values.sorted { $0.key < $1.key }
  }
}
