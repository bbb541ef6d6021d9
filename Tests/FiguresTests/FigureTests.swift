import Markup
import Testing

@testable import Figures

@Suite("Figures")
struct FigureTests {
  static let name = "<script>&\"模型\""

  static let figures: [any Figure] = [
    ScatterPlot(
      title: name, caption: name, x: Axis(name, .seconds, spacing: .logarithmic),
      y: Axis(name, .seconds, spacing: .logarithmic),
      series: [
        .init(name, [.init(1, 2, name), .init(0, 1, "unseen")]),
        .init("front", [.init(1, 2, "a"), .init(3, 1, "b")], isJoined: true),
      ], showsIdentity: true),
    BarChart(
      title: name, categories: [name, "other"], axis: Axis(name, .bytes),
      series: [.init(name, [1e9, 2e9]), .init("more", [3e9, .nan])],
      limit: .init(name, [8e9, 8e9])),
    BarChart(
      title: name, categories: [name], axis: Axis(name, .seconds),
      series: [.init(name, [-1]), .init("more", [2])], arrangement: .grouped),
    LineChart(
      title: name, x: Axis(name, .count), y: Axis(name, .fraction),
      series: [.init(name, [.init(8, 0.5), .init(16, 0.4)]), .init("more", [.init(8, 0.1)])],
      limit: .init(name, 0.6)),
    LineChart(
      title: name, x: Axis(name, .seconds), y: Axis(name, .bytes),
      series: [.init(name, [.init(0, 1e9), .init(1, 4e9), .init(2, 2e9)])], shape: .steps),
    LineChart(
      title: name, x: Axis(name, .count), y: Axis(name, .seconds, spacing: .logarithmic),
      series: [.init(name, episodes: (1...500).map { 1 / Double($0) })], shape: .line,
      limit: .init(name, 0.001)),
    NetworkMap(
      title: name, kinds: [name, "none"],
      groups: [.init(name, name, kind: 0, traffic: [.init(name, kind: 0, load: 0.5)])], links: []),
    Histogram(title: name, axis: Axis(name, .fraction), values: [-0.1, 0, 0.05, 0.2, .nan]),
    GanttChart(
      title: name, kinds: [name, "idle"],
      lanes: [.init(name, [.init(0, 1, kind: 0, name), .init(2, 3, kind: 0, "F 1")])]),
  ]

  @Test("names are text wherever a figure shows them", arguments: figures.indices)
  func escaping(index: Int) {
    let html = Self.figures[index].html.html
    #expect(!html.contains("<script"))
    #expect(html.contains("&lt;script&gt;&amp;"))
    #expect(html.contains("模型"))
  }

  @Test("elements are closed, and no number is missing", arguments: figures.indices)
  func wellFormed(index: Int) throws {
    let html = Self.figures[index].html.html
    #expect(!html.contains("\"nan\""))
    #expect(!html.contains("\"inf\""))
    var open: [Substring] = []
    for match in html.matches(of: #/<(/?)([a-z0-9]+)[^>]*?(/?)>/#) {
      if match.3 == "/" { continue }
      if match.1 == "/" { #expect(open.popLast() == match.2) } else { open.append(match.2) }
    }
    #expect(open.isEmpty)
  }

  @Test("every figure has a name for who cannot see it, and a table", arguments: figures.indices)
  func accessibility(index: Int) {
    let html = Self.figures[index].html.html
    #expect(html.contains("role=\"img\""))
    #expect(html.contains("<title>"))
    #expect(html.contains("<details>"))
    #expect(!Self.figures[index].table.rows.isEmpty)
  }

  @Test("tables have a cell for each column", arguments: figures.indices)
  func tables(index: Int) {
    let table = Self.figures[index].table
    for row in table.rows { #expect(row.count == table.columns.count) }
  }

  @Test("a histogram counts every finite value once")
  func histogram() {
    let values = (0..<500).map { Double($0 * 7919 % 500) / 1000 - 0.2 } + [.nan, .infinity]
    let histogram = Histogram(title: "", axis: Axis("", .fraction), values: values)
    #expect(histogram.bins.map(\.count).reduce(0, +) == 500)
    for bin in histogram.bins {
      #expect(bin.count == values.count { bin.range.contains($0) && $0.isFinite })
    }
  }

  @Test("a learning curve keeps every episode: in its means, and between least and most")
  func episodes() {
    let values = (0..<1003).map { Double($0 * 7919 % 1003) }
    let series = LineChart.Series("", episodes: values, inBins: 100)
    #expect(series.points.count <= 100)
    let size = (values.count + 99) / 100
    var sum = 0.0
    for (index, point) in series.points.enumerated() {
      let bin = values[index * size..<min(values.count, (index + 1) * size)]
      #expect(series.spread[index] == (bin.min() ?? 0)...(bin.max() ?? 0))
      #expect(series.spread[index].contains(point.y))
      sum += point.y * Double(bin.count)
    }
    #expect(abs(sum - values.reduce(0, +)) < 1e-6)
  }

  @Test("lines say their values where they are pointed at")
  func readings() {
    let chart = LineChart(
      title: "", x: Axis("episode", .count), y: Axis("time", .seconds),
      series: [.init("run", episodes: [1, 3, 5, 7], inBins: 2)], shape: .line)
    let html = chart.drawing.html
    #expect(html.ranges(of: "class=\"reading\"").count == 2)
    #expect(html.contains("run: 2.00 s (1.00 s to 3.00 s)"))
    #expect(html.contains("run: 6.00 s (5.00 s to 7.00 s)"))
  }

  @Test("bars of a stack follow each other without gap or overlap")
  func stacking() {
    let chart = BarChart(
      title: "", categories: ["a"], axis: Axis("", .number(unit: "")),
      series: [.init("x", [1]), .init("y", [2]), .init("z", [5])])
    let bars = chart.drawing.html.matches(
      of: #/<rect class="bar[^"]*" x="([0-9.]+)"[^>]* width="([0-9.]+)"/#
    )
    .map { (Double($0.1) ?? -1, Double($0.2) ?? -1) }
    #expect(bars.count == 3)
    for (bar, next) in zip(bars, bars.dropFirst()) {
      #expect(abs(bar.0 + bar.1 - next.0) < 0.03)
    }
    #expect(abs(bars[1].1 - 2 * bars[0].1) < 0.03)
  }

  @Test("twenty thousand bars of a Gantt chart stay below 700 kB")
  func size() {
    let lanes = (0..<16).map { lane in
      GanttChart.Lane(
        "stage \(lane)",
        (0..<1250).map { .init(Double($0), Double($0) + 0.9, kind: $0 % 2, "F\($0)") })
    }
    let chart = GanttChart(title: "", kinds: ["forward", "backward"], lanes: lanes)
    #expect(chart.html.html.utf8.count < 700_000)
  }
}
