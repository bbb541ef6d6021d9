public import Quantities

/// A kind of accelerator: what its maker states, and how much of it kernels reach.
public struct Device: Hashable, Sendable {
  public var name: String
  /// Nominal memory.
  public var memory: Bytes
  /// Memory that a training process can never use: driver context, communication library, ECC.
  public var reservedMemory: Bytes
  /// The part of it that a training process takes, which tools that look at the device count as used.
  public var processMemory: Bytes
  public var memoryBandwidth: BytesPerSecond
  /// Streaming multiprocessors (compute units): what tiles of a matrix product are dealt out to.
  public var multiprocessors: Int
  /// Dense peak per format; a format that is absent cannot be computed in.
  public var peaks: [NumberFormat: FLOPsPerSecond]
  public var efficiency: DeviceEfficiency
  public var provenance: Provenance

  public init(
    name: String, memory: Bytes, reservedMemory: Bytes, processMemory: Bytes? = nil,
    memoryBandwidth: BytesPerSecond,
    multiprocessors: Int, peaks: [NumberFormat: FLOPsPerSecond], efficiency: DeviceEfficiency,
    provenance: Provenance
  ) {
    self.name = name
    self.memory = memory
    self.reservedMemory = reservedMemory
    self.processMemory = processMemory ?? reservedMemory
    self.memoryBandwidth = memoryBandwidth
    self.multiprocessors = multiprocessors
    self.peaks = peaks
    self.efficiency = efficiency
    self.provenance = provenance
  }

  public var usableMemory: Bytes { memory - reservedMemory }

  /// The peak for a format; TF32 falls back to FP32 on devices without it.
  public func peak(_ format: NumberFormat) -> FLOPsPerSecond? {
    peaks[format] ?? (format == .tensorFloat32 ? peaks[.float32] : nil)
  }
}

/// How much of a device's peaks kernels reach, as the parameters of the cost model's curves.
public struct DeviceEfficiency: Hashable, Sendable {
  /// Fraction of the compute peak that a large, well-shaped matrix product reaches.
  public var matrixProduct: Double
  /// The same in 8-bit formats, whose peak is harder to reach.
  public var matrixProduct8Bit: Double
  /// The same in 4-bit formats.
  public var matrixProduct4Bit: Double
  /// What is left of the speed where rows of an operand are not a multiple of 128 bytes, and where
  /// they are not even one of 16.
  public var aligned16: Double
  public var unaligned: Double
  /// Rows and columns of the largest output tile that one multiprocessor works on.
  public var tileRows: Int
  public var tileColumns: Int
  /// How much smaller tiles lose: a tile of `a × b` loads `1/a + 1/b` elements per multiplication,
  /// and takes `1 + tileLoadCost · (1/a + 1/b)` times as long as if loads were free.
  public var tileLoadCost: Double
  /// Inner dimension at which a product reaches half of `matrixProduct`: efficiency grows as
  /// `k / (k + depthAtHalf)`.
  public var depthAtHalf: Double
  /// Fraction of the compute peak that fused attention reaches on long sequences.
  public var attentionForward: Double
  public var attentionBackward: Double
  /// Speed of the first generation of fused attention kernels over the later ones, which
  /// `attentionForward` and `attentionBackward` are for.
  public var firstFusedAttention: Double
  /// What a fused attention kernel loses at its end, when some multiprocessors still work on long
  /// rows and others have run out, in average blocks of queries per multiprocessor.
  public var attentionTailForward: Double
  public var attentionTailBackward: Double
  /// Fraction of the memory bandwidth that streaming kernels reach.
  public var memory: Double
  /// What each kernel takes beyond its work: to start, to fill the device and to run out.
  public var kernelLaunch: Seconds
  /// What the host takes to issue one operator; passes of small layers last as long as their
  /// operators take to issue.
  public var operatorDispatch: Seconds
  /// Fraction of compute that stands still while a collective runs beside it: the multiprocessors
  /// and memory bandwidth that communication takes.
  public var communicationShare: Double
  /// Where each curve comes from: `matrix_product`, `attention`, `memory`, `kernel_launch`, `communication`;
  /// and `reserved_memory`, which no data sheet states either.
  public var sources: [String: Provenance]

  public init(
    matrixProduct: Double, matrixProduct8Bit: Double? = nil, matrixProduct4Bit: Double? = nil,
    aligned16: Double = 1, unaligned: Double = 1, tileRows: Int, tileColumns: Int,
    tileLoadCost: Double = 0, depthAtHalf: Double, attentionForward: Double,
    attentionBackward: Double, firstFusedAttention: Double = 1, attentionTailForward: Double = 0,
    attentionTailBackward: Double = 0, memory: Double, kernelLaunch: Seconds,
    operatorDispatch: Seconds = .zero, communicationShare: Double = 0,
    sources: [String: Provenance]
  ) {
    self.matrixProduct = matrixProduct
    self.matrixProduct8Bit = matrixProduct8Bit ?? matrixProduct
    self.matrixProduct4Bit = matrixProduct4Bit ?? matrixProduct8Bit ?? matrixProduct
    self.aligned16 = aligned16
    self.unaligned = unaligned
    self.tileRows = tileRows
    self.tileColumns = tileColumns
    self.tileLoadCost = tileLoadCost
    self.depthAtHalf = depthAtHalf
    self.attentionForward = attentionForward
    self.attentionBackward = attentionBackward
    self.firstFusedAttention = firstFusedAttention
    self.attentionTailForward = attentionTailForward
    self.attentionTailBackward = attentionTailBackward
    self.memory = memory
    self.kernelLaunch = kernelLaunch
    self.operatorDispatch = operatorDispatch
    self.communicationShare = communicationShare
    self.sources = sources
  }
}

extension DeviceEfficiency {
  /// The fraction of a format's peak that a large, well-shaped matrix product reaches.
  public func matrixProduct(in format: NumberFormat) -> Double {
    switch format.bitsPerElement {
    case 4: matrixProduct4Bit
    case 8: matrixProduct8Bit
    default: matrixProduct
    }
  }
}
