import KubeModel

/// Steps and the facts of a whole lesson as `lesson.yaml` writes them.
extension LessonNode {
    func step() throws(LessonError) -> LessonStep {
        _ = try members(["id", "scriptOnly", "checks", "mistakes", "hints"])
        let isScriptOnly = try member("scriptOnly")?.flag() ?? false
        var checks: [Check] = []
        for node in try required("checks").elements() {
            let check = try node.check(isScriptOnly: isScriptOnly)
            guard !checks.contains(where: { $0.id == check.id }) else {
                throw node.error(.repeatedId(check.id), at: "id")
            }
            let known = checks.map(\.id)
            if let need = check.needs.first(where: { !known.contains($0) }) {
                throw node.error(.unknownNeed(need, nearest: nearestName(to: need, among: known)), at: "needs")
            }
            checks.append(check)
        }
        guard !checks.isEmpty else { throw error(.empty(key: "checks"), at: "checks") }
        var mistakes: [Mistake] = []
        for node in try member("mistakes")?.elements() ?? [] { mistakes.append(try node.mistake()) }
        return LessonStep(
            id: try required("id").identifier(), checks: checks, mistakes: mistakes,
            hints: try member("hints")?.identifiers() ?? [])
    }

    func steps() throws(LessonError) -> [LessonStep] {
        var steps: [LessonStep] = []
        for node in try elements() {
            let step = try node.step()
            guard !steps.contains(where: { $0.id == step.id }) else { throw node.error(.repeatedId(step.id), at: "id") }
            steps.append(step)
        }
        guard !steps.isEmpty else { throw error(.empty(key: "steps")) }
        return steps
    }

    func lessonCluster() throws(LessonError) -> LessonCluster {
        _ = try members(["profile", "nodes", "seed", "start", "namespace"])
        var cluster = LessonCluster()
        if let node = member("profile") {
            let allowed = ClusterProfile.allCases.map(\.rawValue)
            let name = try node.string()
            guard let profile = ClusterProfile(rawValue: name) else {
                let nearest = nearestName(to: name, among: allowed)
                throw node.error(.notOneOf(key: "profile", value: name, nearest: nearest, allowed: allowed))
            }
            cluster.profile = profile
        }
        if let node = member("nodes") { cluster.nodes = Int(try node.integer(upTo: 1000)) }
        if let node = member("seed") { cluster.seed = UInt64(try node.integer(upTo: .max)) }
        if let node = member("start") { cluster.start = try node.instant() }
        if let node = member("namespace") { cluster.namespace = try node.identifier() }
        return cluster
    }
}
