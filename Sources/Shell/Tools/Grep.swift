extension Tool {
    /// `grep [-EFGivncolLqsrRwxhH] [-A n] [-B n] [-C n] [-m n] [-e pattern] pattern [file...]`
    static let grep = Tool.streaming(usageStatus: 2, usage: "Usage: grep [OPTION]... PATTERNS [FILE]...") {
        context throws(ToolExit) in
        let options = try ToolOptions(
            context.arguments, letters: "EFGPiyvncolLqsrRwxhHabzA:B:C:m:e:f:", long: GrepOptions.longNames,
            digits: false,
            context: &context)
        return try Grep(GrepOptions(options, &context), options: options, context: &context)
    }
}

struct GrepOptions {
    static let longNames: [String: Character] = [
        "extended-regexp": "E", "fixed-strings": "F", "basic-regexp": "G", "perl-regexp": "P", "ignore-case": "i",
        "invert-match": "v", "line-number": "n", "count": "c", "only-matching": "o", "files-with-matches": "l",
        "files-without-match": "L", "quiet": "q", "silent": "q", "no-messages": "s", "recursive": "r",
        "word-regexp": "w", "line-regexp": "x", "no-filename": "h", "with-filename": "H", "after-context": "A",
        "before-context": "B", "context": "C", "max-count": "m", "regexp": "e", "file": "f", "text": "a",
        "color": "b", "colour": "b", "line-buffered": "b",
    ]

    var inverts: Bool
    var numbers: Bool
    var counts: Bool
    var onlyMatching: Bool
    var lists: Character?
    var isQuiet: Bool
    var isSilent: Bool
    var recursive: Bool
    var before = 0
    var after = 0
    var max: Int?
    var matcher: GrepMatcher

    init(_ options: ToolOptions, _ context: inout ToolContext) throws(ToolExit) {
        inverts = options.has("v")
        numbers = options.has("n")
        counts = options.has("c")
        onlyMatching = options.has("o")
        lists = options.last(of: "lL")
        isQuiet = options.has("q")
        isSilent = options.has("s")
        recursive = options.has("r") || options.has("R")
        matcher = try GrepMatcher(options, &context)
        if let text = options.value("C") {
            (before, after) = (try Self.count(text, &context), try Self.count(text, &context))
        }
        if let text = options.value("A") { after = try Self.count(text, &context) }
        if let text = options.value("B") { before = try Self.count(text, &context) }
        if let text = options.value("m") {
            guard let value = Int(text) else {
                context.complain("invalid max count")
                throw .status(2)
            }
            max = value < 0 ? nil : value
        }
    }

    private static func count(_ text: String, _ context: inout ToolContext) throws(ToolExit) -> Int {
        guard let value = Int(text), value >= 0 else {
            context.complain("\(text): invalid context length argument")
            throw .status(2)
        }
        return value
    }
}

/// The patterns of one call, ready to be asked about lines.
struct GrepMatcher {
    private var expressions: [RegularExpression] = []
    private let wholeWords: Bool
    private let wholeLines: Bool
    /// The first operand was the pattern.
    private(set) var tookOperand = false

    init(_ options: ToolOptions, _ context: inout ToolContext) throws(ToolExit) {
        wholeWords = options.has("w")
        wholeLines = options.has("x")
        var patterns = options.values("e").flatMap {
            $0.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        }
        for path in options.values("f") {
            switch try context.read(path) {
            case .success(let bytes): patterns += bytes[...].lines.map { String(decoding: $0, as: UTF8.self) }
            case .failure(let error):
                context.complain("\(path): \(error.reason)")
                throw .status(2)
            }
        }
        if options.values("e").isEmpty, options.values("f").isEmpty {
            guard let operand = options.operands.first else {
                throw .usage("")
            }
            tookOperand = true
            patterns = operand.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        }
        let kind =
            options.last(of: "EFGP")
            ?? (context.name.hasSuffix("egrep") ? "E" : context.name.hasSuffix("fgrep") ? "F" : "G")
        for pattern in patterns { expressions.append(try Self.compile(pattern, kind: kind, options, &context)) }
    }

