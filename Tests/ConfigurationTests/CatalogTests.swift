import ClusterTopology
import Configuration
import Foundation
import Testing

@Suite("The catalogue")
struct CatalogTests {
  @Test("names are sorted, without ending, and each once")
  func names() throws {
    let directory = try TemporaryDirectory([
      "Models/zebra.yaml": "a", "Models/ant.yml": "a", "Models/bee.json": "{}",
      "Models/ant.yaml": "a", "Models/.hidden.yaml": "a", "Models/README.md": "a",
      "Models/Older/fly.yaml": "a",
    ])
    let catalog = Catalog(root: directory.path)
    #expect(catalog.names(of: .model) == ["ant", "bee", "zebra"])
    #expect(catalog.names(of: .device) == [])
    #expect(catalog.path(of: .model, named: "ant") == directory.path + "/Models/ant.yaml")
    #expect(catalog.path(of: .model, named: "bee") == directory.path + "/Models/bee.json")
    #expect(catalog.path(of: .model, named: "fly") == nil)
    #expect(catalog.path(of: .model, named: "../Models/ant") == nil)
    #expect(catalog.path(of: .model, named: "") == nil)
  }

  @Test(
    "a reference with a slash or a known ending is a path, anything else a name",
    arguments: [
      ("llama3-8b", false), ("gpt-2.7b", false), ("./llama3", true), ("models/llama3", true),
      ("llama3.yaml", true), ("llama3.yml", true), ("config.json", true), ("yaml", false),
    ])
  func pathOrName(reference: String, isPath: Bool) {
    #expect(Catalog.isPath(reference) == isPath)
  }

  @Test("a model is found by name; a path is passed on; an unknown name gets a suggestion")
  func models() throws {
    let directory = try TemporaryDirectory([
      "Models/gpt3-175b.yaml": "a", "Models/llama3-8b.yaml": "a", "Clusters/lab.yaml": "a",
    ])
    let catalog = Catalog(root: directory.path)
    #expect(
      try catalog.modelPath(named: "gpt3-175b") == directory.path + "/Models/gpt3-175b.yaml")
    #expect(try catalog.modelPath(named: "mine.yaml") == "mine.yaml")
    let misspelt = #expect(throws: InvalidInput.self) {
      try catalog.modelPath(named: "lama3-8b")
    }
    #expect(
      misspelt?.description
        == "'lama3-8b': error: no model of this name in \(directory.path)/Models; "
        + "did you mean 'llama3-8b'?")
    let far = #expect(throws: InvalidInput.self) { try catalog.modelPath(named: "x") }
    #expect(
      far?.description
        == "'x': error: no model of this name in \(directory.path)/Models; "
        + "expected one of gpt3-175b, llama3-8b")
    let empty = #expect(throws: InvalidInput.self) {
      try Catalog(root: directory.path + "/none").modelPath(named: "x")
    }
    #expect(
      empty?.description
        == "'x': error: no model of this name; there is none in \(directory.path)/none/Models")
  }

  @Test(
    "the catalogue is looked for where the user says, then upwards from here, then from the program"
  )
  func candidates() {
    #expect(
      Catalog.candidates(
        environment: "/data/rhumb", currentDirectory: "/home/ada/work/",
        executable: "/opt/rhumb/bin/rhumb")
        == [
          "/data/rhumb", "/home/ada/work", "/home/ada", "/home", "/", "/opt/rhumb/bin",
          "/opt/rhumb", "/opt", "/",
        ])
    #expect(
      Catalog.candidates(environment: nil, currentDirectory: "/", executable: nil) == ["/"])
  }

  @Test("the first candidate with both directories is the catalogue")
  func firstComplete() throws {
    let directory = try TemporaryDirectory([
      "half/Models/a.yaml": "a", "files/Models": "a", "files/Clusters": "a",
      "whole/Models/a.yaml": "a", "whole/Clusters/b.yaml": "b",
      "later/Models/a.yaml": "a", "later/Clusters/b.yaml": "b",
    ])
    let candidates = ["missing", "half", "files", "whole", "later"].map {
      directory.path + "/" + $0
    }
    #expect(Catalog(atFirstOf: candidates)?.root == directory.path + "/whole")
    #expect(Catalog(atFirstOf: Array(candidates.prefix(3))) == nil)
  }
}

