import ArgumentParser
import Configuration
import Foundation
import Reports

enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, markdown, html
}

struct OutputOptions: ParsableArguments {
  @Option(help: "How to print the result.")
  var format = OutputFormat.text

  func print(_ document: some ReportDocument) throws { try emit(document, as: format) }
}

/// Writes a document to standard output.
func emit(_ document: some ReportDocument, as format: OutputFormat) throws {
  let text =
    switch format {
    case .text: Terminal.styled(document.text(width: Terminal.width))
    case .markdown: document.markdown
    case .json: try document.json()
    case .html: document.html
    }
  try emit(text)
}

/// A result that cannot be written: standard output is closed, say, or a disk is full.
struct UnwritableOutput: Error, CustomStringConvertible {
  var description: String

  init() { description = "standard output cannot be written" }

  init(_ path: String, _ reason: String) { description = "\(path): error: \(reason)" }
}

/// Writes a result, and nothing but results, to standard output.
func emit(_ text: String) throws(UnwritableOutput) {
  do {
    try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
  } catch {
    throw UnwritableOutput()
  }
}

/// Writes what is not a result to standard error; who closed it does not want to know.
func complain(_ message: String, terminator: String = "\n") {
  try? FileHandle.standardError.write(contentsOf: Data((message + terminator).utf8))
}
