public import StrategySpace

extension StrategyLimits {
  /// The limits narrowed to what is near some strategies: every degree that one of them has, that
  /// doubled and that halved, all combinations of these, and whatever else the limits leave open.
  ///
  /// Searching there finds what a change of circumstances makes better, unless it is of another
  /// kind altogether, in a fraction of the time that the whole space takes.
  ///
  /// - Parameter fixed: strategies whose degrees count too, but not doubled or halved.
  public func near(_ strategies: [Strategy], and fixed: [Strategy] = []) -> StrategyLimits {
    var limits = self
    func narrow(
      _ limit: WritableKeyPath<StrategyLimits, SizeLimit>, _ size: KeyPath<Strategy, Int>
    ) {
      let sizes =
        strategies.map { $0[keyPath: size] }.flatMap { [$0, 2 * $0, $0 / 2] }
        + fixed.map { $0[keyPath: size] }
      let allowed = Set(sizes).filter { $0 >= 1 && self[keyPath: limit].contains($0) }
      limits[keyPath: limit].values = allowed.sorted()
    }
    narrow(\.tensorParallelSize, \.tensorParallelSize)
    narrow(\.pipelineParallelSize, \.pipelineParallelSize)
    narrow(\.contextParallelSize, \.contextParallelSize)
    narrow(\.expertParallelSize, \.expertParallelSize)
    narrow(\.microBatchSize, \.microBatchSize)
    return limits
  }

  /// The limits narrowed to the degrees and the microbatch of a strategy; its data-parallel size,
  /// schedule, ZeRO stage and recomputation stay as open as they are.
  public func like(_ strategy: Strategy) -> StrategyLimits {
    var limits = self
    func keep(
      _ limit: WritableKeyPath<StrategyLimits, SizeLimit>, _ size: KeyPath<Strategy, Int>
    ) {
      let value = strategy[keyPath: size]
      limits[keyPath: limit].values = self[keyPath: limit].contains(value) ? [value] : []
    }
    keep(\.tensorParallelSize, \.tensorParallelSize)
    keep(\.pipelineParallelSize, \.pipelineParallelSize)
    keep(\.contextParallelSize, \.contextParallelSize)
    keep(\.expertParallelSize, \.expertParallelSize)
    keep(\.microBatchSize, \.microBatchSize)
    return limits
  }
}
