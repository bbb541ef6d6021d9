import Figures

extension ComparisonDocument {
  var page: Page {
    var page = Page()
    page.add(.title("Comparison of \(entries.map(\.name).joined(separator: ", "))"))
    page.add(.heading("Side by side"))
    page.add(.table(overview))
    for entry in entries {
      if let violation = entry.violation {
        page.add(.text("\(entry.name) does not fit: \(violation.message)."))
      }
    }
    let planned = entries.filter { $0.plan != nil }
    guard !planned.isEmpty else { return page }
    page.add(.heading("Where the time goes"))
    page.add(
      .table(
        parts(planned, "part", Format.seconds) { $0.breakdownSeconds.parts }))
    page.add(.figure(timePicture(planned), inText: .nothing))
    page.add(.heading("Where the memory goes"))
    page.add(
      .table(parts(planned, "part", Format.memory) { $0.memoryBytes.parts }))
    page.add(.figure(memoryPicture(planned), inText: .nothing))
    for difference in differences { add(difference, to: &page) }
    return page
  }

  private var overview: TextTable {
    let isSet = Set(entries.map(\.job.devices)).count > 1
    let hasTokens = entries.allSatisfy { $0.plan == nil || $0.plan?.tokensPerSecond != nil }
    var table = TextTable(
      [
        ("what", .left), ("step", .right), ("against first", .right),
        (hasTokens ? "tokens/s" : "samples/s", .right),
      ]
        + (isSet ? [("devices", .right)] : [])
        + [("MFU", .right), ("memory", .right), ("of", .right), ("strategy", .left)])
    let first = entries.first?.plan?.stepTimeSeconds
    for (index, entry) in entries.enumerated() {
      guard let plan = entry.plan else {
        table.add(
          [entry.name, "-", "-", "-"] + (isSet ? ["\(entry.job.devices)"] : [])
            + ["-", "-", "-", "nothing fits"])
        continue
      }
      let change = first.map { Format.signedPercent(plan.stepTimeSeconds / $0 - 1) } ?? "-"
      table.add(
        [
          entry.name, Format.seconds(plan.stepTimeSeconds), index == 0 ? "-" : change,
          Format.rate((hasTokens ? plan.tokensPerSecond : nil) ?? plan.samplesPerSecond),
        ] + (isSet ? [Format.count(plan.devicesUsed)] : []) + [
          Format.percent(plan.modelFlopsUtilization), Format.memory(plan.memoryBytes.total),
          Format.memory(plan.usableMemoryBytes), plan.strategy.label,
        ])
    }
    return table
  }

  /// A row for each part that anybody has, a column for each entry.
  private func parts(
    _ entries: [Entry], _ title: String, _ format: (Double) -> String,
    _ parts: (Costs) -> [(String, Double)]
  ) -> TextTable {
    let all = entries.compactMap(\.plan).map(parts)
    var table = TextTable([(title, .left)] + entries.map { ($0.name, .right) })
    for (index, part) in (all.first ?? []).enumerated()
    where all.contains(where: { $0[index].1 != 0 }) {
      table.add([part.0] + all.map { format($0[index].1) })
    }
    table.add(["total"] + all.map { format($0.map(\.1).reduce(0, +)) })
    return table
  }

  private func timePicture(_ entries: [Entry]) -> BarChart {
    let parts = entries.compactMap(\.plan).map(\.breakdownSeconds.parts)
    return BarChart(
      title: "Time of a step", categories: entries.map(\.name), axis: Axis("time", .seconds),
      series: (parts.first ?? []).indices.filter { part in
        parts.contains { $0[part].1 != 0 }
      }.map { part in
        BarChart.Series(
          parts[0][part].0, parts.map { $0[part].1 },
          source: BreakdownSummary.explanation(of: parts[0][part].0),
          colour: BreakdownSummary.colour(of: parts[0][part].0))
      })
  }

  private func memoryPicture(_ entries: [Entry]) -> BarChart {
    let plans = entries.compactMap(\.plan)
    let parts = plans.map(\.memoryBytes.parts)
    return BarChart(
      title: "Memory of the fullest device", caption: "The line is what can be used.",
      categories: entries.map(\.name), axis: Axis("memory", .bytes),
      series: (parts.first ?? []).indices.map { part in
        BarChart.Series(
          parts[0][part].0, parts.map { $0[part].1 },
          source: MemorySummary.explanation(of: parts[0][part].0))
      }, limit: .init("usable", plans.map(\.usableMemoryBytes)))
  }

  private func add(_ difference: Difference, to page: inout Page) {
    page.add(.heading("From \(difference.from) to \(difference.to)"))
    let time = difference.stepTimeSeconds
    let verdict =
      time == 0
      ? "Both take the same time."
      : time > 0
        ? "A step takes \(Format.seconds(time)) longer."
        : "A step takes \(Format.seconds(-time)) less."
    let changes = difference.strategyChanges
    page.add(
      .text(
        verdict
          + (changes.isEmpty
            ? " The strategies are the same." : " Changed: \(changes.joined(separator: ", "))."))
    )
    guard difference.breakdownSeconds.parts.contains(where: { $0.1 != 0 }) else { return }
    var table = TextTable([("part", .left), ("time", .right)])
    for (name, seconds) in difference.breakdownSeconds.parts where seconds != 0 {
      table.add([name, signed(seconds, Format.seconds)])
    }
    table.add(["step", signed(time, Format.seconds)])
    page.add(.table(table))
    let hasMemory = difference.memoryBytes.parts.contains { $0.1 != 0 }
    guard hasMemory else { return }
    var memory = TextTable([("part", .left), ("memory", .right)])
    for (name, bytes) in difference.memoryBytes.parts where bytes != 0 {
      memory.add([name, signed(bytes, Format.memory)])
    }
    memory.add(["total", signed(difference.memoryBytes.total, Format.memory)])
    page.add(.table(memory))
  }

  private func signed(_ value: Double, _ format: (Double) -> String) -> String {
    (value > 0 ? "+" : "") + format(value)
  }
}
