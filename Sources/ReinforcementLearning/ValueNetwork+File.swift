/// A network as a file.
///
/// All numbers are little-endian: the eight letters `RHUMBNET`; the format's version, 1; flags, of
/// which bit 0 says dueling; how many sizes follow; the sizes, each in 4 bytes like these; then per
/// layer the weights, input after input, and the biases as 4-byte floating-point numbers; at last
/// 8 bytes of FNV-1a over all before.
extension ValueNetwork {
  static let magic = Array("RHUMBNET".utf8)
  static let version: UInt32 = 1
  /// No network here comes near; a damaged file could ask for far more.
  static let largestSize = 1 << 16

  /// The network as the bytes of a file.
  public var encoded: [UInt8] {
    var bytes = Self.magic
    func append<Number: FixedWidthInteger>(_ number: Number) {
      withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }
    append(Self.version)
    append(UInt32(isDueling ? 1 : 0))
    append(UInt32(sizes.count))
    for size in sizes { append(UInt32(size)) }
    for layer in layers {
      for value in layer.weights.rowMajor + layer.biases.rowMajor { append(value.bitPattern) }
    }
    append(Self.checksum(bytes[...]))
    return bytes
  }

  /// Reads the bytes of a file.
  public init(decoding bytes: [UInt8]) throws(NetworkFileError) {
    guard bytes.starts(with: Self.magic) else { throw .noNetwork }
    var reader = Reader(rest: bytes.dropFirst(Self.magic.count))
    let version = try reader.number(UInt32.self)
    guard version == Self.version else { throw .version(Int(version)) }
    let flags = try reader.number(UInt32.self)
    let count = try reader.number(UInt32.self)
    guard flags <= 1, (2...16).contains(count) else { throw .damaged }
    var sizes: [Int] = []
    for _ in 0..<count {
      let size = Int(try reader.number(UInt32.self))
      guard (1...Self.largestSize).contains(size) else { throw .damaged }
      sizes.append(size)
    }
    // Before anything of that size is made.
    let isDueling = flags == 1
    let parameters = Self.parameterCount(sizes, isDueling: isDueling)
    guard reader.rest.count == 4 * parameters + 8 else { throw .damaged }
    self.init(zero: sizes, isDueling: isDueling)
    for index in layers.indices {
      try reader.fill(&layers[index].weights)
      try reader.fill(&layers[index].biases)
    }
    let sum = Self.checksum(bytes.dropLast(8))
    guard try reader.number(UInt64.self) == sum else { throw .damaged }
  }

  /// Weights and biases.
  public var parameterCount: Int { Self.parameterCount(sizes, isDueling: isDueling) }

  private static func parameterCount(_ sizes: [Int], isDueling: Bool) -> Int {
    zip(sizes, sizes.dropFirst()).enumerated().reduce(0) { sum, pair in
      let isLast = pair.offset == sizes.count - 2
      let outputs = pair.element.1 + (isLast && isDueling ? 1 : 0)
      return sum + (pair.element.0 + 1) * outputs
    }
  }

  /// FNV-1a. Source: Fowler, Noll and Vo, draft-eastlake-fnv.
  private static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  private struct Reader {
    var rest: ArraySlice<UInt8>

    mutating func number<Number: FixedWidthInteger>(
      _: Number.Type
    ) throws(NetworkFileError) -> Number {
      let width = MemoryLayout<Number>.size
      guard rest.count >= width else { throw .damaged }
      let number = rest.prefix(width).reversed().reduce(Number.zero) { $0 << 8 | Number($1) }
      rest = rest.dropFirst(width)
      return number
    }

    mutating func fill(_ matrix: inout Panels) throws(NetworkFileError) {
      for row in 0..<matrix.rows {
        for column in 0..<matrix.columns {
          let value = Float(bitPattern: try number(UInt32.self))
          guard value.isFinite else { throw .damaged }
          matrix[row, column] = value
        }
      }
    }
  }
}

/// Why bytes are no network.
public enum NetworkFileError: Error, Hashable, Sendable, CustomStringConvertible {
  case noNetwork
  case version(Int)
  case damaged

  public var description: String {
    switch self {
    case .noNetwork: "is no trained network: the first eight bytes are not 'RHUMBNET'"
    case .version(let version):
      "has format version \(version), this program reads version \(ValueNetwork.version)"
    case .damaged: "is damaged: its length or checksum is wrong; train it again"
    }
  }
}
