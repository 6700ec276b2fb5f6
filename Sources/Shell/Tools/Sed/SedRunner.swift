/// Runs a script over one line after the other.
struct SedRunner: Sendable {
    let script: SedScript
    let isQuiet: Bool
    var end: UInt8 = .newline
    var lineNumber = 0
    var output: [UInt8] = []
    /// Lines that have been read ahead, for `n`, `N` and `$`.
    var input: [(text: [UInt8], isTerminated: Bool)] = []
    var nextLine = 0
    private(set) var quitStatus: Int32?
    /// A command asked for a line that has not come in yet.
    private(set) var wantsMore = false

    private var pattern: [UInt8] = []
    private var isTerminated = true
    private var holdSpace: [UInt8] = []
    private var hasSubstituted = false
    /// Where the open ranges end: a line number, or `nil` for an expression.
    private var openRanges: [Int: Int?] = [:]
    private var lastExpression: RegularExpression?
    private var appended: [[UInt8]] = []
    private var isLast = false

    static let stepsMax = 1_000_000

    init(script: SedScript, isQuiet: Bool) {
        self.script = script
        self.isQuiet = isQuiet
    }

    private enum Flow { case next, jump(Int), endCycle, restart, quit }

    mutating func run(
        _ line: [UInt8], isTerminated: Bool, isLast: Bool, _ context: inout ToolContext
    ) throws(ToolExit) {
        pattern = line
        self.isTerminated = isTerminated
        self.isLast = isLast
        wantsMore = false
        hasSubstituted = false
        lineNumber += 1
        var steps = Self.stepsMax
        var index = 0
        while index < script.commands.count {
            steps -= 1 + pattern.count / 256
            if steps <= 0 { throw context.fail("the script does not come to an end") }
            let command = script.commands[index]
            guard selects(command) != command.isNegated else {
                if case .blockStart(let end) = command.action { index = end } else { index += 1 }
                continue
            }
            switch try perform(command, &context) {
            case .next: index += 1
            case .jump(let target): index = target
            case .restart: index = 0
            case .endCycle: return finishCycle(prints: false)
            case .quit: return
            }
            if wantsMore { return }
        }
        finishCycle(prints: !isQuiet)
    }

    private mutating func finishCycle(prints: Bool) {
        if prints { emit(pattern) }
        for text in appended { output += text }
        appended = []
    }

    private mutating func emit(_ text: [UInt8]) {
        output += text
        if isTerminated { output.append(end) }
    }
}

// MARK: - Addresses

extension SedRunner {
    private mutating func selects(_ command: SedCommand) -> Bool {
        guard let from = command.from else { return true }
        guard let to = command.to, let range = command.rangeIndex else { return matches(from) }
        if let open = openRanges[range] {
            if let last = open {
                if lineNumber >= last { openRanges[range] = nil }
                return lineNumber <= last
            }
            if matches(to) { openRanges[range] = nil }
            return true
        }
        if case .zero = from {
            if lineNumber == 1, !matches(to) { openRanges[range] = .some(nil) }
            return lineNumber == 1
        }
        guard matches(from) else { return false }
        switch to {
        case .line(let last): if last > lineNumber { openRanges[range] = .some(last) }
        case .plus(let count): if count > 0 { openRanges[range] = .some(lineNumber + count) }
        case .last, .match, .step, .zero: if !(isLastAddress(to) && isLast) { openRanges[range] = .some(nil) }
        }
        return true
    }

    private func isLastAddress(_ address: SedAddress) -> Bool {
        if case .last = address { true } else { false }
    }

    private mutating func matches(_ address: SedAddress) -> Bool {
        switch address {
        case .line(let number): return lineNumber == number
        case .last: return isLast
        case .match(let expression):
            if let expression { lastExpression = expression }
            return (expression ?? lastExpression)?.matches(pattern) ?? false
        case .step(let first, let step):
            return step <= 0 ? lineNumber == first : lineNumber >= first && (lineNumber - first) % step == 0
        case .plus, .zero: return false
        }
    }
}

// MARK: - Commands

