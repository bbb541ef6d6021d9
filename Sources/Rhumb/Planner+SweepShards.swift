public import Configuration
public import Reports
import Search

extension Planner {
  /// Plans the points of a shard, each in full and independent of all others.
  ///
  /// - Parameters:
  ///   - known: points that need not be planned again.
  ///   - record: takes each point as soon as it is planned.
  /// - Throws: `InvalidInput` as `sweep(_:effort:progress:)`, and what `record` throws.
  public func sweep(
    _ sweep: SweepDescription, shard: SweepShard, knowing known: Set<Int>,
    record: (SweepRecord) throws -> Void
  ) throws {
    for number in shard.points(of: sweep.pointCount) where !known.contains(number) {
      let values = sweep.values(ofPoint: number)
      let (point, statistics) = try sweepPoint(sweep, values)
      try record(
        SweepRecord(
          sweep: sweep.fingerprint, number: number, count: sweep.pointCount,
          evaluated: statistics.evaluated, pruned: statistics.pruned, point: point))
    }
  }

  /// The records in the text of a result file. An unfinished last line, as an interrupted run leaves
  /// it, is not one.
  ///
  /// - Throws: `InvalidInput` for other lines that are no records, and for records of another sweep.
  public func records(
    in text: String, path: String, of sweep: SweepDescription
  ) throws(InvalidInput) -> [SweepRecord] {
    var records: [SweepRecord] = []
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.dropLast().enumerated() where !line.isEmpty {
      func invalid(_ message: String) -> InvalidInput {
        InvalidInput([
          Diagnostic(
            file: path, position: Diagnostic.Position(line: index + 1, column: 1), message: message)
        ])
      }
      guard let record = try? SweepRecord(line: line), record.schema == SweepRecord.schema,
        (0..<sweep.pointCount).contains(record.number)
      else {
        throw invalid("is no line of a sweep's results ('\(SweepRecord.schema)')")
      }
      if record.sweep != sweep.fingerprint {
        throw invalid(
          "comes from another sweep: the job or what is varied has changed since; remove the file "
            + "and plan its shard again")
      }
      records.append(record)
    }
    return records
  }

  /// The document of a sweep from the results of its shards, in whatever order.
  ///
  /// - Parameter files: path and text of each result file.
  /// - Throws: `InvalidInput` when points are missing, and when a point has two results.
  public func merge(
    _ files: [(path: String, text: String)], of sweep: SweepDescription
  ) throws(InvalidInput) -> SweepDocument {
    var known: [SweepRecord?] = Array(repeating: nil, count: sweep.pointCount)
    for (path, text) in files {
      for record in try records(in: text, path: path, of: sweep) {
        if let other = known[record.number], other != record {
          throw InvalidInput(
            file: path,
            "point \(record.number) has another result than in the files before: they come from "
              + "different versions of the program or of its hardware descriptions")
        }
        known[record.number] = record
      }
    }
    let missing = known.indices.filter { known[$0] == nil }
    guard missing.isEmpty else {
      let listed = missing.prefix(8).map { number in
        zip(sweep.factors, sweep.values(ofPoint: number))
          .map { "\($0.kind.rawValue) \($1.formatted)" }.joined(separator: ", ")
      }
      throw InvalidInput(
        file: "--merge",
        "\(missing.count) of \(known.count) points are missing: "
          + listed.map { "(\($0))" }.joined(separator: ", ")
          + (missing.count > listed.count ? " and more" : "")
          + "; run their shards again, which plans what is missing alone, and give all files")
    }
    let records = known.compactMap { $0 }
    return SweepDocument(
      model: sweep.job.model.text, cluster: sweep.job.cluster.text,
      factors: sweep.factors.map { .init(name: $0.kind.rawValue, values: $0.values) },
      points: records.map(\.point), evaluated: records.map(\.evaluated).reduce(0, +),
      pruned: records.map(\.pruned).reduce(0, +), complete: true)
  }
}

extension Double {
  fileprivate var formatted: String {
    self == rounded() && magnitude < 1e15 ? String(Int(self)) : description
  }
}
