public import ModelDescription
import Quantities
import Yams

extension ModelFile {
  /// The text of a model file that reads back as an equal model.
  ///
  /// Keys come in one fixed order, and those at their default are left out, so equal models have
  /// equal texts.
  public static func text(for model: Model) -> String {
    var root: [(String, Node?)] = [
      ("name", Node(word: model.name)),
      (
        "source",
        .block([(model.provenance.evidence.rawValue, Node(quoted: model.provenance.source))])
      ),
    ]
    switch model.architecture {
    case .transformer(let family): root.append(("transformer", family.node))
    case .blocks(let graph):
      root.append(("inputs", .block(graph.inputs.map { ($0.name, $0.node) })))
      root.append(("blocks", .block(graph.blocks.map { ($0.name, $0.node) })))
    }
    // Serializing a tree of scalars, lists and mappings has no way to fail.
    return (try? Yams.serialize(node: .block(root), width: -1, allowUnicode: true)) ?? ""
  }
}

extension Node {
  /// A mapping over several lines; entries without a value are left out.
  static func block(_ entries: [(String, Node?)]) -> Node { mapping(entries, .block) }

  /// A mapping on one line.
  static func line(_ entries: [(String, Node?)]) -> Node { mapping(entries, .flow) }

  private static func mapping(_ entries: [(String, Node?)], _ style: Mapping.Style) -> Node {
    let pairs = entries.compactMap { key, value in value.map { (Node(word: key), $0) } }
    return .mapping(Mapping(pairs, Tag(.map), style))
  }

  static func list(_ nodes: [Node], _ style: Sequence.Style = .block) -> Node {
    .sequence(Sequence(nodes, Tag(.seq), style))
  }

  /// One word, or a list of several.
  static func words(_ words: [String]) -> Node {
    words.count == 1 ? Node(word: words[0]) : list(words.map { Node(word: $0) }, .flow)
  }

  init(_ number: Int) { self = .scalar(Scalar(String(number), Tag(.int), .plain)) }

  init(_ number: Double) { self = .scalar(Scalar(String(number), Tag(.float), .plain)) }

  /// `true`; `nil`, which leaves the key out, for the default of most flags.
  static func flag(_ value: Bool) -> Node? { value ? bool(true) : nil }

  static func bool(_ value: Bool) -> Node {
    .scalar(Scalar(value ? "true" : "false", Tag(.bool), .plain))
  }

  init(quoted text: String) { self = .scalar(Scalar(text, Tag(.str), .doubleQuoted)) }

  /// A name, quoted where it could be taken for something else.
  init(word: String) {
    let isPlain =
      word.unicodeScalars.allSatisfy {
        $0.isASCII
          && ($0.properties.isAlphabetic || ("0"..."9").contains($0)
            || "._-".unicodeScalars.contains($0))
      } && (word.unicodeScalars.first?.properties.isAlphabetic ?? false)
      && !["null", "true", "false", "y", "n", "yes", "no", "on", "off"].contains(word.lowercased())
    self = isPlain ? .scalar(Scalar(word, Tag(.str), .plain)) : Node(quoted: word)
  }
}
