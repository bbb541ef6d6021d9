import Testing

@testable import Figures

@Suite("Scales")
struct ScaleTests {
  @Test(
    "ticks of linear axes are round and hold the values",
    arguments: [
      ([0.0, 7.3], Measure.seconds, ["0", "1", "2", "3", "4", "5", "6", "7", "8"], "s"),
      ([0.0031, 0.0187], .seconds, ["0", "5", "10", "15", "20"], "ms"),
      (
        [0, 80 * 1_073_741_824.0], .bytes, ["0", "10", "20", "30", "40", "50", "60", "70", "80"],
        "GiB"
      ),
      ([0.1, 0.537], .fraction, ["0", "10", "20", "30", "40", "50", "60"], "%"),
      ([3], .count, ["0", "1", "2", "3"], ""),
      ([0, 0.6], .number(unit: ""), ["0.0", "0.1", "0.2", "0.3", "0.4", "0.5", "0.6"], ""),
      ([-0.2, 0.3], .fraction, ["-20", "-10", "0", "10", "20", "30"], "%"),
    ] as [([Double], Measure, [String], String)])
  func linear(values: [Double], measure: Measure, ticks: [String], unit: String) {
    let scale = Scale(Axis("", measure), around: values)
    #expect(scale.ticks.map(\.text) == ticks)
    #expect(scale.unit == unit)
    for value in values { #expect((0...1).contains(scale.position(value))) }
  }

  @Test("ticks of logarithmic axes name their units")
  func logarithmic() {
    let scale = Scale(
      Axis("", .seconds, spacing: .logarithmic), around: [0.02, 30, 0, -1, .infinity])
    #expect(scale.ticks.map(\.text) == ["100 ms", "1 s", "10 s"])
    let short = Scale(
      Axis("", .bytes, spacing: .logarithmic), around: [1_073_741_824, 20 * 1_073_741_824])
    #expect(short.ticks.map(\.text) == ["1 GiB", "2 GiB", "5 GiB", "10 GiB", "20 GiB"])
    #expect(scale.position(0.02) > 0)
    #expect(scale.position(30) < 1)
  }

  @Test(
    "no value, or the same value twice, still makes an axis",
    arguments: [
      [], [0], [5, 5], [.nan], [-3], [1e300], [1e-300],
    ] as [[Double]])
  func degenerate(values: [Double]) {
    for spacing in [Axis.Spacing.linear, .logarithmic] {
      for measure in [Measure.seconds, .bytes, .count, .fraction, .number(unit: "x")] {
        let scale = Scale(Axis("", measure, spacing: spacing), around: values)
        #expect(scale.upper > scale.lower)
        #expect(scale.ticks.count < 60)
      }
    }
  }
}
