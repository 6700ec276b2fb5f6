/// Whether a whole text is of a pattern, for those who need no more of regular expressions.
package enum WholeMatch {
    /// `nil` when the pattern is no regular expression.
    package static func matches(_ pattern: String, _ text: String) -> Bool? {
        do {
            let expression = try RegularExpression("^(?:\(pattern))$", syntax: .programming)
            return expression.firstMatch(in: Array(text.utf8)) != nil
        } catch {
            return nil
        }
    }
}
