// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// A package of its own, so that whoever uses Rhumb never builds or resolves what measuring needs.
let package = Package(
  name: "rhumb-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "rhumb", path: "..")],
  targets: [
    .executableTarget(
      name: "search-benchmark",
      dependencies: [
        .product(name: "Search", package: "rhumb"), .product(name: "Simulation", package: "rhumb"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "learning-benchmark",
      dependencies: [.product(name: "ReinforcementLearning", package: "rhumb")],
      swiftSettings: strict),
    .executableTarget(
      name: "selection-benchmark",
      dependencies: [.product(name: "StrategySelection", package: "rhumb")],
      swiftSettings: strict),
    .executableTarget(
      name: "sequence-benchmark",
      dependencies: [.product(name: "SequencePlanning", package: "rhumb")],
      swiftSettings: strict),
    .executableTarget(
      name: "simulation-benchmark",
      dependencies: [.product(name: "Simulation", package: "rhumb")],
      swiftSettings: strict),
  ]
)
