/// Reads a template.
struct JSONPathParser {
    private let scalars: [Unicode.Scalar]
    private var index = 0

    init(_ template: String) {
        scalars = Array(template.unicodeScalars)
    }
}

extension JSONPathParser {
    mutating func parseTemplate() throws(JSONPathError) -> [JSONPathNode] {
        var nodes: [JSONPathNode] = []
        var text = ""
        while let scalar = next() {
            guard scalar == "{" else {
                text.unicodeScalars.append(scalar)
                continue
            }
            if !text.isEmpty { nodes.append(.text(text)) }
            text = ""
            nodes.append(.list(try parseAction()))
        }
        if !text.isEmpty { nodes.append(.text(text)) }
        return nodes
    }

    /// The steps up to the closing brace.
    private mutating func parseAction() throws(JSONPathError) -> [JSONPathNode] {
        var nodes: [JSONPathNode] = []
        while true {
            if skip("[?(") {
                nodes.append(try parseFilter())
                continue
            }
            if skip("..") {
                if nodes.last == .recursive { throw .repeatedRecursion }
                nodes.append(.recursive)
                if let scalar = peek(), Self.isAlphaNumeric(scalar) { nodes.append(parseField()) }
                continue
            }
            guard let scalar = next() else { throw .unclosedAction }
            switch scalar {
            case "}": return nodes
            case "\n", "\r": throw .unclosedAction
            case " ", "@", "$": break
            case "[": nodes.append(contentsOf: try parseArray())
            case "\"", "'": nodes.append(.text(try parseString(quote: scalar)))
            case ".": nodes.append(parseField())
            default:
                index -= 1
                nodes.append(try parseWord(startingWith: scalar))
            }
        }
    }

    private mutating func parseWord(startingWith scalar: Unicode.Scalar) throws(JSONPathError) -> JSONPathNode {
        if scalar == "+" || scalar == "-" || scalar.properties.generalCategory == .decimalNumber {
            return try parseNumber()
        }
        guard Self.isAlphaNumeric(scalar) else { throw .unexpectedCharacter(scalar) }
        let start = index
        while let scalar = peek(), !Self.isTerminator(scalar) { index += 1 }
        switch text(from: start) {
        case "true": return .bool(true)
        case "false": return .bool(false)
        case let name: return .identifier(name)
        }
    }

    /// A field's name; a backslash takes the meaning from the character after it.
    private mutating func parseField() -> JSONPathNode {
        let start = index
        while let scalar = peek(), !Self.isTerminator(scalar) {
            index = min(index + (scalar == "\\" ? 2 : 1), scalars.count)
        }
        let name = text(from: start)
        if name == "*" { return .wildcard }
        return .field(String(String.UnicodeScalarView(name.unicodeScalars.filter { $0 != "\\" })))
    }

    private mutating func parseNumber() throws(JSONPathError) -> JSONPathNode {
        let start = index
        if let sign = peek(), sign == "+" || sign == "-" { index += 1 }
        while let scalar = peek(), scalar == "." || scalar.properties.generalCategory == .decimalNumber { index += 1 }
        let number = text(from: start)
        if let value = Int64(number) { return .integer(value) }
        guard let value = Double(number) else { throw .invalidNumber(number) }
        return .float(value)
    }

    private mutating func parseString(quote: Unicode.Scalar) throws(JSONPathError) -> String {
        let start = index
        while let scalar = next() {
            if scalar == "\n" { throw .unterminatedString }
            guard scalar == quote, index < 2 || scalars[index - 2] != "\\" else { continue }
            let body = String(String.UnicodeScalarView(scalars[start..<(index - 1)]))
            guard let string = GoText.unquoted(body, quote: UInt8(ascii: quote)) else {
                throw .invalidString("\(quote)\(body)\(quote)")
            }
            return string
        }
        throw .unterminatedString
    }
}

extension JSONPathParser {
    /// The filter after `[?(`, to the `)]` that is not in quotes.
    private mutating func parseFilter() throws(JSONPathError) -> JSONPathNode {
        let start = index
        var quote: Unicode.Scalar?
        var isQuoteClosed = true
        scan: while true {
            guard let scalar = next(), scalar != "\n" else { throw .unterminatedFilter }
            switch scalar {
            case "\"", "'":
                if quote == nil {
                    (quote, isQuoteClosed) = (scalar, false)
                } else if scalar == quote, scalars[index - 2] != "\\" {
                    isQuoteClosed = true
                }
            case ")" where isQuoteClosed: break scan
            default: break
            }
        }
        let body = scalars[start..<(index - 1)]
        guard next() == "]" else { throw .unclosedFilter }
        return try Self.filter(body)
    }

