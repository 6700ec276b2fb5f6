import Documents
import KubeModel

/// A journal as a file: one JSON object a line, each with a checksum over itself and everything before it.
///
///     {"kubebook":1,"lesson":"nginx-pod",...,"sum":"0f3c..."}
///     {"at":"2023-07-04T13:37:00.100000Z","run":"kubectl get pods","sum":"91ab..."}
///
/// Lines are only appended. Because every checksum builds on the one before, a line that was cut off, changed, put in or
/// taken out is found, and everything from there on is set aside rather than believed or lost.
package struct JournalFormat: Hashable, Sendable {
    /// The checksum of the lines so far.
    private var sum = Checksum()

    package init() {}
}

/// What a file held.
package struct JournalReading: Sendable {
    /// `nil` when not even the first line is sound.
    package var journal: Journal?
    /// Continues the sound lines.
    package var format: JournalFormat
    /// How many bytes of the file are sound.
    package var soundBytes: Int
    package var damage: JournalDamage?
}

/// Why a part of a journal is set aside.
package struct JournalDamage: Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
        /// The last line has no end: the program was stopped while it wrote.
        case cutOff
        /// A line that is no line of a journal.
        case foreign
        /// A line that was changed, or that does not follow the one before.
        case changed
    }

    /// The first line that is set aside, from 1.
    package var line: Int
    package var reason: Reason

    package init(line: Int, reason: Reason) {
        self.line = line
        self.reason = reason
    }
}

extension JournalFormat {
    static let version: Int64 = 1

    /// The first line of a file, with its end.
    package mutating func line(_ header: JournalHeader) -> String {
        sealed([
            "kubebook": .integer(Self.version), "lesson": .string(header.lesson),
            "profile": .string(header.profile.rawValue), "nodes": Value(header.nodes),
            "seed": .string(String(header.seed)), "start": .string(header.start.rfc3339Micro),
        ])
    }

    /// A further line, with its end.
    package mutating func line(_ entry: JournalEntry) -> String {
        var object: Object = ["at": .string(entry.time.rfc3339Micro), "run": .string(entry.text)]
        if !entry.files.isEmpty {
            object["files"] = .array(
                entry.files.map { file in
                    ["path": .string(file.path), "content": file.content.map { .string(Base64.encode($0)) } ?? .null]
                })
        }
        return sealed(object)
    }

    /// A whole journal as the text of a file.
    package static func text(_ journal: Journal) -> String {
        var format = JournalFormat()
        return format.line(journal.header) + journal.entries.map { format.line($0) }.joined()
    }

    private mutating func sealed(_ object: Object) -> String {
        var object = object
        sum.add(JSON.encodeBytes(.object(object)))
        object["sum"] = .string(sum.text)
        return JSON.encode(.object(object)) + "\n"
    }
}

extension JournalFormat {
    /// Longer lines are no lines of a journal.
    private static let lineLimitBytes = 16 * 1_048_576

    /// Reads as much of a file as is sound.
    package static func read(_ bytes: [UInt8]) -> JournalReading {
        var reading = JournalReading(journal: nil, format: JournalFormat(), soundBytes: 0)
        var start = 0
        var number = 1
        while start < bytes.count {
            guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) else {
                reading.damage = JournalDamage(line: number, reason: .cutOff)
                return reading
            }
            if let reason = reading.take(bytes[start..<end]) {
                reading.damage = JournalDamage(line: number, reason: reason)
                return reading
            }
            start = end + 1
            reading.soundBytes = start
            number += 1
        }
        return reading
    }

    fileprivate mutating func opened(_ line: ArraySlice<UInt8>) -> Result<Object, JournalLineError> {
        guard line.count <= Self.lineLimitBytes else { return .failure(.foreign) }
        let value: Value
        do throws(DocumentError) {
            value = try JSON.parse(Array(line))
        } catch {
            return .failure(.foreign)
        }
        guard case .object(var object) = value, let claimed = object["sum"]?.string else { return .failure(.foreign) }
        object["sum"] = nil
        var next = sum
        next.add(JSON.encodeBytes(.object(object)))
        guard next.text == claimed else { return .failure(.changed) }
        sum = next
        return .success(object)
    }
}

/// Why a line is not taken.
private enum JournalLineError: Error { case foreign, changed }

extension JournalReading {
    /// Takes a line, or says why not.
    fileprivate mutating func take(_ line: ArraySlice<UInt8>) -> JournalDamage.Reason? {
        switch format.opened(line) {
        case .failure(.foreign): return .foreign
        case .failure(.changed): return .changed
        case .success(let object):
            if journal != nil {
                guard let entry = JournalEntry(object) else { return .foreign }
                journal?.entries.append(entry)
            } else {
                guard let header = JournalHeader(object) else { return .foreign }
                journal = Journal(header: header)
            }
            return nil
        }
    }
}

extension JournalHeader {
    fileprivate init?(_ object: Object) {
        guard object["kubebook"]?.integer == JournalFormat.version, let lesson = object["lesson"]?.string,
            let profile = object["profile"]?.string.flatMap(ClusterProfile.init), let nodes = object["nodes"]?.int,
            let seed = object["seed"]?.string.flatMap(UInt64.init),
            let start = object["start"]?.string.flatMap(Instant.init(rfc3339:)), (0...10_000).contains(nodes)
        else { return nil }
        self.init(lesson: lesson, profile: profile, nodes: nodes, seed: seed, start: start)
    }
}

extension JournalEntry {
    fileprivate init?(_ object: Object) {
        guard let time = object["at"]?.string.flatMap(Instant.init(rfc3339:)), let text = object["run"]?.string
        else { return nil }
        var files: [FileChange] = []
        for file in object["files"]?.array ?? [] {
            guard let path = file["path"]?.string, let content = file["content"] else { return nil }
            guard let encoded = content.string else {
                files.append(FileChange(path: path, content: nil))
                continue
            }
            guard let bytes = Base64.decode(encoded) else { return nil }
            files.append(FileChange(path: path, content: bytes))
        }
        self.init(time: time, text: text, files: files)
    }
}
