import Foundation
import KubeModel
import LineEditing
import Shell
import Workbook

/// The prompt: reads lines, runs them in the session, writes the journal, and lets the clock on the wall move the cluster.
struct Repl {
    var session: Session
    var journal: JournalFile
    var mirror: WorkspaceMirror
    let state: StateFolder
    let renderer: PageRenderer
    private var reader: any LineReader
    private let editor: Editor
    /// False after the disk has refused it; that is said once.
    private var keepsProgress = true
    private var clock: WallClock

    init(
        session: Session, journal: JournalFile, mirror: WorkspaceMirror, state: StateFolder, renderer: PageRenderer,
        reader: any LineReader, editor: Editor
    ) {
        self.session = session
        self.journal = journal
        self.mirror = mirror
        self.state = state
        self.renderer = renderer
        self.reader = reader
        self.editor = editor
        clock = WallClock(at: session.now)
    }
}

/// Why the prompt was left.
enum ReplEnd: Hashable {
    case quit
    case open(lesson: String)
}

extension Repl {
    mutating func run() throws -> ReplEnd {
        while true {
            let input: LineInput
            do {
                input = try readCommand()
            } catch let error as LineError {
                show(.text(LineWords.text(of: error, session.language), .bad))
                continue
            }
            switch input {
            case .endOfInput: return .quit
            case .interrupted: continue
            case .line(let text):
                switch perform(text) {
                case .stay: continue
                case .quit: return .quit
                case .open(let lesson): return .open(lesson: lesson)
                }
            }
        }
    }

    /// One command with its continuation lines and here-documents.
    private mutating func readCommand() throws -> LineInput {
        var text = ""
        while true {
            let prompt =
                text.isEmpty ? PromptText.main(session, isColoured: renderer.isColoured) : PromptText.continuation
            let view = Completer(session)
            let input = try reader.readLine(prompt: prompt) { line, cursor in view.complete(line, cursor) }
            guard case .line(let line) = input else {
                if input == .endOfInput, !text.isEmpty { return .line(text) }
                return input
            }
            text += text.isEmpty ? line : "\n" + line
            guard text.utf8.count <= ScriptFile.bytesMax else {
                throw LineError.tooLong(line: 1, limitBytes: ScriptFile.bytesMax)
            }
            guard case .incomplete = Shell.parse(text) else { return .line(text) }
        }
    }

    private mutating func perform(_ text: String) -> Turn.Request {
        guard !text.allSatisfy(\.isWhitespace) else {
            lookAgain()
            return .stay
        }
        _ = InterruptFlag.take()
        let files = mirror.takeIn(&session.lab.host.files)
        session.advance(to: clock.now)
        let entry = JournalEntry(time: session.now, text: text, files: files)
        journal.append(entry)
        warnAboutJournal()
        let turn = session.run(entry)
        var aftermath = Aftermath(edits: editor.takeResults(), hasFollowed: session.lab.host.hasFollowed)
        if InterruptFlag.take() {
            aftermath.interruption = Interruption(time: session.now, turn: session.lab.turns)
            Terminal.standard.write("\n")  // the terminal itself has shown ^C
        }
        for mark in aftermath.entries(at: session.now) { journal.append(mark) }
        clock.set(to: session.now)
        mirror.putOut(session.lab.host.files)
        show(turn.page)
        saveProgress()
        return turn.request
    }

    /// An empty line asks what has come true by itself; only then is it a line of the journal.
    private mutating func lookAgain() {
        session.advance(to: clock.now)
        var looked = session
        let entry = JournalEntry(time: session.now, text: "")
        let page = looked.run(entry).page
        guard !page.isEmpty else { return }
        journal.append(entry)
        warnAboutJournal()
        session = looked
        show(page)
        saveProgress()
    }

    private mutating func warnAboutJournal() {
        guard let failure = journal.takeFailure() else { return }
        show(
            .text(
                session.language == .japanese
                    ? "これから先の操作は保存されません: \(failure)" : "What you do from here on is not kept: \(failure)", .bad))
    }

    private mutating func saveProgress() {
        guard !state.isReadOnly, keepsProgress else { return }
        do {
            try state.save(session.progress)
        } catch {
            keepsProgress = false
            Terminal.standard.writeError("kubebook: progress is not kept: \((error as NSError).localizedDescription)\n")
        }
    }

    func show(_ page: Page) {
        Terminal.standard.write(renderer.text(page))
        Terminal.standard.flush()
    }
}

/// What stands before the line: the lesson, its step, and the namespace.
enum PromptText {
    static let continuation = Prompt.plain("> ")

    static func main(_ session: Session, isColoured: Bool) -> Prompt {
        var parts: [Prompt.Part] = []
        if let attempt = session.attempt {
            let step = attempt.isFinished ? "✔" : "\(attempt.stepIndex + 1)/\(attempt.lesson.steps.count)"
            parts.append(Prompt.Part("\(attempt.lesson.id) \(step) ", .green))
        }
        parts.append(Prompt.Part(session.namespace, .cyan))
        parts.append(Prompt.Part(" $ "))
        return Prompt(parts, isColoured: isColoured)
    }
}

/// What is said about a line that cannot be read.
enum LineWords {
    static func text(of error: LineError, _ language: Language) -> String {
        switch error {
        case .tooLong(let line, let limit):
            language == .japanese
                ? "\(line) 行目が長すぎます（上限は \(limit >> 20) MiB）。読み飛ばしました。"
                : "Line \(line) is longer than \(limit >> 20) MiB; it was skipped."
        case .notUTF8(let line):
            language == .japanese
                ? "\(line) 行目は UTF-8 ではありません。読み飛ばしました。" : "Line \(line) is not UTF-8 text; it was skipped."
        case .system(let code):
            language == .japanese ? "入力を読めません（errno \(code)）。" : "The input cannot be read (errno \(code))."
        }
    }
}

extension Repl {
    /// Where the files are, and how to get help.
    private var orientation: Page {
        var page = Page.text("")
        let help =
            session.language == .japanese
            ? "help で使えるコマンドの一覧、hint でヒント、Ctrl-D で終了します（続きはいつでも再開できます）。"
            : "help lists every command, hint helps on, Ctrl-D leaves; everything is kept."
        page.add(help, .dim)
        guard !mirror.isReadOnly else { return page }
        let files =
            session.language == .japanese
            ? "ファイルは \(mirror.folder.path) にあります。好きなエディターで編集できます。"
            : "Your files lie in \(mirror.folder.path); change them with any editor."
        page.add(files, .dim)
        return page
    }

    /// The first words of a session, and the manifests that it begins with.
    mutating func open(isContinued: Bool, manifests: [(name: String, bytes: [UInt8])]) {
        if session.attempt != nil {
            if !isContinued { show(session.introduction) }
            show(session.goal)
            show(orientation)
        } else if !isContinued {
            show(
                .text(
                    session.language == .japanese
                        ? "自由に使えるクラスターです。help で使い方、lessons でレッスンが見られます。"
                        : "A free cluster. Type help for what there is, lessons for the lessons.", .dim))
        }
        warnAboutJournal()
        for manifest in manifests {
            session.lab.host.files.apply(
                JournalEntry.FileChange(path: "\(Session.workFolder)/\(manifest.name)", content: manifest.bytes))
            _ = perform("kubectl apply -f \(manifest.name)")
        }
    }
}
