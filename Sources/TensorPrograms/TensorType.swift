/// The number format of a tensor's elements, named as StableHLO names it: `f32`, `bf16`, `i32`,
/// `i1`.
public struct ElementType: Hashable, Sendable, CustomStringConvertible {
  public let name: String
  /// Bytes that one element takes in memory: whole bytes, so that `i1` takes 1.
  public let byteCount: Int

  /// `nil` when no such format exists.
  public init?(_ name: some StringProtocol) {
    guard let byteCount = Self.byteCounts[String(name)] else { return nil }
    self.name = String(name)
    self.byteCount = byteCount
  }

  private init(name: String, byteCount: Int) {
    self.name = name
    self.byteCount = byteCount
  }

  public static let boolean = ElementType(name: "i1", byteCount: 1)
  public static let float32 = ElementType(name: "f32", byteCount: 4)
  public static let bfloat16 = ElementType(name: "bf16", byteCount: 2)
  public static let float16 = ElementType(name: "f16", byteCount: 2)
  public static let int32 = ElementType(name: "i32", byteCount: 4)

  public var description: String { name }

  /// Whether arithmetic on the format counts as floating-point operations.
  public var isFloatingPoint: Bool { name.hasPrefix("f") || name.hasPrefix("bf") }

  /// Source: the element types of the StableHLO specification; 4-bit and 2-bit formats are stored
  /// one per byte, as XLA stores them on its CPU back end.
  private static let byteCounts: [String: Int] = {
    var counts = ["i1": 1, "f16": 2, "bf16": 2, "f32": 4, "f64": 8, "tf32": 4, "index": 8]
    for sign in ["i", "ui", "si"] {
      for (bits, bytes) in [(2, 1), (4, 1), (8, 1), (16, 2), (32, 4), (64, 8)] {
        counts["\(sign)\(bits)"] = bytes
      }
    }
    for format in [
      "f8E3M4", "f8E4M3", "f8E4M3FN", "f8E4M3FNUZ", "f8E4M3B11FNUZ", "f8E5M2", "f8E5M2FNUZ",
      "f8E8M0FNU", "f4E2M1FN", "f6E2M3FN", "f6E3M2FN",
    ] {
      counts[format] = 1
    }
    counts["complex<f32>"] = 8
    counts["complex<f64>"] = 16
    return counts
  }()
}

extension ElementType {
  /// A number as the text writes it: MLIR wants a point in those of floating-point formats.
  func literal(_ number: Double) -> String {
    guard isFloatingPoint else { return "\(Int(number))" }
    var text = "\(number)"
    guard !text.contains(".") else { return text }
    let end = text.firstIndex(of: "e") ?? text.endIndex
    text.insert(contentsOf: ".0", at: end)
    return text
  }

  /// What is below every number of the format: minus infinity, or the least integer.
  var lowestLiteral: String {
    switch name {
    case "bf16": "0xFF80"
    case "f16": "0xFC00"
    case "f64": "0xFFF0000000000000"
    case "i32": "-2147483648"
    default: "0xFF800000"
    }
  }
}

/// A tensor's shape and number format. A scalar has the shape `[]`.
public struct TensorType: Hashable, Sendable, CustomStringConvertible {
  public var shape: [Int]
  public var element: ElementType

  public init(_ shape: [Int], _ element: ElementType) {
    self.shape = shape
    self.element = element
  }

  public var rank: Int { shape.count }
  public var elementCount: Int { shape.reduce(1, *) }
  public var byteCount: Int { elementCount * element.byteCount }

  /// As MLIR writes it: `tensor<8x64xf32>`.
  public var description: String {
    "tensor<" + shape.map { "\($0)x" }.joined() + element.name + ">"
  }

  /// The largest tensor and the longest dimension that are accepted, so that no product of sizes
  /// can overflow: 1 TiB of 4-byte elements.
  public static let largestElementCount = 1 << 38
  static let longestDimension = 1 << 31
  static let largestRank = 64
}
