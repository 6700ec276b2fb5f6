extension Tool {
    /// `sort [-bcdfghMnrRsuVz] [-k from[,to]] [-t character] [-o file] [file...]`
    static let sort = Tool.batch(usageStatus: 2) { context throws(ToolExit) in
        let options = try ToolOptions(
            context.arguments, letters: "bcCdfghiMnrRsuVzk:t:o:S:T:",
            long: [
                "numeric-sort": "n", "reverse": "r", "key": "k", "field-separator": "t", "unique": "u",
                "human-numeric-sort": "h", "version-sort": "V", "ignore-case": "f", "ignore-leading-blanks": "b",
                "output": "o", "stable": "s", "check": "c", "general-numeric-sort": "g", "dictionary-order": "d",
                "month-sort": "M", "zero-terminated": "z",
            ], context: &context)
        let order = try SortOrder(options, &context)
        let end: UInt8 = options.has("z") ? 0 : .newline
        let (inputs, failed) = try context.readAll(options.operands, .cannotRead)
        if failed { throw .status(2) }
        var lines = inputs.flatMap { input in
            var lines = input.bytes.split(separator: end, omittingEmptySubsequences: false)
            if lines.last?.isEmpty == true { lines.removeLast() }
            return lines
        }.map { SortLine(text: $0, keys: order.keys(of: $0)) }
        if options.has("c") || options.has("C") { return try check(lines, order, options, &context) }
        lines = stableSorted(lines) { order.precedes($0, $1) }
        if order.isUnique { lines = unique(lines, order) }
        var output: [UInt8] = []
        for line in lines {
            output += line.text
            output.append(end)
        }
        guard let path = options.value("o") else {
            try context.write(output)
            return 0
        }
        if let error = context.write(output, toFile: path) {
            throw context.fail("open failed: \(path): \(error.reason)", status: 2)
        }
        return 0
    }

    private static func check(
        _ lines: [SortLine], _ order: SortOrder, _ options: ToolOptions, _ context: inout ToolContext
    ) throws(ToolExit) -> Int32 {
        for index in lines.indices.dropFirst() where order.precedes(lines[index], lines[index - 1]) {
            if options.has("c") {
                context.complain(
                    "\(options.operands.first ?? "-"):\(index + 1): disorder: \(String(decoding: lines[index].text, as: UTF8.self))"
                )
            }
            return 1
        }
        return 0
    }

    private static func unique(_ lines: [SortLine], _ order: SortOrder) -> [SortLine] {
        var kept: [SortLine] = []
        for line in lines where kept.last.map({ order.compareKeys($0, line) != 0 }) ?? true { kept.append(line) }
        return kept
    }

    /// Swift's `sort` keeps the order of equal elements, but does not promise it.
    private static func stableSorted(_ lines: [SortLine], by precedes: (SortLine, SortLine) -> Bool) -> [SortLine] {
        lines.enumerated().sorted { left, right in
            if precedes(left.element, right.element) { return true }
            if precedes(right.element, left.element) { return false }
            return left.offset < right.offset
        }.map(\.element)
    }
}

private struct SortLine {
    let text: ArraySlice<UInt8>
    let keys: [ArraySlice<UInt8>]
}

/// How lines are compared: keys first, then whole lines.
private struct SortOrder {
    private var fields: [SortKey] = []
    private let separator: UInt8?
    let isUnique: Bool
    private let isStable: Bool
    private let reverses: Bool

