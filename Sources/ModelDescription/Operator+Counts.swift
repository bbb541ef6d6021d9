public import Quantities

extension Operator {
  /// Trainable parameters, all experts included.
  public var parameterCount: Int {
    switch kind {
    case .matrixProduct(let product):
      product.sharesWeights
        ? 0 : product.matrices * (product.inputs + (product.hasBias ? 1 : 0)) * product.outputs
    case .convolution(let convolution): convolution.parameterCount
    case .recurrence(let recurrence): recurrence.parameterCount
    case .lookup(let lookup): lookup.sharesWeights ? 0 : lookup.entries * lookup.features
    case .pointwise(let pointwise): pointwise.parameters
    case .attention, .exchange: 0
    }
  }

  /// Arithmetic of matrix products forward, for one sample; a multiply-add counts two.
  ///
  /// Attention is counted in full, also when causal, as Megatron-LM and the MFU of PaLM (Chowdhery
  /// et al. 2022, arXiv:2204.02311, appendix B) do; the cost model charges only what a kernel
  /// really computes. Pointwise work and look-ups count zero.
  public var forwardFLOPs: FLOPs {
    switch kind {
    case .matrixProduct(let product):
      FLOPs(2 * Double(product.rows) * Double(product.inputs) * Double(product.outputs))
    case .attention(let core):
      FLOPs(
        2 * Double(core.heads) * Double(core.queryLength) * Double(core.visibleKeys)
          * Double(core.headSize + core.valueHeadSize))
    case .convolution(let convolution):
      FLOPs(
        2 * Double(convolution.outputHeight * convolution.outputWidth)
          * Double(convolution.weightCount))
    case .recurrence(let recurrence):
      FLOPs(2 * Double(recurrence.steps) * Double(recurrence.weightCount))
    case .lookup, .pointwise, .exchange: .zero
    }
  }
}

extension AttentionCore {
  /// Keys that a query can see at most: all of them, or those of the window.
  public var visibleKeys: Int { min(keyLength, window ?? keyLength) }
}

extension Convolution {
  public var weightCount: Int {
    inputChannels / groups * kernelHeight * kernelWidth * outputChannels
  }

  public var parameterCount: Int { weightCount + (hasBias ? outputChannels : 0) }
}

extension Recurrence {
  public var weightCount: Int { directions * gates * hidden * (inputs + hidden) }

  public var parameterCount: Int { weightCount + directions * gates * hidden * biases }
}
