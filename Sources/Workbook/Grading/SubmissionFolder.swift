package import Shell

/// The files beside a script, which it may read and which nothing it does can change.
///
/// Bounded: hidden files, large files and whatever is beyond the limits are left out.
package struct SubmissionFolder<Files: FileSystem> {
    private let source: Files

    package init(_ source: Files) {
        self.source = source
    }
}

extension SubmissionFolder {
    private static var countMax: Int { 200 }
    private static var bytesMax: Int { 1 << 20 }
    private static var depthMax: Int { 4 }

    /// The files of the folder that a script lies in, as they lie in the learner's folder.
    package func files(beside script: String) -> [JournalEntry.FileChange] {
        let folder = PathName.folder(of: script)
        return files(in: folder.isEmpty ? "." : folder)
    }

    package func files(in folder: String) -> [JournalEntry.FileChange] {
        var found: [JournalEntry.FileChange] = []
        collect(folder, as: Session.workFolder, depth: 0, into: &found)
        return found
    }

    private func collect(_ folder: String, as target: String, depth: Int, into found: inout [JournalEntry.FileChange]) {
        // A folder that cannot be listed, or a file that cannot be read, is not there for the script.
        for name in (try? source.list(folder)) ?? [] where !name.hasPrefix(".") && found.count < Self.countMax {
            let path = PathName.join(folder, name)
            guard let status = source.status(of: path) else { continue }
            if status.isDirectory {
                if depth < Self.depthMax { collect(path, as: "\(target)/\(name)", depth: depth + 1, into: &found) }
            } else if status.size <= Self.bytesMax, let bytes = try? source.read(path) {
                found.append(JournalEntry.FileChange(path: "\(target)/\(name)", content: bytes))
            }
        }
    }
}
