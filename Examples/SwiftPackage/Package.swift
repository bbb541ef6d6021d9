// swift-tools-version: 6.1
import PackageDescription

// In a package of your own, name the repository instead of the path.
let package = Package(
  name: "plan-and-launch",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "rhumb", path: "../..")],
  targets: [
    .executableTarget(
      name: "PlanAndLaunch", dependencies: [.product(name: "Rhumb", package: "rhumb")])
  ]
)
