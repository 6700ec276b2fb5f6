/// Functions of jq that look at values only.
enum JqFunctions {
    typealias Failure = JqEvaluator.Failure

    static let table: [String: @Sendable (JSONValue) throws(Failure) -> JSONValue] = [
        "length": length,
        "utf8bytelength": { value throws(Failure) in .number(Double(try text(value, "utf8bytelength").utf8.count)) },
        "keys": keys,
        "keys_unsorted": { value throws(Failure) in
            if case .object(let object) = value { return .array(object.keys.map { .string($0) }) }
            return try keys(value)
        },
        "type": { value throws(Failure) in .string(value.type) },
        "add": { value throws(Failure) in try sum(try JqAccess.elements(of: value)) },
        "any": { value throws(Failure) in .bool(try JqAccess.elements(of: value).contains(where: \.isTrue)) },
        "all": { value throws(Failure) in .bool(try JqAccess.elements(of: value).allSatisfy(\.isTrue)) },
        "first": { value throws(Failure) in try JqAccess.get(value, .number(0)) },
        "last": { value throws(Failure) in try JqAccess.get(value, .number(-1)) },
        "sort": { value throws(Failure) in .array(try elements(value, "sorted, as it is not an array").stablySorted) },
        "unique": { value throws(Failure) in
            var kept: [JSONValue] = []
            for element in try elements(value, "sorted, as it is not an array").stablySorted where kept.last != element
            { kept.append(element) }
            return .array(kept)
        },
        "min": { value throws(Failure) in try elements(value, "iterated over").min { $0.compare($1) < 0 } ?? .null },
        "max": { value throws(Failure) in try elements(value, "iterated over").max { $0.compare($1) < 0 } ?? .null },
        "reverse": { value throws(Failure) in
            if case .string(let text) = value { return .string(String(text.unicodeScalars.reversed())) }
            if value == .null { return .array([]) }
            return .array(try elements(value, "reversed, as it is not an array").reversed())
        },
        "flatten": { value throws(Failure) in .array(try flattened(value, depth: 1000)) },
        "tostring": { value throws(Failure) in .string(JqFormat.plain(value)) }, "tonumber": toNumber,
        "tojson": { value throws(Failure) in .string(JSONPrinter().text(value)) }, "fromjson": fromJSON,
        "ascii_downcase": { value throws(Failure) in .string(try text(value, "ascii_downcase").lowercased()) },
        "ascii_upcase": { value throws(Failure) in .string(try text(value, "ascii_upcase").uppercased()) },
        "explode": { value throws(Failure) in
            .array(try text(value, "explode").unicodeScalars.map { .number(Double($0.value)) })
        },
        "implode": { value throws(Failure) in
            .string(
                String(
                    try elements(value, "imploded").compactMap { element -> UnicodeScalar? in
                        if case .number(let number) = element {
                            UnicodeScalar(UInt32(clamping: Int(clamping: number)))
                        } else {
                            nil
                        }
                    }))
        },
        "to_entries": toEntries, "from_entries": fromEntries, "transpose": transpose,
        "todate": { value throws(Failure) in
            .string(DateText.formatted(try number(value, "todate"), "%Y-%m-%dT%H:%M:%SZ"))
        },
        "fromdate": fromDate, "fromdateiso8601": fromDate,
        "abs": { value throws(Failure) in .number(Swift.abs(try number(value, "abs"))) },
        "isnan": { value throws(Failure) in .bool(try number(value, "isnan").isNaN) },
        "trim": { value throws(Failure) in .string(trimmed(try text(value, "trim"))) },
        "infinite": { value throws(Failure) in .number(.infinity) }, "nan": { value throws(Failure) in .number(.nan) },
    ]

    static func text(_ value: JSONValue, _ name: String) throws(Failure) -> String {
        if case .string(let text) = value { return text }
        throw Failure("\(name) input must be a string")
    }

    static func number(_ value: JSONValue, _ name: String) throws(Failure) -> Double {
        if case .number(let number) = value { return number }
        throw Failure("\(value.type) (\(JqAccess.short(value))) number required")
    }

