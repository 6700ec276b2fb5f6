package import Shell

extension ShellConfiguration {
    /// The shell at the prompt and in scripts: bash on the learner's own machine, beside the cluster.
    package static func lab(workingDirectory: String, isInteractive: Bool = false) -> ShellConfiguration {
        ShellConfiguration(
            name: "bash", flavor: .bash,
            environment: [
                ("HOME", "/home/learner"), ("LANG", "C.UTF-8"), ("PATH", "/usr/local/bin:/usr/bin:/bin"),
                ("USER", "learner"),
            ],
            workingDirectory: workingDirectory, isInteractive: isInteractive, hostName: "workbook", userName: "learner")
    }
}
