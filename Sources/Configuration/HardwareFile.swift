import ClusterTopology
import Quantities

// What the files below Clusters/Hardware hold; Docs/Guides/ClusterFiles.md shows each by example.

extension HardwareReader {
  /// A device: what its maker states, and how much of it kernels reach.
  func device() -> Device {
    let reserved = mapping.mapping("reserved_memory")
    if let memory = mapping.bytesIfPresent("memory"),
      let amount = reserved.bytesIfPresent("amount"), amount >= memory
    {
      reserved.report("all of the memory is reserved: nothing is left to train in", key: "amount")
    }
    var efficiency = deviceEfficiency()
    efficiency.sources["reserved_memory"] = reserved.provenance()
    return Device(
      name: mapping.string("name"), memory: mapping.bytes("memory"),
      reservedMemory: reserved.bytes("amount"),
      processMemory: reserved.bytesIfPresent("process"),
      memoryBandwidth: mapping.bandwidth("memory_bandwidth"),
      multiprocessors: mapping.integer("multiprocessors", in: 1...100_000),
      peaks: peaks(), efficiency: efficiency, provenance: mapping.provenance())
  }

  private func peaks() -> [NumberFormat: FLOPsPerSecond] {
    let peaks = mapping.mapping("peaks")
    var rates: [NumberFormat: FLOPsPerSecond] = [:]
    for format in NumberFormat.allCases {
      rates[format] = peaks.computeRateIfPresent(format.rawValue)
    }
    if rates.isEmpty {
      let formats = NumberFormat.allCases.map(\.rawValue).joined(separator: ", ")
      peaks.report("'peaks' must hold the dense peak of at least one of \(formats)")
    }
    return rates
  }

  private func deviceEfficiency() -> DeviceEfficiency {
    let efficiency = mapping.mapping("efficiency")
    let matrixProduct = efficiency.mapping("matrix_product")
    let attention = efficiency.mapping("attention")
    let memory = efficiency.mapping("memory")
    let kernelLaunch = efficiency.mapping("kernel_launch")
    let communication = efficiency.mappingIfPresent("communication")
    let tile = matrixProduct.mapping("tile")
    let alignment = matrixProduct.mappingIfPresent("alignment")
    return DeviceEfficiency(
      matrixProduct: matrixProduct.fraction("fraction"),
      matrixProduct8Bit: matrixProduct.numberIfPresent("fraction_8_bit", in: 0.01...1),
      matrixProduct4Bit: matrixProduct.numberIfPresent("fraction_4_bit", in: 0.01...1),
      aligned16: alignment?.numberIfPresent("of_16_bytes", in: 0.01...1) ?? 1,
      unaligned: alignment?.numberIfPresent("below", in: 0.01...1) ?? 1,
      tileRows: tile.integer("rows", in: 1...4096),
      tileColumns: tile.integer("columns", in: 1...4096),
      tileLoadCost: tile.numberIfPresent("load_cost", in: 0...10_000) ?? 0,
      depthAtHalf: matrixProduct.number("depth_at_half", in: 0...1e6),
      attentionForward: attention.fraction("forward"),
      attentionBackward: attention.fraction("backward"),
      firstFusedAttention: attention.numberIfPresent("first_generation", in: 0.01...1) ?? 1,
      attentionTailForward: attention.numberIfPresent("tail_forward", in: 0...1000) ?? 0,
      attentionTailBackward: attention.numberIfPresent("tail_backward", in: 0...1000) ?? 0,
      memory: memory.fraction("fraction"),
      kernelLaunch: kernelLaunch.duration("time"),
      operatorDispatch: kernelLaunch.durationIfPresent("host_time") ?? .zero,
      communicationShare: communication?.number("share", in: 0...0.9) ?? 0,
      sources: [
        "matrix_product": matrixProduct.fittedProvenance(),
        "attention": attention.fittedProvenance(), "memory": memory.fittedProvenance(),
        "kernel_launch": kernelLaunch.fittedProvenance(),
      ].merging(communication.map { ["communication": $0.fittedProvenance()] } ?? [:]) { old, _ in
        old
      })
  }

