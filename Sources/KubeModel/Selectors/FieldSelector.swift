/// Which values fields of an object must or must not have: `status.phase=Running,metadata.name!=web`.
package struct FieldSelector: Hashable, Sendable {
    package struct Term: Hashable, Sendable {
        package var field: String
        package var value: String
        package var isEqual: Bool

        package init(field: String, value: String, isEqual: Bool) {
            self.field = field
            self.value = value
            self.isEqual = isEqual
        }
    }

    package var terms: [Term]

    package init(terms: [Term]) {
        self.terms = terms
    }
}

extension FieldSelector {
    package var fields: [String] { terms.map(\.field) }
    package var isEverything: Bool { terms.isEmpty }

    /// Whether the fields' values, as `value` tells them, are the wanted ones.
    package func matches(_ value: (String) -> String) -> Bool {
        terms.allSatisfy { (value($0.field) == $0.value) == $0.isEqual }
    }

    /// Reads a selector. Source: k8s.io/apimachinery/pkg/fields/selector.go
    package static func parsed(_ text: String) throws(APIError) -> FieldSelector {
        var terms: [Term] = []
        do {
            for part in split(text) where !part.isEmpty { terms.append(try term(part, in: text)) }
        } catch {
            throw .badRequest(error.message)
        }
        return FieldSelector(terms: terms.sorted { ($0.field, $0.value) < ($1.field, $1.value) })
    }

    /// Cuts at commas that no backslash stands before.
    private static func split(_ text: String) -> [String] {
        var parts: [String] = []
        var current = ""
        var isEscaped = false
        for character in text.unicodeScalars {
            if character == ",", !isEscaped {
                parts.append(current)
                current = ""
                continue
            }
            isEscaped = character == "\\" && !isEscaped
            current.unicodeScalars.append(character)
        }
        parts.append(current)
        return parts
    }

    private static func term(_ part: String, in text: String) throws(SelectorError) -> Term {
        for (sign, isEqual) in [("!=", false), ("==", true), ("=", true)] {
            guard let range = firstRange(of: sign, in: part) else { continue }
            let value = try unescaped(String(part[range.upperBound...]))
            return Term(field: String(part[..<range.lowerBound]), value: value, isEqual: isEqual)
        }
        throw .fieldTerm(part, in: text)
    }

    /// The sign at the first place where any sign stands.
    private static func firstRange(of sign: String, in part: String) -> Range<String.Index>? {
        var index = part.startIndex
        while index < part.endIndex {
            let rest = part[index...]
            for candidate in ["!=", "==", "="] where rest.hasPrefix(candidate) {
                return candidate == sign ? index..<part.index(index, offsetBy: candidate.count) : nil
            }
            index = part.index(after: index)
        }
        return nil
    }

    private static func unescaped(_ value: String) throws(SelectorError) -> String {
        var result = ""
        var isEscaped = false
        for scalar in value.unicodeScalars {
            if isEscaped {
                guard scalar == "\\" || scalar == "," || scalar == "=" else { throw .fieldEscape(value) }
                result.unicodeScalars.append(scalar)
                isEscaped = false
            } else if scalar == "\\" {
                isEscaped = true
            } else if scalar == "," || scalar == "=" {
                throw .fieldEscape(value)
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        guard !isEscaped else { throw .fieldEscape(value) }
        return result
    }
}

extension FieldSelector: CustomStringConvertible {
    package var description: String {
        terms.map { "\($0.field)\($0.isEqual ? "=" : "!=")\(Self.escaped($0.value))" }.joined(separator: ",")
    }

    private static func escaped(_ value: String) -> String {
        var result = ""
        for scalar in value.unicodeScalars {
            if scalar == "\\" || scalar == "," || scalar == "=" { result += "\\" }
            result.unicodeScalars.append(scalar)
        }
        return result
    }
}
