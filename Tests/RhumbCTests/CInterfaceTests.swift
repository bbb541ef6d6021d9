import Configuration
import Foundation
import RhumbC
import Testing

/// The functions that answer requests, as C calls them.
private let functions:
  [(name: String, call: @Sendable (UnsafePointer<CChar>?) -> UnsafeMutablePointer<CChar>?)] = [
    ("plan", rhumbPlan), ("estimate", rhumbEstimate), ("simulate", rhumbSimulate),
    ("export", rhumbExport), ("shard", rhumbShard), ("validate", rhumbValidate),
    ("sequences_open", rhumbSequencesOpen), ("sequences_plan", rhumbSequencesPlan),
  ]

private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().path

@Suite("The C interface")
struct CInterfaceTests {
  private static let job = """
    "model": "gpt2-small", "cluster": "dgx-h100:1", "global_batch_size": 16, "sequence_length": 128, \
    "catalog": "\(root)"
    """

  private static let program = """
    module {\\nfunc.func @main(%arg0: tensor<8x8xf32>, %arg1: tensor<8x8xf32>) -> tensor<8x8xf32> {\\n  \
    %0 = stablehlo.dot_general %arg0, %arg1, contracting_dims = [1] x [0] : \
    (tensor<8x8xf32>, tensor<8x8xf32>) -> tensor<8x8xf32>\\n  return %0 : tensor<8x8xf32>\\n}\\n}\\n
    """

  /// What a function answers, freed.
  private func answer(_ name: String, _ request: [CChar]) throws -> String {
    let function = try #require(functions.first { $0.name == name })
    let answer = try #require(function.call(request + [0]))
    defer { rhumbFree(answer) }
    return String(cString: answer)
  }

  private func answer(_ name: String, _ request: String) throws -> String {
    try answer(name, request.utf8.map { CChar(bitPattern: $0) })
  }

  private func result(_ name: String, _ request: String) throws -> [String: Any] {
    let text = try answer(name, request)
    let envelope = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    #expect(envelope?["ok"] as? Bool == true, "\(text.prefix(500))")
    return try #require(envelope?["result"] as? [String: Any])
  }

  /// One request per function that it answers.
  private func requests() throws -> [(name: String, text: String)] {
    let estimate = "{\(Self.job), \"fix\": \"mbs=2\"}"
    var plan = try result("estimate", estimate)
    plan["format"] = "megatron"
    plan["catalog"] = root
    let stored = String(
      decoding: try JSONSerialization.data(withJSONObject: plan, options: .sortedKeys),
      as: UTF8.self)
    let open = """
      {"model": "gpt2-small", "cluster": "dgx-h100:1", "zero_stage": 0, "catalog": "\(root)"}
      """
    let planner = try #require(try result("sequences_open", open)["planner"] as? Int)
    return [
      ("plan", "{\(Self.job), \"strategy\": {\"micro_batch_size\": 1}}"), ("estimate", estimate),
      ("simulate", stored), ("export", stored),
      (
        "shard",
        """
        {"program": "\(Self.program)", "cluster": "dgx-h100:1", "mesh": "data=8", \
        "catalog": "\(root)"}
        """
      ), ("sequences_open", open),
      ("sequences_plan", "{\"planner\": \(planner), \"lengths\": [128, 64, 512]}"),
      (
        "validate",
        "{\"files\": [\"\(root)/Reports/Measured/torchtitan.csv\"], \"catalog\": \"\(root)\"}"
      ),
    ]
  }

  @Test("every function answers a sound request with its document")
  func results() throws {
    let keys = [
      "plan": "plans", "estimate": "strategy", "simulate": "step_time_seconds",
      "export": "content", "shard": "inputs", "validate": "overall", "sequences_open": "planner",
      "sequences_plan": "microbatches",
    ]
    let requests = try requests()
    #expect(Set(requests.map(\.name)) == Set(functions.map(\.name)))
    for (name, text) in requests {
      let key = try #require(keys[name])
      #expect(try result(name, text)[key] != nil, "\(name)")
    }
  }

