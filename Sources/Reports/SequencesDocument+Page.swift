import Figures

extension SequencesDocument {
  public func text(width: Int) -> String { page.text(width: width) }

  public var markdown: String { page.markdown }

  public var html: String { page.html }

  private var page: Page {
    var page = Page()
    page.add(.title(setting.title))
    for sentence in sentences { page.add(.text(sentence)) }
    page.add(.heading("Lengths"))
    page.add(.table(histogramTable))
    page.add(.figure(histogramChart, inText: .nothing))
    page.add(.heading("Batches"))
    page.add(.table(batchTable))
    page.add(.heading("Against other ways to run them"))
    page.add(.table(baselineTable))
    for batch in batches.indices where detailed.contains(batch) {
      page.add(.heading("Microbatches of batch \(batches[batch].index)"))
      page.add(.table(batches[batch].microbatchTable))
    }
    return page
  }

  private var sentences: [String] {
    let count = batches.count == 1 ? "1 batch" : "\(batches.count) batches"
    var sentences = [
      "\(count), \(Format.count(summary.sequences)) sequences, \(Format.count(summary.tokens)) "
        + "tokens: \(Format.seconds(summary.timeMs / 1000)). "
        + "At most \(Format.percent(summary.gap)) above the best grouping of these microbatches "
        + "(\(Format.percent(summary.worstMicrobatchGap)) for one of them), and "
        + "\(Format.percent(summary.globalGap)) above a bound over all microbatches."
    ]
    if setting.stepOverheadMs > 0 {
      sentences.append(
        "Each step takes \(Format.seconds(setting.stepOverheadMs / 1000)) besides, whatever the "
          + "groups: the update, and communication that nothing hides.")
    }
    if let error = setting.coefficientError {
      sentences.append(
        "Coefficients are fitted to the cost model, within \(Format.percent(error)).")
    }
    if let coefficients = setting.coefficients {
      sentences.append("Source of the coefficients: \(coefficients).")
    }
    return sentences
  }

  private var histogramTable: TextTable {
    var table = TextTable([
      ("up to tokens", .right), ("sequences", .right), ("", .right), ("tokens", .right),
      ("", .right),
    ])
    for bin in histogram {
      table.add([
        Format.count(bin.longestTokens), Format.count(bin.sequences),
        Format.percent(Double(bin.sequences) / Double(max(summary.sequences, 1))),
        Format.count(bin.tokens),
        Format.percent(Double(bin.tokens) / Double(max(summary.tokens, 1))),
      ])
    }
    return table
  }

  private var histogramChart: BarChart {
    func share(_ part: Int, of all: Int) -> Double { Double(part) / Double(max(all, 1)) }
    return BarChart(
      title: "Where the sequences are, and where the tokens",
      caption: "Shares of all sequences and of all tokens by length.",
      categories: histogram.map { "up to \(Format.count($0.longestTokens))" },
      axis: Axis("share", .fraction),
      series: [
        .init("sequences", histogram.map { share($0.sequences, of: summary.sequences) }),
        .init("tokens", histogram.map { share($0.tokens, of: summary.tokens) }),
      ], arrangement: .grouped)
  }

  private var batchTable: TextTable {
    let measured = batches.contains { $0.cpuSeconds != nil }
    let simulated = batches.contains { $0.simulatedTimeMs != nil }
    var table = TextTable(
      [
        ("batch", .right), ("sequences", .right), ("tokens", .right), ("microbatches", .right),
        ("time", .right), ("gap", .right), ("global gap", .right),
      ] + (simulated ? [("simulated", .right)] : []) + (measured ? [("cpu", .right)] : [])
        + [("groups of the first", .left)])
    for batch in batches {
      var row = [
        "\(batch.index)", Format.count(batch.sequences), Format.count(batch.tokens),
        "\(batch.microbatches.count)", Format.seconds(batch.timeMs / 1000),
        Format.percent(batch.gap), Format.percent(batch.globalGap),
      ]
      if simulated { row.append(batch.simulatedTimeMs.map { Format.seconds($0 / 1000) } ?? "") }
      if measured { row.append(batch.cpuSeconds.map(Format.seconds) ?? "") }
      table.add(row + [batch.microbatches.first?.shape ?? ""])
    }
    return table
  }

  private var baselineTable: TextTable {
    var table = TextTable([("", .left), ("time", .right), ("of the plans' time", .right)])
    table.add(["plans", Format.seconds(summary.timeMs / 1000), "1.00"])
    let baselines: [(String, KeyPath<BaselineTimes, Double?>)] = [
      ("one degree for all batches", \.static), ("best single degree per batch", \.batchAda),
      ("ring attention, best degree per batch", \.contextParallel),
    ]
    for (name, baseline) in baselines {
      let times = batches.compactMap { $0.baselinesMs[keyPath: baseline] }
      guard let ratio = summary.speedup[keyPath: baseline] else {
        table.add([name, "does not fit", ""])
        continue
      }
      let some = times.count < batches.count ? " (\(times.count) of \(batches.count))" : ""
      table.add([
        name + some, Format.seconds(times.reduce(0, +) / 1000), Format.number(ratio, digits: 2),
      ])
    }
    return table
  }
}

extension SequencesDocument.Setting {
  fileprivate var title: String {
    "\(model) on \(cluster ?? "\(devices) devices"), \(parallelism) groups"
  }
}

extension SequencesDocument.Batch {
  /// The batch in one line, for answers to lines.
  public var line: String {
    let shapes = microbatches.map(\.shape).joined(separator: " | ")
    let count = sequences == 1 ? "1 sequence" : "\(Format.count(sequences)) sequences"
    return "batch \(index): \(count), \(Format.count(tokens)) tokens, "
      + "\(Format.seconds(timeMs / 1000)), gap \(Format.percent(gap)): \(shapes)\n"
  }

  fileprivate var microbatchTable: TextTable {
    var table = TextTable([
      ("microbatch", .right), ("sequences", .right), ("tokens", .right), ("time", .right),
      ("gap", .right), ("idle devices", .right), ("groups", .left),
    ])
    for (index, microbatch) in microbatches.enumerated() {
      let groups = microbatch.groups
      table.add([
        "\(index)", Format.count(groups.reduce(0) { $0 + $1.sequences.count }),
        Format.count(groups.reduce(0) { $0 + $1.tokens }),
        Format.seconds(microbatch.timeMs / 1000), Format.percent(microbatch.gap),
        "\(microbatch.idleDevices)", microbatch.shape,
      ])
    }
    return table
  }
}

extension SequencesDocument.Microbatch {
  /// Degrees of the groups, largest first: `32 + 4×8`.
  fileprivate var shape: String {
    let counts = groups.reduce(into: [Int: Int]()) { $0[$1.degree, default: 0] += 1 }
    return counts.sorted { $0.key > $1.key }
      .map { $0.value == 1 ? "\($0.key)" : "\($0.value)×\($0.key)" }
      .joined(separator: " + ")
  }
}
