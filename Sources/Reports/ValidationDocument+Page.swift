import Figures

extension ValidationDocument {
  func page(listsRuns: Bool) -> Page {
    var page = Page()
    page.add(.title("Predicted against measured"))
    page.add(.text(sentence))
    page.add(.heading("Step time"))
    page.add(
      .text(
        "Errors are relative: predicted over measured, less one. One MFU is the model with one "
          + "constant per device, fitted on the other half of the configurations."))
    page.add(.table(timeTable))
    page.add(.figure(timePlot, inText: .nothing))
    if !behindBaseline.isEmpty {
      page.add(
        .text(
          "Not ahead of one MFU in families of more than ten runs: "
            + behindBaseline.joined(separator: ", ") + "."))
    }
    page.add(.heading("Order of plans"))
    page.add(
      .text(
        "Pairs: strategies of one job (model, length, devices, global batch, precision) by step "
          + "time; tau is Kendall's. Regret: how much slower the plan predicted fastest is than the "
          + "fastest measured. In sweeps: pairs of runs of one model on one machine, whatever length "
          + "and batch, by time per token."))
    page.add(.table(orderTable))
    page.add(.heading("Memory"))
    page.add(.table(memoryTable))
    if overall.memoryRuns > 0 { page.add(.figure(memoryPlot, inText: .nothing)) }
    if overall.skipped > 0 {
      page.add(.heading("Skipped"))
      page.add(.table(skippedTable))
    }
    if listsRuns { addRuns(to: &page) }
    return page
  }

  private var timePlot: ScatterPlot {
    ScatterPlot(
      title: "Step time of every run", caption: "On the diagonal, both are equal.",
      x: Axis("measured", .seconds, spacing: .logarithmic),
      y: Axis("predicted", .seconds, spacing: .logarithmic),
      series: series { ($0.measuredSeconds, $0.predictedSeconds) }, showsIdentity: true)
  }

  private var memoryPlot: ScatterPlot {
    ScatterPlot(
      title: "Peak memory of every run that states it",
      caption: "On the diagonal, both are equal.", x: Axis("measured", .bytes),
      y: Axis("predicted", .bytes),
      series: series { ($0.measuredMemoryBytes, $0.predictedMemoryBytes) }, showsIdentity: true)
  }

  /// The runs of each family that have both numbers.
  private func series(_ numbers: (Run) -> (Double?, Double?)) -> [ScatterPlot.Series] {
    families.compactMap { family in
      let points = runs.filter { $0.family == family.family }.compactMap { run in
        let (x, y) = numbers(run)
        return x.flatMap { x in y.map { ScatterPlot.Point(x, $0, run.id) } }
      }
      return points.isEmpty ? nil : ScatterPlot.Series(family.family, points)
    }
  }

  private var sentence: String {
    var text = "\(overall.runs) runs scored, \(overall.skipped) skipped."
    if let median = overall.medianAbsoluteError, let p90 = overall.p90AbsoluteError {
      text +=
        " Step time: median error \(Format.percent(median)), 90th percentile "
        + Format.percent(p90)
      if let baseline = overall.baselineMedianAbsoluteError {
        text += "; one constant MFU per device: \(Format.percent(baseline))"
      }
      text += "."
    }
    return text
  }

  /// The families, and all of them in the last row.
  private var rows: [(String, Summary)] {
    families.map { ($0.family, $0.summary) } + [("all", overall)]
  }

  private var timeTable: TextTable {
    var table = TextTable([
      ("family", .left), ("runs", .right), ("skipped", .right), ("median", .right),
      ("p90", .right), ("bias", .right), ("one MFU", .right), ("its p90", .right),
    ])
    for (name, summary) in rows {
      table.add([
        name, "\(summary.runs)", "\(summary.skipped)", percent(summary.medianAbsoluteError),
        percent(summary.p90AbsoluteError), signed(summary.bias),
        percent(summary.baselineMedianAbsoluteError), percent(summary.baselineP90AbsoluteError),
      ])
    }
    return table
  }

