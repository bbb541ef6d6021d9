public import Quantities

/// What transfers and reductions take among servers of equal devices, as latency and rate.
public struct ServerNetwork: Hashable, Sendable {
  /// A time that grows with the size in a straight line.
  public struct Line: Hashable, Sendable {
    public var latency: Seconds
    public var rate: BytesPerSecond

    public init(latency: Seconds, rate: BytesPerSecond) {
      self.latency = latency
      self.rate = rate
    }

    @inline(__always)
    public func time(of size: Bytes) -> Seconds {
      size > .zero ? latency + size / rate : .zero
    }
  }

  /// Devices of each server.
  public var servers: [Int]
  /// From one device to another of the same server.
  public var inside: Line
  /// From one server to another, over all of its interfaces.
  public var across: Line
  /// All-reduces, by servers less one and devices of each less one.
  public var reductions: [[Line]]

  public init(servers: [Int], inside: Line, across: Line, reductions: [[Line]]) {
    self.servers = servers
    self.inside = inside
    self.across = across
    self.reductions = reductions
  }

  public var deviceCount: Int { servers.reduce(0, +) }

  /// The all-reduce over some devices of each server. Where the counts differ, the ring leaves the
  /// servers as wide as the narrowest, and is as long as all of them.
  func reduction(of size: Bytes, over devices: [Int]) -> Seconds {
    var (used, narrowest, widest) = (0, Int.max, 0)
    for count in devices where count > 0 {
      used += 1
      narrowest = min(narrowest, count)
      widest = max(widest, count)
    }
    guard used > 0, used > 1 || widest > 1 else { return .zero }
    let line = reductions[used - 1][narrowest - 1]
    return line.time(of: size)
  }

  /// A tensor on its way from the devices of one stage to those of the next, each of which holds an
  /// equal part of the samples.
  ///
  /// What stays within servers and what leaves them travel at the same time.
  func transfer(of size: Bytes, from senders: [Int], to receivers: [Int]) -> Seconds {
    var (sending, receiving, sendingServers, receivingServers) = (0, 0, 0, 0)
    for server in servers.indices {
      sending += senders[server]
      receiving += receivers[server]
      sendingServers += senders[server] > 0 ? 1 : 0
      receivingServers += receivers[server] > 0 ? 1 : 0
    }
    var staying = 0.0
    for server in servers.indices {
      staying +=
        Double(senders[server]) / Double(sending) * (Double(receivers[server]) / Double(receiving))
    }
    let inner = inside.time(of: size * staying / Double(min(sending, receiving)))
    let outer = across.time(
      of: size * (1 - staying) / Double(min(sendingServers, receivingServers)))
    return max(inner, outer)
  }
}