    private static func compile(
        _ pattern: String, kind: Character, _ options: ToolOptions, _ context: inout ToolContext
    ) throws(ToolExit) -> RegularExpression {
        let source = kind == "F" ? RegularExpression.escaped(pattern) : pattern
        let syntax: RegularExpression.Syntax = kind == "P" ? .programming : kind == "G" ? .basic : .extended
        do throws(RegularExpression.SyntaxError) {
            return try RegularExpression(
                source, syntax: syntax, options: .init(ignoresCase: options.has("i") || options.has("y")))
        } catch {
            context.complain(source == "[" ? "Invalid regular expression" : error.text)
            throw .status(2)
        }
    }

    /// The ranges that match in a line, from left to right.
    func matches(in line: [UInt8], onlyFirst: Bool) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var position = 0
        while position <= line.count {
            let candidates = expressions.compactMap { best($0, line, from: position) }
            guard let range = candidates.min(by: { ($0.lowerBound, -$0.upperBound) < ($1.lowerBound, -$1.upperBound) })
            else { break }
            found.append(range)
            if onlyFirst { break }
            position = range.isEmpty ? range.upperBound + 1 : range.upperBound
        }
        return found
    }

    private func best(_ expression: RegularExpression, _ line: [UInt8], from start: Int) -> Range<Int>? {
        var position = start
        while position <= line.count, let range = expression.firstMatch(in: line, from: position)?.range {
            if wholeLines {
                return range == 0..<line.count ? range : nil
            }
            if !wholeWords || isWord(range, line) { return range }
            position = range.lowerBound + 1
        }
        return nil
    }

    private func isWord(_ range: Range<Int>, _ line: [UInt8]) -> Bool {
        let before = range.lowerBound > 0 && line[range.lowerBound - 1].continuesName
        let after = range.upperBound < line.count && line[range.upperBound].continuesName
        return !before && !after
    }
}

private struct Grep: StreamingTool {
    let options: GrepOptions
    var operands: [String]
    let showsNames: Bool
    /// `nil` before the first file.
    var file: GrepFile?
    var found = false
    var failed = false
    var pending: [UInt8] = []

    init(_ own: GrepOptions, options: ToolOptions, context: inout ToolContext) throws(ToolExit) {
        self.options = own
        var operands = own.matcher.tookOperand ? Array(options.operands.dropFirst()) : options.operands
        let namesAll = operands.count > 1
        var hasFolder = false
        if own.recursive {
            if operands.isEmpty { operands = ["."] }
            hasFolder = operands.contains { context.status(of: $0)?.isDirectory == true }
            operands = operands.flatMap {
                Self.files(
                    below: $0, context, depth: 0,
                    isImplicit: options.operands.count == (own.matcher.tookOperand ? 1 : 0))
            }
        }
        if operands.isEmpty, !own.recursive { operands = ["-"] }
        self.operands = operands
        showsNames = options.last(of: "hH").map { $0 == "H" } ?? (namesAll || hasFolder)
    }

    private static func files(below path: String, _ context: ToolContext, depth: Int, isImplicit: Bool) -> [String] {
        guard depth < 100, context.status(of: path)?.isDirectory == true, case .success(let names) = context.list(path)
        else {
            return [path]
        }
        return names.flatMap { name in
            files(
                below: isImplicit && depth == 0 && path == "." ? name : PathName.join(path, name), context,
                depth: depth + 1, isImplicit: false)
        }
    }

    mutating func advance(_ context: inout ToolContext) throws(ToolExit) -> ToolProgress {
        while let operand = operands.first {
            if operand == "-" {
                if try !readInput(&context) { return .needsInput }
            } else {
                try readFile(operand, &context)
            }
            if found, options.isQuiet { return .finished(0) }
            operands.removeFirst()
            file = nil
        }
        return .finished(failed ? 2 : found ? 0 : 1)
    }

