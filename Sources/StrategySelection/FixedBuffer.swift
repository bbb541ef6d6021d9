/// Memory of a fixed size for the inner loops, which check indices in debug builds only.
///
/// Whoever holds the only reference may write; buffers that are shared are only read.
final class FixedBuffer<Element: BitwiseCopyable>: @unchecked Sendable {
  let base: UnsafeMutablePointer<Element>
  let count: Int

  init(repeating value: Element, count: Int) {
    base = .allocate(capacity: max(count, 1))
    base.initialize(repeating: value, count: count)
    self.count = count
  }

  convenience init(_ elements: [Element], or fallback: Element) {
    self.init(repeating: fallback, count: elements.count)
    for index in elements.indices { base[index] = elements[index] }
  }

  deinit { base.deallocate() }

  @inline(__always)
  subscript(index: Int) -> Element {
    get {
      assert(index >= 0 && index < count)
      return base[index]
    }
    set {
      assert(index >= 0 && index < count)
      base[index] = newValue
    }
  }

  func copy(from other: FixedBuffer) {
    precondition(count == other.count, "buffers of one size are copied")
    base.update(from: other.base, count: count)
  }
}
