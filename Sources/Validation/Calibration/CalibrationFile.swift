public import Configuration

/// What to fit to which tables: the file that makes a calibration repeatable.
///
///     runs: [Reports/Measured/runs.csv]
///     kernels: [Reports/Measured/gemm.csv]
///     collectives: [Reports/Measured/collectives.csv]
///     parameters:
///       - device: [a100-80gb-sxm, a100-40gb-sxm]
///         figure: matrix_product.fraction
///         prior: 0.80
///         spread: 0.1
///         range: {from: 0.4, to: 1}
///         why: best single product 0.869 (…), less what long runs throttle
public struct CalibrationFile: Hashable, Sendable {
  public var runs: [String]
  public var kernels: [String]
  public var collectives: [String]
  public var parameters: [CalibrationParameter]

  /// - Throws: `InvalidInput` with everything that is wrong in the file.
  public static func read(path: String) throws(InvalidInput) -> CalibrationFile {
    try SourceFile(path: path).read { root in
      CalibrationFile(
        runs: root.stringsIfPresent("runs") ?? [], kernels: root.stringsIfPresent("kernels") ?? [],
        collectives: root.stringsIfPresent("collectives") ?? [],
        parameters: root.mappings("parameters").map(CalibrationParameter.init))
    }
  }
}

/// One figure that is fitted, the same in one or several descriptions.
public struct CalibrationParameter: Hashable, Sendable {
  /// Of which kind the descriptions are: devices, links or interfaces.
  public var kind: Catalog.Kind
  /// The descriptions that share the figure.
  public var names: [String]
  public var figure: FittedFigure
  /// What the figure is believed to be before any run is looked at.
  public var prior: Double
  /// How far from the prior it may well be: one standard deviation of its logarithm.
  public var spread: Double
  public var lowest: Double
  public var highest: Double
  /// Where the prior comes from.
  public var why: String

  init(_ entry: MappingReader) {
    let kinds: [Catalog.Kind] = [.device, .link, .interface]
    kind = kinds.first { entry.has($0.rawValue) } ?? .device
    names = entry.strings(kind.rawValue)
    figure = entry.choice("figure", of: FittedFigure.self)
    prior = entry.number("prior", in: 1e-6...1e6)
    spread = entry.number("spread", in: 1e-3...10)
    let range = entry.mapping("range")
    lowest = range.number("from", in: 1e-6...1e6)
    highest = range.number("to", in: 1e-6...1e6)
    why = entry.string("why")
    if prior < lowest || prior > highest, entry.isFreeOfErrors {
      entry.report("the prior lies outside the range", key: "prior")
    }
  }

  /// `a100-80gb-sxm matrix_product.fraction`.
  public var label: String { "\(names.first ?? "") \(figure.rawValue)" }
}
