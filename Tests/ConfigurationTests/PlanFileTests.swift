import Configuration
import StrategySpace
import Testing

@Suite("Plan files")
struct PlanFileTests {
  /// The keys of `rhumb.plan/1` as they were first written: no profile, target length or framework in
  /// the job, no stages of unlike degrees, no idle devices.
  private static let first = """
    {"schema": "rhumb.plan/1", "rank": 1, "step_time_seconds": 1.5,
     "job": {"model": "llama-3-8b", "cluster": "dgx-h100:1", "global_batch_size": 64,
             "sequence_length": 8192, "precision": "bf16", "devices": 8},
     "strategy": {"data_parallel_size": 2, "tensor_parallel_size": 2, "pipeline_parallel_size": 2,
                  "virtual_pipeline_size": 1, "context_parallel_size": 1,
                  "context_parallel_kind": "ring", "expert_parallel_size": 1,
                  "expert_tensor_parallel_size": 1, "sequence_parallel": true, "zero_stage": 1,
                  "micro_batch_size": 1, "recomputation": "full:2", "schedule": "1f1b",
                  "overlap": {"gradient_reduction": true}, "label": "dp2 tp2 sp pp2"},
     "rank_order": "tp-cp-ep-dp-pp", "nodes": [{"group": "h100", "count": 1}],
     "chunk_starts": [0, 17]}
    """

  @Test("as the first version of the schema wrote them are read")
  func oldest() throws {
    let plan = try PlanFile.read(text: Self.first, path: "plan.json")
    #expect(plan.strategy.rankCount == 8)
    #expect(plan.strategy.recomputation == .full(layersPerChunk: 2))
    #expect(plan.strategy.stages.isEmpty)
    #expect(plan.nodes.map(\.idleDevices) == [0])
    #expect(plan.profile == nil)
    #expect(plan.chunkStarts == [0, 17])
  }

  @Test(
    "of another schema are refused with what to do", arguments: ["rhumb.plan/0", "rhumb.plan/2"])
  func others(_ schema: String) {
    let error = #expect(throws: InvalidInput.self) {
      try PlanFile.read(
        text: Self.first.replacing("rhumb.plan/1", with: schema), path: "plan.json")
    }
    #expect(error?.description.contains("plan the job again with this version") == true)
    #expect(error?.diagnostics.count == 1)
  }
}
