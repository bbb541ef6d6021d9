import Sharding
import TensorPrograms

/// The inputs and steps of a program in classes that are split alike.
///
/// What plays the same part in equal layers looks the same some steps around, by colour refinement
/// of the graph. So a program of 96 equal layers has as few decisions as one of 2.
struct ProgramClasses {
  /// Per input its class; classes of inputs come first.
  private(set) var ofInput: [Int] = []
  private(set) var ofStep: [Int] = []
  private(set) var count = 0

  /// - Parameter isDetailed: whether every input and step is a class of its own.
  init(_ program: ShardableProgram, isDetailed: Bool) {
    if isDetailed {
      ofInput = Array(program.program.inputs.indices)
      ofStep = program.steps.indices.map { ofInput.count + $0 }
      count = ofInput.count + ofStep.count
      return
    }
    let colors = Self.colors(program)
    var classes: [Key: Int] = [:]
    func number(_ key: Key) -> Int {
      if let known = classes[key] { return known }
      classes[key] = classes.count
      return classes.count - 1
    }
    ofInput = program.program.inputs.enumerated().map { position, input in
      // Constants have no colour and no choice.
      number(
        program.tensorOfValue[input].map { Key(isStep: false, color: colors.tensors[$0]) }
          ?? Key(isStep: false, color: -1 - position))
    }
    ofStep = colors.steps.map { number(Key(isStep: true, color: $0)) }
    count = classes.count
  }

  private struct Key: Hashable {
    var isStep: Bool
    var color: Int
  }

  /// Rounds that are enough to tell a query from an output projection, and too few to count layers.
  private static let reach = 3

  /// Colour refinement: what has one colour has equal types, kinds and neighbours, some steps out.
  static func colors(_ program: ShardableProgram) -> (tensors: [Int], steps: [Int]) {
    var names: [[Int]: Int] = [:]
    func color(_ signature: [Int]) -> Int {
      if let known = names[signature] { return known }
      names[signature] = names.count
      return names.count - 1
    }
    func number<Key: Hashable>(_ key: Key, in table: inout [Key: Int]) -> Int {
      if let known = table[key] { return known }
      table[key] = table.count
      return table.count - 1
    }
    var types: [TensorType: Int] = [:]
    var kinds: [OperationKind: Int] = [:]
    let stepKinds = program.steps.map { number(program.kind(of: $0), in: &kinds) }
    // How an input is updated is part of what it is: a weight is no state.
    var colors = program.types.map { color([-4, number($0, in: &types)]) }
    for output in program.program.outputs.indices {
      guard let input = program.updatedInput(ofOutput: output),
        let tensor = program.tensorOfValue[program.program.inputs[input]]
      else { continue }
      colors[tensor] = color([-5, colors[tensor]])
    }
    var steps: [Int] = []
    for _ in 0..<reach {
      steps = program.steps.enumerated().map { index, step in
        color(
          [-1, stepKinds[index], step.executions] + step.tensors.map { $0.map { colors[$0] } ?? -2 }
        )
      }
      colors = colors.indices.map { tensor in
        color([-3, colors[tensor]] + program.uses(of: tensor).map { steps[$0] }.sorted())
      }
    }
    // Results of one step type apart where their uses differ.
    steps = program.steps.enumerated().map { index, step in
      color(
        [-6, stepKinds[index], step.executions] + step.tensors.map { $0.map { colors[$0] } ?? -2 })
    }
    return (colors, steps)
  }
}
