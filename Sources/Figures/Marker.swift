import Markup

/// How the n-th series looks: a colour and, for points, a shape, so that colour is never the only
/// difference.
enum Marker {
  /// Carries the series' colour to everything inside an element.
  static func colour(_ index: Int) -> String { "c\(index % Palette.series.count)" }

  static func shape(
    _ index: Int, x: Double, y: Double, size: Double, tip: String? = nil
  ) -> Markup {
    let name = "mark \(colour(index))"
    var label: [Markup] = []
    if let tip { label.append(Markup("title") { tip }) }
    switch index % 3 {
    case 0:
      return Markup("circle", ["class": name, "cx": x, "cy": y, "r": size]) { label }
    case 1:
      let half = size * 0.9
      return Markup(
        "rect",
        ["class": name, "x": x - half, "y": y - half, "width": 2 * half, "height": 2 * half]
      ) { label }
    default:
      let base = y + 0.8 * size
      let points = [(x, y - 1.2 * size), (x + 1.1 * size, base), (x - 1.1 * size, base)]
      return Markup("polygon", ["class": name, "points": coordinates(points)]) { label }
    }
  }

  static func coordinates(_ points: [(Double, Double)]) -> String {
    points.map { "\($0.0.attributeText),\($0.1.attributeText)" }.joined(separator: " ")
  }
}
