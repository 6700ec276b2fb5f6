import Foundation
import Shell
import Workbook

/// What the command line says about its own failures, in the language of the learner.
extension CommandFailure {
    static func unknownCommand(_ name: String, nearest: String?, _ language: Language) -> CommandFailure {
        let advice = nearest.map { language.choose("did you mean \($0)? ", "\($0) のことですか。") } ?? ""
        return CommandFailure(
            code: .usage,
            message: language.choose(
                "there is no command \(name); \(advice)kubebook --help lists all commands",
                "\(name) というコマンドはありません。\(advice)kubebook --help で一覧が見られます"))
    }

    static func unknownLesson(_ name: String, nearest: String?, _ language: Language) -> CommandFailure {
        let advice =
            nearest.map { language.choose("did you mean \($0)?", "\($0) のことですか。") }
            ?? language.choose("kubebook lesson list shows them all", "kubebook lesson list で一覧が見られます")
        return CommandFailure(
            code: .usage,
            message: language.choose("there is no lesson \(name); \(advice)", "\(name) というレッスンはありません。\(advice)"))
    }

    static func noLessons(in folder: String, _ language: Language) -> CommandFailure {
        CommandFailure(
            code: .invalidLesson,
            message: language.choose("there are no lessons in \(folder)", "\(folder) にレッスンがありません"))
    }

    static func lessonExists(_ name: String, folder: String, _ language: Language) -> CommandFailure {
        CommandFailure(
            code: .usage,
            message: language.choose(
                "there is already a lesson \(name), in \(folder); choose another name",
                "\(name) というレッスンはすでに \(folder) にあります。別の名前にしてください"))
    }

    static func badLessonName(_ language: Language) -> CommandFailure {
        CommandFailure(
            code: .usage,
            message: language.choose(
                "a lesson's name has small letters, digits and dashes: my-lesson",
                "レッスンの名前に使えるのは英小文字、数字、ハイフンです（例: my-lesson）"))
    }

    static func cannotBegin(_ folder: String, _ error: any Error, _ language: Language) -> CommandFailure {
        let cause = (error as NSError).localizedDescription
        return CommandFailure(
            code: .failed,
            message: language.choose(
                """
                the lesson cannot be written to \(folder): \(cause) Copy Lessons and Manifests to a folder of your own \
                and set KUBEBOOK_CONTENT to it
                """,
                """
                レッスンを \(folder) に書き込めません: \(cause) Lessons と Manifests を自分のフォルダーにコピーし、\
                環境変数 KUBEBOOK_CONTENT にそのフォルダーを指定してください
                """))
    }

    static func noFile(_ name: String, _ code: ExitStatus, _ language: Language) -> CommandFailure {
        CommandFailure(
            code: code, message: language.choose("there is no file \(name)", "\(name) というファイルはありません"))
    }

    static func isFolder(_ name: String, _ code: ExitStatus, _ language: Language) -> CommandFailure {
        CommandFailure(
            code: code,
            message: language.choose("\(name) is a folder, not a file", "\(name) はファイルではなくフォルダーです"))
    }

    static func unreadable(
        _ name: String, _ error: FileError, _ code: ExitStatus, _ language: Language
    ) -> CommandFailure {
        CommandFailure(code: code, message: "\(name) \(FileWords.unreadable(error, language))")
    }

    static func tooLarge(_ name: String, _ code: ExitStatus, _ language: Language) -> CommandFailure {
        CommandFailure(
            code: code, message: "\(name) \(FileWords.tooLarge(limitBytes: ScriptFile.bytesMax, language))")
    }
}
