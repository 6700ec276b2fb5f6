import Documents
import KubeAPI
import KubeModel

extension KubectlContext {
    /// Finds the objects that a command line means: in files, by selectors, or by name.
    ///
    /// What is wrong with the question itself is thrown; what goes wrong with single objects is part of the result.
    /// Source: `k8s.io/cli-runtime/pkg/resource` `Builder.Do`.
    mutating func find(_ query: ResourceQuery) throws(KubectlError) -> ResourceResult {
        let sources = try manifestSources(query.files)
        if query.selectsAll, !query.labelSelector.isEmpty || !query.fieldSelector.isEmpty {
            throw .message("setting 'all' parameter but found a non empty selector. ")
        }
        let arguments = try ResourceArguments(
            query.arguments, defaultType: query.defaultType, registry: connection.resources)
        if !query.files.isEmpty {
            try Self.checkNoArguments(arguments)
            return try findInFiles(query, sources)
        }
        let isBare = !arguments.types.isEmpty && arguments.names.isEmpty
        let hasSelector = !query.labelSelector.isEmpty || !query.fieldSelector.isEmpty || query.selectsAll
        if hasSelector || isBare && query.allowsEmptySelector {
            return try findBySelector(query, arguments)
        }
        if !arguments.pairs.isEmpty { return try findByPairs(query, arguments.pairs) }
        if !arguments.names.isEmpty { return try findByNames(query, arguments) }
        for type in arguments.types { _ = try resourceType(type) }
        throw arguments.types.isEmpty
            ? .message(Self.missingResource) : .message("resource(s) were provided, but no name was specified")
    }

    /// The resource that a word on the command line means.
    func resourceType(_ word: String) throws(KubectlError) -> ResourceType {
        if let type = connection.resources.resource(for: word) { return type }
        let name = word.split(separator: ".", omittingEmptySubsequences: false).first.map(String.init) ?? word
        throw .message("the server doesn't have a resource type \(name.goQuoted)")
    }

    static let missingResource = """
        You must provide one or more resources by argument or filename.
        Example resource specifications include:
           '-f rsrc.yaml'
           '--filename=rsrc.json'
           '<resource> <name>'
           '<resource>'
        """

    private static func checkNoArguments(_ arguments: ResourceArguments) throws(KubectlError) {
        if !arguments.types.isEmpty {
            throw .message(
                "when paths, URLs, or stdin is provided as input, you may not specify resource arguments as well")
        }
        if !arguments.pairs.isEmpty {
            throw .message("resource/name arguments cannot be provided when a path is specified")
        }
    }
}

extension KubectlContext {
    private mutating func findBySelector(_ query: ResourceQuery, _ arguments: ResourceArguments) throws(KubectlError)
        -> ResourceResult
    {
        if !arguments.names.isEmpty { throw .message("name cannot be provided when a selector is specified") }
        if !arguments.pairs.isEmpty {
            throw .message("selectors and the all flag cannot be used when passing resource/name arguments")
        }
        if arguments.types.isEmpty { throw .message("at least one resource must be specified to use a selector") }
        if !query.subresource.isEmpty { throw .message("subresource cannot be used when bulk resources are specified") }
        var result = ResourceResult()
        result.types = try resourceTypes(arguments.types, query)
        for type in result.types {
            do {
                let list = try list(type, query)
                result.infos += list.items.map { ResourceInfo($0, type: type) }
                result.revision = list.resourceVersion
            } catch {
                result.errors.append(error)
            }
        }
        return result
    }

    /// Each resource once, also when it was named in several ways.
    private func resourceTypes(_ words: [String], _ query: ResourceQuery) throws(KubectlError) -> [ResourceType] {
        if words.count > 1, query.isSingleType { throw .message("you may only specify a single resource type") }
        var types: [ResourceType] = []
        for word in words {
            let type = try resourceType(word)
            if !types.contains(type) { types.append(type) }
        }
        return types
    }

