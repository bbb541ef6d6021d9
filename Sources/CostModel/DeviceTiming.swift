public import ClusterTopology
public import Quantities

/// How long kernels take on one device.
public struct DeviceTiming: Sendable {
  public let device: Device

  public init(device: Device) { self.device = device }

  /// The time of `batches` equal products `m × k` times `k × n` in one format.
  ///
  /// Compute: `2·m·n·k` FLOPs at `peak · matrixProduct · quantisation · k / (k + depthAtHalf)`.
  /// Quantisation is the useful part of the output tiles' waves: tiles are padded to `tileRows ×
  /// tileColumns` and dealt to the multiprocessors in whole waves. Memory: each operand crosses HBM
  /// once. The slower of the two counts, and never less than a kernel launch.
  ///
  /// - Parameters:
  ///   - outputBytes: bytes per element of the result that are written (and read, when it is
  ///     accumulated into).
  ///   - kernels: that the products are launched as: one for all, or, for experts, one for each.
  ///   - alignment: as `alignment(_:_:format:)` says.
  public func product(
    rows m: Double, inputs k: Double, outputs n: Double, batches: Double = 1,
    format: NumberFormat, outputBytes: Double? = nil, kernels: Double = 1,
    alignment: Double = 1
  ) -> Seconds {
    guard m > 0, k > 0, n > 0, let peak = device.peak(format) else { return .zero }
    let efficiency = device.efficiency
    let depth = k / (k + efficiency.depthAtHalf)
    let reached =
      peak * efficiency.matrixProduct(in: format) * depth * alignment
      * quantisation(m, n, batches)
    let compute = FLOPs(2 * m * n * k * batches) / reached
    let element = Double(format.bitsPerElement) / 8
    let traffic =
      (m * k + k * n) * element + m * n * (outputBytes ?? Double(format.bytesPerElement))
    let moving = Bytes(traffic * batches) / (device.memoryBandwidth * efficiency.memory)
    return max(compute, moving) + efficiency.kernelLaunch * kernels
  }

  /// What is left of a product's speed with rows of `inputs` and of `outputs` features.
  ///
  /// Source: NVIDIA, Matrix Multiplication Background, section 2: tensor cores need rows of whole 16
  /// bytes, and those of the A100 are fastest with whole 128.
  func alignment(_ inputs: Double, _ outputs: Double, format: NumberFormat) -> Double {
    let bits = Double(format.bitsPerElement)
    func divides(_ bytes: Double) -> Bool {
      (inputs * bits).truncatingRemainder(dividingBy: bytes * 8) == 0
        && (outputs * bits).truncatingRemainder(dividingBy: bytes * 8) == 0
    }
    if divides(128) { return 1 }
    return divides(16) ? device.efficiency.aligned16 : device.efficiency.unaligned
  }

  /// The time of a kernel that moves `bytes` through HBM.
  func stream(_ bytes: Bytes) -> Seconds {
    guard bytes > .zero else { return .zero }
    let reached = device.memoryBandwidth * device.efficiency.memory
    return bytes / reached + device.efficiency.kernelLaunch
  }

  /// The time of a fused attention kernel.
  ///
  /// - Parameters:
  ///   - work: FLOPs of both products over the keys that are really visited.
  ///   - blocks: blocks of queries, dealt to the multiprocessors one after the other.
  ///   - efficiency: fraction of the peak that many blocks reach.
  ///   - tail: what the kernel's end loses, in blocks per multiprocessor.
  public func fusedAttention(
    work: FLOPs, blocks: Double, efficiency: Double, tail: Double, format: NumberFormat
  ) -> Seconds {
    guard work > .zero, let peak = device.peak(format) else { return .zero }
    let perMultiprocessor = blocks / Double(device.multiprocessors)
    let reached = efficiency * perMultiprocessor / (perMultiprocessor + tail)
    return work / (peak * reached) + device.efficiency.kernelLaunch
  }

  /// The time of turning `elements` from the activations' format into a shorter one, as they are and
  /// transposed: the second copy is what the backward pass multiplies by.
  ///
  /// Source: Transformer Engine's cast-and-transpose kernels; 8-bit products of this kind of
  /// hardware take both operands with the inner dimension contiguous.
  func cast(_ elements: Double, from activations: NumberFormat, to format: NumberFormat) -> Seconds
  {
    guard format.bitsPerElement < activations.bitsPerElement else { return .zero }
    let bits = activations.bitsPerElement + 2 * format.bitsPerElement
    return stream(Bytes(elements * Double(bits) / 8))
  }

  /// Rows of queries that one multiprocessor works on at a time (FlashAttention-2, Dao 2023,
  /// arXiv:2307.08691, section 3.3).
  public static let attentionBlockRows = 128.0

  /// The part of the multiprocessors' time that goes into results, for the best of several tiles.
  ///
  /// Libraries pick smaller tiles where large ones would be padded or leave multiprocessors idle,
  /// and pay for it with more loads.
  private func quantisation(_ m: Double, _ n: Double, _ batches: Double) -> Double {
    let efficiency = device.efficiency
    let (a, b) = (Double(efficiency.tileRows), Double(efficiency.tileColumns))
    func loads(_ rows: Double, _ columns: Double) -> Double {
      1 + efficiency.tileLoadCost * (1 / rows + 1 / columns)
    }
    let fewest = loads(a, b)
    var best = 0.0
    func consider(_ rows: Double, _ columns: Double) {
      let tiles = (m / rows).rounded(.up) * (n / columns).rounded(.up) * batches
      let useful = m * n * batches / (tiles * rows * columns)
      best = max(best, useful * waves(tiles) * fewest / loads(rows, columns))
    }
    consider(a, b)
    consider(b, a)
    consider(a, b / 2)
    consider(a, b / 4)
    consider(b / 4, a)
    consider(a / 2, b / 4)
    return best
  }

  /// The useful part of the waves in which `tiles` blocks run.
  private func waves(_ tiles: Double) -> Double {
    let width = Double(device.multiprocessors)
    return tiles / ((tiles / width).rounded(.up) * width)
  }
}
