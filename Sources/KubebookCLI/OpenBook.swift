import ArgumentParser
import Foundation
import KubeModel
import LineEditing
import Shell
import Workbook

/// The workbook with its content, the learner's state and the terminal, ready to open sessions.
struct OpenBook {
    let content: ContentFolder
    let catalog: LessonCatalog
    /// What was said about lessons that cannot be read.
    private let leftOut: [String]
    let state: StateFolder
    let renderer: PageRenderer
    private(set) var language: Language
    private var progress: LearnerProgress

    init(language: Language) throws {
        content = try ContentFolder.find()
        let (sound, problems) = try content.soundCatalog(language)
        catalog = sound
        leftOut = problems.map { $0.message(language) }
        for problem in leftOut {
            let leftOut = language.choose("this lesson is left out", "このレッスンは使えません")
            Terminal.standard.writeError("kubebook: \(leftOut): \(problem)\n")
        }
        state = StateFolder()
        let environment = ProcessInfo.processInfo.environment
        let isTerminal = isatty(1) != 0
        renderer = PageRenderer(
            isColoured: isTerminal && environment["NO_COLOR"].map(\.isEmpty) ?? true && environment["TERM"] != "dumb",
            columns: { isTerminal ? terminalColumns(1) : nil })
        self.language = language
        let (progress, setAside) = state.progress()
        self.progress = progress
        if let setAside {
            Terminal.standard.writeError(
                "kubebook: \(state.progressFile.path) is damaged; it was kept as \(setAside.lastPathComponent) and a new one begun\n"
            )
        }
        if state.isReadOnly {
            Terminal.standard.writeError(
                "kubebook: \(state.root.path) cannot be written; nothing of this session will be kept\n")
        }
    }
}

extension OpenBook {
    /// The first screen: what this is, and the lessons with what is done.
    func greet() {
        var page = Page.text(
            language == .japanese
                ? "kubebook — ターミナルで学ぶ Kubernetes ワークブック" : "kubebook: a Kubernetes workbook in the terminal", .heading)
        page.add(
            language == .japanese
                ? "ここにあるクラスターはすべてシミュレーションです。何を壊しても undo と reset で戻せます。"
                : "The cluster is simulated, whole and yours: break what you like, undo and reset bring it back.", .dim)
        page.add("")
        page.add(LessonList.page(catalog, progress, language))
        page.add("")
        Terminal.standard.write(renderer.text(page))
    }

    func lessonToOpen(_ name: String?) throws -> Lesson {
        if let name {
            if let lesson = catalog.lesson(name) { return lesson }
            do {
                return try content.lesson(named: name, language)  // says what is wrong, or which one was meant
            } catch let failure as CommandFailure where leftOut.contains(failure.message) {
                throw ExitCode(failure.code.rawValue)  // was said already
            }
        }
        let last = progress.current.flatMap { catalog.lesson($0) }
        let current = last.flatMap { progress[$0.id].isFinished ? nil : $0 }
        guard let lesson = current ?? catalog.first(unfinishedIn: progress) ?? catalog.lessons.first else {
            throw CommandFailure.noLessons(in: content.lessons.path, language)
        }
        return lesson
    }

    /// Opens a lesson, and others as the learner asks for them, until the prompt is left.
    mutating func learn(_ first: Lesson) throws {
        var lesson = first
        while true {
            let (end, session) = try run(JournalHeader(lesson), name: lesson.id, manifests: [])
            language = session.language
            progress = session.progress
            guard case .open(let next) = end, let following = catalog.lesson(next) else { return }
            lesson = following
        }
    }

    func play(_ header: JournalHeader, manifests: [(name: String, bytes: [UInt8])]) throws {
        _ = try run(header, name: "play", manifests: manifests)
    }

    /// The results of all checks of a lesson, as its journal has left the cluster.
    func results(of lesson: Lesson) throws -> [CheckResult] {
        let header = JournalHeader(lesson)
        let opened = JournalFile.open(state.journalFile(lesson.id), header: header, state: state)
        report(opened)
        var session = try newSession(header)
        session.replay(opened.journal.entries)
        return session.attempt?.allResults(in: session.view) ?? []
    }

