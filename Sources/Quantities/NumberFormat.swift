/// A floating-point format that a device computes in or a tensor is stored in.
public enum NumberFormat: String, Sendable, Hashable, CaseIterable {
  case float32 = "fp32"
  case tensorFloat32 = "tf32"
  case float16 = "fp16"
  case bfloat16 = "bf16"
  case float8 = "fp8"
  /// 4 bits with a scale per block of 16 (NVIDIA 2025, arXiv:2509.25149).
  case blockFloat4 = "nvfp4"

  /// Bytes that one element takes in memory (TF32 is a way to multiply, stored in four bytes), rounded
  /// up.
  public var bytesPerElement: Int { (bitsPerElement + 7) / 8 }

  public var bitsPerElement: Int {
    switch self {
    case .float32, .tensorFloat32: 32
    case .float16, .bfloat16: 16
    case .float8: 8
    case .blockFloat4: 4
    }
  }
}
