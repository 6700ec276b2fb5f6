/// `test`, `match`, `capture`, `scan`, `sub` of jq.
enum JqExpressionMatch {
    typealias Failure = JqEvaluator.Failure

    private struct Search {
        let expression: RegularExpression
        let names: [String?]
        let isGlobal: Bool
        let text: [UInt8]

        var matches: [RegularExpression.Match] {
            isGlobal ? expression.allMatches(in: text) : expression.firstMatch(in: text).map { [$0] } ?? []
        }

        func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }
    }

    private static func search(_ input: JSONValue, _ pattern: JSONValue, _ flags: JSONValue, global: Bool = false)
        throws(Failure) -> Search
    {
        var (pattern, flags) = (pattern, flags)
        if case .array(let both) = pattern {
            flags = both.count > 1 ? both[1] : .null
            pattern = both.first ?? .null
        }
        guard case .string(let text) = input else {
            throw Failure("\(input.type) (\(JqAccess.short(input))) cannot be matched, as it is not a string")
        }
        let source = try JqFunctions.text(pattern, "match")
        let letters = flags == .null ? "" : try JqFunctions.text(flags, "match")
        do throws(RegularExpression.SyntaxError) {
            let expression = try RegularExpression(
                source, syntax: .programming, options: .init(ignoresCase: letters.contains("i")))
            return Search(
                expression: expression, names: names(in: source), isGlobal: global || letters.contains("g"),
                text: Array(text.utf8))
        } catch {
            throw Failure("\(source) (at offset 0) is not a valid regex: \(error.text)")
        }
    }

    /// The names of groups in order, `nil` for those without.
    private static func names(in source: String) -> [String?] {
        let bytes = Array(source.utf8)
        var names: [String?] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == .backslash { index += 2; continue }
            if bytes[index] == .openParenthesis {
                if index + 2 < bytes.count, bytes[index + 1] == .question {
                    if bytes[index + 2] == .less, let end = bytes[index...].firstIndex(of: .greater) {
                        names.append(String(decoding: bytes[(index + 3)..<end], as: UTF8.self))
                    }
                } else {
                    names.append(nil)
                }
            }
            index += 1
        }
        return names
    }

    static func run(_ name: String, _ input: JSONValue, _ pattern: JSONValue, flags: JSONValue) throws(Failure)
        -> [JSONValue]
    {
        let search = try search(input, pattern, flags, global: name == "scan")
        switch name {
        case "test": return [.bool(search.expression.matches(search.text))]
        case "match": return search.matches.map { matchObject($0, search) }
        case "capture": return search.matches.map { .object(captures($0, search)) }
        default:
            return search.matches.map { match in
                guard match.groups.count > 1 else { return .string(search.string(match.range)) }
                return .array(match.groups.dropFirst().map { $0.map { .string(search.string($0)) } ?? .null })
            }
        }
    }

    private static func captures(_ match: RegularExpression.Match, _ search: Search) -> JSONObject {
        var object = JSONObject()
        for (index, name) in search.names.enumerated() {
            guard let name, index + 1 < match.groups.count else { continue }
            object[name] = match.groups[index + 1].map { .string(search.string($0)) } ?? .null
        }
        return object
    }

    private static func matchObject(_ match: RegularExpression.Match, _ search: Search) -> JSONValue {
        func place(_ range: Range<Int>?, _ name: String??) -> JSONValue {
            var object = JSONObject()
            object["offset"] = .number(
                range.map { Double(search.string(0..<$0.lowerBound).unicodeScalars.count) } ?? -1)
            object["length"] = .number(range.map { Double(search.string($0).unicodeScalars.count) } ?? 0)
            object["string"] = range.map { .string(search.string($0)) } ?? .null
            if let name { object["name"] = name.map { .string($0) } ?? .null }
            return .object(object)
        }
        guard case .object(var object) = place(match.range, nil) else { return .null }
        object["captures"] = .array(
            match.groups.dropFirst().enumerated().map {
                place($0.element, .some($0.offset < search.names.count ? search.names[$0.offset] : nil))
            })
        return .object(object)
    }

    static func split(_ input: JSONValue, _ pattern: JSONValue, flags: JSONValue) throws(Failure) -> [JSONValue] {
        let search = try search(input, pattern, flags, global: true)
        var pieces: [JSONValue] = []
        var start = 0
        for match in search.matches {
            pieces.append(.string(search.string(start..<match.range.lowerBound)))
            start = match.range.upperBound
        }
        return pieces + [.string(search.string(start..<search.text.count))]
    }

    /// The replacement is plain text; filters over named groups are not offered.
    static func replace(_ input: JSONValue, _ pattern: JSONValue, _ replacement: JSONValue, flags: String)
        throws(Failure) -> JSONValue
    {
        let search = try search(input, pattern, .string(flags))
        let text = try JqFunctions.text(replacement, "sub")
        var result = ""
        var start = 0
        for match in search.matches {
            result += search.string(start..<match.range.lowerBound) + text
            start = match.range.upperBound
        }
        return .string(result + search.string(start..<search.text.count))
    }
}
