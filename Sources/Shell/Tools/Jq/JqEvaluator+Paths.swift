/// Filters as places in their input: what assignments, `del` and `path` need.
extension JqEvaluator {
    typealias Path = [JSONValue]

    mutating func paths(_ expression: JqExpression, _ input: JSONValue, _ scope: Scope) throws(Failure) -> [Path] {
        stepsLeft -= 1
        if stepsLeft < 0 { throw Failure("the filter does not come to an end") }
        switch expression {
        case .identity: return [[]]
        case .recurse: return recursedPaths(input)
        case .index(let base, let key):
            var results: [Path] = []
            for path in try paths(base, input, scope) {
                for key in try run(key, input, scope) { results.append(path + [key]) }
            }
            return results
        case .slice(let base, let from, let to):
            var range = JSONObject()
            range["start"] = try from.map(or: .null) { expression throws(Failure) in
                try self.run(expression, input, scope).first ?? .null
            }
            range["end"] = try to.map(or: .null) { expression throws(Failure) in
                try self.run(expression, input, scope).first ?? .null
            }
            return try paths(base, input, scope).map { $0 + [.object(range)] }
        case .iterate(let base):
            var results: [Path] = []
            for path in try paths(base, input, scope) {
                results += try Self.keys(of: Self.value(at: path, in: input)).map { path + [$0] }
            }
            return results
        case .attempt(let body, _):
            do throws(Failure) { return try paths(body, input, scope) } catch { return [] }
        case .pipe(let left, let right):
            var results: [Path] = []
            for path in try paths(left, input, scope) {
                results += try paths(right, try Self.value(at: path, in: input), scope).map { path + $0 }
            }
            return results
        case .comma(let left, let right): return try paths(left, input, scope) + paths(right, input, scope)
        case .condition(let test, let yes, let no):
            let isTrue = try run(test, input, scope).first?.isTrue ?? false
            if isTrue { return try paths(yes, input, scope) }
            return try no.map(or: [[]]) { expression throws(Failure) in try self.paths(expression, input, scope) }
        case .binary("//", let left, let right):
            let found = try paths(left, input, scope)
            var kept: [Path] = []
            for path in found where try Self.value(at: path, in: input).isTrue { kept.append(path) }
            return kept.isEmpty ? try paths(right, input, scope) : kept
        case .bind(let source, let pattern, let body):
            var results: [Path] = []
            for value in try run(source, input, scope) {
                results += try paths(body, input, try bound(pattern, value, scope))
            }
            return results
        case .call(let name, let arguments): return try callPaths(name, arguments, input, scope)
        case .define(let function, let body): return try paths(body, input, defining(function, in: scope))
        case .literal(.null): return [[]]
        default: throw Failure("Invalid path expression")
        }
    }

    private mutating func callPaths(
        _ name: String, _ arguments: [JqExpression], _ input: JSONValue, _ scope: Scope
    ) throws(Failure) -> [Path] {
        switch (name, arguments.count) {
        case ("empty", 0): return []
        case ("select", 1):
            return try run(arguments[0], input, scope).contains(where: \.isTrue) ? [[]] : []
        case ("first", 0): return [[.number(0)]]
        case ("last", 0): return [[.number(-1)]]
        case ("first", 1): return Array(try paths(arguments[0], input, scope).prefix(1))
        case ("recurse", 0): return recursedPaths(input)
        case ("map", 1):
            return try paths(.pipe(.iterate(.identity), arguments[0]), input, scope)
        case ("getpath", 1):
            return try run(arguments[0], input, scope).mapTyped { value throws(Failure) in
                try JqAccess.elements(of: value)
            }
        case ("paths", 0), ("leaf_paths", 0): throw Failure("Invalid path expression")
        default:
            guard let closure = scope.functions["\(name)/\(arguments.count)"] else {
                throw Failure("Invalid path expression")
            }
            return try paths(closure.function.body, input, entering(closure, name, arguments, scope))
        }
    }

    private func recursedPaths(_ value: JSONValue) -> [Path] {
        var results: [Path] = []
        var pending: [(Path, JSONValue)] = [([], value)]
        while let (path, next) = pending.popLast(), results.count < 100_000 {
            results.append(path)
            guard let keys = try? Self.keys(of: next), let elements = try? JqAccess.elements(of: next) else { continue }
            pending += zip(keys, elements).reversed().map { (path + [$0], $1) }
        }
        return results
    }

