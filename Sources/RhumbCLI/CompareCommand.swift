import ArgumentParser
import Configuration
import Reports
import Rhumb

struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Plans, jobs or clusters side by side, and what makes them differ.",
    discussion: """
      Plan files are priced as they are, jobs are planned first. With --job, the arguments are \
      clusters to plan that job on.
      """)

  @Argument(help: "Plan files, job files, or clusters with --job.")
  var items: [String]

  @Option(help: "The job to plan on each cluster.")
  var job: String?

  @OptionGroup var catalogOptions: CatalogOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard items.count >= 2 else {
      throw ValidationError("compare takes at least two plans, jobs or clusters")
    }
    if let twice = items.enumerated().first(where: { items[..<$0.offset].contains($0.element) }) {
      throw ValidationError("'\(twice.element)' is given twice")
    }
  }

  func run() throws {
    try reporting {
      let planner = try catalogOptions.planner()
      let entries = try items.map { try entry(for: $0, planner) }
      try output.print(ComparisonDocument(entries))
      if entries.allSatisfy({ $0.plan == nil }) { throw Outcome.infeasible }
    }
  }

  private func entry(for item: String, _ planner: Planner) throws -> ComparisonDocument.Entry {
    if let job {
      var description = try JobFile.read(path: job)
      description.cluster = .init(item)
      return try planner.comparisonEntry(item, bestOf: planner.problem(for: description))
    }
    switch try DescriptionKind(ofFile: item) {
    case .plan:
      let (problem, plan) = try planner.load(PlanFile.read(path: item), from: item)
      return try planner.comparisonEntry(item, plan, of: problem)
    case .job:
      let description = try JobFile.read(path: item)
      return try planner.comparisonEntry(item, bestOf: planner.problem(for: description))
    case .cluster: throw InvalidInput(file: item, "describes a cluster; add --job to plan on it")
    case let kind:
      throw InvalidInput(file: item, "describes a \(kind.rawValue), expected a plan or a job")
    }
  }
}
