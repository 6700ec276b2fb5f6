import KubeModel
import Shell

/// kubectl as a library: a command line in, text and an exit code out.
package enum Kubectl {
    /// Runs the words after `kubectl`.
    package static func run(_ arguments: [String], in context: inout KubectlContext) -> Int32 {
        context.lastProblem = nil
        context.manifestsRead = []
        context.call = Call()
        context.call.words = arguments
        do {
            try context.prepare(arguments)
            try context.perform()
            return try context.warningsAsErrors()
        } catch {
            return context.report(error)
        }
    }
}

extension KubectlContext {
    /// Finds the command and takes its flags and arguments apart.
    fileprivate mutating func prepare(_ words: [String]) throws(KubectlError) {
        let found = try CommandLookup.find(words)
        call.command = found.command
        call.path = found.path
        var parser = FlagParser(flags: found.command.allFlags)
        do { try parser.parse(found.rest) } catch { throw .flag(error) }
        for warning in parser.warnings { printError(warning) }
        if parser.parsed.text("dry-run") == "unchanged" { warnOfBareDryRun() }
        call.flags = parser.parsed
        call.arguments = parser.arguments
        call.dashIndex = parser.dashIndex
        if parser.wantsHelp { call.command.action = .help }
        try call.command.arguments.check(call.arguments, path: call.path)
        if case .help = call.command.action { return }
        try resolveScope()
        let missing = found.command.flags.filter { $0.isRequired && !call.flags.isSet($0.name) }.map(\.name).sorted()
        if !missing.isEmpty { throw .requiredFlags(missing) }
    }

    /// The line of klog that `--dry-run` without a value has earned since 1.18.
    private mutating func warnOfBareDryRun() {
        let parts = now.rfc3339Micro.split { "-T:Z".contains($0) }
        printError(
            "W\(parts[1])\(parts[2]) \(parts[3]):\(parts[4]):\(parts[5])       1 helpers.go:757] --dry-run is deprecated and can be replaced with --dry-run=client."
        )
    }

    fileprivate mutating func perform() throws(KubectlError) {
        switch call.command.action {
        case .help: write(Help.text(of: call.command, path: call.path))
        case .group:
            guard call.arguments.isEmpty else {
                throw .usage("unknown command \(call.arguments.joined(separator: " ").goQuoted)")
            }
            write(Help.text(of: call.command, path: call.path))
            throw .exit(code: 1)
        case .run(let action): try action(&self)
        }
    }

    fileprivate func warningsAsErrors() throws(KubectlError) -> Int32 {
        guard flags.bool("warnings-as-errors"), !call.warnings.isEmpty else { return 0 }
        throw .message("\(call.warnings.count) warning\(call.warnings.count == 1 ? "" : "s") received")
    }

    fileprivate mutating func report(_ error: KubectlError) -> Int32 {
        if let problem = error.manifestProblem { lastProblem = problem }
        output.write(error.report(path: call.path), to: .standardError)
        return call.command.exitCode(for: error)
    }
}
