import Documents
import KubeModel

@testable import KubeAPI

/// One seed's story: requests by chance, and after each the laws that the store must keep.
struct RandomRun {
    let seed: UInt64
    private var api: APIServer
    private var generator: RequestGenerator
    private var mirrors: [WatchMirror] = []
    private var count = 0

    init(seed: UInt64) throws {
        self.seed = seed
        api = try APIServer.sample(seed: seed)
        generator = RequestGenerator(seed: seed)
        for resource in RequestGenerator.resources { mirrors.append(try WatchMirror(resource, api)) }
        mirrors.append(try WatchMirror(.configMaps, api, namespace: "dev"))
        mirrors.append(try WatchMirror(.pods, api, labelSelector: "v=1"))
        for index in mirrors.indices {
            _ = mirrors[index].read(api)
            mirrors[index].mark()
        }
    }
}

extension RandomRun {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// Sends that many requests; throws at the first law that is broken, with what it takes to see it again.
    mutating func run(requests: Int) throws(Failure) {
        for _ in 0..<requests {
            count += 1
            let request = generator.next(api)
            let before = api.store
            let problem = send(request, before) ?? checkWatches() ?? checkNames(request.resource)
            if let problem { throw failure(problem, request) }
        }
        for mirror in mirrors {
            if let problem = mirror.difference(from: api) ?? mirror.resumes(api) { throw failure(problem, nil) }
        }
    }

    private func failure(_ problem: String, _ request: APIRequest?) -> Failure {
        var text = "seed \(seed), request \(count): \(problem)"
        if let request {
            text +=
                "\n\(request.verb.rawValue) \(request.resource.plural)/\(request.subresource) \(request.key)"
                + " \(request.patchType) \(JSON.encode(request.body))"
        }
        return Failure(description: text + "\nreplay: KUBEBOOK_RANDOM_SEED=\(seed) make test")
    }

    private mutating func send(_ request: APIRequest, _ before: Store) -> String? {
        if count.isMultiple(of: 97) { api.now = api.now + .seconds(45) }
        do {
            _ = try api.handle(request)
        } catch {
            if api.store.revision != before.revision { return "failed (\(error.message)) and yet wrote" }
            if error.message.isEmpty { return "failed without a word" }
            return nil
        }
        if request.options.isDryRun, api.store.revision != before.revision { return "a trial wrote" }
        if ["get", "list", "watch"].contains(request.verb.rawValue), api.store.revision != before.revision {
            return "a read wrote"
        }
        return checkHistory(since: before)
    }

    /// Revisions grow by one, and every change fits what was there before.
    private func checkHistory(since before: Store) -> String? {
        guard let changes = api.store.changes(since: before.revision) else { return "the history is gone" }
        var expected = before.revision
        for change in changes {
            expected += 1
            let object = change.object
            if change.revision != expected { return "revision \(change.revision) after \(expected - 1)" }
            if object.resourceVersion != String(expected) { return "\(object.key) does not carry its revision" }
            if object.uid.isEmpty || object.name.isEmpty { return "an object without uid or name" }
            if change.action == .added, object.isTerminating { return "\(object.key) was made while it is deleted" }
            if let old = change.old, old["metadata"]?["creationTimestamp"] != object["metadata"]?["creationTimestamp"] {
                return "\(object.key) changed its age"
            }
        }
        return expected == api.store.revision ? nil : "the history ends at \(expected)"
    }

    private mutating func checkWatches() -> String? {
        for index in mirrors.indices {
            if let problem = mirrors[index].read(api) {
                return "watch of \(mirrors[index].resource.plural): \(problem)"
            }
        }
        guard count.isMultiple(of: 101) else { return nil }
        for index in mirrors.indices {
            if let problem = mirrors[index].difference(from: api) ?? mirrors[index].resumes(api) { return problem }
            if count.isMultiple(of: 505) { mirrors[index].mark() }
        }
        return checkStillness()
    }

    /// No two objects of one name: the keys of a list strictly grow.
    private func checkNames(_ resource: ResourceType) -> String? {
        let keys = api.list(resource).map(\.key)
        return zip(keys, keys.dropFirst()).allSatisfy(<) ? nil : "\(resource.plural) has two objects of one name"
    }

    /// A definition whose status names a version that it does not have is refused for that, as the server does.
    private static func isWhole(_ object: Object) -> Bool {
        guard let stored = object["status"]?["storedVersions"]?.array else { return true }
        let names = (object["spec"]?["versions"]?.array ?? []).map { $0["name"] }
        return stored.allSatisfy(names.contains)
    }

    /// Writing an object as it is changes nothing.
    private mutating func checkStillness() -> String? {
        for resource in RequestGenerator.resources {
            guard let object = api.list(resource).first(where: Self.isWhole) else { continue }
            let revision = api.store.revision
            do { try api.update(resource, object.served(as: resource), as: .admin) } catch {
                return "\(resource.plural) \(object.key) cannot be written as it is: \(error.message)"
            }
            if api.store.revision != revision {
                return "\(resource.plural) \(object.key) changes by itself:\n\(JSON.encode(.object(object)))\n"
                    + JSON.encode(.object(api.get(resource, object.key) ?? Object()))
            }
        }
        return nil
    }
}
