/// What a text must contain: `/regular expression/`, or plain words.
package enum TextPattern: Hashable, Sendable {
    case words(String)
    case expression(String)
}

extension TextPattern {
    /// `nil` when the text between slashes is no regular expression.
    package init?(_ text: String) {
        guard text.count > 2, text.hasPrefix("/"), text.hasSuffix("/") else {
            self = .words(text)
            return
        }
        let source = String(text.dropFirst().dropLast())
        guard (try? Regex(source)) != nil else { return nil }
        self = .expression(source)
    }

    package func matches(_ text: String) -> Bool {
        switch self {
        case .words(let words): text.contains(words)
        case .expression(let source):
            // A pattern that does not compile was refused when it was read.
            (try? Regex(source).anchorsMatchLineEndings())?.firstMatchExists(in: text) ?? false
        }
    }

    /// As people read it: alternatives in words, and without the signs of an expression that say where and how often.
    package var readable: String {
        guard case .expression(let source) = self else { return text }
        let plain = source.replacing("\\", with: "").replacing(" +", with: " ").replacing("|", with: " or ")
        return plain.filter { !"^$".contains($0) }
    }

    /// As it was written.
    package var text: String {
        switch self {
        case .words(let words): words
        case .expression(let source): "/\(source)/"
        }
    }
}

extension Regex<AnyRegexOutput> {
    fileprivate func firstMatchExists(in text: String) -> Bool {
        text.firstMatch(of: self) != nil
    }
}
