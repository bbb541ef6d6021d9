/// One flag of Megatron-LM with its values: `--micro-batch-size 1`.
public struct MegatronFlag: Hashable, Sendable {
  /// With its dashes.
  public var name: String
  public var values: [String]

  init(_ name: String, _ values: String...) {
    self.name = name
    self.values = values
  }

  init(_ name: String, _ value: Int) {
    self.name = name
    values = [String(value)]
  }

  /// As a program receives it.
  public var words: [String] { [name] + values }

  /// As a shell reads it.
  public var shellText: String { words.map(ShellText.quoted).joined(separator: " ") }
}
