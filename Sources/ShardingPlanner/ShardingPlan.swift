import CostModel
import Quantities
public import Sharding
import TensorPrograms

/// A program split over a mesh, with what it leads to.
public struct ShardingPlan: Sendable {
  /// The program with the plan's constraints in it.
  public let program: ShardableProgram
  public let mesh: Mesh
  /// Per input its layout.
  public let inputs: [TensorLayout]
  public let outputs: [TensorLayout?]
  public let constraints: LayoutConstraints
  public let prediction: ShardingPrediction
  public let time: ProgramTiming.Breakdown

  /// How good a plan is: bytes beyond the limit count first, then time, then the bytes that a device
  /// holds, then how much is demanded inside.
  struct Value: Comparable {
    var excess: Int
    var seconds: Double
    var bytes: Int
    var constraintCount: Int

    static func < (a: Value, b: Value) -> Bool {
      (a.excess, a.seconds, a.bytes, a.constraintCount)
        < (b.excess, b.seconds, b.bytes, b.constraintCount)
    }
  }

  func value(memoryLimit: Bytes) -> Value {
    let bytes = prediction.peakBytesPerDevice
    return Value(
      excess: max(0, bytes - Int(min(memoryLimit.value, 0x1p62))), seconds: time.total.value,
      bytes: bytes, constraintCount: constraints.count)
  }
}

/// Says what shardings of a program on a mesh come to.
struct ShardingJudge {
  let program: ShardableProgram
  let mesh: Mesh
  let style: PartitionerStyle
  let timing: MeshTiming
  private(set) var evaluated = 0

  init(_ program: ShardableProgram, on mesh: Mesh, style: PartitionerStyle, timing: MeshTiming) {
    self.program = program
    self.mesh = mesh
    self.style = style
    self.timing = timing
  }

  mutating func plan(
    inputs: [TensorLayout], constraints: LayoutConstraints = LayoutConstraints()
  ) -> ShardingPlan {
    evaluated += 1
    let program = constraints.isEmpty ? program : program.constraining(constraints, on: mesh)
    let outputs = program.outputLayouts(for: inputs, on: mesh)
    let prediction = ShardingPrediction(
      program, on: mesh, inputs: inputs, outputs: outputs, style: style)
    return ShardingPlan(
      program: program, mesh: mesh, inputs: inputs, outputs: outputs, constraints: constraints,
      prediction: prediction, time: timing.time(of: prediction))
  }
}
