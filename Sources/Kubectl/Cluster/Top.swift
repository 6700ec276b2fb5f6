import Documents
import KubeAPI
import KubeModel
import KubePrinting

extension Command {
    static let top = Command(
        name: "top", group: .cluster, summary: "Display resource (CPU/memory) usage.",
        details: "The numbers come from the metrics server, which must run in the cluster.",
        subcommands: [.topNode, .topPod], action: .group)

    static let topNode = Command(
        name: "node", aliases: ["nodes", "no"], group: .subcommands, usage: "[NAME | -l label]",
        summary: "Display resource (CPU/memory) usage of nodes.",
        examples: """
            # All nodes
            kubectl top node
            """,
        flags: [
            .bool("no-headers", "If present, print output without headers"), .selector,
            .bool(
                "show-capacity", "Print node resources based on Capacity instead of Allocatable(default) of the nodes."),
            .bool("show-swap", "Print swap, where the nodes have any."),
            .text("sort-by", "If non-empty, sort nodes list using specified field: 'cpu' or 'memory'.").offering(
                .words(["cpu", "memory"])),
            .bool("use-protocol-buffers", default: true, "Enables using protocol-buffers to access Metrics API."),
        ],
        completion: .names("nodes"),
        action: .run { context throws(KubectlError) in try context.topNodes() })

    static let topPod = Command(
        name: "pod", aliases: ["pods", "po"], group: .subcommands, usage: "[NAME | -l label]",
        summary: "Display resource (CPU/memory) usage of pods.",
        examples: """
            # All pods of the namespace
            kubectl top pod

            # By memory, in all namespaces
            kubectl top pod -A --sort-by=memory

            # Each container by itself
            kubectl top pod web --containers
            """,
        flags: [
            .allNamespaces, .bool("containers", "If present, print usage of containers within a pod."), .fieldSelector,
            .bool("no-headers", "If present, print output without headers."), .selector,
            .bool("show-swap", "Print swap, where the nodes have any."),
            .text("sort-by", "If non-empty, sort pods list using specified field: 'cpu' or 'memory'.").offering(
                .words(["cpu", "memory"])),
            .bool("sum", "Print the sum of the resource usage"),
            .bool("use-protocol-buffers", default: true, "Enables using protocol-buffers to access Metrics API."),
        ],
        completion: .names("pods"),
        action: .run { context throws(KubectlError) in try context.topPods() })
}

/// What something uses: thousandths of a cpu, and bytes.
private struct Usage {
    var cpu: Int64 = 0
    var memory: Int64 = 0

    init() {}

    init(_ value: Value?) {
        cpu = Quantity(value?["cpu"])?.milliUnits ?? 0
        memory = Quantity(value?["memory"])?.units ?? 0
    }

    static func + (left: Usage, right: Usage) -> Usage {
        var sum = left
        sum.cpu += right.cpu
        sum.memory += right.memory
        return sum
    }

    var cells: [String] { ["\(cpu)m", "\(memory / (1024 * 1024))Mi"] }
}

extension KubectlContext {
    private func metricsType(_ plural: String) throws(KubectlError) -> ResourceType {
        if let type = connection.resources.types.first(where: { $0.group == "metrics.k8s.io" && $0.plural == plural }) {
            return type
        }
        throw .message("Metrics API not available")
    }

    private func checkTop() throws(KubectlError) {
        let key = flags.text("sort-by")
        if !["", "cpu", "memory"].contains(key) { throw .message("--sort-by accepts only cpu or memory") }
        if arguments.count > 1 { throw .usage("unexpected arguments: \(Self.goList(arguments))") }
        if arguments.count == 1, !flags.text("selector").isEmpty {
            throw .message("only one of NAME or --selector can be provided")
        }
    }

    private func isBefore(_ left: (String, Usage), _ right: (String, Usage)) -> Bool {
        switch flags.text("sort-by") {
        case "cpu" where left.1.cpu != right.1.cpu: left.1.cpu > right.1.cpu
        case "memory" where left.1.memory != right.1.memory: left.1.memory > right.1.memory
        default: left.0 < right.0
        }
    }

