import TensorPrograms

/// During which steps of a program each tensor takes memory of its own.
///
/// Inputs are there all the time. What replaces an input in the next step of training is written in
/// its place. A result that one operation alone uses is fused into it where both go element by
/// element, and lives in no memory; what it is made of then lives until that operation. What a loop
/// uses lives until the loop ends.
///
/// Leaves out: in what order a compiler schedules operations that do not depend on each other, and
/// what it computes a second time rather than keep.
public struct LiveRanges: Sendable {
  /// Per tensor its steps; empty for what takes no memory.
  public let ranges: [Range<Int>]
  /// Steps are counted up to here; the last one stands for the program's end.
  public let stepCount: Int

  init() { (ranges, stepCount) = ([], 0) }

  public init(_ program: ShardableProgram) {
    let end = program.steps.count
    stepCount = end + 1
    let loops = program.loopRanges
    var first = [Int](repeating: 0, count: program.types.count)
    for (index, step) in program.steps.enumerated() {
      let start = step.isEdge ? program.firstStepOfLoop[step.operation] ?? index : index
      for case let tensor? in step.results { first[tensor] = start }
    }
    /// Where a tensor is last read by a step, for each tensor later in the program known.
    var last = first
    var takesMemory = [Bool](repeating: true, count: program.types.count)
    let replaced = Set(
      program.program.outputs.indices.filter { program.updatedInput(ofOutput: $0) != nil })
    for (index, output) in program.program.outputs.enumerated() {
      guard let tensor = program.tensorOfValue[output] else { continue }
      if replaced.contains(index) { takesMemory[tensor] = false } else { last[tensor] = end }
    }
    for (index, step) in program.steps.enumerated().reversed() {
      let isFused = step.results.allSatisfy { $0.map { program.isFused($0) } ?? true }
      if isFused { for case let tensor? in step.results { takesMemory[tensor] = false } }
      let use =
        isFused && !step.isEdge
        ? step.results.reduce(index) { max($0, $1.map { last[$0] } ?? 0) } : index
      for case let tensor? in step.operands {
        let loop = loops.first { $0.contains(use) && !$0.contains(first[tensor]) }
        last[tensor] = max(last[tensor], loop.map { $0.upperBound - 1 } ?? use)
      }
    }
    for input in program.program.inputs {
      guard let tensor = program.tensorOfValue[input] else { continue }
      (first[tensor], last[tensor], takesMemory[tensor]) = (0, end, true)
    }
    ranges = first.indices.map { takesMemory[$0] ? first[$0]..<(last[$0] + 1) : 0..<0 }
  }
}

extension ShardableProgram {
  /// The steps of each loop, outer loops first.
  fileprivate var loopRanges: [Range<Int>] {
    var lastStep: [Int: Int] = [:]
    for (index, step) in steps.enumerated() where step.isEdge { lastStep[step.operation] = index }
    return firstStepOfLoop.compactMap { loop, first in lastStep[loop].map { first..<($0 + 1) } }
      .sorted { ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound) }
  }

  /// Whether a tensor is made and used up within one kernel.
  fileprivate func isFused(_ tensor: Int) -> Bool {
    guard producers[tensor].count == 1, users[tensor].count == 1 else { return false }
    let (maker, user) = (steps[producers[tensor][0]], steps[users[tensor][0]])
    return !maker.isEdge && !user.isEdge && kind(of: maker).isFusible && kind(of: user).reads
  }
}

extension OperationKind {
  /// Whether each element of the result follows from few elements of the operands.
  fileprivate var isFusible: Bool {
    switch self {
    case .elementwise, .broadcast, .reshape, .transpose, .reverse, .slice, .pad, .constraint, .iota:
      true
    default: false
    }
  }

  /// Whether operands may be computed while they are read.
  fileprivate var reads: Bool {
    if case .reduce = self { true } else { isFusible }
  }
}
