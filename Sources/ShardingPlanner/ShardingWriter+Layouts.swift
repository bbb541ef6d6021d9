public import Sharding
public import TensorPrograms

extension ShardingWriter {
  /// The text with the layouts of a program's inputs and outputs, and what is demanded inside it.
  public func text(
    of program: Program, on mesh: Mesh, inputs: [TensorLayout], outputs: [TensorLayout?],
    constraints: LayoutConstraints = LayoutConstraints()
  ) -> String {
    func spec(_ layout: TensorLayout, _ value: Int) -> [[String]] {
      layout.spec(rank: program.type(value).rank, on: mesh)
    }
    return text(
      mesh: mesh.axes.map { ($0.name, $0.size) },
      inputs: zip(inputs, program.inputs).map(spec),
      outputs: zip(outputs, program.outputs).map { layout, value in
        layout.map { spec($0, value) }
      },
      constraints: constraints.values.flatMap { value, layout in
        ([value] + (program.equalValues[value] ?? [])).compactMap { value in
          program.values[value].name.map { Constraint(value: $0, spec: spec(layout, value)) }
        }
      },
      uses: constraints.uses.map { use, layout in
        let operation = program.operations[use.operation]
        return UseConstraint(
          operation: operation.location, operand: use.operand,
          spec: spec(layout, operation.operands[use.operand]))
      })
  }
}

extension ShardingPlan {
  /// The program's text with everything that the plan demands of a compiler.
  ///
  /// - Throws: `ProgramError` when the text cannot take shardings.
  public func text(of stableHLO: String) throws -> String {
    try ShardingWriter(stableHLO: stableHLO)
      .text(
        of: program.program, on: mesh, inputs: inputs, outputs: outputs, constraints: constraints)
  }
}
