/// One field while it grows: its text, and the same text as a pattern in which quoted characters are escaped.
struct ExpandedField: Hashable, Sendable {
    private(set) var text: [UInt8] = []
    private(set) var pattern: [UInt8] = []
    /// An unquoted `*`, `?` or `[` is in it.
    private(set) var hasGlob = false

    mutating func append(_ bytes: some Sequence<UInt8>, isQuoted: Bool) {
        for byte in bytes {
            text.append(byte)
            switch byte {
            case .star, .question, .openBracket:
                if isQuoted { pattern.append(.backslash) } else { hasGlob = true }
            case .backslash, .closeBracket, .minus, .exclamation, .caret:
                if isQuoted || byte == .backslash { pattern.append(.backslash) }
            default: break
            }
            pattern.append(byte)
        }
    }
}

/// Gathers the fields of a word, splitting what is not quoted at the characters of `IFS`.
struct FieldAccumulator {
    private(set) var fields: [ExpandedField] = []
    private var current: ExpandedField?
    /// What ended the last field, when the next has not begun.
    private var lastSeparator = Separator.none
    private let whiteSeparators: [UInt8]
    private let otherSeparators: [UInt8]

    private enum Separator { case none, white, other }

    init(separators: String) {
        whiteSeparators = separators.utf8.filter { $0 == .space || $0 == .tab || $0 == .newline }
        otherSeparators = separators.utf8.filter { $0 != .space && $0 != .tab && $0 != .newline }
    }

    mutating func append(_ text: some StringProtocol, isQuoted: Bool) {
        lastSeparator = .none
        if current == nil { current = ExpandedField() }
        current?.append(text.utf8, isQuoted: isQuoted)
    }

    /// Text that an unquoted expansion gave.
    mutating func appendSplitting(_ text: String) {
        var piece: [UInt8] = []
        lastSeparator = .none
        for byte in text.utf8 {
            let isWhite = whiteSeparators.contains(byte)
            guard isWhite || otherSeparators.contains(byte) else {
                piece.append(byte)
                continue
            }
            takePiece(&piece)
            if current != nil {
                end()
                lastSeparator = isWhite ? .white : .other
            } else if !isWhite {
                if lastSeparator != .white { fields.append(ExpandedField()) }
                lastSeparator = .other
            }
        }
        takePiece(&piece)
    }

    private mutating func takePiece(_ piece: inout [UInt8]) {
        guard !piece.isEmpty else { return }
        if current == nil { current = ExpandedField() }
        current?.append(piece, isQuoted: false)
        lastSeparator = .none
        piece = []
    }

    /// Ends the current field, if one has begun.
    mutating func end() {
        if let current { fields.append(current) }
        current = nil
    }
}
