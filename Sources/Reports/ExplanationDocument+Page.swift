import Figures

extension ExplanationDocument {
  var page: Page {
    var page = plan.page
    page.add(.heading("Why not another one"))
    var table = TextTable([
      ("change", .left), ("step", .right), ("slower by", .right), ("memory", .right),
      ("verdict", .left),
    ])
    for alternative in alternatives {
      table.add([
        alternative.change, alternative.stepTimeSeconds.map(Format.seconds) ?? "-",
        difference(alternative).map { Format.signedPercent($0) } ?? "-",
        alternative.peakMemoryBytes.map(Format.memory) ?? "-", verdict(alternative),
      ])
    }
    page.add(.table(table))
    let timed = alternatives.filter { difference($0) != nil }
    if timed.count > 1 {
      page.add(
        .figure(
          BarChart(
            title: "What one change would do to the step time",
            categories: timed.map { $0.violation == nil ? $0.change : "\($0.change) (too large)" },
            axis: Axis("change of the step time", .fraction),
            series: [.init("change", timed.map { difference($0) ?? 0 })]), inText: .nothing))
    }
    if let runnerUp { add(runnerUp, to: &page) }
    return page
  }

  /// What shows as 0.0 % is no difference.
  private func difference(_ alternative: Alternative) -> Double? {
    alternative.stepTimeSeconds.map { time in
      let exact = time / plan.stepTimeSeconds - 1
      return abs(exact) < 0.0005 ? 0 : exact
    }
  }

  /// The rule that refuses it, or the part of the step that decides.
  private func verdict(_ alternative: Alternative) -> String {
    if let violation = alternative.violation { return violation.message }
    let difference = difference(alternative) ?? 0
    if difference == 0 { return "as fast" }
    let word = difference < 0 ? "faster" : "slower"
    guard let part = alternative.decidingPart, let seconds = alternative.decidingSeconds else {
      return word
    }
    return "\(word): \(part) \(seconds > 0 ? "+" : "")\(Format.seconds(seconds))"
  }

  private func add(_ runnerUp: RunnerUp, to page: inout Page) {
    page.add(.heading("What would have to change"))
    page.add(
      .text(
        "The fastest of these that fits is \(runnerUp.change) (\(runnerUp.strategy.label)), "
          + "\(Format.seconds(runnerUp.stepTimeSeconds)). By the closed form, it wins if one of "
          + "these alone were different:"))
    var table = TextTable([("figure", .left), ("it wins at", .left)])
    for breakEven in runnerUp.breakEvens {
      table.add([
        breakEven.figure,
        breakEven.factor.map { "\(Format.number($0, digits: 2)) times what it is" }
          ?? "no factor from 1/8 to 8",
      ])
    }
    page.add(.table(table))
  }
}
