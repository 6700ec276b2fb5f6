/// Reading parts of values.
enum JqAccess {
    typealias Failure = JqEvaluator.Failure

    /// A value as messages show it, cut when it is long.
    static func short(_ value: JSONValue) -> String {
        let text = JSONPrinter().text(value)
        return text.utf8.count > 11 ? String(text.prefix(10)) + "..." : text
    }

    static func get(_ value: JSONValue, _ key: JSONValue) throws(Failure) -> JSONValue {
        switch (value, key) {
        case (.object(let object), .string(let name)): return object[name] ?? .null
        case (.array(let elements), .number(let number)):
            let index = Int(clamping: number.rounded(.down))
            let place = index < 0 ? elements.count + index : index
            return elements.indices.contains(place) ? elements[place] : .null
        case (.null, .string), (.null, .number), (.null, .null): return .null
        case (.array(let elements), .array(let part)):
            return .array(places(of: part, in: elements).map { .number(Double($0)) })
        case (.array, .object(let range)), (.string, .object(let range)), (.null, .object(let range)):
            return try slice(value, range["start"] ?? .null, range["end"] ?? .null)
        case (_, .string(let name)): throw Failure("Cannot index \(value.type) with string \"\(name)\"")
        default: throw Failure("Cannot index \(value.type) with \(key.type)")
        }
    }

    static func places(of part: [JSONValue], in elements: [JSONValue]) -> [Int] {
        guard !part.isEmpty, part.count <= elements.count else { return [] }
        return (0...(elements.count - part.count)).filter { Array(elements[$0..<$0 + part.count]) == part }
    }

    static func elements(of value: JSONValue) throws(Failure) -> [JSONValue] {
        switch value {
        case .array(let elements): return elements
        case .object(let object): return object.keys.map { object[$0] ?? .null }
        case .null, .bool, .number, .string:
            throw Failure("Cannot iterate over \(value.type)\(value == .null ? "" : " (\(short(value)))")")
        }
    }

    static func slice(_ value: JSONValue, _ from: JSONValue, _ to: JSONValue) throws(Failure) -> JSONValue {
        switch value {
        case .null: return .null
        case .array(let elements): return .array(Array(elements[try range(from, to, count: elements.count)]))
        case .string(let text):
            let scalars = Array(text.unicodeScalars)
            return .string(String(scalars[try range(from, to, count: scalars.count)]))
        case .bool, .number, .object: throw Failure("Cannot index \(value.type) with object")
        }
    }

    static func range(_ from: JSONValue, _ to: JSONValue, count: Int) throws(Failure) -> Range<Int> {
        func place(_ value: JSONValue, _ standard: Int, up: Bool) throws(Failure) -> Int {
            switch value {
            case .null: return standard
            case .number(let number):
                let index = Int(clamping: number.rounded(up ? .up : .down))
                return max(0, min(count, index < 0 ? count + index : index))
            default: throw Failure("Start and end indices of an array slice must be numbers")
            }
        }
        let low = try place(from, 0, up: false)
        return low..<max(low, try place(to, count, up: true))
    }
}

/// jq's operators on values.
enum JqArithmetic {
    typealias Failure = JqEvaluator.Failure

    static func apply(_ symbol: String, _ left: JSONValue, _ right: JSONValue) throws(Failure) -> JSONValue {
        switch symbol {
        case "==": return .bool(left == right)
        case "!=": return .bool(left != right)
        case "<": return .bool(left.compare(right) < 0)
        case "<=": return .bool(left.compare(right) <= 0)
        case ">": return .bool(left.compare(right) > 0)
        case ">=": return .bool(left.compare(right) >= 0)
        case "+": return try add(left, right)
        case "-": return try subtract(left, right)
        case "*": return try multiply(left, right)
        case "/": return try divide(left, right)
        default: return try remainder(left, right)
        }
    }

