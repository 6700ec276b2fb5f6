package import KubeModel

/// The API server without HTTP: a value that answers requests and remembers what was written.
///
/// Everything that runs in the cluster holds no state of objects of its own: it reads and writes here. The clock and
/// the source of chance are members, set by the simulation, so that the same requests give the same objects.
package struct APIServer: Sendable {
    /// The moment at which requests are answered; only the simulation moves it.
    package var now: Instant
    /// Where uids, name suffixes and the like come from.
    package var random: SeededGenerator
    package internal(set) var resources = ResourceRegistry.builtIn
    package internal(set) var store = Store()
    var events = EventCorrelator()
    /// What the metrics server knows; `nil` in clusters without one.
    package var metrics: PodMetrics?

    package init(now: Instant, seed: UInt64) {
        self.now = now
        self.random = SeededGenerator(seed: seed)
    }
}

extension APIServer {
    /// Answers one request: the door through which learners, controllers and nodes come alike.
    package mutating func handle(_ request: APIRequest) throws(APIError) -> APIResponse {
        // A manifest without a version has an address at which nothing is served.
        guard !request.resource.version.isEmpty else { throw .unknownResource }
        try authorize(request)
        try RequestSize.checkBody(request)
        guard request.subresource.isEmpty else { return try handleSubresource(request) }
        guard request.resource.verbs.contains(request.verb.rawValue) else {
            throw .methodNotSupported(request.resource.groupResource, verb: request.verb.rawValue)
        }
        var response = try answer(request)
        response.warnings += request.resource.deprecationWarnings + customDeprecation(of: request.resource)
        return response
    }

    private mutating func answer(_ request: APIRequest) throws(APIError) -> APIResponse {
        switch request.verb {
        case .get where request.resource.isMetrics: APIResponse(.object(try getMetrics(request)))
        case .list where request.resource.isMetrics: APIResponse(.list(try listMetrics(request)))
        case .get: APIResponse(.object(try getObject(request)))
        case .list, .watch: APIResponse(.list(try listObjects(request)))
        case .create: try createObject(request)
        case .update: try updateObject(request)
        case .patch: try patchObject(request)
        case .delete: try deleteObject(request)
        case .deletecollection: try deleteCollection(request)
        }
    }
}
