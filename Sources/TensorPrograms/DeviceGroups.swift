/// The groups of devices of a collective, in the three spellings of HLO text.
struct DeviceGroups {
  var groups: [[Int]] = []

  /// Source of the spellings: openxla/xla, `replica_group.h`: lists `{{0,1},{2,3}}`, iotas
  /// `[4,2]<=[2,4]T(1,0)`, and mesh axes `mesh['a'=4,'b'=2] {'a'}` with optional device order.
  init(_ attributes: Substring, _ failure: (String) -> ProgramError) throws {
    guard let range = attributes.range(ofBytes: "replica_groups=") else { return }
    let text = attributes[range.upperBound...]
    if text.hasPrefix("{}") {
      groups = []
    } else if text.hasPrefix("{") {
      groups = Self.lists(text)
    } else if text.hasPrefix("mesh[") {
      groups = try Self.axes(text, failure)
    } else if text.hasPrefix("[") {
      guard let shape = Self.numbers(text), shape.count == 2,
        let arrow = text.range(ofBytes: "<=")
      else { throw failure("device groups that cannot be read") }
      let devices = try Self.iota(text[arrow.upperBound...], failure)
      guard shape[0] > 0, shape[1] > 0, devices.count == shape[0] * shape[1] else {
        throw failure("device groups of other sizes than their devices")
      }
      groups = stride(from: 0, to: devices.count, by: shape[1]).map {
        Array(devices[$0..<($0 + shape[1])])
      }
    } else {
      throw failure("device groups in an unknown spelling")
    }
  }

  private static func lists(_ text: Substring) -> [[Int]] {
    var groups: [[Int]] = []
    for part in text.dropFirst().split(separator: "{").prefix(while: { !$0.isEmpty }) {
      let body = part.prefix { $0 != "}" }
      groups.append(body.split(separator: ",").compactMap { Int($0) })
      if part.hasPrefix(body + "}}") { break }
    }
    return groups
  }

  /// The numbers of `[4,2]` at the beginning.
  private static func numbers(_ text: Substring) -> [Int]? {
    guard let open = text.firstIndex(where: { $0 == "[" || $0 == "(" }) else { return nil }
    let body = text[open...].dropFirst().prefix { $0 != "]" && $0 != ")" }
    let values = body.split(separator: ",").compactMap { Int($0) }
    guard values.allSatisfy({ $0 >= 0 && $0 < 1 << 24 }) else { return nil }
    return values
  }

  /// `[2,4]T(1,0)`: devices in order as a grid of that shape, transposed.
  private static func iota(
    _ text: Substring, _ failure: (String) -> ProgramError
  ) throws -> [Int] {
    guard let shape = numbers(text), !shape.isEmpty, shape.allSatisfy({ $0 > 0 }),
      shape.reduce(1.0, { $0 * Double($1) }) < 1e7
    else { throw failure("device groups that cannot be read") }
    let count = shape.reduce(1, *)
    let rest = text.drop { $0 != "]" }.dropFirst()
    guard rest.hasPrefix("T(") else { return Array(0..<count) }
    guard let order = numbers(rest), order.sorted() == Array(shape.indices) else {
      throw failure("device groups with an impossible order")
    }
    return transposed(shape, order)
  }

  private static func transposed(_ shape: [Int], _ order: [Int]) -> [Int] {
    let count = shape.reduce(1, *)
    var strides = [Int](repeating: 1, count: shape.count)
    for index in shape.indices.dropLast().reversed() {
      strides[index] = strides[index + 1] * shape[index + 1]
    }
    return (0..<count).map { position in
      var (rest, device) = (position, 0)
      for axis in order.reversed() {
        device += rest % shape[axis] * strides[axis]
        rest /= shape[axis]
      }
      return device
    }
  }

  /// `mesh['a'=4,'b'=2], device_ids=([2,4]T(1,0)) {'a'}`.
  private static func axes(
    _ text: Substring, _ failure: (String) -> ProgramError
  ) throws -> [[Int]] {
    let entries = text.dropFirst(5).prefix { $0 != "]" }.split(separator: ",").map { entry in
      (name: entry.prefix { $0 != "=" }, size: Int(entry.drop { $0 != "=" }.dropFirst()) ?? 0)
    }
    let sizes = entries.map(\.size)
    guard sizes.allSatisfy({ $0 > 0 && $0 < 1 << 20 }),
      sizes.reduce(1.0, { $0 * Double($1) }) < 1e7
    else { throw failure("a mesh of impossible size") }
    let count = sizes.reduce(1, *)
    let behind = text.drop { $0 != "]" }.dropFirst()
    guard let open = behind.firstIndex(of: "{") else { throw failure("a mesh without axes") }
    var devices = Array(0..<count)
    if let ids = behind[..<open].range(ofBytes: "device_ids=(") {
      devices = try iota(behind[ids.upperBound...], failure)
    }
    guard devices.count == count else { throw failure("a mesh of other devices than its axes") }
    let chosen = behind[open...].dropFirst().prefix { $0 != "}" }.split(separator: ",")
    let isChosen = entries.map { entry in
      chosen.contains { $0.drop { $0 == " " } == entry.name }
    }
    guard isChosen.filter({ $0 }).count == chosen.count else {
      throw failure("parts of mesh axes cannot be read")
    }
    // Chosen axes become the innermost, so that each run of devices is a group.
    let order =
      entries.indices.filter { !isChosen[$0] } + entries.indices.filter { isChosen[$0] }
    let positions = transposed(sizes, order)
    let size = entries.indices.reduce(1) { isChosen[$1] ? $0 * sizes[$1] : $0 }
    return stride(from: 0, to: count, by: size).map { start in
      positions[start..<(start + size)].map { devices[$0] }
    }
  }
}
