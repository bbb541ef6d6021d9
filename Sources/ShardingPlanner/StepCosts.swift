import Quantities
import Sharding
import TensorPrograms

/// Strategies of steps and what they and the ways between layouts cost in seconds; equal questions
/// are answered once.
struct StepCosts {
  let program: ShardableProgram
  let mesh: Mesh
  let style: PartitionerStyle
  let timing: MeshTiming
  /// The part of their common latency that each of the collectives bears that are joined: as many
  /// as there are tensors to update.
  private let latencyShare: Double
  private var strategies: [Signature: [StepStrategy]] = [:]
  private var ways: [Way: Double] = [:]
  private var typeNumbers: [TensorType: Int] = [:]

  private struct Signature: Hashable {
    var kind: OperationKind
    var types: [TensorType?]
    var operandCount: Int
  }

  private struct Way: Hashable {
    var type: Int
    var isJoined: Bool
    var from: TensorLayout
    var to: TensorLayout
  }

  init(_ program: ShardableProgram, on mesh: Mesh, style: PartitionerStyle, timing: MeshTiming) {
    self.program = program
    self.mesh = mesh
    self.style = style
    self.timing = timing
    latencyShare = 1 / Double(max(1, program.updatedInputs.count))
  }

  mutating func strategies(of step: ShardableProgram.Step) -> [StepStrategy] {
    let signature = Signature(
      kind: step.isEdge ? .barrier : program.kind(of: step),
      types: step.tensors.map { $0.map { program.types[$0] } }, operandCount: step.operands.count)
    if let known = strategies[signature] { return known }
    let found = program.strategies(of: step, on: mesh, style: style)
    strategies[signature] = found
    return found
  }

  /// Products, results on their way through memory, sums over devices and exchanges at edges.
  mutating func seconds(of step: ShardableProgram.Step, _ strategy: StepStrategy) -> Double {
    var seconds = 0.0
    if var product = Product(program.program.operations[step.operation], in: program.program) {
      product.divide(by: strategy.factors, of: step, on: mesh)
      product.executions = step.executions
      seconds += timing.time(of: product).value
    }
    let executions = Double(step.executions)
    let passesOn = if case .constraint = program.kind(of: step) { true } else { step.isEdge }
    if !passesOn {
      for (tensor, layout) in zip(step.results, strategy.results) {
        guard let tensor, let layout else { continue }
        let bytes = layout.localBytes(of: program.types[tensor], on: mesh)
        seconds += executions * timing.stream(Double(bytes)).value
      }
    }
    for (index, tensor) in step.results.enumerated() {
      guard let tensor, let computed = strategy.computed[index],
        let result = strategy.results[index]
      else { continue }
      let sum = self.seconds(
        from: computed, to: result, program.types[tensor], isJoined: program.isFinal[tensor])
      seconds += executions * sum
    }
    for collective in program.halos(of: step, strategy, on: mesh) {
      seconds += executions * timing.time(of: collective).value
    }
    return seconds
  }

  mutating func seconds(
    from source: TensorLayout, to target: TensorLayout, _ type: TensorType, isJoined: Bool
  ) -> Double {
    if source == target { return 0 }
    let number = typeNumbers[type] ?? typeNumbers.count
    typeNumbers[type] = number
    let way = Way(type: number, isJoined: isJoined, from: source, to: target)
    if let known = ways[way] { return known }
    let seconds = Resharding(mesh: mesh, style: style)
      .collectives(from: source, to: target, type, operation: 0)
      .reduce(0.0) { sum, collective in
        let isJoined = isJoined && collective.kind.canJoin
        return sum + timing.time(of: collective).value
          - (isJoined ? timing.latency(of: collective).value * (1 - latencyShare) : 0)
      }
    ways[way] = seconds
    return seconds
  }
}
