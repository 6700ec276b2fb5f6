/// What someone has probably done wrong in a line of a manifest.
enum ManifestSlip: Hashable, Sendable {
    case slashComment, tab, noSpaceAfterColon, indentation, openQuote, notYAML
    case missing(String)
    case unknownField(String, nearest: String?)
    case duplicateField(String)
    case badValue(String)
}

extension ManifestSlip {
    /// From kubectl's sentence and the line that it means.
    init(message: String, line: Substring) {
        let missing = ["apiVersion", "kind", "Kind"].first { name in
            message.contains("\(name) not set") || message.contains("'\(name)' is missing")
        }
        if let missing {
            self = .missing(missing == "Kind" ? "kind" : missing)
        } else if Self.remarkColumn(in: line) != nil {
            self = .slashComment
        } else if line.prefix(while: \.isWhitespace).contains("\t") {
            self = .tab
        } else if line.count(where: { $0 == "\"" }) % 2 == 1 {
            self = .openQuote
        } else if Self.lacksSpace(line) {
            self = .noSpaceAfterColon
        } else if message.contains("cannot unmarshal") || message.contains("invalid object to validate") {
            self = .notYAML
        } else {
            self = .indentation
        }
    }

    /// Where a `//` begins that is no part of an address or a quoted text; from 1.
    static func remarkColumn(in line: Substring) -> Int? {
        var quote: Character?
        var before: Character = " "
        var isRemark = false
        for (column, character) in line.enumerated() {
            if let open = quote {
                if character == open { quote = nil }
            } else if character == "#", before.isWhitespace {
                return nil
            } else if character == "\"" || character == "'" {
                quote = character
            } else if character == "/", isRemark {
                return column
            }
            isRemark = quote == nil && character == "/" && before.isWhitespace
            before = character
        }
        return nil
    }

    private static func lacksSpace(_ line: Substring) -> Bool {
        guard let colon = line.firstIndex(of: ":"), !line.contains("://") else { return false }
        let next = line.index(after: colon)
        return next < line.endIndex && !line[next].isWhitespace
    }

    func text(_ language: Language) -> String {
        switch self {
        case .slashComment:
            language.choose(
                "YAML knows no // comments; write # instead", "YAML に // のコメントはありません。# を使ってください")
        case .tab:
            language.choose("indent with spaces; YAML allows no tabs there", "字下げは空白で書きます。YAML ではタブを使えません")
        case .noSpaceAfterColon:
            language.choose("put a space after the colon", "コロンの後に空白を入れてください")
        case .openQuote:
            language.choose("a quotation mark is opened here and not closed", "引用符が閉じられていません")
        case .indentation:
            language.choose(
                "compare the indentation with the lines around it", "前後の行と字下げがそろっているか確かめてください")
        case .notYAML:
            language.choose(
                "a manifest is a map: lines such as kind: Pod", "マニフェストは kind: Pod のような「キー: 値」の行で書きます")
        case .missing(let field):
            language.choose(
                "every manifest needs \(field), at the left margin", "マニフェストには \(field) が必要です。行頭から書いてください")
        case .unknownField(let field, let nearest?):
            language.choose(
                "there is no field \(field) here; did you mean \(nearest)?",
                "ここに \(field) という項目はありません。\(nearest) のことですか？")
        case .unknownField(let field, nil):
            language.choose(
                "there is no field \(field) here; kubectl explain shows those that there are",
                "ここに \(field) という項目はありません。kubectl explain で使える項目がわかります")
        case .duplicateField(let field):
            language.choose("\(field) is there twice; keep one", "\(field) が二つあります。一つにしてください")
        case .badValue(let field):
            language.choose("this is where \(field) gets its value", "\(field) の値はここで決まります")
        }
    }
}
