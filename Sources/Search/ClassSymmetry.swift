import ClusterTopology

/// Which classes of devices are interchangeable, so that subsets and orders of classes that differ by
/// them alone are looked at once. Subsets are bits.
struct ClassSymmetry {
  /// All classes.
  let all: Int
  /// By class: the first one that is alike.
  private let twins: [Int]

  init(_ classes: [DeviceClass], of cluster: Cluster) {
    all = (1 << classes.count) &- 1
    twins = classes.indices.map { index in
      (0..<index).first { cluster.isAlike(classes[$0].groups, classes[index].groups) } ?? index
    }
  }

  /// The subset among all like it that takes the first of interchangeable classes.
  func canonical(_ subset: Int) -> Int {
    var result = 0
    for first in Set(twins).sorted() {
      let alike = twins.indices.filter { twins[$0] == first }
      let count = alike.count { subset & (1 << $0) != 0 }
      for index in alike.prefix(count) { result |= 1 << index }
    }
    return result
  }

  /// All classes but one, or but one that is alike.
  func without(_ index: Int) -> Int { canonical(all & ~(1 << index)) }

  /// The subsets whose best times users are told: all classes, and all but one.
  var reported: [Int] {
    var subsets = [all]
    for index in twins.indices where !subsets.contains(without(index)) && without(index) != 0 {
      subsets.append(without(index))
    }
    return subsets
  }

  /// The orders of some classes, interchangeable ones in one order only; of very many classes the
  /// given one and its reverse.
  func orders(of classes: [Int]) -> [[Int]] {
    if classes.count > HeterogeneousSearch.classLimit { return [classes, classes.reversed()] }
    return NodeChoices.permutations(classes).filter { order in
      order.indices.allSatisfy { place in
        order[..<place].allSatisfy { twins[$0] != twins[order[place]] || $0 < order[place] }
      }
    }
  }
}

extension Cluster {
  /// Whether two single groups have equal nodes, as many of them, and equal links to all others.
  fileprivate func isAlike(_ some: [Int], _ others: [Int]) -> Bool {
    guard some.count == 1, others.count == 1 else { return false }
    var renamed = groups[others[0]]
    renamed.name = groups[some[0]].name
    guard renamed == groups[some[0]] else { return false }
    func swapped(_ group: Int) -> Int {
      group == some[0] ? others[0] : group == others[0] ? some[0] : group
    }
    let exchanged = links.map { link in
      var link = link
      link.groups = link.groups.map(swapped).sorted()
      return link
    }
    return exchanged.count == links.count && Set(exchanged) == Set(links)
  }
}
