import Figures

extension SequenceComparisonDocument {
  public func text(width: Int) -> String { page.text(width: width) }

  public var markdown: String { page.markdown }

  public var html: String { page.html }

  private var page: Page {
    var page = Page()
    page.add(.title("\(title): plans beside what was published"))
    page.add(.text("Published: \(source)."))
    page.add(.text("Lengths: \(lengths)."))
    page.add(.text("Source of the coefficients: \(coefficients)."))
    page.add(.heading("How much faster than other ways to run the same batches"))
    page.add(
      .text(
        "Seconds per batch are predictions by the coefficients; each factor is the sum over all "
          + "batches for one degree, the best degree per batch, or ring attention, over that of the "
          + "plans. Published factors stand in parentheses; theirs for context parallelism compares "
          + "with Megatron-LM, which has no counterpart among the coefficients."))
    page.add(.table(factorTable))
    for sentence in rangeSentences { page.add(.text(sentence)) }
    page.add(.figure(factorChart, inText: .nothing))
    page.add(.heading("Against the published solver"))
    page.add(.text("Published solver: \(solverSource)."))
    page.add(.table(predictionTable))
    page.add(.heading("What is proved"))
    page.add(
      .text(
        "A gap compares a plan with the best grouping of the same microbatches, a global gap with "
          + "a bound over all ways to choose microbatches, which plans of many sequences do not reach."
      ))
    page.add(.table(gapTable))
    if !cpuSeconds.isEmpty {
      page.add(.heading("Processor time of a plan"))
      page.add(.text(timeSentence))
      page.add(
        .figure(
          Histogram(
            title: "Processor time of each plan", caption: "One value per batch and model.",
            axis: Axis("processor time", .seconds), values: cpuSeconds), inText: .nothing))
    }
    return page
  }

  private static var factors: [(name: String, path: KeyPath<Factors, Double?>)] {
    [
      ("one degree", \.overFixedDegree), ("best degree", \.overBestDegree),
      ("context parallel", \.overContextParallel),
    ]
  }

  private var factorTable: TextTable {
    var table = TextTable(
      [("data", .left), ("model", .left), ("s per batch", .right)]
        + Self.factors.map { ($0.name, .right) })
    for setting in settings {
      let own = setting.factors
      table.add(
        [
          setting.data, "\(setting.model) \(setting.thousandPositions)K",
          Format.number(setting.mixed / Double(max(setting.batches.count, 1)), digits: 2),
        ]
          + Self.factors.map { _, path in
            let ours = own[keyPath: path].map { Format.number($0, digits: 2) } ?? "–"
            let theirs = setting.published?[keyPath: path]
            return ours + (theirs.map { " (\(Format.number($0, digits: 2)))" } ?? "")
          })
    }
    return table
  }

  /// How our factors lie to the range of the published ones.
  private var rangeSentences: [String] {
    Self.factors.compactMap { name, path in
      let published = settings.compactMap { $0.published?[keyPath: path] }
      let own = settings.compactMap { $0.factors[keyPath: path] }
      guard let low = published.min(), let high = published.max(), let least = own.min(),
        let most = own.max()
      else { return nil }
      let inside = own.count { (low...high).contains($0) }
      let above = own.count { $0 > high }
      return "Over \(name): \(Format.number(least, digits: 2)) to "
        + "\(Format.number(most, digits: 2)) here, published \(Format.number(low, digits: 2)) to "
        + "\(Format.number(high, digits: 2)); \(inside) of \(own.count) lie in that range, "
        + "\(above) above it and \(own.count - inside - above) below."
    }
  }

  private var factorChart: BarChart {
    let shown = settings.filter { $0.published != nil }
    func values(_ factors: (Setting) -> Factors?) -> [Double] {
      shown.map { factors($0)?.overFixedDegree ?? .nan }
    }
    return BarChart(
      title: "Time with one degree for all batches, over that of a mix",
      caption: "Settings with a published factor.",
      categories: shown.map { "\($0.data) \($0.model)" },
      axis: Axis("times as long", .number(unit: "")),
      series: [.init("here", values(\.factors)), .init("published", values(\.published))],
      arrangement: .grouped)
  }

  private var predictionTable: TextTable {
    var table = TextTable([
      ("data", .left), ("model", .left), ("batch", .right), ("one degree s", .right),
      ("best degree s", .right), ("mix s", .right), ("mix here / published", .right),
    ])
    for setting in settings {
      for (index, batch) in setting.batches.enumerated() {
        guard let predicted = batch.predicted else { continue }
        func pair(_ own: Double?, _ theirs: Double?) -> String {
          "\(own.map { Format.number($0, digits: 2) } ?? "–") "
            + "(\(theirs.map { Format.number($0, digits: 2) } ?? "–"))"
        }
        table.add([
          setting.data, setting.model, "\(index)",
          pair(batch.times.fixedDegree, predicted.fixedDegree),
          pair(batch.times.bestDegree, predicted.bestDegree),
          pair(batch.times.mixed, predicted.mixed),
          Format.number(batch.times.mixed / predicted.mixed, digits: 3),
        ])
      }
    }
    return table
  }

  private var gapTable: TextTable {
    var table = TextTable([
      ("data", .left), ("model", .left), ("batches", .right), ("largest gap", .right),
      ("global gaps", .right),
    ])
    for setting in settings {
      let worst = setting.batches.map(\.worstGap).max() ?? 0
      let global = setting.batches.map(\.globalGap)
      table.add([
        setting.data, setting.model, "\(setting.batches.count)", Format.percent(worst),
        "\(Format.percent(global.min() ?? 0)) – \(Format.percent(global.max() ?? 0))",
      ])
    }
    return table
  }

  private var timeSentence: String {
    let sorted = cpuSeconds.sorted()
    /// The least value that at least `part` of all do not exceed.
    func quantile(_ part: Double) -> String {
      let rank = Int((part * Double(sorted.count)).rounded(.up)) - 1
      return Format.seconds(sorted[min(max(rank, 0), sorted.count - 1)])
    }
    return
      "\(sorted.count) plans with their certificates: median \(quantile(0.5)), 90th percentile "
      + "\(quantile(0.9)), 95th \(quantile(0.95)), largest \(quantile(1)), of one core. Measured "
      + "when this report was written."
  }
}
