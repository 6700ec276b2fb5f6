package import Documents

/// One container of a pod, of any of the three lists of `spec`.
///
///     Container(["name": "web", "image": "nginx:1.27"], .main)
package struct Container: Hashable, Sendable {
    /// Where a container stands in the life of its pod.
    package enum Role: Hashable, Sendable {
        /// Runs to its end before the next one starts.
        case initial
        /// An init container with `restartPolicy: Always`: starts in turn, then keeps running beside the others.
        case sidecar
        case main
        /// Added to a running pod to look at it (`kubectl debug`).
        case ephemeral
    }

    package let value: Value
    package let role: Role
    package let name: String

    package init(_ value: Value, _ role: Role) {
        self.value = value
        self.role = role
        name = value["name"]?.string ?? ""
    }
}

extension Container {
    package var image: String { value["image"]?.string ?? "" }
    package var command: [String]? { value["command"]?.array?.compactMap(\.string) }
    package var arguments: [String]? { value["args"]?.array?.compactMap(\.string) }
    package var workingDirectory: String? { value["workingDir"]?.string }
    package var ports: [ContainerPort] { value["ports"]?.array?.map(ContainerPort.init) ?? [] }
    package var mounts: [VolumeMount] { value["volumeMounts"]?.array?.map(VolumeMount.init) ?? [] }
    package var resources: Object { value["resources"]?.object ?? Object() }
    package var isInteractive: Bool { value["stdin"]?.bool ?? false }
    package var terminationMessagePath: String { value["terminationMessagePath"]?.string ?? "/dev/termination-log" }

    /// The end of the log stands in for a termination message that a failed container did not write.
    package var fallsBackToLogs: Bool { value["terminationMessagePolicy"]?.string == "FallbackToLogsOnError" }

    package var pullPolicy: PullPolicy {
        if let policy = value["imagePullPolicy"]?.string.flatMap(PullPolicy.init) { return policy }
        return image.hasSuffix(":latest") || !image.contains(":") ? .always : .ifNotPresent
    }

    package func limit(_ resource: String) -> Quantity? { Quantity(value["resources"]?["limits"]?[resource]) }
    package func request(_ resource: String) -> Quantity? { Quantity(value["resources"]?["requests"]?[resource]) }

    /// Where events about this container point: `spec.initContainers{migrate}`.
    package var fieldPath: String {
        switch role {
        case .initial, .sidecar: "spec.initContainers{\(name)}"
        case .main: "spec.containers{\(name)}"
        case .ephemeral: "spec.ephemeralContainers{\(name)}"
        }
    }
}

/// When an image is fetched from its registry.
package enum PullPolicy: String, Sendable {
    case always = "Always"
    case ifNotPresent = "IfNotPresent"
    case never = "Never"
}

/// Whether an ended container runs again.
package enum RestartPolicy: String, Sendable {
    case always = "Always"
    case onFailure = "OnFailure"
    case never = "Never"
}

/// A port that a container says it listens on.
package struct ContainerPort: Hashable, Sendable {
    package var name: String
    package var number: Int
    package var hostPort: Int?
    package var networkProtocol: String

    package init(_ value: Value) {
        name = value["name"]?.string ?? ""
        number = value["containerPort"]?.int ?? 0
        hostPort = value["hostPort"]?.int
        networkProtocol = value["protocol"]?.string ?? "TCP"
    }
}

/// Where a container sees a volume of its pod.
package struct VolumeMount: Hashable, Sendable {
    package var name: String
    package var path: String
    package var subPath: String
    /// A sub path with variables of the container: `logs/$(POD_NAME)`.
    package var subPathExpression: String
    package var isReadOnly: Bool

    package init(_ value: Value) {
        name = value["name"]?.string ?? ""
        path = value["mountPath"]?.string ?? ""
        subPath = value["subPath"]?.string ?? ""
        subPathExpression = value["subPathExpr"]?.string ?? ""
        isReadOnly = value["readOnly"]?.bool ?? false
    }
}

extension Pod {
    /// Every container in the order of the spec: initial ones and sidecars, main ones, ephemeral ones.
    package var containers: [Container] {
        let spec = object["spec"]
        let initial = (spec?["initContainers"]?.array ?? []).map {
            Container($0, $0["restartPolicy"]?.string == "Always" ? .sidecar : .initial)
        }
        let main = (spec?["containers"]?.array ?? []).map { Container($0, .main) }
        let ephemeral = (spec?["ephemeralContainers"]?.array ?? []).map { Container($0, .ephemeral) }
        return initial + main + ephemeral
    }

    package var restartPolicy: RestartPolicy {
        object["spec"]?["restartPolicy"]?.string.flatMap(RestartPolicy.init) ?? .always
    }

    package var usesHostNetwork: Bool { object["spec"]?["hostNetwork"]?.bool ?? false }
}
