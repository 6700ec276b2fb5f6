extension Tool {
    static let md5sum = checksum(Digest.md5)
    static let sha1sum = checksum(Digest.sha1)
    static let sha256sum = checksum(Digest.sha256)

    /// `sha256sum [-c] [file...]`
    private static func checksum(_ digest: @escaping @Sendable ([UInt8]) -> [UInt8]) -> Tool {
        .batch { context throws(ToolExit) in
            let options = try ToolOptions(
                context.arguments, letters: "cbtsw", long: ["check": "c", "status": "s", "quiet": "q"],
                context: &context)
            if options.has("c") { return try check(options.operands, digest, &context) }
            var status: Int32 = 0
            for operand in options.operands.isEmpty ? ["-"] : options.operands {
                switch try context.read(operand) {
                case .success(let bytes): try context.printLine("\(Digest.hexadecimal(digest(bytes)))  \(operand)")
                case .failure(let error):
                    status = 1
                    context.complain(opening: operand, error)
                }
            }
            return status
        }
    }

    private static func check(
        _ operands: [String], _ digest: ([UInt8]) -> [UInt8], _ context: inout ToolContext
    ) throws(ToolExit) -> Int32 {
        let (lines, failed) = try context.readLines(operands)
        var wrong = 0
        for line in lines {
            let words = String(decoding: line, as: UTF8.self).split(separator: " ", maxSplits: 1).map(String.init)
            guard words.count == 2 else { continue }
            let path = String(words[1].drop { $0 == " " || $0 == "*" })
            guard case .success(let bytes) = try context.read(path) else {
                wrong += 1
                context.complain("\(path): No such file or directory")
                try context.printLine("\(path): FAILED open or read")
                continue
            }
            let isRight = Digest.hexadecimal(digest(bytes)) == words[0].lowercased()
            if !isRight { wrong += 1 }
            try context.printLine("\(path): \(isRight ? "OK" : "FAILED")")
        }
        if wrong > 0 { context.complain("WARNING: \(wrong) computed checksum\(wrong == 1 ? "" : "s") did NOT match") }
        return wrong > 0 || failed ? 1 : 0
    }
}
