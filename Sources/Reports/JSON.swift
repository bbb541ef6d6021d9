import Foundation

/// A report that scripts read: keys in snake_case and sorted, so that equal content is equal text.
public protocol JSONDocument: Encodable, Sendable {}

extension JSONDocument {
  /// The document as indented JSON with a final newline.
  public func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }
}
