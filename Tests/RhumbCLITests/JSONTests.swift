import Foundation
import Testing

/// What scripts and launchers may rely on.
@Suite("The JSON that commands print")
struct JSONTests {
  /// What a key holds; a list describes its elements.
  indirect enum Shape: Sendable {
    case number, text, flag
    /// May be `null`.
    case optional(Shape)
    case list(Shape)
    /// An object with at least these keys.
    case object([String: Shape])
    /// An object of any keys.
    case dictionary(Shape)
  }

  static let breakdown = Shape.object(
    Dictionary(
      uniqueKeysWithValues: [
        "compute", "optimizer", "tensor_parallel", "context_parallel", "expert_parallel",
        "pipeline_parallel", "data_parallel", "bubble",
      ].map { ($0, .number) }))

  static let memory = Shape.object(
    Dictionary(
      uniqueKeysWithValues: [
        "weights", "gradients", "optimizer_states", "activations", "working", "total",
      ].map { ($0, .number) }))

  static let strategy = Shape.object([
    "data_parallel_size": .number, "tensor_parallel_size": .number,
    "pipeline_parallel_size": .number, "virtual_pipeline_size": .number,
    "context_parallel_size": .number, "context_parallel_kind": .text,
    "expert_parallel_size": .number, "sequence_parallel": .flag, "zero_stage": .number,
    "micro_batch_size": .number, "recomputation": .text, "schedule": .text,
  ])

  static let plan = Shape.object([
    "rank": .number, "strategy": strategy, "rank_order": .text,
    "stages": .list(
      .object([
        "first_layer": .number, "layer_count": .number, "devices": .list(.number),
        "peak_memory_bytes": .number, "compute_seconds": .number,
      ])),
    "groups": .list(
      .object(["axis": .text, "ranks": .list(.number), "transport": .text])),
    "step_time_seconds": .number, "samples_per_second": .number,
    "tokens_per_second": .optional(.number), "model_flops_per_second_per_device": .number,
    "model_flops_utilization": .number, "breakdown_seconds": breakdown, "memory_bytes": memory,
    "violation": .optional(.object(["rule": .text, "message": .text])),
  ])

  static let plans = Shape.object([
    "schema": .text, "plans": .list(plan),
    "job": .object([
      "model": .text, "cluster": .text, "global_batch_size": .number, "sequence_length": .number,
    ]),
    "search": .object([
      "evaluated": .number, "pruned": .number, "rejected": .dictionary(.number),
      "cpu_seconds": .optional(.number), "complete": .flag,
    ]),
    "nearest": .optional(
      .object(["strategy": strategy, "violation": .object(["rule": .text, "message": .text])])),
  ])

  static let baselines = Shape.object([
    "static": .optional(.number), "batch_ada": .optional(.number),
    "context_parallel": .optional(.number),
  ])

  static let sequences = Shape.object([
    "schema": .text,
    "setting": .object([
      "model": .text, "cluster": .optional(.text), "coefficients": .optional(.text),
      "coefficient_error": .optional(.number), "devices": .number, "degrees": .list(.number),
      "parallelism": .text, "zero_stage": .number,
      "solver": .text, "step_overhead_ms": .number,
    ]),
    "batches": .list(
      .object([
        "time_ms": .number, "lower_bound_ms": .number, "gap": .number,
        "global_lower_bound_ms": .number, "global_gap": .number, "sequences": .number,
        "tokens": .number, "cpu_seconds": .optional(.number), "index": .number,
        "simulated_time_ms": .optional(.number), "baselines_ms": baselines,
        "microbatches": .list(
          .object([
            "time_ms": .number, "lower_bound_ms": .number, "gap": .number, "idle_devices": .number,
            "groups": .list(
              .object([
                "degree": .number, "first_device": .number, "sequences": .list(.number),
                "tokens": .number, "time_ms": .number,
              ])),
          ])),
      ])),
    "summary": .object([
      "batches": .number, "sequences": .number, "tokens": .number, "time_ms": .number,
      "gap": .number, "global_gap": .number, "worst_microbatch_gap": .number,
      "cpu_seconds": .optional(.number), "speedup": baselines,
    ]),
    "histogram": .list(
      .object(["longest_tokens": .number, "sequences": .number, "tokens": .number])),
  ])

  static let shares = Shape.list(.object(["work": .text, "seconds": .number]))

