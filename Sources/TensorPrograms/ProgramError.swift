/// Why a program text cannot be used: where, in which operation, and what is wrong.
public struct ProgramError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A place in a program text; lines and columns count from 1, columns in bytes.
  public struct Location: Hashable, Sendable {
    public var line: Int
    public var column: Int

    public init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }
  }

  public var location: Location
  /// The operation that the mistake is in, such as `stablehlo.add`; `nil` outside operations.
  public var operation: String?
  public var message: String

  public init(at location: Location, in operation: String? = nil, _ message: String) {
    self.location = location
    self.operation = operation
    self.message = message
  }

  public var description: String {
    "\(location.line):\(location.column): " + (operation.map { "\($0): " } ?? "") + message
  }
}
