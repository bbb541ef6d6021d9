import Configuration
import Quantities
import Testing

@Suite("Reading YAML strictly")
struct MappingReaderTests {
  @Test("every problem of a file is reported at its position, in one pass")
  func reportsEverything() throws {
    let text = """
      nmae: lab
      nics:
        bandwith: 25 GB/s
        latency: [1, 2]
        count: sixteen
      """
    let file = try SourceFile(text: text, path: "lab.yaml")
    let error = #expect(throws: InvalidInput.self) {
      try file.read { root in
        _ = root.string("name")
        let nics = root.mapping("nics")
        _ = nics.bandwidth("bandwidth")
        _ = nics.duration("latency")
        _ = nics.integer("count", in: 1...8)
      }
    }
    #expect(
      error?.description == """
        lab.yaml:1:1: error: unknown key 'nmae', did you mean 'name'?
        lab.yaml:3:3: error: unknown key 'bandwith', did you mean 'bandwidth'? (in 'nics')
        lab.yaml:4:12: error: 'nics.latency' must be a duration such as '5 us', found a list
        lab.yaml:5:10: error: 'nics.count' must be a whole number, found 'sixteen'
        """)
  }
}
