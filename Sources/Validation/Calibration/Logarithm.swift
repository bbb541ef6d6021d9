import Foundation

// The two functions that calibration takes from the platform's library.

func logarithm(_ value: Double) -> Double { log(value) }

func exponential(_ value: Double) -> Double { exp(value) }
