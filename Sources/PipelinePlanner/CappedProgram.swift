/// The dynamic program: the pipeline with the least sum of stage times of which no stage takes longer
/// than a cap.
///
/// From the last stage to the first. A state is the depth and the devices that the stages so far
/// take, and the port of their first; in a state, for each layer that these stages may start with and
/// the port of the stage in front of them, the least sum is kept. Devices that nothing in front can
/// take are forgotten.
///
/// - Complexity: O(states · options · layers² · ports).
struct CappedProgram {
  /// What neither a stage's time nor its tail may exceed.
  struct Caps {
    var time = Double.infinity
    var tail = Double.infinity
  }

  private let table: StageTable
  private let step: StageStep
  private var states: [Reached] = []
  private var places: [State: Int] = [:]
  /// By depth: places of the states that are not expanded yet.
  private var waiting: [Int: [Int]] = [:]

  init(_ table: StageTable, _ caps: Caps, countsSum: Bool) {
    self.table = table
    step = StageStep(table: table, caps: caps, countsSum: countsSum)
  }

  /// The stages in order, or `nil` when no pipeline stays within the caps.
  mutating func solve() -> [UnequalPipeline.Stage]? {
    let end = State(depth: 0, devices: 0, port: 0)
    for option in table.options.indices { put(option, infrontOf: end, nil) }
    var best: (sum: Double, place: Int)?
    while let depth = waiting.keys.min() {
      let found = waiting.removeValue(forKey: depth) ?? []
      for place in found.sorted(by: { states[$0].state < states[$1].state }) {
        let sum = states[place].values[0]
        if sum < best?.sum ?? .infinity { best = (sum, place) }
        let reached = states[place]
        for option in table.options.indices
        where table.mayFollow[table.options[option].port][reached.state.port] {
          put(option, infrontOf: reached.state, (reached, place))
        }
      }
    }
    return best.map { stages(from: $0.place) }
  }

  /// Puts an option in front of the stages of a state.
  private mutating func put(
    _ option: Int, infrontOf state: State, _ rest: (sums: Reached, place: Int)?
  ) {
    guard let taken = table.adding(option, to: state.devices) else { return }
    let port = table.options[option].port
    let devices = table.closing(taken, infrontOf: port)
    let next = State(
      depth: state.depth + table.options[option].depth, devices: devices, port: port)
    if let place = places[next] {
      step.extend(&states[place], by: option, state, rest)
    } else {
      var reached = Reached(next, table)
      step.extend(&reached, by: option, state, rest)
      guard reached.firstStart < table.layerCount else { return }
      places[next] = states.count
      waiting[next.depth, default: []].append(states.count)
      states.append(reached)
    }
  }

  private func stages(from place: Int) -> [UnequalPipeline.Stage] {
    var (place, front, start) = (place, 0, 0)
    var stages: [UnequalPipeline.Stage] = []
    while start < table.layerCount {
      let choice = states[place].choices[front * table.layerCount + start]
      stages.append(.init(option: Int(choice.option), layers: start..<Int(choice.end)))
      front = states[place].state.port
      (place, start) = (Int(choice.next), Int(choice.end))
    }
    return stages
  }
}

/// One stage more, in front of others.
private struct StageStep {
  let table: StageTable
  let caps: CappedProgram.Caps
  let countsSum: Bool

  private static let rounding = 1e-9

  func extend(
    _ sums: inout Reached, by option: Int, _ state: State, _ rest: (sums: Reached, place: Int)?
  ) {
    // Bounds are sums in another order than what they bound.
    let longest = caps.time * (1 + Self.rounding)
    let room = table.worth(leftBeside: sums.state.devices) * longest
    let port = sums.state.port
    let priced = table.stages(option, depth: state.depth)
    let sends = rest.map { _ in table.sends(from: port, depth: state.depth) }
    let returns = table.returns(to: port, depth: state.depth)
    let layerCount = table.layerCount
    let least = table.leastTimes[option]
    for start in 0..<layerCount {
      // What is left must do for the layers in front.
      if table.leastWorth[start] > room { break }
      let farthest = priced.farthest(from: start)
      // The last stage ends with the last layer.
      let nearest = rest.map { max($0.sums.firstStart, start + 1) } ?? layerCount
      guard nearest <= farthest else { continue }
      for end in nearest...farthest {
        if least[end] - least[start] > longest { break }
        if rest != nil && end == layerCount { break }
        let place = priced.index(start, end)
        let time = priced.times[place]
        guard time <= caps.time, priced.tails[place] <= caps.tail else { continue }
        var (sum, busy) = (0.0, time)
        if let rest, let sends {
          sum = rest.sums.values[port * layerCount + end]
          busy += sends[table.sendIndex(state.port, before: end, isFirst: start == 0)]
          guard sum < .infinity, busy <= caps.time else { continue }
        }
        let choice = Choice(option: option, end: end, next: rest?.place ?? 0)
        // Nothing is in front of the first stage.
        for front in 0..<(start == 0 ? 1 : table.portCount) {
          if start > 0, !table.mayFollow[front][port] { continue }
          let all = start == 0 ? busy : busy + returns[front * layerCount + start]
          guard all <= caps.time else { continue }
          sums.keep(countsSum ? sum + all : sum, choice, at: front * layerCount + start, start)
        }
      }
    }
  }
}

/// What the stages so far take, and how they begin.
private struct State: Hashable, Comparable {
  var depth: Int
  /// By pool, as one number; see `StageTable.closing(_:infrontOf:)`.
  var devices: Int
  /// Of the first stage.
  var port: Int

  static func < (a: State, b: State) -> Bool {
    (a.depth, a.devices, a.port) < (b.depth, b.devices, b.port)
  }
}

/// How a state's least sum comes about: its first stage, and the place of the state behind it.
private struct Choice {
  var option: Int32 = 0
  var end: Int32 = 0
  var next: Int32 = 0

  init(option: Int = 0, end: Int = 0, next: Int = 0) {
    (self.option, self.end, self.next) = (Int32(option), Int32(end), Int32(next))
  }
}

/// A state with its least sums, by port of the stage in front and first layer; infinite where there is
/// no pipeline.
private struct Reached {
  let state: State
  private(set) var values: [Double]
  private(set) var choices: [Choice]
  /// The first layer that any of the pipelines starts with.
  private(set) var firstStart: Int

  init(_ state: State, _ table: StageTable) {
    self.state = state
    firstStart = table.layerCount
    let count = table.portCount * table.layerCount
    values = Array(repeating: .infinity, count: count)
    choices = Array(repeating: Choice(), count: count)
  }

  mutating func keep(_ sum: Double, _ choice: Choice, at index: Int, _ start: Int) {
    guard sum < values[index] else { return }
    values[index] = sum
    choices[index] = choice
    firstStart = min(firstStart, start)
  }
}
