module @step attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<256x512xf32>, %arg1: tensor<512x256xf32>, %arg2: tensor<64x256xf32>, %arg3: tensor<64x256xf32>) -> (tensor<256x512xf32> {jax.result_info = "result[0]['w1']"}, tensor<512x256xf32> {jax.result_info = "result[0]['w2']"}) {
    %0 = stablehlo.dot_general %arg2, %arg0, contracting_dims = [1] x [0] : (tensor<64x256xf32>, tensor<256x512xf32>) -> tensor<64x512xf32>
    %1 = stablehlo.tanh %0 : tensor<64x512xf32>
    %2 = stablehlo.dot_general %1, %arg1, contracting_dims = [1] x [0] : (tensor<64x512xf32>, tensor<512x256xf32>) -> tensor<64x256xf32>
    %3 = stablehlo.subtract %2, %arg3 : tensor<64x256xf32>
    %4 = stablehlo.dot_general %1, %3, contracting_dims = [0] x [0] : (tensor<64x512xf32>, tensor<64x256xf32>) -> tensor<512x256xf32>
    %5 = stablehlo.subtract %arg1, %4 : tensor<512x256xf32>
    %6 = stablehlo.dot_general %3, %arg1, contracting_dims = [1] x [1] : (tensor<64x256xf32>, tensor<512x256xf32>) -> tensor<64x512xf32>
    %7 = stablehlo.multiply %6, %1 : tensor<64x512xf32>
    %8 = stablehlo.dot_general %arg2, %7, contracting_dims = [0] x [0] : (tensor<64x256xf32>, tensor<64x512xf32>) -> tensor<256x512xf32>
    %9 = stablehlo.subtract %arg0, %8 : tensor<256x512xf32>
    return %9, %5 : tensor<256x512xf32>, tensor<512x256xf32>
  }
}
