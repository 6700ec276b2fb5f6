extension Builtin {
    /// `read [-r] [-p prompt] [-d end] [-n count] [-a array] [-t seconds] [-s] [-u fd] [name...]`
    static let read = Builtin { shell, call throws(ShellMessage.Failure) in
        let options = try ReadOptions(call.arguments)
        if call.attempt.count == 0, let prompt = options.prompt, shell.isInteractiveInput {
            call.print(prompt, to: .standardError)
        }
        let (bytes, isEnd): (ArraySlice<UInt8>, Bool)
        switch shell.peekInput(options.descriptor) {
        case .rest(let rest): (bytes, isEnd) = (rest, true)
        case .some(let part): (bytes, isEnd) = (part, false)
        }
        var line = ReadLine(options: options)
        line.scan(bytes)
        if !line.isComplete, !isEnd {
            if let timeout = options.timeout {
                let until = call.attempt.startedAt + timeout
                if call.seconds + 0.000_01 >= until { return .status(142) }
                return .blocked(.sleeping(until: until))
            }
            return .blocked(shell.waitForInput(beyond: bytes.count, options.descriptor))
        }
        shell.consume(line.consumed, options.descriptor)
        try shell.assign(line.characters, options: options)
        return .status(line.isComplete ? 0 : 1)
    }

    /// `mapfile [-t] [name]`: the lines of standard input as an array.
    static let mapFile = Builtin { shell, call throws(ShellMessage.Failure) in
        guard case .rest(let bytes) = shell.peekInput() else { return .blocked(shell.waitForAllInput()) }
        shell.consume(bytes.count)
        let keepsEnds = !call.arguments.contains("-t")
        let name = call.arguments.last { !$0.hasPrefix("-") } ?? "MAPFILE"
        var elements: [Int: String] = [:]
        for (index, line) in bytes.lines.enumerated() {
            elements[index] = String(decoding: keepsEnds ? line + [.newline] : line, as: UTF8.self)
        }
        shell.process.environment[name] = Variable(.array(elements))
        return .status(0)
    }
}

extension ArraySlice<UInt8> {
    /// The lines without their ends; a last line without an end counts.
    var lines: [ArraySlice<UInt8>] {
        var lines = split(separator: .newline, omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }
}

private struct ReadOptions {
    var keepsBackslashes = false
    var prompt: String?
    var delimiter = UInt8.newline
    var count: Int?
    var array: String?
    var timeout: Double?
    var descriptor = 0
    var names: [String] = []

    init(_ words: [String]) throws(ShellMessage.Failure) {
        var index = 0
        while index < words.count, words[index].hasPrefix("-"), words[index].count > 1 {
            let word = words[index]
            index += 1
            if word == "--" { break }
            var letters = Array(word.dropFirst())
            while !letters.isEmpty {
                let letter = letters.removeFirst()
                if "res".contains(letter) {
                    if letter == "r" { keepsBackslashes = true }
                    continue
                }
                guard "pdnNatui".contains(letter) else {
                    throw .init(
                        .invalidOption(
                            command: "read", "-\(letter)",
                            usage:
                                "read [-ers] [-a array] [-d delim] [-i text] [-n nchars] [-N nchars] [-p prompt] [-t timeout] [-u fd] [name ...]"
                        ))
                }
                var value = String(letters)
                letters = []
                if value.isEmpty {
                    guard index < words.count else {
                        throw .init(.builtin(command: "read", "-\(letter): option requires an argument"))
                    }
                    value = words[index]
                    index += 1
                }
                set(letter, value)
            }
        }
        names = Array(words[index...])
        for name in names where !name.isShellName { throw .init(.notIdentifier(command: "read", name)) }
    }

    private mutating func set(_ letter: Character, _ value: String) {
        switch letter {
        case "p": prompt = value
        case "d": delimiter = value.utf8.first ?? 0
        case "n", "N": count = Int(value)
        case "a": array = value
        case "t": timeout = Double(value)
        case "u": descriptor = Int(value) ?? 0
        default: break
        }
    }
}

/// One line as `read` takes it: characters, and whether a backslash protects them from splitting.
private struct ReadLine {
    let options: ReadOptions
    private(set) var characters: [(byte: UInt8, isEscaped: Bool)] = []
    private(set) var consumed = 0
    private(set) var isComplete = false

    init(options: ReadOptions) {
        self.options = options
    }

    mutating func scan(_ bytes: ArraySlice<UInt8>) {
        var isEscaped = false
        for byte in bytes {
            consumed += 1
            if isEscaped {
                isEscaped = false
                if byte != .newline { characters.append((byte, true)) }
            } else if byte == .backslash, !options.keepsBackslashes {
                isEscaped = true
            } else if byte == options.delimiter {
                isComplete = true
                return
            } else {
                characters.append((byte, false))
            }
            if let count = options.count, characters.count >= count {
                isComplete = true
                return
            }
        }
    }
}

extension Shell {
    fileprivate var isInteractiveInput: Bool { process.descriptors[0] == .terminalInput && configuration.hasInput }

    fileprivate mutating func assign(
        _ characters: [(byte: UInt8, isEscaped: Bool)], options: ReadOptions
    ) throws(ShellMessage.Failure) {
        if let array = options.array {
            let fields = fields(of: characters, max: nil)
            process.environment[array] = Variable(
                .array(Dictionary(uniqueKeysWithValues: fields.enumerated().map { ($0.offset, $0.element) })))
            return
        }
        if options.names.isEmpty {
            process.environment.set("REPLY", to: String(decoding: characters.map(\.byte), as: UTF8.self))
            return
        }
        let fields = fields(of: characters, max: options.names.count)
        for (index, name) in options.names.enumerated() {
            do throws(ExpansionFailure) {
                try process.environment.assign(name, index < fields.count ? fields[index] : "")
            } catch {
                if case .message(let message) = error { throw .init(message) }
            }
        }
    }

    /// Splits at the characters of IFS; the last field takes what is left.
    private func fields(of characters: [(byte: UInt8, isEscaped: Bool)], max: Int?) -> [String] {
        let separators = Array(process.environment.separators.utf8)
        func isSeparator(_ index: Int) -> Bool {
            !characters[index].isEscaped && separators.contains(characters[index].byte)
        }
        func isWhite(_ index: Int) -> Bool { isSeparator(index) && characters[index].byte.isSpace }
        var start = 0
        var end = characters.count
        while start < end, isWhite(start) { start += 1 }
        while end > start, isWhite(end - 1) { end -= 1 }
        var fields: [String] = []
        while start < end {
            if let max, fields.count == max - 1 {
                // One separator behind a single last field goes too.
                if isSeparator(end - 1), !(start..<end - 1).contains(where: isSeparator) { end -= 1 }
                fields.append(String(decoding: characters[start..<end].map(\.byte), as: UTF8.self))
                return fields
            }
            var stop = start
            while stop < end, !isSeparator(stop) { stop += 1 }
            fields.append(String(decoding: characters[start..<stop].map(\.byte), as: UTF8.self))
            start = stop
            while start < end, isWhite(start) { start += 1 }
            if start < end, isSeparator(start), !isWhite(start) {
                start += 1
                while start < end, isWhite(start) { start += 1 }
            }
        }
        return fields
    }
}
