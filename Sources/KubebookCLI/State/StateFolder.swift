import Foundation
import Workbook

/// Where a learner's work is kept: journals, progress, the history of lines, and a folder of files for each lesson.
///
/// `KUBEBOOK_HOME`, else `$XDG_DATA_HOME/kubebook`, else `~/.local/share/kubebook`.
struct StateFolder {
    let root: URL
    /// Nothing can be written there: the session works, and is forgotten at its end.
    let isReadOnly: Bool

    init(environment: [String: String] = ProcessInfo.processInfo.environment) {
        root = Self.location(environment)
        do {
            try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
            isReadOnly = !FileManager.default.isWritableFile(atPath: root.path)
        } catch {
            isReadOnly = true
        }
    }

    static func location(_ environment: [String: String]) -> URL {
        if let named = environment["KUBEBOOK_HOME"], !named.isEmpty { return URL(filePath: named) }
        if let data = environment["XDG_DATA_HOME"], !data.isEmpty {
            return URL(filePath: data).appending(path: "kubebook")
        }
        let home = environment["HOME"].map { URL(filePath: $0) } ?? FileManager.default.homeDirectoryForCurrentUser
        return home.appending(path: ".local/share/kubebook")
    }
}

extension StateFolder {
    var progressFile: URL { root.appending(path: "progress.json") }
    var historyFile: URL { root.appending(path: "history") }

    func journalFile(_ name: String) -> URL { root.appending(path: "journals/\(name).journal") }
    func workspace(_ name: String) -> URL { root.appending(path: "work/\(name)") }

    /// What was done so far; a damaged file is kept beside a new one.
    func progress() -> (progress: LearnerProgress, setAside: URL?) {
        guard let bytes = FileManager.default.contents(atPath: progressFile.path) else {
            return (LearnerProgress(), nil)
        }
        do {
            return (try LearnerProgress(json: Array(bytes)), nil)
        } catch {
            return (LearnerProgress(), setAside(progressFile))
        }
    }

    /// Replaces the progress in one step, so that a kill leaves the old or the new, never a half.
    func save(_ progress: LearnerProgress) throws {
        try Data(progress.json.utf8).write(to: progressFile, options: .atomic)
    }

    /// How long ago a file was written; nothing when it is not there.
    func timeSinceLastWrite(_ file: URL) -> Duration {
        let attributes = try? FileManager.default.attributesOfItem(atPath: file.path)
        guard let date = attributes?[.modificationDate] as? Date else { return .zero }
        return .seconds(Date().timeIntervalSince(date))
    }

    /// Moves a file out of the way under a name of its own, and returns where it went.
    func setAside(_ file: URL) -> URL? {
        for number in 1...999 {
            let target = file.appendingPathExtension("damaged-\(number)")
            guard !FileManager.default.fileExists(atPath: target.path) else { continue }
            do {
                try FileManager.default.copyItem(at: file, to: target)
                return target
            } catch {
                try? FileManager.default.removeItem(at: target)  // half a copy is none
                return nil
            }
        }
        return nil
    }
}
