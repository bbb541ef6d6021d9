import Testing

/// Aceso's own plans and predictions for GPT-6.7B on two nodes of eight V100 (Liu et al. 2024,
/// github.com/microsoft/SuperScaler).
@Suite("Aceso's terms")
struct AcesoTests {
  struct Plans: Decodable {
    var plans: [Known]

    struct Known: Decodable {
      /// As Aceso prints it, to two decimals.
      var iterationMs: Double
      /// From another implementation of the same formula.
      var judgeIterationMs: Double
      var stageMemoryMb: [Double]
      var config: Config
    }

    struct Config: Decodable {
      var numLayers: Int
      var globalBatchSize: Int
      var microBatchSize: Int
      var numGpus: [Int]
      var ops: [Int]
      var tp: [[Int]]
      var dp: [[Int]]
      var algo: [[Int]]
      var recompute: [[Int]]

      var microbatches: Int { globalBatchSize / microBatchSize }

      var stages: [AcesoStage] {
        let kinds = AcesoOperator.Kind.model(layers: numLayers)
        var next = 0
        return ops.indices.map { stage in
          let operators = (0..<ops[stage]).map { index in
            AcesoOperator(
              kind: kinds[next + index], tp: tp[stage][index], dp: dp[stage][index],
              algo: algo[stage][index], isRecomputed: recompute[stage][index] == 1)
          }
          next += ops[stage]
          return AcesoStage(
            samples: microBatchSize, devices: numGpus[stage], operators: operators)
        }
      }
    }
  }

  static func judge() throws -> AcesoJudge {
    AcesoJudge(
      tables: try fixture("aceso/gpt_6_7B_v100_tables.json", as: AcesoTables.self),
      network: try fixture("aceso/p2p_GBps_by_MB.json", as: AcesoNetwork.self))
  }

  @Test("the judge reproduces times and memory of known plans")
  func knownPlans() throws {
    let judge = try Self.judge()
    for known in try fixture("aceso/plans.json", as: Plans.self).plans {
      let stages = known.config.stages
      let verdict = try #require(judge.judge(stages, microbatches: known.config.microbatches))
      #expect(abs(verdict.seconds * 1000 / known.iterationMs - 1) < 1e-6)
      #expect(abs(verdict.seconds * 1000 / known.judgeIterationMs - 1) < 1e-8)
      for (found, megabytes) in zip(try #require(judge.verdicts(of: stages)), known.stageMemoryMb) {
        #expect(abs(found.megabytes / megabytes - 1) < 1e-6)
      }
    }
  }
}
