package import Documents
package import KubeModel

/// Short forms of requests for the components of the cluster.
extension APIServer {
    /// The object, or `nil` when there is none.
    package func get(_ resource: ResourceType, _ key: ObjectKey) -> Object? { nil }

    /// The objects of a namespace, or of all, in the order of their names.
    package func list(_ resource: ResourceType, namespace: String? = nil) -> [Object] { [] }

    /// The objects whose controller has this uid, in the order of their names.
    package func list(_ resource: ResourceType, controlledBy uid: String) -> [Object] { [] }

    /// The pods bound to a node, in the order of their names.
    package func pods(onNode name: String) -> [Object] { [] }

    @discardableResult
    package mutating func create(_ resource: ResourceType, _ object: Object, as user: UserInfo) throws(APIError) -> Object {
        throw .notSimulated("")
    }

    /// Replaces an object; its resourceVersion, when set, must be the current one.
    @discardableResult
    package mutating func update(_ resource: ResourceType, _ object: Object, as user: UserInfo) throws(APIError) -> Object {
        throw .notSimulated("")
    }

    /// Replaces the status of an object and leaves the rest alone.
    @discardableResult
    package mutating func updateStatus(_ resource: ResourceType, _ object: Object, as user: UserInfo) throws(APIError) -> Object {
        throw .notSimulated("")
    }

    @discardableResult
    package mutating func patch(
        _ resource: ResourceType, _ key: ObjectKey, subresource: String = "", _ type: PatchType, _ body: Value,
        as user: UserInfo
    ) throws(APIError) -> Object {
        throw .notSimulated("")
    }

    package mutating func delete(
        _ resource: ResourceType, _ key: ObjectKey, options: RequestOptions = RequestOptions(), as user: UserInfo
    ) throws(APIError) {
        throw .notSimulated("")
    }

    /// Writes an event about an object, or counts up the one that says the same (as the recorders of 1.36 do).
    package mutating func record(_ event: EventRecord) {}
}

/// What a component has to say about an object.
package struct EventRecord: Sendable {
    package enum Kind: String, Sendable { case normal = "Normal", warning = "Warning" }

    package var object: Object
    /// `spec.containers{web}`; empty for the whole object.
    package var fieldPath = ""
    package var kind: Kind
    /// `Scheduled`
    package var reason: String
    package var message: String
    /// `default-scheduler`, `kubelet`, `deployment-controller`
    package var component: String
    /// The node of a kubelet.
    package var host = ""

    package init(_ object: Object, fieldPath: String = "", _ kind: Kind, _ reason: String, _ message: String, from component: String, host: String = "") {
        self.object = object
        self.fieldPath = fieldPath
        self.kind = kind
        self.reason = reason
        self.message = message
        self.component = component
        self.host = host
    }
}
