/// Makes text from objects harmless for a terminal.
package enum TerminalText {
    /// Shows escape characters and carriage returns as `^[` and `\r`, as kubectl does, and drops other control
    /// characters except tabs and line ends.
    ///
    /// Source: k8s.io/cli-runtime/pkg/printers/terminal.go, which escapes those two only.
    package static func escaped(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\u{1B}": result.append(contentsOf: "^[".unicodeScalars)
            case "\r": result.append(contentsOf: "\\r".unicodeScalars)
            default: if !isUnsafe(scalar) { result.append(scalar) }
            }
        }
        return String(result)
    }

    /// A table cell: only its first line, with `...` for the rest.
    ///
    /// Source: `printTable` of k8s.io/cli-runtime/pkg/printers/tableprinter.go.
    static func cell(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard let end = scalars.firstIndex(where: { $0 == "\n" || $0 == "\r" || $0 == "\u{0C}" }) else {
            return escaped(text)
        }
        return escaped(String(scalars[..<end])) + "..."
    }

    private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0..<0x20, 0x7F...0x9F: true
        default: false
        }
    }
}