    private static func elements(_ value: JSONValue, _ verb: String) throws(Failure) -> [JSONValue] {
        if case .array(let elements) = value { return elements }
        throw Failure("\(value.type) (\(JqAccess.short(value))) cannot be \(verb)")
    }

    static func sum(_ values: [JSONValue]) throws(Failure) -> JSONValue {
        // Texts and arrays are gathered in one go: adding them one by one takes quadratic time.
        let texts = values.compactMap { if case .string(let text) = $0 { text } else { nil } }
        if texts.count == values.count, !texts.isEmpty { return .string(texts.joined()) }
        var result = JSONValue.null
        for value in values { result = try JqArithmetic.add(result, value) }
        return result
    }

    @Sendable private static func length(_ value: JSONValue) throws(Failure) -> JSONValue {
        switch value {
        case .null: return .number(0)
        case .bool: throw Failure("boolean (\(JqAccess.short(value))) has no length")
        case .number(let number): return .number(Swift.abs(number))
        case .string(let text): return .number(Double(text.unicodeScalars.count))
        case .array(let elements): return .number(Double(elements.count))
        case .object(let object): return .number(Double(object.count))
        }
    }

    @Sendable private static func keys(_ value: JSONValue) throws(Failure) -> JSONValue {
        switch value {
        case .array(let elements): return .array(elements.indices.map { .number(Double($0)) })
        case .object(let object): return .array(object.sortedKeys.map { .string($0) })
        case .null, .bool, .number, .string: throw Failure("\(value.type) (\(JqAccess.short(value))) has no keys")
        }
    }

    static func flattened(_ value: JSONValue, depth: Int) throws(Failure) -> [JSONValue] {
        var results: [JSONValue] = []
        for element in try JqAccess.elements(of: value) {
            if depth > 0, case .array = element {
                results += try flattened(element, depth: depth - 1)
            } else {
                results.append(element)
            }
        }
        return results
    }

    @Sendable private static func toNumber(_ value: JSONValue) throws(Failure) -> JSONValue {
        switch value {
        case .number: return value
        case .string(let text):
            guard let number = Double(text) else { throw Failure("Cannot parse '\(text)' as JSON") }
            return .number(number)
        case .null, .bool, .array, .object:
            throw Failure("\(value.type) (\(JqAccess.short(value))) cannot be parsed as a number")
        }
    }

    @Sendable private static func fromJSON(_ value: JSONValue) throws(Failure) -> JSONValue {
        let source = try text(value, "fromjson")
        var parser = JSONParser(Array(source.utf8))
        do throws(JSONParser.Problem) {
            return try parser.next() ?? .null
        } catch {
            throw Failure("\(error.text) (while parsing '\(source)')")
        }
    }

    @Sendable private static func toEntries(_ value: JSONValue) throws(Failure) -> JSONValue {
        guard case .object(let object) = value else {
            throw Failure("\(value.type) (\(JqAccess.short(value))) has no keys")
        }
        return .array(
            object.keys.map { key in
                var entry = JSONObject()
                entry["key"] = .string(key)
                entry["value"] = object[key]
                return .object(entry)
            })
    }

    @Sendable private static func fromEntries(_ value: JSONValue) throws(Failure) -> JSONValue {
        var object = JSONObject()
        for entry in try JqAccess.elements(of: value) {
            guard case .object(let fields) = entry else { throw Failure("Cannot index \(entry.type) with \"key\"") }
            let key =
                ["key", "k", "name", "Name", "Key", "K"].lazy.compactMap { fields[$0] }.first { $0 != .null } ?? .null
            let content = fields["value"] ?? fields["v"] ?? fields["Value"] ?? .null
            object[JqFormat.plain(key)] = content
        }
        return .object(object)
    }

    @Sendable private static func transpose(_ value: JSONValue) throws(Failure) -> JSONValue {
        let rows = try elements(value, "transposed").mapTyped { row throws(Failure) in try JqAccess.elements(of: row) }
        let width = rows.map(\.count).max() ?? 0
        return .array((0..<width).map { column in .array(rows.map { column < $0.count ? $0[column] : .null }) })
    }

