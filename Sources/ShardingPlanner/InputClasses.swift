public import Sharding
import TensorPrograms

/// The inputs of a program in classes that are split alike.
///
/// A weight and its optimizer states belong together: they meet in operations that keep shapes.
/// What plays the same part in equal layers belongs together: its neighbourhood in the graph looks
/// the same. So a program of 96 equal layers has as few decisions as one of 2.
public struct InputClasses: Sendable {
  /// Per class the positions of its inputs, ascending.
  public private(set) var members: [[Int]] = []

  public init(_ program: ShardableProgram) {
    let inputs = program.program.inputs
    let groups = Self.groups(program)
    let colors = Self.colors(program)
    var classes: [Key: Int] = [:]
    for (position, input) in inputs.enumerated() {
      guard let tensor = program.tensorOfValue[input] else { continue }
      // A group is as its first input looks: weights come before their states.
      let first = groups[position]
      let key = Key(
        color: program.tensorOfValue[inputs[first]].map { colors[$0] } ?? 0,
        type: program.types[tensor])
      if let index = classes[key] {
        members[index].append(position)
      } else {
        classes[key] = members.count
        members.append([position])
      }
    }
  }

  private struct Key: Hashable {
    var color: Int
    var type: TensorType
  }

  /// Per input the first input that it is updated together with.
  private static func groups(_ program: ShardableProgram) -> [Int] {
    var parents = Array(program.types.indices)
    func root(_ tensor: Int) -> Int {
      var tensor = tensor
      while parents[tensor] != tensor { tensor = parents[tensor] }
      return tensor
    }
    for step in program.steps {
      guard case .elementwise = program.program.operations[step.operation].kind else { continue }
      let shape = step.results[0].map { program.types[$0].shape }
      let tensors = step.tensors.compactMap { $0 }.filter { program.types[$0].shape == shape }
      for pair in zip(tensors, tensors.dropFirst()) {
        let (a, b) = (root(pair.0), root(pair.1))
        parents[max(a, b)] = min(a, b)
      }
    }
    var firsts: [Int: Int] = [:]
    return program.program.inputs.enumerated().map { position, input in
      guard let tensor = program.tensorOfValue[input], !program.types[tensor].shape.isEmpty
      else { return position }
      let group = root(tensor)
      if let first = firsts[group] { return first }
      firsts[group] = position
      return position
    }
  }

  /// Colour refinement: tensors of one colour have equal types and equal neighbours, some steps
  /// out.
  private static func colors(_ program: ShardableProgram) -> [Int] {
    var names: [[Int]: Int] = [:]
    func color(_ signature: [Int]) -> Int {
      if let known = names[signature] { return known }
      names[signature] = names.count
      return names.count - 1
    }
    var types: [TensorType: Int] = [:]
    var kinds: [OperationKind: Int] = [:]
    func number<Key: Hashable>(_ key: Key, in table: inout [Key: Int]) -> Int {
      if let known = table[key] { return known }
      table[key] = table.count
      return table.count - 1
    }
    let stepKinds = program.steps.map {
      number(program.program.operations[$0.operation].kind, in: &kinds)
    }
    var colors = program.types.map { color([number($0, in: &types)]) }
    for _ in 0..<reach {
      let steps = program.steps.enumerated().map { index, step in
        color([-1, stepKinds[index]] + step.tensors.map { $0.map { colors[$0] } ?? -2 })
      }
      colors = colors.indices.map { tensor in
        let users = program.uses(of: tensor).map { steps[$0] }.sorted()
        return color([-3, colors[tensor]] + users)
      }
    }
    return colors
  }

  /// Steps that are enough to tell a query from an output projection, and too few to count layers.
  private static let reach = 3
}