@Suite("Files that refer to files")
struct ReferenceTests {
  private static let node = """
    name: box
    device: t4-16gb
    devices: 2
    link: pcie-3-x16
    source: {assumed: "a test"}
    """

  private func catalog(_ extra: [String: String]) throws -> (TemporaryDirectory, Catalog) {
    var files = [
      "Models/none.yaml": "a",
      "Clusters/lab.yaml": "name: lab\ngroups:\n  - {name: all, node: box, nodes: 1}\n",
      "Clusters/Hardware/Nodes/box.yaml": Self.node,
    ]
    for kind in [Catalog.Kind.device, .link] {
      let name = kind == .device ? "t4-16gb" : "pcie-3-x16"
      let path = try #require(shipped.path(of: kind, named: name))
      files["\(kind.directory)/\(name).yaml"] = try String(contentsOfFile: path, encoding: .utf8)
    }
    files.merge(extra) { $1 }
    let directory = try TemporaryDirectory(files)
    return (directory, Catalog(root: directory.path))
  }

  @Test("what is wrong in a file that is referred to is reported there, with what is wrong here")
  func nestedMistakes() throws {
    let (directory, catalog) = try catalog([
      "Clusters/Hardware/Nodes/box.yaml": Self.node.replacing("devices: 2", with: "devices: -2"),
      "Clusters/lab.yaml": """
      name: lab
      groups:
        - {name: all, node: box, nodes: 0}
        - {name: more, node: box, nodes: 1}
      """,
    ])
    let error = #expect(throws: InvalidInput.self) {
      try catalog.cluster(ClusterReference("lab"))
    }
    #expect(
      error?.description.replacing(directory.path + "/Clusters/", with: "") == """
        Hardware/Nodes/box.yaml:3:10: error: 'devices' must be between 1 and 1024, found -2
        lab.yaml:3:35: error: 'groups[0].nodes' must be between 1 and 100000, found 0
        """)
  }

  @Test("a path is relative to the file that says so")
  func relativePaths() throws {
    let (directory, catalog) = try catalog([
      "mine/lab.yaml": "name: mine\ngroups:\n  - {name: all, node: ./parts/box.yml, nodes: 1}\n",
      "mine/parts/box.yml": Self.node.replacing("t4-16gb", with: "card.yaml"),
    ])
    let missing = #expect(throws: InvalidInput.self) {
      try catalog.cluster(ClusterReference(directory.path + "/mine/lab.yaml"))
    }
    #expect(
      missing?.description.replacing(directory.path, with: "ROOT") == """
        ROOT/mine/parts/box.yml:2:9: error: 'ROOT/mine/parts/card.yaml': no such file
        """)
    let card = try #require(catalog.path(of: .device, named: "t4-16gb"))
    try String(contentsOfFile: card, encoding: .utf8)
      .write(toFile: directory.path + "/mine/parts/card.yaml", atomically: false, encoding: .utf8)
    let cluster = try catalog.cluster(ClusterReference(directory.path + "/mine/lab.yaml:1"))
      .groups[0]
    #expect(cluster.node.device.name == "t4-16gb")
    #expect(cluster.count == 1)
  }

  @Test("a reference that leads back to its own file is refused")
  func cycles() throws {
    let (directory, catalog) = try catalog([
      "Clusters/Hardware/Nodes/box.yaml": Self.node.replacing("t4-16gb", with: "./box.yaml")
    ])
    let error = #expect(throws: InvalidInput.self) {
      try catalog.cluster(ClusterReference("lab"))
    }
    #expect(
      error?.description.replacing(directory.path + "/Clusters/", with: "") == """
        Hardware/Nodes/box.yaml:2:9: error: './box.yaml' refers back to the file it is in
        """)
  }

  @Test("an unknown cluster gets a suggestion, a missing file is named")
  func unknownClusters() throws {
    let (directory, catalog) = try catalog([:])
    let unknown = #expect(throws: InvalidInput.self) {
      try catalog.cluster(ClusterReference("lba:2"))
    }
    #expect(
      unknown?.description
        == "'lba': error: no cluster of this name in \(directory.path)/Clusters; "
        + "did you mean 'lab'?")
    let missing = #expect(throws: InvalidInput.self) {
      try catalog.cluster(ClusterReference("./nowhere.yaml:2"))
    }
    #expect(missing?.description == "./nowhere.yaml: error: no such file")
  }
}
