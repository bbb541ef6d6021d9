import Foundation

/// The ready descriptions that ship with the project: models, clusters, and the hardware they are
/// made of.
///
/// A catalogue is a directory tree; it knows where each kind of description lies and which names
/// exist:
///
///     Models/                        llama-3-8b.yaml …
///     Clusters/                      dgx-h100.yaml …
///     Clusters/Hardware/Devices/     h100-80gb-sxm.yaml …
///     Clusters/Hardware/Links/       nvlink-4.yaml …
///     Clusters/Hardware/Interfaces/  infiniband-ndr-400g.yaml …
///     Clusters/Hardware/Nodes/       dgx-h100.yaml …
public struct Catalog: Hashable, Sendable {
  /// A kind of description.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case model
    case cluster
    case device
    case link
    case interface
    case node

    /// Where descriptions of this kind lie, relative to the catalogue's root.
    public var directory: String {
      switch self {
      case .model: "Models"
      case .cluster: "Clusters"
      case .device: "Clusters/Hardware/Devices"
      case .link: "Clusters/Hardware/Links"
      case .interface: "Clusters/Hardware/Interfaces"
      case .node: "Clusters/Hardware/Nodes"
      }
    }
  }

  /// The directory that holds `Models` and `Clusters`.
  public let root: String

  public init(root: String) { self.root = root }

  /// The endings of a description file, the preferred one first.
  static let fileExtensions = ["yaml", "yml", "json"]

  /// The names that exist, sorted; none when the directory does not.
  public func names(of kind: Kind) -> [String] {
    let directory = root + "/" + kind.directory
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
    let files = entries.filter { entry in
      Self.fileExtensions.contains { entry.hasSuffix("." + $0) } && !entry.hasPrefix(".")
    }
    return Set(files.map { ($0 as NSString).deletingPathExtension }).sorted()
  }

  /// The file that describes `name`, or `nil` when there is none.
  public func path(of kind: Kind, named name: String) -> String? {
    guard !name.isEmpty, !name.contains("/"), names(of: kind).contains(name) else { return nil }
    return Self.fileExtensions
      .map { "\(root)/\(kind.directory)/\(name).\($0)" }
      .first(where: FileManager.default.fileExists(atPath:))
  }

  /// Whether a reference is the path of a file, not a name of the catalogue.
  public static func isPath(_ reference: String) -> Bool {
    reference.contains("/") || fileExtensions.contains { reference.hasSuffix("." + $0) }
  }

  /// The file of the model that a user refers to by name or path.
  ///
  /// - Throws: `InvalidInput` when the catalogue has no such name. Whether a path exists is for the
  ///   reader to find out.
  public func modelPath(named reference: String) throws(InvalidInput) -> String {
    try path(of: .model, referredToAs: reference)
  }

  /// The file that a user refers to by name or path, on the command line say.
  func path(of kind: Kind, referredToAs reference: String) throws(InvalidInput) -> String {
    if Self.isPath(reference) { return reference }
    guard let path = path(of: kind, named: reference) else {
      throw InvalidInput(file: "'\(reference)'", unknownName(reference, of: kind))
    }
    return path
  }

  /// What to tell a user whose name does not exist.
  func unknownName(_ name: String, of kind: Kind) -> String {
    let known = names(of: kind)
    let place = "\(root)/\(kind.directory)"
    if known.isEmpty { return "no \(kind.rawValue) of this name; there is none in \(place)" }
    return "no \(kind.rawValue) of this name in \(place); \(hint(for: name, among: known))"
  }
}

extension Catalog {
  /// The catalogue at the first of the candidates that holds both `Models` and `Clusters`, or
  /// `nil`.
  public init?(atFirstOf candidates: [String]) {
    func isDirectory(_ path: String) -> Bool {
      var answer: ObjCBool = false
      return FileManager.default.fileExists(atPath: path, isDirectory: &answer) && answer.boolValue
    }
    let found = candidates.first { isDirectory($0 + "/Models") && isDirectory($0 + "/Clusters") }
    guard let found else { return nil }
    self.init(root: found)
  }

  /// Where a catalogue may lie, in the order to try: where the user says, then the current
  /// directory and those above it, then the executable's directory and those above it.
  ///
  /// - Parameters:
  ///   - environment: The value of `RHUMB_CATALOG`, when it is set.
  ///   - currentDirectory: An absolute path.
  ///   - executable: The absolute path of the running program, when it is known.
  public static func candidates(
    environment: String?, currentDirectory: String, executable: String?
  ) -> [String] {
    var candidates = environment.map { [$0] } ?? []
    candidates += directoriesUpwards(from: currentDirectory)
    if let executable {
      candidates += directoriesUpwards(from: PathText.directory(of: executable))
    }
    return candidates
  }

  private static func directoriesUpwards(from directory: String) -> [String] {
    var path = (directory as NSString).standardizingPath
    var directories = [path]
    while path != "/", !path.isEmpty {
      path = PathText.directory(of: path)
      if !path.isEmpty { directories.append(path) }
    }
    return directories
  }
}