extension SedRunner {
    private mutating func perform(_ command: SedCommand, _ context: inout ToolContext) throws(ToolExit) -> Flow {
        switch command.action {
        case .blockStart, .blockEnd, .nothing: return .next
        case .substitute(let substitution): try substitute(substitution, &context)
        case .transliterate(let table):
            pattern = Array(
                String(
                    String(decoding: pattern, as: UTF8.self).unicodeScalars.map {
                        UnicodeScalar(table[$0.value] ?? $0.value) ?? $0
                    }
                ).utf8)
        case .print: emit(pattern)
        case .printFirstLine: emit(Array(pattern.prefix { $0 != .newline }))
        case .delete: return .endCycle
        case .deleteFirstLine:
            guard let lineEnd = pattern.firstIndex(of: .newline) else { return .endCycle }
            finishCycle(prints: false)
            pattern = Array(pattern[(lineEnd + 1)...])
            return .restart
        case .next:
            if nextLine >= input.count, !isLast { return stopForMore() }
            guard !isLast else {
                if !isQuiet { emit(pattern) }
                return .quit
            }
            finishCycle(prints: !isQuiet)
            readLine()
        case .appendNext:
            if nextLine >= input.count, !isLast { return stopForMore() }
            // GNU prints the pattern space when there is no next line.
            guard !isLast else {
                finishCycle(prints: !isQuiet)
                return .quit
            }
            let before = pattern
            readLine()
            pattern = before + [.newline] + pattern
        case .quit(let status):
            finishCycle(prints: !isQuiet)
            quitStatus = status
            return .quit
        case .quitSilently(let status):
            quitStatus = status
            return .quit
        case .append(let text): appended.append(Array(text.utf8))
        case .insert(let text): output += text.utf8
        case .change(let text): return change(text, command)
        case .lineNumber: output += "\(lineNumber)\n".utf8
        case .list: list()
        case .branch(let label): return jump(label)
        case .branchIfSubstituted(let label):
            if hasSubstituted {
                hasSubstituted = false
                return jump(label)
            }
        case .branchUnlessSubstituted(let label):
            if !hasSubstituted { return jump(label) }
            hasSubstituted = false
        case .readFile(let path):
            if case .success(let bytes) = try context.read(path) { appended.append(bytes) }
        case .writeFile(let path): try write(to: path, &context)
        case .hold, .holdAppend, .get, .getAppend, .exchange, .emptyPattern: moveSpaces(command.action)
        }
        return .next
    }

    private mutating func stopForMore() -> Flow {
        wantsMore = true
        return .quit
    }

    private mutating func readLine() {
        pattern = input[nextLine].text
        isTerminated = input[nextLine].isTerminated
        nextLine += 1
        lineNumber += 1
        isLast = nextLine == input.count
    }

    private mutating func moveSpaces(_ action: SedAction) {
        switch action {
        case .hold: holdSpace = pattern
        case .holdAppend: holdSpace += [.newline] + pattern
        case .get: pattern = holdSpace
        case .getAppend: pattern += [.newline] + holdSpace
        case .exchange: swap(&pattern, &holdSpace)
        case .emptyPattern: pattern = []
        default: return
        }
    }

    /// A changed range is replaced as a whole, at its last line.
    private mutating func change(_ text: String, _ command: SedCommand) -> Flow {
        let isInside = command.rangeIndex.map { openRanges[$0] != nil } ?? false
        if !isInside || command.isNegated { output += text.utf8 }
        return .endCycle
    }

    private func jump(_ label: String) -> Flow {
        .jump(label.isEmpty ? script.commands.count : script.labels[label] ?? script.commands.count)
    }

    private mutating func write(to path: String, _ context: inout ToolContext) throws(ToolExit) {
        if path == "/dev/stdout" {
            emit(pattern)
        } else if let error = context.write(pattern + [.newline], toFile: path, append: true) {
            throw context.fail("couldn't open file \(path): \(error.reason)", status: 4)
        }
    }

    private mutating func list() {
        var text = ""
        for byte in pattern {
            switch byte {
            case .backslash: text += "\\\\"
            case .newline: text += "\\n"
            case .tab: text += "\\t"
            case 32..<127: text.unicodeScalars.append(UnicodeScalar(byte))
            default: text += "\\" + Padding.left(String(byte, radix: 8), to: 3, with: "0")
            }
        }
        output += (text + "$\n").utf8
    }
}

// MARK: - s

extension SedRunner {
    private mutating func substitute(_ substitution: SedSubstitution, _ context: inout ToolContext) throws(ToolExit) {
        if let expression = substitution.expression { lastExpression = expression }
        guard let expression = lastExpression else { throw context.fail("no previous regular expression") }
        var result: [UInt8] = []
        var position = 0
        var count = 0
        for match in expression.allMatches(in: pattern) {
            count += 1
            if count < substitution.number { continue }
            result += pattern[position..<match.range.lowerBound]
            result += Self.replacement(substitution.replacement, match, pattern)
            position = match.range.upperBound
            if !substitution.isGlobal { break }
        }
        guard count >= substitution.number else { return }
        pattern = result + pattern[position...]
        hasSubstituted = true
        if substitution.prints { emit(pattern) }
        if let file = substitution.file { try write(to: file, &context) }
    }

    private static func replacement(
        _ pieces: [SedSubstitution.Piece], _ match: RegularExpression.Match, _ text: [UInt8]
    ) -> [UInt8] {
        var result: [UInt8] = []
        var lasting: UInt8?
        var once: UInt8?
        for piece in pieces {
            let bytes: [UInt8]
            switch piece {
            case .text(let plain): bytes = plain
            case .group(let index):
                bytes = index < match.groups.count ? match.groups[index].map { Array(text[$0]) } ?? [] : []
            case .caseChange(let letter):
                switch UnicodeScalar(letter) {
                case "U", "L": lasting = letter
                case "E": lasting = nil
                default: once = letter
                }
                continue
            }
            guard lasting != nil || once != nil, !bytes.isEmpty else {
                result += bytes
                continue
            }
            var changed = String(decoding: bytes, as: UTF8.self)
            if let lasting { changed = lasting == UInt8(ascii: "U") ? changed.uppercased() : changed.lowercased() }
            if let first = once {
                let head = String(changed.prefix(1))
                changed = (first == UInt8(ascii: "u") ? head.uppercased() : head.lowercased()) + changed.dropFirst()
                once = nil
            }
            result += changed.utf8
        }
        return result
    }
}
