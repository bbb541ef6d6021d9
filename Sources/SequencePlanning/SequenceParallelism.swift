public import StrategySpace

/// How the devices of a group share the attention over a sequence.
public enum SequenceParallelism: String, Sendable, Hashable, CaseIterable, Codable {
  /// All-to-all around the attention core: whole sequences, a share of the heads (DeepSpeed-Ulysses,
  /// Jacobs et al. 2023, arXiv:2309.14509).
  case allToAll = "ulysses"
  /// Keys and values travel around a ring behind the attention core (ring attention, Liu et al. 2023,
  /// arXiv:2310.01889).
  case ring
  /// All-to-all within a node, a ring between nodes (unified sequence parallelism, Fang and Zhao
  /// 2024, arXiv:2405.07719).
  case hybrid
}

extension ZeROStage {
  /// The share of the 16 bytes per parameter (mixed precision, Adam) that one of `count` devices
  /// keeps.
  ///
  /// Optimizer states with the master weights are 12 of the 16 bytes, gradients 2 and weights 2. The
  /// published profile counts gradients in four eighths with the states at stage 1: 6/8 spread, 2/8
  /// whole; 7/8 and 1/8 at stage 2; everything at stage 3.
  public func share(devices count: Int) -> Double {
    switch self {
    case .none: 1
    case .optimizer: 6.0 / 8 / Double(count) + 2.0 / 8
    case .gradients: 7.0 / 8 / Double(count) + 1.0 / 8
    case .parameters: 1 / Double(count)
    }
  }
}
