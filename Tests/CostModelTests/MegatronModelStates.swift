import StrategySpace
import Testing

/// Weights, gradients and optimizer states of a training run's ranks, counted from first principles.
///
/// Counted by hand from the shapes of the layers under the rules of Megatron-LM, independent of this
/// project's code: BF16 weights (2 bytes), 32-bit gradients (4), master weights and Adam's moments
/// (12) that the distributed optimizer divides over data- and context-parallel ranks, experts' over
/// the ranks that hold the same experts. Vocabularies are padded to multiples of 128 times the
/// tensor-parallel size; the last stage keeps its own copy of a tied embedding. The counts agree
/// with `theoretical_memory_usage.py` of NVIDIA/Megatron-LM at d98e8a64dd (BSD 3-clause; numbers
/// only, no code) but for what that estimate leaves out: biases, learned positions, norms at the
/// ends, unequal stages.
struct MegatronModelStates: Sendable, CustomTestStringConvertible {
  var model: String
  /// Instead of the model's own.
  var vocabulary: Int?
  var strategy: Strategy
  /// By stage: blocks, and parameters on one rank.
  var stages: [(layers: Int, parameters: Int)]
  var fullest: Int
  // Bytes on a rank of the fullest stage.
  var weights: Double
  var gradients: Double
  var optimizer: Double

  var testDescription: String { "\(model) \(strategy)" }

  /// - Parameter runs: equal stages in a row.
  init(
    _ model: String, vocabulary: Int? = nil, ranks: Int, tensor: Int = 1, pipeline: Int = 1,
    context: Int = 1, expert: Int = 1, expertTensor: Int = 1, sequenceParallel: Bool = false,
    sharded: Bool = false, recomputation: Recomputation = .none,
    stages runs: [(count: Int, layers: Int, parameters: Int)], fullest: Int, weights: Double,
    gradients: Double, optimizer: Double
  ) {
    self.model = model
    self.vocabulary = vocabulary
    strategy = Strategy(
      dataParallelSize: ranks / tensor / pipeline / context, tensorParallelSize: tensor,
      pipelineParallelSize: pipeline, contextParallelSize: context, expertParallelSize: expert,
      expertTensorParallelSize: expertTensor, sequenceParallel: sequenceParallel,
      zeroStage: sharded ? .optimizer : .none, recomputation: recomputation)
    stages = runs.flatMap { run in
      Array(repeating: (run.layers, run.parameters), count: run.count)
    }
    self.fullest = fullest
    self.weights = weights
    self.gradients = gradients
    self.optimizer = optimizer
  }
}

