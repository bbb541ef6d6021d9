/// Reads one description that may refer to others, by name, by path, or written out in place.
///
///     device: h100-80gb-sxm            # a name of the catalogue
///     device: ./my-device.yaml         # a path, relative to the file that says so
///     device: {name: mine, memory: …}  # the description itself
///
/// Whatever the form, the same code reads it, and what is wrong is reported where it is written.
struct HardwareReader {
  let catalog: Catalog
  let mapping: MappingReader
  /// The files being read, the outermost first, each referring to the next.
  let files: [String]

  /// The description under `key`, as `read` builds it.
  ///
  /// When it cannot be had, that is reported and `read` runs over a placeholder.
  func description<T>(
    _ key: String, of kind: Catalog.Kind, _ read: (HardwareReader) -> T
  ) -> T {
    if mapping.isMapping(key) { return read(within(mapping.mapping(key))) }
    let expected = "a \(kind.rawValue)'s name, path or description"
    let reference = mapping.required(key, expected, mapping.stringIfPresent) ?? ""
    return description(named: reference, key: key, of: kind, read)
  }

  /// The same reader over a mapping of the same file.
  func within(_ mapping: MappingReader) -> HardwareReader {
    HardwareReader(catalog: catalog, mapping: mapping, files: files)
  }

  private func description<T>(
    named reference: String, key: String, of kind: Catalog.Kind, _ read: (HardwareReader) -> T
  ) -> T {
    let nothing = within(mapping.placeholder(key))
    // Empty in a placeholder, and where the key is missing or no text, which is reported already.
    if reference.isEmpty { return read(nothing) }
    guard let path = path(of: kind, referredToAs: reference) else {
      let message = "'\(reference)': \(catalog.unknownName(reference, of: kind))"
      mapping.report(message, key: key)
      return read(nothing)
    }
    if files.contains(path) {
      mapping.report("'\(reference)' refers back to the file it is in", key: key)
      return read(nothing)
    }
    do {
      return try SourceFile(path: path).read { root in
        read(HardwareReader(catalog: catalog, mapping: root, files: files + [path]))
      }
    } catch {
      mapping.adopt(error, key: key)
      return read(nothing)
    }
  }

  private func path(of kind: Catalog.Kind, referredToAs reference: String) -> String? {
    guard Catalog.isPath(reference) else { return catalog.path(of: kind, named: reference) }
    guard !reference.hasPrefix("/"), let folder = files.last.flatMap(folder) else {
      return reference
    }
    return folder + (reference.hasPrefix("./") ? String(reference.dropFirst(2)) : reference)
  }

  /// The folder of a file with its closing slash; `nil` for a file without one.
  private func folder(of file: String) -> String? {
    file.lastIndex(of: "/").map { String(file[...$0]) }
  }
}
