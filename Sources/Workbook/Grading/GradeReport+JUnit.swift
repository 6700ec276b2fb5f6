extension GradeReport {
    /// For CI: a suite for each submission, a test case for each check, with a short message and the whole diagnosis.
    ///
    /// Names are the same whatever the result, so that a history of builds matches; points are properties.
    var junit: String {
        var xml = XMLWriter()
        xml.open("testsuites", [("name", lesson.id)] + counts(grades))
        for grade in grades { write(grade, to: &xml) }
        xml.close("testsuites")
        return xml.text
    }

    private func counts(_ grades: [Grade]) -> [(String, String)] {
        let checks = grades.flatMap(\.checks)
        let unread = grades.count { grade in if case .graded = grade.outcome { false } else { true } }
        let failures = checks.count { if case .failed = $0.result.outcome { true } else { false } }
        let skipped = checks.count {
            switch $0.result.outcome {
            case .skipped, .excused: true
            case .passed, .failed: false
            }
        }
        return [
            ("tests", "\(checks.count + unread)"), ("failures", "\(failures)"), ("errors", "\(unread)"),
            ("skipped", "\(skipped)"),
        ]
    }

    private func write(_ grade: Grade, to xml: inout XMLWriter) {
        xml.open("testsuite", [("name", grade.submission)] + counts([grade]))
        xml.open("properties", [])
        xml.empty("property", [("name", "score"), ("value", Points.text(grade.points))])
        xml.empty("property", [("name", "maxScore"), ("value", Points.text(grade.pointsMax))])
        xml.close("properties")
        for check in grade.checks { write(check, to: &xml) }
        switch grade.outcome {
        case .graded: break
        case .unreadable(let problem): writeError("unreadable", problem.message(language), to: &xml)
        case .exceeded(let budget, _): writeError("budget", budget, to: &xml)
        }
        let complaints = grade.complaints.lines(language)
        if !complaints.isEmpty { xml.element("system-err", [], text: complaints.joined(separator: "\n")) }
        xml.close("testsuite")
    }

    private func writeError(_ type: String, _ message: String, to xml: inout XMLWriter) {
        xml.open("testcase", [("name", "submission"), ("classname", lesson.id)])
        xml.empty("error", [("message", message), ("type", type)])
        xml.close("testcase")
    }

    private func write(_ check: GradedCheck, to xml: inout XMLWriter) {
        xml.open("testcase", [("name", check.result.check), ("classname", "\(lesson.id).\(check.result.step)")])
        xml.open("properties", [])
        xml.empty("property", [("name", "points"), ("value", Points.text(check.points))])
        xml.empty("property", [("name", "maxPoints"), ("value", Points.text(check.pointsMax))])
        xml.close("properties")
        let details = details(check.result)
        switch check.result.outcome {
        case .passed: break
        case .skipped, .excused: xml.empty("skipped", [("message", details.joined(separator: " "))])
        case .failed:
            let message = details.prefix(2).joined(separator: " ").shortened()
            xml.element("failure", [("message", message), ("type", "check")], text: details.joined(separator: "\n"))
        }
        xml.close("testcase")
    }
}

/// Writes XML 1.0 line by line.
struct XMLWriter {
    private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    private var depth = 0

    mutating func open(_ name: String, _ attributes: [(String, String)]) {
        line("<\(tag(name, attributes))>")
        depth += 1
    }

    mutating func close(_ name: String) {
        depth -= 1
        line("</\(name)>")
    }

    mutating func empty(_ name: String, _ attributes: [(String, String)]) {
        line("<\(tag(name, attributes))/>")
    }

    mutating func element(_ name: String, _ attributes: [(String, String)], text: String) {
        line("<\(tag(name, attributes))>\(Self.escaped(text))</\(name)>")
    }

    private func tag(_ name: String, _ attributes: [(String, String)]) -> String {
        name + attributes.map { " \($0.0)=\"\(Self.escaped($0.1))\"" }.joined()
    }

    private mutating func line(_ content: String) {
        text += String(repeating: "  ", count: depth) + content + "\n"
    }

    /// The text with XML's own characters escaped and what XML cannot hold left out.
    ///
    /// Source: XML 1.0, section 2.2 (Char).
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.withoutControls.unicodeScalars where scalar.value != 0xFFFE && scalar.value != 0xFFFF {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&apos;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
