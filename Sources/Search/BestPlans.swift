import Quantities
import StrategySpace

/// The best plans so far: the fastest of each mesh, and whatever could be preferred to it.
///
/// What is kept does not depend on the order in which candidates come.
struct BestPlans {
  let limit: Int
  /// Of each mesh, by the time of its fastest.
  private var meshes: [Mesh] = []

  init(limit: Int) { self.limit = limit }

  /// Plans that take longer cannot be among the best; infinite until there are enough.
  var timeLimit: Seconds {
    limit == 0 || meshes.count < limit
      ? Seconds(.infinity) : meshes[limit - 1].fastest * timeTolerance
  }

  /// The fastest so far.
  var fastest: Candidate? { meshes.first?.candidates.min { $0.estimatedTime < $1.estimatedTime } }

  mutating func insert(_ candidate: Candidate) {
    guard limit > 0, candidate.estimatedTime <= timeLimit else { return }
    let key = MeshKey(candidate.plan)
    var mesh = Mesh(key: key, fastest: Seconds(.infinity), candidates: [])
    if let known = meshes.firstIndex(where: { $0.key == key }) { mesh = meshes.remove(at: known) }
    mesh.insert(candidate)
    let place = meshes.firstIndex { mesh.fastest < $0.fastest } ?? meshes.count
    meshes.insert(mesh, at: place)
    let timeLimit = timeLimit
    meshes.removeAll { $0.fastest > timeLimit }
  }

  mutating func insert(_ others: BestPlans) {
    for candidate in others.meshes.flatMap(\.candidates) { insert(candidate) }
  }

  /// Those on nodes of some groups alone.
  func using(_ groups: [Int]) -> BestPlans {
    var plans = BestPlans(limit: limit)
    for candidate in meshes.flatMap(\.candidates)
    where candidate.plan.placement.segments.allSatisfy({ groups.contains($0.group) }) {
      plans.insert(candidate)
    }
    return plans
  }

  /// One candidate for each mesh, the best first.
  var ranked: [Candidate] {
    var found: [Candidate] = []
    var keys: [MeshKey] = []
    for candidate in meshes.flatMap(\.candidates).ranked() where found.count < limit {
      let key = MeshKey(candidate.plan)
      if keys.contains(key) { continue }
      keys.append(key)
      found.append(candidate)
    }
    return found
  }

  /// Candidates of one mesh of which none is both faster than another and preferred to it.
  private struct Mesh {
    var key: MeshKey
    var fastest: Seconds
    var candidates: [Candidate]

    mutating func insert(_ new: Candidate) {
      func beats(_ a: Candidate, _ b: Candidate) -> Bool {
        a.estimatedTime <= b.estimatedTime && a.isPreferred(to: b)
      }
      if candidates.contains(where: { $0 == new || beats($0, new) }) { return }
      candidates.removeAll { beats(new, $0) }
      candidates.append(new)
      fastest = min(fastest, new.estimatedTime)
      candidates.removeAll { [fastest] in $0.estimatedTime > fastest * timeTolerance }
    }
  }
}

/// What makes two plans variants of one another: the same degrees on the same nodes.
struct MeshKey: Equatable {
  var degrees: Strategy
  var groups: [Int]

  init(_ plan: Plan) {
    degrees = plan.strategy.degrees
    groups = plan.placement.segments.map(\.group).sorted()
  }
}
