import Documents
import KubeAPI
import KubeModel

/// The variables of a container, from its image, the services around it, and its spec.
///
/// Source: `makeEnvironmentVariables` of `pkg/kubelet/kubelet_pods.go`.
struct EnvironmentBuilder {
    let container: Container
    let facts: FieldFacts
    /// What the image sets.
    let base: [(name: String, value: String)]
    let hostName: String
    /// A process will see them; on hollow nodes nothing does.
    let isRun: Bool
}

extension EnvironmentBuilder {
    func build(api: borrowing APIServer) throws(ConfigurationError) -> [(name: String, value: String)] {
        var environment = Environment()
        if isRun { addBasics(&environment, api: api) }
        let namespace = try facts.field("metadata.namespace")
        for source in container.value["envFrom"]?.array ?? [] {
            try addAll(source, namespace, &environment, api: api)
        }
        for variable in container.value["env"]?.array ?? [] {
            guard let name = variable["name"]?.string else { continue }
            if let value = try value(of: variable, namespace, environment, api: api) { environment.set(name, value) }
        }
        return environment.list
    }

    /// What every process gets: a path, its host's name, the image's own, and the services around it.
    private func addBasics(_ environment: inout Environment, api: borrowing APIServer) {
        environment.set("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin")
        environment.set("HOSTNAME", hostName)
        for (name, value) in base { environment.set(name, value) }
        for (name, value) in ServiceVariables.all(for: facts.namespace, facts, api: api) {
            environment.set(name, value)
        }
    }

    private func addAll(
        _ source: Value, _ namespace: String, _ environment: inout Environment, api: borrowing APIServer
    ) throws(ConfigurationError) {
        let prefix = source["prefix"]?.string ?? ""
        let (kind, reference) =
            source["configMapRef"].map { ("ConfigMap", $0) } ?? ("Secret", source["secretRef"] ?? .null)
        guard let name = reference["name"]?.string else { return }
        guard let data = ConfigurationData(kind: kind, ObjectKey(namespace: namespace, name: name), api: api) else {
            if reference["optional"]?.bool == true { return }
            throw .notFound(kind: kind, name: name)
        }
        for key in data.keys {
            if let text = data.text(key) { environment.set(prefix + key, text) }
        }
    }

    /// The value of one variable; `nil` when it is optional and what it refers to is not there.
    private func value(
        of variable: Value, _ namespace: String, _ environment: Environment, api: borrowing APIServer
    ) throws(ConfigurationError) -> String? {
        guard let source = variable["valueFrom"] else {
            return VariableExpansion.expand(variable["value"]?.string ?? "") { environment[$0] }
        }
        if let path = source["fieldRef"]?["fieldPath"]?.string { return try facts.field(path) }
        if let reference = source["resourceFieldRef"] { return facts.resource(reference) }
        let (kind, reference) =
            source["configMapKeyRef"].map { ("ConfigMap", $0) } ?? ("Secret", source["secretKeyRef"] ?? .null)
        let key = ObjectKey(namespace: namespace, name: reference["name"]?.string ?? "")
        let isOptional = reference["optional"]?.bool == true
        guard let data = ConfigurationData(kind: kind, key, api: api) else {
            if isOptional { return nil }
            throw .notFound(kind: kind, name: key.name)
        }
        let name = reference["key"]?.string ?? ""
        guard let text = data.text(name) else {
            if isOptional { return nil }
            throw .noKey(name, kind: kind, key)
        }
        return text
    }

    /// Variables in the order in which they were first set, each with its last value.
    struct Environment {
        private(set) var list: [(name: String, value: String)] = []
        private var places: [String: Int] = [:]

        subscript(name: String) -> String? { places[name].map { list[$0].value } }

        mutating func set(_ name: String, _ value: String) {
            if let place = places[name] {
                list[place].value = value
            } else {
                places[name] = list.count
                list.append((name, value))
            }
        }
    }
}
