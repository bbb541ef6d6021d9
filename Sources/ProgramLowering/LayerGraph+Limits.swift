import ModelDescription
import TensorPrograms

extension LayerGraph {
  /// Refuses what no program could hold: tensors beyond any plausible size, and recurrences of more
  /// steps than could be written one by one.
  func checkTensors(batch: Int) throws(ModelError) {
    var steps = 0
    for layer in layers {
      for step in classes[layer.classIndex].operators {
        if case .recurrence(let recurrence) = step.kind {
          steps += recurrence.steps * recurrence.directions
        }
      }
    }
    guard steps <= Self.mostSteps else {
      throw .implausible("\(steps) steps of recurrent layers", limit: "\(Self.mostSteps)")
    }
    for layerClass in classes {
      for step in layerClass.operators {
        let elements = Double(batch) * step.kind.largestTensor
        guard elements <= Double(TensorType.largestElementCount) else {
          throw .implausible(
            "\(elements) elements of '\(step.name)' in '\(layerClass.name)'",
            limit: "\(TensorType.largestElementCount); take a smaller batch")
        }
      }
    }
  }

  private static let mostSteps = 100_000
}

extension Operator.Kind {
  /// Elements of the largest tensor of one sample that the operator reads or makes.
  fileprivate var largestTensor: Double {
    switch self {
    case .matrixProduct(let product):
      Double(product.rows) * Double(max(product.inputs, product.outputs))
    case .attention(let core):
      Double(core.heads) * Double(core.queryLength)
        * Double(max(core.keyLength, core.headSize, core.valueHeadSize))
    case .convolution(let convolution):
      Double(convolution.outputHeight * convolution.outputWidth)
        * Double(max(convolution.inputChannels, convolution.outputChannels))
        * Double(convolution.kernelHeight * convolution.kernelWidth)
    case .recurrence(let recurrence):
      Double(recurrence.steps)
        * Double(max(recurrence.inputs, recurrence.gates * recurrence.hidden))
    case .lookup(let lookup): Double(lookup.rows) * Double(lookup.features)
    case .pointwise(let pointwise): Double(pointwise.forwardTraffic)
    case .exchange(let exchange): Double(exchange.elements)
    }
  }
}
