import Documents
import KubeAPI
import KubeModel

extension Command {
    static let autoscale = Command(
        name: "autoscale", group: .deploy,
        usage:
            "(-f FILENAME | TYPE NAME | TYPE/NAME) [--min=MINPODS] --max=MAXPODS [--cpu=CPU] [--memory=MEMORY]",
        summary: "Create an autoscaler that chooses and sets the number of pods that run in a Kubernetes cluster.",
        details: "The autoscaler refers to a deployment, replica set, stateful set, or replication controller by name.",
        examples: """
            # Between two and ten pods, aiming at half of the requested cpu
            kubectl autoscale deployment web --min=2 --max=10 --cpu=50%
            """,
        flags: Flag.filename("identifying the resource to autoscale.") + Flag.printing + [
            .integer(
                "min", default: -1, bits: 32,
                "The lower limit for the number of pods that can be set by the autoscaler."),
            Flag.integer(
                "max", default: -1, bits: 32,
                "The upper limit for the number of pods that can be set by the autoscaler. Required."
            ).required,
            Flag.integer(
                "cpu-percent", default: -1, bits: 32, "The target average CPU utilization, in percent of the request."
            )
            .deprecated(
                "Use --cpu with percentage or resource quantity format (e.g., '70%' for utilization or '500m' for milliCPU)."
            ),
            .text("cpu", "Target CPU utilization over all the pods: a percentage ('70%') or a quantity ('500m')."),
            .text(
                "memory", "Target memory utilization over all the pods: a percentage ('60%') or a quantity ('512Mi')."),
            .text(
                "name",
                "The name for the newly created object. If not specified, the name of the input resource will be used."),
            .dryRun, .saveConfig, .fieldManager("kubectl-autoscale"), .record,
        ],
        completion: .objects,
        action: .run { context throws(KubectlError) in try context.runAutoscale() })
}

extension KubectlContext {
    /// Source: `k8s.io/kubectl/pkg/cmd/autoscale/autoscale.go`.
    fileprivate mutating func runAutoscale() throws(KubectlError) {
        let min = flags.integer("min"), max = flags.integer("max")
        if max < 1 { throw .message("--max=MAXPODS is required and must be at least 1, max: \(max)") }
        if max < min {
            throw .message("--max=MAXPODS must be larger or equal to --min=MINPODS, max: \(max), min: \(min)")
        }
        if flags.isSet("cpu-percent"), !flags.text("cpu").isEmpty {
            throw .message("--cpu-percent and --cpu are mutually exclusive")
        }
        let dryRun = try dryRun()
        var printer = try printer(operation: dryRun == .client ? "created" : "autoscaled", dryRun: dryRun)
        var query = query()
        query.fetchesLatest = true
        let result = try find(query).checked()
        for info in result.infos {
            guard info.type.subresources.contains("scale") else {
                throw .message(
                    "cannot autoscale a \(info.type.kind): could not find scale subresource for \(info.type.goDescription) in discovery information"
                )
            }
            var object = try autoscaler(for: info)
            if flags.bool("save-config") { object.rememberAsApplied(typedText(of: object)) }
            if flags.bool("record") { object.annotations["kubernetes.io/change-cause"] = .string(changeCause) }
            if dryRun != .client { object = try createAutoscaler(object, dryRun) }
            try show(object, with: &printer, isTyped: true)
        }
        if result.infos.isEmpty { throw .message("no objects passed to autoscale") }
    }

    private func autoscaler(for info: ResourceInfo) throws(KubectlError) -> Object {
        let name = flags.text("name").isEmpty ? info.name : flags.text("name")
        var spec: Object = [
            "scaleTargetRef": [
                "apiVersion": .string(info.type.apiVersion), "kind": .string(info.type.kind),
                "name": .string(info.name),
            ],
            "maxReplicas": Value(flags.integer("max")),
        ]
        if flags.integer("min") > 0 { spec["minReplicas"] = Value(flags.integer("min")) }
        var metrics: [Value] = []
        if flags.integer("cpu-percent") > 0 {
            metrics.append(Self.metric("cpu", .percent(flags.integer("cpu-percent"))))
        }
        for (resource, text) in [("cpu", flags.text("cpu")), ("memory", flags.text("memory"))] where !text.isEmpty {
            do { metrics.append(Self.metric(resource, try MetricTarget(text, resource: resource))) } catch {
                throw error
            }
        }
        if !metrics.isEmpty { spec["metrics"] = .array(metrics) }
        var metadata: Object = ["name": .string(name)]
        if call.isNamespaceExplicit { metadata["namespace"] = .string(namespace) }
        return [
            "apiVersion": "autoscaling/v2", "kind": "HorizontalPodAutoscaler", "metadata": .object(metadata),
            "spec": .object(spec), "status": ["currentMetrics": .null, "desiredReplicas": 0],
        ]
    }

    private static func metric(_ resource: String, _ target: MetricTarget) -> Value {
        ["type": "Resource", "resource": ["name": .string(resource), "target": target.value]]
    }

    /// When the newer form is refused, the older one is tried, if it can say the same.
    private mutating func createAutoscaler(_ object: Object, _ dryRun: DryRun) throws(KubectlError) -> Object {
        let options = WriteOptions(dryRun: dryRun, fieldManager: flags.text("field-manager"), validation: .warn)
        do { return try create(object, try info(ofGenerated: object), options) } catch {
            let cpu = flags.text("cpu")
            if cpu.isEmpty {
                throw .message(
                    "failed to create autoscaling/v2 HPA and the configuration is incompatible with autoscaling/v1: empty input"
                )
            }
            guard flags.text("memory").isEmpty, case .percent = try MetricTarget(cpu, resource: "cpu") else {
                throw .message(
                    "failed to create autoscaling/v2 HPA and the configuration is incompatible with autoscaling/v1: %!w(<nil>)"
                )
            }
            throw error
        }
    }
}

/// `70%`, `500m`, `2Gi`; a number alone is in thousandths of a cpu or in mebibytes.
private enum MetricTarget {
    case percent(Int)
    case average(String)

    init(_ text: String, resource: String) throws(KubectlError) {
        let text = text.trimmed
        if text.isEmpty { throw .message("empty input") }
        if text.hasSuffix("%") {
            guard let percent = Int32(text.dropLast()), percent >= 0 else {
                throw .message("invalid percentage value: \(text.dropLast())")
            }
            self = .percent(Int(percent))
            return
        }
        let quantity = Double(text) == nil ? text : text + (resource == "cpu" ? "m" : "Mi")
        guard let parsed = Quantity(quantity) else { throw .message("invalid resource \(resource) value: \(text)") }
        self = .average(parsed.description)
    }

    var value: Value {
        switch self {
        case .percent(let percent): ["type": "Utilization", "averageUtilization": Value(percent)]
        case .average(let quantity): ["type": "AverageValue", "averageValue": .string(quantity)]
        }
    }
}