    fileprivate mutating func topNodes() throws(KubectlError) {
        try checkTop()
        let type = try metricsType("nodes")
        var metrics: [Object]
        if let name = arguments.first {
            metrics = [try get(type, name)]
        } else {
            metrics = try list(type, namespace: "", labels: flags.text("selector"))
        }
        metrics.sort { isBefore(($0.name, Usage($0["usage"])), ($1.name, Usage($1["usage"]))) }
        let field = flags.bool("show-capacity") ? "capacity" : "allocatable"
        var rows: [[String]] = []
        for metric in metrics {
            let usage = Usage(metric["usage"])
            let total = Usage(try get(.nodes, metric.name)["status"]?[field])
            func percent(_ used: Int64, _ all: Int64) -> String { all > 0 ? "\(used * 100 / all)%" : "<unknown>" }
            rows.append([
                metric.name, usage.cells[0], percent(usage.cpu, total.cpu), usage.cells[1],
                percent(usage.memory, total.memory),
            ])
        }
        if arguments.isEmpty {
            let known = Set(metrics.map(\.name))
            let all = try list(.nodes, namespace: "", labels: flags.text("selector"))
            rows += all.filter { !known.contains($0.name) }.map { [$0.name] + Array(repeating: "<unknown>", count: 4) }
        }
        showTop(["NAME", "CPU(cores)", "CPU(%)", "MEMORY(bytes)", "MEMORY(%)"], rows)
    }

    fileprivate mutating func topPods() throws(KubectlError) {
        try checkTop()
        let type = try metricsType("pods")
        let isEverywhere = flags.bool("all-namespaces")
        let place = isEverywhere ? "" : namespace
        var metrics: [Object]
        if let name = arguments.first {
            metrics = [try get(type, name)]
        } else {
            metrics = try list(
                type, namespace: place, labels: flags.text("selector"), fields: flags.text("field-selector"))
        }
        if metrics.isEmpty {
            try checkForYoungPods(place)
            printError(isEverywhere ? "No resources found" : "No resources found in \(namespace) namespace.")
            return
        }
        func usage(_ metric: Object) -> Usage {
            (metric["containers"]?.array ?? []).map { Usage($0["usage"]) }.reduce(Usage(), +)
        }
        metrics.sort { isBefore(("\($0.namespace)/\($0.name)", usage($0)), ("\($1.namespace)/\($1.name)", usage($1))) }
        let byContainer = flags.bool("containers")
        var rows: [[String]] = []
        for metric in metrics {
            let beginning = isEverywhere ? [metric.namespace] : []
            if byContainer {
                for container in metric["containers"]?.array ?? [] {
                    rows.append(
                        beginning + [metric.name, container["name"]?.string ?? ""] + Usage(container["usage"]).cells)
                }
            } else {
                rows.append(beginning + [metric.name] + usage(metric).cells)
            }
        }
        if flags.bool("sum") {
            let blanks = Array(repeating: "", count: (isEverywhere ? 1 : 0) + (byContainer ? 2 : 1))
            rows.append(blanks + ["________", "________"])
            rows.append(blanks + metrics.map(usage).reduce(Usage(), +).cells)
        }
        let name = byContainer ? ["POD", "NAME"] : ["NAME"]
        showTop((isEverywhere ? ["NAMESPACE"] : []) + name + ["CPU(cores)", "MEMORY(bytes)"], rows)
    }

    /// Pods without numbers have just come, or something is wrong with them.
    ///
    /// Source: k8s.io/kubectl/pkg/cmd/top/top_pod.go, `verifyEmptyMetrics`, with its delay of two minutes.
    private mutating func checkForYoungPods(_ place: String) throws(KubectlError) {
        let pods = try list(
            .pods, namespace: place, labels: flags.text("selector"), fields: flags.text("field-selector"))
        guard !pods.isEmpty else { return }
        for pod in pods {
            guard let created = pod.creationTimestamp, now - created > .seconds(120) else { continue }
            throw .message(
                "Metrics not available for pod \(pod.namespace)/\(pod.name), age: \((now - created).goText)"
            )
        }
        throw .message("metrics not available yet")
    }

    private mutating func showTop(_ headings: [String], _ rows: [[String]]) {
        var writer = TabWriter.table
        let lines = (flags.bool("no-headers") ? [] : [headings]) + rows
        write(writer.align(lines.map { $0.joined(separator: "\t") + "   \n" }.joined()))
    }
}
