public import Quantities
public import Sharding
public import TensorPrograms

/// A sum whose terms are each summed over devices, where one such sum at the end would do.
///
/// With the query, key and value of attention as three products of one input, its gradient is a sum
/// of three partial results. XLA sums each over the devices and then adds them; a program that adds
/// first, or has one product for all three, sends a third.
public struct Reassociation: Hashable, Sendable {
  /// The sum in the program's text, where it has a name.
  public var value: String?
  public var location: ProgramError.Location
  public var axes: [Int]
  /// Sums over devices that would become one.
  public var collectives: Int
  /// What a device would no longer put into collectives, over a step.
  public var savedBytes: Int
  public var savedSeconds: Seconds

  /// All of a partitioned program, in program order.
  public static func all(
    in program: ShardableProgram, _ prediction: ShardingPrediction, _ timing: MeshTiming
  ) -> [Reassociation] {
    let sums = DelayedSums(program, prediction)
    return program.types.indices.compactMap { tensor in
      guard let sum = sums.ofTensor[tensor], sum.terms.count > 1, !sums.isPassedOn[tensor],
        let maker = program.producer(of: tensor), let first = sum.terms.first
      else { return nil }
      let operation = program.program.operations[program.steps[maker].operation]
      let executions = Double(first.executions)
      let before = sum.terms.reduce(Seconds.zero) { $0 + timing.time(of: $1) }
      var joined = first
      joined.operandBytes = sum.terms.map(\.operandBytes).max() ?? 0
      return Reassociation(
        value: operation.results.first.flatMap { program.program.values[$0].name },
        location: operation.location, axes: first.axes, collectives: sum.terms.count,
        savedBytes: (sum.terms.reduce(0) { $0 + $1.operandBytes } - joined.operandBytes)
          * first.executions,
        savedSeconds: executions * (before - timing.time(of: joined)))
    }
  }
}

/// Which tensors could still be partial where they are, as all that leads to them is linear.
private struct DelayedSums {
  struct Sum {
    var terms: [Collective]
  }

  private(set) var ofTensor: [Sum?]
  /// Per tensor whether the sum goes on into another one.
  private(set) var isPassedOn: [Bool]

  init(_ program: ShardableProgram, _ prediction: ShardingPrediction) {
    ofTensor = Array(repeating: nil, count: program.types.count)
    isPassedOn = Array(repeating: false, count: program.types.count)
    var reductions: [Int: [Collective]] = [:]
    for collective in prediction.collectives where collective.kind == .allReduce {
      reductions[collective.operation, default: []].append(collective)
    }
    for step in program.steps where !step.isEdge && step.results.count == 1 {
      guard let result = step.results[0] else { continue }
      let operands = step.operands.compactMap { $0 }
      let kind = program.kind(of: step)
      switch kind {
      case .dot:
        if let own = reductions[step.operation], own.count == 1 {
          ofTensor[result] = Sum(terms: own)
        }
      case .reshape, .transpose, .elementwise("convert", _), .elementwise("negate", _):
        ofTensor[result] = delayed(operands, program)
      case .elementwise("add", _) where operands.count == 2 && operands[0] != operands[1]:
        ofTensor[result] = delayed(operands, program)
      default: continue
      }
      if ofTensor[result] != nil { for operand in operands { isPassedOn[operand] = true } }
    }
  }

  /// The terms of operands that nothing else uses, if all are sums along the same axes.
  private func delayed(_ operands: [Int], _ program: ShardableProgram) -> Sum? {
    var terms: [Collective] = []
    for operand in operands {
      guard let sum = ofTensor[operand], program.steps(using: operand).count == 1 else {
        return nil
      }
      terms += sum.terms
    }
    let isUniform = terms.allSatisfy {
      $0.axes == terms[0].axes && $0.executions == terms[0].executions
    }
    return isUniform ? Sum(terms: terms) : nil
  }
}