    /// Runs one kubectl command in the free cluster, with the files that it names, and keeps it in the journal.
    func runOnce(_ arguments: [String]) throws -> Int32 {
        let header = freeClusterHeader()
        let opened = JournalFile.open(state.journalFile("play"), header: header, state: state)
        report(opened)
        let idle = state.timeSinceLastWrite(state.journalFile("play"))
        var session = try newSession(header)
        session.replay(opened.journal.entries)
        session.lab.host.settings = liveSettings(session)
        session.lab.host.settings.isInteractive = false
        session.lab.host.settings.pacing = .unattended
        session.lab.host.settings.edit = nil
        session.lab.host.settings.type = nil
        session.advance(to: session.now + min(max(idle, .zero), .seconds(86_400)))
        let folder = FileManager.default.currentDirectoryPath
        let line =
            "mkdir -p \(ShellWord.quoted(folder)) && cd \(ShellWord.quoted(folder)) && kubectl \(arguments.map(ShellWord.quoted).joined(separator: " "))"
        let call = try OutsideFiles.gather(arguments, folder: folder)
        let entry = JournalEntry(time: session.now, text: line + call.redirection, files: call.files)
        opened.file.append(entry)
        if let failure = opened.file.takeFailure() {
            Terminal.standard.writeError("kubebook: this command is not kept: \(failure)\n")
        }
        let turn = session.run(entry)
        Terminal.standard.write(Array(renderer.text(turn.page).utf8), to: .standardError)
        return session.lab.shell.status
    }

    /// The cluster of the journal that is there, or a new one like those of `play`.
    func freeClusterHeader() -> JournalHeader {
        let play = state.journalFile("play").path
        guard let data = FileManager.default.contents(atPath: play) else { return ClusterOptions.standard }
        return JournalFormat.read(Array(data)).journal?.header ?? ClusterOptions.standard
    }

    func setAsideFreeCluster() {
        let file = state.journalFile("play")
        guard FileManager.default.fileExists(atPath: file.path), state.setAside(file) != nil else { return }
        try? FileManager.default.removeItem(at: file)
    }
}

extension OpenBook {
    private func run(
        _ header: JournalHeader, name: String, manifests: [(name: String, bytes: [UInt8])]
    ) throws -> (ReplEnd, Session) {
        let opened = JournalFile.open(state.journalFile(name), header: header, state: state)
        report(opened)
        var session = try newSession(header)
        session.replay(opened.journal.entries)
        let editor = Editor(environment: ProcessInfo.processInfo.environment)
        session.lab.host.settings = liveSettings(session)
        // A script that is piped in has nobody who could edit.
        if isatty(0) != 0, isatty(1) != 0 {
            let keyboard = Keyboard(journal: opened.file, language: language)
            session.lab.host.settings.edit = { text in editor.edit(text) }
            session.lab.host.settings.type = { prompt in keyboard.type(prompt) }
        } else {
            session.lab.host.settings.edit = nil
            session.lab.host.settings.type = nil
        }
        var progress = session.progress
        progress.current = session.lesson?.id ?? progress.current
        session.setProgress(progress)
        var mirror = WorkspaceMirror(
            folder: state.workspace(name), path: Session.workFolder, isReadOnly: state.isReadOnly)
        mirror.begin(with: session.lab.host.files)
        var repl = Repl(
            session: session, journal: opened.file, mirror: mirror, state: state, renderer: renderer,
            reader: standardLineReader(
                terminalName: ProcessInfo.processInfo.environment["TERM"],
                historyPath: state.isReadOnly ? nil : state.historyFile.path), editor: editor)
        if !state.isReadOnly { repl.session.folderOnDisk = mirror.folder.path }
        repl.open(isContinued: !opened.journal.entries.isEmpty, manifests: manifests)
        let end = try repl.run()
        return (end, repl.session)
    }

    private func newSession(_ header: JournalHeader) throws -> Session {
        try Session(
            header,
            SessionSetup(
                catalog: catalog, images: content.images(), manifests: content.manifestTree(), language: language,
                progress: progress, settings: LabSettings(write: { _, _ in })))
    }

    /// The settings of a session that a person looks at.
    private func liveSettings(_ session: Session) -> LabSettings {
        InterruptFlag.install()
        var settings = session.lab.host.settings
        let recorder = session.outputRecorder
        settings.write = { bytes, stream in
            recorder.write(bytes, to: stream)
            Terminal.standard.write(bytes, to: stream)
            Terminal.standard.flush()
        }
        settings.isInteractive = true
        settings.pacing = .follow(sleep: { WallClock.sleep($0, unless: { InterruptFlag.isSet }) })
        return settings
    }

    private func report(_ opened: OpenedJournal) {
        if let damage = opened.damage {
            let kept = damage.kept.map { " (kept as \($0.path))" } ?? ""
            Terminal.standard.writeError(
                damage.isCutOff
                    ? "kubebook: the last line of the journal was cut off and is left out\(kept)\n"
                    : "kubebook: the journal is damaged from line \(damage.line) on; the rest was set aside\(kept)\n")
        } else if let replaced = opened.replaced {
            Terminal.standard.writeError(
                opened.journal.header.lesson.isEmpty
                    ? "kubebook: these options describe another cluster, so a new one begins; the journal of the old one is in \(replaced.path)\n"
                    : "kubebook: the lesson has changed since; the old journal is in \(replaced.path)\n")
        }
    }
}
