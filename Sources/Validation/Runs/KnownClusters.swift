import ClusterTopology
import Configuration
import Synchronization

/// The ready clusters that runs were interpreted on, each read once.
final class KnownClusters: Sendable {
  private let catalog: Catalog
  private let read = Mutex<[String: Cluster]>([:])

  init(_ catalog: Catalog) { self.catalog = catalog }

  /// - Throws: `SkippedRun` when the catalogue has no such cluster; `InvalidInput` when its files
  ///   cannot be read.
  func cluster(named name: String) throws -> Cluster {
    if let known = read.withLock({ $0[name] }) { return known }
    guard catalog.path(of: .cluster, named: name) != nil else {
      throw SkippedRun("the catalogue has no cluster '\(name)'")
    }
    let cluster = try catalog.cluster(ClusterReference(target: name))
    read.withLock { $0[name] = cluster }
    return cluster
  }
}
