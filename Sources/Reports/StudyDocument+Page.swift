import Figures

extension StudyDocument {
  public func text(width: Int) -> String { page.text(width: width) }

  public var markdown: String { page.markdown }

  public var html: String { page.html }

  private var page: Page {
    var page = Page()
    page.add(.title("\(title): simulated beside what was published"))
    page.add(.text("Published: \(source)."))
    for fit in fits { page.add(.text(sentence(for: fit))) }
    for table in tables {
      page.add(.heading(table.name))
      if !table.note.isEmpty { page.add(.text(table.note)) }
      page.add(.table(rows(of: table)))
      page.add(.text(verdict(on: table)))
      page.add(.figure(chart(of: table), inText: .nothing))
    }
    if !divisions.isEmpty {
      page.add(.heading("Layers in proportion to speed"))
      page.add(
        .text(
          "Each stage but the last takes the whole layers below α · layers · speed / Σ speeds. The "
            + "best division is that of all divisions whose simulated step is shortest."))
      page.add(.table(divisionTable))
    }
    return page
  }

  private func sentence(for fit: Fit) -> String {
    let reached = "\(Format.number(fit.bytesPerSecond / 1e9, digits: 2)) GB/s"
    let what =
      "Fitted to '\(fit.run)' alone: \(reached) over \(fit.transport) into and out of a node, "
      + "\(Format.number(fit.factor, digits: 2)) times what the hardware's descriptions say."
    return fit.isMet ? what : what + " The published ratio is out of reach."
  }

  private func rows(of table: Table) -> TextTable {
    var rows = TextTable([
      ("run", .left), ("strategy", .left), ("blocks", .left), ("step", .right),
      ("samples/s", .right), ("times as long", .right), ("published", .right), ("error", .right),
    ])
    for run in table.runs {
      rows.add([
        run.name, run.strategy, run.blocks.map(String.init).joined(separator: "/"),
        Format.seconds(run.stepTimeSeconds), Format.rate(run.samplesPerSecond),
        Format.number(run.timesAsLong, digits: 2),
        run.publishedTimesAsLong.map { Format.number($0, digits: 2) } ?? "–",
        run.isFitted ? "fitted" : run.error.map { Format.signedPercent($0) } ?? "–",
      ])
    }
    return rows
  }

  private func verdict(on table: Table) -> String {
    let predicted = table.runs.filter {
      $0.error != nil && !$0.isFitted && $0.name != table.reference
    }
    let close = predicted.filter { abs($0.error ?? .infinity) <= table.tolerance }
    let limit = Format.percent(table.tolerance)
    let far = predicted.filter { abs($0.error ?? .infinity) > table.tolerance }.map(\.name)
    var words = "Compared with \(table.reference). "
    if predicted.isEmpty { return words + "No ratio is a prediction." }
    words += "\(close.count) of \(predicted.count) predicted ratios are within \(limit)"
    return words + (far.isEmpty ? "." : "; not \(far.joined(separator: ", ")).")
  }

  private func chart(of table: Table) -> BarChart {
    BarChart(
      title: "Step time over that of \(table.reference)", caption: table.name + ".",
      categories: table.runs.map(\.name), axis: Axis("times as long", .number(unit: "")),
      series: [
        .init("simulated", table.runs.map(\.timesAsLong)),
        .init("published", table.runs.map { $0.publishedTimesAsLong ?? .nan }),
      ], arrangement: .grouped)
  }

  private var divisionTable: TextTable {
    var table = TextTable([
      ("layers", .left), ("speeds", .left), ("α", .right), ("in proportion", .left),
      ("published", .left), ("best", .left), ("in proportion", .right), ("best", .right),
    ])
    func list(_ counts: [Int]?) -> String {
      counts.map { $0.map(String.init).joined(separator: "/") } ?? "–"
    }
    for division in divisions {
      table.add([
        division.name,
        division.speeds.map { Format.number($0, digits: $0 == $0.rounded() ? 0 : 2) }
          .joined(separator: ":"),
        Format.number(division.alpha, digits: 2),
        list(division.proportional.isEmpty ? nil : division.proportional),
        list(division.published), list(division.best),
        division.proportionalSeconds.map(Format.seconds) ?? "–",
        division.bestSeconds.map(Format.seconds) ?? "–",
      ])
    }
    return table
  }
}
