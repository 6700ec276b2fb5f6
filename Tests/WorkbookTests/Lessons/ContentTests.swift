import Documents
import Foundation
import KubeModel
import Shell
import Testing

@testable import Workbook

/// The lessons and manifests that come with the workbook.
struct ContentTests {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func files(below folder: String) throws -> [String: String] {
        let base = root.appending(path: folder).resolvingSymlinksInPath()
        var files: [String: String] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: base.path) {
            var isFolder: ObjCBool = false
            let path = base.appending(path: name).path
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else {
                continue
            }
            files["\(folder)/\(name)"] = try String(contentsOfFile: path, encoding: .utf8)
        }
        return files
    }

    static func lessons() throws -> [Lesson] {
        let files = try files(below: "Lessons").merging(try files(below: "Manifests")) { first, _ in first }
        return try LessonLoader(files: TextFiles(files), root: "Lessons", manifests: "Manifests").all()
    }

    @Test func `every lesson can be read`() throws {
        do {
            #expect(try Self.lessons().map(\.id).prefix(3) == ["nginx-pod", "backend-app", "batch-app"])
        } catch let error as LessonError {
            Issue.record("\(error.message(.english))")
        }
    }

    @Test func `every step has three hints, and every wrong script a check`() throws {
        for lesson in try Self.lessons() {
            for step in lesson.steps { #expect(step.hints.count == 3, "\(lesson.id) \(step.id)") }
            #expect(!lesson.scripts.wrong.isEmpty, "\(lesson.id)")
            #expect(!lesson.scripts.alternatives.isEmpty, "\(lesson.id)")
        }
    }

    @Test func `texts of both languages show the same sessions and have the same sections`() throws {
        for lesson in try Self.lessons() {
            let english = try #require(lesson.text(.english))
            let japanese = try #require(lesson.text(.japanese))
            #expect(english.sections.map(\.id) == japanese.sections.map(\.id))
            for (left, right) in zip(english.sections, japanese.sections) {
                #expect(sessions(left) == sessions(right), "\(lesson.id) \(right.id)")
                let isTranslated = right.body.unicodeScalars.contains { !$0.isASCII }
                #expect(isTranslated, "\(lesson.id) \(right.id)")
            }
        }
    }

    private func sessions(_ section: TextSection) -> [Transcript] {
        TranscriptBlock.blocks(in: section).map(\.transcript)
    }

    @Test func `every manifest is valid YAML whose lines say what they are for`() throws {
        let files = try Self.files(below: "Manifests").filter { !$0.key.contains("/images/") }
        #expect(files.count >= 8)
        for (name, text) in files.sorted(by: { $0.key < $1.key }) {
            let documents = try YAML.documents(in: text)
            for document in documents {
                let object = try #require(document.value.object, "\(name)")
                let resource = ResourceRegistry.builtIn.type(apiVersion: object.apiVersion, kind: object.kind)
                #expect(resource != nil && document.duplicateKeys.isEmpty, "\(name)")
            }
            let isPlain = text.utf8.allSatisfy { $0 < 0x80 }
            #expect(text.hasPrefix("# ") && isPlain, "\(name)")
        }
    }
}
