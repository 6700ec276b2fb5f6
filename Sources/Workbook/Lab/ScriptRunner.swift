import KubeModel
package import KubeNodes
package import Shell
import Simulation

/// Runs scripts in fresh clusters of a lesson, with a look at the checks after every command: for grading and for proof.
package struct ScriptRunner: Sendable {
    package let lesson: Lesson
    private let images: ImageCatalog
    private let manifests: FileTree
    /// The language in which it says why a run was stopped.
    private let language: Language

    package init(lesson: Lesson, images: ImageCatalog, manifests: FileTree, language: Language = .english) {
        self.lesson = lesson
        self.images = images
        self.manifests = manifests
        self.language = language
    }
}

extension ScriptRunner {
    /// - Parameter files: What lies in the working folder besides the lesson's own files.
    package func run(_ script: String, files: [JournalEntry.FileChange] = []) -> ScriptRun {
        let script = ScriptCommands(script)
        let entries = script.commands.map { JournalEntry(time: Instant(seconds: 0), text: $0) }
        return perform(entries, lines: script.lines, files: files)
    }

    /// Does again what a journal tells.
    package func run(_ journal: Journal) -> ScriptRun {
        perform(journal.entries, lines: [], files: [])
    }

    /// - Parameter lines: Where the entries begin in their script; empty when there is none.
    private func perform(
        _ entries: [JournalEntry], lines: [Int], files: [JournalEntry.FileChange]
    ) -> ScriptRun {
        var session: Session
        do {
            session = try newSession()
        } catch {
            return ScriptRun(commands: [], results: [], problem: "the cluster could not be made: \(error)")
        }
        for file in files { session.lab.host.files.apply(file) }
        var run = ScriptRun(commands: [], results: [])
        for (index, entry) in entries.enumerated() where !Aftermath.isMark(entry) {
            session.lab.host.settings.replay(Aftermath(of: index, in: entries))
            perform(entry, line: lines.isEmpty ? nil : lines[index], in: &session, &run)
            if run.problem != nil { break }
        }
        finish(&session, &run)
        return run
    }

    private func perform(
        _ entry: JournalEntry, line: Int?, in session: inout Session, _ run: inout ScriptRun
    ) {
        session.outputRecorder.clear()
        let turn = session.run(entry)
        let attempt = session.attempt
        run.commands.append(
            CommandRecord(text: entry.text, output: session.outputRecorder.text, exitCode: session.lab.shell.status))
        run.complaints.add(Complaint(line: line, command: entry.text, text: session.outputRecorder.errorText))
        if let problem = turn.exceeded {
            run.problem = line.map { language.choose("line \($0): \(problem)", "\($0) 行目: \(problem)") } ?? problem
        }
        if let attempt {
            run.mistakes += attempt.recognisedMistakes(in: session.view).filter { !run.mistakes.contains($0) }
        }
    }

    /// At the end time may pass for what comes true by itself.
    private func finish(_ session: inout Session, _ run: inout ScriptRun) {
        guard var attempt = session.attempt else { return }
        let report = attempt.check(session.view, patience: .asWritten)
        run.mistakes += report.mistakes.filter { !run.mistakes.contains($0) }
        run.results = attempt.allResults(in: session.view)
    }

    private func newSession() throws(ClusterError) -> Session {
        var session = try Session(
            JournalHeader(lesson),
            SessionSetup(
                catalog: LessonCatalog([lesson]), images: images, manifests: manifests, language: language,
                progress: Progress(), settings: LabSettings(write: { _, _ in })))
        session.lab.shell.limits = .grading
        return session
    }
}

/// A script cut into its commands at the top: each with its continuation lines and here-documents.
struct ScriptCommands {
    let commands: [String]
    /// The line where each of them begins, from 1.
    let lines: [Int]

    /// - Parameter script: Its lines may end as they do on Windows.
    init(_ script: String) {
        var commands: [String] = []
        var lines: [Int] = []
        var pending = ""
        let text = script.withUnixLineEnds
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if pending.isEmpty, line.allSatisfy(\.isWhitespace) || line.drop(while: \.isWhitespace).first == "#" {
                continue
            }
            if pending.isEmpty { lines.append(index + 1) }
            pending += pending.isEmpty ? String(line) : "\n" + line
            if case .incomplete = Shell.parse(pending) { continue }
            commands.append(pending)
            pending = ""
        }
        if !pending.allSatisfy(\.isWhitespace) { commands.append(pending) }
        self.commands = commands
        self.lines = lines
    }
}