extension MegatronModelStates {
  static let all = [
    MegatronModelStates(
      "llama-2-7b", ranks: 8, sharded: true,
      stages: [(1, layers: 32, parameters: 6_738_415_616)],
      fullest: 0, weights: 13_476_831_232, gradients: 26_953_662_464, optimizer: 10_107_623_424),
    MegatronModelStates(
      "llama-3-8b", ranks: 8,
      stages: [(1, layers: 32, parameters: 8_030_261_248)],
      fullest: 0, weights: 16_060_522_496, gradients: 32_121_044_992, optimizer: 96_363_134_976),
    MegatronModelStates(
      "llama-3-8b", ranks: 8, tensor: 2, sequenceParallel: true, sharded: true,
      stages: [(1, layers: 32, parameters: 4_015_263_744)],
      fullest: 0, weights: 8_030_527_488, gradients: 16_061_054_976, optimizer: 12_045_791_232),
    MegatronModelStates(
      "llama-3-8b", ranks: 16, tensor: 2, pipeline: 2, context: 2, sequenceParallel: true,
      sharded: true,
      stages: [
        (1, layers: 16, parameters: 2_007_629_824), (1, layers: 16, parameters: 2_007_633_920),
      ],
      fullest: 1, weights: 4_015_267_840, gradients: 8_030_535_680, optimizer: 6_022_901_760),
    MegatronModelStates(
      "llama-3-70b", ranks: 64, tensor: 8, pipeline: 4, sequenceParallel: true, sharded: true,
      recomputation: .selective,
      stages: [
        (1, layers: 20, parameters: 2_271_543_296), (2, layers: 20, parameters: 2_139_422_720),
        (1, layers: 20, parameters: 2_271_551_488),
      ],
      fullest: 3, weights: 4_543_102_976, gradients: 9_086_205_952, optimizer: 13_629_308_928),
    MegatronModelStates(
      "llama-3-70b", ranks: 256, tensor: 4, pipeline: 8, context: 2, sequenceParallel: true,
      sharded: true,
      stages: [
        (1, layers: 10, parameters: 2_402_451_456), (6, layers: 10, parameters: 2_139_258_880),
        (1, layers: 10, parameters: 2_402_459_648),
      ],
      fullest: 7, weights: 4_804_919_296, gradients: 9_609_838_592, optimizer: 3_603_689_472),
    MegatronModelStates(
      "llama-3-70b", ranks: 64, tensor: 8, pipeline: 4, sequenceParallel: true, sharded: true,
      stages: [
        (1, layers: 19, parameters: 2_164_572_160), (2, layers: 21, parameters: 2_246_393_856),
        (1, layers: 19, parameters: 2_164_580_352),
      ],
      fullest: 1, weights: 4_492_787_712, gradients: 8_985_575_424, optimizer: 13_478_363_136),
    MegatronModelStates(
      "llama-3.1-405b", ranks: 1024, tensor: 8, pipeline: 16, sequenceParallel: true, sharded: true,
      stages: [
        (1, layers: 7, parameters: 3_053_682_688), (14, layers: 8, parameters: 3_187_933_184),
        (1, layers: 7, parameters: 3_053_699_072),
      ],
      fullest: 1, weights: 6_375_866_368, gradients: 12_751_732_736, optimizer: 4_781_899_776),
    MegatronModelStates(
      "gpt-3-175b", ranks: 1024, tensor: 8, pipeline: 16, sequenceParallel: true,
      recomputation: .full(),
      stages: [
        (1, layers: 6, parameters: 1_463_270_400), (14, layers: 6, parameters: 1_359_461_376),
        (1, layers: 6, parameters: 1_438_129_152),
      ],
      fullest: 0, weights: 2_926_540_800, gradients: 5_853_081_600, optimizer: 17_559_244_800),
    MegatronModelStates(
      "gpt-3-175b", ranks: 64, tensor: 8, pipeline: 8, sequenceParallel: true, sharded: true,
      stages: [
        (1, layers: 12, parameters: 2_822_731_776), (6, layers: 12, parameters: 2_718_922_752),
        (1, layers: 12, parameters: 2_797_590_528),
      ],
      fullest: 0, weights: 5_645_463_552, gradients: 11_290_927_104, optimizer: 33_872_781_312),
    MegatronModelStates(
      "megatron-22b", vocabulary: 50_257, ranks: 8, tensor: 8, sequenceParallel: true,
      recomputation: .selective,
      stages: [(1, layers: 48, parameters: 2_771_853_312)],
      fullest: 0, weights: 5_543_706_624, gradients: 11_087_413_248, optimizer: 33_262_239_744),
    MegatronModelStates(
      "megatron-22b", vocabulary: 50_257, ranks: 32, tensor: 4, pipeline: 2, sharded: true,
      stages: [
        (1, layers: 24, parameters: 2_809_491_456), (1, layers: 24, parameters: 2_796_920_832),
      ],
      fullest: 0, weights: 5_618_982_912, gradients: 11_237_965_824, optimizer: 8_428_474_368),
    MegatronModelStates(
      "qwen2-7b", ranks: 16, tensor: 4, pipeline: 2, sequenceParallel: true, sharded: true,
      stages: [(1, layers: 14, parameters: 952_026_880), (1, layers: 14, parameters: 952_030_464)],
      fullest: 1, weights: 1_904_060_928, gradients: 3_808_121_856, optimizer: 5_712_182_784),
    MegatronModelStates(
      "mixtral-8x7b", ranks: 64, tensor: 2, pipeline: 4, expert: 8, sequenceParallel: true,
      sharded: true,
      stages: [
        (1, layers: 8, parameters: 1_642_921_984), (2, layers: 8, parameters: 1_577_385_984),
        (1, layers: 8, parameters: 1_642_926_080),
      ],
      fullest: 3, weights: 3_285_852_160, gradients: 6_571_704_320, optimizer: 8_806_176_768),
    MegatronModelStates(
      "mixtral-8x7b", ranks: 128, tensor: 4, pipeline: 4, expert: 4, expertTensor: 4,
      sequenceParallel: true, sharded: true,
      stages: [
        (1, layers: 8, parameters: 821_886_976), (2, layers: 8, parameters: 788_856_832),
        (1, layers: 8, parameters: 821_891_072),
      ],
      fullest: 3, weights: 1_643_782_144, gradients: 3_287_564_288, optimizer: 4_403_730_432),
    MegatronModelStates(
      "mixtral-8x22b", ranks: 128, tensor: 2, pipeline: 8, expert: 8, sequenceParallel: true,
      sharded: true,
      stages: [
        (1, layers: 7, parameters: 2_523_303_936), (6, layers: 7, parameters: 2_422_640_640),
        (1, layers: 7, parameters: 2_523_310_080),
      ],
      fullest: 7, weights: 5_046_620_160, gradients: 10_093_240_320, optimizer: 13_297_646_592),
    MegatronModelStates(
      "qwen3-30b-a3b", ranks: 32, pipeline: 2, expert: 8, sharded: true,
      stages: [
        (1, layers: 24, parameters: 2_582_484_992), (1, layers: 24, parameters: 2_582_487_040),
      ],
      fullest: 1, weights: 5_164_974_080, gradients: 10_329_948_160, optimizer: 11_449_546_752),
    MegatronModelStates(
      "deepseek-v2-lite", ranks: 16, tensor: 2, expert: 8, sequenceParallel: true, sharded: true,
      stages: [(1, layers: 27, parameters: 2_472_865_280)],
      fullest: 0, weights: 4_945_730_560, gradients: 9_891_461_120, optimizer: 11_806_401_792),
  ]
}
