/// Coefficients, none negative, of a sum of terms that should give measured values.
///
/// Relative errors are squared and summed, so that short and long samples count alike. Where the best
/// fit would have a negative coefficient, that term is left out.
struct LeastSquares {
  /// By term.
  let coefficients: [Double]
  /// The largest relative error at a sample.
  let largestError: Double

  /// - Parameter samples: the terms of each sample, all of one count, and its value above zero.
  init(_ samples: [(terms: [Double], value: Double)]) {
    let count = samples.first?.terms.count ?? 0
    let rows = samples.map { sample in sample.terms.map { $0 / sample.value } }
    var used = Array(0..<count)
    var solution = Self.solve(rows, used)
    while let worst = used.indices.min(by: { solution[$0] < solution[$1] }), solution[worst] < 0 {
      used.remove(at: worst)
      solution = Self.solve(rows, used)
    }
    var coefficients = Array(repeating: 0.0, count: count)
    for (term, value) in zip(used, solution) { coefficients[term] = value }
    self.coefficients = coefficients
    largestError =
      rows.map { row in abs(zip(row, coefficients).reduce(-1) { $0 + $1.0 * $1.1 }) }.max() ?? 0
  }

  /// Solves the normal equations of `rows · x = 1` in the columns `used`, scaled to equal norms.
  private static func solve(_ rows: [[Double]], _ used: [Int]) -> [Double] {
    let scales = used.map { term in
      let norm = rows.reduce(0) { $0 + $1[term] * $1[term] }.squareRoot()
      return norm > 0 ? norm : 1
    }
    var matrix = used.indices.map { i in
      used.indices.map { j in
        rows.reduce(0) { $0 + $1[used[i]] * $1[used[j]] } / (scales[i] * scales[j])
      } + [rows.reduce(0) { $0 + $1[used[i]] } / scales[i]]
    }
    // The matrix is symmetric and positive, so the largest pivot of a column is never far from it.
    for column in used.indices {
      let pivot =
        (column..<used.count).max { abs(matrix[$0][column]) < abs(matrix[$1][column]) } ?? column
      matrix.swapAt(column, pivot)
      guard abs(matrix[column][column]) > 1e-12 else { continue }
      for row in used.indices where row != column {
        let factor = matrix[row][column] / matrix[column][column]
        for k in column...used.count { matrix[row][k] -= factor * matrix[column][k] }
      }
    }
    return used.indices.map { i in
      abs(matrix[i][i]) > 1e-12 ? matrix[i][used.count] / matrix[i][i] / scales[i] : 0
    }
  }
}
