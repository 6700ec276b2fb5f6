import Documents
import KubeAPI
import KubeModel

extension KubectlContext {
    /// Asks the server for an address and prints the answer as it comes.
    mutating func getRaw() throws(KubectlError) {
        if !arguments.isEmpty { throw .message("arguments may not be passed when --raw is specified") }
        if flags.bool("watch") || flags.bool("watch-only") || !flags.text("selector").isEmpty {
            throw .message(
                "--raw may not be specified with other flags that filter the server request or alter the output")
        }
        if !flags.text("output").isEmpty { throw .usage("--raw and --output are mutually exclusive") }
        let address = flags.text("raw")
        guard address.hasPrefix("/") else {
            throw .usage("--raw must be a valid URL path: parse \(address.goQuoted): invalid URI for request")
        }
        write(try rawAnswer(String(address.prefix { $0 != "?" })))
    }

    private mutating func rawAnswer(_ path: String) throws(KubectlError) -> String {
        let parts = path.split(separator: "/").map(String.init)
        switch (parts.first, parts.count) {
        case ("healthz", 1), ("livez", 1), ("readyz", 1): return "ok"
        case ("version", 1): return JSON.encode(ServerVersion.value, style: .indented(2)) + "\n"
        case ("api", 2...): return try rawResource("", parts[1], Array(parts.dropFirst(2)))
        case ("apis", 3...): return try rawResource(parts[1], parts[2], Array(parts.dropFirst(3)))
        default: throw .server(.unknownResource)
        }
    }

    /// `namespaces/NS/PLURAL/NAME/SUBRESOURCE`, or the same without a namespace; nothing lists the resources.
    private mutating func rawResource(_ group: String, _ version: String, _ path: [String]) throws(KubectlError)
        -> String
    {
        let types = connection.resources.types.filter { $0.group == group && $0.version == version }
        if types.isEmpty { throw .server(.unknownResource) }
        if path.isEmpty { return TypedJSON.encode(Self.resourceList(types)) + "\n" }
        var path = path[...]
        var namespace = ""
        if path.first == "namespaces", path.count > 2, group != "" || !["status", "finalize"].contains(path[2]) {
            namespace = path[1]
            path = path.dropFirst(2)
        }
        guard let plural = path.popFirst(), let type = types.first(where: { $0.plural == plural }) else {
            throw .server(.unknownResource)
        }
        guard let name = path.popFirst() else { return try rawList(type, namespace) }
        var request = APIRequest(.get, type, namespace: namespace, name: name)
        request.subresource = path.first ?? ""
        return TypedJSON.encode(.object(try object(of: request))) + "\n"
    }

    private mutating func rawList(_ type: ResourceType, _ namespace: String) throws(KubectlError) -> String {
        guard case .list(let list) = try send(APIRequest(.list, type, namespace: namespace)).payload else { return "" }
        let items = list.items.map { TypedJSON.encode(.object($0)) }.joined(separator: ",")
        let kind = JSON.encode(.string(type.kind + "List")), version = JSON.encode(.string(type.apiVersion))
        let metadata = JSON.encode(["resourceVersion": .string(list.resourceVersion)])
        return #"{"kind":\#(kind),"apiVersion":\#(version),"metadata":\#(metadata),"items":[\#(items)]}"# + "\n"
    }

    private static func resourceList(_ types: [ResourceType]) -> Value {
        let resources = types.map { type -> Value in
            var entry: Object = [
                "name": .string(type.plural), "singularName": .string(type.singular),
                "namespaced": .bool(type.isNamespaced), "kind": .string(type.kind), "verbs": Value(type.verbs),
            ]
            if !type.shortNames.isEmpty { entry["shortNames"] = Value(type.shortNames) }
            if !type.categories.isEmpty { entry["categories"] = Value(type.categories) }
            return .object(entry)
        }
        return [
            "kind": "APIResourceList", "apiVersion": "v1", "groupVersion": .string(types[0].apiVersion),
            "resources": .array(resources),
        ]
    }
}
