import Testing

@testable import Documents

/// The mistakes of shared recordings and of daily life, in go-yaml's words.
struct YAMLSyntaxErrorTests {
    @Test(arguments: [
        (
            "apiVersion: v1\nkind: Pod\nmetadata:\n\tname: web\n",
            "error converting YAML to JSON: yaml: line 4: found character that cannot start any token"
        ),
        (
            "apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n   labels:\n    app: web\n",
            "error converting YAML to JSON: yaml: line 5: mapping values are not allowed in this context"
        ),
        (
            "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: \"greeting\ndata:\n  text: hello\n",
            "error converting YAML to JSON: yaml: line 7: found unexpected end of stream"
        ),
        (
            "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: broken\n data: {a: one}\n",
            "error converting YAML to JSON: yaml: line 4: did not find expected key"
        ),
        ("a: b: c\n", "error converting YAML to JSON: yaml: mapping values are not allowed in this context"),
        ("a: *b\n", "error converting YAML to JSON: yaml: unknown anchor 'b' referenced"),
        ("a: &b [*b]\n", "error converting YAML to JSON: yaml: anchor 'b' value contains itself"),
        (
            "image: {{ .Values.image }}\n",
            "error converting YAML to JSON: yaml: invalid map key: "
                + "map[interface {}]interface {}{\".Values.image\":interface {}(nil)}"
        ),
        ("<<: 1\n", "error converting YAML to JSON: yaml: map merge requires map or sequence of maps as the value"),
        ("a: !!int x\n", "error converting YAML to JSON: yaml: cannot decode !!str `x` as a !!int"),
        ("a: \u{1}\n", "error converting YAML to JSON: yaml: control characters are not allowed"),
        (
            "a: .inf\n",
            "error converting YAML to JSON: error converting YAML to JSON: json: unsupported value: +Inf"
        ),
        ("a: 1\n--- b\n", "invalid Yaml document separator: b"),
        ("{\"a\": \"one\"\n", "unexpected EOF"),
        ("{\"a\" \"one\"}\n", "json: offset 6: invalid character '\"' after object key"),
    ])
    func `says what go-yaml says`(text: String, message: String) {
        expectMessage(message) { try YAML.documents(in: text) }
    }
}

/// Expects a document error with exactly this text.
func expectMessage<Result>(
    _ message: String, sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws -> Result
) {
    do {
        let result = try body()
        Issue.record("no error but \(result)", sourceLocation: sourceLocation)
    } catch let error as DocumentError {
        #expect(error.message == message, sourceLocation: sourceLocation)
    } catch {
        Issue.record("another error: \(error)", sourceLocation: sourceLocation)
    }
}
