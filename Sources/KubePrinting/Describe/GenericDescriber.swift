import Documents
import KubeModel

extension Describer {
    /// Kinds without words of their own, custom resources among them: every field under a readable name.
    static let generic = Describer { object, writer in
        writer.metadata(of: object)
        var shown = object
        for field in ["managedFields", "name", "namespace", "labels", "annotations"] { shown["metadata", field] = nil }
        if object["metadata"] != nil, shown["metadata"] == nil { shown["metadata"] = [:] }
        writer.fields(of: shown, level: 0)
    }
}

extension DescribeWriter {
    /// The fields of a map in the order of their names; maps within lists follow each other without a mark.
    mutating func fields(of content: Object, level: Int) {
        for (name, value) in content {
            let title = FieldTitle.text(name)
            switch value {
            case .object(let object):
                line("\(title):", level: level)
                fields(of: object, level: level + 1)
            case .array(let elements):
                line("\(title):", level: level)
                for element in elements {
                    if let object = element.object {
                        fields(of: object, level: level + 1)
                    } else {
                        line(element.goText, level: level + 1)
                    }
                }
            case .string, .integer, .double, .bool, .null: field(title, value.goText, level: level)
            }
        }
    }
}

/// A field's name as words: `creationTimestamp` is `Creation Timestamp`, `uid` is `UID`.
///
/// Source: `smartLabelFor` of k8s.io/kubectl/pkg/describe/describe.go.
enum FieldTitle {
    private static let acronyms: Set<String> = ["API", "URL", "UID", "GUID"]

    static func text(_ field: String) -> String {
        guard field.unicodeScalars.allSatisfy({ $0.properties.isAlphabetic || $0 == "-" }) else { return field }
        return merged(words(field)).map { word in
            if acronyms.contains(word.uppercased()) { return word.uppercased() }
            return word == word.lowercased() ? word.prefix(1).uppercased() + word.dropFirst() : word
        }.joined(separator: " ")
    }

    /// Splits where the kind of letter changes; the last of several capitals belongs to the small letters after it.
    private static func words(_ field: String) -> [String] {
        var words: [String] = []
        for character in field {
            let previous = words.last?.last
            if let previous, kind(previous) == kind(character) {
                words[words.count - 1].append(character)
            } else if let previous, previous.isUppercase, character.isLowercase {
                words[words.count - 1].removeLast()
                if words[words.count - 1].isEmpty { words.removeLast() }
                words.append(String([previous, character]))
            } else {
                words.append(String(character))
            }
        }
        return words
    }

    private static func kind(_ character: Character) -> Int {
        character.isLowercase ? 0 : character.isUppercase ? 1 : 2
    }

    /// Joins an abbreviation and its plural again: `CID` and `Rs` are `CIDRs`.
    private static func merged(_ words: [String]) -> [String] {
        var result: [String] = []
        var rest = words[...]
        while let word = rest.popFirst() {
            let isAbbreviation = word.count >= 2 && word.allSatisfy { !$0.isLetter || $0.isUppercase }
            if isAbbreviation, let next = rest.first, next.first?.isUppercase == true {
                result.append(word + next)
                rest = rest.dropFirst()
            } else {
                result.append(word)
            }
        }
        return result
    }
}
