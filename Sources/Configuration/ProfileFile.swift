public import CostModel
public import Quantities

/// Measured times of a model's layers, as a user writes them down.
public struct LayerProfile: Hashable, Sendable {
  public var timings: LayerTimings
  public var provenance: Provenance
}

/// Reads profile files.
public enum ProfileFile {
  public static func read(path: String) throws(InvalidInput) -> LayerProfile {
    try read(SourceFile(path: path))
  }

  public static func read(text: String, path: String) throws(InvalidInput) -> LayerProfile {
    try read(SourceFile(text: text, path: path))
  }

  private static func read(_ file: SourceFile) throws(InvalidInput) -> LayerProfile {
    try file.expect(.profile)
    return try file.read { root in
      let provenance = root.provenance()
      var timings: [LayerTimings.Key: LayerTimings.Timing] = [:]
      for entry in root.mappings("timings") {
        let (key, timing) = entry.layerTiming()
        if timings.updateValue(timing, forKey: key) != nil {
          entry.report(
            "a second timing of '\(key.layer)' on '\(key.device)' with tensor_parallel_size "
              + "\(key.tensorParallelSize) and micro_batch_size \(key.microBatchSize)",
            key: "layer")
        }
      }
      return LayerProfile(timings: LayerTimings(timings), provenance: provenance)
    }
  }
}

extension MappingReader {
  fileprivate func layerTiming() -> (LayerTimings.Key, LayerTimings.Timing) {
    (
      LayerTimings.Key(
        layer: string("layer"), device: string("device"),
        tensorParallelSize: integer("tensor_parallel_size", in: 1...1024),
        microBatchSize: integer("micro_batch_size", in: 1...JobFile.batchLimit)),
      LayerTimings.Timing(
        forward: duration("forward"), backward: duration("backward"),
        update: durationIfPresent("update"), saved: bytesIfPresent("saved"))
    )
  }
}
