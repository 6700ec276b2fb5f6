import Documents

/// Checks as `lesson.yaml` writes them.
extension LessonNode {
    private static let kinds = ["expect", "absent", "always", "http", "printed"]
    private static let options = ["id", "points", "needs", "within", "count", "exact", "ordered", "scriptOnly"]

    /// - Parameter isScriptOnly: What the step says for all of its checks.
    func check(isScriptOnly: Bool = false) throws(LessonError) -> Check {
        let members = try members(Self.options + Self.kinds)
        let id = try required("id").identifier()
        let kinds = Self.kinds.filter { members[$0] != nil }
        guard let kind = kinds.first, kinds.count == 1 else { throw error(.notOneCheckKind(kinds)) }
        try refuseOptions(["count"], unless: kind == "expect", kind: kind)
        try refuseOptions(["exact", "ordered"], unless: ["expect", "absent", "always"].contains(kind), kind: kind)
        try refuseOptions(["within"], unless: kind != "printed" && kind != "always", kind: kind)
        return Check(
            id: id, points: try member("points")?.number(), needs: try member("needs")?.identifiers() ?? [],
            within: try member("within")?.duration(), kind: try checkKind(kind),
            isScriptOnly: try member("scriptOnly")?.flag() ?? isScriptOnly)
    }

    private func refuseOptions(_ options: [String], unless isAllowed: Bool, kind: String) throws(LessonError) {
        guard !isAllowed, let option = options.first(where: { member($0) != nil }) else { return }
        throw error(.optionForOtherKind(option: option, kind: kind), at: option)
    }

    private func checkKind(_ kind: String) throws(LessonError) -> Check.Kind {
        let lists = ListRule(
            isExact: try member("exact")?.flag() ?? false, isOrdered: try member("ordered")?.flag() ?? false)
        let node = try required(kind)
        switch kind {
        case "expect":
            return .expect(ExpectCheck(try node.objectPattern(lists: lists), count: try member("count")?.pattern()))
        case "absent": return .absent(try node.objectPattern(lists: lists))
        case "always": return .always(try node.objectPattern(lists: lists))
        case "http": return .http(try node.httpCheck())
        default: return .printed(try node.printedCheck())
        }
    }

    private func httpCheck() throws(LessonError) -> HTTPCheck {
        _ = try members(["from", "url", "status", "body"])
        let request = HTTPRequest(source: try member("from")?.string() ?? "", url: try required("url").string())
        return HTTPCheck(
            request, status: try member("status")?.pattern() ?? .equal(200), body: try member("body")?.textPattern())
    }

    private func printedCheck() throws(LessonError) -> PrintedCheck {
        if case .string = value { return PrintedCheck(text: try textPattern()) }
        _ = try members(["by", "text"])
        return PrintedCheck(by: try member("by")?.textPattern(), text: try required("text").textPattern())
    }

    func mistake() throws(LessonError) -> Mistake {
        _ = try members(["when", "unless", "say"])
        return Mistake(
            when: try required("when").objectPatterns(), unless: try member("unless")?.objectPatterns() ?? [],
            section: try required("say").identifier())
    }
}
