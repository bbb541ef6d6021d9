public import ClusterTopology
public import Quantities

/// Published runs that are compared with each other, and the jobs that repeat them.
public struct StudyDescription: Hashable, Sendable {
  public var title: String
  public var source: Provenance
  public var tables: [Table]
  public var divisions: [Division]

  /// Runs whose step times were published relative to one of them.
  public struct Table: Hashable, Sendable {
    public var name: String
    /// What the runs have in common, and what was assumed of them.
    public var note: String
    /// By how much a ratio may differ from the published one.
    public var tolerance: Double
    /// Index of the run that the others are compared with.
    public var reference: Int
    public var runs: [Run]
  }

  public struct Run: Hashable, Sendable {
    public var name: String
    /// The file that the job was read from.
    public var path: String
    public var job: JobDescription
    public var published: Published?
    /// A transport whose bandwidth is fitted so that the run's ratio is as published.
    public var fits: Transport?
    /// By stage: how fast it was measured to be, where layers are divided in proportion.
    public var speeds: [Double]
    public var alpha: Double
  }

  public enum Published: Hashable, Sendable {
    case samplesPerSecond(Double)
    /// As a multiple of the reference's step.
    case timesAsLong(Double)
  }

  /// A published division of layers in proportion to speed.
  public struct Division: Hashable, Sendable {
    public var layers: Int
    public var speeds: [Double]
    public var alpha: Double
    public var published: [Int]
  }
}

/// Reads study files: published runs beside the jobs that repeat them.
///
///     title: Holmes
///     source: {published: "Yang et al. 2023, arXiv:2312.03549"}
///     tables:
///       - name: Four nodes of one network
///         reference: InfiniBand
///         runs:
///           - {name: InfiniBand, job: ib.yaml, samples_per_second: 99.23}
///           - {name: RoCE, job: roce.yaml, samples_per_second: 80.54, fits: roce}
public enum StudyFile {
  public static func read(path: String) throws(InvalidInput) -> StudyDescription {
    let file = try SourceFile(path: path)
    try file.expect(.study)
    return try file.read { root throws(InvalidInput) in
      StudyDescription(
        title: root.string("title"), source: root.provenance(),
        tables: root.mappings("tables").map { $0.table() },
        divisions: (root.mappingsIfPresent("divisions") ?? []).map { $0.division() })
    }
  }
}

extension MappingReader {
  fileprivate func table() -> StudyDescription.Table {
    let runs = mappings("runs").compactMap { $0.run() }
    let name = string("reference")
    let reference = runs.firstIndex { $0.name == name }
    if let reference {
      if runs[reference].fits != nil {
        report("the reference '\(name)' cannot be fitted to itself", key: "reference")
      }
      if runs.contains(where: { $0.published != nil }), runs[reference].published == nil {
        report("the reference '\(name)' has no published figure", key: "reference")
      }
    } else if isFreeOfErrors {
      report(
        "no run is called '\(name)'; \(hint(for: name, among: runs.map(\.name)))", key: "reference")
    }
    return StudyDescription.Table(
      name: string("name"), note: stringIfPresent("note") ?? "",
      tolerance: numberIfPresent("tolerance", in: 0...1) ?? 0.1, reference: reference ?? 0,
      runs: runs)
  }

  fileprivate func run() -> StudyDescription.Run? {
    let (name, path) = (string("name"), string("job"))
    let speed = numberIfPresent("samples_per_second", in: 1e-9...1e12)
    let ratio = numberIfPresent("times_as_long", in: 1e-6...1e6)
    if speed != nil, ratio != nil {
      report("a run takes 'samples_per_second' or 'times_as_long', not both", key: "times_as_long")
    }
    let fits = choiceIfPresent("fits", of: Transport.self)
    if let fits, !fits.isNetwork {
      report("'\(fits.rawValue)' joins no nodes: only networks are fitted", key: "fits")
    }
    if fits != nil, speed == nil, ratio == nil {
      report("'fits' needs a published figure to fit to", key: "fits")
    }
    let speeds = has("speeds") ? numbers("speeds", in: 1e-9...1e12) : []
    let alpha = numberIfPresent("alpha", in: 0.1...10) ?? 1
    guard !path.isEmpty else { return nil }
    do {
      return StudyDescription.Run(
        name: name, path: path, job: try JobFile.read(path: path),
        published: speed.map { .samplesPerSecond($0) } ?? ratio.map { .timesAsLong($0) },
        fits: fits, speeds: speeds, alpha: alpha)
    } catch {
      adopt(error, key: "job")
      return nil
    }
  }

  fileprivate func division() -> StudyDescription.Division {
    StudyDescription.Division(
      layers: integer("layers", in: 1...100_000), speeds: numbers("speeds", in: 1e-9...1e12),
      alpha: numberIfPresent("alpha", in: 0.1...10) ?? 1,
      published: integers("published", in: 1...100_000))
  }
}