    private static func failure(_ left: JSONValue, _ right: JSONValue, _ verb: String) -> Failure {
        Failure("\(left.type) (\(JqAccess.short(left))) and \(right.type) (\(JqAccess.short(right))) cannot be \(verb)")
    }

    private static let textBytesMax = 10_000_000
    static let elementsMax = 1_000_000

    static func add(_ left: JSONValue, _ right: JSONValue) throws(Failure) -> JSONValue {
        switch (left, right) {
        case (.null, _): return right
        case (_, .null): return left
        case (.number(let first), .number(let second)): return .number(first + second)
        case (.string(let first), .string(let second)):
            guard first.utf8.count + second.utf8.count < textBytesMax else { throw Failure("String is too long") }
            return .string(first + second)
        case (.array(let first), .array(let second)):
            guard first.count + second.count < elementsMax else { throw Failure("Array is too long") }
            return .array(first + second)
        case (.object(var first), .object(let second)):
            for key in second.keys { first[key] = second[key] }
            return .object(first)
        default: throw failure(left, right, "added")
        }
    }

    private static func subtract(_ left: JSONValue, _ right: JSONValue) throws(Failure) -> JSONValue {
        switch (left, right) {
        case (.number(let first), .number(let second)): return .number(first - second)
        case (.array(let first), .array(let second)): return .array(first.filter { !second.contains($0) })
        default: throw failure(left, right, "subtracted")
        }
    }

    private static func multiply(_ left: JSONValue, _ right: JSONValue) throws(Failure) -> JSONValue {
        switch (left, right) {
        case (.number(let first), .number(let second)): return .number(first * second)
        case (.string(let text), .number(let count)), (.number(let count), .string(let text)):
            if count <= 0 { return .null }
            guard Double(text.utf8.count) * count < 10_000_000 else { throw Failure("Repeat string result too long") }
            return .string(String(repeating: text, count: max(1, Int(clamping: count))))
        case (.object(let first), .object(let second)): return .object(merged(first, second, depth: 0))
        default: throw failure(left, right, "multiplied")
        }
    }

    private static func merged(_ left: JSONObject, _ right: JSONObject, depth: Int) -> JSONObject {
        var result = left
        for key in right.keys {
            if depth < 200, case .object(let inner) = left[key], case .object(let other) = right[key] {
                result[key] = .object(merged(inner, other, depth: depth + 1))
            } else {
                result[key] = right[key]
            }
        }
        return result
    }

    private static func divide(_ left: JSONValue, _ right: JSONValue) throws(Failure) -> JSONValue {
        switch (left, right) {
        case (.number(let first), .number(let second)):
            if second == 0 { throw failure(left, right, "divided because the divisor is zero") }
            return .number(first / second)
        case (.string(let text), .string(let separator)):
            return .array(JqText.split(text, by: separator).map { .string($0) })
        default: throw failure(left, right, "divided")
        }
    }

    private static func remainder(_ left: JSONValue, _ right: JSONValue) throws(Failure) -> JSONValue {
        guard case .number(let first) = left, case .number(let second) = right else {
            throw failure(left, right, "divided")
        }
        let divisor = Int(clamping: second)
        if divisor == 0 { throw failure(left, right, "divided because the divisor is zero") }
        return .number(Double(Int(clamping: first) % abs(divisor)))
    }
}

enum JqText {
    static func split(_ text: String, by separator: String) -> [String] {
        if text.isEmpty { return [] }
        if separator.isEmpty { return text.unicodeScalars.map { String($0) } }
        let (bytes, needle) = (Array(text.utf8), Array(separator.utf8))
        var pieces: [String] = []
        var start = 0
        var index = 0
        while index + needle.count <= bytes.count {
            if bytes[index..<index + needle.count].elementsEqual(needle) {
                pieces.append(String(decoding: bytes[start..<index], as: UTF8.self))
                index += needle.count
                start = index
            } else {
                index += 1
            }
        }
        return pieces + [String(decoding: bytes[start...], as: UTF8.self)]
    }
}
