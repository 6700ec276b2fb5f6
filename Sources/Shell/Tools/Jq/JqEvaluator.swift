/// Runs a filter: one input, any number of outputs.
struct JqEvaluator {
    /// What is left of the work that one call of jq may do.
    var stepsLeft = 2_000_000
    private var depth = 0
    let environment: JSONValue
    let seconds: Double
    /// Inputs that `input` and `inputs` may take.
    var pendingInputs: [JSONValue] = []

    /// What went wrong: a value, as `error(value)` raises it.
    struct Failure: Error {
        var value: JSONValue
        /// The filter uses something that it has not defined, which jq finds before it runs.
        var isUndefined = false

        init(_ text: String) {
            value = .string(text)
        }

        init(value: JSONValue) {
            self.value = value
        }

        init(undefined name: String) {
            value = .string("\(name) is not defined")
            isUndefined = true
        }
    }

    /// Variables and functions that are visible.
    struct Scope {
        var variables: [String: JSONValue] = [:]
        var functions: [String: Closure] = [:]
    }

    /// A function, or a filter that was handed to one, with what it can see.
    struct Closure {
        var function: JqFunction
        var scope: Scope
    }

    init(environment: JSONValue, seconds: Double) {
        self.environment = environment
        self.seconds = seconds
    }

    mutating func run(_ expression: JqExpression, _ input: JSONValue, _ scope: Scope) throws(Failure) -> [JSONValue] {
        stepsLeft -= 1
        if stepsLeft < 0 { throw Failure("the filter does not come to an end") }
        depth += 1
        defer { depth -= 1 }
        if depth > 400 { throw Failure("the filter calls itself too deeply") }
        switch expression {
        case .identity: return [input]
        case .recurse: return recursed(input)
        case .literal(let value): return [value]
        case .text(let parts, let format): return try text(parts, format, input, scope)
        case .format(let name): return [.string(try JqFormat.apply(name, to: input))]
        case .index(let base, let key):
            return try pairs(base, key, input, scope) { base, key throws(Failure) in [try JqAccess.get(base, key)] }
        case .slice(let base, let from, let to): return try slices(base, from, to, input, scope)
        case .iterate(let base):
            var results: [JSONValue] = []
            for value in try run(base, input, scope) { results += try JqAccess.elements(of: value) }
            return try counted(results)
        case .attempt(let body, let handler): return try attempt(body, handler, input, scope)
        case .pipe(let left, let right):
            var results: [JSONValue] = []
            for value in try run(left, input, scope) { results += try run(right, value, scope) }
            return try counted(results)
        case .comma(let left, let right): return try run(left, input, scope) + run(right, input, scope)
        case .array(let inner):
            guard let inner else { return [.array([])] }
            return [.array(try run(inner, input, scope))]
        case .object(let entries): return try objects(entries[...], JSONObject(), input, scope)
        case .negative(let inner):
            var results: [JSONValue] = []
            for value in try run(inner, input, scope) {
                guard case .number(let number) = value else {
                    throw Failure("\(value.type) (\(JqAccess.short(value))) cannot be negated")
                }
                results.append(.number(-number))
            }
            return results
        case .binary(let symbol, let left, let right): return try binary(symbol, left, right, input, scope)
        case .update(let symbol, let left, let right): return try update(symbol, left, right, input, scope)
        case .condition(let test, let yes, let no):
            var results: [JSONValue] = []
            for value in try run(test, input, scope) {
                if value.isTrue {
                    results += try run(yes, input, scope)
                } else if let no {
                    results += try run(no, input, scope)
                } else {
                    results.append(input)
                }
            }
            return results
        case .variable(let name):
            if name == "ENV" { return [environment] }
            guard let value = scope.variables[name] else { throw Failure(undefined: "$\(name)") }
            return [value]
        case .bind(let source, let pattern, let body):
            var results: [JSONValue] = []
            for value in try run(source, input, scope) {
                results += try run(body, input, try bound(pattern, value, scope))
            }
            return results
        case .reduce(let source, let pattern, let start, let step):
            var state = try run(start, input, scope).last ?? .null
            for value in try run(source, input, scope) {
                state = try run(step, state, try bound(pattern, value, scope)).last ?? .null
            }
            return [state]
        case .forEach(let source, let pattern, let start, let step, let extract):
            var state = try run(start, input, scope).last ?? .null
            var results: [JSONValue] = []
            for value in try run(source, input, scope) {
                let inner = try bound(pattern, value, scope)
                state = try run(step, state, inner).last ?? .null
                if let extract { results += try run(extract, state, inner) } else { results.append(state) }
            }
            return results
        case .define(let function, let body): return try run(body, input, defining(function, in: scope))
        case .call(let name, let arguments): return try call(name, arguments, input, scope)
        }
    }

    private mutating func counted(_ values: [JSONValue]) throws(Failure) -> [JSONValue] {
        stepsLeft -= values.count
        if stepsLeft < 0 { throw Failure("the filter does not come to an end") }
        return values
    }

    func defining(_ function: JqFunction, in scope: Scope) -> Scope {
        var inner = scope
        let closure = Closure(function: function, scope: scope)
        inner.functions["\(function.name)/\(function.parameters.count)"] = closure
        return inner
    }
}

