import Documents
import KubeModel

extension Strategy {
    static let namespaces = Strategy(
        hasStatus: true,
        prepareForCreate: { (namespace, _) throws(APIError) in
            namespace["status"] = ["phase": "Active"]
            var finalizers = namespace["spec"]?["finalizers"]?.array ?? []
            if !finalizers.contains("kubernetes") { finalizers.append("kubernetes") }
            namespace["spec", "finalizers"] = .array(finalizers)
            namespace["metadata", "labels", "kubernetes.io/metadata.name"] = .string(namespace.name)
        },
        prepareForUpdate: { namespace, old in
            namespace["spec", "finalizers"] = old["spec"]?["finalizers"]
            namespace["metadata", "labels", "kubernetes.io/metadata.name"] = .string(namespace.name)
        })

    /// A job selects its pods by its own uid, unless it brings a selector of its own.
    static let jobs = Strategy(
        countsGenerations: true, hasStatus: true, defaultPropagation: .orphan,
        prepareForCreate: { (job, _) throws(APIError) in
            job["status"] = [:]
            guard job["spec"]?["manualSelector"]?.bool != true else { return }
            let labels: [(String, Value)] = [
                ("batch.kubernetes.io/controller-uid", .string(job.uid)),
                ("batch.kubernetes.io/job-name", .string(job.name)),
                ("controller-uid", .string(job.uid)), ("job-name", .string(job.name)),
            ]
            for (key, value) in labels {
                job["spec", "template", "metadata", "labels", key] = value
            }
            job["spec", "selector", "matchLabels", "batch.kubernetes.io/controller-uid"] = .string(job.uid)
        },
        allocate: { (job, _, _) throws(APIError) in
            // A job without labels has those of its pods, as soon as they are known to be good.
            if job.labels.isEmpty { job.labels = job["spec"]?["template"]?["metadata"]?["labels"]?.object ?? [:] }
        })

    /// A limit range may come without a name and gets a uid for one.
    static let limitRanges = Strategy(prepareForCreate: { (range, api) throws(APIError) in
        if range.name.isEmpty { range.name = api.random.uid() }
    })

    static let customResourceDefinitions = Strategy(
        countsGenerations: true, hasStatus: true,
        prepareForCreate: { (definition, api) throws(APIError) in
            definition["status"] = APIServer.acceptedStatus(of: definition, now: api.now)
        },
        prepareForUpdate: { definition, _ in noteStorageVersion(&definition) })

    /// From now on objects may be stored in the new version, while old ones still are in the others.
    private static func noteStorageVersion(_ definition: inout Object) {
        let versions = definition["spec"]?["versions"]?.array ?? []
        guard let storage = versions.first(where: { $0["storage"] == true })?["name"] else { return }
        let stored = definition["status"]?["storedVersions"]?.array ?? []
        if !stored.contains(storage) { definition["status", "storedVersions"] = .array(stored + [storage]) }
    }

    static let persistentVolumes = Strategy(
        hasStatus: true,
        prepareForCreate: { (volume, api) throws(APIError) in
            volume["status"] = ["phase": "Pending", "lastPhaseTransitionTime": .string(api.now.rfc3339)]
        })

    static let persistentVolumeClaims = Strategy(
        hasStatus: true,
        prepareForCreate: { (claim, _) throws(APIError) in
            claim["status"] = ["phase": "Pending"]
        })
}
