import Documents
import KubeModel

extension APIServer {
    /// The objects that a list or the beginning of a watch asks for, by namespace and name.
    ///
    /// `limit` cuts the list and hands out a token that names the revision and the last object, so that later pages
    /// show what was there when the first was read.
    func listObjects(_ request: APIRequest) throws(APIError) -> ObjectList {
        let resource = request.resource
        let options = request.options
        try ListOptionRules.check(options, isWatch: false)
        let matches = try selection(of: request)
        let namespace = resource.isNamespaced && !request.namespace.isEmpty ? request.namespace : nil
        let start = try ContinueToken.parsed(options)
        let revision: Int64
        if let start { revision = start.revision } else { revision = try exactRevision(options) }
        var items = try objects(resource, namespace, at: revision, continuing: start)
        if let matches { items = items.filter(matches) }
        if let start { items.removeFirst(items.firstIndex { $0.key > start.last } ?? items.count) }
        var list = ObjectList(items: items, resourceVersion: String(revision))
        page(&list, options, revision, isSelective: matches != nil)
        for index in list.items.indices { list.items[index] = list.items[index].served(as: resource) }
        return list
    }

    /// What the label and field selectors of a request accept; `nil` when they accept everything.
    func selection(of request: APIRequest) throws(APIError) -> (@Sendable (Object) -> Bool)? {
        let options = request.options
        guard !options.labelSelector.isEmpty || !options.fieldSelector.isEmpty else { return nil }
        let labels = try LabelSelector.parsed(options.labelSelector)
        let parsed = try FieldSelector.parsed(options.fieldSelector)
        let isCustom = request.resource.schemaType.isEmpty
        let selectable = SelectableFields.of(request.resource, isCustom ? customVersion(of: request.resource) : nil)
        let fields = try selectable.stored(parsed)
        return { object in
            labels.matches(object.labels) && fields.matches { field in selectable.value(of: field, in: object) }
        }
    }

    /// The revision that a list asks for: the present one unless it wants exactly another.
    private func exactRevision(_ options: RequestOptions) throws(APIError) -> Int64 {
        let wanted = try ListOptionRules.revision(options.resourceVersion)
        guard wanted <= store.revision else {
            throw .timeout("Too large resource version: \(wanted), current: \(store.revision)")
        }
        let isExact =
            options.resourceVersionMatch == "Exact" || options.resourceVersionMatch.isEmpty && options.limit > 0
        return wanted > 0 && isExact ? wanted : store.revision
    }

    private func objects(
        _ resource: ResourceType, _ namespace: String?, at revision: Int64, continuing start: ContinueToken?
    ) throws(APIError) -> [Object] {
        let present = store.list(Conversion.place(of: resource), namespace: namespace)
        if revision == store.revision { return present }
        guard let changes = store.changes(since: revision) else {
            guard start != nil else {
                throw .gone("The resourceVersion for the provided list is too old.")
            }
            throw .gone(
                "The provided continue parameter is too old to display a consistent list result. You can start a new list "
                    + "without the continue parameter, or use the continue token in this response to retrieve the remainder of "
                    + "the results. Continuing with the provided token results in an inconsistent list - objects that were "
                    + "created, modified, or deleted between the time the first chunk was returned and now may show up in the list."
            )
        }
        return Self.undo(changes, of: Conversion.place(of: resource), in: present, namespace)
    }

    /// The objects as they were before some changes, newest undone first.
    private static func undo(
        _ changes: ArraySlice<ObjectChange>, of resource: GroupResource, in present: [Object], _ namespace: String?
    ) -> [Object] {
        var objects = SortedMap<ObjectKey, Object>()
        for object in present { objects.set(object, for: object.key) }
        for change in changes.reversed() where change.resource.groupResource == resource {
            guard namespace == nil || change.object.namespace == namespace else { continue }
            if let old = change.old { objects.set(old, for: old.key) } else { objects.remove(change.object.key) }
        }
        return objects.elements
    }

    private func page(_ list: inout ObjectList, _ options: RequestOptions, _ revision: Int64, isSelective: Bool) {
        guard options.limit > 0, list.items.count > options.limit else { return }
        let rest = list.items.count - options.limit
        list.items.removeLast(rest)
        guard let last = list.items.last else { return }
        // Of a selection the server does not know how much more there is.
        if !isSelective { list.remainingItemCount = rest }
        list.continueToken = ContinueToken(revision: revision, last: last.key).text
    }
}

/// Where the next page of a list begins.
struct ContinueToken {
    var revision: Int64
    var last: ObjectKey

    init(revision: Int64, last: ObjectKey) {
        self.revision = revision
        self.last = last
    }

    /// `{"v":"meta.k8s.io/v1","rv":42,"start":"default/web\u0000"}` in base64 without padding.
    ///
    /// Source: k8s.io/apiserver/pkg/storage/continue.go
    var text: String {
        let start = last.namespace.isEmpty ? last.name : "\(last.namespace)/\(last.name)"
        let value: Value = [
            "v": "meta.k8s.io/v1", "rv": .integer(revision), "start": .string(start + "\u{0}"),
        ]
        let encoded = Base64.encode(Array(JSON.encode(value).utf8))
        return String(encoded.prefix { $0 != "=" })
    }

    /// The token of a request's options; `nil` when there is none.
    static func parsed(_ options: RequestOptions) throws(APIError) -> ContinueToken? {
        guard !options.continueToken.isEmpty else { return nil }
        guard options.resourceVersion.isEmpty || options.resourceVersion == "0" else {
            throw .badRequest("specifying resource version is not allowed when using continue")
        }
        let text = options.continueToken
        let padded = text + String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        guard let bytes = Base64.decode(padded), let value = try? JSON.parse(String(decoding: bytes, as: UTF8.self)),
            value["v"] == "meta.k8s.io/v1", let revision = value["rv"]?.integer, let start = value["start"]?.string
        else { throw .badRequest("continue key is not valid: \(text)") }
        let parts = start.split(separator: "\u{0}").first?.split(separator: "/").map(String.init) ?? []
        let key = parts.count == 2 ? ObjectKey(namespace: parts[0], name: parts[1]) : ObjectKey(name: parts.last ?? "")
        return ContinueToken(revision: revision, last: key)
    }
}
