import Configuration
import Interop
import ModelDescription
import Quantities
import Testing

@Suite("config.json of Hugging Face")
struct HuggingFaceConfigTests {
  /// Shortened configurations, with keys that mean nothing to us and nulls left in.
  static let configurations: [(name: String, text: String, parameters: Int)] = [
    (
      "llama-3-8b",
      """
      {"architectures": ["LlamaForCausalLM"], "model_type": "llama", "attention_bias": false,
       "hidden_act": "silu", "hidden_size": 4096, "intermediate_size": 14336, "head_dim": null,
       "max_position_embeddings": 8192, "mlp_bias": false, "num_attention_heads": 32,
       "num_hidden_layers": 32, "num_key_value_heads": 8, "rms_norm_eps": 1e-05,
       "rope_scaling": null, "tie_word_embeddings": false, "torch_dtype": "bfloat16",
       "vocab_size": 128256}
      """, 8_030_261_248
    ),
    (
      "llama-2-7b without key-value heads",
      """
      {"model_type": "llama", "hidden_size": 4096, "intermediate_size": 11008,
       "num_attention_heads": 32, "num_hidden_layers": 32, "num_key_value_heads": null,
       "vocab_size": 32000, "dtype": "bfloat16"}
      """, 6_738_415_616
    ),
    (
      "mistral-7b",
      """
      {"model_type": "mistral", "hidden_size": 4096, "intermediate_size": 14336,
       "num_attention_heads": 32, "num_hidden_layers": 32, "num_key_value_heads": 8,
       "sliding_window": 4096, "vocab_size": 32000, "torch_dtype": "bfloat16"}
      """, 7_241_732_096
    ),
    (
      "qwen2-7b",
      """
      {"model_type": "qwen2", "hidden_size": 3584, "intermediate_size": 18944,
       "max_window_layers": 28, "num_attention_heads": 28, "num_hidden_layers": 28,
       "num_key_value_heads": 4, "sliding_window": 131072, "use_sliding_window": false,
       "tie_word_embeddings": false, "vocab_size": 152064, "torch_dtype": "bfloat16"}
      """, 7_615_616_512
    ),
    (
      "qwen3-0.6b",
      """
      {"model_type": "qwen3", "attention_bias": false, "head_dim": 128, "hidden_size": 1024,
       "intermediate_size": 3072, "num_attention_heads": 16, "num_hidden_layers": 28,
       "num_key_value_heads": 8, "tie_word_embeddings": true, "vocab_size": 151936,
       "torch_dtype": "bfloat16"}
      """, 596_049_920
    ),
    (
      "mixtral-8x7b",
      """
      {"model_type": "mixtral", "hidden_size": 4096, "intermediate_size": 14336,
       "num_attention_heads": 32, "num_experts_per_tok": 2, "num_hidden_layers": 32,
       "num_key_value_heads": 8, "num_local_experts": 8, "router_aux_loss_coef": 0.02,
       "sliding_window": null, "vocab_size": 32000, "torch_dtype": "bfloat16"}
      """, 46_702_792_704
    ),
    (
      "qwen1.5-moe-a2.7b",
      """
      {"model_type": "qwen2_moe", "decoder_sparse_step": 1, "hidden_size": 2048,
       "intermediate_size": 5632, "moe_intermediate_size": 1408, "mlp_only_layers": [],
       "num_attention_heads": 16, "num_experts": 60, "num_experts_per_tok": 4,
       "num_hidden_layers": 24, "num_key_value_heads": 16,
       "shared_expert_intermediate_size": 5632, "vocab_size": 151936, "torch_dtype": "bfloat16"}
      """, 14_315_784_192
    ),
    (
      "qwen3-30b-a3b",
      """
      {"model_type": "qwen3_moe", "decoder_sparse_step": 1, "head_dim": 128, "hidden_size": 2048,
       "intermediate_size": 6144, "mlp_only_layers": [], "moe_intermediate_size": 768,
       "num_attention_heads": 32, "num_experts": 128, "num_experts_per_tok": 8,
       "num_hidden_layers": 48, "num_key_value_heads": 4, "vocab_size": 151936,
       "torch_dtype": "bfloat16"}
      """, 30_532_122_624
    ),
    (
      "deepseek-v2-lite",
      """
      {"model_type": "deepseek_v2", "attention_bias": false, "first_k_dense_replace": 1,
       "hidden_size": 2048, "intermediate_size": 10944, "kv_lora_rank": 512,
       "moe_intermediate_size": 1408, "moe_layer_freq": 1, "n_routed_experts": 64,
       "n_shared_experts": 2, "num_attention_heads": 16, "num_experts_per_tok": 6,
       "num_hidden_layers": 27, "num_key_value_heads": 16, "q_lora_rank": null,
       "qk_nope_head_dim": 128, "qk_rope_head_dim": 64, "v_head_dim": 128, "vocab_size": 102400,
       "torch_dtype": "bfloat16"}
      """, 15_706_484_224
    ),
    (
      "deepseek-v3",
      """
      {"model_type": "deepseek_v3", "first_k_dense_replace": 3, "hidden_size": 7168,
       "intermediate_size": 18432, "kv_lora_rank": 512, "moe_intermediate_size": 2048,
       "moe_layer_freq": 1, "n_group": 8, "n_routed_experts": 256, "n_shared_experts": 1,
       "num_attention_heads": 128, "num_experts_per_tok": 8, "num_hidden_layers": 61,
       "num_key_value_heads": 128, "num_nextn_predict_layers": 1, "q_lora_rank": 1536,
       "qk_nope_head_dim": 128, "qk_rope_head_dim": 64, "v_head_dim": 128, "vocab_size": 129280,
       "quantization_config": {"fmt": "e4m3", "weight_block_size": [128, 128]},
       "torch_dtype": "bfloat16"}
      """, 671_026_419_200 - 58 * 256
    ),
    (
      "gpt2",
      """
      {"activation_function": "gelu_new", "model_type": "gpt2", "n_ctx": 1024, "n_embd": 768,
       "n_head": 12, "n_inner": null, "n_layer": 12, "n_positions": 1024, "resid_pdrop": 0.1,
       "vocab_size": 50257, "torch_dtype": "bfloat16"}
      """, 124_439_808
    ),
    (
      "bert-large for masked tokens",
      """
      {"architectures": ["BertForMaskedLM"], "model_type": "bert", "hidden_act": "gelu",
       "hidden_dropout_prob": 0.1, "hidden_size": 1024, "intermediate_size": 4096,
       "max_position_embeddings": 512, "num_attention_heads": 16, "num_hidden_layers": 24,
       "type_vocab_size": 2, "vocab_size": 30522, "torch_dtype": "bfloat16"}
      """, 335_174_458
    ),
    (
      "t5-base",
      """
      {"model_type": "t5", "d_ff": 3072, "d_kv": 64, "d_model": 768, "dropout_rate": 0.1,
       "num_heads": 12, "num_layers": 12, "relative_attention_num_buckets": 32,
       "vocab_size": 32128, "torch_dtype": "bfloat16"}
      """, 222_903_552
    ),
    (
      "mt5-small",
      """
      {"model_type": "mt5", "d_ff": 1024, "d_kv": 64, "d_model": 512, "num_heads": 6,
       "feed_forward_proj": "gated-gelu", "num_layers": 8, "num_decoder_layers": 8,
       "relative_attention_num_buckets": 32, "tie_word_embeddings": false, "vocab_size": 250112,
       "torch_dtype": "bfloat16"}
      """, 300_176_768
    ),
    (
      "gemma-2b",
      """
      {"model_type": "gemma", "head_dim": 256, "hidden_act": "gelu", "hidden_size": 2048,
       "intermediate_size": 16384, "num_attention_heads": 8, "num_hidden_layers": 18,
       "num_key_value_heads": 1, "vocab_size": 256000, "torch_dtype": "bfloat16"}
      """, 2_506_172_416
    ),
    (
      "gemma-2-2b, but for two norms of each layer",
      """
      {"model_type": "gemma2", "head_dim": 256, "hidden_size": 2304, "intermediate_size": 9216,
       "num_attention_heads": 8, "num_hidden_layers": 26, "num_key_value_heads": 4,
       "sliding_window": 4096, "vocab_size": 256000, "torch_dtype": "bfloat16"}
      """, 2_614_341_888 - 26 * 2 * 2304
    ),
    (
      "phi-3-mini",
      """
      {"model_type": "phi3", "attention_bias": false, "hidden_size": 3072,
       "intermediate_size": 8192, "num_attention_heads": 32, "num_hidden_layers": 32,
       "num_key_value_heads": 32, "sliding_window": 2047, "tie_word_embeddings": false,
       "vocab_size": 32064, "torch_dtype": "bfloat16"}
      """, 3_821_079_552
    ),
    (
      "phi-2, but for a norm of each layer and the output's bias",
      """
      {"model_type": "phi", "hidden_size": 2560, "intermediate_size": 10240,
       "num_attention_heads": 32, "num_hidden_layers": 32, "num_key_value_heads": 32,
       "partial_rotary_factor": 0.4, "resid_pdrop": 0.1, "tie_word_embeddings": false,
       "vocab_size": 51200, "torch_dtype": "bfloat16"}
      """, 2_779_683_840 + 32 * 2 * 2560 - 51200
    ),
    (
      "gpt-neox-20b",
      """
      {"model_type": "gpt_neox", "hidden_size": 6144, "intermediate_size": 24576,
       "num_attention_heads": 64, "num_hidden_layers": 44, "rotary_pct": 0.25,
       "tie_word_embeddings": false, "vocab_size": 50432, "torch_dtype": "bfloat16"}
      """, 20_554_567_680
    ),
    (
      "opt-1.3b",
      """
      {"model_type": "opt", "do_layer_norm_before": true, "dropout": 0.1, "ffn_dim": 8192,
       "hidden_size": 2048, "max_position_embeddings": 2048, "num_attention_heads": 32,
       "num_hidden_layers": 24, "vocab_size": 50272, "word_embed_proj_dim": 2048,
       "torch_dtype": "bfloat16"}
      """, 1_315_758_080
    ),
    (
      "bloom-560m in its older keys",
      """
      {"model_type": "bloom", "hidden_dropout": 0.0, "n_embed": 1024, "n_layer": 24,
       "num_attention_heads": 16, "vocab_size": 250880, "torch_dtype": "bfloat16"}
      """, 559_214_592
    ),
    (
      "falcon-40b",
      """
      {"model_type": "falcon", "alibi": false, "bias": false, "hidden_size": 8192,
       "new_decoder_architecture": true, "num_attention_heads": 128, "num_hidden_layers": 60,
       "num_kv_heads": 8, "parallel_attn": true, "vocab_size": 65024, "torch_dtype": "bfloat16"}
      """, 41_303_293_952
    ),
    (
      "falcon-7b, but for a norm of each layer",
      """
      {"model_type": "falcon", "alibi": false, "bias": false, "hidden_size": 4544,
       "multi_query": true, "new_decoder_architecture": false, "num_attention_heads": 71,
       "num_hidden_layers": 32, "parallel_attn": true, "vocab_size": 65024,
       "torch_dtype": "bfloat16"}
      """, 6_921_720_704 + 32 * 2 * 4544
    ),
  ]

