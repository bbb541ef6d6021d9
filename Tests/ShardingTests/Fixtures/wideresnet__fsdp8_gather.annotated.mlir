module @jit__lambda attributes {mhlo.num_partitions = 8 : i32, mhlo.num_replicas = 1 : i32} {
  sdy.mesh @mesh = <["data"=8]> {stablehlo.mesh = {axes = [{name = "data", size = 8 : i64}]}}
  func.func public @main(%arg0: tensor<64xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg1: tensor<256x64xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}, %arg2: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg3: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg4: tensor<3x3x64x128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {}, {"data"}]>}, %arg5: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg6: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg7: tensor<3x3x128x128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {"data"}, {}]>}, %arg8: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg9: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg10: tensor<1x1x64x128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {}, {"data"}]>}, %arg11: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg12: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg13: tensor<3x3x128x128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {"data"}, {}]>}, %arg14: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg15: tensor<128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg16: tensor<3x3x128x128xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {"data"}, {}]>}, %arg17: tensor<256xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg18: tensor<256xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg19: tensor<3x3x128x256xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {}, {"data"}]>}, %arg20: tensor<256xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg21: tensor<256xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg22: tensor<3x3x256x256xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {"data"}, {}]>}, %arg23: tensor<256xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg24: tensor<256xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg25: tensor<1x1x128x256xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {}, {"data"}]>}, %arg26: tensor<256xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg27: tensor<256xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg28: tensor<3x3x256x256xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {"data"}, {}]>}, %arg29: tensor<256xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg30: tensor<256xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg31: tensor<3x3x256x256xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {"data"}, {}]>}, %arg32: tensor<64xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg33: tensor<64xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg34: tensor<3x3x3x64xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {}, {"data"}]>}, %arg35: tensor<16x16x16x3xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}, {}, {}]>}, %arg36: tensor<16xi32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}) -> (tensor<64xf32> {jax.result_info = "result[0]['fc.b']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<256x64xf32> {jax.result_info = "result[0]['fc.w']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}, tensor<128xf32> {jax.result_info = "result[0]['s0b0.c1.b']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128xf32> {jax.result_info = "result[0]['s0b0.c1.g']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<3x3x64x128xf32> {jax.result_info = "result[0]['s0b0.c1.w']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {}, {"data"}]>}, tensor<128xf32> {jax.result_info = "result[0]['s0b0.c2.b']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128xf32> {jax.result_info = "result[0]['s0b0.c2.g']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<3x3x128x128xf32> {jax.result_info = "result[0]['s0b0.c2.w']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {"data"}, {}]>}, tensor<128xf32> {jax.result_info = "result[0]['s0b0.sc.b']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128xf32> {jax.result_info = "result[0]['s0b0.sc.g']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<1x1x64x128xf32> {jax.result_info = "result[0]['s0b0.sc.w']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {}, {"data"}]>}, tensor<128xf32> {jax.result_info = "result[0]['s0b1.c1.b']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128xf32> {jax.result_info = "result[0]['s0b1.c1.g']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<3x3x128x128xf32> {jax.result_info = "result[0]['s0b1.c1.w']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {"data"}, {}]>}, tensor<128xf32> {jax.result_info = "result[0]['s0b1.c2.b']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<128xf32> {jax.result_info = "result[0]['s0b1.c2.g']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<3x3x128x128xf32> {jax.result_info = "result[0]['s0b1.c2.w']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {"data"}, {}]>}, tensor<256xf32> {jax.result_info = "result[0]['s1b0.c1.b']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<256xf32> {jax.result_info = "result[0]['s1b0.c1.g']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<3x3x128x256xf32> {jax.result_info = "result[0]['s1b0.c1.w']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {}, {"data"}]>}, tensor<256xf32> {jax.result_info = "result[0]['s1b0.c2.b']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<256xf32> {jax.result_info = "result[0]['s1b0.c2.g']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<3x3x256x256xf32> {jax.result_info = "result[0]['s1b0.c2.w']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {"data"}, {}]>}, tensor<256xf32> {jax.result_info = "result[0]['s1b0.sc.b']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<256xf32> {jax.result_info = "result[0]['s1b0.sc.g']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<1x1x128x256xf32> {jax.result_info = "result[0]['s1b0.sc.w']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {}, {"data"}]>}, tensor<256xf32> {jax.result_info = "result[0]['s1b1.c1.b']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<256xf32> {jax.result_info = "result[0]['s1b1.c1.g']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<3x3x256x256xf32> {jax.result_info = "result[0]['s1b1.c1.w']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {"data"}, {}]>}, tensor<256xf32> {jax.result_info = "result[0]['s1b1.c2.b']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<256xf32> {jax.result_info = "result[0]['s1b1.c2.g']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<3x3x256x256xf32> {jax.result_info = "result[0]['s1b1.c2.w']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {"data"}, {}]>}, tensor<64xf32> {jax.result_info = "result[0]['stem.b']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<64xf32> {jax.result_info = "result[0]['stem.g']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<3x3x3x64xf32> {jax.result_info = "result[0]['stem.w']", sdy.sharding = #sdy.sharding<@mesh, [{}, {}, {}, {"data"}]>}, tensor<f32> {jax.result_info = "result[2]", sdy.sharding = #sdy.sharding<@mesh, []>}) {
    %0 = sdy.sharding_constraint %arg0 <@mesh, [{}]> : tensor<64xf32>
    %1 = sdy.sharding_constraint %arg1 <@mesh, [{}, {}]> : tensor<256x64xf32>
    %2 = sdy.sharding_constraint %arg2 <@mesh, [{}]> : tensor<128xf32>
    %3 = sdy.sharding_constraint %arg3 <@mesh, [{}]> : tensor<128xf32>
    %4 = sdy.sharding_constraint %arg4 <@mesh, [{}, {}, {}, {}]> : tensor<3x3x64x128xf32>
    %5 = sdy.sharding_constraint %arg5 <@mesh, [{}]> : tensor<128xf32>
    %6 = sdy.sharding_constraint %arg6 <@mesh, [{}]> : tensor<128xf32>
    %7 = sdy.sharding_constraint %arg7 <@mesh, [{}, {}, {}, {}]> : tensor<3x3x128x128xf32>
    %8 = sdy.sharding_constraint %arg8 <@mesh, [{}]> : tensor<128xf32>
    %9 = sdy.sharding_constraint %arg9 <@mesh, [{}]> : tensor<128xf32>
    %10 = sdy.sharding_constraint %arg10 <@mesh, [{}, {}, {}, {}]> : tensor<1x1x64x128xf32>
    %11 = sdy.sharding_constraint %arg11 <@mesh, [{}]> : tensor<128xf32>
    %12 = sdy.sharding_constraint %arg12 <@mesh, [{}]> : tensor<128xf32>
    %13 = sdy.sharding_constraint %arg13 <@mesh, [{}, {}, {}, {}]> : tensor<3x3x128x128xf32>
    %14 = sdy.sharding_constraint %arg14 <@mesh, [{}]> : tensor<128xf32>
    %15 = sdy.sharding_constraint %arg15 <@mesh, [{}]> : tensor<128xf32>
    %16 = sdy.sharding_constraint %arg16 <@mesh, [{}, {}, {}, {}]> : tensor<3x3x128x128xf32>
    %17 = sdy.sharding_constraint %arg17 <@mesh, [{}]> : tensor<256xf32>
    %18 = sdy.sharding_constraint %arg18 <@mesh, [{}]> : tensor<256xf32>
    %19 = sdy.sharding_constraint %arg19 <@mesh, [{}, {}, {}, {}]> : tensor<3x3x128x256xf32>
    %20 = sdy.sharding_constraint %arg20 <@mesh, [{}]> : tensor<256xf32>
    %21 = sdy.sharding_constraint %arg21 <@mesh, [{}]> : tensor<256xf32>
    %22 = sdy.sharding_constraint %arg22 <@mesh, [{}, {}, {}, {}]> : tensor<3x3x256x256xf32>
    %23 = sdy.sharding_constraint %arg23 <@mesh, [{}]> : tensor<256xf32>
    %24 = sdy.sharding_constraint %arg24 <@mesh, [{}]> : tensor<256xf32>
    %25 = sdy.sharding_constraint %arg25 <@mesh, [{}, {}, {}, {}]> : tensor<1x1x128x256xf32>
    %26 = sdy.sharding_constraint %arg26 <@mesh, [{}]> : tensor<256xf32>
    %27 = sdy.sharding_constraint %arg27 <@mesh, [{}]> : tensor<256xf32>
    %28 = sdy.sharding_constraint %arg28 <@mesh, [{}, {}, {}, {}]> : tensor<3x3x256x256xf32>
    %29 = sdy.sharding_constraint %arg29 <@mesh, [{}]> : tensor<256xf32>
    %30 = sdy.sharding_constraint %arg30 <@mesh, [{}]> : tensor<256xf32>
    %31 = sdy.sharding_constraint %arg31 <@mesh, [{}, {}, {}, {}]> : tensor<3x3x256x256xf32>
    %32 = sdy.sharding_constraint %arg32 <@mesh, [{}]> : tensor<64xf32>
    %33 = sdy.sharding_constraint %arg33 <@mesh, [{}]> : tensor<64xf32>
    %34 = sdy.sharding_constraint %arg34 <@mesh, [{}, {}, {}, {}]> : tensor<3x3x3x64xf32>
    %35 = stablehlo.convolution(%arg35, %34) dim_numbers = [b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f], window = {stride = [1, 1], pad = [[1, 1], [1, 1]], lhs_dilate = [1, 1], rhs_dilate = [1, 1], reverse = [false, false]} {batch_group_count = 1 : i64, feature_group_count = 1 : i64, precision_config = [#stablehlo<precision DEFAULT>, #stablehlo<precision DEFAULT>]} : (tensor<16x16x16x3xf32>, tensor<3x3x3x64xf32>) -> tensor<16x16x16x64xf32>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %36 = stablehlo.reduce(%35 init: %cst) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x16x16x64xf32>, tensor<f32>) -> tensor<64xf32>
    %cst_0 = stablehlo.constant dense<4.096000e+03> : tensor<f32>
    %37 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %38 = stablehlo.divide %36, %37 : tensor<64xf32>
    %39 = chlo.square %35 : tensor<16x16x16x64xf32> -> tensor<16x16x16x64xf32>
    %cst_1 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %40 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f32>) -> tensor<16x16x16x64xf32>
    %41 = stablehlo.multiply %40, %35 : tensor<16x16x16x64xf32>
    %cst_2 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %42 = stablehlo.reduce(%39 init: %cst_2) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x16x16x64xf32>, tensor<f32>) -> tensor<64xf32>
    %cst_3 = stablehlo.constant dense<4.096000e+03> : tensor<f32>
    %43 = stablehlo.broadcast_in_dim %cst_3, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %44 = stablehlo.divide %42, %43 : tensor<64xf32>
    %45 = chlo.square %38 : tensor<64xf32> -> tensor<64xf32>
    %cst_4 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %46 = stablehlo.broadcast_in_dim %cst_4, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %47 = stablehlo.multiply %46, %38 : tensor<64xf32>
    %48 = stablehlo.subtract %44, %45 : tensor<64xf32>
    %49 = stablehlo.broadcast_in_dim %38, dims = [3] : (tensor<64xf32>) -> tensor<1x1x1x64xf32>
    %50 = stablehlo.broadcast_in_dim %49, dims = [0, 1, 2, 3] : (tensor<1x1x1x64xf32>) -> tensor<16x16x16x64xf32>
    %51 = stablehlo.subtract %35, %50 : tensor<16x16x16x64xf32>
    %cst_5 = stablehlo.constant dense<9.99999974E-6> : tensor<f32>
    %52 = stablehlo.broadcast_in_dim %cst_5, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %53 = stablehlo.add %48, %52 : tensor<64xf32>
    %54 = stablehlo.rsqrt %53 : tensor<64xf32>
    %55 = stablehlo.divide %54, %53 : tensor<64xf32>
    %cst_6 = stablehlo.constant dense<-5.000000e-01> : tensor<f32>
    %56 = stablehlo.broadcast_in_dim %cst_6, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %57 = stablehlo.multiply %56, %55 : tensor<64xf32>
    %58 = stablehlo.broadcast_in_dim %54, dims = [3] : (tensor<64xf32>) -> tensor<1x1x1x64xf32>
    %59 = stablehlo.broadcast_in_dim %58, dims = [0, 1, 2, 3] : (tensor<1x1x1x64xf32>) -> tensor<16x16x16x64xf32>
    %60 = stablehlo.multiply %51, %59 : tensor<16x16x16x64xf32>
    %61 = stablehlo.broadcast_in_dim %33, dims = [3] : (tensor<64xf32>) -> tensor<1x1x1x64xf32>
    %62 = stablehlo.broadcast_in_dim %61, dims = [0, 1, 2, 3] : (tensor<1x1x1x64xf32>) -> tensor<16x16x16x64xf32>
    %63 = stablehlo.multiply %60, %62 : tensor<16x16x16x64xf32>
    %64 = stablehlo.broadcast_in_dim %32, dims = [3] : (tensor<64xf32>) -> tensor<1x1x1x64xf32>
    %65 = stablehlo.broadcast_in_dim %64, dims = [0, 1, 2, 3] : (tensor<1x1x1x64xf32>) -> tensor<16x16x16x64xf32>
    %66 = stablehlo.add %63, %65 : tensor<16x16x16x64xf32>
    %67 = call @relu(%66) : (tensor<16x16x16x64xf32>) -> tensor<16x16x16x64xf32>
    %cst_7 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %68 = stablehlo.broadcast_in_dim %cst_7, dims = [] : (tensor<f32>) -> tensor<16x16x16x64xf32>
    %69 = stablehlo.compare GT, %66, %68, FLOAT : (tensor<16x16x16x64xf32>, tensor<16x16x16x64xf32>) -> tensor<16x16x16x64xi1>
    %cst_8 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %70 = stablehlo.broadcast_in_dim %cst_8, dims = [] : (tensor<f32>) -> tensor<16x16x16x64xf32>
    %71 = stablehlo.convolution(%67, %10) dim_numbers = [b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f], window = {stride = [1, 1], pad = [[0, 0], [0, 0]], lhs_dilate = [1, 1], rhs_dilate = [1, 1], reverse = [false, false]} {batch_group_count = 1 : i64, feature_group_count = 1 : i64, precision_config = [#stablehlo<precision DEFAULT>, #stablehlo<precision DEFAULT>]} : (tensor<16x16x16x64xf32>, tensor<1x1x64x128xf32>) -> tensor<16x16x16x128xf32>
    %cst_9 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %72 = stablehlo.reduce(%71 init: %cst_9) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x16x16x128xf32>, tensor<f32>) -> tensor<128xf32>
    %cst_10 = stablehlo.constant dense<4.096000e+03> : tensor<f32>
    %73 = stablehlo.broadcast_in_dim %cst_10, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %74 = stablehlo.divide %72, %73 : tensor<128xf32>
    %75 = chlo.square %71 : tensor<16x16x16x128xf32> -> tensor<16x16x16x128xf32>
    %cst_11 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %76 = stablehlo.broadcast_in_dim %cst_11, dims = [] : (tensor<f32>) -> tensor<16x16x16x128xf32>
    %77 = stablehlo.multiply %76, %71 : tensor<16x16x16x128xf32>
    %cst_12 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %78 = stablehlo.reduce(%75 init: %cst_12) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x16x16x128xf32>, tensor<f32>) -> tensor<128xf32>
    %cst_13 = stablehlo.constant dense<4.096000e+03> : tensor<f32>
    %79 = stablehlo.broadcast_in_dim %cst_13, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %80 = stablehlo.divide %78, %79 : tensor<128xf32>
    %81 = chlo.square %74 : tensor<128xf32> -> tensor<128xf32>
    %cst_14 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %82 = stablehlo.broadcast_in_dim %cst_14, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %83 = stablehlo.multiply %82, %74 : tensor<128xf32>
    %84 = stablehlo.subtract %80, %81 : tensor<128xf32>
    %85 = stablehlo.broadcast_in_dim %74, dims = [3] : (tensor<128xf32>) -> tensor<1x1x1x128xf32>
    %86 = stablehlo.broadcast_in_dim %85, dims = [0, 1, 2, 3] : (tensor<1x1x1x128xf32>) -> tensor<16x16x16x128xf32>
    %87 = stablehlo.subtract %71, %86 : tensor<16x16x16x128xf32>
    %cst_15 = stablehlo.constant dense<9.99999974E-6> : tensor<f32>
    %88 = stablehlo.broadcast_in_dim %cst_15, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %89 = stablehlo.add %84, %88 : tensor<128xf32>
    %90 = stablehlo.rsqrt %89 : tensor<128xf32>
    %91 = stablehlo.divide %90, %89 : tensor<128xf32>
    %cst_16 = stablehlo.constant dense<-5.000000e-01> : tensor<f32>
    %92 = stablehlo.broadcast_in_dim %cst_16, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %93 = stablehlo.multiply %92, %91 : tensor<128xf32>
    %94 = stablehlo.broadcast_in_dim %90, dims = [3] : (tensor<128xf32>) -> tensor<1x1x1x128xf32>
    %95 = stablehlo.broadcast_in_dim %94, dims = [0, 1, 2, 3] : (tensor<1x1x1x128xf32>) -> tensor<16x16x16x128xf32>
    %96 = stablehlo.multiply %87, %95 : tensor<16x16x16x128xf32>
    %97 = stablehlo.broadcast_in_dim %9, dims = [3] : (tensor<128xf32>) -> tensor<1x1x1x128xf32>
    %98 = stablehlo.broadcast_in_dim %97, dims = [0, 1, 2, 3] : (tensor<1x1x1x128xf32>) -> tensor<16x16x16x128xf32>
    %99 = stablehlo.multiply %96, %98 : tensor<16x16x16x128xf32>
    %100 = stablehlo.broadcast_in_dim %8, dims = [3] : (tensor<128xf32>) -> tensor<1x1x1x128xf32>
    %101 = stablehlo.broadcast_in_dim %100, dims = [0, 1, 2, 3] : (tensor<1x1x1x128xf32>) -> tensor<16x16x16x128xf32>
    %102 = stablehlo.add %99, %101 : tensor<16x16x16x128xf32>
    %103 = stablehlo.convolution(%67, %4) dim_numbers = [b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f], window = {stride = [1, 1], pad = [[1, 1], [1, 1]], lhs_dilate = [1, 1], rhs_dilate = [1, 1], reverse = [false, false]} {batch_group_count = 1 : i64, feature_group_count = 1 : i64, precision_config = [#stablehlo<precision DEFAULT>, #stablehlo<precision DEFAULT>]} : (tensor<16x16x16x64xf32>, tensor<3x3x64x128xf32>) -> tensor<16x16x16x128xf32>
    %cst_17 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %104 = stablehlo.reduce(%103 init: %cst_17) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x16x16x128xf32>, tensor<f32>) -> tensor<128xf32>
    %cst_18 = stablehlo.constant dense<4.096000e+03> : tensor<f32>
    %105 = stablehlo.broadcast_in_dim %cst_18, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %106 = stablehlo.divide %104, %105 : tensor<128xf32>
    %107 = chlo.square %103 : tensor<16x16x16x128xf32> -> tensor<16x16x16x128xf32>
    %cst_19 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %108 = stablehlo.broadcast_in_dim %cst_19, dims = [] : (tensor<f32>) -> tensor<16x16x16x128xf32>
    %109 = stablehlo.multiply %108, %103 : tensor<16x16x16x128xf32>
    %cst_20 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %110 = stablehlo.reduce(%107 init: %cst_20) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x16x16x128xf32>, tensor<f32>) -> tensor<128xf32>
    %cst_21 = stablehlo.constant dense<4.096000e+03> : tensor<f32>
    %111 = stablehlo.broadcast_in_dim %cst_21, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %112 = stablehlo.divide %110, %111 : tensor<128xf32>
    %113 = chlo.square %106 : tensor<128xf32> -> tensor<128xf32>
    %cst_22 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %114 = stablehlo.broadcast_in_dim %cst_22, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %115 = stablehlo.multiply %114, %106 : tensor<128xf32>
    %116 = stablehlo.subtract %112, %113 : tensor<128xf32>
    %117 = stablehlo.broadcast_in_dim %106, dims = [3] : (tensor<128xf32>) -> tensor<1x1x1x128xf32>
    %118 = stablehlo.broadcast_in_dim %117, dims = [0, 1, 2, 3] : (tensor<1x1x1x128xf32>) -> tensor<16x16x16x128xf32>
    %119 = stablehlo.subtract %103, %118 : tensor<16x16x16x128xf32>
    %cst_23 = stablehlo.constant dense<9.99999974E-6> : tensor<f32>
    %120 = stablehlo.broadcast_in_dim %cst_23, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %121 = stablehlo.add %116, %120 : tensor<128xf32>
    %122 = stablehlo.rsqrt %121 : tensor<128xf32>
    %123 = stablehlo.divide %122, %121 : tensor<128xf32>
    %cst_24 = stablehlo.constant dense<-5.000000e-01> : tensor<f32>
    %124 = stablehlo.broadcast_in_dim %cst_24, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %125 = stablehlo.multiply %124, %123 : tensor<128xf32>
    %126 = stablehlo.broadcast_in_dim %122, dims = [3] : (tensor<128xf32>) -> tensor<1x1x1x128xf32>
    %127 = stablehlo.broadcast_in_dim %126, dims = [0, 1, 2, 3] : (tensor<1x1x1x128xf32>) -> tensor<16x16x16x128xf32>
    %128 = stablehlo.multiply %119, %127 : tensor<16x16x16x128xf32>
    %129 = stablehlo.broadcast_in_dim %3, dims = [3] : (tensor<128xf32>) -> tensor<1x1x1x128xf32>
    %130 = stablehlo.broadcast_in_dim %129, dims = [0, 1, 2, 3] : (tensor<1x1x1x128xf32>) -> tensor<16x16x16x128xf32>
    %131 = stablehlo.multiply %128, %130 : tensor<16x16x16x128xf32>
    %132 = stablehlo.broadcast_in_dim %2, dims = [3] : (tensor<128xf32>) -> tensor<1x1x1x128xf32>
    %133 = stablehlo.broadcast_in_dim %132, dims = [0, 1, 2, 3] : (tensor<1x1x1x128xf32>) -> tensor<16x16x16x128xf32>
    %134 = stablehlo.add %131, %133 : tensor<16x16x16x128xf32>
    %135 = call @relu_0(%134) : (tensor<16x16x16x128xf32>) -> tensor<16x16x16x128xf32>
    %cst_25 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %136 = stablehlo.broadcast_in_dim %cst_25, dims = [] : (tensor<f32>) -> tensor<16x16x16x128xf32>
    %137 = stablehlo.compare GT, %134, %136, FLOAT : (tensor<16x16x16x128xf32>, tensor<16x16x16x128xf32>) -> tensor<16x16x16x128xi1>
    %cst_26 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %138 = stablehlo.broadcast_in_dim %cst_26, dims = [] : (tensor<f32>) -> tensor<16x16x16x128xf32>
    %139 = stablehlo.convolution(%135, %7) dim_numbers = [b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f], window = {stride = [1, 1], pad = [[1, 1], [1, 1]], lhs_dilate = [1, 1], rhs_dilate = [1, 1], reverse = [false, false]} {batch_group_count = 1 : i64, feature_group_count = 1 : i64, precision_config = [#stablehlo<precision DEFAULT>, #stablehlo<precision DEFAULT>]} : (tensor<16x16x16x128xf32>, tensor<3x3x128x128xf32>) -> tensor<16x16x16x128xf32>
    %cst_27 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %140 = stablehlo.reduce(%139 init: %cst_27) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x16x16x128xf32>, tensor<f32>) -> tensor<128xf32>
    %cst_28 = stablehlo.constant dense<4.096000e+03> : tensor<f32>
    %141 = stablehlo.broadcast_in_dim %cst_28, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %142 = stablehlo.divide %140, %141 : tensor<128xf32>
    %143 = chlo.square %139 : tensor<16x16x16x128xf32> -> tensor<16x16x16x128xf32>
    %cst_29 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %144 = stablehlo.broadcast_in_dim %cst_29, dims = [] : (tensor<f32>) -> tensor<16x16x16x128xf32>
    %145 = stablehlo.multiply %144, %139 : tensor<16x16x16x128xf32>
    %cst_30 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %146 = stablehlo.reduce(%143 init: %cst_30) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x16x16x128xf32>, tensor<f32>) -> tensor<128xf32>
    %cst_31 = stablehlo.constant dense<4.096000e+03> : tensor<f32>
    %147 = stablehlo.broadcast_in_dim %cst_31, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %148 = stablehlo.divide %146, %147 : tensor<128xf32>
    %149 = chlo.square %142 : tensor<128xf32> -> tensor<128xf32>
    %cst_32 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %150 = stablehlo.broadcast_in_dim %cst_32, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %151 = stablehlo.multiply %150, %142 : tensor<128xf32>
    %152 = stablehlo.subtract %148, %149 : tensor<128xf32>
    %153 = stablehlo.broadcast_in_dim %142, dims = [3] : (tensor<128xf32>) -> tensor<1x1x1x128xf32>
    %154 = stablehlo.broadcast_in_dim %153, dims = [0, 1, 2, 3] : (tensor<1x1x1x128xf32>) -> tensor<16x16x16x128xf32>
    %155 = stablehlo.subtract %139, %154 : tensor<16x16x16x128xf32>
    %cst_33 = stablehlo.constant dense<9.99999974E-6> : tensor<f32>
    %156 = stablehlo.broadcast_in_dim %cst_33, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %157 = stablehlo.add %152, %156 : tensor<128xf32>
    %158 = stablehlo.rsqrt %157 : tensor<128xf32>
    %159 = stablehlo.divide %158, %157 : tensor<128xf32>
    %cst_34 = stablehlo.constant dense<-5.000000e-01> : tensor<f32>
    %160 = stablehlo.broadcast_in_dim %cst_34, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %161 = stablehlo.multiply %160, %159 : tensor<128xf32>
    %162 = stablehlo.broadcast_in_dim %158, dims = [3] : (tensor<128xf32>) -> tensor<1x1x1x128xf32>
    %163 = stablehlo.broadcast_in_dim %162, dims = [0, 1, 2, 3] : (tensor<1x1x1x128xf32>) -> tensor<16x16x16x128xf32>
    %164 = stablehlo.multiply %155, %163 : tensor<16x16x16x128xf32>
    %165 = stablehlo.broadcast_in_dim %6, dims = [3] : (tensor<128xf32>) -> tensor<1x1x1x128xf32>
    %166 = stablehlo.broadcast_in_dim %165, dims = [0, 1, 2, 3] : (tensor<1x1x1x128xf32>) -> tensor<16x16x16x128xf32>
    %167 = stablehlo.multiply %164, %166 : tensor<16x16x16x128xf32>
    %168 = stablehlo.broadcast_in_dim %5, dims = [3] : (tensor<128xf32>) -> tensor<1x1x1x128xf32>
    %169 = stablehlo.broadcast_in_dim %168, dims = [0, 1, 2, 3] : (tensor<1x1x1x128xf32>) -> tensor<16x16x16x128xf32>
    %170 = stablehlo.add %167, %169 : tensor<16x16x16x128xf32>
    %171 = stablehlo.add %170, %102 : tensor<16x16x16x128xf32>
    %172 = call @relu_0(%171) : (tensor<16x16x16x128xf32>) -> tensor<16x16x16x128xf32>
    %cst_35 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %173 = stablehlo.broadcast_in_dim %cst_35, dims = [] : (tensor<f32>) -> tensor<16x16x16x128xf32>
    %174 = stablehlo.compare GT, %171, %173, FLOAT : (tensor<16x16x16x128xf32>, tensor<16x16x16x128xf32>) -> tensor<16x16x16x128xi1>
    %cst_36 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %175 = stablehlo.broadcast_in_dim %cst_36, dims = [] : (tensor<f32>) -> tensor<16x16x16x128xf32>
    %176 = stablehlo.convolution(%172, %13) dim_numbers = [b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f], window = {stride = [1, 1], pad = [[1, 1], [1, 1]], lhs_dilate = [1, 1], rhs_dilate = [1, 1], reverse = [false, false]} {batch_group_count = 1 : i64, feature_group_count = 1 : i64, precision_config = [#stablehlo<precision DEFAULT>, #stablehlo<precision DEFAULT>]} : (tensor<16x16x16x128xf32>, tensor<3x3x128x128xf32>) -> tensor<16x16x16x128xf32>
    %cst_37 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %177 = stablehlo.reduce(%176 init: %cst_37) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x16x16x128xf32>, tensor<f32>) -> tensor<128xf32>
    %cst_38 = stablehlo.constant dense<4.096000e+03> : tensor<f32>
    %178 = stablehlo.broadcast_in_dim %cst_38, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %179 = stablehlo.divide %177, %178 : tensor<128xf32>
    %180 = chlo.square %176 : tensor<16x16x16x128xf32> -> tensor<16x16x16x128xf32>
    %cst_39 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %181 = stablehlo.broadcast_in_dim %cst_39, dims = [] : (tensor<f32>) -> tensor<16x16x16x128xf32>
    %182 = stablehlo.multiply %181, %176 : tensor<16x16x16x128xf32>
    %cst_40 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %183 = stablehlo.reduce(%180 init: %cst_40) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x16x16x128xf32>, tensor<f32>) -> tensor<128xf32>
    %cst_41 = stablehlo.constant dense<4.096000e+03> : tensor<f32>
    %184 = stablehlo.broadcast_in_dim %cst_41, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %185 = stablehlo.divide %183, %184 : tensor<128xf32>
    %186 = chlo.square %179 : tensor<128xf32> -> tensor<128xf32>
    %cst_42 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %187 = stablehlo.broadcast_in_dim %cst_42, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %188 = stablehlo.multiply %187, %179 : tensor<128xf32>
    %189 = stablehlo.subtract %185, %186 : tensor<128xf32>
    %190 = stablehlo.broadcast_in_dim %179, dims = [3] : (tensor<128xf32>) -> tensor<1x1x1x128xf32>
    %191 = stablehlo.broadcast_in_dim %190, dims = [0, 1, 2, 3] : (tensor<1x1x1x128xf32>) -> tensor<16x16x16x128xf32>
    %192 = stablehlo.subtract %176, %191 : tensor<16x16x16x128xf32>
    %cst_43 = stablehlo.constant dense<9.99999974E-6> : tensor<f32>
    %193 = stablehlo.broadcast_in_dim %cst_43, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %194 = stablehlo.add %189, %193 : tensor<128xf32>
    %195 = stablehlo.rsqrt %194 : tensor<128xf32>
    %196 = stablehlo.divide %195, %194 : tensor<128xf32>
    %cst_44 = stablehlo.constant dense<-5.000000e-01> : tensor<f32>
    %197 = stablehlo.broadcast_in_dim %cst_44, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %198 = stablehlo.multiply %197, %196 : tensor<128xf32>
    %199 = stablehlo.broadcast_in_dim %195, dims = [3] : (tensor<128xf32>) -> tensor<1x1x1x128xf32>
    %200 = stablehlo.broadcast_in_dim %199, dims = [0, 1, 2, 3] : (tensor<1x1x1x128xf32>) -> tensor<16x16x16x128xf32>
    %201 = stablehlo.multiply %192, %200 : tensor<16x16x16x128xf32>
    %202 = stablehlo.broadcast_in_dim %12, dims = [3] : (tensor<128xf32>) -> tensor<1x1x1x128xf32>
    %203 = stablehlo.broadcast_in_dim %202, dims = [0, 1, 2, 3] : (tensor<1x1x1x128xf32>) -> tensor<16x16x16x128xf32>
    %204 = stablehlo.multiply %201, %203 : tensor<16x16x16x128xf32>
    %205 = stablehlo.broadcast_in_dim %11, dims = [3] : (tensor<128xf32>) -> tensor<1x1x1x128xf32>
    %206 = stablehlo.broadcast_in_dim %205, dims = [0, 1, 2, 3] : (tensor<1x1x1x128xf32>) -> tensor<16x16x16x128xf32>
    %207 = stablehlo.add %204, %206 : tensor<16x16x16x128xf32>
    %208 = call @relu_0(%207) : (tensor<16x16x16x128xf32>) -> tensor<16x16x16x128xf32>
    %cst_45 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %209 = stablehlo.broadcast_in_dim %cst_45, dims = [] : (tensor<f32>) -> tensor<16x16x16x128xf32>
    %210 = stablehlo.compare GT, %207, %209, FLOAT : (tensor<16x16x16x128xf32>, tensor<16x16x16x128xf32>) -> tensor<16x16x16x128xi1>
    %cst_46 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %211 = stablehlo.broadcast_in_dim %cst_46, dims = [] : (tensor<f32>) -> tensor<16x16x16x128xf32>
    %212 = stablehlo.convolution(%208, %16) dim_numbers = [b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f], window = {stride = [1, 1], pad = [[1, 1], [1, 1]], lhs_dilate = [1, 1], rhs_dilate = [1, 1], reverse = [false, false]} {batch_group_count = 1 : i64, feature_group_count = 1 : i64, precision_config = [#stablehlo<precision DEFAULT>, #stablehlo<precision DEFAULT>]} : (tensor<16x16x16x128xf32>, tensor<3x3x128x128xf32>) -> tensor<16x16x16x128xf32>
    %cst_47 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %213 = stablehlo.reduce(%212 init: %cst_47) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x16x16x128xf32>, tensor<f32>) -> tensor<128xf32>
    %cst_48 = stablehlo.constant dense<4.096000e+03> : tensor<f32>
    %214 = stablehlo.broadcast_in_dim %cst_48, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %215 = stablehlo.divide %213, %214 : tensor<128xf32>
    %216 = chlo.square %212 : tensor<16x16x16x128xf32> -> tensor<16x16x16x128xf32>
    %cst_49 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %217 = stablehlo.broadcast_in_dim %cst_49, dims = [] : (tensor<f32>) -> tensor<16x16x16x128xf32>
    %218 = stablehlo.multiply %217, %212 : tensor<16x16x16x128xf32>
    %cst_50 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %219 = stablehlo.reduce(%216 init: %cst_50) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x16x16x128xf32>, tensor<f32>) -> tensor<128xf32>
    %cst_51 = stablehlo.constant dense<4.096000e+03> : tensor<f32>
    %220 = stablehlo.broadcast_in_dim %cst_51, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %221 = stablehlo.divide %219, %220 : tensor<128xf32>
    %222 = chlo.square %215 : tensor<128xf32> -> tensor<128xf32>
    %cst_52 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %223 = stablehlo.broadcast_in_dim %cst_52, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %224 = stablehlo.multiply %223, %215 : tensor<128xf32>
    %225 = stablehlo.subtract %221, %222 : tensor<128xf32>
    %226 = stablehlo.broadcast_in_dim %215, dims = [3] : (tensor<128xf32>) -> tensor<1x1x1x128xf32>
    %227 = stablehlo.broadcast_in_dim %226, dims = [0, 1, 2, 3] : (tensor<1x1x1x128xf32>) -> tensor<16x16x16x128xf32>
    %228 = stablehlo.subtract %212, %227 : tensor<16x16x16x128xf32>
    %cst_53 = stablehlo.constant dense<9.99999974E-6> : tensor<f32>
    %229 = stablehlo.broadcast_in_dim %cst_53, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %230 = stablehlo.add %225, %229 : tensor<128xf32>
    %231 = stablehlo.rsqrt %230 : tensor<128xf32>
    %232 = stablehlo.divide %231, %230 : tensor<128xf32>
    %cst_54 = stablehlo.constant dense<-5.000000e-01> : tensor<f32>
    %233 = stablehlo.broadcast_in_dim %cst_54, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %234 = stablehlo.multiply %233, %232 : tensor<128xf32>
    %235 = stablehlo.broadcast_in_dim %231, dims = [3] : (tensor<128xf32>) -> tensor<1x1x1x128xf32>
    %236 = stablehlo.broadcast_in_dim %235, dims = [0, 1, 2, 3] : (tensor<1x1x1x128xf32>) -> tensor<16x16x16x128xf32>
    %237 = stablehlo.multiply %228, %236 : tensor<16x16x16x128xf32>
    %238 = stablehlo.broadcast_in_dim %15, dims = [3] : (tensor<128xf32>) -> tensor<1x1x1x128xf32>
    %239 = stablehlo.broadcast_in_dim %238, dims = [0, 1, 2, 3] : (tensor<1x1x1x128xf32>) -> tensor<16x16x16x128xf32>
    %240 = stablehlo.multiply %237, %239 : tensor<16x16x16x128xf32>
    %241 = stablehlo.broadcast_in_dim %14, dims = [3] : (tensor<128xf32>) -> tensor<1x1x1x128xf32>
    %242 = stablehlo.broadcast_in_dim %241, dims = [0, 1, 2, 3] : (tensor<1x1x1x128xf32>) -> tensor<16x16x16x128xf32>
    %243 = stablehlo.add %240, %242 : tensor<16x16x16x128xf32>
    %244 = stablehlo.add %243, %172 : tensor<16x16x16x128xf32>
    %245 = call @relu_0(%244) : (tensor<16x16x16x128xf32>) -> tensor<16x16x16x128xf32>
    %cst_55 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %246 = stablehlo.broadcast_in_dim %cst_55, dims = [] : (tensor<f32>) -> tensor<16x16x16x128xf32>
    %247 = stablehlo.compare GT, %244, %246, FLOAT : (tensor<16x16x16x128xf32>, tensor<16x16x16x128xf32>) -> tensor<16x16x16x128xi1>
    %cst_56 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %248 = stablehlo.broadcast_in_dim %cst_56, dims = [] : (tensor<f32>) -> tensor<16x16x16x128xf32>
    %249 = stablehlo.convolution(%245, %25) dim_numbers = [b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f], window = {stride = [2, 2], pad = [[0, 0], [0, 0]], lhs_dilate = [1, 1], rhs_dilate = [1, 1], reverse = [false, false]} {batch_group_count = 1 : i64, feature_group_count = 1 : i64, precision_config = [#stablehlo<precision DEFAULT>, #stablehlo<precision DEFAULT>]} : (tensor<16x16x16x128xf32>, tensor<1x1x128x256xf32>) -> tensor<16x8x8x256xf32>
    %cst_57 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %250 = stablehlo.reduce(%249 init: %cst_57) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x8x8x256xf32>, tensor<f32>) -> tensor<256xf32>
    %cst_58 = stablehlo.constant dense<1.024000e+03> : tensor<f32>
    %251 = stablehlo.broadcast_in_dim %cst_58, dims = [] : (tensor<f32>) -> tensor<256xf32>
    %252 = stablehlo.divide %250, %251 : tensor<256xf32>
    %253 = chlo.square %249 : tensor<16x8x8x256xf32> -> tensor<16x8x8x256xf32>
    %cst_59 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %254 = stablehlo.broadcast_in_dim %cst_59, dims = [] : (tensor<f32>) -> tensor<16x8x8x256xf32>
    %255 = stablehlo.multiply %254, %249 : tensor<16x8x8x256xf32>
    %cst_60 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %256 = stablehlo.reduce(%253 init: %cst_60) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x8x8x256xf32>, tensor<f32>) -> tensor<256xf32>
    %cst_61 = stablehlo.constant dense<1.024000e+03> : tensor<f32>
    %257 = stablehlo.broadcast_in_dim %cst_61, dims = [] : (tensor<f32>) -> tensor<256xf32>
    %258 = stablehlo.divide %256, %257 : tensor<256xf32>
    %259 = chlo.square %252 : tensor<256xf32> -> tensor<256xf32>
    %cst_62 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %260 = stablehlo.broadcast_in_dim %cst_62, dims = [] : (tensor<f32>) -> tensor<256xf32>
    %261 = stablehlo.multiply %260, %252 : tensor<256xf32>
    %262 = stablehlo.subtract %258, %259 : tensor<256xf32>
    %263 = stablehlo.broadcast_in_dim %252, dims = [3] : (tensor<256xf32>) -> tensor<1x1x1x256xf32>
    %264 = stablehlo.broadcast_in_dim %263, dims = [0, 1, 2, 3] : (tensor<1x1x1x256xf32>) -> tensor<16x8x8x256xf32>
    %265 = stablehlo.subtract %249, %264 : tensor<16x8x8x256xf32>
    %cst_63 = stablehlo.constant dense<9.99999974E-6> : tensor<f32>
    %266 = stablehlo.broadcast_in_dim %cst_63, dims = [] : (tensor<f32>) -> tensor<256xf32>
    %267 = stablehlo.add %262, %266 : tensor<256xf32>
    %268 = stablehlo.rsqrt %267 : tensor<256xf32>
    %269 = stablehlo.divide %268, %267 : tensor<256xf32>
    %cst_64 = stablehlo.constant dense<-5.000000e-01> : tensor<f32>
    %270 = stablehlo.broadcast_in_dim %cst_64, dims = [] : (tensor<f32>) -> tensor<256xf32>
    %271 = stablehlo.multiply %270, %269 : tensor<256xf32>
    %272 = stablehlo.broadcast_in_dim %268, dims = [3] : (tensor<256xf32>) -> tensor<1x1x1x256xf32>
    %273 = stablehlo.broadcast_in_dim %272, dims = [0, 1, 2, 3] : (tensor<1x1x1x256xf32>) -> tensor<16x8x8x256xf32>
    %274 = stablehlo.multiply %265, %273 : tensor<16x8x8x256xf32>
    %275 = stablehlo.broadcast_in_dim %24, dims = [3] : (tensor<256xf32>) -> tensor<1x1x1x256xf32>
    %276 = stablehlo.broadcast_in_dim %275, dims = [0, 1, 2, 3] : (tensor<1x1x1x256xf32>) -> tensor<16x8x8x256xf32>
    %277 = stablehlo.multiply %274, %276 : tensor<16x8x8x256xf32>
    %278 = stablehlo.broadcast_in_dim %23, dims = [3] : (tensor<256xf32>) -> tensor<1x1x1x256xf32>
    %279 = stablehlo.broadcast_in_dim %278, dims = [0, 1, 2, 3] : (tensor<1x1x1x256xf32>) -> tensor<16x8x8x256xf32>
    %280 = stablehlo.add %277, %279 : tensor<16x8x8x256xf32>
    %281 = stablehlo.convolution(%245, %19) dim_numbers = [b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f], window = {stride = [2, 2], pad = [[0, 1], [0, 1]], lhs_dilate = [1, 1], rhs_dilate = [1, 1], reverse = [false, false]} {batch_group_count = 1 : i64, feature_group_count = 1 : i64, precision_config = [#stablehlo<precision DEFAULT>, #stablehlo<precision DEFAULT>]} : (tensor<16x16x16x128xf32>, tensor<3x3x128x256xf32>) -> tensor<16x8x8x256xf32>
    %cst_65 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %282 = stablehlo.reduce(%281 init: %cst_65) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x8x8x256xf32>, tensor<f32>) -> tensor<256xf32>
    %cst_66 = stablehlo.constant dense<1.024000e+03> : tensor<f32>
    %283 = stablehlo.broadcast_in_dim %cst_66, dims = [] : (tensor<f32>) -> tensor<256xf32>
    %284 = stablehlo.divide %282, %283 : tensor<256xf32>
    %285 = chlo.square %281 : tensor<16x8x8x256xf32> -> tensor<16x8x8x256xf32>
    %cst_67 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %286 = stablehlo.broadcast_in_dim %cst_67, dims = [] : (tensor<f32>) -> tensor<16x8x8x256xf32>
    %287 = stablehlo.multiply %286, %281 : tensor<16x8x8x256xf32>
    %cst_68 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %288 = stablehlo.reduce(%285 init: %cst_68) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x8x8x256xf32>, tensor<f32>) -> tensor<256xf32>
    %cst_69 = stablehlo.constant dense<1.024000e+03> : tensor<f32>
    %289 = stablehlo.broadcast_in_dim %cst_69, dims = [] : (tensor<f32>) -> tensor<256xf32>
    %290 = stablehlo.divide %288, %289 : tensor<256xf32>
    %291 = chlo.square %284 : tensor<256xf32> -> tensor<256xf32>
    %cst_70 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %292 = stablehlo.broadcast_in_dim %cst_70, dims = [] : (tensor<f32>) -> tensor<256xf32>
    %293 = stablehlo.multiply %292, %284 : tensor<256xf32>
    %294 = stablehlo.subtract %290, %291 : tensor<256xf32>
    %295 = stablehlo.broadcast_in_dim %284, dims = [3] : (tensor<256xf32>) -> tensor<1x1x1x256xf32>
    %296 = stablehlo.broadcast_in_dim %295, dims = [0, 1, 2, 3] : (tensor<1x1x1x256xf32>) -> tensor<16x8x8x256xf32>
    %297 = stablehlo.subtract %281, %296 : tensor<16x8x8x256xf32>
    %cst_71 = stablehlo.constant dense<9.99999974E-6> : tensor<f32>
    %298 = stablehlo.broadcast_in_dim %cst_71, dims = [] : (tensor<f32>) -> tensor<256xf32>
    %299 = stablehlo.add %294, %298 : tensor<256xf32>
    %300 = stablehlo.rsqrt %299 : tensor<256xf32>
    %301 = stablehlo.divide %300, %299 : tensor<256xf32>
    %cst_72 = stablehlo.constant dense<-5.000000e-01> : tensor<f32>
    %302 = stablehlo.broadcast_in_dim %cst_72, dims = [] : (tensor<f32>) -> tensor<256xf32>
    %303 = stablehlo.multiply %302, %301 : tensor<256xf32>
    %304 = stablehlo.broadcast_in_dim %300, dims = [3] : (tensor<256xf32>) -> tensor<1x1x1x256xf32>
    %305 = stablehlo.broadcast_in_dim %304, dims = [0, 1, 2, 3] : (tensor<1x1x1x256xf32>) -> tensor<16x8x8x256xf32>
    %306 = stablehlo.multiply %297, %305 : tensor<16x8x8x256xf32>
    %307 = stablehlo.broadcast_in_dim %18, dims = [3] : (tensor<256xf32>) -> tensor<1x1x1x256xf32>
    %308 = stablehlo.broadcast_in_dim %307, dims = [0, 1, 2, 3] : (tensor<1x1x1x256xf32>) -> tensor<16x8x8x256xf32>
    %309 = stablehlo.multiply %306, %308 : tensor<16x8x8x256xf32>
    %310 = stablehlo.broadcast_in_dim %17, dims = [3] : (tensor<256xf32>) -> tensor<1x1x1x256xf32>
    %311 = stablehlo.broadcast_in_dim %310, dims = [0, 1, 2, 3] : (tensor<1x1x1x256xf32>) -> tensor<16x8x8x256xf32>
    %312 = stablehlo.add %309, %311 : tensor<16x8x8x256xf32>
    %313 = call @relu_1(%312) : (tensor<16x8x8x256xf32>) -> tensor<16x8x8x256xf32>
    %cst_73 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %314 = stablehlo.broadcast_in_dim %cst_73, dims = [] : (tensor<f32>) -> tensor<16x8x8x256xf32>
    %315 = stablehlo.compare GT, %312, %314, FLOAT : (tensor<16x8x8x256xf32>, tensor<16x8x8x256xf32>) -> tensor<16x8x8x256xi1>
    %cst_74 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %316 = stablehlo.broadcast_in_dim %cst_74, dims = [] : (tensor<f32>) -> tensor<16x8x8x256xf32>
    %317 = stablehlo.convolution(%313, %22) dim_numbers = [b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f], window = {stride = [1, 1], pad = [[1, 1], [1, 1]], lhs_dilate = [1, 1], rhs_dilate = [1, 1], reverse = [false, false]} {batch_group_count = 1 : i64, feature_group_count = 1 : i64, precision_config = [#stablehlo<precision DEFAULT>, #stablehlo<precision DEFAULT>]} : (tensor<16x8x8x256xf32>, tensor<3x3x256x256xf32>) -> tensor<16x8x8x256xf32>
    %cst_75 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %318 = stablehlo.reduce(%317 init: %cst_75) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x8x8x256xf32>, tensor<f32>) -> tensor<256xf32>
    %cst_76 = stablehlo.constant dense<1.024000e+03> : tensor<f32>
    %319 = stablehlo.broadcast_in_dim %cst_76, dims = [] : (tensor<f32>) -> tensor<256xf32>
    %320 = stablehlo.divide %318, %319 : tensor<256xf32>
    %321 = chlo.square %317 : tensor<16x8x8x256xf32> -> tensor<16x8x8x256xf32>
    %cst_77 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %322 = stablehlo.broadcast_in_dim %cst_77, dims = [] : (tensor<f32>) -> tensor<16x8x8x256xf32>
    %323 = stablehlo.multiply %322, %317 : tensor<16x8x8x256xf32>
    %cst_78 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %324 = stablehlo.reduce(%321 init: %cst_78) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x8x8x256xf32>, tensor<f32>) -> tensor<256xf32>
    %cst_79 = stablehlo.constant dense<1.024000e+03> : tensor<f32>
    %325 = stablehlo.broadcast_in_dim %cst_79, dims = [] : (tensor<f32>) -> tensor<256xf32>
    %326 = stablehlo.divide %324, %325 : tensor<256xf32>
    %327 = chlo.square %320 : tensor<256xf32> -> tensor<256xf32>
    %cst_80 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %328 = stablehlo.broadcast_in_dim %cst_80, dims = [] : (tensor<f32>) -> tensor<256xf32>
    %329 = stablehlo.multiply %328, %320 : tensor<256xf32>
    %330 = stablehlo.subtract %326, %327 : tensor<256xf32>
    %331 = stablehlo.broadcast_in_dim %320, dims = [3] : (tensor<256xf32>) -> tensor<1x1x1x256xf32>
    %332 = stablehlo.broadcast_in_dim %331, dims = [0, 1, 2, 3] : (tensor<1x1x1x256xf32>) -> tensor<16x8x8x256xf32>
    %333 = stablehlo.subtract %317, %332 : tensor<16x8x8x256xf32>
    %cst_81 = stablehlo.constant dense<9.99999974E-6> : tensor<f32>
    %334 = stablehlo.broadcast_in_dim %cst_81, dims = [] : (tensor<f32>) -> tensor<256xf32>
    %335 = stablehlo.add %330, %334 : tensor<256xf32>
    %336 = stablehlo.rsqrt %335 : tensor<256xf32>
    %337 = stablehlo.divide %336, %335 : tensor<256xf32>
    %cst_82 = stablehlo.constant dense<-5.000000e-01> : tensor<f32>
    %338 = stablehlo.broadcast_in_dim %cst_82, dims = [] : (tensor<f32>) -> tensor<256xf32>
    %339 = stablehlo.multiply %338, %337 : tensor<256xf32>
    %340 = stablehlo.broadcast_in_dim %336, dims = [3] : (tensor<256xf32>) -> tensor<1x1x1x256xf32>
    %341 = stablehlo.broadcast_in_dim %340, dims = [0, 1, 2, 3] : (tensor<1x1x1x256xf32>) -> tensor<16x8x8x256xf32>
    %342 = stablehlo.multiply %333, %341 : tensor<16x8x8x256xf32>
    %343 = stablehlo.broadcast_in_dim %21, dims = [3] : (tensor<256xf32>) -> tensor<1x1x1x256xf32>
    %344 = stablehlo.broadcast_in_dim %343, dims = [0, 1, 2, 3] : (tensor<1x1x1x256xf32>) -> tensor<16x8x8x256xf32>
    %345 = stablehlo.multiply %342, %344 : tensor<16x8x8x256xf32>
    %346 = stablehlo.broadcast_in_dim %20, dims = [3] : (tensor<256xf32>) -> tensor<1x1x1x256xf32>
    %347 = stablehlo.broadcast_in_dim %346, dims = [0, 1, 2, 3] : (tensor<1x1x1x256xf32>) -> tensor<16x8x8x256xf32>
    %348 = stablehlo.add %345, %347 : tensor<16x8x8x256xf32>
    %349 = stablehlo.add %348, %280 : tensor<16x8x8x256xf32>
    %350 = call @relu_1(%349) : (tensor<16x8x8x256xf32>) -> tensor<16x8x8x256xf32>
    %cst_83 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %351 = stablehlo.broadcast_in_dim %cst_83, dims = [] : (tensor<f32>) -> tensor<16x8x8x256xf32>
    %352 = stablehlo.compare GT, %349, %351, FLOAT : (tensor<16x8x8x256xf32>, tensor<16x8x8x256xf32>) -> tensor<16x8x8x256xi1>
    %cst_84 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %353 = stablehlo.broadcast_in_dim %cst_84, dims = [] : (tensor<f32>) -> tensor<16x8x8x256xf32>
    %354 = stablehlo.convolution(%350, %28) dim_numbers = [b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f], window = {stride = [1, 1], pad = [[1, 1], [1, 1]], lhs_dilate = [1, 1], rhs_dilate = [1, 1], reverse = [false, false]} {batch_group_count = 1 : i64, feature_group_count = 1 : i64, precision_config = [#stablehlo<precision DEFAULT>, #stablehlo<precision DEFAULT>]} : (tensor<16x8x8x256xf32>, tensor<3x3x256x256xf32>) -> tensor<16x8x8x256xf32>
    %cst_85 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %355 = stablehlo.reduce(%354 init: %cst_85) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x8x8x256xf32>, tensor<f32>) -> tensor<256xf32>
    %cst_86 = stablehlo.constant dense<1.024000e+03> : tensor<f32>
    %356 = stablehlo.broadcast_in_dim %cst_86, dims = [] : (tensor<f32>) -> tensor<256xf32>
    %357 = stablehlo.divide %355, %356 : tensor<256xf32>
    %358 = chlo.square %354 : tensor<16x8x8x256xf32> -> tensor<16x8x8x256xf32>
    %cst_87 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %359 = stablehlo.broadcast_in_dim %cst_87, dims = [] : (tensor<f32>) -> tensor<16x8x8x256xf32>
    %360 = stablehlo.multiply %359, %354 : tensor<16x8x8x256xf32>
    %cst_88 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %361 = stablehlo.reduce(%358 init: %cst_88) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x8x8x256xf32>, tensor<f32>) -> tensor<256xf32>
    %cst_89 = stablehlo.constant dense<1.024000e+03> : tensor<f32>
    %362 = stablehlo.broadcast_in_dim %cst_89, dims = [] : (tensor<f32>) -> tensor<256xf32>
    %363 = stablehlo.divide %361, %362 : tensor<256xf32>
    %364 = chlo.square %357 : tensor<256xf32> -> tensor<256xf32>
    %cst_90 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %365 = stablehlo.broadcast_in_dim %cst_90, dims = [] : (tensor<f32>) -> tensor<256xf32>
    %366 = stablehlo.multiply %365, %357 : tensor<256xf32>
    %367 = stablehlo.subtract %363, %364 : tensor<256xf32>
    %368 = stablehlo.broadcast_in_dim %357, dims = [3] : (tensor<256xf32>) -> tensor<1x1x1x256xf32>
    %369 = stablehlo.broadcast_in_dim %368, dims = [0, 1, 2, 3] : (tensor<1x1x1x256xf32>) -> tensor<16x8x8x256xf32>
    %370 = stablehlo.subtract %354, %369 : tensor<16x8x8x256xf32>
    %cst_91 = stablehlo.constant dense<9.99999974E-6> : tensor<f32>
    %371 = stablehlo.broadcast_in_dim %cst_91, dims = [] : (tensor<f32>) -> tensor<256xf32>
    %372 = stablehlo.add %367, %371 : tensor<256xf32>
    %373 = stablehlo.rsqrt %372 : tensor<256xf32>
    %374 = stablehlo.divide %373, %372 : tensor<256xf32>
    %cst_92 = stablehlo.constant dense<-5.000000e-01> : tensor<f32>
    %375 = stablehlo.broadcast_in_dim %cst_92, dims = [] : (tensor<f32>) -> tensor<256xf32>
    %376 = stablehlo.multiply %375, %374 : tensor<256xf32>
    %377 = stablehlo.broadcast_in_dim %373, dims = [3] : (tensor<256xf32>) -> tensor<1x1x1x256xf32>
    %378 = stablehlo.broadcast_in_dim %377, dims = [0, 1, 2, 3] : (tensor<1x1x1x256xf32>) -> tensor<16x8x8x256xf32>
    %379 = stablehlo.multiply %370, %378 : tensor<16x8x8x256xf32>
    %380 = stablehlo.broadcast_in_dim %27, dims = [3] : (tensor<256xf32>) -> tensor<1x1x1x256xf32>
    %381 = stablehlo.broadcast_in_dim %380, dims = [0, 1, 2, 3] : (tensor<1x1x1x256xf32>) -> tensor<16x8x8x256xf32>
    %382 = stablehlo.multiply %379, %381 : tensor<16x8x8x256xf32>
    %383 = stablehlo.broadcast_in_dim %26, dims = [3] : (tensor<256xf32>) -> tensor<1x1x1x256xf32>
    %384 = stablehlo.broadcast_in_dim %383, dims = [0, 1, 2, 3] : (tensor<1x1x1x256xf32>) -> tensor<16x8x8x256xf32>
    %385 = stablehlo.add %382, %384 : tensor<16x8x8x256xf32>
    %386 = call @relu_1(%385) : (tensor<16x8x8x256xf32>) -> tensor<16x8x8x256xf32>
    %cst_93 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %387 = stablehlo.broadcast_in_dim %cst_93, dims = [] : (tensor<f32>) -> tensor<16x8x8x256xf32>
    %388 = stablehlo.compare GT, %385, %387, FLOAT : (tensor<16x8x8x256xf32>, tensor<16x8x8x256xf32>) -> tensor<16x8x8x256xi1>
    %cst_94 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %389 = stablehlo.broadcast_in_dim %cst_94, dims = [] : (tensor<f32>) -> tensor<16x8x8x256xf32>
    %390 = stablehlo.convolution(%386, %31) dim_numbers = [b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f], window = {stride = [1, 1], pad = [[1, 1], [1, 1]], lhs_dilate = [1, 1], rhs_dilate = [1, 1], reverse = [false, false]} {batch_group_count = 1 : i64, feature_group_count = 1 : i64, precision_config = [#stablehlo<precision DEFAULT>, #stablehlo<precision DEFAULT>]} : (tensor<16x8x8x256xf32>, tensor<3x3x256x256xf32>) -> tensor<16x8x8x256xf32>
    %cst_95 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %391 = stablehlo.reduce(%390 init: %cst_95) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x8x8x256xf32>, tensor<f32>) -> tensor<256xf32>
    %cst_96 = stablehlo.constant dense<1.024000e+03> : tensor<f32>
    %392 = stablehlo.broadcast_in_dim %cst_96, dims = [] : (tensor<f32>) -> tensor<256xf32>
    %393 = stablehlo.divide %391, %392 : tensor<256xf32>
    %394 = chlo.square %390 : tensor<16x8x8x256xf32> -> tensor<16x8x8x256xf32>
    %cst_97 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %395 = stablehlo.broadcast_in_dim %cst_97, dims = [] : (tensor<f32>) -> tensor<16x8x8x256xf32>
    %396 = stablehlo.multiply %395, %390 : tensor<16x8x8x256xf32>
    %cst_98 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %397 = stablehlo.reduce(%394 init: %cst_98) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x8x8x256xf32>, tensor<f32>) -> tensor<256xf32>
    %cst_99 = stablehlo.constant dense<1.024000e+03> : tensor<f32>
    %398 = stablehlo.broadcast_in_dim %cst_99, dims = [] : (tensor<f32>) -> tensor<256xf32>
    %399 = stablehlo.divide %397, %398 : tensor<256xf32>
    %400 = chlo.square %393 : tensor<256xf32> -> tensor<256xf32>
    %cst_100 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %401 = stablehlo.broadcast_in_dim %cst_100, dims = [] : (tensor<f32>) -> tensor<256xf32>
    %402 = stablehlo.multiply %401, %393 : tensor<256xf32>
    %403 = stablehlo.subtract %399, %400 : tensor<256xf32>
    %404 = stablehlo.broadcast_in_dim %393, dims = [3] : (tensor<256xf32>) -> tensor<1x1x1x256xf32>
    %405 = stablehlo.broadcast_in_dim %404, dims = [0, 1, 2, 3] : (tensor<1x1x1x256xf32>) -> tensor<16x8x8x256xf32>
    %406 = stablehlo.subtract %390, %405 : tensor<16x8x8x256xf32>
    %cst_101 = stablehlo.constant dense<9.99999974E-6> : tensor<f32>
    %407 = stablehlo.broadcast_in_dim %cst_101, dims = [] : (tensor<f32>) -> tensor<256xf32>
    %408 = stablehlo.add %403, %407 : tensor<256xf32>
    %409 = stablehlo.rsqrt %408 : tensor<256xf32>
    %410 = stablehlo.divide %409, %408 : tensor<256xf32>
    %cst_102 = stablehlo.constant dense<-5.000000e-01> : tensor<f32>
    %411 = stablehlo.broadcast_in_dim %cst_102, dims = [] : (tensor<f32>) -> tensor<256xf32>
    %412 = stablehlo.multiply %411, %410 : tensor<256xf32>
    %413 = stablehlo.broadcast_in_dim %409, dims = [3] : (tensor<256xf32>) -> tensor<1x1x1x256xf32>
    %414 = stablehlo.broadcast_in_dim %413, dims = [0, 1, 2, 3] : (tensor<1x1x1x256xf32>) -> tensor<16x8x8x256xf32>
    %415 = stablehlo.multiply %406, %414 : tensor<16x8x8x256xf32>
    %416 = stablehlo.broadcast_in_dim %30, dims = [3] : (tensor<256xf32>) -> tensor<1x1x1x256xf32>
    %417 = stablehlo.broadcast_in_dim %416, dims = [0, 1, 2, 3] : (tensor<1x1x1x256xf32>) -> tensor<16x8x8x256xf32>
    %418 = stablehlo.multiply %415, %417 : tensor<16x8x8x256xf32>
    %419 = stablehlo.broadcast_in_dim %29, dims = [3] : (tensor<256xf32>) -> tensor<1x1x1x256xf32>
    %420 = stablehlo.broadcast_in_dim %419, dims = [0, 1, 2, 3] : (tensor<1x1x1x256xf32>) -> tensor<16x8x8x256xf32>
    %421 = stablehlo.add %418, %420 : tensor<16x8x8x256xf32>
    %422 = stablehlo.add %421, %350 : tensor<16x8x8x256xf32>
    %423 = call @relu_1(%422) : (tensor<16x8x8x256xf32>) -> tensor<16x8x8x256xf32>
    %cst_103 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %424 = stablehlo.broadcast_in_dim %cst_103, dims = [] : (tensor<f32>) -> tensor<16x8x8x256xf32>
    %425 = stablehlo.compare GT, %422, %424, FLOAT : (tensor<16x8x8x256xf32>, tensor<16x8x8x256xf32>) -> tensor<16x8x8x256xi1>
    %cst_104 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %426 = stablehlo.broadcast_in_dim %cst_104, dims = [] : (tensor<f32>) -> tensor<16x8x8x256xf32>
    %cst_105 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %427 = stablehlo.reduce(%423 init: %cst_105) applies stablehlo.add across dimensions = [1, 2] : (tensor<16x8x8x256xf32>, tensor<f32>) -> tensor<16x256xf32>
    %cst_106 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %428 = stablehlo.broadcast_in_dim %cst_106, dims = [] : (tensor<f32>) -> tensor<16x256xf32>
    %429 = stablehlo.divide %427, %428 : tensor<16x256xf32>
    %430 = stablehlo.dot_general %429, %1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<16x256xf32>, tensor<256x64xf32>) -> tensor<16x64xf32>
    %431 = stablehlo.broadcast_in_dim %0, dims = [1] : (tensor<64xf32>) -> tensor<1x64xf32>
    %432 = stablehlo.broadcast_in_dim %431, dims = [0, 1] : (tensor<1x64xf32>) -> tensor<16x64xf32>
    %433 = stablehlo.add %430, %432 : tensor<16x64xf32>
    %cst_107 = stablehlo.constant dense<0xFF800000> : tensor<f32>
    %434 = stablehlo.reduce(%433 init: %cst_107) applies stablehlo.maximum across dimensions = [1] : (tensor<16x64xf32>, tensor<f32>) -> tensor<16xf32>
    %435 = stablehlo.reshape %434 : (tensor<16xf32>) -> tensor<16x1xf32>
    %436 = stablehlo.broadcast_in_dim %435, dims = [0, 1] : (tensor<16x1xf32>) -> tensor<16x64xf32>
    %437 = stablehlo.compare EQ, %433, %436, FLOAT : (tensor<16x64xf32>, tensor<16x64xf32>) -> tensor<16x64xi1>
    %438 = stablehlo.convert %437 : (tensor<16x64xi1>) -> tensor<16x64xf32>
    %cst_108 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %439 = stablehlo.reduce(%438 init: %cst_108) applies stablehlo.add across dimensions = [1] : (tensor<16x64xf32>, tensor<f32>) -> tensor<16xf32>
    %440 = stablehlo.broadcast_in_dim %434, dims = [0] : (tensor<16xf32>) -> tensor<16x1xf32>
    %441 = stablehlo.broadcast_in_dim %440, dims = [0, 1] : (tensor<16x1xf32>) -> tensor<16x64xf32>
    %442 = stablehlo.subtract %433, %441 : tensor<16x64xf32>
    %443 = stablehlo.exponential %442 : tensor<16x64xf32>
    %cst_109 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %444 = stablehlo.reduce(%443 init: %cst_109) applies stablehlo.add across dimensions = [1] : (tensor<16x64xf32>, tensor<f32>) -> tensor<16xf32>
    %445 = stablehlo.log %444 : tensor<16xf32>
    %446 = stablehlo.broadcast_in_dim %arg36, dims = [0] : (tensor<16xi32>) -> tensor<16x1xi32>
    %447 = stablehlo.iota dim = 0 : tensor<64xi32>
    %448 = stablehlo.broadcast_in_dim %447, dims = [1] : (tensor<64xi32>) -> tensor<1x64xi32>
    %449 = stablehlo.broadcast_in_dim %446, dims = [0, 1] : (tensor<16x1xi32>) -> tensor<16x64xi32>
    %450 = stablehlo.broadcast_in_dim %448, dims = [0, 1] : (tensor<1x64xi32>) -> tensor<16x64xi32>
    %451 = stablehlo.compare EQ, %449, %450, SIGNED : (tensor<16x64xi32>, tensor<16x64xi32>) -> tensor<16x64xi1>
    %452 = stablehlo.convert %451 : (tensor<16x64xi1>) -> tensor<16x64xf32>
    %453 = stablehlo.multiply %442, %452 : tensor<16x64xf32>
    %cst_110 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %454 = stablehlo.reduce(%453 init: %cst_110) applies stablehlo.add across dimensions = [1] : (tensor<16x64xf32>, tensor<f32>) -> tensor<16xf32>
    %455 = stablehlo.subtract %445, %454 : tensor<16xf32>
    %cst_111 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %456 = stablehlo.reduce(%455 init: %cst_111) applies stablehlo.add across dimensions = [0] : (tensor<16xf32>, tensor<f32>) -> tensor<f32>
    %cst_112 = stablehlo.constant dense<1.600000e+01> : tensor<f32>
    %457 = stablehlo.divide %456, %cst_112 : tensor<f32>
    %cst_113 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %cst_114 = stablehlo.constant dense<1.600000e+01> : tensor<f32>
    %458 = stablehlo.divide %cst_113, %cst_114 : tensor<f32>
    %459 = stablehlo.broadcast_in_dim %458, dims = [] : (tensor<f32>) -> tensor<16xf32>
    %460 = stablehlo.negate %459 : tensor<16xf32>
    %461 = stablehlo.broadcast_in_dim %460, dims = [0] : (tensor<16xf32>) -> tensor<16x64xf32>
    %462 = stablehlo.multiply %461, %452 : tensor<16x64xf32>
    %463 = stablehlo.divide %459, %444 : tensor<16xf32>
    %464 = stablehlo.broadcast_in_dim %463, dims = [0] : (tensor<16xf32>) -> tensor<16x64xf32>
    %465 = stablehlo.multiply %464, %443 : tensor<16x64xf32>
    %466 = stablehlo.add %462, %465 : tensor<16x64xf32>
    %cst_115 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %467 = stablehlo.reduce(%466 init: %cst_115) applies stablehlo.add across dimensions = [0] : (tensor<16x64xf32>, tensor<f32>) -> tensor<64xf32>
    %468 = stablehlo.reshape %467 : (tensor<64xf32>) -> tensor<1x64xf32>
    %cst_116 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %469 = stablehlo.reduce(%468 init: %cst_116) applies stablehlo.add across dimensions = [0] : (tensor<1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %470 = stablehlo.dot_general %466, %429, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<16x64xf32>, tensor<16x256xf32>) -> tensor<64x256xf32>
    %471 = stablehlo.transpose %470, dims = [1, 0] : (tensor<64x256xf32>) -> tensor<256x64xf32>
    %472 = stablehlo.dot_general %466, %1, contracting_dims = [1] x [1], precision = [DEFAULT, DEFAULT] : (tensor<16x64xf32>, tensor<256x64xf32>) -> tensor<16x256xf32>
    %cst_117 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %473 = stablehlo.broadcast_in_dim %cst_117, dims = [] : (tensor<f32>) -> tensor<16x256xf32>
    %474 = stablehlo.divide %472, %473 : tensor<16x256xf32>
    %475 = stablehlo.broadcast_in_dim %474, dims = [0, 3] : (tensor<16x256xf32>) -> tensor<16x8x8x256xf32>
    %cst_118 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %476 = stablehlo.broadcast_in_dim %cst_118, dims = [] : (tensor<f32>) -> tensor<16x8x8x256xf32>
    %477 = stablehlo.select %425, %475, %476 : tensor<16x8x8x256xi1>, tensor<16x8x8x256xf32>
    %cst_119 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %478 = stablehlo.reduce(%477 init: %cst_119) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x8x8x256xf32>, tensor<f32>) -> tensor<256xf32>
    %479 = stablehlo.reshape %478 : (tensor<256xf32>) -> tensor<1x1x1x256xf32>
    %cst_120 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %480 = stablehlo.reduce(%479 init: %cst_120) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<1x1x1x256xf32>, tensor<f32>) -> tensor<256xf32>
    %481 = stablehlo.multiply %415, %477 : tensor<16x8x8x256xf32>
    %cst_121 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %482 = stablehlo.reduce(%481 init: %cst_121) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x8x8x256xf32>, tensor<f32>) -> tensor<256xf32>
    %483 = stablehlo.reshape %482 : (tensor<256xf32>) -> tensor<1x1x1x256xf32>
    %484 = stablehlo.broadcast_in_dim %416, dims = [0, 1, 2, 3] : (tensor<1x1x1x256xf32>) -> tensor<16x8x8x256xf32>
    %485 = stablehlo.multiply %477, %484 : tensor<16x8x8x256xf32>
    %cst_122 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %486 = stablehlo.reduce(%483 init: %cst_122) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<1x1x1x256xf32>, tensor<f32>) -> tensor<256xf32>
    %487 = stablehlo.multiply %406, %485 : tensor<16x8x8x256xf32>
    %cst_123 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %488 = stablehlo.reduce(%487 init: %cst_123) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x8x8x256xf32>, tensor<f32>) -> tensor<256xf32>
    %489 = stablehlo.reshape %488 : (tensor<256xf32>) -> tensor<1x1x1x256xf32>
    %490 = stablehlo.broadcast_in_dim %413, dims = [0, 1, 2, 3] : (tensor<1x1x1x256xf32>) -> tensor<16x8x8x256xf32>
    %491 = stablehlo.multiply %485, %490 : tensor<16x8x8x256xf32>
    %cst_124 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %492 = stablehlo.reduce(%489 init: %cst_124) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<1x1x1x256xf32>, tensor<f32>) -> tensor<256xf32>
    %493 = stablehlo.multiply %492, %412 : tensor<256xf32>
    %494 = stablehlo.negate %491 : tensor<16x8x8x256xf32>
    %cst_125 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %495 = stablehlo.reduce(%494 init: %cst_125) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x8x8x256xf32>, tensor<f32>) -> tensor<256xf32>
    %496 = stablehlo.reshape %495 : (tensor<256xf32>) -> tensor<1x1x1x256xf32>
    %cst_126 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %497 = stablehlo.reduce(%496 init: %cst_126) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<1x1x1x256xf32>, tensor<f32>) -> tensor<256xf32>
    %498 = stablehlo.negate %493 : tensor<256xf32>
    %499 = stablehlo.multiply %498, %402 : tensor<256xf32>
    %500 = stablehlo.add %497, %499 : tensor<256xf32>
    %cst_127 = stablehlo.constant dense<1.024000e+03> : tensor<f32>
    %501 = stablehlo.broadcast_in_dim %cst_127, dims = [] : (tensor<f32>) -> tensor<256xf32>
    %502 = stablehlo.divide %493, %501 : tensor<256xf32>
    %503 = stablehlo.broadcast_in_dim %502, dims = [3] : (tensor<256xf32>) -> tensor<16x8x8x256xf32>
    %504 = stablehlo.multiply %503, %396 : tensor<16x8x8x256xf32>
    %505 = stablehlo.add %491, %504 : tensor<16x8x8x256xf32>
    %cst_128 = stablehlo.constant dense<1.024000e+03> : tensor<f32>
    %506 = stablehlo.broadcast_in_dim %cst_128, dims = [] : (tensor<f32>) -> tensor<256xf32>
    %507 = stablehlo.divide %500, %506 : tensor<256xf32>
    %508 = stablehlo.broadcast_in_dim %507, dims = [3] : (tensor<256xf32>) -> tensor<16x8x8x256xf32>
    %509 = stablehlo.add %505, %508 : tensor<16x8x8x256xf32>
    %510 = stablehlo.convolution(%386, %509) dim_numbers = [f, 0, 1, b]x[i, 0, 1, o]->[0, 1, b, f], window = {stride = [1, 1], pad = [[1, 1], [1, 1]], lhs_dilate = [1, 1], rhs_dilate = [1, 1], reverse = [false, false]} {batch_group_count = 1 : i64, feature_group_count = 1 : i64, precision_config = [#stablehlo<precision DEFAULT>, #stablehlo<precision DEFAULT>]} : (tensor<16x8x8x256xf32>, tensor<16x8x8x256xf32>) -> tensor<3x3x256x256xf32>
    %511 = stablehlo.reverse %31, dims = [0, 1] : tensor<3x3x256x256xf32>
    %512 = stablehlo.convolution(%509, %511) dim_numbers = [b, 0, 1, f]x[0, 1, o, i]->[b, 0, 1, f], window = {stride = [1, 1], pad = [[1, 1], [1, 1]], lhs_dilate = [1, 1], rhs_dilate = [1, 1], reverse = [false, false]} {batch_group_count = 1 : i64, feature_group_count = 1 : i64, precision_config = [#stablehlo<precision DEFAULT>, #stablehlo<precision DEFAULT>]} : (tensor<16x8x8x256xf32>, tensor<3x3x256x256xf32>) -> tensor<16x8x8x256xf32>
    %cst_129 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %513 = stablehlo.broadcast_in_dim %cst_129, dims = [] : (tensor<f32>) -> tensor<16x8x8x256xf32>
    %514 = stablehlo.select %388, %512, %513 : tensor<16x8x8x256xi1>, tensor<16x8x8x256xf32>
    %cst_130 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %515 = stablehlo.reduce(%514 init: %cst_130) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x8x8x256xf32>, tensor<f32>) -> tensor<256xf32>
    %516 = stablehlo.reshape %515 : (tensor<256xf32>) -> tensor<1x1x1x256xf32>
    %cst_131 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %517 = stablehlo.reduce(%516 init: %cst_131) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<1x1x1x256xf32>, tensor<f32>) -> tensor<256xf32>
    %518 = stablehlo.multiply %379, %514 : tensor<16x8x8x256xf32>
    %cst_132 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %519 = stablehlo.reduce(%518 init: %cst_132) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x8x8x256xf32>, tensor<f32>) -> tensor<256xf32>
    %520 = stablehlo.reshape %519 : (tensor<256xf32>) -> tensor<1x1x1x256xf32>
    %521 = stablehlo.broadcast_in_dim %380, dims = [0, 1, 2, 3] : (tensor<1x1x1x256xf32>) -> tensor<16x8x8x256xf32>
    %522 = stablehlo.multiply %514, %521 : tensor<16x8x8x256xf32>
    %cst_133 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %523 = stablehlo.reduce(%520 init: %cst_133) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<1x1x1x256xf32>, tensor<f32>) -> tensor<256xf32>
    %524 = stablehlo.multiply %370, %522 : tensor<16x8x8x256xf32>
    %cst_134 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %525 = stablehlo.reduce(%524 init: %cst_134) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x8x8x256xf32>, tensor<f32>) -> tensor<256xf32>
    %526 = stablehlo.reshape %525 : (tensor<256xf32>) -> tensor<1x1x1x256xf32>
    %527 = stablehlo.broadcast_in_dim %377, dims = [0, 1, 2, 3] : (tensor<1x1x1x256xf32>) -> tensor<16x8x8x256xf32>
    %528 = stablehlo.multiply %522, %527 : tensor<16x8x8x256xf32>
    %cst_135 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %529 = stablehlo.reduce(%526 init: %cst_135) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<1x1x1x256xf32>, tensor<f32>) -> tensor<256xf32>
    %530 = stablehlo.multiply %529, %376 : tensor<256xf32>
    %531 = stablehlo.negate %528 : tensor<16x8x8x256xf32>
    %cst_136 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %532 = stablehlo.reduce(%531 init: %cst_136) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x8x8x256xf32>, tensor<f32>) -> tensor<256xf32>
    %533 = stablehlo.reshape %532 : (tensor<256xf32>) -> tensor<1x1x1x256xf32>
    %cst_137 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %534 = stablehlo.reduce(%533 init: %cst_137) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<1x1x1x256xf32>, tensor<f32>) -> tensor<256xf32>
    %535 = stablehlo.negate %530 : tensor<256xf32>
    %536 = stablehlo.multiply %535, %366 : tensor<256xf32>
    %537 = stablehlo.add %534, %536 : tensor<256xf32>
    %cst_138 = stablehlo.constant dense<1.024000e+03> : tensor<f32>
    %538 = stablehlo.broadcast_in_dim %cst_138, dims = [] : (tensor<f32>) -> tensor<256xf32>
    %539 = stablehlo.divide %530, %538 : tensor<256xf32>
    %540 = stablehlo.broadcast_in_dim %539, dims = [3] : (tensor<256xf32>) -> tensor<16x8x8x256xf32>
    %541 = stablehlo.multiply %540, %360 : tensor<16x8x8x256xf32>
    %542 = stablehlo.add %528, %541 : tensor<16x8x8x256xf32>
    %cst_139 = stablehlo.constant dense<1.024000e+03> : tensor<f32>
    %543 = stablehlo.broadcast_in_dim %cst_139, dims = [] : (tensor<f32>) -> tensor<256xf32>
    %544 = stablehlo.divide %537, %543 : tensor<256xf32>
    %545 = stablehlo.broadcast_in_dim %544, dims = [3] : (tensor<256xf32>) -> tensor<16x8x8x256xf32>
    %546 = stablehlo.add %542, %545 : tensor<16x8x8x256xf32>
    %547 = stablehlo.convolution(%350, %546) dim_numbers = [f, 0, 1, b]x[i, 0, 1, o]->[0, 1, b, f], window = {stride = [1, 1], pad = [[1, 1], [1, 1]], lhs_dilate = [1, 1], rhs_dilate = [1, 1], reverse = [false, false]} {batch_group_count = 1 : i64, feature_group_count = 1 : i64, precision_config = [#stablehlo<precision DEFAULT>, #stablehlo<precision DEFAULT>]} : (tensor<16x8x8x256xf32>, tensor<16x8x8x256xf32>) -> tensor<3x3x256x256xf32>
    %548 = stablehlo.reverse %28, dims = [0, 1] : tensor<3x3x256x256xf32>
    %549 = stablehlo.convolution(%546, %548) dim_numbers = [b, 0, 1, f]x[0, 1, o, i]->[b, 0, 1, f], window = {stride = [1, 1], pad = [[1, 1], [1, 1]], lhs_dilate = [1, 1], rhs_dilate = [1, 1], reverse = [false, false]} {batch_group_count = 1 : i64, feature_group_count = 1 : i64, precision_config = [#stablehlo<precision DEFAULT>, #stablehlo<precision DEFAULT>]} : (tensor<16x8x8x256xf32>, tensor<3x3x256x256xf32>) -> tensor<16x8x8x256xf32>
    %550 = stablehlo.add %477, %549 : tensor<16x8x8x256xf32>
    %cst_140 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %551 = stablehlo.broadcast_in_dim %cst_140, dims = [] : (tensor<f32>) -> tensor<16x8x8x256xf32>
    %552 = stablehlo.select %352, %550, %551 : tensor<16x8x8x256xi1>, tensor<16x8x8x256xf32>
    %cst_141 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %553 = stablehlo.reduce(%552 init: %cst_141) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x8x8x256xf32>, tensor<f32>) -> tensor<256xf32>
    %554 = stablehlo.reshape %553 : (tensor<256xf32>) -> tensor<1x1x1x256xf32>
    %cst_142 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %555 = stablehlo.reduce(%554 init: %cst_142) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<1x1x1x256xf32>, tensor<f32>) -> tensor<256xf32>
    %556 = stablehlo.multiply %342, %552 : tensor<16x8x8x256xf32>
    %cst_143 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %557 = stablehlo.reduce(%556 init: %cst_143) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x8x8x256xf32>, tensor<f32>) -> tensor<256xf32>
    %558 = stablehlo.reshape %557 : (tensor<256xf32>) -> tensor<1x1x1x256xf32>
    %559 = stablehlo.broadcast_in_dim %343, dims = [0, 1, 2, 3] : (tensor<1x1x1x256xf32>) -> tensor<16x8x8x256xf32>
    %560 = stablehlo.multiply %552, %559 : tensor<16x8x8x256xf32>
    %cst_144 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %561 = stablehlo.reduce(%558 init: %cst_144) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<1x1x1x256xf32>, tensor<f32>) -> tensor<256xf32>
    %562 = stablehlo.multiply %333, %560 : tensor<16x8x8x256xf32>
    %cst_145 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %563 = stablehlo.reduce(%562 init: %cst_145) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x8x8x256xf32>, tensor<f32>) -> tensor<256xf32>
    %564 = stablehlo.reshape %563 : (tensor<256xf32>) -> tensor<1x1x1x256xf32>
    %565 = stablehlo.broadcast_in_dim %340, dims = [0, 1, 2, 3] : (tensor<1x1x1x256xf32>) -> tensor<16x8x8x256xf32>
    %566 = stablehlo.multiply %560, %565 : tensor<16x8x8x256xf32>
    %cst_146 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %567 = stablehlo.reduce(%564 init: %cst_146) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<1x1x1x256xf32>, tensor<f32>) -> tensor<256xf32>
    %568 = stablehlo.multiply %567, %339 : tensor<256xf32>
    %569 = stablehlo.negate %566 : tensor<16x8x8x256xf32>
    %cst_147 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %570 = stablehlo.reduce(%569 init: %cst_147) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x8x8x256xf32>, tensor<f32>) -> tensor<256xf32>
    %571 = stablehlo.reshape %570 : (tensor<256xf32>) -> tensor<1x1x1x256xf32>
    %cst_148 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %572 = stablehlo.reduce(%571 init: %cst_148) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<1x1x1x256xf32>, tensor<f32>) -> tensor<256xf32>
    %573 = stablehlo.negate %568 : tensor<256xf32>
    %574 = stablehlo.multiply %573, %329 : tensor<256xf32>
    %575 = stablehlo.add %572, %574 : tensor<256xf32>
    %cst_149 = stablehlo.constant dense<1.024000e+03> : tensor<f32>
    %576 = stablehlo.broadcast_in_dim %cst_149, dims = [] : (tensor<f32>) -> tensor<256xf32>
    %577 = stablehlo.divide %568, %576 : tensor<256xf32>
    %578 = stablehlo.broadcast_in_dim %577, dims = [3] : (tensor<256xf32>) -> tensor<16x8x8x256xf32>
    %579 = stablehlo.multiply %578, %323 : tensor<16x8x8x256xf32>
    %580 = stablehlo.add %566, %579 : tensor<16x8x8x256xf32>
    %cst_150 = stablehlo.constant dense<1.024000e+03> : tensor<f32>
    %581 = stablehlo.broadcast_in_dim %cst_150, dims = [] : (tensor<f32>) -> tensor<256xf32>
    %582 = stablehlo.divide %575, %581 : tensor<256xf32>
    %583 = stablehlo.broadcast_in_dim %582, dims = [3] : (tensor<256xf32>) -> tensor<16x8x8x256xf32>
    %584 = stablehlo.add %580, %583 : tensor<16x8x8x256xf32>
    %585 = stablehlo.convolution(%313, %584) dim_numbers = [f, 0, 1, b]x[i, 0, 1, o]->[0, 1, b, f], window = {stride = [1, 1], pad = [[1, 1], [1, 1]], lhs_dilate = [1, 1], rhs_dilate = [1, 1], reverse = [false, false]} {batch_group_count = 1 : i64, feature_group_count = 1 : i64, precision_config = [#stablehlo<precision DEFAULT>, #stablehlo<precision DEFAULT>]} : (tensor<16x8x8x256xf32>, tensor<16x8x8x256xf32>) -> tensor<3x3x256x256xf32>
    %586 = stablehlo.reverse %22, dims = [0, 1] : tensor<3x3x256x256xf32>
    %587 = stablehlo.convolution(%584, %586) dim_numbers = [b, 0, 1, f]x[0, 1, o, i]->[b, 0, 1, f], window = {stride = [1, 1], pad = [[1, 1], [1, 1]], lhs_dilate = [1, 1], rhs_dilate = [1, 1], reverse = [false, false]} {batch_group_count = 1 : i64, feature_group_count = 1 : i64, precision_config = [#stablehlo<precision DEFAULT>, #stablehlo<precision DEFAULT>]} : (tensor<16x8x8x256xf32>, tensor<3x3x256x256xf32>) -> tensor<16x8x8x256xf32>
    %cst_151 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %588 = stablehlo.broadcast_in_dim %cst_151, dims = [] : (tensor<f32>) -> tensor<16x8x8x256xf32>
    %589 = stablehlo.select %315, %587, %588 : tensor<16x8x8x256xi1>, tensor<16x8x8x256xf32>
    %cst_152 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %590 = stablehlo.reduce(%589 init: %cst_152) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x8x8x256xf32>, tensor<f32>) -> tensor<256xf32>
    %591 = stablehlo.reshape %590 : (tensor<256xf32>) -> tensor<1x1x1x256xf32>
    %cst_153 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %592 = stablehlo.reduce(%591 init: %cst_153) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<1x1x1x256xf32>, tensor<f32>) -> tensor<256xf32>
    %593 = stablehlo.multiply %306, %589 : tensor<16x8x8x256xf32>
    %cst_154 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %594 = stablehlo.reduce(%593 init: %cst_154) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x8x8x256xf32>, tensor<f32>) -> tensor<256xf32>
    %595 = stablehlo.reshape %594 : (tensor<256xf32>) -> tensor<1x1x1x256xf32>
    %596 = stablehlo.broadcast_in_dim %307, dims = [0, 1, 2, 3] : (tensor<1x1x1x256xf32>) -> tensor<16x8x8x256xf32>
    %597 = stablehlo.multiply %589, %596 : tensor<16x8x8x256xf32>
    %cst_155 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %598 = stablehlo.reduce(%595 init: %cst_155) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<1x1x1x256xf32>, tensor<f32>) -> tensor<256xf32>
    %599 = stablehlo.multiply %297, %597 : tensor<16x8x8x256xf32>
    %cst_156 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %600 = stablehlo.reduce(%599 init: %cst_156) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x8x8x256xf32>, tensor<f32>) -> tensor<256xf32>
    %601 = stablehlo.reshape %600 : (tensor<256xf32>) -> tensor<1x1x1x256xf32>
    %602 = stablehlo.broadcast_in_dim %304, dims = [0, 1, 2, 3] : (tensor<1x1x1x256xf32>) -> tensor<16x8x8x256xf32>
    %603 = stablehlo.multiply %597, %602 : tensor<16x8x8x256xf32>
    %cst_157 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %604 = stablehlo.reduce(%601 init: %cst_157) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<1x1x1x256xf32>, tensor<f32>) -> tensor<256xf32>
    %605 = stablehlo.multiply %604, %303 : tensor<256xf32>
    %606 = stablehlo.negate %603 : tensor<16x8x8x256xf32>
    %cst_158 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %607 = stablehlo.reduce(%606 init: %cst_158) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x8x8x256xf32>, tensor<f32>) -> tensor<256xf32>
    %608 = stablehlo.reshape %607 : (tensor<256xf32>) -> tensor<1x1x1x256xf32>
    %cst_159 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %609 = stablehlo.reduce(%608 init: %cst_159) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<1x1x1x256xf32>, tensor<f32>) -> tensor<256xf32>
    %610 = stablehlo.negate %605 : tensor<256xf32>
    %611 = stablehlo.multiply %610, %293 : tensor<256xf32>
    %612 = stablehlo.add %609, %611 : tensor<256xf32>
    %cst_160 = stablehlo.constant dense<1.024000e+03> : tensor<f32>
    %613 = stablehlo.broadcast_in_dim %cst_160, dims = [] : (tensor<f32>) -> tensor<256xf32>
    %614 = stablehlo.divide %605, %613 : tensor<256xf32>
    %615 = stablehlo.broadcast_in_dim %614, dims = [3] : (tensor<256xf32>) -> tensor<16x8x8x256xf32>
    %616 = stablehlo.multiply %615, %287 : tensor<16x8x8x256xf32>
    %617 = stablehlo.add %603, %616 : tensor<16x8x8x256xf32>
    %cst_161 = stablehlo.constant dense<1.024000e+03> : tensor<f32>
    %618 = stablehlo.broadcast_in_dim %cst_161, dims = [] : (tensor<f32>) -> tensor<256xf32>
    %619 = stablehlo.divide %612, %618 : tensor<256xf32>
    %620 = stablehlo.broadcast_in_dim %619, dims = [3] : (tensor<256xf32>) -> tensor<16x8x8x256xf32>
    %621 = stablehlo.add %617, %620 : tensor<16x8x8x256xf32>
    %622 = stablehlo.convolution(%245, %621) dim_numbers = [f, 0, 1, b]x[i, 0, 1, o]->[0, 1, b, f], window = {stride = [1, 1], pad = [[0, 1], [0, 1]], lhs_dilate = [1, 1], rhs_dilate = [2, 2], reverse = [false, false]} {batch_group_count = 1 : i64, feature_group_count = 1 : i64, precision_config = [#stablehlo<precision DEFAULT>, #stablehlo<precision DEFAULT>]} : (tensor<16x16x16x128xf32>, tensor<16x8x8x256xf32>) -> tensor<3x3x128x256xf32>
    %623 = stablehlo.reverse %19, dims = [0, 1] : tensor<3x3x128x256xf32>
    %624 = stablehlo.convolution(%621, %623) dim_numbers = [b, 0, 1, f]x[0, 1, o, i]->[b, 0, 1, f], window = {stride = [1, 1], pad = [[2, 1], [2, 1]], lhs_dilate = [2, 2], rhs_dilate = [1, 1], reverse = [false, false]} {batch_group_count = 1 : i64, feature_group_count = 1 : i64, precision_config = [#stablehlo<precision DEFAULT>, #stablehlo<precision DEFAULT>]} : (tensor<16x8x8x256xf32>, tensor<3x3x128x256xf32>) -> tensor<16x16x16x128xf32>
    %cst_162 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %625 = stablehlo.reduce(%552 init: %cst_162) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x8x8x256xf32>, tensor<f32>) -> tensor<256xf32>
    %626 = stablehlo.reshape %625 : (tensor<256xf32>) -> tensor<1x1x1x256xf32>
    %cst_163 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %627 = stablehlo.reduce(%626 init: %cst_163) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<1x1x1x256xf32>, tensor<f32>) -> tensor<256xf32>
    %628 = stablehlo.multiply %274, %552 : tensor<16x8x8x256xf32>
    %cst_164 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %629 = stablehlo.reduce(%628 init: %cst_164) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x8x8x256xf32>, tensor<f32>) -> tensor<256xf32>
    %630 = stablehlo.reshape %629 : (tensor<256xf32>) -> tensor<1x1x1x256xf32>
    %631 = stablehlo.broadcast_in_dim %275, dims = [0, 1, 2, 3] : (tensor<1x1x1x256xf32>) -> tensor<16x8x8x256xf32>
    %632 = stablehlo.multiply %552, %631 : tensor<16x8x8x256xf32>
    %cst_165 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %633 = stablehlo.reduce(%630 init: %cst_165) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<1x1x1x256xf32>, tensor<f32>) -> tensor<256xf32>
    %634 = stablehlo.multiply %265, %632 : tensor<16x8x8x256xf32>
    %cst_166 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %635 = stablehlo.reduce(%634 init: %cst_166) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x8x8x256xf32>, tensor<f32>) -> tensor<256xf32>
    %636 = stablehlo.reshape %635 : (tensor<256xf32>) -> tensor<1x1x1x256xf32>
    %637 = stablehlo.broadcast_in_dim %272, dims = [0, 1, 2, 3] : (tensor<1x1x1x256xf32>) -> tensor<16x8x8x256xf32>
    %638 = stablehlo.multiply %632, %637 : tensor<16x8x8x256xf32>
    %cst_167 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %639 = stablehlo.reduce(%636 init: %cst_167) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<1x1x1x256xf32>, tensor<f32>) -> tensor<256xf32>
    %640 = stablehlo.multiply %639, %271 : tensor<256xf32>
    %641 = stablehlo.negate %638 : tensor<16x8x8x256xf32>
    %cst_168 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %642 = stablehlo.reduce(%641 init: %cst_168) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x8x8x256xf32>, tensor<f32>) -> tensor<256xf32>
    %643 = stablehlo.reshape %642 : (tensor<256xf32>) -> tensor<1x1x1x256xf32>
    %cst_169 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %644 = stablehlo.reduce(%643 init: %cst_169) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<1x1x1x256xf32>, tensor<f32>) -> tensor<256xf32>
    %645 = stablehlo.negate %640 : tensor<256xf32>
    %646 = stablehlo.multiply %645, %261 : tensor<256xf32>
    %647 = stablehlo.add %644, %646 : tensor<256xf32>
    %cst_170 = stablehlo.constant dense<1.024000e+03> : tensor<f32>
    %648 = stablehlo.broadcast_in_dim %cst_170, dims = [] : (tensor<f32>) -> tensor<256xf32>
    %649 = stablehlo.divide %640, %648 : tensor<256xf32>
    %650 = stablehlo.broadcast_in_dim %649, dims = [3] : (tensor<256xf32>) -> tensor<16x8x8x256xf32>
    %651 = stablehlo.multiply %650, %255 : tensor<16x8x8x256xf32>
    %652 = stablehlo.add %638, %651 : tensor<16x8x8x256xf32>
    %cst_171 = stablehlo.constant dense<1.024000e+03> : tensor<f32>
    %653 = stablehlo.broadcast_in_dim %cst_171, dims = [] : (tensor<f32>) -> tensor<256xf32>
    %654 = stablehlo.divide %647, %653 : tensor<256xf32>
    %655 = stablehlo.broadcast_in_dim %654, dims = [3] : (tensor<256xf32>) -> tensor<16x8x8x256xf32>
    %656 = stablehlo.add %652, %655 : tensor<16x8x8x256xf32>
    %657 = stablehlo.convolution(%245, %656) dim_numbers = [f, 0, 1, b]x[i, 0, 1, o]->[0, 1, b, f], window = {stride = [1, 1], pad = [[0, -1], [0, -1]], lhs_dilate = [1, 1], rhs_dilate = [2, 2], reverse = [false, false]} {batch_group_count = 1 : i64, feature_group_count = 1 : i64, precision_config = [#stablehlo<precision DEFAULT>, #stablehlo<precision DEFAULT>]} : (tensor<16x16x16x128xf32>, tensor<16x8x8x256xf32>) -> tensor<1x1x128x256xf32>
    %658 = stablehlo.reverse %25, dims = [0, 1] : tensor<1x1x128x256xf32>
    %659 = stablehlo.convolution(%656, %658) dim_numbers = [b, 0, 1, f]x[0, 1, o, i]->[b, 0, 1, f], window = {stride = [1, 1], pad = [[0, 1], [0, 1]], lhs_dilate = [2, 2], rhs_dilate = [1, 1], reverse = [false, false]} {batch_group_count = 1 : i64, feature_group_count = 1 : i64, precision_config = [#stablehlo<precision DEFAULT>, #stablehlo<precision DEFAULT>]} : (tensor<16x8x8x256xf32>, tensor<1x1x128x256xf32>) -> tensor<16x16x16x128xf32>
    %660 = stablehlo.add %624, %659 : tensor<16x16x16x128xf32>
    %cst_172 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %661 = stablehlo.broadcast_in_dim %cst_172, dims = [] : (tensor<f32>) -> tensor<16x16x16x128xf32>
    %662 = stablehlo.select %247, %660, %661 : tensor<16x16x16x128xi1>, tensor<16x16x16x128xf32>
    %cst_173 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %663 = stablehlo.reduce(%662 init: %cst_173) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x16x16x128xf32>, tensor<f32>) -> tensor<128xf32>
    %664 = stablehlo.reshape %663 : (tensor<128xf32>) -> tensor<1x1x1x128xf32>
    %cst_174 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %665 = stablehlo.reduce(%664 init: %cst_174) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<1x1x1x128xf32>, tensor<f32>) -> tensor<128xf32>
    %666 = stablehlo.multiply %237, %662 : tensor<16x16x16x128xf32>
    %cst_175 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %667 = stablehlo.reduce(%666 init: %cst_175) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x16x16x128xf32>, tensor<f32>) -> tensor<128xf32>
    %668 = stablehlo.reshape %667 : (tensor<128xf32>) -> tensor<1x1x1x128xf32>
    %669 = stablehlo.broadcast_in_dim %238, dims = [0, 1, 2, 3] : (tensor<1x1x1x128xf32>) -> tensor<16x16x16x128xf32>
    %670 = stablehlo.multiply %662, %669 : tensor<16x16x16x128xf32>
    %cst_176 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %671 = stablehlo.reduce(%668 init: %cst_176) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<1x1x1x128xf32>, tensor<f32>) -> tensor<128xf32>
    %672 = stablehlo.multiply %228, %670 : tensor<16x16x16x128xf32>
    %cst_177 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %673 = stablehlo.reduce(%672 init: %cst_177) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x16x16x128xf32>, tensor<f32>) -> tensor<128xf32>
    %674 = stablehlo.reshape %673 : (tensor<128xf32>) -> tensor<1x1x1x128xf32>
    %675 = stablehlo.broadcast_in_dim %235, dims = [0, 1, 2, 3] : (tensor<1x1x1x128xf32>) -> tensor<16x16x16x128xf32>
    %676 = stablehlo.multiply %670, %675 : tensor<16x16x16x128xf32>
    %cst_178 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %677 = stablehlo.reduce(%674 init: %cst_178) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<1x1x1x128xf32>, tensor<f32>) -> tensor<128xf32>
    %678 = stablehlo.multiply %677, %234 : tensor<128xf32>
    %679 = stablehlo.negate %676 : tensor<16x16x16x128xf32>
    %cst_179 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %680 = stablehlo.reduce(%679 init: %cst_179) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x16x16x128xf32>, tensor<f32>) -> tensor<128xf32>
    %681 = stablehlo.reshape %680 : (tensor<128xf32>) -> tensor<1x1x1x128xf32>
    %cst_180 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %682 = stablehlo.reduce(%681 init: %cst_180) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<1x1x1x128xf32>, tensor<f32>) -> tensor<128xf32>
    %683 = stablehlo.negate %678 : tensor<128xf32>
    %684 = stablehlo.multiply %683, %224 : tensor<128xf32>
    %685 = stablehlo.add %682, %684 : tensor<128xf32>
    %cst_181 = stablehlo.constant dense<4.096000e+03> : tensor<f32>
    %686 = stablehlo.broadcast_in_dim %cst_181, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %687 = stablehlo.divide %678, %686 : tensor<128xf32>
    %688 = stablehlo.broadcast_in_dim %687, dims = [3] : (tensor<128xf32>) -> tensor<16x16x16x128xf32>
    %689 = stablehlo.multiply %688, %218 : tensor<16x16x16x128xf32>
    %690 = stablehlo.add %676, %689 : tensor<16x16x16x128xf32>
    %cst_182 = stablehlo.constant dense<4.096000e+03> : tensor<f32>
    %691 = stablehlo.broadcast_in_dim %cst_182, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %692 = stablehlo.divide %685, %691 : tensor<128xf32>
    %693 = stablehlo.broadcast_in_dim %692, dims = [3] : (tensor<128xf32>) -> tensor<16x16x16x128xf32>
    %694 = stablehlo.add %690, %693 : tensor<16x16x16x128xf32>
    %695 = stablehlo.convolution(%208, %694) dim_numbers = [f, 0, 1, b]x[i, 0, 1, o]->[0, 1, b, f], window = {stride = [1, 1], pad = [[1, 1], [1, 1]], lhs_dilate = [1, 1], rhs_dilate = [1, 1], reverse = [false, false]} {batch_group_count = 1 : i64, feature_group_count = 1 : i64, precision_config = [#stablehlo<precision DEFAULT>, #stablehlo<precision DEFAULT>]} : (tensor<16x16x16x128xf32>, tensor<16x16x16x128xf32>) -> tensor<3x3x128x128xf32>
    %696 = stablehlo.reverse %16, dims = [0, 1] : tensor<3x3x128x128xf32>
    %697 = stablehlo.convolution(%694, %696) dim_numbers = [b, 0, 1, f]x[0, 1, o, i]->[b, 0, 1, f], window = {stride = [1, 1], pad = [[1, 1], [1, 1]], lhs_dilate = [1, 1], rhs_dilate = [1, 1], reverse = [false, false]} {batch_group_count = 1 : i64, feature_group_count = 1 : i64, precision_config = [#stablehlo<precision DEFAULT>, #stablehlo<precision DEFAULT>]} : (tensor<16x16x16x128xf32>, tensor<3x3x128x128xf32>) -> tensor<16x16x16x128xf32>
    %cst_183 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %698 = stablehlo.broadcast_in_dim %cst_183, dims = [] : (tensor<f32>) -> tensor<16x16x16x128xf32>
    %699 = stablehlo.select %210, %697, %698 : tensor<16x16x16x128xi1>, tensor<16x16x16x128xf32>
    %cst_184 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %700 = stablehlo.reduce(%699 init: %cst_184) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x16x16x128xf32>, tensor<f32>) -> tensor<128xf32>
    %701 = stablehlo.reshape %700 : (tensor<128xf32>) -> tensor<1x1x1x128xf32>
    %cst_185 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %702 = stablehlo.reduce(%701 init: %cst_185) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<1x1x1x128xf32>, tensor<f32>) -> tensor<128xf32>
    %703 = stablehlo.multiply %201, %699 : tensor<16x16x16x128xf32>
    %cst_186 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %704 = stablehlo.reduce(%703 init: %cst_186) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x16x16x128xf32>, tensor<f32>) -> tensor<128xf32>
    %705 = stablehlo.reshape %704 : (tensor<128xf32>) -> tensor<1x1x1x128xf32>
    %706 = stablehlo.broadcast_in_dim %202, dims = [0, 1, 2, 3] : (tensor<1x1x1x128xf32>) -> tensor<16x16x16x128xf32>
    %707 = stablehlo.multiply %699, %706 : tensor<16x16x16x128xf32>
    %cst_187 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %708 = stablehlo.reduce(%705 init: %cst_187) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<1x1x1x128xf32>, tensor<f32>) -> tensor<128xf32>
    %709 = stablehlo.multiply %192, %707 : tensor<16x16x16x128xf32>
    %cst_188 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %710 = stablehlo.reduce(%709 init: %cst_188) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x16x16x128xf32>, tensor<f32>) -> tensor<128xf32>
    %711 = stablehlo.reshape %710 : (tensor<128xf32>) -> tensor<1x1x1x128xf32>
    %712 = stablehlo.broadcast_in_dim %199, dims = [0, 1, 2, 3] : (tensor<1x1x1x128xf32>) -> tensor<16x16x16x128xf32>
    %713 = stablehlo.multiply %707, %712 : tensor<16x16x16x128xf32>
    %cst_189 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %714 = stablehlo.reduce(%711 init: %cst_189) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<1x1x1x128xf32>, tensor<f32>) -> tensor<128xf32>
    %715 = stablehlo.multiply %714, %198 : tensor<128xf32>
    %716 = stablehlo.negate %713 : tensor<16x16x16x128xf32>
    %cst_190 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %717 = stablehlo.reduce(%716 init: %cst_190) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x16x16x128xf32>, tensor<f32>) -> tensor<128xf32>
    %718 = stablehlo.reshape %717 : (tensor<128xf32>) -> tensor<1x1x1x128xf32>
    %cst_191 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %719 = stablehlo.reduce(%718 init: %cst_191) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<1x1x1x128xf32>, tensor<f32>) -> tensor<128xf32>
    %720 = stablehlo.negate %715 : tensor<128xf32>
    %721 = stablehlo.multiply %720, %188 : tensor<128xf32>
    %722 = stablehlo.add %719, %721 : tensor<128xf32>
    %cst_192 = stablehlo.constant dense<4.096000e+03> : tensor<f32>
    %723 = stablehlo.broadcast_in_dim %cst_192, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %724 = stablehlo.divide %715, %723 : tensor<128xf32>
    %725 = stablehlo.broadcast_in_dim %724, dims = [3] : (tensor<128xf32>) -> tensor<16x16x16x128xf32>
    %726 = stablehlo.multiply %725, %182 : tensor<16x16x16x128xf32>
    %727 = stablehlo.add %713, %726 : tensor<16x16x16x128xf32>
    %cst_193 = stablehlo.constant dense<4.096000e+03> : tensor<f32>
    %728 = stablehlo.broadcast_in_dim %cst_193, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %729 = stablehlo.divide %722, %728 : tensor<128xf32>
    %730 = stablehlo.broadcast_in_dim %729, dims = [3] : (tensor<128xf32>) -> tensor<16x16x16x128xf32>
    %731 = stablehlo.add %727, %730 : tensor<16x16x16x128xf32>
    %732 = stablehlo.convolution(%172, %731) dim_numbers = [f, 0, 1, b]x[i, 0, 1, o]->[0, 1, b, f], window = {stride = [1, 1], pad = [[1, 1], [1, 1]], lhs_dilate = [1, 1], rhs_dilate = [1, 1], reverse = [false, false]} {batch_group_count = 1 : i64, feature_group_count = 1 : i64, precision_config = [#stablehlo<precision DEFAULT>, #stablehlo<precision DEFAULT>]} : (tensor<16x16x16x128xf32>, tensor<16x16x16x128xf32>) -> tensor<3x3x128x128xf32>
    %733 = stablehlo.reverse %13, dims = [0, 1] : tensor<3x3x128x128xf32>
    %734 = stablehlo.convolution(%731, %733) dim_numbers = [b, 0, 1, f]x[0, 1, o, i]->[b, 0, 1, f], window = {stride = [1, 1], pad = [[1, 1], [1, 1]], lhs_dilate = [1, 1], rhs_dilate = [1, 1], reverse = [false, false]} {batch_group_count = 1 : i64, feature_group_count = 1 : i64, precision_config = [#stablehlo<precision DEFAULT>, #stablehlo<precision DEFAULT>]} : (tensor<16x16x16x128xf32>, tensor<3x3x128x128xf32>) -> tensor<16x16x16x128xf32>
    %735 = stablehlo.add %662, %734 : tensor<16x16x16x128xf32>
    %cst_194 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %736 = stablehlo.broadcast_in_dim %cst_194, dims = [] : (tensor<f32>) -> tensor<16x16x16x128xf32>
    %737 = stablehlo.select %174, %735, %736 : tensor<16x16x16x128xi1>, tensor<16x16x16x128xf32>
    %cst_195 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %738 = stablehlo.reduce(%737 init: %cst_195) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x16x16x128xf32>, tensor<f32>) -> tensor<128xf32>
    %739 = stablehlo.reshape %738 : (tensor<128xf32>) -> tensor<1x1x1x128xf32>
    %cst_196 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %740 = stablehlo.reduce(%739 init: %cst_196) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<1x1x1x128xf32>, tensor<f32>) -> tensor<128xf32>
    %741 = stablehlo.multiply %164, %737 : tensor<16x16x16x128xf32>
    %cst_197 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %742 = stablehlo.reduce(%741 init: %cst_197) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x16x16x128xf32>, tensor<f32>) -> tensor<128xf32>
    %743 = stablehlo.reshape %742 : (tensor<128xf32>) -> tensor<1x1x1x128xf32>
    %744 = stablehlo.broadcast_in_dim %165, dims = [0, 1, 2, 3] : (tensor<1x1x1x128xf32>) -> tensor<16x16x16x128xf32>
    %745 = stablehlo.multiply %737, %744 : tensor<16x16x16x128xf32>
    %cst_198 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %746 = stablehlo.reduce(%743 init: %cst_198) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<1x1x1x128xf32>, tensor<f32>) -> tensor<128xf32>
    %747 = stablehlo.multiply %155, %745 : tensor<16x16x16x128xf32>
    %cst_199 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %748 = stablehlo.reduce(%747 init: %cst_199) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x16x16x128xf32>, tensor<f32>) -> tensor<128xf32>
    %749 = stablehlo.reshape %748 : (tensor<128xf32>) -> tensor<1x1x1x128xf32>
    %750 = stablehlo.broadcast_in_dim %162, dims = [0, 1, 2, 3] : (tensor<1x1x1x128xf32>) -> tensor<16x16x16x128xf32>
    %751 = stablehlo.multiply %745, %750 : tensor<16x16x16x128xf32>
    %cst_200 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %752 = stablehlo.reduce(%749 init: %cst_200) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<1x1x1x128xf32>, tensor<f32>) -> tensor<128xf32>
    %753 = stablehlo.multiply %752, %161 : tensor<128xf32>
    %754 = stablehlo.negate %751 : tensor<16x16x16x128xf32>
    %cst_201 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %755 = stablehlo.reduce(%754 init: %cst_201) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x16x16x128xf32>, tensor<f32>) -> tensor<128xf32>
    %756 = stablehlo.reshape %755 : (tensor<128xf32>) -> tensor<1x1x1x128xf32>
    %cst_202 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %757 = stablehlo.reduce(%756 init: %cst_202) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<1x1x1x128xf32>, tensor<f32>) -> tensor<128xf32>
    %758 = stablehlo.negate %753 : tensor<128xf32>
    %759 = stablehlo.multiply %758, %151 : tensor<128xf32>
    %760 = stablehlo.add %757, %759 : tensor<128xf32>
    %cst_203 = stablehlo.constant dense<4.096000e+03> : tensor<f32>
    %761 = stablehlo.broadcast_in_dim %cst_203, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %762 = stablehlo.divide %753, %761 : tensor<128xf32>
    %763 = stablehlo.broadcast_in_dim %762, dims = [3] : (tensor<128xf32>) -> tensor<16x16x16x128xf32>
    %764 = stablehlo.multiply %763, %145 : tensor<16x16x16x128xf32>
    %765 = stablehlo.add %751, %764 : tensor<16x16x16x128xf32>
    %cst_204 = stablehlo.constant dense<4.096000e+03> : tensor<f32>
    %766 = stablehlo.broadcast_in_dim %cst_204, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %767 = stablehlo.divide %760, %766 : tensor<128xf32>
    %768 = stablehlo.broadcast_in_dim %767, dims = [3] : (tensor<128xf32>) -> tensor<16x16x16x128xf32>
    %769 = stablehlo.add %765, %768 : tensor<16x16x16x128xf32>
    %770 = stablehlo.convolution(%135, %769) dim_numbers = [f, 0, 1, b]x[i, 0, 1, o]->[0, 1, b, f], window = {stride = [1, 1], pad = [[1, 1], [1, 1]], lhs_dilate = [1, 1], rhs_dilate = [1, 1], reverse = [false, false]} {batch_group_count = 1 : i64, feature_group_count = 1 : i64, precision_config = [#stablehlo<precision DEFAULT>, #stablehlo<precision DEFAULT>]} : (tensor<16x16x16x128xf32>, tensor<16x16x16x128xf32>) -> tensor<3x3x128x128xf32>
    %771 = stablehlo.reverse %7, dims = [0, 1] : tensor<3x3x128x128xf32>
    %772 = stablehlo.convolution(%769, %771) dim_numbers = [b, 0, 1, f]x[0, 1, o, i]->[b, 0, 1, f], window = {stride = [1, 1], pad = [[1, 1], [1, 1]], lhs_dilate = [1, 1], rhs_dilate = [1, 1], reverse = [false, false]} {batch_group_count = 1 : i64, feature_group_count = 1 : i64, precision_config = [#stablehlo<precision DEFAULT>, #stablehlo<precision DEFAULT>]} : (tensor<16x16x16x128xf32>, tensor<3x3x128x128xf32>) -> tensor<16x16x16x128xf32>
    %cst_205 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %773 = stablehlo.broadcast_in_dim %cst_205, dims = [] : (tensor<f32>) -> tensor<16x16x16x128xf32>
    %774 = stablehlo.select %137, %772, %773 : tensor<16x16x16x128xi1>, tensor<16x16x16x128xf32>
    %cst_206 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %775 = stablehlo.reduce(%774 init: %cst_206) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x16x16x128xf32>, tensor<f32>) -> tensor<128xf32>
    %776 = stablehlo.reshape %775 : (tensor<128xf32>) -> tensor<1x1x1x128xf32>
    %cst_207 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %777 = stablehlo.reduce(%776 init: %cst_207) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<1x1x1x128xf32>, tensor<f32>) -> tensor<128xf32>
    %778 = stablehlo.multiply %128, %774 : tensor<16x16x16x128xf32>
    %cst_208 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %779 = stablehlo.reduce(%778 init: %cst_208) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x16x16x128xf32>, tensor<f32>) -> tensor<128xf32>
    %780 = stablehlo.reshape %779 : (tensor<128xf32>) -> tensor<1x1x1x128xf32>
    %781 = stablehlo.broadcast_in_dim %129, dims = [0, 1, 2, 3] : (tensor<1x1x1x128xf32>) -> tensor<16x16x16x128xf32>
    %782 = stablehlo.multiply %774, %781 : tensor<16x16x16x128xf32>
    %cst_209 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %783 = stablehlo.reduce(%780 init: %cst_209) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<1x1x1x128xf32>, tensor<f32>) -> tensor<128xf32>
    %784 = stablehlo.multiply %119, %782 : tensor<16x16x16x128xf32>
    %cst_210 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %785 = stablehlo.reduce(%784 init: %cst_210) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x16x16x128xf32>, tensor<f32>) -> tensor<128xf32>
    %786 = stablehlo.reshape %785 : (tensor<128xf32>) -> tensor<1x1x1x128xf32>
    %787 = stablehlo.broadcast_in_dim %126, dims = [0, 1, 2, 3] : (tensor<1x1x1x128xf32>) -> tensor<16x16x16x128xf32>
    %788 = stablehlo.multiply %782, %787 : tensor<16x16x16x128xf32>
    %cst_211 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %789 = stablehlo.reduce(%786 init: %cst_211) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<1x1x1x128xf32>, tensor<f32>) -> tensor<128xf32>
    %790 = stablehlo.multiply %789, %125 : tensor<128xf32>
    %791 = stablehlo.negate %788 : tensor<16x16x16x128xf32>
    %cst_212 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %792 = stablehlo.reduce(%791 init: %cst_212) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x16x16x128xf32>, tensor<f32>) -> tensor<128xf32>
    %793 = stablehlo.reshape %792 : (tensor<128xf32>) -> tensor<1x1x1x128xf32>
    %cst_213 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %794 = stablehlo.reduce(%793 init: %cst_213) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<1x1x1x128xf32>, tensor<f32>) -> tensor<128xf32>
    %795 = stablehlo.negate %790 : tensor<128xf32>
    %796 = stablehlo.multiply %795, %115 : tensor<128xf32>
    %797 = stablehlo.add %794, %796 : tensor<128xf32>
    %cst_214 = stablehlo.constant dense<4.096000e+03> : tensor<f32>
    %798 = stablehlo.broadcast_in_dim %cst_214, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %799 = stablehlo.divide %790, %798 : tensor<128xf32>
    %800 = stablehlo.broadcast_in_dim %799, dims = [3] : (tensor<128xf32>) -> tensor<16x16x16x128xf32>
    %801 = stablehlo.multiply %800, %109 : tensor<16x16x16x128xf32>
    %802 = stablehlo.add %788, %801 : tensor<16x16x16x128xf32>
    %cst_215 = stablehlo.constant dense<4.096000e+03> : tensor<f32>
    %803 = stablehlo.broadcast_in_dim %cst_215, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %804 = stablehlo.divide %797, %803 : tensor<128xf32>
    %805 = stablehlo.broadcast_in_dim %804, dims = [3] : (tensor<128xf32>) -> tensor<16x16x16x128xf32>
    %806 = stablehlo.add %802, %805 : tensor<16x16x16x128xf32>
    %807 = stablehlo.convolution(%67, %806) dim_numbers = [f, 0, 1, b]x[i, 0, 1, o]->[0, 1, b, f], window = {stride = [1, 1], pad = [[1, 1], [1, 1]], lhs_dilate = [1, 1], rhs_dilate = [1, 1], reverse = [false, false]} {batch_group_count = 1 : i64, feature_group_count = 1 : i64, precision_config = [#stablehlo<precision DEFAULT>, #stablehlo<precision DEFAULT>]} : (tensor<16x16x16x64xf32>, tensor<16x16x16x128xf32>) -> tensor<3x3x64x128xf32>
    %808 = stablehlo.reverse %4, dims = [0, 1] : tensor<3x3x64x128xf32>
    %809 = stablehlo.convolution(%806, %808) dim_numbers = [b, 0, 1, f]x[0, 1, o, i]->[b, 0, 1, f], window = {stride = [1, 1], pad = [[1, 1], [1, 1]], lhs_dilate = [1, 1], rhs_dilate = [1, 1], reverse = [false, false]} {batch_group_count = 1 : i64, feature_group_count = 1 : i64, precision_config = [#stablehlo<precision DEFAULT>, #stablehlo<precision DEFAULT>]} : (tensor<16x16x16x128xf32>, tensor<3x3x64x128xf32>) -> tensor<16x16x16x64xf32>
    %cst_216 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %810 = stablehlo.reduce(%737 init: %cst_216) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x16x16x128xf32>, tensor<f32>) -> tensor<128xf32>
    %811 = stablehlo.reshape %810 : (tensor<128xf32>) -> tensor<1x1x1x128xf32>
    %cst_217 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %812 = stablehlo.reduce(%811 init: %cst_217) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<1x1x1x128xf32>, tensor<f32>) -> tensor<128xf32>
    %813 = stablehlo.multiply %96, %737 : tensor<16x16x16x128xf32>
    %cst_218 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %814 = stablehlo.reduce(%813 init: %cst_218) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x16x16x128xf32>, tensor<f32>) -> tensor<128xf32>
    %815 = stablehlo.reshape %814 : (tensor<128xf32>) -> tensor<1x1x1x128xf32>
    %816 = stablehlo.broadcast_in_dim %97, dims = [0, 1, 2, 3] : (tensor<1x1x1x128xf32>) -> tensor<16x16x16x128xf32>
    %817 = stablehlo.multiply %737, %816 : tensor<16x16x16x128xf32>
    %cst_219 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %818 = stablehlo.reduce(%815 init: %cst_219) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<1x1x1x128xf32>, tensor<f32>) -> tensor<128xf32>
    %819 = stablehlo.multiply %87, %817 : tensor<16x16x16x128xf32>
    %cst_220 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %820 = stablehlo.reduce(%819 init: %cst_220) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x16x16x128xf32>, tensor<f32>) -> tensor<128xf32>
    %821 = stablehlo.reshape %820 : (tensor<128xf32>) -> tensor<1x1x1x128xf32>
    %822 = stablehlo.broadcast_in_dim %94, dims = [0, 1, 2, 3] : (tensor<1x1x1x128xf32>) -> tensor<16x16x16x128xf32>
    %823 = stablehlo.multiply %817, %822 : tensor<16x16x16x128xf32>
    %cst_221 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %824 = stablehlo.reduce(%821 init: %cst_221) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<1x1x1x128xf32>, tensor<f32>) -> tensor<128xf32>
    %825 = stablehlo.multiply %824, %93 : tensor<128xf32>
    %826 = stablehlo.negate %823 : tensor<16x16x16x128xf32>
    %cst_222 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %827 = stablehlo.reduce(%826 init: %cst_222) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x16x16x128xf32>, tensor<f32>) -> tensor<128xf32>
    %828 = stablehlo.reshape %827 : (tensor<128xf32>) -> tensor<1x1x1x128xf32>
    %cst_223 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %829 = stablehlo.reduce(%828 init: %cst_223) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<1x1x1x128xf32>, tensor<f32>) -> tensor<128xf32>
    %830 = stablehlo.negate %825 : tensor<128xf32>
    %831 = stablehlo.multiply %830, %83 : tensor<128xf32>
    %832 = stablehlo.add %829, %831 : tensor<128xf32>
    %cst_224 = stablehlo.constant dense<4.096000e+03> : tensor<f32>
    %833 = stablehlo.broadcast_in_dim %cst_224, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %834 = stablehlo.divide %825, %833 : tensor<128xf32>
    %835 = stablehlo.broadcast_in_dim %834, dims = [3] : (tensor<128xf32>) -> tensor<16x16x16x128xf32>
    %836 = stablehlo.multiply %835, %77 : tensor<16x16x16x128xf32>
    %837 = stablehlo.add %823, %836 : tensor<16x16x16x128xf32>
    %cst_225 = stablehlo.constant dense<4.096000e+03> : tensor<f32>
    %838 = stablehlo.broadcast_in_dim %cst_225, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %839 = stablehlo.divide %832, %838 : tensor<128xf32>
    %840 = stablehlo.broadcast_in_dim %839, dims = [3] : (tensor<128xf32>) -> tensor<16x16x16x128xf32>
    %841 = stablehlo.add %837, %840 : tensor<16x16x16x128xf32>
    %842 = stablehlo.convolution(%67, %841) dim_numbers = [f, 0, 1, b]x[i, 0, 1, o]->[0, 1, b, f], window = {stride = [1, 1], pad = [[0, 0], [0, 0]], lhs_dilate = [1, 1], rhs_dilate = [1, 1], reverse = [false, false]} {batch_group_count = 1 : i64, feature_group_count = 1 : i64, precision_config = [#stablehlo<precision DEFAULT>, #stablehlo<precision DEFAULT>]} : (tensor<16x16x16x64xf32>, tensor<16x16x16x128xf32>) -> tensor<1x1x64x128xf32>
    %843 = stablehlo.reverse %10, dims = [0, 1] : tensor<1x1x64x128xf32>
    %844 = stablehlo.convolution(%841, %843) dim_numbers = [b, 0, 1, f]x[0, 1, o, i]->[b, 0, 1, f], window = {stride = [1, 1], pad = [[0, 0], [0, 0]], lhs_dilate = [1, 1], rhs_dilate = [1, 1], reverse = [false, false]} {batch_group_count = 1 : i64, feature_group_count = 1 : i64, precision_config = [#stablehlo<precision DEFAULT>, #stablehlo<precision DEFAULT>]} : (tensor<16x16x16x128xf32>, tensor<1x1x64x128xf32>) -> tensor<16x16x16x64xf32>
    %845 = stablehlo.add %809, %844 : tensor<16x16x16x64xf32>
    %cst_226 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %846 = stablehlo.broadcast_in_dim %cst_226, dims = [] : (tensor<f32>) -> tensor<16x16x16x64xf32>
    %847 = stablehlo.select %69, %845, %846 : tensor<16x16x16x64xi1>, tensor<16x16x16x64xf32>
    %cst_227 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %848 = stablehlo.reduce(%847 init: %cst_227) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x16x16x64xf32>, tensor<f32>) -> tensor<64xf32>
    %849 = stablehlo.reshape %848 : (tensor<64xf32>) -> tensor<1x1x1x64xf32>
    %cst_228 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %850 = stablehlo.reduce(%849 init: %cst_228) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<1x1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %851 = stablehlo.multiply %60, %847 : tensor<16x16x16x64xf32>
    %cst_229 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %852 = stablehlo.reduce(%851 init: %cst_229) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x16x16x64xf32>, tensor<f32>) -> tensor<64xf32>
    %853 = stablehlo.reshape %852 : (tensor<64xf32>) -> tensor<1x1x1x64xf32>
    %854 = stablehlo.broadcast_in_dim %61, dims = [0, 1, 2, 3] : (tensor<1x1x1x64xf32>) -> tensor<16x16x16x64xf32>
    %855 = stablehlo.multiply %847, %854 : tensor<16x16x16x64xf32>
    %cst_230 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %856 = stablehlo.reduce(%853 init: %cst_230) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<1x1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %857 = stablehlo.multiply %51, %855 : tensor<16x16x16x64xf32>
    %cst_231 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %858 = stablehlo.reduce(%857 init: %cst_231) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x16x16x64xf32>, tensor<f32>) -> tensor<64xf32>
    %859 = stablehlo.reshape %858 : (tensor<64xf32>) -> tensor<1x1x1x64xf32>
    %860 = stablehlo.broadcast_in_dim %58, dims = [0, 1, 2, 3] : (tensor<1x1x1x64xf32>) -> tensor<16x16x16x64xf32>
    %861 = stablehlo.multiply %855, %860 : tensor<16x16x16x64xf32>
    %cst_232 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %862 = stablehlo.reduce(%859 init: %cst_232) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<1x1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %863 = stablehlo.multiply %862, %57 : tensor<64xf32>
    %864 = stablehlo.negate %861 : tensor<16x16x16x64xf32>
    %cst_233 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %865 = stablehlo.reduce(%864 init: %cst_233) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<16x16x16x64xf32>, tensor<f32>) -> tensor<64xf32>
    %866 = stablehlo.reshape %865 : (tensor<64xf32>) -> tensor<1x1x1x64xf32>
    %cst_234 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %867 = stablehlo.reduce(%866 init: %cst_234) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<1x1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %868 = stablehlo.negate %863 : tensor<64xf32>
    %869 = stablehlo.multiply %868, %47 : tensor<64xf32>
    %870 = stablehlo.add %867, %869 : tensor<64xf32>
    %cst_235 = stablehlo.constant dense<4.096000e+03> : tensor<f32>
    %871 = stablehlo.broadcast_in_dim %cst_235, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %872 = stablehlo.divide %863, %871 : tensor<64xf32>
    %873 = stablehlo.broadcast_in_dim %872, dims = [3] : (tensor<64xf32>) -> tensor<16x16x16x64xf32>
    %874 = stablehlo.multiply %873, %41 : tensor<16x16x16x64xf32>
    %875 = stablehlo.add %861, %874 : tensor<16x16x16x64xf32>
    %cst_236 = stablehlo.constant dense<4.096000e+03> : tensor<f32>
    %876 = stablehlo.broadcast_in_dim %cst_236, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %877 = stablehlo.divide %870, %876 : tensor<64xf32>
    %878 = stablehlo.broadcast_in_dim %877, dims = [3] : (tensor<64xf32>) -> tensor<16x16x16x64xf32>
    %879 = stablehlo.add %875, %878 : tensor<16x16x16x64xf32>
    %880 = stablehlo.convolution(%arg35, %879) dim_numbers = [f, 0, 1, b]x[i, 0, 1, o]->[0, 1, b, f], window = {stride = [1, 1], pad = [[1, 1], [1, 1]], lhs_dilate = [1, 1], rhs_dilate = [1, 1], reverse = [false, false]} {batch_group_count = 1 : i64, feature_group_count = 1 : i64, precision_config = [#stablehlo<precision DEFAULT>, #stablehlo<precision DEFAULT>]} : (tensor<16x16x16x3xf32>, tensor<16x16x16x64xf32>) -> tensor<3x3x3x64xf32>
    %881 = sdy.sharding_constraint %880 <@mesh, [{}, {}, {}, {}]> : tensor<3x3x3x64xf32>
    %882 = sdy.sharding_constraint %856 <@mesh, [{}]> : tensor<64xf32>
    %883 = sdy.sharding_constraint %850 <@mesh, [{}]> : tensor<64xf32>
    %884 = sdy.sharding_constraint %510 <@mesh, [{}, {}, {}, {}]> : tensor<3x3x256x256xf32>
    %885 = sdy.sharding_constraint %486 <@mesh, [{}]> : tensor<256xf32>
    %886 = sdy.sharding_constraint %480 <@mesh, [{}]> : tensor<256xf32>
    %887 = sdy.sharding_constraint %547 <@mesh, [{}, {}, {}, {}]> : tensor<3x3x256x256xf32>
    %888 = sdy.sharding_constraint %523 <@mesh, [{}]> : tensor<256xf32>
    %889 = sdy.sharding_constraint %517 <@mesh, [{}]> : tensor<256xf32>
    %890 = sdy.sharding_constraint %657 <@mesh, [{}, {}, {}, {}]> : tensor<1x1x128x256xf32>
    %891 = sdy.sharding_constraint %633 <@mesh, [{}]> : tensor<256xf32>
    %892 = sdy.sharding_constraint %627 <@mesh, [{}]> : tensor<256xf32>
    %893 = sdy.sharding_constraint %585 <@mesh, [{}, {}, {}, {}]> : tensor<3x3x256x256xf32>
    %894 = sdy.sharding_constraint %561 <@mesh, [{}]> : tensor<256xf32>
    %895 = sdy.sharding_constraint %555 <@mesh, [{}]> : tensor<256xf32>
    %896 = sdy.sharding_constraint %622 <@mesh, [{}, {}, {}, {}]> : tensor<3x3x128x256xf32>
    %897 = sdy.sharding_constraint %598 <@mesh, [{}]> : tensor<256xf32>
    %898 = sdy.sharding_constraint %592 <@mesh, [{}]> : tensor<256xf32>
    %899 = sdy.sharding_constraint %695 <@mesh, [{}, {}, {}, {}]> : tensor<3x3x128x128xf32>
    %900 = sdy.sharding_constraint %671 <@mesh, [{}]> : tensor<128xf32>
    %901 = sdy.sharding_constraint %665 <@mesh, [{}]> : tensor<128xf32>
    %902 = sdy.sharding_constraint %732 <@mesh, [{}, {}, {}, {}]> : tensor<3x3x128x128xf32>
    %903 = sdy.sharding_constraint %708 <@mesh, [{}]> : tensor<128xf32>
    %904 = sdy.sharding_constraint %702 <@mesh, [{}]> : tensor<128xf32>
    %905 = sdy.sharding_constraint %842 <@mesh, [{}, {}, {}, {}]> : tensor<1x1x64x128xf32>
    %906 = sdy.sharding_constraint %818 <@mesh, [{}]> : tensor<128xf32>
    %907 = sdy.sharding_constraint %812 <@mesh, [{}]> : tensor<128xf32>
    %908 = sdy.sharding_constraint %770 <@mesh, [{}, {}, {}, {}]> : tensor<3x3x128x128xf32>
    %909 = sdy.sharding_constraint %746 <@mesh, [{}]> : tensor<128xf32>
    %910 = sdy.sharding_constraint %740 <@mesh, [{}]> : tensor<128xf32>
    %911 = sdy.sharding_constraint %807 <@mesh, [{}, {}, {}, {}]> : tensor<3x3x64x128xf32>
    %912 = sdy.sharding_constraint %783 <@mesh, [{}]> : tensor<128xf32>
    %913 = sdy.sharding_constraint %777 <@mesh, [{}]> : tensor<128xf32>
    %914 = sdy.sharding_constraint %471 <@mesh, [{}, {}]> : tensor<256x64xf32>
    %915 = sdy.sharding_constraint %469 <@mesh, [{}]> : tensor<64xf32>
    %cst_237 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %916 = stablehlo.broadcast_in_dim %cst_237, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %917 = stablehlo.multiply %916, %915 : tensor<64xf32>
    %918 = stablehlo.subtract %arg0, %917 : tensor<64xf32>
    %cst_238 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %919 = stablehlo.broadcast_in_dim %cst_238, dims = [] : (tensor<f32>) -> tensor<256x64xf32>
    %920 = stablehlo.multiply %919, %914 : tensor<256x64xf32>
    %921 = stablehlo.subtract %arg1, %920 : tensor<256x64xf32>
    %cst_239 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %922 = stablehlo.broadcast_in_dim %cst_239, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %923 = stablehlo.multiply %922, %913 : tensor<128xf32>
    %924 = stablehlo.subtract %arg2, %923 : tensor<128xf32>
    %cst_240 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %925 = stablehlo.broadcast_in_dim %cst_240, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %926 = stablehlo.multiply %925, %912 : tensor<128xf32>
    %927 = stablehlo.subtract %arg3, %926 : tensor<128xf32>
    %cst_241 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %928 = stablehlo.broadcast_in_dim %cst_241, dims = [] : (tensor<f32>) -> tensor<3x3x64x128xf32>
    %929 = stablehlo.multiply %928, %911 : tensor<3x3x64x128xf32>
    %930 = stablehlo.subtract %arg4, %929 : tensor<3x3x64x128xf32>
    %cst_242 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %931 = stablehlo.broadcast_in_dim %cst_242, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %932 = stablehlo.multiply %931, %910 : tensor<128xf32>
    %933 = stablehlo.subtract %arg5, %932 : tensor<128xf32>
    %cst_243 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %934 = stablehlo.broadcast_in_dim %cst_243, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %935 = stablehlo.multiply %934, %909 : tensor<128xf32>
    %936 = stablehlo.subtract %arg6, %935 : tensor<128xf32>
    %cst_244 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %937 = stablehlo.broadcast_in_dim %cst_244, dims = [] : (tensor<f32>) -> tensor<3x3x128x128xf32>
    %938 = stablehlo.multiply %937, %908 : tensor<3x3x128x128xf32>
    %939 = stablehlo.subtract %arg7, %938 : tensor<3x3x128x128xf32>
    %cst_245 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %940 = stablehlo.broadcast_in_dim %cst_245, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %941 = stablehlo.multiply %940, %907 : tensor<128xf32>
    %942 = stablehlo.subtract %arg8, %941 : tensor<128xf32>
    %cst_246 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %943 = stablehlo.broadcast_in_dim %cst_246, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %944 = stablehlo.multiply %943, %906 : tensor<128xf32>
    %945 = stablehlo.subtract %arg9, %944 : tensor<128xf32>
    %cst_247 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %946 = stablehlo.broadcast_in_dim %cst_247, dims = [] : (tensor<f32>) -> tensor<1x1x64x128xf32>
    %947 = stablehlo.multiply %946, %905 : tensor<1x1x64x128xf32>
    %948 = stablehlo.subtract %arg10, %947 : tensor<1x1x64x128xf32>
    %cst_248 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %949 = stablehlo.broadcast_in_dim %cst_248, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %950 = stablehlo.multiply %949, %904 : tensor<128xf32>
    %951 = stablehlo.subtract %arg11, %950 : tensor<128xf32>
    %cst_249 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %952 = stablehlo.broadcast_in_dim %cst_249, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %953 = stablehlo.multiply %952, %903 : tensor<128xf32>
    %954 = stablehlo.subtract %arg12, %953 : tensor<128xf32>
    %cst_250 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %955 = stablehlo.broadcast_in_dim %cst_250, dims = [] : (tensor<f32>) -> tensor<3x3x128x128xf32>
    %956 = stablehlo.multiply %955, %902 : tensor<3x3x128x128xf32>
    %957 = stablehlo.subtract %arg13, %956 : tensor<3x3x128x128xf32>
    %cst_251 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %958 = stablehlo.broadcast_in_dim %cst_251, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %959 = stablehlo.multiply %958, %901 : tensor<128xf32>
    %960 = stablehlo.subtract %arg14, %959 : tensor<128xf32>
    %cst_252 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %961 = stablehlo.broadcast_in_dim %cst_252, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %962 = stablehlo.multiply %961, %900 : tensor<128xf32>
    %963 = stablehlo.subtract %arg15, %962 : tensor<128xf32>
    %cst_253 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %964 = stablehlo.broadcast_in_dim %cst_253, dims = [] : (tensor<f32>) -> tensor<3x3x128x128xf32>
    %965 = stablehlo.multiply %964, %899 : tensor<3x3x128x128xf32>
    %966 = stablehlo.subtract %arg16, %965 : tensor<3x3x128x128xf32>
    %cst_254 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %967 = stablehlo.broadcast_in_dim %cst_254, dims = [] : (tensor<f32>) -> tensor<256xf32>
    %968 = stablehlo.multiply %967, %898 : tensor<256xf32>
    %969 = stablehlo.subtract %arg17, %968 : tensor<256xf32>
    %cst_255 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %970 = stablehlo.broadcast_in_dim %cst_255, dims = [] : (tensor<f32>) -> tensor<256xf32>
    %971 = stablehlo.multiply %970, %897 : tensor<256xf32>
    %972 = stablehlo.subtract %arg18, %971 : tensor<256xf32>
    %cst_256 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %973 = stablehlo.broadcast_in_dim %cst_256, dims = [] : (tensor<f32>) -> tensor<3x3x128x256xf32>
    %974 = stablehlo.multiply %973, %896 : tensor<3x3x128x256xf32>
    %975 = stablehlo.subtract %arg19, %974 : tensor<3x3x128x256xf32>
    %cst_257 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %976 = stablehlo.broadcast_in_dim %cst_257, dims = [] : (tensor<f32>) -> tensor<256xf32>
    %977 = stablehlo.multiply %976, %895 : tensor<256xf32>
    %978 = stablehlo.subtract %arg20, %977 : tensor<256xf32>
    %cst_258 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %979 = stablehlo.broadcast_in_dim %cst_258, dims = [] : (tensor<f32>) -> tensor<256xf32>
    %980 = stablehlo.multiply %979, %894 : tensor<256xf32>
    %981 = stablehlo.subtract %arg21, %980 : tensor<256xf32>
    %cst_259 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %982 = stablehlo.broadcast_in_dim %cst_259, dims = [] : (tensor<f32>) -> tensor<3x3x256x256xf32>
    %983 = stablehlo.multiply %982, %893 : tensor<3x3x256x256xf32>
    %984 = stablehlo.subtract %arg22, %983 : tensor<3x3x256x256xf32>
    %cst_260 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %985 = stablehlo.broadcast_in_dim %cst_260, dims = [] : (tensor<f32>) -> tensor<256xf32>
    %986 = stablehlo.multiply %985, %892 : tensor<256xf32>
    %987 = stablehlo.subtract %arg23, %986 : tensor<256xf32>
    %cst_261 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %988 = stablehlo.broadcast_in_dim %cst_261, dims = [] : (tensor<f32>) -> tensor<256xf32>
    %989 = stablehlo.multiply %988, %891 : tensor<256xf32>
    %990 = stablehlo.subtract %arg24, %989 : tensor<256xf32>
    %cst_262 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %991 = stablehlo.broadcast_in_dim %cst_262, dims = [] : (tensor<f32>) -> tensor<1x1x128x256xf32>
    %992 = stablehlo.multiply %991, %890 : tensor<1x1x128x256xf32>
    %993 = stablehlo.subtract %arg25, %992 : tensor<1x1x128x256xf32>
    %cst_263 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %994 = stablehlo.broadcast_in_dim %cst_263, dims = [] : (tensor<f32>) -> tensor<256xf32>
    %995 = stablehlo.multiply %994, %889 : tensor<256xf32>
    %996 = stablehlo.subtract %arg26, %995 : tensor<256xf32>
    %cst_264 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %997 = stablehlo.broadcast_in_dim %cst_264, dims = [] : (tensor<f32>) -> tensor<256xf32>
    %998 = stablehlo.multiply %997, %888 : tensor<256xf32>
    %999 = stablehlo.subtract %arg27, %998 : tensor<256xf32>
    %cst_265 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %1000 = stablehlo.broadcast_in_dim %cst_265, dims = [] : (tensor<f32>) -> tensor<3x3x256x256xf32>
    %1001 = stablehlo.multiply %1000, %887 : tensor<3x3x256x256xf32>
    %1002 = stablehlo.subtract %arg28, %1001 : tensor<3x3x256x256xf32>
    %cst_266 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %1003 = stablehlo.broadcast_in_dim %cst_266, dims = [] : (tensor<f32>) -> tensor<256xf32>
    %1004 = stablehlo.multiply %1003, %886 : tensor<256xf32>
    %1005 = stablehlo.subtract %arg29, %1004 : tensor<256xf32>
    %cst_267 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %1006 = stablehlo.broadcast_in_dim %cst_267, dims = [] : (tensor<f32>) -> tensor<256xf32>
    %1007 = stablehlo.multiply %1006, %885 : tensor<256xf32>
    %1008 = stablehlo.subtract %arg30, %1007 : tensor<256xf32>
    %cst_268 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %1009 = stablehlo.broadcast_in_dim %cst_268, dims = [] : (tensor<f32>) -> tensor<3x3x256x256xf32>
    %1010 = stablehlo.multiply %1009, %884 : tensor<3x3x256x256xf32>
    %1011 = stablehlo.subtract %arg31, %1010 : tensor<3x3x256x256xf32>
    %cst_269 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %1012 = stablehlo.broadcast_in_dim %cst_269, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1013 = stablehlo.multiply %1012, %883 : tensor<64xf32>
    %1014 = stablehlo.subtract %arg32, %1013 : tensor<64xf32>
    %cst_270 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %1015 = stablehlo.broadcast_in_dim %cst_270, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1016 = stablehlo.multiply %1015, %882 : tensor<64xf32>
    %1017 = stablehlo.subtract %arg33, %1016 : tensor<64xf32>
    %cst_271 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %1018 = stablehlo.broadcast_in_dim %cst_271, dims = [] : (tensor<f32>) -> tensor<3x3x3x64xf32>
    %1019 = stablehlo.multiply %1018, %881 : tensor<3x3x3x64xf32>
    %1020 = stablehlo.subtract %arg34, %1019 : tensor<3x3x3x64xf32>
    return %918, %921, %924, %927, %930, %933, %936, %939, %942, %945, %948, %951, %954, %957, %960, %963, %966, %969, %972, %975, %978, %981, %984, %987, %990, %993, %996, %999, %1002, %1005, %1008, %1011, %1014, %1017, %1020, %457 : tensor<64xf32>, tensor<256x64xf32>, tensor<128xf32>, tensor<128xf32>, tensor<3x3x64x128xf32>, tensor<128xf32>, tensor<128xf32>, tensor<3x3x128x128xf32>, tensor<128xf32>, tensor<128xf32>, tensor<1x1x64x128xf32>, tensor<128xf32>, tensor<128xf32>, tensor<3x3x128x128xf32>, tensor<128xf32>, tensor<128xf32>, tensor<3x3x128x128xf32>, tensor<256xf32>, tensor<256xf32>, tensor<3x3x128x256xf32>, tensor<256xf32>, tensor<256xf32>, tensor<3x3x256x256xf32>, tensor<256xf32>, tensor<256xf32>, tensor<1x1x128x256xf32>, tensor<256xf32>, tensor<256xf32>, tensor<3x3x256x256xf32>, tensor<256xf32>, tensor<256xf32>, tensor<3x3x256x256xf32>, tensor<64xf32>, tensor<64xf32>, tensor<3x3x3x64xf32>, tensor<f32>
  }
  func.func private @relu(%arg0: tensor<16x16x16x64xf32>) -> tensor<16x16x16x64xf32> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<16x16x16x64xf32>
    %1 = stablehlo.maximum %arg0, %0 : tensor<16x16x16x64xf32>
    return %1 : tensor<16x16x16x64xf32>
  }
  func.func private @relu_0(%arg0: tensor<16x16x16x128xf32>) -> tensor<16x16x16x128xf32> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<16x16x16x128xf32>
    %1 = stablehlo.maximum %arg0, %0 : tensor<16x16x16x128xf32>
    return %1 : tensor<16x16x16x128xf32>
  }
  func.func private @relu_1(%arg0: tensor<16x8x8x256xf32>) -> tensor<16x8x8x256xf32> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<16x8x8x256xf32>
    %1 = stablehlo.maximum %arg0, %0 : tensor<16x8x8x256xf32>
    return %1 : tensor<16x8x8x256xf32>
  }
}
