module @jit__lambda attributes {mhlo.num_partitions = 8 : i32, mhlo.num_replicas = 1 : i32} {
  sdy.mesh @mesh = <["expert"=8]> {stablehlo.mesh = {axes = [{name = "expert", size = 8 : i64}]}}
  func.func public @main(%arg0: tensor<256x64xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}]>}, %arg1: tensor<64x8x8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {}]>}, %arg2: tensor<8x8x64xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {}]>}, %arg3: tensor<64x8x8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {}]>}, %arg4: tensor<64x8x8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {}]>}, %arg5: tensor<8x64x256xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"expert"}, {}, {}]>}, %arg6: tensor<8x256x64xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"expert"}, {}, {}]>}, %arg7: tensor<64x8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}]>}, %arg8: tensor<64xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}]>}, %arg9: tensor<64xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}]>}, %arg10: tensor<64x8x8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {}]>}, %arg11: tensor<8x8x64xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {}]>}, %arg12: tensor<64x8x8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {}]>}, %arg13: tensor<64x8x8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {}]>}, %arg14: tensor<8x64x256xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"expert"}, {}, {}]>}, %arg15: tensor<8x256x64xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"expert"}, {}, {}]>}, %arg16: tensor<64x8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}]>}, %arg17: tensor<64xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}]>}, %arg18: tensor<64xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}]>}, %arg19: tensor<64x256xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}]>}, %arg20: tensor<256x64xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}]>}, %arg21: tensor<64x8x8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {}]>}, %arg22: tensor<8x8x64xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {}]>}, %arg23: tensor<64x8x8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {}]>}, %arg24: tensor<64x8x8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {}]>}, %arg25: tensor<8x64x256xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"expert"}, {}, {}]>}, %arg26: tensor<8x256x64xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"expert"}, {}, {}]>}, %arg27: tensor<64x8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}]>}, %arg28: tensor<64xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}]>}, %arg29: tensor<64xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}]>}, %arg30: tensor<64x8x8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {}]>}, %arg31: tensor<8x8x64xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {}]>}, %arg32: tensor<64x8x8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {}]>}, %arg33: tensor<64x8x8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {}]>}, %arg34: tensor<8x64x256xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"expert"}, {}, {}]>}, %arg35: tensor<8x256x64xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"expert"}, {}, {}]>}, %arg36: tensor<64x8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}]>}, %arg37: tensor<64xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}]>}, %arg38: tensor<64xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}]>}, %arg39: tensor<64x256xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}]>}, %arg40: tensor<f32> {sdy.sharding = #sdy.sharding<@mesh, []>}, %arg41: tensor<256x64xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}]>}, %arg42: tensor<64x8x8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {}]>}, %arg43: tensor<8x8x64xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {}]>}, %arg44: tensor<64x8x8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {}]>}, %arg45: tensor<64x8x8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {}]>}, %arg46: tensor<8x64x256xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"expert"}, {}, {}]>}, %arg47: tensor<8x256x64xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"expert"}, {}, {}]>}, %arg48: tensor<64x8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}]>}, %arg49: tensor<64xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}]>}, %arg50: tensor<64xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}]>}, %arg51: tensor<64x8x8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {}]>}, %arg52: tensor<8x8x64xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {}]>}, %arg53: tensor<64x8x8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {}]>}, %arg54: tensor<64x8x8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {}]>}, %arg55: tensor<8x64x256xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"expert"}, {}, {}]>}, %arg56: tensor<8x256x64xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"expert"}, {}, {}]>}, %arg57: tensor<64x8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}]>}, %arg58: tensor<64xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}]>}, %arg59: tensor<64xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}]>}, %arg60: tensor<64x256xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}]>}, %arg61: tensor<8x32xi32> {sdy.sharding = #sdy.sharding<@mesh, [{"expert"}, {}]>}, %arg62: tensor<8x32xi32> {sdy.sharding = #sdy.sharding<@mesh, [{"expert"}, {}]>}) -> (tensor<256x64xf32> {jax.result_info = "result[0]['emb']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}]>}, tensor<64x8x8xf32> {jax.result_info = "result[0]['h0.attn.k']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {}]>}, tensor<8x8x64xf32> {jax.result_info = "result[0]['h0.attn.o']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {}]>}, tensor<64x8x8xf32> {jax.result_info = "result[0]['h0.attn.q']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {}]>}, tensor<64x8x8xf32> {jax.result_info = "result[0]['h0.attn.v']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {}]>}, tensor<8x64x256xf32> {jax.result_info = "result[0]['h0.exp.in']", sdy.sharding = #sdy.sharding<@mesh, [{"expert"}, {}, {}]>}, tensor<8x256x64xf32> {jax.result_info = "result[0]['h0.exp.out']", sdy.sharding = #sdy.sharding<@mesh, [{"expert"}, {}, {}]>}, tensor<64x8xf32> {jax.result_info = "result[0]['h0.gate']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}]>}, tensor<64xf32> {jax.result_info = "result[0]['h0.ln1']", sdy.sharding = #sdy.sharding<@mesh, [{}]>}, tensor<64xf32> {jax.result_info = "result[0]['h0.ln2']", sdy.sharding = #sdy.sharding<@mesh, [{}]>}, tensor<64x8x8xf32> {jax.result_info = "result[0]['h1.attn.k']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {}]>}, tensor<8x8x64xf32> {jax.result_info = "result[0]['h1.attn.o']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {}]>}, tensor<64x8x8xf32> {jax.result_info = "result[0]['h1.attn.q']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {}]>}, tensor<64x8x8xf32> {jax.result_info = "result[0]['h1.attn.v']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {}]>}, tensor<8x64x256xf32> {jax.result_info = "result[0]['h1.exp.in']", sdy.sharding = #sdy.sharding<@mesh, [{"expert"}, {}, {}]>}, tensor<8x256x64xf32> {jax.result_info = "result[0]['h1.exp.out']", sdy.sharding = #sdy.sharding<@mesh, [{"expert"}, {}, {}]>}, tensor<64x8xf32> {jax.result_info = "result[0]['h1.gate']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}]>}, tensor<64xf32> {jax.result_info = "result[0]['h1.ln1']", sdy.sharding = #sdy.sharding<@mesh, [{}]>}, tensor<64xf32> {jax.result_info = "result[0]['h1.ln2']", sdy.sharding = #sdy.sharding<@mesh, [{}]>}, tensor<64x256xf32> {jax.result_info = "result[0]['head']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}]>}, tensor<256x64xf32> {jax.result_info = "result[1]['m.emb']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}]>}, tensor<64x8x8xf32> {jax.result_info = "result[1]['m.h0.attn.k']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {}]>}, tensor<8x8x64xf32> {jax.result_info = "result[1]['m.h0.attn.o']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {}]>}, tensor<64x8x8xf32> {jax.result_info = "result[1]['m.h0.attn.q']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {}]>}, tensor<64x8x8xf32> {jax.result_info = "result[1]['m.h0.attn.v']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {}]>}, tensor<8x64x256xf32> {jax.result_info = "result[1]['m.h0.exp.in']", sdy.sharding = #sdy.sharding<@mesh, [{"expert"}, {}, {}]>}, tensor<8x256x64xf32> {jax.result_info = "result[1]['m.h0.exp.out']", sdy.sharding = #sdy.sharding<@mesh, [{"expert"}, {}, {}]>}, tensor<64x8xf32> {jax.result_info = "result[1]['m.h0.gate']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}]>}, tensor<64xf32> {jax.result_info = "result[1]['m.h0.ln1']", sdy.sharding = #sdy.sharding<@mesh, [{}]>}, tensor<64xf32> {jax.result_info = "result[1]['m.h0.ln2']", sdy.sharding = #sdy.sharding<@mesh, [{}]>}, tensor<64x8x8xf32> {jax.result_info = "result[1]['m.h1.attn.k']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {}]>}, tensor<8x8x64xf32> {jax.result_info = "result[1]['m.h1.attn.o']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {}]>}, tensor<64x8x8xf32> {jax.result_info = "result[1]['m.h1.attn.q']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {}]>}, tensor<64x8x8xf32> {jax.result_info = "result[1]['m.h1.attn.v']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {}]>}, tensor<8x64x256xf32> {jax.result_info = "result[1]['m.h1.exp.in']", sdy.sharding = #sdy.sharding<@mesh, [{"expert"}, {}, {}]>}, tensor<8x256x64xf32> {jax.result_info = "result[1]['m.h1.exp.out']", sdy.sharding = #sdy.sharding<@mesh, [{"expert"}, {}, {}]>}, tensor<64x8xf32> {jax.result_info = "result[1]['m.h1.gate']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}]>}, tensor<64xf32> {jax.result_info = "result[1]['m.h1.ln1']", sdy.sharding = #sdy.sharding<@mesh, [{}]>}, tensor<64xf32> {jax.result_info = "result[1]['m.h1.ln2']", sdy.sharding = #sdy.sharding<@mesh, [{}]>}, tensor<64x256xf32> {jax.result_info = "result[1]['m.head']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}]>}, tensor<f32> {jax.result_info = "result[1]['t']", sdy.sharding = #sdy.sharding<@mesh, []>}, tensor<256x64xf32> {jax.result_info = "result[1]['v.emb']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}]>}, tensor<64x8x8xf32> {jax.result_info = "result[1]['v.h0.attn.k']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {}]>}, tensor<8x8x64xf32> {jax.result_info = "result[1]['v.h0.attn.o']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {}]>}, tensor<64x8x8xf32> {jax.result_info = "result[1]['v.h0.attn.q']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {}]>}, tensor<64x8x8xf32> {jax.result_info = "result[1]['v.h0.attn.v']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {}]>}, tensor<8x64x256xf32> {jax.result_info = "result[1]['v.h0.exp.in']", sdy.sharding = #sdy.sharding<@mesh, [{"expert"}, {}, {}]>}, tensor<8x256x64xf32> {jax.result_info = "result[1]['v.h0.exp.out']", sdy.sharding = #sdy.sharding<@mesh, [{"expert"}, {}, {}]>}, tensor<64x8xf32> {jax.result_info = "result[1]['v.h0.gate']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}]>}, tensor<64xf32> {jax.result_info = "result[1]['v.h0.ln1']", sdy.sharding = #sdy.sharding<@mesh, [{}]>}, tensor<64xf32> {jax.result_info = "result[1]['v.h0.ln2']", sdy.sharding = #sdy.sharding<@mesh, [{}]>}, tensor<64x8x8xf32> {jax.result_info = "result[1]['v.h1.attn.k']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {}]>}, tensor<8x8x64xf32> {jax.result_info = "result[1]['v.h1.attn.o']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {}]>}, tensor<64x8x8xf32> {jax.result_info = "result[1]['v.h1.attn.q']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {}]>}, tensor<64x8x8xf32> {jax.result_info = "result[1]['v.h1.attn.v']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {}]>}, tensor<8x64x256xf32> {jax.result_info = "result[1]['v.h1.exp.in']", sdy.sharding = #sdy.sharding<@mesh, [{"expert"}, {}, {}]>}, tensor<8x256x64xf32> {jax.result_info = "result[1]['v.h1.exp.out']", sdy.sharding = #sdy.sharding<@mesh, [{"expert"}, {}, {}]>}, tensor<64x8xf32> {jax.result_info = "result[1]['v.h1.gate']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}]>}, tensor<64xf32> {jax.result_info = "result[1]['v.h1.ln1']", sdy.sharding = #sdy.sharding<@mesh, [{}]>}, tensor<64xf32> {jax.result_info = "result[1]['v.h1.ln2']", sdy.sharding = #sdy.sharding<@mesh, [{}]>}, tensor<64x256xf32> {jax.result_info = "result[1]['v.head']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}]>}, tensor<f32> {jax.result_info = "result[2]", sdy.sharding = #sdy.sharding<@mesh, []>}) {
    %0:2 = call @_take(%arg0, %arg61) : (tensor<256x64xf32>, tensor<8x32xi32>) -> (tensor<8x32x64xf32>, tensor<8x32x1xi32>)
    %c = stablehlo.constant dense<true> : tensor<i1>
    %1 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<i1>) -> tensor<32x32xi1>
    %2 = call @tril(%1) : (tensor<32x32xi1>) -> tensor<32x32xi1>
    %3 = stablehlo.broadcast_in_dim %2, dims = [2, 3] : (tensor<32x32xi1>) -> tensor<1x1x32x32xi1>
    %4 = chlo.square %0#0 : tensor<8x32x64xf32> -> tensor<8x32x64xf32>
    %cst = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %5 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x32x64xf32>
    %6 = stablehlo.multiply %5, %0#0 : tensor<8x32x64xf32>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %7 = stablehlo.reduce(%4 init: %cst_0) applies stablehlo.add across dimensions = [2] : (tensor<8x32x64xf32>, tensor<f32>) -> tensor<8x32xf32>
    %8 = stablehlo.broadcast_in_dim %7, dims = [0, 1] : (tensor<8x32xf32>) -> tensor<8x32x1xf32>
    %cst_1 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %9 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f32>) -> tensor<8x32x1xf32>
    %10 = stablehlo.divide %8, %9 : tensor<8x32x1xf32>
    %cst_2 = stablehlo.constant dense<9.99999997E-7> : tensor<f32>
    %11 = stablehlo.broadcast_in_dim %cst_2, dims = [] : (tensor<f32>) -> tensor<8x32x1xf32>
    %12 = stablehlo.add %10, %11 : tensor<8x32x1xf32>
    %13 = stablehlo.rsqrt %12 : tensor<8x32x1xf32>
    %14 = stablehlo.divide %13, %12 : tensor<8x32x1xf32>
    %cst_3 = stablehlo.constant dense<-5.000000e-01> : tensor<f32>
    %15 = stablehlo.broadcast_in_dim %cst_3, dims = [] : (tensor<f32>) -> tensor<8x32x1xf32>
    %16 = stablehlo.multiply %15, %14 : tensor<8x32x1xf32>
    %17 = stablehlo.broadcast_in_dim %13, dims = [0, 1, 2] : (tensor<8x32x1xf32>) -> tensor<8x32x64xf32>
    %18 = stablehlo.multiply %0#0, %17 : tensor<8x32x64xf32>
    %19 = stablehlo.broadcast_in_dim %arg8, dims = [2] : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %20 = stablehlo.broadcast_in_dim %19, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<8x32x64xf32>
    %21 = stablehlo.multiply %18, %20 : tensor<8x32x64xf32>
    %22 = stablehlo.dot_general %21, %arg3, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x32x64xf32>, tensor<64x8x8xf32>) -> tensor<8x32x8x8xf32>
    %23 = stablehlo.dot_general %21, %arg1, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x32x64xf32>, tensor<64x8x8xf32>) -> tensor<8x32x8x8xf32>
    %24 = stablehlo.dot_general %21, %arg4, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x32x64xf32>, tensor<64x8x8xf32>) -> tensor<8x32x8x8xf32>
    %25 = stablehlo.dot_general %22, %23, batching_dims = [0, 2] x [0, 2], contracting_dims = [3] x [3], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8x8xf32>, tensor<8x32x8x8xf32>) -> tensor<8x8x32x32xf32>
    %cst_4 = stablehlo.constant dense<2.82842708> : tensor<f32>
    %26 = stablehlo.broadcast_in_dim %cst_4, dims = [] : (tensor<f32>) -> tensor<8x8x32x32xf32>
    %27 = stablehlo.divide %25, %26 : tensor<8x8x32x32xf32>
    %cst_5 = stablehlo.constant dense<-1.000000e+09> : tensor<f32>
    %28:3 = call @_where(%3, %27, %cst_5) : (tensor<1x1x32x32xi1>, tensor<8x8x32x32xf32>, tensor<f32>) -> (tensor<8x8x32x32xf32>, tensor<8x8x32x32xi1>, tensor<8x8x32x32xf32>)
    %cst_6 = stablehlo.constant dense<0xFF800000> : tensor<f32>
    %29 = stablehlo.reduce(%28#0 init: %cst_6) applies stablehlo.maximum across dimensions = [3] : (tensor<8x8x32x32xf32>, tensor<f32>) -> tensor<8x8x32xf32>
    %30 = stablehlo.reshape %29 : (tensor<8x8x32xf32>) -> tensor<8x8x32x1xf32>
    %31 = stablehlo.broadcast_in_dim %30, dims = [0, 1, 2, 3] : (tensor<8x8x32x1xf32>) -> tensor<8x8x32x32xf32>
    %32 = stablehlo.compare EQ, %28#0, %31, FLOAT : (tensor<8x8x32x32xf32>, tensor<8x8x32x32xf32>) -> tensor<8x8x32x32xi1>
    %33 = stablehlo.convert %32 : (tensor<8x8x32x32xi1>) -> tensor<8x8x32x32xf32>
    %cst_7 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %34 = stablehlo.reduce(%33 init: %cst_7) applies stablehlo.add across dimensions = [3] : (tensor<8x8x32x32xf32>, tensor<f32>) -> tensor<8x8x32xf32>
    %35 = stablehlo.broadcast_in_dim %29, dims = [0, 1, 2] : (tensor<8x8x32xf32>) -> tensor<8x8x32x1xf32>
    %36 = stablehlo.broadcast_in_dim %35, dims = [0, 1, 2, 3] : (tensor<8x8x32x1xf32>) -> tensor<8x8x32x32xf32>
    %37 = stablehlo.subtract %28#0, %36 : tensor<8x8x32x32xf32>
    %38 = stablehlo.exponential %37 : tensor<8x8x32x32xf32>
    %cst_8 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %39 = stablehlo.reduce(%38 init: %cst_8) applies stablehlo.add across dimensions = [3] : (tensor<8x8x32x32xf32>, tensor<f32>) -> tensor<8x8x32xf32>
    %40 = stablehlo.broadcast_in_dim %39, dims = [0, 1, 2] : (tensor<8x8x32xf32>) -> tensor<8x8x32x1xf32>
    %41 = stablehlo.broadcast_in_dim %40, dims = [0, 1, 2, 3] : (tensor<8x8x32x1xf32>) -> tensor<8x8x32x32xf32>
    %42 = stablehlo.divide %38, %41 : tensor<8x8x32x32xf32>
    %43 = stablehlo.multiply %40, %40 : tensor<8x8x32x1xf32>
    %cst_9 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %44 = stablehlo.broadcast_in_dim %cst_9, dims = [] : (tensor<f32>) -> tensor<8x8x32x1xf32>
    %45 = stablehlo.divide %44, %43 : tensor<8x8x32x1xf32>
    %46 = stablehlo.dot_general %24, %42, batching_dims = [0, 2] x [0, 1], contracting_dims = [1] x [3], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8x8xf32>, tensor<8x8x32x32xf32>) -> tensor<8x8x8x32xf32>
    %47 = stablehlo.transpose %46, dims = [0, 3, 1, 2] : (tensor<8x8x8x32xf32>) -> tensor<8x32x8x8xf32>
    %48 = stablehlo.dot_general %47, %arg2, contracting_dims = [2, 3] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8x8xf32>, tensor<8x8x64xf32>) -> tensor<8x32x64xf32>
    %49 = stablehlo.add %0#0, %48 : tensor<8x32x64xf32>
    %50 = chlo.square %49 : tensor<8x32x64xf32> -> tensor<8x32x64xf32>
    %cst_10 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %51 = stablehlo.broadcast_in_dim %cst_10, dims = [] : (tensor<f32>) -> tensor<8x32x64xf32>
    %52 = stablehlo.multiply %51, %49 : tensor<8x32x64xf32>
    %cst_11 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %53 = stablehlo.reduce(%50 init: %cst_11) applies stablehlo.add across dimensions = [2] : (tensor<8x32x64xf32>, tensor<f32>) -> tensor<8x32xf32>
    %54 = stablehlo.broadcast_in_dim %53, dims = [0, 1] : (tensor<8x32xf32>) -> tensor<8x32x1xf32>
    %cst_12 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %55 = stablehlo.broadcast_in_dim %cst_12, dims = [] : (tensor<f32>) -> tensor<8x32x1xf32>
    %56 = stablehlo.divide %54, %55 : tensor<8x32x1xf32>
    %cst_13 = stablehlo.constant dense<9.99999997E-7> : tensor<f32>
    %57 = stablehlo.broadcast_in_dim %cst_13, dims = [] : (tensor<f32>) -> tensor<8x32x1xf32>
    %58 = stablehlo.add %56, %57 : tensor<8x32x1xf32>
    %59 = stablehlo.rsqrt %58 : tensor<8x32x1xf32>
    %60 = stablehlo.divide %59, %58 : tensor<8x32x1xf32>
    %cst_14 = stablehlo.constant dense<-5.000000e-01> : tensor<f32>
    %61 = stablehlo.broadcast_in_dim %cst_14, dims = [] : (tensor<f32>) -> tensor<8x32x1xf32>
    %62 = stablehlo.multiply %61, %60 : tensor<8x32x1xf32>
    %63 = stablehlo.broadcast_in_dim %59, dims = [0, 1, 2] : (tensor<8x32x1xf32>) -> tensor<8x32x64xf32>
    %64 = stablehlo.multiply %49, %63 : tensor<8x32x64xf32>
    %65 = stablehlo.broadcast_in_dim %arg9, dims = [2] : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %66 = stablehlo.broadcast_in_dim %65, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<8x32x64xf32>
    %67 = stablehlo.multiply %64, %66 : tensor<8x32x64xf32>
    %68 = stablehlo.dot_general %67, %arg7, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x32x64xf32>, tensor<64x8xf32>) -> tensor<8x32x8xf32>
    %cst_15 = stablehlo.constant dense<0xFF800000> : tensor<f32>
    %69 = stablehlo.reduce(%68 init: %cst_15) applies stablehlo.maximum across dimensions = [2] : (tensor<8x32x8xf32>, tensor<f32>) -> tensor<8x32xf32>
    %70 = stablehlo.reshape %69 : (tensor<8x32xf32>) -> tensor<8x32x1xf32>
    %71 = stablehlo.broadcast_in_dim %70, dims = [0, 1, 2] : (tensor<8x32x1xf32>) -> tensor<8x32x8xf32>
    %72 = stablehlo.compare EQ, %68, %71, FLOAT : (tensor<8x32x8xf32>, tensor<8x32x8xf32>) -> tensor<8x32x8xi1>
    %73 = stablehlo.convert %72 : (tensor<8x32x8xi1>) -> tensor<8x32x8xf32>
    %cst_16 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %74 = stablehlo.reduce(%73 init: %cst_16) applies stablehlo.add across dimensions = [2] : (tensor<8x32x8xf32>, tensor<f32>) -> tensor<8x32xf32>
    %cst_17 = stablehlo.constant dense<0xFF800000> : tensor<f32>
    %75 = stablehlo.broadcast_in_dim %cst_17, dims = [] : (tensor<f32>) -> tensor<8x32xf32>
    %76 = stablehlo.maximum %75, %69 : tensor<8x32xf32>
    %77 = stablehlo.compare EQ, %69, %76, FLOAT : (tensor<8x32xf32>, tensor<8x32xf32>) -> tensor<8x32xi1>
    %cst_18 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %78 = stablehlo.broadcast_in_dim %cst_18, dims = [] : (tensor<f32>) -> tensor<8x32xf32>
    %cst_19 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %79 = stablehlo.broadcast_in_dim %cst_19, dims = [] : (tensor<f32>) -> tensor<8x32xf32>
    %80 = stablehlo.select %77, %78, %79 : tensor<8x32xi1>, tensor<8x32xf32>
    %cst_20 = stablehlo.constant dense<0xFF800000> : tensor<f32>
    %81 = stablehlo.broadcast_in_dim %cst_20, dims = [] : (tensor<f32>) -> tensor<8x32xf32>
    %82 = stablehlo.compare EQ, %81, %76, FLOAT : (tensor<8x32xf32>, tensor<8x32xf32>) -> tensor<8x32xi1>
    %cst_21 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %83 = stablehlo.broadcast_in_dim %cst_21, dims = [] : (tensor<f32>) -> tensor<8x32xf32>
    %cst_22 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %84 = stablehlo.broadcast_in_dim %cst_22, dims = [] : (tensor<f32>) -> tensor<8x32xf32>
    %85 = stablehlo.select %82, %83, %84 : tensor<8x32xi1>, tensor<8x32xf32>
    %86 = stablehlo.divide %80, %85 : tensor<8x32xf32>
    %87 = stablehlo.broadcast_in_dim %76, dims = [0, 1] : (tensor<8x32xf32>) -> tensor<8x32x1xf32>
    %88 = stablehlo.broadcast_in_dim %87, dims = [0, 1, 2] : (tensor<8x32x1xf32>) -> tensor<8x32x8xf32>
    %89 = stablehlo.subtract %68, %88 : tensor<8x32x8xf32>
    %90 = stablehlo.exponential %89 : tensor<8x32x8xf32>
    %cst_23 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %91 = stablehlo.reduce(%90 init: %cst_23) applies stablehlo.add across dimensions = [2] : (tensor<8x32x8xf32>, tensor<f32>) -> tensor<8x32xf32>
    %92 = stablehlo.broadcast_in_dim %91, dims = [0, 1] : (tensor<8x32xf32>) -> tensor<8x32x1xf32>
    %93 = stablehlo.broadcast_in_dim %92, dims = [0, 1, 2] : (tensor<8x32x1xf32>) -> tensor<8x32x8xf32>
    %94 = stablehlo.divide %90, %93 : tensor<8x32x8xf32>
    %95 = stablehlo.multiply %92, %92 : tensor<8x32x1xf32>
    %cst_24 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %96 = stablehlo.broadcast_in_dim %cst_24, dims = [] : (tensor<f32>) -> tensor<8x32x1xf32>
    %97 = stablehlo.divide %96, %95 : tensor<8x32x1xf32>
    %98 = call @argmax(%94) : (tensor<8x32x8xf32>) -> tensor<8x32xi32>
    %99 = stablehlo.broadcast_in_dim %98, dims = [0, 1] : (tensor<8x32xi32>) -> tensor<8x32x1xi32>
    %100 = stablehlo.iota dim = 0 : tensor<8xi32>
    %101 = stablehlo.broadcast_in_dim %100, dims = [2] : (tensor<8xi32>) -> tensor<1x1x8xi32>
    %102 = stablehlo.broadcast_in_dim %99, dims = [0, 1, 2] : (tensor<8x32x1xi32>) -> tensor<8x32x8xi32>
    %103 = stablehlo.broadcast_in_dim %101, dims = [0, 1, 2] : (tensor<1x1x8xi32>) -> tensor<8x32x8xi32>
    %104 = stablehlo.compare EQ, %102, %103, SIGNED : (tensor<8x32x8xi32>, tensor<8x32x8xi32>) -> tensor<8x32x8xi1>
    %105 = stablehlo.convert %104 : (tensor<8x32x8xi1>) -> tensor<8x32x8xf32>
    %cst_25 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %106 = stablehlo.broadcast_in_dim %cst_25, dims = [] : (tensor<f32>) -> tensor<8x32x8xf32>
    %107 = stablehlo.subtract %106, %105 : tensor<8x32x8xf32>
    %108 = stablehlo.multiply %94, %107 : tensor<8x32x8xf32>
    %109 = call @argmax(%108) : (tensor<8x32x8xf32>) -> tensor<8x32xi32>
    %110 = stablehlo.broadcast_in_dim %109, dims = [0, 1] : (tensor<8x32xi32>) -> tensor<8x32x1xi32>
    %111 = stablehlo.iota dim = 0 : tensor<8xi32>
    %112 = stablehlo.broadcast_in_dim %111, dims = [2] : (tensor<8xi32>) -> tensor<1x1x8xi32>
    %113 = stablehlo.broadcast_in_dim %110, dims = [0, 1, 2] : (tensor<8x32x1xi32>) -> tensor<8x32x8xi32>
    %114 = stablehlo.broadcast_in_dim %112, dims = [0, 1, 2] : (tensor<1x1x8xi32>) -> tensor<8x32x8xi32>
    %115 = stablehlo.compare EQ, %113, %114, SIGNED : (tensor<8x32x8xi32>, tensor<8x32x8xi32>) -> tensor<8x32x8xi1>
    %116 = stablehlo.convert %115 : (tensor<8x32x8xi1>) -> tensor<8x32x8xf32>
    %117 = call @cumsum(%105) : (tensor<8x32x8xf32>) -> tensor<8x32x8xf32>
    %118 = stablehlo.multiply %117, %105 : tensor<8x32x8xf32>
    %119 = stablehlo.subtract %118, %105 : tensor<8x32x8xf32>
    %cst_26 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %120 = stablehlo.reduce(%105 init: %cst_26) applies stablehlo.add across dimensions = [1] : (tensor<8x32x8xf32>, tensor<f32>) -> tensor<8x8xf32>
    %121 = stablehlo.broadcast_in_dim %120, dims = [0, 2] : (tensor<8x8xf32>) -> tensor<8x1x8xf32>
    %122 = call @cumsum(%116) : (tensor<8x32x8xf32>) -> tensor<8x32x8xf32>
    %cst_27 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %123 = stablehlo.broadcast_in_dim %cst_27, dims = [] : (tensor<f32>) -> tensor<8x32x8xf32>
    %124 = stablehlo.subtract %122, %123 : tensor<8x32x8xf32>
    %125 = stablehlo.broadcast_in_dim %121, dims = [0, 1, 2] : (tensor<8x1x8xf32>) -> tensor<8x32x8xf32>
    %126 = stablehlo.add %124, %125 : tensor<8x32x8xf32>
    %127 = stablehlo.multiply %126, %116 : tensor<8x32x8xf32>
    %cst_28 = stablehlo.constant dense<1.000000e+01> : tensor<f32>
    %128 = stablehlo.broadcast_in_dim %cst_28, dims = [] : (tensor<f32>) -> tensor<8x32x8xf32>
    %129 = stablehlo.compare LT, %119, %128, FLOAT : (tensor<8x32x8xf32>, tensor<8x32x8xf32>) -> tensor<8x32x8xi1>
    %130 = stablehlo.convert %129 : (tensor<8x32x8xi1>) -> tensor<8x32x8xf32>
    %131 = stablehlo.multiply %105, %130 : tensor<8x32x8xf32>
    %cst_29 = stablehlo.constant dense<1.000000e+01> : tensor<f32>
    %132 = stablehlo.broadcast_in_dim %cst_29, dims = [] : (tensor<f32>) -> tensor<8x32x8xf32>
    %133 = stablehlo.compare LT, %127, %132, FLOAT : (tensor<8x32x8xf32>, tensor<8x32x8xf32>) -> tensor<8x32x8xi1>
    %134 = stablehlo.convert %133 : (tensor<8x32x8xi1>) -> tensor<8x32x8xf32>
    %135 = stablehlo.multiply %116, %134 : tensor<8x32x8xf32>
    %136 = stablehlo.multiply %94, %131 : tensor<8x32x8xf32>
    %cst_30 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %137 = stablehlo.reduce(%136 init: %cst_30) applies stablehlo.add across dimensions = [2] : (tensor<8x32x8xf32>, tensor<f32>) -> tensor<8x32xf32>
    %138 = stablehlo.multiply %94, %135 : tensor<8x32x8xf32>
    %cst_31 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %139 = stablehlo.reduce(%138 init: %cst_31) applies stablehlo.add across dimensions = [2] : (tensor<8x32x8xf32>, tensor<f32>) -> tensor<8x32xf32>
    %140 = stablehlo.add %137, %139 : tensor<8x32xf32>
    %cst_32 = stablehlo.constant dense<9.99999971E-10> : tensor<f32>
    %141 = stablehlo.broadcast_in_dim %cst_32, dims = [] : (tensor<f32>) -> tensor<8x32xf32>
    %142 = stablehlo.add %140, %141 : tensor<8x32xf32>
    %143 = stablehlo.divide %137, %142 : tensor<8x32xf32>
    %144 = stablehlo.multiply %142, %142 : tensor<8x32xf32>
    %cst_33 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %145 = stablehlo.broadcast_in_dim %cst_33, dims = [] : (tensor<f32>) -> tensor<8x32xf32>
    %146 = stablehlo.divide %145, %144 : tensor<8x32xf32>
    %147 = stablehlo.divide %139, %142 : tensor<8x32xf32>
    %148 = stablehlo.multiply %142, %142 : tensor<8x32xf32>
    %cst_34 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %149 = stablehlo.broadcast_in_dim %cst_34, dims = [] : (tensor<f32>) -> tensor<8x32xf32>
    %150 = stablehlo.divide %149, %148 : tensor<8x32xf32>
    %151 = stablehlo.multiply %119, %131 : tensor<8x32x8xf32>
    %cst_35 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %152 = stablehlo.reduce(%151 init: %cst_35) applies stablehlo.add across dimensions = [2] : (tensor<8x32x8xf32>, tensor<f32>) -> tensor<8x32xf32>
    %153 = stablehlo.multiply %127, %135 : tensor<8x32x8xf32>
    %cst_36 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %154 = stablehlo.reduce(%153 init: %cst_36) applies stablehlo.add across dimensions = [2] : (tensor<8x32x8xf32>, tensor<f32>) -> tensor<8x32xf32>
    %155 = stablehlo.iota dim = 0 : tensor<10xf32>
    %156 = stablehlo.broadcast_in_dim %152, dims = [0, 1] : (tensor<8x32xf32>) -> tensor<8x32x1xf32>
    %157 = stablehlo.broadcast_in_dim %155, dims = [2] : (tensor<10xf32>) -> tensor<1x1x10xf32>
    %158 = stablehlo.broadcast_in_dim %156, dims = [0, 1, 2] : (tensor<8x32x1xf32>) -> tensor<8x32x10xf32>
    %159 = stablehlo.broadcast_in_dim %157, dims = [0, 1, 2] : (tensor<1x1x10xf32>) -> tensor<8x32x10xf32>
    %160 = stablehlo.compare EQ, %158, %159, FLOAT : (tensor<8x32x10xf32>, tensor<8x32x10xf32>) -> tensor<8x32x10xi1>
    %161 = stablehlo.convert %160 : (tensor<8x32x10xi1>) -> tensor<8x32x10xf32>
    %162 = stablehlo.broadcast_in_dim %154, dims = [0, 1] : (tensor<8x32xf32>) -> tensor<8x32x1xf32>
    %163 = stablehlo.broadcast_in_dim %155, dims = [2] : (tensor<10xf32>) -> tensor<1x1x10xf32>
    %164 = stablehlo.broadcast_in_dim %162, dims = [0, 1, 2] : (tensor<8x32x1xf32>) -> tensor<8x32x10xf32>
    %165 = stablehlo.broadcast_in_dim %163, dims = [0, 1, 2] : (tensor<1x1x10xf32>) -> tensor<8x32x10xf32>
    %166 = stablehlo.compare EQ, %164, %165, FLOAT : (tensor<8x32x10xf32>, tensor<8x32x10xf32>) -> tensor<8x32x10xi1>
    %167 = stablehlo.convert %166 : (tensor<8x32x10xi1>) -> tensor<8x32x10xf32>
    %168 = stablehlo.dot_general %143, %131, batching_dims = [0, 1] x [0, 1], contracting_dims = [] x [], precision = [DEFAULT, DEFAULT] : (tensor<8x32xf32>, tensor<8x32x8xf32>) -> tensor<8x32x8xf32>
    %169 = stablehlo.dot_general %168, %161, batching_dims = [0, 1] x [0, 1], contracting_dims = [] x [], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8xf32>, tensor<8x32x10xf32>) -> tensor<8x32x8x10xf32>
    %170 = stablehlo.dot_general %147, %135, batching_dims = [0, 1] x [0, 1], contracting_dims = [] x [], precision = [DEFAULT, DEFAULT] : (tensor<8x32xf32>, tensor<8x32x8xf32>) -> tensor<8x32x8xf32>
    %171 = stablehlo.dot_general %170, %167, batching_dims = [0, 1] x [0, 1], contracting_dims = [] x [], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8xf32>, tensor<8x32x10xf32>) -> tensor<8x32x8x10xf32>
    %172 = stablehlo.add %169, %171 : tensor<8x32x8x10xf32>
    %cst_37 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %173 = stablehlo.reduce(%131 init: %cst_37) applies stablehlo.add across dimensions = [1] : (tensor<8x32x8xf32>, tensor<f32>) -> tensor<8x8xf32>
    %cst_38 = stablehlo.constant dense<3.200000e+01> : tensor<f32>
    %174 = stablehlo.broadcast_in_dim %cst_38, dims = [] : (tensor<f32>) -> tensor<8x8xf32>
    %175 = stablehlo.divide %173, %174 : tensor<8x8xf32>
    %cst_39 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %176 = stablehlo.reduce(%94 init: %cst_39) applies stablehlo.add across dimensions = [1] : (tensor<8x32x8xf32>, tensor<f32>) -> tensor<8x8xf32>
    %cst_40 = stablehlo.constant dense<3.200000e+01> : tensor<f32>
    %177 = stablehlo.broadcast_in_dim %cst_40, dims = [] : (tensor<f32>) -> tensor<8x8xf32>
    %178 = stablehlo.divide %176, %177 : tensor<8x8xf32>
    %cst_41 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %179 = stablehlo.broadcast_in_dim %cst_41, dims = [] : (tensor<f32>) -> tensor<8x32x8x10xf32>
    %180 = stablehlo.compare GT, %172, %179, FLOAT : (tensor<8x32x8x10xf32>, tensor<8x32x8x10xf32>) -> tensor<8x32x8x10xi1>
    %181 = stablehlo.convert %180 : (tensor<8x32x8x10xi1>) -> tensor<8x32x8x10xf32>
    %182 = stablehlo.dot_general %67, %181, batching_dims = [0] x [0], contracting_dims = [1] x [1], precision = [DEFAULT, DEFAULT] : (tensor<8x32x64xf32>, tensor<8x32x8x10xf32>) -> tensor<8x64x8x10xf32>
    %183 = stablehlo.transpose %182, dims = [2, 0, 3, 1] : (tensor<8x64x8x10xf32>) -> tensor<8x8x10x64xf32>
    %184 = sdy.sharding_constraint %183 <@mesh, [{}, {"expert"}, {}, {}]> : tensor<8x8x10x64xf32>
    %185 = sdy.sharding_constraint %184 <@mesh, [{"expert"}, {}, {}, {}]> : tensor<8x8x10x64xf32>
    %186 = stablehlo.dot_general %185, %arg5, batching_dims = [0] x [0], contracting_dims = [3] x [1], precision = [DEFAULT, DEFAULT] : (tensor<8x8x10x64xf32>, tensor<8x64x256xf32>) -> tensor<8x8x10x256xf32>
    %187 = call @relu(%186) : (tensor<8x8x10x256xf32>) -> tensor<8x8x10x256xf32>
    %cst_42 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %188 = stablehlo.broadcast_in_dim %cst_42, dims = [] : (tensor<f32>) -> tensor<8x8x10x256xf32>
    %189 = stablehlo.compare GT, %186, %188, FLOAT : (tensor<8x8x10x256xf32>, tensor<8x8x10x256xf32>) -> tensor<8x8x10x256xi1>
    %cst_43 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %190 = stablehlo.broadcast_in_dim %cst_43, dims = [] : (tensor<f32>) -> tensor<8x8x10x256xf32>
    %191 = stablehlo.dot_general %187, %arg6, batching_dims = [0] x [0], contracting_dims = [3] x [1], precision = [DEFAULT, DEFAULT] : (tensor<8x8x10x256xf32>, tensor<8x256x64xf32>) -> tensor<8x8x10x64xf32>
    %192 = sdy.sharding_constraint %191 <@mesh, [{"expert"}, {}, {}, {}]> : tensor<8x8x10x64xf32>
    %193 = sdy.sharding_constraint %192 <@mesh, [{}, {"expert"}, {}, {}]> : tensor<8x8x10x64xf32>
    %194 = stablehlo.dot_general %172, %193, batching_dims = [0] x [1], contracting_dims = [3, 2] x [2, 0], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8x10xf32>, tensor<8x8x10x64xf32>) -> tensor<8x32x64xf32>
    %195 = stablehlo.add %49, %194 : tensor<8x32x64xf32>
    %196 = sdy.sharding_constraint %195 <@mesh, [{"expert"}, {}, {}]> : tensor<8x32x64xf32>
    %197 = stablehlo.multiply %175, %178 : tensor<8x8xf32>
    %cst_44 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %198 = stablehlo.reduce(%197 init: %cst_44) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x8xf32>, tensor<f32>) -> tensor<f32>
    %cst_45 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %199 = stablehlo.divide %198, %cst_45 : tensor<f32>
    %cst_46 = stablehlo.constant dense<8.000000e+00> : tensor<f32>
    %200 = stablehlo.multiply %199, %cst_46 : tensor<f32>
    %cst_47 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %201 = stablehlo.add %cst_47, %200 : tensor<f32>
    %202 = chlo.square %196 : tensor<8x32x64xf32> -> tensor<8x32x64xf32>
    %cst_48 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %203 = stablehlo.broadcast_in_dim %cst_48, dims = [] : (tensor<f32>) -> tensor<8x32x64xf32>
    %204 = stablehlo.multiply %203, %196 : tensor<8x32x64xf32>
    %cst_49 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %205 = stablehlo.reduce(%202 init: %cst_49) applies stablehlo.add across dimensions = [2] : (tensor<8x32x64xf32>, tensor<f32>) -> tensor<8x32xf32>
    %206 = stablehlo.broadcast_in_dim %205, dims = [0, 1] : (tensor<8x32xf32>) -> tensor<8x32x1xf32>
    %cst_50 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %207 = stablehlo.broadcast_in_dim %cst_50, dims = [] : (tensor<f32>) -> tensor<8x32x1xf32>
    %208 = stablehlo.divide %206, %207 : tensor<8x32x1xf32>
    %cst_51 = stablehlo.constant dense<9.99999997E-7> : tensor<f32>
    %209 = stablehlo.broadcast_in_dim %cst_51, dims = [] : (tensor<f32>) -> tensor<8x32x1xf32>
    %210 = stablehlo.add %208, %209 : tensor<8x32x1xf32>
    %211 = stablehlo.rsqrt %210 : tensor<8x32x1xf32>
    %212 = stablehlo.divide %211, %210 : tensor<8x32x1xf32>
    %cst_52 = stablehlo.constant dense<-5.000000e-01> : tensor<f32>
    %213 = stablehlo.broadcast_in_dim %cst_52, dims = [] : (tensor<f32>) -> tensor<8x32x1xf32>
    %214 = stablehlo.multiply %213, %212 : tensor<8x32x1xf32>
    %215 = stablehlo.broadcast_in_dim %211, dims = [0, 1, 2] : (tensor<8x32x1xf32>) -> tensor<8x32x64xf32>
    %216 = stablehlo.multiply %196, %215 : tensor<8x32x64xf32>
    %217 = stablehlo.broadcast_in_dim %arg17, dims = [2] : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %218 = stablehlo.broadcast_in_dim %217, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<8x32x64xf32>
    %219 = stablehlo.multiply %216, %218 : tensor<8x32x64xf32>
    %220 = stablehlo.dot_general %219, %arg12, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x32x64xf32>, tensor<64x8x8xf32>) -> tensor<8x32x8x8xf32>
    %221 = stablehlo.dot_general %219, %arg10, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x32x64xf32>, tensor<64x8x8xf32>) -> tensor<8x32x8x8xf32>
    %222 = stablehlo.dot_general %219, %arg13, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x32x64xf32>, tensor<64x8x8xf32>) -> tensor<8x32x8x8xf32>
    %223 = stablehlo.dot_general %220, %221, batching_dims = [0, 2] x [0, 2], contracting_dims = [3] x [3], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8x8xf32>, tensor<8x32x8x8xf32>) -> tensor<8x8x32x32xf32>
    %cst_53 = stablehlo.constant dense<2.82842708> : tensor<f32>
    %224 = stablehlo.broadcast_in_dim %cst_53, dims = [] : (tensor<f32>) -> tensor<8x8x32x32xf32>
    %225 = stablehlo.divide %223, %224 : tensor<8x8x32x32xf32>
    %cst_54 = stablehlo.constant dense<-1.000000e+09> : tensor<f32>
    %226:3 = call @_where_1(%3, %225, %cst_54) : (tensor<1x1x32x32xi1>, tensor<8x8x32x32xf32>, tensor<f32>) -> (tensor<8x8x32x32xf32>, tensor<8x8x32x32xi1>, tensor<8x8x32x32xf32>)
    %cst_55 = stablehlo.constant dense<0xFF800000> : tensor<f32>
    %227 = stablehlo.reduce(%226#0 init: %cst_55) applies stablehlo.maximum across dimensions = [3] : (tensor<8x8x32x32xf32>, tensor<f32>) -> tensor<8x8x32xf32>
    %228 = stablehlo.reshape %227 : (tensor<8x8x32xf32>) -> tensor<8x8x32x1xf32>
    %229 = stablehlo.broadcast_in_dim %228, dims = [0, 1, 2, 3] : (tensor<8x8x32x1xf32>) -> tensor<8x8x32x32xf32>
    %230 = stablehlo.compare EQ, %226#0, %229, FLOAT : (tensor<8x8x32x32xf32>, tensor<8x8x32x32xf32>) -> tensor<8x8x32x32xi1>
    %231 = stablehlo.convert %230 : (tensor<8x8x32x32xi1>) -> tensor<8x8x32x32xf32>
    %cst_56 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %232 = stablehlo.reduce(%231 init: %cst_56) applies stablehlo.add across dimensions = [3] : (tensor<8x8x32x32xf32>, tensor<f32>) -> tensor<8x8x32xf32>
    %233 = stablehlo.broadcast_in_dim %227, dims = [0, 1, 2] : (tensor<8x8x32xf32>) -> tensor<8x8x32x1xf32>
    %234 = stablehlo.broadcast_in_dim %233, dims = [0, 1, 2, 3] : (tensor<8x8x32x1xf32>) -> tensor<8x8x32x32xf32>
    %235 = stablehlo.subtract %226#0, %234 : tensor<8x8x32x32xf32>
    %236 = stablehlo.exponential %235 : tensor<8x8x32x32xf32>
    %cst_57 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %237 = stablehlo.reduce(%236 init: %cst_57) applies stablehlo.add across dimensions = [3] : (tensor<8x8x32x32xf32>, tensor<f32>) -> tensor<8x8x32xf32>
    %238 = stablehlo.broadcast_in_dim %237, dims = [0, 1, 2] : (tensor<8x8x32xf32>) -> tensor<8x8x32x1xf32>
    %239 = stablehlo.broadcast_in_dim %238, dims = [0, 1, 2, 3] : (tensor<8x8x32x1xf32>) -> tensor<8x8x32x32xf32>
    %240 = stablehlo.divide %236, %239 : tensor<8x8x32x32xf32>
    %241 = stablehlo.multiply %238, %238 : tensor<8x8x32x1xf32>
    %cst_58 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %242 = stablehlo.broadcast_in_dim %cst_58, dims = [] : (tensor<f32>) -> tensor<8x8x32x1xf32>
    %243 = stablehlo.divide %242, %241 : tensor<8x8x32x1xf32>
    %244 = stablehlo.dot_general %222, %240, batching_dims = [0, 2] x [0, 1], contracting_dims = [1] x [3], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8x8xf32>, tensor<8x8x32x32xf32>) -> tensor<8x8x8x32xf32>
    %245 = stablehlo.transpose %244, dims = [0, 3, 1, 2] : (tensor<8x8x8x32xf32>) -> tensor<8x32x8x8xf32>
    %246 = stablehlo.dot_general %245, %arg11, contracting_dims = [2, 3] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8x8xf32>, tensor<8x8x64xf32>) -> tensor<8x32x64xf32>
    %247 = stablehlo.add %196, %246 : tensor<8x32x64xf32>
    %248 = chlo.square %247 : tensor<8x32x64xf32> -> tensor<8x32x64xf32>
    %cst_59 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %249 = stablehlo.broadcast_in_dim %cst_59, dims = [] : (tensor<f32>) -> tensor<8x32x64xf32>
    %250 = stablehlo.multiply %249, %247 : tensor<8x32x64xf32>
    %cst_60 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %251 = stablehlo.reduce(%248 init: %cst_60) applies stablehlo.add across dimensions = [2] : (tensor<8x32x64xf32>, tensor<f32>) -> tensor<8x32xf32>
    %252 = stablehlo.broadcast_in_dim %251, dims = [0, 1] : (tensor<8x32xf32>) -> tensor<8x32x1xf32>
    %cst_61 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %253 = stablehlo.broadcast_in_dim %cst_61, dims = [] : (tensor<f32>) -> tensor<8x32x1xf32>
    %254 = stablehlo.divide %252, %253 : tensor<8x32x1xf32>
    %cst_62 = stablehlo.constant dense<9.99999997E-7> : tensor<f32>
    %255 = stablehlo.broadcast_in_dim %cst_62, dims = [] : (tensor<f32>) -> tensor<8x32x1xf32>
    %256 = stablehlo.add %254, %255 : tensor<8x32x1xf32>
    %257 = stablehlo.rsqrt %256 : tensor<8x32x1xf32>
    %258 = stablehlo.divide %257, %256 : tensor<8x32x1xf32>
    %cst_63 = stablehlo.constant dense<-5.000000e-01> : tensor<f32>
    %259 = stablehlo.broadcast_in_dim %cst_63, dims = [] : (tensor<f32>) -> tensor<8x32x1xf32>
    %260 = stablehlo.multiply %259, %258 : tensor<8x32x1xf32>
    %261 = stablehlo.broadcast_in_dim %257, dims = [0, 1, 2] : (tensor<8x32x1xf32>) -> tensor<8x32x64xf32>
    %262 = stablehlo.multiply %247, %261 : tensor<8x32x64xf32>
    %263 = stablehlo.broadcast_in_dim %arg18, dims = [2] : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %264 = stablehlo.broadcast_in_dim %263, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<8x32x64xf32>
    %265 = stablehlo.multiply %262, %264 : tensor<8x32x64xf32>
    %266 = stablehlo.dot_general %265, %arg16, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x32x64xf32>, tensor<64x8xf32>) -> tensor<8x32x8xf32>
    %cst_64 = stablehlo.constant dense<0xFF800000> : tensor<f32>
    %267 = stablehlo.reduce(%266 init: %cst_64) applies stablehlo.maximum across dimensions = [2] : (tensor<8x32x8xf32>, tensor<f32>) -> tensor<8x32xf32>
    %268 = stablehlo.reshape %267 : (tensor<8x32xf32>) -> tensor<8x32x1xf32>
    %269 = stablehlo.broadcast_in_dim %268, dims = [0, 1, 2] : (tensor<8x32x1xf32>) -> tensor<8x32x8xf32>
    %270 = stablehlo.compare EQ, %266, %269, FLOAT : (tensor<8x32x8xf32>, tensor<8x32x8xf32>) -> tensor<8x32x8xi1>
    %271 = stablehlo.convert %270 : (tensor<8x32x8xi1>) -> tensor<8x32x8xf32>
    %cst_65 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %272 = stablehlo.reduce(%271 init: %cst_65) applies stablehlo.add across dimensions = [2] : (tensor<8x32x8xf32>, tensor<f32>) -> tensor<8x32xf32>
    %cst_66 = stablehlo.constant dense<0xFF800000> : tensor<f32>
    %273 = stablehlo.broadcast_in_dim %cst_66, dims = [] : (tensor<f32>) -> tensor<8x32xf32>
    %274 = stablehlo.maximum %273, %267 : tensor<8x32xf32>
    %275 = stablehlo.compare EQ, %267, %274, FLOAT : (tensor<8x32xf32>, tensor<8x32xf32>) -> tensor<8x32xi1>
    %cst_67 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %276 = stablehlo.broadcast_in_dim %cst_67, dims = [] : (tensor<f32>) -> tensor<8x32xf32>
    %cst_68 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %277 = stablehlo.broadcast_in_dim %cst_68, dims = [] : (tensor<f32>) -> tensor<8x32xf32>
    %278 = stablehlo.select %275, %276, %277 : tensor<8x32xi1>, tensor<8x32xf32>
    %cst_69 = stablehlo.constant dense<0xFF800000> : tensor<f32>
    %279 = stablehlo.broadcast_in_dim %cst_69, dims = [] : (tensor<f32>) -> tensor<8x32xf32>
    %280 = stablehlo.compare EQ, %279, %274, FLOAT : (tensor<8x32xf32>, tensor<8x32xf32>) -> tensor<8x32xi1>
    %cst_70 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %281 = stablehlo.broadcast_in_dim %cst_70, dims = [] : (tensor<f32>) -> tensor<8x32xf32>
    %cst_71 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %282 = stablehlo.broadcast_in_dim %cst_71, dims = [] : (tensor<f32>) -> tensor<8x32xf32>
    %283 = stablehlo.select %280, %281, %282 : tensor<8x32xi1>, tensor<8x32xf32>
    %284 = stablehlo.divide %278, %283 : tensor<8x32xf32>
    %285 = stablehlo.broadcast_in_dim %274, dims = [0, 1] : (tensor<8x32xf32>) -> tensor<8x32x1xf32>
    %286 = stablehlo.broadcast_in_dim %285, dims = [0, 1, 2] : (tensor<8x32x1xf32>) -> tensor<8x32x8xf32>
    %287 = stablehlo.subtract %266, %286 : tensor<8x32x8xf32>
    %288 = stablehlo.exponential %287 : tensor<8x32x8xf32>
    %cst_72 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %289 = stablehlo.reduce(%288 init: %cst_72) applies stablehlo.add across dimensions = [2] : (tensor<8x32x8xf32>, tensor<f32>) -> tensor<8x32xf32>
    %290 = stablehlo.broadcast_in_dim %289, dims = [0, 1] : (tensor<8x32xf32>) -> tensor<8x32x1xf32>
    %291 = stablehlo.broadcast_in_dim %290, dims = [0, 1, 2] : (tensor<8x32x1xf32>) -> tensor<8x32x8xf32>
    %292 = stablehlo.divide %288, %291 : tensor<8x32x8xf32>
    %293 = stablehlo.multiply %290, %290 : tensor<8x32x1xf32>
    %cst_73 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %294 = stablehlo.broadcast_in_dim %cst_73, dims = [] : (tensor<f32>) -> tensor<8x32x1xf32>
    %295 = stablehlo.divide %294, %293 : tensor<8x32x1xf32>
    %296 = call @argmax_2(%292) : (tensor<8x32x8xf32>) -> tensor<8x32xi32>
    %297 = stablehlo.broadcast_in_dim %296, dims = [0, 1] : (tensor<8x32xi32>) -> tensor<8x32x1xi32>
    %298 = stablehlo.iota dim = 0 : tensor<8xi32>
    %299 = stablehlo.broadcast_in_dim %298, dims = [2] : (tensor<8xi32>) -> tensor<1x1x8xi32>
    %300 = stablehlo.broadcast_in_dim %297, dims = [0, 1, 2] : (tensor<8x32x1xi32>) -> tensor<8x32x8xi32>
    %301 = stablehlo.broadcast_in_dim %299, dims = [0, 1, 2] : (tensor<1x1x8xi32>) -> tensor<8x32x8xi32>
    %302 = stablehlo.compare EQ, %300, %301, SIGNED : (tensor<8x32x8xi32>, tensor<8x32x8xi32>) -> tensor<8x32x8xi1>
    %303 = stablehlo.convert %302 : (tensor<8x32x8xi1>) -> tensor<8x32x8xf32>
    %cst_74 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %304 = stablehlo.broadcast_in_dim %cst_74, dims = [] : (tensor<f32>) -> tensor<8x32x8xf32>
    %305 = stablehlo.subtract %304, %303 : tensor<8x32x8xf32>
    %306 = stablehlo.multiply %292, %305 : tensor<8x32x8xf32>
    %307 = call @argmax_2(%306) : (tensor<8x32x8xf32>) -> tensor<8x32xi32>
    %308 = stablehlo.broadcast_in_dim %307, dims = [0, 1] : (tensor<8x32xi32>) -> tensor<8x32x1xi32>
    %309 = stablehlo.iota dim = 0 : tensor<8xi32>
    %310 = stablehlo.broadcast_in_dim %309, dims = [2] : (tensor<8xi32>) -> tensor<1x1x8xi32>
    %311 = stablehlo.broadcast_in_dim %308, dims = [0, 1, 2] : (tensor<8x32x1xi32>) -> tensor<8x32x8xi32>
    %312 = stablehlo.broadcast_in_dim %310, dims = [0, 1, 2] : (tensor<1x1x8xi32>) -> tensor<8x32x8xi32>
    %313 = stablehlo.compare EQ, %311, %312, SIGNED : (tensor<8x32x8xi32>, tensor<8x32x8xi32>) -> tensor<8x32x8xi1>
    %314 = stablehlo.convert %313 : (tensor<8x32x8xi1>) -> tensor<8x32x8xf32>
    %315 = call @cumsum_3(%303) : (tensor<8x32x8xf32>) -> tensor<8x32x8xf32>
    %316 = stablehlo.multiply %315, %303 : tensor<8x32x8xf32>
    %317 = stablehlo.subtract %316, %303 : tensor<8x32x8xf32>
    %cst_75 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %318 = stablehlo.reduce(%303 init: %cst_75) applies stablehlo.add across dimensions = [1] : (tensor<8x32x8xf32>, tensor<f32>) -> tensor<8x8xf32>
    %319 = stablehlo.broadcast_in_dim %318, dims = [0, 2] : (tensor<8x8xf32>) -> tensor<8x1x8xf32>
    %320 = call @cumsum_3(%314) : (tensor<8x32x8xf32>) -> tensor<8x32x8xf32>
    %cst_76 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %321 = stablehlo.broadcast_in_dim %cst_76, dims = [] : (tensor<f32>) -> tensor<8x32x8xf32>
    %322 = stablehlo.subtract %320, %321 : tensor<8x32x8xf32>
    %323 = stablehlo.broadcast_in_dim %319, dims = [0, 1, 2] : (tensor<8x1x8xf32>) -> tensor<8x32x8xf32>
    %324 = stablehlo.add %322, %323 : tensor<8x32x8xf32>
    %325 = stablehlo.multiply %324, %314 : tensor<8x32x8xf32>
    %cst_77 = stablehlo.constant dense<1.000000e+01> : tensor<f32>
    %326 = stablehlo.broadcast_in_dim %cst_77, dims = [] : (tensor<f32>) -> tensor<8x32x8xf32>
    %327 = stablehlo.compare LT, %317, %326, FLOAT : (tensor<8x32x8xf32>, tensor<8x32x8xf32>) -> tensor<8x32x8xi1>
    %328 = stablehlo.convert %327 : (tensor<8x32x8xi1>) -> tensor<8x32x8xf32>
    %329 = stablehlo.multiply %303, %328 : tensor<8x32x8xf32>
    %cst_78 = stablehlo.constant dense<1.000000e+01> : tensor<f32>
    %330 = stablehlo.broadcast_in_dim %cst_78, dims = [] : (tensor<f32>) -> tensor<8x32x8xf32>
    %331 = stablehlo.compare LT, %325, %330, FLOAT : (tensor<8x32x8xf32>, tensor<8x32x8xf32>) -> tensor<8x32x8xi1>
    %332 = stablehlo.convert %331 : (tensor<8x32x8xi1>) -> tensor<8x32x8xf32>
    %333 = stablehlo.multiply %314, %332 : tensor<8x32x8xf32>
    %334 = stablehlo.multiply %292, %329 : tensor<8x32x8xf32>
    %cst_79 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %335 = stablehlo.reduce(%334 init: %cst_79) applies stablehlo.add across dimensions = [2] : (tensor<8x32x8xf32>, tensor<f32>) -> tensor<8x32xf32>
    %336 = stablehlo.multiply %292, %333 : tensor<8x32x8xf32>
    %cst_80 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %337 = stablehlo.reduce(%336 init: %cst_80) applies stablehlo.add across dimensions = [2] : (tensor<8x32x8xf32>, tensor<f32>) -> tensor<8x32xf32>
    %338 = stablehlo.add %335, %337 : tensor<8x32xf32>
    %cst_81 = stablehlo.constant dense<9.99999971E-10> : tensor<f32>
    %339 = stablehlo.broadcast_in_dim %cst_81, dims = [] : (tensor<f32>) -> tensor<8x32xf32>
    %340 = stablehlo.add %338, %339 : tensor<8x32xf32>
    %341 = stablehlo.divide %335, %340 : tensor<8x32xf32>
    %342 = stablehlo.multiply %340, %340 : tensor<8x32xf32>
    %cst_82 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %343 = stablehlo.broadcast_in_dim %cst_82, dims = [] : (tensor<f32>) -> tensor<8x32xf32>
    %344 = stablehlo.divide %343, %342 : tensor<8x32xf32>
    %345 = stablehlo.divide %337, %340 : tensor<8x32xf32>
    %346 = stablehlo.multiply %340, %340 : tensor<8x32xf32>
    %cst_83 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %347 = stablehlo.broadcast_in_dim %cst_83, dims = [] : (tensor<f32>) -> tensor<8x32xf32>
    %348 = stablehlo.divide %347, %346 : tensor<8x32xf32>
    %349 = stablehlo.multiply %317, %329 : tensor<8x32x8xf32>
    %cst_84 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %350 = stablehlo.reduce(%349 init: %cst_84) applies stablehlo.add across dimensions = [2] : (tensor<8x32x8xf32>, tensor<f32>) -> tensor<8x32xf32>
    %351 = stablehlo.multiply %325, %333 : tensor<8x32x8xf32>
    %cst_85 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %352 = stablehlo.reduce(%351 init: %cst_85) applies stablehlo.add across dimensions = [2] : (tensor<8x32x8xf32>, tensor<f32>) -> tensor<8x32xf32>
    %353 = stablehlo.iota dim = 0 : tensor<10xf32>
    %354 = stablehlo.broadcast_in_dim %350, dims = [0, 1] : (tensor<8x32xf32>) -> tensor<8x32x1xf32>
    %355 = stablehlo.broadcast_in_dim %353, dims = [2] : (tensor<10xf32>) -> tensor<1x1x10xf32>
    %356 = stablehlo.broadcast_in_dim %354, dims = [0, 1, 2] : (tensor<8x32x1xf32>) -> tensor<8x32x10xf32>
    %357 = stablehlo.broadcast_in_dim %355, dims = [0, 1, 2] : (tensor<1x1x10xf32>) -> tensor<8x32x10xf32>
    %358 = stablehlo.compare EQ, %356, %357, FLOAT : (tensor<8x32x10xf32>, tensor<8x32x10xf32>) -> tensor<8x32x10xi1>
    %359 = stablehlo.convert %358 : (tensor<8x32x10xi1>) -> tensor<8x32x10xf32>
    %360 = stablehlo.broadcast_in_dim %352, dims = [0, 1] : (tensor<8x32xf32>) -> tensor<8x32x1xf32>
    %361 = stablehlo.broadcast_in_dim %353, dims = [2] : (tensor<10xf32>) -> tensor<1x1x10xf32>
    %362 = stablehlo.broadcast_in_dim %360, dims = [0, 1, 2] : (tensor<8x32x1xf32>) -> tensor<8x32x10xf32>
    %363 = stablehlo.broadcast_in_dim %361, dims = [0, 1, 2] : (tensor<1x1x10xf32>) -> tensor<8x32x10xf32>
    %364 = stablehlo.compare EQ, %362, %363, FLOAT : (tensor<8x32x10xf32>, tensor<8x32x10xf32>) -> tensor<8x32x10xi1>
    %365 = stablehlo.convert %364 : (tensor<8x32x10xi1>) -> tensor<8x32x10xf32>
    %366 = stablehlo.dot_general %341, %329, batching_dims = [0, 1] x [0, 1], contracting_dims = [] x [], precision = [DEFAULT, DEFAULT] : (tensor<8x32xf32>, tensor<8x32x8xf32>) -> tensor<8x32x8xf32>
    %367 = stablehlo.dot_general %366, %359, batching_dims = [0, 1] x [0, 1], contracting_dims = [] x [], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8xf32>, tensor<8x32x10xf32>) -> tensor<8x32x8x10xf32>
    %368 = stablehlo.dot_general %345, %333, batching_dims = [0, 1] x [0, 1], contracting_dims = [] x [], precision = [DEFAULT, DEFAULT] : (tensor<8x32xf32>, tensor<8x32x8xf32>) -> tensor<8x32x8xf32>
    %369 = stablehlo.dot_general %368, %365, batching_dims = [0, 1] x [0, 1], contracting_dims = [] x [], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8xf32>, tensor<8x32x10xf32>) -> tensor<8x32x8x10xf32>
    %370 = stablehlo.add %367, %369 : tensor<8x32x8x10xf32>
    %cst_86 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %371 = stablehlo.reduce(%329 init: %cst_86) applies stablehlo.add across dimensions = [1] : (tensor<8x32x8xf32>, tensor<f32>) -> tensor<8x8xf32>
    %cst_87 = stablehlo.constant dense<3.200000e+01> : tensor<f32>
    %372 = stablehlo.broadcast_in_dim %cst_87, dims = [] : (tensor<f32>) -> tensor<8x8xf32>
    %373 = stablehlo.divide %371, %372 : tensor<8x8xf32>
    %cst_88 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %374 = stablehlo.reduce(%292 init: %cst_88) applies stablehlo.add across dimensions = [1] : (tensor<8x32x8xf32>, tensor<f32>) -> tensor<8x8xf32>
    %cst_89 = stablehlo.constant dense<3.200000e+01> : tensor<f32>
    %375 = stablehlo.broadcast_in_dim %cst_89, dims = [] : (tensor<f32>) -> tensor<8x8xf32>
    %376 = stablehlo.divide %374, %375 : tensor<8x8xf32>
    %cst_90 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %377 = stablehlo.broadcast_in_dim %cst_90, dims = [] : (tensor<f32>) -> tensor<8x32x8x10xf32>
    %378 = stablehlo.compare GT, %370, %377, FLOAT : (tensor<8x32x8x10xf32>, tensor<8x32x8x10xf32>) -> tensor<8x32x8x10xi1>
    %379 = stablehlo.convert %378 : (tensor<8x32x8x10xi1>) -> tensor<8x32x8x10xf32>
    %380 = stablehlo.dot_general %265, %379, batching_dims = [0] x [0], contracting_dims = [1] x [1], precision = [DEFAULT, DEFAULT] : (tensor<8x32x64xf32>, tensor<8x32x8x10xf32>) -> tensor<8x64x8x10xf32>
    %381 = stablehlo.transpose %380, dims = [2, 0, 3, 1] : (tensor<8x64x8x10xf32>) -> tensor<8x8x10x64xf32>
    %382 = sdy.sharding_constraint %381 <@mesh, [{}, {"expert"}, {}, {}]> : tensor<8x8x10x64xf32>
    %383 = sdy.sharding_constraint %382 <@mesh, [{"expert"}, {}, {}, {}]> : tensor<8x8x10x64xf32>
    %384 = stablehlo.dot_general %383, %arg14, batching_dims = [0] x [0], contracting_dims = [3] x [1], precision = [DEFAULT, DEFAULT] : (tensor<8x8x10x64xf32>, tensor<8x64x256xf32>) -> tensor<8x8x10x256xf32>
    %385 = call @relu(%384) : (tensor<8x8x10x256xf32>) -> tensor<8x8x10x256xf32>
    %cst_91 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %386 = stablehlo.broadcast_in_dim %cst_91, dims = [] : (tensor<f32>) -> tensor<8x8x10x256xf32>
    %387 = stablehlo.compare GT, %384, %386, FLOAT : (tensor<8x8x10x256xf32>, tensor<8x8x10x256xf32>) -> tensor<8x8x10x256xi1>
    %cst_92 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %388 = stablehlo.broadcast_in_dim %cst_92, dims = [] : (tensor<f32>) -> tensor<8x8x10x256xf32>
    %389 = stablehlo.dot_general %385, %arg15, batching_dims = [0] x [0], contracting_dims = [3] x [1], precision = [DEFAULT, DEFAULT] : (tensor<8x8x10x256xf32>, tensor<8x256x64xf32>) -> tensor<8x8x10x64xf32>
    %390 = sdy.sharding_constraint %389 <@mesh, [{"expert"}, {}, {}, {}]> : tensor<8x8x10x64xf32>
    %391 = sdy.sharding_constraint %390 <@mesh, [{}, {"expert"}, {}, {}]> : tensor<8x8x10x64xf32>
    %392 = stablehlo.dot_general %370, %391, batching_dims = [0] x [1], contracting_dims = [3, 2] x [2, 0], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8x10xf32>, tensor<8x8x10x64xf32>) -> tensor<8x32x64xf32>
    %393 = stablehlo.add %247, %392 : tensor<8x32x64xf32>
    %394 = sdy.sharding_constraint %393 <@mesh, [{"expert"}, {}, {}]> : tensor<8x32x64xf32>
    %395 = stablehlo.multiply %373, %376 : tensor<8x8xf32>
    %cst_93 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %396 = stablehlo.reduce(%395 init: %cst_93) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x8xf32>, tensor<f32>) -> tensor<f32>
    %cst_94 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %397 = stablehlo.divide %396, %cst_94 : tensor<f32>
    %cst_95 = stablehlo.constant dense<8.000000e+00> : tensor<f32>
    %398 = stablehlo.multiply %397, %cst_95 : tensor<f32>
    %399 = stablehlo.add %201, %398 : tensor<f32>
    %400 = stablehlo.dot_general %394, %arg19, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x32x64xf32>, tensor<64x256xf32>) -> tensor<8x32x256xf32>
    %cst_96 = stablehlo.constant dense<0xFF800000> : tensor<f32>
    %401 = stablehlo.reduce(%400 init: %cst_96) applies stablehlo.maximum across dimensions = [2] : (tensor<8x32x256xf32>, tensor<f32>) -> tensor<8x32xf32>
    %402 = stablehlo.reshape %401 : (tensor<8x32xf32>) -> tensor<8x32x1xf32>
    %403 = stablehlo.broadcast_in_dim %402, dims = [0, 1, 2] : (tensor<8x32x1xf32>) -> tensor<8x32x256xf32>
    %404 = stablehlo.compare EQ, %400, %403, FLOAT : (tensor<8x32x256xf32>, tensor<8x32x256xf32>) -> tensor<8x32x256xi1>
    %405 = stablehlo.convert %404 : (tensor<8x32x256xi1>) -> tensor<8x32x256xf32>
    %cst_97 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %406 = stablehlo.reduce(%405 init: %cst_97) applies stablehlo.add across dimensions = [2] : (tensor<8x32x256xf32>, tensor<f32>) -> tensor<8x32xf32>
    %407 = stablehlo.broadcast_in_dim %401, dims = [0, 1] : (tensor<8x32xf32>) -> tensor<8x32x1xf32>
    %408 = stablehlo.broadcast_in_dim %407, dims = [0, 1, 2] : (tensor<8x32x1xf32>) -> tensor<8x32x256xf32>
    %409 = stablehlo.subtract %400, %408 : tensor<8x32x256xf32>
    %410 = stablehlo.exponential %409 : tensor<8x32x256xf32>
    %cst_98 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %411 = stablehlo.reduce(%410 init: %cst_98) applies stablehlo.add across dimensions = [2] : (tensor<8x32x256xf32>, tensor<f32>) -> tensor<8x32xf32>
    %412 = stablehlo.log %411 : tensor<8x32xf32>
    %413 = stablehlo.broadcast_in_dim %arg62, dims = [0, 1] : (tensor<8x32xi32>) -> tensor<8x32x1xi32>
    %414 = stablehlo.iota dim = 0 : tensor<256xi32>
    %415 = stablehlo.broadcast_in_dim %414, dims = [2] : (tensor<256xi32>) -> tensor<1x1x256xi32>
    %416 = stablehlo.broadcast_in_dim %413, dims = [0, 1, 2] : (tensor<8x32x1xi32>) -> tensor<8x32x256xi32>
    %417 = stablehlo.broadcast_in_dim %415, dims = [0, 1, 2] : (tensor<1x1x256xi32>) -> tensor<8x32x256xi32>
    %418 = stablehlo.compare EQ, %416, %417, SIGNED : (tensor<8x32x256xi32>, tensor<8x32x256xi32>) -> tensor<8x32x256xi1>
    %419 = stablehlo.convert %418 : (tensor<8x32x256xi1>) -> tensor<8x32x256xf32>
    %420 = stablehlo.multiply %409, %419 : tensor<8x32x256xf32>
    %cst_99 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %421 = stablehlo.reduce(%420 init: %cst_99) applies stablehlo.add across dimensions = [2] : (tensor<8x32x256xf32>, tensor<f32>) -> tensor<8x32xf32>
    %422 = stablehlo.subtract %412, %421 : tensor<8x32xf32>
    %cst_100 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %423 = stablehlo.reduce(%422 init: %cst_100) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x32xf32>, tensor<f32>) -> tensor<f32>
    %cst_101 = stablehlo.constant dense<2.560000e+02> : tensor<f32>
    %424 = stablehlo.divide %423, %cst_101 : tensor<f32>
    %cst_102 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %425 = stablehlo.multiply %cst_102, %399 : tensor<f32>
    %426 = stablehlo.add %424, %425 : tensor<f32>
    %cst_103 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %cst_104 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %427 = stablehlo.multiply %cst_104, %cst_103 : tensor<f32>
    %cst_105 = stablehlo.constant dense<2.560000e+02> : tensor<f32>
    %428 = stablehlo.divide %cst_103, %cst_105 : tensor<f32>
    %429 = stablehlo.broadcast_in_dim %428, dims = [] : (tensor<f32>) -> tensor<8x32xf32>
    %430 = stablehlo.negate %429 : tensor<8x32xf32>
    %431 = stablehlo.broadcast_in_dim %430, dims = [0, 1] : (tensor<8x32xf32>) -> tensor<8x32x256xf32>
    %432 = stablehlo.multiply %431, %419 : tensor<8x32x256xf32>
    %433 = stablehlo.divide %429, %411 : tensor<8x32xf32>
    %434 = stablehlo.broadcast_in_dim %433, dims = [0, 1] : (tensor<8x32xf32>) -> tensor<8x32x256xf32>
    %435 = stablehlo.multiply %434, %410 : tensor<8x32x256xf32>
    %436 = stablehlo.add %432, %435 : tensor<8x32x256xf32>
    %437 = stablehlo.dot_general %436, %394, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<8x32x256xf32>, tensor<8x32x64xf32>) -> tensor<256x64xf32>
    %438 = stablehlo.transpose %437, dims = [1, 0] : (tensor<256x64xf32>) -> tensor<64x256xf32>
    %439 = stablehlo.dot_general %436, %arg19, contracting_dims = [2] x [1], precision = [DEFAULT, DEFAULT] : (tensor<8x32x256xf32>, tensor<64x256xf32>) -> tensor<8x32x64xf32>
    %cst_106 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %440 = stablehlo.reduce(%427 init: %cst_106) applies stablehlo.add across dimensions = [] : (tensor<f32>, tensor<f32>) -> tensor<f32>
    %cst_107 = stablehlo.constant dense<8.000000e+00> : tensor<f32>
    %441 = stablehlo.multiply %427, %cst_107 : tensor<f32>
    %cst_108 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %442 = stablehlo.divide %441, %cst_108 : tensor<f32>
    %443 = stablehlo.broadcast_in_dim %442, dims = [] : (tensor<f32>) -> tensor<8x8xf32>
    %444 = stablehlo.multiply %373, %443 : tensor<8x8xf32>
    %445 = sdy.sharding_constraint %439 <@mesh, [{"expert"}, {}, {}]> : tensor<8x32x64xf32>
    %446 = stablehlo.dot_general %445, %370, batching_dims = [0] x [0], contracting_dims = [1] x [1], precision = [DEFAULT, DEFAULT] : (tensor<8x32x64xf32>, tensor<8x32x8x10xf32>) -> tensor<8x64x8x10xf32>
    %447 = stablehlo.transpose %446, dims = [2, 0, 3, 1] : (tensor<8x64x8x10xf32>) -> tensor<8x8x10x64xf32>
    %448 = stablehlo.dot_general %445, %391, batching_dims = [0] x [1], contracting_dims = [2] x [3], precision = [DEFAULT, DEFAULT] : (tensor<8x32x64xf32>, tensor<8x8x10x64xf32>) -> tensor<8x32x8x10xf32>
    %449 = sdy.sharding_constraint %447 <@mesh, [{}, {"expert"}, {}, {}]> : tensor<8x8x10x64xf32>
    %450 = sdy.sharding_constraint %449 <@mesh, [{"expert"}, {}, {}, {}]> : tensor<8x8x10x64xf32>
    %451 = stablehlo.dot_general %450, %385, batching_dims = [0] x [0], contracting_dims = [1, 2] x [1, 2], precision = [DEFAULT, DEFAULT] : (tensor<8x8x10x64xf32>, tensor<8x8x10x256xf32>) -> tensor<8x64x256xf32>
    %452 = stablehlo.transpose %451, dims = [0, 2, 1] : (tensor<8x64x256xf32>) -> tensor<8x256x64xf32>
    %453 = stablehlo.dot_general %450, %arg15, batching_dims = [0] x [0], contracting_dims = [3] x [2], precision = [DEFAULT, DEFAULT] : (tensor<8x8x10x64xf32>, tensor<8x256x64xf32>) -> tensor<8x8x10x256xf32>
    %cst_109 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %454 = stablehlo.broadcast_in_dim %cst_109, dims = [] : (tensor<f32>) -> tensor<8x8x10x256xf32>
    %455 = stablehlo.select %387, %453, %454 : tensor<8x8x10x256xi1>, tensor<8x8x10x256xf32>
    %456 = stablehlo.dot_general %455, %383, batching_dims = [0] x [0], contracting_dims = [1, 2] x [1, 2], precision = [DEFAULT, DEFAULT] : (tensor<8x8x10x256xf32>, tensor<8x8x10x64xf32>) -> tensor<8x256x64xf32>
    %457 = stablehlo.transpose %456, dims = [0, 2, 1] : (tensor<8x256x64xf32>) -> tensor<8x64x256xf32>
    %458 = stablehlo.dot_general %455, %arg14, batching_dims = [0] x [0], contracting_dims = [3] x [2], precision = [DEFAULT, DEFAULT] : (tensor<8x8x10x256xf32>, tensor<8x64x256xf32>) -> tensor<8x8x10x64xf32>
    %459 = sdy.sharding_constraint %458 <@mesh, [{"expert"}, {}, {}, {}]> : tensor<8x8x10x64xf32>
    %460 = sdy.sharding_constraint %459 <@mesh, [{}, {"expert"}, {}, {}]> : tensor<8x8x10x64xf32>
    %461 = stablehlo.transpose %460, dims = [1, 3, 0, 2] : (tensor<8x8x10x64xf32>) -> tensor<8x64x8x10xf32>
    %462 = stablehlo.dot_general %461, %379, batching_dims = [0] x [0], contracting_dims = [2, 3] x [2, 3], precision = [DEFAULT, DEFAULT] : (tensor<8x64x8x10xf32>, tensor<8x32x8x10xf32>) -> tensor<8x64x32xf32>
    %463 = stablehlo.transpose %462, dims = [0, 2, 1] : (tensor<8x64x32xf32>) -> tensor<8x32x64xf32>
    %cst_110 = stablehlo.constant dense<3.200000e+01> : tensor<f32>
    %464 = stablehlo.broadcast_in_dim %cst_110, dims = [] : (tensor<f32>) -> tensor<8x8xf32>
    %465 = stablehlo.divide %444, %464 : tensor<8x8xf32>
    %466 = stablehlo.broadcast_in_dim %465, dims = [0, 2] : (tensor<8x8xf32>) -> tensor<8x32x8xf32>
    %467 = stablehlo.dot_general %448, %365, batching_dims = [0, 1] x [0, 1], contracting_dims = [3] x [2], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8x10xf32>, tensor<8x32x10xf32>) -> tensor<8x32x8xf32>
    %468 = stablehlo.dot_general %467, %333, batching_dims = [0, 1] x [0, 1], contracting_dims = [2] x [2], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8xf32>, tensor<8x32x8xf32>) -> tensor<8x32xf32>
    %469 = stablehlo.dot_general %448, %359, batching_dims = [0, 1] x [0, 1], contracting_dims = [3] x [2], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8x10xf32>, tensor<8x32x10xf32>) -> tensor<8x32x8xf32>
    %470 = stablehlo.dot_general %469, %329, batching_dims = [0, 1] x [0, 1], contracting_dims = [2] x [2], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8xf32>, tensor<8x32x8xf32>) -> tensor<8x32xf32>
    %471 = stablehlo.multiply %468, %348 : tensor<8x32xf32>
    %472 = stablehlo.multiply %471, %337 : tensor<8x32xf32>
    %473 = stablehlo.negate %472 : tensor<8x32xf32>
    %474 = stablehlo.divide %468, %340 : tensor<8x32xf32>
    %475 = stablehlo.multiply %470, %344 : tensor<8x32xf32>
    %476 = stablehlo.multiply %475, %335 : tensor<8x32xf32>
    %477 = stablehlo.negate %476 : tensor<8x32xf32>
    %478 = stablehlo.add %473, %477 : tensor<8x32xf32>
    %479 = stablehlo.divide %470, %340 : tensor<8x32xf32>
    %480 = stablehlo.add %479, %478 : tensor<8x32xf32>
    %481 = stablehlo.add %474, %478 : tensor<8x32xf32>
    %482 = stablehlo.broadcast_in_dim %481, dims = [0, 1] : (tensor<8x32xf32>) -> tensor<8x32x8xf32>
    %483 = stablehlo.multiply %482, %333 : tensor<8x32x8xf32>
    %484 = stablehlo.add %466, %483 : tensor<8x32x8xf32>
    %485 = stablehlo.broadcast_in_dim %480, dims = [0, 1] : (tensor<8x32xf32>) -> tensor<8x32x8xf32>
    %486 = stablehlo.multiply %485, %329 : tensor<8x32x8xf32>
    %487 = stablehlo.add %484, %486 : tensor<8x32x8xf32>
    %488 = stablehlo.broadcast_in_dim %295, dims = [0, 1, 2] : (tensor<8x32x1xf32>) -> tensor<8x32x8xf32>
    %489 = stablehlo.multiply %487, %488 : tensor<8x32x8xf32>
    %490 = stablehlo.multiply %489, %288 : tensor<8x32x8xf32>
    %cst_111 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %491 = stablehlo.reduce(%490 init: %cst_111) applies stablehlo.add across dimensions = [2] : (tensor<8x32x8xf32>, tensor<f32>) -> tensor<8x32xf32>
    %492 = stablehlo.reshape %491 : (tensor<8x32xf32>) -> tensor<8x32x1xf32>
    %493 = stablehlo.negate %492 : tensor<8x32x1xf32>
    %494 = stablehlo.broadcast_in_dim %290, dims = [0, 1, 2] : (tensor<8x32x1xf32>) -> tensor<8x32x8xf32>
    %495 = stablehlo.divide %487, %494 : tensor<8x32x8xf32>
    %cst_112 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %496 = stablehlo.reduce(%493 init: %cst_112) applies stablehlo.add across dimensions = [2] : (tensor<8x32x1xf32>, tensor<f32>) -> tensor<8x32xf32>
    %497 = stablehlo.broadcast_in_dim %496, dims = [0, 1] : (tensor<8x32xf32>) -> tensor<8x32x8xf32>
    %498 = stablehlo.add %495, %497 : tensor<8x32x8xf32>
    %499 = stablehlo.multiply %498, %288 : tensor<8x32x8xf32>
    %500 = stablehlo.dot_general %499, %265, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8xf32>, tensor<8x32x64xf32>) -> tensor<8x64xf32>
    %501 = stablehlo.transpose %500, dims = [1, 0] : (tensor<8x64xf32>) -> tensor<64x8xf32>
    %502 = stablehlo.dot_general %499, %arg16, contracting_dims = [2] x [1], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8xf32>, tensor<64x8xf32>) -> tensor<8x32x64xf32>
    %503 = stablehlo.add %463, %502 : tensor<8x32x64xf32>
    %504 = stablehlo.multiply %262, %503 : tensor<8x32x64xf32>
    %cst_113 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %505 = stablehlo.reduce(%504 init: %cst_113) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %506 = stablehlo.reshape %505 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %507 = stablehlo.broadcast_in_dim %263, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<8x32x64xf32>
    %508 = stablehlo.multiply %503, %507 : tensor<8x32x64xf32>
    %cst_114 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %509 = stablehlo.reduce(%506 init: %cst_114) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %510 = stablehlo.multiply %247, %508 : tensor<8x32x64xf32>
    %cst_115 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %511 = stablehlo.reduce(%510 init: %cst_115) applies stablehlo.add across dimensions = [2] : (tensor<8x32x64xf32>, tensor<f32>) -> tensor<8x32xf32>
    %512 = stablehlo.reshape %511 : (tensor<8x32xf32>) -> tensor<8x32x1xf32>
    %513 = stablehlo.broadcast_in_dim %257, dims = [0, 1, 2] : (tensor<8x32x1xf32>) -> tensor<8x32x64xf32>
    %514 = stablehlo.multiply %508, %513 : tensor<8x32x64xf32>
    %515 = stablehlo.add %445, %514 : tensor<8x32x64xf32>
    %516 = stablehlo.multiply %512, %260 : tensor<8x32x1xf32>
    %cst_116 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %517 = stablehlo.broadcast_in_dim %cst_116, dims = [] : (tensor<f32>) -> tensor<8x32x1xf32>
    %518 = stablehlo.divide %516, %517 : tensor<8x32x1xf32>
    %cst_117 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %519 = stablehlo.reduce(%518 init: %cst_117) applies stablehlo.add across dimensions = [2] : (tensor<8x32x1xf32>, tensor<f32>) -> tensor<8x32xf32>
    %520 = stablehlo.broadcast_in_dim %519, dims = [0, 1] : (tensor<8x32xf32>) -> tensor<8x32x64xf32>
    %521 = stablehlo.multiply %520, %250 : tensor<8x32x64xf32>
    %522 = stablehlo.add %515, %521 : tensor<8x32x64xf32>
    %523 = stablehlo.dot_general %522, %245, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<8x32x64xf32>, tensor<8x32x8x8xf32>) -> tensor<64x8x8xf32>
    %524 = stablehlo.transpose %523, dims = [1, 2, 0] : (tensor<64x8x8xf32>) -> tensor<8x8x64xf32>
    %525 = stablehlo.dot_general %522, %arg11, contracting_dims = [2] x [2], precision = [DEFAULT, DEFAULT] : (tensor<8x32x64xf32>, tensor<8x8x64xf32>) -> tensor<8x32x8x8xf32>
    %526 = stablehlo.transpose %525, dims = [0, 2, 3, 1] : (tensor<8x32x8x8xf32>) -> tensor<8x8x8x32xf32>
    %527 = stablehlo.dot_general %526, %222, batching_dims = [0, 1] x [0, 2], contracting_dims = [2] x [3], precision = [DEFAULT, DEFAULT] : (tensor<8x8x8x32xf32>, tensor<8x32x8x8xf32>) -> tensor<8x8x32x32xf32>
    %528 = stablehlo.dot_general %526, %240, batching_dims = [0, 1] x [0, 1], contracting_dims = [3] x [2], precision = [DEFAULT, DEFAULT] : (tensor<8x8x8x32xf32>, tensor<8x8x32x32xf32>) -> tensor<8x8x8x32xf32>
    %529 = stablehlo.transpose %528, dims = [0, 3, 1, 2] : (tensor<8x8x8x32xf32>) -> tensor<8x32x8x8xf32>
    %530 = stablehlo.broadcast_in_dim %243, dims = [0, 1, 2, 3] : (tensor<8x8x32x1xf32>) -> tensor<8x8x32x32xf32>
    %531 = stablehlo.multiply %527, %530 : tensor<8x8x32x32xf32>
    %532 = stablehlo.multiply %531, %236 : tensor<8x8x32x32xf32>
    %cst_118 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %533 = stablehlo.reduce(%532 init: %cst_118) applies stablehlo.add across dimensions = [3] : (tensor<8x8x32x32xf32>, tensor<f32>) -> tensor<8x8x32xf32>
    %534 = stablehlo.reshape %533 : (tensor<8x8x32xf32>) -> tensor<8x8x32x1xf32>
    %535 = stablehlo.negate %534 : tensor<8x8x32x1xf32>
    %536 = stablehlo.broadcast_in_dim %238, dims = [0, 1, 2, 3] : (tensor<8x8x32x1xf32>) -> tensor<8x8x32x32xf32>
    %537 = stablehlo.divide %527, %536 : tensor<8x8x32x32xf32>
    %cst_119 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %538 = stablehlo.reduce(%535 init: %cst_119) applies stablehlo.add across dimensions = [3] : (tensor<8x8x32x1xf32>, tensor<f32>) -> tensor<8x8x32xf32>
    %539 = stablehlo.broadcast_in_dim %538, dims = [0, 1, 2] : (tensor<8x8x32xf32>) -> tensor<8x8x32x32xf32>
    %540 = stablehlo.add %537, %539 : tensor<8x8x32x32xf32>
    %541 = stablehlo.multiply %540, %236 : tensor<8x8x32x32xf32>
    %542 = call @_where_5(%226#1, %226#2, %541) : (tensor<8x8x32x32xi1>, tensor<8x8x32x32xf32>, tensor<8x8x32x32xf32>) -> tensor<8x8x32x32xf32>
    %cst_120 = stablehlo.constant dense<2.82842708> : tensor<f32>
    %543 = stablehlo.broadcast_in_dim %cst_120, dims = [] : (tensor<f32>) -> tensor<8x8x32x32xf32>
    %544 = stablehlo.divide %542, %543 : tensor<8x8x32x32xf32>
    %545 = stablehlo.dot_general %544, %220, batching_dims = [0, 1] x [0, 2], contracting_dims = [2] x [1], precision = [DEFAULT, DEFAULT] : (tensor<8x8x32x32xf32>, tensor<8x32x8x8xf32>) -> tensor<8x8x32x8xf32>
    %546 = stablehlo.transpose %545, dims = [0, 2, 1, 3] : (tensor<8x8x32x8xf32>) -> tensor<8x32x8x8xf32>
    %547 = stablehlo.dot_general %544, %221, batching_dims = [0, 1] x [0, 2], contracting_dims = [3] x [1], precision = [DEFAULT, DEFAULT] : (tensor<8x8x32x32xf32>, tensor<8x32x8x8xf32>) -> tensor<8x8x32x8xf32>
    %548 = stablehlo.transpose %547, dims = [0, 2, 1, 3] : (tensor<8x8x32x8xf32>) -> tensor<8x32x8x8xf32>
    %549 = stablehlo.dot_general %529, %219, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8x8xf32>, tensor<8x32x64xf32>) -> tensor<8x8x64xf32>
    %550 = stablehlo.transpose %549, dims = [2, 0, 1] : (tensor<8x8x64xf32>) -> tensor<64x8x8xf32>
    %551 = stablehlo.dot_general %529, %arg13, contracting_dims = [2, 3] x [1, 2], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8x8xf32>, tensor<64x8x8xf32>) -> tensor<8x32x64xf32>
    %552 = stablehlo.dot_general %546, %219, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8x8xf32>, tensor<8x32x64xf32>) -> tensor<8x8x64xf32>
    %553 = stablehlo.transpose %552, dims = [2, 0, 1] : (tensor<8x8x64xf32>) -> tensor<64x8x8xf32>
    %554 = stablehlo.dot_general %546, %arg10, contracting_dims = [2, 3] x [1, 2], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8x8xf32>, tensor<64x8x8xf32>) -> tensor<8x32x64xf32>
    %555 = stablehlo.add %551, %554 : tensor<8x32x64xf32>
    %556 = stablehlo.dot_general %548, %219, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8x8xf32>, tensor<8x32x64xf32>) -> tensor<8x8x64xf32>
    %557 = stablehlo.transpose %556, dims = [2, 0, 1] : (tensor<8x8x64xf32>) -> tensor<64x8x8xf32>
    %558 = stablehlo.dot_general %548, %arg12, contracting_dims = [2, 3] x [1, 2], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8x8xf32>, tensor<64x8x8xf32>) -> tensor<8x32x64xf32>
    %559 = stablehlo.add %555, %558 : tensor<8x32x64xf32>
    %560 = stablehlo.multiply %216, %559 : tensor<8x32x64xf32>
    %cst_121 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %561 = stablehlo.reduce(%560 init: %cst_121) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %562 = stablehlo.reshape %561 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %563 = stablehlo.broadcast_in_dim %217, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<8x32x64xf32>
    %564 = stablehlo.multiply %559, %563 : tensor<8x32x64xf32>
    %cst_122 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %565 = stablehlo.reduce(%562 init: %cst_122) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %566 = stablehlo.multiply %196, %564 : tensor<8x32x64xf32>
    %cst_123 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %567 = stablehlo.reduce(%566 init: %cst_123) applies stablehlo.add across dimensions = [2] : (tensor<8x32x64xf32>, tensor<f32>) -> tensor<8x32xf32>
    %568 = stablehlo.reshape %567 : (tensor<8x32xf32>) -> tensor<8x32x1xf32>
    %569 = stablehlo.broadcast_in_dim %211, dims = [0, 1, 2] : (tensor<8x32x1xf32>) -> tensor<8x32x64xf32>
    %570 = stablehlo.multiply %564, %569 : tensor<8x32x64xf32>
    %571 = stablehlo.add %522, %570 : tensor<8x32x64xf32>
    %572 = stablehlo.multiply %568, %214 : tensor<8x32x1xf32>
    %cst_124 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %573 = stablehlo.broadcast_in_dim %cst_124, dims = [] : (tensor<f32>) -> tensor<8x32x1xf32>
    %574 = stablehlo.divide %572, %573 : tensor<8x32x1xf32>
    %cst_125 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %575 = stablehlo.reduce(%574 init: %cst_125) applies stablehlo.add across dimensions = [2] : (tensor<8x32x1xf32>, tensor<f32>) -> tensor<8x32xf32>
    %576 = stablehlo.broadcast_in_dim %575, dims = [0, 1] : (tensor<8x32xf32>) -> tensor<8x32x64xf32>
    %577 = stablehlo.multiply %576, %204 : tensor<8x32x64xf32>
    %578 = stablehlo.add %571, %577 : tensor<8x32x64xf32>
    %cst_126 = stablehlo.constant dense<8.000000e+00> : tensor<f32>
    %579 = stablehlo.multiply %440, %cst_126 : tensor<f32>
    %cst_127 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %580 = stablehlo.reduce(%579 init: %cst_127) applies stablehlo.add across dimensions = [] : (tensor<f32>, tensor<f32>) -> tensor<f32>
    %cst_128 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %581 = stablehlo.divide %580, %cst_128 : tensor<f32>
    %cst_129 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %582 = stablehlo.reduce(%581 init: %cst_129) applies stablehlo.add across dimensions = [] : (tensor<f32>, tensor<f32>) -> tensor<f32>
    %583 = stablehlo.broadcast_in_dim %582, dims = [] : (tensor<f32>) -> tensor<8x8xf32>
    %584 = stablehlo.multiply %175, %583 : tensor<8x8xf32>
    %585 = sdy.sharding_constraint %578 <@mesh, [{"expert"}, {}, {}]> : tensor<8x32x64xf32>
    %586 = stablehlo.dot_general %585, %172, batching_dims = [0] x [0], contracting_dims = [1] x [1], precision = [DEFAULT, DEFAULT] : (tensor<8x32x64xf32>, tensor<8x32x8x10xf32>) -> tensor<8x64x8x10xf32>
    %587 = stablehlo.transpose %586, dims = [2, 0, 3, 1] : (tensor<8x64x8x10xf32>) -> tensor<8x8x10x64xf32>
    %588 = stablehlo.dot_general %585, %193, batching_dims = [0] x [1], contracting_dims = [2] x [3], precision = [DEFAULT, DEFAULT] : (tensor<8x32x64xf32>, tensor<8x8x10x64xf32>) -> tensor<8x32x8x10xf32>
    %589 = sdy.sharding_constraint %587 <@mesh, [{}, {"expert"}, {}, {}]> : tensor<8x8x10x64xf32>
    %590 = sdy.sharding_constraint %589 <@mesh, [{"expert"}, {}, {}, {}]> : tensor<8x8x10x64xf32>
    %591 = stablehlo.dot_general %590, %187, batching_dims = [0] x [0], contracting_dims = [1, 2] x [1, 2], precision = [DEFAULT, DEFAULT] : (tensor<8x8x10x64xf32>, tensor<8x8x10x256xf32>) -> tensor<8x64x256xf32>
    %592 = stablehlo.transpose %591, dims = [0, 2, 1] : (tensor<8x64x256xf32>) -> tensor<8x256x64xf32>
    %593 = stablehlo.dot_general %590, %arg6, batching_dims = [0] x [0], contracting_dims = [3] x [2], precision = [DEFAULT, DEFAULT] : (tensor<8x8x10x64xf32>, tensor<8x256x64xf32>) -> tensor<8x8x10x256xf32>
    %cst_130 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %594 = stablehlo.broadcast_in_dim %cst_130, dims = [] : (tensor<f32>) -> tensor<8x8x10x256xf32>
    %595 = stablehlo.select %189, %593, %594 : tensor<8x8x10x256xi1>, tensor<8x8x10x256xf32>
    %596 = stablehlo.dot_general %595, %185, batching_dims = [0] x [0], contracting_dims = [1, 2] x [1, 2], precision = [DEFAULT, DEFAULT] : (tensor<8x8x10x256xf32>, tensor<8x8x10x64xf32>) -> tensor<8x256x64xf32>
    %597 = stablehlo.transpose %596, dims = [0, 2, 1] : (tensor<8x256x64xf32>) -> tensor<8x64x256xf32>
    %598 = stablehlo.dot_general %595, %arg5, batching_dims = [0] x [0], contracting_dims = [3] x [2], precision = [DEFAULT, DEFAULT] : (tensor<8x8x10x256xf32>, tensor<8x64x256xf32>) -> tensor<8x8x10x64xf32>
    %599 = sdy.sharding_constraint %598 <@mesh, [{"expert"}, {}, {}, {}]> : tensor<8x8x10x64xf32>
    %600 = sdy.sharding_constraint %599 <@mesh, [{}, {"expert"}, {}, {}]> : tensor<8x8x10x64xf32>
    %601 = stablehlo.transpose %600, dims = [1, 3, 0, 2] : (tensor<8x8x10x64xf32>) -> tensor<8x64x8x10xf32>
    %602 = stablehlo.dot_general %601, %181, batching_dims = [0] x [0], contracting_dims = [2, 3] x [2, 3], precision = [DEFAULT, DEFAULT] : (tensor<8x64x8x10xf32>, tensor<8x32x8x10xf32>) -> tensor<8x64x32xf32>
    %603 = stablehlo.transpose %602, dims = [0, 2, 1] : (tensor<8x64x32xf32>) -> tensor<8x32x64xf32>
    %cst_131 = stablehlo.constant dense<3.200000e+01> : tensor<f32>
    %604 = stablehlo.broadcast_in_dim %cst_131, dims = [] : (tensor<f32>) -> tensor<8x8xf32>
    %605 = stablehlo.divide %584, %604 : tensor<8x8xf32>
    %606 = stablehlo.broadcast_in_dim %605, dims = [0, 2] : (tensor<8x8xf32>) -> tensor<8x32x8xf32>
    %607 = stablehlo.dot_general %588, %167, batching_dims = [0, 1] x [0, 1], contracting_dims = [3] x [2], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8x10xf32>, tensor<8x32x10xf32>) -> tensor<8x32x8xf32>
    %608 = stablehlo.dot_general %607, %135, batching_dims = [0, 1] x [0, 1], contracting_dims = [2] x [2], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8xf32>, tensor<8x32x8xf32>) -> tensor<8x32xf32>
    %609 = stablehlo.dot_general %588, %161, batching_dims = [0, 1] x [0, 1], contracting_dims = [3] x [2], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8x10xf32>, tensor<8x32x10xf32>) -> tensor<8x32x8xf32>
    %610 = stablehlo.dot_general %609, %131, batching_dims = [0, 1] x [0, 1], contracting_dims = [2] x [2], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8xf32>, tensor<8x32x8xf32>) -> tensor<8x32xf32>
    %611 = stablehlo.multiply %608, %150 : tensor<8x32xf32>
    %612 = stablehlo.multiply %611, %139 : tensor<8x32xf32>
    %613 = stablehlo.negate %612 : tensor<8x32xf32>
    %614 = stablehlo.divide %608, %142 : tensor<8x32xf32>
    %615 = stablehlo.multiply %610, %146 : tensor<8x32xf32>
    %616 = stablehlo.multiply %615, %137 : tensor<8x32xf32>
    %617 = stablehlo.negate %616 : tensor<8x32xf32>
    %618 = stablehlo.add %613, %617 : tensor<8x32xf32>
    %619 = stablehlo.divide %610, %142 : tensor<8x32xf32>
    %620 = stablehlo.add %619, %618 : tensor<8x32xf32>
    %621 = stablehlo.add %614, %618 : tensor<8x32xf32>
    %622 = stablehlo.broadcast_in_dim %621, dims = [0, 1] : (tensor<8x32xf32>) -> tensor<8x32x8xf32>
    %623 = stablehlo.multiply %622, %135 : tensor<8x32x8xf32>
    %624 = stablehlo.add %606, %623 : tensor<8x32x8xf32>
    %625 = stablehlo.broadcast_in_dim %620, dims = [0, 1] : (tensor<8x32xf32>) -> tensor<8x32x8xf32>
    %626 = stablehlo.multiply %625, %131 : tensor<8x32x8xf32>
    %627 = stablehlo.add %624, %626 : tensor<8x32x8xf32>
    %628 = stablehlo.broadcast_in_dim %97, dims = [0, 1, 2] : (tensor<8x32x1xf32>) -> tensor<8x32x8xf32>
    %629 = stablehlo.multiply %627, %628 : tensor<8x32x8xf32>
    %630 = stablehlo.multiply %629, %90 : tensor<8x32x8xf32>
    %cst_132 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %631 = stablehlo.reduce(%630 init: %cst_132) applies stablehlo.add across dimensions = [2] : (tensor<8x32x8xf32>, tensor<f32>) -> tensor<8x32xf32>
    %632 = stablehlo.reshape %631 : (tensor<8x32xf32>) -> tensor<8x32x1xf32>
    %633 = stablehlo.negate %632 : tensor<8x32x1xf32>
    %634 = stablehlo.broadcast_in_dim %92, dims = [0, 1, 2] : (tensor<8x32x1xf32>) -> tensor<8x32x8xf32>
    %635 = stablehlo.divide %627, %634 : tensor<8x32x8xf32>
    %cst_133 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %636 = stablehlo.reduce(%633 init: %cst_133) applies stablehlo.add across dimensions = [2] : (tensor<8x32x1xf32>, tensor<f32>) -> tensor<8x32xf32>
    %637 = stablehlo.broadcast_in_dim %636, dims = [0, 1] : (tensor<8x32xf32>) -> tensor<8x32x8xf32>
    %638 = stablehlo.add %635, %637 : tensor<8x32x8xf32>
    %639 = stablehlo.multiply %638, %90 : tensor<8x32x8xf32>
    %640 = stablehlo.dot_general %639, %67, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8xf32>, tensor<8x32x64xf32>) -> tensor<8x64xf32>
    %641 = stablehlo.transpose %640, dims = [1, 0] : (tensor<8x64xf32>) -> tensor<64x8xf32>
    %642 = stablehlo.dot_general %639, %arg7, contracting_dims = [2] x [1], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8xf32>, tensor<64x8xf32>) -> tensor<8x32x64xf32>
    %643 = stablehlo.add %603, %642 : tensor<8x32x64xf32>
    %644 = stablehlo.multiply %64, %643 : tensor<8x32x64xf32>
    %cst_134 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %645 = stablehlo.reduce(%644 init: %cst_134) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %646 = stablehlo.reshape %645 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %647 = stablehlo.broadcast_in_dim %65, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<8x32x64xf32>
    %648 = stablehlo.multiply %643, %647 : tensor<8x32x64xf32>
    %cst_135 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %649 = stablehlo.reduce(%646 init: %cst_135) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %650 = stablehlo.multiply %49, %648 : tensor<8x32x64xf32>
    %cst_136 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %651 = stablehlo.reduce(%650 init: %cst_136) applies stablehlo.add across dimensions = [2] : (tensor<8x32x64xf32>, tensor<f32>) -> tensor<8x32xf32>
    %652 = stablehlo.reshape %651 : (tensor<8x32xf32>) -> tensor<8x32x1xf32>
    %653 = stablehlo.broadcast_in_dim %59, dims = [0, 1, 2] : (tensor<8x32x1xf32>) -> tensor<8x32x64xf32>
    %654 = stablehlo.multiply %648, %653 : tensor<8x32x64xf32>
    %655 = stablehlo.add %585, %654 : tensor<8x32x64xf32>
    %656 = stablehlo.multiply %652, %62 : tensor<8x32x1xf32>
    %cst_137 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %657 = stablehlo.broadcast_in_dim %cst_137, dims = [] : (tensor<f32>) -> tensor<8x32x1xf32>
    %658 = stablehlo.divide %656, %657 : tensor<8x32x1xf32>
    %cst_138 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %659 = stablehlo.reduce(%658 init: %cst_138) applies stablehlo.add across dimensions = [2] : (tensor<8x32x1xf32>, tensor<f32>) -> tensor<8x32xf32>
    %660 = stablehlo.broadcast_in_dim %659, dims = [0, 1] : (tensor<8x32xf32>) -> tensor<8x32x64xf32>
    %661 = stablehlo.multiply %660, %52 : tensor<8x32x64xf32>
    %662 = stablehlo.add %655, %661 : tensor<8x32x64xf32>
    %663 = stablehlo.dot_general %662, %47, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<8x32x64xf32>, tensor<8x32x8x8xf32>) -> tensor<64x8x8xf32>
    %664 = stablehlo.transpose %663, dims = [1, 2, 0] : (tensor<64x8x8xf32>) -> tensor<8x8x64xf32>
    %665 = stablehlo.dot_general %662, %arg2, contracting_dims = [2] x [2], precision = [DEFAULT, DEFAULT] : (tensor<8x32x64xf32>, tensor<8x8x64xf32>) -> tensor<8x32x8x8xf32>
    %666 = stablehlo.transpose %665, dims = [0, 2, 3, 1] : (tensor<8x32x8x8xf32>) -> tensor<8x8x8x32xf32>
    %667 = stablehlo.dot_general %666, %24, batching_dims = [0, 1] x [0, 2], contracting_dims = [2] x [3], precision = [DEFAULT, DEFAULT] : (tensor<8x8x8x32xf32>, tensor<8x32x8x8xf32>) -> tensor<8x8x32x32xf32>
    %668 = stablehlo.dot_general %666, %42, batching_dims = [0, 1] x [0, 1], contracting_dims = [3] x [2], precision = [DEFAULT, DEFAULT] : (tensor<8x8x8x32xf32>, tensor<8x8x32x32xf32>) -> tensor<8x8x8x32xf32>
    %669 = stablehlo.transpose %668, dims = [0, 3, 1, 2] : (tensor<8x8x8x32xf32>) -> tensor<8x32x8x8xf32>
    %670 = stablehlo.broadcast_in_dim %45, dims = [0, 1, 2, 3] : (tensor<8x8x32x1xf32>) -> tensor<8x8x32x32xf32>
    %671 = stablehlo.multiply %667, %670 : tensor<8x8x32x32xf32>
    %672 = stablehlo.multiply %671, %38 : tensor<8x8x32x32xf32>
    %cst_139 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %673 = stablehlo.reduce(%672 init: %cst_139) applies stablehlo.add across dimensions = [3] : (tensor<8x8x32x32xf32>, tensor<f32>) -> tensor<8x8x32xf32>
    %674 = stablehlo.reshape %673 : (tensor<8x8x32xf32>) -> tensor<8x8x32x1xf32>
    %675 = stablehlo.negate %674 : tensor<8x8x32x1xf32>
    %676 = stablehlo.broadcast_in_dim %40, dims = [0, 1, 2, 3] : (tensor<8x8x32x1xf32>) -> tensor<8x8x32x32xf32>
    %677 = stablehlo.divide %667, %676 : tensor<8x8x32x32xf32>
    %cst_140 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %678 = stablehlo.reduce(%675 init: %cst_140) applies stablehlo.add across dimensions = [3] : (tensor<8x8x32x1xf32>, tensor<f32>) -> tensor<8x8x32xf32>
    %679 = stablehlo.broadcast_in_dim %678, dims = [0, 1, 2] : (tensor<8x8x32xf32>) -> tensor<8x8x32x32xf32>
    %680 = stablehlo.add %677, %679 : tensor<8x8x32x32xf32>
    %681 = stablehlo.multiply %680, %38 : tensor<8x8x32x32xf32>
    %682 = call @_where_6(%28#1, %28#2, %681) : (tensor<8x8x32x32xi1>, tensor<8x8x32x32xf32>, tensor<8x8x32x32xf32>) -> tensor<8x8x32x32xf32>
    %cst_141 = stablehlo.constant dense<2.82842708> : tensor<f32>
    %683 = stablehlo.broadcast_in_dim %cst_141, dims = [] : (tensor<f32>) -> tensor<8x8x32x32xf32>
    %684 = stablehlo.divide %682, %683 : tensor<8x8x32x32xf32>
    %685 = stablehlo.dot_general %684, %22, batching_dims = [0, 1] x [0, 2], contracting_dims = [2] x [1], precision = [DEFAULT, DEFAULT] : (tensor<8x8x32x32xf32>, tensor<8x32x8x8xf32>) -> tensor<8x8x32x8xf32>
    %686 = stablehlo.transpose %685, dims = [0, 2, 1, 3] : (tensor<8x8x32x8xf32>) -> tensor<8x32x8x8xf32>
    %687 = stablehlo.dot_general %684, %23, batching_dims = [0, 1] x [0, 2], contracting_dims = [3] x [1], precision = [DEFAULT, DEFAULT] : (tensor<8x8x32x32xf32>, tensor<8x32x8x8xf32>) -> tensor<8x8x32x8xf32>
    %688 = stablehlo.transpose %687, dims = [0, 2, 1, 3] : (tensor<8x8x32x8xf32>) -> tensor<8x32x8x8xf32>
    %689 = stablehlo.dot_general %669, %21, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8x8xf32>, tensor<8x32x64xf32>) -> tensor<8x8x64xf32>
    %690 = stablehlo.transpose %689, dims = [2, 0, 1] : (tensor<8x8x64xf32>) -> tensor<64x8x8xf32>
    %691 = stablehlo.dot_general %669, %arg4, contracting_dims = [2, 3] x [1, 2], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8x8xf32>, tensor<64x8x8xf32>) -> tensor<8x32x64xf32>
    %692 = stablehlo.dot_general %686, %21, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8x8xf32>, tensor<8x32x64xf32>) -> tensor<8x8x64xf32>
    %693 = stablehlo.transpose %692, dims = [2, 0, 1] : (tensor<8x8x64xf32>) -> tensor<64x8x8xf32>
    %694 = stablehlo.dot_general %686, %arg1, contracting_dims = [2, 3] x [1, 2], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8x8xf32>, tensor<64x8x8xf32>) -> tensor<8x32x64xf32>
    %695 = stablehlo.add %691, %694 : tensor<8x32x64xf32>
    %696 = stablehlo.dot_general %688, %21, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8x8xf32>, tensor<8x32x64xf32>) -> tensor<8x8x64xf32>
    %697 = stablehlo.transpose %696, dims = [2, 0, 1] : (tensor<8x8x64xf32>) -> tensor<64x8x8xf32>
    %698 = stablehlo.dot_general %688, %arg3, contracting_dims = [2, 3] x [1, 2], precision = [DEFAULT, DEFAULT] : (tensor<8x32x8x8xf32>, tensor<64x8x8xf32>) -> tensor<8x32x64xf32>
    %699 = stablehlo.add %695, %698 : tensor<8x32x64xf32>
    %700 = stablehlo.multiply %18, %699 : tensor<8x32x64xf32>
    %cst_142 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %701 = stablehlo.reduce(%700 init: %cst_142) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x32x64xf32>, tensor<f32>) -> tensor<64xf32>
    %702 = stablehlo.reshape %701 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %703 = stablehlo.broadcast_in_dim %19, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<8x32x64xf32>
    %704 = stablehlo.multiply %699, %703 : tensor<8x32x64xf32>
    %cst_143 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %705 = stablehlo.reduce(%702 init: %cst_143) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %706 = stablehlo.multiply %0#0, %704 : tensor<8x32x64xf32>
    %cst_144 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %707 = stablehlo.reduce(%706 init: %cst_144) applies stablehlo.add across dimensions = [2] : (tensor<8x32x64xf32>, tensor<f32>) -> tensor<8x32xf32>
    %708 = stablehlo.reshape %707 : (tensor<8x32xf32>) -> tensor<8x32x1xf32>
    %709 = stablehlo.broadcast_in_dim %13, dims = [0, 1, 2] : (tensor<8x32x1xf32>) -> tensor<8x32x64xf32>
    %710 = stablehlo.multiply %704, %709 : tensor<8x32x64xf32>
    %711 = stablehlo.add %662, %710 : tensor<8x32x64xf32>
    %712 = stablehlo.multiply %708, %16 : tensor<8x32x1xf32>
    %cst_145 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %713 = stablehlo.broadcast_in_dim %cst_145, dims = [] : (tensor<f32>) -> tensor<8x32x1xf32>
    %714 = stablehlo.divide %712, %713 : tensor<8x32x1xf32>
    %cst_146 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %715 = stablehlo.reduce(%714 init: %cst_146) applies stablehlo.add across dimensions = [2] : (tensor<8x32x1xf32>, tensor<f32>) -> tensor<8x32xf32>
    %716 = stablehlo.broadcast_in_dim %715, dims = [0, 1] : (tensor<8x32xf32>) -> tensor<8x32x64xf32>
    %717 = stablehlo.multiply %716, %6 : tensor<8x32x64xf32>
    %718 = stablehlo.add %711, %717 : tensor<8x32x64xf32>
    %719 = call @_take_7(%0#1, %718) : (tensor<8x32x1xi32>, tensor<8x32x64xf32>) -> tensor<256x64xf32>
    %cst_147 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %720 = stablehlo.add %arg40, %cst_147 : tensor<f32>
    %cst_148 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %721 = stablehlo.power %cst_148, %720 : tensor<f32>
    %cst_149 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %722 = stablehlo.subtract %cst_149, %721 : tensor<f32>
    %cst_150 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %723 = stablehlo.power %cst_150, %720 : tensor<f32>
    %cst_151 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %724 = stablehlo.subtract %cst_151, %723 : tensor<f32>
    %cst_152 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %725 = stablehlo.broadcast_in_dim %cst_152, dims = [] : (tensor<f32>) -> tensor<256x64xf32>
    %726 = stablehlo.multiply %725, %arg20 : tensor<256x64xf32>
    %cst_153 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %727 = stablehlo.broadcast_in_dim %cst_153, dims = [] : (tensor<f32>) -> tensor<256x64xf32>
    %728 = stablehlo.multiply %727, %719 : tensor<256x64xf32>
    %729 = stablehlo.add %726, %728 : tensor<256x64xf32>
    %cst_154 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %730 = stablehlo.broadcast_in_dim %cst_154, dims = [] : (tensor<f32>) -> tensor<256x64xf32>
    %731 = stablehlo.multiply %730, %arg41 : tensor<256x64xf32>
    %cst_155 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %732 = stablehlo.broadcast_in_dim %cst_155, dims = [] : (tensor<f32>) -> tensor<256x64xf32>
    %733 = stablehlo.multiply %732, %719 : tensor<256x64xf32>
    %734 = stablehlo.multiply %733, %719 : tensor<256x64xf32>
    %735 = stablehlo.add %731, %734 : tensor<256x64xf32>
    %736 = stablehlo.broadcast_in_dim %722, dims = [] : (tensor<f32>) -> tensor<256x64xf32>
    %737 = stablehlo.divide %729, %736 : tensor<256x64xf32>
    %cst_156 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %738 = stablehlo.broadcast_in_dim %cst_156, dims = [] : (tensor<f32>) -> tensor<256x64xf32>
    %739 = stablehlo.multiply %738, %737 : tensor<256x64xf32>
    %740 = stablehlo.broadcast_in_dim %724, dims = [] : (tensor<f32>) -> tensor<256x64xf32>
    %741 = stablehlo.divide %735, %740 : tensor<256x64xf32>
    %742 = stablehlo.sqrt %741 : tensor<256x64xf32>
    %cst_157 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %743 = stablehlo.broadcast_in_dim %cst_157, dims = [] : (tensor<f32>) -> tensor<256x64xf32>
    %744 = stablehlo.add %742, %743 : tensor<256x64xf32>
    %745 = stablehlo.divide %739, %744 : tensor<256x64xf32>
    %746 = stablehlo.subtract %arg0, %745 : tensor<256x64xf32>
    %cst_158 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %747 = stablehlo.broadcast_in_dim %cst_158, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %748 = stablehlo.multiply %747, %arg21 : tensor<64x8x8xf32>
    %cst_159 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %749 = stablehlo.broadcast_in_dim %cst_159, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %750 = stablehlo.multiply %749, %693 : tensor<64x8x8xf32>
    %751 = stablehlo.add %748, %750 : tensor<64x8x8xf32>
    %cst_160 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %752 = stablehlo.broadcast_in_dim %cst_160, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %753 = stablehlo.multiply %752, %arg42 : tensor<64x8x8xf32>
    %cst_161 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %754 = stablehlo.broadcast_in_dim %cst_161, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %755 = stablehlo.multiply %754, %693 : tensor<64x8x8xf32>
    %756 = stablehlo.multiply %755, %693 : tensor<64x8x8xf32>
    %757 = stablehlo.add %753, %756 : tensor<64x8x8xf32>
    %758 = stablehlo.broadcast_in_dim %722, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %759 = stablehlo.divide %751, %758 : tensor<64x8x8xf32>
    %cst_162 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %760 = stablehlo.broadcast_in_dim %cst_162, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %761 = stablehlo.multiply %760, %759 : tensor<64x8x8xf32>
    %762 = stablehlo.broadcast_in_dim %724, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %763 = stablehlo.divide %757, %762 : tensor<64x8x8xf32>
    %764 = stablehlo.sqrt %763 : tensor<64x8x8xf32>
    %cst_163 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %765 = stablehlo.broadcast_in_dim %cst_163, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %766 = stablehlo.add %764, %765 : tensor<64x8x8xf32>
    %767 = stablehlo.divide %761, %766 : tensor<64x8x8xf32>
    %768 = stablehlo.subtract %arg1, %767 : tensor<64x8x8xf32>
    %cst_164 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %769 = stablehlo.broadcast_in_dim %cst_164, dims = [] : (tensor<f32>) -> tensor<8x8x64xf32>
    %770 = stablehlo.multiply %769, %arg22 : tensor<8x8x64xf32>
    %cst_165 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %771 = stablehlo.broadcast_in_dim %cst_165, dims = [] : (tensor<f32>) -> tensor<8x8x64xf32>
    %772 = stablehlo.multiply %771, %664 : tensor<8x8x64xf32>
    %773 = stablehlo.add %770, %772 : tensor<8x8x64xf32>
    %cst_166 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %774 = stablehlo.broadcast_in_dim %cst_166, dims = [] : (tensor<f32>) -> tensor<8x8x64xf32>
    %775 = stablehlo.multiply %774, %arg43 : tensor<8x8x64xf32>
    %cst_167 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %776 = stablehlo.broadcast_in_dim %cst_167, dims = [] : (tensor<f32>) -> tensor<8x8x64xf32>
    %777 = stablehlo.multiply %776, %664 : tensor<8x8x64xf32>
    %778 = stablehlo.multiply %777, %664 : tensor<8x8x64xf32>
    %779 = stablehlo.add %775, %778 : tensor<8x8x64xf32>
    %780 = stablehlo.broadcast_in_dim %722, dims = [] : (tensor<f32>) -> tensor<8x8x64xf32>
    %781 = stablehlo.divide %773, %780 : tensor<8x8x64xf32>
    %cst_168 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %782 = stablehlo.broadcast_in_dim %cst_168, dims = [] : (tensor<f32>) -> tensor<8x8x64xf32>
    %783 = stablehlo.multiply %782, %781 : tensor<8x8x64xf32>
    %784 = stablehlo.broadcast_in_dim %724, dims = [] : (tensor<f32>) -> tensor<8x8x64xf32>
    %785 = stablehlo.divide %779, %784 : tensor<8x8x64xf32>
    %786 = stablehlo.sqrt %785 : tensor<8x8x64xf32>
    %cst_169 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %787 = stablehlo.broadcast_in_dim %cst_169, dims = [] : (tensor<f32>) -> tensor<8x8x64xf32>
    %788 = stablehlo.add %786, %787 : tensor<8x8x64xf32>
    %789 = stablehlo.divide %783, %788 : tensor<8x8x64xf32>
    %790 = stablehlo.subtract %arg2, %789 : tensor<8x8x64xf32>
    %cst_170 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %791 = stablehlo.broadcast_in_dim %cst_170, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %792 = stablehlo.multiply %791, %arg23 : tensor<64x8x8xf32>
    %cst_171 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %793 = stablehlo.broadcast_in_dim %cst_171, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %794 = stablehlo.multiply %793, %697 : tensor<64x8x8xf32>
    %795 = stablehlo.add %792, %794 : tensor<64x8x8xf32>
    %cst_172 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %796 = stablehlo.broadcast_in_dim %cst_172, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %797 = stablehlo.multiply %796, %arg44 : tensor<64x8x8xf32>
    %cst_173 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %798 = stablehlo.broadcast_in_dim %cst_173, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %799 = stablehlo.multiply %798, %697 : tensor<64x8x8xf32>
    %800 = stablehlo.multiply %799, %697 : tensor<64x8x8xf32>
    %801 = stablehlo.add %797, %800 : tensor<64x8x8xf32>
    %802 = stablehlo.broadcast_in_dim %722, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %803 = stablehlo.divide %795, %802 : tensor<64x8x8xf32>
    %cst_174 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %804 = stablehlo.broadcast_in_dim %cst_174, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %805 = stablehlo.multiply %804, %803 : tensor<64x8x8xf32>
    %806 = stablehlo.broadcast_in_dim %724, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %807 = stablehlo.divide %801, %806 : tensor<64x8x8xf32>
    %808 = stablehlo.sqrt %807 : tensor<64x8x8xf32>
    %cst_175 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %809 = stablehlo.broadcast_in_dim %cst_175, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %810 = stablehlo.add %808, %809 : tensor<64x8x8xf32>
    %811 = stablehlo.divide %805, %810 : tensor<64x8x8xf32>
    %812 = stablehlo.subtract %arg3, %811 : tensor<64x8x8xf32>
    %cst_176 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %813 = stablehlo.broadcast_in_dim %cst_176, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %814 = stablehlo.multiply %813, %arg24 : tensor<64x8x8xf32>
    %cst_177 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %815 = stablehlo.broadcast_in_dim %cst_177, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %816 = stablehlo.multiply %815, %690 : tensor<64x8x8xf32>
    %817 = stablehlo.add %814, %816 : tensor<64x8x8xf32>
    %cst_178 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %818 = stablehlo.broadcast_in_dim %cst_178, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %819 = stablehlo.multiply %818, %arg45 : tensor<64x8x8xf32>
    %cst_179 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %820 = stablehlo.broadcast_in_dim %cst_179, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %821 = stablehlo.multiply %820, %690 : tensor<64x8x8xf32>
    %822 = stablehlo.multiply %821, %690 : tensor<64x8x8xf32>
    %823 = stablehlo.add %819, %822 : tensor<64x8x8xf32>
    %824 = stablehlo.broadcast_in_dim %722, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %825 = stablehlo.divide %817, %824 : tensor<64x8x8xf32>
    %cst_180 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %826 = stablehlo.broadcast_in_dim %cst_180, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %827 = stablehlo.multiply %826, %825 : tensor<64x8x8xf32>
    %828 = stablehlo.broadcast_in_dim %724, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %829 = stablehlo.divide %823, %828 : tensor<64x8x8xf32>
    %830 = stablehlo.sqrt %829 : tensor<64x8x8xf32>
    %cst_181 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %831 = stablehlo.broadcast_in_dim %cst_181, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %832 = stablehlo.add %830, %831 : tensor<64x8x8xf32>
    %833 = stablehlo.divide %827, %832 : tensor<64x8x8xf32>
    %834 = stablehlo.subtract %arg4, %833 : tensor<64x8x8xf32>
    %cst_182 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %835 = stablehlo.broadcast_in_dim %cst_182, dims = [] : (tensor<f32>) -> tensor<8x64x256xf32>
    %836 = stablehlo.multiply %835, %arg25 : tensor<8x64x256xf32>
    %cst_183 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %837 = stablehlo.broadcast_in_dim %cst_183, dims = [] : (tensor<f32>) -> tensor<8x64x256xf32>
    %838 = stablehlo.multiply %837, %597 : tensor<8x64x256xf32>
    %839 = stablehlo.add %836, %838 : tensor<8x64x256xf32>
    %cst_184 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %840 = stablehlo.broadcast_in_dim %cst_184, dims = [] : (tensor<f32>) -> tensor<8x64x256xf32>
    %841 = stablehlo.multiply %840, %arg46 : tensor<8x64x256xf32>
    %cst_185 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %842 = stablehlo.broadcast_in_dim %cst_185, dims = [] : (tensor<f32>) -> tensor<8x64x256xf32>
    %843 = stablehlo.multiply %842, %597 : tensor<8x64x256xf32>
    %844 = stablehlo.multiply %843, %597 : tensor<8x64x256xf32>
    %845 = stablehlo.add %841, %844 : tensor<8x64x256xf32>
    %846 = stablehlo.broadcast_in_dim %722, dims = [] : (tensor<f32>) -> tensor<8x64x256xf32>
    %847 = stablehlo.divide %839, %846 : tensor<8x64x256xf32>
    %cst_186 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %848 = stablehlo.broadcast_in_dim %cst_186, dims = [] : (tensor<f32>) -> tensor<8x64x256xf32>
    %849 = stablehlo.multiply %848, %847 : tensor<8x64x256xf32>
    %850 = stablehlo.broadcast_in_dim %724, dims = [] : (tensor<f32>) -> tensor<8x64x256xf32>
    %851 = stablehlo.divide %845, %850 : tensor<8x64x256xf32>
    %852 = stablehlo.sqrt %851 : tensor<8x64x256xf32>
    %cst_187 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %853 = stablehlo.broadcast_in_dim %cst_187, dims = [] : (tensor<f32>) -> tensor<8x64x256xf32>
    %854 = stablehlo.add %852, %853 : tensor<8x64x256xf32>
    %855 = stablehlo.divide %849, %854 : tensor<8x64x256xf32>
    %856 = stablehlo.subtract %arg5, %855 : tensor<8x64x256xf32>
    %cst_188 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %857 = stablehlo.broadcast_in_dim %cst_188, dims = [] : (tensor<f32>) -> tensor<8x256x64xf32>
    %858 = stablehlo.multiply %857, %arg26 : tensor<8x256x64xf32>
    %cst_189 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %859 = stablehlo.broadcast_in_dim %cst_189, dims = [] : (tensor<f32>) -> tensor<8x256x64xf32>
    %860 = stablehlo.multiply %859, %592 : tensor<8x256x64xf32>
    %861 = stablehlo.add %858, %860 : tensor<8x256x64xf32>
    %cst_190 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %862 = stablehlo.broadcast_in_dim %cst_190, dims = [] : (tensor<f32>) -> tensor<8x256x64xf32>
    %863 = stablehlo.multiply %862, %arg47 : tensor<8x256x64xf32>
    %cst_191 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %864 = stablehlo.broadcast_in_dim %cst_191, dims = [] : (tensor<f32>) -> tensor<8x256x64xf32>
    %865 = stablehlo.multiply %864, %592 : tensor<8x256x64xf32>
    %866 = stablehlo.multiply %865, %592 : tensor<8x256x64xf32>
    %867 = stablehlo.add %863, %866 : tensor<8x256x64xf32>
    %868 = stablehlo.broadcast_in_dim %722, dims = [] : (tensor<f32>) -> tensor<8x256x64xf32>
    %869 = stablehlo.divide %861, %868 : tensor<8x256x64xf32>
    %cst_192 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %870 = stablehlo.broadcast_in_dim %cst_192, dims = [] : (tensor<f32>) -> tensor<8x256x64xf32>
    %871 = stablehlo.multiply %870, %869 : tensor<8x256x64xf32>
    %872 = stablehlo.broadcast_in_dim %724, dims = [] : (tensor<f32>) -> tensor<8x256x64xf32>
    %873 = stablehlo.divide %867, %872 : tensor<8x256x64xf32>
    %874 = stablehlo.sqrt %873 : tensor<8x256x64xf32>
    %cst_193 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %875 = stablehlo.broadcast_in_dim %cst_193, dims = [] : (tensor<f32>) -> tensor<8x256x64xf32>
    %876 = stablehlo.add %874, %875 : tensor<8x256x64xf32>
    %877 = stablehlo.divide %871, %876 : tensor<8x256x64xf32>
    %878 = stablehlo.subtract %arg6, %877 : tensor<8x256x64xf32>
    %cst_194 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %879 = stablehlo.broadcast_in_dim %cst_194, dims = [] : (tensor<f32>) -> tensor<64x8xf32>
    %880 = stablehlo.multiply %879, %arg27 : tensor<64x8xf32>
    %cst_195 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %881 = stablehlo.broadcast_in_dim %cst_195, dims = [] : (tensor<f32>) -> tensor<64x8xf32>
    %882 = stablehlo.multiply %881, %641 : tensor<64x8xf32>
    %883 = stablehlo.add %880, %882 : tensor<64x8xf32>
    %cst_196 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %884 = stablehlo.broadcast_in_dim %cst_196, dims = [] : (tensor<f32>) -> tensor<64x8xf32>
    %885 = stablehlo.multiply %884, %arg48 : tensor<64x8xf32>
    %cst_197 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %886 = stablehlo.broadcast_in_dim %cst_197, dims = [] : (tensor<f32>) -> tensor<64x8xf32>
    %887 = stablehlo.multiply %886, %641 : tensor<64x8xf32>
    %888 = stablehlo.multiply %887, %641 : tensor<64x8xf32>
    %889 = stablehlo.add %885, %888 : tensor<64x8xf32>
    %890 = stablehlo.broadcast_in_dim %722, dims = [] : (tensor<f32>) -> tensor<64x8xf32>
    %891 = stablehlo.divide %883, %890 : tensor<64x8xf32>
    %cst_198 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %892 = stablehlo.broadcast_in_dim %cst_198, dims = [] : (tensor<f32>) -> tensor<64x8xf32>
    %893 = stablehlo.multiply %892, %891 : tensor<64x8xf32>
    %894 = stablehlo.broadcast_in_dim %724, dims = [] : (tensor<f32>) -> tensor<64x8xf32>
    %895 = stablehlo.divide %889, %894 : tensor<64x8xf32>
    %896 = stablehlo.sqrt %895 : tensor<64x8xf32>
    %cst_199 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %897 = stablehlo.broadcast_in_dim %cst_199, dims = [] : (tensor<f32>) -> tensor<64x8xf32>
    %898 = stablehlo.add %896, %897 : tensor<64x8xf32>
    %899 = stablehlo.divide %893, %898 : tensor<64x8xf32>
    %900 = stablehlo.subtract %arg7, %899 : tensor<64x8xf32>
    %cst_200 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %901 = stablehlo.broadcast_in_dim %cst_200, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %902 = stablehlo.multiply %901, %arg28 : tensor<64xf32>
    %cst_201 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %903 = stablehlo.broadcast_in_dim %cst_201, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %904 = stablehlo.multiply %903, %705 : tensor<64xf32>
    %905 = stablehlo.add %902, %904 : tensor<64xf32>
    %cst_202 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %906 = stablehlo.broadcast_in_dim %cst_202, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %907 = stablehlo.multiply %906, %arg49 : tensor<64xf32>
    %cst_203 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %908 = stablehlo.broadcast_in_dim %cst_203, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %909 = stablehlo.multiply %908, %705 : tensor<64xf32>
    %910 = stablehlo.multiply %909, %705 : tensor<64xf32>
    %911 = stablehlo.add %907, %910 : tensor<64xf32>
    %912 = stablehlo.broadcast_in_dim %722, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %913 = stablehlo.divide %905, %912 : tensor<64xf32>
    %cst_204 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %914 = stablehlo.broadcast_in_dim %cst_204, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %915 = stablehlo.multiply %914, %913 : tensor<64xf32>
    %916 = stablehlo.broadcast_in_dim %724, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %917 = stablehlo.divide %911, %916 : tensor<64xf32>
    %918 = stablehlo.sqrt %917 : tensor<64xf32>
    %cst_205 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %919 = stablehlo.broadcast_in_dim %cst_205, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %920 = stablehlo.add %918, %919 : tensor<64xf32>
    %921 = stablehlo.divide %915, %920 : tensor<64xf32>
    %922 = stablehlo.subtract %arg8, %921 : tensor<64xf32>
    %cst_206 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %923 = stablehlo.broadcast_in_dim %cst_206, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %924 = stablehlo.multiply %923, %arg29 : tensor<64xf32>
    %cst_207 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %925 = stablehlo.broadcast_in_dim %cst_207, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %926 = stablehlo.multiply %925, %649 : tensor<64xf32>
    %927 = stablehlo.add %924, %926 : tensor<64xf32>
    %cst_208 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %928 = stablehlo.broadcast_in_dim %cst_208, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %929 = stablehlo.multiply %928, %arg50 : tensor<64xf32>
    %cst_209 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %930 = stablehlo.broadcast_in_dim %cst_209, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %931 = stablehlo.multiply %930, %649 : tensor<64xf32>
    %932 = stablehlo.multiply %931, %649 : tensor<64xf32>
    %933 = stablehlo.add %929, %932 : tensor<64xf32>
    %934 = stablehlo.broadcast_in_dim %722, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %935 = stablehlo.divide %927, %934 : tensor<64xf32>
    %cst_210 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %936 = stablehlo.broadcast_in_dim %cst_210, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %937 = stablehlo.multiply %936, %935 : tensor<64xf32>
    %938 = stablehlo.broadcast_in_dim %724, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %939 = stablehlo.divide %933, %938 : tensor<64xf32>
    %940 = stablehlo.sqrt %939 : tensor<64xf32>
    %cst_211 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %941 = stablehlo.broadcast_in_dim %cst_211, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %942 = stablehlo.add %940, %941 : tensor<64xf32>
    %943 = stablehlo.divide %937, %942 : tensor<64xf32>
    %944 = stablehlo.subtract %arg9, %943 : tensor<64xf32>
    %cst_212 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %945 = stablehlo.broadcast_in_dim %cst_212, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %946 = stablehlo.multiply %945, %arg30 : tensor<64x8x8xf32>
    %cst_213 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %947 = stablehlo.broadcast_in_dim %cst_213, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %948 = stablehlo.multiply %947, %553 : tensor<64x8x8xf32>
    %949 = stablehlo.add %946, %948 : tensor<64x8x8xf32>
    %cst_214 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %950 = stablehlo.broadcast_in_dim %cst_214, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %951 = stablehlo.multiply %950, %arg51 : tensor<64x8x8xf32>
    %cst_215 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %952 = stablehlo.broadcast_in_dim %cst_215, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %953 = stablehlo.multiply %952, %553 : tensor<64x8x8xf32>
    %954 = stablehlo.multiply %953, %553 : tensor<64x8x8xf32>
    %955 = stablehlo.add %951, %954 : tensor<64x8x8xf32>
    %956 = stablehlo.broadcast_in_dim %722, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %957 = stablehlo.divide %949, %956 : tensor<64x8x8xf32>
    %cst_216 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %958 = stablehlo.broadcast_in_dim %cst_216, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %959 = stablehlo.multiply %958, %957 : tensor<64x8x8xf32>
    %960 = stablehlo.broadcast_in_dim %724, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %961 = stablehlo.divide %955, %960 : tensor<64x8x8xf32>
    %962 = stablehlo.sqrt %961 : tensor<64x8x8xf32>
    %cst_217 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %963 = stablehlo.broadcast_in_dim %cst_217, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %964 = stablehlo.add %962, %963 : tensor<64x8x8xf32>
    %965 = stablehlo.divide %959, %964 : tensor<64x8x8xf32>
    %966 = stablehlo.subtract %arg10, %965 : tensor<64x8x8xf32>
    %cst_218 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %967 = stablehlo.broadcast_in_dim %cst_218, dims = [] : (tensor<f32>) -> tensor<8x8x64xf32>
    %968 = stablehlo.multiply %967, %arg31 : tensor<8x8x64xf32>
    %cst_219 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %969 = stablehlo.broadcast_in_dim %cst_219, dims = [] : (tensor<f32>) -> tensor<8x8x64xf32>
    %970 = stablehlo.multiply %969, %524 : tensor<8x8x64xf32>
    %971 = stablehlo.add %968, %970 : tensor<8x8x64xf32>
    %cst_220 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %972 = stablehlo.broadcast_in_dim %cst_220, dims = [] : (tensor<f32>) -> tensor<8x8x64xf32>
    %973 = stablehlo.multiply %972, %arg52 : tensor<8x8x64xf32>
    %cst_221 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %974 = stablehlo.broadcast_in_dim %cst_221, dims = [] : (tensor<f32>) -> tensor<8x8x64xf32>
    %975 = stablehlo.multiply %974, %524 : tensor<8x8x64xf32>
    %976 = stablehlo.multiply %975, %524 : tensor<8x8x64xf32>
    %977 = stablehlo.add %973, %976 : tensor<8x8x64xf32>
    %978 = stablehlo.broadcast_in_dim %722, dims = [] : (tensor<f32>) -> tensor<8x8x64xf32>
    %979 = stablehlo.divide %971, %978 : tensor<8x8x64xf32>
    %cst_222 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %980 = stablehlo.broadcast_in_dim %cst_222, dims = [] : (tensor<f32>) -> tensor<8x8x64xf32>
    %981 = stablehlo.multiply %980, %979 : tensor<8x8x64xf32>
    %982 = stablehlo.broadcast_in_dim %724, dims = [] : (tensor<f32>) -> tensor<8x8x64xf32>
    %983 = stablehlo.divide %977, %982 : tensor<8x8x64xf32>
    %984 = stablehlo.sqrt %983 : tensor<8x8x64xf32>
    %cst_223 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %985 = stablehlo.broadcast_in_dim %cst_223, dims = [] : (tensor<f32>) -> tensor<8x8x64xf32>
    %986 = stablehlo.add %984, %985 : tensor<8x8x64xf32>
    %987 = stablehlo.divide %981, %986 : tensor<8x8x64xf32>
    %988 = stablehlo.subtract %arg11, %987 : tensor<8x8x64xf32>
    %cst_224 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %989 = stablehlo.broadcast_in_dim %cst_224, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %990 = stablehlo.multiply %989, %arg32 : tensor<64x8x8xf32>
    %cst_225 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %991 = stablehlo.broadcast_in_dim %cst_225, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %992 = stablehlo.multiply %991, %557 : tensor<64x8x8xf32>
    %993 = stablehlo.add %990, %992 : tensor<64x8x8xf32>
    %cst_226 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %994 = stablehlo.broadcast_in_dim %cst_226, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %995 = stablehlo.multiply %994, %arg53 : tensor<64x8x8xf32>
    %cst_227 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %996 = stablehlo.broadcast_in_dim %cst_227, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %997 = stablehlo.multiply %996, %557 : tensor<64x8x8xf32>
    %998 = stablehlo.multiply %997, %557 : tensor<64x8x8xf32>
    %999 = stablehlo.add %995, %998 : tensor<64x8x8xf32>
    %1000 = stablehlo.broadcast_in_dim %722, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %1001 = stablehlo.divide %993, %1000 : tensor<64x8x8xf32>
    %cst_228 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1002 = stablehlo.broadcast_in_dim %cst_228, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %1003 = stablehlo.multiply %1002, %1001 : tensor<64x8x8xf32>
    %1004 = stablehlo.broadcast_in_dim %724, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %1005 = stablehlo.divide %999, %1004 : tensor<64x8x8xf32>
    %1006 = stablehlo.sqrt %1005 : tensor<64x8x8xf32>
    %cst_229 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %1007 = stablehlo.broadcast_in_dim %cst_229, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %1008 = stablehlo.add %1006, %1007 : tensor<64x8x8xf32>
    %1009 = stablehlo.divide %1003, %1008 : tensor<64x8x8xf32>
    %1010 = stablehlo.subtract %arg12, %1009 : tensor<64x8x8xf32>
    %cst_230 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1011 = stablehlo.broadcast_in_dim %cst_230, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %1012 = stablehlo.multiply %1011, %arg33 : tensor<64x8x8xf32>
    %cst_231 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1013 = stablehlo.broadcast_in_dim %cst_231, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %1014 = stablehlo.multiply %1013, %550 : tensor<64x8x8xf32>
    %1015 = stablehlo.add %1012, %1014 : tensor<64x8x8xf32>
    %cst_232 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1016 = stablehlo.broadcast_in_dim %cst_232, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %1017 = stablehlo.multiply %1016, %arg54 : tensor<64x8x8xf32>
    %cst_233 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1018 = stablehlo.broadcast_in_dim %cst_233, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %1019 = stablehlo.multiply %1018, %550 : tensor<64x8x8xf32>
    %1020 = stablehlo.multiply %1019, %550 : tensor<64x8x8xf32>
    %1021 = stablehlo.add %1017, %1020 : tensor<64x8x8xf32>
    %1022 = stablehlo.broadcast_in_dim %722, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %1023 = stablehlo.divide %1015, %1022 : tensor<64x8x8xf32>
    %cst_234 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1024 = stablehlo.broadcast_in_dim %cst_234, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %1025 = stablehlo.multiply %1024, %1023 : tensor<64x8x8xf32>
    %1026 = stablehlo.broadcast_in_dim %724, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %1027 = stablehlo.divide %1021, %1026 : tensor<64x8x8xf32>
    %1028 = stablehlo.sqrt %1027 : tensor<64x8x8xf32>
    %cst_235 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %1029 = stablehlo.broadcast_in_dim %cst_235, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %1030 = stablehlo.add %1028, %1029 : tensor<64x8x8xf32>
    %1031 = stablehlo.divide %1025, %1030 : tensor<64x8x8xf32>
    %1032 = stablehlo.subtract %arg13, %1031 : tensor<64x8x8xf32>
    %cst_236 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1033 = stablehlo.broadcast_in_dim %cst_236, dims = [] : (tensor<f32>) -> tensor<8x64x256xf32>
    %1034 = stablehlo.multiply %1033, %arg34 : tensor<8x64x256xf32>
    %cst_237 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1035 = stablehlo.broadcast_in_dim %cst_237, dims = [] : (tensor<f32>) -> tensor<8x64x256xf32>
    %1036 = stablehlo.multiply %1035, %457 : tensor<8x64x256xf32>
    %1037 = stablehlo.add %1034, %1036 : tensor<8x64x256xf32>
    %cst_238 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1038 = stablehlo.broadcast_in_dim %cst_238, dims = [] : (tensor<f32>) -> tensor<8x64x256xf32>
    %1039 = stablehlo.multiply %1038, %arg55 : tensor<8x64x256xf32>
    %cst_239 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1040 = stablehlo.broadcast_in_dim %cst_239, dims = [] : (tensor<f32>) -> tensor<8x64x256xf32>
    %1041 = stablehlo.multiply %1040, %457 : tensor<8x64x256xf32>
    %1042 = stablehlo.multiply %1041, %457 : tensor<8x64x256xf32>
    %1043 = stablehlo.add %1039, %1042 : tensor<8x64x256xf32>
    %1044 = stablehlo.broadcast_in_dim %722, dims = [] : (tensor<f32>) -> tensor<8x64x256xf32>
    %1045 = stablehlo.divide %1037, %1044 : tensor<8x64x256xf32>
    %cst_240 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1046 = stablehlo.broadcast_in_dim %cst_240, dims = [] : (tensor<f32>) -> tensor<8x64x256xf32>
    %1047 = stablehlo.multiply %1046, %1045 : tensor<8x64x256xf32>
    %1048 = stablehlo.broadcast_in_dim %724, dims = [] : (tensor<f32>) -> tensor<8x64x256xf32>
    %1049 = stablehlo.divide %1043, %1048 : tensor<8x64x256xf32>
    %1050 = stablehlo.sqrt %1049 : tensor<8x64x256xf32>
    %cst_241 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %1051 = stablehlo.broadcast_in_dim %cst_241, dims = [] : (tensor<f32>) -> tensor<8x64x256xf32>
    %1052 = stablehlo.add %1050, %1051 : tensor<8x64x256xf32>
    %1053 = stablehlo.divide %1047, %1052 : tensor<8x64x256xf32>
    %1054 = stablehlo.subtract %arg14, %1053 : tensor<8x64x256xf32>
    %cst_242 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1055 = stablehlo.broadcast_in_dim %cst_242, dims = [] : (tensor<f32>) -> tensor<8x256x64xf32>
    %1056 = stablehlo.multiply %1055, %arg35 : tensor<8x256x64xf32>
    %cst_243 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1057 = stablehlo.broadcast_in_dim %cst_243, dims = [] : (tensor<f32>) -> tensor<8x256x64xf32>
    %1058 = stablehlo.multiply %1057, %452 : tensor<8x256x64xf32>
    %1059 = stablehlo.add %1056, %1058 : tensor<8x256x64xf32>
    %cst_244 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1060 = stablehlo.broadcast_in_dim %cst_244, dims = [] : (tensor<f32>) -> tensor<8x256x64xf32>
    %1061 = stablehlo.multiply %1060, %arg56 : tensor<8x256x64xf32>
    %cst_245 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1062 = stablehlo.broadcast_in_dim %cst_245, dims = [] : (tensor<f32>) -> tensor<8x256x64xf32>
    %1063 = stablehlo.multiply %1062, %452 : tensor<8x256x64xf32>
    %1064 = stablehlo.multiply %1063, %452 : tensor<8x256x64xf32>
    %1065 = stablehlo.add %1061, %1064 : tensor<8x256x64xf32>
    %1066 = stablehlo.broadcast_in_dim %722, dims = [] : (tensor<f32>) -> tensor<8x256x64xf32>
    %1067 = stablehlo.divide %1059, %1066 : tensor<8x256x64xf32>
    %cst_246 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1068 = stablehlo.broadcast_in_dim %cst_246, dims = [] : (tensor<f32>) -> tensor<8x256x64xf32>
    %1069 = stablehlo.multiply %1068, %1067 : tensor<8x256x64xf32>
    %1070 = stablehlo.broadcast_in_dim %724, dims = [] : (tensor<f32>) -> tensor<8x256x64xf32>
    %1071 = stablehlo.divide %1065, %1070 : tensor<8x256x64xf32>
    %1072 = stablehlo.sqrt %1071 : tensor<8x256x64xf32>
    %cst_247 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %1073 = stablehlo.broadcast_in_dim %cst_247, dims = [] : (tensor<f32>) -> tensor<8x256x64xf32>
    %1074 = stablehlo.add %1072, %1073 : tensor<8x256x64xf32>
    %1075 = stablehlo.divide %1069, %1074 : tensor<8x256x64xf32>
    %1076 = stablehlo.subtract %arg15, %1075 : tensor<8x256x64xf32>
    %cst_248 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1077 = stablehlo.broadcast_in_dim %cst_248, dims = [] : (tensor<f32>) -> tensor<64x8xf32>
    %1078 = stablehlo.multiply %1077, %arg36 : tensor<64x8xf32>
    %cst_249 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1079 = stablehlo.broadcast_in_dim %cst_249, dims = [] : (tensor<f32>) -> tensor<64x8xf32>
    %1080 = stablehlo.multiply %1079, %501 : tensor<64x8xf32>
    %1081 = stablehlo.add %1078, %1080 : tensor<64x8xf32>
    %cst_250 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1082 = stablehlo.broadcast_in_dim %cst_250, dims = [] : (tensor<f32>) -> tensor<64x8xf32>
    %1083 = stablehlo.multiply %1082, %arg57 : tensor<64x8xf32>
    %cst_251 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1084 = stablehlo.broadcast_in_dim %cst_251, dims = [] : (tensor<f32>) -> tensor<64x8xf32>
    %1085 = stablehlo.multiply %1084, %501 : tensor<64x8xf32>
    %1086 = stablehlo.multiply %1085, %501 : tensor<64x8xf32>
    %1087 = stablehlo.add %1083, %1086 : tensor<64x8xf32>
    %1088 = stablehlo.broadcast_in_dim %722, dims = [] : (tensor<f32>) -> tensor<64x8xf32>
    %1089 = stablehlo.divide %1081, %1088 : tensor<64x8xf32>
    %cst_252 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1090 = stablehlo.broadcast_in_dim %cst_252, dims = [] : (tensor<f32>) -> tensor<64x8xf32>
    %1091 = stablehlo.multiply %1090, %1089 : tensor<64x8xf32>
    %1092 = stablehlo.broadcast_in_dim %724, dims = [] : (tensor<f32>) -> tensor<64x8xf32>
    %1093 = stablehlo.divide %1087, %1092 : tensor<64x8xf32>
    %1094 = stablehlo.sqrt %1093 : tensor<64x8xf32>
    %cst_253 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %1095 = stablehlo.broadcast_in_dim %cst_253, dims = [] : (tensor<f32>) -> tensor<64x8xf32>
    %1096 = stablehlo.add %1094, %1095 : tensor<64x8xf32>
    %1097 = stablehlo.divide %1091, %1096 : tensor<64x8xf32>
    %1098 = stablehlo.subtract %arg16, %1097 : tensor<64x8xf32>
    %cst_254 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1099 = stablehlo.broadcast_in_dim %cst_254, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1100 = stablehlo.multiply %1099, %arg37 : tensor<64xf32>
    %cst_255 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1101 = stablehlo.broadcast_in_dim %cst_255, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1102 = stablehlo.multiply %1101, %565 : tensor<64xf32>
    %1103 = stablehlo.add %1100, %1102 : tensor<64xf32>
    %cst_256 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1104 = stablehlo.broadcast_in_dim %cst_256, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1105 = stablehlo.multiply %1104, %arg58 : tensor<64xf32>
    %cst_257 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1106 = stablehlo.broadcast_in_dim %cst_257, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1107 = stablehlo.multiply %1106, %565 : tensor<64xf32>
    %1108 = stablehlo.multiply %1107, %565 : tensor<64xf32>
    %1109 = stablehlo.add %1105, %1108 : tensor<64xf32>
    %1110 = stablehlo.broadcast_in_dim %722, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1111 = stablehlo.divide %1103, %1110 : tensor<64xf32>
    %cst_258 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1112 = stablehlo.broadcast_in_dim %cst_258, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1113 = stablehlo.multiply %1112, %1111 : tensor<64xf32>
    %1114 = stablehlo.broadcast_in_dim %724, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1115 = stablehlo.divide %1109, %1114 : tensor<64xf32>
    %1116 = stablehlo.sqrt %1115 : tensor<64xf32>
    %cst_259 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %1117 = stablehlo.broadcast_in_dim %cst_259, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1118 = stablehlo.add %1116, %1117 : tensor<64xf32>
    %1119 = stablehlo.divide %1113, %1118 : tensor<64xf32>
    %1120 = stablehlo.subtract %arg17, %1119 : tensor<64xf32>
    %cst_260 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1121 = stablehlo.broadcast_in_dim %cst_260, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1122 = stablehlo.multiply %1121, %arg38 : tensor<64xf32>
    %cst_261 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1123 = stablehlo.broadcast_in_dim %cst_261, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1124 = stablehlo.multiply %1123, %509 : tensor<64xf32>
    %1125 = stablehlo.add %1122, %1124 : tensor<64xf32>
    %cst_262 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1126 = stablehlo.broadcast_in_dim %cst_262, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1127 = stablehlo.multiply %1126, %arg59 : tensor<64xf32>
    %cst_263 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1128 = stablehlo.broadcast_in_dim %cst_263, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1129 = stablehlo.multiply %1128, %509 : tensor<64xf32>
    %1130 = stablehlo.multiply %1129, %509 : tensor<64xf32>
    %1131 = stablehlo.add %1127, %1130 : tensor<64xf32>
    %1132 = stablehlo.broadcast_in_dim %722, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1133 = stablehlo.divide %1125, %1132 : tensor<64xf32>
    %cst_264 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1134 = stablehlo.broadcast_in_dim %cst_264, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1135 = stablehlo.multiply %1134, %1133 : tensor<64xf32>
    %1136 = stablehlo.broadcast_in_dim %724, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1137 = stablehlo.divide %1131, %1136 : tensor<64xf32>
    %1138 = stablehlo.sqrt %1137 : tensor<64xf32>
    %cst_265 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %1139 = stablehlo.broadcast_in_dim %cst_265, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1140 = stablehlo.add %1138, %1139 : tensor<64xf32>
    %1141 = stablehlo.divide %1135, %1140 : tensor<64xf32>
    %1142 = stablehlo.subtract %arg18, %1141 : tensor<64xf32>
    %cst_266 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1143 = stablehlo.broadcast_in_dim %cst_266, dims = [] : (tensor<f32>) -> tensor<64x256xf32>
    %1144 = stablehlo.multiply %1143, %arg39 : tensor<64x256xf32>
    %cst_267 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1145 = stablehlo.broadcast_in_dim %cst_267, dims = [] : (tensor<f32>) -> tensor<64x256xf32>
    %1146 = stablehlo.multiply %1145, %438 : tensor<64x256xf32>
    %1147 = stablehlo.add %1144, %1146 : tensor<64x256xf32>
    %cst_268 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1148 = stablehlo.broadcast_in_dim %cst_268, dims = [] : (tensor<f32>) -> tensor<64x256xf32>
    %1149 = stablehlo.multiply %1148, %arg60 : tensor<64x256xf32>
    %cst_269 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1150 = stablehlo.broadcast_in_dim %cst_269, dims = [] : (tensor<f32>) -> tensor<64x256xf32>
    %1151 = stablehlo.multiply %1150, %438 : tensor<64x256xf32>
    %1152 = stablehlo.multiply %1151, %438 : tensor<64x256xf32>
    %1153 = stablehlo.add %1149, %1152 : tensor<64x256xf32>
    %1154 = stablehlo.broadcast_in_dim %722, dims = [] : (tensor<f32>) -> tensor<64x256xf32>
    %1155 = stablehlo.divide %1147, %1154 : tensor<64x256xf32>
    %cst_270 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1156 = stablehlo.broadcast_in_dim %cst_270, dims = [] : (tensor<f32>) -> tensor<64x256xf32>
    %1157 = stablehlo.multiply %1156, %1155 : tensor<64x256xf32>
    %1158 = stablehlo.broadcast_in_dim %724, dims = [] : (tensor<f32>) -> tensor<64x256xf32>
    %1159 = stablehlo.divide %1153, %1158 : tensor<64x256xf32>
    %1160 = stablehlo.sqrt %1159 : tensor<64x256xf32>
    %cst_271 = stablehlo.constant dense<9.99999993E-9> : tensor<f32>
    %1161 = stablehlo.broadcast_in_dim %cst_271, dims = [] : (tensor<f32>) -> tensor<64x256xf32>
    %1162 = stablehlo.add %1160, %1161 : tensor<64x256xf32>
    %1163 = stablehlo.divide %1157, %1162 : tensor<64x256xf32>
    %1164 = stablehlo.subtract %arg19, %1163 : tensor<64x256xf32>
    return %746, %768, %790, %812, %834, %856, %878, %900, %922, %944, %966, %988, %1010, %1032, %1054, %1076, %1098, %1120, %1142, %1164, %729, %751, %773, %795, %817, %839, %861, %883, %905, %927, %949, %971, %993, %1015, %1037, %1059, %1081, %1103, %1125, %1147, %720, %735, %757, %779, %801, %823, %845, %867, %889, %911, %933, %955, %977, %999, %1021, %1043, %1065, %1087, %1109, %1131, %1153, %426 : tensor<256x64xf32>, tensor<64x8x8xf32>, tensor<8x8x64xf32>, tensor<64x8x8xf32>, tensor<64x8x8xf32>, tensor<8x64x256xf32>, tensor<8x256x64xf32>, tensor<64x8xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64x8x8xf32>, tensor<8x8x64xf32>, tensor<64x8x8xf32>, tensor<64x8x8xf32>, tensor<8x64x256xf32>, tensor<8x256x64xf32>, tensor<64x8xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64x256xf32>, tensor<256x64xf32>, tensor<64x8x8xf32>, tensor<8x8x64xf32>, tensor<64x8x8xf32>, tensor<64x8x8xf32>, tensor<8x64x256xf32>, tensor<8x256x64xf32>, tensor<64x8xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64x8x8xf32>, tensor<8x8x64xf32>, tensor<64x8x8xf32>, tensor<64x8x8xf32>, tensor<8x64x256xf32>, tensor<8x256x64xf32>, tensor<64x8xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64x256xf32>, tensor<f32>, tensor<256x64xf32>, tensor<64x8x8xf32>, tensor<8x8x64xf32>, tensor<64x8x8xf32>, tensor<64x8x8xf32>, tensor<8x64x256xf32>, tensor<8x256x64xf32>, tensor<64x8xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64x8x8xf32>, tensor<8x8x64xf32>, tensor<64x8x8xf32>, tensor<64x8x8xf32>, tensor<8x64x256xf32>, tensor<8x256x64xf32>, tensor<64x8xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64x256xf32>, tensor<f32>
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
  func.func private @_where_1(%arg0: tensor<1x1x32x32xi1>, %arg1: tensor<8x8x32x32xf32>, %arg2: tensor<f32>) -> (tensor<8x8x32x32xf32>, tensor<8x8x32x32xi1>, tensor<8x8x32x32xf32>) {
    %0 = stablehlo.broadcast_in_dim %arg0, dims = [0, 1, 2, 3] : (tensor<1x1x32x32xi1>) -> tensor<8x8x32x32xi1>
    %1 = stablehlo.broadcast_in_dim %arg2, dims = [] : (tensor<f32>) -> tensor<8x8x32x32xf32>
    %2 = stablehlo.select %0, %arg1, %1 : tensor<8x8x32x32xi1>, tensor<8x8x32x32xf32>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x8x32x32xf32>
    return %2, %0, %3 : tensor<8x8x32x32xf32>, tensor<8x8x32x32xi1>, tensor<8x8x32x32xf32>
  }
  func.func private @argmax_2(%arg0: tensor<8x32x8xf32>) -> tensor<8x32xi32> {
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
  func.func private @cumsum_3(%arg0: tensor<8x32x8xf32>) -> tensor<8x32x8xf32> {
    %0 = call @cumsum_4(%arg0) : (tensor<8x32x8xf32>) -> tensor<8x32x8xf32>
    return %0 : tensor<8x32x8xf32>
  }
  func.func private @cumsum_4(%arg0: tensor<8x32x8xf32>) -> tensor<8x32x8xf32> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<f32>
    %1 = "stablehlo.reduce_window"(%arg0, %0) <{base_dilations = array<i64: 1, 1, 1>, padding = dense<[[0, 0], [31, 0], [0, 0]]> : tensor<3x2xi64>, window_dilations = array<i64: 1, 1, 1>, window_dimensions = array<i64: 1, 32, 1>, window_strides = array<i64: 1, 1, 1>}> ({
    ^bb0(%arg1: tensor<f32>, %arg2: tensor<f32>):
      %2 = stablehlo.add %arg1, %arg2 : tensor<f32>
      stablehlo.return %2 : tensor<f32>
    }) : (tensor<8x32x8xf32>, tensor<f32>) -> tensor<8x32x8xf32>
    return %1 : tensor<8x32x8xf32>
  }
  func.func private @_where_5(%arg0: tensor<8x8x32x32xi1>, %arg1: tensor<8x8x32x32xf32>, %arg2: tensor<8x8x32x32xf32>) -> tensor<8x8x32x32xf32> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x8x32x32xf32>
    %1 = stablehlo.select %arg0, %arg2, %0 : tensor<8x8x32x32xi1>, tensor<8x8x32x32xf32>
    return %1 : tensor<8x8x32x32xf32>
  }
  func.func private @_where_6(%arg0: tensor<8x8x32x32xi1>, %arg1: tensor<8x8x32x32xf32>, %arg2: tensor<8x8x32x32xf32>) -> tensor<8x8x32x32xf32> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x8x32x32xf32>
    %1 = stablehlo.select %arg0, %arg2, %0 : tensor<8x8x32x32xi1>, tensor<8x8x32x32xf32>
    return %1 : tensor<8x8x32x32xf32>
  }
  func.func private @_take_7(%arg0: tensor<8x32x1xi32>, %arg1: tensor<8x32x64xf32>) -> tensor<256x64xf32> {
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
