/// A small program that a shell finds on its path, as a function of its arguments, input and files.
struct Tool: Sendable {
    /// The status after a wrong option.
    var usageStatus: Int32 = 1
    /// The line that stands before the hint at `--help`, where the program has one.
    var usage: String?
    var kind: Kind

    enum Kind: Sendable {
        /// Runs at once over all of its input.
        case batch(@Sendable (inout ToolContext) throws(ToolExit) -> Int32)
        /// Takes input as it comes, sleeps, or runs other commands.
        case streaming(@Sendable (inout ToolContext) throws(ToolExit) -> any StreamingTool)
    }

    static func batch(
        usageStatus: Int32 = 1, _ run: @escaping @Sendable (inout ToolContext) throws(ToolExit) -> Int32
    ) -> Tool {
        Tool(usageStatus: usageStatus, kind: .batch(run))
    }

    static func streaming(
        usageStatus: Int32 = 1, usage: String? = nil,
        _ make: @escaping @Sendable (inout ToolContext) throws(ToolExit) -> any StreamingTool
    ) -> Tool {
        Tool(usageStatus: usageStatus, usage: usage, kind: .streaming(make))
    }
}

/// The state of a tool between two steps.
protocol StreamingTool: Sendable {
    mutating func advance(_ context: inout ToolContext) throws(ToolExit) -> ToolProgress
}

enum ToolProgress {
    case finished(Int32)
    /// More of standard input.
    case needsInput
    /// Called again at once, after others had a turn.
    case yielding
    case sleeping(seconds: Double)
    /// Called again when this command has ended; its status is in the context.
    case running([String], input: [UInt8]?)
}

/// Why a tool stopped before its end.
enum ToolExit: Error {
    case status(Int32)
    /// All of standard input has to be there first.
    case needsInput
    /// A wrong use, said in the tool's words; the status is the tool's own for that.
    case usage(String)
}

/// A tool on its way.
struct RunningTool: Sendable {
    let tool: Tool
    let name: String
    let arguments: [String]
    var state: (any StreamingTool)?
    /// It has asked for all of its input.
    var awaitsInput = false
    /// The command that it ran has ended.
    var awaitsChild = false

    init(tool: Tool, name: String, arguments: [String]) {
        self.tool = tool
        self.name = name
        self.arguments = arguments
    }
}

/// The tools by name.
enum ToolTable {
    static let tools: [String: Tool] = [
        "awk": .awk, "gawk": .awk, "mawk": .awk, "base64": .base64, "basename": .basename, "cat": .cat,
        "chmod": .chmod, "chown": .chown, "clear": .clear, "cmp": .cmp, "column": .column, "comm": .comm, "cp": .cp,
        "cut": .cut, "date": .date, "df": .df, "diff": .diff, "dirname": .dirname, "du": .du, "egrep": .grep,
        "envsubst": .envsubst, "expr": .expr, "fgrep": .grep, "find": .find, "fold": .fold, "grep": .grep,
        "head": .head, "hexdump": .hexdump, "hostname": .hostname, "id": .id, "join": .join,
        "jq": .jq, "ln": .ln, "ls": .ls,
        "md5sum": .md5sum, "mkdir": .mkdir, "mktemp": .mktemp, "mv": .mv, "nl": .nl, "nproc": .nproc,
        "od": .od,
        "paste": .paste,
        "printenv": .printenv, "readlink": .readlink, "realpath": .realpath, "rev": .rev, "rm": .rm, "rmdir": .rmdir,
        "sed": .sed, "seq": .seq, "sha1sum": .sha1sum, "sha256sum": .sha256sum, "shuf": .shuf, "sleep": .sleep,
        "sort": .sort,
        "stat": .stat, "sync": .sync, "tac": .tac, "tail": .tail, "tee": .tee, "touch": .touch, "tr": .tr,
        "tree": .tree, "truncate": .truncate, "tty": .tty, "uname": .uname, "uniq": .uniq,
        "watch": .watch, "wc": .wc,
        "which": .which,
        "whoami": .whoami, "xargs": .xargs, "xxd": .xxd, "yes": .yes,
    ]

    static var names: [String] { tools.keys.sorted() }

    /// `/usr/bin/cat` is `cat`; other paths stay what they are.
    static func shortName(_ name: String) -> String {
        for folder in ["/bin/", "/usr/bin/", "/usr/local/bin/", "/sbin/", "/usr/sbin/"] where name.hasPrefix(folder) {
            return String(name.dropFirst(folder.count))
        }
        return name
    }
}
