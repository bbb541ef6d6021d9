import Configuration
import Foundation
import Interop
import SequencePlanning

/// A batch of lengths and where it was given.
struct LengthBatch: Sendable {
  var lengths: [Int]
  /// As messages begin: `lengths.jsonl:3`, or `github.json: batch 2`.
  var place: String
}

/// What the files of a call hold, or standard input.
struct SequenceInputs {
  private(set) var instance: SequenceInstance?
  private(set) var coefficients: SequenceProfile?
  private var known: [LengthBatch] = []
  /// Lines of standard input that were read already, to see what it holds.
  private var firstLines: [String] = []
  /// Whether batches come line by line, each to be answered at once.
  private(set) var isStream = false

  init(_ files: [String]) throws {
    var lengths: [String] = []
    for file in files where file != "-" {
      let text = try SourceFile.text(ofFile: file)
      if try read(text, file) { lengths.append(file) }
    }
    let readsInput = files.contains("-") || lengths.isEmpty
    if readsInput { lengths += Array(repeating: "-", count: max(1, files.count { $0 == "-" })) }
    guard lengths.count == 1 else {
      throw InvalidInput(
        file: lengths[1], "lengths are given already, by \(lengths[0]); plan one file at a time")
    }
    if readsInput { try peek() }
  }

  /// - Returns: whether the text holds lengths.
  private mutating func read(_ text: String, _ file: String) throws(InvalidInput) -> Bool {
    if text.first(where: { !$0.isWhitespace }) == "[" {
      known = try LengthLine.batches(in: text, source: file).map {
        LengthBatch(lengths: $0.lengths, place: "\(file):\($0.line)")
      }
      return true
    }
    let source = try SourceFile(text: text, path: file)
    switch source.kind {
    case .sequences:
      let instance = try SequenceInstance(source)
      known = instance.batches.enumerated().map {
        LengthBatch(lengths: $1, place: "\(file): batch \($0)")
      }
      self.instance = instance
      return true
    case .coefficients:
      if coefficients != nil { throw InvalidInput(file: file, "coefficients are given already") }
      coefficients = try SequenceProfile(source)
      return false
    default:
      throw InvalidInput(
        file: file, "holds neither 'batches' nor the coefficients of 'models', nor lines of lengths"
      )
    }
  }

  /// Sees whether standard input holds an instance, which has to be read as a whole, or lines.
  private mutating func peek() throws(InvalidInput) {
    while let line = readLine() {
      firstLines.append(line)
      guard !LengthLine.isBlank(line) else { continue }
      guard line.first(where: { !$0.isWhitespace }) == "{" else { break }
      while let next = readLine() { firstLines.append(next) }
      _ = try read(firstLines.joined(separator: "\n"), Self.inputName)
      return
    }
    if firstLines.allSatisfy({ LengthLine.isBlank($0) }) {
      throw InvalidInput(
        file: Self.inputName, "holds no batch; give a JSON array of lengths per line")
    }
    isStream = true
  }

  private static let inputName = "standard input"
  /// Lines that may be read ahead of their answers.
  private static let readAhead = 64

  /// The batches in order. Those of standard input are read in a thread of their own, so that an
  /// answer never waits for the next line.
  func batches(paddedTo multiple: Int) -> LengthBatches {
    let padded = { @Sendable (batch: LengthBatch) in
      LengthBatch(
        lengths: SequenceInstance.padded(batch.lengths, toMultiplesOf: multiple),
        place: batch.place)
    }
    guard isStream else { return LengthBatches(known.map { .success(padded($0)) }) }
    let first = firstLines
    return LengthBatches(readAhead: Self.readAhead) { hand in
      var number = 0
      var earlier = first[...]
      while let line = earlier.popFirst() ?? readLine() {
        number += 1
        if LengthLine.isBlank(line) { continue }
        do throws(InvalidInput) {
          let lengths = try LengthLine(line, number: number, source: Self.inputName).lengths
          hand(
            .success(padded(LengthBatch(lengths: lengths, place: "\(Self.inputName):\(number)"))))
        } catch {
          // What follows a mistake cannot be trusted.
          return hand(.failure(error))
        }
      }
    }
  }
}

/// Batches one after the other, from a list or from a thread that reads them.
struct LengthBatches {
  typealias Element = Result<LengthBatch, InvalidInput>

  let stream: AsyncStream<Element>
  private let room: DispatchSemaphore?

  init(_ elements: [Element]) {
    stream = AsyncStream { continuation in
      for element in elements { continuation.yield(element) }
      continuation.finish()
    }
    room = nil
  }

  init(
    readAhead: Int, _ read: @escaping @Sendable (_ hand: (Element) -> Void) -> Void
  ) {
    // A semaphore must not end with less than it began with, so it begins with nothing.
    let room = DispatchSemaphore(value: 0)
    for _ in 0..<readAhead { room.signal() }
    let (stream, continuation) = AsyncStream<Element>.makeStream()
    Thread.detachNewThread {
      read { element in
        room.wait()
        continuation.yield(element)
      }
      continuation.finish()
    }
    self.stream = stream
    self.room = room
  }

  /// Makes room for another batch to be read.
  func answered() { room?.signal() }
}