    /// `left operator right`; without an operator the left side must only be there.
    private static func filter(_ body: ArraySlice<Unicode.Scalar>) throws(JSONPathError) -> JSONPathNode {
        let left = body.prefix { !"!<>=".unicodeScalars.contains($0) }
        var operation = body[left.endIndex...].prefix { "!<>=~".unicodeScalars.contains($0) }
        if operation.endIndex == body.endIndex, operation.count > 1 { operation = operation.dropLast() }
        let right = body[operation.endIndex...]
        guard !left.isEmpty, !operation.isEmpty, !right.isEmpty else {
            return .filter(left: try action(body), comparison: .exists)
        }
        let name = String(String.UnicodeScalarView(operation))
        return .filter(left: try action(left), comparison: .operation(name, right: try action(right)))
    }

    private static func action(_ body: some Sequence<Unicode.Scalar>) throws(JSONPathError) -> [JSONPathNode] {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: body)
        var parser = JSONPathParser("{\(String(text))}")
        guard case .list(let nodes)? = try parser.parseTemplate().first else { return [] }
        return nodes
    }

    /// What follows `[`: an index, a slice, a quoted key, or several of them with commas.
    private mutating func parseArray() throws(JSONPathError) -> [JSONPathNode] {
        let start = index
        while true {
            guard let scalar = next(), scalar != "\n" else { throw .unterminatedArray }
            if scalar == "]" { break }
        }
        let body = text(from: start).dropLast()
        let parts = body.split(separator: ",", omittingEmptySubsequences: false)
        if parts.count > 1 {
            var union: [[JSONPathNode]] = []
            for part in parts {
                let trimmed = part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
                union.append(try Self.action("[\(String(trimmed))]".unicodeScalars))
            }
            return [.union(union)]
        }
        if body.count >= 2, body.first == "'", body.last == "'", !body.dropFirst().dropLast().contains("'") {
            return try Self.action(".\(body.dropFirst().dropLast())".unicodeScalars)
        }
        return [.array(try JSONPathRange(body == "*" ? ":" : String(body)))]
    }
}

extension JSONPathRange {
    /// `start:end:step`, each of which may be left out.
    fileprivate init(_ text: String) throws(JSONPathError) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count <= 3, parts.allSatisfy(Self.isIndex) else { throw .invalidIndex(text) }
        start = try Self.number(parts[0])
        if parts.count > 1 {
            end = try Self.number(parts[1])
        } else {
            end = (start ?? 0) + 1
            isIndex = true
        }
        if parts.count > 2 { step = try Self.number(parts[2]) }
    }

    private static func isIndex(_ text: Substring) -> Bool {
        let digits = text.first == "-" ? text.dropFirst() : text
        return digits.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    }

    private static func number(_ text: Substring) throws(JSONPathError) -> Int? {
        guard !text.isEmpty else { return nil }
        guard let number = Int(text), number.magnitude < 1 << 32 else { throw .indexNoNumber(String(text)) }
        return number
    }
}

extension JSONPathParser {
    private func peek() -> Unicode.Scalar? {
        index < scalars.count ? scalars[index] : nil
    }

    private mutating func next() -> Unicode.Scalar? {
        guard index < scalars.count else { return nil }
        index += 1
        return scalars[index - 1]
    }

    private mutating func skip(_ prefix: StaticString) -> Bool {
        let wanted = prefix.description.unicodeScalars
        guard scalars[index...].starts(with: wanted) else { return false }
        index += wanted.count
        return true
    }

    private func text(from start: Int) -> String {
        String(String.UnicodeScalarView(scalars[start..<index]))
    }

    private static func isTerminator(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case " ", "\t", "\r", "\n", ".", ",", "[", "]", "$", "@", "{", "}": true
        default: false
        }
    }

    private static func isAlphaNumeric(_ scalar: Unicode.Scalar) -> Bool {
        if scalar == "_" { return true }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber:
            return true
        default: return false
        }
    }
}
