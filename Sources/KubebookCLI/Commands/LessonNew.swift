import ArgumentParser
import Foundation
import Workbook

struct LessonNew: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Begin a lesson: a folder with all its files.",
        discussion:
            "It goes to Lessons beside the others; KUBEBOOK_CONTENT names another folder with Lessons and Manifests.")

    @OptionGroup var language: LanguageOption

    @Argument(help: ArgumentHelp("Its name, such as my-lesson.", valueName: "name"))
    var name: String

    func run() throws {
        let language = language.choice
        let content = try ContentFolder.find()
        guard name.allSatisfy({ $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }),
            name.first?.isLetter == true
        else { throw CommandFailure.badLessonName(language) }
        let folder = content.lessons.appending(path: try folderName(content, language))
        do {
            try write(to: folder)
        } catch {
            throw CommandFailure.cannotBegin(folder.path, error, language)
        }
        Terminal.standard.write(
            language.choose(
                "\(folder.path) has been begun; kubebook lesson test \(name) proves it.\n",
                "\(folder.path) を作りました。kubebook lesson test \(name) で確かめられます。\n"))
    }

    /// The next number before the name, which no other lesson may have; broken lessons have names as well.
    private func folderName(_ content: ContentFolder, _ language: Language) throws -> String {
        let sound = try content.soundCatalog(language).catalog.lessons
        let folders = try content.loader().folders()
        let taken = sound.first { $0.id == name }?.folder ?? folders.first { LessonFolder.id(of: $0) == name }
        if let taken {
            throw CommandFailure.lessonExists(name, folder: content.lessons.appending(path: taken).path, language)
        }
        let number = (folders.compactMap { Int($0.prefix { $0.isNumber }) }.max() ?? 0) + 1
        return (number < 10 ? "0" : "") + "\(number)-\(name)"
    }

    /// All its files or none.
    private func write(to folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        do {
            for (file, text) in LessonTemplate.files(name) {
                try Data(text.utf8).write(to: folder.appending(path: file))
            }
        } catch {
            try? FileManager.default.removeItem(at: folder)
            throw error
        }
    }
}
