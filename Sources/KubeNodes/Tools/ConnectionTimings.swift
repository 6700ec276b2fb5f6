import Shell

/// How long programs wait for connections that nobody answers.
enum ConnectionTimings {
    /// Linux sends six more requests for a connection, each after twice the wait (`tcp_syn_retries`): 127 s in all.
    static let connectSeconds = 127.0
    /// How long a name server is waited for before it is given up.
    static let nameServerSeconds = 10.0
    /// What a request takes from here to there and back in a cluster that is not busy; it has no source.
    static let requestSeconds = 0.01

    /// How long a call has still to wait for its answer; `nil` when it is there.
    static func wait(_ call: CommandCall, now: Double) -> CommandResult? {
        let left = call.startedAt + requestSeconds - now
        return left > 0.000_5 ? .sleeping(seconds: left) : nil
    }
}

extension FileError {
    /// The words of the C library.
    var reason: String {
        switch self {
        case .notFound: "No such file or directory"
        case .isDirectory: "Is a directory"
        case .notDirectory: "Not a directory"
        case .exists: "File exists"
        case .permissionDenied: "Permission denied"
        case .readOnly: "Read-only file system"
        case .directoryNotEmpty: "Directory not empty"
        case .noSpace: "No space left on device"
        case .system(_, let message): message
        }
    }
}
