import Documents

/// Lists match by the keys that Kubernetes merges them by, so that order and further elements do not matter.
extension ObjectMatcher {
    mutating func compare(_ expected: [Value], _ actual: Value?, at path: KeyedPath, _ context: FieldContext) {
        let elements: [Value]
        switch actual {
        case .array(let found)?: elements = found
        case nil, .null?: elements = []
        case .bool?, .integer?, .double?, .string?, .object?:
            return report(path, .value(.array(expected)), actual)
        }
        switch context.identity {
        case .places: comparePlaces(expected, elements, at: path, actual)
        case .values: compareValues(expected, elements, at: path)
        case .keys(let keys): compareKeyed(expected, elements, keys: keys, at: path, context)
        case .none: compareKeyed(expected, elements, keys: [], at: path, context)
        case .guessed:
            if expected.allSatisfy({ $0.object == nil }) {
                comparePlaces(expected, elements, at: path, actual)
            } else {
                let keys = ["name", "type", "key"].filter { key in expected.allSatisfy { $0[key] != nil } }.prefix(1)
                compareKeyed(expected, elements, keys: Array(keys), at: path, context)
            }
        }
    }

    /// A command or its arguments: every place counts.
    private mutating func comparePlaces(_ expected: [Value], _ elements: [Value], at path: KeyedPath, _ actual: Value?)
    {
        let isEqual =
            expected.count == elements.count
            && zip(expected, elements).allSatisfy { pattern, value in Self.matches(pattern, value) }
        if !isEqual { report(path, .value(.array(expected)), actual) }
    }

    private mutating func compareValues(_ expected: [Value], _ elements: [Value], at path: KeyedPath) {
        for (index, value) in expected.enumerated() where !elements.contains(where: { Self.matches(value, $0) }) {
            report(path.index(index), .value(value), .array(elements))
        }
        let extra = elements.filter { element in !expected.contains { Self.matches($0, element) } }
        if lists.isExact, !extra.isEmpty { report(path, .noOthers(extra: extra.map(\.plainText)), .array(elements)) }
    }

    private static func matches(_ expected: Value, _ actual: Value) -> Bool {
        do throws(PatternError) {
            return try ScalarPattern(expected).matches(actual, element: nil)
        } catch {
            return expected == actual
        }
    }

    private mutating func compareKeyed(
        _ expected: [Value], _ elements: [Value], keys: [String], at path: KeyedPath, _ context: FieldContext
    ) {
        var taken: [Int] = []
        for (index, pattern) in expected.enumerated() {
            let used = keys.compactMap { key in pattern[key].map { (name: key, value: $0.plainText) } }
            let free = elements.indices.filter { !taken.contains($0) }
            if used.isEmpty {
                if let place = compareUnkeyed(pattern, elements, free: free, at: path, wanted: index, context) {
                    taken.append(place)
                }
                continue
            }
            let place = free.first { place in
                used.allSatisfy { elements[place][$0.name]?.plainText == $0.value }
            }
            guard let place else {
                report(path.element(used), .element(present: elements.map { Self.name($0, keys: keys) }), nil)
                continue
            }
            taken.append(place)
            compare(pattern, elements[place], at: path.element(used), context.element)
        }
        checkRest(elements, taken: taken, keys: keys, at: path)
    }

    /// An element without a key: any one that fits, else the one that comes nearest is reported.
    private mutating func compareUnkeyed(
        _ pattern: Value, _ elements: [Value], free: [Int], at path: KeyedPath, wanted: Int, _ context: FieldContext
    ) -> Int? {
        var best: (place: Int, mismatches: [Mismatch])?
        for place in free {
            var attempt = ObjectMatcher(lists: lists)
            attempt.compare(pattern, elements[place], at: path.index(place), context.element)
            if attempt.mismatches.count < best?.mismatches.count ?? .max { best = (place, attempt.mismatches) }
            if attempt.mismatches.isEmpty { break }
        }
        guard let best else {
            report(path.index(wanted), .value(pattern), nil)
            return nil
        }
        for mismatch in best.mismatches { report(mismatch) }
        return best.place
    }

    private mutating func checkRest(_ elements: [Value], taken: [Int], keys: [String], at path: KeyedPath) {
        if lists.isExact, taken.count < elements.count {
            let extra = elements.indices.filter { !taken.contains($0) }.map { Self.name(elements[$0], keys: keys) }
            report(path, .noOthers(extra: extra), nil)
        }
        if lists.isOrdered, taken != taken.sorted() {
            report(path, .order(taken.map { Self.name(elements[$0], keys: keys) }), nil)
        }
    }

    /// `name=web`, or the whole element when it has no key.
    private static func name(_ element: Value, keys: [String]) -> String {
        let parts = keys.compactMap { key in element[key].map { "\(key)=\($0.plainText)" } }
        return parts.isEmpty ? element.plainText.shortened(to: 60) : parts.joined(separator: ",")
    }
}
