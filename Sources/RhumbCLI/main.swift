import ClusterTopology
import Configuration
import CostModel
import ModelDescription
import Search
import Quantities
import StrategySpace
let catalog = Catalog(root: ".")
let job = try JobFile.read(path: CommandLine.arguments[1])
let cluster = try catalog.cluster(ClusterReference(job.cluster.text))
let model = try ModelFile.read(path: catalog.modelPath(named: job.model.text))
let graph = try model.layerGraph(for: job.training)
print(graph.parameterCount, graph.classes.count, graph.layers.count)
let cost = CostModel(graph, job.training, on: cluster)
let result = UniformSearch(cost, within: job.limits, keeping: 10).run()
print(result.statistics)
for c in result.candidates {
  print(c.estimatedTime.value, c.peakMemory.gibibytes, c.plan.strategy, c.plan.placement.rankOrder, c.plan.placement.segments.map { "\($0.group):\($0.nodes)" }, c.plan.split.chunks)
}
print(result.nearest as Any)
