import Quantities
import Sharding
import StrategySelection
import TensorPrograms

/// The shardings of a program on one mesh that were tried so far, and the best of them.
struct ShardingTrials {
  let search: ShardingSearch
  let mesh: Mesh
  /// Per class of inputs the layouts that they can have.
  let options: [[TensorLayout]]
  private(set) var judge: ShardingJudge
  private(set) var best: (plan: ShardingPlan, value: ShardingPlan.Value)?
  private(set) var leastBytes = Int.max
  private var costs: StepCosts
  private var known: Set<[TensorLayout]> = []

  private var program: ShardableProgram { search.program }

  init(_ search: ShardingSearch, on mesh: Mesh, timing: MeshTiming) {
    self.search = search
    self.mesh = mesh
    judge = ShardingJudge(search.program, on: mesh, style: search.style, timing: timing)
    costs = StepCosts(search.program, on: mesh, style: search.style, timing: timing)
    options = search.inputClasses.members.map { positions in
      TensorLayout.splits(
        of: search.program.program.type(search.program.program.inputs[positions[0]]), on: mesh)
    }
  }

  @discardableResult
  private mutating func tryOut(
    _ inputs: [TensorLayout], constraints: LayoutConstraints = LayoutConstraints()
  ) -> (plan: ShardingPlan, value: ShardingPlan.Value) {
    let plan = judge.plan(inputs: inputs, constraints: constraints)
    let value = plan.value(memoryLimit: search.memoryLimit)
    leastBytes = min(leastBytes, value.bytes)
    if best.map({ value < $0.value }) ?? true { best = (plan, value) }
    return (plan, value)
  }

  // MARK: Shardings of inputs

  private func inputs(_ choice: [Int]) -> [TensorLayout] {
    var layouts = [TensorLayout](
      repeating: .replicated(on: mesh), count: program.program.inputs.count)
    for (index, option) in choice.enumerated() {
      for position in search.inputClasses.members[index] {
        layouts[position] = options[index][option]
      }
    }
    return layouts
  }

  private mutating func tryOnce(_ choice: [Int]) {
    let inputs = inputs(choice)
    if known.insert(inputs).inserted { tryOut(inputs) }
  }

  mutating func tryAll() {
    var choice = [Int](repeating: 0, count: options.count)
    while true {
      tryOnce(choice)
      guard let index = choice.indices.last(where: { choice[$0] + 1 < options[$0].count }) else {
        return
      }
      choice[index] += 1
      for later in (index + 1)..<choice.count { choice[later] = 0 }
    }
  }

  /// What is not updated (the batch) split along its first dimension by all axes, or by one;
  /// everything split as far as it goes; nothing split.
  mutating func tryCustomary() {
    let updated = Set(program.updatedInputs)
    let batch = options.indices.filter { index in
      search.inputClasses.members[index].allSatisfy { !updated.contains($0) }
    }
    for axes in Set([Array(mesh.axes.indices)] + mesh.axes.indices.map { [$0] }).sorted(by: {
      ($1.count, $0[0]) < ($0.count, $1[0])
    }) {
      var choice = [Int](repeating: 0, count: options.count)
      for index in batch {
        choice[index] =
          options[index].firstIndex { layout in
            mesh.axes.indices.allSatisfy { axis in
              axes.contains(axis)
                ? layout[axis].splitDimension == 0 : layout[axis] == .replicated
            }
          } ?? 0
      }
      tryOnce(choice)
    }
    tryOnce(options.map { $0.count - 1 })
    tryOnce(options.map { _ in 0 })
  }

  /// So many shardings the improvement of input classes may predict.
  private static let mostImprovements = 400

  /// From the best plan, one class of inputs after the other takes the layout that helps most.
  mutating func improve() {
    var left = Self.mostImprovements
    var improves = true
    while improves, left > 0 {
      improves = false
      for (index, positions) in search.inputClasses.members.enumerated() {
        for layout in options[index] {
          guard left > 0, let best, best.plan.inputs[positions[0]] != layout else { continue }
          var inputs = best.plan.inputs
          for position in positions { inputs[position] = layout }
          left -= 1
          if tryOut(inputs, constraints: best.plan.constraints).value < best.value {
            improves = true
          }
        }
      }
    }
  }

  // MARK: One strategy per operator

  func tableEntries(_ classes: ProgramClasses) -> Int {
    var costs = costs
    let widths = program.steps.map { costs.strategies(of: $0).count }
    return program.steps.indices.reduce(0) { sum, index in
      // An operand comes from something about as wide.
      sum &+ widths[index] &* widths[index] &* program.steps[index].operands.count
    }
  }

