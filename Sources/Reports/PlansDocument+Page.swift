import Figures

extension PlansDocument {
  /// The report for a terminal of `width` columns.
  public func text(width: Int) -> String { page.text(width: width) }

  public var markdown: String { report.markdown }

  public var html: String { report.html }

  /// What fits a terminal.
  private var page: Page {
    var page = Page()
    page.add(.title("\(job.model) on \(job.cluster)"))
    page.add(.text(job.sentence))
    page.add(.text(ClusterGroupSummary.sentence(clusterGroups)))
    guard let best = plans.first else {
      addInfeasibility(to: &page)
      addSearch(to: &page)
      return page
    }
    page.add(.heading(plans.count == 1 ? "The plan" : "Plans"))
    page.add(.table(ranking))
    addFront(to: &page)
    addContributions(to: &page)
    best.addDetails(to: &page, devices: job.devices)
    addSearch(to: &page)
    return page
  }

  var ranking: TextTable {
    let hasTokens = plans.allSatisfy { $0.tokensPerSecond != nil }
    var table = TextTable([
      ("#", .right), ("step", .right), ("slower by", .right),
      (hasTokens ? "tokens/s" : "samples/s", .right),
      ("MFU", .right), ("memory", .right), ("strategy", .left),
    ])
    for plan in plans {
      table.add([
        "\(plan.rank)", Format.seconds(plan.stepTimeSeconds),
        plan.rank == plans[0].rank
          ? "-" : Format.percent(plan.stepTimeSeconds / plans[0].stepTimeSeconds - 1),
        Format.count(plan.tokensPerSecond ?? plan.samplesPerSecond),
        Format.percent(plan.modelFlopsUtilization), Format.memory(plan.memoryBytes.total),
        plan.label(devices: job.devices),
      ])
    }
    return table
  }

  /// What less memory costs.
  func addFront(to page: inout Page) {
    guard let front, let fastest = front.first else { return }
    page.add(.heading("Less memory, more time"))
    let isPriced = front.allSatisfy { $0.stepPrice != nil }
    var table = TextTable(
      [("memory", .right), ("of usable", .right), ("step", .right), ("slower by", .right)]
        + (isPriced ? [("price of a step", .right)] : []) + [("strategy", .left)])
    for plan in front {
      table.add(
        [
          Format.memory(plan.peakMemoryBytes), Format.percent(plan.memoryShare),
          Format.seconds(plan.stepTimeSeconds),
          plan == fastest
            ? "-" : Format.percent(plan.stepTimeSeconds / fastest.stepTimeSeconds - 1),
        ] + (plan.stepPrice.map { isPriced ? [Format.number($0, digits: 2)] : [] } ?? [])
          + [plan.strategy.label(using: plan.devices, of: job.devices)])
    }
    page.add(.table(table))
  }

  func addContributions(to page: inout Page) {
    guard let groupContributions else { return }
    page.add(.heading("What each group of nodes is worth"))
    var table = TextTable([("group", .left), ("step without it", .right), ("verdict", .left)])
    for contribution in groupContributions {
      table.add([
        contribution.groups.joined(separator: "+"),
        contribution.stepTimeWithoutSeconds.map { Format.seconds($0) } ?? "none",
        contribution.verdict,
      ])
    }
    page.add(.table(table))
    addNetworks(to: &page)
  }

  /// What it costs that groups do not share their networks.
  private func addNetworks(to page: inout Page) {
    guard !networks.isEmpty else { return }
    let sentence = networks.map(\.clause).joined(separator: "; ")
    page.add(.text(sentence.prefix(1).uppercased() + sentence.dropFirst() + "."))
  }

  func addInfeasibility(to page: inout Page) {
    page.add(.heading("No plan fits"))
    if let nearest {
      page.add(.text("The nearest is \(nearest.strategy.label): \(nearest.violation.message)."))
    }
    let remedies = nearest?.remedies ?? []
    for remedy in remedies {
      page.add(
        .text(
          "It would fit \(remedy.change), with \(remedy.strategy): "
            + "\(Format.seconds(remedy.estimatedStepTimeSeconds)) per step by the closed form."))
    }
    if remedies.isEmpty { page.add(.text(remedy)) }
  }

