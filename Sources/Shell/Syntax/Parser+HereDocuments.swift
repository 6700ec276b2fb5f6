extension Parser {
    /// Takes the delimiter; the body is known only when the line is read for the second time.
    mutating func hereDocumentTarget(at operatorPosition: Int, stripsTabs: Bool) throws(ParseFailure) -> Word {
        let start = position
        guard try word() != nil else { throw unexpected() }
        if let body = hereDocumentBodies[operatorPosition] { return body }
        let (delimiter, isQuoted) = Self.delimiter(source[start..<position])
        awaitedHereDocuments.append(
            AwaitedHereDocument(
                operatorPosition: operatorPosition, delimiter: delimiter, isQuoted: isQuoted, stripsTabs: stripsTabs,
                line: line))
        return Word()
    }

    /// Removes the quotes: `'E O F'`, `"EOF"`, `\EOF`.
    private static func delimiter(_ raw: ArraySlice<UInt8>) -> (text: [UInt8], isQuoted: Bool) {
        var text: [UInt8] = []
        var isQuoted = false
        var isEscaped = false
        for byte in raw {
            if !isEscaped, byte == .backslash || byte == .singleQuote || byte == .doubleQuote {
                isQuoted = true
                isEscaped = byte == .backslash
            } else {
                text.append(byte)
                isEscaped = false
            }
        }
        return (text, isQuoted)
    }

    /// Reads the bodies of all here-documents of the line that ends at `lineEnd`, and steps behind them.
    mutating func readHereDocuments(lineEnd: Int) throws(ParseFailure) {
        position = min(lineEnd + 1, source.count)
        line += 1
        let awaited = awaitedHereDocuments
        awaitedHereDocuments = []
        for document in awaited {
            let text = try hereDocumentText(document)
            let body =
                document.isQuoted
                ? Word([.quoted(String(decoding: text, as: UTF8.self))])
                : try quotedWord(text, inHereDocument: true)
            hereDocumentBodies[document.operatorPosition] = body
        }
        hereDocumentEnds[lineEnd] = (position, line)
    }

    private mutating func hereDocumentText(_ document: AwaitedHereDocument) throws(ParseFailure) -> [UInt8] {
        var text: [UInt8] = []
        while position < source.count {
            var start = position
            let end = source[position...].firstIndex(of: .newline) ?? source.count
            if document.stripsTabs { while start < end, source[start] == .tab { start += 1 } }
            position = min(end + 1, source.count)
            line += 1
            if source[start..<end].elementsEqual(document.delimiter) { return text }
            text += source[start..<end]
            text.append(.newline)
        }
        guard acceptsOpenEnd else { throw .incomplete(.hereDocument) }
        let delimiter = String(decoding: document.delimiter, as: UTF8.self)
        let lastLine = line - (source.last == .newline ? 1 : 0)
        openHereDocuments.append(OpenHereDocument(delimiter: delimiter, firstLine: document.line, lastLine: lastLine))
        return text
    }
}
