import Foundation
import Quantities
import Reports
import Testing

@testable import Validation

@Suite("Validation")
struct ValidationResultTests {
  /// How far a prediction may be from the eight step times that Korthikanti et al. 2022
  /// (arXiv:2205.05198, table 5) measured at full and selective recomputation.
  private static let korthikantiTolerance = 0.15

  @Test("the step times of Korthikanti et al. are predicted and ordered")
  func korthikanti() throws {
    let runs = try Shipped.measured("korthikanti_a100").filter { $0.tier == .main }
    let result = try ValidationResult(of: runs, catalog: Shipped.catalog)
    #expect(result.overall.runs == 8)
    for run in result.runs {
      #expect(abs(run.score?.timeError ?? 1) < Self.korthikantiTolerance, "\(run.run.id)")
    }
    #expect(result.overall.ranking.pairs == 4)
    #expect(result.overall.ranking.pairsOrderedCorrectly == 4)
  }

  @Test("every main run of the small tables is scored", arguments: ["torchtitan", "ibm_fms_fsdp"])
  func scored(table: String) throws {
    let runs = try Shipped.measured(table).filter { $0.tier == .main }
    let result = try ValidationResult(of: Array(runs.prefix(4)), catalog: Shipped.catalog)
    #expect(result.overall.runs == 4 && result.overall.skipped.isEmpty)
    #expect(result.runs.allSatisfy { $0.score.map { $0.prediction.stepTime > .zero } ?? false })
  }

  @Test("a strategy that a rule refuses, and a run without a figure to compare, are skipped")
  func skipped() throws {
    let runs = try RunText.runs([
      ["tp": "8", "dp": "1", "heads": "4", "kv_heads": "4", "sp": "true"],
      ["id": "other.mfu", "metric": "mfu", "value": "0.5", "unit": "fraction"],
    ])
    let result = try ValidationResult(of: runs, catalog: Shipped.catalog)
    #expect(
      result.overall.skipped.map(\.reason) == [
        "no step time follows from mfu", "tp 8 does not divide 4 attention heads",
      ])
  }

  @Test("the document has the promised keys, and a family's figures lie beside its name")
  func document() throws {
    let runs = try RunText.runs([
      [:],
      ["id": "small.peak_memory", "metric": "peak_memory", "value": "40", "unit": "GiB"],
      ["id": "broken.step_time", "layers": ""],
    ])
    let result = try ValidationResult(of: runs, catalog: Shipped.catalog)
    let json = try ValidationDocument(result).json()
    let root = try #require(
      JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect(root["schema"] as? String == "rhumb.validation/1")
    let documented = try #require(root["runs"] as? [[String: Any]])
    #expect(documented.map { $0["id"] as? String } == ["small", "broken"])
    let keys = [
      "family", "measured_seconds", "predicted_seconds", "relative_error",
      "measured_memory_bytes", "predicted_memory_bytes", "assumptions",
    ]
    #expect(keys.allSatisfy { documented[0][$0] != nil })
    #expect(documented[1]["skipped"] as? String == "the sizes of the model are not stated")
    let family = try #require((root["families"] as? [[String: Any]])?.first)
    #expect(family["family"] as? String == "t")
    #expect(family["runs"] as? Int == 1 && family["skipped"] as? Int == 1)
    #expect((root["overall"] as? [String: Any])?["median_absolute_error"] != nil)
  }

  @Test("text and Markdown say the same; runs are listed on demand")
  func pages() throws {
    let result = try ValidationResult(of: try RunText.runs([[:]]), catalog: Shipped.catalog)
    let brief = ValidationDocument(result)
    #expect(brief.text(width: 100).contains("1 runs scored, 0 skipped."))
    #expect(brief.markdown.contains("| t | 1 | 0 |"))
    #expect(!brief.markdown.contains("| small |"))
    #expect(ValidationDocument(result, listsRuns: true).markdown.contains("| small | dp8 mbs1 |"))
    #expect(brief.text(width: 100).split(separator: "\n").allSatisfy { $0.count <= 100 })
  }
}
