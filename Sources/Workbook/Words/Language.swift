/// A language of the workbook's own words; what kubectl prints is always kubectl's English.
package enum Language: String, Sendable, CaseIterable {
    case english = "en"
    case japanese = "ja"
}

extension Language {
    /// The language of an environment's `LANG`, such as `ja_JP.UTF-8`; English when it names none of ours.
    package init(environment: String?) {
        let code = environment.map { String($0.prefix { $0 != "_" && $0 != "." }) } ?? ""
        self = Language(rawValue: code) ?? .english
    }

    /// One of two texts, in the order of the cases.
    package func choose(_ english: String, _ japanese: String) -> String {
        switch self {
        case .english: english
        case .japanese: japanese
        }
    }
}