  static let simulation = Shape.object([
    "schema": .text, "strategy": strategy, "conditions": .list(.text),
    "step_time_seconds": .number, "estimated_step_time_seconds": .number,
    "contention_seconds": .number, "bubble_fraction": .number, "simulated_tasks": .number,
    "shared_links": .list(.object(["name": .text, "bandwidth_bytes_per_second": .number])),
    "stages": .list(
      .object([
        "ranks": .number, "breakdown_seconds": breakdown, "memory_bytes": memory,
        "utilization": .dictionary(.number), "peak_activations_in_flight": .number,
        "memory_timeline": .list(.object(["start_seconds": .number, "peak_bytes": .number])),
      ])),
    "critical_path": .object([
      "shares": shares,
      "phases": .list(
        .object([
          "start_seconds": .number, "end_seconds": .number, "stages": .list(.number),
          "shares": shares,
        ])),
    ]),
    "distribution": .optional(
      .object([
        "runs": .number, "replicas": .number, "mean_seconds": .number,
        "quantiles": .list(.object(["fraction": .number, "seconds": .number])),
      ])),
    "goodput": .optional(
      .object([
        "steps_per_checkpoint": .number, "fraction": .number,
        "effective_step_time_seconds": .number,
      ])),
  ])

  /// The places where a value differs from a shape.
  static func differences(_ value: Any?, _ shape: Shape, at path: String = "") -> [String] {
    switch (shape, value) {
    case (.optional(let inner), let value?):
      value is NSNull ? [] : differences(value, inner, at: path)
    case (.flag, let number as NSNumber) where number.isBoolean: []
    case (.number, let number as NSNumber) where !number.isBoolean: []
    case (.text, is String): []
    case (.list(let element), let list as [Any]):
      list.enumerated().flatMap { differences($1, element, at: "\(path)[\($0)]") }
    case (.object(let keys), let object as [String: Any]):
      keys.sorted { $0.key < $1.key }
        .flatMap { differences(object[$0.key], $0.value, at: "\(path).\($0.key)") }
    case (.dictionary(let element), let object as [String: Any]):
      object.keys.sorted().flatMap { differences(object[$0], element, at: "\(path).\($0)") }
    default: ["\(path) is \(value.map { "\($0)" } ?? "missing"), expected \(shape)"]
    }
  }

  static func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test(
    "plan carries every key that scripts rely on",
    arguments: [
      "rhumb plan job.yaml --format json",
      "rhumb plan job.yaml --format json --statistics",
      "rhumb plan job.yaml --format json --model picture",
      "rhumb plan job.yaml --format json --fix pp=2,tp=2,vp=2",
    ])
  func carriesAllKeys(command: String) throws {
    let outcome = try Workplace().run(command)
    #expect(outcome.status == 0)
    let document = try Self.object(outcome.output)
    #expect(document["schema"] as? String == "rhumb.plans/1")
    #expect((document["plans"] as? [Any])?.isEmpty == false)
    #expect(Self.differences(document, Self.plans) == [])
    #expect(document["nearest"] is NSNull)
    let search = document["search"] as? [String: Any]
    #expect((search?["cpu_seconds"] is NSNull) == !command.contains("--statistics"))
  }

  @Test(
    "sequences carries every key that scripts rely on, once per line where lines come in",
    arguments: [
      ("rhumb sequences instance.json coefficients.json --format json", 1, 2),
      ("rhumb sequences instance.json coefficients.json --format json --statistics", 1, 2),
      ("rhumb sequences instance.json coefficients.json --format json --batch 1", 1, 2),
      (
        "printf '[512]\\n[256, 128]\\n[64]\\n' | "
          + "rhumb sequences --model tiny --cluster pair --format json", 3, 1
      ),
    ])
  func sequences(command: String, documents: Int, batches: Int) throws {
    let outcome = try Workplace().run(command)
    #expect(outcome.status == 0)
    let texts =
      documents == 1 ? [outcome.output] : outcome.output.split(separator: "\n").map(String.init)
    #expect(texts.count == documents)
    for text in texts {
      let document = try Self.object(text)
      #expect(document["schema"] as? String == "rhumb.sequences/1")
      #expect(Self.differences(document, Self.sequences) == [])
      let planned = try #require(document["batches"] as? [[String: Any]])
      #expect(planned.count == batches)
      for batch in planned {
        #expect((batch["cpu_seconds"] is NSNull) == !command.contains("--statistics"))
        let isSimulated = command.contains("--batch") && batch["index"] as? Int == 1
        #expect((batch["simulated_time_ms"] is NSNull) == !isSimulated)
      }
    }
  }

