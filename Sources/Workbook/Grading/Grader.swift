package import KubeNodes
package import Shell

/// Grades submissions of a lesson: a script, manifests (a folder of them or one file), or a saved journal.
package struct Grader: Sendable {
    private let runner: ScriptRunner

    package init(lesson: Lesson, images: ImageCatalog, manifests: FileTree, language: Language = .english) {
        runner = ScriptRunner(lesson: lesson, images: images, manifests: manifests, language: language)
    }
}

/// A submission as it was read.
package enum Submission: Sendable {
    /// With the files of its folder, which it may read.
    case script(String, files: [JournalEntry.FileChange])
    /// The files of a folder, or one file, of which all manifests are applied in the order of their names.
    case manifests([JournalEntry.FileChange])
    case journal(Journal)
}

extension Grader {
    package static let bytesMax = 64 << 20

    /// - Parameter siblings: The same files, as a script sees those of its own folder.
    package func grade(_ path: String, files: some FileSystem, siblings: some FileSystem) -> Grade {
        do throws(SubmissionProblem) {
            return grade(try Self.read(path, files, siblings), named: path)
        } catch {
            return Grade(submission: path, outcome: .unreadable(error))
        }
    }

    private func grade(_ submission: Submission, named name: String) -> Grade {
        let run: ScriptRun
        switch submission {
        case .script(let text, let files): run = runner.run(text, files: files)
        case .journal(let journal):
            guard journal.header.lesson == runner.lesson.id else {
                return Grade(submission: name, outcome: .unreadable(.otherLesson(journal.header.lesson)))
            }
            run = runner.run(journal)
        case .manifests(let files):
            guard runner.lesson.steps.contains(where: { $0.checks.contains(where: \.isForManifests) }) else {
                return Grade(submission: name, outcome: .unreadable(.onlyCommands))
            }
            var applied = runner.run(Self.applyAll(files), files: files)
            applied.results = applied.results.map(excused)
            applied.complaints = applied.complaints.withoutLines
            run = applied
        }
        return Grade(
            submission: name, lesson: runner.lesson, results: run.results, exceeded: run.problem,
            complaints: run.complaints)
    }

    /// Checks that ask for commands say nothing about a folder of manifests.
    private func excused(_ result: CheckResult) -> CheckResult {
        guard runner.lesson.check(result.check, step: result.step)?.isForManifests == false else { return result }
        return CheckResult(step: result.step, check: result.check, outcome: .excused)
    }

    private static func applyAll(_ files: [JournalEntry.FileChange]) -> String {
        files.compactMap { $0.path.split(separator: "/").last }.filter { isManifest($0) }
            .map { "kubectl apply -f '\($0.replacing("'", with: "'\\''"))'\n" }.joined()
    }

    private static func isManifest(_ name: some StringProtocol) -> Bool {
        [".yaml", ".yml", ".json"].contains { name.hasSuffix($0) }
    }
}

extension Grader {
    static func read(
        _ path: String, _ files: some FileSystem, _ siblings: some FileSystem
    ) throws(SubmissionProblem) -> Submission {
        guard let status = files.status(of: path) else { throw .notFound }
        if status.isDirectory { return .manifests(try readFolder(path, siblings)) }
        guard status.size <= bytesMax else { throw .tooLarge(limitBytes: bytesMax) }
        let bytes = try readFile(path, files)
        let name = path.split(separator: "/").last.map(String.init) ?? path
        if bytes.starts(with: Array("{\"kubebook\"".utf8)) || path.hasSuffix(".journal") {
            return .journal(try journal(bytes))
        }
        guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else { throw .binary }
        if isManifest(path) {
            return .manifests([JournalEntry.FileChange(path: PathName.join(Session.workFolder, name), content: bytes)])
        }
        return .script(text, files: SubmissionFolder(siblings).files(beside: path))
    }

    private static func journal(_ bytes: [UInt8]) throws(SubmissionProblem) -> Journal {
        let reading = JournalFormat.read(bytes)
        guard let journal = reading.journal else { throw .damagedJournal(line: 1) }
        if let damage = reading.damage { throw .damagedJournal(line: damage.line) }
        return journal
    }

    private static func readFile(_ path: String, _ files: some FileSystem) throws(SubmissionProblem) -> [UInt8] {
        do { return try files.read(path) } catch { throw .unreadable(error) }
    }

    private static func readFolder(
        _ path: String, _ files: some FileSystem
    ) throws(SubmissionProblem) -> [JournalEntry.FileChange] {
        let names: [String]
        do { names = try files.list(path) } catch { throw .unreadable(error) }
        var changes: [JournalEntry.FileChange] = []
        var total = 0
        for name in names {
            guard let status = files.status(of: "\(path)/\(name)"), !status.isDirectory else { continue }
            total += status.size
            guard total <= bytesMax else { throw .tooLarge(limitBytes: bytesMax) }
            changes.append(
                JournalEntry.FileChange(
                    path: "\(Session.workFolder)/\(name)", content: try readFile("\(path)/\(name)", files)))
        }
        guard changes.contains(where: { isManifest($0.path) }) else { throw .noManifests }
        return changes
    }
}
