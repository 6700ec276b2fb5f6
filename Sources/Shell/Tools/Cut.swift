extension Tool {
    /// `cut -f list [-d character] [-s] [file...]`, `cut -c list`, `cut -b list`
    static let cut = Tool.streaming { context throws(ToolExit) in
        let options = try ToolOptions(
            context.arguments, letters: "b:c:f:d:snz",
            long: [
                "bytes": "b", "characters": "c", "fields": "f", "delimiter": "d", "only-delimited": "s",
                "complement": "!", "output-delimiter": "@",
            ], context: &context)
        return LineStream(try Cut(options, &context), operands: options.operands)
    }
}

private struct Cut: LineFilter {
    private let ranges: [ClosedRange<Int>]
    private let mode: Character
    private let delimiter: UInt8
    private let outputDelimiter: [UInt8]
    private let onlyDelimited: Bool
    private let complements: Bool

    init(_ options: ToolOptions, _ context: inout ToolContext) throws(ToolExit) {
        guard let mode = options.last(of: "bcf"), let list = options.value(mode) else {
            throw .usage("you must specify a list of bytes, characters, or fields")
        }
        self.mode = mode
        let bytes = Array((options.value("d") ?? "\t").utf8)
        guard bytes.count <= 1 else { throw .usage("the delimiter must be a single character") }
        if options.has("d"), mode != "f" {
            throw .usage("an input delimiter may be specified only when operating on fields")
        }
        delimiter = bytes.first ?? 0
        outputDelimiter = options.value("@").map { Array($0.utf8) } ?? (mode == "f" ? [delimiter] : [])
        onlyDelimited = options.has("s")
        complements = options.has("!")
        ranges = try Self.ranges(list, mode: mode)
    }

    private static func ranges(_ list: String, mode: Character) throws(ToolExit) -> [ClosedRange<Int>] {
        var ranges: [ClosedRange<Int>] = []
        let kind = mode == "f" ? "field" : "byte/character position"
        for piece in list.split(whereSeparator: { $0 == "," || $0 == " " }) {
            let ends = piece.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
            let low = ends[0].isEmpty ? 1 : Int(ends[0])
            let high = ends.count == 1 ? low : ends[1].isEmpty ? Int.max : Int(ends[1])
            guard let low, let high, piece != "-" else {
                throw .usage(
                    "invalid \(mode == "f" ? "field value" : "byte or character position") \u{2018}\(piece)\u{2019}")
            }
            if low < 1 {
                throw .usage("\(kind == "field" ? "fields" : "byte/character positions") are numbered from 1")
            }
            if high < low { throw .usage("invalid decreasing range") }
            ranges.append(low...high)
        }
        return ranges
    }

    private func isChosen(_ number: Int) -> Bool {
        ranges.contains { $0.contains(number) } != complements
    }

    mutating func take(_ line: ArraySlice<UInt8>, isTerminated: Bool, _ context: inout ToolContext) throws(ToolExit) {
        if mode == "f" {
            guard line.contains(delimiter) else {
                if !onlyDelimited { try context.write(line + [.newline]) }
                return
            }
            let fields = line.split(separator: delimiter, omittingEmptySubsequences: false)
            let chosen = fields.enumerated().filter { isChosen($0.offset + 1) }.map(\.element)
            try context.write(Array(chosen.joined(separator: outputDelimiter)) + [.newline])
            return
        }
        // GNU cut counts bytes for -c as well.
        var output: [UInt8] = []
        var last: Int?
        for (offset, byte) in line.enumerated() where isChosen(offset + 1) {
            if let last, last != offset - 1 { output += outputDelimiter }
            output.append(byte)
            last = offset
        }
        try context.write(output + [.newline])
    }
}
