import ArgumentParser
import Configuration
import Interop
import Rhumb
import SequencePlanning
import StrategySpace

/// What batches of sequences are planned for: a model on a cluster, or published coefficients.
struct SequenceSettingOptions: ParsableArguments {
  enum Recompute: String, ExpressibleByArgument, CaseIterable { case none, selective, full }

  @Option(
    help: "The model: a file or a name from Models/; without --cluster, one of the coefficients.")
  var model: String?

  @Option(help: "The cluster: a file or a name from Clusters/, with :<nodes> if wanted.")
  var cluster: String?

  @Option(help: "Devices to plan for, with coefficients; by default those of the instance.")
  var devices: Int?

  @Option(
    help: ArgumentHelp(
      "The model's positions in thousands, with coefficients; by default those of the instance, "
        + "or 192.",
      valueName: "thousands"))
  var positions: Int?

  @Option(
    help: ArgumentHelp(
      "How a group shares attention: ulysses, ring, or hybrid (ulysses within nodes, a ring between).",
      valueName: "kind"))
  var parallelism = "ulysses"

  @Option(help: "What is sharded over all devices: ZeRO stage 1, 2 or 3.")
  var zero = 3

  @Option(help: "What the backward pass computes again: none, selective or full.")
  var recompute: Recompute?

  @Option(help: "The smallest group, a power of two.")
  var minDegree = 1

  @Option(help: "The largest group, a power of two.")
  var maxDegree: Int?

  func validate() throws {
    if cluster != nil {
      if model == nil { throw ValidationError("--cluster needs --model") }
      if devices != nil {
        throw ValidationError(
          "--devices is for coefficients; give the cluster's nodes: \(cluster ?? ""):8")
      }
      if positions != nil { throw ValidationError("--positions is for coefficients alone") }
    } else if recompute != nil {
      throw ValidationError("--recompute needs --model and --cluster")
    }
    if let devices, !(1...SequenceLimits.devices).contains(devices) {
      throw ValidationError(
        "--devices must be between 1 and \(SequenceLimits.devices), found \(devices)")
    }
    if let positions, positions < 1 {
      throw ValidationError("--positions must be at least 1, found \(positions)")
    }
    guard (1...3).contains(zero) else {
      throw ValidationError("--zero must be 1, 2 or 3, found \(zero)")
    }
    _ = try choices()
  }

  func choices() throws -> SequenceChoices {
    var choices = SequenceChoices()
    choices.parallelism = try word(parallelism, SequenceParallelism.self, "--parallelism")
    choices.zeroStage = ZeROStage(rawValue: zero) ?? .parameters
    switch recompute {
    case .full: choices.recomputation = .full()
    case .selective: choices.recomputation = .selective
    case .some(.none), nil: break
    }
    let smallest = try powerOfTwo(minDegree, "--min-degree")
    let largest = try powerOfTwo(maxDegree ?? choices.degrees.upperBound, "--max-degree")
    guard smallest <= largest else {
      throw ValidationError("--min-degree \(smallest) is above --max-degree \(largest)")
    }
    choices.degrees = smallest...largest
    return choices
  }

  private func powerOfTwo(_ value: Int, _ option: String) throws -> Int {
    guard (1...1 << 30).contains(value) else {
      throw ValidationError("\(option) must be between 1 and \(1 << 30), found \(value)")
    }
    guard value & (value - 1) == 0 else {
      let below = 1 << (Int.bitWidth - 1 - value.leadingZeroBitCount)
      throw ValidationError(
        "\(option) must be a power of two, so that groups fill nodes; \(value) lies between "
          + "\(below) and \(2 * below)")
    }
    return value
  }

  func setting(
    _ planner: Planner, _ choices: SequenceChoices, _ coefficients: SequenceProfile?,
    _ instance: SequenceInstance?
  ) throws -> SequenceSetting {
    if let cluster, let model {
      if coefficients != nil {
        throw InvalidInput(
          file: "--cluster", "the cost model says what groups cost; leave the coefficients away")
      }
      return try planner.sequenceSetting(
        model: .init(model), cluster: .init(cluster), choices)
    }
    guard let devices = devices ?? instance?.deviceCount else {
      throw InvalidInput(
        file: "--devices", "is needed with lengths alone, or --model with --cluster")
    }
    return try planner.sequenceSetting(
      profile: coefficients, model: model,
      thousandPositions: positions ?? instance?.thousandPositions ?? 192, deviceCount: devices,
      choices)
  }
}
