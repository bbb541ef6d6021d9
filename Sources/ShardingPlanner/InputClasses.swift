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
    let colors = ProgramClasses.colors(program).tensors
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
}
