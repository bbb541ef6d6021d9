import ArgumentParser
import Configuration
import Reports
import Rhumb
import Search

struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Plans, jobs, clusters or searches side by side, and what makes them differ.",
    discussion: """
      Plan files are priced as they are, jobs are planned first. With --job, each argument is \
      something to do differently: a cluster to plan that job on, a way to search \
      (search=\(SearchMethod.names)), what a framework does by itself \
      (plain=\(FrameworkDefault.names)), or choices to keep (tp=8,pp=4).
      """)

  @Argument(help: "Plan files, job files, or variations of --job.")
  var items: [String]

  @Option(help: "The job to plan in variations.")
  var job: String?

  @OptionGroup var catalogOptions: CatalogOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard items.count >= 2 else {
      throw ValidationError("compare takes at least two plans, jobs or variations")
    }
    if let twice = items.enumerated().first(where: { items[..<$0.offset].contains($0.element) }) {
      throw ValidationError("'\(twice.element)' is given twice")
    }
    if job != nil { for item in items { _ = try JobVariation(item) } }
  }

  func run() throws {
    try reporting {
      let planner = try catalogOptions.planner()
      let progress = ProgressLine()
      Interruption.heed()
      var entries: [ComparisonDocument.Entry] = []
      for (index, item) in items.enumerated() {
        let entry = try entry(for: item, planner) { search in
          progress.show((Double(index) + search.coveredFraction) / Double(items.count)) {
            "\(item): \(search.sentence)"
          }
          return !Interruption.isAsked
        }
        if Interruption.isAsked { break }
        entries.append(entry)
      }
      progress.finish()
      if Interruption.isAsked { complain("interrupted: these were planned until then") }
      try output.print(ComparisonDocument(entries))
      if !entries.isEmpty, entries.allSatisfy({ $0.plan == nil }) { throw Outcome.infeasible }
    }
  }

  private func entry(
    for item: String, _ planner: Planner, monitor: @escaping SearchMonitor
  ) throws -> ComparisonDocument.Entry {
    if let job {
      return try JobVariation(item).entry(
        named: item, JobFile.read(path: job), planner, monitor: monitor)
    }
    switch try DescriptionKind(ofFile: item) {
    case .plan:
      let (problem, plan) = try planner.load(PlanFile.read(path: item), from: item)
      return try planner.comparisonEntry(item, plan, of: problem)
    case .job:
      let description = try JobFile.read(path: item)
      return try planner.comparisonEntry(
        item, bestOf: planner.problem(for: description), monitor: monitor)
    case .cluster: throw InvalidInput(file: item, "describes a cluster; add --job to plan on it")
    case let kind:
      throw InvalidInput(file: item, "describes a \(kind.rawValue), expected a plan or a job")
    }
  }
}
