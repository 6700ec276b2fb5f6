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
            catalog: LessonCatalog([]), images: try ImageCatalog(files: []), manifests: .folder(), language: .english,
            progress: LearnerProgress(), settings: LabSettings(write: write)))
}
