module @jit__lambda attributes {mhlo.num_partitions = 8 : i32, mhlo.num_replicas = 1 : i32} {
  sdy.mesh @mesh = <["data"=8]> {stablehlo.mesh = {axes = [{name = "data", size = 8 : i64}]}}
  func.func public @main(%arg0: tensor<256x64xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}, %arg1: tensor<64x8x8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, %arg2: tensor<8x8x64xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {"data"}]>}, %arg3: tensor<64x8x8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, %arg4: tensor<64x8x8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, %arg5: tensor<8x64x256xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {"data"}]>}, %arg6: tensor<8x256x64xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {"data"}, {}]>}, %arg7: tensor<64x8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}, %arg8: tensor<64xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg9: tensor<64xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg10: tensor<64x8x8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, %arg11: tensor<8x8x64xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {"data"}]>}, %arg12: tensor<64x8x8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, %arg13: tensor<64x8x8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, %arg14: tensor<8x64x256xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {"data"}]>}, %arg15: tensor<8x256x64xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {"data"}, {}]>}, %arg16: tensor<64x8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}, %arg17: tensor<64xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg18: tensor<64xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg19: tensor<64x256xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {"data"}]>}, %arg20: tensor<256x64xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}, %arg21: tensor<64x8x8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, %arg22: tensor<8x8x64xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {"data"}]>}, %arg23: tensor<64x8x8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, %arg24: tensor<64x8x8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, %arg25: tensor<8x64x256xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {"data"}]>}, %arg26: tensor<8x256x64xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {"data"}, {}]>}, %arg27: tensor<64x8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}, %arg28: tensor<64xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg29: tensor<64xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg30: tensor<64x8x8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, %arg31: tensor<8x8x64xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {"data"}]>}, %arg32: tensor<64x8x8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, %arg33: tensor<64x8x8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, %arg34: tensor<8x64x256xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {"data"}]>}, %arg35: tensor<8x256x64xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {"data"}, {}]>}, %arg36: tensor<64x8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}, %arg37: tensor<64xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg38: tensor<64xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg39: tensor<64x256xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {"data"}]>}, %arg40: tensor<f32> {sdy.sharding = #sdy.sharding<@mesh, []>}, %arg41: tensor<256x64xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}, %arg42: tensor<64x8x8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, %arg43: tensor<8x8x64xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {"data"}]>}, %arg44: tensor<64x8x8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, %arg45: tensor<64x8x8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, %arg46: tensor<8x64x256xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {"data"}]>}, %arg47: tensor<8x256x64xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {"data"}, {}]>}, %arg48: tensor<64x8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}, %arg49: tensor<64xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg50: tensor<64xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg51: tensor<64x8x8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, %arg52: tensor<8x8x64xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {"data"}]>}, %arg53: tensor<64x8x8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, %arg54: tensor<64x8x8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, %arg55: tensor<8x64x256xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {"data"}]>}, %arg56: tensor<8x256x64xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {"data"}, {}]>}, %arg57: tensor<64x8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}, %arg58: tensor<64xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg59: tensor<64xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg60: tensor<64x256xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {"data"}]>}, %arg61: tensor<8x32xi32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}, %arg62: tensor<8x32xi32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}) -> (tensor<256x64xf32> {jax.result_info = "result[0]['emb']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}, tensor<64x8x8xf32> {jax.result_info = "result[0]['h0.attn.k']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, tensor<8x8x64xf32> {jax.result_info = "result[0]['h0.attn.o']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {"data"}]>}, tensor<64x8x8xf32> {jax.result_info = "result[0]['h0.attn.q']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, tensor<64x8x8xf32> {jax.result_info = "result[0]['h0.attn.v']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, tensor<8x64x256xf32> {jax.result_info = "result[0]['h0.exp.in']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {"data"}]>}, tensor<8x256x64xf32> {jax.result_info = "result[0]['h0.exp.out']", sdy.sharding = #sdy.sharding<@mesh, [{}, {"data"}, {}]>}, tensor<64x8xf32> {jax.result_info = "result[0]['h0.gate']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}, tensor<64xf32> {jax.result_info = "result[0]['h0.ln1']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<64xf32> {jax.result_info = "result[0]['h0.ln2']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<64x8x8xf32> {jax.result_info = "result[0]['h1.attn.k']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, tensor<8x8x64xf32> {jax.result_info = "result[0]['h1.attn.o']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {"data"}]>}, tensor<64x8x8xf32> {jax.result_info = "result[0]['h1.attn.q']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, tensor<64x8x8xf32> {jax.result_info = "result[0]['h1.attn.v']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, tensor<8x64x256xf32> {jax.result_info = "result[0]['h1.exp.in']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {"data"}]>}, tensor<8x256x64xf32> {jax.result_info = "result[0]['h1.exp.out']", sdy.sharding = #sdy.sharding<@mesh, [{}, {"data"}, {}]>}, tensor<64x8xf32> {jax.result_info = "result[0]['h1.gate']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}, tensor<64xf32> {jax.result_info = "result[0]['h1.ln1']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<64xf32> {jax.result_info = "result[0]['h1.ln2']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<64x256xf32> {jax.result_info = "result[0]['head']", sdy.sharding = #sdy.sharding<@mesh, [{}, {"data"}]>}, tensor<256x64xf32> {jax.result_info = "result[1]['m.emb']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}, tensor<64x8x8xf32> {jax.result_info = "result[1]['m.h0.attn.k']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, tensor<8x8x64xf32> {jax.result_info = "result[1]['m.h0.attn.o']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {"data"}]>}, tensor<64x8x8xf32> {jax.result_info = "result[1]['m.h0.attn.q']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, tensor<64x8x8xf32> {jax.result_info = "result[1]['m.h0.attn.v']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, tensor<8x64x256xf32> {jax.result_info = "result[1]['m.h0.exp.in']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {"data"}]>}, tensor<8x256x64xf32> {jax.result_info = "result[1]['m.h0.exp.out']", sdy.sharding = #sdy.sharding<@mesh, [{}, {"data"}, {}]>}, tensor<64x8xf32> {jax.result_info = "result[1]['m.h0.gate']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}, tensor<64xf32> {jax.result_info = "result[1]['m.h0.ln1']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<64xf32> {jax.result_info = "result[1]['m.h0.ln2']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<64x8x8xf32> {jax.result_info = "result[1]['m.h1.attn.k']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, tensor<8x8x64xf32> {jax.result_info = "result[1]['m.h1.attn.o']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {"data"}]>}, tensor<64x8x8xf32> {jax.result_info = "result[1]['m.h1.attn.q']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, tensor<64x8x8xf32> {jax.result_info = "result[1]['m.h1.attn.v']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, tensor<8x64x256xf32> {jax.result_info = "result[1]['m.h1.exp.in']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {"data"}]>}, tensor<8x256x64xf32> {jax.result_info = "result[1]['m.h1.exp.out']", sdy.sharding = #sdy.sharding<@mesh, [{}, {"data"}, {}]>}, tensor<64x8xf32> {jax.result_info = "result[1]['m.h1.gate']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}, tensor<64xf32> {jax.result_info = "result[1]['m.h1.ln1']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<64xf32> {jax.result_info = "result[1]['m.h1.ln2']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<64x256xf32> {jax.result_info = "result[1]['m.head']", sdy.sharding = #sdy.sharding<@mesh, [{}, {"data"}]>}, tensor<f32> {jax.result_info = "result[1]['t']", sdy.sharding = #sdy.sharding<@mesh, []>}, tensor<256x64xf32> {jax.result_info = "result[1]['v.emb']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}, tensor<64x8x8xf32> {jax.result_info = "result[1]['v.h0.attn.k']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, tensor<8x8x64xf32> {jax.result_info = "result[1]['v.h0.attn.o']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {"data"}]>}, tensor<64x8x8xf32> {jax.result_info = "result[1]['v.h0.attn.q']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, tensor<64x8x8xf32> {jax.result_info = "result[1]['v.h0.attn.v']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, tensor<8x64x256xf32> {jax.result_info = "result[1]['v.h0.exp.in']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {"data"}]>}, tensor<8x256x64xf32> {jax.result_info = "result[1]['v.h0.exp.out']", sdy.sharding = #sdy.sharding<@mesh, [{}, {"data"}, {}]>}, tensor<64x8xf32> {jax.result_info = "result[1]['v.h0.gate']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}, tensor<64xf32> {jax.result_info = "result[1]['v.h0.ln1']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<64xf32> {jax.result_info = "result[1]['v.h0.ln2']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<64x8x8xf32> {jax.result_info = "result[1]['v.h1.attn.k']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, tensor<8x8x64xf32> {jax.result_info = "result[1]['v.h1.attn.o']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {"data"}]>}, tensor<64x8x8xf32> {jax.result_info = "result[1]['v.h1.attn.q']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, tensor<64x8x8xf32> {jax.result_info = "result[1]['v.h1.attn.v']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}]>}, tensor<8x64x256xf32> {jax.result_info = "result[1]['v.h1.exp.in']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {"data"}]>}, tensor<8x256x64xf32> {jax.result_info = "result[1]['v.h1.exp.out']", sdy.sharding = #sdy.sharding<@mesh, [{}, {"data"}, {}]>}, tensor<64x8xf32> {jax.result_info = "result[1]['v.h1.gate']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}, tensor<64xf32> {jax.result_info = "result[1]['v.h1.ln1']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<64xf32> {jax.result_info = "result[1]['v.h1.ln2']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<64x256xf32> {jax.result_info = "result[1]['v.head']", sdy.sharding = #sdy.sharding<@mesh, [{}, {"data"}]>}, tensor<f32> {jax.result_info = "result[2]", sdy.sharding = #sdy.sharding<@mesh, []>}) {
    %0 = sdy.sharding_constraint %arg0 <@mesh, [{}, {}]> : tensor<256x64xf32>
    %1 = sdy.sharding_constraint %arg1 <@mesh, [{}, {}, {}]> : tensor<64x8x8xf32>
    %2 = sdy.sharding_constraint %arg2 <@mesh, [{}, {}, {}]> : tensor<8x8x64xf32>
    %3 = sdy.sharding_constraint %arg3 <@mesh, [{}, {}, {}]> : tensor<64x8x8xf32>
    %4 = sdy.sharding_constraint %arg4 <@mesh, [{}, {}, {}]> : tensor<64x8x8xf32>
    %5 = sdy.sharding_constraint %arg5 <@mesh, [{}, {}, {}]> : tensor<8x64x256xf32>
    %6 = sdy.sharding_constraint %arg6 <@mesh, [{}, {}, {}]> : tensor<8x256x64xf32>
    %7 = sdy.sharding_constraint %arg7 <@mesh, [{}, {}]> : tensor<64x8xf32>
    %8 = sdy.sharding_constraint %arg8 <@mesh, [{}]> : tensor<64xf32>
    %9 = sdy.sharding_constraint %arg9 <@mesh, [{}]> : tensor<64xf32>
    %10 = sdy.sharding_constraint %arg10 <@mesh, [{}, {}, {}]> : tensor<64x8x8xf32>
    %11 = sdy.sharding_constraint %arg11 <@mesh, [{}, {}, {}]> : tensor<8x8x64xf32>
    %12 = sdy.sharding_constraint %arg12 <@mesh, [{}, {}, {}]> : tensor<64x8x8xf32>
    %13 = sdy.sharding_constraint %arg13 <@mesh, [{}, {}, {}]> : tensor<64x8x8xf32>
    %14 = sdy.sharding_constraint %arg14 <@mesh, [{}, {}, {}]> : tensor<8x64x256xf32>
    %15 = sdy.sharding_constraint %arg15 <@mesh, [{}, {}, {}]> : tensor<8x256x64xf32>
    %16 = sdy.sharding_constraint %arg16 <@mesh, [{}, {}]> : tensor<64x8xf32>
    %17 = sdy.sharding_constraint %arg17 <@mesh, [{}]> : tensor<64xf32>
    %18 = sdy.sharding_constraint %arg18 <@mesh, [{}]> : tensor<64xf32>
    %19 = sdy.sharding_constraint %arg19 <@mesh, [{}, {}]> : tensor<64x256xf32>
    %20:2 = call @_take(%0, %arg61) : (tensor<256x64xf32>, tensor<8x32xi32>) -> (tensor<8x32x64xf32>, tensor<8x32x1xi32>)
    %c = stablehlo.constant dense<true> : tensor<i1>
    %21 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<i1>) -> tensor<32x32xi1>
    %22 = call @tril(%21) : (tensor<32x32xi1>) -> tensor<32x32xi1>
    %23 = stablehlo.broadcast_in_dim %22, dims = [2, 3] : (tensor<32x32xi1>) -> tensor<1x1x32x32xi1>
    %24 = chlo.square %20#0 : tensor<8x32x64xf32> -> tensor<8x32x64xf32>
    %cst = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %25 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x32x64xf32>
    %26 = stablehlo.multiply %25, %20#0 : tensor<8x32x64xf32>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %27 = stablehlo.reduce(%24 init: %cst_0) applies stablehlo.add across dimensions = [2] : (tensor<8x32x64xf32>, tensor<f32>) -> tensor<8x32xf32>
    %28 = stablehlo.broadcast_in_dim %27, dims = [0, 1] : (tensor<8x32xf32>) -> tensor<8x32x1xf32>
    %cst_1 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %29 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f32>) -> tensor<8x32x1xf32>
    %30 = stablehlo.divide %28, %29 : tensor<8x32x1xf32>
    %cst_2 = stablehlo.constant dense<9.99999997E-7> : tensor<f32>
    %31 = stablehlo.broadcast_in_dim %cst_2, dims = [] : (tensor<f32>) -> tensor<8x32x1xf32>
    %32 = stablehlo.add %30, %31 : tensor<8x32x1xf32>
    %33 = stablehlo.rsqrt %32 : tensor<8x32x1xf32>
    %34 = stablehlo.divide %33, %32 : tensor<8x32x1xf32>
    %cst_3 = stablehlo.constant dense<-5.000000e-01> : tensor<f32>
    %35 = stablehlo.broadcast_in_dim %cst_3, dims = [] : (tensor<f32>) -> tensor<8x32x1xf32>
    %36 = stablehlo.multiply %35, %34 : tensor<8x32x1xf32>
    %37 = stablehlo.broadcast_in_dim %33, dims = [0, 1, 2] : (tensor<8x32x1xf32>) -> tensor<8x32x64xf32>
    %38 = stablehlo.multiply %20#0, %37 : tensor<8x32x64xf32>
    %39 = stablehlo.broadcast_in_dim %8, dims = [2] : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %40 = stablehlo.broadcast_in_dim %39, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<8x32x64xf32>
    %41 = stablehlo.multiply %38, %40 : tensor<8x32x64xf32>
    %42 = stablehlo.dot_general %41, %3, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x32x64xf32>, tensor<64x8x8xf32>) -> tensor<8x32x8x8xf32>
    %43 = stablehlo.dot_general %41, %1, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x32x64xf32>, tensor<64x8x8xf32>) -> tensor<8x32x8x8xf32>
    %44 = stablehlo.dot_general %41, %4, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x32x64xf32>, tensor<64x8x8xf32>) -> tensor<8x32x8x8xf32>
    %45 = stablehlo.dot_general %42, %43, batching_dims = [0, 2] x [0, 2], contracting_dims = [3] x [3], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8x8xf32>, tensor<8x32x8x8xf32>) -> tensor<8x8x32x32xf32>
    %cst_4 = stablehlo.constant dense<2.82842708> : tensor<f32>
    %46 = stablehlo.broadcast_in_dim %cst_4, dims = [] : (tensor<f32>) -> tensor<8x8x32x32xf32>
    %47 = stablehlo.divide %45, %46 : tensor<8x8x32x32xf32>
    %cst_5 = stablehlo.constant dense<-1.000000e+09> : tensor<f32>
    %48:3 = call @_where(%23, %47, %cst_5) : (tensor<1x1x32x32xi1>, tensor<8x8x32x32xf32>, tensor<f32>) -> (tensor<8x8x32x32xf32>, tensor<8x8x32x32xi1>, tensor<8x8x32x32xf32>)
    %cst_6 = stablehlo.constant dense<0xFF800000> : tensor<f32>
    %49 = stablehlo.reduce(%48#0 init: %cst_6) applies stablehlo.maximum across dimensions = [3] : (tensor<8x8x32x32xf32>, tensor<f32>) -> tensor<8x8x32xf32>
    %50 = stablehlo.reshape %49 : (tensor<8x8x32xf32>) -> tensor<8x8x32x1xf32>
    %51 = stablehlo.broadcast_in_dim %50, dims = [0, 1, 2, 3] : (tensor<8x8x32x1xf32>) -> tensor<8x8x32x32xf32>
    %52 = stablehlo.compare EQ, %48#0, %51, FLOAT : (tensor<8x8x32x32xf32>, tensor<8x8x32x32xf32>) -> tensor<8x8x32x32xi1>
    %53 = stablehlo.convert %52 : (tensor<8x8x32x32xi1>) -> tensor<8x8x32x32xf32>
    %cst_7 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %54 = stablehlo.reduce(%53 init: %cst_7) applies stablehlo.add across dimensions = [3] : (tensor<8x8x32x32xf32>, tensor<f32>) -> tensor<8x8x32xf32>
    %55 = stablehlo.broadcast_in_dim %49, dims = [0, 1, 2] : (tensor<8x8x32xf32>) -> tensor<8x8x32x1xf32>
    %56 = stablehlo.broadcast_in_dim %55, dims = [0, 1, 2, 3] : (tensor<8x8x32x1xf32>) -> tensor<8x8x32x32xf32>
    %57 = stablehlo.subtract %48#0, %56 : tensor<8x8x32x32xf32>
    %58 = stablehlo.exponential %57 : tensor<8x8x32x32xf32>
    %cst_8 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %59 = stablehlo.reduce(%58 init: %cst_8) applies stablehlo.add across dimensions = [3] : (tensor<8x8x32x32xf32>, tensor<f32>) -> tensor<8x8x32xf32>
    %60 = stablehlo.broadcast_in_dim %59, dims = [0, 1, 2] : (tensor<8x8x32xf32>) -> tensor<8x8x32x1xf32>
    %61 = stablehlo.broadcast_in_dim %60, dims = [0, 1, 2, 3] : (tensor<8x8x32x1xf32>) -> tensor<8x8x32x32xf32>
    %62 = stablehlo.divide %58, %61 : tensor<8x8x32x32xf32>
    %63 = stablehlo.multiply %60, %60 : tensor<8x8x32x1xf32>
    %cst_9 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %64 = stablehlo.broadcast_in_dim %cst_9, dims = [] : (tensor<f32>) -> tensor<8x8x32x1xf32>
    %65 = stablehlo.divide %64, %63 : tensor<8x8x32x1xf32>
    %66 = stablehlo.dot_general %44, %62, batching_dims = [0, 2] x [0, 1], contracting_dims = [1] x [3], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8x8xf32>, tensor<8x8x32x32xf32>) -> tensor<8x8x8x32xf32>
    %67 = stablehlo.transpose %66, dims = [0, 3, 1, 2] : (tensor<8x8x8x32xf32>) -> tensor<8x32x8x8xf32>
    %68 = stablehlo.dot_general %67, %2, contracting_dims = [2, 3] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8x8xf32>, tensor<8x8x64xf32>) -> tensor<8x32x64xf32>
    %69 = stablehlo.add %20#0, %68 : tensor<8x32x64xf32>
    %70 = chlo.square %69 : tensor<8x32x64xf32> -> tensor<8x32x64xf32>
    %cst_10 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %71 = stablehlo.broadcast_in_dim %cst_10, dims = [] : (tensor<f32>) -> tensor<8x32x64xf32>
    %72 = stablehlo.multiply %71, %69 : tensor<8x32x64xf32>
    %cst_11 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %73 = stablehlo.reduce(%70 init: %cst_11) applies stablehlo.add across dimensions = [2] : (tensor<8x32x64xf32>, tensor<f32>) -> tensor<8x32xf32>
    %74 = stablehlo.broadcast_in_dim %73, dims = [0, 1] : (tensor<8x32xf32>) -> tensor<8x32x1xf32>
    %cst_12 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %75 = stablehlo.broadcast_in_dim %cst_12, dims = [] : (tensor<f32>) -> tensor<8x32x1xf32>
    %76 = stablehlo.divide %74, %75 : tensor<8x32x1xf32>
    %cst_13 = stablehlo.constant dense<9.99999997E-7> : tensor<f32>
    %77 = stablehlo.broadcast_in_dim %cst_13, dims = [] : (tensor<f32>) -> tensor<8x32x1xf32>
    %78 = stablehlo.add %76, %77 : tensor<8x32x1xf32>
    %79 = stablehlo.rsqrt %78 : tensor<8x32x1xf32>
    %80 = stablehlo.divide %79, %78 : tensor<8x32x1xf32>
    %cst_14 = stablehlo.constant dense<-5.000000e-01> : tensor<f32>
    %81 = stablehlo.broadcast_in_dim %cst_14, dims = [] : (tensor<f32>) -> tensor<8x32x1xf32>
    %82 = stablehlo.multiply %81, %80 : tensor<8x32x1xf32>
    %83 = stablehlo.broadcast_in_dim %79, dims = [0, 1, 2] : (tensor<8x32x1xf32>) -> tensor<8x32x64xf32>
    %84 = stablehlo.multiply %69, %83 : tensor<8x32x64xf32>
    %85 = stablehlo.broadcast_in_dim %9, dims = [2] : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %86 = stablehlo.broadcast_in_dim %85, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<8x32x64xf32>
    %87 = stablehlo.multiply %84, %86 : tensor<8x32x64xf32>
    %88 = stablehlo.dot_general %87, %7, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x32x64xf32>, tensor<64x8xf32>) -> tensor<8x32x8xf32>
    %cst_15 = stablehlo.constant dense<0xFF800000> : tensor<f32>
    %89 = stablehlo.reduce(%88 init: %cst_15) applies stablehlo.maximum across dimensions = [2] : (tensor<8x32x8xf32>, tensor<f32>) -> tensor<8x32xf32>
    %90 = stablehlo.reshape %89 : (tensor<8x32xf32>) -> tensor<8x32x1xf32>
    %91 = stablehlo.broadcast_in_dim %90, dims = [0, 1, 2] : (tensor<8x32x1xf32>) -> tensor<8x32x8xf32>
    %92 = stablehlo.compare EQ, %88, %91, FLOAT : (tensor<8x32x8xf32>, tensor<8x32x8xf32>) -> tensor<8x32x8xi1>
    %93 = stablehlo.convert %92 : (tensor<8x32x8xi1>) -> tensor<8x32x8xf32>
    %cst_16 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %94 = stablehlo.reduce(%93 init: %cst_16) applies stablehlo.add across dimensions = [2] : (tensor<8x32x8xf32>, tensor<f32>) -> tensor<8x32xf32>
    %cst_17 = stablehlo.constant dense<0xFF800000> : tensor<f32>
    %95 = stablehlo.broadcast_in_dim %cst_17, dims = [] : (tensor<f32>) -> tensor<8x32xf32>
    %96 = stablehlo.maximum %95, %89 : tensor<8x32xf32>
    %97 = stablehlo.compare EQ, %89, %96, FLOAT : (tensor<8x32xf32>, tensor<8x32xf32>) -> tensor<8x32xi1>
    %cst_18 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %98 = stablehlo.broadcast_in_dim %cst_18, dims = [] : (tensor<f32>) -> tensor<8x32xf32>
    %cst_19 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %99 = stablehlo.broadcast_in_dim %cst_19, dims = [] : (tensor<f32>) -> tensor<8x32xf32>
    %100 = stablehlo.select %97, %98, %99 : tensor<8x32xi1>, tensor<8x32xf32>
    %cst_20 = stablehlo.constant dense<0xFF800000> : tensor<f32>
    %101 = stablehlo.broadcast_in_dim %cst_20, dims = [] : (tensor<f32>) -> tensor<8x32xf32>
    %102 = stablehlo.compare EQ, %101, %96, FLOAT : (tensor<8x32xf32>, tensor<8x32xf32>) -> tensor<8x32xi1>
    %cst_21 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %103 = stablehlo.broadcast_in_dim %cst_21, dims = [] : (tensor<f32>) -> tensor<8x32xf32>
    %cst_22 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %104 = stablehlo.broadcast_in_dim %cst_22, dims = [] : (tensor<f32>) -> tensor<8x32xf32>
    %105 = stablehlo.select %102, %103, %104 : tensor<8x32xi1>, tensor<8x32xf32>
    %106 = stablehlo.divide %100, %105 : tensor<8x32xf32>
    %107 = stablehlo.broadcast_in_dim %96, dims = [0, 1] : (tensor<8x32xf32>) -> tensor<8x32x1xf32>
    %108 = stablehlo.broadcast_in_dim %107, dims = [0, 1, 2] : (tensor<8x32x1xf32>) -> tensor<8x32x8xf32>
    %109 = stablehlo.subtract %88, %108 : tensor<8x32x8xf32>
    %110 = stablehlo.exponential %109 : tensor<8x32x8xf32>
    %cst_23 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %111 = stablehlo.reduce(%110 init: %cst_23) applies stablehlo.add across dimensions = [2] : (tensor<8x32x8xf32>, tensor<f32>) -> tensor<8x32xf32>
    %112 = stablehlo.broadcast_in_dim %111, dims = [0, 1] : (tensor<8x32xf32>) -> tensor<8x32x1xf32>
    %113 = stablehlo.broadcast_in_dim %112, dims = [0, 1, 2] : (tensor<8x32x1xf32>) -> tensor<8x32x8xf32>
    %114 = stablehlo.divide %110, %113 : tensor<8x32x8xf32>
    %115 = stablehlo.multiply %112, %112 : tensor<8x32x1xf32>
    %cst_24 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %116 = stablehlo.broadcast_in_dim %cst_24, dims = [] : (tensor<f32>) -> tensor<8x32x1xf32>
    %117 = stablehlo.divide %116, %115 : tensor<8x32x1xf32>
    %118 = call @argmax(%114) : (tensor<8x32x8xf32>) -> tensor<8x32xi32>
    %119 = stablehlo.broadcast_in_dim %118, dims = [0, 1] : (tensor<8x32xi32>) -> tensor<8x32x1xi32>
    %120 = stablehlo.iota dim = 0 : tensor<8xi32>
    %121 = stablehlo.broadcast_in_dim %120, dims = [2] : (tensor<8xi32>) -> tensor<1x1x8xi32>
    %122 = stablehlo.broadcast_in_dim %119, dims = [0, 1, 2] : (tensor<8x32x1xi32>) -> tensor<8x32x8xi32>
    %123 = stablehlo.broadcast_in_dim %121, dims = [0, 1, 2] : (tensor<1x1x8xi32>) -> tensor<8x32x8xi32>
    %124 = stablehlo.compare EQ, %122, %123, SIGNED : (tensor<8x32x8xi32>, tensor<8x32x8xi32>) -> tensor<8x32x8xi1>
    %125 = stablehlo.convert %124 : (tensor<8x32x8xi1>) -> tensor<8x32x8xf32>
    %cst_25 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %126 = stablehlo.broadcast_in_dim %cst_25, dims = [] : (tensor<f32>) -> tensor<8x32x8xf32>
    %127 = stablehlo.subtract %126, %125 : tensor<8x32x8xf32>
    %128 = stablehlo.multiply %114, %127 : tensor<8x32x8xf32>
    %129 = call @argmax(%128) : (tensor<8x32x8xf32>) -> tensor<8x32xi32>
    %130 = stablehlo.broadcast_in_dim %129, dims = [0, 1] : (tensor<8x32xi32>) -> tensor<8x32x1xi32>
    %131 = stablehlo.iota dim = 0 : tensor<8xi32>
    %132 = stablehlo.broadcast_in_dim %131, dims = [2] : (tensor<8xi32>) -> tensor<1x1x8xi32>
    %133 = stablehlo.broadcast_in_dim %130, dims = [0, 1, 2] : (tensor<8x32x1xi32>) -> tensor<8x32x8xi32>
    %134 = stablehlo.broadcast_in_dim %132, dims = [0, 1, 2] : (tensor<1x1x8xi32>) -> tensor<8x32x8xi32>
    %135 = stablehlo.compare EQ, %133, %134, SIGNED : (tensor<8x32x8xi32>, tensor<8x32x8xi32>) -> tensor<8x32x8xi1>
    %136 = stablehlo.convert %135 : (tensor<8x32x8xi1>) -> tensor<8x32x8xf32>
    %137 = call @cumsum(%125) : (tensor<8x32x8xf32>) -> tensor<8x32x8xf32>
    %138 = stablehlo.multiply %137, %125 : tensor<8x32x8xf32>
    %139 = stablehlo.subtract %138, %125 : tensor<8x32x8xf32>
    %cst_26 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %140 = stablehlo.reduce(%125 init: %cst_26) applies stablehlo.add across dimensions = [1] : (tensor<8x32x8xf32>, tensor<f32>) -> tensor<8x8xf32>
    %141 = stablehlo.broadcast_in_dim %140, dims = [0, 2] : (tensor<8x8xf32>) -> tensor<8x1x8xf32>
    %142 = call @cumsum(%136) : (tensor<8x32x8xf32>) -> tensor<8x32x8xf32>
    %cst_27 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %143 = stablehlo.broadcast_in_dim %cst_27, dims = [] : (tensor<f32>) -> tensor<8x32x8xf32>
    %144 = stablehlo.subtract %142, %143 : tensor<8x32x8xf32>
    %145 = stablehlo.broadcast_in_dim %141, dims = [0, 1, 2] : (tensor<8x1x8xf32>) -> tensor<8x32x8xf32>
    %146 = stablehlo.add %144, %145 : tensor<8x32x8xf32>
    %147 = stablehlo.multiply %146, %136 : tensor<8x32x8xf32>
    %cst_28 = stablehlo.constant dense<1.000000e+01> : tensor<f32>
    %148 = stablehlo.broadcast_in_dim %cst_28, dims = [] : (tensor<f32>) -> tensor<8x32x8xf32>
    %149 = stablehlo.compare LT, %139, %148, FLOAT : (tensor<8x32x8xf32>, tensor<8x32x8xf32>) -> tensor<8x32x8xi1>
    %150 = stablehlo.convert %149 : (tensor<8x32x8xi1>) -> tensor<8x32x8xf32>
    %151 = stablehlo.multiply %125, %150 : tensor<8x32x8xf32>
    %cst_29 = stablehlo.constant dense<1.000000e+01> : tensor<f32>
    %152 = stablehlo.broadcast_in_dim %cst_29, dims = [] : (tensor<f32>) -> tensor<8x32x8xf32>
    %153 = stablehlo.compare LT, %147, %152, FLOAT : (tensor<8x32x8xf32>, tensor<8x32x8xf32>) -> tensor<8x32x8xi1>
    %154 = stablehlo.convert %153 : (tensor<8x32x8xi1>) -> tensor<8x32x8xf32>
    %155 = stablehlo.multiply %136, %154 : tensor<8x32x8xf32>
    %156 = stablehlo.multiply %114, %151 : tensor<8x32x8xf32>
    %cst_30 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %157 = stablehlo.reduce(%156 init: %cst_30) applies stablehlo.add across dimensions = [2] : (tensor<8x32x8xf32>, tensor<f32>) -> tensor<8x32xf32>
    %158 = stablehlo.multiply %114, %155 : tensor<8x32x8xf32>
    %cst_31 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %159 = stablehlo.reduce(%158 init: %cst_31) applies stablehlo.add across dimensions = [2] : (tensor<8x32x8xf32>, tensor<f32>) -> tensor<8x32xf32>
    %160 = stablehlo.add %157, %159 : tensor<8x32xf32>
    %cst_32 = stablehlo.constant dense<9.99999971E-10> : tensor<f32>
    %161 = stablehlo.broadcast_in_dim %cst_32, dims = [] : (tensor<f32>) -> tensor<8x32xf32>
    %162 = stablehlo.add %160, %161 : tensor<8x32xf32>
    %163 = stablehlo.divide %157, %162 : tensor<8x32xf32>
    %164 = stablehlo.multiply %162, %162 : tensor<8x32xf32>
    %cst_33 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %165 = stablehlo.broadcast_in_dim %cst_33, dims = [] : (tensor<f32>) -> tensor<8x32xf32>
    %166 = stablehlo.divide %165, %164 : tensor<8x32xf32>
    %167 = stablehlo.divide %159, %162 : tensor<8x32xf32>
    %168 = stablehlo.multiply %162, %162 : tensor<8x32xf32>
    %cst_34 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %169 = stablehlo.broadcast_in_dim %cst_34, dims = [] : (tensor<f32>) -> tensor<8x32xf32>
    %170 = stablehlo.divide %169, %168 : tensor<8x32xf32>
    %171 = stablehlo.multiply %139, %151 : tensor<8x32x8xf32>
    %cst_35 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %172 = stablehlo.reduce(%171 init: %cst_35) applies stablehlo.add across dimensions = [2] : (tensor<8x32x8xf32>, tensor<f32>) -> tensor<8x32xf32>
    %173 = stablehlo.multiply %147, %155 : tensor<8x32x8xf32>
    %cst_36 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %174 = stablehlo.reduce(%173 init: %cst_36) applies stablehlo.add across dimensions = [2] : (tensor<8x32x8xf32>, tensor<f32>) -> tensor<8x32xf32>
    %175 = stablehlo.iota dim = 0 : tensor<10xf32>
    %176 = stablehlo.broadcast_in_dim %172, dims = [0, 1] : (tensor<8x32xf32>) -> tensor<8x32x1xf32>
    %177 = stablehlo.broadcast_in_dim %175, dims = [2] : (tensor<10xf32>) -> tensor<1x1x10xf32>
    %178 = stablehlo.broadcast_in_dim %176, dims = [0, 1, 2] : (tensor<8x32x1xf32>) -> tensor<8x32x10xf32>
    %179 = stablehlo.broadcast_in_dim %177, dims = [0, 1, 2] : (tensor<1x1x10xf32>) -> tensor<8x32x10xf32>
    %180 = stablehlo.compare EQ, %178, %179, FLOAT : (tensor<8x32x10xf32>, tensor<8x32x10xf32>) -> tensor<8x32x10xi1>
    %181 = stablehlo.convert %180 : (tensor<8x32x10xi1>) -> tensor<8x32x10xf32>
    %182 = stablehlo.broadcast_in_dim %174, dims = [0, 1] : (tensor<8x32xf32>) -> tensor<8x32x1xf32>
    %183 = stablehlo.broadcast_in_dim %175, dims = [2] : (tensor<10xf32>) -> tensor<1x1x10xf32>
    %184 = stablehlo.broadcast_in_dim %182, dims = [0, 1, 2] : (tensor<8x32x1xf32>) -> tensor<8x32x10xf32>
    %185 = stablehlo.broadcast_in_dim %183, dims = [0, 1, 2] : (tensor<1x1x10xf32>) -> tensor<8x32x10xf32>
    %186 = stablehlo.compare EQ, %184, %185, FLOAT : (tensor<8x32x10xf32>, tensor<8x32x10xf32>) -> tensor<8x32x10xi1>
    %187 = stablehlo.convert %186 : (tensor<8x32x10xi1>) -> tensor<8x32x10xf32>
    %188 = stablehlo.dot_general %163, %151, batching_dims = [0, 1] x [0, 1], contracting_dims = [] x [], precision = [DEFAULT, DEFAULT] : (tensor<8x32xf32>, tensor<8x32x8xf32>) -> tensor<8x32x8xf32>
    %189 = stablehlo.dot_general %188, %181, batching_dims = [0, 1] x [0, 1], contracting_dims = [] x [], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8xf32>, tensor<8x32x10xf32>) -> tensor<8x32x8x10xf32>
    %190 = stablehlo.dot_general %167, %155, batching_dims = [0, 1] x [0, 1], contracting_dims = [] x [], precision = [DEFAULT, DEFAULT] : (tensor<8x32xf32>, tensor<8x32x8xf32>) -> tensor<8x32x8xf32>
    %191 = stablehlo.dot_general %190, %187, batching_dims = [0, 1] x [0, 1], contracting_dims = [] x [], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8xf32>, tensor<8x32x10xf32>) -> tensor<8x32x8x10xf32>
    %192 = stablehlo.add %189, %191 : tensor<8x32x8x10xf32>
    %cst_37 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %193 = stablehlo.reduce(%151 init: %cst_37) applies stablehlo.add across dimensions = [1] : (tensor<8x32x8xf32>, tensor<f32>) -> tensor<8x8xf32>
    %cst_38 = stablehlo.constant dense<3.200000e+01> : tensor<f32>
    %194 = stablehlo.broadcast_in_dim %cst_38, dims = [] : (tensor<f32>) -> tensor<8x8xf32>
    %195 = stablehlo.divide %193, %194 : tensor<8x8xf32>
    %cst_39 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %196 = stablehlo.reduce(%114 init: %cst_39) applies stablehlo.add across dimensions = [1] : (tensor<8x32x8xf32>, tensor<f32>) -> tensor<8x8xf32>
    %cst_40 = stablehlo.constant dense<3.200000e+01> : tensor<f32>
    %197 = stablehlo.broadcast_in_dim %cst_40, dims = [] : (tensor<f32>) -> tensor<8x8xf32>
    %198 = stablehlo.divide %196, %197 : tensor<8x8xf32>
    %cst_41 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %199 = stablehlo.broadcast_in_dim %cst_41, dims = [] : (tensor<f32>) -> tensor<8x32x8x10xf32>
    %200 = stablehlo.compare GT, %192, %199, FLOAT : (tensor<8x32x8x10xf32>, tensor<8x32x8x10xf32>) -> tensor<8x32x8x10xi1>
    %201 = stablehlo.convert %200 : (tensor<8x32x8x10xi1>) -> tensor<8x32x8x10xf32>
    %202 = stablehlo.dot_general %87, %201, batching_dims = [0] x [0], contracting_dims = [1] x [1], precision = [DEFAULT, DEFAULT] : (tensor<8x32x64xf32>, tensor<8x32x8x10xf32>) -> tensor<8x64x8x10xf32>
    %203 = stablehlo.transpose %202, dims = [2, 0, 3, 1] : (tensor<8x64x8x10xf32>) -> tensor<8x8x10x64xf32>
    %204 = stablehlo.dot_general %203, %5, batching_dims = [0] x [0], contracting_dims = [3] x [1], precision = [DEFAULT, DEFAULT] : (tensor<8x8x10x64xf32>, tensor<8x64x256xf32>) -> tensor<8x8x10x256xf32>
    %205 = call @relu(%204) : (tensor<8x8x10x256xf32>) -> tensor<8x8x10x256xf32>
    %cst_42 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %206 = stablehlo.broadcast_in_dim %cst_42, dims = [] : (tensor<f32>) -> tensor<8x8x10x256xf32>
    %207 = stablehlo.compare GT, %204, %206, FLOAT : (tensor<8x8x10x256xf32>, tensor<8x8x10x256xf32>) -> tensor<8x8x10x256xi1>
    %cst_43 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %208 = stablehlo.broadcast_in_dim %cst_43, dims = [] : (tensor<f32>) -> tensor<8x8x10x256xf32>
    %209 = stablehlo.dot_general %205, %6, batching_dims = [0] x [0], contracting_dims = [3] x [1], precision = [DEFAULT, DEFAULT] : (tensor<8x8x10x256xf32>, tensor<8x256x64xf32>) -> tensor<8x8x10x64xf32>
    %210 = stablehlo.dot_general %192, %209, batching_dims = [0] x [1], contracting_dims = [3, 2] x [2, 0], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8x10xf32>, tensor<8x8x10x64xf32>) -> tensor<8x32x64xf32>
    %211 = stablehlo.add %69, %210 : tensor<8x32x64xf32>
    %212 = stablehlo.multiply %195, %198 : tensor<8x8xf32>
    %cst_44 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %213 = stablehlo.reduce(%212 init: %cst_44) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x8xf32>, tensor<f32>) -> tensor<f32>
    %cst_45 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %214 = stablehlo.divide %213, %cst_45 : tensor<f32>
    %cst_46 = stablehlo.constant dense<8.000000e+00> : tensor<f32>
    %215 = stablehlo.multiply %214, %cst_46 : tensor<f32>
    %cst_47 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %216 = stablehlo.add %cst_47, %215 : tensor<f32>
    %217 = chlo.square %211 : tensor<8x32x64xf32> -> tensor<8x32x64xf32>
    %cst_48 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %218 = stablehlo.broadcast_in_dim %cst_48, dims = [] : (tensor<f32>) -> tensor<8x32x64xf32>
    %219 = stablehlo.multiply %218, %211 : tensor<8x32x64xf32>
    %cst_49 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %220 = stablehlo.reduce(%217 init: %cst_49) applies stablehlo.add across dimensions = [2] : (tensor<8x32x64xf32>, tensor<f32>) -> tensor<8x32xf32>
    %221 = stablehlo.broadcast_in_dim %220, dims = [0, 1] : (tensor<8x32xf32>) -> tensor<8x32x1xf32>
    %cst_50 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %222 = stablehlo.broadcast_in_dim %cst_50, dims = [] : (tensor<f32>) -> tensor<8x32x1xf32>
    %223 = stablehlo.divide %221, %222 : tensor<8x32x1xf32>
    %cst_51 = stablehlo.constant dense<9.99999997E-7> : tensor<f32>
    %224 = stablehlo.broadcast_in_dim %cst_51, dims = [] : (tensor<f32>) -> tensor<8x32x1xf32>
    %225 = stablehlo.add %223, %224 : tensor<8x32x1xf32>
    %226 = stablehlo.rsqrt %225 : tensor<8x32x1xf32>
    %227 = stablehlo.divide %226, %225 : tensor<8x32x1xf32>
    %cst_52 = stablehlo.constant dense<-5.000000e-01> : tensor<f32>
    %228 = stablehlo.broadcast_in_dim %cst_52, dims = [] : (tensor<f32>) -> tensor<8x32x1xf32>
    %229 = stablehlo.multiply %228, %227 : tensor<8x32x1xf32>
    %230 = stablehlo.broadcast_in_dim %226, dims = [0, 1, 2] : (tensor<8x32x1xf32>) -> tensor<8x32x64xf32>
    %231 = stablehlo.multiply %211, %230 : tensor<8x32x64xf32>
    %232 = stablehlo.broadcast_in_dim %17, dims = [2] : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %233 = stablehlo.broadcast_in_dim %232, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<8x32x64xf32>
    %234 = stablehlo.multiply %231, %233 : tensor<8x32x64xf32>
    %235 = stablehlo.dot_general %234, %12, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x32x64xf32>, tensor<64x8x8xf32>) -> tensor<8x32x8x8xf32>
    %236 = stablehlo.dot_general %234, %10, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x32x64xf32>, tensor<64x8x8xf32>) -> tensor<8x32x8x8xf32>
    %237 = stablehlo.dot_general %234, %13, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x32x64xf32>, tensor<64x8x8xf32>) -> tensor<8x32x8x8xf32>
    %238 = stablehlo.dot_general %235, %236, batching_dims = [0, 2] x [0, 2], contracting_dims = [3] x [3], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8x8xf32>, tensor<8x32x8x8xf32>) -> tensor<8x8x32x32xf32>
    %cst_53 = stablehlo.constant dense<2.82842708> : tensor<f32>
    %239 = stablehlo.broadcast_in_dim %cst_53, dims = [] : (tensor<f32>) -> tensor<8x8x32x32xf32>
    %240 = stablehlo.divide %238, %239 : tensor<8x8x32x32xf32>
    %cst_54 = stablehlo.constant dense<-1.000000e+09> : tensor<f32>
    %241:3 = call @_where(%23, %240, %cst_54) : (tensor<1x1x32x32xi1>, tensor<8x8x32x32xf32>, tensor<f32>) -> (tensor<8x8x32x32xf32>, tensor<8x8x32x32xi1>, tensor<8x8x32x32xf32>)
    %cst_55 = stablehlo.constant dense<0xFF800000> : tensor<f32>
    %242 = stablehlo.reduce(%241#0 init: %cst_55) applies stablehlo.maximum across dimensions = [3] : (tensor<8x8x32x32xf32>, tensor<f32>) -> tensor<8x8x32xf32>
    %243 = stablehlo.reshape %242 : (tensor<8x8x32xf32>) -> tensor<8x8x32x1xf32>
    %244 = stablehlo.broadcast_in_dim %243, dims = [0, 1, 2, 3] : (tensor<8x8x32x1xf32>) -> tensor<8x8x32x32xf32>
    %245 = stablehlo.compare EQ, %241#0, %244, FLOAT : (tensor<8x8x32x32xf32>, tensor<8x8x32x32xf32>) -> tensor<8x8x32x32xi1>
    %246 = stablehlo.convert %245 : (tensor<8x8x32x32xi1>) -> tensor<8x8x32x32xf32>
    %cst_56 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %247 = stablehlo.reduce(%246 init: %cst_56) applies stablehlo.add across dimensions = [3] : (tensor<8x8x32x32xf32>, tensor<f32>) -> tensor<8x8x32xf32>
    %248 = stablehlo.broadcast_in_dim %242, dims = [0, 1, 2] : (tensor<8x8x32xf32>) -> tensor<8x8x32x1xf32>
    %249 = stablehlo.broadcast_in_dim %248, dims = [0, 1, 2, 3] : (tensor<8x8x32x1xf32>) -> tensor<8x8x32x32xf32>
    %250 = stablehlo.subtract %241#0, %249 : tensor<8x8x32x32xf32>
    %251 = stablehlo.exponential %250 : tensor<8x8x32x32xf32>
    %cst_57 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %252 = stablehlo.reduce(%251 init: %cst_57) applies stablehlo.add across dimensions = [3] : (tensor<8x8x32x32xf32>, tensor<f32>) -> tensor<8x8x32xf32>
    %253 = stablehlo.broadcast_in_dim %252, dims = [0, 1, 2] : (tensor<8x8x32xf32>) -> tensor<8x8x32x1xf32>
    %254 = stablehlo.broadcast_in_dim %253, dims = [0, 1, 2, 3] : (tensor<8x8x32x1xf32>) -> tensor<8x8x32x32xf32>
    %255 = stablehlo.divide %251, %254 : tensor<8x8x32x32xf32>
    %256 = stablehlo.multiply %253, %253 : tensor<8x8x32x1xf32>
    %cst_58 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %257 = stablehlo.broadcast_in_dim %cst_58, dims = [] : (tensor<f32>) -> tensor<8x8x32x1xf32>
    %258 = stablehlo.divide %257, %256 : tensor<8x8x32x1xf32>
    %259 = stablehlo.dot_general %237, %255, batching_dims = [0, 2] x [0, 1], contracting_dims = [1] x [3], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8x8xf32>, tensor<8x8x32x32xf32>) -> tensor<8x8x8x32xf32>
    %260 = stablehlo.transpose %259, dims = [0, 3, 1, 2] : (tensor<8x8x8x32xf32>) -> tensor<8x32x8x8xf32>
    %261 = stablehlo.dot_general %260, %11, contracting_dims = [2, 3] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8x8xf32>, tensor<8x8x64xf32>) -> tensor<8x32x64xf32>
    %262 = stablehlo.add %211, %261 : tensor<8x32x64xf32>
    %263 = chlo.square %262 : tensor<8x32x64xf32> -> tensor<8x32x64xf32>
    %cst_59 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %264 = stablehlo.broadcast_in_dim %cst_59, dims = [] : (tensor<f32>) -> tensor<8x32x64xf32>
    %265 = stablehlo.multiply %264, %262 : tensor<8x32x64xf32>
    %cst_60 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %266 = stablehlo.reduce(%263 init: %cst_60) applies stablehlo.add across dimensions = [2] : (tensor<8x32x64xf32>, tensor<f32>) -> tensor<8x32xf32>
    %267 = stablehlo.broadcast_in_dim %266, dims = [0, 1] : (tensor<8x32xf32>) -> tensor<8x32x1xf32>
    %cst_61 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %268 = stablehlo.broadcast_in_dim %cst_61, dims = [] : (tensor<f32>) -> tensor<8x32x1xf32>
    %269 = stablehlo.divide %267, %268 : tensor<8x32x1xf32>
    %cst_62 = stablehlo.constant dense<9.99999997E-7> : tensor<f32>
    %270 = stablehlo.broadcast_in_dim %cst_62, dims = [] : (tensor<f32>) -> tensor<8x32x1xf32>
    %271 = stablehlo.add %269, %270 : tensor<8x32x1xf32>
    %272 = stablehlo.rsqrt %271 : tensor<8x32x1xf32>
    %273 = stablehlo.divide %272, %271 : tensor<8x32x1xf32>
    %cst_63 = stablehlo.constant dense<-5.000000e-01> : tensor<f32>
    %274 = stablehlo.broadcast_in_dim %cst_63, dims = [] : (tensor<f32>) -> tensor<8x32x1xf32>
    %275 = stablehlo.multiply %274, %273 : tensor<8x32x1xf32>
    %276 = stablehlo.broadcast_in_dim %272, dims = [0, 1, 2] : (tensor<8x32x1xf32>) -> tensor<8x32x64xf32>
    %277 = stablehlo.multiply %262, %276 : tensor<8x32x64xf32>
    %278 = stablehlo.broadcast_in_dim %18, dims = [2] : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %279 = stablehlo.broadcast_in_dim %278, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<8x32x64xf32>
    %280 = stablehlo.multiply %277, %279 : tensor<8x32x64xf32>
    %281 = stablehlo.dot_general %280, %16, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x32x64xf32>, tensor<64x8xf32>) -> tensor<8x32x8xf32>
    %cst_64 = stablehlo.constant dense<0xFF800000> : tensor<f32>
    %282 = stablehlo.reduce(%281 init: %cst_64) applies stablehlo.maximum across dimensions = [2] : (tensor<8x32x8xf32>, tensor<f32>) -> tensor<8x32xf32>
    %283 = stablehlo.reshape %282 : (tensor<8x32xf32>) -> tensor<8x32x1xf32>
    %284 = stablehlo.broadcast_in_dim %283, dims = [0, 1, 2] : (tensor<8x32x1xf32>) -> tensor<8x32x8xf32>
    %285 = stablehlo.compare EQ, %281, %284, FLOAT : (tensor<8x32x8xf32>, tensor<8x32x8xf32>) -> tensor<8x32x8xi1>
    %286 = stablehlo.convert %285 : (tensor<8x32x8xi1>) -> tensor<8x32x8xf32>
    %cst_65 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %287 = stablehlo.reduce(%286 init: %cst_65) applies stablehlo.add across dimensions = [2] : (tensor<8x32x8xf32>, tensor<f32>) -> tensor<8x32xf32>
    %cst_66 = stablehlo.constant dense<0xFF800000> : tensor<f32>
    %288 = stablehlo.broadcast_in_dim %cst_66, dims = [] : (tensor<f32>) -> tensor<8x32xf32>
    %289 = stablehlo.maximum %288, %282 : tensor<8x32xf32>
    %290 = stablehlo.compare EQ, %282, %289, FLOAT : (tensor<8x32xf32>, tensor<8x32xf32>) -> tensor<8x32xi1>
    %cst_67 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %291 = stablehlo.broadcast_in_dim %cst_67, dims = [] : (tensor<f32>) -> tensor<8x32xf32>
    %cst_68 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %292 = stablehlo.broadcast_in_dim %cst_68, dims = [] : (tensor<f32>) -> tensor<8x32xf32>
    %293 = stablehlo.select %290, %291, %292 : tensor<8x32xi1>, tensor<8x32xf32>
    %cst_69 = stablehlo.constant dense<0xFF800000> : tensor<f32>
    %294 = stablehlo.broadcast_in_dim %cst_69, dims = [] : (tensor<f32>) -> tensor<8x32xf32>
    %295 = stablehlo.compare EQ, %294, %289, FLOAT : (tensor<8x32xf32>, tensor<8x32xf32>) -> tensor<8x32xi1>
    %cst_70 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %296 = stablehlo.broadcast_in_dim %cst_70, dims = [] : (tensor<f32>) -> tensor<8x32xf32>
    %cst_71 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %297 = stablehlo.broadcast_in_dim %cst_71, dims = [] : (tensor<f32>) -> tensor<8x32xf32>
    %298 = stablehlo.select %295, %296, %297 : tensor<8x32xi1>, tensor<8x32xf32>
    %299 = stablehlo.divide %293, %298 : tensor<8x32xf32>
    %300 = stablehlo.broadcast_in_dim %289, dims = [0, 1] : (tensor<8x32xf32>) -> tensor<8x32x1xf32>
    %301 = stablehlo.broadcast_in_dim %300, dims = [0, 1, 2] : (tensor<8x32x1xf32>) -> tensor<8x32x8xf32>
    %302 = stablehlo.subtract %281, %301 : tensor<8x32x8xf32>
    %303 = stablehlo.exponential %302 : tensor<8x32x8xf32>
    %cst_72 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %304 = stablehlo.reduce(%303 init: %cst_72) applies stablehlo.add across dimensions = [2] : (tensor<8x32x8xf32>, tensor<f32>) -> tensor<8x32xf32>
    %305 = stablehlo.broadcast_in_dim %304, dims = [0, 1] : (tensor<8x32xf32>) -> tensor<8x32x1xf32>
    %306 = stablehlo.broadcast_in_dim %305, dims = [0, 1, 2] : (tensor<8x32x1xf32>) -> tensor<8x32x8xf32>
    %307 = stablehlo.divide %303, %306 : tensor<8x32x8xf32>
    %308 = stablehlo.multiply %305, %305 : tensor<8x32x1xf32>
    %cst_73 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %309 = stablehlo.broadcast_in_dim %cst_73, dims = [] : (tensor<f32>) -> tensor<8x32x1xf32>
    %310 = stablehlo.divide %309, %308 : tensor<8x32x1xf32>
    %311 = call @argmax(%307) : (tensor<8x32x8xf32>) -> tensor<8x32xi32>
    %312 = stablehlo.broadcast_in_dim %311, dims = [0, 1] : (tensor<8x32xi32>) -> tensor<8x32x1xi32>
    %313 = stablehlo.iota dim = 0 : tensor<8xi32>
    %314 = stablehlo.broadcast_in_dim %313, dims = [2] : (tensor<8xi32>) -> tensor<1x1x8xi32>
    %315 = stablehlo.broadcast_in_dim %312, dims = [0, 1, 2] : (tensor<8x32x1xi32>) -> tensor<8x32x8xi32>
    %316 = stablehlo.broadcast_in_dim %314, dims = [0, 1, 2] : (tensor<1x1x8xi32>) -> tensor<8x32x8xi32>
    %317 = stablehlo.compare EQ, %315, %316, SIGNED : (tensor<8x32x8xi32>, tensor<8x32x8xi32>) -> tensor<8x32x8xi1>
    %318 = stablehlo.convert %317 : (tensor<8x32x8xi1>) -> tensor<8x32x8xf32>
    %cst_74 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %319 = stablehlo.broadcast_in_dim %cst_74, dims = [] : (tensor<f32>) -> tensor<8x32x8xf32>
    %320 = stablehlo.subtract %319, %318 : tensor<8x32x8xf32>
    %321 = stablehlo.multiply %307, %320 : tensor<8x32x8xf32>
    %322 = call @argmax(%321) : (tensor<8x32x8xf32>) -> tensor<8x32xi32>
    %323 = stablehlo.broadcast_in_dim %322, dims = [0, 1] : (tensor<8x32xi32>) -> tensor<8x32x1xi32>
    %324 = stablehlo.iota dim = 0 : tensor<8xi32>
    %325 = stablehlo.broadcast_in_dim %324, dims = [2] : (tensor<8xi32>) -> tensor<1x1x8xi32>
    %326 = stablehlo.broadcast_in_dim %323, dims = [0, 1, 2] : (tensor<8x32x1xi32>) -> tensor<8x32x8xi32>
    %327 = stablehlo.broadcast_in_dim %325, dims = [0, 1, 2] : (tensor<1x1x8xi32>) -> tensor<8x32x8xi32>
    %328 = stablehlo.compare EQ, %326, %327, SIGNED : (tensor<8x32x8xi32>, tensor<8x32x8xi32>) -> tensor<8x32x8xi1>
    %329 = stablehlo.convert %328 : (tensor<8x32x8xi1>) -> tensor<8x32x8xf32>
    %330 = call @cumsum(%318) : (tensor<8x32x8xf32>) -> tensor<8x32x8xf32>
    %331 = stablehlo.multiply %330, %318 : tensor<8x32x8xf32>
    %332 = stablehlo.subtract %331, %318 : tensor<8x32x8xf32>
    %cst_75 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %333 = stablehlo.reduce(%318 init: %cst_75) applies stablehlo.add across dimensions = [1] : (tensor<8x32x8xf32>, tensor<f32>) -> tensor<8x8xf32>
    %334 = stablehlo.broadcast_in_dim %333, dims = [0, 2] : (tensor<8x8xf32>) -> tensor<8x1x8xf32>
    %335 = call @cumsum(%329) : (tensor<8x32x8xf32>) -> tensor<8x32x8xf32>
    %cst_76 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %336 = stablehlo.broadcast_in_dim %cst_76, dims = [] : (tensor<f32>) -> tensor<8x32x8xf32>
    %337 = stablehlo.subtract %335, %336 : tensor<8x32x8xf32>
    %338 = stablehlo.broadcast_in_dim %334, dims = [0, 1, 2] : (tensor<8x1x8xf32>) -> tensor<8x32x8xf32>
    %339 = stablehlo.add %337, %338 : tensor<8x32x8xf32>
    %340 = stablehlo.multiply %339, %329 : tensor<8x32x8xf32>
    %cst_77 = stablehlo.constant dense<1.000000e+01> : tensor<f32>
    %341 = stablehlo.broadcast_in_dim %cst_77, dims = [] : (tensor<f32>) -> tensor<8x32x8xf32>
    %342 = stablehlo.compare LT, %332, %341, FLOAT : (tensor<8x32x8xf32>, tensor<8x32x8xf32>) -> tensor<8x32x8xi1>
    %343 = stablehlo.convert %342 : (tensor<8x32x8xi1>) -> tensor<8x32x8xf32>
    %344 = stablehlo.multiply %318, %343 : tensor<8x32x8xf32>
    %cst_78 = stablehlo.constant dense<1.000000e+01> : tensor<f32>
    %345 = stablehlo.broadcast_in_dim %cst_78, dims = [] : (tensor<f32>) -> tensor<8x32x8xf32>
    %346 = stablehlo.compare LT, %340, %345, FLOAT : (tensor<8x32x8xf32>, tensor<8x32x8xf32>) -> tensor<8x32x8xi1>
    %347 = stablehlo.convert %346 : (tensor<8x32x8xi1>) -> tensor<8x32x8xf32>
    %348 = stablehlo.multiply %329, %347 : tensor<8x32x8xf32>
    %349 = stablehlo.multiply %307, %344 : tensor<8x32x8xf32>
    %cst_79 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %350 = stablehlo.reduce(%349 init: %cst_79) applies stablehlo.add across dimensions = [2] : (tensor<8x32x8xf32>, tensor<f32>) -> tensor<8x32xf32>
    %351 = stablehlo.multiply %307, %348 : tensor<8x32x8xf32>
    %cst_80 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %352 = stablehlo.reduce(%351 init: %cst_80) applies stablehlo.add across dimensions = [2] : (tensor<8x32x8xf32>, tensor<f32>) -> tensor<8x32xf32>
    %353 = stablehlo.add %350, %352 : tensor<8x32xf32>
    %cst_81 = stablehlo.constant dense<9.99999971E-10> : tensor<f32>
    %354 = stablehlo.broadcast_in_dim %cst_81, dims = [] : (tensor<f32>) -> tensor<8x32xf32>
    %355 = stablehlo.add %353, %354 : tensor<8x32xf32>
    %356 = stablehlo.divide %350, %355 : tensor<8x32xf32>
    %357 = stablehlo.multiply %355, %355 : tensor<8x32xf32>
    %cst_82 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %358 = stablehlo.broadcast_in_dim %cst_82, dims = [] : (tensor<f32>) -> tensor<8x32xf32>
    %359 = stablehlo.divide %358, %357 : tensor<8x32xf32>
    %360 = stablehlo.divide %352, %355 : tensor<8x32xf32>
    %361 = stablehlo.multiply %355, %355 : tensor<8x32xf32>
    %cst_83 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %362 = stablehlo.broadcast_in_dim %cst_83, dims = [] : (tensor<f32>) -> tensor<8x32xf32>
    %363 = stablehlo.divide %362, %361 : tensor<8x32xf32>
    %364 = stablehlo.multiply %332, %344 : tensor<8x32x8xf32>
    %cst_84 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %365 = stablehlo.reduce(%364 init: %cst_84) applies stablehlo.add across dimensions = [2] : (tensor<8x32x8xf32>, tensor<f32>) -> tensor<8x32xf32>
    %366 = stablehlo.multiply %340, %348 : tensor<8x32x8xf32>
    %cst_85 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %367 = stablehlo.reduce(%366 init: %cst_85) applies stablehlo.add across dimensions = [2] : (tensor<8x32x8xf32>, tensor<f32>) -> tensor<8x32xf32>
    %368 = stablehlo.iota dim = 0 : tensor<10xf32>
    %369 = stablehlo.broadcast_in_dim %365, dims = [0, 1] : (tensor<8x32xf32>) -> tensor<8x32x1xf32>
    %370 = stablehlo.broadcast_in_dim %368, dims = [2] : (tensor<10xf32>) -> tensor<1x1x10xf32>
    %371 = stablehlo.broadcast_in_dim %369, dims = [0, 1, 2] : (tensor<8x32x1xf32>) -> tensor<8x32x10xf32>
    %372 = stablehlo.broadcast_in_dim %370, dims = [0, 1, 2] : (tensor<1x1x10xf32>) -> tensor<8x32x10xf32>
    %373 = stablehlo.compare EQ, %371, %372, FLOAT : (tensor<8x32x10xf32>, tensor<8x32x10xf32>) -> tensor<8x32x10xi1>
    %374 = stablehlo.convert %373 : (tensor<8x32x10xi1>) -> tensor<8x32x10xf32>
    %375 = stablehlo.broadcast_in_dim %367, dims = [0, 1] : (tensor<8x32xf32>) -> tensor<8x32x1xf32>
    %376 = stablehlo.broadcast_in_dim %368, dims = [2] : (tensor<10xf32>) -> tensor<1x1x10xf32>
    %377 = stablehlo.broadcast_in_dim %375, dims = [0, 1, 2] : (tensor<8x32x1xf32>) -> tensor<8x32x10xf32>
    %378 = stablehlo.broadcast_in_dim %376, dims = [0, 1, 2] : (tensor<1x1x10xf32>) -> tensor<8x32x10xf32>
    %379 = stablehlo.compare EQ, %377, %378, FLOAT : (tensor<8x32x10xf32>, tensor<8x32x10xf32>) -> tensor<8x32x10xi1>
    %380 = stablehlo.convert %379 : (tensor<8x32x10xi1>) -> tensor<8x32x10xf32>
    %381 = stablehlo.dot_general %356, %344, batching_dims = [0, 1] x [0, 1], contracting_dims = [] x [], precision = [DEFAULT, DEFAULT] : (tensor<8x32xf32>, tensor<8x32x8xf32>) -> tensor<8x32x8xf32>
    %382 = stablehlo.dot_general %381, %374, batching_dims = [0, 1] x [0, 1], contracting_dims = [] x [], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8xf32>, tensor<8x32x10xf32>) -> tensor<8x32x8x10xf32>
    %383 = stablehlo.dot_general %360, %348, batching_dims = [0, 1] x [0, 1], contracting_dims = [] x [], precision = [DEFAULT, DEFAULT] : (tensor<8x32xf32>, tensor<8x32x8xf32>) -> tensor<8x32x8xf32>
    %384 = stablehlo.dot_general %383, %380, batching_dims = [0, 1] x [0, 1], contracting_dims = [] x [], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8xf32>, tensor<8x32x10xf32>) -> tensor<8x32x8x10xf32>
    %385 = stablehlo.add %382, %384 : tensor<8x32x8x10xf32>
    %cst_86 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %386 = stablehlo.reduce(%344 init: %cst_86) applies stablehlo.add across dimensions = [1] : (tensor<8x32x8xf32>, tensor<f32>) -> tensor<8x8xf32>
    %cst_87 = stablehlo.constant dense<3.200000e+01> : tensor<f32>
    %387 = stablehlo.broadcast_in_dim %cst_87, dims = [] : (tensor<f32>) -> tensor<8x8xf32>
    %388 = stablehlo.divide %386, %387 : tensor<8x8xf32>
    %cst_88 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %389 = stablehlo.reduce(%307 init: %cst_88) applies stablehlo.add across dimensions = [1] : (tensor<8x32x8xf32>, tensor<f32>) -> tensor<8x8xf32>
    %cst_89 = stablehlo.constant dense<3.200000e+01> : tensor<f32>
    %390 = stablehlo.broadcast_in_dim %cst_89, dims = [] : (tensor<f32>) -> tensor<8x8xf32>
    %391 = stablehlo.divide %389, %390 : tensor<8x8xf32>
    %cst_90 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %392 = stablehlo.broadcast_in_dim %cst_90, dims = [] : (tensor<f32>) -> tensor<8x32x8x10xf32>
    %393 = stablehlo.compare GT, %385, %392, FLOAT : (tensor<8x32x8x10xf32>, tensor<8x32x8x10xf32>) -> tensor<8x32x8x10xi1>
    %394 = stablehlo.convert %393 : (tensor<8x32x8x10xi1>) -> tensor<8x32x8x10xf32>
    %395 = stablehlo.dot_general %280, %394, batching_dims = [0] x [0], contracting_dims = [1] x [1], precision = [DEFAULT, DEFAULT] : (tensor<8x32x64xf32>, tensor<8x32x8x10xf32>) -> tensor<8x64x8x10xf32>
    %396 = stablehlo.transpose %395, dims = [2, 0, 3, 1] : (tensor<8x64x8x10xf32>) -> tensor<8x8x10x64xf32>
    %397 = stablehlo.dot_general %396, %14, batching_dims = [0] x [0], contracting_dims = [3] x [1], precision = [DEFAULT, DEFAULT] : (tensor<8x8x10x64xf32>, tensor<8x64x256xf32>) -> tensor<8x8x10x256xf32>
    %398 = call @relu(%397) : (tensor<8x8x10x256xf32>) -> tensor<8x8x10x256xf32>
    %cst_91 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %399 = stablehlo.broadcast_in_dim %cst_91, dims = [] : (tensor<f32>) -> tensor<8x8x10x256xf32>
    %400 = stablehlo.compare GT, %397, %399, FLOAT : (tensor<8x8x10x256xf32>, tensor<8x8x10x256xf32>) -> tensor<8x8x10x256xi1>
    %cst_92 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %401 = stablehlo.broadcast_in_dim %cst_92, dims = [] : (tensor<f32>) -> tensor<8x8x10x256xf32>
    %402 = stablehlo.dot_general %398, %15, batching_dims = [0] x [0], contracting_dims = [3] x [1], precision = [DEFAULT, DEFAULT] : (tensor<8x8x10x256xf32>, tensor<8x256x64xf32>) -> tensor<8x8x10x64xf32>
    %403 = stablehlo.dot_general %385, %402, batching_dims = [0] x [1], contracting_dims = [3, 2] x [2, 0], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8x10xf32>, tensor<8x8x10x64xf32>) -> tensor<8x32x64xf32>
    %404 = stablehlo.add %262, %403 : tensor<8x32x64xf32>
    %405 = stablehlo.multiply %388, %391 : tensor<8x8xf32>
    %cst_93 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %406 = stablehlo.reduce(%405 init: %cst_93) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x8xf32>, tensor<f32>) -> tensor<f32>
    %cst_94 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %407 = stablehlo.divide %406, %cst_94 : tensor<f32>
    %cst_95 = stablehlo.constant dense<8.000000e+00> : tensor<f32>
    %408 = stablehlo.multiply %407, %cst_95 : tensor<f32>
    %409 = stablehlo.add %216, %408 : tensor<f32>
    %410 = stablehlo.dot_general %404, %19, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x32x64xf32>, tensor<64x256xf32>) -> tensor<8x32x256xf32>
    %cst_96 = stablehlo.constant dense<0xFF800000> : tensor<f32>
    %411 = stablehlo.reduce(%410 init: %cst_96) applies stablehlo.maximum across dimensions = [2] : (tensor<8x32x256xf32>, tensor<f32>) -> tensor<8x32xf32>
    %412 = stablehlo.reshape %411 : (tensor<8x32xf32>) -> tensor<8x32x1xf32>
    %413 = stablehlo.broadcast_in_dim %412, dims = [0, 1, 2] : (tensor<8x32x1xf32>) -> tensor<8x32x256xf32>
    %414 = stablehlo.compare EQ, %410, %413, FLOAT : (tensor<8x32x256xf32>, tensor<8x32x256xf32>) -> tensor<8x32x256xi1>
    %415 = stablehlo.convert %414 : (tensor<8x32x256xi1>) -> tensor<8x32x256xf32>
    %cst_97 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %416 = stablehlo.reduce(%415 init: %cst_97) applies stablehlo.add across dimensions = [2] : (tensor<8x32x256xf32>, tensor<f32>) -> tensor<8x32xf32>
    %417 = stablehlo.broadcast_in_dim %411, dims = [0, 1] : (tensor<8x32xf32>) -> tensor<8x32x1xf32>
    %418 = stablehlo.broadcast_in_dim %417, dims = [0, 1, 2] : (tensor<8x32x1xf32>) -> tensor<8x32x256xf32>
    %419 = stablehlo.subtract %410, %418 : tensor<8x32x256xf32>
    %420 = stablehlo.exponential %419 : tensor<8x32x256xf32>
    %cst_98 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %421 = stablehlo.reduce(%420 init: %cst_98) applies stablehlo.add across dimensions = [2] : (tensor<8x32x256xf32>, tensor<f32>) -> tensor<8x32xf32>
    %422 = stablehlo.log %421 : tensor<8x32xf32>
    %423 = stablehlo.broadcast_in_dim %arg62, dims = [0, 1] : (tensor<8x32xi32>) -> tensor<8x32x1xi32>
    %424 = stablehlo.iota dim = 0 : tensor<256xi32>
    %425 = stablehlo.broadcast_in_dim %424, dims = [2] : (tensor<256xi32>) -> tensor<1x1x256xi32>
    %426 = stablehlo.broadcast_in_dim %423, dims = [0, 1, 2] : (tensor<8x32x1xi32>) -> tensor<8x32x256xi32>
    %427 = stablehlo.broadcast_in_dim %425, dims = [0, 1, 2] : (tensor<1x1x256xi32>) -> tensor<8x32x256xi32>
    %428 = stablehlo.compare EQ, %426, %427, SIGNED : (tensor<8x32x256xi32>, tensor<8x32x256xi32>) -> tensor<8x32x256xi1>
    %429 = stablehlo.convert %428 : (tensor<8x32x256xi1>) -> tensor<8x32x256xf32>
    %430 = stablehlo.multiply %419, %429 : tensor<8x32x256xf32>
    %cst_99 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %431 = stablehlo.reduce(%430 init: %cst_99) applies stablehlo.add across dimensions = [2] : (tensor<8x32x256xf32>, tensor<f32>) -> tensor<8x32xf32>
    %432 = stablehlo.subtract %422, %431 : tensor<8x32xf32>
    %cst_100 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %433 = stablehlo.reduce(%432 init: %cst_100) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x32xf32>, tensor<f32>) -> tensor<f32>
    %cst_101 = stablehlo.constant dense<2.560000e+02> : tensor<f32>
    %434 = stablehlo.divide %433, %cst_101 : tensor<f32>
    %cst_102 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %435 = stablehlo.multiply %cst_102, %409 : tensor<f32>
    %436 = stablehlo.add %434, %435 : tensor<f32>
    %cst_103 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %cst_104 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %437 = stablehlo.multiply %cst_104, %cst_103 : tensor<f32>
    %cst_105 = stablehlo.constant dense<2.560000e+02> : tensor<f32>
    %438 = stablehlo.divide %cst_103, %cst_105 : tensor<f32>
    %439 = stablehlo.broadcast_in_dim %438, dims = [] : (tensor<f32>) -> tensor<8x32xf32>
    %440 = stablehlo.negate %439 : tensor<8x32xf32>
    %441 = stablehlo.broadcast_in_dim %440, dims = [0, 1] : (tensor<8x32xf32>) -> tensor<8x32x256xf32>
    %442 = stablehlo.multiply %441, %429 : tensor<8x32x256xf32>
    %443 = stablehlo.divide %439, %421 : tensor<8x32xf32>
    %444 = stablehlo.broadcast_in_dim %443, dims = [0, 1] : (tensor<8x32xf32>) -> tensor<8x32x256xf32>
    %445 = stablehlo.multiply %444, %420 : tensor<8x32x256xf32>
    %446 = stablehlo.add %442, %445 : tensor<8x32x256xf32>
    %447 = stablehlo.dot_general %446, %404, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<8x32x256xf32>, tensor<8x32x64xf32>) -> tensor<256x64xf32>
    %448 = stablehlo.transpose %447, dims = [1, 0] : (tensor<256x64xf32>) -> tensor<64x256xf32>
    %449 = stablehlo.dot_general %446, %19, contracting_dims = [2] x [1], precision = [DEFAULT, DEFAULT] : (tensor<8x32x256xf32>, tensor<64x256xf32>) -> tensor<8x32x64xf32>
    %cst_106 = stablehlo.constant dense<8.000000e+00> : tensor<f32>
    %450 = stablehlo.multiply %437, %cst_106 : tensor<f32>
    %cst_107 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %451 = stablehlo.divide %450, %cst_107 : tensor<f32>
    %452 = stablehlo.broadcast_in_dim %451, dims = [] : (tensor<f32>) -> tensor<8x8xf32>
    %453 = stablehlo.multiply %388, %452 : tensor<8x8xf32>
    %454 = stablehlo.dot_general %449, %385, batching_dims = [0] x [0], contracting_dims = [1] x [1], precision = [DEFAULT, DEFAULT] : (tensor<8x32x64xf32>, tensor<8x32x8x10xf32>) -> tensor<8x64x8x10xf32>
    %455 = stablehlo.transpose %454, dims = [2, 0, 3, 1] : (tensor<8x64x8x10xf32>) -> tensor<8x8x10x64xf32>
    %456 = stablehlo.dot_general %449, %402, batching_dims = [0] x [1], contracting_dims = [2] x [3], precision = [DEFAULT, DEFAULT] : (tensor<8x32x64xf32>, tensor<8x8x10x64xf32>) -> tensor<8x32x8x10xf32>
    %457 = stablehlo.dot_general %455, %398, batching_dims = [0] x [0], contracting_dims = [1, 2] x [1, 2], precision = [DEFAULT, DEFAULT] : (tensor<8x8x10x64xf32>, tensor<8x8x10x256xf32>) -> tensor<8x64x256xf32>
    %458 = stablehlo.transpose %457, dims = [0, 2, 1] : (tensor<8x64x256xf32>) -> tensor<8x256x64xf32>
    %459 = stablehlo.dot_general %455, %15, batching_dims = [0] x [0], contracting_dims = [3] x [2], precision = [DEFAULT, DEFAULT] : (tensor<8x8x10x64xf32>, tensor<8x256x64xf32>) -> tensor<8x8x10x256xf32>
    %cst_108 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %460 = stablehlo.broadcast_in_dim %cst_108, dims = [] : (tensor<f32>) -> tensor<8x8x10x256xf32>
    %461 = stablehlo.select %400, %459, %460 : tensor<8x8x10x256xi1>, tensor<8x8x10x256xf32>
    %462 = stablehlo.dot_general %461, %396, batching_dims = [0] x [0], contracting_dims = [1, 2] x [1, 2], precision = [DEFAULT, DEFAULT] : (tensor<8x8x10x256xf32>, tensor<8x8x10x64xf32>) -> tensor<8x256x64xf32>
    %463 = stablehlo.transpose %462, dims = [0, 2, 1] : (tensor<8x256x64xf32>) -> tensor<8x64x256xf32>
    %464 = stablehlo.dot_general %461, %14, batching_dims = [0] x [0], contracting_dims = [3] x [2], precision = [DEFAULT, DEFAULT] : (tensor<8x8x10x256xf32>, tensor<8x64x256xf32>) -> tensor<8x8x10x64xf32>
    %465 = stablehlo.transpose %464, dims = [1, 3, 0, 2] : (tensor<8x8x10x64xf32>) -> tensor<8x64x8x10xf32>
    %466 = stablehlo.dot_general %465, %394, batching_dims = [0] x [0], contracting_dims = [2, 3] x [2, 3], precision = [DEFAULT, DEFAULT] : (tensor<8x64x8x10xf32>, tensor<8x32x8x10xf32>) -> tensor<8x64x32xf32>
    %467 = stablehlo.transpose %466, dims = [0, 2, 1] : (tensor<8x64x32xf32>) -> tensor<8x32x64xf32>
    %cst_109 = stablehlo.constant dense<3.200000e+01> : tensor<f32>
    %468 = stablehlo.broadcast_in_dim %cst_109, dims = [] : (tensor<f32>) -> tensor<8x8xf32>
    %469 = stablehlo.divide %453, %468 : tensor<8x8xf32>
    %470 = stablehlo.broadcast_in_dim %469, dims = [0, 2] : (tensor<8x8xf32>) -> tensor<8x32x8xf32>
    %471 = stablehlo.dot_general %456, %380, batching_dims = [0, 1] x [0, 1], contracting_dims = [3] x [2], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8x10xf32>, tensor<8x32x10xf32>) -> tensor<8x32x8xf32>
    %472 = stablehlo.dot_general %471, %348, batching_dims = [0, 1] x [0, 1], contracting_dims = [2] x [2], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8xf32>, tensor<8x32x8xf32>) -> tensor<8x32xf32>
    %473 = stablehlo.dot_general %456, %374, batching_dims = [0, 1] x [0, 1], contracting_dims = [3] x [2], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8x10xf32>, tensor<8x32x10xf32>) -> tensor<8x32x8xf32>
    %474 = stablehlo.dot_general %473, %344, batching_dims = [0, 1] x [0, 1], contracting_dims = [2] x [2], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8xf32>, tensor<8x32x8xf32>) -> tensor<8x32xf32>
    %475 = stablehlo.multiply %472, %363 : tensor<8x32xf32>
    %476 = stablehlo.multiply %475, %352 : tensor<8x32xf32>
    %477 = stablehlo.negate %476 : tensor<8x32xf32>
    %478 = stablehlo.divide %472, %355 : tensor<8x32xf32>
    %479 = stablehlo.multiply %474, %359 : tensor<8x32xf32>
    %480 = stablehlo.multiply %479, %350 : tensor<8x32xf32>
    %481 = stablehlo.negate %480 : tensor<8x32xf32>
    %482 = stablehlo.add %477, %481 : tensor<8x32xf32>
    %483 = stablehlo.divide %474, %355 : tensor<8x32xf32>
    %484 = stablehlo.add %483, %482 : tensor<8x32xf32>
    %485 = stablehlo.add %478, %482 : tensor<8x32xf32>
    %486 = stablehlo.broadcast_in_dim %485, dims = [0, 1] : (tensor<8x32xf32>) -> tensor<8x32x8xf32>
    %487 = stablehlo.multiply %486, %348 : tensor<8x32x8xf32>
    %488 = stablehlo.add %470, %487 : tensor<8x32x8xf32>
    %489 = stablehlo.broadcast_in_dim %484, dims = [0, 1] : (tensor<8x32xf32>) -> tensor<8x32x8xf32>
    %490 = stablehlo.multiply %489, %344 : tensor<8x32x8xf32>
    %491 = stablehlo.add %488, %490 : tensor<8x32x8xf32>
    %492 = stablehlo.broadcast_in_dim %310, dims = [0, 1, 2] : (tensor<8x32x1xf32>) -> tensor<8x32x8xf32>
    %493 = stablehlo.multiply %491, %492 : tensor<8x32x8xf32>
    %494 = stablehlo.multiply %493, %303 : tensor<8x32x8xf32>
    %cst_110 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %495 = stablehlo.reduce(%494 init: %cst_110) applies stablehlo.add across dimensions = [2] : (tensor<8x32x8xf32>, tensor<f32>) -> tensor<8x32xf32>
    %496 = stablehlo.reshape %495 : (tensor<8x32xf32>) -> tensor<8x32x1xf32>
    %497 = stablehlo.negate %496 : tensor<8x32x1xf32>
    %498 = stablehlo.broadcast_in_dim %305, dims = [0, 1, 2] : (tensor<8x32x1xf32>) -> tensor<8x32x8xf32>
    %499 = stablehlo.divide %491, %498 : tensor<8x32x8xf32>
    %cst_111 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %500 = stablehlo.reduce(%497 init: %cst_111) applies stablehlo.add across dimensions = [2] : (tensor<8x32x1xf32>, tensor<f32>) -> tensor<8x32xf32>
    %501 = stablehlo.broadcast_in_dim %500, dims = [0, 1] : (tensor<8x32xf32>) -> tensor<8x32x8xf32>
    %502 = stablehlo.add %499, %501 : tensor<8x32x8xf32>
    %503 = stablehlo.multiply %502, %303 : tensor<8x32x8xf32>
    %504 = stablehlo.dot_general %503, %280, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8xf32>, tensor<8x32x64xf32>) -> tensor<8x64xf32>
    %505 = stablehlo.transpose %504, dims = [1, 0] : (tensor<8x64xf32>) -> tensor<64x8xf32>
    %506 = stablehlo.dot_general %503, %16, contracting_dims = [2] x [1], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8xf32>, tensor<64x8xf32>) -> tensor<8x32x64xf32>
    %507 = stablehlo.add %467, %506 : tensor<8x32x64xf32>
    %508 = stablehlo.multiply %277, %507 : tensor<8x32x64xf32>
    %cst_112 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %509 = stablehlo.reduce(%508 init: %cst_112) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %510 = stablehlo.reshape %509 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %511 = stablehlo.broadcast_in_dim %278, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<8x32x64xf32>
    %512 = stablehlo.multiply %507, %511 : tensor<8x32x64xf32>
    %cst_113 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %513 = stablehlo.reduce(%510 init: %cst_113) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %514 = stablehlo.multiply %262, %512 : tensor<8x32x64xf32>
    %cst_114 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %515 = stablehlo.reduce(%514 init: %cst_114) applies stablehlo.add across dimensions = [2] : (tensor<8x32x64xf32>, tensor<f32>) -> tensor<8x32xf32>
    %516 = stablehlo.reshape %515 : (tensor<8x32xf32>) -> tensor<8x32x1xf32>
    %517 = stablehlo.broadcast_in_dim %272, dims = [0, 1, 2] : (tensor<8x32x1xf32>) -> tensor<8x32x64xf32>
    %518 = stablehlo.multiply %512, %517 : tensor<8x32x64xf32>
    %519 = stablehlo.add %449, %518 : tensor<8x32x64xf32>
    %520 = stablehlo.multiply %516, %275 : tensor<8x32x1xf32>
    %cst_115 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %521 = stablehlo.broadcast_in_dim %cst_115, dims = [] : (tensor<f32>) -> tensor<8x32x1xf32>
    %522 = stablehlo.divide %520, %521 : tensor<8x32x1xf32>
    %cst_116 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %523 = stablehlo.reduce(%522 init: %cst_116) applies stablehlo.add across dimensions = [2] : (tensor<8x32x1xf32>, tensor<f32>) -> tensor<8x32xf32>
    %524 = stablehlo.broadcast_in_dim %523, dims = [0, 1] : (tensor<8x32xf32>) -> tensor<8x32x64xf32>
    %525 = stablehlo.multiply %524, %265 : tensor<8x32x64xf32>
    %526 = stablehlo.add %519, %525 : tensor<8x32x64xf32>
    %527 = stablehlo.dot_general %526, %260, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<8x32x64xf32>, tensor<8x32x8x8xf32>) -> tensor<64x8x8xf32>
    %528 = stablehlo.transpose %527, dims = [1, 2, 0] : (tensor<64x8x8xf32>) -> tensor<8x8x64xf32>
    %529 = stablehlo.dot_general %526, %11, contracting_dims = [2] x [2], precision = [DEFAULT, DEFAULT] : (tensor<8x32x64xf32>, tensor<8x8x64xf32>) -> tensor<8x32x8x8xf32>
    %530 = stablehlo.transpose %529, dims = [0, 2, 3, 1] : (tensor<8x32x8x8xf32>) -> tensor<8x8x8x32xf32>
    %531 = stablehlo.dot_general %530, %237, batching_dims = [0, 1] x [0, 2], contracting_dims = [2] x [3], precision = [DEFAULT, DEFAULT] : (tensor<8x8x8x32xf32>, tensor<8x32x8x8xf32>) -> tensor<8x8x32x32xf32>
    %532 = stablehlo.dot_general %530, %255, batching_dims = [0, 1] x [0, 1], contracting_dims = [3] x [2], precision = [DEFAULT, DEFAULT] : (tensor<8x8x8x32xf32>, tensor<8x8x32x32xf32>) -> tensor<8x8x8x32xf32>
    %533 = stablehlo.transpose %532, dims = [0, 3, 1, 2] : (tensor<8x8x8x32xf32>) -> tensor<8x32x8x8xf32>
    %534 = stablehlo.broadcast_in_dim %258, dims = [0, 1, 2, 3] : (tensor<8x8x32x1xf32>) -> tensor<8x8x32x32xf32>
    %535 = stablehlo.multiply %531, %534 : tensor<8x8x32x32xf32>
    %536 = stablehlo.multiply %535, %251 : tensor<8x8x32x32xf32>
    %cst_117 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %537 = stablehlo.reduce(%536 init: %cst_117) applies stablehlo.add across dimensions = [3] : (tensor<8x8x32x32xf32>, tensor<f32>) -> tensor<8x8x32xf32>
    %538 = stablehlo.reshape %537 : (tensor<8x8x32xf32>) -> tensor<8x8x32x1xf32>
    %539 = stablehlo.negate %538 : tensor<8x8x32x1xf32>
    %540 = stablehlo.broadcast_in_dim %253, dims = [0, 1, 2, 3] : (tensor<8x8x32x1xf32>) -> tensor<8x8x32x32xf32>
    %541 = stablehlo.divide %531, %540 : tensor<8x8x32x32xf32>
    %cst_118 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %542 = stablehlo.reduce(%539 init: %cst_118) applies stablehlo.add across dimensions = [3] : (tensor<8x8x32x1xf32>, tensor<f32>) -> tensor<8x8x32xf32>
    %543 = stablehlo.broadcast_in_dim %542, dims = [0, 1, 2] : (tensor<8x8x32xf32>) -> tensor<8x8x32x32xf32>
    %544 = stablehlo.add %541, %543 : tensor<8x8x32x32xf32>
    %545 = stablehlo.multiply %544, %251 : tensor<8x8x32x32xf32>
    %546 = call @_where_1(%241#1, %241#2, %545) : (tensor<8x8x32x32xi1>, tensor<8x8x32x32xf32>, tensor<8x8x32x32xf32>) -> tensor<8x8x32x32xf32>
    %cst_119 = stablehlo.constant dense<2.82842708> : tensor<f32>
    %547 = stablehlo.broadcast_in_dim %cst_119, dims = [] : (tensor<f32>) -> tensor<8x8x32x32xf32>
    %548 = stablehlo.divide %546, %547 : tensor<8x8x32x32xf32>
    %549 = stablehlo.dot_general %548, %235, batching_dims = [0, 1] x [0, 2], contracting_dims = [2] x [1], precision = [DEFAULT, DEFAULT] : (tensor<8x8x32x32xf32>, tensor<8x32x8x8xf32>) -> tensor<8x8x32x8xf32>
    %550 = stablehlo.transpose %549, dims = [0, 2, 1, 3] : (tensor<8x8x32x8xf32>) -> tensor<8x32x8x8xf32>
    %551 = stablehlo.dot_general %548, %236, batching_dims = [0, 1] x [0, 2], contracting_dims = [3] x [1], precision = [DEFAULT, DEFAULT] : (tensor<8x8x32x32xf32>, tensor<8x32x8x8xf32>) -> tensor<8x8x32x8xf32>
    %552 = stablehlo.transpose %551, dims = [0, 2, 1, 3] : (tensor<8x8x32x8xf32>) -> tensor<8x32x8x8xf32>
    %553 = stablehlo.dot_general %533, %234, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8x8xf32>, tensor<8x32x64xf32>) -> tensor<8x8x64xf32>
    %554 = stablehlo.transpose %553, dims = [2, 0, 1] : (tensor<8x8x64xf32>) -> tensor<64x8x8xf32>
    %555 = stablehlo.dot_general %533, %13, contracting_dims = [2, 3] x [1, 2], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8x8xf32>, tensor<64x8x8xf32>) -> tensor<8x32x64xf32>
    %556 = stablehlo.dot_general %550, %234, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8x8xf32>, tensor<8x32x64xf32>) -> tensor<8x8x64xf32>
    %557 = stablehlo.transpose %556, dims = [2, 0, 1] : (tensor<8x8x64xf32>) -> tensor<64x8x8xf32>
    %558 = stablehlo.dot_general %550, %10, contracting_dims = [2, 3] x [1, 2], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8x8xf32>, tensor<64x8x8xf32>) -> tensor<8x32x64xf32>
    %559 = stablehlo.add %555, %558 : tensor<8x32x64xf32>
    %560 = stablehlo.dot_general %552, %234, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8x8xf32>, tensor<8x32x64xf32>) -> tensor<8x8x64xf32>
    %561 = stablehlo.transpose %560, dims = [2, 0, 1] : (tensor<8x8x64xf32>) -> tensor<64x8x8xf32>
    %562 = stablehlo.dot_general %552, %12, contracting_dims = [2, 3] x [1, 2], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8x8xf32>, tensor<64x8x8xf32>) -> tensor<8x32x64xf32>
    %563 = stablehlo.add %559, %562 : tensor<8x32x64xf32>
    %564 = stablehlo.multiply %231, %563 : tensor<8x32x64xf32>
    %cst_120 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %565 = stablehlo.reduce(%564 init: %cst_120) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %566 = stablehlo.reshape %565 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %567 = stablehlo.broadcast_in_dim %232, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<8x32x64xf32>
    %568 = stablehlo.multiply %563, %567 : tensor<8x32x64xf32>
    %cst_121 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %569 = stablehlo.reduce(%566 init: %cst_121) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %570 = stablehlo.multiply %211, %568 : tensor<8x32x64xf32>
    %cst_122 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %571 = stablehlo.reduce(%570 init: %cst_122) applies stablehlo.add across dimensions = [2] : (tensor<8x32x64xf32>, tensor<f32>) -> tensor<8x32xf32>
    %572 = stablehlo.reshape %571 : (tensor<8x32xf32>) -> tensor<8x32x1xf32>
    %573 = stablehlo.broadcast_in_dim %226, dims = [0, 1, 2] : (tensor<8x32x1xf32>) -> tensor<8x32x64xf32>
    %574 = stablehlo.multiply %568, %573 : tensor<8x32x64xf32>
    %575 = stablehlo.add %526, %574 : tensor<8x32x64xf32>
    %576 = stablehlo.multiply %572, %229 : tensor<8x32x1xf32>
    %cst_123 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %577 = stablehlo.broadcast_in_dim %cst_123, dims = [] : (tensor<f32>) -> tensor<8x32x1xf32>
    %578 = stablehlo.divide %576, %577 : tensor<8x32x1xf32>
    %cst_124 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %579 = stablehlo.reduce(%578 init: %cst_124) applies stablehlo.add across dimensions = [2] : (tensor<8x32x1xf32>, tensor<f32>) -> tensor<8x32xf32>
    %580 = stablehlo.broadcast_in_dim %579, dims = [0, 1] : (tensor<8x32xf32>) -> tensor<8x32x64xf32>
    %581 = stablehlo.multiply %580, %219 : tensor<8x32x64xf32>
    %582 = stablehlo.add %575, %581 : tensor<8x32x64xf32>
    %cst_125 = stablehlo.constant dense<8.000000e+00> : tensor<f32>
    %583 = stablehlo.multiply %437, %cst_125 : tensor<f32>
    %cst_126 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %584 = stablehlo.divide %583, %cst_126 : tensor<f32>
    %585 = stablehlo.broadcast_in_dim %584, dims = [] : (tensor<f32>) -> tensor<8x8xf32>
    %586 = stablehlo.multiply %195, %585 : tensor<8x8xf32>
    %587 = stablehlo.dot_general %582, %192, batching_dims = [0] x [0], contracting_dims = [1] x [1], precision = [DEFAULT, DEFAULT] : (tensor<8x32x64xf32>, tensor<8x32x8x10xf32>) -> tensor<8x64x8x10xf32>
    %588 = stablehlo.transpose %587, dims = [2, 0, 3, 1] : (tensor<8x64x8x10xf32>) -> tensor<8x8x10x64xf32>
    %589 = stablehlo.dot_general %582, %209, batching_dims = [0] x [1], contracting_dims = [2] x [3], precision = [DEFAULT, DEFAULT] : (tensor<8x32x64xf32>, tensor<8x8x10x64xf32>) -> tensor<8x32x8x10xf32>
    %590 = stablehlo.dot_general %588, %205, batching_dims = [0] x [0], contracting_dims = [1, 2] x [1, 2], precision = [DEFAULT, DEFAULT] : (tensor<8x8x10x64xf32>, tensor<8x8x10x256xf32>) -> tensor<8x64x256xf32>
    %591 = stablehlo.transpose %590, dims = [0, 2, 1] : (tensor<8x64x256xf32>) -> tensor<8x256x64xf32>
    %592 = stablehlo.dot_general %588, %6, batching_dims = [0] x [0], contracting_dims = [3] x [2], precision = [DEFAULT, DEFAULT] : (tensor<8x8x10x64xf32>, tensor<8x256x64xf32>) -> tensor<8x8x10x256xf32>
    %cst_127 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %593 = stablehlo.broadcast_in_dim %cst_127, dims = [] : (tensor<f32>) -> tensor<8x8x10x256xf32>
    %594 = stablehlo.select %207, %592, %593 : tensor<8x8x10x256xi1>, tensor<8x8x10x256xf32>
    %595 = stablehlo.dot_general %594, %203, batching_dims = [0] x [0], contracting_dims = [1, 2] x [1, 2], precision = [DEFAULT, DEFAULT] : (tensor<8x8x10x256xf32>, tensor<8x8x10x64xf32>) -> tensor<8x256x64xf32>
    %596 = stablehlo.transpose %595, dims = [0, 2, 1] : (tensor<8x256x64xf32>) -> tensor<8x64x256xf32>
    %597 = stablehlo.dot_general %594, %5, batching_dims = [0] x [0], contracting_dims = [3] x [2], precision = [DEFAULT, DEFAULT] : (tensor<8x8x10x256xf32>, tensor<8x64x256xf32>) -> tensor<8x8x10x64xf32>
    %598 = stablehlo.transpose %597, dims = [1, 3, 0, 2] : (tensor<8x8x10x64xf32>) -> tensor<8x64x8x10xf32>
    %599 = stablehlo.dot_general %598, %201, batching_dims = [0] x [0], contracting_dims = [2, 3] x [2, 3], precision = [DEFAULT, DEFAULT] : (tensor<8x64x8x10xf32>, tensor<8x32x8x10xf32>) -> tensor<8x64x32xf32>
    %600 = stablehlo.transpose %599, dims = [0, 2, 1] : (tensor<8x64x32xf32>) -> tensor<8x32x64xf32>
    %cst_128 = stablehlo.constant dense<3.200000e+01> : tensor<f32>
    %601 = stablehlo.broadcast_in_dim %cst_128, dims = [] : (tensor<f32>) -> tensor<8x8xf32>
    %602 = stablehlo.divide %586, %601 : tensor<8x8xf32>
    %603 = stablehlo.broadcast_in_dim %602, dims = [0, 2] : (tensor<8x8xf32>) -> tensor<8x32x8xf32>
    %604 = stablehlo.dot_general %589, %187, batching_dims = [0, 1] x [0, 1], contracting_dims = [3] x [2], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8x10xf32>, tensor<8x32x10xf32>) -> tensor<8x32x8xf32>
    %605 = stablehlo.dot_general %604, %155, batching_dims = [0, 1] x [0, 1], contracting_dims = [2] x [2], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8xf32>, tensor<8x32x8xf32>) -> tensor<8x32xf32>
    %606 = stablehlo.dot_general %589, %181, batching_dims = [0, 1] x [0, 1], contracting_dims = [3] x [2], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8x10xf32>, tensor<8x32x10xf32>) -> tensor<8x32x8xf32>
    %607 = stablehlo.dot_general %606, %151, batching_dims = [0, 1] x [0, 1], contracting_dims = [2] x [2], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8xf32>, tensor<8x32x8xf32>) -> tensor<8x32xf32>
    %608 = stablehlo.multiply %605, %170 : tensor<8x32xf32>
    %609 = stablehlo.multiply %608, %159 : tensor<8x32xf32>
    %610 = stablehlo.negate %609 : tensor<8x32xf32>
    %611 = stablehlo.divide %605, %162 : tensor<8x32xf32>
    %612 = stablehlo.multiply %607, %166 : tensor<8x32xf32>
    %613 = stablehlo.multiply %612, %157 : tensor<8x32xf32>
    %614 = stablehlo.negate %613 : tensor<8x32xf32>
    %615 = stablehlo.add %610, %614 : tensor<8x32xf32>
    %616 = stablehlo.divide %607, %162 : tensor<8x32xf32>
    %617 = stablehlo.add %616, %615 : tensor<8x32xf32>
    %618 = stablehlo.add %611, %615 : tensor<8x32xf32>
    %619 = stablehlo.broadcast_in_dim %618, dims = [0, 1] : (tensor<8x32xf32>) -> tensor<8x32x8xf32>
    %620 = stablehlo.multiply %619, %155 : tensor<8x32x8xf32>
    %621 = stablehlo.add %603, %620 : tensor<8x32x8xf32>
    %622 = stablehlo.broadcast_in_dim %617, dims = [0, 1] : (tensor<8x32xf32>) -> tensor<8x32x8xf32>
    %623 = stablehlo.multiply %622, %151 : tensor<8x32x8xf32>
    %624 = stablehlo.add %621, %623 : tensor<8x32x8xf32>
    %625 = stablehlo.broadcast_in_dim %117, dims = [0, 1, 2] : (tensor<8x32x1xf32>) -> tensor<8x32x8xf32>
    %626 = stablehlo.multiply %624, %625 : tensor<8x32x8xf32>
    %627 = stablehlo.multiply %626, %110 : tensor<8x32x8xf32>
    %cst_129 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %628 = stablehlo.reduce(%627 init: %cst_129) applies stablehlo.add across dimensions = [2] : (tensor<8x32x8xf32>, tensor<f32>) -> tensor<8x32xf32>
    %629 = stablehlo.reshape %628 : (tensor<8x32xf32>) -> tensor<8x32x1xf32>
    %630 = stablehlo.negate %629 : tensor<8x32x1xf32>
    %631 = stablehlo.broadcast_in_dim %112, dims = [0, 1, 2] : (tensor<8x32x1xf32>) -> tensor<8x32x8xf32>
    %632 = stablehlo.divide %624, %631 : tensor<8x32x8xf32>
    %cst_130 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %633 = stablehlo.reduce(%630 init: %cst_130) applies stablehlo.add across dimensions = [2] : (tensor<8x32x1xf32>, tensor<f32>) -> tensor<8x32xf32>
    %634 = stablehlo.broadcast_in_dim %633, dims = [0, 1] : (tensor<8x32xf32>) -> tensor<8x32x8xf32>
    %635 = stablehlo.add %632, %634 : tensor<8x32x8xf32>
    %636 = stablehlo.multiply %635, %110 : tensor<8x32x8xf32>
    %637 = stablehlo.dot_general %636, %87, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8xf32>, tensor<8x32x64xf32>) -> tensor<8x64xf32>
    %638 = stablehlo.transpose %637, dims = [1, 0] : (tensor<8x64xf32>) -> tensor<64x8xf32>
    %639 = stablehlo.dot_general %636, %7, contracting_dims = [2] x [1], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8xf32>, tensor<64x8xf32>) -> tensor<8x32x64xf32>
    %640 = stablehlo.add %600, %639 : tensor<8x32x64xf32>
    %641 = stablehlo.multiply %84, %640 : tensor<8x32x64xf32>
    %cst_131 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %642 = stablehlo.reduce(%641 init: %cst_131) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %643 = stablehlo.reshape %642 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %644 = stablehlo.broadcast_in_dim %85, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<8x32x64xf32>
    %645 = stablehlo.multiply %640, %644 : tensor<8x32x64xf32>
    %cst_132 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %646 = stablehlo.reduce(%643 init: %cst_132) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %647 = stablehlo.multiply %69, %645 : tensor<8x32x64xf32>
    %cst_133 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %648 = stablehlo.reduce(%647 init: %cst_133) applies stablehlo.add across dimensions = [2] : (tensor<8x32x64xf32>, tensor<f32>) -> tensor<8x32xf32>
    %649 = stablehlo.reshape %648 : (tensor<8x32xf32>) -> tensor<8x32x1xf32>
    %650 = stablehlo.broadcast_in_dim %79, dims = [0, 1, 2] : (tensor<8x32x1xf32>) -> tensor<8x32x64xf32>
    %651 = stablehlo.multiply %645, %650 : tensor<8x32x64xf32>
    %652 = stablehlo.add %582, %651 : tensor<8x32x64xf32>
    %653 = stablehlo.multiply %649, %82 : tensor<8x32x1xf32>
    %cst_134 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %654 = stablehlo.broadcast_in_dim %cst_134, dims = [] : (tensor<f32>) -> tensor<8x32x1xf32>
    %655 = stablehlo.divide %653, %654 : tensor<8x32x1xf32>
    %cst_135 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %656 = stablehlo.reduce(%655 init: %cst_135) applies stablehlo.add across dimensions = [2] : (tensor<8x32x1xf32>, tensor<f32>) -> tensor<8x32xf32>
    %657 = stablehlo.broadcast_in_dim %656, dims = [0, 1] : (tensor<8x32xf32>) -> tensor<8x32x64xf32>
    %658 = stablehlo.multiply %657, %72 : tensor<8x32x64xf32>
    %659 = stablehlo.add %652, %658 : tensor<8x32x64xf32>
    %660 = stablehlo.dot_general %659, %67, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<8x32x64xf32>, tensor<8x32x8x8xf32>) -> tensor<64x8x8xf32>
    %661 = stablehlo.transpose %660, dims = [1, 2, 0] : (tensor<64x8x8xf32>) -> tensor<8x8x64xf32>
    %662 = stablehlo.dot_general %659, %2, contracting_dims = [2] x [2], precision = [DEFAULT, DEFAULT] : (tensor<8x32x64xf32>, tensor<8x8x64xf32>) -> tensor<8x32x8x8xf32>
    %663 = stablehlo.transpose %662, dims = [0, 2, 3, 1] : (tensor<8x32x8x8xf32>) -> tensor<8x8x8x32xf32>
    %664 = stablehlo.dot_general %663, %44, batching_dims = [0, 1] x [0, 2], contracting_dims = [2] x [3], precision = [DEFAULT, DEFAULT] : (tensor<8x8x8x32xf32>, tensor<8x32x8x8xf32>) -> tensor<8x8x32x32xf32>
    %665 = stablehlo.dot_general %663, %62, batching_dims = [0, 1] x [0, 1], contracting_dims = [3] x [2], precision = [DEFAULT, DEFAULT] : (tensor<8x8x8x32xf32>, tensor<8x8x32x32xf32>) -> tensor<8x8x8x32xf32>
    %666 = stablehlo.transpose %665, dims = [0, 3, 1, 2] : (tensor<8x8x8x32xf32>) -> tensor<8x32x8x8xf32>
    %667 = stablehlo.broadcast_in_dim %65, dims = [0, 1, 2, 3] : (tensor<8x8x32x1xf32>) -> tensor<8x8x32x32xf32>
    %668 = stablehlo.multiply %664, %667 : tensor<8x8x32x32xf32>
    %669 = stablehlo.multiply %668, %58 : tensor<8x8x32x32xf32>
    %cst_136 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %670 = stablehlo.reduce(%669 init: %cst_136) applies stablehlo.add across dimensions = [3] : (tensor<8x8x32x32xf32>, tensor<f32>) -> tensor<8x8x32xf32>
    %671 = stablehlo.reshape %670 : (tensor<8x8x32xf32>) -> tensor<8x8x32x1xf32>
    %672 = stablehlo.negate %671 : tensor<8x8x32x1xf32>
    %673 = stablehlo.broadcast_in_dim %60, dims = [0, 1, 2, 3] : (tensor<8x8x32x1xf32>) -> tensor<8x8x32x32xf32>
    %674 = stablehlo.divide %664, %673 : tensor<8x8x32x32xf32>
    %cst_137 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %675 = stablehlo.reduce(%672 init: %cst_137) applies stablehlo.add across dimensions = [3] : (tensor<8x8x32x1xf32>, tensor<f32>) -> tensor<8x8x32xf32>
    %676 = stablehlo.broadcast_in_dim %675, dims = [0, 1, 2] : (tensor<8x8x32xf32>) -> tensor<8x8x32x32xf32>
    %677 = stablehlo.add %674, %676 : tensor<8x8x32x32xf32>
    %678 = stablehlo.multiply %677, %58 : tensor<8x8x32x32xf32>
    %679 = call @_where_1(%48#1, %48#2, %678) : (tensor<8x8x32x32xi1>, tensor<8x8x32x32xf32>, tensor<8x8x32x32xf32>) -> tensor<8x8x32x32xf32>
    %cst_138 = stablehlo.constant dense<2.82842708> : tensor<f32>
    %680 = stablehlo.broadcast_in_dim %cst_138, dims = [] : (tensor<f32>) -> tensor<8x8x32x32xf32>
    %681 = stablehlo.divide %679, %680 : tensor<8x8x32x32xf32>
    %682 = stablehlo.dot_general %681, %42, batching_dims = [0, 1] x [0, 2], contracting_dims = [2] x [1], precision = [DEFAULT, DEFAULT] : (tensor<8x8x32x32xf32>, tensor<8x32x8x8xf32>) -> tensor<8x8x32x8xf32>
    %683 = stablehlo.transpose %682, dims = [0, 2, 1, 3] : (tensor<8x8x32x8xf32>) -> tensor<8x32x8x8xf32>
    %684 = stablehlo.dot_general %681, %43, batching_dims = [0, 1] x [0, 2], contracting_dims = [3] x [1], precision = [DEFAULT, DEFAULT] : (tensor<8x8x32x32xf32>, tensor<8x32x8x8xf32>) -> tensor<8x8x32x8xf32>
    %685 = stablehlo.transpose %684, dims = [0, 2, 1, 3] : (tensor<8x8x32x8xf32>) -> tensor<8x32x8x8xf32>
    %686 = stablehlo.dot_general %666, %41, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8x8xf32>, tensor<8x32x64xf32>) -> tensor<8x8x64xf32>
    %687 = stablehlo.transpose %686, dims = [2, 0, 1] : (tensor<8x8x64xf32>) -> tensor<64x8x8xf32>
    %688 = stablehlo.dot_general %666, %4, contracting_dims = [2, 3] x [1, 2], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8x8xf32>, tensor<64x8x8xf32>) -> tensor<8x32x64xf32>
    %689 = stablehlo.dot_general %683, %41, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8x8xf32>, tensor<8x32x64xf32>) -> tensor<8x8x64xf32>
    %690 = stablehlo.transpose %689, dims = [2, 0, 1] : (tensor<8x8x64xf32>) -> tensor<64x8x8xf32>
    %691 = stablehlo.dot_general %683, %1, contracting_dims = [2, 3] x [1, 2], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8x8xf32>, tensor<64x8x8xf32>) -> tensor<8x32x64xf32>
    %692 = stablehlo.add %688, %691 : tensor<8x32x64xf32>
    %693 = stablehlo.dot_general %685, %41, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8x8xf32>, tensor<8x32x64xf32>) -> tensor<8x8x64xf32>
    %694 = stablehlo.transpose %693, dims = [2, 0, 1] : (tensor<8x8x64xf32>) -> tensor<64x8x8xf32>
    %695 = stablehlo.dot_general %685, %3, contracting_dims = [2, 3] x [1, 2], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8x8xf32>, tensor<64x8x8xf32>) -> tensor<8x32x64xf32>
    %696 = stablehlo.add %692, %695 : tensor<8x32x64xf32>
    %697 = stablehlo.multiply %38, %696 : tensor<8x32x64xf32>
    %cst_139 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %698 = stablehlo.reduce(%697 init: %cst_139) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %699 = stablehlo.reshape %698 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %700 = stablehlo.broadcast_in_dim %39, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<8x32x64xf32>
    %701 = stablehlo.multiply %696, %700 : tensor<8x32x64xf32>
    %cst_140 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %702 = stablehlo.reduce(%699 init: %cst_140) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %703 = stablehlo.multiply %20#0, %701 : tensor<8x32x64xf32>
    %cst_141 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %704 = stablehlo.reduce(%703 init: %cst_141) applies stablehlo.add across dimensions = [2] : (tensor<8x32x64xf32>, tensor<f32>) -> tensor<8x32xf32>
    %705 = stablehlo.reshape %704 : (tensor<8x32xf32>) -> tensor<8x32x1xf32>
    %706 = stablehlo.broadcast_in_dim %33, dims = [0, 1, 2] : (tensor<8x32x1xf32>) -> tensor<8x32x64xf32>
    %707 = stablehlo.multiply %701, %706 : tensor<8x32x64xf32>
    %708 = stablehlo.add %659, %707 : tensor<8x32x64xf32>
    %709 = stablehlo.multiply %705, %36 : tensor<8x32x1xf32>
    %cst_142 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %710 = stablehlo.broadcast_in_dim %cst_142, dims = [] : (tensor<f32>) -> tensor<8x32x1xf32>
    %711 = stablehlo.divide %709, %710 : tensor<8x32x1xf32>
    %cst_143 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %712 = stablehlo.reduce(%711 init: %cst_143) applies stablehlo.add across dimensions = [2] : (tensor<8x32x1xf32>, tensor<f32>) -> tensor<8x32xf32>
    %713 = stablehlo.broadcast_in_dim %712, dims = [0, 1] : (tensor<8x32xf32>) -> tensor<8x32x64xf32>
    %714 = stablehlo.multiply %713, %26 : tensor<8x32x64xf32>
    %715 = stablehlo.add %708, %714 : tensor<8x32x64xf32>
    %716 = call @_take_2(%20#1, %715) : (tensor<8x32x1xi32>, tensor<8x32x64xf32>) -> tensor<256x64xf32>
    %717 = sdy.sharding_constraint %448 <@mesh, [{}, {}]> : tensor<64x256xf32>
    %718 = sdy.sharding_constraint %513 <@mesh, [{}]> : tensor<64xf32>
    %719 = sdy.sharding_constraint %569 <@mesh, [{}]> : tensor<64xf32>
    %720 = sdy.sharding_constraint %505 <@mesh, [{}, {}]> : tensor<64x8xf32>
    %721 = sdy.sharding_constraint %458 <@mesh, [{}, {}, {}]> : tensor<8x256x64xf32>
    %722 = sdy.sharding_constraint %463 <@mesh, [{}, {}, {}]> : tensor<8x64x256xf32>
    %723 = sdy.sharding_constraint %554 <@mesh, [{}, {}, {}]> : tensor<64x8x8xf32>
    %724 = sdy.sharding_constraint %561 <@mesh, [{}, {}, {}]> : tensor<64x8x8xf32>
    %725 = sdy.sharding_constraint %528 <@mesh, [{}, {}, {}]> : tensor<8x8x64xf32>
    %726 = sdy.sharding_constraint %557 <@mesh, [{}, {}, {}]> : tensor<64x8x8xf32>
    %727 = sdy.sharding_constraint %646 <@mesh, [{}]> : tensor<64xf32>
    %728 = sdy.sharding_constraint %702 <@mesh, [{}]> : tensor<64xf32>
    %729 = sdy.sharding_constraint %638 <@mesh, [{}, {}]> : tensor<64x8xf32>
    %730 = sdy.sharding_constraint %591 <@mesh, [{}, {}, {}]> : tensor<8x256x64xf32>
    %731 = sdy.sharding_constraint %596 <@mesh, [{}, {}, {}]> : tensor<8x64x256xf32>
    %732 = sdy.sharding_constraint %687 <@mesh, [{}, {}, {}]> : tensor<64x8x8xf32>
    %733 = sdy.sharding_constraint %694 <@mesh, [{}, {}, {}]> : tensor<64x8x8xf32>
    %734 = sdy.sharding_constraint %661 <@mesh, [{}, {}, {}]> : tensor<8x8x64xf32>
    %735 = sdy.sharding_constraint %690 <@mesh, [{}, {}, {}]> : tensor<64x8x8xf32>
    %736 = sdy.sharding_constraint %716 <@mesh, [{}, {}]> : tensor<256x64xf32>
    %cst_144 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %737 = stablehlo.add %arg40, %cst_144 : tensor<f32>
    %cst_145 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %738 = stablehlo.power %cst_145, %737 : tensor<f32>
    %cst_146 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %739 = stablehlo.subtract %cst_146, %738 : tensor<f32>
    %cst_147 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %740 = stablehlo.power %cst_147, %737 : tensor<f32>
    %cst_148 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %741 = stablehlo.subtract %cst_148, %740 : tensor<f32>
    %cst_149 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %742 = stablehlo.broadcast_in_dim %cst_149, dims = [] : (tensor<f32>) -> tensor<256x64xf32>
    %743 = stablehlo.multiply %742, %arg20 : tensor<256x64xf32>
    %cst_150 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %744 = stablehlo.broadcast_in_dim %cst_150, dims = [] : (tensor<f32>) -> tensor<256x64xf32>
    %745 = stablehlo.multiply %744, %736 : tensor<256x64xf32>
    %746 = stablehlo.add %743, %745 : tensor<256x64xf32>
    %cst_151 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %747 = stablehlo.broadcast_in_dim %cst_151, dims = [] : (tensor<f32>) -> tensor<256x64xf32>
    %748 = stablehlo.multiply %747, %arg41 : tensor<256x64xf32>
    %cst_152 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %749 = stablehlo.broadcast_in_dim %cst_152, dims = [] : (tensor<f32>) -> tensor<256x64xf32>
    %750 = stablehlo.multiply %749, %736 : tensor<256x64xf32>
    %751 = stablehlo.multiply %750, %736 : tensor<256x64xf32>
    %752 = stablehlo.add %748, %751 : tensor<256x64xf32>
    %753 = stablehlo.broadcast_in_dim %739, dims = [] : (tensor<f32>) -> tensor<256x64xf32>
    %754 = stablehlo.divide %746, %753 : tensor<256x64xf32>
    %cst_153 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %755 = stablehlo.broadcast_in_dim %cst_153, dims = [] : (tensor<f32>) -> tensor<256x64xf32>
    %756 = stablehlo.multiply %755, %754 : tensor<256x64xf32>
    %757 = stablehlo.broadcast_in_dim %741, dims = [] : (tensor<f32>) -> tensor<256x64xf32>
    %758 = stablehlo.divide %752, %757 : tensor<256x64xf32>
    %759 = stablehlo.sqrt %758 : tensor<256x64xf32>
    %cst_154 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %760 = stablehlo.broadcast_in_dim %cst_154, dims = [] : (tensor<f32>) -> tensor<256x64xf32>
    %761 = stablehlo.add %759, %760 : tensor<256x64xf32>
    %762 = stablehlo.divide %756, %761 : tensor<256x64xf32>
    %763 = stablehlo.subtract %arg0, %762 : tensor<256x64xf32>
    %cst_155 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %764 = stablehlo.broadcast_in_dim %cst_155, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %765 = stablehlo.multiply %764, %arg21 : tensor<64x8x8xf32>
    %cst_156 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %766 = stablehlo.broadcast_in_dim %cst_156, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %767 = stablehlo.multiply %766, %735 : tensor<64x8x8xf32>
    %768 = stablehlo.add %765, %767 : tensor<64x8x8xf32>
    %cst_157 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %769 = stablehlo.broadcast_in_dim %cst_157, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %770 = stablehlo.multiply %769, %arg42 : tensor<64x8x8xf32>
    %cst_158 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %771 = stablehlo.broadcast_in_dim %cst_158, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %772 = stablehlo.multiply %771, %735 : tensor<64x8x8xf32>
    %773 = stablehlo.multiply %772, %735 : tensor<64x8x8xf32>
    %774 = stablehlo.add %770, %773 : tensor<64x8x8xf32>
    %775 = stablehlo.broadcast_in_dim %739, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %776 = stablehlo.divide %768, %775 : tensor<64x8x8xf32>
    %cst_159 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %777 = stablehlo.broadcast_in_dim %cst_159, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %778 = stablehlo.multiply %777, %776 : tensor<64x8x8xf32>
    %779 = stablehlo.broadcast_in_dim %741, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %780 = stablehlo.divide %774, %779 : tensor<64x8x8xf32>
    %781 = stablehlo.sqrt %780 : tensor<64x8x8xf32>
    %cst_160 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %782 = stablehlo.broadcast_in_dim %cst_160, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %783 = stablehlo.add %781, %782 : tensor<64x8x8xf32>
    %784 = stablehlo.divide %778, %783 : tensor<64x8x8xf32>
    %785 = stablehlo.subtract %arg1, %784 : tensor<64x8x8xf32>
    %cst_161 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %786 = stablehlo.broadcast_in_dim %cst_161, dims = [] : (tensor<f32>) -> tensor<8x8x64xf32>
    %787 = stablehlo.multiply %786, %arg22 : tensor<8x8x64xf32>
    %cst_162 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %788 = stablehlo.broadcast_in_dim %cst_162, dims = [] : (tensor<f32>) -> tensor<8x8x64xf32>
    %789 = stablehlo.multiply %788, %734 : tensor<8x8x64xf32>
    %790 = stablehlo.add %787, %789 : tensor<8x8x64xf32>
    %cst_163 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %791 = stablehlo.broadcast_in_dim %cst_163, dims = [] : (tensor<f32>) -> tensor<8x8x64xf32>
    %792 = stablehlo.multiply %791, %arg43 : tensor<8x8x64xf32>
    %cst_164 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %793 = stablehlo.broadcast_in_dim %cst_164, dims = [] : (tensor<f32>) -> tensor<8x8x64xf32>
    %794 = stablehlo.multiply %793, %734 : tensor<8x8x64xf32>
    %795 = stablehlo.multiply %794, %734 : tensor<8x8x64xf32>
    %796 = stablehlo.add %792, %795 : tensor<8x8x64xf32>
    %797 = stablehlo.broadcast_in_dim %739, dims = [] : (tensor<f32>) -> tensor<8x8x64xf32>
    %798 = stablehlo.divide %790, %797 : tensor<8x8x64xf32>
    %cst_165 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %799 = stablehlo.broadcast_in_dim %cst_165, dims = [] : (tensor<f32>) -> tensor<8x8x64xf32>
    %800 = stablehlo.multiply %799, %798 : tensor<8x8x64xf32>
    %801 = stablehlo.broadcast_in_dim %741, dims = [] : (tensor<f32>) -> tensor<8x8x64xf32>
    %802 = stablehlo.divide %796, %801 : tensor<8x8x64xf32>
    %803 = stablehlo.sqrt %802 : tensor<8x8x64xf32>
    %cst_166 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %804 = stablehlo.broadcast_in_dim %cst_166, dims = [] : (tensor<f32>) -> tensor<8x8x64xf32>
    %805 = stablehlo.add %803, %804 : tensor<8x8x64xf32>
    %806 = stablehlo.divide %800, %805 : tensor<8x8x64xf32>
    %807 = stablehlo.subtract %arg2, %806 : tensor<8x8x64xf32>
    %cst_167 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %808 = stablehlo.broadcast_in_dim %cst_167, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %809 = stablehlo.multiply %808, %arg23 : tensor<64x8x8xf32>
    %cst_168 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %810 = stablehlo.broadcast_in_dim %cst_168, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %811 = stablehlo.multiply %810, %733 : tensor<64x8x8xf32>
    %812 = stablehlo.add %809, %811 : tensor<64x8x8xf32>
    %cst_169 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %813 = stablehlo.broadcast_in_dim %cst_169, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %814 = stablehlo.multiply %813, %arg44 : tensor<64x8x8xf32>
    %cst_170 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %815 = stablehlo.broadcast_in_dim %cst_170, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %816 = stablehlo.multiply %815, %733 : tensor<64x8x8xf32>
    %817 = stablehlo.multiply %816, %733 : tensor<64x8x8xf32>
    %818 = stablehlo.add %814, %817 : tensor<64x8x8xf32>
    %819 = stablehlo.broadcast_in_dim %739, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %820 = stablehlo.divide %812, %819 : tensor<64x8x8xf32>
    %cst_171 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %821 = stablehlo.broadcast_in_dim %cst_171, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %822 = stablehlo.multiply %821, %820 : tensor<64x8x8xf32>
    %823 = stablehlo.broadcast_in_dim %741, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %824 = stablehlo.divide %818, %823 : tensor<64x8x8xf32>
    %825 = stablehlo.sqrt %824 : tensor<64x8x8xf32>
    %cst_172 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %826 = stablehlo.broadcast_in_dim %cst_172, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %827 = stablehlo.add %825, %826 : tensor<64x8x8xf32>
    %828 = stablehlo.divide %822, %827 : tensor<64x8x8xf32>
    %829 = stablehlo.subtract %arg3, %828 : tensor<64x8x8xf32>
    %cst_173 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %830 = stablehlo.broadcast_in_dim %cst_173, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %831 = stablehlo.multiply %830, %arg24 : tensor<64x8x8xf32>
    %cst_174 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %832 = stablehlo.broadcast_in_dim %cst_174, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %833 = stablehlo.multiply %832, %732 : tensor<64x8x8xf32>
    %834 = stablehlo.add %831, %833 : tensor<64x8x8xf32>
    %cst_175 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %835 = stablehlo.broadcast_in_dim %cst_175, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %836 = stablehlo.multiply %835, %arg45 : tensor<64x8x8xf32>
    %cst_176 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %837 = stablehlo.broadcast_in_dim %cst_176, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %838 = stablehlo.multiply %837, %732 : tensor<64x8x8xf32>
    %839 = stablehlo.multiply %838, %732 : tensor<64x8x8xf32>
    %840 = stablehlo.add %836, %839 : tensor<64x8x8xf32>
    %841 = stablehlo.broadcast_in_dim %739, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %842 = stablehlo.divide %834, %841 : tensor<64x8x8xf32>
    %cst_177 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %843 = stablehlo.broadcast_in_dim %cst_177, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %844 = stablehlo.multiply %843, %842 : tensor<64x8x8xf32>
    %845 = stablehlo.broadcast_in_dim %741, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %846 = stablehlo.divide %840, %845 : tensor<64x8x8xf32>
    %847 = stablehlo.sqrt %846 : tensor<64x8x8xf32>
    %cst_178 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %848 = stablehlo.broadcast_in_dim %cst_178, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %849 = stablehlo.add %847, %848 : tensor<64x8x8xf32>
    %850 = stablehlo.divide %844, %849 : tensor<64x8x8xf32>
    %851 = stablehlo.subtract %arg4, %850 : tensor<64x8x8xf32>
    %cst_179 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %852 = stablehlo.broadcast_in_dim %cst_179, dims = [] : (tensor<f32>) -> tensor<8x64x256xf32>
    %853 = stablehlo.multiply %852, %arg25 : tensor<8x64x256xf32>
    %cst_180 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %854 = stablehlo.broadcast_in_dim %cst_180, dims = [] : (tensor<f32>) -> tensor<8x64x256xf32>
    %855 = stablehlo.multiply %854, %731 : tensor<8x64x256xf32>
    %856 = stablehlo.add %853, %855 : tensor<8x64x256xf32>
    %cst_181 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %857 = stablehlo.broadcast_in_dim %cst_181, dims = [] : (tensor<f32>) -> tensor<8x64x256xf32>
    %858 = stablehlo.multiply %857, %arg46 : tensor<8x64x256xf32>
    %cst_182 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %859 = stablehlo.broadcast_in_dim %cst_182, dims = [] : (tensor<f32>) -> tensor<8x64x256xf32>
    %860 = stablehlo.multiply %859, %731 : tensor<8x64x256xf32>
    %861 = stablehlo.multiply %860, %731 : tensor<8x64x256xf32>
    %862 = stablehlo.add %858, %861 : tensor<8x64x256xf32>
    %863 = stablehlo.broadcast_in_dim %739, dims = [] : (tensor<f32>) -> tensor<8x64x256xf32>
    %864 = stablehlo.divide %856, %863 : tensor<8x64x256xf32>
    %cst_183 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %865 = stablehlo.broadcast_in_dim %cst_183, dims = [] : (tensor<f32>) -> tensor<8x64x256xf32>
    %866 = stablehlo.multiply %865, %864 : tensor<8x64x256xf32>
    %867 = stablehlo.broadcast_in_dim %741, dims = [] : (tensor<f32>) -> tensor<8x64x256xf32>
    %868 = stablehlo.divide %862, %867 : tensor<8x64x256xf32>
    %869 = stablehlo.sqrt %868 : tensor<8x64x256xf32>
    %cst_184 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %870 = stablehlo.broadcast_in_dim %cst_184, dims = [] : (tensor<f32>) -> tensor<8x64x256xf32>
    %871 = stablehlo.add %869, %870 : tensor<8x64x256xf32>
    %872 = stablehlo.divide %866, %871 : tensor<8x64x256xf32>
    %873 = stablehlo.subtract %arg5, %872 : tensor<8x64x256xf32>
    %cst_185 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %874 = stablehlo.broadcast_in_dim %cst_185, dims = [] : (tensor<f32>) -> tensor<8x256x64xf32>
    %875 = stablehlo.multiply %874, %arg26 : tensor<8x256x64xf32>
    %cst_186 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %876 = stablehlo.broadcast_in_dim %cst_186, dims = [] : (tensor<f32>) -> tensor<8x256x64xf32>
    %877 = stablehlo.multiply %876, %730 : tensor<8x256x64xf32>
    %878 = stablehlo.add %875, %877 : tensor<8x256x64xf32>
    %cst_187 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %879 = stablehlo.broadcast_in_dim %cst_187, dims = [] : (tensor<f32>) -> tensor<8x256x64xf32>
    %880 = stablehlo.multiply %879, %arg47 : tensor<8x256x64xf32>
    %cst_188 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %881 = stablehlo.broadcast_in_dim %cst_188, dims = [] : (tensor<f32>) -> tensor<8x256x64xf32>
    %882 = stablehlo.multiply %881, %730 : tensor<8x256x64xf32>
    %883 = stablehlo.multiply %882, %730 : tensor<8x256x64xf32>
    %884 = stablehlo.add %880, %883 : tensor<8x256x64xf32>
    %885 = stablehlo.broadcast_in_dim %739, dims = [] : (tensor<f32>) -> tensor<8x256x64xf32>
    %886 = stablehlo.divide %878, %885 : tensor<8x256x64xf32>
    %cst_189 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %887 = stablehlo.broadcast_in_dim %cst_189, dims = [] : (tensor<f32>) -> tensor<8x256x64xf32>
    %888 = stablehlo.multiply %887, %886 : tensor<8x256x64xf32>
    %889 = stablehlo.broadcast_in_dim %741, dims = [] : (tensor<f32>) -> tensor<8x256x64xf32>
    %890 = stablehlo.divide %884, %889 : tensor<8x256x64xf32>
    %891 = stablehlo.sqrt %890 : tensor<8x256x64xf32>
    %cst_190 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %892 = stablehlo.broadcast_in_dim %cst_190, dims = [] : (tensor<f32>) -> tensor<8x256x64xf32>
    %893 = stablehlo.add %891, %892 : tensor<8x256x64xf32>
    %894 = stablehlo.divide %888, %893 : tensor<8x256x64xf32>
    %895 = stablehlo.subtract %arg6, %894 : tensor<8x256x64xf32>
    %cst_191 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %896 = stablehlo.broadcast_in_dim %cst_191, dims = [] : (tensor<f32>) -> tensor<64x8xf32>
    %897 = stablehlo.multiply %896, %arg27 : tensor<64x8xf32>
    %cst_192 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %898 = stablehlo.broadcast_in_dim %cst_192, dims = [] : (tensor<f32>) -> tensor<64x8xf32>
    %899 = stablehlo.multiply %898, %729 : tensor<64x8xf32>
    %900 = stablehlo.add %897, %899 : tensor<64x8xf32>
    %cst_193 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %901 = stablehlo.broadcast_in_dim %cst_193, dims = [] : (tensor<f32>) -> tensor<64x8xf32>
    %902 = stablehlo.multiply %901, %arg48 : tensor<64x8xf32>
    %cst_194 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %903 = stablehlo.broadcast_in_dim %cst_194, dims = [] : (tensor<f32>) -> tensor<64x8xf32>
    %904 = stablehlo.multiply %903, %729 : tensor<64x8xf32>
    %905 = stablehlo.multiply %904, %729 : tensor<64x8xf32>
    %906 = stablehlo.add %902, %905 : tensor<64x8xf32>
    %907 = stablehlo.broadcast_in_dim %739, dims = [] : (tensor<f32>) -> tensor<64x8xf32>
    %908 = stablehlo.divide %900, %907 : tensor<64x8xf32>
    %cst_195 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %909 = stablehlo.broadcast_in_dim %cst_195, dims = [] : (tensor<f32>) -> tensor<64x8xf32>
    %910 = stablehlo.multiply %909, %908 : tensor<64x8xf32>
    %911 = stablehlo.broadcast_in_dim %741, dims = [] : (tensor<f32>) -> tensor<64x8xf32>
    %912 = stablehlo.divide %906, %911 : tensor<64x8xf32>
    %913 = stablehlo.sqrt %912 : tensor<64x8xf32>
    %cst_196 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %914 = stablehlo.broadcast_in_dim %cst_196, dims = [] : (tensor<f32>) -> tensor<64x8xf32>
    %915 = stablehlo.add %913, %914 : tensor<64x8xf32>
    %916 = stablehlo.divide %910, %915 : tensor<64x8xf32>
    %917 = stablehlo.subtract %arg7, %916 : tensor<64x8xf32>
    %cst_197 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %918 = stablehlo.broadcast_in_dim %cst_197, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %919 = stablehlo.multiply %918, %arg28 : tensor<64xf32>
    %cst_198 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %920 = stablehlo.broadcast_in_dim %cst_198, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %921 = stablehlo.multiply %920, %728 : tensor<64xf32>
    %922 = stablehlo.add %919, %921 : tensor<64xf32>
    %cst_199 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %923 = stablehlo.broadcast_in_dim %cst_199, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %924 = stablehlo.multiply %923, %arg49 : tensor<64xf32>
    %cst_200 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %925 = stablehlo.broadcast_in_dim %cst_200, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %926 = stablehlo.multiply %925, %728 : tensor<64xf32>
    %927 = stablehlo.multiply %926, %728 : tensor<64xf32>
    %928 = stablehlo.add %924, %927 : tensor<64xf32>
    %929 = stablehlo.broadcast_in_dim %739, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %930 = stablehlo.divide %922, %929 : tensor<64xf32>
    %cst_201 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %931 = stablehlo.broadcast_in_dim %cst_201, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %932 = stablehlo.multiply %931, %930 : tensor<64xf32>
    %933 = stablehlo.broadcast_in_dim %741, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %934 = stablehlo.divide %928, %933 : tensor<64xf32>
    %935 = stablehlo.sqrt %934 : tensor<64xf32>
    %cst_202 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %936 = stablehlo.broadcast_in_dim %cst_202, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %937 = stablehlo.add %935, %936 : tensor<64xf32>
    %938 = stablehlo.divide %932, %937 : tensor<64xf32>
    %939 = stablehlo.subtract %arg8, %938 : tensor<64xf32>
    %cst_203 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %940 = stablehlo.broadcast_in_dim %cst_203, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %941 = stablehlo.multiply %940, %arg29 : tensor<64xf32>
    %cst_204 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %942 = stablehlo.broadcast_in_dim %cst_204, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %943 = stablehlo.multiply %942, %727 : tensor<64xf32>
    %944 = stablehlo.add %941, %943 : tensor<64xf32>
    %cst_205 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %945 = stablehlo.broadcast_in_dim %cst_205, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %946 = stablehlo.multiply %945, %arg50 : tensor<64xf32>
    %cst_206 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %947 = stablehlo.broadcast_in_dim %cst_206, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %948 = stablehlo.multiply %947, %727 : tensor<64xf32>
    %949 = stablehlo.multiply %948, %727 : tensor<64xf32>
    %950 = stablehlo.add %946, %949 : tensor<64xf32>
    %951 = stablehlo.broadcast_in_dim %739, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %952 = stablehlo.divide %944, %951 : tensor<64xf32>
    %cst_207 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %953 = stablehlo.broadcast_in_dim %cst_207, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %954 = stablehlo.multiply %953, %952 : tensor<64xf32>
    %955 = stablehlo.broadcast_in_dim %741, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %956 = stablehlo.divide %950, %955 : tensor<64xf32>
    %957 = stablehlo.sqrt %956 : tensor<64xf32>
    %cst_208 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %958 = stablehlo.broadcast_in_dim %cst_208, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %959 = stablehlo.add %957, %958 : tensor<64xf32>
    %960 = stablehlo.divide %954, %959 : tensor<64xf32>
    %961 = stablehlo.subtract %arg9, %960 : tensor<64xf32>
    %cst_209 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %962 = stablehlo.broadcast_in_dim %cst_209, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %963 = stablehlo.multiply %962, %arg30 : tensor<64x8x8xf32>
    %cst_210 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %964 = stablehlo.broadcast_in_dim %cst_210, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %965 = stablehlo.multiply %964, %726 : tensor<64x8x8xf32>
    %966 = stablehlo.add %963, %965 : tensor<64x8x8xf32>
    %cst_211 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %967 = stablehlo.broadcast_in_dim %cst_211, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %968 = stablehlo.multiply %967, %arg51 : tensor<64x8x8xf32>
    %cst_212 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %969 = stablehlo.broadcast_in_dim %cst_212, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %970 = stablehlo.multiply %969, %726 : tensor<64x8x8xf32>
    %971 = stablehlo.multiply %970, %726 : tensor<64x8x8xf32>
    %972 = stablehlo.add %968, %971 : tensor<64x8x8xf32>
    %973 = stablehlo.broadcast_in_dim %739, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %974 = stablehlo.divide %966, %973 : tensor<64x8x8xf32>
    %cst_213 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %975 = stablehlo.broadcast_in_dim %cst_213, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %976 = stablehlo.multiply %975, %974 : tensor<64x8x8xf32>
    %977 = stablehlo.broadcast_in_dim %741, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %978 = stablehlo.divide %972, %977 : tensor<64x8x8xf32>
    %979 = stablehlo.sqrt %978 : tensor<64x8x8xf32>
    %cst_214 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %980 = stablehlo.broadcast_in_dim %cst_214, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %981 = stablehlo.add %979, %980 : tensor<64x8x8xf32>
    %982 = stablehlo.divide %976, %981 : tensor<64x8x8xf32>
    %983 = stablehlo.subtract %arg10, %982 : tensor<64x8x8xf32>
    %cst_215 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %984 = stablehlo.broadcast_in_dim %cst_215, dims = [] : (tensor<f32>) -> tensor<8x8x64xf32>
    %985 = stablehlo.multiply %984, %arg31 : tensor<8x8x64xf32>
    %cst_216 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %986 = stablehlo.broadcast_in_dim %cst_216, dims = [] : (tensor<f32>) -> tensor<8x8x64xf32>
    %987 = stablehlo.multiply %986, %725 : tensor<8x8x64xf32>
    %988 = stablehlo.add %985, %987 : tensor<8x8x64xf32>
    %cst_217 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %989 = stablehlo.broadcast_in_dim %cst_217, dims = [] : (tensor<f32>) -> tensor<8x8x64xf32>
    %990 = stablehlo.multiply %989, %arg52 : tensor<8x8x64xf32>
    %cst_218 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %991 = stablehlo.broadcast_in_dim %cst_218, dims = [] : (tensor<f32>) -> tensor<8x8x64xf32>
    %992 = stablehlo.multiply %991, %725 : tensor<8x8x64xf32>
    %993 = stablehlo.multiply %992, %725 : tensor<8x8x64xf32>
    %994 = stablehlo.add %990, %993 : tensor<8x8x64xf32>
    %995 = stablehlo.broadcast_in_dim %739, dims = [] : (tensor<f32>) -> tensor<8x8x64xf32>
    %996 = stablehlo.divide %988, %995 : tensor<8x8x64xf32>
    %cst_219 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %997 = stablehlo.broadcast_in_dim %cst_219, dims = [] : (tensor<f32>) -> tensor<8x8x64xf32>
    %998 = stablehlo.multiply %997, %996 : tensor<8x8x64xf32>
    %999 = stablehlo.broadcast_in_dim %741, dims = [] : (tensor<f32>) -> tensor<8x8x64xf32>
    %1000 = stablehlo.divide %994, %999 : tensor<8x8x64xf32>
    %1001 = stablehlo.sqrt %1000 : tensor<8x8x64xf32>
    %cst_220 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %1002 = stablehlo.broadcast_in_dim %cst_220, dims = [] : (tensor<f32>) -> tensor<8x8x64xf32>
    %1003 = stablehlo.add %1001, %1002 : tensor<8x8x64xf32>
    %1004 = stablehlo.divide %998, %1003 : tensor<8x8x64xf32>
    %1005 = stablehlo.subtract %arg11, %1004 : tensor<8x8x64xf32>
    %cst_221 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1006 = stablehlo.broadcast_in_dim %cst_221, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %1007 = stablehlo.multiply %1006, %arg32 : tensor<64x8x8xf32>
    %cst_222 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1008 = stablehlo.broadcast_in_dim %cst_222, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %1009 = stablehlo.multiply %1008, %724 : tensor<64x8x8xf32>
    %1010 = stablehlo.add %1007, %1009 : tensor<64x8x8xf32>
    %cst_223 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1011 = stablehlo.broadcast_in_dim %cst_223, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %1012 = stablehlo.multiply %1011, %arg53 : tensor<64x8x8xf32>
    %cst_224 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1013 = stablehlo.broadcast_in_dim %cst_224, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %1014 = stablehlo.multiply %1013, %724 : tensor<64x8x8xf32>
    %1015 = stablehlo.multiply %1014, %724 : tensor<64x8x8xf32>
    %1016 = stablehlo.add %1012, %1015 : tensor<64x8x8xf32>
    %1017 = stablehlo.broadcast_in_dim %739, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %1018 = stablehlo.divide %1010, %1017 : tensor<64x8x8xf32>
    %cst_225 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1019 = stablehlo.broadcast_in_dim %cst_225, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %1020 = stablehlo.multiply %1019, %1018 : tensor<64x8x8xf32>
    %1021 = stablehlo.broadcast_in_dim %741, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %1022 = stablehlo.divide %1016, %1021 : tensor<64x8x8xf32>
    %1023 = stablehlo.sqrt %1022 : tensor<64x8x8xf32>
    %cst_226 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %1024 = stablehlo.broadcast_in_dim %cst_226, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %1025 = stablehlo.add %1023, %1024 : tensor<64x8x8xf32>
    %1026 = stablehlo.divide %1020, %1025 : tensor<64x8x8xf32>
    %1027 = stablehlo.subtract %arg12, %1026 : tensor<64x8x8xf32>
    %cst_227 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1028 = stablehlo.broadcast_in_dim %cst_227, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %1029 = stablehlo.multiply %1028, %arg33 : tensor<64x8x8xf32>
    %cst_228 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1030 = stablehlo.broadcast_in_dim %cst_228, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %1031 = stablehlo.multiply %1030, %723 : tensor<64x8x8xf32>
    %1032 = stablehlo.add %1029, %1031 : tensor<64x8x8xf32>
    %cst_229 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1033 = stablehlo.broadcast_in_dim %cst_229, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %1034 = stablehlo.multiply %1033, %arg54 : tensor<64x8x8xf32>
    %cst_230 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1035 = stablehlo.broadcast_in_dim %cst_230, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %1036 = stablehlo.multiply %1035, %723 : tensor<64x8x8xf32>
    %1037 = stablehlo.multiply %1036, %723 : tensor<64x8x8xf32>
    %1038 = stablehlo.add %1034, %1037 : tensor<64x8x8xf32>
    %1039 = stablehlo.broadcast_in_dim %739, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %1040 = stablehlo.divide %1032, %1039 : tensor<64x8x8xf32>
    %cst_231 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1041 = stablehlo.broadcast_in_dim %cst_231, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %1042 = stablehlo.multiply %1041, %1040 : tensor<64x8x8xf32>
    %1043 = stablehlo.broadcast_in_dim %741, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %1044 = stablehlo.divide %1038, %1043 : tensor<64x8x8xf32>
    %1045 = stablehlo.sqrt %1044 : tensor<64x8x8xf32>
    %cst_232 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %1046 = stablehlo.broadcast_in_dim %cst_232, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %1047 = stablehlo.add %1045, %1046 : tensor<64x8x8xf32>
    %1048 = stablehlo.divide %1042, %1047 : tensor<64x8x8xf32>
    %1049 = stablehlo.subtract %arg13, %1048 : tensor<64x8x8xf32>
    %cst_233 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1050 = stablehlo.broadcast_in_dim %cst_233, dims = [] : (tensor<f32>) -> tensor<8x64x256xf32>
    %1051 = stablehlo.multiply %1050, %arg34 : tensor<8x64x256xf32>
    %cst_234 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1052 = stablehlo.broadcast_in_dim %cst_234, dims = [] : (tensor<f32>) -> tensor<8x64x256xf32>
    %1053 = stablehlo.multiply %1052, %722 : tensor<8x64x256xf32>
    %1054 = stablehlo.add %1051, %1053 : tensor<8x64x256xf32>
    %cst_235 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1055 = stablehlo.broadcast_in_dim %cst_235, dims = [] : (tensor<f32>) -> tensor<8x64x256xf32>
    %1056 = stablehlo.multiply %1055, %arg55 : tensor<8x64x256xf32>
    %cst_236 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1057 = stablehlo.broadcast_in_dim %cst_236, dims = [] : (tensor<f32>) -> tensor<8x64x256xf32>
    %1058 = stablehlo.multiply %1057, %722 : tensor<8x64x256xf32>
    %1059 = stablehlo.multiply %1058, %722 : tensor<8x64x256xf32>
    %1060 = stablehlo.add %1056, %1059 : tensor<8x64x256xf32>
    %1061 = stablehlo.broadcast_in_dim %739, dims = [] : (tensor<f32>) -> tensor<8x64x256xf32>
    %1062 = stablehlo.divide %1054, %1061 : tensor<8x64x256xf32>
    %cst_237 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1063 = stablehlo.broadcast_in_dim %cst_237, dims = [] : (tensor<f32>) -> tensor<8x64x256xf32>
    %1064 = stablehlo.multiply %1063, %1062 : tensor<8x64x256xf32>
    %1065 = stablehlo.broadcast_in_dim %741, dims = [] : (tensor<f32>) -> tensor<8x64x256xf32>
    %1066 = stablehlo.divide %1060, %1065 : tensor<8x64x256xf32>
    %1067 = stablehlo.sqrt %1066 : tensor<8x64x256xf32>
    %cst_238 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %1068 = stablehlo.broadcast_in_dim %cst_238, dims = [] : (tensor<f32>) -> tensor<8x64x256xf32>
    %1069 = stablehlo.add %1067, %1068 : tensor<8x64x256xf32>
    %1070 = stablehlo.divide %1064, %1069 : tensor<8x64x256xf32>
    %1071 = stablehlo.subtract %arg14, %1070 : tensor<8x64x256xf32>
    %cst_239 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1072 = stablehlo.broadcast_in_dim %cst_239, dims = [] : (tensor<f32>) -> tensor<8x256x64xf32>
    %1073 = stablehlo.multiply %1072, %arg35 : tensor<8x256x64xf32>
    %cst_240 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1074 = stablehlo.broadcast_in_dim %cst_240, dims = [] : (tensor<f32>) -> tensor<8x256x64xf32>
    %1075 = stablehlo.multiply %1074, %721 : tensor<8x256x64xf32>
    %1076 = stablehlo.add %1073, %1075 : tensor<8x256x64xf32>
    %cst_241 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1077 = stablehlo.broadcast_in_dim %cst_241, dims = [] : (tensor<f32>) -> tensor<8x256x64xf32>
    %1078 = stablehlo.multiply %1077, %arg56 : tensor<8x256x64xf32>
    %cst_242 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1079 = stablehlo.broadcast_in_dim %cst_242, dims = [] : (tensor<f32>) -> tensor<8x256x64xf32>
    %1080 = stablehlo.multiply %1079, %721 : tensor<8x256x64xf32>
    %1081 = stablehlo.multiply %1080, %721 : tensor<8x256x64xf32>
    %1082 = stablehlo.add %1078, %1081 : tensor<8x256x64xf32>
    %1083 = stablehlo.broadcast_in_dim %739, dims = [] : (tensor<f32>) -> tensor<8x256x64xf32>
    %1084 = stablehlo.divide %1076, %1083 : tensor<8x256x64xf32>
    %cst_243 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1085 = stablehlo.broadcast_in_dim %cst_243, dims = [] : (tensor<f32>) -> tensor<8x256x64xf32>
    %1086 = stablehlo.multiply %1085, %1084 : tensor<8x256x64xf32>
    %1087 = stablehlo.broadcast_in_dim %741, dims = [] : (tensor<f32>) -> tensor<8x256x64xf32>
    %1088 = stablehlo.divide %1082, %1087 : tensor<8x256x64xf32>
    %1089 = stablehlo.sqrt %1088 : tensor<8x256x64xf32>
    %cst_244 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %1090 = stablehlo.broadcast_in_dim %cst_244, dims = [] : (tensor<f32>) -> tensor<8x256x64xf32>
    %1091 = stablehlo.add %1089, %1090 : tensor<8x256x64xf32>
    %1092 = stablehlo.divide %1086, %1091 : tensor<8x256x64xf32>
    %1093 = stablehlo.subtract %arg15, %1092 : tensor<8x256x64xf32>
    %cst_245 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1094 = stablehlo.broadcast_in_dim %cst_245, dims = [] : (tensor<f32>) -> tensor<64x8xf32>
    %1095 = stablehlo.multiply %1094, %arg36 : tensor<64x8xf32>
    %cst_246 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1096 = stablehlo.broadcast_in_dim %cst_246, dims = [] : (tensor<f32>) -> tensor<64x8xf32>
    %1097 = stablehlo.multiply %1096, %720 : tensor<64x8xf32>
    %1098 = stablehlo.add %1095, %1097 : tensor<64x8xf32>
    %cst_247 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1099 = stablehlo.broadcast_in_dim %cst_247, dims = [] : (tensor<f32>) -> tensor<64x8xf32>
    %1100 = stablehlo.multiply %1099, %arg57 : tensor<64x8xf32>
    %cst_248 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1101 = stablehlo.broadcast_in_dim %cst_248, dims = [] : (tensor<f32>) -> tensor<64x8xf32>
    %1102 = stablehlo.multiply %1101, %720 : tensor<64x8xf32>
    %1103 = stablehlo.multiply %1102, %720 : tensor<64x8xf32>
    %1104 = stablehlo.add %1100, %1103 : tensor<64x8xf32>
    %1105 = stablehlo.broadcast_in_dim %739, dims = [] : (tensor<f32>) -> tensor<64x8xf32>
    %1106 = stablehlo.divide %1098, %1105 : tensor<64x8xf32>
    %cst_249 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1107 = stablehlo.broadcast_in_dim %cst_249, dims = [] : (tensor<f32>) -> tensor<64x8xf32>
    %1108 = stablehlo.multiply %1107, %1106 : tensor<64x8xf32>
    %1109 = stablehlo.broadcast_in_dim %741, dims = [] : (tensor<f32>) -> tensor<64x8xf32>
    %1110 = stablehlo.divide %1104, %1109 : tensor<64x8xf32>
    %1111 = stablehlo.sqrt %1110 : tensor<64x8xf32>
    %cst_250 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %1112 = stablehlo.broadcast_in_dim %cst_250, dims = [] : (tensor<f32>) -> tensor<64x8xf32>
    %1113 = stablehlo.add %1111, %1112 : tensor<64x8xf32>
    %1114 = stablehlo.divide %1108, %1113 : tensor<64x8xf32>
    %1115 = stablehlo.subtract %arg16, %1114 : tensor<64x8xf32>
    %cst_251 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1116 = stablehlo.broadcast_in_dim %cst_251, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1117 = stablehlo.multiply %1116, %arg37 : tensor<64xf32>
    %cst_252 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1118 = stablehlo.broadcast_in_dim %cst_252, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1119 = stablehlo.multiply %1118, %719 : tensor<64xf32>
    %1120 = stablehlo.add %1117, %1119 : tensor<64xf32>
    %cst_253 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1121 = stablehlo.broadcast_in_dim %cst_253, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1122 = stablehlo.multiply %1121, %arg58 : tensor<64xf32>
    %cst_254 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1123 = stablehlo.broadcast_in_dim %cst_254, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1124 = stablehlo.multiply %1123, %719 : tensor<64xf32>
    %1125 = stablehlo.multiply %1124, %719 : tensor<64xf32>
    %1126 = stablehlo.add %1122, %1125 : tensor<64xf32>
    %1127 = stablehlo.broadcast_in_dim %739, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1128 = stablehlo.divide %1120, %1127 : tensor<64xf32>
    %cst_255 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1129 = stablehlo.broadcast_in_dim %cst_255, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1130 = stablehlo.multiply %1129, %1128 : tensor<64xf32>
    %1131 = stablehlo.broadcast_in_dim %741, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1132 = stablehlo.divide %1126, %1131 : tensor<64xf32>
    %1133 = stablehlo.sqrt %1132 : tensor<64xf32>
    %cst_256 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %1134 = stablehlo.broadcast_in_dim %cst_256, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1135 = stablehlo.add %1133, %1134 : tensor<64xf32>
    %1136 = stablehlo.divide %1130, %1135 : tensor<64xf32>
    %1137 = stablehlo.subtract %arg17, %1136 : tensor<64xf32>
    %cst_257 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1138 = stablehlo.broadcast_in_dim %cst_257, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1139 = stablehlo.multiply %1138, %arg38 : tensor<64xf32>
    %cst_258 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1140 = stablehlo.broadcast_in_dim %cst_258, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1141 = stablehlo.multiply %1140, %718 : tensor<64xf32>
    %1142 = stablehlo.add %1139, %1141 : tensor<64xf32>
    %cst_259 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1143 = stablehlo.broadcast_in_dim %cst_259, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1144 = stablehlo.multiply %1143, %arg59 : tensor<64xf32>
    %cst_260 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1145 = stablehlo.broadcast_in_dim %cst_260, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1146 = stablehlo.multiply %1145, %718 : tensor<64xf32>
    %1147 = stablehlo.multiply %1146, %718 : tensor<64xf32>
    %1148 = stablehlo.add %1144, %1147 : tensor<64xf32>
    %1149 = stablehlo.broadcast_in_dim %739, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1150 = stablehlo.divide %1142, %1149 : tensor<64xf32>
    %cst_261 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1151 = stablehlo.broadcast_in_dim %cst_261, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1152 = stablehlo.multiply %1151, %1150 : tensor<64xf32>
    %1153 = stablehlo.broadcast_in_dim %741, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1154 = stablehlo.divide %1148, %1153 : tensor<64xf32>
    %1155 = stablehlo.sqrt %1154 : tensor<64xf32>
    %cst_262 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %1156 = stablehlo.broadcast_in_dim %cst_262, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1157 = stablehlo.add %1155, %1156 : tensor<64xf32>
    %1158 = stablehlo.divide %1152, %1157 : tensor<64xf32>
    %1159 = stablehlo.subtract %arg18, %1158 : tensor<64xf32>
    %cst_263 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1160 = stablehlo.broadcast_in_dim %cst_263, dims = [] : (tensor<f32>) -> tensor<64x256xf32>
    %1161 = stablehlo.multiply %1160, %arg39 : tensor<64x256xf32>
    %cst_264 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1162 = stablehlo.broadcast_in_dim %cst_264, dims = [] : (tensor<f32>) -> tensor<64x256xf32>
    %1163 = stablehlo.multiply %1162, %717 : tensor<64x256xf32>
    %1164 = stablehlo.add %1161, %1163 : tensor<64x256xf32>
    %cst_265 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1165 = stablehlo.broadcast_in_dim %cst_265, dims = [] : (tensor<f32>) -> tensor<64x256xf32>
    %1166 = stablehlo.multiply %1165, %arg60 : tensor<64x256xf32>
    %cst_266 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1167 = stablehlo.broadcast_in_dim %cst_266, dims = [] : (tensor<f32>) -> tensor<64x256xf32>
    %1168 = stablehlo.multiply %1167, %717 : tensor<64x256xf32>
    %1169 = stablehlo.multiply %1168, %717 : tensor<64x256xf32>
    %1170 = stablehlo.add %1166, %1169 : tensor<64x256xf32>
    %1171 = stablehlo.broadcast_in_dim %739, dims = [] : (tensor<f32>) -> tensor<64x256xf32>
    %1172 = stablehlo.divide %1164, %1171 : tensor<64x256xf32>
    %cst_267 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1173 = stablehlo.broadcast_in_dim %cst_267, dims = [] : (tensor<f32>) -> tensor<64x256xf32>
    %1174 = stablehlo.multiply %1173, %1172 : tensor<64x256xf32>
    %1175 = stablehlo.broadcast_in_dim %741, dims = [] : (tensor<f32>) -> tensor<64x256xf32>
    %1176 = stablehlo.divide %1170, %1175 : tensor<64x256xf32>
    %1177 = stablehlo.sqrt %1176 : tensor<64x256xf32>
    %cst_268 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %1178 = stablehlo.broadcast_in_dim %cst_268, dims = [] : (tensor<f32>) -> tensor<64x256xf32>
    %1179 = stablehlo.add %1177, %1178 : tensor<64x256xf32>
    %1180 = stablehlo.divide %1174, %1179 : tensor<64x256xf32>
    %1181 = stablehlo.subtract %arg19, %1180 : tensor<64x256xf32>
    return %763, %785, %807, %829, %851, %873, %895, %917, %939, %961, %983, %1005, %1027, %1049, %1071, %1093, %1115, %1137, %1159, %1181, %746, %768, %790, %812, %834, %856, %878, %900, %922, %944, %966, %988, %1010, %1032, %1054, %1076, %1098, %1120, %1142, %1164, %737, %752, %774, %796, %818, %840, %862, %884, %906, %928, %950, %972, %994, %1016, %1038, %1060, %1082, %1104, %1126, %1148, %1170, %436 : tensor<256x64xf32>, tensor<64x8x8xf32>, tensor<8x8x64xf32>, tensor<64x8x8xf32>, tensor<64x8x8xf32>, tensor<8x64x256xf32>, tensor<8x256x64xf32>, tensor<64x8xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64x8x8xf32>, tensor<8x8x64xf32>, tensor<64x8x8xf32>, tensor<64x8x8xf32>, tensor<8x64x256xf32>, tensor<8x256x64xf32>, tensor<64x8xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64x256xf32>, tensor<256x64xf32>, tensor<64x8x8xf32>, tensor<8x8x64xf32>, tensor<64x8x8xf32>, tensor<64x8x8xf32>, tensor<8x64x256xf32>, tensor<8x256x64xf32>, tensor<64x8xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64x8x8xf32>, tensor<8x8x64xf32>, tensor<64x8x8xf32>, tensor<64x8x8xf32>, tensor<8x64x256xf32>, tensor<8x256x64xf32>, tensor<64x8xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64x256xf32>, tensor<f32>, tensor<256x64xf32>, tensor<64x8x8xf32>, tensor<8x8x64xf32>, tensor<64x8x8xf32>, tensor<64x8x8xf32>, tensor<8x64x256xf32>, tensor<8x256x64xf32>, tensor<64x8xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64x8x8xf32>, tensor<8x8x64xf32>, tensor<64x8x8xf32>, tensor<64x8x8xf32>, tensor<8x64x256xf32>, tensor<8x256x64xf32>, tensor<64x8xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64x256xf32>, tensor<f32>
  }
  func.func private @_take(%arg0: tensor<256x64xf32>, %arg1: tensor<8x32xi32>) -> (tensor<8x32x64xf32>, tensor<8x32x1xi32>) {
    %0 = stablehlo.broadcast_in_dim %arg1, dims = [0, 1] : (tensor<8x32xi32>) -> tensor<8x32x1xi32>
    %1 = "stablehlo.gather"(%arg0, %0) <{dimension_numbers = #stablehlo.gather<offset_dims = [2], collapsed_slice_dims = [0], start_index_map = [0], index_vector_dim = 2>, indices_are_sorted = false, slice_sizes = array<i64: 1, 64>}> : (tensor<256x64xf32>, tensor<8x32x1xi32>) -> tensor<8x32x64xf32>
    return %1, %0 : tensor<8x32x64xf32>, tensor<8x32x1xi32>
  }
  func.func private @tril(%arg0: tensor<32x32xi1>) -> tensor<32x32xi1> {
    %0 = stablehlo.iota dim = 0 : tensor<32x32xi32>
    %c = stablehlo.constant dense<0> : tensor<i32>
    %1 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<i32>) -> tensor<32x32xi32>
    %2 = stablehlo.add %0, %1 : tensor<32x32xi32>
    %3 = stablehlo.iota dim = 1 : tensor<32x32xi32>
    %4 = stablehlo.compare GE, %2, %3, SIGNED : (tensor<32x32xi32>, tensor<32x32xi32>) -> tensor<32x32xi1>
    %c_0 = stablehlo.constant dense<false> : tensor<i1>
    %5 = stablehlo.broadcast_in_dim %c_0, dims = [] : (tensor<i1>) -> tensor<32x32xi1>
    %6 = stablehlo.select %4, %arg0, %5 : tensor<32x32xi1>, tensor<32x32xi1>
    return %6 : tensor<32x32xi1>
  }
  func.func private @_where(%arg0: tensor<1x1x32x32xi1>, %arg1: tensor<8x8x32x32xf32>, %arg2: tensor<f32>) -> (tensor<8x8x32x32xf32>, tensor<8x8x32x32xi1>, tensor<8x8x32x32xf32>) {
    %0 = stablehlo.broadcast_in_dim %arg0, dims = [0, 1, 2, 3] : (tensor<1x1x32x32xi1>) -> tensor<8x8x32x32xi1>
    %1 = stablehlo.broadcast_in_dim %arg2, dims = [] : (tensor<f32>) -> tensor<8x8x32x32xf32>
    %2 = stablehlo.select %0, %arg1, %1 : tensor<8x8x32x32xi1>, tensor<8x8x32x32xf32>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x8x32x32xf32>
    return %2, %0, %3 : tensor<8x8x32x32xf32>, tensor<8x8x32x32xi1>, tensor<8x8x32x32xf32>
  }
  func.func private @argmax(%arg0: tensor<8x32x8xf32>) -> tensor<8x32xi32> {
    %0 = stablehlo.iota dim = 2 : tensor<8x32x8xi32>
    %cst = stablehlo.constant dense<0xFF800000> : tensor<f32>
    %c = stablehlo.constant dense<0> : tensor<i32>
    %1:2 = stablehlo.reduce(%arg0 init: %cst), (%0 init: %c) across dimensions = [2] : (tensor<8x32x8xf32>, tensor<8x32x8xi32>, tensor<f32>, tensor<i32>) -> (tensor<8x32xf32>, tensor<8x32xi32>)
     reducer(%arg1: tensor<f32>, %arg3: tensor<f32>) (%arg2: tensor<i32>, %arg4: tensor<i32>)  {
      %2 = stablehlo.compare GT, %arg1, %arg3, FLOAT : (tensor<f32>, tensor<f32>) -> tensor<i1>
      %3 = stablehlo.compare NE, %arg1, %arg1, FLOAT : (tensor<f32>, tensor<f32>) -> tensor<i1>
      %4 = stablehlo.or %2, %3 : tensor<i1>
      %5 = stablehlo.compare EQ, %arg1, %arg3, FLOAT : (tensor<f32>, tensor<f32>) -> tensor<i1>
      %6 = stablehlo.compare LT, %arg2, %arg4, SIGNED : (tensor<i32>, tensor<i32>) -> tensor<i1>
      %7 = stablehlo.and %5, %6 : tensor<i1>
      %8 = stablehlo.or %4, %7 : tensor<i1>
      %9 = stablehlo.select %4, %arg1, %arg3 : tensor<i1>, tensor<f32>
      %10 = stablehlo.select %8, %arg2, %arg4 : tensor<i1>, tensor<i32>
      stablehlo.return %9, %10 : tensor<f32>, tensor<i32>
    }
    return %1#1 : tensor<8x32xi32>
  }
  func.func private @cumsum(%arg0: tensor<8x32x8xf32>) -> tensor<8x32x8xf32> {
    %0 = call @cumsum_0(%arg0) : (tensor<8x32x8xf32>) -> tensor<8x32x8xf32>
    return %0 : tensor<8x32x8xf32>
  }
  func.func private @cumsum_0(%arg0: tensor<8x32x8xf32>) -> tensor<8x32x8xf32> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<f32>
    %1 = "stablehlo.reduce_window"(%arg0, %0) <{base_dilations = array<i64: 1, 1, 1>, padding = dense<[[0, 0], [31, 0], [0, 0]]> : tensor<3x2xi64>, window_dilations = array<i64: 1, 1, 1>, window_dimensions = array<i64: 1, 32, 1>, window_strides = array<i64: 1, 1, 1>}> ({
    ^bb0(%arg1: tensor<f32>, %arg2: tensor<f32>):
      %2 = stablehlo.add %arg1, %arg2 : tensor<f32>
      stablehlo.return %2 : tensor<f32>
    }) : (tensor<8x32x8xf32>, tensor<f32>) -> tensor<8x32x8xf32>
    return %1 : tensor<8x32x8xf32>
  }
  func.func private @relu(%arg0: tensor<8x8x10x256xf32>) -> tensor<8x8x10x256xf32> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x8x10x256xf32>
    %1 = stablehlo.maximum %arg0, %0 : tensor<8x8x10x256xf32>
    return %1 : tensor<8x8x10x256xf32>
  }
  func.func private @_where_1(%arg0: tensor<8x8x32x32xi1>, %arg1: tensor<8x8x32x32xf32>, %arg2: tensor<8x8x32x32xf32>) -> tensor<8x8x32x32xf32> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x8x32x32xf32>
    %1 = stablehlo.select %arg0, %arg2, %0 : tensor<8x8x32x32xi1>, tensor<8x8x32x32xf32>
    return %1 : tensor<8x8x32x32xf32>
  }
  func.func private @_take_2(%arg0: tensor<8x32x1xi32>, %arg1: tensor<8x32x64xf32>) -> tensor<256x64xf32> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<256x64xf32>
    %c = stablehlo.constant dense<255> : tensor<1xi32>
    %c_0 = stablehlo.constant dense<2147483647> : tensor<i32>
    %1 = stablehlo.broadcast_in_dim %c_0, dims = [] : (tensor<i32>) -> tensor<1xi32>
    %2 = stablehlo.minimum %c, %1 : tensor<1xi32>
    %3 = stablehlo.broadcast_in_dim %2, dims = [2] : (tensor<1xi32>) -> tensor<8x32x1xi32>
    %c_1 = stablehlo.constant dense<0> : tensor<i32>
    %4 = stablehlo.broadcast_in_dim %c_1, dims = [] : (tensor<i32>) -> tensor<8x32x1xi32>
    %5 = stablehlo.clamp %4, %arg0, %3 : tensor<8x32x1xi32>
    %6 = "stablehlo.scatter"(%0, %5, %arg1) <{indices_are_sorted = false, scatter_dimension_numbers = #stablehlo.scatter<update_window_dims = [2], inserted_window_dims = [0], scatter_dims_to_operand_dims = [0], index_vector_dim = 2>, unique_indices = false}> ({
    ^bb0(%arg2: tensor<f32>, %arg3: tensor<f32>):
      %7 = stablehlo.add %arg2, %arg3 : tensor<f32>
      stablehlo.return %7 : tensor<f32>
    }) : (tensor<256x64xf32>, tensor<8x32x1xi32>, tensor<8x32x64xf32>) -> tensor<256x64xf32>
    return %6 : tensor<256x64xf32>
  }
}
