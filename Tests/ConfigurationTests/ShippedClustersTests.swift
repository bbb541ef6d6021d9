import ClusterTopology
import Configuration
import Quantities
import Testing

/// The catalogue of this repository.
let shipped = Catalog(root: repositoryRoot)

private let repositoryRoot = #filePath.split(separator: "/").dropLast(3)
  .reduce("") { $0 + "/" + $1 }

@Suite("The clusters that ship with the project")
struct ShippedClustersTests {
  @Test("every cluster can be read", arguments: shipped.names(of: .cluster))
  func reads(name: String) throws {
    let cluster = try shipped.cluster(ClusterReference(name))
    #expect(cluster.name == name)
    #expect(cluster.deviceCount > 0)
  }
}
