import Documents
import KubeModel

/// Schemas that are made of other schemas.
enum SchemaCombinations {
    static func check(
        _ value: Value, _ schema: Value, _ path: FieldPath, name: String, _ errors: inout FieldErrors
    ) {
        let attempts: (String) -> [FieldErrors] = { kind in
            schema.list(kind).map { alternative in
                var found = FieldErrors()
                SchemaValidator.check(value, alternative, path, name: name, &found)
                return found
            }
        }
        let any = attempts("anyOf")
        if !any.isEmpty, !any.contains(where: \.isEmpty) {
            report(name, "must validate at least one schema (anyOf)", &errors)
            if let best = any.min(by: { $0.count < $1.count }) { errors.add(contentsOf: best) }
        }
        let one = attempts("oneOf")
        let good = one.count(where: \.isEmpty)
        if !one.isEmpty, good != 1 {
            let found = good == 0 ? "Found none valid" : "Found \(good) valid alternatives"
            report(name, "must validate one and only one schema (oneOf). \(found)", &errors)
            if good == 0, let best = one.min(by: { $0.count < $1.count }) { errors.add(contentsOf: best) }
        }
        let all = attempts("allOf")
        let failed = all.filter { !$0.isEmpty }
        if !failed.isEmpty {
            let words = failed.count == all.count ? ". None validated" : ""
            report(name, "must validate all the schemas (allOf)\(words)", &errors)
            for failure in failed { errors.add(contentsOf: failure) }
        }
        guard let forbidden = schema["not"] else { return }
        var found = FieldErrors()
        SchemaValidator.check(value, forbidden, path, name: name, &found)
        if found.isEmpty { report(name, "must not validate the schema (not)", &errors) }
    }

    /// These are told of the whole object, with the place in their words.
    private static func report(_ name: String, _ problem: String, _ errors: inout FieldErrors) {
        errors.add(FieldError("<nil>", .invalid("", "\(GoText.quoted(name)) \(problem)")))
    }
}
