/// Which ready cluster a published device and interconnect mean.
///
/// Device names and fabrics are physical facts; the first entry whose words all occur wins, so more
/// particular fabrics come first. A device without entry has no description yet.
enum KnownMachines {
  private struct Entry {
    /// The published device name up to anything in parentheses.
    var device: String
    /// What the interconnect column must mention.
    var fabric: String
    /// A name of the catalogue.
    var cluster: String
  }

  private static let entries = [
    Entry(device: "A100-80GB-SXM", fabric: "Omni-Path 4x100Gb/s", cluster: "jean-zay-a100"),
    Entry(device: "A100-80GB-SXM", fabric: "RoCE 1600 Gb/s", cluster: "a100-roce-1600g"),
    Entry(device: "A100-80GB-SXM", fabric: "4x100Gb RoCE", cluster: "a100-roce"),
    // 400 Gb/s per node, kind not stated.
    Entry(device: "A100-80GB-SXM", fabric: "400Gb/s inter", cluster: "a100-roce"),
    Entry(device: "A100-80GB-SXM", fabric: "", cluster: "dgx-a100"),
    Entry(device: "A100-40GB-SXM", fabric: "", cluster: "aws-p4d"),
    Entry(device: "H100-80GB-SXM", fabric: "", cluster: "dgx-h100"),
    Entry(device: "H100-96GB-HBM2e-500W", fabric: "", cluster: "h100-grand-teton"),
    Entry(device: "H200", fabric: "", cluster: "dgx-h200"),
    Entry(device: "H200-141GB-SXM", fabric: "", cluster: "dgx-h200"),
    Entry(device: "B200", fabric: "", cluster: "dgx-b200"),
    Entry(device: "B200-SXM", fabric: "", cluster: "dgx-b200"),
    Entry(device: "GB200", fabric: "", cluster: "gb200-nvl72"),
    Entry(device: "MI300X", fabric: "", cluster: "mi300x"),
  ]

  static func machine(_ stated: MeasuredRun.StatedMachine) -> String? {
    var device = stated.device[...]
    if let parenthesis = device.firstIndex(of: "(") { device = device[..<parenthesis] }
    while device.last == " " { device.removeLast() }
    return entries.first {
      $0.device == device
        && ($0.fabric.isEmpty || stated.interconnect.contains($0.fabric))
    }?.cluster
  }
}
