extension JSONParser {
    /// A member's name; long names that come again share their storage.
    mutating func parseName() throws(DocumentError) -> String {
        let start = index + 1
        if let end = endOfPlainString(from: start) {
            index = end + 1
            return names.string(for: UnsafeBufferPointer(rebasing: bytes[start..<end]))
        }
        return try parseString()
    }

    mutating func parseString() throws(DocumentError) -> String {
        let start = index + 1
        if let end = endOfPlainString(from: start) {
            index = end + 1
            return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
        }
        return try parseStringWithEscapes()
    }

    /// Where a string without escapes ends; `nil` when it has any, or does not end.
    private func endOfPlainString(from start: Int) -> Int? {
        var end = start
        while end < bytes.count {
            switch bytes[end] {
            case UInt8(ascii: "\""): return end
            case UInt8(ascii: "\\"), 0..<0x20: return nil
            default: end += 1
            }
        }
        return nil
    }

    private mutating func parseStringWithEscapes() throws(DocumentError) -> String {
        var decoded: [UInt8] = []
        index += 1
        while true {
            let byte = try current()
            switch byte {
            case UInt8(ascii: "\""):
                index += 1
                return String(decoding: decoded, as: UTF8.self)
            case UInt8(ascii: "\\"):
                index += 1
                try parseEscape(into: &decoded)
            case 0..<0x20: throw unexpected(.stringCharacter)
            default:
                decoded.append(byte)
                index += 1
            }
        }
    }

    private mutating func parseEscape(into decoded: inout [UInt8]) throws(DocumentError) {
        let letter = try current()
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): decoded.append(letter)
        case UInt8(ascii: "b"): decoded.append(0x08)
        case UInt8(ascii: "f"): decoded.append(0x0C)
        case UInt8(ascii: "n"): decoded.append(0x0A)
        case UInt8(ascii: "r"): decoded.append(0x0D)
        case UInt8(ascii: "t"): decoded.append(0x09)
        case UInt8(ascii: "u"):
            index += 1
            let scalar = try parseUnicodeEscape()
            decoded.append(contentsOf: String(Character(scalar)).utf8)
            return
        default: throw unexpected(.escapeCode)
        }
        index += 1
    }

    /// The character of `\u00e9` or of a surrogate pair; half a pair is U+FFFD, as in Go.
    private mutating func parseUnicodeEscape() throws(DocumentError) -> Unicode.Scalar {
        let first = try parseHexadecimal()
        if let scalar = Unicode.Scalar(first) { return scalar }
        let rest = index
        if first < 0xDC00, rest + 1 < bytes.count, bytes[rest] == UInt8(ascii: "\\"),
            bytes[rest + 1] == UInt8(ascii: "u")
        {
            index += 2
            let second = try parseHexadecimal()
            if (0xDC00..<0xE000).contains(second),
                let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
            {
                return scalar
            }
            index = rest
        }
        return "\u{FFFD}"
    }

    private mutating func parseHexadecimal() throws(DocumentError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = Character(Unicode.Scalar(try current())).hexDigitValue else {
                throw unexpected(.hexadecimalDigit)
            }
            value = value << 4 | UInt32(digit)
            index += 1
        }
        return value
    }
}

extension JSONParser {
    mutating func parseNumber() throws(DocumentError) -> Value {
        let start = index
        let isNegative = bytes[index] == UInt8(ascii: "-")
        if isNegative { index += 1 }
        var magnitude: UInt64 = 0
        var fits = true
        guard isDigit(try current()) else { throw unexpected(.numberDigit) }
        if bytes[index] == UInt8(ascii: "0") {
            index += 1
        } else {
            while index < bytes.count, isDigit(bytes[index]) {
                let (product, overflow) = magnitude.multipliedReportingOverflow(by: 10)
                let (sum, carry) = product.addingReportingOverflow(UInt64(bytes[index] - UInt8(ascii: "0")))
                fits = fits && !overflow && !carry
                magnitude = sum
                index += 1
            }
        }
        let isFractional = try skipFraction()
        if !isFractional, fits {
            if !isNegative, let value = Int64(exactly: magnitude) { return .integer(value) }
            if isNegative, magnitude <= UInt64(Int64.max) + 1 {
                return .integer(Int64(truncatingIfNeeded: 0 &- magnitude))
            }
        }
        return try double(from: start)
    }

    /// Steps over `.5e-3`; whether there was anything of it.
    private mutating func skipFraction() throws(DocumentError) -> Bool {
        var isFractional = false
        if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
            isFractional = true
            index += 1
            try skipDigits(.fractionDigit)
        }
        if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
            isFractional = true
            index += 1
            let sign = try current()
            if sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { index += 1 }
            try skipDigits(.exponentDigit)
        }
        return isFractional
    }

    private mutating func skipDigits(_ expectation: JSONExpectation) throws(DocumentError) {
        guard isDigit(try current()) else { throw unexpected(expectation) }
        while index < bytes.count, isDigit(bytes[index]) { index += 1 }
    }

    private func double(from start: Int) throws(DocumentError) -> Value {
        let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<index]), as: UTF8.self)
        guard let value = Double(text), value.isFinite else { throw failure(.numberOutOfRange(text)) }
        return .double(value)
    }

    private func isDigit(_ byte: UInt8) -> Bool {
        UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
    }
}
