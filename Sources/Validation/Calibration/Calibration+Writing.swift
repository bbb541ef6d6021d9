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
  /// - Parameter file: the calibration's, as the descriptions shall name it.
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
      for group in Set(own.map(\.parameter.figure.group)).sorted() {
        let members = own.filter { $0.parameter.figure.group == group }
        text.setFitted(words(members, file), inGroup: group)
      }
      files.append(
        ChangedFile(path: path, text: text.text, isDifferent: text.text != before))
    }
    return files
  }

  /// `fraction to 139 runs (prior 0.8: …), by rhumb calibrate Clusters/Hardware/calibration.yaml`.
  private func words(_ values: [Value], _ file: String) -> String {
    let figures = values.map { value in
      var evidence: [String] = []
      if value.runs > 0 { evidence.append("\(value.runs) runs") }
      if value.rows > 0 { evidence.append("\(value.rows) rows of micro-benchmarks") }
      let parameter = value.parameter
      return "\(parameter.figure.key) to \(evidence.joined(separator: " and ")) "
        + "(prior \(numeral(parameter.prior)): \(parameter.why))"
    }
    return figures.joined(separator: "; ") + "; by rhumb calibrate \(file)"
  }
}

/// A number without needless zeros.
private func numeral(_ value: Double) -> String {
  value == value.rounded() && abs(value) < 1e9 ? String(Int(value)) : "\(value)"
}
