import CostModel
import Quantities
import Sharding
import ShardingPlanner

/// How long parts of a program take on a mesh.
struct MeshClock {
  let timing: ProgramTiming
  let channels: [Channel?]

  func time(of prediction: ShardingPrediction) -> ProgramTiming.Breakdown {
    timing.time(of: prediction, channels: channels)
  }

  /// All executions of a collective; along several axes it runs along one after the other.
  func time(of collective: Collective) -> Seconds {
    var total = Seconds.zero
    var size = Bytes(Double(collective.operandBytes))
    for axis in collective.axes {
      guard let channel = channels[axis] else { continue }
      switch collective.kind {
      case .allReduce: total = total + channel.allReduce(size)
      case .reduceScatter: total = total + channel.reduceScatter(size)
      case .allToAll: total = total + channel.allToAll(size)
      case .permute: total = total + channel.send(size)
      case .allGather:
        size = size * Double(channel.ranks)
        total = total + channel.allGather(size)
      }
    }
    return Double(collective.executions) * total
  }
}

extension ProgramTiming {
  func on(_ mesh: Mesh) throws(PlanningProblem) -> MeshClock {
    MeshClock(timing: self, channels: try channels(of: mesh))
  }
}

extension ShardingPrediction {
  /// What a device holds at least: weights, states and batch.
  var peakBytesPerDevice: Int { argumentBytesPerDevice }
}
