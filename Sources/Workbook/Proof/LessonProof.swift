/// Proves a lesson: that it cannot be passed by doing nothing or less than its solution, and can be by what it says.
package struct LessonProof: Sendable {
    package let lesson: Lesson
    /// Where links of the texts may point to: whether there is a file at a path seen from the lesson's folder.
    private let hasFile: @Sendable (_ path: String) -> Bool
    private let run: @Sendable (_ script: String) -> ScriptRun

    /// - Parameter run: Runs a script in a fresh cluster of the lesson.
    package init(
        lesson: Lesson, hasFile: @escaping @Sendable (_ path: String) -> Bool,
        run: @escaping @Sendable (_ script: String) -> ScriptRun
    ) {
        self.lesson = lesson
        self.hasFile = hasFile
        self.run = run
    }
}

/// One thing that was proved, or was not.
package struct ProofResult: Hashable, Sendable {
    package let claim: ProofClaim
    /// `nil` when the claim holds.
    package let refutation: ProofRefutation?

    package init(claim: ProofClaim, refutation: ProofRefutation?) {
        self.claim = claim
        self.refutation = refutation
    }

    package var holds: Bool { refutation == nil }
}

package enum ProofClaim: Hashable, Sendable {
    case startFails
    case solutionPasses
    case alternativePasses(String)
    case wrongScriptFails(String)
    case stepIsNeeded(String)
    case linksResolve(Language)
    case transcriptIsTrue(Language, section: String, line: Int)
    case hasHints(step: String)
}

package enum ProofRefutation: Hashable, Sendable {
    case passedUnexpectedly
    case failed(CheckResult)
    case stopped(String)
    case failedElsewhere(expected: String, found: [String])
    case mistakeNotRecognised(String, found: [String])
    case brokenLink(String, line: Int)
    case otherOutput(command: String, expected: [String], found: [String])
    case commandNotRun(String)
    case fewHints(count: Int)
}

extension LessonProof {
    package func results() -> [ProofResult] {
        [ProofResult(claim: .startFails, refutation: mustFail(run("")))]
            + [ProofResult(claim: .solutionPasses, refutation: mustPass(run(lesson.scripts.solution.text)))]
            + lesson.scripts.alternatives.map {
                ProofResult(claim: .alternativePasses($0.name), refutation: mustPass(run($0.text)))
            }
            + lesson.scripts.wrong.map {
                ProofResult(claim: .wrongScriptFails($0.name), refutation: mustFailRightly($0))
            }
            + lesson.steps.map { step in
                let script = lesson.scripts.solution.text(without: step.id)
                return ProofResult(
                    claim: .stepIsNeeded(step.id), refutation: run(script).hasPassed ? .passedUnexpectedly : nil)
            }
            + lesson.steps.map { step in
                let refutation: ProofRefutation? = step.hints.count < 3 ? .fewHints(count: step.hints.count) : nil
                return ProofResult(claim: .hasHints(step: step.id), refutation: refutation)
            }
            + lesson.texts.flatMap { links(in: $0) + transcripts(in: $0) }
    }

    private func mustPass(_ run: ScriptRun) -> ProofRefutation? {
        if let problem = run.problem { return .stopped(problem) }
        guard !run.hasPassed else { return nil }
        return run.firstMiss.map(ProofRefutation.failed) ?? .stopped("no checks")
    }

    private func mustFail(_ run: ScriptRun) -> ProofRefutation? {
        if let problem = run.problem { return .stopped(problem) }
        return run.hasPassed ? .passedUnexpectedly : nil
    }

    private func mustFailRightly(_ script: WrongScript) -> ProofRefutation? {
        let run = run(script.text)
        if let refutation = mustFail(run) { return refutation }
        let failed = run.results.filter { if case .failed = $0.outcome { true } else { false } }.map(\.check)
        guard failed.first == script.failingCheck else {
            return .failedElsewhere(expected: script.failingCheck, found: failed)
        }
        if let mistake = script.mistake, !run.mistakes.contains(mistake) {
            return .mistakeNotRecognised(mistake, found: run.mistakes)
        }
        return nil
    }
}

// MARK: - Texts

extension LessonProof {
    private func links(in text: LessonText) -> [ProofResult] {
        let parts = [(text.introduction, 1)] + text.sections.map { ($0.body, $0.line) }
        for (body, line) in parts {
            for link in MarkdownLinks.targets(in: body) where !isSound(link, in: text) {
                return [ProofResult(claim: .linksResolve(text.language), refutation: .brokenLink(link, line: line))]
            }
        }
        return [ProofResult(claim: .linksResolve(text.language), refutation: nil)]
    }

    /// Addresses in the network are not asked for; they only must be complete.
    private func isSound(_ link: String, in text: LessonText) -> Bool {
        if link.hasPrefix("#") { return text.section(String(link.dropFirst())) != nil }
        if link.contains("://") { return link.hasPrefix("https://") && link.count > "https://".count }
        return hasFile(String(link.prefix { $0 != "#" }))
    }

    /// The blocks of a step's section are typed where the step begins, or with `after` where it is done.
    private func transcripts(in text: LessonText) -> [ProofResult] {
        lesson.steps.flatMap { step -> [ProofResult] in
            guard let section = text.section(step.id) else { return [] }
            return TranscriptBlock.blocks(in: section).map { block in
                let claim = ProofClaim.transcriptIsTrue(text.language, section: step.id, line: block.line)
                let before = lesson.scripts.solution.text(before: step.id, including: block.isAfter)
                return ProofResult(claim: claim, refutation: check(block, after: before))
            }
        }
    }

    private func check(_ block: TranscriptBlock, after script: String) -> ProofRefutation? {
        let commands = block.transcript.commands
        let run = run(script + "\n" + commands.map { $0.text + "\n" }.joined())
        guard run.commands.count >= commands.count else { return .commandNotRun(commands.first?.text ?? "") }
        let normalizer = TranscriptNormalizer()
        for (expected, found) in zip(commands, run.commands.suffix(commands.count)) {
            let wanted = normalizer.normalized(expected.output)
            let got = normalizer.normalized(Transcript.lines(of: found.output))
            if wanted != got || expected.exitCode != found.exitCode {
                return .otherOutput(command: expected.text, expected: wanted, found: got)
            }
        }
        return nil
    }
}
