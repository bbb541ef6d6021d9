/// A part of a sweep for one of several machines: every `count`-th point, from the `index`-th on.
public struct SweepShard: Hashable, Sendable, LosslessStringConvertible {
  /// From 1.
  public var index: Int
  public var count: Int

  /// `2/8` for the second of eight.
  public init?(_ description: String) {
    let parts = description.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let index = parts[0], let count = parts[1], index >= 1, index <= count,
      count <= SweepFile.pointLimit
    else { return nil }
    self.index = index
    self.count = count
  }

  public var description: String { "\(index)/\(count)" }

  /// The points of the shard, of so many in all.
  public func points(of all: Int) -> [Int] {
    Array(stride(from: index - 1, to: all, by: count))
  }
}

extension SweepDescription {
  /// Points in all.
  public var pointCount: Int { factors.map(\.values.count).reduce(1, *) }

  /// The value of each factor at a point; the first factor varies fastest.
  public func values(ofPoint number: Int) -> [Double] {
    var rest = number
    return factors.map { factor in
      defer { rest /= factor.values.count }
      return factor.values[rest % factor.values.count]
    }
  }

  /// The same for equal jobs and factors on every machine, wherever their files lie.
  public var fingerprint: String {
    let job = [
      job.model.text, job.cluster.text, "\(job.training)", "\(job.limits)",
      job.precision.map { "\($0)" } ?? "", job.profile?.text ?? "",
    ]
    let varied = factors.map { "\($0.kind.rawValue) \($0.values)" }
    let price = pricePerDeviceHour.map { "\($0)" } ?? ""
    // FNV-1a, 64 bits (Fowler, Noll, Vo).
    let hash = (job + varied + [price]).joined(separator: "\n").utf8
      .reduce(UInt64(0xCBF2_9CE4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    return String(hash, radix: 16)
  }
}
