/// Megatron-LM's text for which layers sit where: `Et*3|(t|)*2,t|mL`.
///
/// `E` embedding, `t` layer, `m` module of multi-token prediction, `L` loss; `|` divides chunks,
/// `*n` repeats a letter or what stands in parentheses, commas mean nothing.
struct MegatronLayout: Hashable {
  /// By chunk, its letters.
  var chunks: [String]

  /// More letters than any model has layers.
  private static let longest = 1 << 16

  /// - Returns: `nil` for what is no layout.
  init?(_ text: String) {
    var rest = Array(text.filter { $0 != "," && $0 != " " })[...]
    guard let letters = Self.sequence(&rest, depth: 0), rest.isEmpty else { return nil }
    chunks = letters.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
  }

  private static func sequence(_ rest: inout ArraySlice<Character>, depth: Int) -> String? {
    var letters = ""
    while let character = rest.first, character != ")" {
      rest.removeFirst()
      var item = String(character)
      if character == "(" {
        guard depth < 8, let inner = sequence(&rest, depth: depth + 1), rest.first == ")" else {
          return nil
        }
        rest.removeFirst()
        item = inner
      } else if !"EtmL|".contains(character) {
        return nil
      }
      if rest.first == "*" {
        rest.removeFirst()
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard let count = Int(String(digits)), (0...longest).contains(count),
          item.count * count <= longest
        else { return nil }
        rest = rest.dropFirst(digits.count)
        item = String(repeating: item, count: count)
      }
      letters += item
      if letters.count > longest { return nil }
    }
    return letters
  }

  /// Layers in the user's count, by chunk.
  var blocks: [Int] { chunks.map { chunk in chunk.count { $0 == "t" } } }
}

/// Megatron-LM's text for which layers have experts: `2`, or `([0]*1+[1]*3)*2`.
enum MegatronLayerFrequency {
  /// By layer, whether it has experts.
  ///
  /// - Returns: `nil` for what is neither a number from 1 on nor an expression of lists of as many
  ///   entries as there are layers.
  static func pattern(_ text: String, layers: Int) -> [Bool]? {
    if let every = Int(text) {
      return every < 1 ? nil : (0..<layers).map { $0 % every == 0 }
    }
    var rest = Array(text.filter { $0 != " " })[...]
    guard let found = sum(&rest, depth: 0), rest.isEmpty, found.count == layers else { return nil }
    return found
  }

  private static func sum(_ rest: inout ArraySlice<Character>, depth: Int) -> [Bool]? {
    var found: [Bool] = []
    while true {
      guard depth < 8, let product = product(&rest, depth: depth) else { return nil }
      found += product
      if rest.first != "+" || found.count > 1 << 13 { return found }
      rest.removeFirst()
    }
  }

  private static func product(_ rest: inout ArraySlice<Character>, depth: Int) -> [Bool]? {
    var item: [Bool] = []
    if rest.first == "(" {
      rest.removeFirst()
      guard let inner = sum(&rest, depth: depth + 1), rest.first == ")" else { return nil }
      rest.removeFirst()
      item = inner
    } else {
      guard rest.first == "[", let end = rest.firstIndex(of: "]") else { return nil }
      for entry in rest[rest.index(after: rest.startIndex)..<end].split(separator: ",") {
        guard entry == ["0"] || entry == ["1"] else { return nil }
        item.append(entry == ["1"])
      }
      rest = rest[rest.index(after: end)...]
    }
    guard rest.first == "*" else { return item }
    rest.removeFirst()
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard let count = Int(String(digits)), (0...(1 << 13)).contains(count),
      item.count * count <= 1 << 13
    else { return nil }
    rest = rest.dropFirst(digits.count)
    return Array(repeating: item, count: count).flatMap { $0 }
  }
}
