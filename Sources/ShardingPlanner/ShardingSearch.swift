import CostModel
public import Quantities
public import Sharding
import StrategySelection
import TensorPrograms

/// Searches how a program is split over a mesh: one strategy per operator.
///
/// The choice of strategies is a `StrategyNetwork`, solved by `StrategySelector`. Layouts of inputs
/// are demanded of the compiler, and so are those layouts inside the program that propagation would
/// not give by itself. What the compiler then does is predicted, and of several ways to demand a
/// choice the fastest that fits into memory counts, beside a few customary shardings. Where there
/// are few decisions, all shardings of inputs are tried as well.
///
/// *Fast* decides for equal layers once. *Thorough* then decides for each operator of the whole
/// program, as far as its network stays within a limit, and improves the shardings of inputs, class
/// by class; it begins with what fast found, so it is never worse.
public struct ShardingSearch: Sendable {
  public enum Effort: String, Sendable, CaseIterable {
    case fast, thorough
  }

  let program: ShardableProgram
  let timing: ProgramTiming
  let style: PartitionerStyle
  /// What one device may hold at any time: weights, states, batch and results.
  let memoryLimit: Bytes
  let effort: Effort
  /// So many shardings of inputs are tried one by one, if there are no more.
  let exhaustiveLimit: Int
  let inputClasses: InputClasses
  private let classes: ProgramClasses

  public init(
    _ program: ShardableProgram, _ timing: ProgramTiming, memoryLimit: Bytes,
    style: PartitionerStyle = .cpu, effort: Effort = .fast, exhaustiveLimit: Int = 4096
  ) {
    self.program = program
    self.timing = timing
    self.memoryLimit = memoryLimit
    self.style = style
    self.effort = effort
    self.exhaustiveLimit = min(exhaustiveLimit, Self.mostTrialSteps / max(1, program.steps.count))
    inputClasses = InputClasses(program)
    classes = ProgramClasses(program, isDetailed: false)
  }

  public struct Outcome: Sendable {
    /// `nil` when no sharding fits into memory.
    public var plan: ShardingPlan?
    /// Shardings whose partitioned programs were predicted.
    public var evaluated = 0
    /// Whether all shardings of the inputs were among them.
    public var isExhaustive = true
    /// The least that one device would have to hold, over what was tried.
    public var leastBytes = Int.max

    public init() {}

    init(plan: ShardingPlan?, evaluated: Int, isExhaustive: Bool, leastBytes: Int) {
      self.plan = plan
      self.evaluated = evaluated
      self.isExhaustive = isExhaustive
      self.leastBytes = leastBytes
    }

    /// What two searches came to.
    public func joined(with other: Outcome) -> Outcome {
      var joined = self
      if let plan = other.plan, self.plan.map({ plan.time.total < $0.time.total }) ?? true {
        joined.plan = plan
      }
      joined.evaluated += other.evaluated
      joined.isExhaustive = isExhaustive && other.isExhaustive
      joined.leastBytes = min(leastBytes, other.leastBytes)
      return joined
    }
  }

  /// Operators and inputs that are decided one by one.
  public var decisionCount: Int { classes.count }

  /// An axis of the mesh that divides no dimension of any input.
  public func undividedAxis(of mesh: Mesh) -> Mesh.Axis? {
    mesh.axes.first { axis in
      !program.program.inputs.contains { input in
        program.program.type(input).shape.contains { $0 % axis.size == 0 }
      }
    }
  }

  // MARK: One mesh

  /// Steps of partitioned programs that trying everything may take.
  private static let mostTrialSteps = 400_000
  /// Rounds of the solver.
  private static let rounds: [Effort: Int] = [.fast: 24, .thorough: 400]
  /// Entries of cost tables in a network of the whole program.
  private static let mostTableEntries = 30_000_000

  /// The best sharding on one mesh.
  public func run(on mesh: Mesh) throws(PlanningProblem) -> Outcome {
    var trials = ShardingTrials(self, on: mesh, timing: try timing.on(mesh))
    trials.tryCustomary()
    let combinations = trials.options.reduce(1.0) { $0 * Double($1.count) }
    let isExhaustive = combinations <= Double(exhaustiveLimit)
    if isExhaustive { trials.tryAll() }
    trials.solve(classes, rounds: Self.rounds[.fast] ?? 0)
    if effort == .thorough {
      let detailed = ProgramClasses(program, isDetailed: true)
      if trials.tableEntries(detailed) <= Self.mostTableEntries {
        trials.solve(detailed, rounds: Self.rounds[.thorough] ?? 0)
      }
      trials.improve()
    }
    trials.dropNeedlessConstraints()
    return Outcome(
      plan: trials.best?.value.excess == 0 ? trials.best?.plan : nil,
      evaluated: trials.judge.evaluated, isExhaustive: isExhaustive,
      leastBytes: trials.leastBytes)
  }
}
