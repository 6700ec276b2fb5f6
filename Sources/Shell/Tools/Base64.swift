extension Tool {
    /// `base64 [-d] [-i] [-w columns] [file]`
    static let base64 = Tool.batch { context throws(ToolExit) in
        let options = try ToolOptions(
            context.arguments, letters: "dDiw:", long: ["decode": "d", "ignore-garbage": "i", "wrap": "w"],
            context: &context)
        if options.operands.count > 1 { throw .usage("extra operand \u{2018}\(options.operands[1])\u{2019}") }
        let (inputs, failed) = try context.readAll(options.operands)
        guard !failed, let bytes = inputs.first?.bytes else { return 1 }
        if options.has("d") || options.has("D") {
            let (decoded, isValid) = Base64.decode(bytes, ignoresGarbage: options.has("i"))
            try context.write(decoded)
            if !isValid { throw context.fail("invalid input") }
            return 0
        }
        guard let width = Int(options.value("w") ?? "76"), width >= 0 else {
            throw context.fail("invalid wrap size: \u{2018}\(options.value("w") ?? "")\u{2019}")
        }
        let encoded = Base64.encode(bytes)
        guard width > 0 else {
            try context.write(encoded)
            return 0
        }
        var start = 0
        while start < encoded.count {
            let end = min(encoded.count, start + width)
            try context.write(encoded[start..<end] + [.newline])
            start = end
        }
        return 0
    }
}

/// Source: RFC 4648, section 4.
enum Base64 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    static func encode(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity((bytes.count + 2) / 3 * 4)
        var index = 0
        while index < bytes.count {
            let part = bytes[index..<min(index + 3, bytes.count)]
            var group = 0
            for byte in part { group = group << 8 | Int(byte) }
            group <<= (3 - part.count) * 8
            for place in 0..<4 {
                result.append(place <= part.count ? alphabet[group >> (18 - place * 6) & 63] : .equals)
            }
            index += 3
        }
        return result
    }

    /// What could be read, and whether that was all of it; line ends are passed over.
    static func decode(_ text: [UInt8], ignoresGarbage: Bool = false) -> (bytes: [UInt8], isValid: Bool) {
        var values = [UInt8](repeating: 255, count: 256)
        for (value, letter) in alphabet.enumerated() { values[Int(letter)] = UInt8(value) }
        var result: [UInt8] = []
        var group = 0
        var count = 0
        var padding = 0
        for byte in text {
            if byte == .newline { continue }
            if byte == .equals {
                padding += 1
                if count < 2 || count + padding > 4 { return (result, false) }
                if count + padding == 4 {
                    group <<= padding * 6
                    for shift in stride(from: 16, to: 16 - (3 - padding) * 8, by: -8) {
                        result.append(UInt8(truncatingIfNeeded: group >> shift))
                    }
                    (group, count, padding) = (0, 0, 0)
                }
                continue
            }
            let value = values[Int(byte)]
            if value == 255 {
                if ignoresGarbage { continue }
                return (result + partial(group, count), false)
            }
            if padding > 0 { return (result, false) }
            group = group << 6 | Int(value)
            count += 1
            if count == 4 {
                for shift in [16, 8, 0] { result.append(UInt8(truncatingIfNeeded: group >> shift)) }
                (group, count) = (0, 0)
            }
        }
        if count == 0, padding == 0 { return (result, true) }
        return (result + partial(group, count), false)
    }

    /// Whole bytes of a group that is not complete.
    private static func partial(_ group: Int, _ count: Int) -> [UInt8] {
        switch count {
        case 2: [UInt8(truncatingIfNeeded: group >> 4)]
        case 3: [UInt8(truncatingIfNeeded: group >> 10), UInt8(truncatingIfNeeded: group >> 2)]
        default: []
        }
    }
}
