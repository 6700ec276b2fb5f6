package import Documents
package import Shell

/// What is wrong with a lesson, and where: a program that meets it ends with code 3.
package struct LessonError: Error, Hashable, Sendable {
    /// The path of the file, as it was opened.
    package let file: String
    /// Lines and columns count from 1.
    package let line: Int
    package let column: Int
    package let problem: LessonProblem

    package init(file: String, line: Int = 1, column: Int = 1, problem: LessonProblem) {
        self.file = file
        self.line = line
        self.column = column
        self.problem = problem
    }
}

extension LessonError {
    /// Nothing is wrong with any lesson: there is none of that name.
    package var isUnknownLesson: Bool {
        if case .unknownLesson = problem { true } else { false }
    }
}

package enum LessonProblem: Hashable, Sendable {
    case unreadable(FileError)
    case tooLarge(limitBytes: Int)
    case notUTF8
    case notYAML(DocumentError)
    case notOneDocument(count: Int)
    case repeatedKey(String)
    case unknownKey(String, nearest: String?, allowed: [String])
    case missingKey(String)
    /// `wanted` is a shape: `a list`, `a number`.
    case wrongShape(key: String, wanted: Shape)
    case notOneOf(key: String, value: String, nearest: String?, allowed: [String])
    case badIdentifier(String)
    case repeatedId(String)
    /// Another lesson, in this folder, has the id.
    case lessonTwice(String, folder: String)
    case empty(key: String)
    /// A check has no kind, or more than one.
    case notOneCheckKind([String])
    case unknownNeed(String, nearest: String?)
    case optionForOtherKind(option: String, kind: String)
    case unknownKind(String, nearest: String?)
    case unknownField(String, kind: String, nearest: String?)
    case badPattern(PatternError)
    case unknownSection(String, nearest: String?)
    case unknownLesson(String, nearest: String?)
    case textWithoutTitle
    case headingWithoutId(String)
    case openFence
    case missingText(Language)
    case unusedSection(String)
    case solutionWithoutStep(String)
    case solutionOfUnknownStep(String, nearest: String?)
    case wrongScriptWithoutCheck
    case unknownCheck(String, nearest: String?)
    case unknownFile(String)

    package enum Shape: Hashable, Sendable { case object, list, text, number, duration, instant, flag }
}
