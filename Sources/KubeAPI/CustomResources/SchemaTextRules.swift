import Documents
import KubeModel

/// What texts may be.
enum SchemaTextRules {
    static func check(
        _ text: String, _ schema: Value, _ path: FieldPath, name: String, _ errors: inout FieldErrors
    ) {
        let count = Int64(text.unicodeScalars.count)
        if let most = schema.number("maxLength"), count > most { errors.tooLong(path, maxBytes: Int(most)) }
        if let least = schema.number("minLength"), count < least {
            errors.invalid(path, text, "\(name) in body should be at least \(least) chars long")
        }
        let pattern = schema.text("pattern")
        if !pattern.isEmpty, !matches(text, pattern) {
            errors.invalid(path, text, "\(name) in body should match '\(pattern)'")
        }
        let format = schema.text("format")
        if !isOf(text, format) {
            errors.invalid(path, text, "\(name) in body must be of type \(format): \(GoText.quoted(text))")
        }
    }

    /// Patterns are Go's regular expressions; those that cannot be read were refused with the definition.
    private static func matches(_ text: String, _ pattern: String) -> Bool {
        switch SchemaPattern.parsed(pattern) {
        case .success(let expression): text.firstMatch(of: expression) != nil
        case .failure: true
        }
    }

    /// Formats that the server does not know say nothing.
    private static func isOf(_ text: String, _ format: String) -> Bool {
        switch format {
        case "date-time": Instant(rfc3339: text) != nil
        case "date": text.utf8.count == 10 && Instant(rfc3339: text + "T00:00:00Z") != nil
        case "ipv4": !text.contains(":") && NetworkAddress(text) != nil
        case "ipv6": text.contains(":") && NetworkAddress(text) != nil
        case "cidr": AddressBlock(text) != nil
        case "byte": isBase64(text)
        case "uuid", "uuid3", "uuid4", "uuid5": isIdentifier(text)
        default: true
        }
    }

    private static func isBase64(_ text: String) -> Bool {
        switch GoBase64.check(text) {
        case .success: true
        case .failure: false
        }
    }

    private static func isIdentifier(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        return parts.map(\.utf8.count) == [8, 4, 4, 4, 12] && parts.joined().allSatisfy(\.isHexDigit)
    }
}

/// A regular expression of a schema.
enum SchemaPattern {
    struct Problem: Error {
        var message: String
    }

    static func parsed(_ pattern: String) -> Result<Regex<AnyRegexOutput>, Problem> {
        do { return .success(try Regex(pattern)) } catch {
            return .failure(Problem(message: "error parsing regexp: `\(pattern)`"))
        }
    }
}
