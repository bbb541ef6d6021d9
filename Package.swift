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

/// `fixtures` are files that tests read in place.
func tests(
  of name: String, with others: [Target.Dependency] = [], fixtures: [String] = []
) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.byName(name: name)] + others, exclude: fixtures,
    swiftSettings: strict)
}

let package = Package(
  name: "rhumb",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Rhumb", targets: ["Rhumb", "Configuration", "Interop", "Reports"]),
    .library(name: "SequencePlanning", targets: ["SequencePlanning"]),
    .library(name: "StrategySelection", targets: ["StrategySelection"]),
    .library(
      name: "Simulation", targets: ["Simulation", "CostModel", "StrategySpace", "Quantities"]),
    .executable(name: "rhumb", targets: ["RhumbCLI"]),
    // The C interface, for `make library`.
    .library(name: "RhumbC", type: .dynamic, targets: ["RhumbC"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    module("Quantities"),
    module("Markup"),
    module("Figures", above: ["Markup"]),
    // GLPK is GPL-3.0-or-later; nothing but LinearPrograms imports it.
    .target(name: "CGLPK", linkerSettings: [.linkedLibrary("glpk")]),
    module("LinearPrograms", above: ["CGLPK"]),
    module("ClusterTopology", above: ["Quantities"]),
    module("ModelDescription", above: ["Quantities"]),
    module("StrategySpace", above: ["Quantities", "ClusterTopology", "ModelDescription"]),
    module(
      "Configuration",
      above: [
        "Quantities", "ClusterTopology", "ModelDescription", "StrategySpace", "CostModel",
        .product(name: "Yams", package: "Yams"),
      ]),
    module(
      "CostModel",
      above: ["Quantities", "ClusterTopology", "ModelDescription", "StrategySpace"]),
    module("TensorPrograms"),
    module("Sharding", above: ["TensorPrograms"]),
    module("ProgramLowering", above: ["Quantities", "ModelDescription", "TensorPrograms"]),
    module(
      "ShardingPlanner",
      above: [
        "Quantities", "ClusterTopology", "CostModel", "StrategySelection", "TensorPrograms",
        "Sharding",
      ]),
    module("Simulation", above: ["Quantities", "StrategySpace", "CostModel"]),
    module(
      "SequencePlanning",
      above: [
        "Quantities", "LinearPrograms", "ClusterTopology", "ModelDescription", "StrategySpace",
        "CostModel",
      ]),
    module("SequenceSimulation", above: ["Quantities", "Simulation", "SequencePlanning"]),
    module("PipelinePlanner", above: ["Quantities", "LinearPrograms"]),
    module(
      "ProgramPipelines",
      above: [
        "Quantities", "CostModel", "TensorPrograms", "Sharding", "ShardingPlanner",
        "PipelinePlanner", "Simulation",
      ]),
    module("StrategySelection"),
    module(
      "Search",
      above: [
        "Quantities", "ClusterTopology", "ModelDescription", "StrategySpace", "CostModel",
        "Simulation", "PipelinePlanner",
      ]),
    module(
      "Validation",
      above: [
        "Quantities", "ClusterTopology", "ModelDescription", "StrategySpace", "Configuration",
        "CostModel", "Simulation", "Search",
      ]),
    module(
      "Interop",
      above: [
        "Quantities", "ClusterTopology", "ModelDescription", "StrategySpace", "Configuration",
        "SequencePlanning",
      ]),
    module(
      "Reports",
      above: [
        "Quantities", "ClusterTopology", "ModelDescription", "StrategySpace", "CostModel",
        "Simulation", "Search", "Validation", "SequencePlanning", "Markup", "Figures",
        "StrategySelection",
        "TensorPrograms", "Sharding", "ShardingPlanner", "PipelinePlanner", "ProgramPipelines",
      ]),
    module(
      "Rhumb",
      above: [
        "Quantities", "ClusterTopology", "ModelDescription", "StrategySpace", "Configuration",
        "CostModel", "Simulation", "Search", "Validation", "Interop", "Reports",
        "SequencePlanning", "SequenceSimulation", "TensorPrograms", "Sharding", "ShardingPlanner",
        "ProgramLowering", "ProgramPipelines",
      ]),
    .target(
      name: "RhumbC",
      dependencies: [
        "Rhumb", "Configuration", "Interop", "ModelDescription", "Quantities", "Reports", "Search",
        "SequencePlanning", "Sharding", "ShardingPlanner", "StrategySpace", "Validation",
      ],
      exclude: ["rhumb.h", "exports.map"],
      swiftSettings: strict),
    .executableTarget(
      name: "RhumbCLI",
      dependencies: [
        "Rhumb", "Configuration", "Reports", "Quantities", "ClusterTopology", "StrategySpace",
        "ModelDescription", "Search", "Simulation", "Validation", "SequencePlanning",
        "SequenceSimulation", "Interop", "StrategySelection", "Sharding", "ShardingPlanner",
        "ProgramLowering", "ProgramPipelines",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    tests(of: "Markup"),
    tests(of: "Figures", with: ["Markup"]),
    tests(of: "LinearPrograms"),
    tests(of: "ClusterTopology", with: ["Quantities"]),
    tests(of: "ModelDescription", with: ["Quantities"]),
    tests(of: "StrategySpace", with: ["Quantities", "ClusterTopology", "ModelDescription"]),
    tests(
      of: "Configuration",
      with: ["ClusterTopology", "ModelDescription", "Quantities", "StrategySpace"]),
    tests(
      of: "CostModel",
      with: [
        "Quantities", "ClusterTopology", "ModelDescription", "StrategySpace", "Configuration",
        "Simulation",
      ]),
    tests(
      of: "Simulation", with: ["Quantities", "StrategySpace", "CostModel"], fixtures: ["Fixtures"]),
    tests(of: "TensorPrograms", fixtures: ["Fixtures"]),
    tests(
      of: "ProgramLowering",
      with: ["Quantities", "ModelDescription", "TensorPrograms", "Sharding", "Configuration"]),
    tests(
      of: "ProgramPipelines",
      with: [
        "Quantities", "ClusterTopology", "ModelDescription", "Configuration", "CostModel",
        "TensorPrograms", "ProgramLowering", "Sharding", "ShardingPlanner", "PipelinePlanner",
        "Simulation",
      ]),
    tests(of: "Sharding", with: ["TensorPrograms"], fixtures: ["Fixtures"]),
    tests(
      of: "ShardingPlanner",
      with: [
        "Quantities", "ClusterTopology", "CostModel", "StrategySelection", "TensorPrograms",
        "Sharding",
      ]),
    tests(
      of: "SequencePlanning",
      with: [
        "Quantities", "LinearPrograms", "ClusterTopology", "ModelDescription", "StrategySpace",
        "CostModel", "Configuration",
      ]),
    tests(of: "SequenceSimulation", with: ["Quantities", "Simulation", "SequencePlanning"]),
    tests(of: "PipelinePlanner", with: ["Quantities"]),
    // Other planners' cost formulas, to compare plans on their terms.
    .testTarget(
      name: "PeersTests", dependencies: ["PipelinePlanner", "Quantities"], exclude: ["Fixtures"],
      swiftSettings: strict),
    tests(of: "StrategySelection", fixtures: ["Fixtures"]),
    tests(
      of: "Search",
      with: ["Quantities", "ClusterTopology", "ModelDescription", "StrategySpace", "CostModel"]),
    tests(
      of: "Interop",
      with: [
        "Quantities", "ClusterTopology", "ModelDescription", "StrategySpace", "Configuration",
        "SequencePlanning",
      ], fixtures: ["Fixtures"]),
    tests(
      of: "Validation",
      with: [
        "Quantities", "ClusterTopology", "ModelDescription", "StrategySpace", "Configuration",
        "CostModel", "Simulation", "Reports",
      ]),
    tests(
      of: "Rhumb",
      with: [
        "Quantities", "ClusterTopology", "ModelDescription", "StrategySpace", "Configuration",
        "CostModel", "Simulation", "Search", "Reports", "Figures",
      ]),
    tests(of: "RhumbC", with: ["Configuration"]),
    .testTarget(
      name: "RhumbCLITests", dependencies: ["RhumbCLI"], exclude: ["Fixtures"],
      swiftSettings: strict),
  ]
)
