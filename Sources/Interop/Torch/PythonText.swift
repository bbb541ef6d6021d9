/// Values as Python writes them.
enum PythonText {
  static func bool(_ value: Bool) -> String { value ? "True" : "False" }

  static func string(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar -> String in
      switch scalar {
      case "\\": "\\\\"
      case "\"": "\\\""
      default:
        scalar.isASCII && scalar.value >= 32 && scalar.value != 127
          ? String(scalar) : "\\U" + String(String(scalar.value, radix: 16).leftPadded(to: 8))
      }
    }
    return "\"" + escaped.joined() + "\""
  }

  static func list(_ texts: [String]) -> String {
    "[" + texts.map(string).joined(separator: ", ") + "]"
  }

  /// A comment of one line.
  static func comment(_ text: String) -> String { ShellText.comment(text) }
}

extension String {
  fileprivate func leftPadded(to width: Int) -> String {
    String(repeating: "0", count: Swift.max(0, width - count)) + self
  }
}
