import Foundation

/// A file of this folder's fixtures.
func fixture<T: Decodable>(_ path: String, as type: T.Type) throws -> T {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  let file = folder.appendingPathComponent("Fixtures").appendingPathComponent(path)
  let decoder = JSONDecoder()
  decoder.keyDecodingStrategy = .convertFromSnakeCase
  return try decoder.decode(type, from: Data(contentsOf: file))
}
