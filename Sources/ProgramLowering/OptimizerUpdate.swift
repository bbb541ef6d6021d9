import ModelDescription
import TensorPrograms

/// Writes an optimizer's step: new parameters and states from gradients, all in 32 bits.
struct OptimizerUpdate {
  let optimizer: Optimizer
  /// Per parameter its states: moments of Adam, or momentum.
  private(set) var states: [[Int]] = []
  /// Number of the step, which Adam's corrections depend on.
  private var step: Int?
  /// Adam's learning rate at that step, a scalar.
  private var rate: Int?

  /// Adds the states of the parameters to the program, state by state.
  init(
    _ optimizer: Optimizer, _ parameters: [TrainingProgram.Parameter], in writer: inout TensorWriter
  ) {
    self.optimizer = optimizer
    states = Array(repeating: [], count: parameters.count)
    for name in optimizer.stateNames {
      for (index, parameter) in parameters.enumerated() {
        let type = writer.program.type(parameter.value)
        states[index].append(writer.program.input("\(name).\(parameter.name)", type))
      }
    }
    if optimizer == .adam { correctRate(for: &writer.program) }
  }

  /// Adam's rate for the bias of its first steps (Kingma and Ba 2014, arXiv:1412.6980, section 2).
  private mutating func correctRate(for writer: inout ProgramWriter) {
    let scalar = TensorType([], .float32)
    let step = writer.input("step", scalar)
    func correction(_ beta: Double) -> Int {
      let power = writer.binary("power", writer.constant(beta, like: scalar), step)
      return writer.subtract(writer.constant(1, like: scalar), power)
    }
    let scale = writer.divide(
      writer.unary("sqrt", correction(Self.beta2)), correction(Self.beta1))
    rate = writer.multiply(scale, by: Self.rate)
    self.step = step
  }

  /// The states, and the number of the step, in the order of the program's inputs.
  var inputs: [Int] {
    optimizer.stateNames.indices.flatMap { state in states.map { $0[state] } }
      + [step].compactMap { $0 }
  }

  /// A new parameter and its new states.
  func update(
    _ parameter: Int, _ gradient: Int, states: [Int], _ writer: inout ProgramWriter
  ) -> (parameter: Int, states: [Int]) {
    switch optimizer {
    case .sgd:
      return (writer.subtract(parameter, writer.multiply(gradient, by: Self.rate)), [])
    case .sgdMomentum:
      let momentum = writer.add(writer.multiply(states[0], by: 0.9), gradient)
      return (writer.subtract(parameter, writer.multiply(momentum, by: Self.rate)), [momentum])
    case .adam:
      let mean = writer.add(
        writer.multiply(states[0], by: Self.beta1), writer.multiply(gradient, by: 1 - Self.beta1))
      let square = writer.multiply(gradient, gradient)
      let variance = writer.add(
        writer.multiply(states[1], by: Self.beta2), writer.multiply(square, by: 1 - Self.beta2))
      let root = writer.add(writer.unary("sqrt", variance), constant: 1e-8)
      var change = writer.divide(mean, root)
      let rate = self.rate ?? writer.constant(Self.rate, like: TensorType([], .float32))
      change = writer.multiply(change, writer.broadcast(rate, to: writer.shape(change), at: []))
      return (writer.subtract(parameter, change), [mean, variance])
    }
  }

  /// The usual numbers, on which no plan depends.
  private static let (rate, beta1, beta2) = (1e-4, 0.9, 0.999)
}

extension Optimizer {
  /// What an optimizer keeps per parameter.
  fileprivate var stateNames: [String] {
    switch self {
    case .adam: ["mean", "variance"]
    case .sgdMomentum: ["momentum"]
    case .sgd: []
    }
  }
}
