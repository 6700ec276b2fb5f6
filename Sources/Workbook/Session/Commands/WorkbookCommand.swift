/// A word of the workbook at the prompt, such as `hint`: one file each, listed by `help` and completed like kubectl's.
package struct WorkbookCommand: Sendable {
    package let name: String
    let english: String
    let japanese: String
    /// Whether these arguments are for the workbook; `clock` is, `events -n x` is kubectl's.
    package var accepts: @Sendable ([String]) -> Bool = { $0.isEmpty }
    let run: @Sendable (inout Session, [String]) -> Turn

    init(
        _ name: String, _ english: String, _ japanese: String,
        accepts: @escaping @Sendable ([String]) -> Bool = { $0.isEmpty },
        run: @escaping @Sendable (inout Session, [String]) -> Turn
    ) {
        self.name = name
        self.english = english
        self.japanese = japanese
        self.accepts = accepts
        self.run = run
    }
}

extension WorkbookCommand {
    package static let all: [WorkbookCommand] = [
        .goal, .check, .hint, .solution, .next, .prev, .lessons, .reset, .undo, .redo, .history, .clock, .tree, .map,
        .why,
        .events, .lang, .help, .quit,
    ]

    package static func named(_ name: String) -> WorkbookCommand? {
        all.first { $0.name == name } ?? (name == "exit" ? .quit : nil)
    }

    package func summary(_ language: Language) -> String {
        language.choose(english, japanese)
    }
}

extension Turn {
    static func text(_ text: String, _ style: Page.Style = .plain) -> Turn {
        Turn(page: .text(text, style))
    }

    /// What commands about a lesson say in a free cluster.
    static func noLesson(_ language: Language) -> Turn {
        .text(
            language.choose(
                "This is a free cluster without a lesson. Type lessons to see what there is to learn.",
                "ここはレッスンのない自由なクラスターです。lessons でレッスンの一覧が見られます。"), .dim)
    }
}
