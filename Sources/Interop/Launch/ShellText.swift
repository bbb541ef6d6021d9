/// Words as a POSIX shell reads them back.
enum ShellText {
  /// A word, in quotes where the shell would read anything but its characters.
  static func quoted(_ word: String) -> String {
    let isPlain =
      !word.isEmpty
      && word.unicodeScalars.allSatisfy { scalar in
        scalar.isASCII
          && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
            || "._-/=:,+@%".unicodeScalars.contains(scalar))
      }
    if isPlain { return word }
    return "'"
      + word.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "'\\''") + "'"
  }

  /// The text on one line, for a comment: no character of it ends the comment.
  static func comment(_ text: String) -> String {
    let line = text.map { $0.isNewline ? " " : String($0) }.joined()
    return "# " + line
  }

  /// Splits a command line into words, as a POSIX shell would without expanding anything.
  ///
  /// - Returns: `nil` when a quote is left open.
  static func words(of text: String) -> [String]? {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var characters = text.makeIterator()
    while let character = characters.next() {
      if let open = quote {
        if character == open {
          quote = nil
        } else if open == "\"", character == "\\", let next = characters.next() {
          word?.append(next)
        } else {
          word?.append(character)
        }
      } else if character == "'" || character == "\"" {
        quote = character
        word = word ?? ""
      } else if character == "\\" {
        // A backslash before a line's end continues the line.
        if let next = characters.next(), !next.isNewline { word = (word ?? "") + String(next) }
      } else if character == "#", word == nil {
        while let next = characters.next(), !next.isNewline {}
      } else if character.isWhitespace {
        if let found = word { words.append(found) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if quote != nil { return nil }
    return words + (word.map { [$0] } ?? [])
  }
}