    @Sendable private static func fromDate(_ value: JSONValue) throws(Failure) -> JSONValue {
        let source = try text(value, "fromdate")
        guard source.hasSuffix("Z"), let seconds = DateText.parse(source, now: 0) else {
            throw Failure("date \"\(source)\" does not match format \"%Y-%m-%dT%H:%M:%SZ\"")
        }
        return .number(seconds)
    }

    private static func trimmed(_ text: String) -> String {
        let bytes = Array(text.utf8)
        guard let first = bytes.firstIndex(where: { !$0.isSpace }), let last = bytes.lastIndex(where: { !$0.isSpace })
        else { return "" }
        return String(decoding: bytes[first...last], as: UTF8.self)
    }
}

// MARK: - Functions of one more value

extension JqFunctions {
    /// `nil` when there is no such function.
    static func binary(_ name: String, _ input: JSONValue, _ argument: JSONValue) throws(Failure) -> [JSONValue]? {
        switch name {
        case "has": return [.bool(try has(input, argument))]
        case "in": return [.bool(try has(argument, input))]
        case "contains": return [.bool(try contains(input, argument))]
        case "inside": return [.bool(try contains(argument, input))]
        case "join": return [.string(try join(input, argument))]
        case "split":
            return [.array(JqText.split(try text(input, "split"), by: try text(argument, "split")).map { .string($0) })]
        case "startswith": return [.bool(try text(input, "startswith").hasPrefix(try text(argument, "startswith")))]
        case "endswith": return [.bool(try text(input, "endswith").hasSuffix(try text(argument, "endswith")))]
        case "ltrimstr":
            guard case .string(let source) = input, case .string(let part) = argument, source.hasPrefix(part) else {
                return [input]
            }
            return [.string(String(source.dropFirst(part.count)))]
        case "rtrimstr":
            guard case .string(let source) = input, case .string(let part) = argument, source.hasSuffix(part) else {
                return [input]
            }
            return [.string(String(source.dropLast(part.count)))]
        case "range": return try ranged(0, try number(argument, "range"), 1)
        case "flatten": return [.array(try flattened(input, depth: Int(clamping: try number(argument, "flatten"))))]
        case "index", "rindex", "indices": return [try places(name, input, argument)]
        case "getpath": return [try JqEvaluator.value(at: try JqAccess.elements(of: argument), in: input)]
        case "delpaths":
            var result = input
            for path in try JqAccess.elements(of: argument).stablySorted.reversed() {
                result = try JqEvaluator.deleting(try JqAccess.elements(of: path)[...], from: result)
            }
            return [result]
        case "strftime":
            return [.string(DateText.formatted(try number(input, "strftime"), try text(argument, "strftime")))]
        case "test", "match", "capture", "scan": return try JqExpressionMatch.run(name, input, argument, flags: .null)
        case "splits":
            return try JqExpressionMatch.split(input, argument, flags: .null)
        default: return nil
        }
    }

    private static func ranged(_ from: Double, _ to: Double, _ step: Double) throws(Failure) -> [JSONValue] {
        guard step != 0 else { return [] }
        let count = max(0, ((to - from) / step).rounded(.up))
        guard count < Double(JqArithmetic.elementsMax) else { throw Failure("Range is too long") }
        return (0..<Int(clamping: count)).map { .number(from + Double($0) * step) }
    }

    private static func has(_ value: JSONValue, _ key: JSONValue) throws(Failure) -> Bool {
        switch (value, key) {
        case (.object(let object), .string(let name)): return object[name] != nil
        case (.array(let elements), .number(let number)): return number >= 0 && number < Double(elements.count)
        default:
            throw Failure("Cannot check whether \(value.type) has a \(key.type == "string" ? "string" : key.type) key")
        }
    }

