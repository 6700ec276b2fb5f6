package import Shell

extension ShellLimits {
    /// What one line or one script may use; enough for a loop that waits a day, second by second.
    package static let lab = ShellLimits(turns: 100_000)

    /// What one command of a submission may use: a loop that waits for what never comes must end soon.
    package static let grading = ShellLimits(turns: 2_000)
}

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
