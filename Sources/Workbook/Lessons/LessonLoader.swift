import Documents
package import Shell

package enum LessonFolder {
    /// The name of a lesson by that of its folder: `02-backend-app` is `backend-app`.
    package static func id(of folder: String) -> String {
        let parts = folder.split(separator: "-", maxSplits: 1)
        return parts.count == 2 && parts[0].allSatisfy(\.isNumber) ? String(parts[1]) : folder
    }
}

/// What came of reading all lessons.
package struct LessonSurvey: Sendable {
    /// In the order of their folders.
    package var sound: [Lesson] = []
    package var problems: [LessonError] = []
}

/// Reads lessons from their folders, strictly: whatever is not understood is an error with its place and its remedy.
package struct LessonLoader<Files: FileSystem> {
    private let files: Files
    /// The folder that holds the lessons' folders: `Lessons`.
    private let root: String
    /// The folder of the manifests that lessons lay out: `Manifests`.
    private let manifests: String

    package init(files: Files, root: String, manifests: String) {
        self.files = files
        self.root = root
        self.manifests = manifests
    }
}

extension LessonLoader {
    private static var limitBytes: Int { 1_048_576 }
    private static var lessonKeys: [String] { ["lesson", "requires", "cluster", "files", "points", "steps"] }

    /// The names of the lessons' folders, in their order.
    package func folders() throws(LessonError) -> [String] {
        let names = try list(root)
        return names.filter { files.status(of: "\(root)/\($0)/lesson.yaml") != nil }
    }

    /// All lessons, in the order of their folders; the first problem of any of them is thrown.
    package func all() throws(LessonError) -> [Lesson] {
        let survey = try survey()
        if let problem = survey.problems.first { throw problem }
        return survey.sound
    }

    /// The lessons that are sound, and what is wrong with the others; thrown is only that there are no folders at all.
    package func survey() throws(LessonError) -> LessonSurvey {
        let folders = try folders()
        var survey = LessonSurvey()
        for folder in folders {
            do throws(LessonError) {
                let lesson = try lesson(inFolder: folder)
                try checkIdentifier(of: lesson, among: survey.sound)
                survey.sound.append(lesson)
            } catch {
                survey.problems.append(error)
            }
        }
        let known = survey.sound.map(\.id) + folders.map(LessonFolder.id(of:))
        for lesson in survey.sound {
            do throws(LessonError) {
                try checkRequired(by: lesson, known: known)
            } catch {
                survey.sound.removeAll { $0.id == lesson.id }
                survey.problems.append(error)
            }
        }
        return survey
    }

    private func checkIdentifier(of lesson: Lesson, among others: [Lesson]) throws(LessonError) {
        guard let other = others.first(where: { $0.id == lesson.id }) else { return }
        let node = try node("\(root)/\(lesson.folder)/lesson.yaml")
        throw node.error(.lessonTwice(lesson.id, folder: other.folder), at: "lesson")
    }

    /// - Parameter known: The lessons that there are, also those that are broken: one fault is not told twice.
    private func checkRequired(by lesson: Lesson, known: [String]) throws(LessonError) {
        for required in lesson.requires where !known.contains(required) {
            let node = try node("\(root)/\(lesson.folder)/lesson.yaml")
            throw node.error(
                .unknownLesson(required, nearest: nearestName(to: required, among: known)), at: "requires")
        }
    }

    /// A lesson by its id, by the name of its folder, or by the number that the folder begins with.
    package func lesson(named name: String) throws(LessonError) -> Lesson {
        let folders = try folders()
        if let folder = folders.first(where: {
            $0 == name || LessonFolder.id(of: $0) == name || $0.hasPrefix(name + "-")
        }
        ) {
            return try lesson(inFolder: folder)
        }
        for folder in folders {
            let lesson = try lesson(inFolder: folder)
            if lesson.id == name { return lesson }
        }
        let nearest = nearestName(to: name, among: folders.map(LessonFolder.id(of:)))
        throw LessonError(file: root, problem: .unknownLesson(name, nearest: nearest))
    }

