package import Documents

/// One place where an object is not as expected.
package struct Mismatch: Hashable, Sendable {
    /// `spec.template.spec.containers[name=web].image`
    package var path: String
    package var expected: Expected
    /// `nil` when the object has nothing there.
    package var actual: Value?

    package enum Expected: Hashable, Sendable {
        case scalar(ScalarPattern)
        /// A whole list or object.
        case value(Value)
        case nothing
        /// An element of a list; `present` names those that are there.
        case element(present: [String])
        /// No elements but those named; `extra` names the others.
        case noOthers(extra: [String])
        /// Elements in this order.
        case order([String])
    }

    package init(path: String, expected: Expected, actual: Value?) {
        self.path = path
        self.expected = expected
        self.actual = actual
    }
}

/// The way to a field, with elements of lists named by their keys rather than by their places.
struct KeyedPath: Hashable, Sendable {
    private(set) var text = ""

    func key(_ name: String) -> KeyedPath {
        if name.contains(where: { $0 == "." || $0 == "/" }) { return KeyedPath(text: "\(text)[\(name)]") }
        return KeyedPath(text: text.isEmpty ? name : "\(text).\(name)")
    }

    func element(_ keys: [(name: String, value: String)]) -> KeyedPath {
        KeyedPath(text: "\(text)[\(keys.map { "\($0.name)=\($0.value)" }.joined(separator: ","))]")
    }

    func index(_ index: Int) -> KeyedPath {
        KeyedPath(text: "\(text)[\(index)]")
    }
}
