import Documents
import KubeAPI
import KubeModel

/// What an address of the API names: `/apis/apps/v1/namespaces/default/deployments/web/scale`.
private struct RawTarget {
    var type: ResourceType
    var namespace = ""
    /// Empty for all objects.
    var name = ""
    var subresource = ""
}

extension KubectlContext {
    /// Asks the server for an address and prints the answer as it comes.
    mutating func getRaw() throws(KubectlError) {
        if !arguments.isEmpty { throw .message("arguments may not be passed when --raw is specified") }
        if flags.bool("watch") || flags.bool("watch-only") || !flags.text("selector").isEmpty {
            throw .message(
                "--raw may not be specified with other flags that filter the server request or alter the output")
        }
        if !flags.text("output").isEmpty { throw .usage("--raw and --output are mutually exclusive") }
        let (path, query) = try rawAddress()
        write(try rawAnswer(path, query))
    }

    /// Sends the body that `-f` names to the address, and prints the answer.
    mutating func sendRaw(_ verb: APIRequest.Verb) throws(KubectlError) {
        if !flags.text("output").isEmpty { throw .usage("--raw and --output are mutually exclusive") }
        let (path, _) = try rawAddress()
        var request = APIRequest(verb, try rawTarget(path))
        if verb != .delete || !flags.list("filename").isEmpty { request.body = .object(try rawBody()) }
        if verb == .create { request.name = "" }
        let response = try send(request)
        switch response.payload {
        case .object(let object), .success(let object): writeLine(TypedJSON.encode(.object(object)))
        case .list: return
        }
    }

    private mutating func rawBody() throws(KubectlError) -> Object {
        let sources = try manifestSources(FileArguments(filenames: flags.list("filename")))
        guard sources.count == 1, let source = sources.first else {
            throw .usage("--raw can only use a single local file or stdin")
        }
        guard case .object(let body)? = YAML.stream(in: try bytes(of: source)).documents.first?.value else {
            throw .server(.badRequest("the object provided is unrecognized"))
        }
        return body
    }

    /// The path and what follows its `?`, by name.
    private func rawAddress() throws(KubectlError) -> (path: String, query: [String: String]) {
        let address = flags.text("raw")
        guard address.hasPrefix("/") else {
            throw .message("--raw must be a valid URL path: parse \(address.goQuoted): invalid URI for request")
        }
        let halves = address.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        var query: [String: String] = [:]
        for pair in (halves.count == 2 ? halves[1] : "").split(separator: "&") {
            let (name, value) = KeyValueSources.split(String(pair)) ?? (String(pair), "")
            query[name] = Self.percentDecoded(value)
        }
        return (halves[0], query)
    }

