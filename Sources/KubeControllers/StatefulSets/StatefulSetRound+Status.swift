import Documents
import KubeModel

/// What a StatefulSet says about itself.
extension StatefulSetRound {
    func status(collisionCount: Int) -> Object {
        let pods = replicas.compactMap { $0 } + condemned
        func count(_ matches: (Object) -> Bool) -> Int { pods.count(where: matches) }
        let ready = count { Pod($0).phase == .running && Pod($0).isReady }
        let available = count {
            Pod($0).phase == .running && Pod($0).isAvailable(minReadySeconds: set.minReadySeconds, now: now)
        }
        let updated = count { !$0.isTerminating && revision(of: $0) == update.name }
        var status: Object = [
            "replicas": Value(pods.count), "availableReplicas": Value(available),
            "collisionCount": Value(collisionCount),
            "updateRevision": .string(update.name),
        ]
        status["conditions"] = set.object["status"]?["conditions"]
        status.setCount("observedGeneration", set.object.generation)
        status.setCount("readyReplicas", ready)
        status.setCount("updatedReplicas", updated)
        // An update that has reached every replica becomes the current revision.
        let isComplete =
            set.updateStrategy == .rollingUpdate && updated == set.replicas && ready == set.replicas
            && pods.count == set.replicas
        let currentName = isComplete ? update.name : current.name
        status["currentRevision"] = .string(currentName)
        status.setCount("currentReplicas", count { !$0.isTerminating && revision(of: $0) == currentName })
        return status
    }
}
