import Foundation
import Shell
package import Workbook

extension ContentFolder {
    func loader() -> LessonLoader<DiskFileSystem> {
        LessonLoader(files: DiskFileSystem(), root: lessons.path, manifests: manifests.path)
    }

    /// All lessons; one that is broken is an error with its file, line and column.
    func catalog() throws -> LessonCatalog {
        do {
            return LessonCatalog(try loader().all())
        } catch {
            throw CommandFailure(code: .invalidLesson, message: error.message(.english))
        }
    }

    /// One lesson, by name or number; the others may be broken.
    package func lesson(named name: String) throws -> Lesson {
        let loader = loader()
        do {
            if let number = Int(name) {
                let folders = try loader.folders()
                if folders.indices.contains(number - 1) { return try loader.lesson(inFolder: folders[number - 1]) }
            }
            return try loader.lesson(named: name)
        } catch {
            throw CommandFailure(
                code: error.isUnknownLesson ? .usage : .invalidLesson, message: error.message(.english))
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
