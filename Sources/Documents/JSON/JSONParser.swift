/// A recursive-descent parser over the bytes of one or more JSON values.
struct JSONParser {
    let bytes: UnsafeBufferPointer<UInt8>
    var index = 0
    var duplicates: DuplicateReport?
    var names = NameCache()
    /// Members and elements of the objects and lists that are not complete yet; each takes its own when it ends, so
    /// that it is stored in one piece of the right size.
    private var openMembers: [Object.Slot] = []
    private var openElements: [Value] = []
    private let depthLimit: Int
    private var depth = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>, depthLimit: Int) {
        self.bytes = bytes
        self.depthLimit = depthLimit
        openMembers.reserveCapacity(128)
        openElements.reserveCapacity(32)
    }
}

extension JSONParser {
    /// The only value of a text.
    mutating func parseDocument() throws(DocumentError) -> Value {
        let value = try parseValue()
        skipSpace()
        guard index == bytes.count else { throw unexpected(.end) }
        return value
    }

    mutating func parseValue() throws(DocumentError) -> Value {
        skipSpace()
        switch try current() {
        case UInt8(ascii: "{"): return try parseObject()
        case UInt8(ascii: "["): return try parseArray()
        case UInt8(ascii: "\""): return .string(try parseString())
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try parseNumber()
        case UInt8(ascii: "t"): return try parseLiteral("true", .bool(true))
        case UInt8(ascii: "f"): return try parseLiteral("false", .bool(false))
        case UInt8(ascii: "n"): return try parseLiteral("null", .null)
        default: throw unexpected(.value)
        }
    }

    private mutating func parseObject() throws(DocumentError) -> Value {
        try enter()
        let start = openMembers.count
        index += 1
        skipSpace()
        if try current() == UInt8(ascii: "}") {
            leave()
            return .object(Object())
        }
        while true {
            skipSpace()
            guard try current() == UInt8(ascii: "\"") else { throw unexpected(.objectKey) }
            let key = try parseName()
            skipSpace()
            guard try current() == UInt8(ascii: ":") else { throw unexpected(.colonAfterKey) }
            index += 1
            duplicates?.enter(.key(key))
            let value = try parseValue()
            duplicates?.leave()
            openMembers.append(Object.Slot(key: key, value: value))
            skipSpace()
            switch try current() {
            case UInt8(ascii: ","): index += 1
            case UInt8(ascii: "}"):
                leave()
                return .object(closeObject(from: start))
            default: throw unexpected(.commaAfterPair)
            }
        }
    }

    private mutating func closeObject(from start: Int) -> Object {
        let (object, repeated) = Object.collect(openMembers[start...])
        openMembers.removeSubrange(start...)
        for key in repeated { duplicates?.found(key) }
        return object
    }

    private mutating func closeArray(from start: Int) -> [Value] {
        var elements: [Value] = []
        elements.reserveCapacity(openElements.count - start)
        elements.append(contentsOf: openElements[start...])
        openElements.removeSubrange(start...)
        return elements
    }

    private mutating func parseArray() throws(DocumentError) -> Value {
        try enter()
        let start = openElements.count
        index += 1
        skipSpace()
        if try current() == UInt8(ascii: "]") {
            leave()
            return .array([])
        }
        while true {
            duplicates?.enter(.index(openElements.count - start))
            openElements.append(try parseValue())
            duplicates?.leave()
            skipSpace()
            switch try current() {
            case UInt8(ascii: ","): index += 1
            case UInt8(ascii: "]"):
                leave()
                return .array(closeArray(from: start))
            default: throw unexpected(.commaAfterElement)
            }
        }
    }

    private mutating func parseLiteral(_ word: StaticString, _ value: Value) throws(DocumentError) -> Value {
        let letters = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        for letter in letters {
            guard try current() == letter else { throw unexpected(.literal("\(word)", next: letter)) }
            index += 1
        }
        return value
    }
}

extension JSONParser {
    mutating func skipSpace() {
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t"), UInt8(ascii: "\r"): index += 1
            default: return
            }
        }
    }

    func current() throws(DocumentError) -> UInt8 {
        guard index < bytes.count else { throw failure(.unexpectedEnd) }
        return bytes[index]
    }

    func unexpected(_ expectation: JSONExpectation) -> DocumentError {
        index < bytes.count ? failure(.unexpectedCharacter(bytes[index], expectation)) : failure(.unexpectedEnd)
    }

    func failure(_ problem: JSONProblem) -> DocumentError {
        .json(problem, at: DocumentPosition(offset: index, in: bytes))
    }

    private mutating func enter() throws(DocumentError) {
        depth += 1
        guard depth <= depthLimit else { throw failure(.tooDeep(limit: depthLimit)) }
    }

    /// Steps over the closing bracket.
    private mutating func leave() {
        depth -= 1
        index += 1
    }
}
