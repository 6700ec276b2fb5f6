/// The order in which go-yaml writes the keys of a map: numbers inside keys by value, other signs before letters.
///
/// `a-1`, `a-2`, `a-10`, `a_b`, `ab`. Source: go.yaml.in/yaml/v2 (sorter.go).
enum YAMLKeyOrder {
    static func precedes(_ left: String, _ right: String) -> Bool {
        let (left, right) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
        guard let index = zip(left, right).enumerated().first(where: { $1.0 != $1.1 })?.offset else {
            return left.count < right.count
        }
        switch (isLetter(left[index]), isLetter(right[index])) {
        case (true, true): return left[index] < right[index]
        case (true, false): return false
        case (false, true): return true
        case (false, false): break
        }
        let lead = hasLeadingDigit(left, before: index, left[index], right[index]) ? 1 : 0
        let (leftNumber, leftEnd) = number(left, from: index, lead: lead)
        let (rightNumber, rightEnd) = number(right, from: index, lead: lead)
        if leftNumber != rightNumber { return leftNumber < rightNumber }
        return leftEnd != rightEnd ? leftEnd < rightEnd : left[index] < right[index]
    }

    /// Whether a zero at the difference continues a number, as in `10` and `100`, rather than beginning one.
    private static func hasLeadingDigit(
        _ scalars: [Unicode.Scalar], before index: Int, _ left: Unicode.Scalar, _ right: Unicode.Scalar
    ) -> Bool {
        guard left == "0" || right == "0" else { return false }
        return scalars[..<index].reversed().prefix(while: isDigit).contains { $0 != "0" }
    }

    private static func number(_ scalars: [Unicode.Scalar], from start: Int, lead: Int) -> (value: Int, end: Int) {
        var value = lead
        var end = start
        while end < scalars.count, isDigit(scalars[end]) {
            value = value &* 10 &+ Int(scalars[end].value) - 0x30
            end += 1
        }
        return (value, end)
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .decimalNumber
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
        default: return false
        }
    }
}
