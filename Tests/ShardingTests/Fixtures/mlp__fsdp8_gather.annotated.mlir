module @jit__lambda attributes {mhlo.num_partitions = 8 : i32, mhlo.num_replicas = 1 : i32} {
  sdy.mesh @mesh = <["data"=8]> {stablehlo.mesh = {axes = [{name = "data", size = 8 : i64}]}}
  func.func public @main(%arg0: tensor<256x16xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}, %arg1: tensor<1024xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg2: tensor<256x1024xf32> {sdy.sharding = #sdy.sharding<@mesh, [{}, {"data"}]>}, %arg3: tensor<1024xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg4: tensor<1024x1024xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}, %arg5: tensor<256xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, %arg6: tensor<1024x256xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}, %arg7: tensor<64x256xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}, %arg8: tensor<64x16xf32> {sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}) -> (tensor<256x16xf32> {jax.result_info = "result[0]['head.w']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}, tensor<1024xf32> {jax.result_info = "result[0]['l0.b']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<256x1024xf32> {jax.result_info = "result[0]['l0.w']", sdy.sharding = #sdy.sharding<@mesh, [{}, {"data"}]>}, tensor<1024xf32> {jax.result_info = "result[0]['l1.b']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<1024x1024xf32> {jax.result_info = "result[0]['l1.w']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}, tensor<256xf32> {jax.result_info = "result[0]['l2.b']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}]>}, tensor<1024x256xf32> {jax.result_info = "result[0]['l2.w']", sdy.sharding = #sdy.sharding<@mesh, [{"data"}, {}]>}, tensor<f32> {jax.result_info = "result[2]", sdy.sharding = #sdy.sharding<@mesh, []>}) {
    %0 = sdy.sharding_constraint %arg0 <@mesh, [{}, {}]> : tensor<256x16xf32>
    %1 = sdy.sharding_constraint %arg1 <@mesh, [{}]> : tensor<1024xf32>
    %2 = sdy.sharding_constraint %arg2 <@mesh, [{}, {}]> : tensor<256x1024xf32>
    %3 = sdy.sharding_constraint %arg3 <@mesh, [{}]> : tensor<1024xf32>
    %4 = sdy.sharding_constraint %arg4 <@mesh, [{}, {}]> : tensor<1024x1024xf32>
    %5 = sdy.sharding_constraint %arg5 <@mesh, [{}]> : tensor<256xf32>
    %6 = sdy.sharding_constraint %arg6 <@mesh, [{}, {}]> : tensor<1024x256xf32>
    %7 = stablehlo.dot_general %arg7, %2, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<64x256xf32>, tensor<256x1024xf32>) -> tensor<64x1024xf32>
    %8 = stablehlo.broadcast_in_dim %1, dims = [1] : (tensor<1024xf32>) -> tensor<1x1024xf32>
    %9 = stablehlo.broadcast_in_dim %8, dims = [0, 1] : (tensor<1x1024xf32>) -> tensor<64x1024xf32>
    %10 = stablehlo.add %7, %9 : tensor<64x1024xf32>
    %11 = call @relu(%10) : (tensor<64x1024xf32>) -> tensor<64x1024xf32>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %12 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<64x1024xf32>
    %13 = stablehlo.compare GT, %10, %12, FLOAT : (tensor<64x1024xf32>, tensor<64x1024xf32>) -> tensor<64x1024xi1>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %14 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f32>) -> tensor<64x1024xf32>
    %15 = stablehlo.dot_general %11, %4, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<64x1024xf32>, tensor<1024x1024xf32>) -> tensor<64x1024xf32>
    %16 = stablehlo.broadcast_in_dim %3, dims = [1] : (tensor<1024xf32>) -> tensor<1x1024xf32>
    %17 = stablehlo.broadcast_in_dim %16, dims = [0, 1] : (tensor<1x1024xf32>) -> tensor<64x1024xf32>
    %18 = stablehlo.add %15, %17 : tensor<64x1024xf32>
    %19 = call @relu(%18) : (tensor<64x1024xf32>) -> tensor<64x1024xf32>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %20 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f32>) -> tensor<64x1024xf32>
    %21 = stablehlo.compare GT, %18, %20, FLOAT : (tensor<64x1024xf32>, tensor<64x1024xf32>) -> tensor<64x1024xi1>
    %cst_2 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %22 = stablehlo.broadcast_in_dim %cst_2, dims = [] : (tensor<f32>) -> tensor<64x1024xf32>
    %23 = stablehlo.dot_general %19, %6, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<64x1024xf32>, tensor<1024x256xf32>) -> tensor<64x256xf32>
    %24 = stablehlo.broadcast_in_dim %5, dims = [1] : (tensor<256xf32>) -> tensor<1x256xf32>
    %25 = stablehlo.broadcast_in_dim %24, dims = [0, 1] : (tensor<1x256xf32>) -> tensor<64x256xf32>
    %26 = stablehlo.add %23, %25 : tensor<64x256xf32>
    %27 = call @relu_0(%26) : (tensor<64x256xf32>) -> tensor<64x256xf32>
    %cst_3 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %28 = stablehlo.broadcast_in_dim %cst_3, dims = [] : (tensor<f32>) -> tensor<64x256xf32>
    %29 = stablehlo.compare GT, %26, %28, FLOAT : (tensor<64x256xf32>, tensor<64x256xf32>) -> tensor<64x256xi1>
    %cst_4 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %30 = stablehlo.broadcast_in_dim %cst_4, dims = [] : (tensor<f32>) -> tensor<64x256xf32>
    %31 = stablehlo.dot_general %27, %0, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<64x256xf32>, tensor<256x16xf32>) -> tensor<64x16xf32>
    %32 = stablehlo.subtract %31, %arg8 : tensor<64x16xf32>
    %33 = chlo.square %32 : tensor<64x16xf32> -> tensor<64x16xf32>
    %cst_5 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %34 = stablehlo.broadcast_in_dim %cst_5, dims = [] : (tensor<f32>) -> tensor<64x16xf32>
    %35 = stablehlo.multiply %34, %32 : tensor<64x16xf32>
    %cst_6 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %36 = stablehlo.reduce(%33 init: %cst_6) applies stablehlo.add across dimensions = [0, 1] : (tensor<64x16xf32>, tensor<f32>) -> tensor<f32>
    %cst_7 = stablehlo.constant dense<1.024000e+03> : tensor<f32>
    %37 = stablehlo.divide %36, %cst_7 : tensor<f32>
    %cst_8 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %cst_9 = stablehlo.constant dense<1.024000e+03> : tensor<f32>
    %38 = stablehlo.divide %cst_8, %cst_9 : tensor<f32>
    %39 = stablehlo.broadcast_in_dim %38, dims = [] : (tensor<f32>) -> tensor<64x16xf32>
    %40 = stablehlo.multiply %39, %35 : tensor<64x16xf32>
    %41 = stablehlo.dot_general %40, %27, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<64x16xf32>, tensor<64x256xf32>) -> tensor<16x256xf32>
    %42 = stablehlo.transpose %41, dims = [1, 0] : (tensor<16x256xf32>) -> tensor<256x16xf32>
    %43 = stablehlo.dot_general %40, %0, contracting_dims = [1] x [1], precision = [DEFAULT, DEFAULT] : (tensor<64x16xf32>, tensor<256x16xf32>) -> tensor<64x256xf32>
    %cst_10 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %44 = stablehlo.broadcast_in_dim %cst_10, dims = [] : (tensor<f32>) -> tensor<64x256xf32>
    %45 = stablehlo.select %29, %43, %44 : tensor<64x256xi1>, tensor<64x256xf32>
    %cst_11 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %46 = stablehlo.reduce(%45 init: %cst_11) applies stablehlo.add across dimensions = [0] : (tensor<64x256xf32>, tensor<f32>) -> tensor<256xf32>
    %47 = stablehlo.reshape %46 : (tensor<256xf32>) -> tensor<1x256xf32>
    %cst_12 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %48 = stablehlo.reduce(%47 init: %cst_12) applies stablehlo.add across dimensions = [0] : (tensor<1x256xf32>, tensor<f32>) -> tensor<256xf32>
    %49 = stablehlo.dot_general %45, %19, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<64x256xf32>, tensor<64x1024xf32>) -> tensor<256x1024xf32>
    %50 = stablehlo.transpose %49, dims = [1, 0] : (tensor<256x1024xf32>) -> tensor<1024x256xf32>
    %51 = stablehlo.dot_general %45, %6, contracting_dims = [1] x [1], precision = [DEFAULT, DEFAULT] : (tensor<64x256xf32>, tensor<1024x256xf32>) -> tensor<64x1024xf32>
    %cst_13 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %52 = stablehlo.broadcast_in_dim %cst_13, dims = [] : (tensor<f32>) -> tensor<64x1024xf32>
    %53 = stablehlo.select %21, %51, %52 : tensor<64x1024xi1>, tensor<64x1024xf32>
    %cst_14 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %54 = stablehlo.reduce(%53 init: %cst_14) applies stablehlo.add across dimensions = [0] : (tensor<64x1024xf32>, tensor<f32>) -> tensor<1024xf32>
    %55 = stablehlo.reshape %54 : (tensor<1024xf32>) -> tensor<1x1024xf32>
    %cst_15 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %56 = stablehlo.reduce(%55 init: %cst_15) applies stablehlo.add across dimensions = [0] : (tensor<1x1024xf32>, tensor<f32>) -> tensor<1024xf32>
    %57 = stablehlo.dot_general %53, %11, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<64x1024xf32>, tensor<64x1024xf32>) -> tensor<1024x1024xf32>
    %58 = stablehlo.transpose %57, dims = [1, 0] : (tensor<1024x1024xf32>) -> tensor<1024x1024xf32>
    %59 = stablehlo.dot_general %53, %4, contracting_dims = [1] x [1], precision = [DEFAULT, DEFAULT] : (tensor<64x1024xf32>, tensor<1024x1024xf32>) -> tensor<64x1024xf32>
    %cst_16 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %60 = stablehlo.broadcast_in_dim %cst_16, dims = [] : (tensor<f32>) -> tensor<64x1024xf32>
    %61 = stablehlo.select %13, %59, %60 : tensor<64x1024xi1>, tensor<64x1024xf32>
    %cst_17 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %62 = stablehlo.reduce(%61 init: %cst_17) applies stablehlo.add across dimensions = [0] : (tensor<64x1024xf32>, tensor<f32>) -> tensor<1024xf32>
    %63 = stablehlo.reshape %62 : (tensor<1024xf32>) -> tensor<1x1024xf32>
    %cst_18 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %64 = stablehlo.reduce(%63 init: %cst_18) applies stablehlo.add across dimensions = [0] : (tensor<1x1024xf32>, tensor<f32>) -> tensor<1024xf32>
    %65 = stablehlo.dot_general %61, %arg7, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<64x1024xf32>, tensor<64x256xf32>) -> tensor<1024x256xf32>
    %66 = stablehlo.transpose %65, dims = [1, 0] : (tensor<1024x256xf32>) -> tensor<256x1024xf32>
    %67 = sdy.sharding_constraint %50 <@mesh, [{}, {}]> : tensor<1024x256xf32>
    %68 = sdy.sharding_constraint %48 <@mesh, [{}]> : tensor<256xf32>
    %69 = sdy.sharding_constraint %58 <@mesh, [{}, {}]> : tensor<1024x1024xf32>
    %70 = sdy.sharding_constraint %56 <@mesh, [{}]> : tensor<1024xf32>
    %71 = sdy.sharding_constraint %66 <@mesh, [{}, {}]> : tensor<256x1024xf32>
    %72 = sdy.sharding_constraint %64 <@mesh, [{}]> : tensor<1024xf32>
    %73 = sdy.sharding_constraint %42 <@mesh, [{}, {}]> : tensor<256x16xf32>
    %cst_19 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %74 = stablehlo.broadcast_in_dim %cst_19, dims = [] : (tensor<f32>) -> tensor<256x16xf32>
    %75 = stablehlo.multiply %74, %73 : tensor<256x16xf32>
    %76 = stablehlo.subtract %arg0, %75 : tensor<256x16xf32>
    %cst_20 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %77 = stablehlo.broadcast_in_dim %cst_20, dims = [] : (tensor<f32>) -> tensor<1024xf32>
    %78 = stablehlo.multiply %77, %72 : tensor<1024xf32>
    %79 = stablehlo.subtract %arg1, %78 : tensor<1024xf32>
    %cst_21 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %80 = stablehlo.broadcast_in_dim %cst_21, dims = [] : (tensor<f32>) -> tensor<256x1024xf32>
    %81 = stablehlo.multiply %80, %71 : tensor<256x1024xf32>
    %82 = stablehlo.subtract %arg2, %81 : tensor<256x1024xf32>
    %cst_22 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %83 = stablehlo.broadcast_in_dim %cst_22, dims = [] : (tensor<f32>) -> tensor<1024xf32>
    %84 = stablehlo.multiply %83, %70 : tensor<1024xf32>
    %85 = stablehlo.subtract %arg3, %84 : tensor<1024xf32>
    %cst_23 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %86 = stablehlo.broadcast_in_dim %cst_23, dims = [] : (tensor<f32>) -> tensor<1024x1024xf32>
    %87 = stablehlo.multiply %86, %69 : tensor<1024x1024xf32>
    %88 = stablehlo.subtract %arg4, %87 : tensor<1024x1024xf32>
    %cst_24 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %89 = stablehlo.broadcast_in_dim %cst_24, dims = [] : (tensor<f32>) -> tensor<256xf32>
    %90 = stablehlo.multiply %89, %68 : tensor<256xf32>
    %91 = stablehlo.subtract %arg5, %90 : tensor<256xf32>
    %cst_25 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %92 = stablehlo.broadcast_in_dim %cst_25, dims = [] : (tensor<f32>) -> tensor<1024x256xf32>
    %93 = stablehlo.multiply %92, %67 : tensor<1024x256xf32>
    %94 = stablehlo.subtract %arg6, %93 : tensor<1024x256xf32>
    return %76, %79, %82, %85, %88, %91, %94, %37 : tensor<256x16xf32>, tensor<1024xf32>, tensor<256x1024xf32>, tensor<1024xf32>, tensor<1024x1024xf32>, tensor<256xf32>, tensor<1024x256xf32>, tensor<f32>
  }
  func.func private @relu(%arg0: tensor<64x1024xf32>) -> tensor<64x1024xf32> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<64x1024xf32>
    %1 = stablehlo.maximum %arg0, %0 : tensor<64x1024xf32>
    return %1 : tensor<64x1024xf32>
  }
  func.func private @relu_0(%arg0: tensor<64x256xf32>) -> tensor<64x256xf32> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<64x256xf32>
    %1 = stablehlo.maximum %arg0, %0 : tensor<64x256xf32>
    return %1 : tensor<64x256xf32>
  }
}
