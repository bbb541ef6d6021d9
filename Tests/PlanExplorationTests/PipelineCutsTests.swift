import PipelinePlanner
import PlanExploration
import Quantities
import ReinforcementLearning
import Testing

@Suite("Cuts of pipelines")
struct PipelineCutsTests {
  /// All pipelines that the cuts allow, one by one.
  private func bruteForce(_ task: PipelineCuts) -> Double {
    var best = Double.infinity
    func play(_ actions: [Int]) {
      var task = task
      var observation = task.reset()
      var isLast = false
      for action in actions {
        let consequence = task.step(action)
        (observation, isLast) = (consequence.observation, consequence.isLast)
      }
      if isLast {
        best = min(best, task.found?.cost ?? .infinity)
        return
      }
      for action in observation.allowed.indices where observation.allowed[action] {
        play(actions + [action])
      }
    }
    play([])
    return best
  }

  @Test("the exact search agrees with trying every pipeline")
  func optimum() throws {
    var random = RandomSource(seed: 6)
    for _ in 0..<12 {
      let profile = chain(
        (0..<6).map { _ in 0.5 + random.fraction() }, servers: [2, 2, 2],
        microbatches: 1 + random.index(below: 6), output: random.fraction(),
        gradients: random.fraction() * 3)
      for stages in [2, 3] {
        let task = try #require(PipelineCuts(profile, stages: stages, radius: 1))
        let best = try #require(task.optimum())
        #expect(abs(best.cost - bruteForce(task)) < 1e-9)
        #expect(abs(profile.latency(of: best.plan).total.value - best.cost) < 1e-12)
      }
    }
  }

  @Test("an agent finds pipelines within 2 % of the best, the same with the same seed")
  func learns() throws {
    let profile = chain(
      [1, 1.2, 0.8, 1, 2, 0.5, 1, 1, 0.7], servers: [2, 2, 2], output: 0.3, gradients: 0.2)
    let task = try #require(PipelineCuts(profile, radius: 1))
    let best = try #require(task.optimum()).cost
    var settings = LearningSettings()
    settings.hiddenSizes = [16]
    settings.batchSize = 8
    settings.learningRate = 5e-3
    settings.discount = 1
    settings.exploration = .init(last: 0.3, actions: 400)
    let found = Exploration(of: task, episodes: 200, settings)
    let cost = try #require(found.best).cost
    #expect(cost >= best - 1e-9 && cost <= 1.02 * best)
    #expect(found.leastCosts.count == 201)
    let again = Exploration(of: task, episodes: 200, settings)
    #expect(again.leastCosts == found.leastCosts && again.network == found.network)
  }

  @Test("what does not fit into memory is no plan and is punished")
  func memory() throws {
    let profile = chain(memory: Bytes(1.5), states: 1)
    var task = try #require(PipelineCuts(profile, radius: 0))
    #expect(task.optimum() == nil)
    var observation = task.reset()
    var reward: Float = 0
    var isLast = false
    while !isLast {
      let consequence = task.step(observation.allowed.firstIndex(of: true) ?? 0)
      (observation, reward, isLast) =
        (consequence.observation, consequence.reward, consequence.isLast)
    }
    #expect(reward < 0 && task.found == nil)
  }

  @Test("too few layers or devices make no task")
  func refusals() {
    #expect(PipelineCuts(chain([1]), stages: 2) == nil)
    #expect(PipelineCuts(chain(), stages: 5) == nil)
    #expect(PipelineCuts(chain(servers: [4])) == nil)
  }
}
