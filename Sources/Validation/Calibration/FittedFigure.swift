import ClusterTopology
import Quantities

/// A figure of a hardware description that no data sheet states and measurements can determine.
public enum FittedFigure: String, Hashable, Sendable, CaseIterable {
  case matrixProduct = "matrix_product.fraction"
  case matrixProduct8Bit = "matrix_product.fraction_8_bit"
  case matrixProduct4Bit = "matrix_product.fraction_4_bit"
  case depthAtHalf = "matrix_product.depth_at_half"
  case tileLoadCost = "matrix_product.load_cost"
  case attentionForward = "attention.forward"
  case attentionBackward = "attention.backward"
  case firstFusedAttention = "attention.first_generation"
  case memory = "memory.fraction"
  case kernelLaunch = "kernel_launch.time"
  case operatorDispatch = "kernel_launch.host_time"
  case communicationShare = "communication.share"
  case efficiency = "collectives.efficiency"
  case latency = "collectives.latency"
  case switchReduction = "collectives.switch_reduction_efficiency"

  /// The mapping of the description that the figure is in; it has a source of its own.
  public var group: String { String(rawValue.prefix { $0 != "." }) }

  public var key: String { String(rawValue.drop { $0 != "." }.dropFirst()) }

  /// What follows the number in the file.
  public var unit: String {
    switch self {
    case .kernelLaunch, .operatorDispatch, .latency: " us"
    default: ""
    }
  }
}

extension Device {
  /// A figure in the file's unit; `nil` for those of links and interfaces.
  subscript(figure: FittedFigure) -> Double? {
    get {
      switch figure {
      case .matrixProduct: efficiency.matrixProduct
      case .matrixProduct8Bit: efficiency.matrixProduct8Bit
      case .matrixProduct4Bit: efficiency.matrixProduct4Bit
      case .depthAtHalf: efficiency.depthAtHalf
      case .tileLoadCost: efficiency.tileLoadCost
      case .attentionForward: efficiency.attentionForward
      case .attentionBackward: efficiency.attentionBackward
      case .firstFusedAttention: efficiency.firstFusedAttention
      case .memory: efficiency.memory
      case .kernelLaunch: efficiency.kernelLaunch.value * 1e6
      case .operatorDispatch: efficiency.operatorDispatch.value * 1e6
      case .communicationShare: efficiency.communicationShare
      case .efficiency, .latency, .switchReduction: nil
      }
    }
    set {
      guard let newValue else { return }
      switch figure {
      case .matrixProduct: efficiency.matrixProduct = newValue
      case .matrixProduct8Bit: efficiency.matrixProduct8Bit = newValue
      case .matrixProduct4Bit: efficiency.matrixProduct4Bit = newValue
      case .depthAtHalf: efficiency.depthAtHalf = newValue
      case .tileLoadCost: efficiency.tileLoadCost = newValue
      case .attentionForward: efficiency.attentionForward = newValue
      case .attentionBackward: efficiency.attentionBackward = newValue
      case .firstFusedAttention: efficiency.firstFusedAttention = newValue
      case .memory: efficiency.memory = newValue
      case .kernelLaunch: efficiency.kernelLaunch = Seconds(newValue / 1e6)
      case .operatorDispatch: efficiency.operatorDispatch = Seconds(newValue / 1e6)
      case .communicationShare: efficiency.communicationShare = newValue
      case .efficiency, .latency, .switchReduction: break
      }
    }
  }
}

extension DeviceLink {
  func value(of figure: FittedFigure) -> Double? {
    switch figure {
    case .efficiency: efficiency
    case .latency: latency.value * 1e6
    case .switchReduction: switchReductionEfficiency
    default: nil
    }
  }

  mutating func set(_ figure: FittedFigure, to value: Double) {
    switch figure {
    case .efficiency: efficiency = value
    case .latency: latency = Seconds(value / 1e6)
    case .switchReduction where reducesInSwitch: switchReductionEfficiency = value
    default: break
    }
  }
}

extension NetworkInterface {
  func value(of figure: FittedFigure) -> Double? {
    switch figure {
    case .efficiency: efficiency
    case .latency: latency.value * 1e6
    default: nil
    }
  }

  mutating func set(_ figure: FittedFigure, to value: Double) {
    switch figure {
    case .efficiency: efficiency = value
    case .latency: latency = Seconds(value / 1e6)
    default: break
    }
  }
}
