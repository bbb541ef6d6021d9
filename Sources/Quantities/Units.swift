/// An amount of memory or traffic, in bytes.
public struct Bytes: Quantity {
  public var value: Double

  @inlinable
  public init(_ value: Double) { self.value = value }

  @inlinable
  public static func gibibytes(_ count: Double) -> Bytes { Bytes(count * 1_073_741_824) }

  @inlinable
  public static func mebibytes(_ count: Double) -> Bytes { Bytes(count * 1_048_576) }

  /// The amount in GiB (2³⁰ bytes), the unit in which memory is printed.
  @inlinable
  public var gibibytes: Double { value / 1_073_741_824 }
}

/// A duration, in seconds.
public struct Seconds: Quantity {
  public var value: Double

  @inlinable
  public init(_ value: Double) { self.value = value }

  @inlinable
  public static func microseconds(_ count: Double) -> Seconds { Seconds(count * 1e-6) }

  @inlinable
  public var milliseconds: Double { value * 1e3 }

  /// The duration rounded to whole nanoseconds, the simulator's clock.
  ///
  /// Durations beyond 2⁶² ns (146 years) saturate, so that no input can overflow the clock.
  @inlinable
  public var nanoseconds: Int64 {
    let count = (value * 1e9).rounded()
    return count < 4.6e18 ? Int64(Swift.max(count, 0)) : 1 << 62
  }

  @inlinable
  public static func nanoseconds(_ count: Int64) -> Seconds { Seconds(Double(count) * 1e-9) }
}

/// An amount of arithmetic, in floating-point operations (a multiply-add is two).
public struct FLOPs: Quantity {
  public var value: Double

  @inlinable
  public init(_ value: Double) { self.value = value }
}

/// A bandwidth, in bytes per second and one direction.
public struct BytesPerSecond: Quantity {
  public var value: Double

  @inlinable
  public init(_ value: Double) { self.value = value }

  @inlinable
  public static func gigabytes(_ count: Double) -> BytesPerSecond { BytesPerSecond(count * 1e9) }

  /// The bandwidth in GB/s (10⁹ bytes), the unit in which bandwidths are printed.
  @inlinable
  public var gigabytes: Double { value * 1e-9 }
}

/// A compute rate, in floating-point operations per second.
public struct FLOPsPerSecond: Quantity {
  public var value: Double

  @inlinable
  public init(_ value: Double) { self.value = value }

  @inlinable
  public static func teraFLOPs(_ count: Double) -> FLOPsPerSecond { FLOPsPerSecond(count * 1e12) }

  @inlinable
  public var teraFLOPs: Double { value * 1e-12 }
}

extension Bytes {
  @inlinable
  public static func / (amount: Bytes, rate: BytesPerSecond) -> Seconds {
    Seconds(amount.value / rate.value)
  }

  @inlinable
  public static func / (amount: Bytes, time: Seconds) -> BytesPerSecond {
    BytesPerSecond(amount.value / time.value)
  }
}

extension FLOPs {
  @inlinable
  public static func / (work: FLOPs, rate: FLOPsPerSecond) -> Seconds {
    Seconds(work.value / rate.value)
  }

  @inlinable
  public static func / (work: FLOPs, time: Seconds) -> FLOPsPerSecond {
    FLOPsPerSecond(work.value / time.value)
  }
}

/// An amount of money, in whatever currency a cluster file states its prices.
public struct Money: Quantity {
  public var value: Double

  @inlinable
  public init(_ value: Double) { self.value = value }
}
