public import Markup

/// Groups of nodes as boxes, and what joins them: a line for each network, as thick as it is busy.
public struct NetworkMap: Figure {
  /// Traffic of one kind over one network.
  public struct Traffic: Hashable, Sendable {
    public var name: String
    /// Index of the network's kind, which decides the colour.
    public var kind: Int
    /// Fraction of the time in which it is busy.
    public var load: Double

    public init(_ name: String, kind: Int, load: Double) {
      self.name = name
      self.kind = kind
      self.load = load
    }
  }

  public struct Group: Hashable, Sendable {
    public var name: String
    public var details: String
    /// Index of the kind of its own network; `nil` where it has none.
    public var kind: Int?
    /// What stays within the group.
    public var traffic: [Traffic]

    public init(_ name: String, _ details: String, kind: Int? = nil, traffic: [Traffic]) {
      self.name = name
      self.details = details
      self.kind = kind
      self.traffic = traffic
    }
  }

  public struct Link: Hashable, Sendable {
    /// Indices of groups.
    public var groups: [Int]
    public var traffic: Traffic

    public init(_ groups: [Int], _ traffic: Traffic) {
      self.groups = groups
      self.traffic = traffic
    }
  }

  public var title: String
  public var caption: String
  public var kinds: [String]
  public var groups: [Group]
  public var links: [Link]

  public init(
    title: String, caption: String = "", kinds: [String], groups: [Group], links: [Link]
  ) {
    self.title = title
    self.caption = caption
    self.kinds = kinds
    self.groups = groups
    self.links = links
  }

  public var legend: [LegendEntry] {
    let traffic = groups.flatMap(\.traffic) + links.map(\.traffic)
    let used = Set(traffic.map(\.kind) + groups.compactMap(\.kind))
    return kinds.enumerated().filter { used.contains($0.offset) }.map { LegendEntry($1, $0) }
  }

  public var drawing: Markup {
    let box = 250.0
    let gap = 26.0
    let rows = groups.map(\.traffic.count).max() ?? 0
    let height = 52 + 24 * Double(rows)
    func left(_ group: Int) -> Double { 1 + Double(group) * (box + gap) }
    let width = max(420, left(groups.count) - gap + 2)
    return Figures.drawing(
      of: self, width: width, height: height + 26 + 34 * Double(links.count), class: "fixed",
      isStretched: false
    ) {
      for (index, link) in links.enumerated() {
        let level = height + 22 + 34 * Double(index)
        let places = link.groups.map { left($0) + box / 2 }
        let thickness = 2 + 8 * min(max(link.traffic.load, 0), 1)
        Markup("g", ["class": Marker.colour(link.traffic.kind)]) {
          for place in places { line(place, height, place, level, "wire thin") }
          Markup(
            "line",
            [
              "class": "wire", "x1": places.min() ?? 0, "y1": level, "x2": places.max() ?? 0,
              "y2": level, "stroke-width": thickness,
            ]
          ) {
            Markup("title") { sentence(link.traffic) }
          }
        }
        Markup("text", ["class": "axis", "x": (places.min() ?? 0) + 8, "y": level + 17]) {
          sentence(link.traffic)
        }
      }
      for (index, group) in groups.enumerated() {
        Markup(
          "rect", ["class": "box", "x": left(index), "y": 1, "width": box, "height": height - 2])
        if let kind = group.kind {
          Markup(
            "rect",
            [
              "class": "bar \(Marker.colour(kind))", "x": left(index), "y": 1, "width": 5.0,
              "height": height - 2,
            ]
          ) {
            Markup("title") { "\(group.name): nodes joined by \(kinds[kind])" }
          }
        }
        Markup("text", ["class": "axis strong", "x": left(index) + 12, "y": 21]) {
          group.name.shortened(to: 32)
        }
        Markup("text", ["class": "tick", "x": left(index) + 12, "y": 38]) {
          group.details.shortened(to: 40)
        }
        for (row, traffic) in group.traffic.enumerated() {
          let level = 60 + 24 * Double(row)
          let thickness = 3 + 9 * min(max(traffic.load, 0), 1)
          Markup("g", ["class": Marker.colour(traffic.kind)]) {
            Markup(
              "line",
              [
                "class": "wire", "x1": left(index) + 12, "y1": level, "x2": left(index) + 42,
                "y2": level, "stroke-width": thickness,
              ]
            ) {
              Markup("title") { sentence(traffic) }
            }
          }
          Markup("text", ["class": "tick", "x": left(index) + 50, "y": level + 4]) {
            sentence(traffic).shortened(to: 34)
          }
        }
      }
    }
  }

  private func sentence(_ traffic: Traffic) -> String {
    "\(traffic.name) over \(kinds[traffic.kind]), busy \(Measure.fraction.text(traffic.load))"
  }

  public var table: FigureTable {
    FigureTable(
      ["where", "what", "over", "busy"],
      groups.flatMap { group in
        group.traffic.map { [group.name, $0.name, kinds[$0.kind], Measure.fraction.text($0.load)] }
      }
        + links.map { link in
          [
            link.groups.map { groups[$0].name }.joined(separator: " – "), link.traffic.name,
            kinds[link.traffic.kind], Measure.fraction.text(link.traffic.load),
          ]
        })
  }
}
