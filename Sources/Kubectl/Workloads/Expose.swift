import Documents
import KubeAPI
import KubeModel

extension Command {
    static let expose = Command(
        name: "expose", group: .beginner,
        usage:
            "(-f FILENAME | TYPE NAME) [--port=port] [--protocol=TCP|UDP|SCTP] [--target-port=number-or-name] [--name=name] [--external-ip=external-ip-of-service] [--type=type]",
        summary: "Expose a resource as a new Kubernetes service.",
        details: """
            Looks up a deployment, service, replica set, replication controller or pod by name and uses its selector for a \
            new service on the specified port. Without --port the port of the resource is taken.
            """,
        examples: """
            # Port 80 of the service leads to port 8080 of the pods
            kubectl expose deployment web --port=80 --target-port=8080

            # On a port of every node
            kubectl expose deployment web --port=80 --type=NodePort --name=web-public

            # For one pod
            kubectl expose pod web --port=80
            """,
        flags: Flag.filename("identifying the resource to expose a service") + Flag.printing + [
            .text(
                "cluster-ip",
                "ClusterIP to be assigned to the service. Leave empty to auto-allocate, or set to 'None' to create a headless service."
            ),
            .dryRun, .text("external-ip", "Additional external IP address to accept for the service."),
            .fieldManager("kubectl-expose"),
            .text("labels", "l", "Labels to apply to the service created by this call."),
            .text("load-balancer-ip", "IP to assign to the LoadBalancer."),
            .text("name", "The name for the newly created object."),
            .text(
                "override-type", default: "merge",
                "The method used to override the generated object: json, merge, or strategic."
            )
            .offering(.words(["json", "merge", "strategic"])),
            .text("overrides", "An inline JSON override for the generated object."),
            .text(
                "port",
                "The port that the service should serve on. Copied from the resource being exposed, if unspecified"),
            .text("protocol", "The network protocol for the service to be created. Default is 'TCP'.")
                .offering(.words(["TCP", "UDP", "SCTP"])),
            .record, .saveConfig,
            .text(
                "selector",
                "A label selector to use for this service. Only equality-based selector requirements are supported."),
            .text(
                "session-affinity",
                "If non-empty, set the session affinity for the service to this; legal values: 'None', 'ClientIP'"
            )
            .offering(.words(["None", "ClientIP"])),
            .text(
                "target-port", "Name or number for the port on the container that the service should direct traffic to."
            ),
            .text(
                "type",
                "Type for this service: ClusterIP, NodePort, LoadBalancer, or ExternalName. Default is 'ClusterIP'."
            )
            .offering(.words(["ClusterIP", "NodePort", "LoadBalancer", "ExternalName"])),
        ],
        completion: .objects,
        action: .run { context throws(KubectlError) in try context.runExpose() })
}

extension KubectlContext {
    /// Source: `k8s.io/kubectl/pkg/cmd/expose/expose.go`.
    fileprivate mutating func runExpose() throws(KubectlError) {
        let dryRun = try dryRun()
        var printer = try printer(operation: "exposed", dryRun: dryRun)
        var query = query()
        query.labelSelector = ""
        query.fetchesLatest = true
        let result = try find(query).checked()
        for info in result.infos {
            let source = ExposedObject(object: info.object ?? Object(), type: info.type)
            try source.check()
            var service = try service(for: source)
            if !flags.text("overrides").isEmpty {
                let patch: Value
                do { patch = try JSON.parse(flags.text("overrides")) } catch {
                    throw .message("Invalid JSON Patch")
                }
                service = try patched(service, by: patch, type: flags.text("override-type"))
            }
            if flags.bool("save-config") { service.rememberAsApplied(typedText(of: service)) }
            if flags.bool("record") { service.annotations["kubernetes.io/change-cause"] = .string(changeCause) }
            if dryRun != .client {
                let options = WriteOptions(dryRun: dryRun, fieldManager: flags.text("field-manager"), validation: .warn)
                service = try create(service, try self.info(ofGenerated: service), options)
            }
            try show(service, with: &printer, isTyped: true)
        }
    }

