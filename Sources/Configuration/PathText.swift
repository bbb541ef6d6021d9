/// Paths as texts.
public enum PathText {
  /// What stands before the last name of a path: `a/b` of `a/b/c`, `/` of `/a`, nothing of `a`.
  ///
  /// Foundation's own (`NSString.deletingLastPathComponent`) traps on a name of one character.
  public static func directory(of path: String) -> String {
    let name = path.reversed().drop { $0 == "/" }.drop { $0 != "/" }
    if name.isEmpty { return "" }
    let directory = name.drop { $0 == "/" }
    return directory.isEmpty ? "/" : String(directory.reversed())
  }
}
