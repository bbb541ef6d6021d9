/// Why a batch or its costs cannot be planned with.
public enum SequencePlanningError: Error, Hashable, Sendable {
  case emptyBatch
  /// A length that is zero or negative.
  case lengthNotPositive(sequence: Int, length: Int)
  /// A sequence that no group can hold.
  case sequenceTooLong(sequence: Int, length: Int, longest: Int)
  /// A sequence that the model has no positions for.
  case sequenceBeyondPositions(sequence: Int, length: Int, positions: Int)
  case invalidCosts([String])
  case invalidOption(String)
  /// A model or cluster that groups of devices cannot share sequences on.
  case unsuitable(String)
  case unknownModel(String, known: [String])
  case unknownLimit(Int, known: [Int])
}

extension SequencePlanningError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .emptyBatch:
      "the batch holds no sequence; give at least one length"
    case .lengthNotPositive(let sequence, let length):
      "sequence \(sequence) has \(length) tokens; a length must be at least 1"
    case .sequenceTooLong(let sequence, let length, let longest):
      """
      sequence \(sequence) has \(length) tokens, but the largest group holds \(longest); drop or \
      split it, allow a higher degree, or free memory
      """
    case .sequenceBeyondPositions(let sequence, let length, let positions):
      """
      sequence \(sequence) has \(length) tokens, but the model has \(positions) learned positions; \
      drop or split it
      """
    case .invalidCosts(let issues):
      issues.joined(separator: "\n")
    case .invalidOption(let words), .unsuitable(let words):
      words
    case .unknownModel(let name, let known):
      "the profile has no model '\(name)'; it has \(known.joined(separator: ", "))"
    case .unknownLimit(let limit, let known):
      """
      the profile has no parameter count for \(limit) thousand positions; it has \
      \(known.map(String.init).joined(separator: ", "))
      """
    }
  }
}
