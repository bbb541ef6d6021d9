import Configuration
import Foundation
import Interop
import SequencePlanning
import Testing

@Suite("Files of sequence planning")
struct SequenceFileTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  @Test(
    "shipped instances read as they decode",
    arguments: ["wikipedia-192k-512", "commoncrawl-192k-4096-g1024"])
  func instances(name: String) throws {
    let path = "\(Self.root)/Examples/sequences/\(name).json"
    let decoded = try JSONDecoder().decode(
      SequenceInstance.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
    #expect(try SequenceInstance(SourceFile(path: path)) == decoded)
  }

  @Test("the shipped coefficients read as they decode, and as FlexSP's code names them")
  func coefficients() throws {
    let path = "\(Self.root)/Clusters/Profiles/flexsp-a100.json"
    let own = try SequenceProfile(SourceFile(path: path))
    let decoded = try JSONDecoder().decode(
      SequenceProfile.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
    #expect(own == decoded)
    var text = try String(contentsOfFile: path, encoding: .utf8)
    for (ours, theirs) in [
      ("\"schema\": \"rhumb.sequence-profile/1\",", ""), ("\"source\"", "\"provenance\""),
      ("memory_gib", "mem_gb"), ("activation_mib_per_token", "act_mib_per_token"),
      ("ms_per_squared_token", "alpha1"), ("ms_per_token", "alpha2"), ("fixed_ms", "beta1"),
      ("hidden_size", "hidden"), ("parameters_gi_by_thousand_positions", "param_size_B"),
      ("\"2\": 119.54,", "\"1\": null, \"2\": 119.54,"),
    ] {
      text = text.replacingOccurrences(of: ours, with: theirs)
    }
    #expect(try SequenceProfile(SourceFile(text: text, path: "models.json")) == own)
  }

  @Test("lines become batches, with the numbers of their lines")
  func lines() throws {
    let batches = try LengthLine.batches(in: "\n [1,2 , 3]\r\n\n[4]\n", source: "lines")
    #expect(batches.map(\.line) == [2, 4])
    #expect(batches.map(\.lengths) == [[1, 2, 3], [4]])
  }

  @Test("no text brings the reader of lines down", arguments: 0..<200)
  func anyText(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(bound))
    }
    let alphabet = Array("[]0123456789,-. \té\u{0}e\"")
    let text = "[" + String((0..<next(20)).map { _ in alphabet[next(alphabet.count)] })
    do {
      let line = try LengthLine(text, number: 7, source: "lines")
      #expect(line.lengths.allSatisfy { $0 >= 1 })
    } catch {
      #expect(error.diagnostics.first?.position?.line == 7)
    }
  }
}
