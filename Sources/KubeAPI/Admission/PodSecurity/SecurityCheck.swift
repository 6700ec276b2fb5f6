import Documents
import KubeModel

/// One rule of a pod security standard.
struct SecurityCheck: Sendable {
    /// What is forbidden and, in brackets behind it, where it was found.
    struct Finding: Hashable {
        var reason: String
        var detail: String
    }

    typealias Rule = @Sendable (_ pod: SecuredPod) -> Finding?

    /// The first minor version that has the rule.
    var since = 0
    /// The first minor version in which the restricted standard has a stricter rule in its place.
    var replacedSince = Int.max
    let rule: Rule

    init(since: Int = 0, replacedSince: Int = .max, _ rule: @escaping Rule) {
        self.since = since
        self.replacedSince = replacedSince
        self.rule = rule
    }
}

extension SecurityCheck {
    /// What a standard finds wrong with a pod, in the order of the server's messages.
    ///
    /// Source: k8s.io/pod-security-admission/policy/registry.go
    static func findings(in pod: SecuredPod, _ level: SecurityLevel) -> [Finding] {
        let minor = level.minor ?? newestMinor
        let checks: [SecurityCheck] =
            switch level.standard {
            case .privileged: []
            case .baseline: baseline
            case .restricted: baseline.filter { minor < $0.replacedSince } + restricted
            }
        var pod = pod
        pod.minor = minor
        return checks.filter { $0.since <= minor }.compactMap { $0.rule(pod) }
    }

    /// The version that this cluster has.
    static let newestMinor = 36
}

/// A pod or the pods of a template, as the rules look at them.
struct SecuredPod {
    let spec: Value
    let annotations: Object
    /// Those that run first, then the others.
    let containers: [Value]
    /// The minor version of the rules.
    var minor = SecurityCheck.newestMinor

    init(spec: Value, annotations: Object) {
        self.spec = spec
        self.annotations = annotations
        containers =
            spec.list("initContainers") + spec.list("containers") + spec.list("ephemeralContainers")
    }

    var context: Value { spec.part("securityContext") }
    var isWindows: Bool { spec["os"]?["name"] == "windows" }

    /// The names of the containers of which something holds.
    func names(where isBad: (Value) -> Bool) -> [String] { containers.filter(isBad).map { $0.text("name") } }

    /// The values of the containers' security contexts of which something holds, without repetitions and in order.
    func values(_ of: (Value) -> [String]) -> [String] { Set(containers.flatMap(of)).sorted() }
}

/// How the server's sentences name one or several things.
enum SecurityWords {
    /// `container "web"`, `containers "web", "proxy"`
    static func containers(_ names: [String]) -> String {
        "\(plural("container", names.count)) \(quoted(names))"
    }

    static func plural(_ word: String, _ count: Int) -> String { count == 1 ? word : word + "s" }

    static func quoted(_ names: [String]) -> String { names.map { "\"\($0)\"" }.joined(separator: ", ") }

    /// The pod itself and its containers as those who set something: `pod and container "web"`.
    static func setters(pod isPodBad: Bool, _ names: [String]) -> String {
        ((isPodBad ? ["pod"] : []) + (names.isEmpty ? [] : [containers(names)])).joined(separator: " and ")
    }
}
