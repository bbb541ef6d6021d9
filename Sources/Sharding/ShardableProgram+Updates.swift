import TensorPrograms

extension ShardableProgram {
  /// The input that each output replaces in the next step: the one at the same position, where it
  /// has the same type. Training steps return parameters and states in the order in which they take
  /// them.
  public func updatedInput(ofOutput output: Int) -> Int? {
    guard output < program.inputs.count,
      program.type(program.inputs[output]) == program.type(program.outputs[output]),
      program.type(program.inputs[output]).rank > 0
    else { return nil }
    return output
  }

  /// The inputs that some output replaces.
  public var updatedInputs: [Int] { program.outputs.indices.compactMap(updatedInput(ofOutput:)) }

  /// What a step must return so that the next can take it: updated inputs as they came, all else
  /// whole.
  public func outputLayouts(for inputs: [TensorLayout], on mesh: Mesh) -> [TensorLayout?] {
    program.outputs.indices.map { output in
      updatedInput(ofOutput: output).map { inputs[$0] } ?? .replicated(on: mesh)
    }
  }

  /// The steps that compute or use a tensor.
  public func uses(of tensor: Int) -> [Int] { producers[tensor] + users[tensor] }

  /// The steps that use a tensor, in program order.
  public func steps(using tensor: Int) -> [Int] { users[tensor] }

  /// The step that computes a tensor, where a single one does.
  public func producer(of tensor: Int) -> Int? {
    producers[tensor].count == 1 ? producers[tensor][0] : nil
  }

  public func firstUser(of tensor: Int) -> Int? { users[tensor].first }
}

extension ShardableProgram {
  /// Names of inputs: their own in the text, or that of the output that replaces them, `w` for
  /// `result[0]['w']`.
  public var inputNames: [String?] {
    var names = program.inputs.map { input -> String? in
      // `%arg0` is a number, not a name; what follows the sign of any other is one.
      guard let name = program.values[input].name?.dropFirst(),
        name.wholeMatch(of: /arg[0-9]+/) == nil
      else { return nil }
      return String(name)
    }
    for (output, name) in program.outputNames.enumerated() {
      guard let name, let input = updatedInput(ofOutput: output) else { continue }
      names[input] = name.split(separator: "'").dropFirst().first.map(String.init) ?? name
    }
    return names
  }
}
