/// Why a list of operations cannot be applied.
package enum JSONPatchError: Error, Hashable, Sendable {
    package enum Operation: String, Hashable, Sendable {
        case add, remove, replace, move, copy, test
    }

    /// The type of what should be a list, in Go's spelling.
    case noList(found: String)
    case unexpectedKind(String)
    /// An operation has no `path` or `from`.
    case missingField(Operation, String)
    /// The document has no object or list that holds the value.
    case missingPath(Operation, String)
    case missingKey(String)
    case failed(Operation, String, JSONPatchProblem)
    case testFailed(path: String)
    case copiesTooLarge(limit: Int)
}

/// Why an object or list does not take an operation.
package enum JSONPatchProblem: Error, Hashable, Sendable {
    case noContainer
    case nonexistentKey(String)
    case invalidIndex(Int)
    case indexNoNumber(String)
    case improperIndex(String)
}

extension JSONPatchError {
    package var message: String {
        switch self {
        case .noList(let type): "json: cannot unmarshal \(type) into Go value of type jsonpatch.Patch"
        case .unexpectedKind(let name): "Unexpected kind: \(name)"
        case .missingField(let operation, let name):
            "\(operation.rawValue) operation failed to decode \(name): missing value"
        case .missingPath(let operation, let path):
            "\(operation.rawValue) operation does not apply: \(Self.missing(operation, path)): missing value"
        case .missingKey(let path): "replace operation does not apply: doc is missing key: \(path): missing value"
        case .failed(let operation, let path, let problem):
            "error in \(operation.rawValue) for path: '\(path)': \(problem.message)"
        case .testFailed(let path): "testing value \(path) failed: test failed"
        case .copiesTooLarge(let limit): "copy operations add more than \(limit) values"
        }
    }

    private static func missing(_ operation: Operation, _ path: String) -> String {
        switch operation {
        case .add, .remove: "doc is missing path: \(GoText.quoted(path))"
        case .replace: "doc is missing path: \(path)"
        case .move, .copy: "doc is missing from path: \(path)"
        case .test: "is missing path: \(path)"
        }
    }
}

extension JSONPatchProblem {
    var message: String {
        switch self {
        case .noContainer: "missing value"
        case .nonexistentKey(let key): "Unable to remove nonexistent key: \(key): missing value"
        case .invalidIndex(let index): "Unable to access invalid index: \(index): invalid index referenced"
        case .indexNoNumber(let text): "strconv.Atoi: parsing \(GoText.quoted(text)): invalid syntax"
        case .improperIndex(let text):
            "value was not a proper array index: '\(text)': "
                + "strconv.Atoi: parsing \(GoText.quoted(text)): invalid syntax"
        }
    }
}
