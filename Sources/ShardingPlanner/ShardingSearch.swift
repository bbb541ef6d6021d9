import CostModel
public import Quantities
public import Sharding
import TensorPrograms

/// A program's inputs split over a mesh, with what it leads to.
public struct ShardingPlan: Sendable {
  public let mesh: Mesh
  /// Per input its layout.
  public let inputs: [TensorLayout]
  public let outputs: [TensorLayout?]
  public let prediction: ShardingPrediction
  public let time: ProgramTiming.Breakdown
}

/// Searches the shardings of a program's inputs; propagation decides the rest, as it will in the
/// compiler.
///
/// Each class of inputs (`InputClasses`) has one decision: for every mesh axis no split, or one of
/// its dimensions. Few decisions are tried in all combinations; many are improved one class at a
/// time from several starts, until none helps.
public struct ShardingSearch: Sendable {
  public enum Effort: String, Sendable, CaseIterable {
    case fast, thorough
  }

  let program: ShardableProgram
  let timing: ProgramTiming
  let style: PartitionerStyle
  /// What one device may hold of weights, states and batch.
  let memoryLimit: Bytes
  let effort: Effort
  /// So many combinations are tried one by one.
  let exhaustiveLimit: Int
  private let classes: InputClasses

  public init(
    _ program: ShardableProgram, _ timing: ProgramTiming, memoryLimit: Bytes,
    style: PartitionerStyle = .cpu, effort: Effort = .fast, exhaustiveLimit: Int = 4096
  ) {
    self.program = program
    self.timing = timing
    self.memoryLimit = memoryLimit
    self.style = style
    self.effort = effort
    self.exhaustiveLimit = exhaustiveLimit
    classes = InputClasses(program)
  }

  public struct Outcome: Sendable {
    /// `nil` when no sharding fits into memory.
    public var plan: ShardingPlan?
    public var evaluated: Int
    /// Whether all combinations were tried.
    public var isExhaustive: Bool
    /// The least that one device would have to hold, over what was tried.
    public var leastBytes: Int
  }

  public var classCount: Int { classes.members.count }

  /// An axis of the mesh that divides no dimension of any input.
  public func undividedAxis(of mesh: Mesh) -> Mesh.Axis? {
    mesh.axes.first { axis in
      !program.program.inputs.contains { input in
        program.program.type(input).shape.contains { $0 % axis.size == 0 }
      }
    }
  }

  /// The best sharding on one mesh.
  public func run(on mesh: Mesh) throws(PlanningProblem) -> Outcome {
    let channels = try timing.channels(of: mesh)
    var state = State(
      search: self, mesh: mesh, channels: channels, options: options(on: mesh))
    let count = state.options.reduce(1.0) { $0 * Double($1.count) }
    let isExhaustive = count <= Double(exhaustiveLimit)
    if isExhaustive { state.tryAll() } else { state.improve(pairs: effort == .thorough) }
    return Outcome(
      plan: state.best.map(state.plan), evaluated: state.evaluated, isExhaustive: isExhaustive,
      leastBytes: state.leastBytes)
  }

  /// Per class the layouts that its inputs can have: each axis splits a dimension that it divides,
  /// or none.
  private func options(on mesh: Mesh) -> [[TensorLayout]] {
    classes.members.map { positions in
      let type = program.program.type(program.program.inputs[positions[0]])
      var layouts: [TensorLayout] = [.replicated(on: mesh)]
      for (axis, entry) in mesh.axes.enumerated() where entry.size > 1 {
        for layout in layouts {
          for dimension in type.shape.indices {
            let outer = layout.axes(of: dimension).reduce(1) { $0 * mesh.axes[$1].size }
            guard type.shape[dimension] % (outer * entry.size) == 0 else { continue }
            var split = layout
            split[axis] = .split(dimension: dimension, major: outer)
            layouts.append(split)
          }
        }
      }
      return layouts
    }
  }

  /// The shardings tried so far and the best of them.
  private struct State {
    let search: ShardingSearch
    let mesh: Mesh
    let channels: [Channel?]
    let options: [[TensorLayout]]
    var best: (choice: [Int], value: Value)?
    var evaluated = 0
    var leastBytes = Int.max
    private var known: [[Int]: Value] = [:]

    init(
      search: ShardingSearch, mesh: Mesh, channels: [Channel?], options: [[TensorLayout]]
    ) {
      self.search = search
      self.mesh = mesh
      self.channels = channels
      self.options = options
    }

    /// Bytes beyond the limit count first, then time, then what a device has to hold.
    struct Value: Comparable {
      var excess: Int
      var seconds: Double
      var bytes: Int

