import Documents
import KubeModel

/// Source: pkg/apis/{admissionregistration,flowcontrol}/v1/defaults.go, k8s.io/apiextensions-apiserver, k8s.io/kube-aggregator
extension Defaults {
    @Sendable static func customResourceDefinition(_ definition: inout Object) {
        definition.making("spec") { spec in
            spec.making("names") { names in
                let kind = names["kind"]?.string ?? ""
                if !kind.isEmpty {
                    names.setDefault("singular", .string(kind.lowercased()))
                    names.setDefault("listKind", .string(kind + "List"))
                }
            }
            spec.making("conversion") { conversion in
                conversion.setDefault("strategy", "None")
                conversion.with("webhook") { $0.with("clientConfig", servicePort) }
            }
        }
        let stored = definition["spec"]?["versions"]?.array?.first { $0["storage"] == true }?["name"]
        if let stored, definition["status"]?["storedVersions"]?.array?.isEmpty ?? true {
            definition.making("status") { $0["storedVersions"] = .array([stored]) }
        }
    }

    @Sendable static func apiService(_ service: inout Object) {
        service.with("spec", servicePort)
    }

    private static func servicePort(_ owner: inout Object) {
        owner.with("service") { $0.setDefault("port", 443) }
    }

    @Sendable static func validatingWebhooks(_ configuration: inout Object) {
        configuration.withEach("webhooks", webhook)
    }

    @Sendable static func mutatingWebhooks(_ configuration: inout Object) {
        configuration.withEach("webhooks") {
            webhook(&$0)
            $0.setDefault("reinvocationPolicy", "Never")
        }
    }

    private static func webhook(_ webhook: inout Object) {
        webhook.setDefault("failurePolicy", "Fail")
        matching(&webhook)
        webhook.setDefault("timeoutSeconds", 10)
        webhook.withEach("rules") { $0.setDefault("scope", "*") }
        webhook.with("clientConfig", servicePort)
    }

    private static func matching(_ owner: inout Object) {
        owner.setDefault("matchPolicy", "Equivalent")
        owner.setDefault("namespaceSelector", .object(Object()))
        owner.setDefault("objectSelector", .object(Object()))
    }

    @Sendable static func admissionPolicy(_ policy: inout Object) {
        policy.making("spec") { spec in
            spec.setDefault("failurePolicy", "Fail")
            spec.with("matchConstraints", matchResources)
        }
    }

    @Sendable static func admissionPolicyBinding(_ binding: inout Object) {
        binding.with("spec") { $0.with("matchResources", matchResources) }
    }

    private static func matchResources(_ resources: inout Object) {
        matching(&resources)
        for kind in ["resourceRules", "excludeResourceRules"] {
            resources.withEach(kind) { $0.setDefault("scope", "*") }
        }
    }

    @Sendable static func flowSchema(_ schema: inout Object) {
        schema.making("spec") { $0.setDefault("matchingPrecedence", 1000) }
    }

    @Sendable static func priorityLevel(_ level: inout Object) {
        level.with("spec") { spec in
            spec.with("limited") { limited in
                limited.setDefault("nominalConcurrencyShares", 30)
                limited.setDefault("lendablePercent", 0)
                limited.with("limitResponse") { response in
                    response.with("queuing") {
                        $0.setDefault("queues", 64)
                        $0.setDefault("handSize", 8)
                        $0.setDefault("queueLengthLimit", 50)
                    }
                }
            }
            spec.with("exempt") {
                $0.setDefault("nominalConcurrencyShares", 0)
                $0.setDefault("lendablePercent", 0)
            }
        }
    }
}
