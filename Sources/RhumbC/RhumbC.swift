// What rhumb.h declares. Nothing here decides anything: requests are read, the facade is asked, and
// the answer is put into an envelope. No input may trap: a trap would end the trainer that called.

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@_cdecl("rhumb_abi_version")
public func rhumbABIVersion() -> Int32 { 1 }

@_cdecl("rhumb_plan")
public func rhumbPlan(_ request: UnsafePointer<CChar>?) -> UnsafeMutablePointer<CChar>? {
  answer(to: request) { try PlanRequest($0).answer() }
}

@_cdecl("rhumb_estimate")
public func rhumbEstimate(_ request: UnsafePointer<CChar>?) -> UnsafeMutablePointer<CChar>? {
  answer(to: request) { try EstimateRequest($0).answer() }
}

@_cdecl("rhumb_simulate")
public func rhumbSimulate(_ request: UnsafePointer<CChar>?) -> UnsafeMutablePointer<CChar>? {
  answer(to: request) { try SimulateRequest($0).answer() }
}

@_cdecl("rhumb_export")
public func rhumbExport(_ request: UnsafePointer<CChar>?) -> UnsafeMutablePointer<CChar>? {
  answer(to: request) { try ExportRequest($0).answer() }
}

@_cdecl("rhumb_shard")
public func rhumbShard(_ request: UnsafePointer<CChar>?) -> UnsafeMutablePointer<CChar>? {
  answer(to: request) { try ShardRequest($0).answer() }
}

@_cdecl("rhumb_validate")
public func rhumbValidate(_ request: UnsafePointer<CChar>?) -> UnsafeMutablePointer<CChar>? {
  answer(to: request) { try ValidateRequest($0).answer() }
}

@_cdecl("rhumb_sequences_open")
public func rhumbSequencesOpen(_ request: UnsafePointer<CChar>?) -> UnsafeMutablePointer<CChar>? {
  answer(to: request) { try SequencesOpenRequest($0).answer() }
}

@_cdecl("rhumb_sequences_plan")
public func rhumbSequencesPlan(_ request: UnsafePointer<CChar>?) -> UnsafeMutablePointer<CChar>? {
  answer(to: request) { try SequencesPlanRequest($0).answer() }
}

@_cdecl("rhumb_sequences_close")
public func rhumbSequencesClose(_ planner: Int64) { openPlanners.close(planner) }

@_cdecl("rhumb_cancellation_open")
public func rhumbCancellationOpen() -> Int64 { cancellations.open(false) }

@_cdecl("rhumb_cancel")
public func rhumbCancel(_ cancellation: Int64) { cancellations.update(cancellation, to: true) }

@_cdecl("rhumb_cancellation_close")
public func rhumbCancellationClose(_ cancellation: Int64) { cancellations.close(cancellation) }

@_cdecl("rhumb_free")
public func rhumbFree(_ answer: UnsafeMutablePointer<CChar>?) { free(answer) }

/// Runs `body` over the text of a request and copies its envelope to where `free` frees it.
private func answer(
  to request: UnsafePointer<CChar>?, _ body: (String) throws -> Envelope.Result
) -> UnsafeMutablePointer<CChar>? {
  let envelope: String
  if let request, let text = String(validatingCString: request) {
    envelope = Envelope.text { try body(text.joiningSurrogates) }
  } else {
    envelope = Envelope.text { throw BadRequest("the request is missing or not UTF-8 text") }
  }
  return strdup(envelope)
}

extension String {
  /// JSON writes a character beyond U+FFFF as two escapes, `\ud83d\ude80`; YAML, as which requests are
  /// read, as one.
  fileprivate var joiningSurrogates: String {
    guard contains("\\ud") || contains("\\uD") else { return self }
    let pair = /\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})/
    return replacing(pair) { match in
      let units = [match.1, match.2].compactMap { UInt16($0, radix: 16) }
      return String(decoding: units, as: UTF16.self)
    }
  }
}
