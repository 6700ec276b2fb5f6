import Testing

@testable import Documents

private let pods: Value = [
    "kind": "List",
    "items": [
        [
            "metadata": ["name": "api", "labels": ["app.kubernetes.io/name": "api", "tier": "backend"]],
            "spec": [
                "replicas": 2, "ratio": 0.5, "big": .double(1e6), "paused": false, "empty": .null, "args": ["a", "b"],
            ],
            "status": ["phase": "Running"],
        ],
        ["metadata": ["name": "db", "labels": ["tier": "data"]], "status": ["phase": "Pending"]],
    ],
    "data": ["password": "czNjcmV0", "bad": "x!"],
]

struct GoTemplateTests {
    @Test(arguments: [
        (
            #"{{range .items}}{{.metadata.name}}{{"\t"}}{{index .metadata.labels "tier"}}{{"\n"}}{{end}}"#,
            "api\tbackend\ndb\tdata\n"
        ),
        ("{{.metadata.annotations.owner}}", "<no value>"),
        (
            "{{(index .items 0).spec.replicas}} {{(index .items 0).spec.ratio}} {{(index .items 0).spec.big}}",
            "2 0.5 1e+06"
        ),
        ("{{(index .items 0).spec.empty}} {{(index .items 0).spec.paused}}", "<no value> false"),
        ("{{(index .items 0).spec.args}} {{(index .items 0).status}}", "[a b] map[phase:Running]"),
        ("{{.data.password | base64decode}}", "s3cret"),
        ("{{range $i, $pod := .items}}{{$i}}={{$pod.metadata.name}} {{end}}", "0=api 1=db "),
        ("{{range $key, $value := .data}}{{$key}}:{{len $value}} {{end}}", "bad:2 password:8 "),
        ("{{range .nothing}}x{{else}}none{{end}}", "none"),
        ("{{range 3}}{{.}}{{end}}", "012"),
        ("{{range .items}}{{if eq .status.phase \"Running\"}}{{.metadata.name}}{{end}}{{end}}", "api"),
        (
            "{{range .items}}{{if eq .metadata.name \"a\" \"db\"}}{{.metadata.name}}{{else if .spec}}spec{{else}}-{{end}}{{end}}",
            "specdb"
        ),
        ("{{with .data}}{{.password}}{{end}}{{with .none}}x{{else with .kind}}{{.}}{{end}}", "czNjcmV0List"),
        ("a {{- /* a comment */ -}} b {{- 1 -}} c", "ab1c"),
        ("{{/* a\ncomment */}}x", "x"),
        ("{{$x := 1}}{{range .items}}{{$x = len .metadata.name}}{{end}}{{$x}}", "2"),
        ("{{and .kind \"\" .none}}|{{or .none .kind}}|{{not .none}}", "|List|true"),
        (
            "{{lt 1 2}} {{le 2 2}} {{gt 1.5 2.5}} {{ge \"b\" \"a\"}} {{ne .kind \"x\"}} {{eq .none nil}}",
            "true true false true true true"
        ),
        ("{{define \"name\"}}<{{.metadata.name}}>{{end}}{{range .items}}{{template \"name\" .}}{{end}}", "<api><db>"),
        ("{{block \"b\" .kind}}[{{.}}]{{end}}", "[List]"),
        ("{{range .items}}{{if eq .metadata.name \"db\"}}{{break}}{{end}}{{.metadata.name}}{{end}}", "api"),
        ("{{range .items}}{{if eq .metadata.name \"api\"}}{{continue}}{{end}}{{.metadata.name}}{{end}}", "db"),
        (
            "{{printf \"%-5s|%5d|%05.1f|%q|%v|%t|%T\" .kind 42 3.14159 \"x\" .data.bad true .kind}}",
            "List |   42|003.1|\"x\"|x!|true|string"
        ),
        (
            "{{printf \"%d %s %d\" \"x\" 5}} {{printf \"%d\" 1 2}}",
            "%!d(string=x) %!s(int=5) %!d(MISSING) 1%!(EXTRA int=2)"
        ),
        ("{{print 1 2 \"a\" \"b\" 3}} {{println .kind 1}}", "1 2ab3 List 1\n"),
        ("{{html \"<a&b>\"}} {{urlquery \"a b/c\"}} {{js \"it's\"}}", "&lt;a&amp;b&gt; a+b%2Fc it\\'s"),
        ("{{slice .kind 1 3}} {{len (slice .items 1)}}", "is 1"),
        (
            "{{exists . \"items\" 0 \"metadata\"}} {{exists . \"items\" 7}} {{exists .data \"nope\"}}",
            "true false false"
        ),
        ("{{(.items | len) | printf \"%03d\"}} {{`raw\\n`}} {{'a'}} {{0x10}}", "002 raw\\n 97 16"),
        ("{{index .data \"none\"}} {{index .items 0 \"metadata\" \"name\"}}", "<no value> api"),
        ("{{ $n := \"x\" }}{{ with $n }}{{ $n }}{{ . }}{{ end }}", "xx"),
    ])
    func `prints what kubectl prints`(template: String, text: String) throws {
        #expect(try GoTemplate.parse(template).render(pods) == text)
    }

