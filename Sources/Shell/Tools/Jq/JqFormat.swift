/// `@base64`, `@csv` and the other ways to write a value as text.
enum JqFormat {
    static func apply(_ name: String, to value: JSONValue) throws(JqEvaluator.Failure) -> String {
        switch name {
        case "@text": return plain(value)
        case "@json": return JSONPrinter().text(value)
        case "@base64": return String(decoding: Base64.encode(Array(plain(value).utf8)), as: UTF8.self)
        case "@base64d":
            let (bytes, _) = Base64.decode(Array(plain(value).utf8))
            if bytes.isEmpty, !plain(value).isEmpty {
                throw .init("\(value.type) (\(JqAccess.short(value))) is not valid base64 data")
            }
            return String(decoding: bytes, as: UTF8.self)
        case "@html":
            return escaped(plain(value), ["<": "&lt;", ">": "&gt;", "&": "&amp;", "'": "&#39;", "\"": "&quot;"])
        case "@uri":
            return plain(value).utf8.map { byte in
                byte.continuesName || byte == .minus || byte == .dot || byte == .tilde
                    ? String(UnicodeScalar(byte))
                    : "%" + Padding.left(String(byte, radix: 16, uppercase: true), to: 2, with: "0")
            }.joined()
        case "@sh":
            if case .array(let elements) = value {
                return try elements.mapTyped { element throws(JqEvaluator.Failure) in try shell(element) }.joined(
                    separator: " ")
            }
            return try shell(value)
        case "@csv", "@tsv": return try row(value, name)
        default: throw .init("\(name.dropFirst()) is not a valid format")
        }
    }

    /// Texts as they are, anything else as JSON.
    static func plain(_ value: JSONValue) -> String {
        if case .string(let text) = value { return text }
        return JSONPrinter().text(value)
    }

    private static func escaped(_ text: String, _ table: [UnicodeScalar: String]) -> String {
        text.unicodeScalars.map { table[$0] ?? String($0) }.joined()
    }

    private static func shell(_ value: JSONValue) throws(JqEvaluator.Failure) -> String {
        switch value {
        case .string(let text): return Quoting.singleQuoted(text)
        case .null, .bool, .number: return plain(value)
        case .array, .object: throw .init("\(value.type) (\(JqAccess.short(value))) can not be escaped for shell")
        }
    }

    private static func row(_ value: JSONValue, _ name: String) throws(JqEvaluator.Failure) -> String {
        guard case .array(let elements) = value else {
            throw .init(
                "\(value.type) (\(JqAccess.short(value))) cannot be \(name == "@csv" ? "csv" : "tsv")-formatted, only an array can be"
            )
        }
        var cells: [String] = []
        for element in elements {
            switch element {
            case .null: cells.append("")
            case .bool, .number: cells.append(plain(element))
            case .string(let text):
                cells.append(
                    name == "@csv"
                        ? "\"" + text.replacingAll("\"", with: "\"\"") + "\""
                        : escaped(text, ["\t": "\\t", "\n": "\\n", "\r": "\\r", "\\": "\\\\"]))
            case .array, .object:
                throw .init(
                    "\(element.type) (\(JqAccess.short(element))) is not valid in a \(name == "@csv" ? "csv" : "tsv") row"
                )
            }
        }
        return cells.joined(separator: name == "@csv" ? "," : "\t")
    }
}

extension Array {
    /// `map` that keeps the type of the error.
    func mapTyped<Result, Failure: Error>(_ body: (Element) throws(Failure) -> Result) throws(Failure) -> [Result] {
        var results: [Result] = []
        results.reserveCapacity(count)
        for element in self { results.append(try body(element)) }
        return results
    }
}
