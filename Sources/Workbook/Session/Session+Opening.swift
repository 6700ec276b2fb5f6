import Documents
import KubeAPI
import KubeModel
package import KubeNodes
import Kubectl
package import Shell
package import Simulation

/// What a session needs from outside to begin.
package struct SessionSetup: Sendable {
    package var catalog: LessonCatalog
    package var images: ImageCatalog
    /// The files of `Manifests/`, by their names, as the shell sees them below `/manifests`.
    package var manifests: FileTree
    package var language: Language
    package var progress: Progress
    package var settings: LabSettings

    package init(
        catalog: LessonCatalog, images: ImageCatalog, manifests: FileTree, language: Language, progress: Progress,
        settings: LabSettings
    ) {
        self.catalog = catalog
        self.images = images
        self.manifests = manifests
        self.language = language
        self.progress = progress
        self.settings = settings
    }
}

extension Session {
    /// Where the learner's own files lie for the shell.
    package static let workFolder = "/home/learner"

    /// A session that has just begun: the lesson's cluster, its namespace, its start manifests, its files.
    package init(_ header: JournalHeader, _ setup: SessionSetup) throws(ClusterError) {
        let lesson = setup.catalog.lesson(header.lesson)
        let cluster = try Cluster(
            ClusterConfiguration(
                profile: header.profile, nodeCount: header.nodes, seed: header.seed, start: header.start,
                images: setup.images))
        let recorder = OutputRecorder(next: setup.settings.write)
        var settings = setup.settings
        settings.write = { recorder.write($0, to: $1) }
        settings.allowsBareVerbs = true
        var lab = Lab(
            host: LabHost(cluster: cluster, files: .memory(Self.files(lesson, setup.manifests)), settings: settings),
            shell: Shell(configuration: .lab(workingDirectory: Self.workFolder, isInteractive: true), limits: .lab))
        if let lesson { lab.prepare(for: lesson) }
        self.init(
            lab: lab, attempt: lesson.map(LessonAttempt.init), language: setup.language, catalog: setup.catalog,
            progress: setup.progress, recorder: recorder)
    }

    private static func files(_ lesson: Lesson?, _ manifests: FileTree) -> MemoryFileSystem {
        var files = MemoryFileSystem(root: .folder())
        files.mount(.folder(), at: workFolder)
        files.mount(.folder(), at: "/tmp")
        files.mount(manifests, at: "/manifests", readOnly: true)
        for name in lesson?.files ?? [] {
            guard let bytes = try? files.read("/manifests/\(name)") else { continue }
            try? files.write(bytes, to: "\(workFolder)/\(name)", append: false)
        }
        return files
    }
}

extension Lab {
    /// Makes what the lesson begins with, in silence: its start manifests applied, and its namespace in hand when it is there;
    /// where the learner is to make it, kubectl begins in `default` as it does everywhere.
    package mutating func prepare(for lesson: Lesson) {
        let write = host.settings.write
        host.settings.write = { _, _ in }
        let namespace = lesson.cluster.namespace
        work(in: namespace)
        for script in lesson.scripts.start {
            _ = run("kubectl apply -f - <<'KUBEBOOK_START'\n\(script.text)\nKUBEBOOK_START\n")
        }
        if host.cluster.api.get(.namespaces, ObjectKey(namespace: "", name: namespace)) == nil { work(in: "default") }
        host.settings.write = write
    }

    private mutating func work(in namespace: String) {
        guard namespace != host.configuration.namespace else { return }
        host.configuration.contexts[host.configuration.currentContext, "namespace"] = .string(namespace)
    }
}
