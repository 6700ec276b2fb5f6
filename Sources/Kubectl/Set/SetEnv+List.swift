import Documents
import KubeAPI
import KubeModel

extension KubectlContext {
    /// Prints the variables of all containers, init containers last; objects without pods are passed over.
    ///
    /// Source: `k8s.io/kubectl/pkg/cmd/set/set_env.go`.
    mutating func listEnvironment(_ infos: [ResourceInfo], changing updated: ([Value]) -> [Value]) throws(KubectlError)
    {
        for info in infos {
            guard let path = PodSpecPath.path(of: info.type.kind), let spec = info.object?[path: path] else { continue }
            let containers = ["containers", "initContainers"].flatMap { spec[$0]?.array ?? [] }
            for container in containers {
                let name = container["name"]?.string ?? ""
                guard Glob.matches(flags.text("containers"), name) else { continue }
                writeLine("# \(info.type.kind) \(info.name), container \(name)")
                var failures: [String] = []
                for variable in updated(container["env"]?.array ?? []) {
                    if let failure = try listVariable(variable, of: container, in: info) { failures.append(failure) }
                }
                for failure in failures { printError(failure) }
            }
        }
    }

    /// Prints one variable; what `--resolve` cannot find is the answer.
    private mutating func listVariable(_ variable: Value, of container: Value, in info: ResourceInfo)
        throws(KubectlError) -> String?
    {
        let name = variable["name"]?.string ?? ""
        guard let source = variable["valueFrom"] else {
            writeLine("\(name)=\(variable["value"]?.string ?? "")")
            return nil
        }
        guard flags.bool("resolve") else {
            writeLine("# \(name) from \(Self.description(of: source))")
            return nil
        }
        switch try resolved(source, of: container, in: info) {
        case .value(let value): writeLine("\(name)=\(value)")
        case .unresolved(let reason):
            writeLine("# \(name) from \(Self.description(of: source))")
            return reason.isEmpty ? nil : "error retrieving reference for \(name): \(reason)"
        }
        return nil
    }

    /// What a reference stands for.
    private enum Resolution {
        case value(String)
        /// With the reason, where kubectl says one.
        case unresolved(String)
    }

    /// Source: `k8s.io/kubectl/pkg/cmd/set/env` `GetEnvVarRefValue`.
    private mutating func resolved(_ source: Value, of container: Value, in info: ResourceInfo) throws(KubectlError)
        -> Resolution
    {
        if let field = source["fieldRef"] { return Self.resolved(field: field["fieldPath"]?.string ?? "", in: info) }
        if let resource = source["resourceFieldRef"] {
            return Self.resolved(resource: resource, of: container, in: info)
        }
        for (field, type, isEncoded) in [
            ("configMapKeyRef", ResourceType.configMaps, false), ("secretKeyRef", .secrets, true),
        ] {
            guard let reference = source[field], let name = reference["name"]?.string,
                let key = reference["key"]?.string
            else { continue }
            let object: Object
            do { object = try get(type, name) } catch { return .unresolved(error.text) }
            guard let value = object["data"]?[key]?.string else {
                return .unresolved("key \(key) not found in \(isEncoded ? "secret" : "config map") \(name)")
            }
            return .value(isEncoded ? Base64.decode(value).map { String(decoding: $0, as: UTF8.self) } ?? "" : value)
        }
        return .unresolved("")
    }

    private static func resolved(field path: String, in info: ResourceInfo) -> Resolution {
        let metadata = info.object?["metadata"]
        switch path {
        case "metadata.name", "metadata.namespace", "metadata.uid":
            return .value(metadata?[String(path.dropFirst("metadata.".count))]?.string ?? "")
        case "metadata.labels", "metadata.annotations":
            let pairs = metadata?[String(path.dropFirst("metadata.".count))]?.object ?? [:]
            return .value(pairs.map { "\($0)=\(($1.string ?? "").goQuoted)" }.joined(separator: "\n"))
        default: return .unresolved("unsupported fieldPath: \(path)")
        }
    }

    /// A request or limit in units of the divisor, rounded up: `limits.cpu` of `250m` is 1.
    private static func resolved(resource: Value, of container: Value, in info: ResourceInfo) -> Resolution {
        var owner = container
        if let name = resource["containerName"]?.string, !name.isEmpty, let path = PodSpecPath.path(of: info.type.kind)
        {
            let containers = info.object?[path: path + ["containers"]]?.array ?? []
            guard let other = containers.first(where: { $0["name"]?.string == name }) else {
                return .unresolved("container \(name) not found")
            }
            owner = other
        }
        let parts = (resource["resource"]?.string ?? "").split(separator: ".", maxSplits: 1).map(String.init)
        guard parts.count == 2, ["limits", "requests"].contains(parts[0]) else {
            return .unresolved("unsupported container resource : \(resource["resource"]?.string ?? "")")
        }
        let amount = Quantity(owner["resources"]?[parts[0]]?[parts[1]]?.string ?? "0")
        let written = Quantity(resource["divisor"]?.string ?? "1")
        let divisor = written?.isZero == true ? Quantity(1) : written
        guard let amount, let divisor, divisor.nanos > 0 else { return .value("0") }
        let (whole, rest) = amount.nanos.quotientAndRemainder(dividingBy: divisor.nanos)
        return .value(String(whole + (rest > 0 ? 1 : 0)))
    }

    /// Source: `k8s.io/kubectl/pkg/cmd/set/env` `GetEnvVarRefString`.
    private static func description(of source: Value) -> String {
        for (field, words) in [("configMapKeyRef", "configmap"), ("secretKeyRef", "secret")] {
            guard let reference = source[field] else { continue }
            return "\(words) \(reference["name"]?.string ?? ""), key \(reference["key"]?.string ?? "")"
        }
        if let field = source["fieldRef"] { return "field path \(field["fieldPath"]?.string ?? "")" }
        guard let resource = source["resourceFieldRef"] else { return "invalid valueFrom" }
        let container = resource["containerName"]?.string ?? ""
        return "resource field \(container.isEmpty ? "" : "\(container)/")\(resource["resource"]?.string ?? "")"
    }
}
