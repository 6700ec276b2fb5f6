import Documents
import KubeModel

/// A value of a lesson file that knows where it stands, so that every complaint can point at it.
struct LessonNode {
    let file: String
    let value: Value
    private let document: YAML.Document
    private let path: [PathStep]

    init(file: String, document: YAML.Document) {
        self.file = file
        self.document = document
        value = document.value
        path = []
    }

    private init(_ parent: LessonNode, value: Value, step: PathStep) {
        file = parent.file
        document = parent.document
        path = parent.path + [step]
        self.value = value
    }
}

extension LessonNode {
    /// The last key on the way here.
    var key: String {
        for step in path.reversed() {
            if case .key(let key) = step { return key }
        }
        return ""
    }

    func error(_ problem: LessonProblem, at key: String? = nil) -> LessonError {
        let path = key.map { self.path + [.key($0)] } ?? self.path
        let position = document.position(of: path) ?? document.position(of: self.path)
        return LessonError(file: file, line: position?.line ?? 1, column: position?.column ?? 1, problem: problem)
    }

    /// The members of an object, which may have only these keys.
    func members(_ allowed: [String]) throws(LessonError) -> Object {
        let object = try object()
        for key in object.names where !allowed.contains(key) {
            throw error(.unknownKey(key, nearest: nearestName(to: key, among: allowed), allowed: allowed), at: key)
        }
        return object
    }

    func object() throws(LessonError) -> Object {
        guard case .object(let object) = value else { throw error(.wrongShape(key: key, wanted: .object)) }
        return object
    }

    /// A member, or `nil` when the object has none of this key.
    func member(_ key: String) -> LessonNode? {
        value[key].map { LessonNode(self, value: $0, step: .key(key)) }
    }

    func required(_ key: String) throws(LessonError) -> LessonNode {
        guard let node = member(key) else { throw error(.missingKey(key)) }
        return node
    }

    func elements() throws(LessonError) -> [LessonNode] {
        guard case .array(let values) = value else { throw error(.wrongShape(key: key, wanted: .list)) }
        return values.enumerated().map { LessonNode(self, value: $1, step: .index($0)) }
    }

    func string() throws(LessonError) -> String {
        guard case .string(let text) = value else { throw error(.wrongShape(key: key, wanted: .text)) }
        return text
    }

    func strings() throws(LessonError) -> [String] {
        var texts: [String] = []
        for element in try elements() { texts.append(try element.string()) }
        return texts
    }

    /// A stable name: small letters, digits and hyphens.
    func identifier() throws(LessonError) -> String {
        let text = try string()
        let isPlain = text.utf8.allSatisfy { byte in
            byte == UInt8(ascii: "-") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
        guard isPlain, !text.isEmpty, text.utf8.count <= 63 else { throw error(.badIdentifier(text)) }
        return text
    }

    func identifiers() throws(LessonError) -> [String] {
        var texts: [String] = []
        for element in try elements() { texts.append(try element.identifier()) }
        return texts
    }

    /// A number of at least zero and at most `limit`.
    func integer(upTo limit: Int64) throws(LessonError) -> Int64 {
        guard let number = value.integer, (0...limit).contains(number) else {
            throw error(.wrongShape(key: key, wanted: .number))
        }
        return number
    }

    func number() throws(LessonError) -> Double {
        guard let number = value.double, (0...1_000_000).contains(number) else {
            throw error(.wrongShape(key: key, wanted: .number))
        }
        return number
    }

    func flag() throws(LessonError) -> Bool {
        guard let flag = value.bool else { throw error(.wrongShape(key: key, wanted: .flag)) }
        return flag
    }

    func duration() throws(LessonError) -> Duration {
        guard let text = value.string, let duration = DurationText.parse(text) else {
            throw error(.wrongShape(key: key, wanted: .duration))
        }
        return duration
    }

    func instant() throws(LessonError) -> Instant {
        guard let text = value.string, let instant = Instant(rfc3339: text) else {
            throw error(.wrongShape(key: key, wanted: .instant))
        }
        return instant
    }

    func pattern() throws(LessonError) -> ScalarPattern {
        do throws(PatternError) {
            return try ScalarPattern(value)
        } catch {
            throw self.error(.badPattern(error))
        }
    }

    func textPattern() throws(LessonError) -> TextPattern {
        let text = try string()
        guard let pattern = TextPattern(text) else { throw error(.badPattern(.badExpression(text))) }
        return pattern
    }
}
