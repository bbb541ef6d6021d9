extension SimulationDocument {
  var page: Page {
    var page = Page()
    page.add(.title("\(job.model) on \(job.cluster), \(strategy.label)"))
    page.add(
      .text(
        "\(Format.seconds(stepTimeSeconds)) per step of \(microbatches) "
          + (microbatches == 1 ? "microbatch" : "microbatches") + "; stages wait for each other "
          + "\(Format.percent(bubbleFraction)) of the time. The estimate that plans are searched "
          + "by says \(Format.seconds(estimatedStepTimeSeconds)). \(contention)"
          + "\(Format.count(simulatedTasks)) tasks."))
    if !conditions.isEmpty {
      page.add(.text("What if: " + conditions.joined(separator: "; ") + "."))
    }
    if let violation { page.add(.text("This plan does not fit: \(violation.message).")) }
    addTimes(to: &page)
    addUtilization(to: &page)
    addMemory(to: &page)
    addPath(to: &page)
    addDistribution(to: &page)
    addGoodput(to: &page)
    return page
  }

  private var contention: String {
    guard contentionSeconds > 0 else { return "" }
    return "Transfers and collectives that share links cost "
      + "\(Format.seconds(contentionSeconds)). "
  }

  private func addTimes(to page: inout Page) {
    page.add(.heading("Where each stage's time goes"))
    let parts = stages.first?.breakdownSeconds.parts.map(\.0) ?? []
    let shown = parts.indices.filter { part in
      stages.contains { $0.breakdownSeconds.parts[part].1 != 0 }
    }
    var times = TextTable(
      [("stage", .right), ("ranks", .right), ("step", .right)]
        + shown.map { (parts[$0], .right) })
    for (index, stage) in stages.enumerated() {
      times.add(
        ["\(index)", "\(stage.ranks)", Format.seconds(stepTimeSeconds)]
          + shown.map { Format.seconds(stage.breakdownSeconds.parts[$0].1) })
    }
    page.add(.table(times))
  }

  private func addUtilization(to page: inout Page) {
    page.add(.heading("How busy each stream is"))
    let streams = stages.first?.utilization.parts.map(\.0) ?? []
    let shown = streams.indices.filter { stream in
      stages.contains { $0.utilization.parts[stream].1 != 0 }
    }
    var busy = TextTable([("stage", .right)] + shown.map { (streams[$0], .right) })
    for (index, stage) in stages.enumerated() {
      busy.add(["\(index)"] + shown.map { Format.percent(stage.utilization.parts[$0].1) })
    }
    page.add(.table(busy))
  }

  private func addMemory(to page: inout Page) {
    page.add(.heading("Memory of each stage at its peak"))
    var memory = TextTable([
      ("stage", .right), ("weights", .right), ("gradients", .right), ("optimizer", .right),
      ("activations", .right), ("working", .right), ("total", .right), ("in flight", .right),
    ])
    for (index, stage) in stages.enumerated() {
      memory.add(
        ["\(index)"] + stage.memoryBytes.parts.map { Format.memory($0.1) }
          + [Format.memory(stage.memoryBytes.total), "\(stage.peakActivationsInFlight)"])
    }
    page.add(.table(memory))
  }

  private func addPath(to page: inout Page) {
    page.add(.heading("What decides the step time"))
    var path = TextTable([
      ("from", .right), ("until", .right), ("stages", .right), ("critical path", .left),
    ])
    for phase in criticalPath.phases {
      let length = max(phase.endSeconds - phase.startSeconds, .leastNormalMagnitude)
      let works = phase.shares.prefix(2).map { share in
        phase.shares.count == 1
          ? share.work : "\(share.work) \(Format.percent(share.seconds / length))"
      }
      path.add([
        Format.seconds(phase.startSeconds), Format.seconds(phase.endSeconds),
        Set(phase.stages).count == 1
          ? "\(phase.stages[0])" : phase.stages.map { "\($0)" }.joined(separator: " to "),
        works.joined(separator: ", "),
      ])
    }
    page.add(.table(path))
    let shares = criticalPath.shares.map {
      "\($0.work) \(Format.seconds($0.seconds))"
    }
    page.add(.text("On the path altogether: " + shares.joined(separator: ", ") + "."))
  }

  private func addDistribution(to page: inout Page) {
    guard let distribution else { return }
    page.add(.heading("Step times of \(Format.count(distribution.runs)) runs"))
    var table = TextTable(
      [("mean", .right)]
        + distribution.quantiles.map { quantile in
          let title =
            switch quantile.fraction {
            case 0: "shortest"
            case 1: "longest"
            default: "\(Format.number(quantile.fraction * 100, digits: 0)) %"
            }
          return (title, .right)
        })
    table.add(
      [Format.seconds(distribution.meanSeconds)]
        + distribution.quantiles.map { Format.seconds($0.seconds) })
    page.add(.table(table))
    if distribution.replicas > 1 {
      page.add(.text("Each step waits for the slowest of \(distribution.replicas) replicas."))
    }
  }

  private func addGoodput(to page: inout Page) {
    guard let goodput else { return }
    let hours = Format.number(goodput.meanTimeBetweenFailuresSeconds / 3600, digits: 1)
    page.add(.heading("A long run with failures"))
    page.add(
      .text(
        "With a failure every \(hours) hours, checkpoints of \(Format.seconds(goodput.checkpointSeconds)) and restarts of "
          + "\(Format.seconds(goodput.restartSeconds)), a checkpoint every "
          + "\(Format.count(goodput.stepsPerCheckpoint)) steps is best: "
          + "\(Format.percent(goodput.fraction)) of the time is progress, "
          + (goodput.effectiveStepTimeSeconds.map { "\(Format.seconds($0)) per step that counts." }
            ?? "no step ever counts.")))
  }
}

extension SimulationDocument.UtilizationSummary {
  /// The streams with their names.
  var parts: [(String, Double)] {
    [
      ("compute", compute), ("tensor parallel", tensorParallel),
      ("context parallel", contextParallel), ("expert parallel", expertParallel),
      ("send activations", sendActivations), ("send gradients", sendGradients),
      ("data parallel", dataParallel),
    ]
  }
}
