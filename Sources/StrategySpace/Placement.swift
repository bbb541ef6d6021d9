public import ClusterTopology

/// Where ranks sit: which nodes are used, in which order, and how the mesh axes run over them.
public struct Placement: Hashable, Sendable {
  /// Nodes of one group of the cluster, taken from its first node on; the last devices may stay idle.
  public struct Segment: Hashable, Sendable {
    /// Index into `Cluster.groups`.
    public var group: Int
    public var nodes: Int
    /// Devices at the end of the last node that no rank takes.
    public var idleDevices: Int

    public init(group: Int, nodes: Int, idleDevices: Int = 0) {
      self.group = group
      self.nodes = nodes
      self.idleDevices = idleDevices
    }

    /// Devices that ranks take.
    public func deviceCount(in cluster: Cluster) -> Int {
      nodes * cluster.groups[group].node.deviceCount - idleDevices
    }
  }

  public var rankOrder: RankOrder
  /// Rank 0 is the first device of the first segment; ranks run through nodes and segments in
  /// order.
  public var segments: [Segment]

  public init(rankOrder: RankOrder, segments: [Segment]) {
    self.rankOrder = rankOrder
    self.segments = segments
  }
}

/// The order of the mesh axes over consecutive ranks, innermost (fastest) first, in Megatron-LM's
/// notation.
public enum RankOrder: String, Hashable, Sendable, CaseIterable {
  /// A pipeline stage is a run of consecutive ranks; stages follow each other.
  case pipelineOutermost = "tp-cp-ep-dp-pp"
  /// A pipeline is a run of consecutive ranks; its replicas follow each other.
  case dataOutermost = "tp-cp-ep-pp-dp"
}

/// A rank's coordinates in the mesh.
public struct MeshCoordinates: Hashable, Sendable {
  public var data: Int
  public var pipeline: Int
  public var context: Int
  public var tensor: Int

  public init(data: Int, pipeline: Int, context: Int, tensor: Int) {
    self.data = data
    self.pipeline = pipeline
    self.context = context
    self.tensor = tensor
  }
}

/// A kind of process group.
public enum ParallelAxis: String, Hashable, Sendable, CaseIterable {
  case tensor = "tp"
  case context = "cp"
  case data = "dp"
  /// Data times context: the ranks that hold the same dense parameters.
  case dataContext = "dp-cp"
  case expert = "ep"
  case expertTensor = "etp"
  /// The ranks that hold the same experts.
  case expertData = "edp"
  case pipeline = "pp"
}

extension Strategy {
  /// The rank at the given coordinates.
  public func rank(at place: MeshCoordinates, order: RankOrder) -> Int {
    let inner = place.context * tensorParallelSize + place.tensor
    let block = contextParallelSize * tensorParallelSize
    return switch order {
    case .pipelineOutermost:
      (place.pipeline * dataParallelSize + place.data) * block + inner
    case .dataOutermost:
      (place.data * pipelineParallelSize + place.pipeline) * block + inner
    }
  }

  /// The ranks of one stage in the order data, context, tensor (tensor fastest): the order in which
  /// expert parallelism counts them too.
  public func ranks(ofStage stage: Int, order: RankOrder) -> [Int] {
    if !stages.isEmpty {
      return Array(firstRank(ofStage: stage)..<firstRank(ofStage: stage + 1))
    }
    var ranks: [Int] = []
    ranks.reserveCapacity(stageRankCount)
    for data in 0..<dataParallelSize {
      for context in 0..<contextParallelSize {
        for tensor in 0..<tensorParallelSize {
          let place = MeshCoordinates(data: data, pipeline: stage, context: context, tensor: tensor)
          ranks.append(rank(at: place, order: order))
        }
      }
    }
    return ranks
  }

  /// The groups of one axis within a stage, as positions into `ranks(ofStage:order:)`.
  ///
  /// Not for the pipeline axis, whose groups have one member per stage. Where stages differ, ask what
  /// `onStage` gives.
  public func groups(of axis: ParallelAxis) -> GroupPattern {
    let (t, c) = (tensorParallelSize, contextParallelSize)
    let expertBlock = expertTensorParallelSize * expertParallelSize
    return switch axis {
    case .tensor: GroupPattern(size: t, stride: 1, total: stageRankCount)
    case .context: GroupPattern(size: c, stride: t, total: stageRankCount)
    case .data: GroupPattern(size: dataParallelSize, stride: c * t, total: stageRankCount)
    case .dataContext: GroupPattern(size: dataContextSize, stride: t, total: stageRankCount)
    case .expertTensor:
      GroupPattern(size: expertTensorParallelSize, stride: 1, total: stageRankCount)
    case .expert:
      GroupPattern(
        size: expertParallelSize, stride: expertTensorParallelSize, total: stageRankCount)
    case .expertData:
      GroupPattern(size: expertDataParallelSize, stride: expertBlock, total: stageRankCount)
    case .pipeline: preconditionFailure("pipeline groups cross stages")
    }
  }
}

/// Equal groups of positions `base + k·stride` that together cover `0 ..< total`.
public struct GroupPattern: Hashable, Sendable {
  public var size: Int
  public var stride: Int
  public var total: Int

  public init(size: Int, stride: Int, total: Int) {
    self.size = size
    self.stride = stride
    self.total = total
  }

  public var groupCount: Int { total / size }

  /// The first position of group `index`.
  public func base(ofGroup index: Int) -> Int {
    index / stride * stride * size + index % stride
  }
}

extension Placement {
  /// By rank: the device of the cluster, numbered through groups and nodes.
  public func devices(on cluster: Cluster) -> [Int] {
    let firstDevices = cluster.groups.reduce(into: [0]) {
      $0.append($0[$0.count - 1] + $1.deviceCount)
    }
    return segments.flatMap { segment in
      (0..<segment.deviceCount(in: cluster)).map { firstDevices[segment.group] + $0 }
    }
  }
}
