import Documents
import KubeModel

/// Fills in what containers leave open and refuses what is beyond a namespace's limit ranges.
///
/// Source: `plugin/pkg/admission/limitranger/admission.go`.
enum LimitRanger {
    static func admit(_ pod: inout Object, _ request: APIRequest, _ api: APIServer) {
        guard request.resource.plural == "pods" else { return }
        for range in api.list(.limitRanges, namespace: request.namespace) {
            let defaults = containerDefaults(range)
            guard !defaults.limits.isEmpty || !defaults.requests.isEmpty else { continue }
            setDefaults(&pod, defaults)
        }
    }

    static func validate(_ object: Object, _ request: APIRequest, _ api: APIServer) throws(APIError) {
        let plural = request.resource.plural
        guard request.subresource.isEmpty, plural == "pods" || plural == "persistentvolumeclaims" else { return }
        for range in api.list(.limitRanges, namespace: request.namespace) {
            var problems: [String] = []
            for limit in range["spec"]?["limits"]?.array ?? [] {
                problems += LimitCheck(limit).problems(of: object, isPod: plural == "pods")
            }
            guard problems.isEmpty else {
                let message = problems.count == 1 ? problems[0] : "[" + problems.joined(separator: ", ") + "]"
                throw .forbidden(request.resource.groupResource, name: object.name, message: message)
            }
        }
    }

    private struct ContainerDefaults {
        var limits = Object()
        var requests = Object()
    }

    private static func containerDefaults(_ range: Object) -> ContainerDefaults {
        var defaults = ContainerDefaults()
        for limit in range["spec"]?["limits"]?.array ?? [] where limit["type"] == "Container" {
            for (name, value) in limit["defaultRequest"]?.object ?? Object() { defaults.requests[name] = value }
            for (name, value) in limit["default"]?.object ?? Object() { defaults.limits[name] = value }
        }
        return defaults
    }

    private static func setDefaults(_ pod: inout Object, _ defaults: ContainerDefaults) {
        var notes: [String] = []
        for (field, word) in [("containers", "container"), ("initContainers", "init container")] {
            guard var containers = pod["spec"]?[field]?.array else { continue }
            for index in containers.indices {
                let name = containers[index]["name"]?.string ?? ""
                for (kind, values) in [("request", defaults.requests), ("limit", defaults.limits)] {
                    let set = fill(&containers[index], kind, values)
                    if !set.isEmpty { notes.append("\(set.joined(separator: ", ")) \(kind) for \(word) \(name)") }
                }
            }
            pod["spec", field] = .array(containers)
        }
        guard !notes.isEmpty else { return }
        pod["metadata", "annotations", "kubernetes.io/limit-ranger"] = .string(
            "LimitRanger plugin set: \(notes.joined(separator: "; "))")
    }

    /// Sets what is missing, and returns the names of it.
    private static func fill(_ container: inout Value, _ kind: String, _ values: Object) -> [String] {
        var set: [String] = []
        for (name, value) in values where container["resources"]?["\(kind)s"]?[name] == nil {
            container["resources", "\(kind)s", name] = value
            set.append(name)
        }
        return set
    }
}

/// One entry of a limit range, held against an object.
struct LimitCheck {
    let limit: Value
    let type: String

    init(_ limit: Value) {
        self.limit = limit
        type = limit["type"]?.string ?? ""
    }

    func problems(of object: Object, isPod: Bool) -> [String] {
        switch (type, isPod) {
        case ("Container", true):
            let containers =
                (object["spec"]?["containers"]?.array ?? []) + (object["spec"]?["initContainers"]?.array ?? [])
            return containers.flatMap {
                problems(
                    PodAmounts.amounts($0["resources"]?["requests"]), PodAmounts.amounts($0["resources"]?["limits"]))
            }
        case ("Pod", true):
            return problems(PodAmounts.requests(of: object), PodAmounts.limits(of: object))
        case ("PersistentVolumeClaim", false):
            let requests = PodAmounts.amounts(object["spec"]?["resources"]?["requests"])
            return problems(requests, requests)
        default: return []
        }
    }

    private typealias Amounts = [String: Quantity]

    private func problems(_ requests: Amounts, _ limits: Amounts) -> [String] {
        let isClaim = type == "PersistentVolumeClaim"
        var problems: [String] = []
        for (name, bound) in limit["min"]?.object ?? Object() {
            problems += minimum(name, bound, requests, limits, isClaim)
        }
        for (name, bound) in limit["max"]?.object ?? Object() {
            problems += maximum(name, bound, requests, limits, isClaim)
        }
        for (name, bound) in limit["maxLimitRequestRatio"]?.object ?? Object() {
            problems += ratio(name, bound, requests, limits)
        }
        return problems
    }

    private func minimum(_ name: String, _ bound: Value, _ requests: Amounts, _ limits: Amounts, _ isClaim: Bool)
        -> [String]
    {
        guard let least = Quantity(bound) else { return [] }
        let text = "minimum \(name) usage per \(type) is \(least.description)"
        guard let request = requests[name] else {
            return ["\(text).  No request is specified"]
        }
        if request < least { return ["\(text), but request is \(request.description)"] }
        if !isClaim, let limit = limits[name], limit < least {
            return ["\(text), but limit is \(limit.description)"]
        }
        return []
    }

    private func maximum(_ name: String, _ bound: Value, _ requests: Amounts, _ limits: Amounts, _ isClaim: Bool)
        -> [String]
    {
        guard let most = Quantity(bound) else { return [] }
        let text = "maximum \(name) usage per \(type) is \(most.description)"
        if isClaim {
            guard let request = requests[name], request > most else { return [] }
            return ["\(text), but request is \(request.description)"]
        }
        guard let limit = limits[name] else { return ["\(text).  No limit is specified"] }
        if limit > most { return ["\(text), but limit is \(limit.description)"] }
        if let request = requests[name], request > most {
            return ["\(text), but request is \(request.description)"]
        }
        return []
    }

    private func ratio(_ name: String, _ bound: Value, _ requests: Amounts, _ limits: Amounts) -> [String] {
        guard let most = Quantity(bound) else { return [] }
        let text = "\(name) max limit to request ratio per \(type) is \(most.description)"
        guard let request = requests[name] else {
            return ["\(text), but no request is specified or request is 0"]
        }
        guard let limit = limits[name] else { return ["\(text), but no limit is specified or limit is 0"] }
        guard !request.isZero else { return ["\(text), but no request is specified or request is 0"] }
        let actual = limit.approximate / request.approximate
        guard actual > most.approximate else { return [] }
        let thousandths = Int((actual * 1_000_000).rounded())
        let fraction = String(thousandths % 1_000_000)
        let padded = String(repeating: "0", count: 6 - fraction.count) + fraction
        return ["\(text), but provided ratio is \(thousandths / 1_000_000).\(padded)"]
    }
}