  /// What a user can change, going by the rule that refused most.
  private var remedy: String {
    let leading = search.rejected.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    return switch leading {
    case "memory"?:
      "Nothing that the job allows needs less: only devices with more memory would make room."
    case "batch"?: "A global batch that the devices divide would open the space."
    case "precision"?: "Choose a precision that the devices compute in."
    case nil: "The job's limits leave no strategy for this number of devices: widen them."
    default: "Widen the job's limits or change the number of nodes."
    }
  }

  private func addSearch(to page: inout Page) {
    page.add(.heading("Search"))
    addSearchSentence(to: &page)
    let counts = ["measured", "fitted", "published", "assumed"].compactMap { evidence in
      let count = inputs.count { $0.evidence == evidence }
      return count > 0 ? "\(count) \(evidence)" : nil
    }
    if !counts.isEmpty {
      page.add(
        .text("Hardware figures: \(counts.joined(separator: ", ")); --format json lists them."))
    }
  }

  private func addProof(to page: inout Page) {
    guard let proof = search.proof, let best = plans.first else { return }
    let more =
      proof.simulated == 0 ? "" : "\(Format.count(proof.simulated)) more were simulated. "
    if search.complete {
      page.add(.text(more + "No other strategy can be faster than the first."))
    } else if let bound = proof.boundOfOthersSeconds {
      let gap = Format.percent(1 - bound / best.stepTimeSeconds)
      page.add(.text(more + "Others could be faster than the first, by \(gap) at most."))
    }
  }

  func addSearchSentence(to page: inout Page) {
    var sentence =
      "\(Format.count(search.evaluated)) strategies timed, \(Format.count(search.pruned)) skipped "
      + "as provably slower"
    if !search.rejected.isEmpty {
      let reasons = search.rejected.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      sentence +=
        "; refused: "
        + reasons.map { "\($0.key.replacing("_", with: " ")) \(Format.count($0.value))" }
        .joined(separator: ", ")
    }
    page.add(
      .text(
        sentence + (search.complete || search.proof != nil ? "." : "; the space was not covered.")))
    addProof(to: &page)
    if let learning = search.learning { learning.add(to: &page) }
    if let seconds = search.cpuSeconds {
      page.add(.text("\(Format.seconds(seconds)) of processor time."))
    }
  }
}

extension LearningSummary {
  fileprivate func add(to page: inout Page) {
    var sentence =
      "An agent learned for \(Format.count(episodes)) episodes (seed \(seed)) to choose among "
      + "\(Format.count(strategies)) strategies"
    if let foundSeconds, let exactSeconds, let regret {
      sentence +=
        "; its best takes \(Format.seconds(foundSeconds)) by the estimate, the best of all "
        + "\(Format.seconds(exactSeconds)), \(Format.percent(regret)) less"
    }
    page.add(.text(sentence + "."))
    page.add(
      .figure(
        LineChart(
          title: "Learning curve",
          caption: "Return of each episode, averaged over equal stretches.",
          x: Axis("episode", .count), y: Axis("return", .number(unit: "")),
          series: [LineChart.Series("return", episodes: returns)]), inText: .nothing))
  }
}

extension JobSummary {
  var sentence: String {
    var parts = [
      "\(Format.parameters(parameters)) parameters",
      "global batch \(Format.count(globalBatchSize))",
      "sequence \(Format.count(sequenceLength))",
    ]
    if let targetLength { parts.append("target \(Format.count(targetLength))") }
    return (parts + [precision, optimizer, "\(attention) attention"]).joined(separator: ", ") + "."
  }
}

extension ClusterGroupSummary {
  static func sentence(_ groups: [ClusterGroupSummary]) -> String {
    groups.map { group in
      let network = group.transport.map { " over \($0)" } ?? ""
      let nodes = group.nodes == 1 ? "node" : "nodes"
      return
        "\(group.name): \(group.nodes) \(nodes) of \(group.devicesPerNode) \(group.device)\(network)"
    }.joined(separator: "; ") + "."
  }
}