    init(_ options: ToolOptions, _ context: inout ToolContext) throws(ToolExit) {
        let global = String(options.given.map(\.name).filter { "bdfghMnrVi".contains($0) })
        if let text = options.value("t") {
            let bytes = Array(text.utf8)
            if text == "\\0" {
                separator = 0
            } else {
                guard bytes.count == 1 else {
                    throw context.fail(
                        bytes.isEmpty ? "empty tab" : "multi-character tab \u{2018}\(text)\u{2019}", status: 2)
                }
                separator = bytes[0]
            }
        } else {
            separator = nil
        }
        for text in options.values("k") {
            guard let key = SortKey(text, global: global) else {
                throw context.fail(
                    text.hasPrefix("0")
                        ? "field number is zero: invalid field specification \u{2018}\(text)\u{2019}"
                        : "invalid number at field start: invalid count at start of \u{2018}\(text)\u{2019}", status: 2)
            }
            fields.append(key)
        }
        if fields.isEmpty { fields = [SortKey(global: global)] }
        isUnique = options.has("u")
        isStable = options.has("s")
        reverses = options.has("r")
    }

    func keys(of line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        fields.map { $0.part(of: line, separator: separator) }
    }

    func compareKeys(_ left: SortLine, _ right: SortLine) -> Int {
        for (index, field) in fields.enumerated() {
            let result = field.compare(left.keys[index], right.keys[index])
            if result != 0 { return result }
        }
        return 0
    }

    func precedes(_ left: SortLine, _ right: SortLine) -> Bool {
        let result = compareKeys(left, right)
        if result != 0 || isUnique || isStable { return result < 0 }
        let whole = SortKey.bytes(left.text, right.text)
        return reverses ? whole > 0 : whole < 0
    }
}

/// `-k 2,3n` and the letters that say how the key is compared.
private struct SortKey {
    private var startField = 1
    private var startCharacter = 1
    private var endField: Int?
    private var endCharacter: Int?
    private let letters: String

    init(global: String) {
        letters = global
    }

    init?(_ text: String, global: String) {
        let parts = text.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
        guard let start = Self.place(parts[0]), start.field > 0 else { return nil }
        (startField, startCharacter) = (start.field, max(1, start.character ?? 1))
        var own = start.letters
        if parts.count > 1 {
            guard let end = Self.place(parts[1]), end.field > 0 else { return nil }
            (endField, endCharacter) = (end.field, end.character)
            own += end.letters
        }
        letters = own.isEmpty ? global : own
    }

    private static func place(_ text: Substring) -> (field: Int, character: Int?, letters: String)? {
        let number = text.prefix { $0.isNumber }
        guard let field = Int(number) else { return nil }
        var rest = text.dropFirst(number.count)
        var character: Int?
        if rest.first == "." {
            let digits = rest.dropFirst().prefix { $0.isNumber }
            character = Int(digits)
            rest = rest.dropFirst(digits.count + 1)
        }
        return (field, character, String(rest))
    }

    func part(of line: ArraySlice<UInt8>, separator: UInt8?) -> ArraySlice<UInt8> {
        let fields = Self.fields(of: line, separator: separator)
        guard startField <= fields.count else { return [] }
        var start = fields[startField - 1].lowerBound
        if letters.contains("b") { while start < line.endIndex, line[start].isBlank { start += 1 } }
        start = min(line.endIndex, start + startCharacter - 1)
        var end = line.endIndex
        if let endField, endField <= fields.count {
            end = fields[endField - 1].upperBound
            if let endCharacter, endCharacter > 0 {
                end = min(end, fields[endField - 1].lowerBound + endCharacter)
            }
        }
        return start < end ? line[start..<end] : []
    }

    /// Without a separator a field begins with the blanks before it.
    private static func fields(of line: ArraySlice<UInt8>, separator: UInt8?) -> [Range<Int>] {
        var fields: [Range<Int>] = []
        var start = line.startIndex
        if let separator {
            for (index, byte) in zip(line.indices, line) where byte == separator {
                fields.append(start..<index)
                start = index + 1
            }
            return fields + [start..<line.endIndex]
        }
        var isInField = false
        for (index, byte) in zip(line.indices, line) {
            if byte.isBlank {
                if isInField {
                    fields.append(start..<index)
                    start = index
                    isInField = false
                }
            } else {
                isInField = true
            }
        }
        return fields + [start..<line.endIndex]
    }

