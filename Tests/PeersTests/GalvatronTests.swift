import Testing

/// Galvatron's own plan, and its predictions of five more, for Llama 2 7B on one node of eight devices
/// (Miao et al. 2022, arXiv:2211.13878; github.com/PKU-DAIR/Hetu-Galvatron).
@Suite("Galvatron's terms")
struct GalvatronTests {
  struct Plans: Decodable {
    var plans: [Known]

    struct Known: Decodable {
      var memoryLimitGb: Double
      var globalBufferTp: Int
      var peerIterationS: Double
      var peerMemoryMbPerStage: [Int]
      var plan: GalvatronPlan
    }
  }

  static func judge() throws -> GalvatronJudge {
    GalvatronJudge(
      try fixture("galvatron/llama2_7b_profiles.json", as: GalvatronProfiles.self))
  }

  @Test("the judge reproduces times and memory of known plans")
  func knownPlans() throws {
    let judge = try Self.judge()
    for known in try fixture("galvatron/plans.json", as: Plans.self).plans {
      #expect(abs(judge.seconds(of: known.plan) / known.peerIterationS - 1) < 1e-9)
      let memory = judge.memory(
        of: known.plan, limit: known.memoryLimitGb, tensorLimit: known.globalBufferTp)
      #expect(memory == known.peerMemoryMbPerStage)
    }
  }

  /// What the peer's own search finds after 329 s, within 36 GB.
  static let published = 4.440859594963833

  @Test("the exact division of layers over strategies is at least as fast as Galvatron's plan")
  func search() throws {
    let judge = try Self.judge()
    let found = try #require(GalvatronSearch(judge: judge, globalBatch: 64, limit: 36).best())
    #expect(found.seconds <= Self.published)
    let memory = judge.memory(of: found.plan, limit: 36, tensorLimit: found.tensorLimit)
    #expect(memory.allSatisfy { $0 <= 36 * 1024 })
  }
}
