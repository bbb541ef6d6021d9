import Foundation

/// A document in one file: nothing in it is fetched from anywhere.
///
/// Its content security policy allows exactly the style sheet and the script that it was made with,
/// by their digests, and nothing else.
public struct HTMLDocument: Sendable {
  public var title: String
  public var body: Markup
  private let styleSheet: String
  private let script: String?

  /// - Parameters:
  ///   - styleSheet: a literal of the program or joined from such; never input.
  ///   - script: likewise.
  public init(title: String, styleSheet: String, script: String? = nil, body: Markup) {
    self.title = title
    self.body = body
    self.styleSheet = styleSheet
    self.script = script
  }

  public var html: String {
    let document = Markup("html", ["lang": "en"]) {
      Markup("head") {
        Markup("meta", ["charset": "utf-8"])
        Markup("meta", ["http-equiv": "Content-Security-Policy", "content": policy])
        Markup("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        Markup("meta", ["name": "color-scheme", "content": "light dark"])
        Markup("title") { title }
        Markup.element(
          .init(name: "style", attributes: [], children: [], verbatim: styleSheet))
      }
      Markup("body") {
        body
        if let script {
          Markup.element(.init(name: "script", attributes: [], children: [], verbatim: script))
        }
      }
    }
    return "<!doctype html>\n" + document.html + "\n"
  }

  private var policy: String {
    func digest(_ text: String) -> String {
      "'sha256-\(Data(SHA256.digest(of: Array(text.utf8))).base64EncodedString())'"
    }
    return
      ([
        "default-src 'none'", "base-uri 'none'", "form-action 'none'",
        "style-src \(digest(styleSheet))",
      ] + (script.map { ["script-src \(digest($0))"] } ?? [])).joined(separator: "; ")
  }
}
