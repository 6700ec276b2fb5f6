extension Parser {
    /// The next word; `nil` when an operator, a line end or the end of the text stands here.
    mutating func word() throws(ParseFailure) -> Word? {
        var builder = WordBuilder()
        while position < source.count {
            let byte = source[position]
            if byte.endsWord {
                guard starts(with: "<("), builder.isEmpty else { break }
                builder.append(.process(try substitutedCommand(opening: 2)))
                continue
            }
            try wordPart(byte, into: &builder)
        }
        return builder.isEmpty ? nil : builder.word
    }

    mutating func wordPart(_ byte: UInt8, into builder: inout WordBuilder) throws(ParseFailure) {
        switch byte {
        case .backslash: try escape(into: &builder)
        case .singleQuote: builder.append(.quoted(try singleQuoted()))
        case .doubleQuote: builder.append(.doubleQuoted(try doubleQuoted()))
        case .dollar: try dollar(into: &builder, isQuoted: false)
        case .backquote: builder.append(.command(try backquoted(isQuoted: false)))
        default:
            builder.append(byte)
            position += 1
        }
    }

    private mutating func escape(into builder: inout WordBuilder) throws(ParseFailure) {
        guard let next = peek(1) else {
            if !acceptsOpenEnd { throw .incomplete(.backslash) }
            builder.append(.quoted("\\"))
            position += 1
            return
        }
        position += 2
        if next == .newline {
            line += 1
            if position >= source.count, !acceptsOpenEnd { throw .incomplete(.backslash) }
        } else {
            position -= 1
            builder.append(.quoted(takeCharacter()))
        }
    }

    /// One character of UTF-8.
    mutating func takeCharacter() -> String {
        var end = position + 1
        while end < source.count, source[end] & 0xC0 == 0x80 { end += 1 }
        defer { position = end }
        return String(decoding: source[position..<end], as: UTF8.self)
    }

    mutating func singleQuoted() throws(ParseFailure) -> String {
        guard let end = source[(position + 1)...].firstIndex(of: .singleQuote) else { throw .incomplete(.singleQuote) }
        let bytes = source[position + 1..<end]
        line += bytes.count { $0 == .newline }
        position = end + 1
        return String(decoding: bytes, as: UTF8.self)
    }

    private mutating func doubleQuoted() throws(ParseFailure) -> [WordPart] {
        position += 1
        let startLine = line
        var builder = WordBuilder(isQuoted: true)
        while position < source.count {
            if source[position] == .doubleQuote {
                position += 1
                return builder.word.parts
            }
            try quotedPart(into: &builder, escapable: "$`\"\\")
        }
        line = startLine
        throw .incomplete(.doubleQuote)
    }

    /// One piece of text in which only `$`, backquotes and some backslashes mean something.
    private mutating func quotedPart(
        into builder: inout WordBuilder, escapable: StaticString
    ) throws(ParseFailure) {
        let byte = source[position]
        switch byte {
        case .backslash:
            if peek(1) == .newline {
                position += 2
                line += 1
            } else if let next = peek(1),
                (0..<escapable.utf8CodeUnitCount).contains(where: { escapable.utf8Start[$0] == next })
            {
                builder.append(next)
                position += 2
            } else {
                builder.append(byte)
                position += 1
            }
        case .dollar: try dollar(into: &builder, isQuoted: true)
        case .backquote: builder.append(.command(try backquoted(isQuoted: true)))
        default:
            if byte == .newline { line += 1 }
            builder.append(byte)
            position += 1
        }
    }

    /// A text that expands as if it stood in double quotes: arithmetic, subscripts, here-documents.
    func quotedWord(_ text: [UInt8], inHereDocument: Bool = false) throws(ParseFailure) -> Word {
        var parser = Parser(text, line: line, depth: depth, acceptsOpenEnd: true, flavor: flavor)
        try parser.deepen()
        var builder = WordBuilder(isQuoted: true)
        while parser.position < text.count {
            try parser.quotedPart(into: &builder, escapable: inHereDocument ? "$`\\" : "$`\"\\")
        }
        return Word([.doubleQuoted(builder.word.parts)])
    }

    /// `` `a` ``: a backslash keeps `$`, a backquote or a backslash from its meaning.
    mutating func backquoted(isQuoted: Bool) throws(ParseFailure) -> Script {
        var text: [UInt8] = []
        var offset = position + 1
        let startLine = line
        while offset < source.count, source[offset] != .backquote {
            if source[offset] == .backslash, offset + 1 < source.count {
                let next = source[offset + 1]
                let isEscape = next == .dollar || next == .backquote || next == .backslash
                if !isEscape && !(isQuoted && next == .doubleQuote) { text.append(.backslash) }
                offset += 1
            }
            text.append(source[offset])
            offset += 1
        }
        guard offset < source.count else { throw .incomplete(.backquote) }
        position = offset + 1
        line += text.count { $0 == .newline }
        var parser = Parser(text, line: startLine, depth: depth, aliases: aliases, flavor: flavor)
        return try parser.wholeText()
    }

    /// All commands of the text.
    mutating func wholeText() throws(ParseFailure) -> Script {
        try deepen()
        var script = Script()
        do {
            while let next = try nextCompleteCommand() { script.items += next.items }
        } catch .incomplete(let reason) {
            throw .error(error(reason.problem))
        }
        return script
    }
}

/// Gathers the pieces of a word, joining plain bytes.
struct WordBuilder {
    private var parts: [WordPart] = []
    private var bytes: [UInt8] = []
    private let isQuoted: Bool

    init(isQuoted: Bool = false) {
        self.isQuoted = isQuoted
    }

    var isEmpty: Bool { parts.isEmpty && bytes.isEmpty }

    mutating func append(_ byte: UInt8) {
        bytes.append(byte)
    }

    mutating func append(_ part: WordPart) {
        flush()
        parts.append(part)
    }

    private mutating func flush() {
        guard !bytes.isEmpty else { return }
        let text = String(decoding: bytes, as: UTF8.self)
        parts.append(isQuoted ? .quoted(text) : .literal(text))
        bytes = []
    }

    var word: Word {
        mutating get {
            flush()
            return Word(parts)
        }
    }
}
