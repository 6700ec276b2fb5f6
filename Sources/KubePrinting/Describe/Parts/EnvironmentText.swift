import Documents
import KubeModel

extension DescribeWriter {
    /// Whole sources of variables, then the variables themselves with where their values come from.
    mutating func environment(_ container: Value, pod: Object?) {
        let sources = container.list("envFrom")
        if !sources.isEmpty { line("Environment Variables from:", level: 2) }
        for source in sources { environmentSource(source) }
        let variables = container.list("env")
        line(variables.isEmpty ? "Environment:\t<none>" : "Environment:", level: 2)
        for variable in variables {
            if let source = variable["valueFrom"] {
                let text = EnvironmentText.text(source, container: container, pod: pod)
                if let text { field(variable.text("name"), text, level: 3) }
            } else {
                plainVariable(variable)
            }
        }
    }

    private mutating func environmentSource(_ source: Value) {
        let isMap = source["configMapRef"] != nil
        let reference = source["configMapRef"] ?? source["secretRef"] ?? .null
        let kind = isMap ? "ConfigMap" : source["secretRef"] != nil ? "Secret" : ""
        let prefix = source.text("prefix")
        let from = prefix.isEmpty ? kind : "\(kind) with prefix '\(prefix)'"
        row([reference.text("name"), from, "Optional: \(reference.flag("optional"))"], level: 3)
    }

    private mutating func plainVariable(_ variable: Value) {
        let lines = variable.text("value").split(separator: "\n", omittingEmptySubsequences: false)
        field(variable.text("name"), lines.first ?? "", level: 3)
        for text in lines.dropFirst() { line("\t\(text)", level: 3) }
    }
}

/// Where the value of an environment variable comes from.
enum EnvironmentText {
    /// `web-0 (v1:metadata.name)`, `1 (limits.cpu)`, `<set to the key 'user' in secret 'db'>⇥Optional: false`
    static func text(_ source: Value, container: Value, pod: Object?) -> String? {
        if let field = source["fieldRef"] {
            let path = field.text("fieldPath")
            return "\(pod.map { value(at: path, of: $0) } ?? "") (\(field.text("apiVersion")):\(path))"
        }
        if let field = source["resourceFieldRef"] { return resource(field, container) }
        if let key = source["secretKeyRef"] { return reference("in secret", key) }
        return source["configMapKeyRef"].map { reference("of config map", $0) }
    }

    private static func reference(_ relation: String, _ key: Value) -> String {
        "<set to the key '\(key.text("key"))' \(relation) '\(key.text("name"))'>\tOptional: \(key.flag("optional"))"
    }

    /// The metadata of a pod that kubectl's own field labels know; empty for other fields.
    ///
    /// Source: k8s.io/kubectl/pkg/describe `EnvValueRetriever`, k8s.io/apimachinery `DefaultMetaV1FieldSelectorConversion`.
    private static func value(at path: String, of pod: Object) -> String {
        switch path {
        case "metadata.name": pod.name
        case "metadata.namespace": pod.namespace
        default: ""
        }
    }

    /// A container's own request or limit in units of the divisor, rounded up.
    private static func resource(_ reference: Value, _ container: Value) -> String {
        let name = reference.text("resource")
        let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
        let amount = parts.count == 2 ? Quantity(container["resources", parts[0], parts[1]]) ?? .zero : .zero
        let written = Quantity(reference["divisor"]) ?? .zero
        let divisor = written.isZero ? Quantity(1) : written
        let value = (amount.nanos + divisor.nanos - 1) / divisor.nanos
        let isUnlimited = value == 0 && (name == "limits.cpu" || name == "limits.memory")
        return "\(isUnlimited ? "node allocatable" : String(value)) (\(name))"
    }
}
