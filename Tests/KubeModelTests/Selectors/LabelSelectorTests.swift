import Documents
import KubeModel
import Testing

struct LabelSelectorTests {
    private let labels: Object = ["app": "web", "tier": "front", "size": "10"]

    @Test(arguments: [
        ("", true), ("app=web", true), ("app==web", true), ("app!=web", false), ("app=api", false),
        ("app in (web, api)", true), ("app notin (web,api)", false), ("missing notin (a)", true), ("app", true),
        ("!app", false), ("!missing", true), ("size>9", true), ("size<9", false), ("missing!=x", true),
        ("app=web,tier in (front),!old", true), ("app=web,old", false),
    ])
    func `matches`(text: String, isMatch: Bool) throws {
        #expect(try LabelSelector.parsed(text).matches(labels) == isMatch)
    }

    @Test(arguments: [
        ("tier=front, app = web", "app=web,tier=front"), ("app==web", "app=web"),
        ("app in (b,a)", "app in (a,b)"), ("app notin (a)", "app notin (a)"), ("!x,y", "!x,y"), ("n > 3", "n>3"),
    ])
    func `prints in order`(text: String, printed: String) throws {
        #expect(try LabelSelector.parsed(text).description == printed)
    }

    @Test(arguments: [
        ("app in web", "unable to parse requirement: found 'web' expected: '('"),
        ("app=a b", "found 'b', expected: ',' or 'end of string'"),
        ("app=web,", "found '', expected: identifier after ','"),
        ("app in (a", "unable to parse requirement: found '', expected: ',' or ')'"),
        ("=a", "found '=', expected: !, identifier, or 'end of string'"),
    ])
    func `refuses`(text: String, message: String) {
        #expect(throws: APIError.self) { try LabelSelector.parsed(text) }
        do {
            _ = try LabelSelector.parsed(text)
        } catch {
            #expect(error.message.hasSuffix(message), "\(error.message)")
        }
    }

    @Test func `reads the selectors of objects`() {
        let selector: Value = [
            "matchLabels": ["app": "web"],
            "matchExpressions": [["key": "tier", "operator": "In", "values": ["front", "back"]]],
        ]
        #expect(LabelSelector(selector: selector).matches(labels))
        #expect(LabelSelector(selector: selector).description == "app=web,tier in (back,front)")
        #expect(!LabelSelector(selector: selector).matches(["app": "web"]))
        #expect(LabelSelector(selector: ["app": "web"], isPlainMap: true).matches(labels))
        #expect(LabelSelector(selector: .object([:])).matches(labels))
        #expect(!LabelSelector(selector: .null).matches(labels))
    }
}

struct FieldSelectorTests {
    private func value(_ field: String) -> String { field == "metadata.name" ? "web" : "" }

    @Test(arguments: [
        ("", true), ("metadata.name=web", true), ("metadata.name==web", true), ("metadata.name!=web", false),
        ("metadata.name=web,status.phase=", true), ("metadata.name=web,status.phase!=", false),
    ])
    func `matches`(text: String, isMatch: Bool) throws {
        #expect(try FieldSelector.parsed(text).matches(value) == isMatch)
    }

    @Test func `refuses what is no term`() {
        do {
            _ = try FieldSelector.parsed("metadata.name")
            Issue.record("taken")
        } catch {
            #expect(error.message.hasSuffix("invalid selector: 'metadata.name'; can't understand 'metadata.name'"))
        }
    }
}
