import Quantities

/// One sequence-parallel group of a microbatch, with its sequences as lengths.
struct PackedGroup: Hashable, Sendable {
  /// Position of the degree in `SequenceCosts.degrees`.
  var degree: Int
  var members: LengthClasses
}

/// The groups of one microbatch.
struct Packing: Hashable, Sendable {
  var groups: [PackedGroup]

  /// When the slowest group finishes, and what runs behind the groups, in seconds.
  func makespan(_ costs: SequenceCosts) -> Double {
    groups.reduce(costs.microbatchFloor.value) { max($0, $1.time(costs)) }
  }
}

extension PackedGroup {
  /// How long the group takes, in seconds; a group without sequences still pays the fixed time.
  func time(_ costs: SequenceCosts) -> Double {
    let degree = costs.degrees[degree]
    var time = degree.fixed.value
    for (length, count) in zip(members.lengths, members.counts) {
      time += degree.time(ofSequence: length).value * Double(count)
    }
    return time
  }
}

/// Packing one microbatch: which groups, and which sequences in which, so that the slowest is fast.
///
/// Holds the time of each class in each degree; `infinity` where a group cannot hold one such sequence.
struct PackingProblem: Sendable {
  let costs: SequenceCosts
  let classes: LengthClasses
  /// Seconds, `times[degree · classCount + class]`.
  let times: [Double]
  let deviceCount: Int
  let degreeCount: Int
  let classCount: Int

  init(_ classes: LengthClasses, _ costs: SequenceCosts) {
    self.costs = costs
    self.classes = classes
    deviceCount = costs.deviceCount
    degreeCount = costs.degrees.count
    classCount = classes.classCount
    times = costs.degrees.flatMap { degree in
      classes.lengths.map { length in
        length <= degree.tokenCapacity ? degree.time(ofSequence: length).value : .infinity
      }
    }
  }

  /// What one sequence of `class` adds to a group of `degree`, in seconds.
  @inline(__always)
  func time(_ degree: Int, _ class: Int) -> Double { times[degree * classCount + `class`] }

  /// What is left for sequences in a group of `degree` that must finish by `deadline`.
  @inline(__always)
  func room(_ degree: Int, by deadline: Double) -> Double {
    deadline - costs.degrees[degree].fixed.value
  }

  /// Device-seconds that one sequence of `class` takes in a group of `degree`.
  @inline(__always)
  func work(_ degree: Int, _ class: Int) -> Double {
    time(degree, `class`) * Double(costs.degrees[degree].degree)
  }
}
