import Foundation

/// A report in the three forms that commands print: one content, the same numbers.
public protocol ReportDocument: Encodable, Sendable {
  /// For a terminal of `width` columns.
  func text(width: Int) -> String

  var markdown: String { get }
}

extension ReportDocument {
  /// The document as indented JSON with a final newline; keys are snake_case and sorted, so that
  /// equal content is equal text.
  public func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }
}
