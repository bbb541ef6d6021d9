extension Program {
  /// The program as StableHLO text, which reads back to the same graph.
  ///
  /// The module and its function are written in the pretty form, so that shardings can be written
  /// in (`ShardingWriter`); operations in the generic form, which has one rule for all.
  ///
  /// - Throws: `ProgramError` for loops and for operations of which the graph keeps less than the
  ///   text needs: calls into libraries, reductions by anything but one operation.
  /// - Complexity: O(length of the text).
  public func stableHLO() throws(ProgramError) -> String {
    var text =
      "module @step attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32}"
    text += " {\n  func.func public @main("
    let references = references()
    text += inputs.map { "\(references[$0]): \(values[$0].type)" }.joined(separator: ", ")
    text += ") -> ("
    text += zip(outputs, outputNames + outputs.dropFirst(outputNames.count).map { _ in nil })
      .map { output, name in
        "\(values[output].type)" + (name.map { " {jax.result_info = \($0.quoted)}" } ?? "")
      }
      .joined(separator: ", ")
    text += ") {\n"
    for index in blocks[0].operations {
      text += try OperationText(self, operations[index], references).text
    }
    text += "    return " + outputs.map { references[$0] }.joined(separator: ", ")
    if !outputs.isEmpty {
      text += " : " + outputs.map { "\(values[$0].type)" }.joined(separator: ", ")
    }
    return text + "\n  }\n}\n"
  }

  /// Per value how the text refers to it; values without a name get a number of their own.
  private func references() -> [String] {
    values.enumerated().map { index, value in value.name ?? "%unnamed.\(index)" }
  }
}

/// One operation in the generic form.
private struct OperationText {
  let program: Program
  let operation: Program.Operation
  let references: [String]

  init(_ program: Program, _ operation: Program.Operation, _ references: [String]) {
    self.program = program
    self.operation = operation
    self.references = references
  }

  var text: String {
    get throws(ProgramError) {
      let attributes = try attributes
      let types = (operation.operands.map(program.type), operation.results.map(program.type))
      var text = "    \(resultName) = \"\(name)\"("
      text += operation.operands.map { references[$0] }.joined(separator: ", ") + ")"
      if !attributes.isEmpty { text += " <{\(attributes.joined(separator: ", "))}>" }
      text += try regions
      text += " : (" + types.0.map(\.description).joined(separator: ", ") + ") -> "
      let results = types.1.map(\.description).joined(separator: ", ")
      return text + (types.1.count == 1 ? results : "(\(results))") + "\n"
    }
  }

  private var resultName: String {
    let first = references[operation.results[0]]
    guard operation.results.count > 1 else { return first }
    return first.prefix { $0 != "#" } + ":\(operation.results.count)"
  }

  private var name: String {
    let name = operation.kind.name
    let isInCHLO = OperationKind.elementwiseArity["stablehlo." + name] == nil
    if case .elementwise = operation.kind, isInCHLO { return "chlo." + name }
    if case .constraint = operation.kind { return "sdy." + name }
    return "stablehlo." + name
  }

  private func failure(_ message: String) -> ProgramError {
    ProgramError(at: operation.location, in: name, message)
  }

  // MARK: Attributes

  private func list(_ key: String, _ numbers: [Int]) -> String {
    let values = numbers.isEmpty ? "" : ": " + words(numbers)
    return "\(key) = array<i64\(values)>"
  }

  private func words(_ numbers: [Int]) -> String {
    numbers.map(String.init).joined(separator: ", ")
  }

  /// The entries of a record such as `#stablehlo.dot<…>`; empty lists are left out.
  private func entries(_ lists: [(String, [Int])]) -> String {
    lists.filter { !$0.1.isEmpty }.map { "\($0.0) = [\(words($0.1))]" }.joined(separator: ", ")
  }

  private func padding(_ window: OperationKind.Window) -> String {
    let pairs = zip(window.low, window.high).map { "[\($0), \($1)]" }.joined(separator: ", ")
    return "padding = dense<[\(pairs)]> : tensor<\(window.low.count)x2xi64>"
  }

