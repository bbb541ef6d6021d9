/// A floating-point format that a device computes in or a tensor is stored in.
public enum NumberFormat: String, Sendable, Hashable, CaseIterable {
  case float32 = "fp32"
  case tensorFloat32 = "tf32"
  case float16 = "fp16"
  case bfloat16 = "bf16"
  case float8 = "fp8"

  /// Bytes that one element takes in memory (TF32 is a way to multiply, stored in four bytes).
  public var bytesPerElement: Int {
    switch self {
    case .float32, .tensorFloat32: 4
    case .float16, .bfloat16: 2
    case .float8: 1
    }
  }
}
