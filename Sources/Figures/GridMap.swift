public import Markup

/// Blocks of cells in a flow: which device of which node does what.
public struct GridMap: Figure {
  /// Neighbouring slots of one kind.
  public struct Cell: Hashable, Sendable {
    public var slots: Int
    /// Index of the kind; `nil` for slots that do nothing.
    public var kind: Int?
    /// What it is and does.
    public var label: String

    public init(slots: Int, kind: Int?, _ label: String) {
      self.slots = slots
      self.kind = kind
      self.label = label
    }
  }

  public struct Block: Hashable, Sendable {
    public var name: String
    public var cells: [Cell]

    public init(_ name: String, _ cells: [Cell]) {
      self.name = name
      self.cells = cells
    }
  }

  public var title: String
  public var caption: String
  /// Shown in the cells where they fit.
  public var kinds: [String]
  public var blocks: [Block]

  public init(title: String, caption: String = "", kinds: [String], blocks: [Block]) {
    self.title = title
    self.caption = caption
    self.kinds = kinds
    self.blocks = blocks
  }

  public var legend: [LegendEntry] { [] }

  public var drawing: Markup {
    let slot = 12.0
    let gap = 10.0
    let width = Double(blocks.map { $0.cells.map(\.slots).reduce(0, +) }.max() ?? 1) * slot
    let perRow = max(1, Int((1000 + gap) / (width + gap)))
    let rows = (blocks.count + perRow - 1) / perRow
    return Figures.drawing(
      of: self, width: Double(min(perRow, max(blocks.count, 1))) * (width + gap) + 2,
      height: Double(rows) * 24 + 4, class: "fixed", isStretched: false
    ) {
      for (index, block) in blocks.enumerated() {
        let left = Double(index % perRow) * (width + gap) + 1
        let top = Double(index / perRow) * 24 + 2
        cells(of: block, left: left, top: top, slot: slot)
      }
    }
  }

  private func cells(of block: Block, left: Double, top: Double, slot: Double) -> [Markup] {
    var start = left
    return block.cells.flatMap { cell -> [Markup] in
      let width = Double(cell.slots) * slot
      defer { start += width }
      let name = cell.kind.map { "bar \(Marker.colour($0))" } ?? "idle"
      let shape = Markup(
        "rect", ["class": name, "x": start, "y": top, "width": width, "height": 19.0]
      ) {
        Markup("title") { "\(block.name)\n\(cell.label)" }
      }
      guard let kind = cell.kind, Double(kinds[kind].count) * 7 + 2 <= width else {
        return [shape]
      }
      let text = Markup("text", ["class": "on middle", "x": start + width / 2, "y": top + 13.5]) {
        kinds[kind]
      }
      return [shape, text]
    }
  }

  public var table: FigureTable {
    FigureTable(
      ["", "slots", "what"],
      blocks.flatMap { block in
        block.cells.map { [block.name, "\($0.slots)", $0.label] }
      })
  }
}
