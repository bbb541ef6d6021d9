public import TensorPrograms

/// A matrix product, or a convolution seen as one, on one device: `batches` products of `rows ×
/// inner` with `inner × columns`.
public struct Product: Hashable, Sendable {
  public var batches: Double
  public var rows: Double
  public var inner: Double
  public var columns: Double
  public var element: ElementType
  public var executions = 1

  /// Multiplications and additions of all executions.
  public var arithmetic: Double { 2 * batches * rows * inner * columns * Double(executions) }

  /// `nil` for operations that are no products.
  public init?(_ operation: Program.Operation, in program: Program) {
    let types = operation.operands.map(program.type)
    func size(_ type: TensorType, _ dimensions: [Int]) -> Double {
      dimensions.reduce(1) { $0 * Double(type.shape[$1]) }
    }
    switch operation.kind {
    case .dot(let dot):
      batches = size(types[0], dot.leftBatch)
      rows = size(types[0], dot.leftFree(rank: types[0].rank))
      inner = size(types[0], dot.leftContracting)
      columns = size(types[1], dot.rightFree(rank: types[1].rank))
    case .convolution(let convolution):
      guard let places = ConvolutionPlaces(convolution.labels) else { return nil }
      let output = program.type(operation.results[0])
      batches = 1
      rows = size(output, [places.outputBatch] + places.outputSpatial)
      inner = size(types[1], [places.kernelInput] + places.kernelSpatial)
      columns = size(types[1], [places.kernelOutput])
    default: return nil
    }
    element = types[0].element
  }

  /// Leaves one device its part where axes of the mesh divide factors.
  public mutating func divide(by factors: [Int?], of step: ShardableProgram.Step, on mesh: Mesh) {
    for (factor, axis) in zip(factors, mesh.axes) {
      if let factor { divide(factor, of: step, by: axis.size) }
    }
  }

  private mutating func divide(_ factor: Int, of step: ShardableProgram.Step, by count: Int) {
    let left = step.seat(of: factor, tensor: 0) != nil
    let right = step.seat(of: factor, tensor: 1) != nil
    let result = step.seat(of: factor, tensor: 2) != nil
    switch (left, right, result) {
    case (true, true, true): batches /= Double(count)
    case (_, _, false): inner /= Double(count)
    case (true, _, _): rows /= Double(count)
    default: columns /= Double(count)
    }
  }
}
