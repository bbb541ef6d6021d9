import Foundation

/// A report in the forms that commands print: one content, the same numbers.
public protocol ReportDocument: Encodable, Sendable {
  /// For a terminal of `width` columns.
  func text(width: Int) -> String

  var markdown: String { get }

  /// One self-contained page.
  var html: String { get }
}

extension ReportDocument {
  /// For documents without a page of their own: their text.
  public var html: String {
    var page = Page()
    page.add(
      .code(
        text(width: 120).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)))
    return page.html
  }

  /// The document as indented JSON with a final newline; keys are snake_case and sorted, so that
  /// equal content is equal text.
  public func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }
}
