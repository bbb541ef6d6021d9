import Configuration
import Reports
import Rhumb
import Testing

/// Reports/Published/holmes.yaml, without the row that searches the whole space.
@Suite("Holmes, simulated beside what was published")
struct StudyTests {
  private func study() throws -> StudyDescription {
    var study = try StudyFile.read(path: root + "Reports/Published/holmes.yaml")
    for table in study.tables.indices {
      study.tables[table].runs.removeAll { $0.published == nil }
    }
    return study
  }

  /// Of ratios that are predictions with bandwidths fitted to other runs.
  private static let tolerance = 0.12

  @Test("bandwidths fitted to four nodes predict the ratios of eight mixed ones")
  func ratios() throws {
    let found = try planner.study(study())
    #expect(found.fits.map(\.transport) == ["roce", "ethernet"])
    for fit in found.fits { #expect(fit.isMet) }
    // No more than 25 Gb/s cross a 25 Gb/s interface.
    #expect(found.fits[1].bytesPerSecond <= 25e9 / 8)
    for run in found.tables[0].runs {
      let published = try #require(run.publishedTimesAsLong)
      #expect(abs(run.timesAsLong / published - 1) < 0.08)
    }
    for name in ["Megatron-LLaMA", "Megatron-LM"] {
      let run = try #require(found.tables[1].runs.first { $0.name == name })
      let published = try #require(run.publishedTimesAsLong)
      #expect(abs(run.timesAsLong / published - 1) < Self.tolerance, "\(name)")
    }
  }

  @Test("layers in proportion to speed are those of the released scripts, and close to the best")
  func divisions() throws {
    let found = try planner.study(study()).divisions
    for division in found where division.published != nil {
      #expect(division.proportional == division.published)
    }
    let simulated = try #require(found.last)
    let best = try #require(simulated.best)
    #expect(zip(best, simulated.proportional).allSatisfy { abs($0 - $1) <= 1 })
    #expect(try #require(simulated.bestSeconds) <= simulated.proportionalSeconds ?? 0)
  }
}
