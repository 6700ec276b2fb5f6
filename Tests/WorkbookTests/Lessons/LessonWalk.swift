import Documents
import Foundation
import KubeAPI
import KubeModel
import KubeNodes
import Simulation
import Testing
import Workbook

/// Goes through a lesson by requests to the API, as kubectl sends them.
struct LessonWalk {
    var cluster: Cluster
    let namespace: String
    var attempt: LessonAttempt

    init(_ id: String) throws {
        let lesson = try #require(try ContentTests.lessons().first { $0.id == id })
        let images = try ContentTests.files(below: "Manifests/images").sorted { $0.key < $1.key }
        let configuration = ClusterConfiguration(
            profile: lesson.cluster.profile, nodeCount: lesson.cluster.nodes, seed: lesson.cluster.seed,
            start: lesson.cluster.start, images: try ImageCatalog(files: images.map { ($0.key, $0.value) }))
        cluster = try Cluster(configuration)
        namespace = lesson.cluster.namespace
        attempt = LessonAttempt(lesson)
        for start in lesson.scripts.start { try applyText(start.text) }
    }
}

extension LessonWalk {
    /// The cluster as checks see it.
    var view: LabCluster { LabCluster(cluster, namespace: namespace) }

    /// Creates what a manifest of the workbook describes, or replaces what is there.
    mutating func apply(_ manifest: String, replacing text: String = "", with replacement: String = "") throws {
        let files = try ContentTests.files(below: "Manifests")
        let source = try #require(files["Manifests/\(manifest)"])
        try applyText(text.isEmpty ? source : source.replacing(text, with: replacement))
    }

    mutating func applyText(_ text: String) throws {
        for document in try YAML.documents(in: text) {
            let object = try #require(document.value.object)
            let resource = try #require(
                cluster.api.resources.type(apiVersion: object.apiVersion, kind: object.kind))
            var request = APIRequest(.create, resource, namespace: object.namespace, body: .object(object))
            if object.namespace.isEmpty, resource.isNamespaced { request.namespace = "default" }
            let key = ObjectKey(namespace: request.namespace, name: object.name)
            if cluster.api.get(resource, key) != nil {
                request.verb = .update
                request.name = object.name
            }
            _ = try cluster.send(request)
            pass(.milliseconds(100))
        }
    }

    mutating func patch(_ resource: ResourceType, _ name: String, _ body: Value) throws {
        var request = APIRequest(.patch, resource, namespace: namespace, name: name, body: body)
        request.patchType = .strategicMerge
        _ = try cluster.send(request)
    }

    mutating func delete(_ resource: ResourceType, _ name: String) throws {
        _ = try cluster.send(APIRequest(.delete, resource, namespace: namespace, name: name))
    }

    mutating func pass(_ duration: Duration) {
        let end = cluster.now + duration
        while cluster.now < end {
            let outcome = cluster.runToChange(until: end)
            attempt.observe(view)
            if outcome != .changed { return }
        }
    }

    mutating func show(_ output: String, by command: String) {
        attempt.record(CommandRecord(text: command, output: output, exitCode: 0))
    }

    /// Expects that the step in hand is done now, or in the time that its checks give it.
    mutating func expectDone(_ step: String, sourceLocation: SourceLocation = #_sourceLocation) {
        let current = attempt.step?.id
        #expect(current == step, sourceLocation: sourceLocation)
        let report = attempt.check(view, patience: .asWritten)
        let words = ResultText(language: .english, patience: .asWritten)
        let said = report.results.flatMap { words.lines($0) }.joined(separator: "\n")
        #expect(report.finishedSteps == [step], "\(said)", sourceLocation: sourceLocation)
    }

    /// What is said of the step in hand.
    mutating func saying() -> [String] {
        let words = ResultText(language: .english, patience: .none)
        return attempt.check(view, patience: .none).results.flatMap { words.lines($0) }
    }
}
