import Documents
import KubeModel

/// The defaults of pods and of the templates that pods are made from. Source: pkg/apis/core/v1/defaults.go
extension Defaults {
    @Sendable static func pod(_ pod: inout Object) {
        pod.making("spec") { spec in
            podSpec(&spec)
            for kind in ["containers", "initContainers"] { spec.withEach(kind) { requestsFromLimits(&$0) } }
            spec.with("resources") { requestsFromLimits(ofResources: &$0) }
            spec.setDefault("enableServiceLinks", true)
            // A negative period has always meant one second.
            if let seconds = spec["terminationGracePeriodSeconds"]?.integer, seconds < 0 {
                spec["terminationGracePeriodSeconds"] = 1
            }
        }
    }

    @Sendable static func podTemplate(_ object: inout Object) {
        object.making("template", podTemplateSpec)
    }

    static func podTemplateSpec(_ template: inout Object) {
        template.making("spec", podSpec)
    }

    static func podSpec(_ spec: inout Object) {
        spec.setDefault("dnsPolicy", "ClusterFirst")
        spec.setDefault("restartPolicy", "Always")
        spec.setDefault("securityContext", .object(Object()))
        spec.setDefault("terminationGracePeriodSeconds", 30)
        spec.setDefault("schedulerName", "default-scheduler")
        // The old name of the account is read when the new one is missing, and always written beside it.
        if let account = spec["serviceAccountName"] ?? spec["serviceAccount"] {
            spec["serviceAccountName"] = account
            spec["serviceAccount"] = account
        }
        let usesHostNetwork = spec["hostNetwork"] == true
        for kind in ["containers", "initContainers", "ephemeralContainers"] {
            spec.withEach(kind) { container in
                Defaults.container(&container)
                if usesHostNetwork, kind != "ephemeralContainers" { hostPorts(&container) }
            }
        }
        spec.withEach("volumes", volume)
        spec.with("overhead", milliResources)
        spec.with("resources") {
            $0.with("limits", milliResources); $0.with("requests", milliResources)
        }
    }

    /// On the node's network a container's ports are the node's.
    private static func hostPorts(_ container: inout Object) {
        container.withEach("ports") { port in
            if let number = port["containerPort"] { port.setDefault("hostPort", number) }
        }
    }

    private static func requestsFromLimits(_ container: inout Object) {
        container.with("resources") { requestsFromLimits(ofResources: &$0) }
    }

    private static func requestsFromLimits(ofResources resources: inout Object) {
        guard let limits = resources["limits"]?.object else { return }
        resources.making("requests") { requests in
            for (name, amount) in limits { requests.setDefault(name, amount) }
        }
    }

    /// Amounts finer than a thousandth are rounded up.
    static func milliResources(_ list: inout Object) {
        for (name, amount) in list {
            guard let quantity = Quantity(amount) else { continue }
            list[name] = .string(quantity.roundedUpToMilli.description)
        }
    }
}
