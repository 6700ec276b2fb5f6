package import KubeModel
import Kubectl
import Shell
import Simulation

/// A learner at work: the lab, how far the lesson has come, and what can be undone.
///
/// A session is made again from its journal by running the same lines at the same simulated times.
package struct Session: Sendable {
    /// What undo brings back.
    struct Moment: Sendable {
        var lab: Lab
        var attempt: LessonAttempt?
        var text: String
    }

    package var lab: Lab
    /// `nil` in a free cluster.
    package internal(set) var attempt: LessonAttempt?
    package var language: Language
    /// All lessons, for `lessons` and `next`.
    package let catalog: LessonCatalog
    package internal(set) var progress: Progress
    var beginning: Moment
    var undone: [Moment] = []
    var past: [Moment] = []
    package internal(set) var typed: [String] = []
    /// What the checks of the step in hand gave at the last look.
    var lastResults: [CheckResult] = []
    /// The known mistakes of the step in hand that were told, so that they are not told after every command.
    var toldMistakes: [String] = []
    /// Where the learner's files lie on the disk; `nil` when they are nowhere but in the session.
    package var folderOnDisk: String?
    /// What the lab prints while a command runs.
    let recorder: OutputRecorder

    package init(
        lab: Lab, attempt: LessonAttempt?, language: Language, catalog: LessonCatalog, progress: Progress,
        recorder: OutputRecorder
    ) {
        self.lab = lab
        self.attempt = attempt
        self.language = language
        self.catalog = catalog
        self.progress = progress
        self.recorder = recorder
        beginning = Moment(lab: lab, attempt: attempt, text: "")
    }
}

/// What came of one line.
package struct Turn: Sendable {
    /// The workbook's own words, below what the command printed.
    package var page = Page()
    package var request = Request.stay
    /// Why the command was stopped, in words that do not speak of undo.
    package var exceeded: String?

    /// What the one who runs the session must do.
    package enum Request: Hashable, Sendable {
        case stay
        case quit
        case open(lesson: String)
    }
}

extension Session {
    /// More steps back are forgotten.
    static let undoMax = 100

    package var lesson: Lesson? { attempt?.lesson }
    package var now: Instant { lab.now }
    package var namespace: String { lab.host.configuration.namespace }

    /// The cluster as checks see it: patterns without a namespace mean the lesson's own.
    package var view: LabCluster {
        LabCluster(lab.host.cluster, namespace: lesson?.cluster.namespace ?? namespace)
    }

    /// Lets the simulated clock catch up with a moment; never back.
    package mutating func advance(to time: Instant) {
        guard time > now else { return }
        lab.host.cluster.run(until: time)
        let view = view
        attempt?.observe(view)
    }

    /// Runs one line, or several that belong together, at the present simulated time.
    package mutating func run(_ text: String) -> Turn {
        let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        guard let first = words.first else { return Turn(page: look()) }
        typed.append(text)
        if let command = WorkbookCommand.named(first), command.accepts(Array(words.dropFirst())) {
            return command.run(&self, Array(words.dropFirst()))
        }
        if let refusal = misuse(of: words) { return Turn(page: .text(refusal, .waiting)) }
        remember(text)
        return runInShell(BareVerb.completed(text))
    }

    /// What is said about a word of the workbook with words that it does not take; `nil` when they are meant for others.
    private func misuse(of words: [String]) -> String? {
        guard let command = WorkbookCommand.named(words[0]), !lab.shell.commandNames.contains(words[0]),
            !Kubectl.verbs.contains(words[0])
        else { return nil }
        return language.choose(
            "\(command.name) stands alone on its line, without \"\(words[1...].joined(separator: " "))\".",
            "\(command.name) は 1 行に単独で入力します（\"\(words[1...].joined(separator: " "))\" は付けられません）。")
    }

    private mutating func runInShell(_ text: String) -> Turn {
        recorder.clear()
        lab.host.hasFollowed = false
        let result = lab.run(text + "\n")
        var turn = Turn()
        var code: Int32 = 1
        switch result {
        case .finished(let status): code = status
        case .needsInput: break
        case .exceeded, .limitExceeded:
            turn.exceeded = LabWords.reason(of: result, language)
            turn.page.add(LabWords.text(of: result, language), .bad)
        }
        turn.page.add(help(exitCode: code))
        lab.host.lastProblem = nil
        lab.host.lastManifests = []
        lab.host.exceeded = nil
        if lab.shell.hasExited {
            turn.request = turn.exceeded == nil ? .quit : .stay
            lab.shell = past.last?.lab.shell ?? beginning.lab.shell
        }
        attempt?.record(CommandRecord(text: text, output: recorder.text, exitCode: code))
        turn.page.add(look())
        return turn
    }

    /// Runs the checks and says what has become true since the last look.
    mutating func look() -> Page {
        guard var attempt else { return Page() }
        let before = attempt.stepIndex
        let known = lastResults
        let report = attempt.check(view, patience: .none)
        self.attempt = attempt
        progress.note(attempt)
        lastResults = report.results
        let toldBefore = before == attempt.stepIndex ? toldMistakes : []
        toldMistakes = report.mistakes
        let isLast = catalog.lesson(after: attempt.lesson.id) == nil
        return StepNews(lesson: attempt.lesson, language: language, isLastLesson: isLast).page(
            from: before, to: attempt.stepIndex, report: report, known: known, told: toldBefore)
    }

    /// A line of help below what a command has said itself.
    private func help(exitCode: Int32) -> Page {
        let report = ManifestReport(
            manifests: lab.host.lastManifests, problem: lab.host.lastProblem, output: recorder.text, exitCode: exitCode)
        if let help = ManifestHelp(report) { return .text(help.text(language), .waiting) }
        if exitCode == 127,
            let help = CommandHelp(
                recorder.text, known: commandNames, own: WorkbookCommand.all.map(\.name), folder: folderOnDisk)
        {
            return .text(help.text(language), .waiting)
        }
        return Page()
    }

    /// Every word that can begin a line.
    package var commandNames: [String] {
        let words = ["kubectl", "k"] + Kubectl.verbs + WorkbookCommand.all.map(\.name) + lab.shell.commandNames
        return Set(words).sorted()
    }

    mutating func remember(_ text: String) {
        past.append(Moment(lab: lab, attempt: attempt, text: text))
        if past.count > Self.undoMax { past.removeFirst() }
        undone = []
    }

    mutating func restore(_ moment: Moment) {
        let settings = lab.host.settings
        lab = moment.lab
        lab.host.settings = settings
        attempt = moment.attempt
        lastResults = []
        toldMistakes = []
    }
}
