public import TensorPrograms

/// Layouts that a plan demands inside a program; all else follows by propagation.
public struct LayoutConstraints: Hashable, Sendable {
  /// Of results, by value.
  public var values: [Int: TensorLayout]
  /// In which single operations take an operand.
  public var uses: [OperandUse: TensorLayout]

  public init(values: [Int: TensorLayout] = [:], uses: [OperandUse: TensorLayout] = [:]) {
    self.values = values
    self.uses = uses
  }

  public var isEmpty: Bool { count == 0 }

  public var count: Int { values.count + uses.count }
}
