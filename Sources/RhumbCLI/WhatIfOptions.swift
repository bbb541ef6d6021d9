import ArgumentParser
import ClusterTopology
import Quantities
import Rhumb
import Simulation

/// What goes wrong in a simulated step, and in a long run of such steps.
struct WhatIfOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Let a stage compute slower: 2=1.1 for stage 2 at 1.1 times the time.",
      valueName: "stage=factor"))
  var slow: [String] = []

  @Option(
    help: ArgumentHelp(
      "Leave a link a part of its bandwidth: ethernet=0.5, or for one group of nodes "
        + "roce:ethernet=0.5, or for what joins two groups a+b=0.5.", valueName: "link=factor"))
  var degrade: [String] = []

  @Option(
    help: ArgumentHelp(
      "Let nothing leave a stage for a while: 1=0.5+0.2 for stage 1 from 0.5 s on, for 0.2 s.",
      valueName: "stage=start+duration"))
  var interrupt: [String] = []

  @Option(help: "Let each computation vary by this fraction (standard deviation) at random.")
  var jitter: Double?

  @Option(help: "The seed of the jitter.")
  var seed: UInt64 = 1

  @Option(help: "Simulate so many steps with jitter, for the distribution of step times.")
  var runs: Int?

  @Option(
    help: ArgumentHelp(
      "Hours between failures of the whole job, for the progress that a long run makes.",
      valueName: "hours"))
  var mtbf: Double?

  @Option(help: ArgumentHelp("What a checkpoint takes.", valueName: "seconds"))
  var checkpointSeconds: Double?

  @Option(
    help: ArgumentHelp("What a restart takes after a failure; 0 if left out.", valueName: "seconds")
  )
  var restartSeconds: Double?

  /// Runs beyond this are a mistake.
  private static let mostRuns = 100_000

  func question() throws -> SimulationQuestion {
    var question = SimulationQuestion(
      degradations: try degrade.map(degradation), scenario: try scenario())
    if let runs {
      guard (1...Self.mostRuns).contains(runs) else {
        throw ValidationError("--runs must be between 1 and \(Self.mostRuns), found \(runs)")
      }
      guard jitter != nil else { throw ValidationError("--runs needs --jitter") }
      question.runs = runs
    }
    question.reliability = try reliability()
    return question
  }

  private func scenario() throws -> Scenario {
    var scenario = Scenario()
    for text in slow {
      guard let (key, value) = assignment(text), let stage = Int(key), let factor = Double(value),
        factor > 0, factor <= 1e6, stage >= 0
      else { throw ValidationError("--slow must be stage=factor such as 2=1.1, found '\(text)'") }
      scenario.computeSlowdown[stage] = factor
    }
    scenario.interruptions = try interrupt.map(interruption)
    if let jitter {
      guard (0...10).contains(jitter) else {
        throw ValidationError("--jitter must be between 0 and 10, found \(jitter)")
      }
      scenario.jitter = Scenario.Jitter(seed: seed, deviation: jitter)
    }
    return scenario
  }

  private func degradation(_ text: String) throws -> LinkDegradation {
    guard let (key, value) = assignment(text), let link = LinkDegradation.Link(key),
      let factor = Double(value), factor > 0, factor <= 1
    else {
      throw ValidationError(
        "--degrade must be link=factor with a factor above 0 and at most 1, such as ethernet=0.5, "
          + "found '\(text)'")
    }
    return LinkDegradation(link, remaining: factor)
  }

  private func interruption(_ text: String) throws -> Scenario.Interruption {
    let times = assignment(text)?.value.split(separator: "+", omittingEmptySubsequences: false)
    guard let (key, _) = assignment(text), let stage = Int(key), stage >= 0, let times,
      times.count == 2, let start = Double(times[0]), let duration = Double(times[1]),
      (0...Self.longestTime).contains(start), (0...Self.longestTime).contains(duration)
    else {
      throw ValidationError(
        "--interrupt must be stage=start+duration in seconds such as 1=0.5+0.2, found '\(text)'")
    }
    let from = Seconds(start).nanoseconds
    return Scenario.Interruption(stage: stage, time: from..<(from + Seconds(duration).nanoseconds))
  }

  /// Seconds: an interruption lies in the first days of a step.
  private static let longestTime = 400_000.0

  private func reliability() throws -> SimulationQuestion.Reliability? {
    guard mtbf != nil || checkpointSeconds != nil || restartSeconds != nil else { return nil }
    guard let mtbf, let checkpointSeconds else {
      throw ValidationError("progress under failures needs --mtbf and --checkpoint-seconds")
    }
    for (name, value) in [
      ("--checkpoint-seconds", checkpointSeconds), ("--restart-seconds", restartSeconds ?? 0),
    ] where !(0...1e9).contains(value) {
      throw ValidationError("\(name) must be between 0 and 1e9, found \(value)")
    }
    guard mtbf > 0, mtbf <= 1e9 else {
      throw ValidationError("--mtbf must be above 0 hours and at most 1e9, found \(mtbf)")
    }
    return SimulationQuestion.Reliability(
      meanTimeBetweenFailures: Seconds(mtbf * 3600), checkpoint: Seconds(checkpointSeconds),
      restart: Seconds(restartSeconds ?? 0))
  }

  /// The two sides of `key=value`.
  private func assignment(_ text: String) -> (key: String, value: String)? {
    let parts = text.split(separator: "=", omittingEmptySubsequences: false)
    return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
  }
}
