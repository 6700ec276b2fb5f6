/// Base64 of RFC 4648 with padding, as Go's `base64.StdEncoding` reads and writes it.
package enum Base64 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    package static func encode(_ bytes: some Collection<UInt8>) -> String {
        var result: [UInt8] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            let group = Array(rest.prefix(3))
            rest = rest.dropFirst(3)
            let bits = group.reduce(0) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
            for place in 0..<4 {
                let index = Int(bits >> UInt32(18 - 6 * place) & 63)
                result.append(place <= group.count ? alphabet[index] : UInt8(ascii: "="))
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// `nil` for what is no base64; line ends are skipped.
    package static func decode(_ text: String) -> [UInt8]? {
        let characters = text.utf8.filter { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        guard characters.count.isMultiple(of: 4) else { return nil }
        var result: [UInt8] = []
        for start in stride(from: 0, to: characters.count, by: 4) {
            let group = characters[start..<start + 4]
            let padding = group.reversed().prefix { $0 == UInt8(ascii: "=") }.count
            guard padding <= 2, padding == 0 || start + 4 == characters.count else { return nil }
            var bits: UInt32 = 0
            for character in group.dropLast(padding) {
                guard let digit = alphabet.firstIndex(of: character) else { return nil }
                bits = bits << 6 | UInt32(digit)
            }
            bits <<= UInt32(6 * padding)
            for place in 0..<(3 - padding) { result.append(UInt8(truncatingIfNeeded: bits >> UInt32(16 - 8 * place))) }
        }
        return result
    }

    /// Where decoding stops in what is no base64: at the first wrong character, or at the start of a group that is cut
    /// short. Source: Go's encoding/base64 (`CorruptInputError`).
    static func firstInvalidOffset(in text: String) -> Int {
        var groupStart = 0
        var count = 0
        for (offset, byte) in text.utf8.enumerated() where byte != UInt8(ascii: "\n") && byte != UInt8(ascii: "\r") {
            if count.isMultiple(of: 4) { groupStart = offset }
            let isPadding = byte == UInt8(ascii: "=")
            guard alphabet.contains(byte) || isPadding && count % 4 >= 2 else { return offset }
            count += 1
        }
        return groupStart
    }
}
