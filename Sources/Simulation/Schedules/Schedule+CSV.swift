/// The schedule files of PyTorch's pipeline runtime (`torch.distributed.pipelining`), which
/// torchtitan takes as `pipeline_parallel_schedule_csv`.
///
/// One line per rank, one cell per step, each `<stage><action><microbatch>` or empty. Their *stage*
/// is a chunk here, their *rank* a stage. Actions: `F` forward, `B` backward, `I` gradient of the
/// input, `W` of the weights; `(0F1;2B0)OVERLAP_F_B` runs two as one. With `SEND_F RECV_F SEND_B
/// RECV_B` transfers are written out; `UNSHARD RESHARD REDUCE_GRAD` belong to sharded parameters.
extension Schedule {
  /// The schedule as a CSV file of compute actions, from which the runtime derives transfers.
  ///
  /// - Returns: `nil` for a model in two directions, which the format cannot express.
  public var csv: String? {
    guard lanes.count == 1 else { return nil }
    return stages.map { actions in
      var cells: [String] = []
      var position = 0
      while position < actions.count {
        let action = actions[position]
        if action.overlapsNext, position + 1 < actions.count {
          cells.append("(\(action);\(actions[position + 1]))OVERLAP_F_B")
          position += 2
        } else {
          cells.append(action.description)
          position += 1
        }
      }
      return cells.joined(separator: ",") + "\n"
    }.joined()
  }

  /// Reads a CSV file.
  ///
  /// Where a file writes transfers out, each pass that needs one must have it: sent behind the pass
  /// that makes it, received before the pass that takes it.
  ///
  /// - Throws: `InvalidScheduleFile` with rank, step and reason, also for passes that are missing
  ///   or wait for each other.
  public init(csv text: String) throws(InvalidScheduleFile) {
    var file = ScheduleFile()
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    let last = lines.lastIndex { !$0.allSatisfy(\.isWhitespace) } ?? -1
    for (rank, line) in lines.prefix(last + 1).enumerated() {
      try file.read(line, rank: rank)
    }
    self = try file.schedule()
  }
}

/// What is wrong with a schedule file, and where.
public struct InvalidScheduleFile: Error, Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    case empty
    case syntax
    case tooLarge
    /// A chunk that another rank holds as well.
    case sharedChunk(otherRank: Int)
    /// No rank runs a chunk although later chunks exist.
    case absentChunk(Int)
    /// Fewer passes than one forward pass per chunk and microbatch.
    case tooFewActions(chunks: Int, microbatches: Int)
    case missingReceive(String)
    case missingSend(String, onRank: Int)
    case invalid(InvalidSchedule.Reason)
  }

  public var rank: Int
  /// The cell, from 0.
  public var step: Int
  public var cell: String
  public var reason: Reason
}

extension InvalidScheduleFile: CustomStringConvertible {
  public var description: String {
    let place = "rank \(rank), step \(step): "
    return switch reason {
    case .empty: "the schedule has no actions"
    case .syntax:
      place + "'\(cell)' is no action; write <stage><action><microbatch> such as '0F3'"
    case .tooLarge: place + "'\(cell)' has a number above \(ScheduleFile.largestNumber)"
    case .sharedChunk(let other):
      place + "'\(cell)' runs a stage that rank \(other) runs as well"
    case .absentChunk(let chunk): "no rank runs stage \(chunk), but later stages exist"
    case .tooFewActions(let chunks, let microbatches):
      "\(microbatches) microbatches through \(chunks) stages need more actions than there are"
    case .missingReceive(let receive): place + "'\(cell)' needs '\(receive)' before it"
    case .missingSend(let send, let other):
      place + "'\(cell)' needs '\(send)' on rank \(other), behind the pass that makes it"
    case .invalid(let reason):
      place + InvalidSchedule.explanation(of: cell, reason)
    }
  }
}

/// A schedule file as far as it is read.
private struct ScheduleFile {
  /// Numbers beyond this are mistakes, and would make tables that no memory holds.
  static let largestNumber = 1 << 16

  /// A cell of compute, with where it stood.
  private struct Step {
    var action: Action
    var step: Int
    var cell: String
  }

  /// A transfer that a rank makes, as written.
  private struct Transfer: Hashable {
    var name: String
    var chunk: Int
    var microbatch: Int

    var text: String { "\(chunk)\(name)\(microbatch)" }
  }

  private var ranks: [[Step]] = []
  /// By rank: the first step of each transfer.
  private var transfers: [[Transfer: Int]] = []

  mutating func read(_ line: Substring, rank: Int) throws(InvalidScheduleFile) {
    ranks.append([])
    transfers.append([:])
    for (step, cell) in line.split(separator: ",", omittingEmptySubsequences: false).enumerated() {
      let text = String(cell.filter { !$0.isWhitespace && $0 != "\"" })
      if text.isEmpty { continue }
      if text.hasPrefix("("), text.hasSuffix(")OVERLAP_F_B") {
        let inner = text.dropFirst().dropLast(")OVERLAP_F_B".count)
        let parts = inner.split(separator: ";", omittingEmptySubsequences: false)
        guard parts.count == 2 else {
          throw InvalidScheduleFile(rank: rank, step: step, cell: text, reason: .syntax)
        }
        for (index, part) in parts.enumerated() {
          try add(String(part), rank: rank, step: step, overlapsNext: index == 0)
        }
      } else {
        try add(text, rank: rank, step: step, overlapsNext: false)
      }
    }
  }

