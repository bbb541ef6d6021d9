import Foundation
import SequencePlanning

/// The published data that the tests rest on, read from the project's own files.
enum Published {
  static let profile = decode(SequenceProfile.self, "Clusters/Profiles/flexsp-a100.json")

  static func instance(_ name: String) throws -> SequenceInstance {
    try decode(SequenceInstance.self, "Examples/sequences/\(name).json").get()
  }

  static func costs(
    _ model: String, _ thousandPositions: Int = 192, devices: Int = 64,
    parallelism: SequenceParallelism = .allToAll, degrees: (Int) -> Bool = { _ in true }
  ) throws -> SequenceCosts {
    try profile.get().costs(
      model: model, thousandPositions: thousandPositions, deviceCount: devices,
      parallelism: parallelism, degrees: degrees)
  }

  private static func decode<T: Decodable>(_ type: T.Type, _ path: String) -> Result<T, any Error> {
    Result {
      let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
      return try JSONDecoder().decode(
        type, from: Data(contentsOf: root.appendingPathComponent(path)))
    }
  }
}

/// SplitMix64, so that random tests are the same everywhere.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