    func compare(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Int {
        let result = plainCompare(left, right)
        return letters.contains("r") ? -result : result
    }

    private func plainCompare(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Int {
        if letters.contains("n") { return Self.numbers(left, right) }
        if letters.contains("h") { return Self.humanNumbers(left, right) }
        if letters.contains("g") {
            return Self.order(NumberText.leading(Array(left)), NumberText.leading(Array(right)))
        }
        if letters.contains("V") { return VersionOrder.compare(left, right) }
        if letters.contains("M") { return Self.order(Self.month(left), Self.month(right)) }
        var (left, right) = (left, right)
        if letters.contains("d") {
            left = left.filter { $0.isBlank || $0.isLetter || $0.isDigit }[...]
            right = right.filter { $0.isBlank || $0.isLetter || $0.isDigit }[...]
        }
        if letters.contains("f") {
            left = left.map { $0.isLower ? $0 - 0x20 : $0 }[...]
            right = right.map { $0.isLower ? $0 - 0x20 : $0 }[...]
        }
        return Self.bytes(left, right)
    }

    static func bytes(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Int {
        if left.lexicographicallyPrecedes(right) { return -1 }
        return left.elementsEqual(right) ? 0 : 1
    }

    private static func order<Value: Comparable>(_ left: Value, _ right: Value) -> Int {
        left < right ? -1 : left == right ? 0 : 1
    }

    private static func numbers(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Int {
        order(plainNumber(left), plainNumber(right))
    }

    /// `-n` knows no exponents.
    private static func plainNumber(_ text: ArraySlice<UInt8>) -> Double {
        let digits = text.drop { $0.isBlank }.prefix { $0.isDigit || $0 == .dot || $0 == .minus }
        return NumberText.leading(Array(digits))
    }

    private static func humanNumbers(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Int {
        let (first, second) = (human(left), human(right))
        return first.magnitude != second.magnitude
            ? order(first.magnitude, second.magnitude) : order(first.value, second.value)
    }

    private static func human(_ text: ArraySlice<UInt8>) -> (magnitude: Int, value: Double) {
        let trimmed = text.drop { $0.isBlank }
        let digits = trimmed.prefix { $0.isDigit || $0 == .dot || $0 == .minus }
        let value = NumberText.leading(Array(digits))
        let suffixes = Array("KMGTPEZY".utf8)
        var letter = trimmed.dropFirst(digits.count).first ?? 0
        if letter == UInt8(ascii: "k") { letter = UInt8(ascii: "K") }
        let magnitude = suffixes.firstIndex(of: letter).map { $0 + 1 } ?? 0
        return (value < 0 ? -magnitude : value == 0 ? 0 : magnitude, value)
    }

    private static func month(_ text: ArraySlice<UInt8>) -> Int {
        let name = String(decoding: text.drop { $0.isBlank }.prefix(3), as: UTF8.self).uppercased()
        return (DateText.months.firstIndex { $0.uppercased() == name } ?? -1) + 1
    }
}

/// The order of version numbers: runs of digits count as numbers.
enum VersionOrder {
    static func compare(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Int {
        var (left, right) = (left, right)
        while !left.isEmpty || !right.isEmpty {
            let first = left.prefix { !$0.isDigit }
            let second = right.prefix { !$0.isDigit }
            if !first.elementsEqual(second) { return first.lexicographicallyPrecedes(second) ? -1 : 1 }
            left = left.dropFirst(first.count)
            right = right.dropFirst(second.count)
            let firstDigits = left.prefix { $0.isDigit }
            let secondDigits = right.prefix { $0.isDigit }
            let result = digits(firstDigits, secondDigits)
            if result != 0 { return result }
            left = left.dropFirst(firstDigits.count)
            right = right.dropFirst(secondDigits.count)
        }
        return 0
    }

    private static func digits(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Int {
        let first = left.drop { $0 == .zero }
        let second = right.drop { $0 == .zero }
        if first.count != second.count { return first.count < second.count ? -1 : 1 }
        if first.elementsEqual(second) { return 0 }
        return first.lexicographicallyPrecedes(second) ? -1 : 1
    }
}
