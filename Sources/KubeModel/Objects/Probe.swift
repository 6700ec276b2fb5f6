package import Documents

/// What the kubelet asks of a container again and again.
package struct Probe: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case startup = "Startup"
        case liveness = "Liveness"
        case readiness = "Readiness"
    }

    package enum Action: Hashable, Sendable {
        case exec([String])
        case http(HTTPGet)
        case tcp(host: String, port: Value)
        case grpc(port: Int, service: String)
    }

    package var action: Action
    package var initialDelaySeconds: Int
    package var timeoutSeconds: Int
    package var periodSeconds: Int
    package var successThreshold: Int
    package var failureThreshold: Int
    /// Overrides the grace period of the pod when this probe ends the container.
    package var terminationGracePeriodSeconds: Int?
}

/// A request by which a probe or a hook asks a container.
package struct HTTPGet: Hashable, Sendable {
    package var host: String
    package var path: String
    /// A number or the name of a port of the container.
    package var port: Value
    /// `HTTP` or `HTTPS`
    package var scheme: String

    package init(_ value: Value) {
        host = value["host"]?.string ?? ""
        path = value["path"]?.string ?? "/"
        port = value["port"] ?? .null
        scheme = value["scheme"]?.string ?? "HTTP"
    }
}

extension Probe {
    /// Reads a probe with the defaults of the API; `nil` without an action.
    package init?(_ value: Value) {
        guard let action = Action(value) else { return nil }
        self.action = action
        initialDelaySeconds = value["initialDelaySeconds"]?.int ?? 0
        timeoutSeconds = value["timeoutSeconds"]?.int ?? 1
        periodSeconds = max(1, value["periodSeconds"]?.int ?? 10)
        successThreshold = value["successThreshold"]?.int ?? 1
        failureThreshold = value["failureThreshold"]?.int ?? 3
        terminationGracePeriodSeconds = value["terminationGracePeriodSeconds"]?.int
    }
}

extension Probe.Action {
    /// The action of a probe; `nil` when there is none.
    package init?(_ value: Value) {
        if let command = value["exec"]?["command"]?.array {
            self = .exec(command.compactMap(\.string))
        } else if let get = value["httpGet"] {
            self = .http(HTTPGet(get))
        } else if let socket = value["tcpSocket"] {
            self = .tcp(host: socket["host"]?.string ?? "", port: socket["port"] ?? .null)
        } else if let grpc = value["grpc"] {
            self = .grpc(port: grpc["port"]?.int ?? 0, service: grpc["service"]?.string ?? "")
        } else {
            return nil
        }
    }
}

extension Container {
    package func probe(_ kind: Probe.Kind) -> Probe? {
        let field =
            switch kind {
            case .startup: "startupProbe"
            case .liveness: "livenessProbe"
            case .readiness: "readinessProbe"
            }
        return value[field].flatMap(Probe.init)
    }

    /// The number of a port that is given by number or by name; `nil` for an unknown name.
    package func portNumber(_ port: Value) -> Int? {
        if let number = port.int { return number }
        guard let text = port.string else { return nil }
        return ports.first { $0.name == text }?.number ?? Int(text)
    }
}