    private static func percentDecoded(_ text: String) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            if byte == UInt8(ascii: "%"), digits.count == 2, let value = UInt8(digits, radix: 16) {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension KubectlContext {
    private mutating func rawAnswer(_ path: String, _ query: [String: String]) throws(KubectlError) -> String {
        let parts = path.split(separator: "/").map(String.init)
        switch (parts.first, parts.count) {
        case ("healthz", 1), ("livez", 1), ("readyz", 1):
            return query["verbose"] == nil ? "ok" : "[+]ping ok\n[+]etcd ok\n\(parts[0]) check passed\n"
        case ("version", 1): return JSON.encode(ServerVersion.value, style: .indented(2)) + "\n"
        case ("api", 1): return TypedJSON.encode(["kind": "APIVersions", "versions": ["v1"]]) + "\n"
        case ("apis", 1): return TypedJSON.encode(groupList()) + "\n"
        case ("apis", 2): return TypedJSON.encode(try group(parts[1])) + "\n"
        case ("api", 2): return try rawResourceList("", parts[1])
        case ("apis", 3): return try rawResourceList(parts[1], parts[2])
        case ("api", _), ("apis", _): return try rawObjects(try rawTarget(path), query)
        default: throw .server(.unknownResource)
        }
    }

    private func rawTypes(_ group: String, _ version: String) throws(KubectlError) -> [ResourceType] {
        let types = connection.resources.types.filter { $0.group == group && $0.version == version }
        if types.isEmpty { throw .server(.unknownResource) }
        return types
    }

    /// `namespaces/NS/PLURAL/NAME/SUBRESOURCE` behind the group and version, or the same without a namespace.
    private func rawTarget(_ path: String) throws(KubectlError) -> RawTarget {
        let parts = path.split(separator: "/").map(String.init)
        guard parts.first == "api" && parts.count > 2 || parts.first == "apis" && parts.count > 3 else {
            throw .server(.unknownResource)
        }
        let isCore = parts[0] == "api"
        let types = try rawTypes(isCore ? "" : parts[1], parts[isCore ? 1 : 2])
        var rest = parts.dropFirst(isCore ? 2 : 3)
        var namespace = ""
        let isSubresource = isCore && rest.dropFirst(2).first.map { ["status", "finalize"].contains($0) } ?? false
        if rest.first == "namespaces", rest.count > 2, !isSubresource {
            namespace = rest[rest.startIndex + 1]
            rest = rest.dropFirst(2)
        }
        guard let plural = rest.popFirst(), let type = types.first(where: { $0.plural == plural }) else {
            throw .server(.unknownResource)
        }
        let name = rest.popFirst() ?? ""
        return RawTarget(type: type, namespace: namespace, name: name, subresource: rest.first ?? "")
    }

    private mutating func rawObjects(_ target: RawTarget, _ query: [String: String]) throws(KubectlError) -> String {
        guard target.name.isEmpty else {
            return TypedJSON.encode(.object(try object(of: APIRequest(.get, target)))) + "\n"
        }
        var request = APIRequest(.list, target)
        request.options.labelSelector = query["labelSelector"] ?? ""
        request.options.fieldSelector = query["fieldSelector"] ?? ""
        request.options.limit = query["limit"].flatMap { Int($0) } ?? 0
        request.options.continueToken = query["continue"] ?? ""
        request.options.resourceVersion = query["resourceVersion"] ?? ""
        request.options.resourceVersionMatch = query["resourceVersionMatch"] ?? ""
        guard case .list(let list) = try send(request).payload else { return "" }
        let items = list.items.map { TypedJSON.encode(.object($0)) }.joined(separator: ",")
        let kind = JSON.encode(.string(target.type.kind + "List"))
        let version = JSON.encode(.string(target.type.apiVersion))
        var facts: Object = ["resourceVersion": .string(list.resourceVersion)]
        if !list.continueToken.isEmpty { facts["continue"] = .string(list.continueToken) }
        if let count = list.remainingItemCount { facts["remainingItemCount"] = Value(count) }
        let metadata = TypedJSON.encode(.object(facts))
        return #"{"kind":\#(kind),"apiVersion":\#(version),"metadata":\#(metadata),"items":[\#(items)]}"# + "\n"
    }

    private func rawResourceList(_ group: String, _ version: String) throws(KubectlError) -> String {
        let types = try rawTypes(group, version)
        let resources = types.map { type -> Value in
            var entry: Object = [
                "name": .string(type.plural), "singularName": .string(type.singular),
                "namespaced": .bool(type.isNamespaced), "kind": .string(type.kind), "verbs": Value(type.verbs),
            ]
            if !type.shortNames.isEmpty { entry["shortNames"] = Value(type.shortNames) }
            if !type.categories.isEmpty { entry["categories"] = Value(type.categories) }
            return .object(entry)
        }
        return TypedJSON.encode([
            "kind": "APIResourceList", "apiVersion": "v1", "groupVersion": .string(types[0].apiVersion),
            "resources": .array(resources),
        ]) + "\n"
    }

    private func groupList() -> Value {
        var names: [String] = []
        for type in connection.resources.types where !type.group.isEmpty && !names.contains(type.group) {
            names.append(type.group)
        }
        return ["kind": "APIGroupList", "apiVersion": "v1", "groups": .array(names.map { .object(entry(of: $0)) })]
    }

    private func group(_ name: String) throws(KubectlError) -> Value {
        guard !name.isEmpty, connection.resources.types.contains(where: { $0.group == name }) else {
            throw .server(.unknownResource)
        }
        var entry = entry(of: name)
        entry["kind"] = "APIGroup"
        entry["apiVersion"] = "v1"
        return .object(entry)
    }

    /// A group with its versions, the preferred one first.
    private func entry(of group: String) -> Object {
        let versions = Set(connection.resources.types.filter { $0.group == group }.map(\.version))
            .sorted { KubeVersion($0) > KubeVersion($1) }
            .map { version -> Value in
                ["groupVersion": .string("\(group)/\(version)"), "version": .string(version)]
            }
        return ["name": .string(group), "versions": .array(versions), "preferredVersion": versions.first ?? .null]
    }
}

extension APIRequest {
    fileprivate init(_ verb: Verb, _ target: RawTarget) {
        self.init(verb, target.type, namespace: target.namespace, name: target.name)
        subresource = target.subresource
    }
}
