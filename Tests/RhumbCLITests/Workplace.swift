import Foundation

/// A directory of small descriptions to run `rhumb` in; it vanishes with the value that holds it.
///
/// `Models/` and `Clusters/` in it are the catalogue, so that nothing here depends on what ships.
final class Workplace {
  let path: String

  /// What a command wrote and how it ended.
  struct Outcome: Hashable {
    var output: String
    var errors: String
    /// The exit status; 128 and the signal's number for a program that a signal ended.
    var status: Int32
  }

  init() throws {
    let manager = FileManager.default
    path = manager.temporaryDirectory.path + "/rhumb-cli-" + UUID().uuidString
    try manager.copyItem(atPath: Fixtures.path + "/Workplace", toPath: path)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Runs a command of the shell here, with the `rhumb` that was just built.
  @discardableResult
  func run(_ command: String, environment: [String: String] = [:]) throws -> Outcome {
    // Files instead of pipes: nobody has to read while the command runs.
    let streams = try Workplace.Streams(in: path)
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.arguments = ["-c", command]
    shell.currentDirectoryURL = URL(fileURLWithPath: path)
    shell.environment = [
      "PATH": Fixtures.programs + ":/usr/bin:/bin", "LC_ALL": "C", "RHUMB_CATALOG": ".",
    ].merging(environment) { $1 }
    shell.standardInput = FileHandle.nullDevice
    shell.standardOutput = streams.output
    shell.standardError = streams.errors
    try shell.run()
    shell.waitUntilExit()
    let signal: Int32 = shell.terminationReason == .uncaughtSignal ? 128 : 0
    return Outcome(
      output: try streams.text(of: streams.output), errors: try streams.text(of: streams.errors),
      status: signal + shell.terminationStatus)
  }

  /// The text of a file here.
  func text(of file: String) throws -> String {
    try String(contentsOfFile: path + "/" + file, encoding: .utf8)
  }

  /// Two files without a name, which only this process and the command see.
  private struct Streams {
    let output: FileHandle
    let errors: FileHandle

    init(in directory: String) throws {
      func unnamed() throws -> FileHandle {
        let url = URL(fileURLWithPath: directory + "/." + UUID().uuidString)
        try Data().write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        return try FileHandle(forUpdating: url)
      }
      output = try unnamed()
      errors = try unnamed()
    }

    func text(of stream: FileHandle) throws -> String {
      try stream.seek(toOffset: 0)
      return String(decoding: try stream.readToEnd() ?? Data(), as: UTF8.self)
    }
  }
}

/// Where the tests find what they need.
enum Fixtures {
  static let path =
    (#filePath as NSString).deletingLastPathComponent + "/Fixtures"

  /// The directory that the build put `rhumb` into, beside the tests.
  static let programs: String = {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
    let tests = bundle?.bundlePath ?? Bundle.main.executablePath ?? CommandLine.arguments[0]
    return (tests as NSString).deletingLastPathComponent
  }()
}
