import Documents
import KubeModel

@testable import KubeAPI

/// Makes requests of every kind, good ones and spoilt ones, by chance alone.
struct RequestGenerator {
    var random: SeededGenerator

    static let resources: [ResourceType] = [
        .configMaps, .secrets, .pods, .deployments, .services, .jobs, .serviceAccounts, .persistentVolumeClaims,
        .roles, .horizontalPodAutoscalers, .horizontalPodAutoscalersV1, .events, .eventsV1, .leases, .nodes,
        .namespaces, .customResourceDefinitions, .podDisruptionBudgets,
    ]
    static let namespaces = ["default", "dev", "dev", "shop"]
    static let names = ["a", "b", "c", "web", "db"]

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }
}

extension RequestGenerator {
    /// The next request, given what is there.
    mutating func next(_ api: APIServer) -> APIRequest {
        let resource = pick(served(by: api))
        let namespace = resource.isNamespaced ? pick(Self.namespaces) : ""
        let key = ObjectKey(namespace: namespace, name: pick(Self.names))
        var request: APIRequest
        switch random.below(100) {
        case ..<30: request = create(resource, key)
        case ..<45: request = update(resource, key, api)
        case ..<65: request = patch(resource, key, api)
        case ..<78: request = delete(resource, key, api)
        case ..<80: request = deleteCollection(resource, namespace)
        case ..<90: request = list(resource, namespace)
        case ..<95: request = subresource(api, key)
        default: request = APIRequest(.get, resource, namespace: namespace, name: key.name)
        }
        request.options.isDryRun = chance(4)
        request.options.fieldValidation = pick([.warn, .warn, .strict, .ignore])
        if chance(20) { request.options.fieldManager = pick(["ci", "kubectl", "robot"]) }
        return request
    }

    /// What the API serves now: custom resources come and go.
    private func served(by api: APIServer) -> [ResourceType] {
        Self.resources + api.resources.types.filter { $0.schemaType.isEmpty }
    }

    private mutating func create(_ resource: ResourceType, _ key: ObjectKey) -> APIRequest {
        var body = Bodies.body(of: resource, key, variant: random.below(4))
        if chance(10) {
            body["metadata", "name"] = nil
            body["metadata", "generateName"] = "made-"
        }
        if chance(10) { body["metadata", "finalizers"] = ["example.com/hold"] }
        if chance(12) { Spoiler.spoil(&body, &random) }
        return APIRequest(.create, resource, namespace: key.namespace, body: .object(body))
    }

    private mutating func update(_ resource: ResourceType, _ key: ObjectKey, _ api: APIServer) -> APIRequest {
        var object = stored(resource, key, api) ?? Bodies.body(of: resource, key, variant: 0)
        let name = object.name
        change(&object, resource)
        switch random.below(12) {
        case 0: object["metadata", "resourceVersion"] = nil
        case 1: object["metadata", "resourceVersion"] = "1"
        case 2: object["metadata", "uid"] = "other"
        case 3: object.finalizers = []
        case 4: Spoiler.spoil(&object, &random)
        case 5: object.name = "other"
        default: break
        }
        var request = APIRequest(
            .update, resource, namespace: key.namespace, name: name, body: .object(object))
        if chance(15), resource.subresources.contains("status") { request.subresource = "status" }
        return request
    }

    private mutating func patch(_ resource: ResourceType, _ key: ObjectKey, _ api: APIServer) -> APIRequest {
        let name = stored(resource, key, api)?.name ?? key.name
        var request = APIRequest(.patch, resource, namespace: key.namespace, name: name)
        request.patchType = pick(PatchType.allCases)
        let value = Value.string(pick(["1", "2", "3"]))
        switch request.patchType {
        case .json:
            request.body = [
                [
                    "op": .string(pick(["add", "replace", "remove", "test"])), "path": "/metadata/labels",
                    "value": ["v": value],
                ]
            ]
        case .merge, .strategicMerge:
            request.body = pick([
                ["metadata": ["labels": ["v": value]]], ["metadata": ["labels": ["v": .null]]],
                ["metadata": ["annotations": ["note": value]]], ["metadata": ["finalizers": .null]],
                ["data": ["k": value]], ["spec": ["replicas": 3]], ["spec": ["replicas": "many"]],
            ])
        case .apply:
            request.body = .object(
                Bodies.body(of: resource, ObjectKey(namespace: key.namespace, name: name), variant: random.below(4)))
            request.options.fieldManager = pick(["ci", "kubectl", ""])
            request.options.force = chance(50)
        }
        if chance(8), case .object(var body) = request.body {
            Spoiler.spoil(&body, &random)
            request.body = .object(body)
        }
        return request
    }

