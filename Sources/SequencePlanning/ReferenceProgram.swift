public import LinearPrograms
import Quantities

/// The mixed-integer program of the FlexSP paper, for cross-checks.
///
/// Every group that could exist is a candidate `p` of some degree; `A[q,p]` counts the sequences of
/// bucket `q` in it and `m[p]` says whether it exists:
///
///     min M   Σₚ A[q,p] = n_q                       every sequence once
///             Σ_q s_q·A[q,p] ≤ capacity             memory
///             Σ_q t(s_q)·A[q,p] + fixed·m[p] ≤ M    time
///             m[p] ≤ Σ_q A[q,p] ≤ n·m[p]            a group exists if it holds something
///             Σₚ dₚ·m[p] ≤ N                        devices
///             M ≥ floor                             traffic behind the groups
///
/// Candidates of one degree are alike, so they exist in order, which spares the solver some symmetry.
/// Buckets count at their upper end; the plan's times are those of the true lengths.
///
/// Source: FlexSP (Wang et al. 2025, arXiv:2412.01523). The released code wants exactly `N` devices used,
/// the paper at most `N`, as here.
struct ReferenceProgram {
  private let costs: SequenceCosts
  private let buckets: [LengthClasses]
  private let nodeLimit: Int
  /// Position of each candidate's degree.
  private let candidates: [Int]
  let program: LinearProgram
  private let columns: [[(candidate: Int, column: LinearProgram.Column)]]

  init(_ classes: LengthClasses, _ costs: SequenceCosts, _ options: SequencePlanner.Options) {
    self.costs = costs
    nodeLimit = options.referenceNodes
    buckets = Bucketing.buckets(classes, count: options.referenceBuckets)
    let total = classes.sequenceCount
    let candidates = costs.degrees.indices.flatMap { k in
      Array(repeating: k, count: min(costs.deviceCount / costs.degrees[k].degree, total))
    }
    self.candidates = candidates

    var program = LinearProgram(.minimize)
    let makespan = program.addColumn(
      "makespan", cost: 1, .atLeast(costs.microbatchFloor.value))
    let exists = candidates.enumerated().map { p, k in
      program.addColumn("m_\(p)_degree_\(costs.degrees[k].degree)", .binary, kind: .integer)
    }
    var columns: [[(candidate: Int, column: LinearProgram.Column)]] = []
    for (q, bucket) in buckets.enumerated() {
      let count = Double(bucket.sequenceCount)
      let fitting = candidates.indices.filter {
        bucket.longest <= costs.degrees[candidates[$0]].tokenCapacity
      }
      let own = fitting.map { p in
        (
          candidate: p,
          column: program.addColumn("A_\(q)_\(p)", .between(0, count), kind: .integer)
        )
      }
      program.addRow("bucket_\(q)", own.map { ($0.column, 1) }, .equal(to: count))
      columns.append(own)
    }
    self.columns = columns
    for (p, k) in candidates.enumerated() {
      let degree = costs.degrees[k]
      var members: [(column: LinearProgram.Column, length: Int)] = []
      for (own, bucket) in zip(columns, buckets) {
        for entry in own where entry.candidate == p {
          members.append((entry.column, bucket.longest))
        }
      }
      let ones = members.map { ($0.column, 1.0) }
      program.addRow(
        "memory_\(p)",
        members.map { ($0.column, Double($0.length) / Double(degree.tokenCapacity)) },
        .atMost(1))
      program.addRow(
        "time_\(p)",
        members.map { ($0.column, degree.time(ofSequence: $0.length).value) }
          + [(exists[p], degree.fixed.value), (makespan, -1)],
        .atMost(0))
      program.addRow("full_\(p)", ones + [(exists[p], -Double(total))], .atMost(0))
      program.addRow("empty_\(p)", ones + [(exists[p], -1)], .atLeast(0))
      if p > 0, candidates[p - 1] == k {
        program.addRow("order_\(p)", [(exists[p - 1], 1), (exists[p], -1)], .atLeast(0))
      }
    }
    program.addRow(
      "devices",
      zip(exists, candidates).map { ($0.0, Double(costs.degrees[$0.1].degree)) },
      .atMost(Double(costs.deviceCount)))
    self.program = program
  }

  /// The packing that branch and bound finds within its nodes, or a homogeneous one if that is better.
  func best() throws -> Packing? {
    var options = SolveOptions()
    options.nodeLimit = nodeLimit
    let homogeneous = costs.degrees.indices.compactMap(homogeneous)
    let solution = try program.solve(options)
    let solved = solution.columnValues.isEmpty ? nil : packing(solution)
    return ([solved].compactMap(\.self) + homogeneous).min {
      $0.makespan(costs) < $1.makespan(costs)
    }
  }

  /// Draws the members of each bucket, longest first, into the groups that take them.
  private func packing(_ solution: LinearSolution) -> Packing {
    var members = candidates.map { _ in [Int]() }
    for (own, bucket) in zip(columns, buckets) {
      var lengths = zip(bucket.lengths, bucket.counts).flatMap(Array.init(repeating:count:))[...]
      for entry in own {
        let count = Int(solution.value(of: entry.column))
        members[entry.candidate] += lengths.prefix(count)
        lengths = lengths.dropFirst(count)
      }
    }
    return Packing(
      groups: zip(candidates, members).filter { !$0.1.isEmpty }
        .map { PackedGroup(degree: $0.0, members: LengthClasses(of: $0.1)) })
  }

  /// Groups of one degree, each sequence in turn to the group that is least loaded.
  private func homogeneous(_ k: Int) -> Packing? {
    let degree = costs.degrees[k]
    let count = costs.deviceCount / degree.degree
    var members = Array(repeating: [Int](), count: count)
    var times = Array(repeating: 0.0, count: count)
    var tokens = Array(repeating: 0, count: count)
    for bucket in buckets {
      for length in zip(bucket.lengths, bucket.counts).flatMap(Array.init(repeating:count:)) {
        let fitting = members.indices.filter { tokens[$0] + length <= degree.tokenCapacity }
        guard let group = fitting.min(by: { times[$0] < times[$1] }) else { return nil }
        members[group].append(length)
        times[group] += degree.time(ofSequence: length).value
        tokens[group] += length
      }
    }
    return Packing(
      groups: members.filter { !$0.isEmpty }
        .map { PackedGroup(degree: k, members: LengthClasses(of: $0)) })
  }
}

extension SequencePlanner {
  /// The paper's program for one microbatch of all `lengths`, to export and solve elsewhere.
  ///
  /// - Throws: `SequencePlanningError` for lengths without a meaning.
  public func referenceProgram(_ lengths: [Int]) throws -> LinearProgram {
    try check(lengths)
    return ReferenceProgram(LengthClasses(of: lengths), costs, options).program
  }
}
