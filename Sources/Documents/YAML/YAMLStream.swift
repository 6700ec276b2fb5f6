extension YAML {
    /// Reads a file as kubectl does: as JSON values if it begins with `{`, and as YAML documents between lines of `---`
    /// otherwise, or from where the JSON turns out to be none.
    ///
    /// Source: k8s.io/apimachinery/pkg/util/yaml (`YAMLOrJSONDecoder` in decoder.go, 1.36).
    package static func stream(in text: String) -> Stream {
        stream(in: Array(text.utf8))
    }

    package static func stream(in bytes: [UInt8]) -> Stream {
        var reader = StreamReader(bytes: bytes)
        do throws(DocumentError) {
            try reader.readAll()
            return Stream(documents: reader.documents, failure: nil)
        } catch {
            return Stream(documents: reader.documents, failure: error)
        }
    }
}

/// Splits a file into documents.
private struct StreamReader {
    let bytes: [UInt8]
    private(set) var documents: [YAML.Document] = []
    private var index = 0
    private var line = 0

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func readAll() throws(DocumentError) {
        var jsonFailure: DocumentError?
        if bytes.first(where: { !Self.isSpace($0) }) == UInt8(ascii: "{") {
            jsonFailure = try readJSON()
            if jsonFailure == nil { return }
            skipRestOfLine()
        }
        while let chunk = try nextChunk() {
            do throws(DocumentError) {
                try append(chunk)
            } catch {
                throw jsonFailure ?? error
            }
            jsonFailure = nil
        }
        if let jsonFailure, documents.isEmpty { throw jsonFailure }
    }

    /// Reads JSON values to the end, or to the mistake it returns, after which the text may still be YAML.
    private mutating func readJSON() throws(DocumentError) -> DocumentError? {
        var count = 0
        while true {
            let start = index
            do throws(DocumentError) {
                guard let (value, end) = try JSON.parseNext(bytes, from: index) else { return nil }
                index = end
                count += 1
                add(YAML.Document(value: value, bytes: Array(bytes[start..<end]), linesBefore: line, duplicateKeys: []))
                line += bytes[start..<end].count { $0 == UInt8(ascii: "\n") }
            } catch {
                guard count <= 1 else { throw error }
                return error.asInvalidStream
            }
        }
    }

    /// What is left of the line after a JSON value is no part of the YAML that may follow.
    private mutating func skipRestOfLine() {
        while index < bytes.count, Self.isSpace(bytes[index]) {
            index += 1
            if bytes[index - 1] == UInt8(ascii: "\n") {
                line += 1
                return
            }
        }
    }

    /// The lines up to the next `---`, which is dropped; one before the first line of content stays.
    private mutating func nextChunk() throws(DocumentError) -> (bytes: [UInt8], linesBefore: Int)? {
        var chunk: [UInt8] = []
        let linesBefore = line
        while index < bytes.count {
            let end = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            var text = bytes[index..<end]
            if text.last == UInt8(ascii: "\r") { text.removeLast() }
            index = end + 1
            line += 1
            if text.starts(with: "---".utf8) {
                let rest = String(decoding: text.dropFirst(3), as: UTF8.self).drop(while: \.isWhitespace)
                guard rest.isEmpty || rest.first == "#" else {
                    throw .yaml(.invalidSeparator(String(rest.reversed().drop(while: \.isWhitespace).reversed())))
                }
                if !chunk.isEmpty { return (chunk, linesBefore) }
            }
            chunk.append(contentsOf: text)
            chunk.append(UInt8(ascii: "\n"))
        }
        return chunk.isEmpty ? nil : (chunk, linesBefore)
    }

    private mutating func append(_ chunk: (bytes: [UInt8], linesBefore: Int)) throws(DocumentError) {
        let (value, duplicates) = try YAML.compose(chunk.bytes)
        let placed = duplicates.map { DuplicateKey(key: $0.key, path: $0.path, line: $0.line + chunk.linesBefore) }
        add(
            YAML.Document(
                value: value, bytes: chunk.bytes, linesBefore: chunk.linesBefore, duplicateKeys: placed))
    }

    private mutating func add(_ document: YAML.Document) {
        if !document.value.isNull { documents.append(document) }
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte)
    }
}

extension JSON {
    /// The value at or after an index and the index after it; `nil` when only space is left.
    fileprivate static func parseNext(_ bytes: [UInt8], from start: Int) throws(DocumentError) -> (Value, end: Int)? {
        try bytes.withUnsafeBufferPointer { (buffer) throws(DocumentError) in
            var parser = JSONParser(buffer, depthLimit: depthLimit)
            parser.index = start
            parser.skipSpace()
            if parser.index == bytes.count { return nil }
            do throws(DocumentError) {
                return (try parser.parseValue(), parser.index)
            } catch .json(.unexpectedEnd, let position) {
                throw .json(.unexpectedEndOfStream, at: position)
            }
        }
    }
}

extension DocumentError {
    /// The form that names the offset in the stream, which the end of the stream does not have.
    fileprivate var asInvalidStream: DocumentError {
        guard case .json(let problem, let position) = self, problem != .unexpectedEndOfStream else { return self }
        return .json(.invalidStream(problem, offset: position.offset + 1), at: position)
    }
}
