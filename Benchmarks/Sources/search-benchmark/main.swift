import Search

print("Processor: \(processorName()); CPU time of all threads.")
switch CommandLine.arguments.dropFirst().first {
case nil:
  try measureThroughput()
  try measureSearches()
  try measureGrowth()
  try measureAgreement(samples: 10_000)
case "throughput": try measureThroughput()
case "searches": try measureSearches()
case "growth": try measureGrowth()
case "agreement":
  try measureAgreement(
    samples: CommandLine.arguments.dropFirst(2).first.flatMap { Int($0) } ?? 10_000)
// One search on one thread, for counting instructions.
case "instructions": try countInstructions()
case let other?: print("throughput, searches, growth, agreement or instructions, not '\(other)'")
}
