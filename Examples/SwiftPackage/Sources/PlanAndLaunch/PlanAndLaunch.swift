import Configuration
import Interop
import Reports
import Rhumb

/// Plans a job file and prints the fastest plan as arguments for Megatron-LM.
///
///     swift run PlanAndLaunch ../llama-3-8b-one-node.yaml
@main
struct PlanAndLaunch {
  static func main() throws {
    let path = CommandLine.arguments.dropFirst().first ?? "../llama-3-8b-one-node.yaml"
    // The directory that holds Models/ and Clusters/.
    let planner = Planner(catalog: Catalog(root: "../.."))
    let problem = try planner.problem(for: JobFile.read(path: path))
    let report = try planner.plan(problem, keeping: 3)

    for plan in report.plans {
      print("\(plan.rank). \(plan.strategy.label): \(plan.stepTimeSeconds) s")
    }
    guard let best = report.plans.first else { return print("nothing fits") }
    let text = try MegatronFormat().write(planner.launch(best, of: problem))
    print(text.content)
    for note in text.notes { print("note: \(note)") }
  }
}
