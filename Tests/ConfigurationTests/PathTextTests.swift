import Configuration
import Testing

@Suite("Paths as texts")
struct PathTextTests {
  @Test(
    "the directory is what stands before the last name",
    arguments: [
      ("a/b/c", "a/b"), ("/a", "/"), ("a", ""), ("ab", ""), ("", ""), ("/", ""), ("a//b/", "a"),
      ("./p", "."), ("//a", "/"),
    ])
  func directory(_ path: String, _ expected: String) {
    #expect(PathText.directory(of: path) == expected)
  }
}
