/// What is wrong with a text that should be JSON or YAML.
///
/// The sentences are in `DocumentError+Message.swift`.
package enum DocumentError: Error, Hashable, Sendable {
    case json(JSONProblem, at: DocumentPosition)
    case yaml(YAMLProblem)
}

/// A place in a text: line and column count from one, the column in characters, the offset in bytes from zero.
package struct DocumentPosition: Hashable, Sendable {
    package let line: Int
    package let column: Int
    package let offset: Int

    package init(line: Int, column: Int, offset: Int) {
        self.line = line
        self.column = column
        self.offset = offset
    }
}

extension DocumentPosition {
    /// The place of a byte in a text.
    init(offset: Int, in bytes: UnsafeBufferPointer<UInt8>) {
        var line = 1
        var column = 1
        for byte in bytes.prefix(offset) {
            if byte == UInt8(ascii: "\n") {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
        self.init(line: line, column: column, offset: offset)
    }
}

/// The mistakes in a JSON text that Go's decoder tells apart.
///
/// Source: Go's encoding/json (scanner.go, stream.go).
package enum JSONProblem: Hashable, Sendable {
    /// A byte that may not stand here.
    case unexpectedCharacter(UInt8, JSONExpectation)
    /// The text ends inside a value.
    case unexpectedEnd
    /// A stream of values ends inside a value.
    case unexpectedEndOfStream
    case tooDeep(limit: Int)
    /// A number too large even for a double.
    case numberOutOfRange(String)
    /// A mistake in the first value of a file that is no good YAML either; offset counts the bytes read, from one.
    indirect case invalidStream(JSONProblem, offset: Int)
}

/// What the JSON grammar wanted where another character stood.
package enum JSONExpectation: Hashable, Sendable {
    case value
    case objectKey
    case colonAfterKey
    case commaAfterPair
    case commaAfterElement
    case stringCharacter
    case escapeCode
    case hexadecimalDigit
    case numberDigit
    case fractionDigit
    case exponentDigit
    case literal(String, next: UInt8)
    case end
}

/// The mistakes in a YAML text that go-yaml tells apart.
///
/// Source: go.yaml.in/yaml/v2 (decode.go), sigs.k8s.io/yaml (yaml.go).
package enum YAMLProblem: Hashable, Sendable {
    /// A mistake in the grammar. `line` is the line that go-yaml prints, which is not always the line of the mistake.
    case syntax(String, line: Int?, at: DocumentPosition?)
    case unknownAnchor(String)
    case anchorContainsItself(String)
    case excessiveAliasing
    case tooDeep(limit: Int)
    case mergeWantsMap
    /// A list or an object as a key; the text is Go's notation of it.
    case invalidKey(String)
    /// A null as a key; the text is Go's notation of its value.
    case nullKey(value: String)
    /// A number that JSON does not have: `+Inf`, `-Inf`, `NaN`.
    case numberOutsideJSON(String)
    case cannotDecode(text: String, as: String, found: String)
    case invalidBase64
    /// One key twice in an object, when that is forbidden.
    case duplicateKeys([DuplicateKey])
    /// Words after the `---` that separates two documents.
    case invalidSeparator(String)
}

/// A key that an object has already.
package struct DuplicateKey: Hashable, Sendable {
    package let key: String
    /// The dotted path of the field: `spec.containers[0].image`.
    package let path: String
    /// The line of the repeated member's value, from one.
    package let line: Int

    package init(key: String, path: String, line: Int) {
        self.key = key
        self.path = path
        self.line = line
    }
}