    @Test(arguments: [
        ("{{.metadata.name", "template: output:1: unclosed action"),
        ("a\n{{.x\n\n", "template: output:4: unclosed action started at output:2"),
        ("{{range .items}}x", "template: output:1: unexpected EOF"),
        ("x{{end}}", "template: output:1: unexpected {{end}}"),
        ("{{if}}x{{end}}", "template: output:1: missing value for if"),
        ("{{foo .x}}", #"template: output:1: function "foo" not defined"#),
        ("{{$x}}", #"template: output:1: undefined variable "$x""#),
        ("{{.x!}}", "template: output:1: bad character U+0021 '!'"),
        ("{{\"abc}}", "template: output:1: unterminated quoted string"),
        ("{{.x | 1}}", "template: output:1: non executable command in pipeline stage 2"),
        ("{{(.x}}", "template: output:1: unclosed left paren"),
        ("{{.x)}}", "template: output:1: unexpected right paren"),
        ("{{}}", "template: output:1: missing value for command"),
        ("{{break}}", "template: output:1: {{break}} outside {{range}}"),
        ("{{if .x}}{{else}}{{else}}{{end}}", "template: output:1: expected end; found {{else}}"),
        ("{{1.x}}", #"template: output:1: bad number syntax: "1.x""#),
        ("{{nil.x}}", #"template: output:1: unexpected . after term "nil""#),
        ("{{.x ]}}", #"template: output:1: unexpected "]" in operand"#),
        ("{{end .x}}", #"template: output:1: unexpected ".x" in end"#),
        ("{{define 1}}{{end}}", #"template: output:1: unexpected "1" in define clause"#),
        ("{{range $a, $b, $c := .x}}{{end}}", "template: output:1: too many declarations in range"),
    ])
    func `refuses templates that do not parse`(template: String, message: String) {
        let error = #expect(throws: GoTemplateError.self) { try GoTemplate.parse(template) }
        #expect(error?.message == message)
    }

    @Test(arguments: [
        (
            "{{.kind.name}}",
            #"template: output:1:7: executing "output" at <.kind.name>: can't evaluate field name in type interface {}"#
        ),
        (
            "x\n {{range .items}}{{.spec.empty.x}}{{end}}",
            #"template: output:2:24: executing "output" at <.spec.empty.x>: nil pointer evaluating interface {}.x"#
        ),
        (
            "{{index .items 5}}",
            #"template: output:1:2: executing "output" at <index .items 5>: error calling index: index out of range: 5"#
        ),
        (
            "{{index .items 2}}",
            #"template: output:1:2: executing "output" at <index .items 2>: error calling index: reflect: slice index out of range"#
        ),
        (
            "{{index .none \"a\"}}",
            #"template: output:1:2: executing "output" at <index .none "a">: error calling index: index of untyped nil"#
        ),
        (
            "{{range .kind}}{{end}}",
            #"template: output:1:8: executing "output" at <.kind>: range can't iterate over List"#
        ),
        (
            "{{.none | base64decode}}",
            #"template: output:1:10: executing "output" at <base64decode>: invalid value; expected string"#
        ),
        (
            "{{.data.bad | base64decode}}",
            #"template: output:1:14: executing "output" at <base64decode>: error calling base64decode: base64 decode failed: illegal base64 data at input byte 1"#
        ),
        (
            "{{.items | base64decode}}",
            #"template: output:1:11: executing "output" at <base64decode>: wrong type for value; expected string; got []interface {}"#
        ),
        ("{{len}}", #"template: output:1:2: executing "output" at <len>: wrong number of args for len: want 1 got 0"#),
        (
            "{{eq 1 \"a\"}}",
            #"template: output:1:2: executing "output" at <eq 1 "a">: error calling eq: incompatible types for comparison"#
        ),
        (
            "{{lt .none 1}}",
            #"template: output:1:2: executing "output" at <lt .none 1>: error calling lt: invalid type for comparison"#
        ),
        (
            "{{.kind 1}}",
            #"template: output:1:2: executing "output" at <.kind>: kind is not a method but has arguments"#
        ),
        ("{{1 2}}", #"template: output:1:2: executing "output" at <1>: can't give argument to non-function 1"#),
        (
            "{{template \"x\"}}",
            #"template: output:1:11: executing "output" at <{{template "x"}}>: template "x" not defined"#
        ),
        ("{{nil}}", #"template: output:1:2: executing "output" at <nil>: nil is not a command"#),
    ])
    func `says where a template fails`(template: String, message: String) throws {
        let parsed = try GoTemplate.parse(template)
        let error = #expect(throws: GoTemplateError.self) { try parsed.render(pods) }
        #expect(error?.message == message)
    }

    @Test func `keeps what was written before a failure`() throws {
        let output = try GoTemplate.parse("{{.kind}} {{.kind.x}}").execute(pods)
        #expect(output.text == "List ")
        #expect(output.failure != nil)
    }

    @Test(arguments: [
        (
            "{{.metadata.x}}",
            #"template: output:1:11: executing "output" at <.metadata.x>: map has no entry for key "metadata""#
        ),
        (
            "{{.kind}}{{$.data.x}}",
            #"template: output:1:12: executing "output" at <$.data.x>: map has no entry for key "x""#
        ),
    ])
    func `may insist on keys`(template: String, message: String) throws {
        let parsed = try GoTemplate.parse(template)
        let error = #expect(throws: GoTemplateError.self) { try parsed.render(pods, allowMissingKeys: false) }
        #expect(error?.message == message)
    }

    @Test(arguments: [
        "{{define \"x\"}}{{template \"x\"}}{{end}}{{template \"x\"}}",
        "{{define \"x\"}}{{template \"x\"}}{{template \"x\"}}{{end}}{{template \"x\"}}",
        "{{range 1000000}}{{range 1000000}}x{{end}}{{end}}",
        "{{range 1000000000000}}{{end}}",
    ])
    func `stops templates that would not end`(template: String) throws {
        let parsed = try GoTemplate.parse(template)
        #expect(parsed.execute(.null, stepLimit: 10_000).failure != nil)
    }

    @Test func `reports a failure with the object`() throws {
        let template = try GoTemplate.parse("{{.a.b}}")
        let value: Value = ["a": 1]
        let failure = try #require(template.execute(value).failure)
        #expect(
            template.report(of: failure, on: value) == """
                Error executing template: template: output:1:4: executing "output" at <.a.b>: can't evaluate field b in type interface {}. Printing more information for debugging the template:
                \ttemplate was:
                \t\t{{.a.b}}
                \traw data was:
                \t\t{"a":1}
                \tobject given to template engine was:
                \t\tmap[a:1]


                """)
    }
}
