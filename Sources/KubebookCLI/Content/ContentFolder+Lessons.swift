import Foundation
import Shell
package import Workbook

extension ContentFolder {
    func loader() -> LessonLoader<DiskFileSystem> {
        LessonLoader(files: DiskFileSystem(), root: lessons.path, manifests: manifests.path)
    }

    /// All lessons; one that is broken is an error with its file, line and column.
    func catalog(_ language: Language = .english) throws -> LessonCatalog {
        do {
            return LessonCatalog(try loader().all())
        } catch {
            throw CommandFailure(code: .invalidLesson, message: error.message(language))
        }
    }

    /// The lessons that can be read, and what is wrong with the others: one broken lesson must not close the workbook.
    func soundCatalog(_ language: Language) throws -> (catalog: LessonCatalog, problems: [LessonError]) {
        do {
            let survey = try loader().survey()
            return (LessonCatalog(survey.sound), survey.problems)
        } catch {
            throw CommandFailure(code: .invalidLesson, message: error.message(language))
        }
    }

    /// One lesson, by name or number; the others may be broken.
    package func lesson(named name: String, _ language: Language = .english) throws -> Lesson {
        let loader = loader()
        do {
            if let number = Int(name) {
                let folders = try loader.folders()
                if folders.indices.contains(number - 1) { return try loader.lesson(inFolder: folders[number - 1]) }
            }
            return try loader.lesson(named: name)
        } catch {
            guard error.isUnknownLesson else {
                throw CommandFailure(code: .invalidLesson, message: error.message(language))
            }
            throw CommandFailure.unknownLesson(name, nearest: nearest(to: name), language)
        }
    }

    /// The lesson that was probably meant; none when the lessons cannot even be listed.
    private func nearest(to name: String) -> String? {
        (try? loader().folders()).flatMap { folders in
            nearestName(to: name, among: folders.map(LessonFolder.id(of:)))
        }
    }

    /// The notes' manifests, as the shell sees them below `/manifests`.
    func manifestTree() throws -> FileTree {
        var files = MemoryFileSystem(root: .folder())
        for name in try FileManager.default.contentsOfDirectory(atPath: manifests.path).sorted()
        where name.hasSuffix(".yaml") {
            guard let bytes = FileManager.default.contents(atPath: manifests.appending(path: name).path) else {
                continue
            }
            try files.write(Array(bytes), to: "/\(name)", append: false)
        }
        return files.tree(at: "/") ?? .folder()
    }
}
