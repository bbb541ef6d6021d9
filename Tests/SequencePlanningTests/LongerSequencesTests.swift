import Foundation
import Quantities
import SequencePlanning
import Testing

/// Where the gain over one degree comes from: many short sequences beside few long ones.
///
/// The published figure shows it shrinking in eight of nine pairs of model and data when the longest
/// sequence grows from 192K to 384K tokens, and largest for Wikipedia.
@Suite("The gain over one degree")
struct LongerSequencesTests {
  /// Log-normal lengths of batches, those above the limit left out, padded to multiples of 128.
  struct Lengths: Sendable {
    var name: String
    var median: Double
    var deviation: Double

    func batches(_ count: Int, of size: Int, limit: Int, seed: UInt64) -> [[Int]] {
      var generator = SeededGenerator(seed: seed)
      return (0..<count).map { _ in
        var batch: [Int] = []
        while batch.count < size {
          // Box and Muller.
          let radius = (-2 * log(1 - Double.random(in: 0..<1, using: &generator))).squareRoot()
          let angle = 2 * Double.pi * Double.random(in: 0..<1, using: &generator)
          let length = median * exp(deviation * radius * cos(angle))
          let padded = max(1, (length / 128).rounded(.up)) * 128
          if padded <= Double(limit * 1_000 - 128) { batch.append(Int(padded)) }
        }
        return batch
      }
    }
  }

  /// What stands for the lists that were not published, as the instances of these names say.
  static let synthetic = [
    Lengths(name: "github", median: 1_100, deviation: 1.75),
    Lengths(name: "commoncrawl", median: 1_300, deviation: 1.6),
  ]

  /// Time with the largest degree for everything, over that of the plans.
  static func gain(_ batches: [[Int]], _ model: String, _ positions: Int) throws -> Double {
    let costs = try Published.costs(model, positions)
    var options = SequencePlanner.Options()
    options.solver = .packing
    options.pools = false
    let planner = try SequencePlanner(costs, options)
    var (fixed, mixed) = (Seconds.zero, Seconds.zero)
    for lengths in batches {
      fixed += try #require(try Baselines(costs).plan(.fixedDegree, lengths)).time
      mixed += try planner.plan(lengths).time
    }
    return fixed / mixed
  }

  @Test("shrinks when sequences may be longer", arguments: synthetic)
  func limits(lengths: Lengths) throws {
    let model = "gpt-7b"
    let short = try Self.gain(lengths.batches(4, of: 256, limit: 192, seed: 1), model, 192)
    let long = try Self.gain(lengths.batches(4, of: 256, limit: 384, seed: 1), model, 384)
    #expect(long < short)
  }

  @Test("is largest for Wikipedia")
  func data() throws {
    // One batch and model keep the suite short; Reports/flexsp.md has all of them.
    let gains = try ["wikipedia", "github", "commoncrawl"].map { name in
      try Self.gain([Published.instance("\(name)-192k-512").batches[0]], "gpt-7b", 192)
    }
    #expect(gains.dropFirst().allSatisfy { $0 < gains[0] })
  }
}