    mutating func list(_ type: ResourceType, _ query: ResourceQuery) throws(KubectlError) -> ObjectList {
        var request = APIRequest(.list, type)
        if type.isNamespaced, !query.allNamespaces { request.namespace = query.namespace }
        request.options.labelSelector = query.labelSelector.trimmed
        request.options.fieldSelector = query.fieldSelector.trimmed
        do {
            guard case .list(let list) = try send(request).payload else {
                return ObjectList(items: [], resourceVersion: "")
            }
            return list
        } catch {
            throw error.duringList(of: type, request.options)
        }
    }

    private mutating func findByPairs(_ query: ResourceQuery, _ pairs: [ResourceArguments.Pair]) throws(KubectlError)
        -> ResourceResult
    {
        var result = ResourceResult()
        result.isSingle = pairs.count == 1
        var infos: [ResourceInfo] = []
        for pair in pairs {
            let type = try resourceType(pair.type)
            infos.append(ResourceInfo(type: type, namespace: query.namespace, name: pair.name))
            if !result.types.contains(type) { result.types.append(type) }
        }
        if result.types.count > 1, query.isSingleType { throw .message("you may only specify a single resource type") }
        try Self.checkNamespaces(of: infos, query)
        look(up: infos, query, into: &result)
        return result
    }

    private mutating func findByNames(_ query: ResourceQuery, _ arguments: ResourceArguments) throws(KubectlError)
        -> ResourceResult
    {
        var result = ResourceResult()
        result.isSingle = arguments.names.count == 1
        if arguments.types.count > 1 { throw .message("you must specify only one resource") }
        let type = try resourceType(arguments.types[0])
        result.types = [type]
        let infos = arguments.names.map { ResourceInfo(type: type, namespace: query.namespace, name: $0) }
        try Self.checkNamespaces(of: infos, query)
        look(up: infos, query, into: &result)
        return result
    }

    private static func checkNamespaces(of infos: [ResourceInfo], _ query: ResourceQuery) throws(KubectlError) {
        guard query.allNamespaces, infos.contains(where: \.type.isNamespaced) else { return }
        throw .message("a resource cannot be retrieved by name across all namespaces")
    }

    private mutating func look(up infos: [ResourceInfo], _ query: ResourceQuery, into result: inout ResourceResult) {
        for var info in infos {
            info.subresource = query.subresource
            do {
                if query.needsObjects { info.object = try get(info) }
                result.infos.append(info)
            } catch {
                result.errors.append(error)
            }
        }
    }

    private mutating func findInFiles(_ query: ResourceQuery, _ sources: [ManifestSource]) throws(KubectlError)
        -> ResourceResult
    {
        var result = ResourceResult()
        result.isSingle = sources.count == 1 && sources[0].isSingleFile
        var selects: ((Object) -> Bool)?
        if !query.labelSelector.isEmpty { selects = try labelFilter(query.labelSelector) }
        for source in sources {
            readManifests(source, query, into: &result)
        }
        if let selects { result.infos.removeAll { !selects($0.object ?? Object()) } }
        guard query.fetchesLatest, !query.isLocal else { return result }
        let infos = result.infos
        result.infos = []
        look(up: infos, query, into: &result)
        return result
    }
}

extension KubectlError {
    /// The words that a list puts before the server's.
    ///
    /// Source: `k8s.io/cli-runtime/pkg/resource` `Selector.Visit`.
    fileprivate func duringList(of type: ResourceType, _ options: RequestOptions) -> KubectlError {
        guard case .server(let error, _) = self, reason == "BadRequest" || reason == "NotFound" else { return self }
        let name = type.goDescription.goQuoted
        guard !options.labelSelector.isEmpty || !options.fieldSelector.isEmpty else {
            return .server(error, context: "Unable to list \(name): ")
        }
        return .server(
            error,
            context:
                "Unable to find \(name) that match label selector \(options.labelSelector.goQuoted), field selector \(options.fieldSelector.goQuoted): "
        )
    }
}

extension String {
    /// Without the spaces at both ends.
    var trimmed: String {
        let bytes = utf8.drop { $0 == 32 || (9...13).contains($0) }
        guard let end = bytes.lastIndex(where: { $0 != 32 && !(9...13).contains($0) }) else { return "" }
        return String(decoding: bytes[...end], as: UTF8.self)
    }
}
