public import PipelinePlanner
import Quantities

extension PipelineCuts {
  /// The best of all pipelines that the cuts allow; `nil` when none fits into memory, or after
  /// `limit` pipelines.
  ///
  /// Cuts that leave a stage with more work than the best pipeline takes are not followed.
  /// - Complexity: exponential in the number of stages.
  public func optimum(limit: Int = 2_000_000) -> (plan: [PipelineProfile.Stage], cost: Double)? {
    var search = CutSearch(task: self, left: limit)
    search.extend(layers: [], devices: [])
    return search.left > 0 ? search.best : nil
  }
}

private struct CutSearch {
  let task: PipelineCuts
  /// Beginnings of pipelines that may still be looked at.
  var left: Int
  var best: (plan: [PipelineProfile.Stage], cost: Double)?

  mutating func extend(layers: [Int], devices: [Int]) {
    left -= 1
    guard left > 0 else { return }
    let profile = task.profile
    guard layers.count < task.stageCount - 1 else {
      let stages = task.stages(layers: layers, devices: devices)
      let time = profile.latency(of: stages).total.value
      if time < best?.cost ?? .infinity, profile.fits(stages) { best = (stages, time) }
      return
    }
    let start = (layer: layers.last ?? 0, device: devices.last ?? 0)
    for device in task.deviceChoices(after: devices) {
      for layer in task.layerChoices(after: layers, devices: devices + [device]) {
        if isHopeless(start.layer..<layer, devices: device - start.device) { break }
        if isHopeless(
          layer..<profile.layers.count, devices: profile.network.deviceCount - device)
        {
          continue
        }
        extend(layers: layers + [layer], devices: devices + [device])
      }
    }
  }

  /// Whether these layers alone keep their devices busy for longer than the best pipeline takes.
  private func isHopeless(_ layers: Range<Int>, devices: Int) -> Bool {
    let pass = task.profile.forward(layers) + task.profile.backward(layers)
    let busy = pass.value / Double(max(1, devices)) * Double(task.profile.microbatches - 1)
    return busy >= best?.cost ?? .infinity
  }
}
