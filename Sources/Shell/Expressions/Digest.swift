/// Checksums of bytes.
enum Digest {
    static func hexadecimal(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// The message with a one bit, zeros and its length in bits, as all three digests want it.
    private static func padded(_ bytes: [UInt8], isBigEndian: Bool) -> [UInt8] {
        var message = bytes + [0x80]
        message += [UInt8](repeating: 0, count: (120 - message.count % 64) % 64)
        let bits = UInt64(bytes.count) * 8
        for place in 0..<8 {
            message.append(UInt8(truncatingIfNeeded: bits >> UInt64(isBigEndian ? 56 - place * 8 : place * 8)))
        }
        return message
    }

    private static func rotatedLeft(_ value: UInt32, _ count: UInt32) -> UInt32 {
        value << count | value >> (32 - count)
    }

    private static func rotatedRight(_ value: UInt32, _ count: UInt32) -> UInt32 {
        value >> count | value << (32 - count)
    }

    private static func bigEndianWord(_ bytes: [UInt8], at index: Int) -> UInt32 {
        UInt32(bytes[index]) << 24 | UInt32(bytes[index + 1]) << 16 | UInt32(bytes[index + 2]) << 8
            | UInt32(bytes[index + 3])
    }

    private static func bigEndianBytes(_ words: [UInt32]) -> [UInt8] {
        words.flatMap { word in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> UInt32($0)) } }
    }
}

// MARK: - SHA-256

extension Digest {
    /// Source: FIPS 180-4, section 6.2.
    static func sha256(_ bytes: [UInt8]) -> [UInt8] {
        let message = padded(bytes, isBigEndian: true)
        var state: [UInt32] = [
            0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
        ]
        var schedule = [UInt32](repeating: 0, count: 64)
        for start in stride(from: 0, to: message.count, by: 64) {
            for index in 0..<16 { schedule[index] = bigEndianWord(message, at: start + index * 4) }
            for index in 16..<64 {
                let (a, b) = (schedule[index - 15], schedule[index - 2])
                let first = rotatedRight(a, 7) ^ rotatedRight(a, 18) ^ a >> 3
                let second = rotatedRight(b, 17) ^ rotatedRight(b, 19) ^ b >> 10
                schedule[index] = schedule[index - 16] &+ first &+ schedule[index - 7] &+ second
            }
            compress(schedule, into: &state)
        }
        return bigEndianBytes(state)
    }

    private static func compress(_ schedule: [UInt32], into state: inout [UInt32]) {
        var v = state
        for index in 0..<64 {
            let choice = v[4] & v[5] ^ ~v[4] & v[6]
            let sum1 = rotatedRight(v[4], 6) ^ rotatedRight(v[4], 11) ^ rotatedRight(v[4], 25)
            let first = v[7] &+ sum1 &+ choice &+ sha256Constants[index] &+ schedule[index]
            let majority = v[0] & v[1] ^ v[0] & v[2] ^ v[1] & v[2]
            let sum0 = rotatedRight(v[0], 2) ^ rotatedRight(v[0], 13) ^ rotatedRight(v[0], 22)
            v = [first &+ sum0 &+ majority, v[0], v[1], v[2], v[3] &+ first, v[4], v[5], v[6]]
        }
        for index in 0..<8 { state[index] &+= v[index] }
    }

    private static let sha256Constants: [UInt32] = [
        0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
        0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
        0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
        0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
        0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
        0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
        0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
        0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
    ]
}

// MARK: - SHA-1

extension Digest {
    /// Source: FIPS 180-4, section 6.1.
    static func sha1(_ bytes: [UInt8]) -> [UInt8] {
        let message = padded(bytes, isBigEndian: true)
        var state: [UInt32] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0]
        var schedule = [UInt32](repeating: 0, count: 80)
        for start in stride(from: 0, to: message.count, by: 64) {
            for index in 0..<16 { schedule[index] = bigEndianWord(message, at: start + index * 4) }
            for index in 16..<80 {
                schedule[index] = rotatedLeft(
                    schedule[index - 3] ^ schedule[index - 8] ^ schedule[index - 14] ^ schedule[index - 16], 1)
            }
            var v = state
            for index in 0..<80 {
                let (mix, constant): (UInt32, UInt32) =
                    switch index {
                    case 0..<20: (v[1] & v[2] | ~v[1] & v[3], 0x5a82_7999)
                    case 20..<40: (v[1] ^ v[2] ^ v[3], 0x6ed9_eba1)
                    case 40..<60: (v[1] & v[2] | v[1] & v[3] | v[2] & v[3], 0x8f1b_bcdc)
                    default: (v[1] ^ v[2] ^ v[3], 0xca62_c1d6)
                    }
                let next = rotatedLeft(v[0], 5) &+ mix &+ v[4] &+ constant &+ schedule[index]
                v = [next, v[0], rotatedLeft(v[1], 30), v[2], v[3]]
            }
            for index in 0..<5 { state[index] &+= v[index] }
        }
        return bigEndianBytes(state)
    }
}

// MARK: - MD5

extension Digest {
    /// Source: RFC 1321, section 3.
    static func md5(_ bytes: [UInt8]) -> [UInt8] {
        let message = padded(bytes, isBigEndian: false)
        var state: [UInt32] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476]
        for start in stride(from: 0, to: message.count, by: 64) {
            let words = (0..<16).map { index in
                (0..<4).reduce(UInt32(0)) { $0 | UInt32(message[start + index * 4 + $1]) << UInt32($1 * 8) }
            }
            var v = state
            for index in 0..<64 {
                let (mix, place): (UInt32, Int) =
                    switch index / 16 {
                    case 0: (v[1] & v[2] | ~v[1] & v[3], index)
                    case 1: (v[3] & v[1] | ~v[3] & v[2], (5 * index + 1) % 16)
                    case 2: (v[1] ^ v[2] ^ v[3], (3 * index + 5) % 16)
                    default: (v[2] ^ (v[1] | ~v[3]), 7 * index % 16)
                    }
                let sum = v[0] &+ mix &+ md5Constants[index] &+ words[place]
                v = [v[3], v[1] &+ rotatedLeft(sum, md5Shifts[index / 16][index % 4]), v[1], v[2]]
            }
            for index in 0..<4 { state[index] &+= v[index] }
        }
        return state.flatMap { word in [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: word >> UInt32($0)) } }
    }

    private static let md5Shifts: [[UInt32]] = [[7, 12, 17, 22], [5, 9, 14, 20], [4, 11, 16, 23], [6, 10, 15, 21]]

    /// The integer parts of the sines of 1...64 times 2^32.
    private static let md5Constants: [UInt32] = (1...64).map {
        UInt32(MathFunction.fabs(MathFunction.sin(Double($0))) * 4_294_967_296)
    }
}
