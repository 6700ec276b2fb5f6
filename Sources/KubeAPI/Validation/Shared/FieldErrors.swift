import Documents
import KubeModel

/// Collects what is wrong with an object, in the order of the server.
struct FieldErrors {
    private(set) var list: [FieldError] = []

    var isEmpty: Bool { list.isEmpty }
    var count: Int { list.count }
}

extension FieldErrors {
    mutating func add(_ error: FieldError) { list.append(error) }
    mutating func add(contentsOf errors: FieldErrors) { list += errors.list }

    mutating func required(_ path: FieldPath, _ detail: String = "") {
        add(FieldError(path.text, .required(detail)))
    }

    mutating func invalid(_ path: FieldPath, _ value: BadValue, _ detail: String) {
        add(FieldError(path.text, .invalid(value, detail)))
    }

    mutating func invalid(_ path: FieldPath, _ value: Value?, _ detail: String) {
        add(FieldError(path.text, .invalid(BadValue(value), detail)))
    }

    mutating func invalid(_ path: FieldPath, _ text: String, _ detail: String) {
        add(FieldError(path.text, .invalid(.string(text), detail)))
    }

    mutating func invalid(_ path: FieldPath, _ number: Int64, _ detail: String) {
        add(FieldError(path.text, .invalid(.integer(number), detail)))
    }

    /// One error for each problem of a name.
    mutating func invalid(_ path: FieldPath, _ text: String, _ problems: [String]) {
        for problem in problems { invalid(path, text, problem) }
    }

    mutating func notSupported(_ path: FieldPath, _ value: BadValue, _ supported: [String]) {
        add(FieldError(path.text, .notSupported(value, supported: supported)))
    }

    mutating func notSupported(_ path: FieldPath, _ text: String, _ supported: [String]) {
        notSupported(path, .string(text), supported)
    }

    mutating func forbidden(_ path: FieldPath, _ detail: String) { add(FieldError(path.text, .forbidden(detail))) }
    mutating func duplicate(_ path: FieldPath, _ value: BadValue) { add(FieldError(path.text, .duplicate(value))) }
    mutating func notFound(_ path: FieldPath, _ text: String, _ detail: String = "") {
        add(FieldError(path.text, .notFound(.string(text), detail)))
    }
    mutating func tooLong(_ path: FieldPath, maxBytes: Int) { add(FieldError(path.text, .tooLong(maxBytes: maxBytes))) }

    mutating func tooMany(_ path: FieldPath, _ actual: Int, max: Int) {
        add(FieldError(path.text, .tooMany(actual: actual, max: max)))
    }
}

/// Checks that many fields share.
extension FieldErrors {
    /// A text that must be one of a few; an empty one counts as any other.
    mutating func oneOf(_ path: FieldPath, _ text: String, _ supported: [String]) {
        if !supported.contains(text) { notSupported(path, text, supported) }
    }

    mutating func notNegative(_ path: FieldPath, _ number: Int64?) {
        if let number, number < 0 { invalid(path, number, "must be greater than or equal to 0") }
    }

    mutating func portNumber(_ path: FieldPath, _ number: Int64) {
        if !(1...65535).contains(number) { invalid(path, number, "must be between 1 and 65535, inclusive") }
    }

    /// A port by number or name.
    mutating func port(_ path: FieldPath, _ port: Value?) {
        if case .string(let name)? = port {
            invalid(path, name, Names.portNameProblems(name))
        } else {
            portNumber(path, port?.integer ?? 0)
        }
    }

    /// A field that an update changed although it may not.
    mutating func immutable(_ path: FieldPath, _ new: Value?, _ old: Value?) {
        if new != old { invalid(path, new, "field is immutable") }
    }
}