  private mutating func add(_ text: String, rank: Int, step: Int, overlapsNext: Bool)
    throws(InvalidScheduleFile)
  {
    func error(_ reason: InvalidScheduleFile.Reason) -> InvalidScheduleFile {
      InvalidScheduleFile(rank: rank, step: step, cell: text, reason: reason)
    }
    let digits = "0"..."9"
    let chunk = text.prefix { digits.contains(String($0)) }
    let name = text.dropFirst(chunk.count).prefix { !digits.contains(String($0)) }
    let microbatch = text.dropFirst(chunk.count + name.count)
    guard !chunk.isEmpty, microbatch.allSatisfy({ digits.contains(String($0)) }) else {
      throw error(.syntax)
    }
    if ["UNSHARD", "RESHARD", "REDUCE_GRAD"].contains(name) { return }
    guard !microbatch.isEmpty else { throw error(.syntax) }
    guard let chunk = Int(chunk), let microbatch = Int(microbatch),
      max(chunk, microbatch) <= Self.largestNumber
    else { throw error(.tooLarge) }
    if ["SEND_F", "RECV_F", "SEND_B", "RECV_B"].contains(name) {
      let transfer = Transfer(name: String(name), chunk: chunk, microbatch: microbatch)
      if transfers[rank][transfer] == nil { transfers[rank][transfer] = step }
      return
    }
    guard let kind = Action.Kind.allCases.first(where: { $0.letter == name }) else {
      throw error(.syntax)
    }
    let action = Action(
      kind, chunk: chunk, microbatch: microbatch, overlapsNext: overlapsNext)
    ranks[rank].append(Step(action: action, step: step, cell: text))
  }

  func schedule() throws(InvalidScheduleFile) -> Schedule {
    var home: [Int: Int] = [:]
    var microbatchCount = 0
    for (rank, steps) in ranks.enumerated() {
      for step in steps {
        microbatchCount = max(microbatchCount, step.action.microbatch + 1)
        let other = home[step.action.chunk, default: rank]
        guard other == rank else { throw error(.sharedChunk(otherRank: other), rank, step) }
        home[step.action.chunk] = rank
      }
    }
    guard let chunkCount = home.keys.max().map({ $0 + 1 }) else {
      throw InvalidScheduleFile(rank: 0, step: 0, cell: "", reason: .empty)
    }
    var stageOfChunk: [Int] = []
    for chunk in 0..<chunkCount {
      guard let rank = home[chunk] else {
        throw InvalidScheduleFile(rank: 0, step: 0, cell: "", reason: .absentChunk(chunk))
      }
      stageOfChunk.append(rank)
    }
    guard chunkCount * microbatchCount <= ranks.reduce(0, { $0 + $1.count }) else {
      let reason = InvalidScheduleFile.Reason.tooFewActions(
        chunks: chunkCount, microbatches: microbatchCount)
      throw InvalidScheduleFile(rank: 0, step: 0, cell: "", reason: reason)
    }
    let schedule = Schedule(
      stages: ranks.map { $0.map(\.action) }, stageOfChunk: stageOfChunk,
      microbatchCount: microbatchCount)
    do {
      try schedule.visitInOrder { _, _ in }
    } catch {
      let steps = ranks[error.stage]
      let step = steps.indices.contains(error.position) ? steps[error.position] : nil
      throw InvalidScheduleFile(
        rank: error.stage, step: step?.step ?? (steps.last?.step).map { $0 + 1 } ?? 0,
        cell: error.action.description, reason: .invalid(error.reason))
    }
    try checkTransfers(schedule)
    return schedule
  }

  private func error(_ reason: InvalidScheduleFile.Reason, _ rank: Int, _ step: Step)
    -> InvalidScheduleFile
  {
    InvalidScheduleFile(rank: rank, step: step.step, cell: step.cell, reason: reason)
  }

  /// In a file with any transfer, every pass has the transfers that it needs.
  private func checkTransfers(_ schedule: Schedule) throws(InvalidScheduleFile) {
    guard transfers.contains(where: { !$0.isEmpty }) else { return }
    var stepOfPass: [Action: Int] = [:]
    for steps in ranks {
      for step in steps where step.action.kind == .forward || step.action.kind.yieldsInputGradient {
        let kind: Action.Kind = step.action.kind == .forward ? .forward : .backward
        let action = Action(kind, chunk: step.action.chunk, microbatch: step.action.microbatch)
        stepOfPass[action] = step.step
      }
    }
    for (rank, steps) in ranks.enumerated() {
      for step in steps where step.action.kind != .weightGradient {
        let isForward = step.action.kind == .forward
        let source = step.action.chunk + (isForward ? -1 : 1)
        guard schedule.stageOfChunk.indices.contains(source) else { continue }
        let sender = schedule.stageOfChunk[source]
        guard sender != rank else { continue }
        let microbatch = step.action.microbatch
        let receive = Transfer(
          name: isForward ? "RECV_F" : "RECV_B", chunk: step.action.chunk, microbatch: microbatch)
        guard let received = transfers[rank][receive], received < step.step else {
          throw error(.missingReceive(receive.text), rank, step)
        }
        let send = Transfer(
          name: isForward ? "SEND_F" : "SEND_B", chunk: source, microbatch: microbatch)
        let made = stepOfPass[
          Action(isForward ? .forward : .backward, chunk: source, microbatch: microbatch)]
        guard let sent = transfers[sender][send], sent > made ?? 0 else {
          throw error(.missingSend(send.text, onRank: sender), rank, step)
        }
      }
    }
  }
}
