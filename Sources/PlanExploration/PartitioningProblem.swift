public import Quantities
public import Sharding
import ShardingPlanner
import TensorPrograms

/// Which dimensions of a program's inputs are split over all devices, and what follows from that.
///
/// Inputs that play the same part in equal layers are of one class and are split alike. What
/// splitting a dimension of one class alone implies for others is computed beforehand, by
/// propagation through the program; dimensions that imply one another are linked and decided
/// together. So T5 with 48 layers has no more decisions than with two.
///
/// Source: Wang et al. 2020, Auto-MAP, arXiv:2007.04069, sections 3 and 4.
public struct PartitioningProblem: Sendable {
  /// What is decided.
  public enum Target: Sendable {
    /// Every dimension of every trainable variable (operator partitioning).
    case variables
    /// Every dimension of what the step reads besides: the batch (auto data parallelism).
    case sources
  }

  /// A dimension of the inputs of one class.
  public struct Dimension: Hashable, Sendable {
    /// Index into `classes`.
    public var inputs: Int
    public var dimension: Int
  }

  /// Linked dimensions: split together or not at all.
  public struct Decision: Hashable, Sendable {
    public var dimensions: [Dimension]
    /// How many dimensions of inputs these are, each of all layers counted; optimizer states follow
    /// their variable and do not count.
    public var count: Int
  }

  public let program: ShardableProgram
  public let mesh: Mesh
  /// Positions of the inputs of each class that is decided.
  public let classes: [[Int]]
  /// Of each class so many are variables, or sources, and not states.
  public let counts: [Int]
  /// Those that link most first.
  public let decisions: [Decision]
  /// All dimensions of all targets: what Auto-MAP's agent decides one by one.
  public let dimensionCount: Int
  /// Which decisions cannot both be taken: they would split a variable twice.
  let excluded: [Set<Int>]
  let style: PartitionerStyle
  private let price: @Sendable (ShardingPrediction) -> Seconds
  private let memoryLimit: Bytes

  /// - Parameters:
  ///   - variables: positions of the inputs that are trained.
  ///   - devices: how many devices a dimension is split over.
  ///   - mustDivide: whether a dimension is only split when the devices divide it.
  ///   - memoryLimit: what a device may hold of all inputs.
  ///   - price: how long a partitioned step takes.
  public init(
    _ program: ShardableProgram, splitting target: Target, variables: [Int], devices: Int,
    mustDivide: Bool = false, style: PartitionerStyle = .reduceScatter,
    memoryLimit: Bytes = Bytes(.infinity),
    price: @escaping @Sendable (ShardingPrediction) -> Seconds
  ) {
    self.program = program
    self.price = price
    self.style = style
    self.memoryLimit = memoryLimit
    mesh = Mesh([.init("devices", devices)])
    let trained = Set(variables)
    let updated = Set(program.updatedInputs)
    func isTarget(_ position: Int) -> Bool {
      switch target {
      case .variables: trained.contains(position)
      case .sources: !trained.contains(position) && !updated.contains(position)
      }
    }
    func type(_ position: Int) -> TensorType {
      program.program.type(program.program.inputs[position])
    }
    var classes = InputClasses(program).members.filter {
      $0.contains(where: isTarget) && type($0[0]).rank > 0
    }
    var groups: [[Dimension]] = []
    while true {
      let dimensions = classes.indices.flatMap { index in
        let shape = type(classes[index][0]).shape
        return shape.indices.filter { shape[$0] >= devices }
          .filter { !mustDivide || shape[$0] % devices == 0 }
          .map { Dimension(inputs: index, dimension: $0) }
      }
      groups =
        target == .sources
        ? dimensions.map { [$0] } : Links(program, mesh, classes: classes, dimensions).groups
      let chained = Set(
        groups.filter { !Self.splitTwice([$0]).isEmpty }.flatMap { $0.map(\.inputs) }
      ).filter { classes[$0].count(where: isTarget) > 1 }
      if chained.isEmpty { break }
      // Layers that follow one another directly are no repetition: each decides for itself.
      classes = classes.enumerated().flatMap { index, positions in
        guard chained.contains(index) else { return [positions] }
        // Weights come first, then as many states of each kind in the same order.
        let count = positions.count(where: isTarget)
        return (0..<count).map { member in
          stride(from: member, to: positions.count, by: count).map { positions[$0] }
        }
      }
    }
    self.classes = classes
    let counts = classes.map { $0.count(where: isTarget) }
    self.counts = counts
    dimensionCount = zip(classes, counts).reduce(0) { $0 + type($1.0[0]).rank * $1.1 }
    decisions = groups.map { group in
      Decision(dimensions: group, count: group.reduce(0) { $0 + counts[$1.inputs] })
    }.enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
      .map(\.element)
    let inputs = decisions.map { Set($0.dimensions.map(\.inputs)) }
    // A group that splits one variable twice excludes itself.
    let own = decisions.map { !Self.splitTwice([$0.dimensions]).isEmpty }
    excluded = inputs.indices.map { a in
      Set(
        inputs.indices.filter { b in
          a == b ? own[a] : !inputs[a].isDisjoint(with: inputs[b])
        })
    }
  }