    package func lesson(inFolder folder: String) throws(LessonError) -> Lesson {
        let path = "\(root)/\(folder)"
        let node = try node("\(path)/lesson.yaml")
        _ = try node.members(Self.lessonKeys)
        let steps = try node.required("steps").steps()
        let lesson = Lesson(
            id: try node.required("lesson").identifier(), folder: folder,
            requires: try node.member("requires")?.identifiers() ?? [],
            cluster: try node.member("cluster")?.lessonCluster() ?? LessonCluster(),
            files: try manifestNames(node), points: try node.member("points")?.number(), steps: steps,
            texts: try texts(in: path), scripts: try scripts(in: path, steps: steps))
        try checkSections(of: lesson, node: node, path: path)
        return lesson
    }

    private func manifestNames(_ node: LessonNode) throws(LessonError) -> [String] {
        guard let list = node.member("files") else { return [] }
        var names: [String] = []
        for element in try list.elements() {
            let name = try element.string()
            let isPlain = !name.split(separator: "/").contains("..") && !name.hasPrefix("/")
            guard isPlain, files.status(of: "\(manifests)/\(name)")?.isDirectory == false else {
                throw element.error(.unknownFile("\(manifests)/\(name)"))
            }
            names.append(name)
        }
        return names
    }
}

// MARK: - Texts

extension LessonLoader {
    private func texts(in path: String) throws(LessonError) -> [LessonText] {
        var texts: [LessonText] = []
        for language in Language.allCases {
            let file = "\(path)/text.\(language.rawValue).md"
            guard files.status(of: file) != nil else { throw LessonError(file: file, problem: .missingText(language)) }
            let source = try text(file)
            do throws(LessonTextError) {
                texts.append(try LessonText(source, language: language))
            } catch {
                throw LessonError(file: file, line: error.line, problem: error.problem)
            }
        }
        return texts
    }

    /// Every section that the lesson speaks of is in every language, and every section is spoken of.
    private func checkSections(of lesson: Lesson, node: LessonNode, path: String) throws(LessonError) {
        let spoken = lesson.steps.flatMap { [$0.id] + $0.hints + $0.mistakes.map(\.section) }
        for text in lesson.texts {
            let file = "\(path)/text.\(text.language.rawValue).md"
            let ids = text.sections.map(\.id)
            if let missing = spoken.first(where: { !ids.contains($0) }) {
                let problem = LessonProblem.unknownSection(missing, nearest: nearestName(to: missing, among: ids))
                throw LessonError(file: file, line: max(1, text.sections.last?.line ?? 1), problem: problem)
            }
            if let unused = text.sections.first(where: { !spoken.contains($0.id) }) {
                throw LessonError(file: file, line: unused.line, problem: .unusedSection(unused.id))
            }
        }
    }
}

// MARK: - Files

extension LessonLoader {
    func node(_ file: String) throws(LessonError) -> LessonNode {
        let source = try text(file)
        let documents: [YAML.Document]
        do throws(DocumentError) {
            documents = try YAML.documents(in: source)
        } catch {
            throw LessonError(file: file, error)
        }
        guard let document = documents.first, documents.count == 1 else {
            throw LessonError(file: file, problem: .notOneDocument(count: documents.count))
        }
        if let repeated = document.duplicateKeys.first {
            throw LessonError(file: file, line: repeated.line, problem: .repeatedKey(repeated.key))
        }
        return LessonNode(file: file, document: document)
    }

    func text(_ file: String) throws(LessonError) -> String {
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try files.read(file)
        } catch {
            throw LessonError(file: file, problem: .unreadable(error))
        }
        guard bytes.count <= Self.limitBytes else {
            throw LessonError(file: file, problem: .tooLarge(limitBytes: Self.limitBytes))
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw LessonError(file: file, problem: .notUTF8)
        }
        return text
    }

    /// The names in a folder in their order; none when there is no such folder below a lesson.
    func list(_ folder: String) throws(LessonError) -> [String] {
        do throws(FileError) {
            return try files.list(folder)
        } catch {
            throw LessonError(file: folder, problem: .unreadable(error))
        }
    }

    func exists(_ path: String) -> Bool { files.status(of: path) != nil }
}

extension LessonError {
    /// A mistake in YAML, at the place that its reader knows.
    fileprivate init(file: String, _ error: DocumentError) {
        let problem = LessonProblem.notYAML(error)
        switch error {
        case .json(_, let position):
            self.init(file: file, line: position.line, column: position.column, problem: problem)
        case .yaml(.syntax(_, let line, let position)):
            self.init(file: file, line: position?.line ?? line ?? 1, column: position?.column ?? 1, problem: problem)
        case .yaml: self.init(file: file, problem: problem)
        }
    }
}