// MARK: - Parts

extension JqEvaluator {
    mutating func recursed(_ value: JSONValue) -> [JSONValue] {
        var results = [value]
        var index = 0
        var ordered: [JSONValue] = []
        // Depth first, as a stack of values that are still to be opened.
        while let next = results.popLast() {
            ordered.append(next)
            index += 1
            stepsLeft -= 1
            if let inner = try? JqAccess.elements(of: next) { results += inner.reversed() }
        }
        return ordered
    }

    private mutating func pairs(
        _ left: JqExpression, _ right: JqExpression, _ input: JSONValue, _ scope: Scope,
        _ body: (JSONValue, JSONValue) throws(Failure) -> [JSONValue]
    ) throws(Failure) -> [JSONValue] {
        var results: [JSONValue] = []
        let firsts = try run(left, input, scope)
        for second in try run(right, input, scope) {
            for first in firsts { results += try body(first, second) }
        }
        return results
    }

    private mutating func slices(
        _ base: JqExpression, _ from: JqExpression?, _ to: JqExpression?, _ input: JSONValue, _ scope: Scope
    ) throws(Failure) -> [JSONValue] {
        let start = try from.map(or: .null) { expression throws(Failure) in
            try self.run(expression, input, scope).first ?? .null
        }
        let end = try to.map(or: .null) { expression throws(Failure) in
            try self.run(expression, input, scope).first ?? .null
        }
        var results: [JSONValue] = []
        for value in try run(base, input, scope) { results.append(try JqAccess.slice(value, start, end)) }
        return results
    }

    private mutating func text(
        _ parts: [JqExpression.Part], _ format: String?, _ input: JSONValue, _ scope: Scope
    ) throws(Failure) -> [JSONValue] {
        var texts = [""]
        for part in parts {
            switch part {
            case .text(let piece): texts = texts.map { $0 + piece }
            case .filter(let filter):
                var longer: [String] = []
                for value in try run(filter, input, scope) {
                    let piece = try JqFormat.apply(format ?? "@text", to: value)
                    longer += texts.map { $0 + piece }
                }
                texts = longer
            }
        }
        return texts.map { .string($0) }
    }

    private mutating func objects(
        _ entries: ArraySlice<(key: JqExpression, value: JqExpression)>, _ made: JSONObject, _ input: JSONValue,
        _ scope: Scope
    ) throws(Failure) -> [JSONValue] {
        guard let entry = entries.first else { return [.object(made)] }
        var results: [JSONValue] = []
        for key in try run(entry.key, input, scope) {
            guard case .string(let name) = key else {
                throw Failure("Object keys must be strings")
            }
            for value in try run(entry.value, input, scope) {
                var longer = made
                longer[name] = value
                results += try objects(entries.dropFirst(), longer, input, scope)
            }
        }
        return try counted(results)
    }

    private mutating func attempt(
        _ body: JqExpression, _ handler: JqExpression?, _ input: JSONValue, _ scope: Scope
    ) throws(Failure) -> [JSONValue] {
        // Outputs before an error stay, which only a comma or an iteration can have.
        if handler == nil, case .comma(let left, let right) = body {
            return try attempt(left, nil, input, scope) + attempt(right, nil, input, scope)
        }
        do throws(Failure) {
            return try run(body, input, scope)
        } catch {
            if stepsLeft < 0 { throw error }
            guard let handler else { return [] }
            return try run(handler, error.value, scope)
        }
    }

    private mutating func binary(
        _ symbol: String, _ left: JqExpression, _ right: JqExpression, _ input: JSONValue, _ scope: Scope
    ) throws(Failure) -> [JSONValue] {
        switch symbol {
        case "//":
            let values = (try attempt(left, nil, input, scope)).filter(\.isTrue)
            return values.isEmpty ? try run(right, input, scope) : values
        case "and", "or":
            var results: [JSONValue] = []
            for first in try run(left, input, scope) {
                if first.isTrue == (symbol == "or") {
                    results.append(.bool(symbol == "or"))
                } else {
                    results += try run(right, input, scope).map { .bool($0.isTrue) }
                }
            }
            return results
        default:
            return try pairs(left, right, input, scope) { first, second throws(Failure) in
                [try JqArithmetic.apply(symbol, first, second)]
            }
        }
    }

    func bound(_ pattern: JqPattern, _ value: JSONValue, _ scope: Scope) throws(Failure) -> Scope {
        var scope = scope
        switch pattern {
        case .variable(let name): scope.variables[name] = value
        case .array(let patterns):
            for (index, inner) in patterns.enumerated() {
                scope = try bound(inner, try JqAccess.get(value, .number(Double(index))), scope)
            }
        case .object(let entries):
            for entry in entries {
                scope = try bound(entry.pattern, try JqAccess.get(value, .string(entry.key)), scope)
            }
        }
        return scope
    }
}

extension Optional {
    /// The changed value, or another when there is none; unlike `map` and `??` it keeps the type of the error.
    func map<Result, Failure: Error>(
        or other: Result, _ body: (Wrapped) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        if let self { return try body(self) }
        return other
    }
}
