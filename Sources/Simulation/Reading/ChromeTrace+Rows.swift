extension ChromeTrace {
  /// What a row of a trace shows from `start` to `end`, in nanoseconds.
  public struct Slice: Hashable, Sendable {
    public var title: String
    public var category: String
    public var start: Int64
    public var end: Int64

    public init(_ title: String, category: String, start: Int64, end: Int64) {
      self.title = title
      self.category = category
      self.start = start
      self.end = end
    }
  }

  /// A row of slices, one after the other.
  public struct Row: Hashable, Sendable {
    public var title: String
    public var slices: [Slice]

    public init(_ title: String, _ slices: [Slice] = []) {
      self.title = title
      self.slices = slices
    }
  }

  /// Rows under headings, for timelines that are not those of a step of a plan.
  ///
  /// Slices without a duration are left out.
  public init(_ groups: [(title: String, rows: [Row])]) {
    for (process, group) in groups.enumerated() {
      events.append(Event("process_name", "M", process, args: .name(group.title)))
      events.append(Event("process_sort_index", "M", process, args: .sortIndex(process)))
      for (thread, row) in group.rows.enumerated() {
        events.append(Event("thread_name", "M", process, thread: thread, args: .name(row.title)))
        events.append(
          Event("thread_sort_index", "M", process, thread: thread, args: .sortIndex(thread)))
        for slice in row.slices where slice.end > slice.start {
          events.append(
            Event(
              slice.title, "X", process, thread: thread, category: slice.category, at: slice.start,
              lasting: slice.end - slice.start))
        }
      }
    }
  }
}
