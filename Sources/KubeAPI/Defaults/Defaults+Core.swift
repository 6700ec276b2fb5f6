import Documents
import KubeModel

/// The defaults of the other kinds of the core group. Source: pkg/apis/core/v1/defaults.go
extension Defaults {
    /// Every namespace can be selected by its name.
    @Sendable static func namespace(_ namespace: inout Object) {
        guard !namespace.name.isEmpty else { return }
        let name = Value.string(namespace.name)
        namespace.making("metadata") { $0.making("labels") { $0["kubernetes.io/metadata.name"] = name } }
    }

    /// Plain text in `stringData` is only ever written: it ends up in `data`.
    @Sendable static func secret(_ secret: inout Object) {
        secret.setDefault("type", "Opaque")
        guard let texts = secret["stringData"]?.object else { return }
        secret["stringData"] = nil
        guard !texts.isEmpty else { return }
        secret.making("data") { data in
            for (key, text) in texts { data[key] = .string(Base64.encode((text.string ?? "").utf8)) }
        }
    }

    @Sendable static func limitRange(_ range: inout Object) {
        range.making("spec") { spec in
            spec.withEach("limits") { item in
                for name in ["max", "min", "default", "defaultRequest", "maxLimitRequestRatio"] {
                    item.with(name, milliResources)
                }
                guard item["type"] == "Container" else { return }
                copy("max", to: "default", in: &item)
                copy("default", to: "defaultRequest", in: &item)
                copy("min", to: "defaultRequest", in: &item)
            }
        }
    }

    private static func copy(_ source: String, to target: String, in item: inout Object) {
        guard let amounts = item[source]?.object else { return }
        item.making(target) { list in
            for (name, amount) in amounts { list.setDefault(name, amount) }
        }
    }

    @Sendable static func node(_ node: inout Object) {
        node.with("status") { status in
            status.with("capacity", milliResources)
            status.with("allocatable", milliResources)
            if let capacity = status["capacity"] { status.setDefault("allocatable", capacity) }
        }
        node.with("spec") { spec in
            if let range = spec["podCIDR"] { spec.setDefault("podCIDRs", .array([range])) }
        }
    }

    @Sendable static func endpoints(_ endpoints: inout Object) {
        endpoints.withEach("subsets") { $0.withEach("ports") { $0.setDefault("protocol", "TCP") } }
    }

    @Sendable static func replicationController(_ controller: inout Object) {
        let labels = controller["spec"]?["template"]?["metadata"]?["labels"]?.object ?? Object()
        if !labels.isEmpty, controller.labels.isEmpty { controller.labels = labels }
        controller.making("spec") { spec in
            if !labels.isEmpty, spec["selector"]?.object?.isEmpty ?? true { spec["selector"] = .object(labels) }
            spec.setDefault("replicas", 1)
            spec.with("template", podTemplateSpec)
        }
    }
}
