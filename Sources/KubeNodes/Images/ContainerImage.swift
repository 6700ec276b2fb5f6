import Shell

/// How an image behaves: what its tags are, what it runs, what that prints, serves and uses, and how it ends.
///
/// Images are files of `Manifests/images`; `ContainerImage+Reading.swift` shows the format.
package struct ContainerImage: Hashable, Sendable {
    /// `docker.io/library/nginx`
    package var name: String
    package var tags: [String: Tag]
    package var pullDuration: Duration
    /// The user that processes run as: a number, or a name.
    package var user: String
    package var environment: [(name: String, value: String)] { environmentList.map { ($0.name, $0.value) } }
    var environmentList: [Variable]
    package var workingDirectory: String
    package var entrypoint: [String]
    package var command: [String]
    /// What a stopping container is sent: `TERM`, `QUIT`, ...
    package var stopSignal: String
    /// There is a shell with its small tools; without it nothing but the image's own programs can run.
    package var hasShell: Bool
    /// Larger programs that come with the image: `curl`.
    package var tools: Set<String>
    package var files: [File]
    package var programs: [String: Program]
    /// The files of a container before anything has run in it, by tag.
    var roots: [String: FileTree] = [:]

    package struct Tag: Hashable, Sendable {
        package var size: Int
        /// What stands for `{version}` in texts of the image.
        package var version: String
    }

    struct Variable: Hashable, Sendable {
        var name: String
        var value: String
    }

    package struct File: Hashable, Sendable {
        package var path: String
        package var text: String
    }
}

/// A program of an image.
package enum Program: Hashable, Sendable {
    /// Runs what its arguments say: an entry point script.
    case wrapper
    case own(answers: [ProgramAnswer], service: ProgramService?)
}

/// A run of a program that prints something and ends: `nginx -v`.
package struct ProgramAnswer: Hashable, Sendable {
    package var arguments: [String]
    package var standardOutput: String
    package var standardError: String
    package var exitCode: Int32
    /// Stops the container's main process, as `nginx -s stop` does.
    package var stopsMain: Bool
}

/// The run of a program that a container is there for.
package struct ProgramService: Hashable, Sendable {
    package var startDuration: Duration
    package var needs: Needs?
    /// Its processes as `ps` shows them, when that is not the command line.
    package var titles: [String]
    package var log: [LogLine]
    package var ports: [ServedPort]
    /// How long it works before it ends by itself; `nil` is for ever.
    package var lasts: Duration?
    package var exitCode: Int32
    /// How long it takes to end when it is asked to.
    package var stopDuration: Duration
    package var stopExitCode: Int32
    package var memory: [LoadPoint]
    package var processor: [LoadPoint]
    /// Thousandths of a processor for each request in a second.
    package var requestCost: Int

    /// Variables without which the program only complains and ends.
    package struct Needs: Hashable, Sendable {
        package var variables: [String]
        package var message: String
        package var exitCode: Int32
    }

    package struct LogLine: Hashable, Sendable {
        package var after: Duration
        package var text: String
    }

    /// An amount from a time after the start on: bytes, or thousandths of a processor.
    package struct LoadPoint: Hashable, Sendable {
        package var after: Duration
        package var amount: Int
    }
}

/// A port that a program listens on, and what it answers there.
package struct ServedPort: Hashable, Sendable {
    package enum Content: Hashable, Sendable {
        /// Speaks no HTTP: connections are accepted, requests are not understood.
        case connections
        /// Fixed answers by path; anything else is not found.
        case paths([Answer])
        /// The files below a folder of the container.
        case files(root: String)
    }

    package struct Answer: Hashable, Sendable {
        package var path: String
        package var status: Int
        package var type: String
        package var body: String
    }

    package var number: Int
    package var content: Content
    /// The `Server:` header.
    package var server: String
    package var speaksGRPCHealth: Bool
}

extension ContainerImage {
    /// The image's text with `{version}` filled in.
    func text(_ template: String, tag: String) -> String {
        guard template.contains("{version}") else { return template }
        return template.split(separator: "{version}", omittingEmptySubsequences: false)
            .joined(separator: tags[tag]?.version ?? tag)
    }
}
