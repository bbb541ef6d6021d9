module @jit__lambda attributes {mhlo.num_partitions = 8 : i32, mhlo.num_replicas = 1 : i32} {
  sdy.mesh @mesh = <["data"=8]> {stablehlo.mesh = {axes = [{name = "data", size = 8 : i64}]}}
  func.func public @main(%arg0: tensor<128x8x16xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, %arg1: tensor<8x16x128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {"data"}]>}, %arg2: tensor<128x8x16xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, %arg3: tensor<128x8x16xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, %arg4: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg5: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg6: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg7: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg8: tensor<512xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg9: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg10: tensor<128x512xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {"data"}]>}, %arg11: tensor<512x128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}, %arg12: tensor<128x8x16xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, %arg13: tensor<8x16x128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {"data"}]>}, %arg14: tensor<128x8x16xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, %arg15: tensor<128x8x16xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, %arg16: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg17: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg18: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg19: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg20: tensor<512xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg21: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg22: tensor<128x512xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {"data"}]>}, %arg23: tensor<512x128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}, %arg24: tensor<128x8x16xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, %arg25: tensor<8x16x128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {"data"}]>}, %arg26: tensor<128x8x16xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, %arg27: tensor<128x8x16xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, %arg28: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg29: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg30: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg31: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg32: tensor<512xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg33: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg34: tensor<128x512xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {"data"}]>}, %arg35: tensor<512x128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}, %arg36: tensor<128x8x16xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, %arg37: tensor<8x16x128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {"data"}]>}, %arg38: tensor<128x8x16xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, %arg39: tensor<128x8x16xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, %arg40: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg41: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg42: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg43: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg44: tensor<512xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg45: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg46: tensor<128x512xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {"data"}]>}, %arg47: tensor<512x128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}, %arg48: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg49: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg50: tensor<64x128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {"data"}]>}, %arg51: tensor<512x128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}, %arg52: tensor<128x8x16xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, %arg53: tensor<8x16x128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {"data"}]>}, %arg54: tensor<128x8x16xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, %arg55: tensor<128x8x16xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, %arg56: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg57: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg58: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg59: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg60: tensor<512xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg61: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg62: tensor<128x512xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {"data"}]>}, %arg63: tensor<512x128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}, %arg64: tensor<128x8x16xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, %arg65: tensor<8x16x128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {"data"}]>}, %arg66: tensor<128x8x16xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, %arg67: tensor<128x8x16xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, %arg68: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg69: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg70: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg71: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg72: tensor<512xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg73: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg74: tensor<128x512xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {"data"}]>}, %arg75: tensor<512x128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}, %arg76: tensor<128x8x16xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, %arg77: tensor<8x16x128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {"data"}]>}, %arg78: tensor<128x8x16xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, %arg79: tensor<128x8x16xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, %arg80: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg81: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg82: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg83: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg84: tensor<512xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg85: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg86: tensor<128x512xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {"data"}]>}, %arg87: tensor<512x128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}, %arg88: tensor<128x8x16xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, %arg89: tensor<8x16x128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {"data"}]>}, %arg90: tensor<128x8x16xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, %arg91: tensor<128x8x16xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, %arg92: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg93: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg94: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg95: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg96: tensor<512xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg97: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg98: tensor<128x512xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {"data"}]>}, %arg99: tensor<512x128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}, %arg100: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg101: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg102: tensor<64x128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {"data"}]>}, %arg103: tensor<512x128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}, %arg104: tensor<f32> {sdy.sharding = #sdy.sharding<@mesh, []>}, %arg105: tensor<128x8x16xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, %arg106: tensor<8x16x128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {"data"}]>}, %arg107: tensor<128x8x16xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, %arg108: tensor<128x8x16xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, %arg109: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg110: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg111: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg112: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg113: tensor<512xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg114: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg115: tensor<128x512xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {"data"}]>}, %arg116: tensor<512x128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}, %arg117: tensor<128x8x16xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, %arg118: tensor<8x16x128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {"data"}]>}, %arg119: tensor<128x8x16xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, %arg120: tensor<128x8x16xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, %arg121: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg122: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg123: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg124: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg125: tensor<512xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg126: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg127: tensor<128x512xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {"data"}]>}, %arg128: tensor<512x128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}, %arg129: tensor<128x8x16xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, %arg130: tensor<8x16x128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {"data"}]>}, %arg131: tensor<128x8x16xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, %arg132: tensor<128x8x16xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, %arg133: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg134: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg135: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg136: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg137: tensor<512xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg138: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg139: tensor<128x512xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {"data"}]>}, %arg140: tensor<512x128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}, %arg141: tensor<128x8x16xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, %arg142: tensor<8x16x128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {"data"}]>}, %arg143: tensor<128x8x16xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, %arg144: tensor<128x8x16xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, %arg145: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg146: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg147: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg148: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg149: tensor<512xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg150: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg151: tensor<128x512xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {"data"}]>}, %arg152: tensor<512x128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}, %arg153: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg154: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg155: tensor<64x128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {"data"}]>}, %arg156: tensor<512x128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}, %arg157: tensor<8x64xi32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}, %arg158: tensor<8x64xi32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}) -> (tensor<128x8x16xf32> {jax.result_info = "result[0]['h0.attn.k']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, tensor<8x16x128xf32> {jax.result_info = "result[0]['h0.attn.o']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {"data"}]>}, tensor<128x8x16xf32> {jax.result_info = "result[0]['h0.attn.q']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, tensor<128x8x16xf32> {jax.result_info = "result[0]['h0.attn.v']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, tensor<128xf32> {jax.result_info = "result[0]['h0.ln1.b']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128xf32> {jax.result_info = "result[0]['h0.ln1.g']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128xf32> {jax.result_info = "result[0]['h0.ln2.b']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128xf32> {jax.result_info = "result[0]['h0.ln2.g']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<512xf32> {jax.result_info = "result[0]['h0.mlp.bin']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128xf32> {jax.result_info = "result[0]['h0.mlp.bout']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128x512xf32> {jax.result_info = "result[0]['h0.mlp.in']", sdy.sharding = #sdy.sharding<@mesh, [{}, {"data"}]>}, tensor<512x128xf32> {jax.result_info = "result[0]['h0.mlp.out']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}, tensor<128x8x16xf32> {jax.result_info = "result[0]['h1.attn.k']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, tensor<8x16x128xf32> {jax.result_info = "result[0]['h1.attn.o']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {"data"}]>}, tensor<128x8x16xf32> {jax.result_info = "result[0]['h1.attn.q']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, tensor<128x8x16xf32> {jax.result_info = "result[0]['h1.attn.v']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, tensor<128xf32> {jax.result_info = "result[0]['h1.ln1.b']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128xf32> {jax.result_info = "result[0]['h1.ln1.g']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128xf32> {jax.result_info = "result[0]['h1.ln2.b']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128xf32> {jax.result_info = "result[0]['h1.ln2.g']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<512xf32> {jax.result_info = "result[0]['h1.mlp.bin']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128xf32> {jax.result_info = "result[0]['h1.mlp.bout']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128x512xf32> {jax.result_info = "result[0]['h1.mlp.in']", sdy.sharding = #sdy.sharding<@mesh, [{}, {"data"}]>}, tensor<512x128xf32> {jax.result_info = "result[0]['h1.mlp.out']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}, tensor<128x8x16xf32> {jax.result_info = "result[0]['h2.attn.k']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, tensor<8x16x128xf32> {jax.result_info = "result[0]['h2.attn.o']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {"data"}]>}, tensor<128x8x16xf32> {jax.result_info = "result[0]['h2.attn.q']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, tensor<128x8x16xf32> {jax.result_info = "result[0]['h2.attn.v']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, tensor<128xf32> {jax.result_info = "result[0]['h2.ln1.b']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128xf32> {jax.result_info = "result[0]['h2.ln1.g']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128xf32> {jax.result_info = "result[0]['h2.ln2.b']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128xf32> {jax.result_info = "result[0]['h2.ln2.g']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<512xf32> {jax.result_info = "result[0]['h2.mlp.bin']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128xf32> {jax.result_info = "result[0]['h2.mlp.bout']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128x512xf32> {jax.result_info = "result[0]['h2.mlp.in']", sdy.sharding = #sdy.sharding<@mesh, [{}, {"data"}]>}, tensor<512x128xf32> {jax.result_info = "result[0]['h2.mlp.out']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}, tensor<128x8x16xf32> {jax.result_info = "result[0]['h3.attn.k']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, tensor<8x16x128xf32> {jax.result_info = "result[0]['h3.attn.o']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {"data"}]>}, tensor<128x8x16xf32> {jax.result_info = "result[0]['h3.attn.q']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, tensor<128x8x16xf32> {jax.result_info = "result[0]['h3.attn.v']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, tensor<128xf32> {jax.result_info = "result[0]['h3.ln1.b']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128xf32> {jax.result_info = "result[0]['h3.ln1.g']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128xf32> {jax.result_info = "result[0]['h3.ln2.b']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128xf32> {jax.result_info = "result[0]['h3.ln2.g']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<512xf32> {jax.result_info = "result[0]['h3.mlp.bin']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128xf32> {jax.result_info = "result[0]['h3.mlp.bout']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128x512xf32> {jax.result_info = "result[0]['h3.mlp.in']", sdy.sharding = #sdy.sharding<@mesh, [{}, {"data"}]>}, tensor<512x128xf32> {jax.result_info = "result[0]['h3.mlp.out']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}, tensor<128xf32> {jax.result_info = "result[0]['lnf.b']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128xf32> {jax.result_info = "result[0]['lnf.g']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<64x128xf32> {jax.result_info = "result[0]['wpe']", sdy.sharding = #sdy.sharding<@mesh, [{}, {"data"}]>}, tensor<512x128xf32> {jax.result_info = "result[0]['wte']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}, tensor<128x8x16xf32> {jax.result_info = "result[1]['m.h0.attn.k']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, tensor<8x16x128xf32> {jax.result_info = "result[1]['m.h0.attn.o']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {"data"}]>}, tensor<128x8x16xf32> {jax.result_info = "result[1]['m.h0.attn.q']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, tensor<128x8x16xf32> {jax.result_info = "result[1]['m.h0.attn.v']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, tensor<128xf32> {jax.result_info = "result[1]['m.h0.ln1.b']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128xf32> {jax.result_info = "result[1]['m.h0.ln1.g']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128xf32> {jax.result_info = "result[1]['m.h0.ln2.b']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128xf32> {jax.result_info = "result[1]['m.h0.ln2.g']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<512xf32> {jax.result_info = "result[1]['m.h0.mlp.bin']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128xf32> {jax.result_info = "result[1]['m.h0.mlp.bout']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128x512xf32> {jax.result_info = "result[1]['m.h0.mlp.in']", sdy.sharding = #sdy.sharding<@mesh, [{}, {"data"}]>}, tensor<512x128xf32> {jax.result_info = "result[1]['m.h0.mlp.out']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}, tensor<128x8x16xf32> {jax.result_info = "result[1]['m.h1.attn.k']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, tensor<8x16x128xf32> {jax.result_info = "result[1]['m.h1.attn.o']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {"data"}]>}, tensor<128x8x16xf32> {jax.result_info = "result[1]['m.h1.attn.q']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, tensor<128x8x16xf32> {jax.result_info = "result[1]['m.h1.attn.v']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, tensor<128xf32> {jax.result_info = "result[1]['m.h1.ln1.b']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128xf32> {jax.result_info = "result[1]['m.h1.ln1.g']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128xf32> {jax.result_info = "result[1]['m.h1.ln2.b']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128xf32> {jax.result_info = "result[1]['m.h1.ln2.g']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<512xf32> {jax.result_info = "result[1]['m.h1.mlp.bin']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128xf32> {jax.result_info = "result[1]['m.h1.mlp.bout']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128x512xf32> {jax.result_info = "result[1]['m.h1.mlp.in']", sdy.sharding = #sdy.sharding<@mesh, [{}, {"data"}]>}, tensor<512x128xf32> {jax.result_info = "result[1]['m.h1.mlp.out']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}, tensor<128x8x16xf32> {jax.result_info = "result[1]['m.h2.attn.k']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, tensor<8x16x128xf32> {jax.result_info = "result[1]['m.h2.attn.o']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {"data"}]>}, tensor<128x8x16xf32> {jax.result_info = "result[1]['m.h2.attn.q']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, tensor<128x8x16xf32> {jax.result_info = "result[1]['m.h2.attn.v']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, tensor<128xf32> {jax.result_info = "result[1]['m.h2.ln1.b']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128xf32> {jax.result_info = "result[1]['m.h2.ln1.g']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128xf32> {jax.result_info = "result[1]['m.h2.ln2.b']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128xf32> {jax.result_info = "result[1]['m.h2.ln2.g']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<512xf32> {jax.result_info = "result[1]['m.h2.mlp.bin']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128xf32> {jax.result_info = "result[1]['m.h2.mlp.bout']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128x512xf32> {jax.result_info = "result[1]['m.h2.mlp.in']", sdy.sharding = #sdy.sharding<@mesh, [{}, {"data"}]>}, tensor<512x128xf32> {jax.result_info = "result[1]['m.h2.mlp.out']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}, tensor<128x8x16xf32> {jax.result_info = "result[1]['m.h3.attn.k']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, tensor<8x16x128xf32> {jax.result_info = "result[1]['m.h3.attn.o']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {"data"}]>}, tensor<128x8x16xf32> {jax.result_info = "result[1]['m.h3.attn.q']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, tensor<128x8x16xf32> {jax.result_info = "result[1]['m.h3.attn.v']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, tensor<128xf32> {jax.result_info = "result[1]['m.h3.ln1.b']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128xf32> {jax.result_info = "result[1]['m.h3.ln1.g']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128xf32> {jax.result_info = "result[1]['m.h3.ln2.b']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128xf32> {jax.result_info = "result[1]['m.h3.ln2.g']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<512xf32> {jax.result_info = "result[1]['m.h3.mlp.bin']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128xf32> {jax.result_info = "result[1]['m.h3.mlp.bout']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128x512xf32> {jax.result_info = "result[1]['m.h3.mlp.in']", sdy.sharding = #sdy.sharding<@mesh, [{}, {"data"}]>}, tensor<512x128xf32> {jax.result_info = "result[1]['m.h3.mlp.out']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}, tensor<128xf32> {jax.result_info = "result[1]['m.lnf.b']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128xf32> {jax.result_info = "result[1]['m.lnf.g']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<64x128xf32> {jax.result_info = "result[1]['m.wpe']", sdy.sharding = #sdy.sharding<@mesh, [{}, {"data"}]>}, tensor<512x128xf32> {jax.result_info = "result[1]['m.wte']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}, tensor<f32> {jax.result_info = "result[1]['t']", sdy.sharding = #sdy.sharding<@mesh, []>}, tensor<128x8x16xf32> {jax.result_info = "result[1]['v.h0.attn.k']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, tensor<8x16x128xf32> {jax.result_info = "result[1]['v.h0.attn.o']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {"data"}]>}, tensor<128x8x16xf32> {jax.result_info = "result[1]['v.h0.attn.q']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, tensor<128x8x16xf32> {jax.result_info = "result[1]['v.h0.attn.v']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, tensor<128xf32> {jax.result_info = "result[1]['v.h0.ln1.b']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128xf32> {jax.result_info = "result[1]['v.h0.ln1.g']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128xf32> {jax.result_info = "result[1]['v.h0.ln2.b']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128xf32> {jax.result_info = "result[1]['v.h0.ln2.g']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<512xf32> {jax.result_info = "result[1]['v.h0.mlp.bin']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128xf32> {jax.result_info = "result[1]['v.h0.mlp.bout']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128x512xf32> {jax.result_info = "result[1]['v.h0.mlp.in']", sdy.sharding = #sdy.sharding<@mesh, [{}, {"data"}]>}, tensor<512x128xf32> {jax.result_info = "result[1]['v.h0.mlp.out']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}, tensor<128x8x16xf32> {jax.result_info = "result[1]['v.h1.attn.k']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, tensor<8x16x128xf32> {jax.result_info = "result[1]['v.h1.attn.o']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {"data"}]>}, tensor<128x8x16xf32> {jax.result_info = "result[1]['v.h1.attn.q']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, tensor<128x8x16xf32> {jax.result_info = "result[1]['v.h1.attn.v']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, tensor<128xf32> {jax.result_info = "result[1]['v.h1.ln1.b']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128xf32> {jax.result_info = "result[1]['v.h1.ln1.g']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128xf32> {jax.result_info = "result[1]['v.h1.ln2.b']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128xf32> {jax.result_info = "result[1]['v.h1.ln2.g']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<512xf32> {jax.result_info = "result[1]['v.h1.mlp.bin']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128xf32> {jax.result_info = "result[1]['v.h1.mlp.bout']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128x512xf32> {jax.result_info = "result[1]['v.h1.mlp.in']", sdy.sharding = #sdy.sharding<@mesh, [{}, {"data"}]>}, tensor<512x128xf32> {jax.result_info = "result[1]['v.h1.mlp.out']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}, tensor<128x8x16xf32> {jax.result_info = "result[1]['v.h2.attn.k']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, tensor<8x16x128xf32> {jax.result_info = "result[1]['v.h2.attn.o']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {"data"}]>}, tensor<128x8x16xf32> {jax.result_info = "result[1]['v.h2.attn.q']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, tensor<128x8x16xf32> {jax.result_info = "result[1]['v.h2.attn.v']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, tensor<128xf32> {jax.result_info = "result[1]['v.h2.ln1.b']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128xf32> {jax.result_info = "result[1]['v.h2.ln1.g']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128xf32> {jax.result_info = "result[1]['v.h2.ln2.b']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128xf32> {jax.result_info = "result[1]['v.h2.ln2.g']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<512xf32> {jax.result_info = "result[1]['v.h2.mlp.bin']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128xf32> {jax.result_info = "result[1]['v.h2.mlp.bout']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128x512xf32> {jax.result_info = "result[1]['v.h2.mlp.in']", sdy.sharding = #sdy.sharding<@mesh, [{}, {"data"}]>}, tensor<512x128xf32> {jax.result_info = "result[1]['v.h2.mlp.out']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}, tensor<128x8x16xf32> {jax.result_info = "result[1]['v.h3.attn.k']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, tensor<8x16x128xf32> {jax.result_info = "result[1]['v.h3.attn.o']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {"data"}]>}, tensor<128x8x16xf32> {jax.result_info = "result[1]['v.h3.attn.q']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, tensor<128x8x16xf32> {jax.result_info = "result[1]['v.h3.attn.v']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, tensor<128xf32> {jax.result_info = "result[1]['v.h3.ln1.b']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128xf32> {jax.result_info = "result[1]['v.h3.ln1.g']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128xf32> {jax.result_info = "result[1]['v.h3.ln2.b']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128xf32> {jax.result_info = "result[1]['v.h3.ln2.g']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<512xf32> {jax.result_info = "result[1]['v.h3.mlp.bin']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128xf32> {jax.result_info = "result[1]['v.h3.mlp.bout']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128x512xf32> {jax.result_info = "result[1]['v.h3.mlp.in']", sdy.sharding = #sdy.sharding<@mesh, [{}, {"data"}]>}, tensor<512x128xf32> {jax.result_info = "result[1]['v.h3.mlp.out']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}, tensor<128xf32> {jax.result_info = "result[1]['v.lnf.b']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128xf32> {jax.result_info = "result[1]['v.lnf.g']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<64x128xf32> {jax.result_info = "result[1]['v.wpe']", sdy.sharding = #sdy.sharding<@mesh, [{}, {"data"}]>}, tensor<512x128xf32> {jax.result_info = "result[1]['v.wte']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}, tensor<f32> {jax.result_info = "result[2]", sdy.sharding = #sdy.sharding<@mesh, []>}) {
    %0 = sdy.sharding_constraint %arg0 <@mesh, [{}, {}, {}]> : tensor<128x8x16xf32>
    %1 = sdy.sharding_constraint %arg1 <@mesh, [{}, {}, {}]> : tensor<8x16x128xf32>
    %2 = sdy.sharding_constraint %arg2 <@mesh, [{}, {}, {}]> : tensor<128x8x16xf32>
    %3 = sdy.sharding_constraint %arg3 <@mesh, [{}, {}, {}]> : tensor<128x8x16xf32>
    %4 = sdy.sharding_constraint %arg4 <@mesh, [{}]> : tensor<128xf32>
    %5 = sdy.sharding_constraint %arg5 <@mesh, [{}]> : tensor<128xf32>
    %6 = sdy.sharding_constraint %arg6 <@mesh, [{}]> : tensor<128xf32>
    %7 = sdy.sharding_constraint %arg7 <@mesh, [{}]> : tensor<128xf32>
    %8 = sdy.sharding_constraint %arg8 <@mesh, [{}]> : tensor<512xf32>
    %9 = sdy.sharding_constraint %arg9 <@mesh, [{}]> : tensor<128xf32>
    %10 = sdy.sharding_constraint %arg10 <@mesh, [{}, {}]> : tensor<128x512xf32>
    %11 = sdy.sharding_constraint %arg11 <@mesh, [{}, {}]> : tensor<512x128xf32>
    %12 = sdy.sharding_constraint %arg12 <@mesh, [{}, {}, {}]> : tensor<128x8x16xf32>
    %13 = sdy.sharding_constraint %arg13 <@mesh, [{}, {}, {}]> : tensor<8x16x128xf32>
    %14 = sdy.sharding_constraint %arg14 <@mesh, [{}, {}, {}]> : tensor<128x8x16xf32>
    %15 = sdy.sharding_constraint %arg15 <@mesh, [{}, {}, {}]> : tensor<128x8x16xf32>
    %16 = sdy.sharding_constraint %arg16 <@mesh, [{}]> : tensor<128xf32>
    %17 = sdy.sharding_constraint %arg17 <@mesh, [{}]> : tensor<128xf32>
    %18 = sdy.sharding_constraint %arg18 <@mesh, [{}]> : tensor<128xf32>
    %19 = sdy.sharding_constraint %arg19 <@mesh, [{}]> : tensor<128xf32>
    %20 = sdy.sharding_constraint %arg20 <@mesh, [{}]> : tensor<512xf32>
    %21 = sdy.sharding_constraint %arg21 <@mesh, [{}]> : tensor<128xf32>
    %22 = sdy.sharding_constraint %arg22 <@mesh, [{}, {}]> : tensor<128x512xf32>
    %23 = sdy.sharding_constraint %arg23 <@mesh, [{}, {}]> : tensor<512x128xf32>
    %24 = sdy.sharding_constraint %arg24 <@mesh, [{}, {}, {}]> : tensor<128x8x16xf32>
    %25 = sdy.sharding_constraint %arg25 <@mesh, [{}, {}, {}]> : tensor<8x16x128xf32>
    %26 = sdy.sharding_constraint %arg26 <@mesh, [{}, {}, {}]> : tensor<128x8x16xf32>
    %27 = sdy.sharding_constraint %arg27 <@mesh, [{}, {}, {}]> : tensor<128x8x16xf32>
    %28 = sdy.sharding_constraint %arg28 <@mesh, [{}]> : tensor<128xf32>
    %29 = sdy.sharding_constraint %arg29 <@mesh, [{}]> : tensor<128xf32>
    %30 = sdy.sharding_constraint %arg30 <@mesh, [{}]> : tensor<128xf32>
    %31 = sdy.sharding_constraint %arg31 <@mesh, [{}]> : tensor<128xf32>
    %32 = sdy.sharding_constraint %arg32 <@mesh, [{}]> : tensor<512xf32>
    %33 = sdy.sharding_constraint %arg33 <@mesh, [{}]> : tensor<128xf32>
    %34 = sdy.sharding_constraint %arg34 <@mesh, [{}, {}]> : tensor<128x512xf32>
    %35 = sdy.sharding_constraint %arg35 <@mesh, [{}, {}]> : tensor<512x128xf32>
    %36 = sdy.sharding_constraint %arg36 <@mesh, [{}, {}, {}]> : tensor<128x8x16xf32>
    %37 = sdy.sharding_constraint %arg37 <@mesh, [{}, {}, {}]> : tensor<8x16x128xf32>
    %38 = sdy.sharding_constraint %arg38 <@mesh, [{}, {}, {}]> : tensor<128x8x16xf32>
    %39 = sdy.sharding_constraint %arg39 <@mesh, [{}, {}, {}]> : tensor<128x8x16xf32>
    %40 = sdy.sharding_constraint %arg40 <@mesh, [{}]> : tensor<128xf32>
    %41 = sdy.sharding_constraint %arg41 <@mesh, [{}]> : tensor<128xf32>
    %42 = sdy.sharding_constraint %arg42 <@mesh, [{}]> : tensor<128xf32>
    %43 = sdy.sharding_constraint %arg43 <@mesh, [{}]> : tensor<128xf32>
    %44 = sdy.sharding_constraint %arg44 <@mesh, [{}]> : tensor<512xf32>
    %45 = sdy.sharding_constraint %arg45 <@mesh, [{}]> : tensor<128xf32>
    %46 = sdy.sharding_constraint %arg46 <@mesh, [{}, {}]> : tensor<128x512xf32>
    %47 = sdy.sharding_constraint %arg47 <@mesh, [{}, {}]> : tensor<512x128xf32>
    %48 = sdy.sharding_constraint %arg48 <@mesh, [{}]> : tensor<128xf32>
    %49 = sdy.sharding_constraint %arg49 <@mesh, [{}]> : tensor<128xf32>
    %50 = sdy.sharding_constraint %arg50 <@mesh, [{}, {}]> : tensor<64x128xf32>
    %51 = sdy.sharding_constraint %arg51 <@mesh, [{}, {}]> : tensor<512x128xf32>
    %52:2 = call @_take(%51, %arg157) : (tensor<512x128xf32>, tensor<8x64xi32>) -> (tensor<8x64x128xf32>, tensor<8x64x1xi32>)
    %53 = stablehlo.broadcast_in_dim %50, dims = [1, 2] : (tensor<64x128xf32>) -> tensor<1x64x128xf32>
    %54 = stablehlo.broadcast_in_dim %53, dims = [0, 1, 2] : (tensor<1x64x128xf32>) -> tensor<8x64x128xf32>
    %55 = stablehlo.add %52#0, %54 : tensor<8x64x128xf32>
    %c = stablehlo.constant dense<true> : tensor<i1>
    %56 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<i1>) -> tensor<64x64xi1>
    %57 = call @tril(%56) : (tensor<64x64xi1>) -> tensor<64x64xi1>
    %58 = stablehlo.broadcast_in_dim %57, dims = [2, 3] : (tensor<64x64xi1>) -> tensor<1x1x64x64xi1>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %59 = stablehlo.reduce(%55 init: %cst) applies stablehlo.add across dimensions = [2] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<8x64xf32>
    %60 = stablehlo.broadcast_in_dim %59, dims = [0, 1] : (tensor<8x64xf32>) -> tensor<8x64x1xf32>
    %cst_0 = stablehlo.constant dense<1.280000e+02> : tensor<f32>
    %61 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f32>) -> tensor<8x64x1xf32>
    %62 = stablehlo.divide %60, %61 : tensor<8x64x1xf32>
    %63 = stablehlo.broadcast_in_dim %62, dims = [0, 1, 2] : (tensor<8x64x1xf32>) -> tensor<8x64x128xf32>
    %64 = stablehlo.subtract %55, %63 : tensor<8x64x128xf32>
    %65 = chlo.square %64 : tensor<8x64x128xf32> -> tensor<8x64x128xf32>
    %cst_1 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %66 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f32>) -> tensor<8x64x128xf32>
    %67 = stablehlo.multiply %66, %64 : tensor<8x64x128xf32>
    %cst_2 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %68 = stablehlo.reduce(%65 init: %cst_2) applies stablehlo.add across dimensions = [2] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<8x64xf32>
    %69 = stablehlo.broadcast_in_dim %68, dims = [0, 1] : (tensor<8x64xf32>) -> tensor<8x64x1xf32>
    %cst_3 = stablehlo.constant dense<1.280000e+02> : tensor<f32>
    %70 = stablehlo.broadcast_in_dim %cst_3, dims = [] : (tensor<f32>) -> tensor<8x64x1xf32>
    %71 = stablehlo.divide %69, %70 : tensor<8x64x1xf32>
    %72 = stablehlo.broadcast_in_dim %62, dims = [0, 1, 2] : (tensor<8x64x1xf32>) -> tensor<8x64x128xf32>
    %73 = stablehlo.subtract %55, %72 : tensor<8x64x128xf32>
    %cst_4 = stablehlo.constant dense<9.99999974E-6> : tensor<f32>
    %74 = stablehlo.broadcast_in_dim %cst_4, dims = [] : (tensor<f32>) -> tensor<8x64x1xf32>
    %75 = stablehlo.add %71, %74 : tensor<8x64x1xf32>
    %76 = stablehlo.rsqrt %75 : tensor<8x64x1xf32>
    %77 = stablehlo.divide %76, %75 : tensor<8x64x1xf32>
    %cst_5 = stablehlo.constant dense<-5.000000e-01> : tensor<f32>
    %78 = stablehlo.broadcast_in_dim %cst_5, dims = [] : (tensor<f32>) -> tensor<8x64x1xf32>
    %79 = stablehlo.multiply %78, %77 : tensor<8x64x1xf32>
    %80 = stablehlo.broadcast_in_dim %76, dims = [0, 1, 2] : (tensor<8x64x1xf32>) -> tensor<8x64x128xf32>
    %81 = stablehlo.multiply %73, %80 : tensor<8x64x128xf32>
    %82 = stablehlo.broadcast_in_dim %5, dims = [2] : (tensor<128xf32>) -> tensor<1x1x128xf32>
    %83 = stablehlo.broadcast_in_dim %82, dims = [0, 1, 2] : (tensor<1x1x128xf32>) -> tensor<8x64x128xf32>
    %84 = stablehlo.multiply %81, %83 : tensor<8x64x128xf32>
    %85 = stablehlo.broadcast_in_dim %4, dims = [2] : (tensor<128xf32>) -> tensor<1x1x128xf32>
    %86 = stablehlo.broadcast_in_dim %85, dims = [0, 1, 2] : (tensor<1x1x128xf32>) -> tensor<8x64x128xf32>
    %87 = stablehlo.add %84, %86 : tensor<8x64x128xf32>
    %88 = stablehlo.dot_general %87, %2, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x64x128xf32>, tensor<128x8x16xf32>) -> tensor<8x64x8x16xf32>
    %89 = stablehlo.dot_general %87, %0, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x64x128xf32>, tensor<128x8x16xf32>) -> tensor<8x64x8x16xf32>
    %90 = stablehlo.dot_general %87, %3, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x64x128xf32>, tensor<128x8x16xf32>) -> tensor<8x64x8x16xf32>
    %91 = stablehlo.dot_general %88, %89, batching_dims = [0, 2] x [0, 2], contracting_dims = [3] x [3], precision = [DEFAULT, DEFAULT] : (tensor<8x64x8x16xf32>, tensor<8x64x8x16xf32>) -> tensor<8x8x64x64xf32>
    %cst_6 = stablehlo.constant dense<4.000000e+00> : tensor<f32>
    %92 = stablehlo.broadcast_in_dim %cst_6, dims = [] : (tensor<f32>) -> tensor<8x8x64x64xf32>
    %93 = stablehlo.divide %91, %92 : tensor<8x8x64x64xf32>
    %cst_7 = stablehlo.constant dense<-1.000000e+09> : tensor<f32>
    %94:3 = call @_where(%58, %93, %cst_7) : (tensor<1x1x64x64xi1>, tensor<8x8x64x64xf32>, tensor<f32>) -> (tensor<8x8x64x64xf32>, tensor<8x8x64x64xi1>, tensor<8x8x64x64xf32>)
    %cst_8 = stablehlo.constant dense<0xFF800000> : tensor<f32>
    %95 = stablehlo.reduce(%94#0 init: %cst_8) applies stablehlo.maximum across dimensions = [3] : (tensor<8x8x64x64xf32>, tensor<f32>) -> tensor<8x8x64xf32>
    %96 = stablehlo.reshape %95 : (tensor<8x8x64xf32>) -> tensor<8x8x64x1xf32>
    %97 = stablehlo.broadcast_in_dim %96, dims = [0, 1, 2, 3] : (tensor<8x8x64x1xf32>) -> tensor<8x8x64x64xf32>
    %98 = stablehlo.compare EQ, %94#0, %97, FLOAT : (tensor<8x8x64x64xf32>, tensor<8x8x64x64xf32>) -> tensor<8x8x64x64xi1>
    %99 = stablehlo.convert %98 : (tensor<8x8x64x64xi1>) -> tensor<8x8x64x64xf32>
    %cst_9 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %100 = stablehlo.reduce(%99 init: %cst_9) applies stablehlo.add across dimensions = [3] : (tensor<8x8x64x64xf32>, tensor<f32>) -> tensor<8x8x64xf32>
    %101 = stablehlo.broadcast_in_dim %95, dims = [0, 1, 2] : (tensor<8x8x64xf32>) -> tensor<8x8x64x1xf32>
    %102 = stablehlo.broadcast_in_dim %101, dims = [0, 1, 2, 3] : (tensor<8x8x64x1xf32>) -> tensor<8x8x64x64xf32>
    %103 = stablehlo.subtract %94#0, %102 : tensor<8x8x64x64xf32>
    %104 = stablehlo.exponential %103 : tensor<8x8x64x64xf32>
    %cst_10 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %105 = stablehlo.reduce(%104 init: %cst_10) applies stablehlo.add across dimensions = [3] : (tensor<8x8x64x64xf32>, tensor<f32>) -> tensor<8x8x64xf32>
    %106 = stablehlo.broadcast_in_dim %105, dims = [0, 1, 2] : (tensor<8x8x64xf32>) -> tensor<8x8x64x1xf32>
    %107 = stablehlo.broadcast_in_dim %106, dims = [0, 1, 2, 3] : (tensor<8x8x64x1xf32>) -> tensor<8x8x64x64xf32>
    %108 = stablehlo.divide %104, %107 : tensor<8x8x64x64xf32>
    %109 = stablehlo.multiply %106, %106 : tensor<8x8x64x1xf32>
    %cst_11 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %110 = stablehlo.broadcast_in_dim %cst_11, dims = [] : (tensor<f32>) -> tensor<8x8x64x1xf32>
    %111 = stablehlo.divide %110, %109 : tensor<8x8x64x1xf32>
    %112 = stablehlo.dot_general %90, %108, batching_dims = [0, 2] x [0, 1], contracting_dims = [1] x [3], precision = [DEFAULT, DEFAULT] : (tensor<8x64x8x16xf32>, tensor<8x8x64x64xf32>) -> tensor<8x8x16x64xf32>
    %113 = stablehlo.transpose %112, dims = [0, 3, 1, 2] : (tensor<8x8x16x64xf32>) -> tensor<8x64x8x16xf32>
    %114 = stablehlo.dot_general %113, %1, contracting_dims = [2, 3] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<8x64x8x16xf32>, tensor<8x16x128xf32>) -> tensor<8x64x128xf32>
    %115 = stablehlo.add %55, %114 : tensor<8x64x128xf32>
    %cst_12 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %116 = stablehlo.reduce(%115 init: %cst_12) applies stablehlo.add across dimensions = [2] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<8x64xf32>
    %117 = stablehlo.broadcast_in_dim %116, dims = [0, 1] : (tensor<8x64xf32>) -> tensor<8x64x1xf32>
    %cst_13 = stablehlo.constant dense<1.280000e+02> : tensor<f32>
    %118 = stablehlo.broadcast_in_dim %cst_13, dims = [] : (tensor<f32>) -> tensor<8x64x1xf32>
    %119 = stablehlo.divide %117, %118 : tensor<8x64x1xf32>
    %120 = stablehlo.broadcast_in_dim %119, dims = [0, 1, 2] : (tensor<8x64x1xf32>) -> tensor<8x64x128xf32>
    %121 = stablehlo.subtract %115, %120 : tensor<8x64x128xf32>
    %122 = chlo.square %121 : tensor<8x64x128xf32> -> tensor<8x64x128xf32>
    %cst_14 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %123 = stablehlo.broadcast_in_dim %cst_14, dims = [] : (tensor<f32>) -> tensor<8x64x128xf32>
    %124 = stablehlo.multiply %123, %121 : tensor<8x64x128xf32>
    %cst_15 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %125 = stablehlo.reduce(%122 init: %cst_15) applies stablehlo.add across dimensions = [2] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<8x64xf32>
    %126 = stablehlo.broadcast_in_dim %125, dims = [0, 1] : (tensor<8x64xf32>) -> tensor<8x64x1xf32>
    %cst_16 = stablehlo.constant dense<1.280000e+02> : tensor<f32>
    %127 = stablehlo.broadcast_in_dim %cst_16, dims = [] : (tensor<f32>) -> tensor<8x64x1xf32>
    %128 = stablehlo.divide %126, %127 : tensor<8x64x1xf32>
    %129 = stablehlo.broadcast_in_dim %119, dims = [0, 1, 2] : (tensor<8x64x1xf32>) -> tensor<8x64x128xf32>
    %130 = stablehlo.subtract %115, %129 : tensor<8x64x128xf32>
    %cst_17 = stablehlo.constant dense<9.99999974E-6> : tensor<f32>
    %131 = stablehlo.broadcast_in_dim %cst_17, dims = [] : (tensor<f32>) -> tensor<8x64x1xf32>
    %132 = stablehlo.add %128, %131 : tensor<8x64x1xf32>
    %133 = stablehlo.rsqrt %132 : tensor<8x64x1xf32>
    %134 = stablehlo.divide %133, %132 : tensor<8x64x1xf32>
    %cst_18 = stablehlo.constant dense<-5.000000e-01> : tensor<f32>
    %135 = stablehlo.broadcast_in_dim %cst_18, dims = [] : (tensor<f32>) -> tensor<8x64x1xf32>
    %136 = stablehlo.multiply %135, %134 : tensor<8x64x1xf32>
    %137 = stablehlo.broadcast_in_dim %133, dims = [0, 1, 2] : (tensor<8x64x1xf32>) -> tensor<8x64x128xf32>
    %138 = stablehlo.multiply %130, %137 : tensor<8x64x128xf32>
    %139 = stablehlo.broadcast_in_dim %7, dims = [2] : (tensor<128xf32>) -> tensor<1x1x128xf32>
    %140 = stablehlo.broadcast_in_dim %139, dims = [0, 1, 2] : (tensor<1x1x128xf32>) -> tensor<8x64x128xf32>
    %141 = stablehlo.multiply %138, %140 : tensor<8x64x128xf32>
    %142 = stablehlo.broadcast_in_dim %6, dims = [2] : (tensor<128xf32>) -> tensor<1x1x128xf32>
    %143 = stablehlo.broadcast_in_dim %142, dims = [0, 1, 2] : (tensor<1x1x128xf32>) -> tensor<8x64x128xf32>
    %144 = stablehlo.add %141, %143 : tensor<8x64x128xf32>
    %145 = stablehlo.dot_general %144, %10, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x64x128xf32>, tensor<128x512xf32>) -> tensor<8x64x512xf32>
    %146 = stablehlo.broadcast_in_dim %8, dims = [2] : (tensor<512xf32>) -> tensor<1x1x512xf32>
    %147 = stablehlo.broadcast_in_dim %146, dims = [0, 1, 2] : (tensor<1x1x512xf32>) -> tensor<8x64x512xf32>
    %148 = stablehlo.add %145, %147 : tensor<8x64x512xf32>
    %149 = stablehlo.multiply %148, %148 : tensor<8x64x512xf32>
    %150 = stablehlo.multiply %149, %148 : tensor<8x64x512xf32>
    %151 = stablehlo.multiply %148, %148 : tensor<8x64x512xf32>
    %cst_19 = stablehlo.constant dense<3.000000e+00> : tensor<f32>
    %152 = stablehlo.broadcast_in_dim %cst_19, dims = [] : (tensor<f32>) -> tensor<8x64x512xf32>
    %153 = stablehlo.multiply %152, %151 : tensor<8x64x512xf32>
    %cst_20 = stablehlo.constant dense<4.471500e-02> : tensor<f32>
    %154 = stablehlo.broadcast_in_dim %cst_20, dims = [] : (tensor<f32>) -> tensor<8x64x512xf32>
    %155 = stablehlo.multiply %154, %150 : tensor<8x64x512xf32>
    %156 = stablehlo.add %148, %155 : tensor<8x64x512xf32>
    %cst_21 = stablehlo.constant dense<0.797884583> : tensor<f32>
    %157 = stablehlo.broadcast_in_dim %cst_21, dims = [] : (tensor<f32>) -> tensor<8x64x512xf32>
    %158 = stablehlo.multiply %157, %156 : tensor<8x64x512xf32>
    %159 = stablehlo.tanh %158 : tensor<8x64x512xf32>
    %cst_22 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %160 = stablehlo.broadcast_in_dim %cst_22, dims = [] : (tensor<f32>) -> tensor<8x64x512xf32>
    %161 = stablehlo.subtract %160, %159 : tensor<8x64x512xf32>
    %cst_23 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %162 = stablehlo.broadcast_in_dim %cst_23, dims = [] : (tensor<f32>) -> tensor<8x64x512xf32>
    %163 = stablehlo.add %162, %159 : tensor<8x64x512xf32>
    %cst_24 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %164 = stablehlo.broadcast_in_dim %cst_24, dims = [] : (tensor<f32>) -> tensor<8x64x512xf32>
    %165 = stablehlo.multiply %164, %163 : tensor<8x64x512xf32>
    %166 = stablehlo.multiply %148, %165 : tensor<8x64x512xf32>
    %167 = stablehlo.dot_general %166, %11, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x64x512xf32>, tensor<512x128xf32>) -> tensor<8x64x128xf32>
    %168 = stablehlo.add %115, %167 : tensor<8x64x128xf32>
    %169 = stablehlo.broadcast_in_dim %9, dims = [2] : (tensor<128xf32>) -> tensor<1x1x128xf32>
    %170 = stablehlo.broadcast_in_dim %169, dims = [0, 1, 2] : (tensor<1x1x128xf32>) -> tensor<8x64x128xf32>
    %171 = stablehlo.add %168, %170 : tensor<8x64x128xf32>
    %cst_25 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %172 = stablehlo.reduce(%171 init: %cst_25) applies stablehlo.add across dimensions = [2] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<8x64xf32>
    %173 = stablehlo.broadcast_in_dim %172, dims = [0, 1] : (tensor<8x64xf32>) -> tensor<8x64x1xf32>
    %cst_26 = stablehlo.constant dense<1.280000e+02> : tensor<f32>
    %174 = stablehlo.broadcast_in_dim %cst_26, dims = [] : (tensor<f32>) -> tensor<8x64x1xf32>
    %175 = stablehlo.divide %173, %174 : tensor<8x64x1xf32>
    %176 = stablehlo.broadcast_in_dim %175, dims = [0, 1, 2] : (tensor<8x64x1xf32>) -> tensor<8x64x128xf32>
    %177 = stablehlo.subtract %171, %176 : tensor<8x64x128xf32>
    %178 = chlo.square %177 : tensor<8x64x128xf32> -> tensor<8x64x128xf32>
    %cst_27 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %179 = stablehlo.broadcast_in_dim %cst_27, dims = [] : (tensor<f32>) -> tensor<8x64x128xf32>
    %180 = stablehlo.multiply %179, %177 : tensor<8x64x128xf32>
    %cst_28 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %181 = stablehlo.reduce(%178 init: %cst_28) applies stablehlo.add across dimensions = [2] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<8x64xf32>
    %182 = stablehlo.broadcast_in_dim %181, dims = [0, 1] : (tensor<8x64xf32>) -> tensor<8x64x1xf32>
    %cst_29 = stablehlo.constant dense<1.280000e+02> : tensor<f32>
    %183 = stablehlo.broadcast_in_dim %cst_29, dims = [] : (tensor<f32>) -> tensor<8x64x1xf32>
    %184 = stablehlo.divide %182, %183 : tensor<8x64x1xf32>
    %185 = stablehlo.broadcast_in_dim %175, dims = [0, 1, 2] : (tensor<8x64x1xf32>) -> tensor<8x64x128xf32>
    %186 = stablehlo.subtract %171, %185 : tensor<8x64x128xf32>
    %cst_30 = stablehlo.constant dense<9.99999974E-6> : tensor<f32>
    %187 = stablehlo.broadcast_in_dim %cst_30, dims = [] : (tensor<f32>) -> tensor<8x64x1xf32>
    %188 = stablehlo.add %184, %187 : tensor<8x64x1xf32>
    %189 = stablehlo.rsqrt %188 : tensor<8x64x1xf32>
    %190 = stablehlo.divide %189, %188 : tensor<8x64x1xf32>
    %cst_31 = stablehlo.constant dense<-5.000000e-01> : tensor<f32>
    %191 = stablehlo.broadcast_in_dim %cst_31, dims = [] : (tensor<f32>) -> tensor<8x64x1xf32>
    %192 = stablehlo.multiply %191, %190 : tensor<8x64x1xf32>
    %193 = stablehlo.broadcast_in_dim %189, dims = [0, 1, 2] : (tensor<8x64x1xf32>) -> tensor<8x64x128xf32>
    %194 = stablehlo.multiply %186, %193 : tensor<8x64x128xf32>
    %195 = stablehlo.broadcast_in_dim %17, dims = [2] : (tensor<128xf32>) -> tensor<1x1x128xf32>
    %196 = stablehlo.broadcast_in_dim %195, dims = [0, 1, 2] : (tensor<1x1x128xf32>) -> tensor<8x64x128xf32>
    %197 = stablehlo.multiply %194, %196 : tensor<8x64x128xf32>
    %198 = stablehlo.broadcast_in_dim %16, dims = [2] : (tensor<128xf32>) -> tensor<1x1x128xf32>
    %199 = stablehlo.broadcast_in_dim %198, dims = [0, 1, 2] : (tensor<1x1x128xf32>) -> tensor<8x64x128xf32>
    %200 = stablehlo.add %197, %199 : tensor<8x64x128xf32>
    %201 = stablehlo.dot_general %200, %14, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x64x128xf32>, tensor<128x8x16xf32>) -> tensor<8x64x8x16xf32>
    %202 = stablehlo.dot_general %200, %12, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x64x128xf32>, tensor<128x8x16xf32>) -> tensor<8x64x8x16xf32>
    %203 = stablehlo.dot_general %200, %15, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x64x128xf32>, tensor<128x8x16xf32>) -> tensor<8x64x8x16xf32>
    %204 = stablehlo.dot_general %201, %202, batching_dims = [0, 2] x [0, 2], contracting_dims = [3] x [3], precision = [DEFAULT, DEFAULT] : (tensor<8x64x8x16xf32>, tensor<8x64x8x16xf32>) -> tensor<8x8x64x64xf32>
    %cst_32 = stablehlo.constant dense<4.000000e+00> : tensor<f32>
    %205 = stablehlo.broadcast_in_dim %cst_32, dims = [] : (tensor<f32>) -> tensor<8x8x64x64xf32>
    %206 = stablehlo.divide %204, %205 : tensor<8x8x64x64xf32>
    %cst_33 = stablehlo.constant dense<-1.000000e+09> : tensor<f32>
    %207:3 = call @_where(%58, %206, %cst_33) : (tensor<1x1x64x64xi1>, tensor<8x8x64x64xf32>, tensor<f32>) -> (tensor<8x8x64x64xf32>, tensor<8x8x64x64xi1>, tensor<8x8x64x64xf32>)
    %cst_34 = stablehlo.constant dense<0xFF800000> : tensor<f32>
    %208 = stablehlo.reduce(%207#0 init: %cst_34) applies stablehlo.maximum across dimensions = [3] : (tensor<8x8x64x64xf32>, tensor<f32>) -> tensor<8x8x64xf32>
    %209 = stablehlo.reshape %208 : (tensor<8x8x64xf32>) -> tensor<8x8x64x1xf32>
    %210 = stablehlo.broadcast_in_dim %209, dims = [0, 1, 2, 3] : (tensor<8x8x64x1xf32>) -> tensor<8x8x64x64xf32>
    %211 = stablehlo.compare EQ, %207#0, %210, FLOAT : (tensor<8x8x64x64xf32>, tensor<8x8x64x64xf32>) -> tensor<8x8x64x64xi1>
    %212 = stablehlo.convert %211 : (tensor<8x8x64x64xi1>) -> tensor<8x8x64x64xf32>
    %cst_35 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %213 = stablehlo.reduce(%212 init: %cst_35) applies stablehlo.add across dimensions = [3] : (tensor<8x8x64x64xf32>, tensor<f32>) -> tensor<8x8x64xf32>
    %214 = stablehlo.broadcast_in_dim %208, dims = [0, 1, 2] : (tensor<8x8x64xf32>) -> tensor<8x8x64x1xf32>
    %215 = stablehlo.broadcast_in_dim %214, dims = [0, 1, 2, 3] : (tensor<8x8x64x1xf32>) -> tensor<8x8x64x64xf32>
    %216 = stablehlo.subtract %207#0, %215 : tensor<8x8x64x64xf32>
    %217 = stablehlo.exponential %216 : tensor<8x8x64x64xf32>
    %cst_36 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %218 = stablehlo.reduce(%217 init: %cst_36) applies stablehlo.add across dimensions = [3] : (tensor<8x8x64x64xf32>, tensor<f32>) -> tensor<8x8x64xf32>
    %219 = stablehlo.broadcast_in_dim %218, dims = [0, 1, 2] : (tensor<8x8x64xf32>) -> tensor<8x8x64x1xf32>
    %220 = stablehlo.broadcast_in_dim %219, dims = [0, 1, 2, 3] : (tensor<8x8x64x1xf32>) -> tensor<8x8x64x64xf32>
    %221 = stablehlo.divide %217, %220 : tensor<8x8x64x64xf32>
    %222 = stablehlo.multiply %219, %219 : tensor<8x8x64x1xf32>
    %cst_37 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %223 = stablehlo.broadcast_in_dim %cst_37, dims = [] : (tensor<f32>) -> tensor<8x8x64x1xf32>
    %224 = stablehlo.divide %223, %222 : tensor<8x8x64x1xf32>
    %225 = stablehlo.dot_general %203, %221, batching_dims = [0, 2] x [0, 1], contracting_dims = [1] x [3], precision = [DEFAULT, DEFAULT] : (tensor<8x64x8x16xf32>, tensor<8x8x64x64xf32>) -> tensor<8x8x16x64xf32>
    %226 = stablehlo.transpose %225, dims = [0, 3, 1, 2] : (tensor<8x8x16x64xf32>) -> tensor<8x64x8x16xf32>
    %227 = stablehlo.dot_general %226, %13, contracting_dims = [2, 3] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<8x64x8x16xf32>, tensor<8x16x128xf32>) -> tensor<8x64x128xf32>
    %228 = stablehlo.add %171, %227 : tensor<8x64x128xf32>
    %cst_38 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %229 = stablehlo.reduce(%228 init: %cst_38) applies stablehlo.add across dimensions = [2] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<8x64xf32>
    %230 = stablehlo.broadcast_in_dim %229, dims = [0, 1] : (tensor<8x64xf32>) -> tensor<8x64x1xf32>
    %cst_39 = stablehlo.constant dense<1.280000e+02> : tensor<f32>
    %231 = stablehlo.broadcast_in_dim %cst_39, dims = [] : (tensor<f32>) -> tensor<8x64x1xf32>
    %232 = stablehlo.divide %230, %231 : tensor<8x64x1xf32>
    %233 = stablehlo.broadcast_in_dim %232, dims = [0, 1, 2] : (tensor<8x64x1xf32>) -> tensor<8x64x128xf32>
    %234 = stablehlo.subtract %228, %233 : tensor<8x64x128xf32>
    %235 = chlo.square %234 : tensor<8x64x128xf32> -> tensor<8x64x128xf32>
    %cst_40 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %236 = stablehlo.broadcast_in_dim %cst_40, dims = [] : (tensor<f32>) -> tensor<8x64x128xf32>
    %237 = stablehlo.multiply %236, %234 : tensor<8x64x128xf32>
    %cst_41 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %238 = stablehlo.reduce(%235 init: %cst_41) applies stablehlo.add across dimensions = [2] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<8x64xf32>
    %239 = stablehlo.broadcast_in_dim %238, dims = [0, 1] : (tensor<8x64xf32>) -> tensor<8x64x1xf32>
    %cst_42 = stablehlo.constant dense<1.280000e+02> : tensor<f32>
    %240 = stablehlo.broadcast_in_dim %cst_42, dims = [] : (tensor<f32>) -> tensor<8x64x1xf32>
    %241 = stablehlo.divide %239, %240 : tensor<8x64x1xf32>
    %242 = stablehlo.broadcast_in_dim %232, dims = [0, 1, 2] : (tensor<8x64x1xf32>) -> tensor<8x64x128xf32>
    %243 = stablehlo.subtract %228, %242 : tensor<8x64x128xf32>
    %cst_43 = stablehlo.constant dense<9.99999974E-6> : tensor<f32>
    %244 = stablehlo.broadcast_in_dim %cst_43, dims = [] : (tensor<f32>) -> tensor<8x64x1xf32>
    %245 = stablehlo.add %241, %244 : tensor<8x64x1xf32>
    %246 = stablehlo.rsqrt %245 : tensor<8x64x1xf32>
    %247 = stablehlo.divide %246, %245 : tensor<8x64x1xf32>
    %cst_44 = stablehlo.constant dense<-5.000000e-01> : tensor<f32>
    %248 = stablehlo.broadcast_in_dim %cst_44, dims = [] : (tensor<f32>) -> tensor<8x64x1xf32>
    %249 = stablehlo.multiply %248, %247 : tensor<8x64x1xf32>
    %250 = stablehlo.broadcast_in_dim %246, dims = [0, 1, 2] : (tensor<8x64x1xf32>) -> tensor<8x64x128xf32>
    %251 = stablehlo.multiply %243, %250 : tensor<8x64x128xf32>
    %252 = stablehlo.broadcast_in_dim %19, dims = [2] : (tensor<128xf32>) -> tensor<1x1x128xf32>
    %253 = stablehlo.broadcast_in_dim %252, dims = [0, 1, 2] : (tensor<1x1x128xf32>) -> tensor<8x64x128xf32>
    %254 = stablehlo.multiply %251, %253 : tensor<8x64x128xf32>
    %255 = stablehlo.broadcast_in_dim %18, dims = [2] : (tensor<128xf32>) -> tensor<1x1x128xf32>
    %256 = stablehlo.broadcast_in_dim %255, dims = [0, 1, 2] : (tensor<1x1x128xf32>) -> tensor<8x64x128xf32>
    %257 = stablehlo.add %254, %256 : tensor<8x64x128xf32>
    %258 = stablehlo.dot_general %257, %22, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x64x128xf32>, tensor<128x512xf32>) -> tensor<8x64x512xf32>
    %259 = stablehlo.broadcast_in_dim %20, dims = [2] : (tensor<512xf32>) -> tensor<1x1x512xf32>
    %260 = stablehlo.broadcast_in_dim %259, dims = [0, 1, 2] : (tensor<1x1x512xf32>) -> tensor<8x64x512xf32>
    %261 = stablehlo.add %258, %260 : tensor<8x64x512xf32>
    %262 = stablehlo.multiply %261, %261 : tensor<8x64x512xf32>
    %263 = stablehlo.multiply %262, %261 : tensor<8x64x512xf32>
    %264 = stablehlo.multiply %261, %261 : tensor<8x64x512xf32>
    %cst_45 = stablehlo.constant dense<3.000000e+00> : tensor<f32>
    %265 = stablehlo.broadcast_in_dim %cst_45, dims = [] : (tensor<f32>) -> tensor<8x64x512xf32>
    %266 = stablehlo.multiply %265, %264 : tensor<8x64x512xf32>
    %cst_46 = stablehlo.constant dense<4.471500e-02> : tensor<f32>
    %267 = stablehlo.broadcast_in_dim %cst_46, dims = [] : (tensor<f32>) -> tensor<8x64x512xf32>
    %268 = stablehlo.multiply %267, %263 : tensor<8x64x512xf32>
    %269 = stablehlo.add %261, %268 : tensor<8x64x512xf32>
    %cst_47 = stablehlo.constant dense<0.797884583> : tensor<f32>
    %270 = stablehlo.broadcast_in_dim %cst_47, dims = [] : (tensor<f32>) -> tensor<8x64x512xf32>
    %271 = stablehlo.multiply %270, %269 : tensor<8x64x512xf32>
    %272 = stablehlo.tanh %271 : tensor<8x64x512xf32>
    %cst_48 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %273 = stablehlo.broadcast_in_dim %cst_48, dims = [] : (tensor<f32>) -> tensor<8x64x512xf32>
    %274 = stablehlo.subtract %273, %272 : tensor<8x64x512xf32>
    %cst_49 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %275 = stablehlo.broadcast_in_dim %cst_49, dims = [] : (tensor<f32>) -> tensor<8x64x512xf32>
    %276 = stablehlo.add %275, %272 : tensor<8x64x512xf32>
    %cst_50 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %277 = stablehlo.broadcast_in_dim %cst_50, dims = [] : (tensor<f32>) -> tensor<8x64x512xf32>
    %278 = stablehlo.multiply %277, %276 : tensor<8x64x512xf32>
    %279 = stablehlo.multiply %261, %278 : tensor<8x64x512xf32>
    %280 = stablehlo.dot_general %279, %23, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x64x512xf32>, tensor<512x128xf32>) -> tensor<8x64x128xf32>
    %281 = stablehlo.add %228, %280 : tensor<8x64x128xf32>
    %282 = stablehlo.broadcast_in_dim %21, dims = [2] : (tensor<128xf32>) -> tensor<1x1x128xf32>
    %283 = stablehlo.broadcast_in_dim %282, dims = [0, 1, 2] : (tensor<1x1x128xf32>) -> tensor<8x64x128xf32>
    %284 = stablehlo.add %281, %283 : tensor<8x64x128xf32>
    %cst_51 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %285 = stablehlo.reduce(%284 init: %cst_51) applies stablehlo.add across dimensions = [2] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<8x64xf32>
    %286 = stablehlo.broadcast_in_dim %285, dims = [0, 1] : (tensor<8x64xf32>) -> tensor<8x64x1xf32>
    %cst_52 = stablehlo.constant dense<1.280000e+02> : tensor<f32>
    %287 = stablehlo.broadcast_in_dim %cst_52, dims = [] : (tensor<f32>) -> tensor<8x64x1xf32>
    %288 = stablehlo.divide %286, %287 : tensor<8x64x1xf32>
    %289 = stablehlo.broadcast_in_dim %288, dims = [0, 1, 2] : (tensor<8x64x1xf32>) -> tensor<8x64x128xf32>
    %290 = stablehlo.subtract %284, %289 : tensor<8x64x128xf32>
    %291 = chlo.square %290 : tensor<8x64x128xf32> -> tensor<8x64x128xf32>
    %cst_53 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %292 = stablehlo.broadcast_in_dim %cst_53, dims = [] : (tensor<f32>) -> tensor<8x64x128xf32>
    %293 = stablehlo.multiply %292, %290 : tensor<8x64x128xf32>
    %cst_54 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %294 = stablehlo.reduce(%291 init: %cst_54) applies stablehlo.add across dimensions = [2] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<8x64xf32>
    %295 = stablehlo.broadcast_in_dim %294, dims = [0, 1] : (tensor<8x64xf32>) -> tensor<8x64x1xf32>
    %cst_55 = stablehlo.constant dense<1.280000e+02> : tensor<f32>
    %296 = stablehlo.broadcast_in_dim %cst_55, dims = [] : (tensor<f32>) -> tensor<8x64x1xf32>
    %297 = stablehlo.divide %295, %296 : tensor<8x64x1xf32>
    %298 = stablehlo.broadcast_in_dim %288, dims = [0, 1, 2] : (tensor<8x64x1xf32>) -> tensor<8x64x128xf32>
    %299 = stablehlo.subtract %284, %298 : tensor<8x64x128xf32>
    %cst_56 = stablehlo.constant dense<9.99999974E-6> : tensor<f32>
    %300 = stablehlo.broadcast_in_dim %cst_56, dims = [] : (tensor<f32>) -> tensor<8x64x1xf32>
    %301 = stablehlo.add %297, %300 : tensor<8x64x1xf32>
    %302 = stablehlo.rsqrt %301 : tensor<8x64x1xf32>
    %303 = stablehlo.divide %302, %301 : tensor<8x64x1xf32>
    %cst_57 = stablehlo.constant dense<-5.000000e-01> : tensor<f32>
    %304 = stablehlo.broadcast_in_dim %cst_57, dims = [] : (tensor<f32>) -> tensor<8x64x1xf32>
    %305 = stablehlo.multiply %304, %303 : tensor<8x64x1xf32>
    %306 = stablehlo.broadcast_in_dim %302, dims = [0, 1, 2] : (tensor<8x64x1xf32>) -> tensor<8x64x128xf32>
    %307 = stablehlo.multiply %299, %306 : tensor<8x64x128xf32>
    %308 = stablehlo.broadcast_in_dim %29, dims = [2] : (tensor<128xf32>) -> tensor<1x1x128xf32>
    %309 = stablehlo.broadcast_in_dim %308, dims = [0, 1, 2] : (tensor<1x1x128xf32>) -> tensor<8x64x128xf32>
    %310 = stablehlo.multiply %307, %309 : tensor<8x64x128xf32>
    %311 = stablehlo.broadcast_in_dim %28, dims = [2] : (tensor<128xf32>) -> tensor<1x1x128xf32>
    %312 = stablehlo.broadcast_in_dim %311, dims = [0, 1, 2] : (tensor<1x1x128xf32>) -> tensor<8x64x128xf32>
    %313 = stablehlo.add %310, %312 : tensor<8x64x128xf32>
    %314 = stablehlo.dot_general %313, %26, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x64x128xf32>, tensor<128x8x16xf32>) -> tensor<8x64x8x16xf32>
    %315 = stablehlo.dot_general %313, %24, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x64x128xf32>, tensor<128x8x16xf32>) -> tensor<8x64x8x16xf32>
    %316 = stablehlo.dot_general %313, %27, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x64x128xf32>, tensor<128x8x16xf32>) -> tensor<8x64x8x16xf32>
    %317 = stablehlo.dot_general %314, %315, batching_dims = [0, 2] x [0, 2], contracting_dims = [3] x [3], precision = [DEFAULT, DEFAULT] : (tensor<8x64x8x16xf32>, tensor<8x64x8x16xf32>) -> tensor<8x8x64x64xf32>
    %cst_58 = stablehlo.constant dense<4.000000e+00> : tensor<f32>
    %318 = stablehlo.broadcast_in_dim %cst_58, dims = [] : (tensor<f32>) -> tensor<8x8x64x64xf32>
    %319 = stablehlo.divide %317, %318 : tensor<8x8x64x64xf32>
    %cst_59 = stablehlo.constant dense<-1.000000e+09> : tensor<f32>
    %320:3 = call @_where(%58, %319, %cst_59) : (tensor<1x1x64x64xi1>, tensor<8x8x64x64xf32>, tensor<f32>) -> (tensor<8x8x64x64xf32>, tensor<8x8x64x64xi1>, tensor<8x8x64x64xf32>)
    %cst_60 = stablehlo.constant dense<0xFF800000> : tensor<f32>
    %321 = stablehlo.reduce(%320#0 init: %cst_60) applies stablehlo.maximum across dimensions = [3] : (tensor<8x8x64x64xf32>, tensor<f32>) -> tensor<8x8x64xf32>
    %322 = stablehlo.reshape %321 : (tensor<8x8x64xf32>) -> tensor<8x8x64x1xf32>
    %323 = stablehlo.broadcast_in_dim %322, dims = [0, 1, 2, 3] : (tensor<8x8x64x1xf32>) -> tensor<8x8x64x64xf32>
    %324 = stablehlo.compare EQ, %320#0, %323, FLOAT : (tensor<8x8x64x64xf32>, tensor<8x8x64x64xf32>) -> tensor<8x8x64x64xi1>
    %325 = stablehlo.convert %324 : (tensor<8x8x64x64xi1>) -> tensor<8x8x64x64xf32>
    %cst_61 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %326 = stablehlo.reduce(%325 init: %cst_61) applies stablehlo.add across dimensions = [3] : (tensor<8x8x64x64xf32>, tensor<f32>) -> tensor<8x8x64xf32>
    %327 = stablehlo.broadcast_in_dim %321, dims = [0, 1, 2] : (tensor<8x8x64xf32>) -> tensor<8x8x64x1xf32>
    %328 = stablehlo.broadcast_in_dim %327, dims = [0, 1, 2, 3] : (tensor<8x8x64x1xf32>) -> tensor<8x8x64x64xf32>
    %329 = stablehlo.subtract %320#0, %328 : tensor<8x8x64x64xf32>
    %330 = stablehlo.exponential %329 : tensor<8x8x64x64xf32>
    %cst_62 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %331 = stablehlo.reduce(%330 init: %cst_62) applies stablehlo.add across dimensions = [3] : (tensor<8x8x64x64xf32>, tensor<f32>) -> tensor<8x8x64xf32>
    %332 = stablehlo.broadcast_in_dim %331, dims = [0, 1, 2] : (tensor<8x8x64xf32>) -> tensor<8x8x64x1xf32>
    %333 = stablehlo.broadcast_in_dim %332, dims = [0, 1, 2, 3] : (tensor<8x8x64x1xf32>) -> tensor<8x8x64x64xf32>
    %334 = stablehlo.divide %330, %333 : tensor<8x8x64x64xf32>
    %335 = stablehlo.multiply %332, %332 : tensor<8x8x64x1xf32>
    %cst_63 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %336 = stablehlo.broadcast_in_dim %cst_63, dims = [] : (tensor<f32>) -> tensor<8x8x64x1xf32>
    %337 = stablehlo.divide %336, %335 : tensor<8x8x64x1xf32>
    %338 = stablehlo.dot_general %316, %334, batching_dims = [0, 2] x [0, 1], contracting_dims = [1] x [3], precision = [DEFAULT, DEFAULT] : (tensor<8x64x8x16xf32>, tensor<8x8x64x64xf32>) -> tensor<8x8x16x64xf32>
    %339 = stablehlo.transpose %338, dims = [0, 3, 1, 2] : (tensor<8x8x16x64xf32>) -> tensor<8x64x8x16xf32>
    %340 = stablehlo.dot_general %339, %25, contracting_dims = [2, 3] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<8x64x8x16xf32>, tensor<8x16x128xf32>) -> tensor<8x64x128xf32>
    %341 = stablehlo.add %284, %340 : tensor<8x64x128xf32>
    %cst_64 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %342 = stablehlo.reduce(%341 init: %cst_64) applies stablehlo.add across dimensions = [2] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<8x64xf32>
    %343 = stablehlo.broadcast_in_dim %342, dims = [0, 1] : (tensor<8x64xf32>) -> tensor<8x64x1xf32>
    %cst_65 = stablehlo.constant dense<1.280000e+02> : tensor<f32>
    %344 = stablehlo.broadcast_in_dim %cst_65, dims = [] : (tensor<f32>) -> tensor<8x64x1xf32>
    %345 = stablehlo.divide %343, %344 : tensor<8x64x1xf32>
    %346 = stablehlo.broadcast_in_dim %345, dims = [0, 1, 2] : (tensor<8x64x1xf32>) -> tensor<8x64x128xf32>
    %347 = stablehlo.subtract %341, %346 : tensor<8x64x128xf32>
    %348 = chlo.square %347 : tensor<8x64x128xf32> -> tensor<8x64x128xf32>
    %cst_66 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %349 = stablehlo.broadcast_in_dim %cst_66, dims = [] : (tensor<f32>) -> tensor<8x64x128xf32>
    %350 = stablehlo.multiply %349, %347 : tensor<8x64x128xf32>
    %cst_67 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %351 = stablehlo.reduce(%348 init: %cst_67) applies stablehlo.add across dimensions = [2] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<8x64xf32>
    %352 = stablehlo.broadcast_in_dim %351, dims = [0, 1] : (tensor<8x64xf32>) -> tensor<8x64x1xf32>
    %cst_68 = stablehlo.constant dense<1.280000e+02> : tensor<f32>
    %353 = stablehlo.broadcast_in_dim %cst_68, dims = [] : (tensor<f32>) -> tensor<8x64x1xf32>
    %354 = stablehlo.divide %352, %353 : tensor<8x64x1xf32>
    %355 = stablehlo.broadcast_in_dim %345, dims = [0, 1, 2] : (tensor<8x64x1xf32>) -> tensor<8x64x128xf32>
    %356 = stablehlo.subtract %341, %355 : tensor<8x64x128xf32>
    %cst_69 = stablehlo.constant dense<9.99999974E-6> : tensor<f32>
    %357 = stablehlo.broadcast_in_dim %cst_69, dims = [] : (tensor<f32>) -> tensor<8x64x1xf32>
    %358 = stablehlo.add %354, %357 : tensor<8x64x1xf32>
    %359 = stablehlo.rsqrt %358 : tensor<8x64x1xf32>
    %360 = stablehlo.divide %359, %358 : tensor<8x64x1xf32>
    %cst_70 = stablehlo.constant dense<-5.000000e-01> : tensor<f32>
    %361 = stablehlo.broadcast_in_dim %cst_70, dims = [] : (tensor<f32>) -> tensor<8x64x1xf32>
    %362 = stablehlo.multiply %361, %360 : tensor<8x64x1xf32>
    %363 = stablehlo.broadcast_in_dim %359, dims = [0, 1, 2] : (tensor<8x64x1xf32>) -> tensor<8x64x128xf32>
    %364 = stablehlo.multiply %356, %363 : tensor<8x64x128xf32>
    %365 = stablehlo.broadcast_in_dim %31, dims = [2] : (tensor<128xf32>) -> tensor<1x1x128xf32>
    %366 = stablehlo.broadcast_in_dim %365, dims = [0, 1, 2] : (tensor<1x1x128xf32>) -> tensor<8x64x128xf32>
    %367 = stablehlo.multiply %364, %366 : tensor<8x64x128xf32>
    %368 = stablehlo.broadcast_in_dim %30, dims = [2] : (tensor<128xf32>) -> tensor<1x1x128xf32>
    %369 = stablehlo.broadcast_in_dim %368, dims = [0, 1, 2] : (tensor<1x1x128xf32>) -> tensor<8x64x128xf32>
    %370 = stablehlo.add %367, %369 : tensor<8x64x128xf32>
    %371 = stablehlo.dot_general %370, %34, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x64x128xf32>, tensor<128x512xf32>) -> tensor<8x64x512xf32>
    %372 = stablehlo.broadcast_in_dim %32, dims = [2] : (tensor<512xf32>) -> tensor<1x1x512xf32>
    %373 = stablehlo.broadcast_in_dim %372, dims = [0, 1, 2] : (tensor<1x1x512xf32>) -> tensor<8x64x512xf32>
    %374 = stablehlo.add %371, %373 : tensor<8x64x512xf32>
    %375 = stablehlo.multiply %374, %374 : tensor<8x64x512xf32>
    %376 = stablehlo.multiply %375, %374 : tensor<8x64x512xf32>
    %377 = stablehlo.multiply %374, %374 : tensor<8x64x512xf32>
    %cst_71 = stablehlo.constant dense<3.000000e+00> : tensor<f32>
    %378 = stablehlo.broadcast_in_dim %cst_71, dims = [] : (tensor<f32>) -> tensor<8x64x512xf32>
    %379 = stablehlo.multiply %378, %377 : tensor<8x64x512xf32>
    %cst_72 = stablehlo.constant dense<4.471500e-02> : tensor<f32>
    %380 = stablehlo.broadcast_in_dim %cst_72, dims = [] : (tensor<f32>) -> tensor<8x64x512xf32>
    %381 = stablehlo.multiply %380, %376 : tensor<8x64x512xf32>
    %382 = stablehlo.add %374, %381 : tensor<8x64x512xf32>
    %cst_73 = stablehlo.constant dense<0.797884583> : tensor<f32>
    %383 = stablehlo.broadcast_in_dim %cst_73, dims = [] : (tensor<f32>) -> tensor<8x64x512xf32>
    %384 = stablehlo.multiply %383, %382 : tensor<8x64x512xf32>
    %385 = stablehlo.tanh %384 : tensor<8x64x512xf32>
    %cst_74 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %386 = stablehlo.broadcast_in_dim %cst_74, dims = [] : (tensor<f32>) -> tensor<8x64x512xf32>
    %387 = stablehlo.subtract %386, %385 : tensor<8x64x512xf32>
    %cst_75 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %388 = stablehlo.broadcast_in_dim %cst_75, dims = [] : (tensor<f32>) -> tensor<8x64x512xf32>
    %389 = stablehlo.add %388, %385 : tensor<8x64x512xf32>
    %cst_76 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %390 = stablehlo.broadcast_in_dim %cst_76, dims = [] : (tensor<f32>) -> tensor<8x64x512xf32>
    %391 = stablehlo.multiply %390, %389 : tensor<8x64x512xf32>
    %392 = stablehlo.multiply %374, %391 : tensor<8x64x512xf32>
    %393 = stablehlo.dot_general %392, %35, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x64x512xf32>, tensor<512x128xf32>) -> tensor<8x64x128xf32>
    %394 = stablehlo.add %341, %393 : tensor<8x64x128xf32>
    %395 = stablehlo.broadcast_in_dim %33, dims = [2] : (tensor<128xf32>) -> tensor<1x1x128xf32>
    %396 = stablehlo.broadcast_in_dim %395, dims = [0, 1, 2] : (tensor<1x1x128xf32>) -> tensor<8x64x128xf32>
    %397 = stablehlo.add %394, %396 : tensor<8x64x128xf32>
    %cst_77 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %398 = stablehlo.reduce(%397 init: %cst_77) applies stablehlo.add across dimensions = [2] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<8x64xf32>
    %399 = stablehlo.broadcast_in_dim %398, dims = [0, 1] : (tensor<8x64xf32>) -> tensor<8x64x1xf32>
    %cst_78 = stablehlo.constant dense<1.280000e+02> : tensor<f32>
    %400 = stablehlo.broadcast_in_dim %cst_78, dims = [] : (tensor<f32>) -> tensor<8x64x1xf32>
    %401 = stablehlo.divide %399, %400 : tensor<8x64x1xf32>
    %402 = stablehlo.broadcast_in_dim %401, dims = [0, 1, 2] : (tensor<8x64x1xf32>) -> tensor<8x64x128xf32>
    %403 = stablehlo.subtract %397, %402 : tensor<8x64x128xf32>
    %404 = chlo.square %403 : tensor<8x64x128xf32> -> tensor<8x64x128xf32>
    %cst_79 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %405 = stablehlo.broadcast_in_dim %cst_79, dims = [] : (tensor<f32>) -> tensor<8x64x128xf32>
    %406 = stablehlo.multiply %405, %403 : tensor<8x64x128xf32>
    %cst_80 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %407 = stablehlo.reduce(%404 init: %cst_80) applies stablehlo.add across dimensions = [2] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<8x64xf32>
    %408 = stablehlo.broadcast_in_dim %407, dims = [0, 1] : (tensor<8x64xf32>) -> tensor<8x64x1xf32>
    %cst_81 = stablehlo.constant dense<1.280000e+02> : tensor<f32>
    %409 = stablehlo.broadcast_in_dim %cst_81, dims = [] : (tensor<f32>) -> tensor<8x64x1xf32>
    %410 = stablehlo.divide %408, %409 : tensor<8x64x1xf32>
    %411 = stablehlo.broadcast_in_dim %401, dims = [0, 1, 2] : (tensor<8x64x1xf32>) -> tensor<8x64x128xf32>
    %412 = stablehlo.subtract %397, %411 : tensor<8x64x128xf32>
    %cst_82 = stablehlo.constant dense<9.99999974E-6> : tensor<f32>
    %413 = stablehlo.broadcast_in_dim %cst_82, dims = [] : (tensor<f32>) -> tensor<8x64x1xf32>
    %414 = stablehlo.add %410, %413 : tensor<8x64x1xf32>
    %415 = stablehlo.rsqrt %414 : tensor<8x64x1xf32>
    %416 = stablehlo.divide %415, %414 : tensor<8x64x1xf32>
    %cst_83 = stablehlo.constant dense<-5.000000e-01> : tensor<f32>
    %417 = stablehlo.broadcast_in_dim %cst_83, dims = [] : (tensor<f32>) -> tensor<8x64x1xf32>
    %418 = stablehlo.multiply %417, %416 : tensor<8x64x1xf32>
    %419 = stablehlo.broadcast_in_dim %415, dims = [0, 1, 2] : (tensor<8x64x1xf32>) -> tensor<8x64x128xf32>
    %420 = stablehlo.multiply %412, %419 : tensor<8x64x128xf32>
    %421 = stablehlo.broadcast_in_dim %41, dims = [2] : (tensor<128xf32>) -> tensor<1x1x128xf32>
    %422 = stablehlo.broadcast_in_dim %421, dims = [0, 1, 2] : (tensor<1x1x128xf32>) -> tensor<8x64x128xf32>
    %423 = stablehlo.multiply %420, %422 : tensor<8x64x128xf32>
    %424 = stablehlo.broadcast_in_dim %40, dims = [2] : (tensor<128xf32>) -> tensor<1x1x128xf32>
    %425 = stablehlo.broadcast_in_dim %424, dims = [0, 1, 2] : (tensor<1x1x128xf32>) -> tensor<8x64x128xf32>
    %426 = stablehlo.add %423, %425 : tensor<8x64x128xf32>
    %427 = stablehlo.dot_general %426, %38, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x64x128xf32>, tensor<128x8x16xf32>) -> tensor<8x64x8x16xf32>
    %428 = stablehlo.dot_general %426, %36, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x64x128xf32>, tensor<128x8x16xf32>) -> tensor<8x64x8x16xf32>
    %429 = stablehlo.dot_general %426, %39, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x64x128xf32>, tensor<128x8x16xf32>) -> tensor<8x64x8x16xf32>
    %430 = stablehlo.dot_general %427, %428, batching_dims = [0, 2] x [0, 2], contracting_dims = [3] x [3], precision = [DEFAULT, DEFAULT] : (tensor<8x64x8x16xf32>, tensor<8x64x8x16xf32>) -> tensor<8x8x64x64xf32>
    %cst_84 = stablehlo.constant dense<4.000000e+00> : tensor<f32>
    %431 = stablehlo.broadcast_in_dim %cst_84, dims = [] : (tensor<f32>) -> tensor<8x8x64x64xf32>
    %432 = stablehlo.divide %430, %431 : tensor<8x8x64x64xf32>
    %cst_85 = stablehlo.constant dense<-1.000000e+09> : tensor<f32>
    %433:3 = call @_where(%58, %432, %cst_85) : (tensor<1x1x64x64xi1>, tensor<8x8x64x64xf32>, tensor<f32>) -> (tensor<8x8x64x64xf32>, tensor<8x8x64x64xi1>, tensor<8x8x64x64xf32>)
    %cst_86 = stablehlo.constant dense<0xFF800000> : tensor<f32>
    %434 = stablehlo.reduce(%433#0 init: %cst_86) applies stablehlo.maximum across dimensions = [3] : (tensor<8x8x64x64xf32>, tensor<f32>) -> tensor<8x8x64xf32>
    %435 = stablehlo.reshape %434 : (tensor<8x8x64xf32>) -> tensor<8x8x64x1xf32>
    %436 = stablehlo.broadcast_in_dim %435, dims = [0, 1, 2, 3] : (tensor<8x8x64x1xf32>) -> tensor<8x8x64x64xf32>
    %437 = stablehlo.compare EQ, %433#0, %436, FLOAT : (tensor<8x8x64x64xf32>, tensor<8x8x64x64xf32>) -> tensor<8x8x64x64xi1>
    %438 = stablehlo.convert %437 : (tensor<8x8x64x64xi1>) -> tensor<8x8x64x64xf32>
    %cst_87 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %439 = stablehlo.reduce(%438 init: %cst_87) applies stablehlo.add across dimensions = [3] : (tensor<8x8x64x64xf32>, tensor<f32>) -> tensor<8x8x64xf32>
    %440 = stablehlo.broadcast_in_dim %434, dims = [0, 1, 2] : (tensor<8x8x64xf32>) -> tensor<8x8x64x1xf32>
    %441 = stablehlo.broadcast_in_dim %440, dims = [0, 1, 2, 3] : (tensor<8x8x64x1xf32>) -> tensor<8x8x64x64xf32>
    %442 = stablehlo.subtract %433#0, %441 : tensor<8x8x64x64xf32>
    %443 = stablehlo.exponential %442 : tensor<8x8x64x64xf32>
    %cst_88 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %444 = stablehlo.reduce(%443 init: %cst_88) applies stablehlo.add across dimensions = [3] : (tensor<8x8x64x64xf32>, tensor<f32>) -> tensor<8x8x64xf32>
    %445 = stablehlo.broadcast_in_dim %444, dims = [0, 1, 2] : (tensor<8x8x64xf32>) -> tensor<8x8x64x1xf32>
    %446 = stablehlo.broadcast_in_dim %445, dims = [0, 1, 2, 3] : (tensor<8x8x64x1xf32>) -> tensor<8x8x64x64xf32>
    %447 = stablehlo.divide %443, %446 : tensor<8x8x64x64xf32>
    %448 = stablehlo.multiply %445, %445 : tensor<8x8x64x1xf32>
    %cst_89 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %449 = stablehlo.broadcast_in_dim %cst_89, dims = [] : (tensor<f32>) -> tensor<8x8x64x1xf32>
    %450 = stablehlo.divide %449, %448 : tensor<8x8x64x1xf32>
    %451 = stablehlo.dot_general %429, %447, batching_dims = [0, 2] x [0, 1], contracting_dims = [1] x [3], precision = [DEFAULT, DEFAULT] : (tensor<8x64x8x16xf32>, tensor<8x8x64x64xf32>) -> tensor<8x8x16x64xf32>
    %452 = stablehlo.transpose %451, dims = [0, 3, 1, 2] : (tensor<8x8x16x64xf32>) -> tensor<8x64x8x16xf32>
    %453 = stablehlo.dot_general %452, %37, contracting_dims = [2, 3] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<8x64x8x16xf32>, tensor<8x16x128xf32>) -> tensor<8x64x128xf32>
    %454 = stablehlo.add %397, %453 : tensor<8x64x128xf32>
    %cst_90 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %455 = stablehlo.reduce(%454 init: %cst_90) applies stablehlo.add across dimensions = [2] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<8x64xf32>
    %456 = stablehlo.broadcast_in_dim %455, dims = [0, 1] : (tensor<8x64xf32>) -> tensor<8x64x1xf32>
    %cst_91 = stablehlo.constant dense<1.280000e+02> : tensor<f32>
    %457 = stablehlo.broadcast_in_dim %cst_91, dims = [] : (tensor<f32>) -> tensor<8x64x1xf32>
    %458 = stablehlo.divide %456, %457 : tensor<8x64x1xf32>
    %459 = stablehlo.broadcast_in_dim %458, dims = [0, 1, 2] : (tensor<8x64x1xf32>) -> tensor<8x64x128xf32>
    %460 = stablehlo.subtract %454, %459 : tensor<8x64x128xf32>
    %461 = chlo.square %460 : tensor<8x64x128xf32> -> tensor<8x64x128xf32>
    %cst_92 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %462 = stablehlo.broadcast_in_dim %cst_92, dims = [] : (tensor<f32>) -> tensor<8x64x128xf32>
    %463 = stablehlo.multiply %462, %460 : tensor<8x64x128xf32>
    %cst_93 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %464 = stablehlo.reduce(%461 init: %cst_93) applies stablehlo.add across dimensions = [2] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<8x64xf32>
    %465 = stablehlo.broadcast_in_dim %464, dims = [0, 1] : (tensor<8x64xf32>) -> tensor<8x64x1xf32>
    %cst_94 = stablehlo.constant dense<1.280000e+02> : tensor<f32>
    %466 = stablehlo.broadcast_in_dim %cst_94, dims = [] : (tensor<f32>) -> tensor<8x64x1xf32>
    %467 = stablehlo.divide %465, %466 : tensor<8x64x1xf32>
    %468 = stablehlo.broadcast_in_dim %458, dims = [0, 1, 2] : (tensor<8x64x1xf32>) -> tensor<8x64x128xf32>
    %469 = stablehlo.subtract %454, %468 : tensor<8x64x128xf32>
    %cst_95 = stablehlo.constant dense<9.99999974E-6> : tensor<f32>
    %470 = stablehlo.broadcast_in_dim %cst_95, dims = [] : (tensor<f32>) -> tensor<8x64x1xf32>
    %471 = stablehlo.add %467, %470 : tensor<8x64x1xf32>
    %472 = stablehlo.rsqrt %471 : tensor<8x64x1xf32>
    %473 = stablehlo.divide %472, %471 : tensor<8x64x1xf32>
    %cst_96 = stablehlo.constant dense<-5.000000e-01> : tensor<f32>
    %474 = stablehlo.broadcast_in_dim %cst_96, dims = [] : (tensor<f32>) -> tensor<8x64x1xf32>
    %475 = stablehlo.multiply %474, %473 : tensor<8x64x1xf32>
    %476 = stablehlo.broadcast_in_dim %472, dims = [0, 1, 2] : (tensor<8x64x1xf32>) -> tensor<8x64x128xf32>
    %477 = stablehlo.multiply %469, %476 : tensor<8x64x128xf32>
    %478 = stablehlo.broadcast_in_dim %43, dims = [2] : (tensor<128xf32>) -> tensor<1x1x128xf32>
    %479 = stablehlo.broadcast_in_dim %478, dims = [0, 1, 2] : (tensor<1x1x128xf32>) -> tensor<8x64x128xf32>
    %480 = stablehlo.multiply %477, %479 : tensor<8x64x128xf32>
    %481 = stablehlo.broadcast_in_dim %42, dims = [2] : (tensor<128xf32>) -> tensor<1x1x128xf32>
    %482 = stablehlo.broadcast_in_dim %481, dims = [0, 1, 2] : (tensor<1x1x128xf32>) -> tensor<8x64x128xf32>
    %483 = stablehlo.add %480, %482 : tensor<8x64x128xf32>
    %484 = stablehlo.dot_general %483, %46, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x64x128xf32>, tensor<128x512xf32>) -> tensor<8x64x512xf32>
    %485 = stablehlo.broadcast_in_dim %44, dims = [2] : (tensor<512xf32>) -> tensor<1x1x512xf32>
    %486 = stablehlo.broadcast_in_dim %485, dims = [0, 1, 2] : (tensor<1x1x512xf32>) -> tensor<8x64x512xf32>
    %487 = stablehlo.add %484, %486 : tensor<8x64x512xf32>
    %488 = stablehlo.multiply %487, %487 : tensor<8x64x512xf32>
    %489 = stablehlo.multiply %488, %487 : tensor<8x64x512xf32>
    %490 = stablehlo.multiply %487, %487 : tensor<8x64x512xf32>
    %cst_97 = stablehlo.constant dense<3.000000e+00> : tensor<f32>
    %491 = stablehlo.broadcast_in_dim %cst_97, dims = [] : (tensor<f32>) -> tensor<8x64x512xf32>
    %492 = stablehlo.multiply %491, %490 : tensor<8x64x512xf32>
    %cst_98 = stablehlo.constant dense<4.471500e-02> : tensor<f32>
    %493 = stablehlo.broadcast_in_dim %cst_98, dims = [] : (tensor<f32>) -> tensor<8x64x512xf32>
    %494 = stablehlo.multiply %493, %489 : tensor<8x64x512xf32>
    %495 = stablehlo.add %487, %494 : tensor<8x64x512xf32>
    %cst_99 = stablehlo.constant dense<0.797884583> : tensor<f32>
    %496 = stablehlo.broadcast_in_dim %cst_99, dims = [] : (tensor<f32>) -> tensor<8x64x512xf32>
    %497 = stablehlo.multiply %496, %495 : tensor<8x64x512xf32>
    %498 = stablehlo.tanh %497 : tensor<8x64x512xf32>
    %cst_100 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %499 = stablehlo.broadcast_in_dim %cst_100, dims = [] : (tensor<f32>) -> tensor<8x64x512xf32>
    %500 = stablehlo.subtract %499, %498 : tensor<8x64x512xf32>
    %cst_101 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %501 = stablehlo.broadcast_in_dim %cst_101, dims = [] : (tensor<f32>) -> tensor<8x64x512xf32>
    %502 = stablehlo.add %501, %498 : tensor<8x64x512xf32>
    %cst_102 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %503 = stablehlo.broadcast_in_dim %cst_102, dims = [] : (tensor<f32>) -> tensor<8x64x512xf32>
    %504 = stablehlo.multiply %503, %502 : tensor<8x64x512xf32>
    %505 = stablehlo.multiply %487, %504 : tensor<8x64x512xf32>
    %506 = stablehlo.dot_general %505, %47, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x64x512xf32>, tensor<512x128xf32>) -> tensor<8x64x128xf32>
    %507 = stablehlo.add %454, %506 : tensor<8x64x128xf32>
    %508 = stablehlo.broadcast_in_dim %45, dims = [2] : (tensor<128xf32>) -> tensor<1x1x128xf32>
    %509 = stablehlo.broadcast_in_dim %508, dims = [0, 1, 2] : (tensor<1x1x128xf32>) -> tensor<8x64x128xf32>
    %510 = stablehlo.add %507, %509 : tensor<8x64x128xf32>
    %cst_103 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %511 = stablehlo.reduce(%510 init: %cst_103) applies stablehlo.add across dimensions = [2] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<8x64xf32>
    %512 = stablehlo.broadcast_in_dim %511, dims = [0, 1] : (tensor<8x64xf32>) -> tensor<8x64x1xf32>
    %cst_104 = stablehlo.constant dense<1.280000e+02> : tensor<f32>
    %513 = stablehlo.broadcast_in_dim %cst_104, dims = [] : (tensor<f32>) -> tensor<8x64x1xf32>
    %514 = stablehlo.divide %512, %513 : tensor<8x64x1xf32>
    %515 = stablehlo.broadcast_in_dim %514, dims = [0, 1, 2] : (tensor<8x64x1xf32>) -> tensor<8x64x128xf32>
    %516 = stablehlo.subtract %510, %515 : tensor<8x64x128xf32>
    %517 = chlo.square %516 : tensor<8x64x128xf32> -> tensor<8x64x128xf32>
    %cst_105 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %518 = stablehlo.broadcast_in_dim %cst_105, dims = [] : (tensor<f32>) -> tensor<8x64x128xf32>
    %519 = stablehlo.multiply %518, %516 : tensor<8x64x128xf32>
    %cst_106 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %520 = stablehlo.reduce(%517 init: %cst_106) applies stablehlo.add across dimensions = [2] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<8x64xf32>
    %521 = stablehlo.broadcast_in_dim %520, dims = [0, 1] : (tensor<8x64xf32>) -> tensor<8x64x1xf32>
    %cst_107 = stablehlo.constant dense<1.280000e+02> : tensor<f32>
    %522 = stablehlo.broadcast_in_dim %cst_107, dims = [] : (tensor<f32>) -> tensor<8x64x1xf32>
    %523 = stablehlo.divide %521, %522 : tensor<8x64x1xf32>
    %524 = stablehlo.broadcast_in_dim %514, dims = [0, 1, 2] : (tensor<8x64x1xf32>) -> tensor<8x64x128xf32>
    %525 = stablehlo.subtract %510, %524 : tensor<8x64x128xf32>
    %cst_108 = stablehlo.constant dense<9.99999974E-6> : tensor<f32>
    %526 = stablehlo.broadcast_in_dim %cst_108, dims = [] : (tensor<f32>) -> tensor<8x64x1xf32>
    %527 = stablehlo.add %523, %526 : tensor<8x64x1xf32>
    %528 = stablehlo.rsqrt %527 : tensor<8x64x1xf32>
    %529 = stablehlo.divide %528, %527 : tensor<8x64x1xf32>
    %cst_109 = stablehlo.constant dense<-5.000000e-01> : tensor<f32>
    %530 = stablehlo.broadcast_in_dim %cst_109, dims = [] : (tensor<f32>) -> tensor<8x64x1xf32>
    %531 = stablehlo.multiply %530, %529 : tensor<8x64x1xf32>
    %532 = stablehlo.broadcast_in_dim %528, dims = [0, 1, 2] : (tensor<8x64x1xf32>) -> tensor<8x64x128xf32>
    %533 = stablehlo.multiply %525, %532 : tensor<8x64x128xf32>
    %534 = stablehlo.broadcast_in_dim %49, dims = [2] : (tensor<128xf32>) -> tensor<1x1x128xf32>
    %535 = stablehlo.broadcast_in_dim %534, dims = [0, 1, 2] : (tensor<1x1x128xf32>) -> tensor<8x64x128xf32>
    %536 = stablehlo.multiply %533, %535 : tensor<8x64x128xf32>
    %537 = stablehlo.broadcast_in_dim %48, dims = [2] : (tensor<128xf32>) -> tensor<1x1x128xf32>
    %538 = stablehlo.broadcast_in_dim %537, dims = [0, 1, 2] : (tensor<1x1x128xf32>) -> tensor<8x64x128xf32>
    %539 = stablehlo.add %536, %538 : tensor<8x64x128xf32>
    %540 = stablehlo.dot_general %539, %51, contracting_dims = [2] x [1], precision = [DEFAULT, DEFAULT] : (tensor<8x64x128xf32>, tensor<512x128xf32>) -> tensor<8x64x512xf32>
    %cst_110 = stablehlo.constant dense<0xFF800000> : tensor<f32>
    %541 = stablehlo.reduce(%540 init: %cst_110) applies stablehlo.maximum across dimensions = [2] : (tensor<8x64x512xf32>, tensor<f32>) -> tensor<8x64xf32>
    %542 = stablehlo.reshape %541 : (tensor<8x64xf32>) -> tensor<8x64x1xf32>
    %543 = stablehlo.broadcast_in_dim %542, dims = [0, 1, 2] : (tensor<8x64x1xf32>) -> tensor<8x64x512xf32>
    %544 = stablehlo.compare EQ, %540, %543, FLOAT : (tensor<8x64x512xf32>, tensor<8x64x512xf32>) -> tensor<8x64x512xi1>
    %545 = stablehlo.convert %544 : (tensor<8x64x512xi1>) -> tensor<8x64x512xf32>
    %cst_111 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %546 = stablehlo.reduce(%545 init: %cst_111) applies stablehlo.add across dimensions = [2] : (tensor<8x64x512xf32>, tensor<f32>) -> tensor<8x64xf32>
    %547 = stablehlo.broadcast_in_dim %541, dims = [0, 1] : (tensor<8x64xf32>) -> tensor<8x64x1xf32>
    %548 = stablehlo.broadcast_in_dim %547, dims = [0, 1, 2] : (tensor<8x64x1xf32>) -> tensor<8x64x512xf32>
    %549 = stablehlo.subtract %540, %548 : tensor<8x64x512xf32>
    %550 = stablehlo.exponential %549 : tensor<8x64x512xf32>
    %cst_112 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %551 = stablehlo.reduce(%550 init: %cst_112) applies stablehlo.add across dimensions = [2] : (tensor<8x64x512xf32>, tensor<f32>) -> tensor<8x64xf32>
    %552 = stablehlo.log %551 : tensor<8x64xf32>
    %553 = stablehlo.broadcast_in_dim %arg158, dims = [0, 1] : (tensor<8x64xi32>) -> tensor<8x64x1xi32>
    %554 = stablehlo.iota dim = 0 : tensor<512xi32>
    %555 = stablehlo.broadcast_in_dim %554, dims = [2] : (tensor<512xi32>) -> tensor<1x1x512xi32>
    %556 = stablehlo.broadcast_in_dim %553, dims = [0, 1, 2] : (tensor<8x64x1xi32>) -> tensor<8x64x512xi32>
    %557 = stablehlo.broadcast_in_dim %555, dims = [0, 1, 2] : (tensor<1x1x512xi32>) -> tensor<8x64x512xi32>
    %558 = stablehlo.compare EQ, %556, %557, SIGNED : (tensor<8x64x512xi32>, tensor<8x64x512xi32>) -> tensor<8x64x512xi1>
    %559 = stablehlo.convert %558 : (tensor<8x64x512xi1>) -> tensor<8x64x512xf32>
    %560 = stablehlo.multiply %549, %559 : tensor<8x64x512xf32>
    %cst_113 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %561 = stablehlo.reduce(%560 init: %cst_113) applies stablehlo.add across dimensions = [2] : (tensor<8x64x512xf32>, tensor<f32>) -> tensor<8x64xf32>
    %562 = stablehlo.subtract %552, %561 : tensor<8x64xf32>
    %cst_114 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %563 = stablehlo.reduce(%562 init: %cst_114) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x64xf32>, tensor<f32>) -> tensor<f32>
    %cst_115 = stablehlo.constant dense<5.120000e+02> : tensor<f32>
    %564 = stablehlo.divide %563, %cst_115 : tensor<f32>
    %cst_116 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %cst_117 = stablehlo.constant dense<5.120000e+02> : tensor<f32>
    %565 = stablehlo.divide %cst_116, %cst_117 : tensor<f32>
    %566 = stablehlo.broadcast_in_dim %565, dims = [] : (tensor<f32>) -> tensor<8x64xf32>
    %567 = stablehlo.negate %566 : tensor<8x64xf32>
    %568 = stablehlo.broadcast_in_dim %567, dims = [0, 1] : (tensor<8x64xf32>) -> tensor<8x64x512xf32>
    %569 = stablehlo.multiply %568, %559 : tensor<8x64x512xf32>
    %570 = stablehlo.divide %566, %551 : tensor<8x64xf32>
    %571 = stablehlo.broadcast_in_dim %570, dims = [0, 1] : (tensor<8x64xf32>) -> tensor<8x64x512xf32>
    %572 = stablehlo.multiply %571, %550 : tensor<8x64x512xf32>
    %573 = stablehlo.add %569, %572 : tensor<8x64x512xf32>
    %574 = stablehlo.dot_general %573, %539, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<8x64x512xf32>, tensor<8x64x128xf32>) -> tensor<512x128xf32>
    %575 = stablehlo.dot_general %573, %51, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x64x512xf32>, tensor<512x128xf32>) -> tensor<8x64x128xf32>
    %cst_118 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %576 = stablehlo.reduce(%575 init: %cst_118) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<128xf32>
    %577 = stablehlo.reshape %576 : (tensor<128xf32>) -> tensor<1x1x128xf32>
    %cst_119 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %578 = stablehlo.reduce(%577 init: %cst_119) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x128xf32>, tensor<f32>) -> tensor<128xf32>
    %579 = stablehlo.multiply %533, %575 : tensor<8x64x128xf32>
    %cst_120 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %580 = stablehlo.reduce(%579 init: %cst_120) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<128xf32>
    %581 = stablehlo.reshape %580 : (tensor<128xf32>) -> tensor<1x1x128xf32>
    %582 = stablehlo.broadcast_in_dim %534, dims = [0, 1, 2] : (tensor<1x1x128xf32>) -> tensor<8x64x128xf32>
    %583 = stablehlo.multiply %575, %582 : tensor<8x64x128xf32>
    %cst_121 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %584 = stablehlo.reduce(%581 init: %cst_121) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x128xf32>, tensor<f32>) -> tensor<128xf32>
    %585 = stablehlo.multiply %525, %583 : tensor<8x64x128xf32>
    %cst_122 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %586 = stablehlo.reduce(%585 init: %cst_122) applies stablehlo.add across dimensions = [2] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<8x64xf32>
    %587 = stablehlo.reshape %586 : (tensor<8x64xf32>) -> tensor<8x64x1xf32>
    %588 = stablehlo.broadcast_in_dim %528, dims = [0, 1, 2] : (tensor<8x64x1xf32>) -> tensor<8x64x128xf32>
    %589 = stablehlo.multiply %583, %588 : tensor<8x64x128xf32>
    %590 = stablehlo.multiply %587, %531 : tensor<8x64x1xf32>
    %591 = stablehlo.negate %589 : tensor<8x64x128xf32>
    %cst_123 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %592 = stablehlo.reduce(%591 init: %cst_123) applies stablehlo.add across dimensions = [2] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<8x64xf32>
    %593 = stablehlo.reshape %592 : (tensor<8x64xf32>) -> tensor<8x64x1xf32>
    %cst_124 = stablehlo.constant dense<1.280000e+02> : tensor<f32>
    %594 = stablehlo.broadcast_in_dim %cst_124, dims = [] : (tensor<f32>) -> tensor<8x64x1xf32>
    %595 = stablehlo.divide %590, %594 : tensor<8x64x1xf32>
    %cst_125 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %596 = stablehlo.reduce(%595 init: %cst_125) applies stablehlo.add across dimensions = [2] : (tensor<8x64x1xf32>, tensor<f32>) -> tensor<8x64xf32>
    %597 = stablehlo.broadcast_in_dim %596, dims = [0, 1] : (tensor<8x64xf32>) -> tensor<8x64x128xf32>
    %598 = stablehlo.multiply %597, %519 : tensor<8x64x128xf32>
    %599 = stablehlo.negate %598 : tensor<8x64x128xf32>
    %cst_126 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %600 = stablehlo.reduce(%599 init: %cst_126) applies stablehlo.add across dimensions = [2] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<8x64xf32>
    %601 = stablehlo.reshape %600 : (tensor<8x64xf32>) -> tensor<8x64x1xf32>
    %602 = stablehlo.add %589, %598 : tensor<8x64x128xf32>
    %603 = stablehlo.add %593, %601 : tensor<8x64x1xf32>
    %cst_127 = stablehlo.constant dense<1.280000e+02> : tensor<f32>
    %604 = stablehlo.broadcast_in_dim %cst_127, dims = [] : (tensor<f32>) -> tensor<8x64x1xf32>
    %605 = stablehlo.divide %603, %604 : tensor<8x64x1xf32>
    %cst_128 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %606 = stablehlo.reduce(%605 init: %cst_128) applies stablehlo.add across dimensions = [2] : (tensor<8x64x1xf32>, tensor<f32>) -> tensor<8x64xf32>
    %607 = stablehlo.broadcast_in_dim %606, dims = [0, 1] : (tensor<8x64xf32>) -> tensor<8x64x128xf32>
    %608 = stablehlo.add %602, %607 : tensor<8x64x128xf32>
    %cst_129 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %609 = stablehlo.reduce(%608 init: %cst_129) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<128xf32>
    %610 = stablehlo.reshape %609 : (tensor<128xf32>) -> tensor<1x1x128xf32>
    %cst_130 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %611 = stablehlo.reduce(%610 init: %cst_130) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x128xf32>, tensor<f32>) -> tensor<128xf32>
    %612 = stablehlo.dot_general %608, %505, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<8x64x128xf32>, tensor<8x64x512xf32>) -> tensor<128x512xf32>
    %613 = stablehlo.transpose %612, dims = [1, 0] : (tensor<128x512xf32>) -> tensor<512x128xf32>
    %614 = stablehlo.dot_general %608, %47, contracting_dims = [2] x [1], precision = [DEFAULT, DEFAULT] : (tensor<8x64x128xf32>, tensor<512x128xf32>) -> tensor<8x64x512xf32>
    %615 = stablehlo.multiply %487, %614 : tensor<8x64x512xf32>
    %616 = stablehlo.multiply %614, %504 : tensor<8x64x512xf32>
    %cst_131 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %617 = stablehlo.broadcast_in_dim %cst_131, dims = [] : (tensor<f32>) -> tensor<8x64x512xf32>
    %618 = stablehlo.multiply %617, %615 : tensor<8x64x512xf32>
    %619 = stablehlo.multiply %618, %500 : tensor<8x64x512xf32>
    %620 = stablehlo.multiply %619, %498 : tensor<8x64x512xf32>
    %621 = stablehlo.add %619, %620 : tensor<8x64x512xf32>
    %cst_132 = stablehlo.constant dense<0.797884583> : tensor<f32>
    %622 = stablehlo.broadcast_in_dim %cst_132, dims = [] : (tensor<f32>) -> tensor<8x64x512xf32>
    %623 = stablehlo.multiply %622, %621 : tensor<8x64x512xf32>
    %624 = stablehlo.add %616, %623 : tensor<8x64x512xf32>
    %cst_133 = stablehlo.constant dense<4.471500e-02> : tensor<f32>
    %625 = stablehlo.broadcast_in_dim %cst_133, dims = [] : (tensor<f32>) -> tensor<8x64x512xf32>
    %626 = stablehlo.multiply %625, %623 : tensor<8x64x512xf32>
    %627 = stablehlo.multiply %626, %492 : tensor<8x64x512xf32>
    %628 = stablehlo.add %624, %627 : tensor<8x64x512xf32>
    %cst_134 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %629 = stablehlo.reduce(%628 init: %cst_134) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x64x512xf32>, tensor<f32>) -> tensor<512xf32>
    %630 = stablehlo.reshape %629 : (tensor<512xf32>) -> tensor<1x1x512xf32>
    %cst_135 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %631 = stablehlo.reduce(%630 init: %cst_135) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x512xf32>, tensor<f32>) -> tensor<512xf32>
    %632 = stablehlo.dot_general %628, %483, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<8x64x512xf32>, tensor<8x64x128xf32>) -> tensor<512x128xf32>
    %633 = stablehlo.transpose %632, dims = [1, 0] : (tensor<512x128xf32>) -> tensor<128x512xf32>
    %634 = stablehlo.dot_general %628, %46, contracting_dims = [2] x [1], precision = [DEFAULT, DEFAULT] : (tensor<8x64x512xf32>, tensor<128x512xf32>) -> tensor<8x64x128xf32>
    %cst_136 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %635 = stablehlo.reduce(%634 init: %cst_136) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<128xf32>
    %636 = stablehlo.reshape %635 : (tensor<128xf32>) -> tensor<1x1x128xf32>
    %cst_137 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %637 = stablehlo.reduce(%636 init: %cst_137) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x128xf32>, tensor<f32>) -> tensor<128xf32>
    %638 = stablehlo.multiply %477, %634 : tensor<8x64x128xf32>
    %cst_138 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %639 = stablehlo.reduce(%638 init: %cst_138) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<128xf32>
    %640 = stablehlo.reshape %639 : (tensor<128xf32>) -> tensor<1x1x128xf32>
    %641 = stablehlo.broadcast_in_dim %478, dims = [0, 1, 2] : (tensor<1x1x128xf32>) -> tensor<8x64x128xf32>
    %642 = stablehlo.multiply %634, %641 : tensor<8x64x128xf32>
    %cst_139 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %643 = stablehlo.reduce(%640 init: %cst_139) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x128xf32>, tensor<f32>) -> tensor<128xf32>
    %644 = stablehlo.multiply %469, %642 : tensor<8x64x128xf32>
    %cst_140 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %645 = stablehlo.reduce(%644 init: %cst_140) applies stablehlo.add across dimensions = [2] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<8x64xf32>
    %646 = stablehlo.reshape %645 : (tensor<8x64xf32>) -> tensor<8x64x1xf32>
    %647 = stablehlo.broadcast_in_dim %472, dims = [0, 1, 2] : (tensor<8x64x1xf32>) -> tensor<8x64x128xf32>
    %648 = stablehlo.multiply %642, %647 : tensor<8x64x128xf32>
    %649 = stablehlo.multiply %646, %475 : tensor<8x64x1xf32>
    %650 = stablehlo.negate %648 : tensor<8x64x128xf32>
    %cst_141 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %651 = stablehlo.reduce(%650 init: %cst_141) applies stablehlo.add across dimensions = [2] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<8x64xf32>
    %652 = stablehlo.reshape %651 : (tensor<8x64xf32>) -> tensor<8x64x1xf32>
    %653 = stablehlo.add %608, %648 : tensor<8x64x128xf32>
    %cst_142 = stablehlo.constant dense<1.280000e+02> : tensor<f32>
    %654 = stablehlo.broadcast_in_dim %cst_142, dims = [] : (tensor<f32>) -> tensor<8x64x1xf32>
    %655 = stablehlo.divide %649, %654 : tensor<8x64x1xf32>
    %cst_143 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %656 = stablehlo.reduce(%655 init: %cst_143) applies stablehlo.add across dimensions = [2] : (tensor<8x64x1xf32>, tensor<f32>) -> tensor<8x64xf32>
    %657 = stablehlo.broadcast_in_dim %656, dims = [0, 1] : (tensor<8x64xf32>) -> tensor<8x64x128xf32>
    %658 = stablehlo.multiply %657, %463 : tensor<8x64x128xf32>
    %659 = stablehlo.negate %658 : tensor<8x64x128xf32>
    %cst_144 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %660 = stablehlo.reduce(%659 init: %cst_144) applies stablehlo.add across dimensions = [2] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<8x64xf32>
    %661 = stablehlo.reshape %660 : (tensor<8x64xf32>) -> tensor<8x64x1xf32>
    %662 = stablehlo.add %653, %658 : tensor<8x64x128xf32>
    %663 = stablehlo.add %652, %661 : tensor<8x64x1xf32>
    %cst_145 = stablehlo.constant dense<1.280000e+02> : tensor<f32>
    %664 = stablehlo.broadcast_in_dim %cst_145, dims = [] : (tensor<f32>) -> tensor<8x64x1xf32>
    %665 = stablehlo.divide %663, %664 : tensor<8x64x1xf32>
    %cst_146 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %666 = stablehlo.reduce(%665 init: %cst_146) applies stablehlo.add across dimensions = [2] : (tensor<8x64x1xf32>, tensor<f32>) -> tensor<8x64xf32>
    %667 = stablehlo.broadcast_in_dim %666, dims = [0, 1] : (tensor<8x64xf32>) -> tensor<8x64x128xf32>
    %668 = stablehlo.add %662, %667 : tensor<8x64x128xf32>
    %669 = stablehlo.dot_general %668, %452, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<8x64x128xf32>, tensor<8x64x8x16xf32>) -> tensor<128x8x16xf32>
    %670 = stablehlo.transpose %669, dims = [1, 2, 0] : (tensor<128x8x16xf32>) -> tensor<8x16x128xf32>
    %671 = stablehlo.dot_general %668, %37, contracting_dims = [2] x [2], precision = [DEFAULT, DEFAULT] : (tensor<8x64x128xf32>, tensor<8x16x128xf32>) -> tensor<8x64x8x16xf32>
    %672 = stablehlo.transpose %671, dims = [0, 2, 3, 1] : (tensor<8x64x8x16xf32>) -> tensor<8x8x16x64xf32>
    %673 = stablehlo.dot_general %672, %429, batching_dims = [0, 1] x [0, 2], contracting_dims = [2] x [3], precision = [DEFAULT, DEFAULT] : (tensor<8x8x16x64xf32>, tensor<8x64x8x16xf32>) -> tensor<8x8x64x64xf32>
    %674 = stablehlo.dot_general %672, %447, batching_dims = [0, 1] x [0, 1], contracting_dims = [3] x [2], precision = [DEFAULT, DEFAULT] : (tensor<8x8x16x64xf32>, tensor<8x8x64x64xf32>) -> tensor<8x8x16x64xf32>
    %675 = stablehlo.transpose %674, dims = [0, 3, 1, 2] : (tensor<8x8x16x64xf32>) -> tensor<8x64x8x16xf32>
    %676 = stablehlo.broadcast_in_dim %450, dims = [0, 1, 2, 3] : (tensor<8x8x64x1xf32>) -> tensor<8x8x64x64xf32>
    %677 = stablehlo.multiply %673, %676 : tensor<8x8x64x64xf32>
    %678 = stablehlo.multiply %677, %443 : tensor<8x8x64x64xf32>
    %cst_147 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %679 = stablehlo.reduce(%678 init: %cst_147) applies stablehlo.add across dimensions = [3] : (tensor<8x8x64x64xf32>, tensor<f32>) -> tensor<8x8x64xf32>
    %680 = stablehlo.reshape %679 : (tensor<8x8x64xf32>) -> tensor<8x8x64x1xf32>
    %681 = stablehlo.negate %680 : tensor<8x8x64x1xf32>
    %682 = stablehlo.broadcast_in_dim %445, dims = [0, 1, 2, 3] : (tensor<8x8x64x1xf32>) -> tensor<8x8x64x64xf32>
    %683 = stablehlo.divide %673, %682 : tensor<8x8x64x64xf32>
    %cst_148 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %684 = stablehlo.reduce(%681 init: %cst_148) applies stablehlo.add across dimensions = [3] : (tensor<8x8x64x1xf32>, tensor<f32>) -> tensor<8x8x64xf32>
    %685 = stablehlo.broadcast_in_dim %684, dims = [0, 1, 2] : (tensor<8x8x64xf32>) -> tensor<8x8x64x64xf32>
    %686 = stablehlo.add %683, %685 : tensor<8x8x64x64xf32>
    %687 = stablehlo.multiply %686, %443 : tensor<8x8x64x64xf32>
    %688 = call @_where_0(%433#1, %433#2, %687) : (tensor<8x8x64x64xi1>, tensor<8x8x64x64xf32>, tensor<8x8x64x64xf32>) -> tensor<8x8x64x64xf32>
    %cst_149 = stablehlo.constant dense<4.000000e+00> : tensor<f32>
    %689 = stablehlo.broadcast_in_dim %cst_149, dims = [] : (tensor<f32>) -> tensor<8x8x64x64xf32>
    %690 = stablehlo.divide %688, %689 : tensor<8x8x64x64xf32>
    %691 = stablehlo.dot_general %690, %427, batching_dims = [0, 1] x [0, 2], contracting_dims = [2] x [1], precision = [DEFAULT, DEFAULT] : (tensor<8x8x64x64xf32>, tensor<8x64x8x16xf32>) -> tensor<8x8x64x16xf32>
    %692 = stablehlo.transpose %691, dims = [0, 2, 1, 3] : (tensor<8x8x64x16xf32>) -> tensor<8x64x8x16xf32>
    %693 = stablehlo.dot_general %690, %428, batching_dims = [0, 1] x [0, 2], contracting_dims = [3] x [1], precision = [DEFAULT, DEFAULT] : (tensor<8x8x64x64xf32>, tensor<8x64x8x16xf32>) -> tensor<8x8x64x16xf32>
    %694 = stablehlo.transpose %693, dims = [0, 2, 1, 3] : (tensor<8x8x64x16xf32>) -> tensor<8x64x8x16xf32>
    %695 = stablehlo.dot_general %675, %426, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<8x64x8x16xf32>, tensor<8x64x128xf32>) -> tensor<8x16x128xf32>
    %696 = stablehlo.transpose %695, dims = [2, 0, 1] : (tensor<8x16x128xf32>) -> tensor<128x8x16xf32>
    %697 = stablehlo.dot_general %675, %39, contracting_dims = [2, 3] x [1, 2], precision = [DEFAULT, DEFAULT] : (tensor<8x64x8x16xf32>, tensor<128x8x16xf32>) -> tensor<8x64x128xf32>
    %698 = stablehlo.dot_general %692, %426, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<8x64x8x16xf32>, tensor<8x64x128xf32>) -> tensor<8x16x128xf32>
    %699 = stablehlo.transpose %698, dims = [2, 0, 1] : (tensor<8x16x128xf32>) -> tensor<128x8x16xf32>
    %700 = stablehlo.dot_general %692, %36, contracting_dims = [2, 3] x [1, 2], precision = [DEFAULT, DEFAULT] : (tensor<8x64x8x16xf32>, tensor<128x8x16xf32>) -> tensor<8x64x128xf32>
    %701 = stablehlo.add %697, %700 : tensor<8x64x128xf32>
    %702 = stablehlo.dot_general %694, %426, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<8x64x8x16xf32>, tensor<8x64x128xf32>) -> tensor<8x16x128xf32>
    %703 = stablehlo.transpose %702, dims = [2, 0, 1] : (tensor<8x16x128xf32>) -> tensor<128x8x16xf32>
    %704 = stablehlo.dot_general %694, %38, contracting_dims = [2, 3] x [1, 2], precision = [DEFAULT, DEFAULT] : (tensor<8x64x8x16xf32>, tensor<128x8x16xf32>) -> tensor<8x64x128xf32>
    %705 = stablehlo.add %701, %704 : tensor<8x64x128xf32>
    %cst_150 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %706 = stablehlo.reduce(%705 init: %cst_150) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<128xf32>
    %707 = stablehlo.reshape %706 : (tensor<128xf32>) -> tensor<1x1x128xf32>
    %cst_151 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %708 = stablehlo.reduce(%707 init: %cst_151) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x128xf32>, tensor<f32>) -> tensor<128xf32>
    %709 = stablehlo.multiply %420, %705 : tensor<8x64x128xf32>
    %cst_152 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %710 = stablehlo.reduce(%709 init: %cst_152) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<128xf32>
    %711 = stablehlo.reshape %710 : (tensor<128xf32>) -> tensor<1x1x128xf32>
    %712 = stablehlo.broadcast_in_dim %421, dims = [0, 1, 2] : (tensor<1x1x128xf32>) -> tensor<8x64x128xf32>
    %713 = stablehlo.multiply %705, %712 : tensor<8x64x128xf32>
    %cst_153 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %714 = stablehlo.reduce(%711 init: %cst_153) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x128xf32>, tensor<f32>) -> tensor<128xf32>
    %715 = stablehlo.multiply %412, %713 : tensor<8x64x128xf32>
    %cst_154 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %716 = stablehlo.reduce(%715 init: %cst_154) applies stablehlo.add across dimensions = [2] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<8x64xf32>
    %717 = stablehlo.reshape %716 : (tensor<8x64xf32>) -> tensor<8x64x1xf32>
    %718 = stablehlo.broadcast_in_dim %415, dims = [0, 1, 2] : (tensor<8x64x1xf32>) -> tensor<8x64x128xf32>
    %719 = stablehlo.multiply %713, %718 : tensor<8x64x128xf32>
    %720 = stablehlo.multiply %717, %418 : tensor<8x64x1xf32>
    %721 = stablehlo.negate %719 : tensor<8x64x128xf32>
    %cst_155 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %722 = stablehlo.reduce(%721 init: %cst_155) applies stablehlo.add across dimensions = [2] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<8x64xf32>
    %723 = stablehlo.reshape %722 : (tensor<8x64xf32>) -> tensor<8x64x1xf32>
    %724 = stablehlo.add %668, %719 : tensor<8x64x128xf32>
    %cst_156 = stablehlo.constant dense<1.280000e+02> : tensor<f32>
    %725 = stablehlo.broadcast_in_dim %cst_156, dims = [] : (tensor<f32>) -> tensor<8x64x1xf32>
    %726 = stablehlo.divide %720, %725 : tensor<8x64x1xf32>
    %cst_157 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %727 = stablehlo.reduce(%726 init: %cst_157) applies stablehlo.add across dimensions = [2] : (tensor<8x64x1xf32>, tensor<f32>) -> tensor<8x64xf32>
    %728 = stablehlo.broadcast_in_dim %727, dims = [0, 1] : (tensor<8x64xf32>) -> tensor<8x64x128xf32>
    %729 = stablehlo.multiply %728, %406 : tensor<8x64x128xf32>
    %730 = stablehlo.negate %729 : tensor<8x64x128xf32>
    %cst_158 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %731 = stablehlo.reduce(%730 init: %cst_158) applies stablehlo.add across dimensions = [2] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<8x64xf32>
    %732 = stablehlo.reshape %731 : (tensor<8x64xf32>) -> tensor<8x64x1xf32>
    %733 = stablehlo.add %724, %729 : tensor<8x64x128xf32>
    %734 = stablehlo.add %723, %732 : tensor<8x64x1xf32>
    %cst_159 = stablehlo.constant dense<1.280000e+02> : tensor<f32>
    %735 = stablehlo.broadcast_in_dim %cst_159, dims = [] : (tensor<f32>) -> tensor<8x64x1xf32>
    %736 = stablehlo.divide %734, %735 : tensor<8x64x1xf32>
    %cst_160 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %737 = stablehlo.reduce(%736 init: %cst_160) applies stablehlo.add across dimensions = [2] : (tensor<8x64x1xf32>, tensor<f32>) -> tensor<8x64xf32>
    %738 = stablehlo.broadcast_in_dim %737, dims = [0, 1] : (tensor<8x64xf32>) -> tensor<8x64x128xf32>
    %739 = stablehlo.add %733, %738 : tensor<8x64x128xf32>
    %cst_161 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %740 = stablehlo.reduce(%739 init: %cst_161) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<128xf32>
    %741 = stablehlo.reshape %740 : (tensor<128xf32>) -> tensor<1x1x128xf32>
    %cst_162 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %742 = stablehlo.reduce(%741 init: %cst_162) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x128xf32>, tensor<f32>) -> tensor<128xf32>
    %743 = stablehlo.dot_general %739, %392, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<8x64x128xf32>, tensor<8x64x512xf32>) -> tensor<128x512xf32>
    %744 = stablehlo.transpose %743, dims = [1, 0] : (tensor<128x512xf32>) -> tensor<512x128xf32>
    %745 = stablehlo.dot_general %739, %35, contracting_dims = [2] x [1], precision = [DEFAULT, DEFAULT] : (tensor<8x64x128xf32>, tensor<512x128xf32>) -> tensor<8x64x512xf32>
    %746 = stablehlo.multiply %374, %745 : tensor<8x64x512xf32>
    %747 = stablehlo.multiply %745, %391 : tensor<8x64x512xf32>
    %cst_163 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %748 = stablehlo.broadcast_in_dim %cst_163, dims = [] : (tensor<f32>) -> tensor<8x64x512xf32>
    %749 = stablehlo.multiply %748, %746 : tensor<8x64x512xf32>
    %750 = stablehlo.multiply %749, %387 : tensor<8x64x512xf32>
    %751 = stablehlo.multiply %750, %385 : tensor<8x64x512xf32>
    %752 = stablehlo.add %750, %751 : tensor<8x64x512xf32>
    %cst_164 = stablehlo.constant dense<0.797884583> : tensor<f32>
    %753 = stablehlo.broadcast_in_dim %cst_164, dims = [] : (tensor<f32>) -> tensor<8x64x512xf32>
    %754 = stablehlo.multiply %753, %752 : tensor<8x64x512xf32>
    %755 = stablehlo.add %747, %754 : tensor<8x64x512xf32>
    %cst_165 = stablehlo.constant dense<4.471500e-02> : tensor<f32>
    %756 = stablehlo.broadcast_in_dim %cst_165, dims = [] : (tensor<f32>) -> tensor<8x64x512xf32>
    %757 = stablehlo.multiply %756, %754 : tensor<8x64x512xf32>
    %758 = stablehlo.multiply %757, %379 : tensor<8x64x512xf32>
    %759 = stablehlo.add %755, %758 : tensor<8x64x512xf32>
    %cst_166 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %760 = stablehlo.reduce(%759 init: %cst_166) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x64x512xf32>, tensor<f32>) -> tensor<512xf32>
    %761 = stablehlo.reshape %760 : (tensor<512xf32>) -> tensor<1x1x512xf32>
    %cst_167 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %762 = stablehlo.reduce(%761 init: %cst_167) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x512xf32>, tensor<f32>) -> tensor<512xf32>
    %763 = stablehlo.dot_general %759, %370, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<8x64x512xf32>, tensor<8x64x128xf32>) -> tensor<512x128xf32>
    %764 = stablehlo.transpose %763, dims = [1, 0] : (tensor<512x128xf32>) -> tensor<128x512xf32>
    %765 = stablehlo.dot_general %759, %34, contracting_dims = [2] x [1], precision = [DEFAULT, DEFAULT] : (tensor<8x64x512xf32>, tensor<128x512xf32>) -> tensor<8x64x128xf32>
    %cst_168 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %766 = stablehlo.reduce(%765 init: %cst_168) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<128xf32>
    %767 = stablehlo.reshape %766 : (tensor<128xf32>) -> tensor<1x1x128xf32>
    %cst_169 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %768 = stablehlo.reduce(%767 init: %cst_169) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x128xf32>, tensor<f32>) -> tensor<128xf32>
    %769 = stablehlo.multiply %364, %765 : tensor<8x64x128xf32>
    %cst_170 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %770 = stablehlo.reduce(%769 init: %cst_170) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<128xf32>
    %771 = stablehlo.reshape %770 : (tensor<128xf32>) -> tensor<1x1x128xf32>
    %772 = stablehlo.broadcast_in_dim %365, dims = [0, 1, 2] : (tensor<1x1x128xf32>) -> tensor<8x64x128xf32>
    %773 = stablehlo.multiply %765, %772 : tensor<8x64x128xf32>
    %cst_171 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %774 = stablehlo.reduce(%771 init: %cst_171) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x128xf32>, tensor<f32>) -> tensor<128xf32>
    %775 = stablehlo.multiply %356, %773 : tensor<8x64x128xf32>
    %cst_172 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %776 = stablehlo.reduce(%775 init: %cst_172) applies stablehlo.add across dimensions = [2] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<8x64xf32>
    %777 = stablehlo.reshape %776 : (tensor<8x64xf32>) -> tensor<8x64x1xf32>
    %778 = stablehlo.broadcast_in_dim %359, dims = [0, 1, 2] : (tensor<8x64x1xf32>) -> tensor<8x64x128xf32>
    %779 = stablehlo.multiply %773, %778 : tensor<8x64x128xf32>
    %780 = stablehlo.multiply %777, %362 : tensor<8x64x1xf32>
    %781 = stablehlo.negate %779 : tensor<8x64x128xf32>
    %cst_173 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %782 = stablehlo.reduce(%781 init: %cst_173) applies stablehlo.add across dimensions = [2] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<8x64xf32>
    %783 = stablehlo.reshape %782 : (tensor<8x64xf32>) -> tensor<8x64x1xf32>
    %784 = stablehlo.add %739, %779 : tensor<8x64x128xf32>
    %cst_174 = stablehlo.constant dense<1.280000e+02> : tensor<f32>
    %785 = stablehlo.broadcast_in_dim %cst_174, dims = [] : (tensor<f32>) -> tensor<8x64x1xf32>
    %786 = stablehlo.divide %780, %785 : tensor<8x64x1xf32>
    %cst_175 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %787 = stablehlo.reduce(%786 init: %cst_175) applies stablehlo.add across dimensions = [2] : (tensor<8x64x1xf32>, tensor<f32>) -> tensor<8x64xf32>
    %788 = stablehlo.broadcast_in_dim %787, dims = [0, 1] : (tensor<8x64xf32>) -> tensor<8x64x128xf32>
    %789 = stablehlo.multiply %788, %350 : tensor<8x64x128xf32>
    %790 = stablehlo.negate %789 : tensor<8x64x128xf32>
    %cst_176 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %791 = stablehlo.reduce(%790 init: %cst_176) applies stablehlo.add across dimensions = [2] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<8x64xf32>
    %792 = stablehlo.reshape %791 : (tensor<8x64xf32>) -> tensor<8x64x1xf32>
    %793 = stablehlo.add %784, %789 : tensor<8x64x128xf32>
    %794 = stablehlo.add %783, %792 : tensor<8x64x1xf32>
    %cst_177 = stablehlo.constant dense<1.280000e+02> : tensor<f32>
    %795 = stablehlo.broadcast_in_dim %cst_177, dims = [] : (tensor<f32>) -> tensor<8x64x1xf32>
    %796 = stablehlo.divide %794, %795 : tensor<8x64x1xf32>
    %cst_178 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %797 = stablehlo.reduce(%796 init: %cst_178) applies stablehlo.add across dimensions = [2] : (tensor<8x64x1xf32>, tensor<f32>) -> tensor<8x64xf32>
    %798 = stablehlo.broadcast_in_dim %797, dims = [0, 1] : (tensor<8x64xf32>) -> tensor<8x64x128xf32>
    %799 = stablehlo.add %793, %798 : tensor<8x64x128xf32>
    %800 = stablehlo.dot_general %799, %339, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<8x64x128xf32>, tensor<8x64x8x16xf32>) -> tensor<128x8x16xf32>
    %801 = stablehlo.transpose %800, dims = [1, 2, 0] : (tensor<128x8x16xf32>) -> tensor<8x16x128xf32>
    %802 = stablehlo.dot_general %799, %25, contracting_dims = [2] x [2], precision = [DEFAULT, DEFAULT] : (tensor<8x64x128xf32>, tensor<8x16x128xf32>) -> tensor<8x64x8x16xf32>
    %803 = stablehlo.transpose %802, dims = [0, 2, 3, 1] : (tensor<8x64x8x16xf32>) -> tensor<8x8x16x64xf32>
    %804 = stablehlo.dot_general %803, %316, batching_dims = [0, 1] x [0, 2], contracting_dims = [2] x [3], precision = [DEFAULT, DEFAULT] : (tensor<8x8x16x64xf32>, tensor<8x64x8x16xf32>) -> tensor<8x8x64x64xf32>
    %805 = stablehlo.dot_general %803, %334, batching_dims = [0, 1] x [0, 1], contracting_dims = [3] x [2], precision = [DEFAULT, DEFAULT] : (tensor<8x8x16x64xf32>, tensor<8x8x64x64xf32>) -> tensor<8x8x16x64xf32>
    %806 = stablehlo.transpose %805, dims = [0, 3, 1, 2] : (tensor<8x8x16x64xf32>) -> tensor<8x64x8x16xf32>
    %807 = stablehlo.broadcast_in_dim %337, dims = [0, 1, 2, 3] : (tensor<8x8x64x1xf32>) -> tensor<8x8x64x64xf32>
    %808 = stablehlo.multiply %804, %807 : tensor<8x8x64x64xf32>
    %809 = stablehlo.multiply %808, %330 : tensor<8x8x64x64xf32>
    %cst_179 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %810 = stablehlo.reduce(%809 init: %cst_179) applies stablehlo.add across dimensions = [3] : (tensor<8x8x64x64xf32>, tensor<f32>) -> tensor<8x8x64xf32>
    %811 = stablehlo.reshape %810 : (tensor<8x8x64xf32>) -> tensor<8x8x64x1xf32>
    %812 = stablehlo.negate %811 : tensor<8x8x64x1xf32>
    %813 = stablehlo.broadcast_in_dim %332, dims = [0, 1, 2, 3] : (tensor<8x8x64x1xf32>) -> tensor<8x8x64x64xf32>
    %814 = stablehlo.divide %804, %813 : tensor<8x8x64x64xf32>
    %cst_180 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %815 = stablehlo.reduce(%812 init: %cst_180) applies stablehlo.add across dimensions = [3] : (tensor<8x8x64x1xf32>, tensor<f32>) -> tensor<8x8x64xf32>
    %816 = stablehlo.broadcast_in_dim %815, dims = [0, 1, 2] : (tensor<8x8x64xf32>) -> tensor<8x8x64x64xf32>
    %817 = stablehlo.add %814, %816 : tensor<8x8x64x64xf32>
    %818 = stablehlo.multiply %817, %330 : tensor<8x8x64x64xf32>
    %819 = call @_where_0(%320#1, %320#2, %818) : (tensor<8x8x64x64xi1>, tensor<8x8x64x64xf32>, tensor<8x8x64x64xf32>) -> tensor<8x8x64x64xf32>
    %cst_181 = stablehlo.constant dense<4.000000e+00> : tensor<f32>
    %820 = stablehlo.broadcast_in_dim %cst_181, dims = [] : (tensor<f32>) -> tensor<8x8x64x64xf32>
    %821 = stablehlo.divide %819, %820 : tensor<8x8x64x64xf32>
    %822 = stablehlo.dot_general %821, %314, batching_dims = [0, 1] x [0, 2], contracting_dims = [2] x [1], precision = [DEFAULT, DEFAULT] : (tensor<8x8x64x64xf32>, tensor<8x64x8x16xf32>) -> tensor<8x8x64x16xf32>
    %823 = stablehlo.transpose %822, dims = [0, 2, 1, 3] : (tensor<8x8x64x16xf32>) -> tensor<8x64x8x16xf32>
    %824 = stablehlo.dot_general %821, %315, batching_dims = [0, 1] x [0, 2], contracting_dims = [3] x [1], precision = [DEFAULT, DEFAULT] : (tensor<8x8x64x64xf32>, tensor<8x64x8x16xf32>) -> tensor<8x8x64x16xf32>
    %825 = stablehlo.transpose %824, dims = [0, 2, 1, 3] : (tensor<8x8x64x16xf32>) -> tensor<8x64x8x16xf32>
    %826 = stablehlo.dot_general %806, %313, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<8x64x8x16xf32>, tensor<8x64x128xf32>) -> tensor<8x16x128xf32>
    %827 = stablehlo.transpose %826, dims = [2, 0, 1] : (tensor<8x16x128xf32>) -> tensor<128x8x16xf32>
    %828 = stablehlo.dot_general %806, %27, contracting_dims = [2, 3] x [1, 2], precision = [DEFAULT, DEFAULT] : (tensor<8x64x8x16xf32>, tensor<128x8x16xf32>) -> tensor<8x64x128xf32>
    %829 = stablehlo.dot_general %823, %313, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<8x64x8x16xf32>, tensor<8x64x128xf32>) -> tensor<8x16x128xf32>
    %830 = stablehlo.transpose %829, dims = [2, 0, 1] : (tensor<8x16x128xf32>) -> tensor<128x8x16xf32>
    %831 = stablehlo.dot_general %823, %24, contracting_dims = [2, 3] x [1, 2], precision = [DEFAULT, DEFAULT] : (tensor<8x64x8x16xf32>, tensor<128x8x16xf32>) -> tensor<8x64x128xf32>
    %832 = stablehlo.add %828, %831 : tensor<8x64x128xf32>
    %833 = stablehlo.dot_general %825, %313, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<8x64x8x16xf32>, tensor<8x64x128xf32>) -> tensor<8x16x128xf32>
    %834 = stablehlo.transpose %833, dims = [2, 0, 1] : (tensor<8x16x128xf32>) -> tensor<128x8x16xf32>
    %835 = stablehlo.dot_general %825, %26, contracting_dims = [2, 3] x [1, 2], precision = [DEFAULT, DEFAULT] : (tensor<8x64x8x16xf32>, tensor<128x8x16xf32>) -> tensor<8x64x128xf32>
    %836 = stablehlo.add %832, %835 : tensor<8x64x128xf32>
    %cst_182 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %837 = stablehlo.reduce(%836 init: %cst_182) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<128xf32>
    %838 = stablehlo.reshape %837 : (tensor<128xf32>) -> tensor<1x1x128xf32>
    %cst_183 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %839 = stablehlo.reduce(%838 init: %cst_183) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x128xf32>, tensor<f32>) -> tensor<128xf32>
    %840 = stablehlo.multiply %307, %836 : tensor<8x64x128xf32>
    %cst_184 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %841 = stablehlo.reduce(%840 init: %cst_184) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<128xf32>
    %842 = stablehlo.reshape %841 : (tensor<128xf32>) -> tensor<1x1x128xf32>
    %843 = stablehlo.broadcast_in_dim %308, dims = [0, 1, 2] : (tensor<1x1x128xf32>) -> tensor<8x64x128xf32>
    %844 = stablehlo.multiply %836, %843 : tensor<8x64x128xf32>
    %cst_185 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %845 = stablehlo.reduce(%842 init: %cst_185) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x128xf32>, tensor<f32>) -> tensor<128xf32>
    %846 = stablehlo.multiply %299, %844 : tensor<8x64x128xf32>
    %cst_186 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %847 = stablehlo.reduce(%846 init: %cst_186) applies stablehlo.add across dimensions = [2] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<8x64xf32>
    %848 = stablehlo.reshape %847 : (tensor<8x64xf32>) -> tensor<8x64x1xf32>
    %849 = stablehlo.broadcast_in_dim %302, dims = [0, 1, 2] : (tensor<8x64x1xf32>) -> tensor<8x64x128xf32>
    %850 = stablehlo.multiply %844, %849 : tensor<8x64x128xf32>
    %851 = stablehlo.multiply %848, %305 : tensor<8x64x1xf32>
    %852 = stablehlo.negate %850 : tensor<8x64x128xf32>
    %cst_187 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %853 = stablehlo.reduce(%852 init: %cst_187) applies stablehlo.add across dimensions = [2] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<8x64xf32>
    %854 = stablehlo.reshape %853 : (tensor<8x64xf32>) -> tensor<8x64x1xf32>
    %855 = stablehlo.add %799, %850 : tensor<8x64x128xf32>
    %cst_188 = stablehlo.constant dense<1.280000e+02> : tensor<f32>
    %856 = stablehlo.broadcast_in_dim %cst_188, dims = [] : (tensor<f32>) -> tensor<8x64x1xf32>
    %857 = stablehlo.divide %851, %856 : tensor<8x64x1xf32>
    %cst_189 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %858 = stablehlo.reduce(%857 init: %cst_189) applies stablehlo.add across dimensions = [2] : (tensor<8x64x1xf32>, tensor<f32>) -> tensor<8x64xf32>
    %859 = stablehlo.broadcast_in_dim %858, dims = [0, 1] : (tensor<8x64xf32>) -> tensor<8x64x128xf32>
    %860 = stablehlo.multiply %859, %293 : tensor<8x64x128xf32>
    %861 = stablehlo.negate %860 : tensor<8x64x128xf32>
    %cst_190 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %862 = stablehlo.reduce(%861 init: %cst_190) applies stablehlo.add across dimensions = [2] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<8x64xf32>
    %863 = stablehlo.reshape %862 : (tensor<8x64xf32>) -> tensor<8x64x1xf32>
    %864 = stablehlo.add %855, %860 : tensor<8x64x128xf32>
    %865 = stablehlo.add %854, %863 : tensor<8x64x1xf32>
    %cst_191 = stablehlo.constant dense<1.280000e+02> : tensor<f32>
    %866 = stablehlo.broadcast_in_dim %cst_191, dims = [] : (tensor<f32>) -> tensor<8x64x1xf32>
    %867 = stablehlo.divide %865, %866 : tensor<8x64x1xf32>
    %cst_192 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %868 = stablehlo.reduce(%867 init: %cst_192) applies stablehlo.add across dimensions = [2] : (tensor<8x64x1xf32>, tensor<f32>) -> tensor<8x64xf32>
    %869 = stablehlo.broadcast_in_dim %868, dims = [0, 1] : (tensor<8x64xf32>) -> tensor<8x64x128xf32>
    %870 = stablehlo.add %864, %869 : tensor<8x64x128xf32>
    %cst_193 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %871 = stablehlo.reduce(%870 init: %cst_193) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<128xf32>
    %872 = stablehlo.reshape %871 : (tensor<128xf32>) -> tensor<1x1x128xf32>
    %cst_194 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %873 = stablehlo.reduce(%872 init: %cst_194) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x128xf32>, tensor<f32>) -> tensor<128xf32>
    %874 = stablehlo.dot_general %870, %279, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<8x64x128xf32>, tensor<8x64x512xf32>) -> tensor<128x512xf32>
    %875 = stablehlo.transpose %874, dims = [1, 0] : (tensor<128x512xf32>) -> tensor<512x128xf32>
    %876 = stablehlo.dot_general %870, %23, contracting_dims = [2] x [1], precision = [DEFAULT, DEFAULT] : (tensor<8x64x128xf32>, tensor<512x128xf32>) -> tensor<8x64x512xf32>
    %877 = stablehlo.multiply %261, %876 : tensor<8x64x512xf32>
    %878 = stablehlo.multiply %876, %278 : tensor<8x64x512xf32>
    %cst_195 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %879 = stablehlo.broadcast_in_dim %cst_195, dims = [] : (tensor<f32>) -> tensor<8x64x512xf32>
    %880 = stablehlo.multiply %879, %877 : tensor<8x64x512xf32>
    %881 = stablehlo.multiply %880, %274 : tensor<8x64x512xf32>
    %882 = stablehlo.multiply %881, %272 : tensor<8x64x512xf32>
    %883 = stablehlo.add %881, %882 : tensor<8x64x512xf32>
    %cst_196 = stablehlo.constant dense<0.797884583> : tensor<f32>
    %884 = stablehlo.broadcast_in_dim %cst_196, dims = [] : (tensor<f32>) -> tensor<8x64x512xf32>
    %885 = stablehlo.multiply %884, %883 : tensor<8x64x512xf32>
    %886 = stablehlo.add %878, %885 : tensor<8x64x512xf32>
    %cst_197 = stablehlo.constant dense<4.471500e-02> : tensor<f32>
    %887 = stablehlo.broadcast_in_dim %cst_197, dims = [] : (tensor<f32>) -> tensor<8x64x512xf32>
    %888 = stablehlo.multiply %887, %885 : tensor<8x64x512xf32>
    %889 = stablehlo.multiply %888, %266 : tensor<8x64x512xf32>
    %890 = stablehlo.add %886, %889 : tensor<8x64x512xf32>
    %cst_198 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %891 = stablehlo.reduce(%890 init: %cst_198) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x64x512xf32>, tensor<f32>) -> tensor<512xf32>
    %892 = stablehlo.reshape %891 : (tensor<512xf32>) -> tensor<1x1x512xf32>
    %cst_199 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %893 = stablehlo.reduce(%892 init: %cst_199) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x512xf32>, tensor<f32>) -> tensor<512xf32>
    %894 = stablehlo.dot_general %890, %257, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<8x64x512xf32>, tensor<8x64x128xf32>) -> tensor<512x128xf32>
    %895 = stablehlo.transpose %894, dims = [1, 0] : (tensor<512x128xf32>) -> tensor<128x512xf32>
    %896 = stablehlo.dot_general %890, %22, contracting_dims = [2] x [1], precision = [DEFAULT, DEFAULT] : (tensor<8x64x512xf32>, tensor<128x512xf32>) -> tensor<8x64x128xf32>
    %cst_200 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %897 = stablehlo.reduce(%896 init: %cst_200) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<128xf32>
    %898 = stablehlo.reshape %897 : (tensor<128xf32>) -> tensor<1x1x128xf32>
    %cst_201 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %899 = stablehlo.reduce(%898 init: %cst_201) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x128xf32>, tensor<f32>) -> tensor<128xf32>
    %900 = stablehlo.multiply %251, %896 : tensor<8x64x128xf32>
    %cst_202 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %901 = stablehlo.reduce(%900 init: %cst_202) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<128xf32>
    %902 = stablehlo.reshape %901 : (tensor<128xf32>) -> tensor<1x1x128xf32>
    %903 = stablehlo.broadcast_in_dim %252, dims = [0, 1, 2] : (tensor<1x1x128xf32>) -> tensor<8x64x128xf32>
    %904 = stablehlo.multiply %896, %903 : tensor<8x64x128xf32>
    %cst_203 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %905 = stablehlo.reduce(%902 init: %cst_203) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x128xf32>, tensor<f32>) -> tensor<128xf32>
    %906 = stablehlo.multiply %243, %904 : tensor<8x64x128xf32>
    %cst_204 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %907 = stablehlo.reduce(%906 init: %cst_204) applies stablehlo.add across dimensions = [2] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<8x64xf32>
    %908 = stablehlo.reshape %907 : (tensor<8x64xf32>) -> tensor<8x64x1xf32>
    %909 = stablehlo.broadcast_in_dim %246, dims = [0, 1, 2] : (tensor<8x64x1xf32>) -> tensor<8x64x128xf32>
    %910 = stablehlo.multiply %904, %909 : tensor<8x64x128xf32>
    %911 = stablehlo.multiply %908, %249 : tensor<8x64x1xf32>
    %912 = stablehlo.negate %910 : tensor<8x64x128xf32>
    %cst_205 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %913 = stablehlo.reduce(%912 init: %cst_205) applies stablehlo.add across dimensions = [2] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<8x64xf32>
    %914 = stablehlo.reshape %913 : (tensor<8x64xf32>) -> tensor<8x64x1xf32>
    %915 = stablehlo.add %870, %910 : tensor<8x64x128xf32>
    %cst_206 = stablehlo.constant dense<1.280000e+02> : tensor<f32>
    %916 = stablehlo.broadcast_in_dim %cst_206, dims = [] : (tensor<f32>) -> tensor<8x64x1xf32>
    %917 = stablehlo.divide %911, %916 : tensor<8x64x1xf32>
    %cst_207 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %918 = stablehlo.reduce(%917 init: %cst_207) applies stablehlo.add across dimensions = [2] : (tensor<8x64x1xf32>, tensor<f32>) -> tensor<8x64xf32>
    %919 = stablehlo.broadcast_in_dim %918, dims = [0, 1] : (tensor<8x64xf32>) -> tensor<8x64x128xf32>
    %920 = stablehlo.multiply %919, %237 : tensor<8x64x128xf32>
    %921 = stablehlo.negate %920 : tensor<8x64x128xf32>
    %cst_208 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %922 = stablehlo.reduce(%921 init: %cst_208) applies stablehlo.add across dimensions = [2] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<8x64xf32>
    %923 = stablehlo.reshape %922 : (tensor<8x64xf32>) -> tensor<8x64x1xf32>
    %924 = stablehlo.add %915, %920 : tensor<8x64x128xf32>
    %925 = stablehlo.add %914, %923 : tensor<8x64x1xf32>
    %cst_209 = stablehlo.constant dense<1.280000e+02> : tensor<f32>
    %926 = stablehlo.broadcast_in_dim %cst_209, dims = [] : (tensor<f32>) -> tensor<8x64x1xf32>
    %927 = stablehlo.divide %925, %926 : tensor<8x64x1xf32>
    %cst_210 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %928 = stablehlo.reduce(%927 init: %cst_210) applies stablehlo.add across dimensions = [2] : (tensor<8x64x1xf32>, tensor<f32>) -> tensor<8x64xf32>
    %929 = stablehlo.broadcast_in_dim %928, dims = [0, 1] : (tensor<8x64xf32>) -> tensor<8x64x128xf32>
    %930 = stablehlo.add %924, %929 : tensor<8x64x128xf32>
    %931 = stablehlo.dot_general %930, %226, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<8x64x128xf32>, tensor<8x64x8x16xf32>) -> tensor<128x8x16xf32>
    %932 = stablehlo.transpose %931, dims = [1, 2, 0] : (tensor<128x8x16xf32>) -> tensor<8x16x128xf32>
    %933 = stablehlo.dot_general %930, %13, contracting_dims = [2] x [2], precision = [DEFAULT, DEFAULT] : (tensor<8x64x128xf32>, tensor<8x16x128xf32>) -> tensor<8x64x8x16xf32>
    %934 = stablehlo.transpose %933, dims = [0, 2, 3, 1] : (tensor<8x64x8x16xf32>) -> tensor<8x8x16x64xf32>
    %935 = stablehlo.dot_general %934, %203, batching_dims = [0, 1] x [0, 2], contracting_dims = [2] x [3], precision = [DEFAULT, DEFAULT] : (tensor<8x8x16x64xf32>, tensor<8x64x8x16xf32>) -> tensor<8x8x64x64xf32>
    %936 = stablehlo.dot_general %934, %221, batching_dims = [0, 1] x [0, 1], contracting_dims = [3] x [2], precision = [DEFAULT, DEFAULT] : (tensor<8x8x16x64xf32>, tensor<8x8x64x64xf32>) -> tensor<8x8x16x64xf32>
    %937 = stablehlo.transpose %936, dims = [0, 3, 1, 2] : (tensor<8x8x16x64xf32>) -> tensor<8x64x8x16xf32>
    %938 = stablehlo.broadcast_in_dim %224, dims = [0, 1, 2, 3] : (tensor<8x8x64x1xf32>) -> tensor<8x8x64x64xf32>
    %939 = stablehlo.multiply %935, %938 : tensor<8x8x64x64xf32>
    %940 = stablehlo.multiply %939, %217 : tensor<8x8x64x64xf32>
    %cst_211 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %941 = stablehlo.reduce(%940 init: %cst_211) applies stablehlo.add across dimensions = [3] : (tensor<8x8x64x64xf32>, tensor<f32>) -> tensor<8x8x64xf32>
    %942 = stablehlo.reshape %941 : (tensor<8x8x64xf32>) -> tensor<8x8x64x1xf32>
    %943 = stablehlo.negate %942 : tensor<8x8x64x1xf32>
    %944 = stablehlo.broadcast_in_dim %219, dims = [0, 1, 2, 3] : (tensor<8x8x64x1xf32>) -> tensor<8x8x64x64xf32>
    %945 = stablehlo.divide %935, %944 : tensor<8x8x64x64xf32>
    %cst_212 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %946 = stablehlo.reduce(%943 init: %cst_212) applies stablehlo.add across dimensions = [3] : (tensor<8x8x64x1xf32>, tensor<f32>) -> tensor<8x8x64xf32>
    %947 = stablehlo.broadcast_in_dim %946, dims = [0, 1, 2] : (tensor<8x8x64xf32>) -> tensor<8x8x64x64xf32>
    %948 = stablehlo.add %945, %947 : tensor<8x8x64x64xf32>
    %949 = stablehlo.multiply %948, %217 : tensor<8x8x64x64xf32>
    %950 = call @_where_0(%207#1, %207#2, %949) : (tensor<8x8x64x64xi1>, tensor<8x8x64x64xf32>, tensor<8x8x64x64xf32>) -> tensor<8x8x64x64xf32>
    %cst_213 = stablehlo.constant dense<4.000000e+00> : tensor<f32>
    %951 = stablehlo.broadcast_in_dim %cst_213, dims = [] : (tensor<f32>) -> tensor<8x8x64x64xf32>
    %952 = stablehlo.divide %950, %951 : tensor<8x8x64x64xf32>
    %953 = stablehlo.dot_general %952, %201, batching_dims = [0, 1] x [0, 2], contracting_dims = [2] x [1], precision = [DEFAULT, DEFAULT] : (tensor<8x8x64x64xf32>, tensor<8x64x8x16xf32>) -> tensor<8x8x64x16xf32>
    %954 = stablehlo.transpose %953, dims = [0, 2, 1, 3] : (tensor<8x8x64x16xf32>) -> tensor<8x64x8x16xf32>
    %955 = stablehlo.dot_general %952, %202, batching_dims = [0, 1] x [0, 2], contracting_dims = [3] x [1], precision = [DEFAULT, DEFAULT] : (tensor<8x8x64x64xf32>, tensor<8x64x8x16xf32>) -> tensor<8x8x64x16xf32>
    %956 = stablehlo.transpose %955, dims = [0, 2, 1, 3] : (tensor<8x8x64x16xf32>) -> tensor<8x64x8x16xf32>
    %957 = stablehlo.dot_general %937, %200, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<8x64x8x16xf32>, tensor<8x64x128xf32>) -> tensor<8x16x128xf32>
    %958 = stablehlo.transpose %957, dims = [2, 0, 1] : (tensor<8x16x128xf32>) -> tensor<128x8x16xf32>
    %959 = stablehlo.dot_general %937, %15, contracting_dims = [2, 3] x [1, 2], precision = [DEFAULT, DEFAULT] : (tensor<8x64x8x16xf32>, tensor<128x8x16xf32>) -> tensor<8x64x128xf32>
    %960 = stablehlo.dot_general %954, %200, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<8x64x8x16xf32>, tensor<8x64x128xf32>) -> tensor<8x16x128xf32>
    %961 = stablehlo.transpose %960, dims = [2, 0, 1] : (tensor<8x16x128xf32>) -> tensor<128x8x16xf32>
    %962 = stablehlo.dot_general %954, %12, contracting_dims = [2, 3] x [1, 2], precision = [DEFAULT, DEFAULT] : (tensor<8x64x8x16xf32>, tensor<128x8x16xf32>) -> tensor<8x64x128xf32>
    %963 = stablehlo.add %959, %962 : tensor<8x64x128xf32>
    %964 = stablehlo.dot_general %956, %200, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<8x64x8x16xf32>, tensor<8x64x128xf32>) -> tensor<8x16x128xf32>
    %965 = stablehlo.transpose %964, dims = [2, 0, 1] : (tensor<8x16x128xf32>) -> tensor<128x8x16xf32>
    %966 = stablehlo.dot_general %956, %14, contracting_dims = [2, 3] x [1, 2], precision = [DEFAULT, DEFAULT] : (tensor<8x64x8x16xf32>, tensor<128x8x16xf32>) -> tensor<8x64x128xf32>
    %967 = stablehlo.add %963, %966 : tensor<8x64x128xf32>
    %cst_214 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %968 = stablehlo.reduce(%967 init: %cst_214) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<128xf32>
    %969 = stablehlo.reshape %968 : (tensor<128xf32>) -> tensor<1x1x128xf32>
    %cst_215 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %970 = stablehlo.reduce(%969 init: %cst_215) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x128xf32>, tensor<f32>) -> tensor<128xf32>
    %971 = stablehlo.multiply %194, %967 : tensor<8x64x128xf32>
    %cst_216 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %972 = stablehlo.reduce(%971 init: %cst_216) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<128xf32>
    %973 = stablehlo.reshape %972 : (tensor<128xf32>) -> tensor<1x1x128xf32>
    %974 = stablehlo.broadcast_in_dim %195, dims = [0, 1, 2] : (tensor<1x1x128xf32>) -> tensor<8x64x128xf32>
    %975 = stablehlo.multiply %967, %974 : tensor<8x64x128xf32>
    %cst_217 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %976 = stablehlo.reduce(%973 init: %cst_217) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x128xf32>, tensor<f32>) -> tensor<128xf32>
    %977 = stablehlo.multiply %186, %975 : tensor<8x64x128xf32>
    %cst_218 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %978 = stablehlo.reduce(%977 init: %cst_218) applies stablehlo.add across dimensions = [2] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<8x64xf32>
    %979 = stablehlo.reshape %978 : (tensor<8x64xf32>) -> tensor<8x64x1xf32>
    %980 = stablehlo.broadcast_in_dim %189, dims = [0, 1, 2] : (tensor<8x64x1xf32>) -> tensor<8x64x128xf32>
    %981 = stablehlo.multiply %975, %980 : tensor<8x64x128xf32>
    %982 = stablehlo.multiply %979, %192 : tensor<8x64x1xf32>
    %983 = stablehlo.negate %981 : tensor<8x64x128xf32>
    %cst_219 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %984 = stablehlo.reduce(%983 init: %cst_219) applies stablehlo.add across dimensions = [2] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<8x64xf32>
    %985 = stablehlo.reshape %984 : (tensor<8x64xf32>) -> tensor<8x64x1xf32>
    %986 = stablehlo.add %930, %981 : tensor<8x64x128xf32>
    %cst_220 = stablehlo.constant dense<1.280000e+02> : tensor<f32>
    %987 = stablehlo.broadcast_in_dim %cst_220, dims = [] : (tensor<f32>) -> tensor<8x64x1xf32>
    %988 = stablehlo.divide %982, %987 : tensor<8x64x1xf32>
    %cst_221 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %989 = stablehlo.reduce(%988 init: %cst_221) applies stablehlo.add across dimensions = [2] : (tensor<8x64x1xf32>, tensor<f32>) -> tensor<8x64xf32>
    %990 = stablehlo.broadcast_in_dim %989, dims = [0, 1] : (tensor<8x64xf32>) -> tensor<8x64x128xf32>
    %991 = stablehlo.multiply %990, %180 : tensor<8x64x128xf32>
    %992 = stablehlo.negate %991 : tensor<8x64x128xf32>
    %cst_222 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %993 = stablehlo.reduce(%992 init: %cst_222) applies stablehlo.add across dimensions = [2] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<8x64xf32>
    %994 = stablehlo.reshape %993 : (tensor<8x64xf32>) -> tensor<8x64x1xf32>
    %995 = stablehlo.add %986, %991 : tensor<8x64x128xf32>
    %996 = stablehlo.add %985, %994 : tensor<8x64x1xf32>
    %cst_223 = stablehlo.constant dense<1.280000e+02> : tensor<f32>
    %997 = stablehlo.broadcast_in_dim %cst_223, dims = [] : (tensor<f32>) -> tensor<8x64x1xf32>
    %998 = stablehlo.divide %996, %997 : tensor<8x64x1xf32>
    %cst_224 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %999 = stablehlo.reduce(%998 init: %cst_224) applies stablehlo.add across dimensions = [2] : (tensor<8x64x1xf32>, tensor<f32>) -> tensor<8x64xf32>
    %1000 = stablehlo.broadcast_in_dim %999, dims = [0, 1] : (tensor<8x64xf32>) -> tensor<8x64x128xf32>
    %1001 = stablehlo.add %995, %1000 : tensor<8x64x128xf32>
    %cst_225 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1002 = stablehlo.reduce(%1001 init: %cst_225) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<128xf32>
    %1003 = stablehlo.reshape %1002 : (tensor<128xf32>) -> tensor<1x1x128xf32>
    %cst_226 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1004 = stablehlo.reduce(%1003 init: %cst_226) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x128xf32>, tensor<f32>) -> tensor<128xf32>
    %1005 = stablehlo.dot_general %1001, %166, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<8x64x128xf32>, tensor<8x64x512xf32>) -> tensor<128x512xf32>
    %1006 = stablehlo.transpose %1005, dims = [1, 0] : (tensor<128x512xf32>) -> tensor<512x128xf32>
    %1007 = stablehlo.dot_general %1001, %11, contracting_dims = [2] x [1], precision = [DEFAULT, DEFAULT] : (tensor<8x64x128xf32>, tensor<512x128xf32>) -> tensor<8x64x512xf32>
    %1008 = stablehlo.multiply %148, %1007 : tensor<8x64x512xf32>
    %1009 = stablehlo.multiply %1007, %165 : tensor<8x64x512xf32>
    %cst_227 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %1010 = stablehlo.broadcast_in_dim %cst_227, dims = [] : (tensor<f32>) -> tensor<8x64x512xf32>
    %1011 = stablehlo.multiply %1010, %1008 : tensor<8x64x512xf32>
    %1012 = stablehlo.multiply %1011, %161 : tensor<8x64x512xf32>
    %1013 = stablehlo.multiply %1012, %159 : tensor<8x64x512xf32>
    %1014 = stablehlo.add %1012, %1013 : tensor<8x64x512xf32>
    %cst_228 = stablehlo.constant dense<0.797884583> : tensor<f32>
    %1015 = stablehlo.broadcast_in_dim %cst_228, dims = [] : (tensor<f32>) -> tensor<8x64x512xf32>
    %1016 = stablehlo.multiply %1015, %1014 : tensor<8x64x512xf32>
    %1017 = stablehlo.add %1009, %1016 : tensor<8x64x512xf32>
    %cst_229 = stablehlo.constant dense<4.471500e-02> : tensor<f32>
    %1018 = stablehlo.broadcast_in_dim %cst_229, dims = [] : (tensor<f32>) -> tensor<8x64x512xf32>
    %1019 = stablehlo.multiply %1018, %1016 : tensor<8x64x512xf32>
    %1020 = stablehlo.multiply %1019, %153 : tensor<8x64x512xf32>
    %1021 = stablehlo.add %1017, %1020 : tensor<8x64x512xf32>
    %cst_230 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1022 = stablehlo.reduce(%1021 init: %cst_230) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x64x512xf32>, tensor<f32>) -> tensor<512xf32>
    %1023 = stablehlo.reshape %1022 : (tensor<512xf32>) -> tensor<1x1x512xf32>
    %cst_231 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1024 = stablehlo.reduce(%1023 init: %cst_231) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x512xf32>, tensor<f32>) -> tensor<512xf32>
    %1025 = stablehlo.dot_general %1021, %144, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<8x64x512xf32>, tensor<8x64x128xf32>) -> tensor<512x128xf32>
    %1026 = stablehlo.transpose %1025, dims = [1, 0] : (tensor<512x128xf32>) -> tensor<128x512xf32>
    %1027 = stablehlo.dot_general %1021, %10, contracting_dims = [2] x [1], precision = [DEFAULT, DEFAULT] : (tensor<8x64x512xf32>, tensor<128x512xf32>) -> tensor<8x64x128xf32>
    %cst_232 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1028 = stablehlo.reduce(%1027 init: %cst_232) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<128xf32>
    %1029 = stablehlo.reshape %1028 : (tensor<128xf32>) -> tensor<1x1x128xf32>
    %cst_233 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1030 = stablehlo.reduce(%1029 init: %cst_233) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x128xf32>, tensor<f32>) -> tensor<128xf32>
    %1031 = stablehlo.multiply %138, %1027 : tensor<8x64x128xf32>
    %cst_234 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1032 = stablehlo.reduce(%1031 init: %cst_234) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<128xf32>
    %1033 = stablehlo.reshape %1032 : (tensor<128xf32>) -> tensor<1x1x128xf32>
    %1034 = stablehlo.broadcast_in_dim %139, dims = [0, 1, 2] : (tensor<1x1x128xf32>) -> tensor<8x64x128xf32>
    %1035 = stablehlo.multiply %1027, %1034 : tensor<8x64x128xf32>
    %cst_235 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1036 = stablehlo.reduce(%1033 init: %cst_235) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x128xf32>, tensor<f32>) -> tensor<128xf32>
    %1037 = stablehlo.multiply %130, %1035 : tensor<8x64x128xf32>
    %cst_236 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1038 = stablehlo.reduce(%1037 init: %cst_236) applies stablehlo.add across dimensions = [2] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<8x64xf32>
    %1039 = stablehlo.reshape %1038 : (tensor<8x64xf32>) -> tensor<8x64x1xf32>
    %1040 = stablehlo.broadcast_in_dim %133, dims = [0, 1, 2] : (tensor<8x64x1xf32>) -> tensor<8x64x128xf32>
    %1041 = stablehlo.multiply %1035, %1040 : tensor<8x64x128xf32>
    %1042 = stablehlo.multiply %1039, %136 : tensor<8x64x1xf32>
    %1043 = stablehlo.negate %1041 : tensor<8x64x128xf32>
    %cst_237 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1044 = stablehlo.reduce(%1043 init: %cst_237) applies stablehlo.add across dimensions = [2] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<8x64xf32>
    %1045 = stablehlo.reshape %1044 : (tensor<8x64xf32>) -> tensor<8x64x1xf32>
    %1046 = stablehlo.add %1001, %1041 : tensor<8x64x128xf32>
    %cst_238 = stablehlo.constant dense<1.280000e+02> : tensor<f32>
    %1047 = stablehlo.broadcast_in_dim %cst_238, dims = [] : (tensor<f32>) -> tensor<8x64x1xf32>
    %1048 = stablehlo.divide %1042, %1047 : tensor<8x64x1xf32>
    %cst_239 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1049 = stablehlo.reduce(%1048 init: %cst_239) applies stablehlo.add across dimensions = [2] : (tensor<8x64x1xf32>, tensor<f32>) -> tensor<8x64xf32>
    %1050 = stablehlo.broadcast_in_dim %1049, dims = [0, 1] : (tensor<8x64xf32>) -> tensor<8x64x128xf32>
    %1051 = stablehlo.multiply %1050, %124 : tensor<8x64x128xf32>
    %1052 = stablehlo.negate %1051 : tensor<8x64x128xf32>
    %cst_240 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1053 = stablehlo.reduce(%1052 init: %cst_240) applies stablehlo.add across dimensions = [2] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<8x64xf32>
    %1054 = stablehlo.reshape %1053 : (tensor<8x64xf32>) -> tensor<8x64x1xf32>
    %1055 = stablehlo.add %1046, %1051 : tensor<8x64x128xf32>
    %1056 = stablehlo.add %1045, %1054 : tensor<8x64x1xf32>
    %cst_241 = stablehlo.constant dense<1.280000e+02> : tensor<f32>
    %1057 = stablehlo.broadcast_in_dim %cst_241, dims = [] : (tensor<f32>) -> tensor<8x64x1xf32>
    %1058 = stablehlo.divide %1056, %1057 : tensor<8x64x1xf32>
    %cst_242 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1059 = stablehlo.reduce(%1058 init: %cst_242) applies stablehlo.add across dimensions = [2] : (tensor<8x64x1xf32>, tensor<f32>) -> tensor<8x64xf32>
    %1060 = stablehlo.broadcast_in_dim %1059, dims = [0, 1] : (tensor<8x64xf32>) -> tensor<8x64x128xf32>
    %1061 = stablehlo.add %1055, %1060 : tensor<8x64x128xf32>
    %1062 = stablehlo.dot_general %1061, %113, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<8x64x128xf32>, tensor<8x64x8x16xf32>) -> tensor<128x8x16xf32>
    %1063 = stablehlo.transpose %1062, dims = [1, 2, 0] : (tensor<128x8x16xf32>) -> tensor<8x16x128xf32>
    %1064 = stablehlo.dot_general %1061, %1, contracting_dims = [2] x [2], precision = [DEFAULT, DEFAULT] : (tensor<8x64x128xf32>, tensor<8x16x128xf32>) -> tensor<8x64x8x16xf32>
    %1065 = stablehlo.transpose %1064, dims = [0, 2, 3, 1] : (tensor<8x64x8x16xf32>) -> tensor<8x8x16x64xf32>
    %1066 = stablehlo.dot_general %1065, %90, batching_dims = [0, 1] x [0, 2], contracting_dims = [2] x [3], precision = [DEFAULT, DEFAULT] : (tensor<8x8x16x64xf32>, tensor<8x64x8x16xf32>) -> tensor<8x8x64x64xf32>
    %1067 = stablehlo.dot_general %1065, %108, batching_dims = [0, 1] x [0, 1], contracting_dims = [3] x [2], precision = [DEFAULT, DEFAULT] : (tensor<8x8x16x64xf32>, tensor<8x8x64x64xf32>) -> tensor<8x8x16x64xf32>
    %1068 = stablehlo.transpose %1067, dims = [0, 3, 1, 2] : (tensor<8x8x16x64xf32>) -> tensor<8x64x8x16xf32>
    %1069 = stablehlo.broadcast_in_dim %111, dims = [0, 1, 2, 3] : (tensor<8x8x64x1xf32>) -> tensor<8x8x64x64xf32>
    %1070 = stablehlo.multiply %1066, %1069 : tensor<8x8x64x64xf32>
    %1071 = stablehlo.multiply %1070, %104 : tensor<8x8x64x64xf32>
    %cst_243 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1072 = stablehlo.reduce(%1071 init: %cst_243) applies stablehlo.add across dimensions = [3] : (tensor<8x8x64x64xf32>, tensor<f32>) -> tensor<8x8x64xf32>
    %1073 = stablehlo.reshape %1072 : (tensor<8x8x64xf32>) -> tensor<8x8x64x1xf32>
    %1074 = stablehlo.negate %1073 : tensor<8x8x64x1xf32>
    %1075 = stablehlo.broadcast_in_dim %106, dims = [0, 1, 2, 3] : (tensor<8x8x64x1xf32>) -> tensor<8x8x64x64xf32>
    %1076 = stablehlo.divide %1066, %1075 : tensor<8x8x64x64xf32>
    %cst_244 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1077 = stablehlo.reduce(%1074 init: %cst_244) applies stablehlo.add across dimensions = [3] : (tensor<8x8x64x1xf32>, tensor<f32>) -> tensor<8x8x64xf32>
    %1078 = stablehlo.broadcast_in_dim %1077, dims = [0, 1, 2] : (tensor<8x8x64xf32>) -> tensor<8x8x64x64xf32>
    %1079 = stablehlo.add %1076, %1078 : tensor<8x8x64x64xf32>
    %1080 = stablehlo.multiply %1079, %104 : tensor<8x8x64x64xf32>
    %1081 = call @_where_0(%94#1, %94#2, %1080) : (tensor<8x8x64x64xi1>, tensor<8x8x64x64xf32>, tensor<8x8x64x64xf32>) -> tensor<8x8x64x64xf32>
    %cst_245 = stablehlo.constant dense<4.000000e+00> : tensor<f32>
    %1082 = stablehlo.broadcast_in_dim %cst_245, dims = [] : (tensor<f32>) -> tensor<8x8x64x64xf32>
    %1083 = stablehlo.divide %1081, %1082 : tensor<8x8x64x64xf32>
    %1084 = stablehlo.dot_general %1083, %88, batching_dims = [0, 1] x [0, 2], contracting_dims = [2] x [1], precision = [DEFAULT, DEFAULT] : (tensor<8x8x64x64xf32>, tensor<8x64x8x16xf32>) -> tensor<8x8x64x16xf32>
    %1085 = stablehlo.transpose %1084, dims = [0, 2, 1, 3] : (tensor<8x8x64x16xf32>) -> tensor<8x64x8x16xf32>
    %1086 = stablehlo.dot_general %1083, %89, batching_dims = [0, 1] x [0, 2], contracting_dims = [3] x [1], precision = [DEFAULT, DEFAULT] : (tensor<8x8x64x64xf32>, tensor<8x64x8x16xf32>) -> tensor<8x8x64x16xf32>
    %1087 = stablehlo.transpose %1086, dims = [0, 2, 1, 3] : (tensor<8x8x64x16xf32>) -> tensor<8x64x8x16xf32>
    %1088 = stablehlo.dot_general %1068, %87, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<8x64x8x16xf32>, tensor<8x64x128xf32>) -> tensor<8x16x128xf32>
    %1089 = stablehlo.transpose %1088, dims = [2, 0, 1] : (tensor<8x16x128xf32>) -> tensor<128x8x16xf32>
    %1090 = stablehlo.dot_general %1068, %3, contracting_dims = [2, 3] x [1, 2], precision = [DEFAULT, DEFAULT] : (tensor<8x64x8x16xf32>, tensor<128x8x16xf32>) -> tensor<8x64x128xf32>
    %1091 = stablehlo.dot_general %1085, %87, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<8x64x8x16xf32>, tensor<8x64x128xf32>) -> tensor<8x16x128xf32>
    %1092 = stablehlo.transpose %1091, dims = [2, 0, 1] : (tensor<8x16x128xf32>) -> tensor<128x8x16xf32>
    %1093 = stablehlo.dot_general %1085, %0, contracting_dims = [2, 3] x [1, 2], precision = [DEFAULT, DEFAULT] : (tensor<8x64x8x16xf32>, tensor<128x8x16xf32>) -> tensor<8x64x128xf32>
    %1094 = stablehlo.add %1090, %1093 : tensor<8x64x128xf32>
    %1095 = stablehlo.dot_general %1087, %87, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<8x64x8x16xf32>, tensor<8x64x128xf32>) -> tensor<8x16x128xf32>
    %1096 = stablehlo.transpose %1095, dims = [2, 0, 1] : (tensor<8x16x128xf32>) -> tensor<128x8x16xf32>
    %1097 = stablehlo.dot_general %1087, %2, contracting_dims = [2, 3] x [1, 2], precision = [DEFAULT, DEFAULT] : (tensor<8x64x8x16xf32>, tensor<128x8x16xf32>) -> tensor<8x64x128xf32>
    %1098 = stablehlo.add %1094, %1097 : tensor<8x64x128xf32>
    %cst_246 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1099 = stablehlo.reduce(%1098 init: %cst_246) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<128xf32>
    %1100 = stablehlo.reshape %1099 : (tensor<128xf32>) -> tensor<1x1x128xf32>
    %cst_247 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1101 = stablehlo.reduce(%1100 init: %cst_247) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x128xf32>, tensor<f32>) -> tensor<128xf32>
    %1102 = stablehlo.multiply %81, %1098 : tensor<8x64x128xf32>
    %cst_248 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1103 = stablehlo.reduce(%1102 init: %cst_248) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<128xf32>
    %1104 = stablehlo.reshape %1103 : (tensor<128xf32>) -> tensor<1x1x128xf32>
    %1105 = stablehlo.broadcast_in_dim %82, dims = [0, 1, 2] : (tensor<1x1x128xf32>) -> tensor<8x64x128xf32>
    %1106 = stablehlo.multiply %1098, %1105 : tensor<8x64x128xf32>
    %cst_249 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1107 = stablehlo.reduce(%1104 init: %cst_249) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x128xf32>, tensor<f32>) -> tensor<128xf32>
    %1108 = stablehlo.multiply %73, %1106 : tensor<8x64x128xf32>
    %cst_250 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1109 = stablehlo.reduce(%1108 init: %cst_250) applies stablehlo.add across dimensions = [2] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<8x64xf32>
    %1110 = stablehlo.reshape %1109 : (tensor<8x64xf32>) -> tensor<8x64x1xf32>
    %1111 = stablehlo.broadcast_in_dim %76, dims = [0, 1, 2] : (tensor<8x64x1xf32>) -> tensor<8x64x128xf32>
    %1112 = stablehlo.multiply %1106, %1111 : tensor<8x64x128xf32>
    %1113 = stablehlo.multiply %1110, %79 : tensor<8x64x1xf32>
    %1114 = stablehlo.negate %1112 : tensor<8x64x128xf32>
    %cst_251 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1115 = stablehlo.reduce(%1114 init: %cst_251) applies stablehlo.add across dimensions = [2] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<8x64xf32>
    %1116 = stablehlo.reshape %1115 : (tensor<8x64xf32>) -> tensor<8x64x1xf32>
    %1117 = stablehlo.add %1061, %1112 : tensor<8x64x128xf32>
    %cst_252 = stablehlo.constant dense<1.280000e+02> : tensor<f32>
    %1118 = stablehlo.broadcast_in_dim %cst_252, dims = [] : (tensor<f32>) -> tensor<8x64x1xf32>
    %1119 = stablehlo.divide %1113, %1118 : tensor<8x64x1xf32>
    %cst_253 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1120 = stablehlo.reduce(%1119 init: %cst_253) applies stablehlo.add across dimensions = [2] : (tensor<8x64x1xf32>, tensor<f32>) -> tensor<8x64xf32>
    %1121 = stablehlo.broadcast_in_dim %1120, dims = [0, 1] : (tensor<8x64xf32>) -> tensor<8x64x128xf32>
    %1122 = stablehlo.multiply %1121, %67 : tensor<8x64x128xf32>
    %1123 = stablehlo.negate %1122 : tensor<8x64x128xf32>
    %cst_254 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1124 = stablehlo.reduce(%1123 init: %cst_254) applies stablehlo.add across dimensions = [2] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<8x64xf32>
    %1125 = stablehlo.reshape %1124 : (tensor<8x64xf32>) -> tensor<8x64x1xf32>
    %1126 = stablehlo.add %1117, %1122 : tensor<8x64x128xf32>
    %1127 = stablehlo.add %1116, %1125 : tensor<8x64x1xf32>
    %cst_255 = stablehlo.constant dense<1.280000e+02> : tensor<f32>
    %1128 = stablehlo.broadcast_in_dim %cst_255, dims = [] : (tensor<f32>) -> tensor<8x64x1xf32>
    %1129 = stablehlo.divide %1127, %1128 : tensor<8x64x1xf32>
    %cst_256 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1130 = stablehlo.reduce(%1129 init: %cst_256) applies stablehlo.add across dimensions = [2] : (tensor<8x64x1xf32>, tensor<f32>) -> tensor<8x64xf32>
    %1131 = stablehlo.broadcast_in_dim %1130, dims = [0, 1] : (tensor<8x64xf32>) -> tensor<8x64x128xf32>
    %1132 = stablehlo.add %1126, %1131 : tensor<8x64x128xf32>
    %cst_257 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1133 = stablehlo.reduce(%1132 init: %cst_257) applies stablehlo.add across dimensions = [0] : (tensor<8x64x128xf32>, tensor<f32>) -> tensor<64x128xf32>
    %1134 = stablehlo.reshape %1133 : (tensor<64x128xf32>) -> tensor<1x64x128xf32>
    %cst_258 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1135 = stablehlo.reduce(%1134 init: %cst_258) applies stablehlo.add across dimensions = [0] : (tensor<1x64x128xf32>, tensor<f32>) -> tensor<64x128xf32>
    %1136 = call @_take_1(%52#1, %1132) : (tensor<8x64x1xi32>, tensor<8x64x128xf32>) -> tensor<512x128xf32>
    %1137 = stablehlo.add %574, %1136 : tensor<512x128xf32>
    %1138 = sdy.sharding_constraint %1137 <@mesh, [{}, {}]> : tensor<512x128xf32>
    %1139 = sdy.sharding_constraint %1135 <@mesh, [{}, {}]> : tensor<64x128xf32>
    %1140 = sdy.sharding_constraint %584 <@mesh, [{}]> : tensor<128xf32>
    %1141 = sdy.sharding_constraint %578 <@mesh, [{}]> : tensor<128xf32>
    %1142 = sdy.sharding_constraint %613 <@mesh, [{}, {}]> : tensor<512x128xf32>
    %1143 = sdy.sharding_constraint %633 <@mesh, [{}, {}]> : tensor<128x512xf32>
    %1144 = sdy.sharding_constraint %611 <@mesh, [{}]> : tensor<128xf32>
    %1145 = sdy.sharding_constraint %631 <@mesh, [{}]> : tensor<512xf32>
    %1146 = sdy.sharding_constraint %643 <@mesh, [{}]> : tensor<128xf32>
    %1147 = sdy.sharding_constraint %637 <@mesh, [{}]> : tensor<128xf32>
    %1148 = sdy.sharding_constraint %714 <@mesh, [{}]> : tensor<128xf32>
    %1149 = sdy.sharding_constraint %708 <@mesh, [{}]> : tensor<128xf32>
    %1150 = sdy.sharding_constraint %696 <@mesh, [{}, {}, {}]> : tensor<128x8x16xf32>
    %1151 = sdy.sharding_constraint %703 <@mesh, [{}, {}, {}]> : tensor<128x8x16xf32>
    %1152 = sdy.sharding_constraint %670 <@mesh, [{}, {}, {}]> : tensor<8x16x128xf32>
    %1153 = sdy.sharding_constraint %699 <@mesh, [{}, {}, {}]> : tensor<128x8x16xf32>
    %1154 = sdy.sharding_constraint %744 <@mesh, [{}, {}]> : tensor<512x128xf32>
    %1155 = sdy.sharding_constraint %764 <@mesh, [{}, {}]> : tensor<128x512xf32>
    %1156 = sdy.sharding_constraint %742 <@mesh, [{}]> : tensor<128xf32>
    %1157 = sdy.sharding_constraint %762 <@mesh, [{}]> : tensor<512xf32>
    %1158 = sdy.sharding_constraint %774 <@mesh, [{}]> : tensor<128xf32>
    %1159 = sdy.sharding_constraint %768 <@mesh, [{}]> : tensor<128xf32>
    %1160 = sdy.sharding_constraint %845 <@mesh, [{}]> : tensor<128xf32>
    %1161 = sdy.sharding_constraint %839 <@mesh, [{}]> : tensor<128xf32>
    %1162 = sdy.sharding_constraint %827 <@mesh, [{}, {}, {}]> : tensor<128x8x16xf32>
    %1163 = sdy.sharding_constraint %834 <@mesh, [{}, {}, {}]> : tensor<128x8x16xf32>
    %1164 = sdy.sharding_constraint %801 <@mesh, [{}, {}, {}]> : tensor<8x16x128xf32>
    %1165 = sdy.sharding_constraint %830 <@mesh, [{}, {}, {}]> : tensor<128x8x16xf32>
    %1166 = sdy.sharding_constraint %875 <@mesh, [{}, {}]> : tensor<512x128xf32>
    %1167 = sdy.sharding_constraint %895 <@mesh, [{}, {}]> : tensor<128x512xf32>
    %1168 = sdy.sharding_constraint %873 <@mesh, [{}]> : tensor<128xf32>
    %1169 = sdy.sharding_constraint %893 <@mesh, [{}]> : tensor<512xf32>
    %1170 = sdy.sharding_constraint %905 <@mesh, [{}]> : tensor<128xf32>
    %1171 = sdy.sharding_constraint %899 <@mesh, [{}]> : tensor<128xf32>
    %1172 = sdy.sharding_constraint %976 <@mesh, [{}]> : tensor<128xf32>
    %1173 = sdy.sharding_constraint %970 <@mesh, [{}]> : tensor<128xf32>
    %1174 = sdy.sharding_constraint %958 <@mesh, [{}, {}, {}]> : tensor<128x8x16xf32>
    %1175 = sdy.sharding_constraint %965 <@mesh, [{}, {}, {}]> : tensor<128x8x16xf32>
    %1176 = sdy.sharding_constraint %932 <@mesh, [{}, {}, {}]> : tensor<8x16x128xf32>
    %1177 = sdy.sharding_constraint %961 <@mesh, [{}, {}, {}]> : tensor<128x8x16xf32>
    %1178 = sdy.sharding_constraint %1006 <@mesh, [{}, {}]> : tensor<512x128xf32>
    %1179 = sdy.sharding_constraint %1026 <@mesh, [{}, {}]> : tensor<128x512xf32>
    %1180 = sdy.sharding_constraint %1004 <@mesh, [{}]> : tensor<128xf32>
    %1181 = sdy.sharding_constraint %1024 <@mesh, [{}]> : tensor<512xf32>
    %1182 = sdy.sharding_constraint %1036 <@mesh, [{}]> : tensor<128xf32>
    %1183 = sdy.sharding_constraint %1030 <@mesh, [{}]> : tensor<128xf32>
    %1184 = sdy.sharding_constraint %1107 <@mesh, [{}]> : tensor<128xf32>
    %1185 = sdy.sharding_constraint %1101 <@mesh, [{}]> : tensor<128xf32>
    %1186 = sdy.sharding_constraint %1089 <@mesh, [{}, {}, {}]> : tensor<128x8x16xf32>
    %1187 = sdy.sharding_constraint %1096 <@mesh, [{}, {}, {}]> : tensor<128x8x16xf32>
    %1188 = sdy.sharding_constraint %1063 <@mesh, [{}, {}, {}]> : tensor<8x16x128xf32>
    %1189 = sdy.sharding_constraint %1092 <@mesh, [{}, {}, {}]> : tensor<128x8x16xf32>
    %cst_259 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1190 = stablehlo.add %arg104, %cst_259 : tensor<f32>
    %cst_260 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1191 = stablehlo.power %cst_260, %1190 : tensor<f32>
    %cst_261 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1192 = stablehlo.subtract %cst_261, %1191 : tensor<f32>
    %cst_262 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1193 = stablehlo.power %cst_262, %1190 : tensor<f32>
    %cst_263 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1194 = stablehlo.subtract %cst_263, %1193 : tensor<f32>
    %cst_264 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1195 = stablehlo.broadcast_in_dim %cst_264, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1196 = stablehlo.multiply %1195, %arg52 : tensor<128x8x16xf32>
    %cst_265 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1197 = stablehlo.broadcast_in_dim %cst_265, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1198 = stablehlo.multiply %1197, %1189 : tensor<128x8x16xf32>
    %1199 = stablehlo.add %1196, %1198 : tensor<128x8x16xf32>
    %cst_266 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1200 = stablehlo.broadcast_in_dim %cst_266, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1201 = stablehlo.multiply %1200, %arg105 : tensor<128x8x16xf32>
    %cst_267 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1202 = stablehlo.broadcast_in_dim %cst_267, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1203 = stablehlo.multiply %1202, %1189 : tensor<128x8x16xf32>
    %1204 = stablehlo.multiply %1203, %1189 : tensor<128x8x16xf32>
    %1205 = stablehlo.add %1201, %1204 : tensor<128x8x16xf32>
    %1206 = stablehlo.broadcast_in_dim %1192, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1207 = stablehlo.divide %1199, %1206 : tensor<128x8x16xf32>
    %cst_268 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1208 = stablehlo.broadcast_in_dim %cst_268, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1209 = stablehlo.multiply %1208, %1207 : tensor<128x8x16xf32>
    %1210 = stablehlo.broadcast_in_dim %1194, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1211 = stablehlo.divide %1205, %1210 : tensor<128x8x16xf32>
    %1212 = stablehlo.sqrt %1211 : tensor<128x8x16xf32>
    %cst_269 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %1213 = stablehlo.broadcast_in_dim %cst_269, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1214 = stablehlo.add %1212, %1213 : tensor<128x8x16xf32>
    %1215 = stablehlo.divide %1209, %1214 : tensor<128x8x16xf32>
    %1216 = stablehlo.subtract %arg0, %1215 : tensor<128x8x16xf32>
    %cst_270 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1217 = stablehlo.broadcast_in_dim %cst_270, dims = [] : (tensor<f32>) -> tensor<8x16x128xf32>
    %1218 = stablehlo.multiply %1217, %arg53 : tensor<8x16x128xf32>
    %cst_271 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1219 = stablehlo.broadcast_in_dim %cst_271, dims = [] : (tensor<f32>) -> tensor<8x16x128xf32>
    %1220 = stablehlo.multiply %1219, %1188 : tensor<8x16x128xf32>
    %1221 = stablehlo.add %1218, %1220 : tensor<8x16x128xf32>
    %cst_272 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1222 = stablehlo.broadcast_in_dim %cst_272, dims = [] : (tensor<f32>) -> tensor<8x16x128xf32>
    %1223 = stablehlo.multiply %1222, %arg106 : tensor<8x16x128xf32>
    %cst_273 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1224 = stablehlo.broadcast_in_dim %cst_273, dims = [] : (tensor<f32>) -> tensor<8x16x128xf32>
    %1225 = stablehlo.multiply %1224, %1188 : tensor<8x16x128xf32>
    %1226 = stablehlo.multiply %1225, %1188 : tensor<8x16x128xf32>
    %1227 = stablehlo.add %1223, %1226 : tensor<8x16x128xf32>
    %1228 = stablehlo.broadcast_in_dim %1192, dims = [] : (tensor<f32>) -> tensor<8x16x128xf32>
    %1229 = stablehlo.divide %1221, %1228 : tensor<8x16x128xf32>
    %cst_274 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1230 = stablehlo.broadcast_in_dim %cst_274, dims = [] : (tensor<f32>) -> tensor<8x16x128xf32>
    %1231 = stablehlo.multiply %1230, %1229 : tensor<8x16x128xf32>
    %1232 = stablehlo.broadcast_in_dim %1194, dims = [] : (tensor<f32>) -> tensor<8x16x128xf32>
    %1233 = stablehlo.divide %1227, %1232 : tensor<8x16x128xf32>
    %1234 = stablehlo.sqrt %1233 : tensor<8x16x128xf32>
    %cst_275 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %1235 = stablehlo.broadcast_in_dim %cst_275, dims = [] : (tensor<f32>) -> tensor<8x16x128xf32>
    %1236 = stablehlo.add %1234, %1235 : tensor<8x16x128xf32>
    %1237 = stablehlo.divide %1231, %1236 : tensor<8x16x128xf32>
    %1238 = stablehlo.subtract %arg1, %1237 : tensor<8x16x128xf32>
    %cst_276 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1239 = stablehlo.broadcast_in_dim %cst_276, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1240 = stablehlo.multiply %1239, %arg54 : tensor<128x8x16xf32>
    %cst_277 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1241 = stablehlo.broadcast_in_dim %cst_277, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1242 = stablehlo.multiply %1241, %1187 : tensor<128x8x16xf32>
    %1243 = stablehlo.add %1240, %1242 : tensor<128x8x16xf32>
    %cst_278 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1244 = stablehlo.broadcast_in_dim %cst_278, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1245 = stablehlo.multiply %1244, %arg107 : tensor<128x8x16xf32>
    %cst_279 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1246 = stablehlo.broadcast_in_dim %cst_279, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1247 = stablehlo.multiply %1246, %1187 : tensor<128x8x16xf32>
    %1248 = stablehlo.multiply %1247, %1187 : tensor<128x8x16xf32>
    %1249 = stablehlo.add %1245, %1248 : tensor<128x8x16xf32>
    %1250 = stablehlo.broadcast_in_dim %1192, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1251 = stablehlo.divide %1243, %1250 : tensor<128x8x16xf32>
    %cst_280 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1252 = stablehlo.broadcast_in_dim %cst_280, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1253 = stablehlo.multiply %1252, %1251 : tensor<128x8x16xf32>
    %1254 = stablehlo.broadcast_in_dim %1194, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1255 = stablehlo.divide %1249, %1254 : tensor<128x8x16xf32>
    %1256 = stablehlo.sqrt %1255 : tensor<128x8x16xf32>
    %cst_281 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %1257 = stablehlo.broadcast_in_dim %cst_281, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1258 = stablehlo.add %1256, %1257 : tensor<128x8x16xf32>
    %1259 = stablehlo.divide %1253, %1258 : tensor<128x8x16xf32>
    %1260 = stablehlo.subtract %arg2, %1259 : tensor<128x8x16xf32>
    %cst_282 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1261 = stablehlo.broadcast_in_dim %cst_282, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1262 = stablehlo.multiply %1261, %arg55 : tensor<128x8x16xf32>
    %cst_283 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1263 = stablehlo.broadcast_in_dim %cst_283, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1264 = stablehlo.multiply %1263, %1186 : tensor<128x8x16xf32>
    %1265 = stablehlo.add %1262, %1264 : tensor<128x8x16xf32>
    %cst_284 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1266 = stablehlo.broadcast_in_dim %cst_284, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1267 = stablehlo.multiply %1266, %arg108 : tensor<128x8x16xf32>
    %cst_285 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1268 = stablehlo.broadcast_in_dim %cst_285, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1269 = stablehlo.multiply %1268, %1186 : tensor<128x8x16xf32>
    %1270 = stablehlo.multiply %1269, %1186 : tensor<128x8x16xf32>
    %1271 = stablehlo.add %1267, %1270 : tensor<128x8x16xf32>
    %1272 = stablehlo.broadcast_in_dim %1192, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1273 = stablehlo.divide %1265, %1272 : tensor<128x8x16xf32>
    %cst_286 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1274 = stablehlo.broadcast_in_dim %cst_286, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1275 = stablehlo.multiply %1274, %1273 : tensor<128x8x16xf32>
    %1276 = stablehlo.broadcast_in_dim %1194, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1277 = stablehlo.divide %1271, %1276 : tensor<128x8x16xf32>
    %1278 = stablehlo.sqrt %1277 : tensor<128x8x16xf32>
    %cst_287 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %1279 = stablehlo.broadcast_in_dim %cst_287, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1280 = stablehlo.add %1278, %1279 : tensor<128x8x16xf32>
    %1281 = stablehlo.divide %1275, %1280 : tensor<128x8x16xf32>
    %1282 = stablehlo.subtract %arg3, %1281 : tensor<128x8x16xf32>
    %cst_288 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1283 = stablehlo.broadcast_in_dim %cst_288, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1284 = stablehlo.multiply %1283, %arg56 : tensor<128xf32>
    %cst_289 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1285 = stablehlo.broadcast_in_dim %cst_289, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1286 = stablehlo.multiply %1285, %1185 : tensor<128xf32>
    %1287 = stablehlo.add %1284, %1286 : tensor<128xf32>
    %cst_290 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1288 = stablehlo.broadcast_in_dim %cst_290, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1289 = stablehlo.multiply %1288, %arg109 : tensor<128xf32>
    %cst_291 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1290 = stablehlo.broadcast_in_dim %cst_291, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1291 = stablehlo.multiply %1290, %1185 : tensor<128xf32>
    %1292 = stablehlo.multiply %1291, %1185 : tensor<128xf32>
    %1293 = stablehlo.add %1289, %1292 : tensor<128xf32>
    %1294 = stablehlo.broadcast_in_dim %1192, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1295 = stablehlo.divide %1287, %1294 : tensor<128xf32>
    %cst_292 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1296 = stablehlo.broadcast_in_dim %cst_292, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1297 = stablehlo.multiply %1296, %1295 : tensor<128xf32>
    %1298 = stablehlo.broadcast_in_dim %1194, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1299 = stablehlo.divide %1293, %1298 : tensor<128xf32>
    %1300 = stablehlo.sqrt %1299 : tensor<128xf32>
    %cst_293 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %1301 = stablehlo.broadcast_in_dim %cst_293, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1302 = stablehlo.add %1300, %1301 : tensor<128xf32>
    %1303 = stablehlo.divide %1297, %1302 : tensor<128xf32>
    %1304 = stablehlo.subtract %arg4, %1303 : tensor<128xf32>
    %cst_294 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1305 = stablehlo.broadcast_in_dim %cst_294, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1306 = stablehlo.multiply %1305, %arg57 : tensor<128xf32>
    %cst_295 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1307 = stablehlo.broadcast_in_dim %cst_295, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1308 = stablehlo.multiply %1307, %1184 : tensor<128xf32>
    %1309 = stablehlo.add %1306, %1308 : tensor<128xf32>
    %cst_296 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1310 = stablehlo.broadcast_in_dim %cst_296, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1311 = stablehlo.multiply %1310, %arg110 : tensor<128xf32>
    %cst_297 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1312 = stablehlo.broadcast_in_dim %cst_297, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1313 = stablehlo.multiply %1312, %1184 : tensor<128xf32>
    %1314 = stablehlo.multiply %1313, %1184 : tensor<128xf32>
    %1315 = stablehlo.add %1311, %1314 : tensor<128xf32>
    %1316 = stablehlo.broadcast_in_dim %1192, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1317 = stablehlo.divide %1309, %1316 : tensor<128xf32>
    %cst_298 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1318 = stablehlo.broadcast_in_dim %cst_298, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1319 = stablehlo.multiply %1318, %1317 : tensor<128xf32>
    %1320 = stablehlo.broadcast_in_dim %1194, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1321 = stablehlo.divide %1315, %1320 : tensor<128xf32>
    %1322 = stablehlo.sqrt %1321 : tensor<128xf32>
    %cst_299 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %1323 = stablehlo.broadcast_in_dim %cst_299, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1324 = stablehlo.add %1322, %1323 : tensor<128xf32>
    %1325 = stablehlo.divide %1319, %1324 : tensor<128xf32>
    %1326 = stablehlo.subtract %arg5, %1325 : tensor<128xf32>
    %cst_300 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1327 = stablehlo.broadcast_in_dim %cst_300, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1328 = stablehlo.multiply %1327, %arg58 : tensor<128xf32>
    %cst_301 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1329 = stablehlo.broadcast_in_dim %cst_301, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1330 = stablehlo.multiply %1329, %1183 : tensor<128xf32>
    %1331 = stablehlo.add %1328, %1330 : tensor<128xf32>
    %cst_302 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1332 = stablehlo.broadcast_in_dim %cst_302, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1333 = stablehlo.multiply %1332, %arg111 : tensor<128xf32>
    %cst_303 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1334 = stablehlo.broadcast_in_dim %cst_303, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1335 = stablehlo.multiply %1334, %1183 : tensor<128xf32>
    %1336 = stablehlo.multiply %1335, %1183 : tensor<128xf32>
    %1337 = stablehlo.add %1333, %1336 : tensor<128xf32>
    %1338 = stablehlo.broadcast_in_dim %1192, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1339 = stablehlo.divide %1331, %1338 : tensor<128xf32>
    %cst_304 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1340 = stablehlo.broadcast_in_dim %cst_304, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1341 = stablehlo.multiply %1340, %1339 : tensor<128xf32>
    %1342 = stablehlo.broadcast_in_dim %1194, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1343 = stablehlo.divide %1337, %1342 : tensor<128xf32>
    %1344 = stablehlo.sqrt %1343 : tensor<128xf32>
    %cst_305 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %1345 = stablehlo.broadcast_in_dim %cst_305, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1346 = stablehlo.add %1344, %1345 : tensor<128xf32>
    %1347 = stablehlo.divide %1341, %1346 : tensor<128xf32>
    %1348 = stablehlo.subtract %arg6, %1347 : tensor<128xf32>
    %cst_306 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1349 = stablehlo.broadcast_in_dim %cst_306, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1350 = stablehlo.multiply %1349, %arg59 : tensor<128xf32>
    %cst_307 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1351 = stablehlo.broadcast_in_dim %cst_307, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1352 = stablehlo.multiply %1351, %1182 : tensor<128xf32>
    %1353 = stablehlo.add %1350, %1352 : tensor<128xf32>
    %cst_308 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1354 = stablehlo.broadcast_in_dim %cst_308, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1355 = stablehlo.multiply %1354, %arg112 : tensor<128xf32>
    %cst_309 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1356 = stablehlo.broadcast_in_dim %cst_309, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1357 = stablehlo.multiply %1356, %1182 : tensor<128xf32>
    %1358 = stablehlo.multiply %1357, %1182 : tensor<128xf32>
    %1359 = stablehlo.add %1355, %1358 : tensor<128xf32>
    %1360 = stablehlo.broadcast_in_dim %1192, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1361 = stablehlo.divide %1353, %1360 : tensor<128xf32>
    %cst_310 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1362 = stablehlo.broadcast_in_dim %cst_310, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1363 = stablehlo.multiply %1362, %1361 : tensor<128xf32>
    %1364 = stablehlo.broadcast_in_dim %1194, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1365 = stablehlo.divide %1359, %1364 : tensor<128xf32>
    %1366 = stablehlo.sqrt %1365 : tensor<128xf32>
    %cst_311 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %1367 = stablehlo.broadcast_in_dim %cst_311, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1368 = stablehlo.add %1366, %1367 : tensor<128xf32>
    %1369 = stablehlo.divide %1363, %1368 : tensor<128xf32>
    %1370 = stablehlo.subtract %arg7, %1369 : tensor<128xf32>
    %cst_312 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1371 = stablehlo.broadcast_in_dim %cst_312, dims = [] : (tensor<f32>) -> tensor<512xf32>
    %1372 = stablehlo.multiply %1371, %arg60 : tensor<512xf32>
    %cst_313 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1373 = stablehlo.broadcast_in_dim %cst_313, dims = [] : (tensor<f32>) -> tensor<512xf32>
    %1374 = stablehlo.multiply %1373, %1181 : tensor<512xf32>
    %1375 = stablehlo.add %1372, %1374 : tensor<512xf32>
    %cst_314 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1376 = stablehlo.broadcast_in_dim %cst_314, dims = [] : (tensor<f32>) -> tensor<512xf32>
    %1377 = stablehlo.multiply %1376, %arg113 : tensor<512xf32>
    %cst_315 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1378 = stablehlo.broadcast_in_dim %cst_315, dims = [] : (tensor<f32>) -> tensor<512xf32>
    %1379 = stablehlo.multiply %1378, %1181 : tensor<512xf32>
    %1380 = stablehlo.multiply %1379, %1181 : tensor<512xf32>
    %1381 = stablehlo.add %1377, %1380 : tensor<512xf32>
    %1382 = stablehlo.broadcast_in_dim %1192, dims = [] : (tensor<f32>) -> tensor<512xf32>
    %1383 = stablehlo.divide %1375, %1382 : tensor<512xf32>
    %cst_316 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1384 = stablehlo.broadcast_in_dim %cst_316, dims = [] : (tensor<f32>) -> tensor<512xf32>
    %1385 = stablehlo.multiply %1384, %1383 : tensor<512xf32>
    %1386 = stablehlo.broadcast_in_dim %1194, dims = [] : (tensor<f32>) -> tensor<512xf32>
    %1387 = stablehlo.divide %1381, %1386 : tensor<512xf32>
    %1388 = stablehlo.sqrt %1387 : tensor<512xf32>
    %cst_317 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %1389 = stablehlo.broadcast_in_dim %cst_317, dims = [] : (tensor<f32>) -> tensor<512xf32>
    %1390 = stablehlo.add %1388, %1389 : tensor<512xf32>
    %1391 = stablehlo.divide %1385, %1390 : tensor<512xf32>
    %1392 = stablehlo.subtract %arg8, %1391 : tensor<512xf32>
    %cst_318 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1393 = stablehlo.broadcast_in_dim %cst_318, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1394 = stablehlo.multiply %1393, %arg61 : tensor<128xf32>
    %cst_319 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1395 = stablehlo.broadcast_in_dim %cst_319, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1396 = stablehlo.multiply %1395, %1180 : tensor<128xf32>
    %1397 = stablehlo.add %1394, %1396 : tensor<128xf32>
    %cst_320 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1398 = stablehlo.broadcast_in_dim %cst_320, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1399 = stablehlo.multiply %1398, %arg114 : tensor<128xf32>
    %cst_321 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1400 = stablehlo.broadcast_in_dim %cst_321, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1401 = stablehlo.multiply %1400, %1180 : tensor<128xf32>
    %1402 = stablehlo.multiply %1401, %1180 : tensor<128xf32>
    %1403 = stablehlo.add %1399, %1402 : tensor<128xf32>
    %1404 = stablehlo.broadcast_in_dim %1192, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1405 = stablehlo.divide %1397, %1404 : tensor<128xf32>
    %cst_322 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1406 = stablehlo.broadcast_in_dim %cst_322, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1407 = stablehlo.multiply %1406, %1405 : tensor<128xf32>
    %1408 = stablehlo.broadcast_in_dim %1194, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1409 = stablehlo.divide %1403, %1408 : tensor<128xf32>
    %1410 = stablehlo.sqrt %1409 : tensor<128xf32>
    %cst_323 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %1411 = stablehlo.broadcast_in_dim %cst_323, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1412 = stablehlo.add %1410, %1411 : tensor<128xf32>
    %1413 = stablehlo.divide %1407, %1412 : tensor<128xf32>
    %1414 = stablehlo.subtract %arg9, %1413 : tensor<128xf32>
    %cst_324 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1415 = stablehlo.broadcast_in_dim %cst_324, dims = [] : (tensor<f32>) -> tensor<128x512xf32>
    %1416 = stablehlo.multiply %1415, %arg62 : tensor<128x512xf32>
    %cst_325 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1417 = stablehlo.broadcast_in_dim %cst_325, dims = [] : (tensor<f32>) -> tensor<128x512xf32>
    %1418 = stablehlo.multiply %1417, %1179 : tensor<128x512xf32>
    %1419 = stablehlo.add %1416, %1418 : tensor<128x512xf32>
    %cst_326 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1420 = stablehlo.broadcast_in_dim %cst_326, dims = [] : (tensor<f32>) -> tensor<128x512xf32>
    %1421 = stablehlo.multiply %1420, %arg115 : tensor<128x512xf32>
    %cst_327 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1422 = stablehlo.broadcast_in_dim %cst_327, dims = [] : (tensor<f32>) -> tensor<128x512xf32>
    %1423 = stablehlo.multiply %1422, %1179 : tensor<128x512xf32>
    %1424 = stablehlo.multiply %1423, %1179 : tensor<128x512xf32>
    %1425 = stablehlo.add %1421, %1424 : tensor<128x512xf32>
    %1426 = stablehlo.broadcast_in_dim %1192, dims = [] : (tensor<f32>) -> tensor<128x512xf32>
    %1427 = stablehlo.divide %1419, %1426 : tensor<128x512xf32>
    %cst_328 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1428 = stablehlo.broadcast_in_dim %cst_328, dims = [] : (tensor<f32>) -> tensor<128x512xf32>
    %1429 = stablehlo.multiply %1428, %1427 : tensor<128x512xf32>
    %1430 = stablehlo.broadcast_in_dim %1194, dims = [] : (tensor<f32>) -> tensor<128x512xf32>
    %1431 = stablehlo.divide %1425, %1430 : tensor<128x512xf32>
    %1432 = stablehlo.sqrt %1431 : tensor<128x512xf32>
    %cst_329 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %1433 = stablehlo.broadcast_in_dim %cst_329, dims = [] : (tensor<f32>) -> tensor<128x512xf32>
    %1434 = stablehlo.add %1432, %1433 : tensor<128x512xf32>
    %1435 = stablehlo.divide %1429, %1434 : tensor<128x512xf32>
    %1436 = stablehlo.subtract %arg10, %1435 : tensor<128x512xf32>
    %cst_330 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1437 = stablehlo.broadcast_in_dim %cst_330, dims = [] : (tensor<f32>) -> tensor<512x128xf32>
    %1438 = stablehlo.multiply %1437, %arg63 : tensor<512x128xf32>
    %cst_331 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1439 = stablehlo.broadcast_in_dim %cst_331, dims = [] : (tensor<f32>) -> tensor<512x128xf32>
    %1440 = stablehlo.multiply %1439, %1178 : tensor<512x128xf32>
    %1441 = stablehlo.add %1438, %1440 : tensor<512x128xf32>
    %cst_332 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1442 = stablehlo.broadcast_in_dim %cst_332, dims = [] : (tensor<f32>) -> tensor<512x128xf32>
    %1443 = stablehlo.multiply %1442, %arg116 : tensor<512x128xf32>
    %cst_333 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1444 = stablehlo.broadcast_in_dim %cst_333, dims = [] : (tensor<f32>) -> tensor<512x128xf32>
    %1445 = stablehlo.multiply %1444, %1178 : tensor<512x128xf32>
    %1446 = stablehlo.multiply %1445, %1178 : tensor<512x128xf32>
    %1447 = stablehlo.add %1443, %1446 : tensor<512x128xf32>
    %1448 = stablehlo.broadcast_in_dim %1192, dims = [] : (tensor<f32>) -> tensor<512x128xf32>
    %1449 = stablehlo.divide %1441, %1448 : tensor<512x128xf32>
    %cst_334 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1450 = stablehlo.broadcast_in_dim %cst_334, dims = [] : (tensor<f32>) -> tensor<512x128xf32>
    %1451 = stablehlo.multiply %1450, %1449 : tensor<512x128xf32>
    %1452 = stablehlo.broadcast_in_dim %1194, dims = [] : (tensor<f32>) -> tensor<512x128xf32>
    %1453 = stablehlo.divide %1447, %1452 : tensor<512x128xf32>
    %1454 = stablehlo.sqrt %1453 : tensor<512x128xf32>
    %cst_335 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %1455 = stablehlo.broadcast_in_dim %cst_335, dims = [] : (tensor<f32>) -> tensor<512x128xf32>
    %1456 = stablehlo.add %1454, %1455 : tensor<512x128xf32>
    %1457 = stablehlo.divide %1451, %1456 : tensor<512x128xf32>
    %1458 = stablehlo.subtract %arg11, %1457 : tensor<512x128xf32>
    %cst_336 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1459 = stablehlo.broadcast_in_dim %cst_336, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1460 = stablehlo.multiply %1459, %arg64 : tensor<128x8x16xf32>
    %cst_337 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1461 = stablehlo.broadcast_in_dim %cst_337, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1462 = stablehlo.multiply %1461, %1177 : tensor<128x8x16xf32>
    %1463 = stablehlo.add %1460, %1462 : tensor<128x8x16xf32>
    %cst_338 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1464 = stablehlo.broadcast_in_dim %cst_338, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1465 = stablehlo.multiply %1464, %arg117 : tensor<128x8x16xf32>
    %cst_339 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1466 = stablehlo.broadcast_in_dim %cst_339, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1467 = stablehlo.multiply %1466, %1177 : tensor<128x8x16xf32>
    %1468 = stablehlo.multiply %1467, %1177 : tensor<128x8x16xf32>
    %1469 = stablehlo.add %1465, %1468 : tensor<128x8x16xf32>
    %1470 = stablehlo.broadcast_in_dim %1192, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1471 = stablehlo.divide %1463, %1470 : tensor<128x8x16xf32>
    %cst_340 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1472 = stablehlo.broadcast_in_dim %cst_340, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1473 = stablehlo.multiply %1472, %1471 : tensor<128x8x16xf32>
    %1474 = stablehlo.broadcast_in_dim %1194, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1475 = stablehlo.divide %1469, %1474 : tensor<128x8x16xf32>
    %1476 = stablehlo.sqrt %1475 : tensor<128x8x16xf32>
    %cst_341 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %1477 = stablehlo.broadcast_in_dim %cst_341, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1478 = stablehlo.add %1476, %1477 : tensor<128x8x16xf32>
    %1479 = stablehlo.divide %1473, %1478 : tensor<128x8x16xf32>
    %1480 = stablehlo.subtract %arg12, %1479 : tensor<128x8x16xf32>
    %cst_342 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1481 = stablehlo.broadcast_in_dim %cst_342, dims = [] : (tensor<f32>) -> tensor<8x16x128xf32>
    %1482 = stablehlo.multiply %1481, %arg65 : tensor<8x16x128xf32>
    %cst_343 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1483 = stablehlo.broadcast_in_dim %cst_343, dims = [] : (tensor<f32>) -> tensor<8x16x128xf32>
    %1484 = stablehlo.multiply %1483, %1176 : tensor<8x16x128xf32>
    %1485 = stablehlo.add %1482, %1484 : tensor<8x16x128xf32>
    %cst_344 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1486 = stablehlo.broadcast_in_dim %cst_344, dims = [] : (tensor<f32>) -> tensor<8x16x128xf32>
    %1487 = stablehlo.multiply %1486, %arg118 : tensor<8x16x128xf32>
    %cst_345 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1488 = stablehlo.broadcast_in_dim %cst_345, dims = [] : (tensor<f32>) -> tensor<8x16x128xf32>
    %1489 = stablehlo.multiply %1488, %1176 : tensor<8x16x128xf32>
    %1490 = stablehlo.multiply %1489, %1176 : tensor<8x16x128xf32>
    %1491 = stablehlo.add %1487, %1490 : tensor<8x16x128xf32>
    %1492 = stablehlo.broadcast_in_dim %1192, dims = [] : (tensor<f32>) -> tensor<8x16x128xf32>
    %1493 = stablehlo.divide %1485, %1492 : tensor<8x16x128xf32>
    %cst_346 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1494 = stablehlo.broadcast_in_dim %cst_346, dims = [] : (tensor<f32>) -> tensor<8x16x128xf32>
    %1495 = stablehlo.multiply %1494, %1493 : tensor<8x16x128xf32>
    %1496 = stablehlo.broadcast_in_dim %1194, dims = [] : (tensor<f32>) -> tensor<8x16x128xf32>
    %1497 = stablehlo.divide %1491, %1496 : tensor<8x16x128xf32>
    %1498 = stablehlo.sqrt %1497 : tensor<8x16x128xf32>
    %cst_347 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %1499 = stablehlo.broadcast_in_dim %cst_347, dims = [] : (tensor<f32>) -> tensor<8x16x128xf32>
    %1500 = stablehlo.add %1498, %1499 : tensor<8x16x128xf32>
    %1501 = stablehlo.divide %1495, %1500 : tensor<8x16x128xf32>
    %1502 = stablehlo.subtract %arg13, %1501 : tensor<8x16x128xf32>
    %cst_348 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1503 = stablehlo.broadcast_in_dim %cst_348, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1504 = stablehlo.multiply %1503, %arg66 : tensor<128x8x16xf32>
    %cst_349 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1505 = stablehlo.broadcast_in_dim %cst_349, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1506 = stablehlo.multiply %1505, %1175 : tensor<128x8x16xf32>
    %1507 = stablehlo.add %1504, %1506 : tensor<128x8x16xf32>
    %cst_350 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1508 = stablehlo.broadcast_in_dim %cst_350, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1509 = stablehlo.multiply %1508, %arg119 : tensor<128x8x16xf32>
    %cst_351 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1510 = stablehlo.broadcast_in_dim %cst_351, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1511 = stablehlo.multiply %1510, %1175 : tensor<128x8x16xf32>
    %1512 = stablehlo.multiply %1511, %1175 : tensor<128x8x16xf32>
    %1513 = stablehlo.add %1509, %1512 : tensor<128x8x16xf32>
    %1514 = stablehlo.broadcast_in_dim %1192, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1515 = stablehlo.divide %1507, %1514 : tensor<128x8x16xf32>
    %cst_352 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1516 = stablehlo.broadcast_in_dim %cst_352, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1517 = stablehlo.multiply %1516, %1515 : tensor<128x8x16xf32>
    %1518 = stablehlo.broadcast_in_dim %1194, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1519 = stablehlo.divide %1513, %1518 : tensor<128x8x16xf32>
    %1520 = stablehlo.sqrt %1519 : tensor<128x8x16xf32>
    %cst_353 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %1521 = stablehlo.broadcast_in_dim %cst_353, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1522 = stablehlo.add %1520, %1521 : tensor<128x8x16xf32>
    %1523 = stablehlo.divide %1517, %1522 : tensor<128x8x16xf32>
    %1524 = stablehlo.subtract %arg14, %1523 : tensor<128x8x16xf32>
    %cst_354 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1525 = stablehlo.broadcast_in_dim %cst_354, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1526 = stablehlo.multiply %1525, %arg67 : tensor<128x8x16xf32>
    %cst_355 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1527 = stablehlo.broadcast_in_dim %cst_355, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1528 = stablehlo.multiply %1527, %1174 : tensor<128x8x16xf32>
    %1529 = stablehlo.add %1526, %1528 : tensor<128x8x16xf32>
    %cst_356 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1530 = stablehlo.broadcast_in_dim %cst_356, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1531 = stablehlo.multiply %1530, %arg120 : tensor<128x8x16xf32>
    %cst_357 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1532 = stablehlo.broadcast_in_dim %cst_357, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1533 = stablehlo.multiply %1532, %1174 : tensor<128x8x16xf32>
    %1534 = stablehlo.multiply %1533, %1174 : tensor<128x8x16xf32>
    %1535 = stablehlo.add %1531, %1534 : tensor<128x8x16xf32>
    %1536 = stablehlo.broadcast_in_dim %1192, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1537 = stablehlo.divide %1529, %1536 : tensor<128x8x16xf32>
    %cst_358 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1538 = stablehlo.broadcast_in_dim %cst_358, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1539 = stablehlo.multiply %1538, %1537 : tensor<128x8x16xf32>
    %1540 = stablehlo.broadcast_in_dim %1194, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1541 = stablehlo.divide %1535, %1540 : tensor<128x8x16xf32>
    %1542 = stablehlo.sqrt %1541 : tensor<128x8x16xf32>
    %cst_359 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %1543 = stablehlo.broadcast_in_dim %cst_359, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1544 = stablehlo.add %1542, %1543 : tensor<128x8x16xf32>
    %1545 = stablehlo.divide %1539, %1544 : tensor<128x8x16xf32>
    %1546 = stablehlo.subtract %arg15, %1545 : tensor<128x8x16xf32>
    %cst_360 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1547 = stablehlo.broadcast_in_dim %cst_360, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1548 = stablehlo.multiply %1547, %arg68 : tensor<128xf32>
    %cst_361 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1549 = stablehlo.broadcast_in_dim %cst_361, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1550 = stablehlo.multiply %1549, %1173 : tensor<128xf32>
    %1551 = stablehlo.add %1548, %1550 : tensor<128xf32>
    %cst_362 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1552 = stablehlo.broadcast_in_dim %cst_362, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1553 = stablehlo.multiply %1552, %arg121 : tensor<128xf32>
    %cst_363 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1554 = stablehlo.broadcast_in_dim %cst_363, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1555 = stablehlo.multiply %1554, %1173 : tensor<128xf32>
    %1556 = stablehlo.multiply %1555, %1173 : tensor<128xf32>
    %1557 = stablehlo.add %1553, %1556 : tensor<128xf32>
    %1558 = stablehlo.broadcast_in_dim %1192, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1559 = stablehlo.divide %1551, %1558 : tensor<128xf32>
    %cst_364 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1560 = stablehlo.broadcast_in_dim %cst_364, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1561 = stablehlo.multiply %1560, %1559 : tensor<128xf32>
    %1562 = stablehlo.broadcast_in_dim %1194, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1563 = stablehlo.divide %1557, %1562 : tensor<128xf32>
    %1564 = stablehlo.sqrt %1563 : tensor<128xf32>
    %cst_365 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %1565 = stablehlo.broadcast_in_dim %cst_365, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1566 = stablehlo.add %1564, %1565 : tensor<128xf32>
    %1567 = stablehlo.divide %1561, %1566 : tensor<128xf32>
    %1568 = stablehlo.subtract %arg16, %1567 : tensor<128xf32>
    %cst_366 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1569 = stablehlo.broadcast_in_dim %cst_366, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1570 = stablehlo.multiply %1569, %arg69 : tensor<128xf32>
    %cst_367 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1571 = stablehlo.broadcast_in_dim %cst_367, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1572 = stablehlo.multiply %1571, %1172 : tensor<128xf32>
    %1573 = stablehlo.add %1570, %1572 : tensor<128xf32>
    %cst_368 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1574 = stablehlo.broadcast_in_dim %cst_368, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1575 = stablehlo.multiply %1574, %arg122 : tensor<128xf32>
    %cst_369 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1576 = stablehlo.broadcast_in_dim %cst_369, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1577 = stablehlo.multiply %1576, %1172 : tensor<128xf32>
    %1578 = stablehlo.multiply %1577, %1172 : tensor<128xf32>
    %1579 = stablehlo.add %1575, %1578 : tensor<128xf32>
    %1580 = stablehlo.broadcast_in_dim %1192, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1581 = stablehlo.divide %1573, %1580 : tensor<128xf32>
    %cst_370 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1582 = stablehlo.broadcast_in_dim %cst_370, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1583 = stablehlo.multiply %1582, %1581 : tensor<128xf32>
    %1584 = stablehlo.broadcast_in_dim %1194, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1585 = stablehlo.divide %1579, %1584 : tensor<128xf32>
    %1586 = stablehlo.sqrt %1585 : tensor<128xf32>
    %cst_371 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %1587 = stablehlo.broadcast_in_dim %cst_371, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1588 = stablehlo.add %1586, %1587 : tensor<128xf32>
    %1589 = stablehlo.divide %1583, %1588 : tensor<128xf32>
    %1590 = stablehlo.subtract %arg17, %1589 : tensor<128xf32>
    %cst_372 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1591 = stablehlo.broadcast_in_dim %cst_372, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1592 = stablehlo.multiply %1591, %arg70 : tensor<128xf32>
    %cst_373 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1593 = stablehlo.broadcast_in_dim %cst_373, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1594 = stablehlo.multiply %1593, %1171 : tensor<128xf32>
    %1595 = stablehlo.add %1592, %1594 : tensor<128xf32>
    %cst_374 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1596 = stablehlo.broadcast_in_dim %cst_374, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1597 = stablehlo.multiply %1596, %arg123 : tensor<128xf32>
    %cst_375 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1598 = stablehlo.broadcast_in_dim %cst_375, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1599 = stablehlo.multiply %1598, %1171 : tensor<128xf32>
    %1600 = stablehlo.multiply %1599, %1171 : tensor<128xf32>
    %1601 = stablehlo.add %1597, %1600 : tensor<128xf32>
    %1602 = stablehlo.broadcast_in_dim %1192, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1603 = stablehlo.divide %1595, %1602 : tensor<128xf32>
    %cst_376 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1604 = stablehlo.broadcast_in_dim %cst_376, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1605 = stablehlo.multiply %1604, %1603 : tensor<128xf32>
    %1606 = stablehlo.broadcast_in_dim %1194, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1607 = stablehlo.divide %1601, %1606 : tensor<128xf32>
    %1608 = stablehlo.sqrt %1607 : tensor<128xf32>
    %cst_377 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %1609 = stablehlo.broadcast_in_dim %cst_377, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1610 = stablehlo.add %1608, %1609 : tensor<128xf32>
    %1611 = stablehlo.divide %1605, %1610 : tensor<128xf32>
    %1612 = stablehlo.subtract %arg18, %1611 : tensor<128xf32>
    %cst_378 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1613 = stablehlo.broadcast_in_dim %cst_378, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1614 = stablehlo.multiply %1613, %arg71 : tensor<128xf32>
    %cst_379 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1615 = stablehlo.broadcast_in_dim %cst_379, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1616 = stablehlo.multiply %1615, %1170 : tensor<128xf32>
    %1617 = stablehlo.add %1614, %1616 : tensor<128xf32>
    %cst_380 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1618 = stablehlo.broadcast_in_dim %cst_380, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1619 = stablehlo.multiply %1618, %arg124 : tensor<128xf32>
    %cst_381 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1620 = stablehlo.broadcast_in_dim %cst_381, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1621 = stablehlo.multiply %1620, %1170 : tensor<128xf32>
    %1622 = stablehlo.multiply %1621, %1170 : tensor<128xf32>
    %1623 = stablehlo.add %1619, %1622 : tensor<128xf32>
    %1624 = stablehlo.broadcast_in_dim %1192, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1625 = stablehlo.divide %1617, %1624 : tensor<128xf32>
    %cst_382 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1626 = stablehlo.broadcast_in_dim %cst_382, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1627 = stablehlo.multiply %1626, %1625 : tensor<128xf32>
    %1628 = stablehlo.broadcast_in_dim %1194, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1629 = stablehlo.divide %1623, %1628 : tensor<128xf32>
    %1630 = stablehlo.sqrt %1629 : tensor<128xf32>
    %cst_383 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %1631 = stablehlo.broadcast_in_dim %cst_383, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1632 = stablehlo.add %1630, %1631 : tensor<128xf32>
    %1633 = stablehlo.divide %1627, %1632 : tensor<128xf32>
    %1634 = stablehlo.subtract %arg19, %1633 : tensor<128xf32>
    %cst_384 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1635 = stablehlo.broadcast_in_dim %cst_384, dims = [] : (tensor<f32>) -> tensor<512xf32>
    %1636 = stablehlo.multiply %1635, %arg72 : tensor<512xf32>
    %cst_385 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1637 = stablehlo.broadcast_in_dim %cst_385, dims = [] : (tensor<f32>) -> tensor<512xf32>
    %1638 = stablehlo.multiply %1637, %1169 : tensor<512xf32>
    %1639 = stablehlo.add %1636, %1638 : tensor<512xf32>
    %cst_386 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1640 = stablehlo.broadcast_in_dim %cst_386, dims = [] : (tensor<f32>) -> tensor<512xf32>
    %1641 = stablehlo.multiply %1640, %arg125 : tensor<512xf32>
    %cst_387 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1642 = stablehlo.broadcast_in_dim %cst_387, dims = [] : (tensor<f32>) -> tensor<512xf32>
    %1643 = stablehlo.multiply %1642, %1169 : tensor<512xf32>
    %1644 = stablehlo.multiply %1643, %1169 : tensor<512xf32>
    %1645 = stablehlo.add %1641, %1644 : tensor<512xf32>
    %1646 = stablehlo.broadcast_in_dim %1192, dims = [] : (tensor<f32>) -> tensor<512xf32>
    %1647 = stablehlo.divide %1639, %1646 : tensor<512xf32>
    %cst_388 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1648 = stablehlo.broadcast_in_dim %cst_388, dims = [] : (tensor<f32>) -> tensor<512xf32>
    %1649 = stablehlo.multiply %1648, %1647 : tensor<512xf32>
    %1650 = stablehlo.broadcast_in_dim %1194, dims = [] : (tensor<f32>) -> tensor<512xf32>
    %1651 = stablehlo.divide %1645, %1650 : tensor<512xf32>
    %1652 = stablehlo.sqrt %1651 : tensor<512xf32>
    %cst_389 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %1653 = stablehlo.broadcast_in_dim %cst_389, dims = [] : (tensor<f32>) -> tensor<512xf32>
    %1654 = stablehlo.add %1652, %1653 : tensor<512xf32>
    %1655 = stablehlo.divide %1649, %1654 : tensor<512xf32>
    %1656 = stablehlo.subtract %arg20, %1655 : tensor<512xf32>
    %cst_390 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1657 = stablehlo.broadcast_in_dim %cst_390, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1658 = stablehlo.multiply %1657, %arg73 : tensor<128xf32>
    %cst_391 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1659 = stablehlo.broadcast_in_dim %cst_391, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1660 = stablehlo.multiply %1659, %1168 : tensor<128xf32>
    %1661 = stablehlo.add %1658, %1660 : tensor<128xf32>
    %cst_392 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1662 = stablehlo.broadcast_in_dim %cst_392, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1663 = stablehlo.multiply %1662, %arg126 : tensor<128xf32>
    %cst_393 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1664 = stablehlo.broadcast_in_dim %cst_393, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1665 = stablehlo.multiply %1664, %1168 : tensor<128xf32>
    %1666 = stablehlo.multiply %1665, %1168 : tensor<128xf32>
    %1667 = stablehlo.add %1663, %1666 : tensor<128xf32>
    %1668 = stablehlo.broadcast_in_dim %1192, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1669 = stablehlo.divide %1661, %1668 : tensor<128xf32>
    %cst_394 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1670 = stablehlo.broadcast_in_dim %cst_394, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1671 = stablehlo.multiply %1670, %1669 : tensor<128xf32>
    %1672 = stablehlo.broadcast_in_dim %1194, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1673 = stablehlo.divide %1667, %1672 : tensor<128xf32>
    %1674 = stablehlo.sqrt %1673 : tensor<128xf32>
    %cst_395 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %1675 = stablehlo.broadcast_in_dim %cst_395, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1676 = stablehlo.add %1674, %1675 : tensor<128xf32>
    %1677 = stablehlo.divide %1671, %1676 : tensor<128xf32>
    %1678 = stablehlo.subtract %arg21, %1677 : tensor<128xf32>
    %cst_396 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1679 = stablehlo.broadcast_in_dim %cst_396, dims = [] : (tensor<f32>) -> tensor<128x512xf32>
    %1680 = stablehlo.multiply %1679, %arg74 : tensor<128x512xf32>
    %cst_397 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1681 = stablehlo.broadcast_in_dim %cst_397, dims = [] : (tensor<f32>) -> tensor<128x512xf32>
    %1682 = stablehlo.multiply %1681, %1167 : tensor<128x512xf32>
    %1683 = stablehlo.add %1680, %1682 : tensor<128x512xf32>
    %cst_398 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1684 = stablehlo.broadcast_in_dim %cst_398, dims = [] : (tensor<f32>) -> tensor<128x512xf32>
    %1685 = stablehlo.multiply %1684, %arg127 : tensor<128x512xf32>
    %cst_399 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1686 = stablehlo.broadcast_in_dim %cst_399, dims = [] : (tensor<f32>) -> tensor<128x512xf32>
    %1687 = stablehlo.multiply %1686, %1167 : tensor<128x512xf32>
    %1688 = stablehlo.multiply %1687, %1167 : tensor<128x512xf32>
    %1689 = stablehlo.add %1685, %1688 : tensor<128x512xf32>
    %1690 = stablehlo.broadcast_in_dim %1192, dims = [] : (tensor<f32>) -> tensor<128x512xf32>
    %1691 = stablehlo.divide %1683, %1690 : tensor<128x512xf32>
    %cst_400 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1692 = stablehlo.broadcast_in_dim %cst_400, dims = [] : (tensor<f32>) -> tensor<128x512xf32>
    %1693 = stablehlo.multiply %1692, %1691 : tensor<128x512xf32>
    %1694 = stablehlo.broadcast_in_dim %1194, dims = [] : (tensor<f32>) -> tensor<128x512xf32>
    %1695 = stablehlo.divide %1689, %1694 : tensor<128x512xf32>
    %1696 = stablehlo.sqrt %1695 : tensor<128x512xf32>
    %cst_401 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %1697 = stablehlo.broadcast_in_dim %cst_401, dims = [] : (tensor<f32>) -> tensor<128x512xf32>
    %1698 = stablehlo.add %1696, %1697 : tensor<128x512xf32>
    %1699 = stablehlo.divide %1693, %1698 : tensor<128x512xf32>
    %1700 = stablehlo.subtract %arg22, %1699 : tensor<128x512xf32>
    %cst_402 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1701 = stablehlo.broadcast_in_dim %cst_402, dims = [] : (tensor<f32>) -> tensor<512x128xf32>
    %1702 = stablehlo.multiply %1701, %arg75 : tensor<512x128xf32>
    %cst_403 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1703 = stablehlo.broadcast_in_dim %cst_403, dims = [] : (tensor<f32>) -> tensor<512x128xf32>
    %1704 = stablehlo.multiply %1703, %1166 : tensor<512x128xf32>
    %1705 = stablehlo.add %1702, %1704 : tensor<512x128xf32>
    %cst_404 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1706 = stablehlo.broadcast_in_dim %cst_404, dims = [] : (tensor<f32>) -> tensor<512x128xf32>
    %1707 = stablehlo.multiply %1706, %arg128 : tensor<512x128xf32>
    %cst_405 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1708 = stablehlo.broadcast_in_dim %cst_405, dims = [] : (tensor<f32>) -> tensor<512x128xf32>
    %1709 = stablehlo.multiply %1708, %1166 : tensor<512x128xf32>
    %1710 = stablehlo.multiply %1709, %1166 : tensor<512x128xf32>
    %1711 = stablehlo.add %1707, %1710 : tensor<512x128xf32>
    %1712 = stablehlo.broadcast_in_dim %1192, dims = [] : (tensor<f32>) -> tensor<512x128xf32>
    %1713 = stablehlo.divide %1705, %1712 : tensor<512x128xf32>
    %cst_406 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1714 = stablehlo.broadcast_in_dim %cst_406, dims = [] : (tensor<f32>) -> tensor<512x128xf32>
    %1715 = stablehlo.multiply %1714, %1713 : tensor<512x128xf32>
    %1716 = stablehlo.broadcast_in_dim %1194, dims = [] : (tensor<f32>) -> tensor<512x128xf32>
    %1717 = stablehlo.divide %1711, %1716 : tensor<512x128xf32>
    %1718 = stablehlo.sqrt %1717 : tensor<512x128xf32>
    %cst_407 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %1719 = stablehlo.broadcast_in_dim %cst_407, dims = [] : (tensor<f32>) -> tensor<512x128xf32>
    %1720 = stablehlo.add %1718, %1719 : tensor<512x128xf32>
    %1721 = stablehlo.divide %1715, %1720 : tensor<512x128xf32>
    %1722 = stablehlo.subtract %arg23, %1721 : tensor<512x128xf32>
    %cst_408 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1723 = stablehlo.broadcast_in_dim %cst_408, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1724 = stablehlo.multiply %1723, %arg76 : tensor<128x8x16xf32>
    %cst_409 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1725 = stablehlo.broadcast_in_dim %cst_409, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1726 = stablehlo.multiply %1725, %1165 : tensor<128x8x16xf32>
    %1727 = stablehlo.add %1724, %1726 : tensor<128x8x16xf32>
    %cst_410 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1728 = stablehlo.broadcast_in_dim %cst_410, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1729 = stablehlo.multiply %1728, %arg129 : tensor<128x8x16xf32>
    %cst_411 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1730 = stablehlo.broadcast_in_dim %cst_411, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1731 = stablehlo.multiply %1730, %1165 : tensor<128x8x16xf32>
    %1732 = stablehlo.multiply %1731, %1165 : tensor<128x8x16xf32>
    %1733 = stablehlo.add %1729, %1732 : tensor<128x8x16xf32>
    %1734 = stablehlo.broadcast_in_dim %1192, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1735 = stablehlo.divide %1727, %1734 : tensor<128x8x16xf32>
    %cst_412 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1736 = stablehlo.broadcast_in_dim %cst_412, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1737 = stablehlo.multiply %1736, %1735 : tensor<128x8x16xf32>
    %1738 = stablehlo.broadcast_in_dim %1194, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1739 = stablehlo.divide %1733, %1738 : tensor<128x8x16xf32>
    %1740 = stablehlo.sqrt %1739 : tensor<128x8x16xf32>
    %cst_413 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %1741 = stablehlo.broadcast_in_dim %cst_413, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1742 = stablehlo.add %1740, %1741 : tensor<128x8x16xf32>
    %1743 = stablehlo.divide %1737, %1742 : tensor<128x8x16xf32>
    %1744 = stablehlo.subtract %arg24, %1743 : tensor<128x8x16xf32>
    %cst_414 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1745 = stablehlo.broadcast_in_dim %cst_414, dims = [] : (tensor<f32>) -> tensor<8x16x128xf32>
    %1746 = stablehlo.multiply %1745, %arg77 : tensor<8x16x128xf32>
    %cst_415 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1747 = stablehlo.broadcast_in_dim %cst_415, dims = [] : (tensor<f32>) -> tensor<8x16x128xf32>
    %1748 = stablehlo.multiply %1747, %1164 : tensor<8x16x128xf32>
    %1749 = stablehlo.add %1746, %1748 : tensor<8x16x128xf32>
    %cst_416 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1750 = stablehlo.broadcast_in_dim %cst_416, dims = [] : (tensor<f32>) -> tensor<8x16x128xf32>
    %1751 = stablehlo.multiply %1750, %arg130 : tensor<8x16x128xf32>
    %cst_417 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1752 = stablehlo.broadcast_in_dim %cst_417, dims = [] : (tensor<f32>) -> tensor<8x16x128xf32>
    %1753 = stablehlo.multiply %1752, %1164 : tensor<8x16x128xf32>
    %1754 = stablehlo.multiply %1753, %1164 : tensor<8x16x128xf32>
    %1755 = stablehlo.add %1751, %1754 : tensor<8x16x128xf32>
    %1756 = stablehlo.broadcast_in_dim %1192, dims = [] : (tensor<f32>) -> tensor<8x16x128xf32>
    %1757 = stablehlo.divide %1749, %1756 : tensor<8x16x128xf32>
    %cst_418 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1758 = stablehlo.broadcast_in_dim %cst_418, dims = [] : (tensor<f32>) -> tensor<8x16x128xf32>
    %1759 = stablehlo.multiply %1758, %1757 : tensor<8x16x128xf32>
    %1760 = stablehlo.broadcast_in_dim %1194, dims = [] : (tensor<f32>) -> tensor<8x16x128xf32>
    %1761 = stablehlo.divide %1755, %1760 : tensor<8x16x128xf32>
    %1762 = stablehlo.sqrt %1761 : tensor<8x16x128xf32>
    %cst_419 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %1763 = stablehlo.broadcast_in_dim %cst_419, dims = [] : (tensor<f32>) -> tensor<8x16x128xf32>
    %1764 = stablehlo.add %1762, %1763 : tensor<8x16x128xf32>
    %1765 = stablehlo.divide %1759, %1764 : tensor<8x16x128xf32>
    %1766 = stablehlo.subtract %arg25, %1765 : tensor<8x16x128xf32>
    %cst_420 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1767 = stablehlo.broadcast_in_dim %cst_420, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1768 = stablehlo.multiply %1767, %arg78 : tensor<128x8x16xf32>
    %cst_421 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1769 = stablehlo.broadcast_in_dim %cst_421, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1770 = stablehlo.multiply %1769, %1163 : tensor<128x8x16xf32>
    %1771 = stablehlo.add %1768, %1770 : tensor<128x8x16xf32>
    %cst_422 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1772 = stablehlo.broadcast_in_dim %cst_422, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1773 = stablehlo.multiply %1772, %arg131 : tensor<128x8x16xf32>
    %cst_423 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1774 = stablehlo.broadcast_in_dim %cst_423, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1775 = stablehlo.multiply %1774, %1163 : tensor<128x8x16xf32>
    %1776 = stablehlo.multiply %1775, %1163 : tensor<128x8x16xf32>
    %1777 = stablehlo.add %1773, %1776 : tensor<128x8x16xf32>
    %1778 = stablehlo.broadcast_in_dim %1192, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1779 = stablehlo.divide %1771, %1778 : tensor<128x8x16xf32>
    %cst_424 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1780 = stablehlo.broadcast_in_dim %cst_424, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1781 = stablehlo.multiply %1780, %1779 : tensor<128x8x16xf32>
    %1782 = stablehlo.broadcast_in_dim %1194, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1783 = stablehlo.divide %1777, %1782 : tensor<128x8x16xf32>
    %1784 = stablehlo.sqrt %1783 : tensor<128x8x16xf32>
    %cst_425 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %1785 = stablehlo.broadcast_in_dim %cst_425, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1786 = stablehlo.add %1784, %1785 : tensor<128x8x16xf32>
    %1787 = stablehlo.divide %1781, %1786 : tensor<128x8x16xf32>
    %1788 = stablehlo.subtract %arg26, %1787 : tensor<128x8x16xf32>
    %cst_426 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1789 = stablehlo.broadcast_in_dim %cst_426, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1790 = stablehlo.multiply %1789, %arg79 : tensor<128x8x16xf32>
    %cst_427 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1791 = stablehlo.broadcast_in_dim %cst_427, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1792 = stablehlo.multiply %1791, %1162 : tensor<128x8x16xf32>
    %1793 = stablehlo.add %1790, %1792 : tensor<128x8x16xf32>
    %cst_428 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1794 = stablehlo.broadcast_in_dim %cst_428, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1795 = stablehlo.multiply %1794, %arg132 : tensor<128x8x16xf32>
    %cst_429 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1796 = stablehlo.broadcast_in_dim %cst_429, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1797 = stablehlo.multiply %1796, %1162 : tensor<128x8x16xf32>
    %1798 = stablehlo.multiply %1797, %1162 : tensor<128x8x16xf32>
    %1799 = stablehlo.add %1795, %1798 : tensor<128x8x16xf32>
    %1800 = stablehlo.broadcast_in_dim %1192, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1801 = stablehlo.divide %1793, %1800 : tensor<128x8x16xf32>
    %cst_430 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1802 = stablehlo.broadcast_in_dim %cst_430, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1803 = stablehlo.multiply %1802, %1801 : tensor<128x8x16xf32>
    %1804 = stablehlo.broadcast_in_dim %1194, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1805 = stablehlo.divide %1799, %1804 : tensor<128x8x16xf32>
    %1806 = stablehlo.sqrt %1805 : tensor<128x8x16xf32>
    %cst_431 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %1807 = stablehlo.broadcast_in_dim %cst_431, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1808 = stablehlo.add %1806, %1807 : tensor<128x8x16xf32>
    %1809 = stablehlo.divide %1803, %1808 : tensor<128x8x16xf32>
    %1810 = stablehlo.subtract %arg27, %1809 : tensor<128x8x16xf32>
    %cst_432 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1811 = stablehlo.broadcast_in_dim %cst_432, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1812 = stablehlo.multiply %1811, %arg80 : tensor<128xf32>
    %cst_433 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1813 = stablehlo.broadcast_in_dim %cst_433, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1814 = stablehlo.multiply %1813, %1161 : tensor<128xf32>
    %1815 = stablehlo.add %1812, %1814 : tensor<128xf32>
    %cst_434 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1816 = stablehlo.broadcast_in_dim %cst_434, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1817 = stablehlo.multiply %1816, %arg133 : tensor<128xf32>
    %cst_435 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1818 = stablehlo.broadcast_in_dim %cst_435, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1819 = stablehlo.multiply %1818, %1161 : tensor<128xf32>
    %1820 = stablehlo.multiply %1819, %1161 : tensor<128xf32>
    %1821 = stablehlo.add %1817, %1820 : tensor<128xf32>
    %1822 = stablehlo.broadcast_in_dim %1192, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1823 = stablehlo.divide %1815, %1822 : tensor<128xf32>
    %cst_436 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1824 = stablehlo.broadcast_in_dim %cst_436, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1825 = stablehlo.multiply %1824, %1823 : tensor<128xf32>
    %1826 = stablehlo.broadcast_in_dim %1194, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1827 = stablehlo.divide %1821, %1826 : tensor<128xf32>
    %1828 = stablehlo.sqrt %1827 : tensor<128xf32>
    %cst_437 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %1829 = stablehlo.broadcast_in_dim %cst_437, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1830 = stablehlo.add %1828, %1829 : tensor<128xf32>
    %1831 = stablehlo.divide %1825, %1830 : tensor<128xf32>
    %1832 = stablehlo.subtract %arg28, %1831 : tensor<128xf32>
    %cst_438 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1833 = stablehlo.broadcast_in_dim %cst_438, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1834 = stablehlo.multiply %1833, %arg81 : tensor<128xf32>
    %cst_439 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1835 = stablehlo.broadcast_in_dim %cst_439, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1836 = stablehlo.multiply %1835, %1160 : tensor<128xf32>
    %1837 = stablehlo.add %1834, %1836 : tensor<128xf32>
    %cst_440 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1838 = stablehlo.broadcast_in_dim %cst_440, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1839 = stablehlo.multiply %1838, %arg134 : tensor<128xf32>
    %cst_441 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1840 = stablehlo.broadcast_in_dim %cst_441, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1841 = stablehlo.multiply %1840, %1160 : tensor<128xf32>
    %1842 = stablehlo.multiply %1841, %1160 : tensor<128xf32>
    %1843 = stablehlo.add %1839, %1842 : tensor<128xf32>
    %1844 = stablehlo.broadcast_in_dim %1192, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1845 = stablehlo.divide %1837, %1844 : tensor<128xf32>
    %cst_442 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1846 = stablehlo.broadcast_in_dim %cst_442, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1847 = stablehlo.multiply %1846, %1845 : tensor<128xf32>
    %1848 = stablehlo.broadcast_in_dim %1194, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1849 = stablehlo.divide %1843, %1848 : tensor<128xf32>
    %1850 = stablehlo.sqrt %1849 : tensor<128xf32>
    %cst_443 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %1851 = stablehlo.broadcast_in_dim %cst_443, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1852 = stablehlo.add %1850, %1851 : tensor<128xf32>
    %1853 = stablehlo.divide %1847, %1852 : tensor<128xf32>
    %1854 = stablehlo.subtract %arg29, %1853 : tensor<128xf32>
    %cst_444 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1855 = stablehlo.broadcast_in_dim %cst_444, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1856 = stablehlo.multiply %1855, %arg82 : tensor<128xf32>
    %cst_445 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1857 = stablehlo.broadcast_in_dim %cst_445, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1858 = stablehlo.multiply %1857, %1159 : tensor<128xf32>
    %1859 = stablehlo.add %1856, %1858 : tensor<128xf32>
    %cst_446 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1860 = stablehlo.broadcast_in_dim %cst_446, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1861 = stablehlo.multiply %1860, %arg135 : tensor<128xf32>
    %cst_447 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1862 = stablehlo.broadcast_in_dim %cst_447, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1863 = stablehlo.multiply %1862, %1159 : tensor<128xf32>
    %1864 = stablehlo.multiply %1863, %1159 : tensor<128xf32>
    %1865 = stablehlo.add %1861, %1864 : tensor<128xf32>
    %1866 = stablehlo.broadcast_in_dim %1192, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1867 = stablehlo.divide %1859, %1866 : tensor<128xf32>
    %cst_448 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1868 = stablehlo.broadcast_in_dim %cst_448, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1869 = stablehlo.multiply %1868, %1867 : tensor<128xf32>
    %1870 = stablehlo.broadcast_in_dim %1194, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1871 = stablehlo.divide %1865, %1870 : tensor<128xf32>
    %1872 = stablehlo.sqrt %1871 : tensor<128xf32>
    %cst_449 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %1873 = stablehlo.broadcast_in_dim %cst_449, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1874 = stablehlo.add %1872, %1873 : tensor<128xf32>
    %1875 = stablehlo.divide %1869, %1874 : tensor<128xf32>
    %1876 = stablehlo.subtract %arg30, %1875 : tensor<128xf32>
    %cst_450 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1877 = stablehlo.broadcast_in_dim %cst_450, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1878 = stablehlo.multiply %1877, %arg83 : tensor<128xf32>
    %cst_451 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1879 = stablehlo.broadcast_in_dim %cst_451, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1880 = stablehlo.multiply %1879, %1158 : tensor<128xf32>
    %1881 = stablehlo.add %1878, %1880 : tensor<128xf32>
    %cst_452 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1882 = stablehlo.broadcast_in_dim %cst_452, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1883 = stablehlo.multiply %1882, %arg136 : tensor<128xf32>
    %cst_453 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1884 = stablehlo.broadcast_in_dim %cst_453, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1885 = stablehlo.multiply %1884, %1158 : tensor<128xf32>
    %1886 = stablehlo.multiply %1885, %1158 : tensor<128xf32>
    %1887 = stablehlo.add %1883, %1886 : tensor<128xf32>
    %1888 = stablehlo.broadcast_in_dim %1192, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1889 = stablehlo.divide %1881, %1888 : tensor<128xf32>
    %cst_454 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1890 = stablehlo.broadcast_in_dim %cst_454, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1891 = stablehlo.multiply %1890, %1889 : tensor<128xf32>
    %1892 = stablehlo.broadcast_in_dim %1194, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1893 = stablehlo.divide %1887, %1892 : tensor<128xf32>
    %1894 = stablehlo.sqrt %1893 : tensor<128xf32>
    %cst_455 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %1895 = stablehlo.broadcast_in_dim %cst_455, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1896 = stablehlo.add %1894, %1895 : tensor<128xf32>
    %1897 = stablehlo.divide %1891, %1896 : tensor<128xf32>
    %1898 = stablehlo.subtract %arg31, %1897 : tensor<128xf32>
    %cst_456 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1899 = stablehlo.broadcast_in_dim %cst_456, dims = [] : (tensor<f32>) -> tensor<512xf32>
    %1900 = stablehlo.multiply %1899, %arg84 : tensor<512xf32>
    %cst_457 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1901 = stablehlo.broadcast_in_dim %cst_457, dims = [] : (tensor<f32>) -> tensor<512xf32>
    %1902 = stablehlo.multiply %1901, %1157 : tensor<512xf32>
    %1903 = stablehlo.add %1900, %1902 : tensor<512xf32>
    %cst_458 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1904 = stablehlo.broadcast_in_dim %cst_458, dims = [] : (tensor<f32>) -> tensor<512xf32>
    %1905 = stablehlo.multiply %1904, %arg137 : tensor<512xf32>
    %cst_459 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1906 = stablehlo.broadcast_in_dim %cst_459, dims = [] : (tensor<f32>) -> tensor<512xf32>
    %1907 = stablehlo.multiply %1906, %1157 : tensor<512xf32>
    %1908 = stablehlo.multiply %1907, %1157 : tensor<512xf32>
    %1909 = stablehlo.add %1905, %1908 : tensor<512xf32>
    %1910 = stablehlo.broadcast_in_dim %1192, dims = [] : (tensor<f32>) -> tensor<512xf32>
    %1911 = stablehlo.divide %1903, %1910 : tensor<512xf32>
    %cst_460 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1912 = stablehlo.broadcast_in_dim %cst_460, dims = [] : (tensor<f32>) -> tensor<512xf32>
    %1913 = stablehlo.multiply %1912, %1911 : tensor<512xf32>
    %1914 = stablehlo.broadcast_in_dim %1194, dims = [] : (tensor<f32>) -> tensor<512xf32>
    %1915 = stablehlo.divide %1909, %1914 : tensor<512xf32>
    %1916 = stablehlo.sqrt %1915 : tensor<512xf32>
    %cst_461 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %1917 = stablehlo.broadcast_in_dim %cst_461, dims = [] : (tensor<f32>) -> tensor<512xf32>
    %1918 = stablehlo.add %1916, %1917 : tensor<512xf32>
    %1919 = stablehlo.divide %1913, %1918 : tensor<512xf32>
    %1920 = stablehlo.subtract %arg32, %1919 : tensor<512xf32>
    %cst_462 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1921 = stablehlo.broadcast_in_dim %cst_462, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1922 = stablehlo.multiply %1921, %arg85 : tensor<128xf32>
    %cst_463 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1923 = stablehlo.broadcast_in_dim %cst_463, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1924 = stablehlo.multiply %1923, %1156 : tensor<128xf32>
    %1925 = stablehlo.add %1922, %1924 : tensor<128xf32>
    %cst_464 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1926 = stablehlo.broadcast_in_dim %cst_464, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1927 = stablehlo.multiply %1926, %arg138 : tensor<128xf32>
    %cst_465 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1928 = stablehlo.broadcast_in_dim %cst_465, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1929 = stablehlo.multiply %1928, %1156 : tensor<128xf32>
    %1930 = stablehlo.multiply %1929, %1156 : tensor<128xf32>
    %1931 = stablehlo.add %1927, %1930 : tensor<128xf32>
    %1932 = stablehlo.broadcast_in_dim %1192, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1933 = stablehlo.divide %1925, %1932 : tensor<128xf32>
    %cst_466 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1934 = stablehlo.broadcast_in_dim %cst_466, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1935 = stablehlo.multiply %1934, %1933 : tensor<128xf32>
    %1936 = stablehlo.broadcast_in_dim %1194, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1937 = stablehlo.divide %1931, %1936 : tensor<128xf32>
    %1938 = stablehlo.sqrt %1937 : tensor<128xf32>
    %cst_467 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %1939 = stablehlo.broadcast_in_dim %cst_467, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %1940 = stablehlo.add %1938, %1939 : tensor<128xf32>
    %1941 = stablehlo.divide %1935, %1940 : tensor<128xf32>
    %1942 = stablehlo.subtract %arg33, %1941 : tensor<128xf32>
    %cst_468 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1943 = stablehlo.broadcast_in_dim %cst_468, dims = [] : (tensor<f32>) -> tensor<128x512xf32>
    %1944 = stablehlo.multiply %1943, %arg86 : tensor<128x512xf32>
    %cst_469 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1945 = stablehlo.broadcast_in_dim %cst_469, dims = [] : (tensor<f32>) -> tensor<128x512xf32>
    %1946 = stablehlo.multiply %1945, %1155 : tensor<128x512xf32>
    %1947 = stablehlo.add %1944, %1946 : tensor<128x512xf32>
    %cst_470 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1948 = stablehlo.broadcast_in_dim %cst_470, dims = [] : (tensor<f32>) -> tensor<128x512xf32>
    %1949 = stablehlo.multiply %1948, %arg139 : tensor<128x512xf32>
    %cst_471 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1950 = stablehlo.broadcast_in_dim %cst_471, dims = [] : (tensor<f32>) -> tensor<128x512xf32>
    %1951 = stablehlo.multiply %1950, %1155 : tensor<128x512xf32>
    %1952 = stablehlo.multiply %1951, %1155 : tensor<128x512xf32>
    %1953 = stablehlo.add %1949, %1952 : tensor<128x512xf32>
    %1954 = stablehlo.broadcast_in_dim %1192, dims = [] : (tensor<f32>) -> tensor<128x512xf32>
    %1955 = stablehlo.divide %1947, %1954 : tensor<128x512xf32>
    %cst_472 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1956 = stablehlo.broadcast_in_dim %cst_472, dims = [] : (tensor<f32>) -> tensor<128x512xf32>
    %1957 = stablehlo.multiply %1956, %1955 : tensor<128x512xf32>
    %1958 = stablehlo.broadcast_in_dim %1194, dims = [] : (tensor<f32>) -> tensor<128x512xf32>
    %1959 = stablehlo.divide %1953, %1958 : tensor<128x512xf32>
    %1960 = stablehlo.sqrt %1959 : tensor<128x512xf32>
    %cst_473 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %1961 = stablehlo.broadcast_in_dim %cst_473, dims = [] : (tensor<f32>) -> tensor<128x512xf32>
    %1962 = stablehlo.add %1960, %1961 : tensor<128x512xf32>
    %1963 = stablehlo.divide %1957, %1962 : tensor<128x512xf32>
    %1964 = stablehlo.subtract %arg34, %1963 : tensor<128x512xf32>
    %cst_474 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1965 = stablehlo.broadcast_in_dim %cst_474, dims = [] : (tensor<f32>) -> tensor<512x128xf32>
    %1966 = stablehlo.multiply %1965, %arg87 : tensor<512x128xf32>
    %cst_475 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1967 = stablehlo.broadcast_in_dim %cst_475, dims = [] : (tensor<f32>) -> tensor<512x128xf32>
    %1968 = stablehlo.multiply %1967, %1154 : tensor<512x128xf32>
    %1969 = stablehlo.add %1966, %1968 : tensor<512x128xf32>
    %cst_476 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1970 = stablehlo.broadcast_in_dim %cst_476, dims = [] : (tensor<f32>) -> tensor<512x128xf32>
    %1971 = stablehlo.multiply %1970, %arg140 : tensor<512x128xf32>
    %cst_477 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1972 = stablehlo.broadcast_in_dim %cst_477, dims = [] : (tensor<f32>) -> tensor<512x128xf32>
    %1973 = stablehlo.multiply %1972, %1154 : tensor<512x128xf32>
    %1974 = stablehlo.multiply %1973, %1154 : tensor<512x128xf32>
    %1975 = stablehlo.add %1971, %1974 : tensor<512x128xf32>
    %1976 = stablehlo.broadcast_in_dim %1192, dims = [] : (tensor<f32>) -> tensor<512x128xf32>
    %1977 = stablehlo.divide %1969, %1976 : tensor<512x128xf32>
    %cst_478 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1978 = stablehlo.broadcast_in_dim %cst_478, dims = [] : (tensor<f32>) -> tensor<512x128xf32>
    %1979 = stablehlo.multiply %1978, %1977 : tensor<512x128xf32>
    %1980 = stablehlo.broadcast_in_dim %1194, dims = [] : (tensor<f32>) -> tensor<512x128xf32>
    %1981 = stablehlo.divide %1975, %1980 : tensor<512x128xf32>
    %1982 = stablehlo.sqrt %1981 : tensor<512x128xf32>
    %cst_479 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %1983 = stablehlo.broadcast_in_dim %cst_479, dims = [] : (tensor<f32>) -> tensor<512x128xf32>
    %1984 = stablehlo.add %1982, %1983 : tensor<512x128xf32>
    %1985 = stablehlo.divide %1979, %1984 : tensor<512x128xf32>
    %1986 = stablehlo.subtract %arg35, %1985 : tensor<512x128xf32>
    %cst_480 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1987 = stablehlo.broadcast_in_dim %cst_480, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1988 = stablehlo.multiply %1987, %arg88 : tensor<128x8x16xf32>
    %cst_481 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1989 = stablehlo.broadcast_in_dim %cst_481, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1990 = stablehlo.multiply %1989, %1153 : tensor<128x8x16xf32>
    %1991 = stablehlo.add %1988, %1990 : tensor<128x8x16xf32>
    %cst_482 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1992 = stablehlo.broadcast_in_dim %cst_482, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1993 = stablehlo.multiply %1992, %arg141 : tensor<128x8x16xf32>
    %cst_483 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1994 = stablehlo.broadcast_in_dim %cst_483, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1995 = stablehlo.multiply %1994, %1153 : tensor<128x8x16xf32>
    %1996 = stablehlo.multiply %1995, %1153 : tensor<128x8x16xf32>
    %1997 = stablehlo.add %1993, %1996 : tensor<128x8x16xf32>
    %1998 = stablehlo.broadcast_in_dim %1192, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %1999 = stablehlo.divide %1991, %1998 : tensor<128x8x16xf32>
    %cst_484 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %2000 = stablehlo.broadcast_in_dim %cst_484, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %2001 = stablehlo.multiply %2000, %1999 : tensor<128x8x16xf32>
    %2002 = stablehlo.broadcast_in_dim %1194, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %2003 = stablehlo.divide %1997, %2002 : tensor<128x8x16xf32>
    %2004 = stablehlo.sqrt %2003 : tensor<128x8x16xf32>
    %cst_485 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %2005 = stablehlo.broadcast_in_dim %cst_485, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %2006 = stablehlo.add %2004, %2005 : tensor<128x8x16xf32>
    %2007 = stablehlo.divide %2001, %2006 : tensor<128x8x16xf32>
    %2008 = stablehlo.subtract %arg36, %2007 : tensor<128x8x16xf32>
    %cst_486 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %2009 = stablehlo.broadcast_in_dim %cst_486, dims = [] : (tensor<f32>) -> tensor<8x16x128xf32>
    %2010 = stablehlo.multiply %2009, %arg89 : tensor<8x16x128xf32>
    %cst_487 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %2011 = stablehlo.broadcast_in_dim %cst_487, dims = [] : (tensor<f32>) -> tensor<8x16x128xf32>
    %2012 = stablehlo.multiply %2011, %1152 : tensor<8x16x128xf32>
    %2013 = stablehlo.add %2010, %2012 : tensor<8x16x128xf32>
    %cst_488 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %2014 = stablehlo.broadcast_in_dim %cst_488, dims = [] : (tensor<f32>) -> tensor<8x16x128xf32>
    %2015 = stablehlo.multiply %2014, %arg142 : tensor<8x16x128xf32>
    %cst_489 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %2016 = stablehlo.broadcast_in_dim %cst_489, dims = [] : (tensor<f32>) -> tensor<8x16x128xf32>
    %2017 = stablehlo.multiply %2016, %1152 : tensor<8x16x128xf32>
    %2018 = stablehlo.multiply %2017, %1152 : tensor<8x16x128xf32>
    %2019 = stablehlo.add %2015, %2018 : tensor<8x16x128xf32>
    %2020 = stablehlo.broadcast_in_dim %1192, dims = [] : (tensor<f32>) -> tensor<8x16x128xf32>
    %2021 = stablehlo.divide %2013, %2020 : tensor<8x16x128xf32>
    %cst_490 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %2022 = stablehlo.broadcast_in_dim %cst_490, dims = [] : (tensor<f32>) -> tensor<8x16x128xf32>
    %2023 = stablehlo.multiply %2022, %2021 : tensor<8x16x128xf32>
    %2024 = stablehlo.broadcast_in_dim %1194, dims = [] : (tensor<f32>) -> tensor<8x16x128xf32>
    %2025 = stablehlo.divide %2019, %2024 : tensor<8x16x128xf32>
    %2026 = stablehlo.sqrt %2025 : tensor<8x16x128xf32>
    %cst_491 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %2027 = stablehlo.broadcast_in_dim %cst_491, dims = [] : (tensor<f32>) -> tensor<8x16x128xf32>
    %2028 = stablehlo.add %2026, %2027 : tensor<8x16x128xf32>
    %2029 = stablehlo.divide %2023, %2028 : tensor<8x16x128xf32>
    %2030 = stablehlo.subtract %arg37, %2029 : tensor<8x16x128xf32>
    %cst_492 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %2031 = stablehlo.broadcast_in_dim %cst_492, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %2032 = stablehlo.multiply %2031, %arg90 : tensor<128x8x16xf32>
    %cst_493 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %2033 = stablehlo.broadcast_in_dim %cst_493, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %2034 = stablehlo.multiply %2033, %1151 : tensor<128x8x16xf32>
    %2035 = stablehlo.add %2032, %2034 : tensor<128x8x16xf32>
    %cst_494 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %2036 = stablehlo.broadcast_in_dim %cst_494, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %2037 = stablehlo.multiply %2036, %arg143 : tensor<128x8x16xf32>
    %cst_495 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %2038 = stablehlo.broadcast_in_dim %cst_495, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %2039 = stablehlo.multiply %2038, %1151 : tensor<128x8x16xf32>
    %2040 = stablehlo.multiply %2039, %1151 : tensor<128x8x16xf32>
    %2041 = stablehlo.add %2037, %2040 : tensor<128x8x16xf32>
    %2042 = stablehlo.broadcast_in_dim %1192, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %2043 = stablehlo.divide %2035, %2042 : tensor<128x8x16xf32>
    %cst_496 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %2044 = stablehlo.broadcast_in_dim %cst_496, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %2045 = stablehlo.multiply %2044, %2043 : tensor<128x8x16xf32>
    %2046 = stablehlo.broadcast_in_dim %1194, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %2047 = stablehlo.divide %2041, %2046 : tensor<128x8x16xf32>
    %2048 = stablehlo.sqrt %2047 : tensor<128x8x16xf32>
    %cst_497 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %2049 = stablehlo.broadcast_in_dim %cst_497, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %2050 = stablehlo.add %2048, %2049 : tensor<128x8x16xf32>
    %2051 = stablehlo.divide %2045, %2050 : tensor<128x8x16xf32>
    %2052 = stablehlo.subtract %arg38, %2051 : tensor<128x8x16xf32>
    %cst_498 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %2053 = stablehlo.broadcast_in_dim %cst_498, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %2054 = stablehlo.multiply %2053, %arg91 : tensor<128x8x16xf32>
    %cst_499 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %2055 = stablehlo.broadcast_in_dim %cst_499, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %2056 = stablehlo.multiply %2055, %1150 : tensor<128x8x16xf32>
    %2057 = stablehlo.add %2054, %2056 : tensor<128x8x16xf32>
    %cst_500 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %2058 = stablehlo.broadcast_in_dim %cst_500, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %2059 = stablehlo.multiply %2058, %arg144 : tensor<128x8x16xf32>
    %cst_501 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %2060 = stablehlo.broadcast_in_dim %cst_501, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %2061 = stablehlo.multiply %2060, %1150 : tensor<128x8x16xf32>
    %2062 = stablehlo.multiply %2061, %1150 : tensor<128x8x16xf32>
    %2063 = stablehlo.add %2059, %2062 : tensor<128x8x16xf32>
    %2064 = stablehlo.broadcast_in_dim %1192, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %2065 = stablehlo.divide %2057, %2064 : tensor<128x8x16xf32>
    %cst_502 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %2066 = stablehlo.broadcast_in_dim %cst_502, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %2067 = stablehlo.multiply %2066, %2065 : tensor<128x8x16xf32>
    %2068 = stablehlo.broadcast_in_dim %1194, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %2069 = stablehlo.divide %2063, %2068 : tensor<128x8x16xf32>
    %2070 = stablehlo.sqrt %2069 : tensor<128x8x16xf32>
    %cst_503 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %2071 = stablehlo.broadcast_in_dim %cst_503, dims = [] : (tensor<f32>) -> tensor<128x8x16xf32>
    %2072 = stablehlo.add %2070, %2071 : tensor<128x8x16xf32>
    %2073 = stablehlo.divide %2067, %2072 : tensor<128x8x16xf32>
    %2074 = stablehlo.subtract %arg39, %2073 : tensor<128x8x16xf32>
    %cst_504 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %2075 = stablehlo.broadcast_in_dim %cst_504, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %2076 = stablehlo.multiply %2075, %arg92 : tensor<128xf32>
    %cst_505 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %2077 = stablehlo.broadcast_in_dim %cst_505, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %2078 = stablehlo.multiply %2077, %1149 : tensor<128xf32>
    %2079 = stablehlo.add %2076, %2078 : tensor<128xf32>
    %cst_506 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %2080 = stablehlo.broadcast_in_dim %cst_506, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %2081 = stablehlo.multiply %2080, %arg145 : tensor<128xf32>
    %cst_507 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %2082 = stablehlo.broadcast_in_dim %cst_507, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %2083 = stablehlo.multiply %2082, %1149 : tensor<128xf32>
    %2084 = stablehlo.multiply %2083, %1149 : tensor<128xf32>
    %2085 = stablehlo.add %2081, %2084 : tensor<128xf32>
    %2086 = stablehlo.broadcast_in_dim %1192, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %2087 = stablehlo.divide %2079, %2086 : tensor<128xf32>
    %cst_508 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %2088 = stablehlo.broadcast_in_dim %cst_508, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %2089 = stablehlo.multiply %2088, %2087 : tensor<128xf32>
    %2090 = stablehlo.broadcast_in_dim %1194, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %2091 = stablehlo.divide %2085, %2090 : tensor<128xf32>
    %2092 = stablehlo.sqrt %2091 : tensor<128xf32>
    %cst_509 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %2093 = stablehlo.broadcast_in_dim %cst_509, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %2094 = stablehlo.add %2092, %2093 : tensor<128xf32>
    %2095 = stablehlo.divide %2089, %2094 : tensor<128xf32>
    %2096 = stablehlo.subtract %arg40, %2095 : tensor<128xf32>
    %cst_510 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %2097 = stablehlo.broadcast_in_dim %cst_510, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %2098 = stablehlo.multiply %2097, %arg93 : tensor<128xf32>
    %cst_511 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %2099 = stablehlo.broadcast_in_dim %cst_511, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %2100 = stablehlo.multiply %2099, %1148 : tensor<128xf32>
    %2101 = stablehlo.add %2098, %2100 : tensor<128xf32>
    %cst_512 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %2102 = stablehlo.broadcast_in_dim %cst_512, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %2103 = stablehlo.multiply %2102, %arg146 : tensor<128xf32>
    %cst_513 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %2104 = stablehlo.broadcast_in_dim %cst_513, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %2105 = stablehlo.multiply %2104, %1148 : tensor<128xf32>
    %2106 = stablehlo.multiply %2105, %1148 : tensor<128xf32>
    %2107 = stablehlo.add %2103, %2106 : tensor<128xf32>
    %2108 = stablehlo.broadcast_in_dim %1192, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %2109 = stablehlo.divide %2101, %2108 : tensor<128xf32>
    %cst_514 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %2110 = stablehlo.broadcast_in_dim %cst_514, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %2111 = stablehlo.multiply %2110, %2109 : tensor<128xf32>
    %2112 = stablehlo.broadcast_in_dim %1194, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %2113 = stablehlo.divide %2107, %2112 : tensor<128xf32>
    %2114 = stablehlo.sqrt %2113 : tensor<128xf32>
    %cst_515 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %2115 = stablehlo.broadcast_in_dim %cst_515, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %2116 = stablehlo.add %2114, %2115 : tensor<128xf32>
    %2117 = stablehlo.divide %2111, %2116 : tensor<128xf32>
    %2118 = stablehlo.subtract %arg41, %2117 : tensor<128xf32>
    %cst_516 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %2119 = stablehlo.broadcast_in_dim %cst_516, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %2120 = stablehlo.multiply %2119, %arg94 : tensor<128xf32>
    %cst_517 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %2121 = stablehlo.broadcast_in_dim %cst_517, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %2122 = stablehlo.multiply %2121, %1147 : tensor<128xf32>
    %2123 = stablehlo.add %2120, %2122 : tensor<128xf32>
    %cst_518 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %2124 = stablehlo.broadcast_in_dim %cst_518, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %2125 = stablehlo.multiply %2124, %arg147 : tensor<128xf32>
    %cst_519 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %2126 = stablehlo.broadcast_in_dim %cst_519, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %2127 = stablehlo.multiply %2126, %1147 : tensor<128xf32>
    %2128 = stablehlo.multiply %2127, %1147 : tensor<128xf32>
    %2129 = stablehlo.add %2125, %2128 : tensor<128xf32>
    %2130 = stablehlo.broadcast_in_dim %1192, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %2131 = stablehlo.divide %2123, %2130 : tensor<128xf32>
    %cst_520 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %2132 = stablehlo.broadcast_in_dim %cst_520, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %2133 = stablehlo.multiply %2132, %2131 : tensor<128xf32>
    %2134 = stablehlo.broadcast_in_dim %1194, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %2135 = stablehlo.divide %2129, %2134 : tensor<128xf32>
    %2136 = stablehlo.sqrt %2135 : tensor<128xf32>
    %cst_521 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %2137 = stablehlo.broadcast_in_dim %cst_521, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %2138 = stablehlo.add %2136, %2137 : tensor<128xf32>
    %2139 = stablehlo.divide %2133, %2138 : tensor<128xf32>
    %2140 = stablehlo.subtract %arg42, %2139 : tensor<128xf32>
    %cst_522 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %2141 = stablehlo.broadcast_in_dim %cst_522, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %2142 = stablehlo.multiply %2141, %arg95 : tensor<128xf32>
    %cst_523 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %2143 = stablehlo.broadcast_in_dim %cst_523, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %2144 = stablehlo.multiply %2143, %1146 : tensor<128xf32>
    %2145 = stablehlo.add %2142, %2144 : tensor<128xf32>
    %cst_524 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %2146 = stablehlo.broadcast_in_dim %cst_524, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %2147 = stablehlo.multiply %2146, %arg148 : tensor<128xf32>
    %cst_525 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %2148 = stablehlo.broadcast_in_dim %cst_525, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %2149 = stablehlo.multiply %2148, %1146 : tensor<128xf32>
    %2150 = stablehlo.multiply %2149, %1146 : tensor<128xf32>
    %2151 = stablehlo.add %2147, %2150 : tensor<128xf32>
    %2152 = stablehlo.broadcast_in_dim %1192, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %2153 = stablehlo.divide %2145, %2152 : tensor<128xf32>
    %cst_526 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %2154 = stablehlo.broadcast_in_dim %cst_526, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %2155 = stablehlo.multiply %2154, %2153 : tensor<128xf32>
    %2156 = stablehlo.broadcast_in_dim %1194, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %2157 = stablehlo.divide %2151, %2156 : tensor<128xf32>
    %2158 = stablehlo.sqrt %2157 : tensor<128xf32>
    %cst_527 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %2159 = stablehlo.broadcast_in_dim %cst_527, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %2160 = stablehlo.add %2158, %2159 : tensor<128xf32>
    %2161 = stablehlo.divide %2155, %2160 : tensor<128xf32>
    %2162 = stablehlo.subtract %arg43, %2161 : tensor<128xf32>
    %cst_528 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %2163 = stablehlo.broadcast_in_dim %cst_528, dims = [] : (tensor<f32>) -> tensor<512xf32>
    %2164 = stablehlo.multiply %2163, %arg96 : tensor<512xf32>
    %cst_529 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %2165 = stablehlo.broadcast_in_dim %cst_529, dims = [] : (tensor<f32>) -> tensor<512xf32>
    %2166 = stablehlo.multiply %2165, %1145 : tensor<512xf32>
    %2167 = stablehlo.add %2164, %2166 : tensor<512xf32>
    %cst_530 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %2168 = stablehlo.broadcast_in_dim %cst_530, dims = [] : (tensor<f32>) -> tensor<512xf32>
    %2169 = stablehlo.multiply %2168, %arg149 : tensor<512xf32>
    %cst_531 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %2170 = stablehlo.broadcast_in_dim %cst_531, dims = [] : (tensor<f32>) -> tensor<512xf32>
    %2171 = stablehlo.multiply %2170, %1145 : tensor<512xf32>
    %2172 = stablehlo.multiply %2171, %1145 : tensor<512xf32>
    %2173 = stablehlo.add %2169, %2172 : tensor<512xf32>
    %2174 = stablehlo.broadcast_in_dim %1192, dims = [] : (tensor<f32>) -> tensor<512xf32>
    %2175 = stablehlo.divide %2167, %2174 : tensor<512xf32>
    %cst_532 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %2176 = stablehlo.broadcast_in_dim %cst_532, dims = [] : (tensor<f32>) -> tensor<512xf32>
    %2177 = stablehlo.multiply %2176, %2175 : tensor<512xf32>
    %2178 = stablehlo.broadcast_in_dim %1194, dims = [] : (tensor<f32>) -> tensor<512xf32>
    %2179 = stablehlo.divide %2173, %2178 : tensor<512xf32>
    %2180 = stablehlo.sqrt %2179 : tensor<512xf32>
    %cst_533 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %2181 = stablehlo.broadcast_in_dim %cst_533, dims = [] : (tensor<f32>) -> tensor<512xf32>
    %2182 = stablehlo.add %2180, %2181 : tensor<512xf32>
    %2183 = stablehlo.divide %2177, %2182 : tensor<512xf32>
    %2184 = stablehlo.subtract %arg44, %2183 : tensor<512xf32>
    %cst_534 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %2185 = stablehlo.broadcast_in_dim %cst_534, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %2186 = stablehlo.multiply %2185, %arg97 : tensor<128xf32>
    %cst_535 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %2187 = stablehlo.broadcast_in_dim %cst_535, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %2188 = stablehlo.multiply %2187, %1144 : tensor<128xf32>
    %2189 = stablehlo.add %2186, %2188 : tensor<128xf32>
    %cst_536 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %2190 = stablehlo.broadcast_in_dim %cst_536, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %2191 = stablehlo.multiply %2190, %arg150 : tensor<128xf32>
    %cst_537 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %2192 = stablehlo.broadcast_in_dim %cst_537, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %2193 = stablehlo.multiply %2192, %1144 : tensor<128xf32>
    %2194 = stablehlo.multiply %2193, %1144 : tensor<128xf32>
    %2195 = stablehlo.add %2191, %2194 : tensor<128xf32>
    %2196 = stablehlo.broadcast_in_dim %1192, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %2197 = stablehlo.divide %2189, %2196 : tensor<128xf32>
    %cst_538 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %2198 = stablehlo.broadcast_in_dim %cst_538, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %2199 = stablehlo.multiply %2198, %2197 : tensor<128xf32>
    %2200 = stablehlo.broadcast_in_dim %1194, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %2201 = stablehlo.divide %2195, %2200 : tensor<128xf32>
    %2202 = stablehlo.sqrt %2201 : tensor<128xf32>
    %cst_539 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %2203 = stablehlo.broadcast_in_dim %cst_539, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %2204 = stablehlo.add %2202, %2203 : tensor<128xf32>
    %2205 = stablehlo.divide %2199, %2204 : tensor<128xf32>
    %2206 = stablehlo.subtract %arg45, %2205 : tensor<128xf32>
    %cst_540 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %2207 = stablehlo.broadcast_in_dim %cst_540, dims = [] : (tensor<f32>) -> tensor<128x512xf32>
    %2208 = stablehlo.multiply %2207, %arg98 : tensor<128x512xf32>
    %cst_541 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %2209 = stablehlo.broadcast_in_dim %cst_541, dims = [] : (tensor<f32>) -> tensor<128x512xf32>
    %2210 = stablehlo.multiply %2209, %1143 : tensor<128x512xf32>
    %2211 = stablehlo.add %2208, %2210 : tensor<128x512xf32>
    %cst_542 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %2212 = stablehlo.broadcast_in_dim %cst_542, dims = [] : (tensor<f32>) -> tensor<128x512xf32>
    %2213 = stablehlo.multiply %2212, %arg151 : tensor<128x512xf32>
    %cst_543 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %2214 = stablehlo.broadcast_in_dim %cst_543, dims = [] : (tensor<f32>) -> tensor<128x512xf32>
    %2215 = stablehlo.multiply %2214, %1143 : tensor<128x512xf32>
    %2216 = stablehlo.multiply %2215, %1143 : tensor<128x512xf32>
    %2217 = stablehlo.add %2213, %2216 : tensor<128x512xf32>
    %2218 = stablehlo.broadcast_in_dim %1192, dims = [] : (tensor<f32>) -> tensor<128x512xf32>
    %2219 = stablehlo.divide %2211, %2218 : tensor<128x512xf32>
    %cst_544 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %2220 = stablehlo.broadcast_in_dim %cst_544, dims = [] : (tensor<f32>) -> tensor<128x512xf32>
    %2221 = stablehlo.multiply %2220, %2219 : tensor<128x512xf32>
    %2222 = stablehlo.broadcast_in_dim %1194, dims = [] : (tensor<f32>) -> tensor<128x512xf32>
    %2223 = stablehlo.divide %2217, %2222 : tensor<128x512xf32>
    %2224 = stablehlo.sqrt %2223 : tensor<128x512xf32>
    %cst_545 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %2225 = stablehlo.broadcast_in_dim %cst_545, dims = [] : (tensor<f32>) -> tensor<128x512xf32>
    %2226 = stablehlo.add %2224, %2225 : tensor<128x512xf32>
    %2227 = stablehlo.divide %2221, %2226 : tensor<128x512xf32>
    %2228 = stablehlo.subtract %arg46, %2227 : tensor<128x512xf32>
    %cst_546 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %2229 = stablehlo.broadcast_in_dim %cst_546, dims = [] : (tensor<f32>) -> tensor<512x128xf32>
    %2230 = stablehlo.multiply %2229, %arg99 : tensor<512x128xf32>
    %cst_547 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %2231 = stablehlo.broadcast_in_dim %cst_547, dims = [] : (tensor<f32>) -> tensor<512x128xf32>
    %2232 = stablehlo.multiply %2231, %1142 : tensor<512x128xf32>
    %2233 = stablehlo.add %2230, %2232 : tensor<512x128xf32>
    %cst_548 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %2234 = stablehlo.broadcast_in_dim %cst_548, dims = [] : (tensor<f32>) -> tensor<512x128xf32>
    %2235 = stablehlo.multiply %2234, %arg152 : tensor<512x128xf32>
    %cst_549 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %2236 = stablehlo.broadcast_in_dim %cst_549, dims = [] : (tensor<f32>) -> tensor<512x128xf32>
    %2237 = stablehlo.multiply %2236, %1142 : tensor<512x128xf32>
    %2238 = stablehlo.multiply %2237, %1142 : tensor<512x128xf32>
    %2239 = stablehlo.add %2235, %2238 : tensor<512x128xf32>
    %2240 = stablehlo.broadcast_in_dim %1192, dims = [] : (tensor<f32>) -> tensor<512x128xf32>
    %2241 = stablehlo.divide %2233, %2240 : tensor<512x128xf32>
    %cst_550 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %2242 = stablehlo.broadcast_in_dim %cst_550, dims = [] : (tensor<f32>) -> tensor<512x128xf32>
    %2243 = stablehlo.multiply %2242, %2241 : tensor<512x128xf32>
    %2244 = stablehlo.broadcast_in_dim %1194, dims = [] : (tensor<f32>) -> tensor<512x128xf32>
    %2245 = stablehlo.divide %2239, %2244 : tensor<512x128xf32>
    %2246 = stablehlo.sqrt %2245 : tensor<512x128xf32>
    %cst_551 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %2247 = stablehlo.broadcast_in_dim %cst_551, dims = [] : (tensor<f32>) -> tensor<512x128xf32>
    %2248 = stablehlo.add %2246, %2247 : tensor<512x128xf32>
    %2249 = stablehlo.divide %2243, %2248 : tensor<512x128xf32>
    %2250 = stablehlo.subtract %arg47, %2249 : tensor<512x128xf32>
    %cst_552 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %2251 = stablehlo.broadcast_in_dim %cst_552, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %2252 = stablehlo.multiply %2251, %arg100 : tensor<128xf32>
    %cst_553 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %2253 = stablehlo.broadcast_in_dim %cst_553, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %2254 = stablehlo.multiply %2253, %1141 : tensor<128xf32>
    %2255 = stablehlo.add %2252, %2254 : tensor<128xf32>
    %cst_554 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %2256 = stablehlo.broadcast_in_dim %cst_554, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %2257 = stablehlo.multiply %2256, %arg153 : tensor<128xf32>
    %cst_555 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %2258 = stablehlo.broadcast_in_dim %cst_555, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %2259 = stablehlo.multiply %2258, %1141 : tensor<128xf32>
    %2260 = stablehlo.multiply %2259, %1141 : tensor<128xf32>
    %2261 = stablehlo.add %2257, %2260 : tensor<128xf32>
    %2262 = stablehlo.broadcast_in_dim %1192, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %2263 = stablehlo.divide %2255, %2262 : tensor<128xf32>
    %cst_556 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %2264 = stablehlo.broadcast_in_dim %cst_556, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %2265 = stablehlo.multiply %2264, %2263 : tensor<128xf32>
    %2266 = stablehlo.broadcast_in_dim %1194, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %2267 = stablehlo.divide %2261, %2266 : tensor<128xf32>
    %2268 = stablehlo.sqrt %2267 : tensor<128xf32>
    %cst_557 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %2269 = stablehlo.broadcast_in_dim %cst_557, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %2270 = stablehlo.add %2268, %2269 : tensor<128xf32>
    %2271 = stablehlo.divide %2265, %2270 : tensor<128xf32>
    %2272 = stablehlo.subtract %arg48, %2271 : tensor<128xf32>
    %cst_558 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %2273 = stablehlo.broadcast_in_dim %cst_558, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %2274 = stablehlo.multiply %2273, %arg101 : tensor<128xf32>
    %cst_559 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %2275 = stablehlo.broadcast_in_dim %cst_559, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %2276 = stablehlo.multiply %2275, %1140 : tensor<128xf32>
    %2277 = stablehlo.add %2274, %2276 : tensor<128xf32>
    %cst_560 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %2278 = stablehlo.broadcast_in_dim %cst_560, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %2279 = stablehlo.multiply %2278, %arg154 : tensor<128xf32>
    %cst_561 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %2280 = stablehlo.broadcast_in_dim %cst_561, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %2281 = stablehlo.multiply %2280, %1140 : tensor<128xf32>
    %2282 = stablehlo.multiply %2281, %1140 : tensor<128xf32>
    %2283 = stablehlo.add %2279, %2282 : tensor<128xf32>
    %2284 = stablehlo.broadcast_in_dim %1192, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %2285 = stablehlo.divide %2277, %2284 : tensor<128xf32>
    %cst_562 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %2286 = stablehlo.broadcast_in_dim %cst_562, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %2287 = stablehlo.multiply %2286, %2285 : tensor<128xf32>
    %2288 = stablehlo.broadcast_in_dim %1194, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %2289 = stablehlo.divide %2283, %2288 : tensor<128xf32>
    %2290 = stablehlo.sqrt %2289 : tensor<128xf32>
    %cst_563 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %2291 = stablehlo.broadcast_in_dim %cst_563, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %2292 = stablehlo.add %2290, %2291 : tensor<128xf32>
    %2293 = stablehlo.divide %2287, %2292 : tensor<128xf32>
    %2294 = stablehlo.subtract %arg49, %2293 : tensor<128xf32>
    %cst_564 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %2295 = stablehlo.broadcast_in_dim %cst_564, dims = [] : (tensor<f32>) -> tensor<64x128xf32>
    %2296 = stablehlo.multiply %2295, %arg102 : tensor<64x128xf32>
    %cst_565 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %2297 = stablehlo.broadcast_in_dim %cst_565, dims = [] : (tensor<f32>) -> tensor<64x128xf32>
    %2298 = stablehlo.multiply %2297, %1139 : tensor<64x128xf32>
    %2299 = stablehlo.add %2296, %2298 : tensor<64x128xf32>
    %cst_566 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %2300 = stablehlo.broadcast_in_dim %cst_566, dims = [] : (tensor<f32>) -> tensor<64x128xf32>
    %2301 = stablehlo.multiply %2300, %arg155 : tensor<64x128xf32>
    %cst_567 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %2302 = stablehlo.broadcast_in_dim %cst_567, dims = [] : (tensor<f32>) -> tensor<64x128xf32>
    %2303 = stablehlo.multiply %2302, %1139 : tensor<64x128xf32>
    %2304 = stablehlo.multiply %2303, %1139 : tensor<64x128xf32>
    %2305 = stablehlo.add %2301, %2304 : tensor<64x128xf32>
    %2306 = stablehlo.broadcast_in_dim %1192, dims = [] : (tensor<f32>) -> tensor<64x128xf32>
    %2307 = stablehlo.divide %2299, %2306 : tensor<64x128xf32>
    %cst_568 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %2308 = stablehlo.broadcast_in_dim %cst_568, dims = [] : (tensor<f32>) -> tensor<64x128xf32>
    %2309 = stablehlo.multiply %2308, %2307 : tensor<64x128xf32>
    %2310 = stablehlo.broadcast_in_dim %1194, dims = [] : (tensor<f32>) -> tensor<64x128xf32>
    %2311 = stablehlo.divide %2305, %2310 : tensor<64x128xf32>
    %2312 = stablehlo.sqrt %2311 : tensor<64x128xf32>
    %cst_569 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %2313 = stablehlo.broadcast_in_dim %cst_569, dims = [] : (tensor<f32>) -> tensor<64x128xf32>
    %2314 = stablehlo.add %2312, %2313 : tensor<64x128xf32>
    %2315 = stablehlo.divide %2309, %2314 : tensor<64x128xf32>
    %2316 = stablehlo.subtract %arg50, %2315 : tensor<64x128xf32>
    %cst_570 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %2317 = stablehlo.broadcast_in_dim %cst_570, dims = [] : (tensor<f32>) -> tensor<512x128xf32>
    %2318 = stablehlo.multiply %2317, %arg103 : tensor<512x128xf32>
    %cst_571 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %2319 = stablehlo.broadcast_in_dim %cst_571, dims = [] : (tensor<f32>) -> tensor<512x128xf32>
    %2320 = stablehlo.multiply %2319, %1138 : tensor<512x128xf32>
    %2321 = stablehlo.add %2318, %2320 : tensor<512x128xf32>
    %cst_572 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %2322 = stablehlo.broadcast_in_dim %cst_572, dims = [] : (tensor<f32>) -> tensor<512x128xf32>
    %2323 = stablehlo.multiply %2322, %arg156 : tensor<512x128xf32>
    %cst_573 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %2324 = stablehlo.broadcast_in_dim %cst_573, dims = [] : (tensor<f32>) -> tensor<512x128xf32>
    %2325 = stablehlo.multiply %2324, %1138 : tensor<512x128xf32>
    %2326 = stablehlo.multiply %2325, %1138 : tensor<512x128xf32>
    %2327 = stablehlo.add %2323, %2326 : tensor<512x128xf32>
    %2328 = stablehlo.broadcast_in_dim %1192, dims = [] : (tensor<f32>) -> tensor<512x128xf32>
    %2329 = stablehlo.divide %2321, %2328 : tensor<512x128xf32>
    %cst_574 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %2330 = stablehlo.broadcast_in_dim %cst_574, dims = [] : (tensor<f32>) -> tensor<512x128xf32>
    %2331 = stablehlo.multiply %2330, %2329 : tensor<512x128xf32>
    %2332 = stablehlo.broadcast_in_dim %1194, dims = [] : (tensor<f32>) -> tensor<512x128xf32>
    %2333 = stablehlo.divide %2327, %2332 : tensor<512x128xf32>
    %2334 = stablehlo.sqrt %2333 : tensor<512x128xf32>
    %cst_575 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %2335 = stablehlo.broadcast_in_dim %cst_575, dims = [] : (tensor<f32>) -> tensor<512x128xf32>
    %2336 = stablehlo.add %2334, %2335 : tensor<512x128xf32>
    %2337 = stablehlo.divide %2331, %2336 : tensor<512x128xf32>
    %2338 = stablehlo.subtract %arg51, %2337 : tensor<512x128xf32>
    return %1216, %1238, %1260, %1282, %1304, %1326, %1348, %1370, %1392, %1414, %1436, %1458, %1480, %1502, %1524, %1546, %1568, %1590, %1612, %1634, %1656, %1678, %1700, %1722, %1744, %1766, %1788, %1810, %1832, %1854, %1876, %1898, %1920, %1942, %1964, %1986, %2008, %2030, %2052, %2074, %2096, %2118, %2140, %2162, %2184, %2206, %2228, %2250, %2272, %2294, %2316, %2338, %1199, %1221, %1243, %1265, %1287, %1309, %1331, %1353, %1375, %1397, %1419, %1441, %1463, %1485, %1507, %1529, %1551, %1573, %1595, %1617, %1639, %1661, %1683, %1705, %1727, %1749, %1771, %1793, %1815, %1837, %1859, %1881, %1903, %1925, %1947, %1969, %1991, %2013, %2035, %2057, %2079, %2101, %2123, %2145, %2167, %2189, %2211, %2233, %2255, %2277, %2299, %2321, %1190, %1205, %1227, %1249, %1271, %1293, %1315, %1337, %1359, %1381, %1403, %1425, %1447, %1469, %1491, %1513, %1535, %1557, %1579, %1601, %1623, %1645, %1667, %1689, %1711, %1733, %1755, %1777, %1799, %1821, %1843, %1865, %1887, %1909, %1931, %1953, %1975, %1997, %2019, %2041, %2063, %2085, %2107, %2129, %2151, %2173, %2195, %2217, %2239, %2261, %2283, %2305, %2327, %564 : tensor<128x8x16xf32>, tensor<8x16x128xf32>, tensor<128x8x16xf32>, tensor<128x8x16xf32>, tensor<128xf32>, tensor<128xf32>, tensor<128xf32>, tensor<128xf32>, tensor<512xf32>, tensor<128xf32>, tensor<128x512xf32>, tensor<512x128xf32>, tensor<128x8x16xf32>, tensor<8x16x128xf32>, tensor<128x8x16xf32>, tensor<128x8x16xf32>, tensor<128xf32>, tensor<128xf32>, tensor<128xf32>, tensor<128xf32>, tensor<512xf32>, tensor<128xf32>, tensor<128x512xf32>, tensor<512x128xf32>, tensor<128x8x16xf32>, tensor<8x16x128xf32>, tensor<128x8x16xf32>, tensor<128x8x16xf32>, tensor<128xf32>, tensor<128xf32>, tensor<128xf32>, tensor<128xf32>, tensor<512xf32>, tensor<128xf32>, tensor<128x512xf32>, tensor<512x128xf32>, tensor<128x8x16xf32>, tensor<8x16x128xf32>, tensor<128x8x16xf32>, tensor<128x8x16xf32>, tensor<128xf32>, tensor<128xf32>, tensor<128xf32>, tensor<128xf32>, tensor<512xf32>, tensor<128xf32>, tensor<128x512xf32>, tensor<512x128xf32>, tensor<128xf32>, tensor<128xf32>, tensor<64x128xf32>, tensor<512x128xf32>, tensor<128x8x16xf32>, tensor<8x16x128xf32>, tensor<128x8x16xf32>, tensor<128x8x16xf32>, tensor<128xf32>, tensor<128xf32>, tensor<128xf32>, tensor<128xf32>, tensor<512xf32>, tensor<128xf32>, tensor<128x512xf32>, tensor<512x128xf32>, tensor<128x8x16xf32>, tensor<8x16x128xf32>, tensor<128x8x16xf32>, tensor<128x8x16xf32>, tensor<128xf32>, tensor<128xf32>, tensor<128xf32>, tensor<128xf32>, tensor<512xf32>, tensor<128xf32>, tensor<128x512xf32>, tensor<512x128xf32>, tensor<128x8x16xf32>, tensor<8x16x128xf32>, tensor<128x8x16xf32>, tensor<128x8x16xf32>, tensor<128xf32>, tensor<128xf32>, tensor<128xf32>, tensor<128xf32>, tensor<512xf32>, tensor<128xf32>, tensor<128x512xf32>, tensor<512x128xf32>, tensor<128x8x16xf32>, tensor<8x16x128xf32>, tensor<128x8x16xf32>, tensor<128x8x16xf32>, tensor<128xf32>, tensor<128xf32>, tensor<128xf32>, tensor<128xf32>, tensor<512xf32>, tensor<128xf32>, tensor<128x512xf32>, tensor<512x128xf32>, tensor<128xf32>, tensor<128xf32>, tensor<64x128xf32>, tensor<512x128xf32>, tensor<f32>, tensor<128x8x16xf32>, tensor<8x16x128xf32>, tensor<128x8x16xf32>, tensor<128x8x16xf32>, tensor<128xf32>, tensor<128xf32>, tensor<128xf32>, tensor<128xf32>, tensor<512xf32>, tensor<128xf32>, tensor<128x512xf32>, tensor<512x128xf32>, tensor<128x8x16xf32>, tensor<8x16x128xf32>, tensor<128x8x16xf32>, tensor<128x8x16xf32>, tensor<128xf32>, tensor<128xf32>, tensor<128xf32>, tensor<128xf32>, tensor<512xf32>, tensor<128xf32>, tensor<128x512xf32>, tensor<512x128xf32>, tensor<128x8x16xf32>, tensor<8x16x128xf32>, tensor<128x8x16xf32>, tensor<128x8x16xf32>, tensor<128xf32>, tensor<128xf32>, tensor<128xf32>, tensor<128xf32>, tensor<512xf32>, tensor<128xf32>, tensor<128x512xf32>, tensor<512x128xf32>, tensor<128x8x16xf32>, tensor<8x16x128xf32>, tensor<128x8x16xf32>, tensor<128x8x16xf32>, tensor<128xf32>, tensor<128xf32>, tensor<128xf32>, tensor<128xf32>, tensor<512xf32>, tensor<128xf32>, tensor<128x512xf32>, tensor<512x128xf32>, tensor<128xf32>, tensor<128xf32>, tensor<64x128xf32>, tensor<512x128xf32>, tensor<f32>
  }
  func.func private @_take(%arg0: tensor<512x128xf32>, %arg1: tensor<8x64xi32>) -> (tensor<8x64x128xf32>, tensor<8x64x1xi32>) {
    %0 = stablehlo.broadcast_in_dim %arg1, dims = [0, 1] : (tensor<8x64xi32>) -> tensor<8x64x1xi32>
    %1 = "stablehlo.gather"(%arg0, %0) <{dimension_numbers = #stablehlo.gather<offset_dims = [2], collapsed_slice_dims = [0], start_index_map = [0], index_vector_dim = 2>, indices_are_sorted = false, slice_sizes = array<i64: 1, 128>}> : (tensor<512x128xf32>, tensor<8x64x1xi32>) -> tensor<8x64x128xf32>
    return %1, %0 : tensor<8x64x128xf32>, tensor<8x64x1xi32>
  }
  func.func private @tril(%arg0: tensor<64x64xi1>) -> tensor<64x64xi1> {
    %0 = stablehlo.iota dim = 0 : tensor<64x64xi32>
    %c = stablehlo.constant dense<0> : tensor<i32>
    %1 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<i32>) -> tensor<64x64xi32>
    %2 = stablehlo.add %0, %1 : tensor<64x64xi32>
    %3 = stablehlo.iota dim = 1 : tensor<64x64xi32>
    %4 = stablehlo.compare GE, %2, %3, SIGNED : (tensor<64x64xi32>, tensor<64x64xi32>) -> tensor<64x64xi1>
    %c_0 = stablehlo.constant dense<false> : tensor<i1>
    %5 = stablehlo.broadcast_in_dim %c_0, dims = [] : (tensor<i1>) -> tensor<64x64xi1>
    %6 = stablehlo.select %4, %arg0, %5 : tensor<64x64xi1>, tensor<64x64xi1>
    return %6 : tensor<64x64xi1>
  }
  func.func private @_where(%arg0: tensor<1x1x64x64xi1>, %arg1: tensor<8x8x64x64xf32>, %arg2: tensor<f32>) -> (tensor<8x8x64x64xf32>, tensor<8x8x64x64xi1>, tensor<8x8x64x64xf32>) {
    %0 = stablehlo.broadcast_in_dim %arg0, dims = [0, 1, 2, 3] : (tensor<1x1x64x64xi1>) -> tensor<8x8x64x64xi1>
    %1 = stablehlo.broadcast_in_dim %arg2, dims = [] : (tensor<f32>) -> tensor<8x8x64x64xf32>
    %2 = stablehlo.select %0, %arg1, %1 : tensor<8x8x64x64xi1>, tensor<8x8x64x64xf32>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x8x64x64xf32>
    return %2, %0, %3 : tensor<8x8x64x64xf32>, tensor<8x8x64x64xi1>, tensor<8x8x64x64xf32>
  }
  func.func private @_where_0(%arg0: tensor<8x8x64x64xi1>, %arg1: tensor<8x8x64x64xf32>, %arg2: tensor<8x8x64x64xf32>) -> tensor<8x8x64x64xf32> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x8x64x64xf32>
    %1 = stablehlo.select %arg0, %arg2, %0 : tensor<8x8x64x64xi1>, tensor<8x8x64x64xf32>
    return %1 : tensor<8x8x64x64xf32>
  }
  func.func private @_take_1(%arg0: tensor<8x64x1xi32>, %arg1: tensor<8x64x128xf32>) -> tensor<512x128xf32> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<512x128xf32>
    %c = stablehlo.constant dense<511> : tensor<1xi32>
    %c_0 = stablehlo.constant dense<2147483647> : tensor<i32>
    %1 = stablehlo.broadcast_in_dim %c_0, dims = [] : (tensor<i32>) -> tensor<1xi32>
    %2 = stablehlo.minimum %c, %1 : tensor<1xi32>
    %3 = stablehlo.broadcast_in_dim %2, dims = [2] : (tensor<1xi32>) -> tensor<8x64x1xi32>
    %c_1 = stablehlo.constant dense<0> : tensor<i32>
    %4 = stablehlo.broadcast_in_dim %c_1, dims = [] : (tensor<i32>) -> tensor<8x64x1xi32>
    %5 = stablehlo.clamp %4, %arg0, %3 : tensor<8x64x1xi32>
    %6 = "stablehlo.scatter"(%0, %5, %arg1) <{indices_are_sorted = false, scatter_dimension_numbers = #stablehlo.scatter<update_window_dims = [2], inserted_window_dims = [0], scatter_dims_to_operand_dims = [0], index_vector_dim = 2>, unique_indices = false}> ({
    ^bb0(%arg2: tensor<f32>, %arg3: tensor<f32>):
      %7 = stablehlo.add %arg2, %arg3 : tensor<f32>
      stablehlo.return %7 : tensor<f32>
    }) : (tensor<512x128xf32>, tensor<8x64x1xi32>, tensor<8x64x128xf32>) -> tensor<512x128xf32>
    return %6 : tensor<512x128xf32>
  }
}