    private func service(for source: ExposedObject) throws(KubectlError) -> Object {
        let name = flags.text("name").isEmpty ? String(source.object.name.prefix(63)) : flags.text("name")
        let selector = flags.text("selector")
        var spec: Object = [
            "selector": .object(selector.isEmpty ? try source.selector() : try Pairs.parse(selector, what: "label"))
        ]
        spec["ports"] = .array(try ports(source))
        let isHeadless = flags.text("cluster-ip") == "None"
        for (flag, field) in [
            ("type", "type"), ("cluster-ip", "clusterIP"), ("load-balancer-ip", "loadBalancerIP"),
            ("session-affinity", "sessionAffinity"),
        ] where !flags.text(flag).isEmpty {
            spec[field] = .string(flags.text(flag))
        }
        if isHeadless, !flags.isSet("port"), source.ports.isEmpty { spec["ports"] = nil }
        if !flags.text("external-ip").isEmpty { spec["externalIPs"] = [.string(flags.text("external-ip"))] }
        var metadata: Object = ["name": .string(name)]
        let labels = flags.text("labels")
        let copied = labels.isEmpty ? source.object.labels : try Pairs.parse(labels, what: "label")
        if !copied.isEmpty { metadata["labels"] = .object(copied) }
        if call.isNamespaceExplicit { metadata["namespace"] = .string(namespace) }
        return [
            "apiVersion": "v1", "kind": "Service", "metadata": .object(metadata), "spec": .object(spec),
            "status": ["loadBalancer": [:]],
        ]
    }

    /// Numbers from `--port`, separated by commas, or those of the object; several get names.
    private func ports(_ source: ExposedObject) throws(KubectlError) -> [Value] {
        let given = flags.text("port").split(separator: ",").map(String.init)
        let texts = given.isEmpty ? source.ports.map { String($0.number) } : given
        if texts.isEmpty {
            if flags.text("cluster-ip") == "None" { return [] }
            throw .message("couldn't find port via --port flag or introspection")
        }
        let target = flags.text("target-port")
        var ports: [Value] = []
        for (index, text) in texts.enumerated() {
            guard let number = Int(text) else {
                throw .message("strconv.Atoi: parsing \(text.goQuoted): invalid syntax")
            }
            var port: Object = ["port": Value(number)]
            let known = source.ports.first { $0.number == number }
            let name = flags.text("protocol").isEmpty ? known?.protocolName ?? "TCP" : flags.text("protocol")
            port["protocol"] = .string(name)
            port["targetPort"] = target.isEmpty ? Value(number) : Int(target).map { Value($0) } ?? .string(target)
            if texts.count > 1 { port["name"] = .string("port-\(index + 1)") }
            ports.append(.object(port))
        }
        return ports
    }
}

/// What a service can be made for.
private struct ExposedObject {
    let object: Object
    let type: ResourceType

    /// Source: `k8s.io/kubectl/pkg/polymorphichelpers` `canBeExposed`.
    func check() throws(KubectlError) {
        switch type.groupResource.description {
        case "replicationcontrollers", "services", "pods", "deployments.apps", "replicasets.apps": return
        default: throw .message("cannot expose a \(type.group.isEmpty ? type.kind : "\(type.kind).\(type.group)")")
        }
    }

    /// Source: `k8s.io/kubectl/pkg/polymorphichelpers` `MapBasedSelectorForObject`.
    func selector() throws(KubectlError) -> Object {
        switch type.plural {
        case "pods":
            if object.labels.isEmpty { throw Self.noSelector("the pod has no labels and cannot be exposed") }
            return object.labels
        case "services", "replicationcontrollers":
            let selector = object["spec"]?["selector"]?.object ?? [:]
            if selector.isEmpty, type.plural == "services" {
                throw Self.noSelector("the service has no pod selector set")
            }
            return selector
        default:
            let selector = object["spec"]?["selector"]
            guard let labels = selector?["matchLabels"]?.object, !labels.isEmpty else {
                throw Self.noSelector("invalid \(type.kind.lowercased()): no selectors, therefore cannot be exposed")
            }
            if let expressions = selector?["matchExpressions"]?.array, !expressions.isEmpty {
                throw Self.noSelector(
                    "couldn't convert expressions - \"\(expressions.goRequirements)\" to map-based selector format")
            }
            return labels
        }
    }

    private static func noSelector(_ reason: String) -> KubectlError {
        .message("couldn't retrieve selectors via --selector flag or introspection: \(reason)")
    }

    /// The ports of the containers, or of the service itself.
    var ports: [(number: Int, protocolName: String)] {
        let spec =
            type.plural == "pods" || type.plural == "services" ? object["spec"] : object["spec"]?["template"]?["spec"]
        let declared =
            type.plural == "services"
            ? spec?["ports"]?.array ?? [] : (spec?["containers"]?.array ?? []).flatMap { $0["ports"]?.array ?? [] }
        return declared.compactMap { port in
            (port["containerPort"] ?? port["port"])?.int.map { ($0, port["protocol"]?.string ?? "TCP") }
        }
    }
}
