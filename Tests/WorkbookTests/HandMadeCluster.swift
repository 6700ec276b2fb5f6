import Documents
import KubeModel
import Testing
import Workbook

/// A cluster that consists of objects written down in a test, and of changes that are to come.
struct HandMadeCluster: CheckedCluster {
    var now = Instant(seconds: 1_688_477_820)
    var namespace = "eks-work"
    var resources = ResourceRegistry.builtIn
    var items: [Object] = []
    var logs: [String: [String]] = [:]
    var answers: [String: HTTPAnswer] = [:]
    /// What the cluster becomes after some seconds.
    var future: [(seconds: Int64, items: [Object])] = []
    private let start = Instant(seconds: 1_688_477_820)

    init(_ yaml: String = "", future: [(seconds: Int64, yaml: String)] = []) throws {
        items = try Self.objects(yaml)
        self.future = try future.map { ($0.seconds, try Self.objects($0.yaml)) }
    }

    static func objects(_ yaml: String) throws -> [Object] {
        try YAML.documents(in: yaml).compactMap(\.value.object)
    }

    func objects(of resource: ResourceType, in namespace: String?) -> [Object] {
        items.filter { object in
            resources.type(apiVersion: object.apiVersion, kind: object.kind) == resource
                && (namespace == nil || object.namespace == namespace)
        }.sorted { $0.key < $1.key }
    }

    func logTail(namespace: String, pod: String, container: String) -> [String] {
        logs["\(namespace)/\(pod)/\(container)"] ?? []
    }

    mutating func fetch(_ request: HTTPRequest) -> HTTPAnswer {
        answers[request.url] ?? .failed("Could not resolve host")
    }

    mutating func runToChange(until deadline: Instant) -> Bool {
        guard let next = future.first, start + .seconds(next.seconds) <= deadline else {
            now = deadline
            return false
        }
        future.removeFirst()
        now = start + .seconds(next.seconds)
        items = next.items
        return true
    }
}

/// A pattern written as YAML.
func pattern(_ yaml: String, exact: Bool = false, ordered: Bool = false) throws -> ObjectPattern {
    let object = try #require(try YAML.documents(in: yaml).first?.value.object)
    return ObjectPattern(object, lists: ListRule(isExact: exact, isOrdered: ordered))
}

func expectation(_ id: String, _ yaml: String, needs: [String] = [], within: Duration? = nil) throws -> Check {
    Check(id: id, needs: needs, within: within, kind: .expect(ExpectCheck(try pattern(yaml))))
}

/// Checks a lesson of one step and gives what is said of each check.
func sayings(
    of checks: [Check], in cluster: HandMadeCluster, language: Language = .english, patience: Patience = .none
) -> [String] {
    var attempt = LessonAttempt(Lesson(id: "test", folder: "test", steps: [LessonStep(id: "step", checks: checks)]))
    let report = attempt.check(cluster, patience: patience)
    let results = attempt.isFinished ? attempt.finished : report.results
    return results.flatMap { ResultText(language: language, patience: patience).lines($0) }
}
