import Documents
import KubeModel
import Kubectl
import Shell
import Workbook

/// The words of a kubectl command line that the live cluster can complete.
struct KubectlWords {
    let session: Session
}

extension KubectlWords {
    /// What can stand in place of the word that is typed; `nil` where a file is expected.
    ///
    /// - Parameter words: The words after `kubectl` before it.
    func candidates(after words: [String], typed: String) -> [String]? {
        let resources = session.view.resources
        let found = Completion.candidates(
            after: words, last: typed, resources: resources, configuration: session.lab.host.configuration)
        switch found {
        case .files: return nil
        case .nothing: return []
        case .words(let list): return list.map { head(of: typed) + $0 }
        case .names(let resource):
            let kind = typed.firstIndex(of: "/").map { String(typed[...$0]) } ?? ""
            return names(of: resource, namespace(words)).map { kind + $0 }
        case .containers: return words.flatMap { containers(ofPod: $0, namespace(words)) }
        case .containerAssignments: return assignments(words)
        case .labels(let resource): return labels(of: resource, namespace(words))
        }
    }

    /// `deploy,` of `deploy,po`: the kinds before it in a list.
    private func head(of typed: String) -> String {
        guard !typed.hasPrefix("-"), let comma = typed.lastIndex(of: ",") else { return "" }
        return String(typed[...comma])
    }

    /// - Parameter resource: `pods`, `deployments.apps`.
    func names(of resource: String, _ namespace: String? = nil) -> [String] {
        objects(of: resource, namespace).map(\.name)
    }

    private func objects(of resource: String, _ namespace: String?) -> [Object] {
        let types = session.view.resources.types
        guard let type = types.first(where: { $0.groupResource.description == resource || $0.plural == resource })
        else { return [] }
        return session.view.objects(of: type, in: type.isNamespaced ? namespace ?? session.namespace : nil)
    }

    private func containers(ofPod word: String, _ namespace: String?) -> [String] {
        let name = word.split(separator: "/").last.map(String.init) ?? word
        let pods = session.view.objects(of: .pods, in: namespace ?? session.namespace)
        guard let spec = pods.first(where: { $0.name == name })?["spec"] else { return [] }
        return containers(of: spec)
    }

    /// `nginx=` for each container of `deploy/web` or `deploy web`.
    private func assignments(_ words: [String]) -> [String] {
        let pairs = words.indices.compactMap { index -> (kind: String, name: String)? in
            let parts = words[index].split(separator: "/").map(String.init)
            if parts.count == 2 { return (parts[0], parts[1]) }
            return index + 1 < words.count ? (words[index], words[index + 1]) : nil
        }
        for pair in pairs {
            guard let type = session.view.resources.resource(for: pair.kind) else { continue }
            let objects = session.view.objects(of: type, in: namespace(words) ?? session.namespace)
            guard let spec = objects.first(where: { $0.name == pair.name })?["spec"] else { continue }
            let job: Value = spec["jobTemplate"]?["spec"] ?? spec
            let template: Value = job["template"]?["spec"] ?? job
            return containers(of: template).map { $0 + "=" }
        }
        return []
    }

    private func labels(of resource: String, _ namespace: String?) -> [String] {
        let labels = objects(of: resource, namespace).flatMap { object in
            object.metadata["labels"]?.object?.map { "\($0.key)=\($0.value.string ?? "")" } ?? []
        }
        return Set(labels).sorted()
    }

    private func containers(of spec: Value) -> [String] {
        ["initContainers", "containers"].flatMap { spec[$0]?.array ?? [] }.compactMap { $0["name"]?.string }
    }

    private func namespace(_ words: [String]) -> String? {
        for (index, word) in words.enumerated() {
            if word == "-n" || word == "--namespace" { return index + 1 < words.count ? words[index + 1] : nil }
            if word.hasPrefix("--namespace=") { return String(word.dropFirst("--namespace=".count)) }
        }
        return nil
    }
}
