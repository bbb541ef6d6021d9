import Figures

extension PlansDocument {
  /// The report of a search, in the order of the questions that people ask: does it fit and how
  /// fast is it, how is it launched, what else is there, where do time and memory go, where does it
  /// run, what would change the answer, what is assumed.
  var report: Page {
    var page = Page()
    page.add(.title("\(job.model) on \(job.cluster)"))
    page.add(.text(job.sentence))
    page.add(.text(ClusterGroupSummary.sentence(clusterGroups)))
    guard let best = plans.first else {
      addInfeasibility(to: &page)
      addAssumptions(to: &page)
      return page
    }
    addAnswer(best, to: &page)
    best.addLaunch(to: &page)
    addAlternatives(to: &page)
    addTime(best, to: &page)
    addMemory(best, to: &page)
    addPlaces(best, to: &page)
    addSensitivity(best, to: &page)
    addAssumptions(to: &page)
    return page
  }

  private func addAnswer(_ best: PlanDocument, to page: inout Page) {
    page.add(.heading("Does it fit, and how fast is it?"))
    let fullest = best.stages.max { $0.peakMemoryBytes < $1.peakMemoryBytes }
    let usable = fullest?.usableMemoryBytes ?? 0
    var sentence =
      "It fits and takes \(Format.seconds(best.stepTimeSeconds)) per step: \(best.rates). The "
      + "fullest device holds \(Format.memory(best.memoryBytes.total)) of "
      + "\(Format.memory(usable)) that can be used."
    if best.devicesUsed < job.devices {
      sentence +=
        " \(Format.count(best.devicesUsed)) of \(Format.count(job.devices)) devices are used; more "
        + "would not be faster."
    }
    page.add(.text(sentence))
    if let price = best.price {
      page.add(.text(price.sentence(hasTokens: best.tokensPerSecond != nil)))
    }
    page.add(.text("The strategy: \(best.strategy.words)."))
  }

  private func addAlternatives(to page: inout Page) {
    page.add(.heading("The alternatives, and what they cost"))
    page.add(.table(ranking))
    addFront(to: &page)
    guard considered.count > 1 else { return }
    let points = considered.map {
      ScatterPlot.Point($0.peakMemoryBytes, $0.stepTimeSeconds, $0.label)
    }
    page.add(
      .figure(
        ScatterPlot(
          title: "Time against memory",
          caption: "Every plan that was simulated; along the front, less time costs memory.",
          x: Axis("memory of the fullest device", .bytes),
          y: Axis("step time", .seconds, startsAtZero: false),
          series: [
            .init("plans", points), .init("front", points.paretoFront, isJoined: true),
          ]), inText: .nothing))
  }

  private func addTime(_ best: PlanDocument, to page: inout Page) {
    page.add(.heading("Where does the time go?"))
    page.add(.table(best.timeTable(explained: true)))
    page.add(.figure(best.timePicture, inText: .nothing))
    if let pictures { page.add(.figure(pictures.step, inText: .nothing)) }
  }

  private func addMemory(_ best: PlanDocument, to page: inout Page) {
    page.add(.heading("Where does the memory go?"))
    page.add(.table(best.memoryTable(explained: true)))
    page.add(.figure(best.memoryPicture, inText: .nothing))
    if let pictures { page.add(.figure(pictures.memory, inText: .nothing)) }
  }

  private func addPlaces(_ best: PlanDocument, to page: inout Page) {
    page.add(.heading("Where does it run?"))
    page.add(.table(best.stageTable))
    if let pictures { page.add(.figure(pictures.layers, inText: .nothing)) }
    if !best.groups.isEmpty {
      page.add(.text("Groups of ranks, in rank order \(best.rankOrder):"))
      page.add(.table(best.groupTable))
    }
    guard let pictures else { return }
    page.add(.figure(pictures.network, inText: .nothing))
    page.add(.figure(pictures.devices, inText: .nothing))
  }

  private func addSensitivity(_ best: PlanDocument, to page: inout Page) {
    addContributions(to: &page)
    guard !sensitivity.isEmpty else { return }
    page.add(.heading("What would change the answer?"))
    let changes = sensitivity.filter(\.changesWinner)
    page.add(
      .text(
        changes.isEmpty
          ? "Nothing that was tried: with every figure a tenth lower or higher, the same plan wins."
          : "Another plan wins with "
            + changes.map { "\($0.figure) \($0.change)" }.joined(separator: ", ") + "."))
    page.add(
      .text(
        "Each line plans again among the degrees of the plans above, those doubled and halved."))
    page.add(.table(SensitivitySummary.table(sensitivity, base: best.stepTimeSeconds)))
    page.add(
      .figure(SensitivitySummary.tornado(sensitivity, base: best.stepTimeSeconds), inText: .nothing)
    )
  }

  private func addAssumptions(to page: inout Page) {
    page.add(.heading("What is assumed?"))
    var table = TextTable([("figures of", .left), ("are", .left), ("source", .left)])
    for input in inputs { table.add([input.subject, input.evidence, input.source]) }
    page.add(.table(table))
    page.add(
      .text(
        "Not modelled: traffic of different axes on one link slowing each other down inside a node, "
          + "the host, fragmentation of the allocator, clock and power limits, stragglers, "
          + "failures, data loading, checkpoints and evaluation."))
    page.add(.heading("How was it searched?"))
    addSearchSentence(to: &page)
  }
}

extension PlanDocument {
  /// Time by stage and part.
  var timePicture: BarChart {
    let parts = stages.map(\.breakdownSeconds.parts)
    let used = (parts.first ?? []).indices.filter { part in parts.contains { $0[part].1 != 0 } }
    return BarChart(
      title: "Time of each stage", caption: "The parts add up to the step.",
      categories: stages.indices.map { "stage \($0)" }, axis: Axis("time", .seconds),
      series: used.map { part in
        let name = parts[0][part].0
        return BarChart.Series(
          name, parts.map { $0[part].1 }, source: BreakdownSummary.explanation(of: name),
          colour: BreakdownSummary.colour(of: name))
      })
  }

  /// Memory by stage and part, against what devices have.
  var memoryPicture: BarChart {
    let parts = stages.map(\.memoryBytes.parts)
    return BarChart(
      title: "Memory of each stage at its peak", caption: "The line is what can be used.",
      categories: stages.indices.map { "stage \($0)" }, axis: Axis("memory", .bytes),
      series: (parts.first ?? []).indices.map { part in
        let name = parts[0][part].0
        return BarChart.Series(
          name, parts.map { $0[part].1 }, source: MemorySummary.explanation(of: name))
      }, limit: .init("usable", stages.map(\.usableMemoryBytes)))
  }
}

extension Array where Element == ScatterPlot.Point {
  /// The points that no other beats on both axes, by `x`.
  var paretoFront: [ScatterPlot.Point] {
    var best = Double.infinity
    return sorted { ($0.x, $0.y) < ($1.x, $1.y) }.filter { point in
      defer { best = Swift.min(best, point.y) }
      return point.y < best
    }
  }
}
