/// SplitMix64: small, fast, and the same numbers for the same seed everywhere.
///
/// Source: Steele, Lea and Flood 2014, Fast splittable pseudorandom number generators.
public struct RandomSource: RandomNumberGenerator, Sendable {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// At least 0 and less than 1.
  public mutating func fraction() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// One of `count` numbers from 0 on.
  public mutating func index(below count: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(count)).high)
  }

  /// From a normal distribution with mean 0 and standard deviation 1, as the sum of twelve uniform
  /// numbers: no logarithm, whose last bit differs between platforms.
  public mutating func normal() -> Double {
    (0..<12).reduce(-6) { sum, _ in sum + fraction() }
  }
}