  @Test("what our families describe differently is told", arguments: configurations)
  func notes(name: String, text: String, parameters: Int) throws {
    let notes = try HuggingFaceConfig.read(text: text, path: "config.json").notes
    let differs = name.contains("but for") || name.hasPrefix("gpt-neox") || name == "falcon-40b"
    #expect(notes.isEmpty != differs)
  }

  @Test("a released configuration has the parameters of its checkpoint", arguments: configurations)
  func parameters(name: String, text: String, parameters: Int) throws {
    let config = try HuggingFaceConfig.read(text: text, path: "config.json")
    let graph = try config.model.layerGraph(
      for: TrainingJob(globalBatchSize: 1, sequenceLength: 64))
    #expect(graph.parameterCount == parameters)
    #expect(config.weights == .bfloat16)
  }

  @Test("an imported model survives being written as a model file", arguments: configurations)
  func roundTrip(name: String, text: String, parameters: Int) throws {
    let model = try HuggingFaceConfig.read(text: text, path: "config.json", name: name).model
    let written = ModelFile.text(for: model)
    #expect(try ModelFile.read(text: written, path: "written.yaml") == model)
  }

  static let small = """
    {
      "model_type": "llama",
      "hidden_size": 64,
      "intermediate_size": 128,
      "num_attention_heads": 8,
      "num_key_value_heads": 4,
      "num_hidden_layers": 2,
      "vocab_size": 100
    }
    """

