/// How an agent learns.
///
/// The defaults are Auto-MAP's where it states them (Wang et al. 2020, arXiv:2007.04069, section 5):
/// batches of 64, Adam, discount 0.6, a target network renewed every 100 steps, 2,000 transitions
/// kept, priorities α = 0.2 and β = 0.6, exploration from 1 to 0.1.
public struct LearningSettings: Hashable, Sendable {
  public var hiddenSizes = [64, 64]
  public var isDueling = true
  /// Whether the network that learns picks the next action and the target network values it.
  ///
  /// Source: van Hasselt et al. 2016, arXiv:1509.06461.
  public var isDouble = true
  public var batchSize = 64
  public var learningRate: Float = 5e-4
  public var discount: Float = 0.6
  /// Steps whose rewards are counted before the network's own guess takes over.
  public var horizon = 1
  public var exploration = Exploration()
  /// Learning steps between renewals of the target network.
  public var targetInterval = 100
  public var replayCapacity = 2000
  public var priorityExponent = 0.2
  public var importanceExponent = 0.6
  /// Actions between learning steps.
  public var learningInterval = 1
  public var seed: UInt64 = 1

  public init() {}

  /// The fraction of random actions, falling in a straight line.
  public struct Exploration: Hashable, Sendable {
    public var first = 1.0
    public var last = 0.1
    /// Actions until it has fallen.
    public var actions = 2000

    public init(first: Double = 1, last: Double = 0.1, actions: Int = 2000) {
      self.first = first
      self.last = last
      self.actions = actions
    }

    func rate(after count: Int) -> Double {
      actions <= count ? last : first + (last - first) * Double(count) / Double(actions)
    }
  }
}
