/// Convolutions and pooling of images laid out as `[batch, height, width, channels]`.
extension ProgramWriter {
  /// A kernel `[height, width, channels / groups, outputs]` laid on an image with zeros around it.
  public mutating func convolution(
    _ image: Int, _ kernel: Int, stride: Int, padding: Int, groups: Int = 1
  ) -> Int {
    let window = OperationKind.Window(
      sizes: [1, 1], strides: [stride, stride], baseDilations: [1, 1], windowDilations: [1, 1],
      low: [padding, padding], high: [padding, padding])
    let convolution = OperationKind.Convolution(
      labels: .images, window: window, isReversed: [false, false], featureGroups: groups,
      batchGroups: 1)
    let (a, k) = (shape(image), shape(kernel))
    func positions(_ size: Int, _ reach: Int) -> Int { (size + 2 * padding - reach) / stride + 1 }
    return append(
      .convolution(convolution), [image, kernel],
      TensorType([a[0], positions(a[1], k[0]), positions(a[2], k[1]), k[3]], type(image).element))
  }

  /// The sum or the maximum of each window of `size × size`.
  public mutating func pool(
    _ image: Int, size: Int, stride: Int, padding: Int, _ combiner: OperationKind.Combiner
  ) -> Int {
    let window = OperationKind.Window(
      sizes: [1, size, size, 1], strides: [1, stride, stride, 1], baseDilations: [1, 1, 1, 1],
      windowDilations: [1, 1, 1, 1], low: [0, padding, padding, 0], high: [0, padding, padding, 0])
    var type = type(image)
    for dimension in 1...2 {
      type.shape[dimension] = (type.shape[dimension] + 2 * padding - size) / stride + 1
    }
    let scalar = TensorType([], type.element)
    let start = combiner == .maximum ? lowest(scalar) : constant(0, like: scalar)
    return append(.reduceWindow(window, combiner), [image, start], type)
  }

  /// An image enlarged by a kernel `[channels, stride, stride, outputs]`: each position becomes a
  /// square of `stride × stride`, and none overlap.
  public mutating func transposedConvolution(_ image: Int, _ kernel: Int) -> Int {
    let (a, k) = (shape(image), shape(kernel))
    let squares = dot(image, kernel, contracting: [3], [0])
    return reshape(
      transpose(squares, [0, 1, 3, 2, 4, 5]), to: [a[0], a[1] * k[1], a[2] * k[2], k[3]])
  }

  /// An image with each position repeated `factor × factor` times.
  public mutating func enlarge(_ image: Int, by factor: Int) -> Int {
    let a = shape(image)
    let repeated = broadcast(
      image, to: [a[0], a[1], factor, a[2], factor, a[3]], at: [0, 1, 3, 5])
    return reshape(repeated, to: [a[0], a[1] * factor, a[2] * factor, a[3]])
  }
}

extension ConvolutionLabels {
  /// `[b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f]`, as JAX writes images.
  static let images = ConvolutionLabels(
    input: [.batch, .spatial(0), .spatial(1), .feature],
    kernel: [.spatial(0), .spatial(1), .inputFeature, .outputFeature],
    output: [.batch, .spatial(0), .spatial(1), .feature])
}