    /// Handles the lines that have come in; false when more may come.
    private mutating func readInput(_ context: inout ToolContext) throws(ToolExit) -> Bool {
        if file == nil { file = GrepFile(name: showsNames ? "(standard input)" : nil, listedName: "(standard input)") }
        pending += context.input.dropFirst(context.inputUsed)
        context.inputUsed = context.input.count
        let end = context.isInputComplete ? pending.count : (pending.lastIndex(of: .newline).map { $0 + 1 } ?? 0)
        let isDone = try handle(pending[..<end], &context)
        pending.removeFirst(end)
        guard context.isInputComplete || isDone else { return false }
        try finishFile(&context)
        return true
    }

    private mutating func readFile(_ operand: String, _ context: inout ToolContext) throws(ToolExit) {
        switch try context.read(operand) {
        case .success(let bytes):
            file = GrepFile(name: showsNames ? operand : nil, listedName: operand)
            _ = try handle(bytes[...], &context)
            try finishFile(&context)
        case .failure(let error):
            failed = true
            if !options.isSilent { context.complain("\(operand): \(error.reason)") }
        }
    }

    /// True when no more lines are wanted.
    private mutating func handle(_ bytes: ArraySlice<UInt8>, _ context: inout ToolContext) throws(ToolExit) -> Bool {
        guard var file else { return true }
        for line in bytes.lines {
            if let max = options.max, file.count >= max, file.afterLeft == 0 { break }
            try file.handle(Array(line), options, &context)
            if file.count > 0, options.isQuiet || options.lists != nil { break }
        }
        self.file = file
        if file.count > 0 { found = true }
        let hasEnough = options.max.map { file.count >= $0 && file.afterLeft == 0 } ?? false
        return hasEnough || (file.count > 0 && (options.isQuiet || options.lists != nil))
    }

    private mutating func finishFile(_ context: inout ToolContext) throws(ToolExit) {
        guard let file, !options.isQuiet else { return }
        if let lists = options.lists {
            let isListed = (lists == "l") == (file.count > 0)
            if isListed { try context.printLine(file.listedName) }
            if lists == "L" { found = isListed || found }
        } else if options.counts {
            try context.printLine((file.name.map { "\($0):" } ?? "") + String(file.count))
        }
    }
}

/// The state of one file: numbers, and the lines around a match.
private struct GrepFile {
    let name: String?
    let listedName: String
    var number = 0
    var count = 0
    var afterLeft = 0
    var lastPrinted = 0
    var waiting: [(number: Int, line: [UInt8])] = []

    init(name: String?, listedName: String) {
        self.name = name
        self.listedName = listedName
    }

    mutating func handle(_ line: [UInt8], _ options: GrepOptions, _ context: inout ToolContext) throws(ToolExit) {
        number += 1
        let isOpen = options.max.map { count < $0 } ?? true
        let ranges =
            isOpen ? options.matcher.matches(in: line, onlyFirst: !options.onlyMatching || options.inverts) : []
        let isHit = isOpen && ranges.isEmpty == options.inverts
        let isSilent = options.isQuiet || options.counts || options.lists != nil
        guard isHit else {
            if isSilent || options.onlyMatching { return }
            if afterLeft > 0 {
                afterLeft -= 1
                try emit(number, line, "-", options, &context)
            } else if options.before > 0 {
                waiting.append((number, line))
                if waiting.count > options.before { waiting.removeFirst() }
            }
            return
        }
        count += 1
        if isSilent { return }
        if options.onlyMatching {
            for range in ranges where !range.isEmpty && !options.inverts {
                try emit(number, Array(line[range]), ":", options, &context)
            }
            return
        }
        let first = waiting.first?.number ?? number
        if options.before + options.after > 0, lastPrinted > 0, first > lastPrinted + 1 { try context.printLine("--") }
        for (number, line) in waiting { try emit(number, line, "-", options, &context) }
        waiting = []
        try emit(number, line, ":", options, &context)
        afterLeft = options.after
    }

    private mutating func emit(
        _ number: Int, _ line: [UInt8], _ separator: String, _ options: GrepOptions, _ context: inout ToolContext
    ) throws(ToolExit) {
        var head = name.map { $0 + separator } ?? ""
        if options.numbers { head += "\(number)\(separator)" }
        try context.write(Array(head.utf8) + line + [.newline])
        lastPrinted = number
    }
}
