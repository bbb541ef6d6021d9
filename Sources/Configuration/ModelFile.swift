public import ModelDescription

/// Model files: a name, a source, and either `transformer:` or `blocks:`.
///
///     let model = try ModelFile.read(path: "Models/llama-3-8b.yaml")
///     let text = ModelFile.text(for: model)   // reads back as an equal model
public enum ModelFile {
  /// Reads a model file.
  /// - Throws: `InvalidInput` with everything that is wrong in it, contradictions included.
  public static func read(path: String) throws(InvalidInput) -> Model {
    try model(in: SourceFile(path: path))
  }

  /// Reads the text of a model file; `path` is what messages call it.
  public static func read(text: String, path: String) throws(InvalidInput) -> Model {
    try model(in: SourceFile(text: text, path: path))
  }

  private static func model(in file: SourceFile) throws(InvalidInput) -> Model {
    try file.expect(.model)
    return try file.read { root in
      let name = root.string("name")
      let provenance = root.provenance()
      let architecture = architecture(from: root)
      let model = Model(name: name, architecture: architecture, provenance: provenance)
      // Placeholders of unreadable values would contradict each other for no fault of the user.
      if root.isFreeOfErrors {
        for problem in model.problems {
          root.report(problem.message, at: problem.place.path)
        }
      }
      return model
    }
  }

  private static func architecture(from root: MappingReader) -> Model.Architecture {
    if root.has("blocks") {
      return .blocks(BlockGraph(from: root))
    }
    return .transformer(TransformerFamily(from: root.mapping("transformer")))
  }
}

extension ModelProblem.Place {
  /// Where the place is in a model file.
  var path: [PathStep] {
    switch self {
    case .field(let field):
      [.key("transformer")] + field.rawValue.split(separator: ".").map { .key(String($0)) }
    case .block(let block, let key): [.key("blocks"), .key(block)] + (key.map { [.key($0)] } ?? [])
    case .input(let name): [.key("inputs"), .key(name)]
    case .operator(let block, let index):
      [.key("blocks"), .key(block), .key("operators"), .index(index)]
    }
  }
}
