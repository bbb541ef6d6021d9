import Foundation
import Testing

@testable import Figures

@Suite("Palette")
struct PaletteTests {
  /// Source: WCAG 2.2, definitions of relative luminance and contrast ratio.
  static func contrast(_ first: String, _ second: String) -> Double {
    func luminance(_ colour: String) -> Double {
      let value = Int(colour.dropFirst(), radix: 16) ?? 0
      let parts = [16, 8, 0].map { shift -> Double in
        let part = Double(value >> shift & 0xFF) / 255
        return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
    let pair = [luminance(first), luminance(second)].sorted()
    return (pair[1] + 0.05) / (pair[0] + 0.05)
  }

  @Test("black on white is 21 to 1")
  func extremes() {
    #expect(abs(Self.contrast("#000000", "#ffffff") - 21) < 1e-9)
  }

  @Test(
    "texts reach 4.5 to 1 on the page and on shaded boxes",
    arguments: [Palette.text, Palette.quiet, Palette.accent])
  func texts(colour: Palette.Colour) {
    for ground in [Palette.background, Palette.shade] {
      #expect(Self.contrast(colour.light, ground.light) >= 4.5)
      #expect(Self.contrast(colour.dark, ground.dark) >= 4.5)
    }
  }

  @Test(
    "marks reach 4.5 to 1 on the page, so that texts in its colour can stand on them",
    arguments: Palette.series)
  func marks(colour: Palette.Colour) {
    #expect(Self.contrast(colour.light, Palette.background.light) >= 4.5)
    #expect(Self.contrast(colour.dark, Palette.background.dark) >= 4.5)
  }
}
