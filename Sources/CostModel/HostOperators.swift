import ModelDescription

/// How many operators the host issues for the passes of a layer.
///
/// Small layers wait for the host: frameworks take tens of microseconds to get from one operator to
/// the next, however little the device has to do for it. Fused attention is one operator, unfused
/// attention five (two products, scaling with mask, softmax, dropout); tokens go to experts and back
/// by four each (order, copy, exchange of counts, exchange); 8-bit products quantise both operands.
/// A ring over the context has four per step: copies, exchange, attention, and the correction of what the
/// steps before gave. Backward, a product is two. The product of several experts is one operator that launches a kernel
/// for each (Transformer Engine's grouped products), and another where it quantises.
struct HostOperators {
  var forward = Count()
  var backward = Count()

  struct Count {
    var operators = 0.0
    /// Kernels beyond the first of an operator.
    var launches = 0.0

    static func += (count: inout Count, operators: Double) { count.operators += operators }
  }

  /// - Parameters:
  ///   - experts: that a grouped product has on one rank; else 1.
  ///   - ringSteps: that attention takes; 1 without a ring.
  mutating func add(
    _ op: Operator, experts: Double, ringSteps: Int, isSplit: Bool, isQuantised: Bool,
    _ job: TrainingJob
  ) {
    let quantising = isQuantised ? 2.0 : 0
    switch op.kind {
    case .matrixProduct, .convolution:
      forward += 1 + quantising
      backward += 2 + quantising
      forward.launches += max(0, experts - 1) * (1 + quantising)
      backward.launches += max(0, experts - 1) * (2 + quantising)
    case .attention:
      let kernels = job.attention.keepsScores ? 5.0 : 1.0
      let operators = ringSteps > 1 ? (kernels + 3) * Double(ringSteps) : kernels
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
