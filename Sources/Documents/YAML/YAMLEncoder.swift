extension YAML {
    /// The text of a value as `kubectl -o yaml` prints it, with a final newline.
    ///
    /// Source: sigs.k8s.io/yaml (`Marshal` in yaml.go) over go.yaml.in/yaml/v2 (encode.go, emitterc.go).
    package static func encode(_ value: Value) -> String {
        var writer = YAMLWriter()
        writer.writeDocument(value)
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}

/// Writes a value in block style: two spaces a level, lists at the column of their key.
struct YAMLWriter {
    private(set) var bytes: [UInt8] = []
    /// How many characters stand on the line so far.
    private(set) var column = 0
}

extension YAMLWriter {
    mutating func writeDocument(_ value: Value) {
        switch value {
        case .array(let elements) where !elements.isEmpty: writeItems(elements, indent: 0)
        case .object(let object) where !object.isEmpty: writeMembers(object, indent: 0)
        case .null, .bool, .integer, .double, .string, .array, .object: writeScalar(value, indent: 0)
        }
        if column > 0 { startLine(indent: 0) }
    }

    private mutating func writeMembers(_ object: Object, indent: Int) {
        for (key, value) in object.sorted(by: { YAMLKeyOrder.precedes($0.key, $1.key) }) {
            startLine(indent: indent)
            if YAMLStringStyle.isSimpleKey(key) {
                writeString(key, indent: indent, isKey: true)
                write(":")
                writeMemberValue(value, indent: indent)
            } else {
                write("? ")
                writeString(key, indent: indent, isKey: false)
                startLine(indent: indent)
                write(": ")
                writeItem(value, indent: indent)
            }
        }
    }

    private mutating func writeMemberValue(_ value: Value, indent: Int) {
        switch value {
        case .array(let elements) where !elements.isEmpty: writeItems(elements, indent: indent)
        case .object(let object) where !object.isEmpty: writeMembers(object, indent: indent + 2)
        case .null, .bool, .integer, .double, .string, .array, .object:
            write(" ")
            writeScalar(value, indent: indent)
        }
    }

    private mutating func writeItems(_ elements: [Value], indent: Int) {
        for element in elements {
            startLine(indent: indent)
            write("- ")
            writeItem(element, indent: indent)
        }
    }

    /// What follows `- ` on the same line.
    private mutating func writeItem(_ value: Value, indent: Int) {
        switch value {
        case .array(let elements) where !elements.isEmpty: writeItems(elements, indent: indent + 2)
        case .object(let object) where !object.isEmpty: writeMembers(object, indent: indent + 2)
        case .null, .bool, .integer, .double, .string, .array, .object: writeScalar(value, indent: indent)
        }
    }

    private mutating func writeScalar(_ value: Value, indent: Int) {
        switch value {
        case .null: write("null")
        case .bool(let truth): write(truth ? "true" : "false")
        case .integer(let number): write(String(number))
        case .double(let number): write(Self.text(of: number))
        case .string(let text): writeString(text, indent: indent, isKey: false)
        case .array: write("[]")
        case .object: write("{}")
        }
    }

    /// A number goes through JSON first, so that whole ones below 1e21 keep all their digits.
    private static func text(of number: Double) -> String {
        number.magnitude < 1e21 && number == number.rounded() ? GoNumber.json(number) : GoNumber.general(number)
    }
}

extension YAMLWriter {
    mutating func write(_ text: String) {
        bytes.append(contentsOf: text.utf8)
        column += text.unicodeScalars.count
    }

    mutating func write(_ scalar: Unicode.Scalar) {
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        column += 1
    }

    mutating func breakLine() {
        bytes.append(UInt8(ascii: "\n"))
        column = 0
    }

    /// Goes to a column of a line on which nothing but space or `- ` stands.
    mutating func startLine(indent: Int) {
        if column > indent || column == indent && !isAfterSpace { breakLine() }
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent - column))
        column = indent
    }

    private var isAfterSpace: Bool {
        bytes.last.map { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") } ?? true
    }
}
