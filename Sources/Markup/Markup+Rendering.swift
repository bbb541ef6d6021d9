extension Markup {
  /// As HTML, in which SVG may stand as it is.
  public var html: String {
    var output = ""
    write(to: &output)
    return output
  }

  func write(to output: inout String) {
    switch self {
    case .text(let text): output.append(text.escaped(inAttribute: false))
    case .sequence(let parts): for part in parts { part.write(to: &output) }
    case .element(let element): element.write(to: &output)
    }
  }
}

extension Markup.Element {
  /// Elements that never have content.
  private static let empty: Set<String> = [
    "br", "circle", "col", "hr", "line", "meta", "path", "polygon", "polyline", "rect",
  ]

  func write(to output: inout String) {
    output.append("<\(name)")
    for attribute in attributes {
      output.append(" \(attribute.name)=\"\(attribute.value.escaped(inAttribute: true))\"")
    }
    if children.isEmpty, verbatim == nil, Self.empty.contains(name) {
      output.append("/>")
      return
    }
    output.append(">")
    for child in children { child.write(to: &output) }
    if let verbatim { output.append(verbatim) }
    output.append("</\(name)>")
  }
}

extension String {
  /// Text that HTML reads as the same text. Control characters, which HTML does not allow, become
  /// the replacement character.
  func escaped(inAttribute: Bool) -> String {
    let mustChange = utf8.contains { byte in
      switch byte {
      case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), 0x7F: true
      case 0..<0x20: byte != UInt8(ascii: "\n") && byte != UInt8(ascii: "\t")
      default: false
      }
    }
    guard mustChange else { return self }
    var output = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": output.append("&amp;")
      case "<": output.append("&lt;")
      case ">": output.append("&gt;")
      case "\"" where inAttribute: output.append("&quot;")
      case "\n", "\t": output.unicodeScalars.append(scalar)
      case "\u{0}"..<"\u{20}", "\u{7F}": output.append("\u{FFFD}")
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output
  }
}
