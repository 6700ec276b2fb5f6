import KubeModel

/// Which query parameters of a list or watch go together.
///
/// Source: k8s.io/apimachinery/pkg/apis/meta/internalversion/validation/validation.go
enum ListOptionRules {
    static func check(_ options: RequestOptions, isWatch: Bool) throws(APIError) {
        let errors = isWatch ? watchErrors(options) : listErrors(options)
        guard errors.isEmpty else {
            throw .invalid(
                GroupVersionKind(group: "meta.k8s.io", version: "v1", kind: "ListOptions"), name: "", errors)
        }
    }

    /// The number of a resourceVersion; zero when none is given.
    static func revision(_ text: String) throws(APIError) -> Int64 {
        if text.isEmpty { return 0 }
        guard let revision = Int64(text), revision >= 0 else {
            throw .badRequest(
                "invalid resource version \"\(text)\": strconv.ParseUint: parsing \"\(text)\": invalid syntax")
        }
        return revision
    }

    private static let match = "resourceVersionMatch"

    private static func watchErrors(_ options: RequestOptions) -> [FieldError] {
        var errors: [FieldError] = []
        if options.sendsInitialEvents != nil, options.resourceVersionMatch != "NotOlderThan" {
            errors.append(
                .forbidden(match, "sendInitialEvents requires setting resourceVersionMatch to NotOlderThan"))
        }
        guard !options.resourceVersionMatch.isEmpty else { return errors }
        if options.sendsInitialEvents == nil {
            errors.append(
                .forbidden(match, "resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided"))
        }
        if options.resourceVersionMatch != "NotOlderThan" {
            errors.append(.notSupported(match, .string(options.resourceVersionMatch), ["NotOlderThan"]))
        }
        if !options.continueToken.isEmpty {
            errors.append(.forbidden(match, "resourceVersionMatch is forbidden when continue is provided"))
        }
        return errors
    }

    private static func listErrors(_ options: RequestOptions) -> [FieldError] {
        var errors: [FieldError] = []
        if options.sendsInitialEvents != nil {
            errors.append(.forbidden("sendInitialEvents", "sendInitialEvents is forbidden for list"))
        }
        guard !options.resourceVersionMatch.isEmpty else { return errors }
        if options.resourceVersion.isEmpty {
            errors.append(.forbidden(match, "resourceVersionMatch is forbidden unless resourceVersion is provided"))
        }
        if !options.continueToken.isEmpty {
            errors.append(.forbidden(match, "resourceVersionMatch is forbidden when continue is provided"))
        }
        if !["Exact", "NotOlderThan"].contains(options.resourceVersionMatch) {
            errors.append(.notSupported(match, .string(options.resourceVersionMatch), ["Exact", "NotOlderThan"]))
        }
        if options.resourceVersionMatch == "Exact", options.resourceVersion == "0" {
            errors.append(
                .forbidden(match, "resourceVersionMatch \"exact\" is forbidden for resourceVersion \"0\""))
        }
        return errors
    }
}
