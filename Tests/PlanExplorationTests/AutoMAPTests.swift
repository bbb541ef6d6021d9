import ClusterTopology
import Configuration
import CostModel
import ModelDescription
import PipelinePlanner
import PlanExploration
import ProgramLowering
import Quantities
import Sharding
import ShardingPlanner
import Testing

/// Wang et al. 2020, Auto-MAP, arXiv:2007.04069: the plans that its agents found.
@Suite("Auto-MAP's published plans")
struct AutoMAPTests {
  /// A model's training step on a cluster, with the names of its variables by position.
  private func problem(
    _ model: Model, on name: String, batch: Int, splitting target: PartitioningProblem.Target
  ) throws -> (PartitioningProblem, names: [String]) {
    var job = TrainingJob(globalBatchSize: batch, sequenceLength: 512, attention: .unfused)
    job.precision = .float32
    let lowered = try TrainingProgram(model, for: job)
    let cluster = try shipped.cluster(ClusterReference(name))
    let timing = try ProgramTiming(cluster).on(Mesh([.init("devices", cluster.deviceCount)]))
    let problem = PartitioningProblem(
      ShardableProgram(lowered.program), splitting: target,
      variables: Array(lowered.parameters.indices), devices: cluster.deviceCount,
      memoryLimit: cluster.groups[0].node.device.usableMemory
    ) { timing.time(of: $0).total }
    return (problem, lowered.parameters.map(\.name))
  }

  @Test("A1: T5 is split as Megatron splits it: the exact optimum of its step's time")
  func t5() throws {
    var model = try ModelFile.read(path: shipped.modelPath(named: "t5-base"))
    guard case .transformer(var family) = model.architecture else { return }
    family.kind = .encoderDecoder(encoderLayers: 2)
    family.layers = 2
    model.architecture = .transformer(family)
    let (problem, names) = try problem(model, on: "v100-25g:1", batch: 16, splitting: .variables)
    #expect(problem.decisions.count <= 8)
    let best = try #require(PartitioningTask(problem, reward: .time).optimum())
    let split = problem.splitDimensions(best.plan)
    for (position, name) in names.enumerated() {
      let expected: Int? =
        if ["query.weight", "key.weight", "value.weight", "up.weight"].contains(
          where: name.hasSuffix)
        {
          1
        } else if ["output.weight", "down.weight", "embedding.table"].contains(
          where: name.hasSuffix)
        {
          0
        } else if name.hasSuffix("relative_positions.table") {
          1
        } else {
          nil
        }
      #expect(split[position] == expected, "\(name)")
    }
  }

  @Test("A2: VGG-19 keeps its convolutions whole; the published classifier is within 1 % of ours")
  func vgg() throws {
    let model = try ModelFile.read(path: shipped.modelPath(named: "vgg-19"))
    let (problem, names) = try problem(model, on: "v100-25g:2", batch: 64, splitting: .variables)
    #expect(problem.decisions.count == 20)
    func cost(_ wanted: [(name: String, dimension: Int)]) -> Double {
      let choice = problem.decisions.map { decision in
        decision.dimensions.contains { dimension in
          let first = problem.classes[dimension.inputs][0]
          return first < names.count
            && wanted.contains { $0 == (names[first], dimension.dimension) }
        }
      }
      return problem.evaluate(choice).cost
    }
    let published = cost([("classifier.1.linear.weight", 1), ("output.0.linear.weight", 1)])
    // The least of all choices, as `rhumb explore` finds it.
    let best = cost([("classifier.1.linear.weight", 0), ("classifier.4.linear.weight", 1)])
    #expect(published < 1.01 * best && best < published)
    #expect(published < cost([]))
    for layer in ["conv1_2.0", "conv3_4.0", "conv5_1.0"] {
      #expect(cost([(layer + ".convolution.kernel", 3)]) > cost([]))
    }
  }

  @Test("A4: the batch is split in dimension 0")
  func sources() throws {
    let model = try ModelFile.read(path: shipped.modelPath(named: "vgg-19"))
    let (problem, _) = try problem(model, on: "v100-25g:2", batch: 64, splitting: .sources)
    let best = try #require(PartitioningTask(problem, reward: .published).optimum())
    #expect(problem.splitDimensions(best.plan).count == 2)
    #expect(problem.splitDimensions(best.plan).values.allSatisfy { $0 == 0 })
  }

  @Test(
    "A5: devices of BERT-48 are cut between servers, layers near the published places",
    arguments: [(2, [23]), (3, [17, 32]), (4, [14, 27, 40])])
  func cuts(servers: Int, published: [Int]) throws {
    let costs = try costs("bert-48", on: "v100-25g:\(servers)", batch: 256)
    let profile = try #require(PipelineProfile(costs, samplesPerMicrobatch: 16))
    let best = try #require(PipelineCuts(profile)?.optimum())
    for (index, stage) in best.plan.enumerated() {
      #expect(stage.devices == (0..<servers).map { $0 == index ? 8 : 0 })
    }
    // The embedding comes before the first layer.
    for (stage, cut) in zip(best.plan, published) {
      #expect(abs(stage.layers.upperBound - 1 - cut) <= 3)
    }
  }
}
