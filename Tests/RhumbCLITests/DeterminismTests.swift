import Testing

@Suite("Equal input gives equal output")
struct DeterminismTests {
  static let commands = [
    "rhumb plan job.yaml --top 3",
    "rhumb plan job.yaml --global-batch-size 3 --sequence-length 7",
    "rhumb plan job.yaml --fix tp=8",
    "rhumb estimate job.yaml --fix pp=2,tp=2",
    "rhumb simulate plans/plan-1.json",
    "rhumb explain plans/plan-1.json",
    "rhumb sequences instance.json coefficients.json --model large --threads 4",
    "rhumb sequences instance.json --model tiny --cluster pair --batch 1 --reuse 0.05",
  ]

  @Test("byte for byte, also under another hash seed", arguments: commands)
  func equal(command: String) throws {
    let workplace = try Workplace()
    try workplace.run("rhumb plan job.yaml --top 1 --output plans")
    for format in ["text", "markdown", "json"] {
      let call = "\(command) --format \(format)"
      let first = try workplace.run(call)
      #expect([0, 2].contains(first.status))
      #expect(!first.output.isEmpty)
      // Without the variable every process draws a seed of its own.
      #expect(try workplace.run(call) == first)
      #expect(
        try workplace.run(call, environment: ["SWIFT_DETERMINISTIC_HASHING": "1"]) == first)
    }
  }
}
