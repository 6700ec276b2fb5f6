/// Patches that are lists of operations: `[{"op": "replace", "path": "/spec/replicas", "value": 3}]`.
///
/// Two habits of the library behind the API server go beyond the RFC: a negative index counts from the end, and
/// `replace` may add a member that an object does not have.
/// Source: RFC 6902; gopkg.in/evanphx/json-patch.v4 (patch.go).
package enum JSONPatch {
    /// How much `copy` operations may add up to, in values.
    static let copyLimit = 1_000_000

    package static func apply(_ patch: Value, to value: Value) throws(JSONPatchError) -> Value {
        guard case .array(let operations) = patch else { throw .noList(found: patch.goType) }
        var document = JSONPatchDocument(value)
        for operation in operations {
            try document.apply(operation)
        }
        return document.value
    }
}

/// A value while operations are applied to it.
struct JSONPatchDocument {
    private(set) var value: Value
    private var copied = 0

    init(_ value: Value) {
        self.value = value
    }
}

extension JSONPatchDocument {
    mutating func apply(_ operation: Value) throws(JSONPatchError) {
        let name = operation["op"]?.string ?? "unknown"
        guard let kind = JSONPatchError.Operation(rawValue: name) else { throw .unexpectedKind(name) }
        switch kind {
        case .add: try add(operation["value"] ?? .null, at: path(operation, "path", kind), kind)
        case .remove: try remove(at: path(operation, "path", kind))
        case .replace: try replace(operation["value"] ?? .null, at: path(operation, "path", kind))
        case .move: try move(operation)
        case .copy: try copy(operation)
        case .test: try test(operation)
        }
    }

    private func path(
        _ operation: Value, _ name: String, _ kind: JSONPatchError.Operation
    ) throws(JSONPatchError) -> String {
        guard let path = operation[name]?.string else { throw .missingField(kind, name) }
        return path
    }

    private mutating func add(
        _ new: Value, at path: String, _ kind: JSONPatchError.Operation
    ) throws(JSONPatchError) {
        try change(path, kind) { (parent, key) throws(JSONPatchProblem) in try parent.insertPatched(new, at: key) }
    }

    private mutating func remove(at path: String) throws(JSONPatchError) {
        try change(path, .remove) { (parent, key) throws(JSONPatchProblem) in try parent.removePatched(at: key) }
    }

    private mutating func replace(_ new: Value, at path: String) throws(JSONPatchError) {
        if path.isEmpty {
            if new.object != nil || new.array != nil { value = new }
            return
        }
        do throws(JSONPatchError) {
            try change(path, .replace) { (parent, key) throws(JSONPatchProblem) in
                try parent.replacePatched(new, at: key)
            }
        } catch .failed {
            throw .missingKey(path)
        }
    }

    private mutating func move(_ operation: Value) throws(JSONPatchError) {
        let source = try path(operation, "from", .move)
        let moved = try read(source, .move)
        try change(source, .move) { (parent, key) throws(JSONPatchProblem) in try parent.removePatched(at: key) }
        try add(moved, at: path(operation, "path", .move), .move)
    }

    private mutating func copy(_ operation: Value) throws(JSONPatchError) {
        let original = try read(path(operation, "from", .copy), .copy)
        copied += original.partCount
        guard copied <= JSONPatch.copyLimit else { throw .copiesTooLarge(limit: JSONPatch.copyLimit) }
        try add(original, at: path(operation, "path", .copy), .copy)
    }

    private mutating func test(_ operation: Value) throws(JSONPatchError) {
        let path = try path(operation, "path", .test)
        let found = path.isEmpty ? value : try read(path, .test)
        guard found == operation["value"] ?? .null else { throw .testFailed(path: path) }
    }
}

extension JSONPatchDocument {
    /// The value at a path; null for a member that an object does not have.
    private mutating func read(_ path: String, _ kind: JSONPatchError.Operation) throws(JSONPatchError) -> Value {
        var found = Value.null
        try change(path, kind) { (parent, key) throws(JSONPatchProblem) in found = try parent.patchedValue(at: key) }
        return found
    }

    /// Changes the parent of the value at a path.
    private mutating func change(
        _ path: String, _ kind: JSONPatchError.Operation,
        _ body: (inout Value, String) throws(JSONPatchProblem) -> Void
    ) throws(JSONPatchError) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map(Self.decoded)
        guard let key = parts.last else { throw .missingPath(kind, path) }
        do throws(JSONPatchProblem) {
            try Self.change(&value, parts.dropLast()) { (parent) throws(JSONPatchProblem) in try body(&parent, key) }
        } catch .noContainer {
            throw .missingPath(kind, path)
        } catch {
            throw .failed(kind, path, error)
        }
    }

    private static func change(
        _ value: inout Value, _ path: ArraySlice<String>, _ body: (inout Value) throws(JSONPatchProblem) -> Void
    ) throws(JSONPatchProblem) {
        guard value.object != nil || value.array != nil else { throw .noContainer }
        guard let key = path.first else { return try body(&value) }
        var child: Value
        do throws(JSONPatchProblem) { child = try value.patchedValue(at: key) } catch { throw .noContainer }
        try change(&child, path.dropFirst(), body)
        try value.replacePatched(child, at: key)
    }

    /// `~1` stands for a slash, `~0` for a tilde.
    private static func decoded(_ part: Substring) -> String {
        guard part.contains("~") else { return String(part) }
        var result: [UInt8] = []
        var rest = part.utf8[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "~"), let digit = rest.first, digit & 0xFE == UInt8(ascii: "0") {
                rest.removeFirst()
                result.append(digit == UInt8(ascii: "0") ? byte : UInt8(ascii: "/"))
            } else {
                result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
