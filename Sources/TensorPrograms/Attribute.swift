/// The value of an operation's attribute.
public indirect enum Attribute: Hashable, Sendable {
  case integer(Int)
  case boolean(Bool)
  case string(String)
  /// `@name`, without the sign.
  case symbol(String)
  case integers([Int])
  case list([Attribute])
  case dictionary([String: Attribute])
  case tensor(DenseElements)
  case type(TensorType)
  /// `#dialect.name<key = value, …>`.
  case record([String: Attribute])
  case convolution(ConvolutionLabels)
  case sharding(ShardingAnnotation)
  /// Whatever needs no understanding: a precision, a floating-point number, a location.
  case opaque(String)

  var integer: Int? {
    switch self {
    case .integer(let value): value
    case .tensor(let elements): elements.integers(count: 1)?.first
    default: nil
    }
  }

  /// A list of whole numbers, however it is written.
  var integers: [Int]? {
    switch self {
    case .integers(let values): values
    case .list(let items):
      items.reduce([Int]?([])) { values, item in
        guard let values, case .integer(let value) = item else { return nil }
        return values + [value]
      }
    default: nil
    }
  }
}

/// A constant tensor as the text gives it: `dense<…> : type`.
public struct DenseElements: Hashable, Sendable {
  public var type: TensorType
  /// What stands between `<` and `>`.
  public var literal: String

  /// The elements as whole numbers; one number stands for all of them.
  func integers(count: Int) -> [Int]? {
    let words = literal.split { !isWordByte($0.asciiValue ?? 0) && $0 != "-" && $0 != "." }
    let values = words.compactMap { word in
      word == "true" ? 1 : word == "false" ? 0 : Int(word)
    }
    guard values.count == words.count else { return nil }
    if values.count == count { return values }
    return values.count == 1 ? Array(repeating: values[0], count: count) : nil
  }
}

/// Which dimensions of a convolution's operands and result mean what.
///
/// `b` batch, `f` feature, `i` and `o` input and output feature of the kernel, numbers are spatial.
public struct ConvolutionLabels: Hashable, Sendable {
  public var input: [Label]
  public var kernel: [Label]
  public var output: [Label]

  public enum Label: Hashable, Sendable {
    case batch, feature, inputFeature, outputFeature
    case spatial(Int)
  }
}

/// A sharding as `sdy` writes it: `<@mesh, [{"data"}, {}]>`.
public struct ShardingAnnotation: Hashable, Sendable {
  public var mesh: String
  /// Per dimension the axes that split it, the outermost first.
  public var dimensions: [[String]]
  /// Per dimension whether more axes may be added (`?`).
  public var isOpen: [Bool]

  public init(mesh: String, dimensions: [[String]], isOpen: [Bool]) {
    self.mesh = mesh
    self.dimensions = dimensions
    self.isOpen = isOpen
  }
}