  @Test("damaged requests are refused with a reason")
  func damaged() throws {
    let pieces =
      [
        "{", "}", "[", "]", "\"", ":", ",", "\\", "\n", "\t", "&a", "*a", "!", "|", "%", "0", "-1",
        "1e99", "null", "[]", "9223372036854775808", "NaN",
      ].map { $0.utf8.map { CChar(bitPattern: $0) } } + [[CChar(bitPattern: 0xFF)]]
    let requests = try requests().filter { $0.name != "validate" }
    var random = SeededGenerator(seed: 2026)
    for index in 0..<350 {
      let (name, text) = requests[index % requests.count]
      var bytes = text.utf8.map { CChar(bitPattern: $0) }
      for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes.removeSubrange(place..<min(bytes.count, place + 7))
        case 1: bytes.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: place)
        default: bytes.removeSubrange(place...)
        }
      }
      let found = try answer(name, bytes)
      if found.hasPrefix("{\"ok\":true,") { continue }
      let shown = "\(name): \(found.prefix(300))"
      #expect(found.hasPrefix("{\"ok\":false,\"error\":{\"code\":\""), "\(shown)")
      #expect(found.contains("\"bad_input\"") || found.contains("\"infeasible\""), "\(shown)")
      #expect(!found.contains("\"message\":\"\""), "\(shown)")
    }
  }

  @Test("nothing, and bytes that are no text, are refused")
  func noText() throws {
    for function in functions {
      let nothing = try #require(function.call(nil))
      defer { rhumbFree(nothing) }
      #expect(String(cString: nothing).contains("not UTF-8"))
      let deep = Array(repeating: CChar(bitPattern: UInt8(ascii: "[")), count: 100_000)
      #expect(try answer(function.name, deep).contains("\"bad_input\""))
    }
  }

  @Test("a pair of escapes is the one character that JSON means by it")
  func surrogates() throws {
    let text = try answer("plan", "{\(Self.job.replacing("gpt2-small", with: "\\ud83d\\uDE80"))}")
    #expect(text.contains("'\u{1F680}': no model"), "\(text)")
    let half = try answer("plan", "{\(Self.job.replacing("gpt2-small", with: "\\ud83d x"))}")
    #expect(half.contains("\"bad_input\""), "\(half)")
  }

  @Test("four threads get the answers of one")
  func threads() async throws {
    let request = "{\(Self.job)}"
    let alone = try answer("plan", request)
    try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<4 { group.addTask { try answer("plan", request) } }
      for try await together in group { #expect(together == alone) }
    }
  }

  @Test("a deadline and a cancellation end a search with what it found")
  func interruptions() throws {
    let job = Self.job.replacing("h100:1", with: "h100:64").replacing(": 16,", with: ": 512,")
    #expect(
      try answer("plan", "{\(job), \"deadline_seconds\": 0}").contains("\"interrupted\":true"))
    let cancellation = rhumbCancellationOpen()
    defer { rhumbCancellationClose(cancellation) }
    rhumbCancel(cancellation)
    #expect(
      try answer("plan", "{\(job), \"cancellation\": \(cancellation)}")
        .contains("\"interrupted\":true"))
  }

  @Test("the header declares what is exported, and the guide names it")
  func header() throws {
    let directory = root + "/Sources/RhumbC/"
    let header = try SourceFile.text(ofFile: directory + "rhumb.h")
      .replacing(/\/\*(?s:.*?)\*\//, with: "")
    let source = try SourceFile.text(ofFile: directory + "RhumbC.swift")
    let declared = Set(header.matches(of: /(rhumb_\w+)\(/).map { String($0.1) })
    let exported = Set(source.matches(of: /@_cdecl\("(\w+)"\)/).map { String($0.1) })
    #expect(declared == exported)
    let guide = try SourceFile.text(ofFile: root + "/Docs/Guides/CInterface.md")
    for function in functions { #expect(guide.contains("`rhumb_\(function.name)`")) }
  }
}

/// SplitMix64 (Steele et al. 2014).
private struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
