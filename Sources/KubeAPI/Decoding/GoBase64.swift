/// Base64 as Go's `encoding/base64` reads it, with its words for what is wrong.
enum GoBase64 {
    struct Problem: Error, Equatable {
        var offset: Int
        var message: String { "illegal base64 data at input byte \(offset)" }
    }

    /// The same data without line breaks.
    static func check(_ text: String) -> Result<String, Problem> {
        let bytes = Array(text.utf8)
        var index = 0
        var inGroup = 0
        while true {
            while index < bytes.count, isLineBreak(bytes[index]) { index += 1 }
            guard index < bytes.count else { break }
            let byte = bytes[index]
            index += 1
            if isDigit(byte) {
                inGroup = (inGroup + 1) % 4
                continue
            }
            guard byte == UInt8(ascii: "="), inGroup >= 2 else { return .failure(Problem(offset: index - 1)) }
            if let problem = padding(bytes, &index, inGroup) { return .failure(problem) }
            inGroup = 0
            break
        }
        guard inGroup == 0 else { return .failure(Problem(offset: index - inGroup)) }
        return .success(String(decoding: bytes.filter { !isLineBreak($0) }, as: UTF8.self))
    }

    /// What follows the first `=` of a group.
    private static func padding(_ bytes: [UInt8], _ index: inout Int, _ inGroup: Int) -> Problem? {
        func skipBreaks() { while index < bytes.count, isLineBreak(bytes[index]) { index += 1 } }
        if inGroup == 2 {
            skipBreaks()
            guard index < bytes.count else { return Problem(offset: bytes.count) }
            guard bytes[index] == UInt8(ascii: "=") else { return Problem(offset: index - 1) }
            index += 1
        }
        skipBreaks()
        return index < bytes.count ? Problem(offset: index) : nil
    }

    private static func isLineBreak(_ byte: UInt8) -> Bool { byte == 10 || byte == 13 }

    private static func isDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"):
            true
        default: false
        }
    }
}
