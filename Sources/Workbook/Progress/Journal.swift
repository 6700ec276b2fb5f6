package import KubeModel

/// Everything a learner did in a lesson or a free cluster, from which the state is made again by doing it again.
package struct Journal: Hashable, Sendable {
    package let header: JournalHeader
    package var entries: [JournalEntry]

    package init(header: JournalHeader, entries: [JournalEntry] = []) {
        self.header = header
        self.entries = entries
    }
}

/// What must be the same so that the same commands give the same cluster.
package struct JournalHeader: Hashable, Sendable {
    /// Empty for a free cluster.
    package var lesson: String
    package var profile: ClusterProfile
    package var nodes: Int
    package var seed: UInt64
    package var start: Instant

    package init(lesson: String, profile: ClusterProfile, nodes: Int, seed: UInt64, start: Instant) {
        self.lesson = lesson
        self.profile = profile
        self.nodes = nodes
        self.seed = seed
        self.start = start
    }

    package init(_ lesson: Lesson) {
        self.init(
            lesson: lesson.id, profile: lesson.cluster.profile, nodes: lesson.cluster.nodes, seed: lesson.cluster.seed,
            start: lesson.cluster.start)
    }
}

/// One line that was typed.
package struct JournalEntry: Hashable, Sendable {
    /// The simulated time at which it began.
    package var time: Instant
    /// The command with its continuation lines and here-documents, or a word of the workbook such as `undo`.
    package var text: String
    /// Files that someone else changed before it, as an editor does; in the order of their paths.
    package var files: [FileChange]

    package struct FileChange: Hashable, Sendable {
        package var path: String
        /// `nil` when the file was removed.
        package var content: [UInt8]?

        package init(path: String, content: [UInt8]?) {
            self.path = path
            self.content = content
        }
    }

    package init(time: Instant, text: String, files: [FileChange] = []) {
        self.time = time
        self.text = text
        self.files = files
    }
}
