extension LayerGraph {
  /// A graph without layers, to append to.
  init() { self.init(classes: [], layers: []) }

  /// Appends a layer; one that computes the same as an earlier layer shares its class.
  ///
  /// - Parameter inputs: earlier layers whose outputs it reads, in any order.
  /// - Returns: the index of the new layer.
  /// - Complexity: O(classes), which are few.
  @discardableResult
  mutating func append(_ name: String, _ layerClass: LayerClass, inputs: [Int]) -> Int {
    let known = classes.firstIndex { $0.computesTheSame(as: layerClass) }
    if known == nil { classes.append(layerClass) }
    layers.append(
      Layer(
        name: name, classIndex: known ?? classes.count - 1, inputs: Set(inputs).sorted()))
    return layers.count - 1
  }
}

extension LayerClass {
  /// Whether the two differ at most in name.
  func computesTheSame(as other: LayerClass) -> Bool {
    role == other.role && outputElements == other.outputElements && operators == other.operators
  }
}
