/// How the strategy of a removed node follows from nodes that were still there.
///
/// Strategies are numbered as in the problem, so that later removals do not disturb it.
struct Removal {
  var node: Int
  /// None, one or two nodes that decide.
  var deciders: [Int]
  /// How many strategies the second decider has in the problem.
  var width = 1
  /// The node's strategy for each strategy of the deciders, second one fastest.
  var choices: [Int32]

  func choice(given strategies: [Int]) -> Int {
    switch deciders.count {
    case 0: Int(choices[0])
    case 1: Int(choices[strategies[deciders[0]]])
    default: Int(choices[strategies[deciders[0]] * width + strategies[deciders[1]]])
    }
  }
}
