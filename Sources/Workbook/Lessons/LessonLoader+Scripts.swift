/// The scripts of a lesson's folder.
extension LessonLoader {
    func scripts(in path: String, steps: [LessonStep]) throws(LessonError) -> LessonScripts {
        var scripts = LessonScripts()
        scripts.solution = try solution("\(path)/solution.sh", steps: steps)
        scripts.alternatives = try named(in: path, folder: "alternatives", suffix: ".sh")
        scripts.start = try named(in: path, folder: "start", suffix: ".yaml")
        for script in try named(in: path, folder: "wrong", suffix: ".sh") {
            scripts.wrong.append(try wrong(script, path: path, steps: steps))
        }
        return scripts
    }

    private func solution(_ file: String, steps: [LessonStep]) throws(LessonError) -> SolutionScript {
        let solution = SolutionScript(try text(file))
        let ids = steps.map(\.id)
        for part in solution.parts where !ids.contains(part.step) {
            let nearest = nearestName(to: part.step, among: ids)
            throw LessonError(file: file, line: part.line, problem: .solutionOfUnknownStep(part.step, nearest: nearest))
        }
        if let missing = ids.first(where: { solution.part($0) == nil }) {
            throw LessonError(file: file, problem: .solutionWithoutStep(missing))
        }
        return solution
    }

    private func named(in path: String, folder: String, suffix: String) throws(LessonError) -> [NamedScript] {
        guard exists("\(path)/\(folder)") else { return [] }
        var scripts: [NamedScript] = []
        for name in try list("\(path)/\(folder)") where name.hasSuffix(suffix) {
            scripts.append(NamedScript(name: "\(folder)/\(name)", text: try text("\(path)/\(folder)/\(name)")))
        }
        return scripts
    }

    private func wrong(_ script: NamedScript, path: String, steps: [LessonStep]) throws(LessonError) -> WrongScript {
        var fails: (id: String, line: Int)?
        var mistake: (id: String, line: Int)?
        for (index, line) in script.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if let id = scriptNote("fails", in: line) { fails = (id, index + 1) }
            if let id = scriptNote("mistake", in: line) { mistake = (id, index + 1) }
        }
        let file = "\(path)/\(script.name)"
        guard let fails else { throw LessonError(file: file, problem: .wrongScriptWithoutCheck) }
        let checks = steps.flatMap { $0.checks.map(\.id) }
        guard checks.contains(fails.id) else {
            let nearest = nearestName(to: fails.id, among: checks)
            throw LessonError(file: file, line: fails.line, problem: .unknownCheck(fails.id, nearest: nearest))
        }
        let sections = steps.flatMap { $0.mistakes.map(\.section) }
        if let mistake, !sections.contains(mistake.id) {
            let nearest = nearestName(to: mistake.id, among: sections)
            throw LessonError(file: file, line: mistake.line, problem: .unknownSection(mistake.id, nearest: nearest))
        }
        return WrongScript(name: script.name, text: script.text, failingCheck: fails.id, mistake: mistake?.id)
    }
}
