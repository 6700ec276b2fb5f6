package import Documents

/// Progress as a small JSON file:
///
///     {"version": 1, "current": "backend-app", "lessons": {"nginx-pod": {"finished": true, "steps": ["apply"], ...}}}
extension Progress {
    static let version: Int64 = 1

    package enum ReadingError: Error, Hashable, Sendable {
        case notJSON(DocumentError)
        /// Another program's file, or one of a later version.
        case foreign
    }

    package init(json bytes: [UInt8]) throws(ReadingError) {
        let value: Value
        do throws(DocumentError) {
            value = try JSON.parse(bytes)
        } catch {
            throw .notJSON(error)
        }
        guard value["version"]?.integer == Self.version, let lessons = value["lessons"]?.object else { throw .foreign }
        self.init()
        current = value["current"]?.string
        for (id, lesson) in lessons { self[id] = LessonProgress(lesson) }
    }

    package var json: String {
        let lessons = Object(self.lessons.map { id, progress in (id, progress.value) })
        var object: Object = ["version": .integer(Self.version), "lessons": .object(lessons)]
        object["current"] = current.map(Value.string)
        return JSON.encode(.object(object), style: .indented(2)) + "\n"
    }
}

extension LessonProgress {
    init(_ value: Value) {
        self.init()
        func strings(_ key: String) -> [String] { value[key]?.array?.compactMap(\.string) ?? [] }
        finishedSteps = strings("steps")
        passedChecks = strings("checks")
        solutionsShown = strings("solutions")
        isFinished = value["finished"]?.bool ?? false
        for (step, count) in value["hints"]?.object ?? Object() { hints[step] = count.int }
    }

    var value: Value {
        [
            "steps": Value(finishedSteps), "checks": Value(passedChecks), "solutions": Value(solutionsShown),
            "finished": .bool(isFinished), "hints": .object(Object(hints.map { ($0, Value($1)) })),
        ]
    }
}
