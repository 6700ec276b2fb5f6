import Documents
import KubeModel

extension Command {
    static let createService = Command(
        name: "service", aliases: ["svc"], group: .subcommands,
        summary: "Create a service using a specified subcommand.",
        subcommands: [
            .createServiceClusterIP, .createServiceExternalName, .createServiceLoadBalancer, .createServiceNodePort,
        ], action: .group)

    private static let tcp = Flag.list("tcp", "Port pairs can be specified as '<port>:<targetPort>'.")

    static let createServiceClusterIP = generator(
        "clusterip", usage: "NAME [--tcp=<port>:<targetPort>] [--dry-run=server|client|none]",
        summary: "Create a ClusterIP service with the specified name.",
        examples: """
            # Port 80 of the service leads to port 8080 of the pods
            kubectl create service clusterip web --tcp=80:8080

            # Without an address of its own
            kubectl create service clusterip db --clusterip="None"
            """,
        flags: [
            tcp,
            .text(
                "clusterip", "Assign your own ClusterIP or set to 'None' for a 'headless' service (no load balancing)."),
        ], failure: "failed to create ClusterIP service: "
    ) { context throws(KubectlError) in try context.service(type: "ClusterIP") }

    static let createServiceNodePort = generator(
        "nodeport", usage: "NAME [--tcp=port:targetPort] [--dry-run=server|client|none]",
        summary: "Create a NodePort service with the specified name.",
        examples: """
            # Open on every node
            kubectl create service nodeport web --tcp=80:8080
            """,
        flags: [tcp, .integer("node-port", "Port used to expose the service on each node in a cluster.")],
        failure: "failed to create NodePort service: "
    ) { context throws(KubectlError) in try context.service(type: "NodePort") }

    static let createServiceLoadBalancer = generator(
        "loadbalancer", usage: "NAME [--tcp=port:targetPort] [--dry-run=server|client|none]",
        summary: "Create a LoadBalancer service with the specified name.",
        examples: """
            # Behind a load balancer of the cloud
            kubectl create service loadbalancer web --tcp=80:8080
            """,
        flags: [tcp], failure: "failed to create LoadBalancer service: "
    ) { context throws(KubectlError) in try context.service(type: "LoadBalancer") }

    static let createServiceExternalName = generator(
        "externalname", usage: "NAME --external-name external.name [--dry-run=server|client|none]",
        summary: "Create an ExternalName service with the specified name.",
        details: "Such a service is an alias in the cluster's DNS for a name outside the cluster.",
        examples: """
            # An alias for a database outside the cluster
            kubectl create service externalname db --external-name db.example.com
            """,
        flags: [tcp, Flag.text("external-name", "External name of service").required],
        failure: "failed to create ExternalName service: "
    ) { context throws(KubectlError) in try context.service(type: "ExternalName") }
}

extension KubectlContext {
    /// Source: `k8s.io/kubectl/pkg/cmd/create/create_service.go`.
    fileprivate func service(type: String) throws(KubectlError) -> Object {
        let name = try nameArgument()
        let clusterIP = flags.text("clusterip")
        let externalName = flags.text("external-name")
        if clusterIP != "None", flags.list("tcp").isEmpty, type != "ExternalName" {
            throw .message("at least one tcp port specifier must be provided")
        }
        if type == "ExternalName", !Names.subdomainProblems(externalName).isEmpty {
            throw .message("invalid service external name \(externalName)")
        }
        var ports: [Value] = []
        for pair in flags.list("tcp") { ports.append(try servicePort(pair)) }
        var spec: Object = ["type": .string(type), "selector": ["app": .string(name)]]
        if !ports.isEmpty { spec["ports"] = .array(ports) }
        if !clusterIP.isEmpty { spec["clusterIP"] = .string(clusterIP) }
        if !externalName.isEmpty { spec["externalName"] = .string(externalName) }
        return [
            "apiVersion": "v1", "kind": "Service",
            "metadata": ["name": .string(name), "labels": ["app": .string(name)]],
            "spec": .object(spec), "status": ["loadBalancer": [:]],
        ]
    }

    private func servicePort(_ text: String) throws(KubectlError) -> Value {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        let port = try Ports.parse(parts[0])
        var target = Value(port)
        if parts.count > 1 { target = try Ports.parseTarget(parts[1]) }
        var result: Object = [
            "name": .string(text.replacing(":", with: "-")), "port": Value(port), "protocol": "TCP",
            "targetPort": target,
        ]
        if flags.integer("node-port") != 0 { result["nodePort"] = Value(flags.integer("node-port")) }
        return .object(result)
    }
}

/// Port numbers and names on the command line.
enum Ports {
    /// Source: `k8s.io/utils/net` `ParsePort`.
    static func parse(_ text: String) throws(KubectlError) -> Int {
        guard !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }) else {
            throw .message("strconv.ParseUint: parsing \(text.goQuoted): invalid syntax")
        }
        guard let port = Int(text), port <= 65_535 else {
            throw .message("strconv.ParseUint: parsing \(text.goQuoted): value out of range")
        }
        return port
    }

    /// A number or the name of a port of the pods.
    static func parseTarget(_ text: String) throws(KubectlError) -> Value {
        guard let port = Int(text) else {
            let problems = Names.portNameProblems(text)
            if !problems.isEmpty { throw .message(problems.joined(separator: ",")) }
            return .string(text)
        }
        guard (1...65_535).contains(port) else { throw .message("must be between 1 and 65535, inclusive") }
        return Value(port)
    }
}
