import ModelDescription

/// How many operators the host issues for the passes of a layer.
///
/// Small layers wait for the host: frameworks take tens of microseconds to get from one operator to
/// the next, however little the device has to do for it. Fused attention is one operator, unfused
/// attention five (two products, scaling with mask, softmax, dropout); tokens go to experts and back
/// by four each (order, copy, exchange of counts, exchange); 8-bit products quantise both operands.
/// Backward, a product is two.
struct HostOperators {
  var forward = 0.0
  var backward = 0.0

  mutating func add(_ op: Operator, isSplit: Bool, isQuantised: Bool, _ job: TrainingJob) {
    let quantising = isQuantised ? 2.0 : 0
    switch op.kind {
    case .matrixProduct, .convolution:
      forward += 1 + quantising
      backward += 2 + quantising
    case .attention:
      let operators = job.attention.keepsScores ? 5.0 : 1.0
      forward += operators
      backward += operators
    case .recurrence, .lookup:
      forward += 1
      backward += 1
    case .pointwise(let pointwise):
      let operators = job.framework.fusesPointwise ? 1.0 : 2.0
      if pointwise.forwardTraffic > 0 { forward += operators }
      if pointwise.backwardTraffic > 0 { backward += operators }
    case .exchange(let exchange) where isSplit:
      let operators = exchange.kind.isOfExperts ? 4.0 : 1.0
      forward += operators
      backward += operators
    case .exchange:
      break
    }
  }
}

extension Exchange.Kind {
  /// Whether tokens travel to experts or back.
  var isOfExperts: Bool { self == .dispatchToExperts || self == .combineFromExperts }
}
