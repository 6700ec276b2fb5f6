extension JqEvaluator {
    mutating func call(
        _ name: String, _ arguments: [JqExpression], _ input: JSONValue, _ scope: Scope
    ) throws(Failure) -> [JSONValue] {
        if let closure = scope.functions["\(name)/\(arguments.count)"] {
            return try run(closure, name, arguments, input, scope)
        }
        switch arguments.count {
        case 0: return try plain(name, input)
        case 1: return try withFilter(name, arguments[0], input, scope)
        default: return try withFilters(name, arguments, input, scope)
        }
    }

    private mutating func run(
        _ closure: Closure, _ name: String, _ arguments: [JqExpression], _ input: JSONValue, _ scope: Scope
    ) throws(Failure) -> [JSONValue] {
        var scopes = [entering(closure, name, arguments, scope)]
        // `$x` parameters take every value of their argument in turn.
        for (index, parameter) in closure.function.parameters.enumerated() where parameter.hasPrefix("$") {
            var longer: [Scope] = []
            for value in try run(arguments[index], input, scope) {
                longer += scopes.map { scope in
                    var inner = scope
                    inner.variables[String(parameter.dropFirst())] = value
                    return inner
                }
            }
            scopes = longer
        }
        var results: [JSONValue] = []
        for scope in scopes { results += try run(closure.function.body, input, scope) }
        return results
    }

    /// What the body of a function sees: its own surroundings, itself and its parameters as filters.
    func entering(_ closure: Closure, _ name: String, _ arguments: [JqExpression], _ scope: Scope) -> Scope {
        var inner = closure.scope
        if !closure.function.name.isEmpty { inner.functions["\(name)/\(arguments.count)"] = closure }
        for (parameter, argument) in zip(closure.function.parameters, arguments) {
            let plain = parameter.hasPrefix("$") ? String(parameter.dropFirst()) : parameter
            inner.functions["\(plain)/0"] = Closure(
                function: JqFunction(name: "", parameters: [], body: argument), scope: scope)
        }
        return inner
    }

    private func unknown(_ name: String, _ count: Int) -> Failure {
        Failure(undefined: "\(name)/\(count)")
    }
}

// MARK: - Functions without arguments

extension JqEvaluator {
    private mutating func plain(_ name: String, _ input: JSONValue) throws(Failure) -> [JSONValue] {
        switch name {
        case "empty": return []
        case "not": return [.bool(!input.isTrue)]
        case "error": throw Failure(value: input)
        case "recurse": return recursed(input)
        case "env": return [environment]
        case "now": return [.number(seconds)]
        case "input":
            guard !pendingInputs.isEmpty else { throw Failure("No more inputs") }
            return [pendingInputs.removeFirst()]
        case "inputs":
            defer { pendingInputs = [] }
            return pendingInputs
        case "values": return input == .null ? [] : [input]
        case "nulls": return input == .null ? [input] : []
        case "strings", "numbers", "booleans", "arrays", "objects": return input.type + "s" == name ? [input] : []
        case "scalars": return input.type == "array" || input.type == "object" ? [] : [input]
        case "iterables": return input.type == "array" || input.type == "object" ? [input] : []
        case "null": return [.null]
        case "paths": return try everyPath(input).filter { !$0.isEmpty }.map { .array($0) }
        case "leaf_paths":
            var results: [JSONValue] = []
            for path in try everyPath(input) {
                let type = try Self.value(at: path, in: input).type
                if type != "array", type != "object" { results.append(.array(path)) }
            }
            return results
        default: break
        }
        if let function = JqFunctions.table[name] { return [try function(input)] }
        if let function = MathFunction(rawValue: name), case .number(let number) = input {
            return [.number(function(number))]
        }
        if MathFunction(rawValue: name) != nil {
            throw Failure("\(input.type) (\(JqAccess.short(input))) number required")
        }
        throw unknown(name, 0)
    }

    private mutating func everyPath(_ input: JSONValue) throws(Failure) -> [Path] {
        try paths(.recurse, input, Scope())
    }
}

// MARK: - Functions of filters

