/// One run of a template over a value.
struct JSONPathEvaluation {
    /// Recursive descent and ranges may meet a value again and again.
    private static let resultLimit = 1_000_000

    private let nodes: [JSONPathNode]
    private let allowMissingKeys: Bool
    private var openRanges = 0
    private var pendingRanges = 0
    private var pendingEnds = 0
    private var lastEnd: Int?
    private var visited = 0

    init(path: JSONPath) {
        nodes = path.nodes
        allowMissingKeys = path.allowMissingKeys
    }
}

extension JSONPathEvaluation {
    /// The results of the template's parts from an index on, to the `{end}` of the range they are in.
    ///
    /// A range runs the parts after it for each of its values; when it has none, they run once to nothing, so that its
    /// end is found.
    mutating func results(from first: Int, in value: Value) throws(JSONPathError) -> [[Value]] {
        var collected: [[Value]] = []
        var index = first
        while index < nodes.count {
            let found = try walk([value], nodes[index])
            if pendingEnds > 0, pendingEnds <= openRanges {
                pendingEnds -= 1
                lastEnd = index
                return collected
            }
            if pendingRanges > 0 {
                pendingRanges -= 1
                openRanges += 1
                for element in found { collected += try results(from: index + 1, in: element) }
                if found.isEmpty { _ = try results(from: index + 1, in: .null) }
                openRanges -= 1
                if let lastEnd, lastEnd > index { index = lastEnd }
            } else {
                collected.append(found)
            }
            index += 1
        }
        return collected
    }

    private mutating func walk(_ input: [Value], _ node: JSONPathNode) throws(JSONPathError) -> [Value] {
        let found =
            switch node {
            case .list(let steps): try walk(input, through: steps)
            case .text(let text): [Value.string(text)]
            case .field(let name): try fields(name, of: input)
            case .array(let range): try elements(range, of: input)
            case .filter(let left, let comparison): try filter(input, left, comparison)
            case .integer(let number): input.map { _ in Value.integer(number) }
            case .float(let number): input.map { _ in Value.double(number) }
            case .bool(let truth): input.map { _ in Value.bool(truth) }
            case .wildcard: input.flatMap(\.jsonPathChildren)
            case .recursive: try descendants(of: input)
            case .union(let lists): try union(input, lists)
            case .identifier(let name): try command(name, input)
            }
        visited += found.count
        guard visited <= Self.resultLimit else { throw .tooManyResults(limit: Self.resultLimit) }
        return found
    }

    mutating func walk(_ input: [Value], through steps: [JSONPathNode]) throws(JSONPathError) -> [Value] {
        var values = input
        for step in steps { values = try walk(values, step) }
        return values
    }

    private mutating func command(_ name: String, _ input: [Value]) throws(JSONPathError) -> [Value] {
        switch name {
        case "range":
            pendingRanges += 1
            return input
        case "end":
            guard openRanges > 0 else { throw .nothingToEnd }
            pendingEnds += 1
            return []
        default: throw .unknownIdentifier(name)
        }
    }
}

extension JSONPathEvaluation {
    private func fields(_ name: String, of input: [Value]) throws(JSONPathError) -> [Value] {
        let found = input.compactMap { $0[name] }
        guard !found.isEmpty || input.isEmpty || allowMissingKeys else { throw .fieldNotFound(name) }
        return found
    }

    private func elements(_ range: JSONPathRange, of input: [Value]) throws(JSONPathError) -> [Value] {
        var found: [Value] = []
        for value in input where !value.isNull {
            guard case .array(let elements) = value else { throw .noArray(type: value.goType) }
            let count = elements.count
            let start = range.start.map { $0 < 0 ? $0 + count : $0 } ?? 0
            var end = range.end ?? count
            if end < 0 || end == 0 && range.isIndex { end += count }
            guard start != end else { return found }
            guard (0..<count).contains(start) else { throw .indexOutOfBounds(start, length: count) }
            guard (0...count).contains(end) else { throw .indexOutOfBounds(end - 1, length: count) }
            guard start < end else { throw .startAfterEnd(start: start, end: end) }
            let step = range.step ?? 1
            guard step > 0 else { throw .stepNotPositive }
            for index in stride(from: start, to: end, by: step) { found.append(elements[index]) }
        }
        return found
    }

    /// Every value that has parts, down to the last; strings count, for Go sees bytes in them.
    private mutating func descendants(of input: [Value]) throws(JSONPathError) -> [Value] {
        var found: [Value] = []
        for value in input {
            switch value {
            case .string(let text) where !text.isEmpty: found.append(value)
            case .array, .object:
                let children = value.jsonPathChildren
                guard !children.isEmpty else { continue }
                found.append(value)
                found += try descendants(of: children)
            case .null, .bool, .integer, .double, .string: continue
            }
        }
        return found
    }

    private mutating func union(_ input: [Value], _ lists: [[JSONPathNode]]) throws(JSONPathError) -> [Value] {
        var found: [Value] = []
        for steps in lists { found += try walk(input, through: steps) }
        return found
    }
}

extension Value {
    /// The parts of a value: elements, members, and the bytes of a string.
    fileprivate var jsonPathChildren: [Value] {
        switch self {
        case .array(let elements): elements
        case .object(let object): object.map(\.value)
        case .string(let text): text.utf8.map { .integer(Int64($0)) }
        case .null, .bool, .integer, .double: []
        }
    }
}
