import Configuration
import Foundation

/// A file that grows by one line for each result, and outlives the run that is stopped.
final class ResultLines {
  /// What it held when it was opened, whole lines only; empty when it does not exist yet.
  let text: String
  private let path: String
  private var handle: FileHandle?

  init(path: String) throws(InvalidInput) {
    self.path = path
    let all = FileManager.default.fileExists(atPath: path) ? try Self.read(path: path) : ""
    let end = all.lastIndex(of: "\n").map { all.index(after: $0) } ?? all.startIndex
    text = String(all[..<end])
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
