/// A filter that works line by line, so that it can follow input that never ends.
protocol LineFilter: Sendable {
    /// Takes a line without its end; `isTerminated` is false for a last line that has none.
    mutating func take(_ line: ArraySlice<UInt8>, isTerminated: Bool, _ context: inout ToolContext) throws(ToolExit)
    /// All files are read; the status, unless one could not be opened.
    mutating func finish(_ context: inout ToolContext) throws(ToolExit) -> Int32
    /// No more lines are wanted.
    var isDone: Bool { get }
}

extension LineFilter {
    var isDone: Bool { false }

    mutating func finish(_ context: inout ToolContext) throws(ToolExit) -> Int32 { 0 }
}

/// Feeds a line filter from files and standard input.
struct LineStream<Filter: LineFilter>: StreamingTool {
    private var filter: Filter
    private var operands: [String]
    private let style: OpenComplaint
    private var failed = false
    private let end: UInt8

    init(_ filter: Filter, operands: [String], style: OpenComplaint = .plain, end: UInt8 = .newline) {
        self.filter = filter
        self.operands = operands.isEmpty ? ["-"] : operands
        self.style = style
        self.end = end
    }

    mutating func advance(_ context: inout ToolContext) throws(ToolExit) -> ToolProgress {
        while let operand = operands.first, !filter.isDone {
            if operand == "-" || operand == "/dev/stdin" {
                let rest = try feed(context.input, isComplete: context.isInputComplete, &context)
                context.inputUsed = context.input.count - rest
                guard context.isInputComplete || filter.isDone else { return .needsInput }
            } else {
                switch try context.read(operand) {
                case .success(let bytes): _ = try feed(bytes[...], isComplete: true, &context)
                case .failure(let error):
                    failed = true
                    context.complain(opening: operand, error, style)
                }
            }
            operands.removeFirst()
        }
        let status = try filter.finish(&context)
        return .finished(failed ? 1 : status)
    }

    /// Gives whole lines to the filter; returns how many bytes are left over.
    private mutating func feed(
        _ bytes: ArraySlice<UInt8>, isComplete: Bool, _ context: inout ToolContext
    ) throws(ToolExit) -> Int {
        var rest = bytes
        while !filter.isDone, let lineEnd = rest.firstIndex(of: end) {
            try filter.take(rest[..<lineEnd], isTerminated: true, &context)
            rest = rest[(lineEnd + 1)...]
        }
        guard isComplete, !rest.isEmpty, !filter.isDone else { return rest.count }
        try filter.take(rest, isTerminated: false, &context)
        return 0
    }
}
