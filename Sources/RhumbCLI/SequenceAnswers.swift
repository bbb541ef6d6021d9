import Configuration
import Quantities
import Reports
import Rhumb
import SequencePlanning
import SequenceSimulation
import Simulation

/// Prints planned batches: each at once where lines are answered, all together at the end otherwise.
struct SequenceAnswers {
  private let setting: SequenceSetting
  private let format: OutputFormat
  private let answersLines: Bool
  /// The batch to show and simulate.
  private let selected: Int?
  private var count = 0
  private var batches: [SequencesDocument.Batch] = []
  private var lengths: [[Int]] = []
  private var simulated: SimulatedBatch?

  init(_ setting: SequenceSetting, format: OutputFormat, isStream: Bool, selected: Int?) {
    self.setting = setting
    self.format = format
    // A Markdown document has a beginning and an end.
    answersLines = isStream && (format == .json || format == .text)
    self.selected = selected
  }

  mutating func add(_ batch: LengthBatch, _ plan: SequencePlan, cpuTime: Seconds?) throws {
    let isSelected = count == selected
    if isSelected { simulated = try setting.simulate(plan, of: batch.lengths) }
    let document = setting.document(
      of: plan, index: count, lengths: batch.lengths, cpuTime: cpuTime,
      simulated: isSelected ? simulated : nil)
    count += 1
    guard answersLines else {
      batches.append(document)
      lengths.append(batch.lengths)
      return
    }
    if format == .json {
      try emit(
        SequencesDocument(setting.summary, [document], lengths: [batch.lengths]).jsonLine())
    } else {
      try emit(document.line)
    }
  }

  /// Prints what is left to print.
  func finish() throws {
    if let selected, selected >= count {
      throw InvalidInput(
        file: "--batch", "there is no batch \(selected): the input holds \(count), from 0")
    }
    guard !answersLines else { return }
    let document = SequencesDocument(
      setting.summary, batches, lengths: lengths,
      detailed: count == 1 ? [0] : Set(selected.map { [$0] } ?? []))
    var options = OutputOptions()
    options.format = format
    try options.print(document)
  }

  func trace() -> String { simulated?.trace.json() ?? "" }
}
