extension Schedule {
  /// How many microbatches DAPPLE admits to a stage before their backward passes.
  public enum EarlyBackwardPolicy: Hashable, Sendable {
    /// `p − s` on stage `s` of `p`: what 1F1B needs.
    case a
    /// `2(p − s) − 1`: enough to keep computing while activations and gradients travel.
    case b
  }

  /// DAPPLE's early backward scheduling: 1F1B with a warm-up by policy and memory.
  ///
  /// Policy A without a limit is 1F1B.
  ///
  /// Source: Fan et al. 2021, DAPPLE, arXiv:2007.01045.
  /// - Parameter limit: the microbatches whose activations fit a stage's memory, if that is fewer.
  public static func earlyBackward(
    stages: Int, microbatches: Int, policy: EarlyBackwardPolicy, limit: Int? = nil
  ) -> Schedule {
    let inFlight = (0..<stages).map { stage in
      let wanted =
        switch policy {
        case .a: stages - stage
        case .b: 2 * (stages - stage) - 1
        }
      return max(1, min(wanted, limit ?? wanted))
    }
    return oneForwardOneBackward(inFlight: inFlight, microbatches: microbatches)
  }
}
