import Documents
import KubeAPI
import KubeModel

/// What the metrics recommend. Source: `pkg/controller/podautoscaler/replica_calculator.go`.
extension AutoscalerRound {
    /// Why a metric says nothing: the reason of the condition and the cause.
    private struct Failure: Error {
        let reason: String
        /// `failed to get cpu utilization: unable to get metrics ...`
        let cause: String
        /// `cpu resource metric value`
        let subject: String
    }

    /// What one metric says.
    private struct Proposal {
        let replicas: Int
        /// `cpu resource utilization (percentage of request)`
        let name: String
        let status: Value
    }

    /// The highest number that any metric proposes, and that metric; `nil` when none can be read.
    mutating func recommendation(_ current: Int, _ target: Object, _ api: inout APIServer) -> (Int, String)? {
        let metrics = autoscaler["spec"]?["metrics"]?.array ?? []
        var best: Proposal?
        var failures: [Failure] = []
        var statuses: [Value] = []
        for metric in metrics {
            do {
                let proposal = try propose(metric, current, target, api)
                statuses.append(proposal.status)
                if best.map({ proposal.replicas > $0.replicas }) ?? true { best = proposal }
            } catch {
                failures.append(error)
                statuses.append(["type": ""])
                report(.warning, error.reason, error.cause, &api)
            }
        }
        autoscaler["status", "currentMetrics"] = statuses.isEmpty ? nil : .array(statuses)
        if let failure = failures.first, best.map({ $0.replicas < current }) ?? true {
            note(failure, count: failures.count, of: metrics.count, current, &api)
            return nil
        }
        guard let best else { return nil }
        set(
            "ScalingActive", true, "ValidMetricFound",
            "the HPA was able to successfully calculate a replica count from \(best.name)", api.now)
        return (best.replicas, best.name)
    }

    private mutating func note(_ failure: Failure, count: Int, of total: Int, _ current: Int, _ api: inout APIServer) {
        set(
            "ScalingActive", false, failure.reason, "the HPA was unable to compute the replica count: \(failure.cause)",
            api.now)
        setCounts(current: current, desired: autoscaler["status"]?["desiredReplicas"]?.int ?? 0)
        report(
            .warning, "FailedComputeMetricsReplicas",
            "invalid metrics (\(count) invalid out of \(total)), first error is: failed to get \(failure.subject): \(failure.cause)",
            &api)
    }

    private func propose(
        _ metric: Value, _ current: Int, _ target: Object, _ api: borrowing APIServer
    ) throws(Failure) -> Proposal {
        let type = metric["type"]?.string ?? ""
        switch type {
        case "Resource": return try proposeByResource(metric, metric["resource"] ?? [:], nil, current, target, api)
        case "ContainerResource":
            let source = metric["containerResource"] ?? [:]
            return try proposeByResource(metric, source, source["container"]?.string, current, target, api)
        default:
            let field = type.prefix(1).lowercased() + type.dropFirst()
            let name = metric[field]?["metric"]?["name"]?.string ?? ""
            let group = type == "External" ? "external" : "custom"
            throw Failure(
                reason: "FailedGet\(type)Metric",
                cause:
                    "unable to get metric \(name): unable to fetch metrics from \(group) metrics API: the server could not find the requested resource (get pods.\(group).metrics.k8s.io)",
                subject: "\(field) metric value")
        }
    }

    private func proposeByResource(
        _ metric: Value, _ source: Value, _ container: String?, _ current: Int, _ target: Object,
        _ api: borrowing APIServer
    ) throws(Failure) -> Proposal {
        let resource = source["name"]?.string ?? ""
        let goal = source["target"] ?? [:]
        let isUtilization = goal["averageUtilization"] != nil
        let reason = container == nil ? "FailedGetResourceMetric" : "FailedGetContainerResourceMetric"
        let place = container == nil ? "" : "container "
        func failure(_ cause: String) -> Failure {
            let subject = isUtilization ? "\(resource) utilization" : "\(resource) usage"
            return Failure(
                reason: reason, cause: "failed to get \(subject): \(cause)",
                subject: "\(resource) \(place)resource metric value")
        }
        guard let readings = api.metrics else {
            throw failure(
                "unable to get metrics for resource \(resource): unable to fetch metrics from resource metrics API: the server could not find the requested resource (get pods.metrics.k8s.io)"
            )
        }
        let load = PodLoad(
            pods: pods(of: target, api), readings: readings, resource: resource, container: container, now: api.now)
        try check(load, hasReadings: isRead(target, readings, api), isUtilization, failure)
        if isUtilization {
            let percent = goal["averageUtilization"]?.int ?? 100
            let replicas = load.replicas(current: current, goal: .utilization(percent))
            let status: Value = [
                "averageUtilization": Value(load.utilization), "averageValue": .string(load.averageText),
            ]
            return Proposal(
                replicas: replicas, name: "\(resource) \(place)resource utilization (percentage of request)",
                status: self.status(metric, source, status))
        }
        let value = Quantity(goal["averageValue"]).map { resource == "cpu" ? $0.milliUnits : $0.units } ?? 0
        return Proposal(
            replicas: load.replicas(current: current, goal: .average(value)), name: "\(resource) \(place)resource",
            status: self.status(metric, source, ["averageValue": .string(load.averageText)]))
    }

    /// Why these readings say nothing, in the order in which the controller finds out.
    private func check(
        _ load: PodLoad, hasReadings: Bool, _ isUtilization: Bool, _ failure: (String) -> Failure
    ) throws(Failure) {
        guard hasReadings else {
            throw failure(
                "unable to get metrics for resource \(load.resource): no metrics returned from resource metrics API")
        }
        guard load.podCount > 0 else {
            throw failure("no pods returned by selector while calculating replica count")
        }
        guard load.hasReadyPods else {
            throw failure("did not receive metrics for targeted pods (pods might be unready)")
        }
        if isUtilization, let missing = load.missingRequest {
            throw failure(
                "missing request for \(load.resource) in container \(missing.container) of Pod \(missing.pod)")
        }
    }

    /// Whether the metrics server knows any pod of the target.
    private func isRead(_ target: Object, _ readings: PodMetrics, _ api: borrowing APIServer) -> Bool {
        pods(of: target, api).contains { readings.readings[$0.key] != nil }
    }

    private func status(_ metric: Value, _ source: Value, _ current: Value) -> Value {
        let field = metric["type"]?.string == "ContainerResource" ? "containerResource" : "resource"
        var entry: Object = ["name": source["name"] ?? "", "current": current]
        entry["container"] = source["container"]
        var status: Object = ["type": metric["type"] ?? ""]
        status[field] = .object(entry)
        return .object(status)
    }

    private func pods(of target: Object, _ api: borrowing APIServer) -> [Object] {
        let selector = LabelSelector(
            selector: target["spec"]?["selector"] ?? .null, isPlainMap: target.kind == "ReplicationController")
        return api.list(.pods, namespace: target.namespace).filter { selector.matches($0.labels) }
    }
}
