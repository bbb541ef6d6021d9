/// The colours of pages and pictures, in light and in dark.
///
/// Texts reach a contrast of 4.5 to 1 and marks of 3 to 1 against the background, as WCAG 2.2 asks
/// for level AA (criteria 1.4.3 and 1.4.11); a test computes both.
public enum Palette {
  /// A colour of the page, as `#rrggbb` in light and in dark.
  public struct Colour: Hashable, Sendable {
    public var name: String
    public var light: String
    public var dark: String
  }

  public static let background = Colour(name: "background", light: "#ffffff", dark: "#14171c")
  /// Behind code and heads of tables.
  public static let shade = Colour(name: "shade", light: "#f3f5f8", dark: "#1e232b")
  public static let text = Colour(name: "text", light: "#1b1f24", dark: "#e6e9ee")
  public static let quiet = Colour(name: "quiet", light: "#565f6b", dark: "#a3acb9")
  public static let rule = Colour(name: "rule", light: "#d5dae1", dark: "#343b46")
  /// Links and what has the keyboard's focus.
  public static let accent = Colour(name: "accent", light: "#0b57d0", dark: "#7cacf8")

  /// One for each series of a picture; more series take them again with another shape.
  public static let series: [Colour] = [
    ("#1f6feb", "#58a6ff"), ("#bc4c00", "#f0883e"), ("#1a7f37", "#56d364"),
    ("#8250df", "#bc8cff"), ("#cf222e", "#ff7b72"), ("#0e7c86", "#39c5cf"),
    ("#bf3989", "#f778ba"), ("#8f6a00", "#e3b341"), ("#6e7781", "#8b949e"),
    ("#7d4e3a", "#c69c82"),
  ].enumerated().map { Colour(name: "series-\($0)", light: $1.0, dark: $1.1) }

  static let all = [background, shade, text, quiet, rule, accent] + series

  /// Every colour as a CSS variable; printed pages are light.
  public static var styleSheet: String {
    let light = all.map { "--\($0.name):\($0.light);" }.joined()
    let dark = all.map { "--\($0.name):\($0.dark);" }.joined()
    return ":root{color-scheme:light dark;\(light)}"
      + "@media screen and (prefers-color-scheme:dark){:root{\(dark)}}"
  }
}
