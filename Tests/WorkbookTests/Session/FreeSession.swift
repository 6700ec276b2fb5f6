import KubeModel
import KubeNodes
import Shell
import Simulation

@testable import Workbook

/// A session in a free cluster, as at the prompt of `play`.
func freeSession(write: @escaping @Sendable ([UInt8], ShellStream) -> Void = { _, _ in }) throws -> Session {
    let header = JournalHeader(lesson: "", profile: .eks, nodes: 3, seed: 1, start: Instant(seconds: 1_767_603_600))
    return try Session(
        header,
        SessionSetup(
            catalog: LessonCatalog([]), images: try ImageCatalog(files: [("busybox.yaml", busybox)]),
            manifests: .folder(), language: .english, progress: LearnerProgress(), settings: LabSettings(write: write)))
}

/// The one image that the registry of these tests has.
private let busybox = """
    apiVersion: kubebook/v1
    kind: ContainerImage
    name: docker.io/library/busybox
    tags:
      latest: {size: 2223685, version: 1.37.0}
    pullSeconds: 0.3
    command: [sh]
    """
