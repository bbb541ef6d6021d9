import ArgumentParser
import Configuration

@main
struct RhumbCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rhumb",
    abstract:
      "Plan how a training job is spread over a cluster, and simulate it before renting a GPU.",
    discussion: """
      A model is a file or a name from Models/, a cluster a file or a name from Clusters/ \
      (dgx-h100:8 for 8 nodes of it).

      Exit codes: 0 done, 2 no feasible plan, 64 usage, 65 bad input, 70 internal error, \
      74 output cannot be written.
      """,
    version: "0.1.0",
    subcommands: [
      PlanCommand.self, EstimateCommand.self, SimulateCommand.self, ExplainCommand.self,
      CompareCommand.self, DiffCommand.self, SweepCommand.self, SequencesCommand.self,
      CheckCommand.self,
      ShardCommand.self, ExploreCommand.self, SolveCommand.self, ImportCommand.self,
      ExportCommand.self, ValidateCommand.self, StudyCommand.self, CalibrateCommand.self,
    ])

  /// Parses the arguments and runs what they ask for.
  static func main() async {
    let arguments = Array(CommandLine.arguments.dropFirst())
    let commands = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    if let word = arguments.first, !word.hasPrefix("-"), !commands.contains(word) {
      exit(withError: ValidationError("no command '\(word)'; \(hint(for: word, among: commands))"))
    }
    await main(arguments)
  }
}
