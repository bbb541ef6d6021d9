/// Turns fractional groups into whole ones: fix the largest weight, solve again, repeat.
///
/// After every step the greedy rules try to place what is left on the devices that are left, so a dive
/// ends as soon as the hard part is settled.
struct Diving {
  let problem: PackingProblem
  let deadline: Double

  /// A packing that meets the deadline, or `nil` if the dive found none.
  func dive(
    _ program: inout ConfigurationProgram,
    from relaxation: [(pattern: Int, weight: Double)]
  ) throws -> Packing? {
    var weights = relaxation
    var counts = problem.classes.counts
    var devices = problem.deviceCount
    var groups: [PackedGroup] = []
    var packer = Packer(problem)
    let lengths = problem.classes.lengths

    while true {
      for rule in packer.rules
      where packer.packs(counts, by: deadline, devices: devices, rule: rule) {
        return Packing(groups: groups + packer.packing.groups)
      }
      guard let heaviest = heaviest(weights, program) else { return nil }
      let pattern = program.patterns[heaviest.pattern]
      let size = problem.costs.degrees[pattern.degree].degree
      let copies = min(max(1, Int(heaviest.weight + 1e-6)), devices / size)
      guard copies > 0 else { return nil }
      for _ in 0..<copies {
        let members = pattern.taking(from: &counts, lengths: lengths)
        if !members.isEmpty {
          devices -= size
          groups.append(PackedGroup(degree: pattern.degree, members: members))
        }
      }
      guard counts.contains(where: { $0 > 0 }) else { return Packing(groups: groups) }
      let next = try program.relax(counts, by: deadline, devices: devices, iterationLimit: 20)
      guard case .possible(let left) = next else { return nil }
      weights = left
    }
  }

  /// The pattern with whole copies to fix, else the one nearest to a whole copy; larger groups first.
  private func heaviest(
    _ weights: [(pattern: Int, weight: Double)], _ program: ConfigurationProgram
  ) -> (pattern: Int, weight: Double)? {
    weights.max { a, b in
      let shareA = min(a.weight, 1)
      let shareB = min(b.weight, 1)
      if abs(shareA - shareB) > 1e-9 { return shareA < shareB }
      return program.patterns[a.pattern].degree < program.patterns[b.pattern].degree
    }
  }
}
