extension PlanDocument {
  /// The plan for a terminal of `width` columns.
  public func text(width: Int) -> String { page.text(width: width) }

  public var markdown: String { page.markdown }

  public var html: String { page.html }

  var page: Page {
    var page = Page()
    page.add(.title("\(job.model) on \(job.cluster)"))
    page.add(.text(job.sentence))
    page.add(.heading(label(devices: job.devices)))
    page.add(.text("\(Format.seconds(stepTimeSeconds)) per step, \(rates)."))
    if let violation { page.add(.text("It does not fit: \(violation.message).")) }
    addDetails(to: &page, devices: job.devices)
    return page
  }

  /// What a step time means, in the rates that people compare.
  var rates: String {
    var rates = ["\(Format.rate(samplesPerSecond)) samples/s"]
    if let tokensPerSecond { rates.append("\(Format.count(tokensPerSecond)) tokens/s") }
    rates += [
      "\(Format.number(modelFlopsPerSecondPerDevice / 1e12, digits: 1)) TFLOPS per device",
      "MFU \(Format.percent(modelFlopsUtilization))",
    ]
    return rates.joined(separator: ", ")
  }

  /// The strategy in short form, and how many devices it leaves idle.
  func label(devices: Int) -> String {
    strategy.label(using: devicesUsed, of: devices)
  }

  func addDetails(to page: inout Page, devices: Int) {
    if let price {
      page.add(.heading("Price"))
      page.add(.text(price.sentence(hasTokens: tokensPerSecond != nil)))
    }
    page.add(.heading("Stages of \(strategy.label)"))
    page.add(.table(stageTable))
    page.add(.heading("Where the time goes"))
    page.add(.table(timeTable()))
    page.add(.heading("Where the memory goes"))
    page.add(.table(memoryTable()))
    if !groups.isEmpty {
      page.add(.heading("Who talks over what (rank order \(rankOrder))"))
      page.add(.table(groupTable))
    }
    addLaunch(to: &page)
  }

  func addLaunch(to page: inout Page) {
    page.add(.heading("Launch with Megatron-LM"))
    page.add(
      .code(
        megatronArguments.enumerated().map { index, argument in
          argument + (index + 1 < megatronArguments.count ? " \\" : "")
        }))
    for note in launchNotes { page.add(.text(note + ".")) }
  }

  var stageTable: TextTable {
    var table = TextTable([
      ("stage", .right), ("layers", .left), ("devices", .left), ("kind", .left),
      ("compute", .right), ("waiting", .right), ("memory", .right), ("of", .right),
    ])
    for (index, stage) in stages.enumerated() {
      let time = stage.breakdownSeconds
      table.add([
        "\(index)", stage.layers, Format.ranges(stage.devices),
        stage.nodeGroups.joined(separator: "+"), Format.seconds(stage.computeSeconds),
        Format.seconds(time.total - time.compute), Format.memory(stage.peakMemoryBytes),
        Format.memory(stage.usableMemoryBytes),
      ])
    }
    return table
  }

  /// The arguments as a shell's array, for a launcher to source.
  public var megatronScript: String {
    var lines = [
      "# \(strategy.label)", "# source this, then: torchrun … pretrain_gpt.py \"${MEGATRON[@]}\"",
    ]
    lines += launchNotes.map { "# \($0)" } + ["MEGATRON=("]
    lines += megatronArguments.map { "  \($0)" } + [")"]
    return lines.joined(separator: "\n") + "\n"
  }

  /// - Parameter explained: whether a column says where each part comes from.
  func timeTable(explained: Bool = false) -> TextTable {
    var table = TextTable(
      [("part", .left), ("time", .right), ("share", .right)]
        + (explained ? [("from", .left)] : []))
    for (name, seconds) in breakdownSeconds.parts where seconds != 0 {
      table.add(
        [name, Format.seconds(seconds), Format.percent(seconds / stepTimeSeconds)]
          + (explained ? [BreakdownSummary.explanation(of: name)] : []))
    }
    return table
  }

  func memoryTable(explained: Bool = false) -> TextTable {
    var table = TextTable(
      [("part", .left), ("memory", .right), ("share", .right)]
        + (explained ? [("from", .left)] : []))
    for (name, bytes) in memoryBytes.parts where bytes != 0 {
      table.add(
        [name, Format.memory(bytes), Format.percent(bytes / memoryBytes.total)]
          + (explained ? [MemorySummary.explanation(of: name)] : []))
    }
    return table
  }

  var groupTable: TextTable {
    var table = TextTable([("groups", .left), ("of", .right), ("over", .left)])
    for axis in groups.map(\.axis).uniqued() {
      let members = groups.filter { $0.axis == axis }
      let transports = members.map(\.transport).uniqued().map { transport in
        let count = members.count { $0.transport == transport }
        return count == members.count ? transport : "\(transport) (\(count))"
      }
      let sizes = members.map(\.ranks.count).uniqued().map(String.init)
      table.add([
        "\(members.count) \(axis)", sizes.joined(separator: "/") + " ranks",
        transports.joined(separator: ", "),
      ])
    }
    return table
  }
}

extension PriceSummary {
  /// What steps and tokens cost.
  func sentence(hasTokens: Bool) -> String {
    let thousand = Format.number(perStep * 1000, digits: 4)
    let million = Format.number(perMillionTokens, digits: 4)
    let share = perStep > 0 ? trafficPerStep / perStep : 0
    return "A thousand steps cost \(thousand), a million \(hasTokens ? "tokens" : "samples") "
      + "\(million); \(Format.percent(share)) of it for bytes over links."
  }
}

extension StageSummary {
  /// `0-17`, with embedding and output layer named where they sit.
  var layers: String {
    let ranges = chunks.filter { $0.layerCount > 0 }.map { chunk in
      Format.ranges(Array(chunk.firstLayer..<(chunk.firstLayer + chunk.layerCount)))
    }
    let shown = ranges.count > 3 ? Array(ranges.prefix(2)) + ["… \(ranges.count) chunks"] : ranges
    return
      ([hasEmbedding ? "embedding" : nil] + shown.map(Optional.some)
      + [hasOutputLayer ? "output" : nil]).compactMap { $0 }.joined(separator: ", ")
  }
}

extension BreakdownSummary {
  /// In order of the report; names that a reader knows.
  var parts: [(String, Double)] {
    [
      ("compute", compute), ("tensor parallel", tensorParallel),
      ("context parallel", contextParallel), ("expert parallel", expertParallel),
      ("pipeline transfers", pipelineParallel), ("data parallel", dataParallel),
      ("optimizer", optimizer), ("bubble", bubble),
    ]
  }

  var total: Double { parts.reduce(0) { $0 + $1.1 } }
}

extension MemorySummary {
  var parts: [(String, Double)] {
    [
      ("weights", weights), ("gradients", gradients), ("optimizer states", optimizerStates),
      ("activations", activations), ("working", working),
    ]
  }
}

extension StrategySummary {
  /// In short form, and how many devices are left idle.
  func label(using used: Int, of devices: Int) -> String {
    used == devices ? label : "\(label) (\(used) of \(devices) devices)"
  }
}
