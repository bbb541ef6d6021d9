import Foundation
import Testing

/// Sailor's own plans and predictions (Strati et al. 2025, github.com/eth-easl/sailor).
@Suite("Sailor's terms")
struct SailorTests {
  private struct Checks: Decodable {
    var plans: [Check]

    struct Check: Decodable {
      var model: String
      var globalBatch: Int
      var plan: SailorPlan
      var peerIterationS: Double
      var peerPeakBytes: Double
    }
  }

  private struct Cases: Decodable {
    var results: [Case]

    struct Case: Decodable {
      var planner: String
      var iterPerS: Double
      var gpus: [String: Int]
      /// Absent where the planner found none.
      var plan: SailorPlan?

      private enum CodingKeys: CodingKey { case planner, iterPerS, gpus, plan }

      init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        planner = try values.decode(String.self, forKey: .planner)
        iterPerS = try values.decode(Double.self, forKey: .iterPerS)
        gpus = try values.decode([String: Int].self, forKey: .gpus)
        plan = iterPerS > 0 ? try values.decode(SailorPlan.self, forKey: .plan) : nil
      }
    }
  }

  private func judge(_ model: String, _ batch: Int) throws -> SailorJudge {
    SailorJudge(
      tables: try fixture("sailor/\(model)_profiles.json", as: SailorTables.self),
      network: try fixture("sailor/network_same_zone.json", as: SailorNetwork.self),
      globalBatch: batch)
  }

  /// Of the reference values; the formulas agree far closer.
  private static let tolerance = 1e-6

  @Test("the judge reproduces the checked plans")
  func checkedPlans() throws {
    for check in try fixture("sailor/check_plans.json", as: Checks.self).plans {
      let verdict = try #require(try judge(check.model, check.globalBatch).judge(check.plan))
      #expect(
        abs(verdict.seconds / check.peerIterationS - 1) < Self.tolerance, "\(verdict.seconds)")
      #expect(abs(verdict.peakBytes / check.peerPeakBytes - 1) < Self.tolerance)
    }
  }

  @Test("the judge reproduces the plans of all planners")
  func planners() throws {
    let judge = try judge("OPT-350", 1024)
    for found in try fixture("sailor/cases.json", as: Cases.self).results {
      guard let plan = found.plan else { continue }
      let verdict = try #require(judge.judge(plan))
      #expect(abs(verdict.seconds * found.iterPerS - 1) < Self.tolerance, "\(found.planner)")
    }
  }

  @Test(
    "OPT-350M is planned at least as well as by any planner and by the uniform brute force",
    .enabled(if: isThorough, "takes minutes where code is not optimised"),
    arguments: [[("A100-40", 32)], [("A100-40", 80)], [("A100-40", 32), ("V100-16", 96)]])
  func neverSlower(gpus: [(String, Int)]) throws {
    let judge = try judge("OPT-350", 1024)
    let search = SailorSearch(judge: judge, pools: gpus.map { (gpu: $0.0, count: $0.1) })
    let best = try #require(search.best())
    let kinds = gpus.map(\.0).sorted()
    for found in try fixture("sailor/cases.json", as: Cases.self).results where found.iterPerS > 0 {
      let named = found.gpus.map { ($0.key.split(separator: "_")[0], $0.value) }
      guard named.map({ String($0.0) }).sorted() == kinds,
        named.allSatisfy({ kind, count in gpus.contains { $0.0 == kind && $0.1 == count } })
      else { continue }
      #expect(best.seconds <= 1 / found.iterPerS, "\(found.planner)")
    }
    for (gpu, count) in gpus {
      #expect(best.seconds <= uniformBruteForce(judge, gpu, count))
    }
  }

  /// `THOROUGH=1 swift test -c release -Xswiftc -enable-testing --filter PeersTests` plans
  /// these clusters too.
  private static let isThorough = ProcessInfo.processInfo.environment["THOROUGH"] == "1"

  /// Every number of equal stages of every microbatch, tensor-parallel size and number of replicas,
  /// the layers divided evenly.
  private func uniformBruteForce(_ judge: SailorJudge, _ gpu: String, _ count: Int) -> Double {
    var best = Double.infinity
    let layers = judge.tables.layerCount
    for b in [1, 2, 4, 8] {
      for tp in [1, 2, 4] {
        for stages in 1...8 {
          for replicas in 1...max(1, count / (tp * stages)) where replicas * tp * stages <= count {
            let ranges = (0..<stages).map { layers * $0 / stages..<layers * ($0 + 1) / stages }
            let replica = SailorReplica(gpu: gpu, count: 4, tp: tp)
            let plan = SailorPlan(
              mbs: b,
              pipelines: [
                SailorPipeline(
                  layersPerStage: ranges.map { Array($0) }, dpDegrees: ranges.map { _ in replicas },
                  stages: ranges.map { _ in Array(repeating: replica, count: replicas) })
              ])
            if let verdict = judge.judge(plan), verdict.fits { best = min(best, verdict.seconds) }
          }
        }
      }
    }
    return best
  }
}
