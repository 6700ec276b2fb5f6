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
        return String(unsafeUninitializedCapacity: 36) { text in
            var place = 0
            for digit in 0..<32 {
                if digit == 8 || digit == 12 || digit == 16 || digit == 20 {
                    text[place] = UInt8(ascii: "-")
                    place += 1
                }
                text[place] = Self.digit(digit < 16 ? high : low, digit & 15)
                place += 1
            }
            return place
        }
    }

    /// `count` hexadecimal digits, as in container ids and image digests.
    package mutating func hexadecimal(count: Int) -> String {
        let words = (0..<(count + 15) / 16).map { _ in next() }
        return String(unsafeUninitializedCapacity: count) { text in
            for place in 0..<count { text[place] = Self.digit(words[place / 16], place & 15) }
            return count
        }
    }

    /// One of the sixteen hexadecimal digits of a number, the highest first.
    private static func digit(_ number: UInt64, _ place: Int) -> UInt8 {
        let value = UInt8(truncatingIfNeeded: number >> UInt64(60 - 4 * place)) & 15
        return value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
