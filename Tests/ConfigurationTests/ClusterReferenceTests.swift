import ClusterTopology
import Configuration
import Testing

@Suite("Naming a cluster")
struct ClusterReferenceTests {
  @Test(
    "a reference is a name or path, with node counts after a colon",
    arguments: [
      ("dgx-h100", ClusterReference(target: "dgx-h100")),
      ("dgx-h100:8", ClusterReference(target: "dgx-h100", nodeCounts: [8])),
      ("hybrid-ib-roce:2+6", ClusterReference(target: "hybrid-ib-roce", nodeCounts: [2, 6])),
      ("./lab.yaml:1+2+3", ClusterReference(target: "./lab.yaml", nodeCounts: [1, 2, 3])),
      ("/a:b/lab.yaml", ClusterReference(target: "/a:b/lab.yaml")),
      ("x:100000", ClusterReference(target: "x", nodeCounts: [100_000])),
    ])
  func parses(text: String, expected: ClusterReference) throws {
    let reference = try ClusterReference(text)
    #expect(reference == expected)
    #expect(reference.description == text)
  }

  @Test(
    "what is no count is refused with a reason",
    arguments: [
      ("x:0", "'x:0': error: a node count must be at least 1, found 0"),
      ("x:2+0", "'x:2+0': error: a node count must be at least 1, found 0"),
      ("x:", "'x:': error: a node count must be a whole number such as 8, found nothing"),
      ("x:2+", "'x:2+': error: a node count must be a whole number such as 8, found nothing"),
      ("x:two", "'x:two': error: a node count must be a whole number such as 8, found 'two'"),
      ("x:-2", "'x:-2': error: a node count must be a whole number such as 8, found '-2'"),
      ("x:1.5", "'x:1.5': error: a node count must be a whole number such as 8, found '1.5'"),
      ("x:100001", "'x:100001': error: more than 100000 nodes, beyond any cluster that was built"),
      (
        "x:99999+2", "'x:99999+2': error: more than 100000 nodes, beyond any cluster that was built"
      ),
      (
        "x:99999999999999999999",
        "'x:99999999999999999999': error: a node count must be a whole number such as 8, "
          + "found '99999999999999999999'"
      ),
      (
        "x:9223372036854775807+9223372036854775807",
        "'x:9223372036854775807+9223372036854775807': error: "
          + "more than 100000 nodes, beyond any cluster that was built"
      ),
      (
        "x:1:2",
        "'x:1:2': error: more than one ':'; expected <cluster> or <cluster>:<nodes>[+<nodes>…]"
      ),
      (":8", "':8': error: the cluster before ':' has no name"),
      ("", "'': error: the cluster has no name"),
    ])
  func refuses(text: String, expected: String) {
    let error = #expect(throws: InvalidInput.self) { try ClusterReference(text) }
    #expect(error?.description == expected)
  }

  @Test("counts replace those of the description, group by group")
  func counts() throws {
    let cluster = try shipped.cluster(ClusterReference("hybrid-ib-roce:2+6"))
    #expect(cluster.groups.map(\.count) == [2, 6])
    #expect(try shipped.cluster(ClusterReference("hybrid-ib-roce")).groups.map(\.count) == [4, 4])
    #expect(try shipped.cluster(ClusterReference("v100-25g:3")).deviceCount == 24)
  }

  @Test(
    "as many counts as groups are needed",
    arguments: [
      (
        "hybrid-ib-roce:8",
        "Clusters/hybrid-ib-roce.yaml:5:3: error: "
          + "the cluster has 2 groups, but ':8' gives 1 node count"
      ),
      (
        "dgx-h100:4+4",
        "Clusters/dgx-h100.yaml:4:3: error: "
          + "the cluster has 1 group, but ':4+4' gives 2 node counts"
      ),
    ])
  func wrongNumberOfCounts(text: String, expected: String) {
    let error = #expect(throws: InvalidInput.self) {
      try shipped.cluster(ClusterReference(text))
    }
    #expect(error?.description == shipped.root + "/" + expected)
  }
}
