/// A piece of an HTML or SVG document, as a value.
///
///     let row = Markup("tr", ["class": "best"]) {
///       Markup("td") { plan.name }
///       for figure in figures { Markup("td") { figure } }
///     }
///
/// Whatever is text stays text: strings become text nodes and attribute values, both escaped. Names
/// of elements and attributes are literals of the program, so no input can become markup.
public enum Markup: Hashable, Sendable {
  case text(String)
  indirect case element(Element)
  case sequence([Markup])

  public struct Element: Hashable, Sendable {
    var name: String
    var attributes: [Attribute]
    var children: [Markup]
    /// Content that is not HTML: a style sheet or a script. Only this module makes such elements.
    var verbatim: String?
  }

  struct Attribute: Hashable, Sendable {
    var name: String
    var value: String
  }

  /// An element. Attributes whose value is `nil` are left out.
  public init(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, (any AttributeValue)?> = [:],
    @MarkupBuilder _ children: () -> [Markup] = { [] }
  ) {
    self = .element(
      Element(
        name: "\(name)",
        attributes: attributes.compactMap { name, value in
          value.map { Attribute(name: "\(name)", value: $0.attributeText) }
        }, children: children()))
  }
}

/// What an attribute can hold.
public protocol AttributeValue {
  var attributeText: String { get }
}

extension String: AttributeValue {
  public var attributeText: String { self }
}

extension Int: AttributeValue {
  public var attributeText: String { String(self) }
}

/// A coordinate: to a hundredth, without trailing zeros; 0 for what is not a number.
extension Double: AttributeValue {
  public var attributeText: String {
    guard isFinite, magnitude < 1e13 else { return "0" }
    let hundredths = Int((self * 100).rounded())
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    let sign = hundredths < 0 ? "-" : ""
    switch rest {
    case 0: return "\(sign)\(whole)"
    case _ where rest % 10 == 0: return "\(sign)\(whole).\(rest / 10)"
    default: return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }
  }
}

/// Lists children of an element: text, markup, conditions and loops.
@resultBuilder
public enum MarkupBuilder {
  public static func buildExpression(_ text: String) -> [Markup] { [.text(text)] }
  public static func buildExpression(_ markup: Markup) -> [Markup] { [markup] }
  public static func buildExpression(_ markup: [Markup]) -> [Markup] { markup }
  public static func buildBlock(_ parts: [Markup]...) -> [Markup] { Array(parts.joined()) }
  public static func buildOptional(_ part: [Markup]?) -> [Markup] { part ?? [] }
  public static func buildEither(first: [Markup]) -> [Markup] { first }
  public static func buildEither(second: [Markup]) -> [Markup] { second }
  public static func buildArray(_ parts: [[Markup]]) -> [Markup] { Array(parts.joined()) }
}
