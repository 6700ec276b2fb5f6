import Testing

@testable import Documents

/// The two pods that the recorded templates were asked of.
private let pods: Value = [
    "apiVersion": "v1", "kind": "List", "metadata": ["resourceVersion": ""],
    "items": [
        [
            "metadata": ["name": "api", "labels": ["tier": "backend"], "annotations": ["example.com/owner": "team-a"]],
            "spec": [
                "containers": [
                    ["name": "app", "image": "nginx:1.25", "ports": [["containerPort": 8080]]],
                    ["name": "sidecar", "image": "busybox:1.36", "command": ["sleep", "3600"]],
                ]
            ],
            "status": ["phase": "Running", "ready": true, "load": 0.5],
        ],
        [
            "metadata": ["name": "db", "labels": ["tier": "data"]],
            "spec": ["containers": [["name": "redis", "image": "redis:7"]]],
            "status": ["phase": "Running"],
        ],
    ],
]

struct JSONPathTests {
    @Test(arguments: [
        ("{.items[*].metadata.name}", "api db"),
        (
            #"{range .items[*]}{.metadata.name}{"\t"}{.status.phase}{"\n"}{end}"#,
            "api\tRunning\ndb\tRunning\n"
        ),
        (
            #"{range .items[*]}{.metadata.name}:{range .spec.containers[*]} {.name}={.image}{end}{"\n"}{end}"#,
            "api: app=nginx:1.25 sidecar=busybox:1.36\ndb: redis=redis:7\n"
        ),
        (#"{.items[?(@.metadata.labels.tier=="data")].metadata.name}{"\n"}"#, "db\n"),
        ("{.items[?(@.metadata.labels.tier=='backend')].spec.containers[*].image}", "nginx:1.25 busybox:1.36"),
        (#"{.items[0].metadata.annotations.example\.com/owner}"#, "team-a"),
        (#"{.items[0].metadata.annotations['example\.com/owner']}"#, "team-a"),
        ("{.items[0].metadata.labels}", #"{"tier":"backend"}"#),
        ("{.items[0].spec.containers[-1:].name}", "sidecar"),
        ("{.items[0].spec.containers[-1].name}", "sidecar"),
        ("{.items[0].spec.containers[0].ports[0].containerPort}", "8080"),
        ("{..image}", "nginx:1.25 busybox:1.36 redis:7"),
        ("{.items[0].metadata.nope}", ""),
        (".metadata.name", ".metadata.name"),
        ("{range .items[1].spec.containers[*]}{.name}", "redis"),
        ("{.items[0]['metadata.name','status.phase']}", "api Running"),
        ("{.items[0].spec.containers[0,1].name}", "app sidecar"),
        ("{.items[::2].metadata.name}", "api"),
        ("{.items[*].metadata.labels.*}", "backend data"),
        ("{.items[?(@.status.ready)].metadata.name}", "api"),
        ("{.items[?(@.status.ready==true)].metadata.name}", "api"),
        ("{.items[?(@.status.load>0.2)].metadata.name}", "api"),
        ("{.items[0].spec.containers[1].command}", #"["sleep","3600"]"#),
        (#"{range .nothing[*]}{.x}{end}done"#, "done"),
        ("{$.kind} {@.kind}", "List List"),
        ("{.items[0].status.load}", "0.5"),
    ])
    func `prints what kubectl prints`(template: String, text: String) throws {
        #expect(try JSONPath.parse(template, allowMissingKeys: true).render(pods) == text)
    }

    @Test(arguments: [
        ("{.items[*.metadata.name}", "unterminated array"),
        ("{.metadata.name", "unclosed action"),
        ("{.items[?(@.name=~/^test$/)]}", "unrecognized character in action: U+002F '/'"),
        (#"{.items[?(@.a=="b" && @.c=="d")]}"#, "unrecognized character in action: U+0026 '&'"),
        ("{.items[x]}", "invalid array index x"),
        ("{....a}", "invalid multiple recursive descent"),
        ("{'a}", "unterminated quoted string"),
        ("{.items[?(@.a}", "unterminated filter"),
        ("{1.2.3}", "cannot parse number 1.2.3"),
    ])
    func `refuses templates that do not parse`(template: String, message: String) {
        expectJSONPathMessage(message) { () throws(JSONPathError) in
            _ = try JSONPath.parse(template, allowMissingKeys: true)
        }
    }

    @Test(arguments: [
        ("{.items[0].metadata.nope}", "nope is not found"),
        ("{.items[5].metadata}", "array index out of bounds: index 5, length 2"),
        ("{.kind[0]}", "string is not array or slice"),
        ("{.metadata[?(@.a)]}", "map[resourceVersion:] is not array or slice and cannot be filtered"),
        (#"{.items[?(@.kind=="x")]}"#, "kind is not found"),
        (#"{.items[?(@.metadata=="x")]}"#, "invalid type for comparison"),
        (#"{.items[?(@.status.phase==1)]}"#, "incompatible types for comparison"),
        ("{end}", "not in range, nothing to end"),
        ("{nope}", "unrecognized identifier nope"),
        ("{.items[::0]}", "step must be > 0"),
    ])
    func `says what is missing in the value`(template: String, message: String) {
        expectJSONPathMessage(message) { () throws(JSONPathError) in
            _ = try JSONPath.parse(template, allowMissingKeys: false).render(pods)
        }
    }

    @Test(arguments: ["{.metadata.name}", "{metadata.name}", ".metadata.name", "metadata.name"])
    func `accepts relaxed paths`(path: String) throws {
        #expect(try JSONPath.relaxedTemplate(path) == "{.metadata.name}")
    }

    @Test func `refuses relaxed paths with braces inside`() {
        expectJSONPathMessage(
            "unexpected path string, expected a 'name1.name2' or '.name1.name2' or '{name1.name2}' or '{.name1.name2}'"
        ) { () throws(JSONPathError) in
            _ = try JSONPath.relaxedTemplate("{.spec.replicas")
        }
    }

    @Test func `gives the values behind a path`() throws {
        let path = try JSONPath.parseRelaxed("spec.containers[*].name", allowMissingKeys: true)
        #expect(try path.results(pods["items"]?[0] ?? .null) == [["app", "sidecar"]])
    }

    @Test func `prints results as json`() throws {
        let path = try JSONPath.parse("{.items[*].metadata.labels}", allowMissingKeys: true)
        #expect(
            try path.renderJSON(pods) == """
                [
                    {
                        "tier": "backend"
                    },
                    {
                        "tier": "data"
                    }
                ]

                """)
    }

    @Test func `reports a failure with the object`() throws {
        let path = try JSONPath.parse("{.x}", allowMissingKeys: false)
        let value: Value = ["a": [1, .null]]
        #expect(
            path.report(of: .fieldNotFound("x"), on: value)
                == "error executing jsonpath \"{.x}\": Error executing template: x is not found. "
                + "Printing more information for debugging the template:\n\ttemplate was:\n\t\t{.x}\n"
                + "\tobject given to jsonpath engine was:\n"
                + "\t\tmap[string]interface {}{\"a\":[]interface {}{1, interface {}(nil)}}\n\n")
    }
}

private func expectJSONPathMessage(
    _ message: String, sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws(JSONPathError) -> Void
) {
    do {
        try body()
        Issue.record("no error", sourceLocation: sourceLocation)
    } catch {
        #expect(error.message == message, sourceLocation: sourceLocation)
    }
}
