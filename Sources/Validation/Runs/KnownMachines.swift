/// Which ready cluster a published device and interconnect mean.
///
/// Device names and fabrics are physical facts. Published names vary in spelling, so an entry names
/// the words that must occur; the first entry whose words all do wins, so more particular devices and
/// fabrics come first. A device without entry has no description yet.
enum KnownMachines {
  private struct Entry {
    /// What the device column must mention, in lower case.
    var device: [String]
    /// What the interconnect column must mention, in lower case.
    var fabric = ""
    /// A name of the catalogue.
    var cluster: String
  }

  private static let entries = [
    Entry(device: ["a100", "pcie"], cluster: "a100-pcie"),
    Entry(device: ["a100", "40gb"], fabric: "infiniband", cluster: "dgx-a100-40gb"),
    Entry(device: ["a100", "40gb", "dgx"], cluster: "dgx-a100-40gb"),
    Entry(device: ["a100", "40gb"], cluster: "aws-p4d"),
    Entry(device: ["a800"], cluster: "a800-roce"),
    Entry(device: ["a100"], fabric: "omni-path", cluster: "jean-zay-a100"),
    Entry(device: ["a100"], fabric: "roce 1600 gb/s", cluster: "a100-roce-1600g"),
    Entry(device: ["a100"], fabric: "4x100gb", cluster: "a100-roce"),
    // 400 Gb/s per node, kind not stated.
    Entry(device: ["a100"], fabric: "400gb/s inter", cluster: "a100-roce"),
    Entry(device: ["a100"], fabric: "roce", cluster: "a100-roce-1600g"),
    Entry(device: ["a100"], fabric: "efa", cluster: "aws-p4d"),
    Entry(device: ["a100"], cluster: "dgx-a100"),
    Entry(device: ["h100", "500w"], cluster: "h100-grand-teton"),
    Entry(device: ["h100", "pcie"], cluster: "h100-pcie"),
    Entry(device: ["h100"], fabric: "tcpxo", cluster: "gcp-a3-mega"),
    Entry(device: ["h100"], fabric: "tcpx", cluster: "gcp-a3"),
    Entry(device: ["h100"], fabric: "efa", cluster: "aws-p5"),
    Entry(device: ["h100"], cluster: "dgx-h100"),
    Entry(device: ["h800"], cluster: "h800"),
    Entry(device: ["h200"], cluster: "dgx-h200"),
    Entry(device: ["l40s"], cluster: "l40s"),
    // Behind the H200, whose name begins alike.
    Entry(device: ["h20"], cluster: "h20"),
    Entry(device: ["gb200"], cluster: "gb200-nvl72"),
    Entry(device: ["gb300"], cluster: "gb300-nvl72"),
    Entry(device: ["b200"], cluster: "dgx-b200"),
    Entry(device: ["b300"], cluster: "dgx-b300"),
    Entry(device: ["mi300"], cluster: "mi300x"),
    Entry(device: ["mi325"], cluster: "mi325x"),
    Entry(device: ["mi350"], cluster: "mi355x"),
    Entry(device: ["mi355"], cluster: "mi355x"),
    Entry(device: ["v100", "dgx-2"], cluster: "dgx-2"),
    Entry(device: ["v100"], cluster: "v100-25g"),
    Entry(device: ["4090"], cluster: "rtx-4090"),
    Entry(device: ["t4"], cluster: "t4"),
  ]

  static func machine(_ stated: MeasuredRun.StatedMachine) -> String? {
    let device = stated.device.lowercased()
    let fabric = stated.interconnect.lowercased()
    return entries.first {
      $0.device.allSatisfy(device.contains) && ($0.fabric.isEmpty || fabric.contains($0.fabric))
    }?.cluster
  }
}
