import Foundation
import TensorPrograms

/// The files beside the tests.
enum Fixtures {
  static let directory = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures").path

  static func text(_ name: String) throws -> String {
    try String(contentsOfFile: directory + "/" + name, encoding: .utf8)
  }

  static func program(_ name: String) throws -> Program {
    try Program(stableHLO: text(name + ".stablehlo.mlir"))
  }
}
