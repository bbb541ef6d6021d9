import Foundation

/// One planned point of a sweep as a line of a result file (`rhumb.sweep-point/1`).
public struct SweepRecord: Codable, Hashable, Sendable {
  public static let schema = "rhumb.sweep-point/1"

  public var schema = Self.schema
  /// Tells sweeps apart: records of different ones are not merged.
  public var sweep: String
  /// From 0, of how many.
  public var number: Int
  public var count: Int
  /// Strategies timed and skipped.
  public var evaluated: Int
  public var pruned: Int
  public var point: SweepDocument.Point

  public init(
    sweep: String, number: Int, count: Int, evaluated: Int, pruned: Int,
    point: SweepDocument.Point
  ) {
    self.sweep = sweep
    self.number = number
    self.count = count
    self.evaluated = evaluated
    self.pruned = pruned
    self.point = point
  }

  /// How each line begins: keys are in alphabetical order.
  public static let lineStart = "{\"count\":"

  /// - Throws: `DecodingError` for text that is no record.
  public init(line: some StringProtocol) throws {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    self = try decoder.decode(SweepRecord.self, from: Data(line.utf8))
  }

  /// One line of JSON, with its end.
  public func line() throws -> String {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }
}