    private mutating func delete(_ resource: ResourceType, _ key: ObjectKey, _ api: APIServer) -> APIRequest {
        let object = stored(resource, key, api)
        var request = APIRequest(.delete, resource, namespace: key.namespace, name: object?.name ?? key.name)
        if chance(30) { request.options.propagationPolicy = pick([.background, .foreground, .orphan]) }
        if chance(30) { request.options.gracePeriodSeconds = pick([0, 5, -1]) }
        if chance(10) { request.options.preconditionUID = chance(50) ? object?.uid : "other" }
        if chance(10) { request.options.preconditionResourceVersion = chance(50) ? object?.resourceVersion : "1" }
        return request
    }

    private mutating func deleteCollection(_ resource: ResourceType, _ namespace: String) -> APIRequest {
        var request = APIRequest(.deletecollection, resource, namespace: namespace)
        request.options.labelSelector = pick(["v=1", "v in (2,3)", "!v", "v=1=2"])
        return request
    }

    private mutating func list(_ resource: ResourceType, _ namespace: String) -> APIRequest {
        var request = APIRequest(.list, resource, namespace: chance(50) ? "" : namespace)
        request.options.labelSelector = pick(["", "", "v=1", "app"])
        request.options.fieldSelector = pick(["", "", "metadata.name=a", "spec.nope=1", "status.phase!=Running"])
        request.options.limit = pick([0, 1, 3])
        request.options.continueToken = pick(["", "", "", "nonsense"])
        return request
    }

    private mutating func subresource(_ api: APIServer, _ key: ObjectKey) -> APIRequest {
        var request: APIRequest
        switch random.below(4) {
        case 0:
            request = APIRequest(
                .update, .deployments, namespace: key.namespace, name: key.name,
                body: ["metadata": ["name": .string(key.name)], "spec": ["replicas": Value(random.below(5) - 1)]])
            request.subresource = "scale"
        case 1:
            request = APIRequest(
                .create, .pods, namespace: key.namespace, name: key.name,
                body: ["target": ["kind": "Node", "name": "a"]])
            request.subresource = "binding"
        case 2:
            request = APIRequest(.create, .pods, namespace: key.namespace, name: key.name, body: [:])
            request.subresource = "eviction"
        default:
            let container: Value = ["name": .string("debug-" + pick(Self.names)), "image": "busybox"]
            request = APIRequest(
                .patch, .pods, namespace: key.namespace, name: key.name,
                body: ["spec": ["ephemeralContainers": [container]]])
            request.subresource = "ephemeralcontainers"
        }
        return request
    }

    /// The object of this name, or now and then any other of the resource.
    private mutating func stored(_ resource: ResourceType, _ key: ObjectKey, _ api: APIServer) -> Object? {
        if let object = api.get(resource, key) { return object.served(as: resource) }
        let all = api.list(resource, namespace: resource.isNamespaced ? key.namespace : nil)
        return all.isEmpty ? nil : pick(all).served(as: resource)
    }

    private mutating func change(_ object: inout Object, _ resource: ResourceType) {
        switch random.below(5) {
        case 0: object["metadata", "labels", "v"] = .string(pick(["1", "2", "3"]))
        case 1: object["metadata", "annotations", "note"] = .string(pick(["x", "y"]))
        case 2 where object["data"] != nil: object["data", "k"] = .string(pick(["djE=", "djI="]))
        case 3 where object["spec"]?["replicas"] != nil: object["spec", "replicas"] = Value(random.below(4))
        default: break
        }
    }

    private mutating func chance(_ percent: Int) -> Bool { random.below(100) < percent }

    private mutating func pick<Element>(_ elements: [Element]) -> Element { elements[random.below(elements.count)] }
}