      static func < (a: Value, b: Value) -> Bool {
        (a.excess, a.seconds, a.bytes) < (b.excess, b.seconds, b.bytes)
      }
    }

    func inputs(_ choice: [Int]) -> [TensorLayout] {
      var layouts = [TensorLayout](
        repeating: .replicated(on: mesh), count: search.program.program.inputs.count)
      for (index, option) in choice.enumerated() {
        for position in search.classes.members[index] { layouts[position] = options[index][option] }
      }
      return layouts
    }

    func predict(_ inputs: [TensorLayout]) -> (ShardingPrediction, [TensorLayout?]) {
      let outputs = search.program.outputLayouts(for: inputs, on: mesh)
      let prediction = ShardingPrediction(
        search.program, on: mesh, inputs: inputs, outputs: outputs, style: search.style)
      return (prediction, outputs)
    }

    mutating func value(_ choice: [Int]) -> Value {
      if let value = known[choice] { return value }
      evaluated += 1
      let (prediction, _) = predict(inputs(choice))
      let bytes = prediction.argumentBytesPerDevice
      leastBytes = min(leastBytes, bytes)
      let excess = max(0, bytes - Int(search.memoryLimit.value))
      let value = Value(
        excess: excess,
        seconds: search.timing.time(of: prediction, channels: channels).total.value, bytes: bytes)
      known[choice] = value
      if excess == 0, best.map({ value < $0.value }) ?? true { best = (choice, value) }
      return value
    }

    func plan(_ best: (choice: [Int], value: Value)) -> ShardingPlan {
      let inputs = inputs(best.choice)
      let (prediction, outputs) = predict(inputs)
      return ShardingPlan(
        mesh: mesh, inputs: inputs, outputs: outputs, prediction: prediction,
        time: search.timing.time(of: prediction, channels: channels))
    }

    mutating func tryAll() {
      var choice = [Int](repeating: 0, count: options.count)
      while true {
        _ = value(choice)
        guard let index = choice.indices.last(where: { choice[$0] + 1 < options[$0].count }) else {
          return
        }
        choice[index] += 1
        for later in (index + 1)..<choice.count { choice[later] = 0 }
      }
    }

    /// From each start one class after the other takes the option that helps most.
    mutating func improve(pairs: Bool) {
      for start in starts() {
        var choice = start
        var current = value(choice)
        var improves = true
        while improves {
          improves = improveSingly(&choice, &current)
          if !improves, pairs { improves = improvePairs(&choice, &current) }
        }
      }
    }

    private mutating func improveSingly(_ choice: inout [Int], _ current: inout Value) -> Bool {
      var improved = false
      for index in order {
        var better = choice
        for option in options[index].indices where option != choice[index] {
          var candidate = choice
          candidate[index] = option
          let value = value(candidate)
          if value < current { (current, better, improved) = (value, candidate, true) }
        }
        choice = better
      }
      return improved
    }

    private mutating func improvePairs(_ choice: inout [Int], _ current: inout Value) -> Bool {
      for first in order {
        for second in order where second > first {
          for a in options[first].indices where a != choice[first] {
            for b in options[second].indices where b != choice[second] {
              var candidate = choice
              candidate[first] = a
              candidate[second] = b
              let value = value(candidate)
              guard value < current else { continue }
              (choice, current) = (candidate, value)
              return true
            }
          }
        }
      }
      return false
    }

    /// The classes that hold most bytes first.
    private var order: [Int] {
      let inputs = search.program.program.inputs
      let bytes = search.classes.members.map { positions in
        positions.reduce(0) { $0 + search.program.program.type(inputs[$1]).byteCount }
      }
      return options.indices.sorted { (bytes[$1], $0) < (bytes[$0], $1) }
    }

    /// Nothing split; what is not updated (the batch) split along its first dimension by each axis
    /// or all of them; everything split as far as it goes.
    private func starts() -> [[Int]] {
      let nothing = [Int](repeating: 0, count: options.count)
      let updated = Set(search.program.updatedInputs)
      let batch = options.indices.filter { index in
        search.classes.members[index].allSatisfy { !updated.contains($0) }
      }
      var starts: [[Int]] = []
      for axes in [Array(mesh.axes.indices)] + mesh.axes.indices.map({ [$0] }) {
        var start = nothing
        for index in batch {
          let wanted = options[index].firstIndex { layout in
            mesh.axes.indices.allSatisfy { axis in
              (layout[axis].splitDimension == 0) == axes.contains(axis)
                && (axes.contains(axis) || layout[axis] == .replicated)
            }
          }
          start[index] = wanted ?? 0
        }
        if !starts.contains(start) { starts.append(start) }
      }
      starts.append(options.map { $0.count - 1 })
      return starts
    }
  }
}
