import ModelDescription
import Quantities

/// What PyTorch's trainers keep and compute again when they select operators instead of layers.
///
/// Every second matrix product is computed again, the last of a layer never; attention is kept,
/// and so are sums over tensor-parallel ranks; all else is computed again.
///
/// Source: torchtitan's `activation_checkpoint.selective_ac_option = "op"`.
struct OperatorSelection {
  private(set) var recomputed = PassCost()
  /// Outputs that are kept.
  private(set) var kept = Bytes.zero

  /// - Parameters:
  ///   - forward: what the operator's forward pass takes.
  ///   - output: what it writes on one rank.
  mutating func add(_ op: Operator, of forward: PassCost, keeping output: Bytes) {
    switch op.kind {
    case .matrixProduct:
      recomputed = recomputed + forward.half
      kept += output / 2
    case .attention:
      kept += output
    case .exchange(let exchange) where exchange.kind == .leaveTensorParallel:
      break
    case .convolution, .recurrence, .lookup, .pointwise, .exchange:
      recomputed = recomputed + forward
    }
  }
}

extension PassCost {
  fileprivate var half: PassCost {
    PassCost(
      compute: compute / 2, tensor: tensor / 2, context: context / 2, expert: expert / 2,
      weightGradient: weightGradient / 2)
  }
}
