import Figures
import Markup

extension Page {
  /// One self-contained document: it opens by double-click, fetches nothing, follows the reader's
  /// light or dark theme and prints.
  var html: String {
    HTMLDocument(
      title: title, styleSheet: PageStyle.styleSheet, script: PageScript.script, body: body
    ).html
  }

  private var title: String {
    for case .title(let title) in parts { return title }
    return "Rhumb"
  }

  private var body: Markup {
    Markup("main") {
      let sections = sections
      for (index, section) in sections.enumerated() {
        if index == 1, sections.count > 3 { contents(of: sections) }
        if let heading = section.heading {
          Markup("section", ["id": "section-\(index)"]) {
            Markup("h2") { heading }
            section.markup
          }
        } else {
          Markup("header") { section.markup }
        }
      }
    }
  }

  private func contents(of sections: [Section]) -> Markup {
    Markup("nav", ["aria-label": "Contents"]) {
      for (index, section) in sections.enumerated() {
        if let heading = section.heading {
          Markup("a", ["href": "#section-\(index)"]) { heading }
          " "
        }
      }
    }
  }

  /// What stands below one heading; the first section has none.
  private struct Section {
    var heading: String?
    var markup: [Markup] = []
  }

  private var sections: [Section] {
    var sections = [Section(heading: nil)]
    for part in parts {
      if case .heading(let heading) = part {
        sections.append(Section(heading: heading))
      } else {
        sections[sections.count - 1].markup.append(part.html)
      }
    }
    return sections
  }
}

extension Page.Part {
  fileprivate var html: Markup {
    switch self {
    case .title(let title): Markup("h1") { title }
    case .heading(let heading): Markup("h2") { heading }
    case .text(let text): Markup("p") { text }
    case .table(let table): table.html
    case .code(let lines):
      Markup("pre", ["tabindex": 0, "role": "group", "aria-label": "code"]) {
        Markup("code") { lines.joined(separator: "\n") }
      }
    case .figure(let figure, inText: _): figure.html
    }
  }
}