  private var attributes: [String] {
    get throws(ProgramError) {
      switch operation.kind {
      case .constant(let elements): ["value = dense<\(elements.literal)> : \(elements.type)"]
      case .iota(let dimension): ["iota_dimension = \(dimension) : i64"]
      case .elementwise(_, let detail):
        detail.isEmpty ? [] : ["comparison_direction = #stablehlo<\(detail)>"]
      case .broadcast(let dimensions): [list("broadcast_dimensions", dimensions)]
      case .transpose(let permutation): [list("permutation", permutation)]
      case .reverse(let dimensions), .reduce(let dimensions, _): [list("dimensions", dimensions)]
      case .dot(let dot):
        [
          "dot_dimension_numbers = #stablehlo.dot<"
            + entries([
              ("lhs_batching_dimensions", dot.leftBatch),
              ("rhs_batching_dimensions", dot.rightBatch),
              ("lhs_contracting_dimensions", dot.leftContracting),
              ("rhs_contracting_dimensions", dot.rightContracting),
            ]) + ">"
        ]
      case .convolution(let convolution): self.convolution(convolution)
      case .reduceWindow(let window, _), .selectAndScatter(let window): self.window(window)
      case .gather(let slices, let isSorted):
        [
          "dimension_numbers = #stablehlo.gather<\(gatherEntries(slices))>",
          "indices_are_sorted = \(isSorted)", list("slice_sizes", slices.sliceSizes),
        ]
      case .scatter(let slices, _):
        [
          "indices_are_sorted = false",
          "scatter_dimension_numbers = #stablehlo.scatter<\(scatterEntries(slices))>",
          "unique_indices = false",
        ]
      case .slice(let starts, let limits, let strides):
        [
          list("limit_indices", limits), list("start_indices", starts), list("strides", strides),
        ]
      case .pad(let low, let high, let interior):
        [
          list("edge_padding_high", high), list("edge_padding_low", low),
          list("interior_padding", interior),
        ]
      case .concatenate(let dimension): ["dimension = \(dimension) : i64"]
      case .dynamicSlice(let sizes): [list("slice_sizes", sizes)]
      case .sort(let dimension, _): ["dimension = \(dimension) : i64", "is_stable = true"]
      case .constraint(let sharding): ["sharding = #sdy.sharding\(sharding.text)"]
      case .reshape, .dynamicUpdateSlice, .barrier: []
      case .loop, .opaque, .batched: throw failure("cannot be written as text")
      }
    }
  }

  private func convolution(_ convolution: OperationKind.Convolution) -> [String] {
    let window = convolution.window
    let flags = convolution.isReversed.map(String.init).joined(separator: ", ")
    return [
      "batch_group_count = \(convolution.batchGroups) : i64",
      "dimension_numbers = #stablehlo.conv<\(convolution.labels.text)>",
      "feature_group_count = \(convolution.featureGroups) : i64",
      list("lhs_dilation", window.baseDilations), padding(window),
      list("rhs_dilation", window.windowDilations), "window_reversal = array<i1: \(flags)>",
      list("window_strides", window.strides),
    ]
  }

  private func window(_ window: OperationKind.Window) -> [String] {
    let sizes = [
      padding(window), list("window_dimensions", window.sizes),
      list("window_strides", window.strides),
    ]
    if case .selectAndScatter = operation.kind { return sizes }
    return [
      list("base_dilations", window.baseDilations),
      list("window_dilations", window.windowDilations),
    ] + sizes
  }

  private func gatherEntries(_ slices: OperationKind.IndexedSlices) -> String {
    entries([
      ("offset_dims", slices.offsetDimensions),
      ("collapsed_slice_dims", slices.collapsedDimensions),
      ("operand_batching_dims", slices.inputBatchDimensions),
      ("start_indices_batching_dims", slices.indexBatchDimensions),
      ("start_index_map", slices.startIndexMap),
    ]) + ", index_vector_dim = \(slices.indexVectorDimension)"
  }

