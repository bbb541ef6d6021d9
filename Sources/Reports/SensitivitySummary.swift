import ClusterTopology
import Figures

/// What the best plan would be if one figure of the cluster were different.
public struct SensitivitySummary: Encodable, Hashable, Sendable {
  /// What is changed: `network bandwidth`, `device memory`, …
  public var figure: String
  /// What it is multiplied by.
  public var factor: Double
  /// Of the best plan then, in short form; `null` when nothing fits.
  @OrNull public var strategy: String?
  @OrNull public var stepTimeSeconds: Double?
  /// The plan of the report as it is; `null` when it no longer fits.
  @OrNull public var samePlanSeconds: Double?
  /// Whether another plan is better then, by more than 0.1 %.
  public var changesWinner: Bool

  public init(
    figure: String, factor: Double, strategy: String?, stepTimeSeconds: Double?,
    samePlanSeconds: Double?, changesWinner: Bool
  ) {
    self.figure = figure
    self.factor = factor
    self.strategy = strategy
    self.stepTimeSeconds = stepTimeSeconds
    self.samePlanSeconds = samePlanSeconds
    self.changesWinner = changesWinner
  }
}

extension SensitivitySummary {
  /// `+10 %`.
  var change: String { Self.change(to: factor) }

  private static func change(to factor: Double) -> String {
    (factor > 1 ? "+" : "") + Format.number((factor - 1) * 100, digits: 0) + " %"
  }

  /// - Parameter base: the step time as things are.
  static func table(_ all: [SensitivitySummary], base: Double) -> TextTable {
    var table = TextTable([
      ("if", .left), ("were", .right), ("best step", .right), ("change", .right),
      ("the winner", .left), ("this plan", .right),
    ])
    for one in all {
      table.add([
        one.figure, one.change, one.stepTimeSeconds.map(Format.seconds) ?? "-",
        one.stepTimeSeconds.map { Format.signedPercent($0 / base - 1) } ?? "-",
        one.changesWinner ? one.strategy ?? "nothing fits" : "stays",
        one.samePlanSeconds.map(Format.seconds) ?? "does not fit",
      ])
    }
    return table
  }

  static func tornado(_ all: [SensitivitySummary], base: Double) -> BarChart {
    let figures = all.map(\.figure).uniqued()
    func swing(_ figure: String) -> Double {
      all.filter { $0.figure == figure }.compactMap(\.stepTimeSeconds).map { abs($0 - base) }.max()
        ?? 0
    }
    let ordered = figures.sorted { (swing($1), $0) < (swing($0), $1) }
    let factors = Set(all.map(\.factor)).sorted()
    return BarChart(
      title: "How the step time answers",
      caption: "The change of the best step time when one figure is a tenth lower or higher, after "
        + "planning again; largest first. Where another plan wins, the bar says so.",
      categories: ordered, axis: Axis("change of the step time", .fraction),
      series: factors.map { factor in
        BarChart.Series(
          change(to: factor),
          ordered.map { figure in
            all.first { $0.figure == figure && $0.factor == factor }?.stepTimeSeconds
              .map { $0 / base - 1 } ?? 0
          },
          source: "planned again with that figure changed, simulated",
          notes: Dictionary(
            uniqueKeysWithValues: ordered.indices.filter { index in
              all.contains {
                $0.figure == ordered[index] && $0.factor == factor && $0.changesWinner
              }
            }.map { ($0, "another plan wins") }))
      }, arrangement: .grouped)
  }
}