  /// What is replaced in `small`, by what, and the message.
  static let mistakes: [(String, String, String)] = [
    (
      #""llama""#, #""lama""#,
      "config.json:2:17: error: 'model_type' is 'lama'; did you mean 'llama'?"
    ),
    (
      #""llama""#, #""whisper""#,
      "config.json:2:17: error: 'model_type' is 'whisper'; expected one of llama, mistral, qwen2,"
        + " qwen3, mixtral, qwen2_moe, qwen3_moe, deepseek_v2, deepseek_v3, gemma, gemma2,"
        + " gemma3_text, phi3, gpt2, gpt_neox, opt, bloom, falcon, phi, bert, t5, mt5"
    ),
    (
      #""model_type": "llama","#, "",
      "config.json:1:1: error: missing key 'model_type', expected one of llama, mistral, qwen2,"
        + " qwen3, mixtral, qwen2_moe, qwen3_moe, deepseek_v2, deepseek_v3, gemma, gemma2,"
        + " gemma3_text, phi3, gpt2, gpt_neox, opt, bloom, falcon, phi, bert, t5, mt5"
    ),
    (
      #""hidden_size": 64,"#, "",
      "config.json:1:1: error: missing key 'hidden_size', expected a whole number"
    ),
    (
      #""hidden_size": 64"#, #""hidden_size": null"#,
      "config.json:3:18: error: 'hidden_size' must be a whole number, found nothing"
    ),
    (
      #""hidden_size": 64"#, #""hidden_size": "64""#,
      "config.json:3:18: error: 'hidden_size' must be a whole number, found '64' in quotes"
    ),
    (
      #""hidden_size": 64"#, #""hidden_size": 66"#,
      "config.json:5:26: error: 'num_attention_heads' must divide the hidden size 66, found 8"
    ),
    (
      #""num_key_value_heads": 4"#, #""num_key_value_heads": 3"#,
      "config.json:6:26: error: 'num_key_value_heads' must divide the 8 heads, found 3"
    ),
    (
      #""num_key_value_heads": 4"#, #""num_key_value_heads": 16"#,
      "config.json:6:26: error: 'num_key_value_heads' must not exceed the 8 heads, found 16"
    ),
    (
      #""num_hidden_layers": 2"#, #""num_hidden_layers": -2"#,
      "config.json:7:24: error: 'num_hidden_layers' must be between 1 and 8192, found -2"
    ),
    (
      #""vocab_size": 100"#, #""vocab_size": 100, "torch_dtype": "float12""#,
      "config.json:8:37: error: 'torch_dtype' is 'float12'; did you mean 'float32'?"
    ),
    (
      "100\n}", "100\n",
      "config.json:9:1: error: syntax: while parsing a flow mapping: did not find"
        + " expected ',' or '}'"
    ),
  ]

  @Test("a mistake is reported where it is made", arguments: mistakes)
  func reports(old: String, new: String, message: String) throws {
    let text = Self.small.replacing(old, with: new)
    try #require(text != Self.small)
    let error = #expect(throws: InvalidInput.self) {
      try HuggingFaceConfig.read(text: text, path: "config.json")
    }
    #expect(error?.description == message)
  }

  @Test("experts beyond their number are reported at the file's own key")
  func experts() {
    let text = """
      {"model_type": "mixtral", "hidden_size": 64, "intermediate_size": 128,
       "num_attention_heads": 8, "num_hidden_layers": 2, "vocab_size": 100,
       "num_local_experts": 4,
       "num_experts_per_tok": 5}
      """
    let error = #expect(throws: InvalidInput.self) {
      try HuggingFaceConfig.read(text: text, path: "config.json")
    }
    #expect(
      error?.description
        == "config.json:4:25: error: 'num_experts_per_tok' must not exceed the 4 experts, found 5")
  }
}
