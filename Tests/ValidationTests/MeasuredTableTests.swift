import Configuration
import Foundation
import Testing
import Validation

@Suite("Tables of measured runs")
struct MeasuredTableTests {
  private static func read(_ text: String) throws -> [MeasuredRun] {
    try MeasuredTable(CSVTable(text: text, path: "t.csv"), family: "t").runs
  }

  private static func message(_ text: String) -> String? {
    do {
      _ = try read(text)
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test("rows of one prefix are one run with several figures")
  func grouping() throws {
    let runs = try RunText.runs([
      [:], ["id": "small.peak_memory", "metric": "peak_memory", "value": "40", "unit": "GiB"],
      ["id": "other.step_time"],
    ])
    #expect(runs.map(\.id) == ["small", "other"])
    #expect(runs[0].figures.map(\.metric) == ["step_time", "peak_memory"])
    #expect(runs[0].figures[1].unit == "GiB")
    #expect(runs[0].model.layers == 24)
    #expect(runs[0].tier == nil)
  }

  @Test("a blank field is unknown")
  func blanks() throws {
    let run = try RunText.run(["dp": "", "sp": "", "vocab": "", "recompute": ""])
    #expect(run.strategy.dataParallelSize == nil)
    #expect(run.strategy.sequenceParallel == nil)
    #expect(run.model.vocabularySize == nil)
    #expect(run.strategy.recomputation == "")
  }

  @Test(
    "a field that is no number is refused with its place",
    arguments: [
      (
        ["gpus": "eight"], "t.csv:2:76",
        "'gpus' must be a whole number from 1 to 16777216 or blank, found 'eight'"
      ),
      (
        ["layers": "0"], "t.csv:2:24",
        "'layers' must be a whole number from 1 to 16777216 or blank, found '0'"
      ),
      (
        ["tp": "1.5"], "t.csv:2:88",
        "'tp' must be a whole number from 1 to 16777216 or blank, found '1.5'"
      ),
      (["sp": "yes"], "t.csv:2:98", "'sp' must be true, false or blank, found 'yes'"),
      (["value": "fast"], "t.csv:2:143", "'value' must be a number, found 'fast'"),
      (["value": "-1"], "t.csv:2:143", "'value' must be above 0, found -1"),
      (["value": ""], "t.csv:2:143", "'value' is blank"),
      (["value": "1e999"], "t.csv:2:143", "'value' must be a number, found '1e999'"),
      (["id": ""], "t.csv:2:1", "'id' is blank"),
    ] as [([String: String], String, String)])
  func badFields(row: [String: String], place: String, message: String) {
    #expect(Self.message(RunText.table([row])) == "\(place): error: \(message)")
  }

  @Test("beside sound rows, a run with a field that is no number says so")
  func defects() throws {
    let runs = try RunText.runs([[:], ["id": "odd.step_time", "gpus": "eight"]])
    #expect(runs.map(\.id) == ["small", "odd"])
    #expect(runs[0].defect == nil)
    #expect(
      runs[1].defect == "'gpus' must be a whole number from 1 to 16777216 or blank, found 'eight'")
  }

  @Test("numbers and blanks are read as other programs write them")
  func foreignWords() throws {
    let run = try RunText.run(["gpus": "8.0", "vocab": "nan", "sp": "False"])
    #expect(run.machine.devices == 8)
    #expect(run.model.vocabularySize == nil)
    #expect(run.strategy.sequenceParallel == false && run.defect == nil)
  }

  @Test(
    "a run that ran out of memory is a measurement",
    arguments: [
      ["value": "OOM"], ["id": "small.out_of_memory", "metric": "out_of_memory", "value": "1"],
    ])
  func outOfMemory(row: [String: String]) throws {
    let run = try RunText.run(row)
    #expect(run.id == "small" && run.ranOutOfMemory && run.defect == nil)
  }

  @Test("every missing column is named, with the column that it may be")
  func missingColumns() {
    let text = RunText.table([[:]], without: ["gpu", "tp"])
      .replacingOccurrences(of: ",notes\n", with: ",gpux\n")
    #expect(
      Self.message(text) == """
        t.csv:1:1: error: no column 'gpu'; is it 'gpux'?
        t.csv:1:1: error: no column 'tp'
        """)
  }

  @Test("a table without rows, and a figure given twice, are refused")
  func others() {
    #expect(Self.message(RunText.table([])) == "t.csv: error: has columns but no rows")
    #expect(
      Self.message(RunText.table([[:], [:]]))
        == "t.csv:3:1: error: a second figure 'small.step_time'")
  }

  @Test("an index beside the tables tells tiers, and alone stands for the tables it names")
  func index() throws {
    let directory = try TemporaryDirectory([
      "runs.csv": """
      config_id,file,tier,primary_metric
      small,a.csv,main,tokens_per_s
      other,b.csv,extra,
      """,
      "a.csv": RunText.table([[:]]), "b.csv": RunText.table([["id": "other.step_time"]]),
      "gemm.csv": "op,tflops\ngemm,1\n",
    ])
    func read(_ files: String...) throws -> MeasuredRuns {
      try MeasuredRuns(files: files.map { directory.path + "/" + $0 })
    }
    let beside = try read("a.csv").runs
    #expect(beside.map(\.tier) == [.main])
    #expect(beside.map(\.primaryMetric) == ["tokens_per_s"])
    let alone = try read("runs.csv").runs
    #expect(alone.map(\.id) == ["small", "other"])
    #expect(alone.map(\.family) == ["a", "b"])
    #expect(alone[1].tier == .extra && alone[1].primaryMetric == nil)
    let benchmark = directory.path + "/gemm.csv"
    #expect(try read("gemm.csv", "a.csv").otherFiles == [benchmark])
    let lonely = #expect(throws: InvalidInput.self) { try read("gemm.csv") }
    #expect(lonely?.description == "\(benchmark): error: holds no runs")
  }

  @Test("an index with an unknown tier is refused")
  func badIndex() throws {
    let directory = try TemporaryDirectory([
      "runs.csv": "config_id,file,tier,primary_metric\nsmall,a.csv,mian,step_time\n"
    ])
    let path = directory.path + "/runs.csv"
    let error = #expect(throws: InvalidInput.self) { try MeasuredRuns(files: [path]) }
    #expect(error?.description == "\(path):2:13: error: 'tier' is 'mian'; did you mean 'main'?")
  }
}
