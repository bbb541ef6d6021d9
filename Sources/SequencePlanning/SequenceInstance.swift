/// Batches of sequence lengths, as an instance file holds them.
public struct SequenceInstance: Hashable, Sendable, Codable {
  public var name: String
  public var provenance: String
  /// The longest sequence in thousands of tokens.
  public var thousandPositions: Int
  public var deviceCount: Int
  /// Lengths in tokens, padded already.
  public var batches: [[Int]]

  enum CodingKeys: String, CodingKey {
    case name, provenance, batches
    case thousandPositions = "seq_limit_k"
    case deviceCount = "gpus"
  }

  public init(
    name: String, provenance: String, thousandPositions: Int, deviceCount: Int, batches: [[Int]]
  ) {
    self.name = name
    self.provenance = provenance
    self.thousandPositions = thousandPositions
    self.deviceCount = deviceCount
    self.batches = batches
  }

  /// `lengths` rounded up to multiples of `multiple`, as kernels and degrees want them.
  public static func padded(_ lengths: [Int], toMultiplesOf multiple: Int) -> [Int] {
    guard multiple > 1 else { return lengths }
    return lengths.map { length in
      length <= 0 || length > Int.max - multiple
        ? length : (length + multiple - 1) / multiple * multiple
    }
  }
}
