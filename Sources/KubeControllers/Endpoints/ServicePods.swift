import Documents
import KubeAPI
import KubeModel

/// Which pods stand behind a Service, and which changes of pods matter to it.
enum ServicePods {
    /// The pods with an address that a Service selects and that have not ended, in the order of their names.
    static func backing(_ service: Service, api: borrowing APIServer) -> [Object] {
        guard service.selector != nil else { return [] }
        return api.list(.pods, namespace: service.namespace).filter { pod in
            Pod(pod).address != nil && !Pod(pod).isFinished && service.selects(pod.labels)
        }
    }

    /// The Services that a change of a pod concerns: those that select it now or did so before.
    static func services(after change: ObjectChange, api: borrowing APIServer) -> [ObjectKey] {
        let pod = change.object
        guard change.action == .deleted || change.old.map({ differ($0, pod) }) ?? (Pod(pod).address != nil) else {
            return []
        }
        let old = change.old?.labels
        return api.list(.services, namespace: pod.namespace).filter { object in
            Service(object).selects(pod.labels) || old.map(Service(object).selects) ?? false
        }.map(\.key)
    }

    /// The number of a Service's port in a pod, by number or by the name of a container's port.
    ///
    /// Source: `pkg/api/v1/pod/util.go`, `FindPort`.
    static func number(of port: Value, in pod: Object) -> Int? {
        guard let name = port["targetPort"]?.string else {
            let number = port["targetPort"]?.int ?? 0
            return number == 0 ? port["port"]?.int : number
        }
        let spec = pod["spec"]
        let sidecars = (spec?["initContainers"]?.array ?? []).filter { $0["restartPolicy"]?.string == "Always" }
        for container in (spec?["containers"]?.array ?? []) + sidecars {
            for candidate in container["ports"]?.array ?? [] where candidate["name"]?.string == name {
                let transport = candidate["protocol"]?.string ?? "TCP"
                if transport == port["protocol"]?.string ?? "TCP" { return candidate["containerPort"]?.int }
            }
        }
        return nil
    }

    /// What an endpoint says about the pod behind it.
    static func reference(to pod: Object) -> Value {
        [
            "kind": "Pod", "name": .string(pod.name), "namespace": .string(pod.namespace), "uid": .string(pod.uid),
        ]
    }

    /// The name of a pod below a headless Service: `db-0` of `db-0.db`.
    static func hostname(of pod: Object, in service: Service) -> String? {
        guard let hostname = pod["spec"]?["hostname"]?.string, !hostname.isEmpty,
            pod["spec"]?["subdomain"]?.string == service.name
        else { return nil }
        return hostname
    }

    private static func differ(_ old: Object, _ new: Object) -> Bool {
        let (before, after) = (Pod(old), Pod(new))
        return before.isReady != after.isReady || before.address != after.address
            || before.isFinished != after.isFinished || old.isTerminating != new.isTerminating
            || old.labels != new.labels || before.nodeName != after.nodeName
    }
}

/// When what an endpoint shows last changed, for the annotation by which latencies are measured.
///
/// Source: `staging/src/k8s.io/endpointslice/trigger_time_tracker.go`.
struct TriggerTimes: Hashable, Sendable {
    private var pods: [String: Instant] = [:]
    private var service: Instant?

    static let annotation = "endpoints.kubernetes.io/last-change-trigger-time"

    /// The earliest of the changes since the last call; `nil` when nothing changed.
    mutating func next(_ service: Service, _ backing: [Object]) -> Instant? {
        let created = service.object.creationTimestamp
        guard let known = self.service else {
            self.service = created
            pods = Self.times(backing)
            return created
        }
        let times = Self.times(backing)
        var earliest = times.filter { name, time in pods[name].map { time > $0 } ?? true }.values.min()
        if let created, created > known { earliest = min(earliest ?? created, created) }
        pods = times
        self.service = created
        return earliest
    }

    private static func times(_ backing: [Object]) -> [String: Instant] {
        var times: [String: Instant] = [:]
        for pod in backing { times[pod.name] = Pod(pod).readyChangeTime }
        return times
    }
}
