import Documents
import Foundation
import FoundationXML
import Testing
import Workbook

struct GradeReportTests {
    private func lesson() throws -> Lesson {
        let checks = [
            Check(id: "pod", points: 2, kind: .expect(ExpectCheck(try pattern("{kind: Pod, metadata: {name: a}}")))),
            try expectation("ready", "{kind: Pod, metadata: {name: a}, status: {phase: Running}}", needs: ["pod"]),
        ]
        return Lesson(id: "demo", folder: "01-demo", points: 3, steps: [LessonStep(id: "step", checks: checks)])
    }

    private func grade(_ name: String, _ yaml: String) throws -> Grade {
        let attempt = LessonAttempt(try lesson())
        return Grade(submission: name, lesson: try lesson(), results: attempt.allResults(in: try HandMadeCluster(yaml)))
    }

    private func report(_ language: Language = .english) throws -> GradeReport {
        let pod =
            "{apiVersion: v1, kind: Pod, metadata: {name: a, namespace: eks-work}, status: {phase: \"<Pen&ding>\"}}"
        return GradeReport(
            lesson: try lesson(),
            grades: [
                try grade("empty.sh", ""), try grade("half.sh", pod),
                Grade(submission: "odd", outcome: .unreadable(.binary)),
            ], language: language)
    }

    @Test func `text says what was expected, found and what to try`() throws {
        #expect(
            try report().written(as: .text) == """
                demo: demo

                empty.sh: 0/3 points
                  step: step
                    [FAIL] pod (0/2)
                           expected Pod a in namespace eks-work, found none
                           next:  kubectl get pods -n eks-work
                    [skip] ready: looked at once "pod" has passed (0/1)
                           expected Pod a {"status":{"phase":"Running"}}, not looked at yet

                half.sh: 2/3 points
                  step: step
                    [pass] pod (2/2)
                    [FAIL] ready (0/1)
                           Pod a in namespace eks-work:
                             status.phase: expected Running, found <Pen&ding>
                           next:  kubectl describe pod/a -n eks-work

                odd: is no text; hand in a shell script, a folder of manifests or a saved journal

                [FAIL] empty.sh  0/3 points
                [FAIL] half.sh   2/3 points
                [FAIL] odd       0/0 points

                """)
    }

    @Test func `JSON holds every finding`() throws {
        let value = try JSON.parse(try report().written(as: .json))
        let half = value["submissions"]?[1]
        #expect(half?["score"] == 2)
        #expect(half?["checks"]?[1]?["findings"]?[0]?["mismatches"]?[0]?["path"] == "status.phase")
        #expect(half?["checks"]?[1]?["findings"]?[0]?["mismatches"]?[0]?["expected"] == "Running")
        #expect(value["submissions"]?[2]?["status"] == "unreadable")
    }

    @Test func `JUnit is well-formed and counts`() throws {
        let xml = try report(.japanese).written(as: .junit)
        let parser = JUnitReader()
        #expect(parser.read(xml))
        #expect(parser.suites == ["empty.sh", "half.sh", "odd"])
        #expect(parser.cases == ["pod", "ready", "pod", "ready", "submission"])
        #expect(xml.contains(#"<testsuites name="demo" tests="5" failures="2" errors="1" skipped="1">"#))
        #expect(xml.contains("&lt;Pen&amp;ding&gt;"))
    }

    @Test func `XML holds no control characters`() throws {
        let grade = Grade(submission: "a\u{1B}[2J\u{0}\u{FFFF}\"", outcome: .graded([]))
        let xml = GradeReport(lesson: try lesson(), grades: [grade], language: .english).written(as: .junit)
        #expect(xml.contains(#"<testsuite name="a[2J&quot;""#))
    }

    @Test(
        arguments: [
            ([], 0, 0), ([0], 0, 0), ([0, 1], 1, 0), ([1, 4], 4, 4), ([5, 4, 1], 5, 5),
        ] as [([Int32], Int32, Int32)])
    func `the worst submission decides the exit code`(codes: [Int32], code: Int32, lenient: Int32) throws {
        let empty = try grade("empty", "")
        let grades = codes.map { code in
            switch code {
            case 0: Grade(submission: "ok", outcome: .graded([]))
            case 4: Grade(submission: "odd", outcome: .unreadable(.notFound))
            case 5: Grade(submission: "long", outcome: .exceeded("steps", []))
            default: empty
            }
        }
        #expect(grades.exitCode(isLenient: false) == code)
        #expect(grades.exitCode(isLenient: true) == lenient)
    }

    @Test(
        arguments: [
            ([nil, nil], nil, [0.5, 0.5]), ([2, nil], nil, [2, 0]), ([2, nil, nil], 4, [2, 1, 1]),
            ([nil, nil], 3, [1.5, 1.5]),
            ([0, 0], nil, [0.5, 0.5]), ([0, nil], nil, [0, 1]), ([1, 2], nil, [1, 2]),
        ] as [([Double?], Double?, [Double])])
    func `shares points out`(points: [Double?], total: Double?, shares: [Double]) throws {
        let checks = points.map { Check(id: "c", points: $0, kind: .printed(PrintedCheck(text: .words("x")))) }
        #expect(Points.shares(of: checks, total: total) == shares)
    }
}

/// Reads the names of a JUnit file with the system's own parser.
private final class JUnitReader: NSObject, XMLParserDelegate {
    var suites: [String] = []
    var cases: [String] = []

    func read(_ xml: String) -> Bool {
        let parser = XMLParser(data: Data(xml.utf8))
        parser.delegate = self
        return parser.parse()
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        if name == "testsuite" { suites.append(attributes["name"] ?? "") }
        if name == "testcase" { cases.append(attributes["name"] ?? "") }
    }
}
