/// An operation as the text writes it, whichever of its two forms was used.
///
/// Attributes carry the names of the generic form, so that both forms of one operation are equal
/// here.
struct OperationSyntax {
  var name: String
  var location: ProgramError.Location
  /// The name in front of `=`, and how many results stand behind it.
  var result: (name: String, count: Int)?
  /// Names of further results, where each has its own: `%values, %indices = …`.
  var moreResults: [String] = []
  var operands: [ValueName] = []
  var attributes: [String: Attribute] = [:]
  var regions: [BlockSyntax] = []
  /// As far as the text gives them: the pretty form leaves operand types out where they are clear.
  var operandTypes: [TensorType]?
  var resultTypes: [TensorType] = []
}

/// A use of a value: `%0`, or `%0#1` for the second result of an operation.
struct ValueName {
  var name: String
  var index: Int
  /// Where it stands, in bytes from the beginning; empty for what the text implies.
  var range: Range<Int> = 0..<0
}

/// The only block of a region: arguments, then operations, the last of which returns.
struct BlockSyntax {
  var arguments: [(name: String, type: TensorType)] = []
  var operations: [OperationSyntax] = []
}

struct FunctionSyntax {
  var name: String
  var location: ProgramError.Location
  var argumentAttributes: [[String: Attribute]] = []
  var resultTypes: [TensorType] = []
  var resultAttributes: [[String: Attribute]] = []
  /// Where attributes of arguments and results can be written, in the pretty form.
  var argumentPlaces: [AttributePlace] = []
  var resultPlaces: [AttributePlace] = []
  var body = BlockSyntax()
}

/// A place in the text for one more attribute: behind a type, or behind the brace that follows it.
struct AttributePlace {
  /// In bytes from the beginning.
  var offset: Int
  var isInBraces: Bool
}

/// A whole program text.
struct ModuleSyntax {
  var meshes: [String: MeshAnnotation] = [:]
  var functions: [FunctionSyntax] = []
  /// Behind the module's opening brace; `nil` in the generic form.
  var bodyOffset: Int?
  /// The module's attributes, in bytes from the beginning.
  var attributeRange: Range<Int>?
}

/// `sdy.mesh @name = <["data"=2, "model"=4]>`.
public struct MeshAnnotation: Hashable, Sendable {
  public var axes: [(name: String, size: Int)]

  /// So many devices no mesh has.
  public static let largestDeviceCount = 1 << 24

  public static func == (a: MeshAnnotation, b: MeshAnnotation) -> Bool {
    a.axes.elementsEqual(b.axes) { $0 == $1 }
  }

  public func hash(into hasher: inout Hasher) {
    for axis in axes {
      hasher.combine(axis.name)
      hasher.combine(axis.size)
    }
  }
}

extension ModuleSyntax {
  /// How often each operation occurs, functions and what they return included.
  var operationCounts: [String: Int] {
    var counts: [String: Int] = [:]
    func count(_ block: BlockSyntax) {
      for operation in block.operations {
        counts[operation.name, default: 0] += 1
        operation.regions.forEach(count)
      }
    }
    for function in functions {
      counts["func.func", default: 0] += 1
      count(function.body)
    }
    if !meshes.isEmpty { counts["sdy.mesh"] = meshes.count }
    return counts
  }
}
