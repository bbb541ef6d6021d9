public import Configuration
public import SequencePlanning

extension SequenceInstance {
  /// Reads the instance that a file holds: batches of lengths, padded already, and what they are
  /// planned for.
  ///
  /// - Throws: `InvalidInput` with everything that is wrong.
  public init(_ file: SourceFile) throws(InvalidInput) {
    self = try file.read { root in
      for key in ["dataset", "rule"] { _ = root.stringIfPresent(key) }
      for key in ["sequences_per_batch", "pad_multiple"] {
        _ = root.integerIfPresent(key, in: 1...SequenceLimits.sequences)
      }
      return SequenceInstance(
        name: root.string("name"), provenance: root.stringIfPresent("provenance") ?? "",
        thousandPositions: root.integer("seq_limit_k", in: 1...SequenceLimits.tokens / 1000),
        deviceCount: root.integer("gpus", in: 1...SequenceLimits.devices),
        batches: root.integerLists("batches", in: 1...SequenceLimits.tokens))
    }
  }
}

/// Sizes beyond which an input is taken for a slip of the pen.
public enum SequenceLimits {
  /// Tokens of one sequence.
  public static let tokens = 1 << 36
  /// Sequences of one batch.
  public static let sequences = 1 << 24
  public static let devices = 1_000_000
}
