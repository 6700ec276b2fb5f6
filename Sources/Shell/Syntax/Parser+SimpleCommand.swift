extension Parser {
    /// Builtins whose arguments may be assignments.
    static let declaringCommands: Set<String> = ["declare", "typeset", "local", "export", "readonly"]

    mutating func simpleCommand() throws(ParseFailure) -> SimpleCommand {
        var command = SimpleCommand()
        let start = position
        while true {
            try skipBlanks()
            if let redirect = try redirect() {
                command.redirects.append(redirect)
            } else if command.words.isEmpty, let assignment = try assignment() {
                command.assignments.append(assignment)
                try skipBlanks()
                try replaceAlias()
            } else if let word = try argument(of: command) {
                command.words.append(word)
            } else {
                break
            }
        }
        if position == start { throw unexpected() }
        if position < source.count, source[position] == .openParenthesis { throw unexpected() }
        return command
    }

    private mutating func argument(of command: SimpleCommand) throws(ParseFailure) -> Word? {
        guard var word = try word() else { return nil }
        let mayDeclare = command.words.first?.plainText.map(Self.declaringCommands.contains) ?? false
        if mayDeclare, position < source.count, source[position] == .openParenthesis,
            let text = word.plainText, text.hasSuffix("=")
        {
            word.parts.append(.array(try arrayElements()))
        }
        return word
    }

    /// `name=value` at the current place; nothing is taken when there is none.
    private mutating func assignment() throws(ParseFailure) -> Assignment? {
        guard let first = peek(0), first.startsName else { return nil }
        let start = position
        var end = position
        while end < source.count, source[end].continuesName { end += 1 }
        guard end < source.count else { return nil }
        let name = String(decoding: source[start..<end], as: UTF8.self)
        var index: Word?
        if source[end] == .openBracket {
            position = end
            guard let text = try balancedText(opening: 1, closing: "]"), position < source.count,
                source[position] == .equals || (source[position] == .plus && peek(1) == .equals)
            else {
                position = start
                return nil
            }
            index = try quotedWord(text)
            end = position
        }
        let isAppending = source[end] == .plus && end + 1 < source.count && source[end + 1] == .equals
        guard isAppending || source[end] == .equals else {
            position = start
            return nil
        }
        position = end + (isAppending ? 2 : 1)
        let value = try assignedValue()
        return Assignment(name: name, index: index, isAppending: isAppending, value: value)
    }

    private mutating func assignedValue() throws(ParseFailure) -> Assignment.Value {
        if position < source.count, source[position] == .openParenthesis {
            return .array(try arrayElements())
        }
        return .scalar(try word() ?? Word())
    }

    /// `(a b [3]=c)`
    private mutating func arrayElements() throws(ParseFailure) -> [ArrayElement] {
        position += 1
        var elements: [ArrayElement] = []
        while true {
            try skipNewlines()
            guard position < source.count else { throw .incomplete(.array) }
            if source[position] == .closeParenthesis {
                position += 1
                return elements
            }
            let start = position
            var index: Word?
            if source[position] == .openBracket, let text = try balancedText(opening: 1, closing: "]") {
                if position < source.count, source[position] == .equals {
                    position += 1
                    index = try quotedWord(text)
                } else {
                    position = start
                }
            }
            let value = try word()
            guard value != nil || index != nil else { throw unexpected() }
            elements.append(ArrayElement(index: index, value: value ?? Word()))
        }
    }

    /// `2> file`, `<<EOF`, `&> file`; `nil` and nothing taken when none stands next.
    mutating func redirect() throws(ParseFailure) -> Redirect? {
        try skipBlanks()
        var offset = position
        while offset < source.count, source[offset].isDigit { offset += 1 }
        guard offset < source.count else { return nil }
        let isBoth = offset == position && (starts(with: "&>"))
        guard source[offset] == .less || source[offset] == .greater || isBoth else { return nil }
        let digits = source[position..<offset]
        let start = position
        position = offset
        if starts(with: "<(") || starts(with: ">(") {
            guard starts(with: "<("), digits.isEmpty else { throw .error(error(.unsupported(">("))) }
            position = start
            return nil
        }
        let descriptor = Int(String(decoding: digits, as: UTF8.self))
        let operatorPosition = position
        let (operation, stripsTabs) = redirectOperation()
        try skipBlanks()
        if operation == .hereDocument {
            let body = try hereDocumentTarget(at: operatorPosition, stripsTabs: stripsTabs)
            return Redirect(descriptor: descriptor, operation: operation, target: body)
        }
        let wordStart = position
        guard let target = try word() else { throw unexpected() }
        let text = String(decoding: source[min(wordStart, position)..<position], as: UTF8.self)
        return Redirect(descriptor: descriptor, operation: operation, target: target, source: text)
    }

    private mutating func redirectOperation() -> (Redirect.Operation, stripsTabs: Bool) {
        let table: [(StaticString, Redirect.Operation)] = [
            ("&>>", .outputAndError(append: true)), ("&>", .outputAndError(append: false)), ("<<<", .hereString),
            ("<<-", .hereDocument), ("<<", .hereDocument), ("<&", .duplicateInput), ("<>", .readWrite), ("<", .input),
            (">>", .append), (">&", .duplicateOutput), (">|", .overwrite),
        ]
        for (text, operation) in table where starts(with: text) {
            position += text.utf8CodeUnitCount
            return (operation, text.utf8CodeUnitCount == 3)
        }
        position += 1
        return (.output, false)
    }
}
