/// What each check of a lesson is worth.
///
/// Checks that name no points share what the lesson has left; a lesson that names none either is worth one point.
/// Source of the rule: otter-grader's test files, where unspecified points are zero as soon as others are specified.
package enum Points {
    /// One number for each check, in their order.
    package static func shares(of checks: [Check], total: Double?) -> [Double] {
        let given = checks.compactMap(\.points)
        let open = checks.count - given.count
        let sum = given.reduce(0, +)
        if given.allSatisfy({ $0 == 0 }) && total == nil {
            return checks.map { $0.points != nil && open > 0 ? 0 : 1 / Double(open > 0 ? open : checks.count) }
        }
        guard let total else { return checks.map { $0.points ?? 0 } }
        let rest = max(0, total - sum)
        return checks.map { $0.points ?? (open > 0 ? rest / Double(open) : 0) }
    }

    /// `2`, `0.33333`: at most five digits after the point.
    static func text(_ points: Double) -> String {
        let scaled = Int64((points * 100_000).rounded())
        let fraction = String(scaled % 100_000)
        var digits = String(repeating: "0", count: 5 - fraction.count) + fraction
        while digits.hasSuffix("0") { digits.removeLast() }
        return digits.isEmpty ? "\(scaled / 100_000)" : "\(scaled / 100_000).\(digits)"
    }

    static func rounded(_ points: Double) -> Double { (points * 100_000).rounded() / 100_000 }
}
