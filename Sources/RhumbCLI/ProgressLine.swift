import Foundation
import Reports
import Search
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Set by the handler of the signal, which can reach nothing but globals.
private let wasAsked = Atomic<Bool>(false)

/// Whether Ctrl-C was pressed since `Interruption.heed`.
enum Interruption {
  static var isAsked: Bool { wasAsked.load(ordering: .relaxed) }

  /// From now on the first Ctrl-C only asks to stop; a second one ends the program as usual.
  static func heed() {
    wasAsked.store(false, ordering: .relaxed)
    signal(SIGINT) { _ in
      wasAsked.store(true, ordering: .relaxed)
      signal(SIGINT, SIG_DFL)
    }
  }
}

/// One line on standard error that says how far something is, once it has taken two seconds; only
/// where a person sees it.
final class ProgressLine {
  private let start = Date()
  private var lastShown = Date.distantPast
  private var isShown = false
  private let isTerminal = isatty(STDERR_FILENO) == 1

  /// - Parameters:
  ///   - fraction: what is done.
  ///   - text: what there is to tell, made only when it is shown.
  func show(_ fraction: Double, _ text: () -> String) {
    let now = Date()
    let elapsed = now.timeIntervalSince(start)
    guard isTerminal, elapsed > 2, now.timeIntervalSince(lastShown) > 0.2 else { return }
    lastShown = now
    isShown = true
    var line = "\(Int((fraction * 100).rounded())) %"
    if fraction > 0.02 {
      line += ", about \(Int((elapsed / fraction - elapsed).rounded(.up))) s left"
    }
    // Cut to the width, back to the start of the line, and the rest of it cleared.
    let text = "\(line), \(text())".prefix(max(20, Terminal.columns(of: STDERR_FILENO) - 1))
    complain("\r\(text)\u{1B}[K", terminator: "")
  }

  func finish() {
    if isShown { complain("\r\u{1B}[K", terminator: "") }
    isShown = false
  }

  /// What a search tells; it stops when Ctrl-C was pressed.
  func monitor(_ progress: SearchProgress) -> Bool {
    show(progress.coveredFraction) { progress.sentence }
    return !Interruption.isAsked
  }
}
