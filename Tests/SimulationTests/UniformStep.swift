import CostModel
import Quantities
import Simulation
import StrategySpace

/// A step of equal stages, in whole microseconds.
func uniformStep(
  stages: Int, microbatches: Int, chunksPerStage: Int = 1, forward: Double = 1000,
  inputGradient: Double = 1000, weightGradient: Double = 1000, transfer: Double = 0,
  schedule: PipelineSchedule = .oneForwardOneBackward
) -> StepCost {
  let share = Double(chunksPerStage)
  let run = LayerRun(
    count: 1, forward: PassCost(compute: .microseconds(forward / share)),
    backward: PassCost(
      compute: .microseconds((inputGradient + weightGradient) / share),
      weightGradient: .microseconds(weightGradient / share)))
  let chunk = ChunkCost(
    runs: [run], sendForward: .microseconds(transfer), sendBackward: .microseconds(transfer),
    activationMemory: Bytes(1) / share)
  let stage = StageCost(chunks: Array(repeating: chunk, count: chunksPerStage))
  return StepCost(
    stages: Array(repeating: stage, count: stages), microbatchCount: microbatches,
    strategy: Strategy(
      pipelineParallelSize: stages, virtualPipelineSize: chunksPerStage, schedule: schedule))
}

func microseconds(_ count: Double) -> Int64 { Seconds.microseconds(count).nanoseconds }

/// A small generator of pseudo-random numbers with a seed (SplitMix64, Steele et al. 2014).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