    static func keys(of value: JSONValue) throws(Failure) -> [JSONValue] {
        switch value {
        case .array(let elements): return elements.indices.map { .number(Double($0)) }
        case .object(let object): return object.keys.map { .string($0) }
        case .null: return []
        case .bool, .number, .string: throw Failure("Cannot iterate over \(value.type) (\(JqAccess.short(value)))")
        }
    }

    static func value(at path: Path, in value: JSONValue) throws(Failure) -> JSONValue {
        var value = value
        for key in path { value = try JqAccess.get(value, key) }
        return value
    }

    static func setting(_ path: ArraySlice<JSONValue>, in value: JSONValue, to new: JSONValue) throws(Failure)
        -> JSONValue
    {
        guard let key = path.first else { return new }
        if path.count > 250 { throw Failure("Path too deep") }
        let inner = try setting(path.dropFirst(), in: try JqAccess.get(value, key), to: new)
        switch (value, key) {
        case (.object(var object), .string(let name)):
            object[name] = inner
            return .object(object)
        case (.null, .string(let name)):
            var object = JSONObject()
            object[name] = inner
            return .object(object)
        case (.array, .number(let number)), (.null, .number(let number)):
            var elements: [JSONValue] = []
            if case .array(let old) = value { elements = old }
            var index = Int(clamping: number)
            if index < 0 { index += elements.count }
            guard index >= 0 else { throw Failure("Out of bounds negative array index") }
            guard index < 1_000_000 else { throw Failure("Array index too large") }
            while elements.count <= index { elements.append(.null) }
            elements[index] = inner
            return .array(elements)
        case (.array(var elements), .object(let bounds)):
            guard case .array(let replacement) = inner else {
                throw Failure("A slice of an array can only be assigned another array")
            }
            elements.replaceSubrange(
                try JqAccess.range(bounds["start"] ?? .null, bounds["end"] ?? .null, count: elements.count),
                with: replacement)
            return .array(elements)
        default: throw Failure("Cannot index \(value.type) with \(key.type)")
        }
    }

    static func deleting(_ path: ArraySlice<JSONValue>, from value: JSONValue) throws(Failure) -> JSONValue {
        guard let key = path.first else { return .null }
        if value == .null { return .null }
        if path.count > 1 {
            let inner = try JqAccess.get(value, key)
            if inner == .null { return value }
            return try setting([key], in: value, to: try deleting(path.dropFirst(), from: inner))
        }
        switch (value, key) {
        case (.object(var object), .string(let name)):
            object[name] = nil
            return .object(object)
        case (.array(var elements), .number(let number)):
            let index = Int(clamping: number)
            let place = index < 0 ? elements.count + index : index
            if elements.indices.contains(place) { elements.remove(at: place) }
            return .array(elements)
        case (.array(var elements), .object(let bounds)):
            elements.removeSubrange(
                try JqAccess.range(bounds["start"] ?? .null, bounds["end"] ?? .null, count: elements.count))
            return .array(elements)
        default:
            throw Failure("Cannot delete field at \(key.type == "number" ? "array" : "object") index of \(value.type)")
        }
    }

    mutating func update(
        _ symbol: String, _ left: JqExpression, _ right: JqExpression, _ input: JSONValue, _ scope: Scope
    ) throws(Failure) -> [JSONValue] {
        let places = try paths(left, input, scope)
        if symbol == "|=" {
            var result = input
            var removed: [Path] = []
            for path in places {
                if let new = try run(right, try Self.value(at: path, in: result), scope).first {
                    result = try Self.setting(path[...], in: result, to: new)
                } else {
                    removed.append(path)
                }
            }
            for path in removed.reversed() { result = try Self.deleting(path[...], from: result) }
            return [result]
        }
        var results: [JSONValue] = []
        for value in try run(right, input, scope) {
            var result = input
            for path in places {
                let old = try Self.value(at: path, in: result)
                let new: JSONValue
                switch symbol {
                case "=": new = value
                case "//=": new = old.isTrue ? old : value
                default: new = try JqArithmetic.apply(String(symbol.dropLast()), old, value)
                }
                result = try Self.setting(path[...], in: result, to: new)
            }
            results.append(result)
        }
        return results
    }
}
