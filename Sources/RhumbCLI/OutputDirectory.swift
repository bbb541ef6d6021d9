import ArgumentParser
import Foundation

/// A directory that a command writes files into.
struct OutputDirectory {
  let path: String

  init(_ path: String) { self.path = path }

  /// Writes all files, each aside first and then moved, so that no reader meets half a file.
  func write(_ files: [(name: String, text: String)]) throws {
    let manager = FileManager.default
    do {
      try manager.createDirectory(atPath: path, withIntermediateDirectories: true)
      for (name, text) in files {
        try Data(text.utf8).write(
          to: URL(fileURLWithPath: path).appendingPathComponent(name), options: .atomic)
      }
    } catch {
      throw ValidationError("--output \(path): cannot be written (\(error.localizedDescription))")
    }
  }
}
