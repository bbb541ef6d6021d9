import Figures

extension ExplorationDocument {
  var page: Page {
    var page = Page()
    page.add(.title(title))
    if let source { page.add(.text("Published: \(source).")) }
    if settings.count > 1 || settings.contains(where: { $0.runs.count > 1 }) {
      page.add(.heading("What agents found, and how far it is from the exact optimum"))
      page.add(.table(summary))
    }
    if !pipelines.isEmpty {
      page.add(.heading("Pipelines by DAPPLE's planner"))
      page.add(.table(pipelineTable))
    }
    for setting in settings { setting.add(to: &page) }
    return page
  }

  private var summary: TextTable {
    var table = TextTable([
      ("task", .left), ("model", .left), ("cluster", .left), ("dimensions", .right),
      ("decisions", .right), ("exact", .right), ("median regret", .right), ("worst", .right),
      ("within 2 %", .right), ("CPU s", .right),
    ])
    for setting in settings {
      let regrets = setting.regrets
      let times = setting.runs.compactMap(\.cpuSeconds)
      func percent(_ value: Double?) -> String {
        value.map { Format.number(100 * $0, digits: 2) + " %" } ?? "–"
      }
      table.add([
        setting.task + (setting.objective == "reward" ? " (published reward)" : ""),
        setting.model, setting.cluster, Format.count(setting.dimensions), "\(setting.decisions)",
        setting.exactCost.map(setting.costText) ?? "–",
        percent(regrets.isEmpty ? nil : regrets[regrets.count / 2]), percent(regrets.last),
        regrets.isEmpty ? "–" : "\(regrets.count { $0 <= 0.02 }) of \(setting.runs.count)",
        times.max().map { Format.number($0, digits: 1) } ?? "–",
      ])
    }
    return table
  }

  private var pipelineTable: TextTable {
    var table = TextTable([
      ("model", .left), ("cluster", .left), ("plan", .left), ("step", .right),
      ("published", .left),
    ])
    for pipeline in pipelines {
      table.add([
        pipeline.model, pipeline.cluster, pipeline.plan,
        pipeline.seconds.map(Format.seconds) ?? "–", pipeline.published,
      ])
    }
    return table
  }
}

extension ExplorationDocument.Setting {
  fileprivate func add(to page: inout Page) {
    page.add(.heading(name))
    guard let first = runs.first else { return }
    var sentence = "\(Format.count(dimensions)) choices, \(decisions) decisions; "
    if let cost = first.cost {
      sentence += "\(costText(cost)) after \(first.bestEpisode ?? 0) of \(first.episodes) episodes"
    } else {
      sentence += "no plan in \(first.episodes) episodes"
    }
    if let exactCost { sentence += ", the exact optimum is \(costText(exactCost))" }
    page.add(.text(sentence + "."))
    if let published { page.add(.text("Published: \(published).")) }
    var table = TextTable([("part", .left), ("plan", .left)])
    for choice in plan { table.add([choice.part, choice.choice]) }
    page.add(.table(table))
    page.add(
      .figure(
        LineChart(
          title: "Learning curve: \(name)",
          caption: "Return of each episode of seed \(first.seed), averaged over equal stretches.",
          x: Axis("episode", .count), y: Axis("return", .number(unit: "")),
          series: [LineChart.Series("return", episodes: returns)]), inText: .caption))
  }
}
