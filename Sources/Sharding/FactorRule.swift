public import TensorPrograms

/// How an operation can be split: its index space as independent factors.
///
/// A matrix product of `[m, k]` and `[k, n]` has the factors m, n and k. Splitting m splits the
/// left operand and the result, splitting k splits both operands and leaves partial results. Each
/// dimension of each operand and result is a product of factors, the outermost first; reshapes have
/// several in one. One table of rules thus serves propagation, prediction and search alike.
///
/// Source of the factors: the operations' definitions in the StableHLO specification; which of them
/// Shardy propagates along: openxla/shardy, `op_sharding_rule_registry.cc`.
public struct FactorRule: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// Parts do not touch each other.
    case parallel
    /// Parts are joined by the combiner: splitting it leaves partial results.
    case reduction(OperationKind.Combiner)
    /// Parts need their neighbours' edges: windows that reach over, shifts.
    case neighbors
    /// The operation needs it whole.
    case whole
    /// Looked up by index: a part finds only what it has, so a gather is summed over all parts.
    case lookup
  }

  public struct Factor: Hashable, Sendable {
    public var size: Int
    public var kind: Kind
  }

  public var factors: [Factor] = []
  /// Per operand and dimension the factors, the outermost first. Empty for what has no share in
  /// any.
  public var operands: [[[Int]]]
  public var results: [[[Int]]]

  init(operandRanks: [Int], resultRanks: [Int]) {
    operands = operandRanks.map { Array(repeating: [], count: $0) }
    results = resultRanks.map { Array(repeating: [], count: $0) }
  }

  /// Adds a factor that lies in one dimension of some operands and results (`nil` elsewhere).
  mutating func add(
    _ size: Int, _ kind: Kind = .parallel, operands places: [Int?], results targets: [Int?]
  ) {
    let factor = factors.count
    factors.append(Factor(size: size, kind: kind))
    for (operand, dimension) in places.enumerated() {
      if let dimension { operands[operand][dimension].append(factor) }
    }
    for (result, dimension) in targets.enumerated() {
      if let dimension { results[result][dimension].append(factor) }
    }
  }
}
