import Foundation
import Synchronization

#if canImport(Glibc)
    import Glibc
#endif

/// The learner's own editor, for `kubectl edit`: the one program that the workbook ever starts.
final class Editor: Sendable {
    private let command: String
    private let results = Mutex<[[UInt8]]>([])

    /// The editor that kubectl would choose.
    ///
    /// Source: `k8s.io/kubectl/pkg/cmd/util/editor` (`KUBE_EDITOR`, `EDITOR`, `vi`).
    init(environment: [String: String]) {
        let named = [environment["KUBE_EDITOR"], environment["EDITOR"]].compactMap { $0 }
        command = named.first { !$0.isEmpty } ?? "vi"
    }
}

extension Editor {
    /// Lets the learner change a text; `nil` when the editor cannot be run or gives nothing back.
    func edit(_ text: [UInt8]) -> [UInt8]? {
        let folder = FileManager.default.temporaryDirectory
        let file = folder.appending(path: "kubectl-edit-\(ProcessInfo.processInfo.processIdentifier).yaml")
        do {
            try Data(text).write(to: file, options: .atomic)
            defer { unlink(file.path) }
            guard Self.run(command, file: file.path) == 0 else { return nil }
            let edited = Array(try Data(contentsOf: file))
            results.withLock { $0.append(edited) }
            return edited
        } catch {
            Terminal.standard.writeError("kubebook: \(file.path): \((error as NSError).localizedDescription)\n")
            return nil
        }
    }

    /// What came back from the editor since the last call, for the journal.
    func takeResults() -> [[UInt8]] {
        results.withLock { results in
            defer { results = [] }
            return results
        }
    }

    /// Runs it in the same process group, because it needs the terminal; returns its exit code.
    private static func run(_ command: String, file: String) -> Int32 {
        Terminal.standard.flush()
        let words = ["sh", "-c", "\(command) \"$1\"", "sh", file]
        let variables = ProcessInfo.processInfo.environment.map { "\($0.key)=\($0.value)" }.sorted()
        var arguments = words.map { strdup($0) } + [nil]
        var environment = variables.map { strdup($0) } + [nil]
        defer { for pointer in arguments + environment { free(pointer) } }
        var process: pid_t = 0
        guard posix_spawn(&process, "/bin/sh", nil, nil, &arguments, &environment) == 0 else { return 127 }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 {
            guard errno == EINTR else { return 127 }
        }
        return status
    }
}
