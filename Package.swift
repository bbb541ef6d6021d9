// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A module of the library. `above` lists what it may import; Docs/Architecture.md draws the same picture.
func module(_ name: String, above dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(of name: String, with others: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.byName(name: name)] + others, swiftSettings: strict)
}

let package = Package(
  name: "rhumb",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "rhumb", targets: ["RhumbCLI"]),
    .library(name: "SequencePlanning", targets: ["SequencePlanning"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // GLPK is GPL-3.0-or-later; nothing but LinearPrograms imports it.
    .target(name: "CGLPK", linkerSettings: [.linkedLibrary("glpk")]),
    module("LinearPrograms", above: ["CGLPK"]),
    module("Quantities"),
    module("ClusterTopology", above: ["Quantities"]),
    module("ModelDescription", above: ["Quantities"]),
    module("SequencePlanning", above: ["Quantities", "LinearPrograms"]),
    module(
      "Configuration",
      above: ["Quantities", "ClusterTopology", "ModelDescription", .product(name: "Yams", package: "Yams")]),
    .executableTarget(
      name: "RhumbCLI",
      dependencies: [.product(name: "ArgumentParser", package: "swift-argument-parser")],
      swiftSettings: strict),
    tests(of: "Configuration"),
    tests(of: "LinearPrograms"),
    tests(of: "SequencePlanning", with: ["Quantities", "LinearPrograms"]),
  ]
)
