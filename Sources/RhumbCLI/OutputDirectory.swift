import Configuration
import Foundation

/// A directory that a command writes files into.
struct OutputDirectory {
  let path: String

  /// Creates the directory, and those above it, where they do not exist.
  init(_ path: String) throws(InvalidInput) {
    self.path = path
    var isDirectory: ObjCBool = false
    let manager = FileManager.default
    if manager.fileExists(atPath: path, isDirectory: &isDirectory) {
      if !isDirectory.boolValue {
        throw InvalidInput(file: path, "is a file, --output needs a directory")
      }
    } else {
      do {
        try manager.createDirectory(atPath: path, withIntermediateDirectories: true)
      } catch {
        throw InvalidInput(file: path, "the directory cannot be made (permission?)")
      }
    }
    guard manager.isWritableFile(atPath: path) else {
      throw InvalidInput(file: path, "the directory cannot be written (permission?)")
    }
  }

  /// Writes all files, each aside first and then moved, so that no reader meets half a file.
  func write(_ files: [(name: String, text: String)]) throws(InvalidInput) {
    for (name, text) in files {
      try OutputFile(path + "/" + name).write(text)
    }
  }
}

/// A file that a command writes.
struct OutputFile {
  let path: String

  init(_ path: String) { self.path = path }

  /// Writes aside first and then moves, so that no reader meets half a file.
  func write(_ text: String) throws(InvalidInput) {
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw InvalidInput(
        file: path, "cannot be written (no space, no such directory, or a directory?)")
    }
  }
}
