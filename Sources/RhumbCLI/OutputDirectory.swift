import Configuration
import Foundation

/// A directory that a command writes its files into, all of them or none.
struct OutputDirectory {
  let path: String

  /// Checks what can be known before anything is computed. Nothing is created yet.
  init(_ path: String) throws(UnwritableOutput) {
    self.path = path
    let manager = FileManager.default
    var isDirectory: ObjCBool = false
    // The closest directory that exists is the one to be written to.
    var existing = path
    while !manager.fileExists(atPath: existing, isDirectory: &isDirectory) {
      existing = PathText.directory(of: existing)
      if existing.isEmpty { existing = "." }
    }
    guard isDirectory.boolValue else {
      throw UnwritableOutput(existing, "is a file, --output needs a directory")
    }
    guard manager.isWritableFile(atPath: existing) else {
      let what = manager.fileExists(atPath: path) ? "written" : "made"
      throw UnwritableOutput(path, "the directory cannot be \(what) (permission?)")
    }
  }

  /// Writes all files aside first and then moves them, so that no reader meets half a report and a
  /// full disk leaves nothing behind.
  ///
  /// Files of an earlier report are replaced, and plans that it had more are removed; files that
  /// something else wrote stay as they are.
  func write(_ files: [(name: String, text: String)]) throws(UnwritableOutput) {
    let manager = FileManager.default
    let isNew = !manager.fileExists(atPath: path)
    let wasOurs = isOurs
    if !isNew { try refuseForeignFiles(among: files.map(\.name)) }
    // A new directory appears at once, with those above it that are new too.
    let top = isNew ? firstMissing : path
    let number = ProcessInfo.processInfo.processIdentifier
    let aside = isNew ? "\(top).part-\(number)" : "\(path)/.part-\(number)"
    let target = isNew ? aside + path.dropFirst(top.count) : aside
    defer { try? manager.removeItem(atPath: aside) }
    do {
      try manager.createDirectory(atPath: target, withIntermediateDirectories: true)
      for (name, text) in files {
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(target)/\(name)"))
      }
    } catch {
      throw UnwritableOutput(path, "cannot be written (no space, or no permission?)")
    }
    if isNew { return try move(aside, to: top) }
    for (name, _) in files { try move("\(aside)/\(name)", to: "\(path)/\(name)") }
    guard wasOurs else { return }
    for name in staleFiles(besides: Set(files.map(\.name))) {
      try? manager.removeItem(atPath: "\(path)/\(name)")
    }
  }

  /// The topmost directory of the path that does not exist yet.
  private var firstMissing: String {
    var missing = path
    while missing.count > 1, missing.hasSuffix("/") { missing.removeLast() }
    while true {
      let above = PathText.directory(of: missing)
      if above.isEmpty || above == missing || FileManager.default.fileExists(atPath: above) {
        return missing
      }
      missing = above
    }
  }

  /// Files of single plans, by the names that reports give them, which this report does not have;
  /// launch files, which are no report, leave the plans beside them alone.
  private func staleFiles(besides names: Set<String>) -> [String] {
    guard names.contains("plans.json") else { return [] }
    let present = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return present.filter { name in
      !names.contains(name) && name.wholeMatch(of: /(plan-\d+\.json|megatron-\d+\.sh)/) != nil
    }
  }

  private func move(_ source: String, to target: String) throws(UnwritableOutput) {
    guard rename(source, target) == 0 else {
      throw UnwritableOutput(target, "cannot be written (is a directory in its place?)")
    }
  }

  /// Whether an earlier report stands in the directory.
  private var isOurs: Bool {
    let plans = try? String(contentsOfFile: "\(path)/plans.json", encoding: .utf8)
    return plans?.contains("\"rhumb.plans/") == true
  }

  /// A directory with plans in it is one of ours; elsewhere, only new names are written.
  private func refuseForeignFiles(among names: [String]) throws(UnwritableOutput) {
    let manager = FileManager.default
    let isOurs = isOurs
    for name in names {
      var isDirectory: ObjCBool = false
      let file = "\(path)/\(name)"
      guard manager.fileExists(atPath: file, isDirectory: &isDirectory) else { continue }
      if isDirectory.boolValue || !isOurs {
        throw UnwritableOutput(
          file,
          isDirectory.boolValue
            ? "is a directory, a file of the report would take its place; name another directory"
            : "is there already and not from an earlier plan; name another directory")
      }
    }
  }
}

/// A file that a command writes.
struct OutputFile {
  let path: String

  init(_ path: String) { self.path = path }

  /// Writes aside first and then moves, so that no reader meets half a file.
  func write(_ text: String) throws(UnwritableOutput) {
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw UnwritableOutput(
        path, "cannot be written (no space, no such directory, or a directory?)")
    }
  }
}
