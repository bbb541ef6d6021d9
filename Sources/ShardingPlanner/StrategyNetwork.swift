import Quantities
import Sharding
import StrategySelection
import TensorPrograms

/// The choice of one strategy per operator of a program on a mesh, as a `SelectionProblem`.
///
/// Nodes are classes of inputs, whose strategies are layouts, and classes of steps, whose strategies
/// divide factors. A node costs the time of its products, of its results on their way through
/// memory, and of sums over devices; an edge costs the time of bringing a result to where an operand
/// is needed. A result that several steps use has a node for a *copy*, which they share: a weight is
/// gathered once for the forward and the backward pass. Results use memory while they live.
///
/// Classes count for all their members, so that equal layers are solved once.
struct StrategyNetwork {
  let program: ShardableProgram
  let mesh: Mesh
  private(set) var nodes: [Node] = []
  private(set) var edges: [EdgeKey: Double] = [:]
  /// Per tensor the node that decides its layout, and which of its results it is.
  private(set) var sources: [Place?]
  /// The node of the copy of a result, if it has one.
  private(set) var copies: [Place: Int] = [:]
  let classes: ProgramClasses
  /// Per input node its first input, per step node its first step.
  private(set) var representatives: [Representative] = []

  struct Node {
    /// Per strategy the seconds that all members take.
    var costs: [Double]
    /// Per strategy and result the layout in which users find it.
    var results: [[TensorLayout?]]
    /// Per strategy and operand the layout in which it is needed.
    var operands: [[TensorLayout?]] = []
  }

  enum Representative {
    case input(Int)
    case step(Int)
    case copy(of: Place)
  }

  struct Place: Hashable {
    var node: Int
    var result: Int
  }

  /// From a result to an operand; `nil` for the input that an output replaces, which takes it in its
  /// own layout, and for copies.
  struct EdgeKey: Hashable {
    var source: Place
    var target: Int
    var operand: Int?
    var type: TensorType
    /// Whether collectives on the way are joined with others.
    var isFinal: Bool
  }

  init(
    _ program: ShardableProgram, on mesh: Mesh, classes: ProgramClasses, costs: inout StepCosts
  ) {
    self.program = program
    self.mesh = mesh
    self.classes = classes
    sources = Array(repeating: nil, count: program.types.count)
    addInputs()
    addSteps(&costs)
    addEdges()
    addOutputs(&costs)
  }

  // MARK: Nodes

  private mutating func addInputs() {
    for (position, input) in program.program.inputs.enumerated() {
      let node = classes.ofInput[position]
      if node == nodes.count {
        let layouts = TensorLayout.splits(of: program.program.type(input), on: mesh)
        nodes.append(
          Node(costs: layouts.map { _ in 0 }, results: layouts.map { [$0] }))
        representatives.append(.input(position))
      }
      if let tensor = program.tensorOfValue[input] {
        sources[tensor] = Place(node: node, result: 0)
      }
    }
  }

  private mutating func addSteps(_ costs: inout StepCosts) {
    var members = [Int](repeating: 0, count: classes.count)
    for node in classes.ofStep { members[node] += 1 }
    for (index, step) in program.steps.enumerated() {
      let node = classes.ofStep[index]
      if node == nodes.count {
        let strategies = costs.strategies(of: step)
        nodes.append(
          Node(
            costs: strategies.map { costs.seconds(of: step, $0) * Double(members[node]) },
            results: strategies.map(\.results), operands: strategies.map(\.operands)))
        representatives.append(.step(index))
      }
      for (result, tensor) in step.results.enumerated() {
        if let tensor { sources[tensor] = Place(node: node, result: result) }
      }
    }
  }

  // MARK: Edges

  private mutating func addEdges() {
    var users = [Int](repeating: 0, count: program.types.count)
    for step in program.steps { for case let tensor? in Set(step.operands) { users[tensor] += 1 } }
    var needed: [Place: (layouts: Set<TensorLayout>, ordered: [TensorLayout])] = [:]
    var isCopied = [Bool](repeating: false, count: program.types.count)
    for (tensor, count) in users.enumerated() where count > 1 && program.types[tensor].rank > 0 {
      isCopied[tensor] = true
    }
    for (index, step) in program.steps.enumerated() {
      let node = classes.ofStep[index]
      for (operand, tensor) in step.operands.enumerated() {
        guard let tensor, let source = sources[tensor] else { continue }
        let executions = Double(program.executions(ofOperand: operand, of: step))
        var key = EdgeKey(
          source: source, target: node, operand: operand, type: program.types[tensor],
          isFinal: program.isFinal[tensor])
        if isCopied[tensor] {
          let copy = copyNode(of: source)
          for case let layout? in nodes[node].operands.map({ $0[operand] })
          where needed[source, default: ([], [])].layouts.insert(layout).inserted {
            needed[source]?.ordered.append(layout)
          }
          // The first user brings the copy.
          if program.firstUser(of: tensor) == index {
            var toCopy = key
            (toCopy.target, toCopy.operand) = (copy, nil)
            edges[toCopy, default: 0] += executions
          }
          key.source = Place(node: copy, result: 0)
        }
        edges[key, default: 0] += executions
      }
    }
    for (source, copy) in copies {
      var layouts = nodes[source.node].results.compactMap { $0[source.result] }
      layouts += needed[source]?.ordered ?? []
      var seen: Set<TensorLayout> = []
      layouts = layouts.filter { seen.insert($0).inserted }
      nodes[copy] = Node(costs: layouts.map { _ in 0 }, results: layouts.map { [$0] })
    }
  }

