import ModelDescription
import Quantities
import StrategySpace

/// What is varied of a job, and over which values: one factor or two.
public struct SweepDescription: Hashable, Sendable {
  public var job: JobDescription
  /// Every combination of their values is a point.
  public var factors: [SweepFactor]
  /// What a device costs per hour, in whatever currency; `nil` leaves prices out.
  public var pricePerDeviceHour: Double?
}

/// One thing that is varied.
public struct SweepFactor: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Of the whole cluster, in whole nodes or as part of one.
    case devices
    case globalBatchSize = "global_batch_size"
    case sequenceLength = "sequence_length"
    /// Of each network interface, in bytes per second.
    case interfaceBandwidth = "interface_bandwidth"
    /// Nominal, of each device, in bytes.
    case deviceMemory = "device_memory"
  }

  public var kind: Kind
  /// In base units, as written.
  public var values: [Double]
  /// Where the file says so.
  public var place: JobDescription.Reference.Place
}

/// Reads sweep files.
///
///     job: Examples/llama-3-70b-dgx-h100.yaml
///     vary:
///       devices: {from: 8, to: 512, times: 2}
///       interface_bandwidth: [100 Gb/s, 200 Gb/s, 400 Gb/s]
public enum SweepFile {
  /// Points of one sweep: minutes of planning.
  public static let pointLimit = 10_000

  public static func read(path: String) throws(InvalidInput) -> SweepDescription {
    try read(SourceFile(path: path))
  }

  public static func read(text: String, path: String) throws(InvalidInput) -> SweepDescription {
    try read(SourceFile(text: text, path: path))
  }

  private static func read(_ file: SourceFile) throws(InvalidInput) -> SweepDescription {
    try file.expect(.sweep)
    return try file.read { root throws(InvalidInput) in
      let job = root.job("job")
      let price = root.numberIfPresent("price_per_device_hour", in: 0...1e6)
      let vary = root.mapping("vary")
      let factors = SweepFactor.Kind.allCases.compactMap { vary.factor($0) }
        // The factor written first is the one that curves run along.
        .sorted { ($0.place.position ?? .first) < ($1.place.position ?? .first) }
      // Keys that are no factors are reported by themselves.
      let isEmpty = factors.isEmpty && !vary.keys.isEmpty
      if root.isFreeOfErrors, !isEmpty, !(1...2).contains(factors.count) {
        let words = SweepFactor.Kind.allCases.map(\.rawValue).joined(separator: ", ")
        root.report(
          "'vary' must name one factor or two of \(words); found \(factors.count)", key: "vary")
      }
      let points = factors.map(\.values.count).reduce(1, *)
      if points > pointLimit {
        root.report("'vary' makes \(points) points, at most \(pointLimit) are planned", key: "vary")
      }
      return SweepDescription(
        job: job ?? .placeholder, factors: factors, pricePerDeviceHour: price)
    }
  }
}

extension Diagnostic.Position {
  fileprivate static let first = Diagnostic.Position(line: 0, column: 0)
}

extension JobDescription {
  /// What stands for a job that could not be read; never escapes.
  fileprivate static let placeholder = JobDescription(
    model: .init(""), cluster: .init(""),
    training: .init(globalBatchSize: 1, sequenceLength: 1), precision: nil, limits: .init())
}

extension MappingReader {
  /// The job in another file; what is wrong there is reported there.
  fileprivate func job(_ key: String) -> JobDescription? {
    let path = string(key)
    guard !path.isEmpty else { return nil }
    do {
      return try JobFile.read(path: path)
    } catch {
      adopt(error, key: key)
      return nil
    }
  }

  fileprivate func factor(_ kind: SweepFactor.Kind) -> SweepFactor? {
    let key = kind.rawValue
    guard has(key) else { return nil }
    let values: [Double]
    switch kind {
    case .devices: values = wholeNumbers(key, in: 1...10_000_000)
    case .globalBatchSize: values = wholeNumbers(key, in: 1...JobFile.batchLimit)
    case .sequenceLength: values = wholeNumbers(key, in: 1...JobFile.lengthLimit)
    case .interfaceBandwidth: values = bandwidths(key).map(\.value)
    case .deviceMemory: values = amountsOfMemory(key).map(\.value)
    }
    if let twice = values.enumerated().first(where: { values[..<$0.offset].contains($0.element) }) {
      report("'\(key)' lists a value twice, number \(twice.offset + 1) of the list", key: key)
    }
    return SweepFactor(
      kind: kind, values: values, place: .init(file: sink.file, position: position(of: key)))
  }

  /// A list, or `{from: 8, to: 512, times: 2}`, or `{from: 8, to: 64, step: 8}`.
  private func wholeNumbers(_ key: String, in range: ClosedRange<Int>) -> [Double] {
    guard isMapping(key), let bounds = mappingIfPresent(key) else {
      return integers(key, in: range).map(Double.init)
    }
    let from = bounds.integer("from", in: range)
    let to = bounds.integer("to", in: range)
    let times = bounds.integerIfPresent("times", in: 2...1024)
    let step = bounds.integerIfPresent("step", in: range)
    guard bounds.isFreeOfErrors else { return [] }
    if (times == nil) == (step == nil) {
      bounds.report("'\(key)' needs either 'times' or 'step'")
      return []
    }
    if from > to {
      bounds.report("'\(key)' holds nothing: from \(from) is above to \(to)")
      return []
    }
    var values: [Double] = []
    var value = from
    while value <= to, values.count <= SweepFile.pointLimit {
      values.append(Double(value))
      value = times.map { value * $0 } ?? value + (step ?? 1)
    }
    return values
  }
}