  /// So often the network is solved with another limit, where what is chosen takes more memory than
  /// the network knows, or less than it may.
  private static let mostLimits = 6

  /// Solves the network of a program's classes and tries what comes out.
  mutating func solve(_ classes: ProgramClasses, rounds: Int) {
    let network = StrategyNetwork(program, on: mesh, classes: classes, costs: &costs)
    let limit = Int(min(search.memoryLimit.value, 0x1p62))
    // The network's limit, the largest that led below the true one, the least that did not.
    var allowed = limit
    var (fitting, tooLarge): (Int?, Int?) = (nil, nil)
    for _ in 0..<Self.mostLimits {
      let isFree = program.liveBytes.max() ?? 0 <= allowed
      let problem = network.problem(memoryLimit: isFree ? nil : allowed, costs: &costs)
      let selection = StrategySelector(iterations: rounds).solve(problem)
      if let choices = selection.choices {
        let bytes = tryOut(network.assignment(choices))
        if bytes <= limit {
          if allowed >= limit { return }
          fitting = max(fitting ?? 0, allowed)
        } else {
          tooLarge = min(tooLarge ?? .max, allowed)
          allowed = Int(Double(allowed) * Double(limit) / Double(bytes))
        }
      } else {
        if tooLarge == nil { return }
        fitting = max(fitting ?? 0, allowed)
      }
      if let fitting, let tooLarge { allowed = fitting + (tooLarge - fitting) / 2 }
    }
  }

  /// Tries the ways to demand what was chosen, and returns the bytes of the leanest.
  private mutating func tryOut(_ chosen: LayoutAssignment) -> Int {
    var (plan, value) = tryOut(chosen.inputs)
    var least = value.bytes
    if !chosen.uses.isEmpty {
      // A value that some operation takes elsewhere says where it is itself.
      var constraints = LayoutConstraints(uses: chosen.uses)
      for use in chosen.uses.keys {
        let value = program.program.operations[use.operation].operands[use.operand]
        if let tensor = program.tensorOfValue[value], program.canConstrain(value) {
          constraints.values[value] = chosen.tensors[tensor]
        }
      }
      (plan, value) = tryOut(chosen.inputs, constraints: constraints)
      least = min(least, value.bytes)
    }
    for meetsOnly in [true, false] {
      var constraints = plan.constraints
      constraints.values.merge(
        program.departures(of: plan, from: chosen, meetsOnly: meetsOnly)
      ) { _, new in new }
      guard constraints.count > plan.constraints.count else { continue }
      (plan, value) = tryOut(chosen.inputs, constraints: constraints)
      least = min(least, value.bytes)
    }
    return least
  }

  /// Takes constraints away, those on values of one type at a time, as long as the plan does not get
  /// worse.
  mutating func dropNeedlessConstraints() {
    guard let first = best?.plan, !first.constraints.isEmpty else { return }
    let types = Set(first.constraints.values.keys.map(program.program.type))
    for type in types.sorted(by: { $0.description < $1.description }) {
      guard let plan = best?.plan else { return }
      var constraints = plan.constraints
      let taken = Set(
        constraints.uses.keys.map { program.program.operations[$0.operation].operands[$0.operand] })
      constraints.values = constraints.values.filter {
        program.program.type($0.key) != type || taken.contains($0.key)
      }
      guard constraints.count < plan.constraints.count else { continue }
      tryOut(plan.inputs, constraints: constraints)
    }
  }
}

extension ShardableProgram {
  /// The values inside the program that lie elsewhere in a plan than was chosen, as far as a text can
  /// demand their layout.
  fileprivate func departures(
    of plan: ShardingPlan, from chosen: LayoutAssignment, meetsOnly: Bool
  ) -> [Int: TensorLayout] {
    var result: [Int: TensorLayout] = [:]
    for index in program.blocks[0].operations {
      let operation = program.operations[index]
      guard !meetsOnly || operation.kind.meetsOperands,
        case let value = operation.results[0], canConstrain(value),
        let tensor = tensorOfValue[value], let found = plan.program.layout(of: value, in: plan)
      else { continue }
      if found != chosen.tensors[tensor] { result[value] = chosen.tensors[tensor] }
    }
    return result
  }

  /// Whether a text can demand a layout of the value: it has a name and is the only result of an
  /// operation.
  fileprivate func canConstrain(_ value: Int) -> Bool {
    guard let definition = program.values[value].definition else { return false }
    return program.isInMain(definition) && program.operations[definition].results.count == 1
  }

  private func layout(of value: Int, in plan: ShardingPlan) -> TensorLayout? {
    tensorOfValue[value].map { plan.prediction.layouts[$0] }
  }
}
