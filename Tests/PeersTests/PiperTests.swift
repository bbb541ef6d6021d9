import PipelinePlanner
import Quantities
import Testing

/// Piper's own plans and predictions for BERT-32 (Tarnawski et al. 2021,
/// github.com/msr-fiddle/piper).
@Suite("Piper's terms")
struct PiperTests {
  private struct Plans: Decodable {
    var plans: [Known]

    struct Known: Decodable {
      var maxDevices: Int
      var mbsInBatch: Int
      var bandwidthBytesPerSecond: Double
      var maxMemoryPerDeviceBytes: Double
      /// Absent for plans that Piper priced but did not choose.
      var optimalForPiper: Bool?
      var peerTimePerSampleS: Double
      var peakMemoryBytes: Double
      var plan: [PiperStage]
    }
  }

  private func judge(_ known: Plans.Known) throws -> PiperJudge {
    PiperJudge(
      graph: try fixture("piper/bert32_a100.json", as: PiperGraph.self),
      bandwidth: known.bandwidthBytesPerSecond, batch: known.mbsInBatch)
  }

  @Test("the judge reproduces times and memory of known plans")
  func knownPlans() throws {
    for known in try fixture("piper/plans.json", as: Plans.self).plans {
      let found = try #require(try judge(known).judge(known.plan))
      #expect(abs(found.seconds / known.peerTimePerSampleS - 1) < 1e-6)
      #expect(abs(found.bytes / known.peakMemoryBytes - 1) < 1e-6)
    }
  }

  @Test("plans are at least as good as Piper's optimum", arguments: [16, 64])
  func neverSlower(devices: Int) throws {
    let known = try #require(
      try fixture("piper/plans.json", as: Plans.self).plans.first {
        $0.optimalForPiper == true && $0.maxDevices == devices
      })
    let judge = try judge(known)
    // The inputs come before the layers that read them.
    let costs = PiperCosts(
      judge, order: [0, 2, 4, 1, 3] + Array(5...36), devices: devices,
      bytes: known.maxMemoryPerDeviceBytes)
    let search = PipelineSearch(costs, objective: .steadyState)
    // Only what is as good as Piper's is of interest.
    let best = try #require(search.best(below: Seconds(known.peerTimePerSampleS * (1 + 1e-9))))
    let verdict = try #require(judge.judge(costs.stages(best)))
    #expect(verdict.seconds <= known.peerTimePerSampleS * (1 + 1e-12))
    #expect(verdict.bytes <= known.maxMemoryPerDeviceBytes)
  }
}
