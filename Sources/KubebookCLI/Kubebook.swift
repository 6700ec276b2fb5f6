package import ArgumentParser

/// The root of the command line; without a subcommand it opens the workbook.
package struct Kubebook: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "kubebook",
        abstract: "An interactive Kubernetes workbook: a whole simulated cluster behind a prompt.",
        version: Version.text,
        subcommands: [
            OpenWorkbook.self, Learn.self, Play.self, Exec.self, KubectlCommand.self, CheckCommand.self,
            GradeCommand.self,
            LessonCommand.self, ProgressCommand.self,
        ],
        defaultSubcommand: OpenWorkbook.self)

    package init() {}
}

/// What `--version` says.
enum Version {
    static let text = "kubebook 0.1.0 (Kubernetes 1.36)"
}
