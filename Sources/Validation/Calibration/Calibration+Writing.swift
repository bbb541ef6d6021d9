public import Configuration
import Foundation

extension Calibration {
  /// A hardware description that the fit changes.
  public struct ChangedFile: Sendable {
    public var path: String
    public var text: String
    public var isDifferent: Bool
  }

  /// The descriptions with the fitted values in place, and with each group's word on what they were
  /// fitted to. Values that nothing measured bears on are left alone.
  ///
  /// A value of another calibration keeps its own words.
  ///
  /// - Parameter file: the calibration's; descriptions name it without its directories, so that the same
  ///   calibration has the same words wherever it lies.
  /// - Throws: `InvalidInput` when a description cannot be read.
  public func files(of catalog: Catalog, calibration file: String) throws(InvalidInput)
    -> [ChangedFile]
  {
    var order: [String] = []
    var places: [String: (kind: Catalog.Kind, name: String)] = [:]
    for value in values where value.runs + value.rows > 0 {
      for name in value.parameter.names {
        guard let path = catalog.path(of: value.parameter.kind, named: name) else {
          throw InvalidInput(
            file: file, "no \(value.parameter.kind.rawValue) '\(name)' in the catalogue")
        }
        if places[path] == nil { order.append(path) }
        places[path] = (value.parameter.kind, name)
      }
    }
    var files: [ChangedFile] = []
    for path in order {
      guard let place = places[path] else { continue }
      let before = try SourceFile.text(ofFile: path)
      var text = HardwareText(before)
      let own = values.filter {
        $0.runs + $0.rows > 0 && $0.parameter.kind == place.kind
          && $0.parameter.names.contains(place.name)
      }
      for value in own {
        let figure = value.parameter.figure
        if !text.set(figure, to: numeral(value.fitted) + figure.unit) {
          throw InvalidInput(file: path, "has no '\(figure.group)', which is to be fitted")
        }
      }
      for value in own { text.setFitted(value.parameter.figure, words(value, file)) }
      files.append(
        ChangedFile(path: path, text: text.text, isDifferent: text.text != before))
    }
    return files
  }

  /// `139 runs, prior 0.8: …; by rhumb calibrate calibration.yaml`.
  private func words(_ value: Value, _ file: String) -> String {
    var evidence: [String] = []
    if value.runs > 0 { evidence.append("\(value.runs) runs") }
    if value.rows > 0 { evidence.append("\(value.rows) rows of micro-benchmarks") }
    let parameter = value.parameter
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return "\(evidence.joined(separator: " and ")), prior \(numeral(parameter.prior)): "
      + "\(parameter.why); by rhumb calibrate \(name)"
  }
}

/// A number without needless zeros.
private func numeral(_ value: Double) -> String {
  value == value.rounded() && abs(value) < 1e9 ? String(Int(value)) : "\(value)"
}