  @Test(
    "a job that nothing fits has no plan, and says what was refused and what came nearest",
    arguments: [
      "rhumb plan job.yaml --format json --precision fp16",
      "rhumb plan job.yaml --format json --fix tp=8",
      "sed s/64/65536/ Models/tiny.yaml > wide.yaml; "
        + "rhumb plan job.yaml --format json --model wide.yaml",
    ])
  func infeasible(command: String) throws {
    let outcome = try Workplace().run(command)
    #expect(outcome.status == 2)
    let document = try Self.object(outcome.output)
    #expect((document["plans"] as? [Any])?.isEmpty == true)
    #expect(Self.differences(document, Self.plans) == [])
    #expect(document["nearest"] is [String: Any])
  }

  @Test(
    "a simulated step carries every key, and its parts add up",
    arguments: ["", "--jitter 0.1 --runs 3 --mtbf 24 --checkpoint-seconds 30", "--schedule gpipe"])
  func simulates(options: String) throws {
    let workplace = try Workplace()
    try workplace.run("rhumb plan job.yaml --output plans --top 1 --fix pp=2,dp=2")
    let outcome = try workplace.run("rhumb simulate plans/plan-1.json --format json \(options)")
    let document = try Self.object(outcome.output)
    #expect(Self.differences(document, Self.simulation) == [])
    #expect((document["distribution"] is NSNull) == !options.contains("runs"))
    #expect((document["goodput"] is NSNull) == !options.contains("mtbf"))
    let time = try #require(document["step_time_seconds"] as? Double)
    for stage in try #require(document["stages"] as? [[String: Any]]) {
      let parts = try #require(stage["breakdown_seconds"] as? [String: Double])
      #expect(abs(parts.values.reduce(0, +) - time) < 1e-9)
      let samples = try #require(stage["memory_timeline"] as? [[String: Double]])
      let memory = try #require(stage["memory_bytes"] as? [String: Double])
      #expect(samples.compactMap { $0["peak_bytes"] }.max() == memory["total"])
    }
    let path = try #require(document["critical_path"] as? [String: Any])
    let shares = try #require(path["shares"] as? [[String: Any]])
    #expect(abs(shares.compactMap { $0["seconds"] as? Double }.reduce(0, +) - time) < 1e-9)
  }

  @Test(
    "a plan that was written gives the same step time wherever it is read",
    arguments: [
      "job.yaml", "job.yaml --fix pp=2,mbs=2", "job.yaml --model picture",
      "job.yaml --optimizer sgd",
    ])
  func readsBack(job: String) throws {
    let workplace = try Workplace()
    let planned = try Self.object(
      workplace.run("rhumb plan \(job) --output plans --top 2 --format json").output)
    for (index, plan) in try #require(planned["plans"] as? [[String: Any]]).enumerated() {
      let file = "plans/plan-\(index + 1).json"
      let time = try #require(plan["step_time_seconds"] as? Double)
      let written = try Self.object(workplace.text(of: file))
      #expect(written["step_time_seconds"] as? Double == time)
      #expect(Self.differences(written, Self.plan) == [])
      #expect(try workplace.run("rhumb check \(file)").output == "\(file): plan, no problems\n")
      let simulated = try Self.object(workplace.run("rhumb simulate \(file) --format json").output)
      #expect(simulated["step_time_seconds"] as? Double == time)
      let explained = try Self.object(workplace.run("rhumb explain \(file) --format json").output)
      let again = try #require(explained["plan"] as? [String: Any])
      #expect(again["step_time_seconds"] as? Double == time)
      #expect(
        NSDictionary(dictionary: again["strategy"] as? [String: Any] ?? [:])
          == NSDictionary(dictionary: plan["strategy"] as? [String: Any] ?? [:]))
    }
    // The list that is written is the list that is printed.
    let list = try Self.object(workplace.text(of: "plans/plans.json"))
    #expect(NSDictionary(dictionary: list) == NSDictionary(dictionary: planned))
  }
}

extension NSNumber {
  /// JSON's `true` and `false` are numbers of their own type.
  fileprivate var isBoolean: Bool { String(cString: objCType) == "c" }
}
