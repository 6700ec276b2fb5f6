/// One command of kubectl: the single value from which dispatch, help and completion derive.
package struct Command: Sendable {
    package enum Action: Sendable {
        case run(@Sendable (inout KubectlContext) throws(KubectlError) -> Void)
        /// Only its subcommands do anything: without one it prints its help and fails.
        case group
        case help
    }

    /// The headings under which `kubectl help` lists the commands.
    package enum Group: String, CaseIterable, Sendable {
        case beginner = "Basic Commands (Beginner)"
        case intermediate = "Basic Commands (Intermediate)"
        case deploy = "Deploy Commands"
        case cluster = "Cluster Management Commands"
        case troubleshooting = "Troubleshooting and Debugging Commands"
        case advanced = "Advanced Commands"
        case settings = "Settings Commands"
        case plugins = "Subcommands provided by plugins"
        case other = "Other Commands"
        case subcommands = "Available Commands"
    }

    /// What completion offers as arguments.
    package enum Completion: Hashable, Sendable {
        case none, files, contexts, clusters, users
        /// Kinds, then the names of objects.
        case objects
        /// Kinds, then names, then `container=` for each container of that object.
        case containerAssignments
        /// Names of objects of one kind, and `kind/name` of the others.
        case names(String)
        /// Kinds only.
        case kinds
        case words([String])
    }

    package var name: String
    package var aliases: [String] = []
    /// Other words for which this command is suggested.
    package var suggestedFor: [String] = []
    package var group = Group.other
    /// What follows `kubectl ... NAME` in the usage line, before `[options]`.
    package var usage = "[flags]"
    package var summary: String
    /// Paragraphs; the summary is said first.
    package var details = ""
    package var examples = ""
    package var flags: [Flag] = []
    package var arguments = ArgumentRule.any
    package var completion = Completion.none
    package var subcommands: [Command] = []
    package var isHidden = false
    package var action: Action
    /// What is added to the exit codes of errors: `diff` exits with 2 where others exit with 1.
    package var errorCodeOffset: Int32 = 0
}

extension Command {
    func exitCode(for error: KubectlError) -> Int32 {
        switch error {
        case .exit(let code), .terminated(let code): code
        default: error.exitCode + errorCodeOffset
        }
    }

    /// The command's own flags, and the global ones that none of them hides.
    ///
    /// Source: `github.com/spf13/pflag` `FlagSet.AddFlagSet`, which keeps the flag that is there.
    package var allFlags: [Flag] {
        flags + Flag.global.filter { global in !flags.contains { $0.name == global.name } }
    }

    func subcommand(_ word: String) -> Command? {
        subcommands.first { $0.name == word || $0.aliases.contains(word) }
    }
}

/// How many arguments a command takes, as far as the command line itself checks it.
package enum ArgumentRule: Hashable, Sendable {
    case any
    case exactly(Int)
    case atMost(Int)
    case atLeast(Int)
    case none

    func check(_ arguments: [String], path: String) throws(KubectlError) {
        switch self {
        case .any: return
        case .exactly(let count) where arguments.count != count:
            throw .message("accepts \(count) arg(s), received \(arguments.count)")
        case .atMost(let count) where arguments.count > count:
            throw .message("accepts at most \(count) arg(s), received \(arguments.count)")
        case .atLeast(let count) where arguments.count < count:
            throw .message("requires at least \(count) arg(s), only received \(arguments.count)")
        case .none where !arguments.isEmpty:
            throw .message("unknown command \(arguments[0].goQuoted) for \(path.goQuoted)")
        case .exactly, .atMost, .atLeast, .none: return
        }
    }
}
