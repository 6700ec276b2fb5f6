import Documents
import KubeAPI
import KubeModel

/// The requests that commands send for one object.
extension KubectlContext {
    mutating func get(_ info: ResourceInfo) throws(KubectlError) -> Object {
        var request = APIRequest(.get, info.type, namespace: info.namespace, name: info.name)
        request.subresource = info.subresource
        return try object(of: request)
    }

    mutating func get(_ type: ResourceType, _ name: String, namespace: String? = nil) throws(KubectlError) -> Object {
        try get(ResourceInfo(type: type, namespace: namespace ?? self.namespace, name: name))
    }

    /// The object, or `nil` when there is none.
    mutating func getIfPresent(_ info: ResourceInfo) throws(KubectlError) -> Object? {
        do { return try get(info) } catch  where error.isNotFound { return nil }
    }

    mutating func list(
        _ type: ResourceType, namespace: String, labels: String = "", fields: String = ""
    ) throws(KubectlError) -> [Object] {
        var request = APIRequest(.list, type, namespace: type.isNamespaced ? namespace : "")
        request.options.labelSelector = labels
        request.options.fieldSelector = fields
        guard case .list(let list) = try send(request).payload else { return [] }
        return list.items
    }

    mutating func create(_ object: Object, _ info: ResourceInfo, _ options: WriteOptions) throws(KubectlError) -> Object
    {
        var object = object
        // A manifest read from a cluster may still name the revision that it had there.
        object["metadata", "resourceVersion"] = nil
        var request = APIRequest(.create, info.type, namespace: info.namespace, body: .object(object))
        options.apply(to: &request.options)
        return try self.object(of: request)
    }

    mutating func patch(
        _ info: ResourceInfo, _ type: PatchType, _ body: Value, _ options: WriteOptions
    ) throws(KubectlError) -> Object {
        var request = APIRequest(.patch, info.type, namespace: info.namespace, name: info.name, body: body)
        request.patchType = type
        request.subresource = info.subresource
        options.apply(to: &request.options)
        return try object(of: request)
    }

    mutating func replace(_ object: Object, _ info: ResourceInfo, _ options: WriteOptions) throws(KubectlError)
        -> Object
    {
        var request = APIRequest(.update, info.type, namespace: info.namespace, name: info.name, body: .object(object))
        request.subresource = info.subresource
        options.apply(to: &request.options)
        return try self.object(of: request)
    }

    /// The definition that a custom resource comes from, read as the server itself does; `nil` for what is built in.
    mutating func definition(of type: ResourceType) throws(KubectlError) -> Object? {
        guard type.schemaType.isEmpty else { return nil }
        let request = APIRequest(.get, .customResourceDefinitions, name: type.groupResource.description)
        do {
            guard case .object(let definition) = try connection.send(request).payload else { return nil }
            return definition
        } catch .notFound {
            return nil
        } catch {
            throw .server(error)
        }
    }

    /// The object that a request answers with.
    mutating func object(of request: APIRequest) throws(KubectlError) -> Object {
        switch try send(request).payload {
        case .object(let object), .success(let object): return object
        case .list: throw .message("the server answered with a list to a request for one object")
        }
    }
}

/// How a command writes: for a try only, as whom, and how strictly.
struct WriteOptions: Sendable {
    var dryRun = DryRun.none
    var fieldManager = ""
    var validation = RequestOptions.FieldValidation.strict
    var forcesConflicts = false

    func apply(to options: inout RequestOptions) {
        options.isDryRun = dryRun == .server
        options.fieldManager = fieldManager
        options.fieldValidation = validation
        options.force = forcesConflicts
    }
}

/// What `--dry-run` asks for.
enum DryRun: Hashable, Sendable {
    case none, client, server

    /// What is said after the name of an object that was not really changed.
    var suffix: String {
        switch self {
        case .none: ""
        case .client: " (dry run)"
        case .server: " (server dry run)"
        }
    }
}

extension KubectlContext {
    /// Source: `k8s.io/kubectl/pkg/cmd/util` `GetDryRunStrategy`.
    func dryRun() throws(KubectlError) -> DryRun {
        let text = flags.text("dry-run")
        switch text {
        case "none", "": return .none
        case "client": return .client
        case "server": return .server
        case "unchanged": return .client
        default:
            if let value = Bool(goText: text) { return value ? .client : .none }
            throw .message("Invalid dry-run value (\(text)). Must be \"none\", \"server\", or \"client\".")
        }
    }

    /// Source: `k8s.io/kubectl/pkg/cmd/util` `GetValidationDirective`.
    func validation() throws(KubectlError) -> RequestOptions.FieldValidation {
        let text = flags.text("validate")
        switch text {
        case "", "strict": return .strict
        case "warn": return .warn
        case "ignore": return .ignore
        default:
            if let value = Bool(goText: text) { return value ? .strict : .ignore }
            throw .message(
                "invalid - validate option \(text.goQuoted); must be one of: strict (or true), warn, ignore (or false)")
        }
    }
}