  private func scatterEntries(_ slices: OperationKind.IndexedSlices) -> String {
    entries([
      ("update_window_dims", slices.offsetDimensions),
      ("inserted_window_dims", slices.collapsedDimensions),
      ("input_batching_dims", slices.inputBatchDimensions),
      ("scatter_indices_batching_dims", slices.indexBatchDimensions),
      ("scatter_dims_to_operand_dims", slices.startIndexMap),
    ]) + ", index_vector_dim = \(slices.indexVectorDimension)"
  }

  // MARK: Regions

  /// What an operation does with two scalars, where that is an operation of its own.
  private var regions: String {
    get throws(ProgramError) {
      let scalars = operation.results.map { TensorType([], program.type($0).element) }
      switch operation.kind {
      case .reduce(_, let combiner), .reduceWindow(_, let combiner), .scatter(_, let combiner):
        guard combiner != .other, scalars.count == 1 else {
          throw failure("joins its elements in a way that the graph does not keep")
        }
        return " (\(region([scalars[0], scalars[0]], combiner.rawValue, returns: scalars[0])))"
      case .selectAndScatter:
        let pair = [scalars[0], scalars[0]]
        let select = region(pair, "compare", direction: "GE", returns: .truth)
        return " (\(select), \(region(pair, "add", returns: scalars[0])))"
      case .sort(_, let order):
        guard order != .other else {
          throw failure("compares its elements in a way that the graph does not keep")
        }
        let direction = order == .ascending ? "LT" : "GT"
        let arguments = scalars.flatMap { [$0, $0] }
        return " (\(region(arguments, "compare", direction: direction, returns: .truth)))"
      default: return ""
      }
    }
  }

  /// A block that applies one operation to its first two arguments and returns the result.
  private func region(
    _ arguments: [TensorType], _ name: String, direction: String? = nil, returns type: TensorType
  ) -> String {
    let list = arguments.enumerated().map { "%_\($0): \($1)" }.joined(separator: ", ")
    let attribute =
      direction.map { " <{comparison_direction = #stablehlo<comparison_direction \($0)>}>" } ?? ""
    let operands = "(\(arguments[0]), \(arguments[1]))"
    return """
      {
          ^bb0(\(list)):
            %_result = "stablehlo.\(name)"(%_0, %_1)\(attribute) : \(operands) -> \(type)
            "stablehlo.return"(%_result) : (\(type)) -> ()
          }
      """
  }
}

extension TensorType {
  fileprivate static let truth = TensorType([], .boolean)
}

extension ConvolutionLabels {
  /// `[b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f]`.
  fileprivate var text: String {
    func side(_ labels: [Label]) -> String {
      let words = labels.map { label in
        switch label {
        case .batch: "b"
        case .feature: "f"
        case .inputFeature: "i"
        case .outputFeature: "o"
        case .spatial(let index): "\(index)"
        }
      }
      return "[" + words.joined(separator: ", ") + "]"
    }
    return "\(side(input))x\(side(kernel))->\(side(output))"
  }
}

extension ShardingAnnotation {
  /// `<@mesh, [{"data"}, {?}]>`.
  fileprivate var text: String {
    let parts = zip(dimensions, isOpen).map { axes, isOpen in
      let words = axes.map { "\"\($0)\"" } + (isOpen ? ["?"] : [])
      return "{" + words.joined(separator: ", ") + "}"
    }
    return "<@\(mesh), [" + parts.joined(separator: ", ") + "]>"
  }
}

extension String {
  /// In double quotes, as MLIR writes it.
  fileprivate var quoted: String {
    let parts = unicodeScalars.map { scalar -> String in
      switch scalar {
      case "\"", "\\": "\\\(scalar)"
      case "\0"..<" ", "\u{7F}":
        (scalar.value < 16 ? "\\0" : "\\") + String(scalar.value, radix: 16, uppercase: true)
      default: String(scalar)
      }
    }
    return "\"" + parts.joined() + "\""
  }
}
