import ModelDescription
import StrategySpace
import Testing

extension StrategySpace {
  var meshes: [Strategy] {
    var meshes: [Strategy] = []
    forEachMesh { meshes.append($0) }
    return meshes
  }
}

@Suite("The strategy space")
struct StrategySpaceTests {
  @Test("every mesh uses all devices, divides the batch, and comes once", arguments: [1, 6, 16])
  func meshes(devices: Int) throws {
    let space = StrategySpace(try Sample.traits(), on: devices, within: StrategyLimits())
    let meshes = space.meshes
    #expect(Set(meshes).count == meshes.count)
    #expect(meshes.allSatisfy { $0.rankCount == devices })
    #expect(meshes.allSatisfy { $0.microbatchCount(globalBatchSize: 96) > 0 })
  }

  @Test("the meshes are all that plain counting finds")
  func complete() throws {
    let traits = try Sample.traits()
    let space = StrategySpace(traits, on: 16, within: StrategyLimits())
    var expected: Set<Strategy> = []
    for t in 1...16 {
      for p in 1...16 {
        for c in 1...16 where 16 % (t * p * c) == 0 {
          for e in 1...8 where traits.expertCount % e == 0 {
            for et in Set([1, t]) {
              let d = 16 / t / p / c
              guard (d * c * t) % (e * et) == 0 else { continue }
              for b in 1...96 where 96 % (d * b) == 0 {
                for kind in ContextParallelKind.allCases where c > 1 || kind == .ring {
                  var mesh = Strategy(
                    dataParallelSize: d, tensorParallelSize: t, pipelineParallelSize: p,
                    contextParallelSize: c, contextParallelKind: kind, expertParallelSize: e,
                    expertTensorParallelSize: et, sequenceParallel: t > 1, microBatchSize: b)
                  if mesh.violation(for: traits) != nil { mesh.sequenceParallel = false }
                  expected.insert(mesh)
                }
              }
            }
          }
        }
      }
    }
    #expect(Set(space.meshes) == expected)
  }

  @Test("limits are kept to")
  func limits() throws {
    var limits = StrategyLimits()
    limits.tensorParallelSize = .atMost(4)
    limits.pipelineParallelSize = SizeLimit(values: [4, 2])
    limits.microBatchSize = .exactly(2)
    limits.expertParallelSize = SizeLimit(range: 2...4)
    limits.contextParallelKinds = [.ulysses]
    limits.sequenceParallel = true
    let meshes = StrategySpace(try Sample.traits(), on: 32, within: limits).meshes
    #expect(!meshes.isEmpty)
    #expect(Set(meshes.map(\.tensorParallelSize)) == [1, 2, 4])
    #expect(Set(meshes.map(\.pipelineParallelSize)) == [2, 4])
    #expect(Set(meshes.map(\.microBatchSize)) == [2])
    #expect(Set(meshes.map(\.expertParallelSize)) == [2, 4])
    #expect(meshes.allSatisfy { $0.contextParallelSize == 1 || $0.contextParallelKind == .ulysses })
    #expect(meshes.allSatisfy { $0.sequenceParallel == ($0.tensorParallelSize > 1) })
  }

  @Test(
    "chunks divide the layers, with or without the ends; without a pipeline nothing is scheduled")
  func schedules() throws {
    let space = StrategySpace(try Sample.traits(), on: 16, within: StrategyLimits())
    func names(_ mesh: Strategy) -> [String] {
      space.schedules(of: mesh).map { "\($0.schedule.rawValue) \($0.virtualPipelineSize)" }
    }
    #expect(names(Strategy(dataParallelSize: 16)) == ["1f1b 1"])
    // 12 layers, or 14 with both ends.
    #expect(
      names(Strategy(dataParallelSize: 8, pipelineParallelSize: 2))
        == ["1f1b 1", "interleaved 2", "interleaved 3", "interleaved 6"])
    #expect(
      names(Strategy(dataParallelSize: 4, pipelineParallelSize: 4))
        == ["1f1b 1", "interleaved 3"])
    var limits = StrategyLimits()
    limits.schedules = [.interleaved]
    let interleaved = StrategySpace(try Sample.traits(), on: 16, within: limits)
    #expect(interleaved.schedules(of: Strategy(dataParallelSize: 16)).count == 1)
    #expect(
      interleaved.schedules(of: Strategy(dataParallelSize: 8, pipelineParallelSize: 2)).count == 3)
  }

  @Test("the strategy that limits name takes the least of what they leave open")
  func fixed() throws {
    var limits = StrategyLimits()
    limits.tensorParallelSize = .exactly(4)
    limits.pipelineParallelSize = SizeLimit(range: 2...8)
    limits.zeroStages = [.optimizer]
    let strategy = Strategy(fixedBy: limits, try Sample.traits(), devices: 16)
    #expect(strategy.description == "dp2 tp4 sp pp2 zero1 mbs1 1f1b")
    let plain = Strategy(fixedBy: StrategyLimits(), try Sample.traits(), devices: 16)
    #expect(plain.description == "dp16 mbs1")
  }

  @Test(
    "recomputation is written and read back, and ordered by amount",
    arguments: [Recomputation.none, .selective, .full(layersPerChunk: 3), .full()])
  func recomputation(choice: Recomputation) {
    #expect(Recomputation(choice.description) == choice)
    let ascending: [Recomputation] = [.none, .selective, .full(layersPerChunk: 3), .full()]
    #expect(ascending.reversed().sorted() == ascending)
    #expect(Recomputation("full:0") == nil)
    #expect(Recomputation("half") == nil)
  }
}
