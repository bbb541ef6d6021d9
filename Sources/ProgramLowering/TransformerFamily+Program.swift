import ModelDescription
import TensorPrograms

extension TransformerFamily {
  /// Writes the layers that the family's layer graph has, under the same names.
  func write(to writer: inout TensorWriter, for job: TrainingJob) {
    let source = job.sequenceLength
    switch kind {
    case .decoder, .encoder:
      let tokens = writer.batchInput("tokens", [source], .int32)
      var stack = Stack(isCausal: kind == .decoder)
      var table = 0
      var value = writer.layer("embedding") { writer in
        table = embeddingTable(&writer)
        return embed(tokens, table, &stack, &writer)
      }
      for index in 0..<layers {
        value = writer.layer("block.\(index)") { writer in
          block(value, stack, usesExperts: usesExperts(layer: index), &writer)
        }
      }
      var predictions: [Int] = []
      for index in 0..<multiTokenPrediction {
        let input = predictions.last ?? value
        predictions.append(
          writer.layer("prediction.\(index)") { writer in
            let tokens = writer.batchInput("prediction.\(index).tokens", [source], .int32)
            return predict(input, tokens, table, stack, &writer)
          })
      }
      writer.layer("output") { writer in output(value, predictions, table, &writer) }
    case .encoderDecoder(let encoderLayers):
      let target = job.targetLength ?? source
      let tokens = writer.batchInput("tokens", [source], .int32)
      var encoder = Stack(isCausal: false)
      var table = 0
      var memory = writer.layer("encoder.embedding") { writer in
        table = embeddingTable(&writer)
        return embed(tokens, table, &encoder, &writer)
      }
      for index in 0..<encoderLayers {
        memory = writer.layer("encoder.\(index)") { writer in
          let value = block(memory, encoder, usesExperts: usesExperts(layer: index), &writer)
          guard index == encoderLayers - 1, normPlacement == .before else { return value }
          return writer.norm("final_norm", value, norm)
        }
      }
      let targets = writer.batchInput("targets", [target], .int32)
      var decoder = Stack(isCausal: true, memory: memory)
      var value = writer.layer("decoder.embedding") { writer in
        embed(targets, table, &decoder, &writer)
      }
      for index in 0..<layers {
        value = writer.layer("decoder.\(index)") { writer in
          block(value, decoder, usesExperts: usesExperts(layer: index), &writer)
        }
      }
      writer.layer("output") { writer in output(value, [], table, &writer) }
    }
  }

  /// What the blocks of one stack share.
  private struct Stack {
    var isCausal: Bool
    /// The encoder's result, which a decoder's blocks attend to.
    var memory: Int?
    /// Bias of relative positions, per head, query and key.
    var bias: Int?
  }

  // MARK: Blocks

  private func block(
    _ value: Int, _ stack: Stack, usesExperts: Bool, _ writer: inout TensorWriter
  ) -> Int {
    var value = part("attention", value, &writer) { input, writer in
      writer.attention(
        attention, input,
        TensorWriter.AttentionInputs(
          isCausal: stack.isCausal, isRotary: positions == .rotary, bias: stack.bias))
    }
    if let memory = stack.memory {
      value = part("cross_attention", value, &writer) { input, writer in
        var form = attention
        form.window = nil
        form.normalizesQueriesAndKeys = false
        return writer.attention(form, input, TensorWriter.AttentionInputs(memory: memory))
      }
    }
    return part("feed_forward", value, &writer) { input, writer in
      if let experts, usesExperts {
        writer.experts(experts, like: feedForward, input)
      } else {
        writer.feedForward(feedForward, input)
      }
    }
  }

  /// A part of a block with its norm and its residual sum.
  private func part(
    _ name: String, _ value: Int, _ writer: inout TensorWriter,
    _ body: (Int, inout TensorWriter) -> Int
  ) -> Int {
    writer.scope(name) { writer in
      let input = normPlacement == .before ? writer.norm("norm", value, norm) : value
      let change = body(input, &writer)
      let sum = writer.named("residual", writer.program.add(value, change))
      return normPlacement == .after ? writer.norm("norm", sum, norm) : sum
    }
  }

  // MARK: Ends

  private func embeddingTable(_ writer: inout TensorWriter) -> Int {
    writer.scope("embedding") { $0.parameter("table", [vocabularySize, hiddenSize]) }
  }

