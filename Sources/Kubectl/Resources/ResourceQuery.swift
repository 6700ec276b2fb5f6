import KubeModel

/// What a command line says about the objects that a command works on.
struct ResourceQuery: Sendable {
    /// `TYPE[,TYPE] [NAME...]` or `TYPE/NAME...`
    var arguments: [String] = []
    /// Arguments without a type are names of this type.
    var defaultType: String?
    var files = FileArguments()
    var labelSelector = ""
    var fieldSelector = ""
    var selectsAll = false
    /// A type alone means all its objects.
    var allowsEmptySelector = false
    var namespace = ""
    /// Manifests must be of the namespace that the command line names.
    var isNamespaceExplicit = false
    var allNamespaces = false
    var isSingleType = false
    /// Objects named by files are looked up on the server.
    var fetchesLatest = false
    /// Objects named by arguments are looked up on the server.
    var needsObjects = true
    /// Nothing is asked of the server.
    var isLocal = false
    var subresource = ""
    /// Manifests that are no objects at all are refused before anything is sent.
    var validates = false
    /// Objects of one request; zero asks for all at once.
    var chunkSize = 0
}

/// The manifests that a command line names.
struct FileArguments: Hashable, Sendable {
    var filenames: [String] = []
    var isRecursive = false
    /// The folder of a kustomization.
    var kustomize = ""

    var isEmpty: Bool { filenames.isEmpty && kustomize.isEmpty }
}

/// What a query found, in order, and what went wrong on the way.
struct ResourceResult: Sendable {
    var infos: [ResourceInfo] = []
    var errors: [KubectlError] = []
    /// The query names exactly one object, so that it is printed by itself rather than as a list.
    var isSingle = false
    /// The resources that were asked for.
    var types: [ResourceType] = []
    /// The revision of the last list, where a watch begins.
    var revision = ""
}

extension ResourceResult {
    /// The first failure ends the command.
    func checked() throws(KubectlError) -> ResourceResult {
        if let error = KubectlError.joined(errors) { throw error }
        return self
    }
}

extension KubectlContext {
    /// A query with everything that the usual flags say.
    func query(_ arguments: [String]? = nil) -> ResourceQuery {
        var query = ResourceQuery()
        query.arguments = arguments ?? self.arguments
        query.files = FileArguments(
            filenames: flags.list("filename"), isRecursive: flags.bool("recursive"), kustomize: flags.text("kustomize"))
        query.labelSelector = flags.text("selector")
        query.fieldSelector = flags.text("field-selector")
        query.selectsAll = flags.bool("all")
        query.namespace = namespace
        query.isNamespaceExplicit = call.isNamespaceExplicit
        query.allNamespaces = flags.bool("all-namespaces")
        query.isLocal = flags.bool("local")
        return query
    }
}
