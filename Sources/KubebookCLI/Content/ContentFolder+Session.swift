package import Workbook

extension ContentFolder {
    /// A session that prints nowhere, for measuring and for tests.
    package func session(_ header: JournalHeader) throws -> Session {
        try Session(
            header,
            SessionSetup(
                catalog: catalog(), images: images(), manifests: manifestTree(), language: .english,
                progress: Progress(), settings: LabSettings(write: { _, _ in })))
    }
}