extension JqEvaluator {
    private mutating func withFilter(
        _ name: String, _ filter: JqExpression, _ input: JSONValue, _ scope: Scope
    ) throws(Failure) -> [JSONValue] {
        switch name {
        case "select":
            var results: [JSONValue] = []
            for value in try run(filter, input, scope) where value.isTrue { results.append(input) }
            return results
        case "map": return [.array(try run(.pipe(.iterate(.identity), filter), input, scope))]
        case "map_values": return try update("|=", .iterate(.identity), filter, input, scope)
        case "recurse":
            var results: [JSONValue] = []
            var pending = [input]
            while let next = pending.popLast() {
                results.append(next)
                pending += try run(.attempt(filter, handler: nil), next, scope).reversed()
            }
            return results
        case "with_entries":
            let entries = try run(.call("to_entries", []), input, scope)
            return try run(.pipe(.call("map", [filter]), .call("from_entries", [])), entries.first ?? .null, scope)
        case "path": return try paths(filter, input, scope).map { .array($0) }
        case "del":
            var result = input
            for path in try paths(filter, input, scope).sorted(by: { JSONValue.array($0).compare(.array($1)) < 0 })
                .reversed()
            {
                result = try Self.deleting(path[...], from: result)
            }
            return [result]
        case "paths":
            var results: [JSONValue] = []
            for path in try everyPath(input) where !path.isEmpty {
                if try run(filter, try Self.value(at: path, in: input), scope).contains(where: \.isTrue) {
                    results.append(.array(path))
                }
            }
            return results
        case "any", "all":
            var values: [JSONValue] = []
            for element in try JqAccess.elements(of: input) { values += try run(filter, element, scope) }
            return [.bool(name == "any" ? values.contains(where: \.isTrue) : values.allSatisfy(\.isTrue))]
        case "first": return Array(try run(filter, input, scope).prefix(1))
        case "last": return Array(try run(filter, input, scope).suffix(1))
        case "isempty": return [.bool(try run(filter, input, scope).isEmpty)]
        case "sort_by", "group_by", "unique_by", "min_by", "max_by": return [try ordered(name, filter, input, scope)]
        case "add": return [try JqFunctions.sum(try run(filter, input, scope))]
        case "walk": return [try walked(filter, input, scope, depth: 0)]
        case "repeat", "until", "while", "input_line_number", "limit", "getpath/1": throw unknown(name, 1)
        case "error": throw Failure(value: try run(filter, input, scope).first ?? .null)
        default: break
        }
        var results: [JSONValue] = []
        for argument in try run(filter, input, scope) {
            guard let values = try JqFunctions.binary(name, input, argument) else { throw unknown(name, 1) }
            results += values
        }
        return results
    }

    private mutating func ordered(
        _ name: String, _ filter: JqExpression, _ input: JSONValue, _ scope: Scope
    ) throws(Failure) -> JSONValue {
        guard case .array(let elements) = input else {
            throw Failure("\(input.type) (\(JqAccess.short(input))) cannot be sorted, as it is not an array")
        }
        var keyed: [(key: JSONValue, value: JSONValue)] = []
        for element in elements { keyed.append((.array(try run(filter, element, scope)), element)) }
        switch name {
        case "min_by": return keyed.min { $0.key.compare($1.key) < 0 }?.value ?? .null
        case "max_by":
            var best: (key: JSONValue, value: JSONValue)?
            for pair in keyed where best.map({ pair.key.compare($0.key) >= 0 }) ?? true { best = pair }
            return best?.value ?? .null
        default: break
        }
        let sorted = keyed.enumerated().sorted { left, right in
            let order = left.element.key.compare(right.element.key)
            return order != 0 ? order < 0 : left.offset < right.offset
        }.map(\.element)
        if name == "sort_by" { return .array(sorted.map(\.value)) }
        var groups: [(key: JSONValue, values: [JSONValue])] = []
        for pair in sorted {
            if groups.last?.key == pair.key {
                groups[groups.count - 1].values.append(pair.value)
            } else {
                groups.append((pair.key, [pair.value]))
            }
        }
        return .array(groups.map { name == "group_by" ? .array($0.values) : $0.values[0] })
    }

    private mutating func walked(
        _ filter: JqExpression, _ value: JSONValue, _ scope: Scope, depth: Int
    ) throws(Failure) -> JSONValue {
        guard depth < 250 else { throw Failure("the value is nested too deeply") }
        var inner = value
        switch value {
        case .array(let elements):
            inner = .array(
                try elements.mapTyped { element throws(Failure) in
                    try self.walked(filter, element, scope, depth: depth + 1)
                })
        case .object(var object):
            for key in object.keys { object[key] = try walked(filter, object[key] ?? .null, scope, depth: depth + 1) }
            inner = .object(object)
        case .null, .bool, .number, .string: break
        }
        return try run(filter, inner, scope).first ?? .null
    }

    private mutating func withFilters(
        _ name: String, _ arguments: [JqExpression], _ input: JSONValue, _ scope: Scope
    ) throws(Failure) -> [JSONValue] {
        switch (name, arguments.count) {
        case ("limit", 2):
            guard case .number(let count) = try run(arguments[0], input, scope).first ?? .null else {
                throw Failure("limit needs a number")
            }
            return Array(try run(arguments[1], input, scope).prefix(max(0, Int(clamping: count))))
        case ("any", 2), ("all", 2):
            var values: [JSONValue] = []
            for value in try run(arguments[0], input, scope) { values += try run(arguments[1], value, scope) }
            return [.bool(name == "any" ? values.contains(where: \.isTrue) : values.allSatisfy(\.isTrue))]
        case ("until", 2):
            var value = input
            while try !(run(arguments[0], value, scope).first?.isTrue ?? false) {
                value = try run(arguments[1], value, scope).first ?? .null
            }
            return [value]
        case ("while", 2):
            var results: [JSONValue] = []
            var value = input
            while try run(arguments[0], value, scope).first?.isTrue ?? false {
                results.append(value)
                value = try run(arguments[1], value, scope).first ?? .null
            }
            return results
        default: break
        }
        var lists: [[JSONValue]] = [[]]
        for argument in arguments {
            let values = try run(argument, input, scope)
            lists = lists.flatMap { list in values.map { list + [$0] } }
        }
        var results: [JSONValue] = []
        for list in lists {
            guard let values = try JqFunctions.many(name, input, list) else { throw unknown(name, arguments.count) }
            results += values
        }
        return results
    }
}
