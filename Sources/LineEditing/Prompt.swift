/// What stands before the line that is asked for.
package struct Prompt: Hashable, Sendable {
    package enum Style: String, Sendable {
        case plain = ""
        case bold = "1"
        case red = "31"
        case green = "32"
        case yellow = "33"
        case blue = "34"
        case cyan = "36"
        case dim = "2"
    }

    package struct Part: Hashable, Sendable {
        package var text: String
        package var style: Style

        package init(_ text: String, _ style: Style = .plain) {
            self.text = text
            self.style = style
        }
    }

    package private(set) var parts: [Part]
    package var isColoured: Bool

    /// Control characters are left out of the texts, as names of objects may hold anything.
    package init(_ parts: [Part], isColoured: Bool = true) {
        self.parts = parts.map { part in
            Part(String(String.UnicodeScalarView(part.text.unicodeScalars.filter { !$0.isControl })), part.style)
        }
        self.isColoured = isColoured
    }
}

extension Prompt {
    package static let none = Prompt([])

    package static func plain(_ text: String) -> Prompt {
        Prompt([Part(text)], isColoured: false)
    }

    /// The text without colours.
    package var text: String { parts.map(\.text).joined() }

    /// The text with escape sequences between bytes 0x01, which libedit does not count as columns.
    ///
    /// libedit ties a sequence to the letter behind it, so that two never stand side by side and none at the end.
    var markedText: String {
        guard isColoured else { return text }
        var marked = ""
        var current = Style.plain
        for part in parts where !part.text.isEmpty {
            if part.style != current {
                let reset = current == .plain ? "" : "\u{1B}[0m"
                let colour = part.style == .plain ? "" : "\u{1B}[\(part.style.rawValue)m"
                marked += "\u{1}\(reset)\(colour)\u{1}"
                current = part.style
            }
            marked += part.text
        }
        return current == .plain ? marked : marked + "\u{1}\u{1B}[0m\u{1} "
    }
}

extension Unicode.Scalar {
    /// C0 and C1 controls and DELETE.
    var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }
}
