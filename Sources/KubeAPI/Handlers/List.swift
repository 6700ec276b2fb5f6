import Documents
import KubeModel

extension APIServer {
    /// The objects that a list or the beginning of a watch asks for, by namespace and name.
    ///
    /// `limit` cuts the list and hands out a token that names the revision and the last object; items that a later page
    /// reads are those of the present, not of that revision.
    func listObjects(_ request: APIRequest) throws(APIError) -> ObjectList {
        let resource = request.resource
        let matches = try selection(of: request)
        let namespace = resource.isNamespaced && !request.namespace.isEmpty ? request.namespace : nil
        var items = store.list(resource.groupResource, namespace: namespace)
        if let matches { items = items.filter(matches) }
        var list = ObjectList(items: items, resourceVersion: String(store.revision))
        try page(&list, request.options)
        for index in list.items.indices { list.items[index] = list.items[index].served(as: resource) }
        return list
    }

    /// What the label and field selectors of a request accept; `nil` when they accept everything.
    func selection(of request: APIRequest) throws(APIError) -> ((Object) -> Bool)? {
        let options = request.options
        guard !options.labelSelector.isEmpty || !options.fieldSelector.isEmpty else { return nil }
        let labels = try LabelSelector.parsed(options.labelSelector)
        let fields = try FieldSelector.parsed(options.fieldSelector)
        try SelectableFields.check(fields, for: request.resource)
        let name = request.resource
        return { object in
            labels.matches(object.labels)
                && fields.matches { field in SelectableFields.value(of: field, in: object, resource: name) }
        }
    }

    private func page(_ list: inout ObjectList, _ options: RequestOptions) throws(APIError) {
        if !options.continueToken.isEmpty {
            guard let start = ContinueToken(options.continueToken) else {
                throw .badRequest("continue key is not valid: \(options.continueToken)")
            }
            list.items.removeAll { $0.key <= start.last }
        }
        guard options.limit > 0, list.items.count > options.limit, let last = list.items.prefix(options.limit).last
        else {
            return
        }
        list.remainingItemCount = list.items.count - options.limit
        list.items.removeLast(list.items.count - options.limit)
        list.continueToken = ContinueToken(last: last.key).text
    }
}

/// Where the next page of a list begins.
struct ContinueToken {
    var last: ObjectKey

    init(last: ObjectKey) {
        self.last = last
    }

    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, parts[0] == "v1" else { return nil }
        last = ObjectKey(namespace: parts[1], name: parts[2])
    }

    var text: String { "v1/\(last.namespace)/\(last.name)" }
}
