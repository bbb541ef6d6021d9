import Configuration
import Foundation

/// A file that grows by one line for each result, and outlives the run that is stopped.
final class ResultLines {
  /// What it held when it was opened, whole lines only; empty when it does not exist yet.
  let text: String
  private let path: String
  private var handle: FileHandle?

  /// - Parameter start: how each line begins, by which an unfinished last one is known.
  /// - Throws: `InvalidInput` where something else than a line stands at the end, which adding a line
  ///   would take away.
  init(path: String, linesStartingWith start: String) throws(InvalidInput) {
    self.path = path
    let all = FileManager.default.fileExists(atPath: path) ? try Self.read(path: path) : ""
    let bytes = all.utf8
    let end = bytes.lastIndex(of: UInt8(ascii: "\n")).map { bytes.index(after: $0) }
    let rest = all[(end ?? all.startIndex)...]
    guard rest.hasPrefix(start) || start.hasPrefix(rest) else {
      throw InvalidInput(file: path, "does not end as a file of results does; name another file")
    }
    text = String(all[..<rest.startIndex])
  }

  static func read(path: String) throws(InvalidInput) -> String {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw InvalidInput(file: path, "cannot be read")
    }
    return String(decoding: data, as: UTF8.self)
  }

  /// Adds a line; what an interrupted run left of a last one is dropped first.
  func append(_ line: String) throws(UnwritableOutput) {
    do {
      let handle = try handle ?? open()
      self.handle = handle
      try handle.write(contentsOf: Data(line.utf8))
      try handle.synchronize()
    } catch {
      throw UnwritableOutput(path, "cannot be written (no space, or no such directory?)")
    }
  }

  private func open() throws -> FileHandle {
    let manager = FileManager.default
    if !manager.fileExists(atPath: path) { try Data().write(to: URL(fileURLWithPath: path)) }
    let handle = try FileHandle(forUpdating: URL(fileURLWithPath: path))
    try handle.truncate(atOffset: UInt64(text.utf8.count))
    try handle.seekToEnd()
    return handle
  }
}
