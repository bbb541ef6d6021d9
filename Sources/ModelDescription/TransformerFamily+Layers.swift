extension TransformerFamily {
  /// The layers for samples of the job's lengths: embeddings, blocks, output.
  ///
  /// An encoder–decoder's graph runs encoder embedding, encoder, decoder embedding, decoder,
  /// output; each decoder layer also reads the last encoder layer, which ends in the encoder's
  /// final norm.
  func layerGraph(for job: TrainingJob) throws(ModelError) -> LayerGraph {
    if let problem = problems.first { throw .invalid(problem) }
    let source = job.sequenceLength
    let target = job.targetLength ?? job.sequenceLength
    if case .learned(let max) = positions, Swift.max(source, isEncoderDecoder ? target : 0) > max {
      throw .sequenceTooLong(
        length: Swift.max(source, isEncoderDecoder ? target : 0), positions: max)
    }
    var graph = LayerGraph()
    switch kind {
    case .decoder, .encoder:
      var last = graph.append("embedding", embedding(length: source, for: job), inputs: [])
      let stack = Stack(length: source, isCausal: kind == .decoder)
      for index in 0..<layers {
        let block = block(stack, usesExperts: usesExperts(layer: index), for: job)
        last = graph.append("block.\(index)", block, inputs: [last])
      }
      var predictions = [last]
      for index in 0..<multiTokenPrediction {
        let module = predictionModule(stack, for: job)
        let input = predictions[index]
        predictions.append(graph.append("prediction.\(index)", module, inputs: [input]))
      }
      let output = graph.append("output", output(length: source, for: job), inputs: predictions)
      if tiesEmbeddings { graph.sharedWeights.append(sharedTable(owner: 0, user: output)) }
      for prediction in predictions.dropFirst() {
        graph.sharedWeights.append(sharedTable(owner: 0, user: prediction))
      }
    case .encoderDecoder(let encoderLayers):
      let table = graph.append(
        "encoder.embedding", embedding(length: source, for: job), inputs: [])
      var memory = table
      for index in 0..<encoderLayers {
        let stack = Stack(
          length: source, isCausal: false, endsEncoder: index == encoderLayers - 1)
        let block = block(stack, usesExperts: usesExperts(layer: index), for: job)
        memory = graph.append("encoder.\(index)", block, inputs: [memory])
      }
      let embedding = embedding(length: target, sharesTable: true, for: job)
      let start = graph.append("decoder.embedding", embedding, inputs: [])
      var last = start
      let stack = Stack(length: target, isCausal: true, memoryLength: source)
      for index in 0..<layers {
        let block = block(stack, usesExperts: usesExperts(layer: index), for: job)
        last = graph.append("decoder.\(index)", block, inputs: [memory, last])
      }
      let output = graph.append("output", output(length: target, for: job), inputs: [last])
      let users = tiesEmbeddings ? [start, output] : [start]
      graph.sharedWeights = users.map { sharedTable(owner: table, user: $0) }
    }
    return graph
  }

  private var isEncoderDecoder: Bool {
    if case .encoderDecoder = kind { true } else { false }
  }

  private func sharedTable(owner: Int, user: Int) -> SharedWeights {
    SharedWeights(
      owner: owner, user: user, parameterCount: vocabularySize * hiddenSize, split: .vocabulary)
  }

  // MARK: Blocks

  /// What the blocks of one stack have in common.
  private struct Stack {
    var length: Int
    var isCausal: Bool
    /// Tokens of the encoder that a decoder block attends to.
    var memoryLength: Int?
    /// Whether the encoder's final norm follows the block.
    var endsEncoder = false
  }

  /// One layer: attention, cross attention if there is a memory, feed-forward part or experts.
  private func block(_ stack: Stack, usesExperts: Bool, for job: TrainingJob) -> LayerClass {
    var writer = LayerWriter(for: job)
    write(stack, usesExperts: usesExperts, to: &writer)
    let name =
      stack.memoryLength != nil
      ? "decoder" : isEncoderDecoder ? "encoder" : usesExperts ? "experts" : "dense"
    return LayerClass(
      name: name, role: .block, operators: writer.operators,
      outputElements: stack.length * hiddenSize)
  }

  private func write(_ stack: Stack, usesExperts: Bool, to writer: inout LayerWriter) {
    let length = stack.length
    part("attention", length, &writer) { name, writer in
      writer.selfAttention(
        name, attention, hidden: hiddenSize, length: length, isCausal: stack.isCausal,
        isRotary: positions == .rotary, hasDropout: dropout > 0)
    }
    if let memoryLength = stack.memoryLength {
      part("cross_attention", length, &writer) { name, writer in
        writer.crossAttention(
          name, attention, hidden: hiddenSize, length: length, memoryLength: memoryLength,
          hasDropout: dropout > 0)
      }
    }
    part("feed_forward", length, &writer) { name, writer in
      if let experts, usesExperts {
        writer.experts(experts, like: feedForward, hidden: hiddenSize, rows: length)
      } else {
        writer.feedForward(name, feedForward, hidden: hiddenSize, rows: length)
      }
    }
    if stack.endsEncoder {
      if normPlacement == .before { norm("final_norm", rows: length, &writer) }
      // What all decoder layers attend to is kept once, here.
      writer.keep(
        SavedTensor(elements: length * hiddenSize, split: .sequence),
        by: writer.operators.count - 1)
    }
  }

  /// A part of a block with its norm and its residual sum.
  private func part(
    _ name: String, _ rows: Int, _ writer: inout LayerWriter,
    _ body: (String, inout LayerWriter) -> Void
  ) {
    if normPlacement == .before { norm(name + ".norm", rows: rows, &writer) }
    body(name, &writer)
    writer.residual(name + ".residual", elements: rows * hiddenSize, hasDropout: dropout > 0)
    if normPlacement == .after { norm(name + ".norm", rows: rows, &writer) }
  }

  private func norm(_ name: String, rows: Int, _ writer: inout LayerWriter) {
    writer.norm(
      name, elements: rows * hiddenSize,
      parameters: self.norm.parameterCount(features: hiddenSize))
  }

  // MARK: Ends

  /// Token, position and type tables, their sum, norm and dropout.
  private func embedding(
    length: Int, sharesTable: Bool = false, for job: TrainingJob
  ) -> LayerClass {
    var writer = LayerWriter(for: job)
    writer.tokenLookup(
      "embedding",
      Lookup(
        rows: length, entries: vocabularySize, features: hiddenSize, sharesWeights: sharesTable))
    var tables = 1
    if case .learned(let max) = positions {
      let lookup = Lookup(rows: length, entries: max, features: hiddenSize)
      writer.append("positions", .lookup(lookup), split: .replicated)
      tables += 1
    }
    if case .encoder(let heads) = kind, heads.tokenTypes > 0 {
      let lookup = Lookup(rows: length, entries: heads.tokenTypes, features: hiddenSize)
      writer.append("token_types", .lookup(lookup), split: .replicated)
      tables += 1
    }
    if case .relative(let buckets) = positions {
      // One bias per head and distance between two tokens, for the attention of the whole stack.
      let lookup = Lookup(rows: 2 * length - 1, entries: buckets, features: attention.heads)
      writer.append("relative_positions", .lookup(lookup), split: .column)
    }
    let elements = length * hiddenSize
    if tables > 1 { writer.sum("sum", of: tables, elements: elements) }
    if normalizesEmbeddings { norm("norm", rows: length, &writer) }
    if dropout > 0 { writer.dropout("dropout", elements: elements) }
    return LayerClass(
      name: sharesTable ? "decoder_embedding" : "embedding", role: .input,
      operators: writer.operators, outputElements: elements)
  }

  /// Final norm, what an encoder predicts with, output layer and loss; one prediction per module
  /// more.
  private func output(length: Int, for job: TrainingJob) -> LayerClass {
    var writer = LayerWriter(for: job)
    if normPlacement == .before { norm("norm", rows: length, &writer) }
    if case .encoder(let heads) = kind {
      if heads.predictsNextSentence { nextSentence(&writer) }
      if heads.predictsMaskedTokens {
        writer.product(
          "transform",
          MatrixProduct(rows: length, inputs: hiddenSize, outputs: hiddenSize, hasBias: true),
          split: .sequence)
        writer.activation(
          "activation", elements: length * hiddenSize, isGated: false, split: .sequence)
        norm("transform_norm", rows: length, &writer)
        prediction("logits", rows: length, sharesTable: tiesEmbeddings, &writer)
        writer.pointwise(
          "logits_bias", forward: 0, backward: 0, parameters: vocabularySize, split: .elements)
        writer.crossEntropy("loss", rows: length, classes: vocabularySize)
      }
    } else {
      prediction("logits", rows: length, sharesTable: tiesEmbeddings, &writer)
      writer.crossEntropy("loss", rows: length, classes: vocabularySize)
      for index in 0..<multiTokenPrediction {
        prediction("prediction.\(index).logits", rows: length, sharesTable: true, &writer)
        writer.crossEntropy("prediction.\(index).loss", rows: length, classes: vocabularySize)
      }
    }
    return LayerClass(
      name: "output", role: .output, operators: writer.operators, outputElements: 0)
  }

  private func prediction(
    _ name: String, rows: Int, sharesTable: Bool, _ writer: inout LayerWriter
  ) {
    let product = MatrixProduct(
      rows: rows, inputs: hiddenSize, outputs: vocabularySize, sharesWeights: sharesTable)
    writer.product(name, product, split: .vocabulary)
  }

  /// A layer on the first token, and two classes on top of it.
  private func nextSentence(_ writer: inout LayerWriter) {
    let pooler = MatrixProduct(rows: 1, inputs: hiddenSize, outputs: hiddenSize, hasBias: true)
    writer.product("pooler", pooler, split: .replicated)
    writer.activation("pooler.activation", elements: hiddenSize, isGated: false, split: .replicated)
    let classes = MatrixProduct(rows: 1, inputs: hiddenSize, outputs: 2, hasBias: true)
    writer.product("next_sentence", classes, split: .replicated)
    writer.crossEntropy("next_sentence.loss", rows: 1, classes: 2, split: .replicated)
  }

  /// A module that predicts one token further (DeepSeek-V3, arXiv:2412.19437, section 2.2): the
  /// next token's embedding and the previous module's result, both normalized, projected, and one
  /// layer; the norm before the shared output layer is its own.
  private func predictionModule(_ stack: Stack, for job: TrainingJob) -> LayerClass {
    var writer = LayerWriter(for: job)
    let length = stack.length
    writer.tokenLookup(
      "embedding",
      Lookup(rows: length, entries: vocabularySize, features: hiddenSize, sharesWeights: true))
    norm("embedding_norm", rows: length, &writer)
    norm("hidden_norm", rows: length, &writer)
    let projection = MatrixProduct(rows: length, inputs: 2 * hiddenSize, outputs: hiddenSize)
    writer.product("projection", projection, split: .sequence)
    write(stack, usesExperts: usesExperts(layer: layers), to: &writer)
    if normPlacement == .before { norm("final_norm", rows: length, &writer) }
    return LayerClass(
      name: "prediction", role: .output, operators: writer.operators,
      outputElements: length * hiddenSize)
  }
}
