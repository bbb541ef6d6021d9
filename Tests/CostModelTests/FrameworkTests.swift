import ClusterTopology
import ModelDescription
import Quantities
import StrategySpace
import Testing

@testable import CostModel

@Suite("Frameworks")
struct FrameworkTests {
  private static let family = TransformerFamily(
    layers: 2, hiddenSize: 1024, vocabularySize: 4096,
    attention: Attention(heads: 8, form: .grouped(keyValueHeads: 2, headSize: 128)),
    feedForward: FeedForward(size: 4096, isGated: true), norm: .rms, positions: .rotary)

  /// The cost of one block.
  private func block(
    _ framework: Framework, tensor: Int = 1, device: Device = Sample.device()
  ) throws -> LayerCost {
    let job = TrainingJob(globalBatchSize: 8, sequenceLength: 512, framework: framework)
    let graph = try Model(
      name: "m", architecture: .transformer(Self.family), provenance: Sample.source
    ).layerGraph(for: job)
    let cluster = Sample.cluster([Sample.node(device)])
    let costs = CostModel(graph, job, on: cluster)
    let strategy = Strategy(dataParallelSize: 8 / tensor, tensorParallelSize: tensor)
    let layout = Layout(strategy, on: Sample.allNodes(of: cluster), of: cluster)
    let costing = LayerCosting(
      costs, MeshDegrees(strategy), on: costs.channels(of: layout).stages[0])
    return costing.cost(of: graph.layerClass(of: 1), inputElements: 512 * 1024)
  }

  @Test("kernels that are not fused move more")
  func eager() throws {
    let (fused, eager) = (try block(.megatron), try block(.pytorch))
    #expect(eager.forward.compute > fused.forward.compute)
    #expect(eager.backward.compute > fused.backward.compute)
    #expect(try block(.torchCompile).forward == fused.forward)
  }

  @Test("recomputation that stops early leaves the last product out")
  func earlyStop() throws {
    let whole = try block(.megatron)
    #expect(whole.recomputed == whole.forward)
    let early = try block(.torchCompile)
    // The product from 4096 to 1024 features, at 100 TFLOP/s, and the residual sum behind it.
    let product: Double = 2 * 512 * 4096 * 1024 / 100e12
    let sum: Double = 3 * 512 * 1024 * 2 / 1e12
    let difference = early.forward.total - early.recomputed.total
    #expect(abs(difference.value / (product + sum) - 1) < 1e-9)
  }

  @Test("DeepSpeed adds gradients up in kernels of their own")
  func accumulation() throws {
    let attention: Double = 1024 * 1536 + 1024 * 1024
    let feedForward: Double = 3 * 1024 * 4096
    let parameters = attention + feedForward
    let difference = try block(.deepSpeed).backward.compute - block(.megatron).backward.compute
    // The gradient in 16 bits, and the sum read and written in 32.
    #expect(abs(difference.value / (parameters * 10 / 1e12) - 1) < 1e-9)
  }

  @Test("a pass never takes less than its operators take to issue")
  func host() throws {
    var slow = Sample.device()
    slow.efficiency.operatorDispatch = Seconds(0.01)
    let cost = try block(.megatron, device: slow)
    // Two norms, four products, rotary, core, activation and two sums; backward, products twice.
    #expect(abs(cost.forward.total.value - 0.11) < 1e-12)
    #expect(abs(cost.backward.total.value - 0.15) < 1e-12)
  }

  @Test("selecting operators computes half of the products again, and keeps attention")
  func operatorSelection() throws {
    let cost = try block(.torchCompile)
    let rows: Double = 512
    // Queries with keys and values, the output of attention, and the gated first product; not the last.
    let features = 1024 * 1536 + 1024 * 1024 + 1024 * 8192
    let products = Double(2 * features) * rows / 100e12
    let attention = 2.0 * 8 * rows * 256.5 * 256 / 100e12
    let last = Double(2 * 4096 * 1024) * rows / 100e12
    let sum: Double = 3 * rows * 1024 * 2 / 1e12
    let pointwise = cost.forward.total.value - products - attention - last - sum
    let expected = products / 2 + pointwise
    #expect(abs(cost.selectivelyRecomputed.total.value / expected - 1) < 1e-9)
    // The layer's input, the output of attention, and half of what the products write.
    let kept = rows * 2 * (1024 + 1024 + (1536 + 1024 + 8192) / 2)
    #expect(cost.saved - cost.selectivelyDropped == Bytes(kept))
    #expect(try block(.megatron).selectivelyRecomputed == PassCost())
  }

  @Test("products whose rows are not whole 128 or 16 bytes are slower")
  func alignment() {
    var device = Sample.device()
    (device.efficiency.aligned16, device.efficiency.unaligned) = (0.5, 0.25)
    let timing = DeviceTiming(device: device)
    let cases = [(64.0, 1.0), (1800, 0.5), (108, 0.25), (1801, 0.25)]
    for (features, share) in cases {
      #expect(timing.alignment(1024, features, format: .bfloat16) == share)
      #expect(timing.alignment(features, 1024, format: .bfloat16) == share)
    }
  }

  @Test("each expert's product is a kernel of its own")
  func expertKernels() {
    var device = Sample.device()
    device.efficiency.kernelLaunch = .microseconds(4)
    let timing = DeviceTiming(device: device)
    func time(_ kernels: Double) -> Seconds {
      timing.product(
        rows: 128, inputs: 4096, outputs: 2560, batches: 5, format: .bfloat16, kernels: kernels)
    }
    #expect(abs((time(5) - time(1)).value / 16e-6 - 1) < 1e-9)
  }

  @Test("gradients of the backward pass may be held besides their sums")
  func computedGradients() {
    func gradients(_ precision: Precision) -> Bytes {
      let job = TrainingJob(globalBatchSize: 1, sequenceLength: 1, precision: precision)
      return StateSharing(Strategy(), job).residentMemory(
        of: ParameterCount(dense: 1000), largest: LayerMemory()
      ).gradients
    }
    var precision = Precision.bfloat16
    #expect(gradients(precision) == Bytes(4000))
    precision.keepsComputedGradients = true
    #expect(gradients(precision) == Bytes(6000))
  }

  @Test("key and value heads beyond their number are replicated")
  func replicatedHeads() throws {
    let (two, four) = (try block(.megatron, tensor: 2), try block(.megatron, tensor: 4))
    // 8 query heads and 2 of each kind: a quarter has 2 query heads and one of each kind.
    let queries: Double = 1024 * 1024
    let pair: Double = 2 * 1024 * 128
    let others: Double = 1024 * 1024 + 3 * 1024 * 4096
    let rest: Double = 2 * 1024
    let half = (queries + others) / 2 + pair + rest
    let quarter = (queries + others) / 4 + pair + rest
    #expect(two.denseParameters == half)
    #expect(four.denseParameters == quarter)
  }

  @Test("Megatron reduces input gradients behind those of weights")
  func hiddenReduction() throws {
    let (hidden, waiting) = (try block(.megatron, tensor: 4), try block(.deepSpeed, tensor: 4))
    #expect(hidden.forward.tensor == waiting.forward.tensor)
    #expect(hidden.backward.tensor < waiting.backward.tensor)
  }
}