  private func embed(
    _ tokens: Int, _ table: Int, _ stack: inout Stack, _ writer: inout TensorWriter
  ) -> Int {
    let length = writer.shape(tokens)[1]
    var value = writer.embedding(table, tokens)
    if case .learned(let max) = positions {
      let table = writer.scope("positions") { $0.parameter("table", [max, hiddenSize]) }
      let rows = writer.program.slice(writer.use(table), dimension: 0, 0..<length)
      value = writer.program.add(value, writer.spreadVector(rows, like: value))
    }
    if case .encoder(let heads) = kind, heads.tokenTypes > 0 {
      let types = writer.batchInput("token_types", [length], .int32)
      let table = writer.scope("token_types") {
        $0.parameter("table", [heads.tokenTypes, hiddenSize])
      }
      value = writer.program.add(value, writer.embedding(table, types))
    }
    if case .relative(let buckets) = positions {
      let table = writer.scope("relative_positions") {
        $0.parameter("table", [buckets, attention.heads])
      }
      stack.bias = writer.relativeBias(table, length: length, isCausal: stack.isCausal)
    }
    if normalizesEmbeddings { value = writer.norm("norm", value, norm) }
    return writer.named("sum", value)
  }

  /// Final norm, what an encoder predicts with, output layer and losses.
  private func output(
    _ value: Int, _ predictions: [Int], _ table: Int, _ writer: inout TensorWriter
  ) {
    let value = normPlacement == .before ? writer.norm("norm", value, norm) : value
    if case .encoder(let heads) = kind {
      if heads.predictsNextSentence { nextSentence(value, &writer) }
      guard heads.predictsMaskedTokens else { return }
      var masked = writer.linear("transform", value, outputs: [hiddenSize], hasBias: true)
      masked = writer.norm("transform_norm", writer.activation(.gelu, masked), norm)
      let weight = outputWeight(table, &writer)
      let logits = writer.addBias(
        weight.logits(of: masked, &writer), [vocabularySize], isPresent: true, name: "logits_bias")
      writer.crossEntropy("output", logits)
      return
    }
    let weight = outputWeight(table, &writer)
    writer.crossEntropy("output", writer.named("logits", weight.logits(of: value, &writer)))
    for (index, prediction) in predictions.enumerated() {
      writer.crossEntropy("prediction.\(index)", weight.logits(of: prediction, &writer))
    }
  }

  /// The output layer's weights: the embedding's table, or its own.
  private struct OutputWeight {
    var value: Int
    var isTable: Bool

    func logits(of value: Int, _ writer: inout TensorWriter) -> Int {
      writer.program.dot(
        value, writer.use(self.value), contracting: [2], [isTable ? 1 : 0])
    }
  }

  private func outputWeight(_ table: Int, _ writer: inout TensorWriter) -> OutputWeight {
    guard !tiesEmbeddings else { return OutputWeight(value: table, isTable: true) }
    let weight = writer.scope("logits") { $0.parameter("weight", [hiddenSize, vocabularySize]) }
    return OutputWeight(value: weight, isTable: false)
  }

  private func nextSentence(_ value: Int, _ writer: inout TensorWriter) {
    let first = writer.program.slice(value, dimension: 1, 0..<1)
    let pooled = writer.activation(
      .tanh, writer.linear("pooler", first, outputs: [hiddenSize], hasBias: true))
    let classes = writer.linear("next_sentence", pooled, outputs: [2], hasBias: true)
    writer.crossEntropy("next_sentence", classes)
  }

  /// A module that predicts one token further: the next token's embedding and the result before,
  /// both normalized, side by side through a product, and one layer.
  private func predict(
    _ value: Int, _ tokens: Int, _ table: Int, _ stack: Stack, _ writer: inout TensorWriter
  ) -> Int {
    let embedded = writer.norm("embedding_norm", writer.embedding(table, tokens), norm)
    let hidden = writer.norm("hidden_norm", value, norm)
    let both = writer.program.concatenate([embedded, hidden], dimension: 2)
    let projected = writer.linear("projection", both, outputs: [hiddenSize], hasBias: false)
    let result = block(projected, stack, usesExperts: usesExperts(layer: layers), &writer)
    return normPlacement == .before ? writer.norm("final_norm", result, norm) : result
  }
}