  /// How devices of one node reach each other.
  func deviceLink() -> DeviceLink {
    let collectives = mapping.mapping("collectives")
    return DeviceLink(
      name: mapping.string("name"),
      transport: transport(Transport.insideNode, "inside a node") ?? .pcie,
      bandwidth: mapping.bandwidth("bandwidth"), efficiency: collectives.fraction("efficiency"),
      latency: collectives.duration("latency"),
      switchReductionEfficiency: collectives.numberIfPresent(
        "switch_reduction_efficiency", in: 0.01...2),
      provenance: mapping.provenance(), collectiveProvenance: collectives.fittedProvenance())
  }

  /// A network interface.
  func networkInterface() -> NetworkInterface {
    let collectives = mapping.mapping("collectives")
    return NetworkInterface(
      name: mapping.string("name"),
      transport: transport(Transport.betweenNodes, "between nodes") ?? .ethernet,
      bandwidth: mapping.bandwidth("bandwidth"), efficiency: collectives.fraction("efficiency"),
      latency: collectives.duration("latency"),
      provenance: mapping.provenance(), collectiveProvenance: collectives.fittedProvenance())
  }

  /// The transport of this mapping, which must be one of `allowed`; `nil` when it is none at all.
  func transport(_ allowed: [Transport], _ place: String) -> Transport? {
    let transport = mapping.required("transport", "a transport such as '\(allowed[0].rawValue)'") {
      mapping.choiceIfPresent($0, of: Transport.self)
    }
    guard let transport, !allowed.contains(transport) else { return transport }
    let words = allowed.map(\.rawValue).joined(separator: ", ")
    mapping.report(
      "'\(transport.rawValue)' does not run \(place); expected one of \(words)", key: "transport")
    return nil
  }

  /// A kind of node: its devices, their link, and the interfaces to the outside.
  func nodeType() -> NodeType {
    NodeType(
      name: mapping.string("name"),
      device: description("device", of: .device) { $0.device() },
      deviceCount: mapping.integer("devices", in: 1...1024),
      deviceLink: description("link", of: .link) { $0.deviceLink() },
      interfaces: interfaces(), provenance: mapping.provenance())
  }

  private func interfaces() -> [NodeType.Interfaces] {
    var installed: [NodeType.Interfaces] = []
    for entry in mapping.mappingsIfPresent("interfaces") ?? [] {
      let reader = within(entry)
      let interface = reader.description("interface", of: .interface) { $0.networkInterface() }
      let count = entry.integer("count", in: 1...1024)
      // One without a name could not be read: that is reported already.
      if interface.name.isEmpty { continue }
      if installed.contains(where: { $0.interface.transport == interface.transport }) {
        let transport = interface.transport.rawValue
        entry.report(
          "a second interface for \(transport): a node has one kind of interface per transport",
          key: "interface")
      }
      installed.append(NodeType.Interfaces(interface, count: count))
    }
    return installed
  }
}

extension MappingReader {
  /// The source of a mapping's figures, some of which `rhumb calibrate` may have fitted since, as it
  /// says under `fitted`.
  func fittedProvenance() -> Provenance {
    let stated = provenance()
    guard let fitted = mappingIfPresent("fitted") else { return stated }
    let words = fitted.keys.map { "\($0) to \(fitted.string($0))" }.joined(separator: "; ")
    return Provenance(.fitted, "\(words); before and besides: \(stated.source)")
  }

  /// A fraction of a nominal rate, above 0 and at most 1.
  func fraction(_ key: String) -> Double {
    if numberIfPresent(key, in: 0...1) == 0 {
      report("'\(key)' must be above 0: nothing would ever finish", key: key)
    }
    return number(key, in: 0...1)
  }
}
