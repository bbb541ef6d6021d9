import ArgumentParser
import Configuration
import Foundation
import Rhumb

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check job, model, cluster, hardware and plan files, and say what is wrong in them.")

  @Argument(help: "Files of any kind.")
  var files: [String]

  @OptionGroup var catalogOptions: CatalogOptions

  func run() throws {
    try reporting {
      let planner = try catalogOptions.planner()
      var problems: [Diagnostic] = []
      for file in files {
        do {
          let kind = try planner.check(file)
          try emit("\(file): \(kind.rawValue), no problems\n")
        } catch let error as InvalidInput {
          problems += error.diagnostics
        }
      }
      if !problems.isEmpty { throw InvalidInput(problems) }
    }
  }
}