    private static func contains(_ value: JSONValue, _ part: JSONValue, depth: Int = 0) throws(Failure) -> Bool {
        switch (value, part) {
        case (.object(let object), .object(let wanted)):
            for key in wanted.keys {
                guard depth < 250, let own = object[key], let other = wanted[key],
                    try contains(own, other, depth: depth + 1)
                else { return false }
            }
            return true
        case (.array(let elements), .array(let wanted)):
            for other in wanted {
                var isFound = false
                for element in elements where element.type == other.type {
                    if try contains(element, other, depth: depth + 1) { isFound = true }
                }
                if !isFound { return false }
            }
            return true
        case (.string(let source), .string(let wanted)):
            return wanted.isEmpty || JqText.split(source, by: wanted).count > 1
        default:
            if value.type != part.type {
                throw Failure(
                    "\(value.type) (\(JqAccess.short(value))) and \(part.type) (\(JqAccess.short(part))) cannot have their containment checked"
                )
            }
            return value == part
        }
    }

    private static func join(_ value: JSONValue, _ separator: JSONValue) throws(Failure) -> String {
        let joiner = try text(separator, "join")
        return try JqAccess.elements(of: value).mapTyped { element throws(Failure) -> String in
            switch element {
            case .null: return ""
            case .string, .number, .bool: return JqFormat.plain(element)
            case .array, .object:
                throw Failure(
                    "string (\(JqAccess.short(separator))) and \(element.type) (\(JqAccess.short(element))) cannot be added"
                )
            }
        }.joined(separator: joiner)
    }

    private static func places(_ name: String, _ value: JSONValue, _ part: JSONValue) throws(Failure) -> JSONValue {
        var found: [Int] = []
        switch (value, part) {
        case (.null, _): return .null
        case (.string(let source), .string(let wanted)):
            let (scalars, needle) = (Array(source.unicodeScalars), Array(wanted.unicodeScalars))
            if !needle.isEmpty, needle.count <= scalars.count {
                found = (0...(scalars.count - needle.count)).filter {
                    scalars[$0..<$0 + needle.count].elementsEqual(needle)
                }
            }
        case (.array(let elements), .array(let wanted)): found = JqAccess.places(of: wanted, in: elements)
        case (.array(let elements), _): found = elements.indices.filter { elements[$0] == part }
        default: throw Failure("Cannot index \(value.type) with \(part.type)")
        }
        switch name {
        case "index": return found.first.map { .number(Double($0)) } ?? .null
        case "rindex": return found.last.map { .number(Double($0)) } ?? .null
        default: return .array(found.map { .number(Double($0)) })
        }
    }

    /// `nil` when there is no such function.
    static func many(_ name: String, _ input: JSONValue, _ arguments: [JSONValue]) throws(Failure) -> [JSONValue]? {
        switch (name, arguments.count) {
        case ("range", 2): return try ranged(try number(arguments[0], name), try number(arguments[1], name), 1)
        case ("range", 3):
            return try ranged(
                try number(arguments[0], name), try number(arguments[1], name), try number(arguments[2], name))
        case ("setpath", 2):
            return [try JqEvaluator.setting(try JqAccess.elements(of: arguments[0])[...], in: input, to: arguments[1])]
        case ("pow", 2):
            return [.number(MathFunction.power(try number(arguments[0], name), try number(arguments[1], name)))]
        case ("test", 2), ("match", 2), ("capture", 2), ("scan", 2):
            return try JqExpressionMatch.run(name, input, arguments[0], flags: arguments[1])
        case ("split", 2): return [.array(try JqExpressionMatch.split(input, arguments[0], flags: arguments[1]))]
        case ("sub", 2), ("gsub", 2):
            return [try JqExpressionMatch.replace(input, arguments[0], arguments[1], flags: name == "gsub" ? "g" : "")]
        case ("sub", 3), ("gsub", 3):
            let flags = JqFormat.plain(arguments[2]) + (name == "gsub" ? "g" : "")
            return [try JqExpressionMatch.replace(input, arguments[0], arguments[1], flags: flags)]
        default: return nil
        }
    }
}

extension [JSONValue] {
    var stablySorted: [JSONValue] {
        enumerated().sorted { left, right in
            let order = left.element.compare(right.element)
            return order != 0 ? order < 0 : left.offset < right.offset
        }.map(\.element)
    }
}
