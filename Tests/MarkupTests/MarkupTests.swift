import Testing

@testable import Markup

@Suite("Markup")
struct MarkupTests {
  @Test(
    "text stays text, in elements and in attributes",
    arguments: [
      ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
      ("a & b", "a &amp; b"),
      ("\"quoted\" 'so'", "&quot;quoted&quot; 'so'"),
      ("naïve 模型 🚀", "naïve 模型 🚀"),
      ("zero\u{0}bell\u{7}", "zero\u{FFFD}bell\u{FFFD}"),
      ("]]> --> &lt;", "]]&gt; --&gt; &amp;lt;"),
    ])
  func escaping(text: String, escaped: String) {
    #expect(Markup("p", ["title": text]).html == "<p title=\"\(escaped)\"></p>")
    // In text, quotes need no change.
    let inText = escaped.replacing("&quot;", with: "\"")
    #expect(Markup("p") { text }.html == "<p>\(inText)</p>")
  }

  @Test("children come in order, loops and conditions included")
  func building() {
    let list = Markup("ul", ["class": "short", "id": nil]) {
      for number in 1...2 { Markup("li") { "\(number)" } }
      if isLong(1) { Markup("li") { "more" } } else { "none" }
    }
    #expect(
      list.html == "<ul class=\"short\"><li>1</li><li>2</li>none</ul>")
    #expect(Markup.sequence([.text("a"), Markup("br"), .text("b")]).html == "a<br/>b")
  }

  private func isLong(_ count: Int) -> Bool { count > 2 }

  @Test(
    "coordinates are short and exact to a hundredth",
    arguments: [
      (0.0, "0"), (1, "1"), (-0.004, "0"), (12.5, "12.5"), (3.14159, "3.14"), (-7.05, "-7.05"),
      (1e12, "1000000000000"), (.infinity, "0"), (.nan, "0"), (-1e300, "0"), (99.999, "100"),
    ])
  func coordinates(value: Double, text: String) {
    #expect(value.attributeText == text)
  }

  @Test("the policy of a document names its own style sheet and script, and allows nothing else")
  func policy() {
    let html = HTMLDocument(
      title: "a < b", styleSheet: "abc", script: "", body: Markup("p") { "&" }
    ).html
    #expect(html.hasPrefix("<!doctype html>\n<html lang=\"en\">"))
    // FIPS 180-4's example of one block, in base 64, and the digest of nothing.
    #expect(html.contains("style-src 'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='"))
    #expect(html.contains("script-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"))
    #expect(html.contains("default-src 'none'"))
    #expect(html.contains("<title>a &lt; b</title>"))
    #expect(html.contains("<style>abc</style>"))
    #expect(html.contains("<p>&amp;</p>"))
  }

  @Test(
    "digests agree with the examples of FIPS 180-4",
    arguments: [
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ])
  func digest(text: String, expected: String) {
    let hex = SHA256.digest(of: Array(text.utf8)).map { byte in
      let text = String(byte, radix: 16)
      return byte < 16 ? "0" + text : text
    }
    #expect(hex.joined() == expected)
  }
}
