/// The only source of chance: SplitMix64, so that one seed gives the same names and delays on every machine.
package struct SeededGenerator: RandomNumberGenerator, Hashable, Sendable {
    private var state: UInt64

    package init(seed: UInt64) {
        state = seed
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number below `bound`.
    package mutating func below(_ bound: Int) -> Int {
        Int(next() % UInt64(bound))
    }
}

extension SeededGenerator {
    /// The letters that Kubernetes uses for generated names: no vowels and no digits that look like them.
    ///
    /// Source: `k8s.io/apimachinery/pkg/util/rand`.
    private static let safeLetters = Array("bcdfghjklmnpqrstvwxz2456789")

    /// A suffix of a generated name, five letters long in the API: `x7k2q`.
    package mutating func nameSuffix(length: Int = 5) -> String {
        String((0..<length).map { _ in Self.safeLetters[below(Self.safeLetters.count)] })
    }

    /// A version-4 UUID in lower case.
    package mutating func uid() -> String {
        let high = (next() & 0xFFFF_FFFF_FFFF_0FFF) | 0x4000
        let low = (next() & 0x3FFF_FFFF_FFFF_FFFF) | 0x8000_0000_0000_0000
        let digits = Array(hexadecimal(high) + hexadecimal(low))
        let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32]
        return groups.map { String(digits[$0]) }.joined(separator: "-")
    }

    /// `count` hexadecimal digits, as in container ids and image digests.
    package mutating func hexadecimal(count: Int) -> String {
        var digits = ""
        while digits.count < count { digits += hexadecimal(next()) }
        return String(digits.prefix(count))
    }

    private func hexadecimal(_ number: UInt64) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
