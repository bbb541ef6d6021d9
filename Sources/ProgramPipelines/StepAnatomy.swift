import Sharding
import TensorPrograms

/// Which operations of a training step are its forward pass, which follow from it, and what they
/// need.
struct StepAnatomy {
  /// Simplified.
  let program: Program
  /// By operation: whether the loss depends on it.
  private(set) var isForward: [Bool]
  /// By value: whether it depends on the batch. What does not, such as a parameter in another
  /// format, is computed wherever it is needed.
  private(set) var dependsOnBatch: [Bool]
  /// By value: the operations that read it.
  private(set) var readers: [[Int]]
  /// By value: whether it only leads to updates and outputs, through no product.
  private(set) var isFinal: [Bool]
  /// By operation of the program's own block what it reads, constants aside.
  private(set) var reads: [Int: [Int]] = [:]

  /// - Throws: `PipelineProblem` when the program returns no loss.
  init(_ shardable: ShardableProgram) throws(PipelineProblem) {
    let program = shardable.program
    self.program = program
    let operations = program.blocks[0].operations
    for index in operations {
      reads[index] = program.valuesRead(by: index).filter { !program.values[$0].isConstant }
    }
    readers = Array(repeating: [], count: program.values.count)
    for index in operations {
      for value in reads[index] ?? [] { readers[value].append(index) }
    }
    isForward = Array(repeating: false, count: program.operations.count)
    isFinal = Array(repeating: false, count: program.values.count)
    // Parameters and states are replaced each step; what is left of the inputs is the batch.
    let updated = Set(shardable.updatedInputs.map { program.inputs[$0] })
    dependsOnBatch = Array(repeating: false, count: program.values.count)
    for input in program.inputs where !updated.contains(input) && program.type(input).rank > 0 {
      dependsOnBatch[input] = true
    }
    for index in operations
    where (reads[index] ?? []).contains(where: { dependsOnBatch[$0] }) {
      for result in program.operations[index].results { dependsOnBatch[result] = true }
    }
    guard let forward = forwardOperations(program) else {
      throw PipelineProblem(
        "returns no loss (a floating-point scalar that products lead to), which tells the forward "
          + "pass from the rest")
    }
    isForward = forward
    markFinal()
  }

  /// What the cheapest scalar output that a product leads to depends on.
  private func forwardOperations(_ program: Program) -> [Bool]? {
    var best: (work: Double, isForward: [Bool])?
    for output in program.outputs {
      let type = program.type(output)
      guard type.rank == 0, type.element.isFloatingPoint,
        let definition = program.values[output].definition
      else { continue }
      var isForward = [Bool](repeating: false, count: program.operations.count)
      isForward[definition] = true
      var work = 0.0
      for index in program.blocks[0].operations.reversed() where isForward[index] {
        work += program.work(of: index)
        for value in reads[index] ?? [] {
          if let source = program.values[value].definition { isForward[source] = true }
        }
      }
      if work > 0, best.map({ work < $0.work }) ?? true { best = (work, isForward) }
    }
    return best?.isForward
  }

  private mutating func markFinal() {
    var leadsOn = [Bool](repeating: false, count: program.values.count)
    for index in program.blocks[0].operations.reversed() {
      let operation = program.operations[index]
      let goesOn =
        isForward[index] || program.work(of: index) > 0
        || operation.results.contains { leadsOn[$0] }
      if goesOn { for value in reads[index] ?? [] { leadsOn[value] = true } }
    }
    isFinal = leadsOn.map { !$0 }
  }
}

/// Why a program cannot be cut into stages.
public struct PipelineProblem: Error, Hashable, Sendable, CustomStringConvertible {
  public var description: String

  public init(_ description: String) { self.description = description }
}

extension Program {
  /// Floating-point operations of products in an operation, all rounds of a loop together.
  func work(of index: Int) -> Double {
    let operation = operations[index]
    if case .loop(let loop) = operation.kind {
      let once = blocks[loop.body].operations.reduce(0.0) { $0 + work(of: $1) }
      return once * Double(loop.tripCount ?? 1)
    }
    return Product(operation, in: self)?.arithmetic ?? 0
  }
}
