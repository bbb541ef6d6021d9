public import Configuration
public import ModelDescription
public import Quantities

/// The `config.json` of a model on Hugging Face.
///
/// Families: `HuggingFaceFamily` lists them. Keys that say nothing about size or shape
/// are ignored; `null` stands for the default, as in the `transformers` library whose
/// `configuration_*.py` define the keys. The prediction module of DeepSeek-V3
/// (`num_nextn_predict_layers`) is left out, as that library does.
public struct HuggingFaceConfig: Hashable, Sendable {
  public var model: Model
  /// The format that the released weights are stored in, when the file says so.
  public var weights: NumberFormat?
  /// What our families describe differently, a sentence each without its full stop.
  public var notes: [String]

  /// Reads a `config.json`.
  ///
  /// - Parameter name: what to call the model; otherwise what the file says, or its `model_type`.
  /// - Throws: `InvalidInput` with everything that is wrong, unknown families included.
  public static func read(
    path: String, name: String? = nil
  ) throws(InvalidInput) -> HuggingFaceConfig {
    try HuggingFaceConfig(SourceFile(path: path), name: name)
  }

  /// Reads the text of a `config.json`; `path` is what messages call it.
  public static func read(
    text: String, path: String, name: String? = nil
  ) throws(InvalidInput) -> HuggingFaceConfig {
    try HuggingFaceConfig(SourceFile(text: text, path: path), name: name)
  }

  private init(_ file: SourceFile, name: String?) throws(InvalidInput) {
    try file.expect(.huggingFace)
    self = try file.read { root in
      let kind = root.choice("model_type", of: HuggingFaceFamily.self)
      let weights =
        root.optionalChoice("torch_dtype", of: HuggingFaceFormat.self)
        ?? root.optionalChoice("dtype", of: HuggingFaceFormat.self)
      let origin = root.optionalText("_name_or_path")
      // Without a known family, the other keys mean nothing.
      let family = root.isFreeOfErrors ? kind.transformer(from: root) : nil
      root.ignoreOtherKeys()
      let model = Model(
        name: name ?? origin ?? kind.rawValue,
        architecture: .transformer(family ?? .placeholder),
        provenance: Provenance(.published, "\(origin ?? kind.rawValue) config.json on Hugging Face")
      )
      if root.isFreeOfErrors {
        for problem in model.problems {
          guard case .field(let field) = problem.place else { continue }
          root.report(problem.message, at: [.key(kind.key(for: field))])
        }
      }
      return HuggingFaceConfig(
        model: model, weights: weights?.format,
        notes: root.isFreeOfErrors ? kind.notes(of: root) : [])
    }
  }

  private init(model: Model, weights: NumberFormat?, notes: [String]) {
    self.model = model
    self.weights = weights
    self.notes = notes
  }
}

/// The words of `torch_dtype` or `dtype`.
private enum HuggingFaceFormat: String, CaseIterable {
  case float32
  case float16
  case bfloat16
  case float8 = "float8_e4m3fn"

  var format: NumberFormat {
    switch self {
    case .float32: .float32
    case .float16: .float16
    case .bfloat16: .bfloat16
    case .float8: .float8
    }
  }
}

extension TransformerFamily {
  /// What a file with errors is answered with; it never leaves the reader.
  fileprivate static let placeholder = TransformerFamily(
    layers: 1, hiddenSize: 1, vocabularySize: 1,
    attention: Attention(heads: 1, form: .grouped(keyValueHeads: 1, headSize: 1)),
    feedForward: FeedForward(size: 1))
}

/// `null` and a missing key both stand for the default.
extension MappingReader {
  func optional(_ key: String, in range: ClosedRange<Int>) -> Int? {
    isNull(key) ? nil : integerIfPresent(key, in: range)
  }

  func optionalNumber(_ key: String, in range: ClosedRange<Double>) -> Double? {
    isNull(key) ? nil : numberIfPresent(key, in: range)
  }

  func optionalFlag(_ key: String) -> Bool? { isNull(key) ? nil : flagIfPresent(key) }

  func optionalText(_ key: String) -> String? {
    isNull(key) || isEmpty(key) ? nil : stringIfPresent(key)
  }

  func optionalChoice<E: RawRepresentable & CaseIterable>(_ key: String, of type: E.Type) -> E?
  where E.RawValue == String { isNull(key) ? nil : choiceIfPresent(key, of: type) }
}
