public import Configuration
import Foundation
public import SequencePlanning

/// What a publication says of batches of sequences, beside the batches themselves.
///
/// The file (`rhumb.published-sequences/1`) names instances and coefficients by paths from its own
/// directory.
public struct PublishedSequences: Hashable, Sendable {
  public var title: String
  /// Where the published figures come from, and what stands for lists that were not published.
  public var source: String
  public var lengths: String
  public var solverSource: String
  public var coefficients: SequenceProfile
  public var settings: [Setting]

  public struct Setting: Hashable, Sendable {
    public var data: String
    public var instance: SequenceInstance
    public var model: String
    public var thousandPositions: Int
    public var published: Published?
    public var predicted: Predicted?
  }

  /// Mean seconds per step, and ratios as printed.
  public struct Published: Hashable, Sendable {
    public var fixedDegree: Double
    public var bestDegree: Double
    public var contextParallel: Double
    public var mixed: Double
    public var mixedOverFixed: Double
    public var mixedOverContextParallel: Double
    public var bestOverFixed: Double
  }

  /// Seconds that the published solver predicts, by batch.
  public struct Predicted: Hashable, Sendable {
    public var fixedDegree: [Double]
    public var bestDegree: [Double]
    public var mixed: [Double]
  }

  /// - Throws: `InvalidInput` with everything that is wrong, also in the files it names.
  public static func read(path: String) throws(InvalidInput) -> PublishedSequences {
    let directory = PathText.directory(of: path)
    func located(_ name: String) -> String {
      directory.isEmpty || name.hasPrefix("/") ? name : "\(directory)/\(name)"
    }
    let schema = "rhumb.published-sequences/1"
    let file = try SourceFile(path: path)
    try file.expect(.published)
    let published = try file.read { root throws(InvalidInput) -> PublishedSequences? in
      if root.string("schema") != schema {
        root.report("must be '\(schema)'", key: "schema")
      }
      let (title, source) = (root.string("title"), root.string("source"))
      let (lengths, solver) = (root.string("lengths"), root.string("solver_source"))
      let coefficients = root.string("coefficients")
      let settings = root.mappings("settings").map { ($0, $0.string("instance")) }
      // What is wrong so far is reported when this file ends.
      guard root.isFreeOfErrors else {
        for setting in settings { setting.0.ignoreOtherKeys() }
        return nil
      }
      let profile = try SequenceProfile(SourceFile(path: located(coefficients)))
      var read: [Setting] = []
      for (reader, instance) in settings {
        read.append(
          Setting(
            reader, try SequenceInstance(SourceFile(path: located(instance)))))
      }
      return PublishedSequences(
        title: title, source: source, lengths: lengths, solverSource: solver,
        coefficients: profile, settings: read)
    }
    guard let published else { throw InvalidInput(file: path, "cannot be read") }
    return published
  }
}

extension PublishedSequences.Setting {
  fileprivate init(_ root: MappingReader, _ instance: SequenceInstance) {
    data = root.string("data")
    model = root.string("model")
    thousandPositions = root.integer("positions", in: 1...SequenceLimits.tokens / 1000)
    self.instance = instance
    published = root.mappingIfPresent("published").map(PublishedSequences.Published.init)
    predicted = root.mappingIfPresent("predicted").map { reader in
      PublishedSequences.Predicted(
        fixedDegree: reader.seconds("static", instance),
        bestDegree: reader.seconds("batch_ada", instance),
        mixed: reader.seconds("mixed", instance))
    }
  }
}

extension PublishedSequences.Published {
  fileprivate init(_ root: MappingReader) {
    func number(_ key: String) -> Double { root.number(key, in: 1e-6...1e9) }
    fixedDegree = number("static")
    bestDegree = number("batch_ada")
    contextParallel = number("context_parallel")
    mixed = number("mixed")
    mixedOverFixed = number("over_static")
    mixedOverContextParallel = number("over_context_parallel")
    bestOverFixed = number("batch_ada_over_static")
  }
}

extension MappingReader {
  /// One number per batch.
  fileprivate func seconds(_ key: String, _ instance: SequenceInstance) -> [Double] {
    let values = numbers(key, in: 1e-6...1e9)
    if values.count != instance.batches.count {
      report(
        "'\(key)' needs a number for each of \(instance.batches.count) batches, found "
          + "\(values.count)", key: key)
    }
    return values
  }
}
