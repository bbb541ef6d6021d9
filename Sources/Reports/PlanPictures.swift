import Figures
public import Search

/// The pictures of a plan that need more than its document holds: the simulated step and the
/// placement.
public struct PlanPictures: Sendable {
  var step: GanttChart
  var memory: LineChart
  var layers: GanttChart
  var network: NetworkMap
  var devices: GridMap

  /// - Parameter document: what the plan's own tables show.
  public init(_ ranked: RankedPlan, _ document: PlanDocument, of problem: PlanningProblem) {
    let placement = PlacementPictures(ranked: ranked, problem: problem)
    step = StepPictures.gantt(of: ranked.simulation)
    memory = StepPictures.memory(
      of: ranked.simulation, usable: document.stages.map(\.usableMemoryBytes).min() ?? 0)
    layers = placement.layers(of: document.stages)
    network = placement.network()
    devices = placement.devices()
  }
}
