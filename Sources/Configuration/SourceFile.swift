import Foundation
import Yams

/// A YAML or JSON file that has been read and parsed, every value with its position.
///
/// JSON is read as the subset of YAML that it is, so both formats share one strict reader.
/// Reading collects everything that is wrong and reports it at once:
///
///     let link = try SourceFile(path: "Clusters/lab.yaml").read { root in
///       Link(name: root.string("name"), bandwidth: root.bandwidth("bandwidth"))
///     }
public struct SourceFile {
  /// As the user gave it; messages start with it.
  public let path: String
  private let root: Node

  /// Files above this size are refused: no description comes near it.
  public static let sizeLimit = 64 << 20

  /// Reads and parses a file.
  /// - Throws: `InvalidInput` when the file is missing, no text, empty, or no YAML.
  public init(path: String) throws(InvalidInput) {
    self = try SourceFile(text: Self.text(ofFile: path), path: path)
  }

  /// Parses text; `path` is what messages call it.
  public init(text: String, path: String) throws(InvalidInput) {
    self.path = path
    let node: Node?
    do {
      node = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      throw InvalidInput([Diagnostic(error, file: path)])
    } catch {
      throw InvalidInput(file: path, "cannot be parsed: \(error)")
    }
    guard let node else { throw InvalidInput(file: path, "the file is empty") }
    root = node
  }

  /// The keys of the top-level mapping, in the order of the file; none when it is no mapping.
  public var keys: [String] { root.mapping?.keys.compactMap(\.string) ?? [] }

  /// Builds a value from the file's top-level mapping.
  ///
  /// - Throws: `InvalidInput` with all diagnostics that `body` caused, unknown keys included. What
  ///   `body` returned is then discarded, so it may have been built from placeholders.
  public func read<T>(_ body: (MappingReader) throws(InvalidInput) -> T) throws(InvalidInput) -> T {
    let sink = DiagnosticSink(file: path)
    let reader = MappingReader(root, path: "", sink: sink)
    do {
      let value = try body(reader)
      reader.finish()
      try sink.throwIfNotEmpty()
      return value
    } catch {
      // `body` gave up early (a nested file, say): what was found until then is still worth
      // telling.
      throw InvalidInput(
        error.diagnostics + sink.diagnostics.filter { !error.diagnostics.contains($0) })
    }
  }

  /// The text of a file.
  /// - Throws: `InvalidInput` when it is missing, a directory, empty, too large or no UTF-8 text.
  public static func text(ofFile path: String) throws(InvalidInput) -> String {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw InvalidInput(file: path, "no such file")
    }
    if isDirectory.boolValue { throw InvalidInput(file: path, "is a directory, expected a file") }
    guard let handle = FileHandle(forReadingAtPath: path),
      let data = try? handle.read(upToCount: sizeLimit + 1) ?? Data()
    else { throw InvalidInput(file: path, "cannot be read (permission?)") }
    if data.isEmpty { throw InvalidInput(file: path, "the file is empty") }
    if data.count > sizeLimit {
      throw InvalidInput(file: path, "is larger than \(sizeLimit >> 20) MiB, no description is")
    }
    guard let text = String(data: data, encoding: .utf8), !text.contains("\0") else {
      throw InvalidInput(file: path, "is not UTF-8 text")
    }
    return text
  }
}

extension Diagnostic {
  /// The parser's own complaint, in one line.
  fileprivate init(_ error: YamlError, file: String) {
    func at(_ mark: Mark?) -> Position? {
      mark.map { Position(line: $0.line, column: $0.column) }
    }
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let lead = context.map { $0.text + ": " } ?? ""
      let isTooDeep = problem.contains("nesting level")
      self.init(
        file: file, position: at(mark),
        message: isTooDeep
          ? "nested deeper than any description is" : "syntax: \(lead)\(problem)")
    case .reader(let problem, let offset, _, let yaml):
      self.init(
        file: file, position: offset.map { Position(after: $0, in: yaml) },
        message: "syntax: \(problem)")
    case .duplicatedKeysInMapping(let duplicates, let context):
      let keys = duplicates.map { "'\($0)'" }.sorted().joined(separator: ", ")
      self.init(
        file: file, position: at(context.mark), message: "duplicate key \(keys) in this mapping")
    default:
      self.init(file: file, message: "cannot be parsed: \(error)")
    }
  }
}

extension Diagnostic.Position {
  /// The place that `offset` characters precede.
  fileprivate init(after offset: Int, in text: String) {
    let before = text.prefix(offset).unicodeScalars
    let column = before.reversed().prefix { $0 != "\n" }.count + 1
    self.init(line: before.count { $0 == "\n" } + 1, column: column)
  }
}