  private mutating func copyNode(of source: Place) -> Int {
    if let node = copies[source] { return node }
    copies[source] = nodes.count
    nodes.append(Node(costs: [], results: []))
    representatives.append(.copy(of: source))
    return nodes.count - 1
  }

  /// What replaces an input has to end in the input's layout, everything else whole.
  private mutating func addOutputs(_ costs: inout StepCosts) {
    let whole = TensorLayout.replicated(on: mesh)
    for (output, value) in program.program.outputs.enumerated() {
      guard let tensor = program.tensorOfValue[value], let source = sources[tensor] else {
        continue
      }
      let type = program.types[tensor]
      if let input = program.updatedInput(ofOutput: output) {
        let key = EdgeKey(
          source: source, target: classes.ofInput[input], operand: nil, type: type,
          isFinal: program.isFinal[tensor])
        edges[key, default: 0] += 1
      } else {
        for (strategy, results) in nodes[source.node].results.enumerated() {
          guard let layout = results[source.result] else { continue }
          nodes[source.node].costs[strategy] += costs.seconds(
            from: layout, to: whole, type, isJoined: true)
        }
      }
    }
  }
}

extension StrategyNetwork {
  /// Per strategy of the target node the layout in which it takes what an edge brings.
  func needed(_ edge: EdgeKey) -> [TensorLayout?] {
    guard let operand = edge.operand else { return nodes[edge.target].results.map { $0[0] } }
    return nodes[edge.target].operands.map { $0[operand] }
  }

  /// What the chosen strategies mean for the program.
  func assignment(_ choices: [Int]) -> LayoutAssignment {
    func layout(_ place: Place) -> TensorLayout? {
      nodes[place.node].results[choices[place.node]][place.result]
    }
    let inputs = program.program.inputs.map { input -> TensorLayout in
      guard let tensor = program.tensorOfValue[input], let place = sources[tensor] else {
        return .replicated(on: mesh)
      }
      return layout(place) ?? .replicated(on: mesh)
    }
    var tensors = [TensorLayout](repeating: .replicated(on: mesh), count: program.types.count)
    for (tensor, place) in sources.enumerated() {
      if let place, let layout = layout(place) { tensors[tensor] = layout }
    }
    var uses: [OperandUse: TensorLayout] = [:]
    for (index, step) in program.steps.enumerated()
    where program.kind(of: step).choosesByOperands && program.program.isInMain(step.operation) {
      let node = classes.ofStep[index]
      for (operand, tensor) in step.operands.enumerated() {
        guard let tensor, let needed = nodes[node].operands[choices[node]][operand],
          needed != tensors[tensor]
        else { continue }
        uses[OperandUse(operation: step.operation, operand: operand)] = needed
      }
    }
    return LayoutAssignment(inputs: inputs, tensors: tensors, uses: uses)
  }
}

/// Layouts that were chosen for a program.
struct LayoutAssignment {
  var inputs: [TensorLayout]
  var tensors: [TensorLayout]
  /// Operands that are brought to another layout before they are used.
  var uses: [OperandUse: TensorLayout]
}

extension OperationKind {
  /// Whether a partitioner looks at the operands to decide how the operation is split, and not at its
  /// result alone.
  fileprivate var choosesByOperands: Bool {
    if case .reduce = self { true } else { meetsOperands }
  }
}

extension TensorLayout {
  /// The layouts of a tensor in which each axis of the mesh splits a dimension that it divides, or
  /// none; the undivided one first.
  static func splits(of type: TensorType, on mesh: Mesh) -> [TensorLayout] {
    var layouts: [TensorLayout] = [.replicated(on: mesh)]
    for (axis, entry) in mesh.axes.enumerated() where entry.size > 1 {
      for layout in layouts {
        for dimension in type.shape.indices {
          let outer = layout.axes(of: dimension).reduce(1) { $0 * mesh.axes[$1].size }
          guard type.shape[dimension] > 0, type.shape[dimension] % (outer * entry.size) == 0
          else { continue }
          var split = layout
          split[axis] = .split(dimension: dimension, major: outer)
          layouts.append(split)
        }
      }
    }
    return layouts
  }
}
