import ArgumentParser
import Configuration
import Foundation
import Interop

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Turn descriptions of other tools into ours.",
    subcommands: [HuggingFace.self])

  struct HuggingFace: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "hf",
      abstract: "A Hugging Face config.json as a model file, on standard output.")

    @Argument(help: "The config.json.")
    var config: String

    @Option(help: "What to call the model.")
    var name: String?

    func run() throws {
      try reporting {
        let model = try HuggingFaceConfig.read(path: config, name: name).model
        try emit(ModelFile.text(for: model))
      }
    }
  }
}
