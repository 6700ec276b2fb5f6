package import Documents
package import KubeModel

/// Short forms of requests for the components of the cluster.
extension APIServer {
    /// The object, or `nil` when there is none.
    package func get(_ resource: ResourceType, _ key: ObjectKey) -> Object? {
        store.get(Conversion.place(of: resource), key)
    }

    /// The objects of a namespace, or of all, in the order of their names.
    package func list(_ resource: ResourceType, namespace: String? = nil) -> [Object] {
        store.list(Conversion.place(of: resource), namespace: namespace)
    }

    /// The objects whose controller has this uid, in the order of their names.
    package func list(_ resource: ResourceType, controlledBy uid: String) -> [Object] {
        store.list(Conversion.place(of: resource), dependentOn: uid).filter { $0.controller?.uid == uid }
    }

    /// The objects of a namespace that nobody controls, in the order of their names.
    package func list(_ resource: ResourceType, orphansIn namespace: String) -> [Object] {
        store.list(Conversion.place(of: resource), orphansIn: namespace)
    }

    /// The objects of which something with this uid is an owner, of all resources in the order of discovery.
    package func dependents(of uid: String) -> [(resource: ResourceType, object: Object)] {
        let holders = store.resources(dependentOn: uid)
        guard !holders.isEmpty else { return [] }
        var seen: Set<GroupResource> = []
        return resources.types.flatMap { type -> [(resource: ResourceType, object: Object)] in
            guard holders.contains(type.groupResource), seen.insert(type.groupResource).inserted else { return [] }
            let storage = Conversion.storageType(of: type)
            return store.list(type.groupResource, dependentOn: uid).map { (storage, $0) }
        }
    }

    /// The pods bound to a node, in the order of their names.
    package func pods(onNode name: String) -> [Object] {
        store.list(ResourceType.pods.groupResource, onNode: name)
    }

    @discardableResult
    package mutating func create(_ resource: ResourceType, _ object: Object, as user: UserInfo) throws(APIError)
        -> Object
    {
        var request = APIRequest(.create, resource, namespace: object.namespace, body: .object(object))
        request.user = user
        return try send(request)
    }

    /// Replaces an object; its resourceVersion, when set, must be the current one.
    @discardableResult
    package mutating func update(_ resource: ResourceType, _ object: Object, as user: UserInfo) throws(APIError)
        -> Object
    {
        var request = APIRequest(
            .update, resource, namespace: object.namespace, name: object.name, body: .object(object))
        request.user = user
        return try send(request)
    }

    /// Replaces the status of an object and leaves the rest alone.
    @discardableResult
    package mutating func updateStatus(_ resource: ResourceType, _ object: Object, as user: UserInfo) throws(APIError)
        -> Object
    {
        var request = APIRequest(
            .update, resource, namespace: object.namespace, name: object.name, body: .object(object))
        request.subresource = "status"
        request.user = user
        return try send(request)
    }

    @discardableResult
    package mutating func patch(
        _ resource: ResourceType, _ key: ObjectKey, subresource: String = "", _ type: PatchType, _ body: Value,
        as user: UserInfo
    ) throws(APIError) -> Object {
        var request = APIRequest(.patch, resource, namespace: key.namespace, name: key.name, body: body)
        request.subresource = subresource
        request.patchType = type
        request.user = user
        return try send(request)
    }

    package mutating func delete(
        _ resource: ResourceType, _ key: ObjectKey, options: RequestOptions = RequestOptions(), as user: UserInfo
    ) throws(APIError) {
        var request = APIRequest(.delete, resource, namespace: key.namespace, name: key.name)
        request.options = options
        request.user = user
        _ = try handle(request)
    }

    /// Binds a pod to a node, as the scheduler does through `pods/binding`.
    package mutating func bind(_ pod: ObjectKey, toNode node: String, as user: UserInfo) throws(APIError) {
        var request = APIRequest(
            .create, .pods, namespace: pod.namespace, name: pod.name,
            body: [
                "apiVersion": "v1", "kind": "Binding", "metadata": ["name": .string(pod.name)],
                "target": ["apiVersion": "v1", "kind": "Node", "name": .string(node)],
            ])
        request.subresource = "binding"
        request.user = user
        _ = try handle(request)
    }

    /// Replaces the finalizers of a namespace's spec, through `namespaces/finalize`.
    package mutating func finalize(_ namespace: Object, as user: UserInfo) throws(APIError) {
        var request = APIRequest(.update, .namespaces, name: namespace.name, body: .object(namespace))
        request.subresource = "finalize"
        request.user = user
        _ = try handle(request)
    }

    /// What was written after a revision, oldest first; `nil` when the history does not reach back so far.
    package func changes(since revision: Int64) -> ArraySlice<ObjectChange>? {
        store.changes(since: revision)
    }

    private mutating func send(_ request: APIRequest) throws(APIError) -> Object {
        switch try handle(request).payload {
        case .object(let object), .success(let object): object
        case .list: Object()
        }
    }
}
