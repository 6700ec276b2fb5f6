import ArgumentParser
import Foundation
import Workbook

/// The language of the workbook's own words.
struct LanguageOption: ParsableArguments {
    @Option(
        help: ArgumentHelp("The language of the workbook's words: en or ja; else that of LANG.", valueName: "language"))
    var lang: Language?

    var choice: Language { lang ?? Self.ofEnvironment }

    static var ofEnvironment: Language {
        let environment = ProcessInfo.processInfo.environment
        return Language(environment: environment["LC_ALL"] ?? environment["LC_MESSAGES"] ?? environment["LANG"])
    }
}

extension Language: ExpressibleByArgument {}
