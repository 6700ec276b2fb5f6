extension YAMLWriter {
    /// Lines are folded at the first space after this many characters.
    private static let width = 80

    mutating func writeString(_ text: String, indent: Int, isKey: Bool) {
        switch YAMLStringStyle(text, isKey: isKey) {
        case .plain: writePlain(text, indent: indent + 2, mayFold: !isKey)
        case .singleQuoted: writeSingleQuoted(text, indent: indent + 2, mayFold: !isKey)
        case .doubleQuoted: writeDoubleQuoted(text, indent: indent + 2, mayFold: !isKey)
        case .literal: writeLiteral(text, indent: indent + 2)
        }
    }

    private mutating func writePlain(_ text: String, indent: Int, mayFold: Bool) {
        let scalars = Array(text.unicodeScalars)
        for index in scalars.indices {
            if mayFold, column > Self.width, isLoneSpace(scalars, at: index) {
                fold(indent: indent)
            } else {
                write(scalars[index])
            }
        }
    }

    private mutating func writeSingleQuoted(_ text: String, indent: Int, mayFold: Bool) {
        let scalars = Array(text.unicodeScalars)
        write("'")
        for (index, scalar) in scalars.enumerated() {
            if mayFold, column > Self.width, index > 0, index < scalars.count - 1, isLoneSpace(scalars, at: index) {
                fold(indent: indent)
            } else {
                write(scalar == "'" ? "''" : String(Character(scalar)))
            }
        }
        write("'")
    }

    private mutating func writeDoubleQuoted(_ text: String, indent: Int, mayFold: Bool) {
        let scalars = Array(text.unicodeScalars)
        write("\"")
        var isAfterSpace = false
        for (index, scalar) in scalars.enumerated() {
            if scalar == " ", mayFold, !isAfterSpace, column > Self.width, index > 0, index < scalars.count - 1 {
                fold(indent: indent)
                if scalars[index + 1] == " " { write("\\") }
            } else {
                write(Self.escaped(scalar))
            }
            isAfterSpace = scalar == " "
        }
        write("\"")
    }

    /// `|`, then every line of the text at the indentation; empty lines without it.
    private mutating func writeLiteral(_ text: String, indent: Int) {
        let scalars = Array(text.unicodeScalars)
        write("|")
        if let first = scalars.first, first == " " || first == "\n" { write("2") }
        if scalars.last != "\n" { write("-") } else if scalars.dropLast().last ?? "\n" == "\n" { write("+") }
        breakLine()
        for scalar in scalars {
            if scalar == "\n" {
                breakLine()
            } else {
                if column == 0 { startLine(indent: indent) }
                write(scalar)
            }
        }
    }

    private mutating func fold(indent: Int) {
        breakLine()
        startLine(indent: indent)
    }

    /// Whether a space stands alone between two other characters, so that a line break can take its place.
    private func isLoneSpace(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
        scalars[index] == " " && (index == 0 || scalars[index - 1] != " ")
            && (index + 1 == scalars.count || scalars[index + 1] != " ")
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar.value {
        case 0x22: "\\\""
        case 0x5C: "\\\\"
        case 0x00: "\\0"
        case 0x07: "\\a"
        case 0x08: "\\b"
        case 0x09: "\\t"
        case 0x0A: "\\n"
        case 0x0B: "\\v"
        case 0x0C: "\\f"
        case 0x0D: "\\r"
        case 0x1B: "\\e"
        case 0x85: "\\N"
        case 0x2028: "\\L"
        case 0x2029: "\\P"
        case 0...0xFF where !YAMLStringStyle.isPrintable(scalar): "\\x" + hexadecimal(scalar, digits: 2)
        case 0x100...0xFFFF where !YAMLStringStyle.isPrintable(scalar): "\\u" + hexadecimal(scalar, digits: 4)
        case 0x10000...: "\\U" + hexadecimal(scalar, digits: 8)
        default: String(Character(scalar))
        }
    }

    private static func hexadecimal(_ scalar: Unicode.Scalar, digits: Int) -> String {
        GoText.hexadecimal(scalar.value, digits: digits).uppercased()
    }
}
