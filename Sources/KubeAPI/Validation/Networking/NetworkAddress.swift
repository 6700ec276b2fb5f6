/// An address of IPv4 or IPv6, as the server reads it.
struct NetworkAddress: Hashable {
    /// Four or sixteen bytes, in network order.
    let bytes: [UInt8]

    var isVersion4: Bool { bytes.count == 4 }
}

extension NetworkAddress {
    static let rule = "must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)"
    static let blockRule = "must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)"

    static func problems(ofAddress text: String) -> [String] { NetworkAddress(text) == nil ? [rule] : [] }
    static func problems(ofBlock text: String) -> [String] { AddressBlock(text) == nil ? [blockRule] : [] }

    /// Reads `10.9.8.7`, also with leading zeros, and `2001:db8::1`.
    init?(_ text: some StringProtocol) {
        let bytes = text.contains(":") ? Self.version6(String(text)) : Self.version4(String(text))
        guard let bytes else { return nil }
        self.init(bytes: bytes)
    }

    private static func version4(_ text: String) -> [UInt8]? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var bytes: [UInt8] = []
        for part in parts {
            guard !part.isEmpty, part.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }), let number = Int(part), number < 256
            else { return nil }
            bytes.append(UInt8(number))
        }
        return bytes
    }

    private static func version6(_ text: String) -> [UInt8]? {
        let halves = text.split(separator: "::", omittingEmptySubsequences: false).map(String.init)
        guard halves.count <= 2 else { return nil }
        guard let head = groups(halves[0]) else { return nil }
        guard halves.count == 2 else { return head.count == 16 ? mapped(head) : nil }
        guard let tail = groups(halves[1]), head.count + tail.count <= 14 else { return nil }
        return mapped(head + Array(repeating: 0, count: 16 - head.count - tail.count) + tail)
    }

    /// The bytes of groups of hexadecimal digits, the last of which may be an IPv4 address.
    private static func groups(_ text: String) -> [UInt8]? {
        guard !text.isEmpty else { return [] }
        var bytes: [UInt8] = []
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            if part.contains("."), index == parts.count - 1, let last = version4(String(part)) {
                bytes += last
            } else if (1...4).contains(part.utf8.count), let number = UInt16(part, radix: 16) {
                bytes += [UInt8(number >> 8), UInt8(number & 255)]
            } else {
                return nil
            }
        }
        return bytes
    }

    /// An IPv4 address written in IPv6 is the IPv4 address.
    private static func mapped(_ bytes: [UInt8]) -> [UInt8] {
        let prefix: [UInt8] = Array(repeating: 0, count: 10) + [255, 255]
        return Array(bytes.prefix(12)) == prefix ? Array(bytes.suffix(4)) : bytes
    }

    /// What is special about an address, so that no service or endpoint can have it.
    func specialProblem(writtenAs text: String) -> String? {
        if bytes.allSatisfy({ $0 == 0 }) { return "may not be unspecified (\(text))" }
        if isVersion4 ? bytes[0] == 127 : bytes.dropLast().allSatisfy({ $0 == 0 }) && bytes.last == 1 {
            return "may not be in the loopback range (127.0.0.0/8, ::1/128)"
        }
        if isVersion4 ? bytes[0] == 169 && bytes[1] == 254 : bytes[0] == 0xFE && bytes[1] & 0xC0 == 0x80 {
            return "may not be in the link-local range (169.254.0.0/16, fe80::/10)"
        }
        if isVersion4 ? bytes[0] == 224 && bytes[1] == 0 && bytes[2] == 0 : bytes[0] == 0xFF && bytes[1] == 2 {
            return "may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)"
        }
        return nil
    }
}

/// A range of addresses: `10.0.0.0/8`.
struct AddressBlock: Hashable {
    let address: NetworkAddress
    let prefixLength: Int

    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let address = NetworkAddress(parts[0]), let length = Int(parts[1]),
            parts[1].utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }), length <= address.bytes.count * 8
        else { return nil }
        self.address = address
        prefixLength = length
    }

    func contains(_ other: NetworkAddress) -> Bool {
        guard other.bytes.count == address.bytes.count else { return false }
        for bit in 0..<prefixLength {
            let mask = UInt8(0x80) >> UInt8(bit % 8)
            if address.bytes[bit / 8] & mask != other.bytes[bit / 8] & mask { return false }
        }
        return true
    }
}
