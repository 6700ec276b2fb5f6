import Testing

@testable import Kubectl

struct FlagParserTests {
    static let flags: [Flag] = [
        .text("output", "o", "format"), .bool("watch", "w", "watch"), .bool("stdin", "i", "stdin"),
        .integer("replicas", "count"), .integer("small", bits: 32, "a small number"), .list("filename", "f", "files"),
        .array("env", "variables"), .duration("timeout", "time"),
        .text("dry-run", default: "none", bare: "unchanged", "dry"),
    ]

    static func parse(_ words: [String]) throws(FlagError) -> FlagParser {
        var parser = FlagParser(flags: flags)
        try parser.parse(words)
        return parser
    }

    @Test(arguments: [
        ["-o=yaml"], ["-oyaml"], ["-o", "yaml"], ["--output=yaml"], ["--output", "yaml"], ["-woyaml"],
        ["pods", "-o", "yaml"],
    ])
    func `takes a value in every form`(words: [String]) throws {
        #expect(try Self.parse(words).parsed.text("output") == "yaml")
    }

    @Test func `keeps arguments before, between and after flags`() throws {
        let parser = try Self.parse(["get", "-w", "pods", "--output", "wide", "web", "--", "-x", "--y"])
        #expect(parser.arguments == ["get", "pods", "web", "-x", "--y"])
        #expect(parser.dashIndex == 3)
    }

    @Test func `joins short flags without values`() throws {
        let parsed = try Self.parse(["-iw"]).parsed
        #expect(parsed.bool("stdin") && parsed.bool("watch"))
    }

    @Test func `turns a switch off by name`() throws {
        let parsed = try Self.parse(["--watch=false"]).parsed
        #expect(!parsed.bool("watch") && parsed.isSet("watch"))
    }

    @Test func `splits lists at commas and adds repetitions`() throws {
        #expect(try Self.parse(["-f", "a,b", "--filename=c"]).parsed.list("filename") == ["a", "b", "c"])
        #expect(try Self.parse(["--env=a=1,2", "--env", "b"]).parsed.list("env") == ["a=1,2", "b"])
    }

    @Test func `reads durations and numbers as Go does`() throws {
        #expect(try Self.parse(["--timeout=1m30s"]).parsed.duration("timeout") == .seconds(90))
        #expect(try Self.parse(["--replicas=0x10"]).parsed.integer("replicas") == 16)
    }

    @Test func `a flag may mean something without a value`() throws {
        #expect(try Self.parse(["--dry-run"]).parsed.text("dry-run") == "unchanged")
        #expect(try Self.parse([]).parsed.text("dry-run") == "none")
    }

    @Test(arguments: [
        (["--nope"], "unknown flag: --nope"),
        (["-x"], "unknown shorthand flag: 'x' in -x"),
        (["-wx"], "unknown shorthand flag: 'x' in -x"),
        (["--output"], "flag needs an argument: --output"),
        (["-o"], "flag needs an argument: 'o' in -o"),
        (["--=x"], "bad flag syntax: --=x"),
        (
            ["--replicas=two"],
            #"invalid argument "two" for "--replicas" flag: strconv.ParseInt: parsing "two": invalid syntax"#
        ),
        (
            ["--small=3000000000"],
            #"invalid argument "3000000000" for "--small" flag: strconv.ParseInt: parsing "3000000000": value out of range"#
        ),
        (
            ["--watch=maybe"],
            #"invalid argument "maybe" for "-w, --watch" flag: strconv.ParseBool: parsing "maybe": invalid syntax"#
        ),
        (["--timeout=5"], #"invalid argument "5" for "--timeout" flag: time: missing unit in duration "5""#),
        (["--timeout=two"], #"invalid argument "two" for "--timeout" flag: time: invalid duration "two""#),
        (["--timeout=5x"], #"invalid argument "5x" for "--timeout" flag: time: unknown unit "x" in duration "5x""#),
    ])
    func `says what is wrong`(words: [String], message: String) {
        do {
            _ = try Self.parse(words)
            Issue.record("\(words) was taken")
        } catch {
            #expect(error.message == message)
        }
    }

    @Test(arguments: [("90s", "1m30s"), ("1h", "1h0m0s"), ("1.5s", "1.5s"), ("300ms", "300ms"), ("0", "0s")])
    func `writes durations as Go does`(text: String, written: String) {
        #expect(Duration(goText: text)?.goText == written)
    }
}
