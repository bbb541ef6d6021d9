struct ReferenceProgram {
  init(_ classes: LengthClasses, _ costs: SequenceCosts, _ options: SequencePlanner.Options) {}
  func best() throws -> Packing? { nil }
}
