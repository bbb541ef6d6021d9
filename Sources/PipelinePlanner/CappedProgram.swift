/// The dynamic program: the pipeline with the least sum of stage times of which no stage takes longer
/// than a cap.
///
/// From the last stage to the first. A state is the depth and the devices that the stages so far
/// take; in a state, for each layer that these stages may start with, the port of the stage in
/// front of them and of their own first, the least sum is kept.
///
/// - Complexity: O(states · options · layers² · ports²).
struct CappedProgram {
  /// What neither a stage's time nor its tail may exceed.
  struct Caps {
    var time = Double.infinity
    var tail = Double.infinity
  }

  private let table: StageTable
  private let caps: Caps
  private let countsSum: Bool
  private var states: [State: Sums] = [:]
  /// By depth: the states that are not expanded yet.
  private var waiting: [Int: Set<Int>] = [:]

  init(_ table: StageTable, _ caps: Caps, countsSum: Bool) {
    self.table = table
    self.caps = caps
    self.countsSum = countsSum
  }

  /// The stages in order, or `nil` when no pipeline stays within the caps.
  mutating func solve() -> [UnequalPipeline.Stage]? {
    expand(State(depth: 0, devices: 0), nil)
    var best: (sum: Double, state: State, port: Int)?
    while let depth = waiting.keys.min() {
      for devices in (waiting.removeValue(forKey: depth) ?? []).sorted() {
        let state = State(depth: depth, devices: devices)
        guard let sums = states[state] else { continue }
        for port in 0..<table.portCount {
          let sum = sums.values[sums.index(front: 0, port: port, start: 0)]
          if sum < best?.sum ?? .infinity { best = (sum, state, port) }
        }
        expand(state, sums)
      }
    }
    return best.map { stages(from: $0.state, port: $0.port) }
  }

  /// Puts every option in front of the stages of a state.
  private mutating func expand(_ state: State, _ rest: Sums?) {
    for (number, option) in table.options.enumerated() {
      guard let devices = table.adding(number, to: state.devices) else { continue }
      let next = State(depth: state.depth + option.depth, devices: devices)
      var sums = states.removeValue(forKey: next) ?? Sums(table)
      if extend(&sums, by: number, option.port, state, rest) {
        waiting[next.depth, default: []].insert(devices)
      }
      if sums.isReached { states[next] = sums }
    }
  }

  /// - Returns: whether any pipeline came about or became shorter.
  private func extend(
    _ sums: inout Sums, by option: Int, _ port: Int, _ state: State, _ rest: Sums?
  ) -> Bool {
    let priced = table.stages(option, depth: state.depth)
    let sends = rest.map { _ in table.sends(from: port, depth: state.depth) }
    let returns = table.returns(to: port, depth: state.depth)
    let layerCount = table.layerCount
    var improves = false
    for start in 0..<layerCount {
      let ends =
        rest.map { max($0.firstStart, start + 1)..<layerCount }
        ?? layerCount..<(layerCount + 1)
      for end in ends {
        let place = priced.index(start, end)
        let time = priced.times[place]
        guard time <= caps.time, priced.tails[place] <= caps.tail else { continue }
        for nextPort in 0..<(rest == nil ? 1 : table.portCount) {
          var (sum, busy) = (0.0, time)
          if let rest, let sends {
            sum = rest.values[rest.index(front: port, port: nextPort, start: end)]
            busy += sends[table.sendIndex(nextPort, before: end, isFirst: start == 0)]
            guard sum < .infinity, busy <= caps.time else { continue }
          }
          // Nothing is in front of the first stage.
          for front in 0..<(start == 0 ? 1 : table.portCount) {
            let all = start == 0 ? busy : busy + returns[front * layerCount + start]
            guard all <= caps.time else { continue }
            let total = countsSum ? sum + all : sum
            let index = sums.index(front: front, port: port, start: start)
            if total < sums.values[index] {
              sums.values[index] = total
              sums.choices[index] = Choice(option: option, end: end, nextPort: nextPort)
              sums.firstStart = min(sums.firstStart, start)
              improves = true
            }
          }
        }
      }
    }
    return improves
  }

  private func stages(from state: State, port: Int) -> [UnequalPipeline.Stage] {
    var (state, port, front, start) = (state, port, 0, 0)
    var stages: [UnequalPipeline.Stage] = []
    while start < table.layerCount, let sums = states[state] {
      let choice = sums.choices[sums.index(front: front, port: port, start: start)]
      stages.append(.init(option: choice.option, layers: start..<choice.end))
      state = State(
        depth: state.depth - table.options[choice.option].depth,
        devices: table.removing(choice.option, from: state.devices))
      (front, port, start) = (port, choice.nextPort, choice.end)
    }
    return stages
  }
}

/// What the stages so far take.
private struct State: Hashable {
  var depth: Int
  /// By pool, as one number.
  var devices: Int
}

/// How a state's least sum comes about: its first stage, and what follows.
private struct Choice {
  var option = 0
  var end = 0
  var nextPort = 0
}

/// The least sums of a state; infinite where there is no pipeline.
private struct Sums {
  var values: [Double]
  var choices: [Choice]
  /// The first layer that any of the pipelines starts with.
  var firstStart: Int
  private let portCount: Int
  private let layerCount: Int

  init(_ table: StageTable) {
    portCount = table.portCount
    layerCount = table.layerCount
    firstStart = layerCount
    let count = portCount * portCount * layerCount
    values = Array(repeating: .infinity, count: count)
    choices = Array(repeating: Choice(), count: count)
  }

  var isReached: Bool { firstStart < layerCount }

  func index(front: Int, port: Int, start: Int) -> Int {
    (front * portCount + port) * layerCount + start
  }
}
