import Documents

/// The members of one object of an image file, read one by one with errors that name the field.
struct Fields {
    private let object: Object
    private let path: String

    init(_ value: Value, _ path: String) throws(ImageFileError) {
        guard case .object(let object) = value else { throw .wrongType(field: path, wanted: "object") }
        self.object = object
        self.path = path
    }
}

extension Fields {
    subscript(name: String) -> Value? { object[name] }

    func has(_ name: String) -> Bool { object[name] != nil }

    func allow(_ names: Set<String>) throws(ImageFileError) {
        for name in object.names where !names.contains(name) { throw .unknown(field: full(name)) }
    }

    func text(_ name: String, default fallback: String? = nil) throws(ImageFileError) -> String {
        guard let value = object[name] else {
            guard let fallback else { throw .missing(field: full(name)) }
            return fallback
        }
        return try Self.text(value, full(name))
    }

    /// A text; numbers and booleans are taken as they are written.
    static func text(_ value: Value, _ field: String) throws(ImageFileError) -> String {
        switch value {
        case .string(let text): text
        case .integer(let number): String(number)
        case .bool(let flag): String(flag)
        case .double(let number): "\(number)"
        case .null, .array, .object: throw .wrongType(field: field, wanted: "text")
        }
    }

    func texts(_ name: String) throws(ImageFileError) -> [String] {
        var texts: [String] = []
        for item in try list(name) { texts.append(try Self.text(item, full(name))) }
        return texts
    }

    func number(_ name: String, default fallback: Int? = nil) throws(ImageFileError) -> Int {
        guard let value = object[name] else {
            guard let fallback else { throw .missing(field: full(name)) }
            return fallback
        }
        guard let number = value.int else { throw .wrongType(field: full(name), wanted: "whole number") }
        return number
    }

    func flag(_ name: String, default fallback: Bool) throws(ImageFileError) -> Bool {
        guard let value = object[name] else { return fallback }
        guard let flag = value.bool else { throw .wrongType(field: full(name), wanted: "true or false") }
        return flag
    }

    func duration(_ name: String, default fallback: Duration) throws(ImageFileError) -> Duration {
        guard let value = object[name] else { return fallback }
        guard let seconds = value.double, seconds >= 0, seconds <= 1e9 else {
            throw .wrongType(field: full(name), wanted: "seconds")
        }
        return .microseconds(Int64(seconds * 1_000_000))
    }

    func members(_ name: String, isRequired: Bool = true) throws(ImageFileError) -> [(String, Value)] {
        guard let value = object[name] else {
            if isRequired { throw .missing(field: full(name)) }
            return []
        }
        guard case .object(let members) = value else { throw .wrongType(field: full(name), wanted: "object") }
        return members.map { ($0, $1) }
    }

    func child(_ name: String) throws(ImageFileError) -> Fields? {
        guard let value = object[name] else { return nil }
        return try Fields(value, full(name))
    }

    func items(_ name: String) throws(ImageFileError) -> [Fields] {
        var items: [Fields] = []
        for (index, value) in try list(name).enumerated() { items.append(try Fields(value, "\(full(name))[\(index)]")) }
        return items
    }

    private func list(_ name: String) throws(ImageFileError) -> [Value] {
        guard let value = object[name] else { return [] }
        guard case .array(let values) = value else { throw .wrongType(field: full(name), wanted: "list") }
        return values
    }

    private func full(_ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }
}
