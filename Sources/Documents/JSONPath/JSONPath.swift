/// A template of kubectl's JSONPath: `{range .items[*]}{.metadata.name}{"\n"}{end}`.
///
/// Text outside braces stands for itself; each pair of braces is an action. A map is walked in the order of its keys,
/// where Go's order would change from run to run.
/// Source: k8s.io/client-go/util/jsonpath (parser.go, jsonpath.go, 1.36).
package struct JSONPath: Hashable, Sendable {
    package let template: String
    /// Whether a field that is not there gives nothing rather than an error.
    package let allowMissingKeys: Bool
    let nodes: [JSONPathNode]
}

/// A part of a template.
indirect enum JSONPathNode: Hashable, Sendable {
    /// The steps of one action, each applied to the results of the one before.
    case list([JSONPathNode])
    case text(String)
    case field(String)
    case array(JSONPathRange)
    case filter(left: [JSONPathNode], comparison: JSONPathComparison)
    case integer(Int64)
    case float(Double)
    case bool(Bool)
    case wildcard
    case recursive
    case union([[JSONPathNode]])
    /// `range`, `end`, or a word that means nothing.
    case identifier(String)
}

/// `[0]`, `[1:3]`, `[-1:]`, `[::2]`.
struct JSONPathRange: Hashable, Sendable {
    var start: Int?
    var end: Int?
    var step: Int?
    /// Whether the end was not written but follows from a single index.
    var isIndex = false
}

/// What a filter asks of the left side.
enum JSONPathComparison: Hashable, Sendable {
    case exists
    /// The operator as written: only `==`, `!=`, `<`, `<=`, `>` and `>=` mean something.
    case operation(String, right: [JSONPathNode])
}

extension JSONPath {
    package static func parse(_ template: String, allowMissingKeys: Bool) throws(JSONPathError) -> JSONPath {
        var parser = JSONPathParser(template)
        let nodes = try parser.parseTemplate()
        return JSONPath(template: template, allowMissingKeys: allowMissingKeys, nodes: nodes)
    }

    /// Reads a path as `--sort-by` and custom columns take it: `{.metadata.name}`, `.metadata.name`, `metadata.name`.
    ///
    /// Source: k8s.io/kubectl/pkg/cmd/get (`RelaxedJSONPathExpression` in customcolumn.go).
    package static func parseRelaxed(_ path: String, allowMissingKeys: Bool) throws(JSONPathError) -> JSONPath {
        guard !path.isEmpty else { return try parse("", allowMissingKeys: allowMissingKeys) }
        return try parse(relaxedTemplate(path), allowMissingKeys: allowMissingKeys)
    }

    /// The template that a relaxed path stands for: `{.metadata.name}`.
    package static func relaxedTemplate(_ path: String) throws(JSONPathError) -> String {
        let braces: Set<UInt8> = [UInt8(ascii: "{"), UInt8(ascii: "}")]
        var body = Array(path.utf8)[...]
        if body.first == UInt8(ascii: "{"), body.last == UInt8(ascii: "}") { body = body.dropFirst().dropLast() }
        if body.first == UInt8(ascii: "."), body.count > 1 { body = body.dropFirst() }
        guard !body.isEmpty, !body.contains(where: braces.contains) else { throw .unexpectedPath }
        return "{." + String(decoding: body, as: UTF8.self) + "}"
    }

    /// What each action and text of the template finds, in order, with ranges unrolled.
    package func results(_ value: Value) throws(JSONPathError) -> [[Value]] {
        var evaluation = JSONPathEvaluation(path: self)
        return try evaluation.results(from: 0, in: value)
    }

    /// The text of the template for a value: strings as they are, lists and maps as JSON, with spaces between the
    /// results of one action.
    package func render(_ value: Value) throws(JSONPathError) -> String {
        try results(value).map { $0.map(\.jsonPathText).joined(separator: " ") }.joined()
    }

    /// What each action finds as an indented JSON array with a newline: `-o jsonpath-as-json`.
    package func renderJSON(_ value: Value) throws(JSONPathError) -> String {
        try results(value).map { JSON.encode(.array($0), style: .indented(4)) + "\n" }.joined()
    }
}

extension Value {
    fileprivate var jsonPathText: String {
        switch self {
        case .null: "null"
        case .array, .object: JSON.encode(self)
        case .bool, .integer, .double, .string: goText
        }
    }
}
