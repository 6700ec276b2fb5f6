/// All lessons, in the order of their folders.
package struct LessonCatalog: Sendable {
    package let lessons: [Lesson]

    package init(_ lessons: [Lesson]) {
        self.lessons = lessons
    }
}

extension LessonCatalog {
    /// By id, by folder, or by number.
    package func lesson(_ name: String) -> Lesson? {
        if let number = Int(name), lessons.indices.contains(number - 1) { return lessons[number - 1] }
        return lessons.first { $0.id == name || $0.folder == name }
    }

    package func lesson(after id: String) -> Lesson? {
        guard let index = lessons.firstIndex(where: { $0.id == id }), index + 1 < lessons.count else { return nil }
        return lessons[index + 1]
    }

    /// The id that was probably meant.
    package func nearest(to name: String) -> String? {
        nearestName(to: name, among: lessons.map(\.id))
    }

    /// The first lesson that is not finished.
    package func first(unfinishedIn progress: Progress) -> Lesson? {
        lessons.first { !progress[$0.id].isFinished }
    }
}
