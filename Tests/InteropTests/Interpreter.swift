import Foundation

/// Another language's interpreter, which judges the files that are written for it.
struct Interpreter {
  let path: String

  /// The first program of this name on the search path; `nil` where there is none.
  init?(_ name: String) {
    let directories = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let found = directories.map { "\($0)/\(name)" }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
    guard let found else { return nil }
    path = found
  }

  static let bash = Interpreter("bash")
  static let python = Interpreter("python3")
  static let shellcheck = Interpreter("shellcheck")

  /// Modules that the written Python imports, as far as it uses them.
  static let stubs = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures/Stubs").path

  /// Runs it over files of a directory of their own, and answers what it prints.
  func run(_ arguments: [String], files: [String: String] = [:]) throws -> (
    status: Int32, output: String
  ) {
    let directory = FileManager.default.temporaryDirectory
      .appendingPathComponent("rhumb-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    for (name, text) in files {
      try text.write(
        to: directory.appendingPathComponent(name), atomically: false, encoding: .utf8)
    }
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.currentDirectoryURL = directory
    process.environment = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "",
      "PYTHONPATH": Self.stubs + ":" + directory.path, "PYTHONDONTWRITEBYTECODE": "1",
    ]
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
