import TensorPrograms
import Testing

@Suite("Program texts that cannot be used")
struct RefusalTests {
  struct Mistake: Sendable, CustomTestStringConvertible {
    var name: String
    var body: String
    var line: Int
    var operation: String?
    var words: String

    var testDescription: String { name }
  }

  static let mistakes = [
    Mistake(
      name: "an unknown operation", body: "%0 = stablehlo.frobnicate %a : tensor<4xf32>", line: 3,
      operation: "stablehlo.frobnicate", words: "cannot be planned"),
    Mistake(
      name: "other types", body: "%0 = stablehlo.add %a, %b : tensor<4xf32>", line: 3,
      operation: "stablehlo.add", words: "shapes must agree"),
    Mistake(
      name: "an undefined value", body: "%0 = stablehlo.add %a, %z : tensor<4xf32>", line: 3,
      operation: "stablehlo.add", words: "'%z' is not defined"),
    Mistake(
      name: "a dynamic shape", body: "%0 = stablehlo.negate %a : tensor<?xf32>", line: 3,
      operation: "stablehlo.negate", words: "unknown size"),
    Mistake(
      name: "a transform of nothing",
      body:
        "%0 = \"stablehlo.fft\"() <{fft_length = array<i64>, fft_type = #stablehlo<fft_type FFT>}>"
        + " : () -> tensor<4xf32>", line: 3, operation: "stablehlo.fft", words: "has no operand"),
    Mistake(
      name: "another element type",
      body: "%0 = stablehlo.add %a, %a : (tensor<4xf32>, tensor<4xf64>) -> tensor<4xf32>", line: 3,
      operation: "stablehlo.add", words: "operand 2 is a tensor<4xf32>"),
    Mistake(
      name: "a product of unequal sizes",
      body: """
        %0 = stablehlo.dot_general %a, %b, contracting_dims = [0] x [0] : (tensor<4xf32>, \
        tensor<5xf32>) -> tensor<f32>
        """, line: 3, operation: "stablehlo.dot_general", words: "differ in the dimensions"),
    Mistake(
      name: "a reshape that loses elements",
      body: "%0 = stablehlo.reshape %a : (tensor<4xf32>) -> tensor<3xf32>", line: 3,
      operation: "stablehlo.reshape", words: "number of elements"),
    Mistake(
      name: "a call of nothing", body: "%0 = call @no(%a) : (tensor<4xf32>) -> tensor<4xf32>",
      line: 3, operation: "func.call", words: "does not define"),
    Mistake(
      name: "a function that calls itself",
      body: "%0 = call @main(%a, %b) : (tensor<4xf32>, tensor<5xf32>) -> tensor<4xf32>", line: 3,
      operation: "func.call", words: "calls itself"),
    Mistake(
      name: "a result that does not exist", body: "%0 = stablehlo.negate %a#1 : tensor<4xf32>",
      line: 3, operation: "stablehlo.negate", words: "'#1' is none"),
  ]

  @Test("are refused with the line and the operation", arguments: mistakes)
  func refused(mistake: Mistake) throws {
    let text = """
      module @m {
        func.func public @main(%a: tensor<4xf32>, %b: tensor<5xf32>) -> (tensor<4xf32>) {
          \(mistake.body)
          return %a : tensor<4xf32>
        }
      }
      """
    let error = try #require(throws: ProgramError.self) { try Program(stableHLO: text) }
    #expect(error.location.line == mistake.line)
    #expect(error.operation == mistake.operation)
    #expect(error.message.contains(mistake.words), "\(error)")
  }

  @Test("among them any prefix of a program")
  func truncated() throws {
    let bytes = Array(try Fixtures.text("mlp.stablehlo.mlir").utf8)
    for length in stride(from: 0, to: bytes.count - 3, by: 331) {
      let text = String(decoding: bytes[..<length], as: UTF8.self)
      #expect(throws: ProgramError.self) { try Program(stableHLO: text) }
    }
  }

  @Test("or are read, but never stop the process", arguments: 0..<3)
  func mutated(round: Int) throws {
    var random = Noise(seed: UInt64(round) &* 7919 &+ 17)
    let files = ["mlp.stablehlo.mlir", "mlp.stablehlo.generic.mlir"]
    let excerpts = try files.map { Array(try Fixtures.text($0).utf8) }
    for trial in 0..<24 {
      var bytes = excerpts[trial % 2]
      for _ in 0...random.below(4) {
        let place = random.below(bytes.count)
        switch random.below(4) {
        case 0: bytes.remove(at: place)
        case 1: bytes[place] = UInt8(32 + random.below(95))
        case 2: bytes.insert(UInt8(48 + random.below(10)), at: place)
        default: bytes.swapAt(place, random.below(bytes.count))
        }
      }
      _ = try? Program(stableHLO: String(decoding: bytes, as: UTF8.self)).simplified()
    }
  }

  @Test("among them brackets nested without end")
  func deep() {
    let text =
      "module { func.func @main() attributes {a = " + String(repeating: "[", count: 100_000)
    #expect(throws: ProgramError.self) { try Program(stableHLO: text) }
  }
}

/// Reproducible numbers (SplitMix64; Steele, Lea and Flood 2014).
struct Noise {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((word ^ (word >> 31)) % UInt64(bound))
  }
}
