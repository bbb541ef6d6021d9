/// Where a number comes from, and how far it can be trusted.
public struct Provenance: Hashable, Sendable {
  /// How a number came to be known, from the best evidence to the weakest.
  public enum Evidence: String, Sendable, Hashable, CaseIterable, Comparable {
    /// Measured on the hardware, by us or by somebody who published the measurement.
    case measured
    /// Fitted to measurements of more than itself: whole training runs, say; `source` names the tables
    /// and the command.
    case fitted
    /// Stated by the maker: a data sheet, a specification, a paper's configuration.
    case published
    /// Believed plausible, with the reasoning in `source`; the first thing to replace.
    case assumed

    public static func < (a: Evidence, b: Evidence) -> Bool {
      func order(_ evidence: Evidence) -> Int {
        switch evidence {
        case .measured: 0
        case .fitted: 1
        case .published: 2
        case .assumed: 3
        }
      }
      return order(a) < order(b)
    }
  }

  public var evidence: Evidence
  /// The document, data sheet or measurement, precise enough to look up.
  public var source: String

  public init(_ evidence: Evidence, _ source: String) {
    self.evidence = evidence
    self.source = source
  }
}
