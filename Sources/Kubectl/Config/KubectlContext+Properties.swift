import Documents
import Shell

extension KubectlContext {
    /// `current-context`, `contexts.eks.namespace`, `clusters.eks.server`, `users.admin.token`; `nil` removes.
    ///
    /// Source: `k8s.io/kubectl/pkg/cmd/config/set.go`, `unset.go`, `navigation_step_parser.go`.
    mutating func setProperty(_ name: String, to text: String?) throws(KubectlError) {
        var configuration = try kubeconfig()
        let steps = name.split(separator: ".").map(String.init)
        let value = try propertyValue(steps.last ?? "", text)
        switch steps.first {
        case "clusters" where steps.count == 1 && value == nil: configuration.clusters = [:]
        case "contexts" where steps.count == 1 && value == nil: configuration.contexts = [:]
        case "users" where steps.count == 1 && value == nil: configuration.users = [:]
        case "current-context" where steps.count == 1: configuration.currentContext = text ?? ""
        case "contexts" where steps.count > 1: try Self.set(&configuration.contexts, steps, value)
        case "clusters" where steps.count > 1: try Self.set(&configuration.clusters, steps, value)
        case "users" where steps.count > 1: try Self.set(&configuration.users, steps, value)
        default: throw .message("unable to parse \(name) after [] at api.Config")
        }
        try save(configuration)
    }

    private static func set(_ entries: inout Object, _ steps: [String], _ value: Value?) throws(KubectlError) {
        if value == nil, steps.count > 2, entries[steps[1]] == nil {
            throw .message("current map key `\(steps[1])` is invalid")
        }
        entries[path: steps.dropFirst()] = value
    }

    /// A text as the field takes it: a truth, base64 of bytes, or itself.
    private func propertyValue(_ field: String, _ text: String?) throws(KubectlError) -> Value? {
        guard let text else { return nil }
        if ["insecure-skip-tls-verify", "disable-compression"].contains(field) {
            guard let truth = Bool(goText: text) else {
                throw .message("strconv.ParseBool: parsing \(text.goQuoted): invalid syntax")
            }
            return .bool(truth)
        }
        guard field.hasSuffix("-data") else { return .string(text) }
        if flags.bool("set-raw-bytes") { return .string(Base64.encode(Array(text.utf8))) }
        guard Base64.decode(text) != nil else {
            let alphabet = text.utf8.prefix { $0 == 0x2B || $0 == 0x2F || $0.isLetterOrDigit }
            let offset = alphabet.count == text.utf8.count ? text.utf8.count / 4 * 4 : alphabet.count
            throw .message("error decoding input value: illegal base64 data at input byte \(offset)")
        }
        return .string(text)
    }
}

extension UInt8 {
    fileprivate var isLetterOrDigit: Bool {
        switch self {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }
}