  /// Classes of which a group splits two dimensions.
  private static func splitTwice(_ groups: [[Dimension]]) -> Set<Int> {
    groups.reduce(into: []) { twice, group in
      var seen: Set<Int> = []
      for dimension in group where !seen.insert(dimension.inputs).inserted {
        twice.insert(dimension.inputs)
      }
    }
  }

  /// What a choice of decisions leads to.
  public struct Evaluation: Hashable, Sendable {
    public var time: Seconds
    public var bytesPerDevice: Int
    /// Whether a tensor would have to be laid out anew between operations.
    public var isConflicting: Bool
    /// `time`, and what goes beyond the memory that there is.
    public var cost: Double
  }

  /// The layouts of all inputs.
  public func inputs(_ choice: [Bool]) -> [TensorLayout] {
    var layouts = [TensorLayout](
      repeating: .replicated(on: mesh), count: program.program.inputs.count)
    for (decision, isTaken) in zip(decisions, choice) where isTaken {
      for dimension in decision.dimensions {
        for position in classes[dimension.inputs] {
          layouts[position][0] = .split(dimension.dimension)
        }
      }
    }
    return layouts
  }

  public func prediction(_ choice: [Bool]) -> ShardingPrediction {
    let inputs = inputs(choice)
    return ShardingPrediction(
      program, on: mesh, inputs: inputs,
      outputs: program.outputLayouts(for: inputs, on: mesh), style: style)
  }

  public func evaluate(_ choice: [Bool]) -> Evaluation {
    let prediction = prediction(choice)
    let time = price(prediction)
    let bytes = prediction.argumentBytesPerDevice
    // Twice the memory costs as much as a step ten times as long: no time makes up for it.
    let excess = max(0, Double(bytes) / memoryLimit.value - 1)
    return Evaluation(
      time: time, bytesPerDevice: bytes,
      isConflicting: prediction.collectives.contains { $0.kind.isResharding },
      cost: time.value * (1 + 10 * excess))
  }

  /// Dimensions that a choice splits, each of all layers counted.
  public func splitCount(_ choice: [Bool]) -> Int {
    zip(decisions, choice).reduce(0) { $0 + ($1.1 ? $1.0.count : 0) }
  }

  /// By position of the input, the dimension that is split.
  public func splitDimensions(_ choice: [Bool]) -> [Int: Int] {
    var result: [Int: Int] = [:]
    for (position, layout) in inputs(choice).enumerated() {
      if let dimension = layout[0].splitDimension { result[position] = dimension }
    }
    return result
  }
}

extension Collective.Kind {
  /// Whether it lays a tensor out anew; reductions only put partial results together.
  fileprivate var isResharding: Bool {
    switch self {
    case .allGather, .allToAll, .permute: true
    case .allReduce, .reduceScatter: false
    }
  }
}

/// Which dimensions imply one another.
private struct Links {
  private(set) var groups: [[PartitioningProblem.Dimension]] = []

  init(
    _ program: ShardableProgram, _ mesh: Mesh, classes: [[Int]],
    _ dimensions: [PartitioningProblem.Dimension]
  ) {
    let tensors = classes.map {
      $0.compactMap { program.tensorOfValue[program.program.inputs[$0]] }
    }
    let indices = Dictionary(
      uniqueKeysWithValues: dimensions.enumerated().map { ($0.element, $0.offset) })
    var parents = Array(dimensions.indices)
    func root(_ index: Int) -> Int {
      var index = index
      while parents[index] != index { index = parents[index] }
      return index
    }
    let uniform = Dictionary(
      uniqueKeysWithValues: program.uniformTensors.map { ($0, TensorLayout.replicated(on: mesh)) })
    for (index, dimension) in dimensions.enumerated() {
      var given = uniform
      for tensor in tensors[dimension.inputs] {
        given[tensor] = TensorLayout([.split(dimension.dimension)])
      }
      let layouts = Propagation(program, on: mesh, given: given).layouts
      for (other, members) in tensors.enumerated() {
        guard let first = members.first, let split = layouts[first][0].splitDimension,
          members.allSatisfy({ layouts[$0][0].splitDimension == split }),
          let implied = indices[.init(inputs: other, dimension: split)]
        else { continue }
        let (a, b) = (root(index), root(implied))
        parents[max(a, b)] = min(a, b)
      }
    }
    var places: [Int: Int] = [:]
    for (index, dimension) in dimensions.enumerated() {
      let root = root(index)
      if let place = places[root] {
        groups[place].append(dimension)
      } else {
        places[root] = groups.count
        groups.append([dimension])
      }
    }
  }
}

extension ShardableProgram {
  /// Tensors whose elements are all alike, such as an optimizer's factors: any device has any part of
  /// them, so what shares one has nothing else in common.
  fileprivate var uniformTensors: Set<Int> {
    var uniform: Set<Int> = []
    for step in steps {
      let isSpread: Bool
      switch program.operations[step.operation].kind {
      case .broadcast, .elementwise:
        isSpread = step.operands.allSatisfy { operand in
          operand.map { types[$0].rank == 0 || uniform.contains($0) } ?? true
        }
      default: isSpread = false
      }
      if isSpread { uniform.formUnion(step.results.compactMap { $0 }) }
    }
    return uniform
  }
}
