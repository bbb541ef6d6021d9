/// A matrix in panels of 16 columns: one panel after the other, each with all its rows.
///
/// A product walks down a panel row by row, so what it reads lies in one piece and fits the first
/// cache. Columns beyond the last are zero.
struct Panels: Hashable, Sendable {
  typealias Lanes = SIMD16<Float>
  static let width = 16

  let rows: Int
  let columns: Int
  /// `panel · rows + row`.
  var lanes: [Lanes]

  init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    lanes = Array(repeating: .zero, count: Self.count(columns) * rows)
  }

  static func count(_ columns: Int) -> Int { (columns + width - 1) / width }

  var panelCount: Int { Self.count(columns) }

  /// What lies in the columns, row after row.
  var rowMajor: [Float] {
    var values = [Float](repeating: 0, count: rows * columns)
    for panel in 0..<panelCount {
      let used = min(Self.width, columns - panel * Self.width)
      for row in 0..<rows {
        let source = lanes[panel * rows + row]
        let start = row * columns + panel * Self.width
        if used == Self.width {
          for lane in 0..<Self.width { values[start + lane] = source[lane] }
        } else {
          for lane in 0..<used { values[start + lane] = source[lane] }
        }
      }
    }
    return values
  }

  /// Rows become columns.
  var transposed: Panels {
    var result = Panels(rows: columns, columns: rows)
    let values = rowMajor
    for panel in 0..<result.panelCount {
      let used = min(Self.width, rows - panel * Self.width)
      for row in 0..<columns {
        var target = Lanes.zero
        var place = panel * Self.width * columns + row
        for lane in 0..<used {
          target[lane] = values[place]
          place += columns
        }
        result.lanes[panel * columns + row] = target
      }
    }
    return result
  }

  subscript(row: Int, column: Int) -> Float {
    get { lanes[column / Self.width * rows + row][column % Self.width] }
    set { lanes[column / Self.width * rows + row][column % Self.width] = newValue }
  }
}

/// The product of `left`, `rows × right.rows` values row after row, and `right`.
///
/// Two rows at a time: their sums and a panel's row fill the sixteen registers that every x86-64
/// processor has. Multiplication and addition stay apart, so that all machines round alike.
func product(_ left: [Float], rows: Int, _ right: Panels) -> Panels {
  var result = Panels(rows: rows, columns: right.columns)
  let inner = right.rows
  let (a, b) = (left.span, right.lanes.span)
  var c = result.lanes.mutableSpan
  for panel in 0..<right.panelCount {
    let start = panel * inner
    var row = 0
    while row + 1 < rows {
      var (first, second) = (Panels.Lanes.zero, Panels.Lanes.zero)
      let (upper, lower) = (row * inner, (row + 1) * inner)
      for place in 0..<inner {
        let lanes = b[start &+ place]
        first += lanes * a[upper &+ place]
        second += lanes * a[lower &+ place]
      }
      c[panel * rows + row] = first
      c[panel * rows + row + 1] = second
      row += 2
    }
    if row < rows {
      var sum = Panels.Lanes.zero
      for place in 0..<inner { sum += b[start &+ place] * a[row * inner &+ place] }
      c[panel * rows + row] = sum
    }
  }
  return result
}

/// `rows × columns` values row after row, with rows and columns exchanged.
func transposed(_ values: [Float], rows: Int, columns: Int) -> [Float] {
  var result = [Float](repeating: 0, count: values.count)
  // Blocks of rows stay in the cache while their columns are written.
  for block in stride(from: 0, to: rows, by: Panels.width) {
    let end = min(rows, block + Panels.width)
    for column in 0..<columns {
      for row in block..<end { result[column * rows + row] = values[row * columns + column] }
    }
  }
  return result
}
