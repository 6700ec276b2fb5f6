import Documents
import KubeAPI
import KubeModel

/// What a container is started with, once everything that its spec refers to was found.
struct ContainerConfiguration {
    /// The command line, entry point and arguments together.
    var command: [String]
    var environment: [(name: String, value: String)]
    var workingDirectory: String
}

/// Why a container cannot be configured; the words are the kubelet's.
enum ConfigurationError: Error, Hashable {
    case notFound(kind: String, name: String)
    case noKey(String, kind: String, ObjectKey)
    case runsAsRoot(image: Bool, pod: String, container: String)
    case unknownUser(String, pod: String, container: String)
    case unsupportedField(String)
    case badSubPath(String)

    var message: String {
        switch self {
        case .notFound(let kind, let name): "\(kind.lowercased()) \"\(name)\" not found"
        case .noKey(let name, let kind, let key): "couldn't find key \(name) in \(kind) \(key)"
        case .runsAsRoot(true, let pod, let container):
            "container has runAsNonRoot and image will run as root (pod: \"\(pod)\", container: \(container))"
        case .runsAsRoot(false, let pod, let container):
            "container's runAsUser breaks non-root policy (pod: \"\(pod)\", container: \(container))"
        case .unknownUser(let user, let pod, let container):
            "container has runAsNonRoot and image has non-numeric user (\(user)), cannot verify user is non-root (pod: \"\(pod)\", container: \(container))"
        case .unsupportedField(let path): "unsupported fieldPath: \(path)"
        case .badSubPath(let path): "failed to prepare subPath for volumeMount \"\(path)\""
        }
    }
}

extension NodeFleet {
    func makeConfiguration(_ index: Int, _ image: PresentImage, _ worker: PodWorker, api: borrowing APIServer)
        throws(ConfigurationError) -> ContainerConfiguration
    {
        let container = worker.containers[index].spec
        if profile != .hollow { try checkUser(container, image, worker) }
        let facts = FieldFacts(worker, kubelets[worker.node].facts, index)
        let base = image.image.map { content in
            content.environment.map { ($0.name, content.text($0.value, tag: image.reference.tag)) }
        }
        let environment = try EnvironmentBuilder(
            container: container, facts: facts, base: base ?? [], hostName: worker.hostName, isRun: profile != .hollow
        ).build(api: api)
        let values = Dictionary(environment.map { ($0.name, $0.value) }) { _, last in last }
        let expand = { (text: String) in VariableExpansion.expand(text) { values[$0] } }
        let entrypoint = container.command?.map(expand) ?? image.image?.entrypoint ?? []
        let arguments =
            container.arguments?.map(expand) ?? (container.command == nil ? image.image?.command ?? [] : [])
        return ContainerConfiguration(
            command: entrypoint + arguments, environment: environment,
            workingDirectory: container.workingDirectory ?? image.image?.workingDirectory ?? "/")
    }

    /// Source: `verifyRunAsNonRoot` of `pkg/kubelet/kuberuntime/security_context_others.go`.
    private func checkUser(_ container: Container, _ image: PresentImage, _ worker: PodWorker)
        throws(ConfigurationError)
    {
        let own = container.value["securityContext"]
        let pod = worker.pod["spec"]?["securityContext"]
        guard (own?["runAsNonRoot"] ?? pod?["runAsNonRoot"])?.bool == true else { return }
        let name = worker.description
        if let user = (own?["runAsUser"] ?? pod?["runAsUser"])?.int {
            if user == 0 { throw .runsAsRoot(image: false, pod: name, container: container.name) }
            return
        }
        let user = image.image?.user ?? "0"
        guard let number = Int(user) else { throw .unknownUser(user, pod: name, container: container.name) }
        if number == 0 { throw .runsAsRoot(image: true, pod: name, container: container.name) }
    }
}

extension PodWorker {
    /// The first process of a container is not number 1, and hears signals like any other.
    var sharesProcesses: Bool {
        pod["spec"]?["shareProcessNamespace"]?.bool == true || pod["spec"]?["hostPID"]?.bool == true
    }

    /// What `hostname` says in the pod.
    var hostName: String {
        pod["spec"]?["hostnameOverride"]?.string ?? pod["spec"]?["hostname"]?.string ?? String(key.name.prefix(63))
    }
}
