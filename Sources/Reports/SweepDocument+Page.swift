import Figures

extension SweepDocument {
  var page: Page {
    var page = Page()
    page.add(.title("\(model) over \(factors.map(\.title).joined(separator: " and "))"))
    let planned = points.filter { $0.stepTimeSeconds != nil }
    var sentence =
      "\(Format.count(points.count)) \(points.count == 1 ? "point" : "points") around \(cluster)"
    if planned.count < points.count {
      sentence += ", \(Format.count(points.count - planned.count)) without a plan that fits"
    }
    page.add(
      .text(
        "\(sentence). Times are the closed form's, within a few percent of the simulator's; "
          + "\(Format.count(evaluated)) strategies timed, \(Format.count(pruned)) skipped as "
          + "provably slower."))
    if !complete { page.add(.text("The sweep was stopped: these are not all of its points.")) }
    page.add(.heading("The best plan at each point"))
    page.add(.table(table))
    guard !planned.isEmpty else { return page }
    page.add(.heading("How it scales"))
    page.add(.figure(curves("Speed", rateAxis, \.rate), inText: .nothing))
    // With many points, pages stay small by what the table says anyway.
    if points.count <= 500 {
      page.add(
        .figure(
          curves(
            "MFU", Axis("model FLOPS utilization", .fraction), \.modelFlopsUtilization),
          inText: .nothing))
    }
    page.add(.heading("What it costs"))
    page.add(
      .figure(
        pareto("Time against memory", Axis("memory of the fullest device", .bytes)) {
          $0.peakMemoryBytes
        }, inText: .nothing))
    if planned.contains(where: { $0.stepPrice != nil }) {
      page.add(
        .figure(
          pareto("Time against price", Axis("price of a step", .number(unit: ""))) { $0.stepPrice },
          inText: .nothing))
    }
    return page
  }

  private var hasTokens: Bool {
    points.allSatisfy { $0.stepTimeSeconds == nil || $0.tokensPerSecond != nil }
  }

  private var rateAxis: Axis {
    hasTokens ? Axis("tokens per second", .count) : Axis("samples per second", .number(unit: ""))
  }

  private var table: TextTable {
    let hasPrice = points.contains { $0.stepPrice != nil }
    var table = TextTable(
      factors.map { ($0.title, .right) } + [
        ("step", .right), (hasTokens ? "tokens/s" : "samples/s", .right), ("MFU", .right),
        ("memory", .right),
      ] + (hasPrice ? [("price", .right)] : []) + [("strategy", .left)])
    for point in points {
      table.add(
        zip(factors, point.values).map { $0.text($1) } + [
          point.stepTimeSeconds.map(Format.seconds) ?? "-",
          point.rate.map(Format.rate) ?? "-",
          point.modelFlopsUtilization.map(Format.percent) ?? "-",
          point.peakMemoryBytes.map(Format.memory) ?? "-",
        ] + (hasPrice ? [point.stepPrice.map { Format.number($0, digits: 4) } ?? "-"] : []) + [
          point.strategy ?? point.violation?.message ?? "nothing fits"
        ])
    }
    return table
  }

  /// A curve along the first factor for each value of the second.
  private func curves(_ title: String, _ y: Axis, _ value: (Point) -> Double?) -> LineChart {
    let first = factors[0]
    let second = factors.count > 1 ? factors[1] : nil
    let curves = second.map { $0.values.map(Optional.some) } ?? [nil]
    return LineChart(
      title: "\(title) over \(first.title)", x: first.axis, y: y,
      series: curves.map { curve in
        LineChart.Series(
          curve.flatMap { value in second.map { "\($0.title) \($0.text(value))" } } ?? title,
          points.filter { curve == nil || $0.values.last == curve }.compactMap { point in
            value(point).map { LineChart.Point(point.values[0], $0) }
          })
      })
  }

  private func pareto(_ title: String, _ x: Axis, _ value: (Point) -> Double?) -> ScatterPlot {
    let places = points.compactMap { point -> ScatterPlot.Point? in
      guard let x = value(point), let y = point.stepTimeSeconds else { return nil }
      let label = zip(factors, point.values).map { "\($0.title) \($0.text($1))" }
      return ScatterPlot.Point(x, y, label.joined(separator: ", "))
    }
    return ScatterPlot(
      title: title, caption: "Along the front, nothing else is both faster and cheaper.",
      x: x, y: Axis("step time", .seconds),
      series: [
        .init("points", places), .init("front", places.paretoFront, isJoined: true),
      ])
  }
}

extension SweepDocument.Point {
  /// Tokens per second, or samples of models that read none.
  fileprivate var rate: Double? { tokensPerSecond ?? samplesPerSecond }
}

extension SweepDocument.Factor {
  fileprivate var title: String { name.replacing("_", with: " ") }

  fileprivate var measure: Measure {
    switch name {
    case "interface_bandwidth": .bytesPerSecond
    case "device_memory": .bytes
    default: .count
    }
  }

  fileprivate func text(_ value: Double) -> String { measure.text(value) }

  /// Values that grow by factors are spaced by factors.
  fileprivate var axis: Axis {
    let isWide = (values.max() ?? 1) > 16 * (values.min() ?? 1)
    return Axis(title, measure, spacing: isWide ? .logarithmic : .linear)
  }
}
