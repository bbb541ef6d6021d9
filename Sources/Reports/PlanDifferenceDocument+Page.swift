extension PlanDifferenceDocument {
  var page: Page {
    var page = Page()
    page.add(.title("From \(from.name) to \(to.name)"))
    page.add(.text(verdict))
    for side in [from, to] {
      if let violation = side.violation {
        page.add(.text("\(side.name) does not fit: \(violation.message)."))
      }
    }
    add("The job", jobChanges, to: &page)
    add("The choices", strategyChanges, to: &page)
    add("The stages", stageChanges, to: &page)
    if !launchArguments.isEmpty {
      page.add(.heading("The arguments for Megatron-LM"))
      page.add(.code(launchArguments.map { "\($0.side == .from ? "-" : "+") \($0.argument)" }))
    }
    if from.breakdownSeconds != to.breakdownSeconds {
      page.add(.heading("Where the time goes"))
      page.add(
        .table(table(from.breakdownSeconds.parts, to.breakdownSeconds.parts, Format.seconds)))
    }
    if from.memoryBytes != to.memoryBytes {
      page.add(.heading("Where the memory goes"))
      page.add(.table(table(from.memoryBytes.parts, to.memoryBytes.parts, Format.memory)))
    }
    return page
  }

  private var verdict: String {
    let difference = to.stepTimeSeconds - from.stepTimeSeconds
    let times =
      "\(Format.seconds(from.stepTimeSeconds)) to \(Format.seconds(to.stepTimeSeconds))"
    if difference == 0 { return "A step takes the same time: \(times)." }
    return
      "A step takes \(Format.seconds(abs(difference))) \(difference > 0 ? "longer" : "less"): "
      + "\(times), \(Format.signedPercent(difference / from.stepTimeSeconds))."
  }

  private func add(_ heading: String, _ changes: [Change], to page: inout Page) {
    guard !changes.isEmpty else { return }
    page.add(.heading(heading))
    var table = TextTable([("", .left), ("from", .left), ("to", .left)])
    for change in changes { table.add([change.what, change.from ?? "-", change.to ?? "-"]) }
    page.add(.table(table))
  }

  private func table(
    _ from: [(String, Double)], _ to: [(String, Double)], _ format: (Double) -> String
  ) -> TextTable {
    var table = TextTable([("part", .left), ("from", .right), ("to", .right), ("change", .right)])
    func add(_ name: String, _ old: Double, _ new: Double) {
      let change = new - old
      table.add(
        [
          name, format(old), format(new),
          change == 0 ? "-" : (change > 0 ? "+" : "") + format(change),
        ])
    }
    for (old, new) in zip(from, to) where old.1 != 0 || new.1 != 0 { add(old.0, old.1, new.1) }
    add("total", from.map(\.1).reduce(0, +), to.map(\.1).reduce(0, +))
    return table
  }
}
