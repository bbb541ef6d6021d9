import StrategySpace

/// A form of a plan that a framework or launcher reads.
///
///     let text = try MegatronFormat().text(of: launch)
///     print(text.content)
///
/// A plan may hold what a framework has no words for. Then the format writes the nearest that it
/// can and says so in a note; where nothing is near, it refuses.
public protocol LaunchFormat: Sendable {
  /// What users call it: `rhumb export --format <name>`.
  var name: String { get }
  /// What the file is usually called.
  var fileName: String { get }
  /// One line for a list of formats.
  var summary: String { get }
  /// Whether it has words for stages of unlike degrees.
  var allowsUnequalStages: Bool { get }

  func write(_ launch: Launch) throws(Inexpressible) -> LaunchText
}

extension LaunchFormat {
  public var allowsUnequalStages: Bool { false }

  /// The plan in this format; what only few formats have words for is refused here.
  public func text(of launch: Launch) throws(Inexpressible) -> LaunchText {
    guard launch.strategy.stages.isEmpty || allowsUnequalStages else {
      throw Inexpressible(
        "'\(name)' runs stages of equal degrees only, the plan is \(launch.strategy); the nearest is a "
          + "plan by --search uniform, and "
          + LaunchFiles.formats.filter(\.allowsUnequalStages).map(\.name).joined(separator: ", ")
          + " hold what this one says of hosts and order")
    }
    return try write(launch)
  }
}

/// What a format made of a plan.
public struct LaunchText: Hashable, Sendable {
  public var content: String
  /// What the format cannot say, or needs besides, a sentence each without its full stop.
  public var notes: [String]

  public init(_ content: String, notes: [String] = []) {
    self.content = content
    self.notes = notes
  }
}

/// A plan that a format has no words for, and nothing near it.
public struct Inexpressible: Error, Hashable, Sendable, CustomStringConvertible {
  public var description: String

  init(_ description: String) { self.description = description }
}

/// All formats, and a plan in all of them.
public enum LaunchFiles {
  public static let formats: [any LaunchFormat] = [
    MegatronFormat(), DeepSpeedFormat(), TorchtitanFormat(), TorchtitanTOMLFormat(),
    MegatronBridgeFormat(), JAXFormat(), PipelineScheduleFormat(), SlurmFormat(), TorchrunFormat(),
    EnvironmentFormat(), CommunicatorFormat(), HostfileFormat(), DryRunFormat(), ShellFormat(),
  ]

  /// A plan in every format that has words for it, as files by name, and why the others are missing.
  public static func all(for launch: Launch) -> (files: [LaunchFile], refusals: [String]) {
    var files: [LaunchFile] = []
    var refusals: [String] = []
    for format in formats {
      do {
        let text = try format.text(of: launch)
        files.append(LaunchFile(name: format.fileName, content: text.content, notes: text.notes))
      } catch {
        refusals.append("\(format.fileName): \(error.description)")
      }
    }
    return (files, refusals)
  }
}

/// One file that launches a plan.
public struct LaunchFile: Hashable, Sendable {
  public var name: String
  public var content: String
  public var notes: [String]
}
