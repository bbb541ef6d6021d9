import ArgumentParser
import Search

/// How long `--search dqn` learns.
struct LearningOptions: ParsableArguments {
  @Option(help: "Episodes that --search dqn learns for (default: 1000).")
  var episodes: Int?

  @Option(help: "The seed of --search dqn: the same seed, the same plans (default: 1).")
  var seed: UInt64?

  var isGiven: Bool { episodes != nil || seed != nil }

  var budget: LearnedSearch.Budget {
    var budget = LearnedSearch.Budget()
    if let episodes { budget.episodes = episodes }
    if let seed { budget.seed = seed }
    return budget
  }

  func validate() throws {
    if let episodes, !(1...1_000_000).contains(episodes) {
      throw ValidationError("--episodes must be between 1 and 1000000, found \(episodes)")
    }
  }
}