  private var orderTable: TextTable {
    var table = TextTable([
      ("family", .left), ("jobs", .right), ("pairs", .right), ("ordered", .right),
      ("tau", .right), ("regret", .right), ("worst", .right), ("in sweeps", .right),
      ("ordered", .right),
    ])
    for (name, summary) in rows where summary.pairs + summary.sweepPairs > 0 {
      table.add([
        name, "\(summary.jobs)", "\(summary.pairs)",
        ratio(summary.pairsOrderedCorrectly, summary.pairs),
        summary.rankCorrelation.map { Format.number($0, digits: 2) } ?? "-",
        percent(summary.meanRegret), percent(summary.largestRegret), "\(summary.sweepPairs)",
        ratio(summary.sweepPairsOrderedCorrectly, summary.sweepPairs),
      ])
    }
    return table
  }

  /// Families of more than ten runs in which the one-constant model errs no more.
  private var behindBaseline: [String] {
    families.filter { family in
      guard family.summary.baselineRuns > 10, let ours = family.summary.medianAbsoluteError,
        let baseline = family.summary.baselineMedianAbsoluteError
      else { return false }
      return ours >= baseline
    }.map { "\($0.family)" }
  }

  private var memoryTable: TextTable {
    var table = TextTable([
      ("family", .left), ("runs", .right), ("median", .right), ("bias", .right),
      ("completed", .right), ("predicted not to fit", .right), ("ran out", .right),
      ("predicted to fit", .right),
    ])
    for (name, summary) in rows {
      table.add([
        name, "\(summary.memoryRuns)", percent(summary.memoryMedianAbsoluteError),
        signed(summary.memoryBias), "\(summary.completedRuns)",
        "\(summary.completedButPredictedNotToFit)", "\(summary.outOfMemoryRuns)",
        "\(summary.outOfMemoryButPredictedToFit)",
      ])
    }
    return table
  }

  private var skippedTable: TextTable {
    var table = TextTable([("family", .left), ("runs", .right), ("why", .left)])
    for family in families {
      for reason in family.summary.skippedReasons {
        table.add([family.family, "\(reason.runs)", reason.reason])
      }
    }
    return table
  }

  private func addRuns(to page: inout Page) {
    for family in families {
      let runs = runs.filter { $0.family == family.family && $0.predictedSeconds != nil }
      guard !runs.isEmpty else { continue }
      page.add(.heading(family.family))
      page.add(.table(table(of: runs)))
    }
  }

  private func table(of runs: [Run]) -> TextTable {
    let parts = runs.compactMap(\.breakdownSeconds).map(\.parts)
    let shown = (parts.first ?? []).indices.filter { part in parts.contains { $0[part].1 != 0 } }
    var table = TextTable(
      [
        ("run", .left), ("strategy", .left), ("measured", .right), ("predicted", .right),
        ("error", .right),
      ] + shown.map { (parts[0][$0].0, .right) } + [
        ("memory", .right), ("predicted", .right),
      ])
    for run in runs {
      let breakdown = run.breakdownSeconds?.parts ?? []
      table.add(
        [
          run.id, run.strategy ?? "-", run.measuredSeconds.map(Format.seconds) ?? "-",
          run.predictedSeconds.map(Format.seconds) ?? "-", signed(run.relativeError),
        ] + shown.map { Format.seconds(breakdown[$0].1) } + [
          run.measuredMemoryBytes.map(Format.memory) ?? "-",
          run.predictedMemoryBytes.map(Format.memory) ?? "-",
        ])
    }
    return table
  }

  private func percent(_ value: Double?) -> String { value.map(Format.percent) ?? "-" }

  private func signed(_ value: Double?) -> String {
    value.map { ($0 > 0 ? "+" : "") + Format.percent($0) } ?? "-"
  }

  private func ratio(_ part: Int, _ whole: Int) -> String {
    whole > 0 ? Format.percent(Double(part) / Double(whole)) : "-"
  }
}
