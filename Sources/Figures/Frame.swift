import Markup

/// The rectangle that two axes span, with grid, ticks and labels.
struct Frame {
  static let width = 760.0

  let x: Scale
  let y: Scale
  let height: Double
  let left: Double
  private let right = 18.0
  private let top = 12.0
  private let bottom = 48.0

  init(_ x: Scale, _ y: Scale, height: Double = 400) {
    self.x = x
    self.y = y
    self.height = height
    let widest = y.ticks.map(\.text.count).max() ?? 0
    left = 30 + 7.2 * Double(widest)
  }

  /// Of the rectangle itself.
  var depth: Double { height - top - bottom }

  func place(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    (horizontal(x), vertical(y))
  }

  func horizontal(_ value: Double) -> Double {
    left + x.position(value) * (Self.width - left - right)
  }

  func vertical(_ value: Double) -> Double {
    height - bottom - y.position(value) * (height - top - bottom)
  }

  /// Grid, ticks and labels, to be drawn first.
  @MarkupBuilder var background: [Markup] {
    for tick in x.ticks {
      let place = horizontal(tick.value)
      line(place, top, place, height - bottom, "grid")
      Markup("text", ["x": place, "y": height - bottom + 17, "class": "tick middle"]) { tick.text }
    }
    for tick in y.ticks {
      let place = vertical(tick.value)
      line(left, place, Self.width - right, place, "grid")
      Markup("text", ["x": left - 6, "y": place + 4, "class": "tick end"]) { tick.text }
    }
    Markup(
      "text",
      ["x": (left + Self.width - right) / 2, "y": height - 9, "class": "axis middle"]
    ) { title(of: x) }
    Markup(
      "text",
      [
        "transform": "translate(13 \(((top + height - bottom) / 2).attributeText)) rotate(-90)",
        "class": "axis middle",
      ]
    ) { title(of: y) }
  }

  func title(of scale: Scale) -> String {
    scale.unit.isEmpty ? scale.axis.label : "\(scale.axis.label) (\(scale.unit))"
  }

  /// Where both axes have the same value, inside the frame.
  @MarkupBuilder var identity: [Markup] {
    let low = max(x.lower, y.lower)
    let high = min(x.upper, y.upper)
    if low < high {
      let (start, end) = (place(low, low), place(high, high))
      line(start.x, start.y, end.x, end.y, "reference")
    }
  }

  /// A level that values must stay below, say.
  func level(_ value: Double, _ name: String) -> [Markup] {
    let place = vertical(value)
    return [
      line(left, place, Self.width - right, place, "limit"),
      Markup("text", ["x": Self.width - right - 4, "y": place - 5, "class": "tick end"]) { name },
    ]
  }
}

func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ name: String) -> Markup {
  Markup("line", ["class": name, "x1": x1, "y1": y1, "x2": x2, "y2": y2])
}
