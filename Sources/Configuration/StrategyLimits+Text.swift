public import StrategySpace

/// Restrictions of the strategy space as people type them: `tp=8,pp=4`, `tp<=8`.
///
/// Keys are the columns' short names: `dp tp pp vp cp ep etp mbs` take a size, `zero` a stage,
/// `sp` true or false, `recompute`, `schedule`, `cp-kind` and `order` a word.
public struct Restriction: Hashable, Sendable {
  public enum Relation: String, Hashable, Sendable, CaseIterable {
    case atMost = "<="
    case atLeast = ">="
    case equal = "="
  }

  public var key: String
  public var relation: Relation
  public var value: String

  /// Parses a comma-separated list.
  ///
  /// - Parameter source: what messages call the text, `--fix` say.
  /// - Throws: `InvalidInput` for what is no restriction.
  public static func list(_ text: String, source: String) throws(InvalidInput) -> [Restriction] {
    var restrictions: [Restriction] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let entry = part.filter { $0 != " " }
      let relation = Relation.allCases.first { entry.contains($0.rawValue) }
      guard let relation, let place = entry.firstRange(of: relation.rawValue) else {
        throw InvalidInput(
          file: source, "'\(part)' is no restriction; expected key=value such as tp=8, or tp<=8")
      }
      restrictions.append(
        Restriction(
          key: String(entry[..<place.lowerBound]), relation: relation,
          value: String(entry[place.upperBound...])))
    }
    return restrictions
  }
}

extension StrategyLimits {
  private static var sizes: [(key: String, limit: WritableKeyPath<StrategyLimits, SizeLimit>)] {
    [
      ("dp", \.dataParallelSize), ("tp", \.tensorParallelSize), ("pp", \.pipelineParallelSize),
      ("vp", \.virtualPipelineSize), ("cp", \.contextParallelSize), ("ep", \.expertParallelSize),
      ("etp", \.expertTensorParallelSize), ("mbs", \.microBatchSize),
    ]
  }
  private static let words = ["zero", "sp", "recompute", "schedule", "cp-kind", "order"]

  /// Narrows the limits by what a user typed.
  /// - Throws: `InvalidInput` that names the restriction and what it may be.
  public mutating func apply(_ restriction: Restriction, source: String) throws(InvalidInput) {
    let (key, value) = (restriction.key, restriction.value)
    func invalid(_ expected: String) -> InvalidInput {
      InvalidInput(file: source, "'\(key)' must be \(expected), found '\(value)'")
    }
    if let size = Self.sizes.first(where: { $0.key == key }) {
      guard let number = wholeNumber(value), (1...Strategy.largestSize).contains(number) else {
        throw invalid("a whole number from 1 to \(Strategy.largestSize)")
      }
      guard self[keyPath: size.limit].apply(restriction.relation, number) else {
        throw InvalidInput(
          file: source,
          "'\(key)\(restriction.relation.rawValue)\(value)' and the other bounds of '\(key)' leave "
            + "no value")
      }
      return
    }
    guard Self.words.contains(key) else {
      let known = Self.sizes.map(\.key) + Self.words
      throw InvalidInput(file: source, "unknown key '\(key)'; \(hint(for: key, among: known))")
    }
    if key == "zero" {
      guard let stage = wholeNumber(value).flatMap(ZeROStage.init(rawValue:)) else {
        throw invalid("a ZeRO stage from 0 to 3")
      }
      let known = restriction.relation == .equal ? nil : zeroStages
      let stages = known ?? ZeROStage.allCases
      zeroStages = stages.filter { restriction.relation.holds($0.rawValue, stage.rawValue) }
      if zeroStages?.isEmpty == true {
        throw InvalidInput(file: source, "the bounds of 'zero' leave no stage")
      }
      return
    }
    guard restriction.relation == .equal else {
      throw InvalidInput(file: source, "'\(key)' takes a word: \(key)=\(value)")
    }
    func word<E: RawRepresentable & CaseIterable>(
      _ type: E.Type
    ) throws(InvalidInput) -> [E] where E.RawValue == String {
      guard let choice = E(rawValue: value) else {
        throw invalid("one of " + E.allCases.map(\.rawValue).joined(separator: ", "))
      }
      return [choice]
    }
    switch key {
    case "sp":
      guard let flag = Bool(value) else { throw invalid("true or false") }
      sequenceParallel = flag
    case "recompute":
      guard let choice = Recomputation(value) else {
        throw invalid("none, selective, full or full:<layers per chunk>")
      }
      recomputations = [choice]
    case "schedule": schedules = try word(PipelineSchedule.self)
    case "cp-kind": contextParallelKinds = try word(ContextParallelKind.self)
    default: rankOrders = try word(RankOrder.self)
    }
  }
}

extension Restriction.Relation {
  fileprivate func holds(_ a: Int, _ b: Int) -> Bool {
    switch self {
    case .atMost: a <= b
    case .atLeast: a >= b
    case .equal: a == b
    }
  }
}

extension SizeLimit {
  /// Fixes the value, or narrows the range. Answers whether that leaves a value.
  fileprivate mutating func apply(_ relation: Restriction.Relation, _ number: Int) -> Bool {
    switch relation {
    case .equal:
      self = .exactly(number)
    case .atMost:
      if number < range.lowerBound { return false }
      range = range.lowerBound...min(range.upperBound, number)
    case .atLeast:
      if number > range.upperBound { return false }
      range = max(range.lowerBound, number)...range.upperBound
    }
    return values?.contains(where: range.contains) ?? true
  }
}
