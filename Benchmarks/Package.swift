// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that whoever uses Rhumb never builds or resolves what measuring needs.
let package = Package(
  name: "rhumb-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "rhumb", path: "..")],
  targets: [
    .executableTarget(
      name: "sequence-benchmark",
      dependencies: [
        .product(name: "SequencePlanning", package: "rhumb")
      ])
  ]
)
