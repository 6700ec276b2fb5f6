/// A piece of a template.
struct GoTemplateToken: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case text, leftDelimiter, rightDelimiter, space, pipe, declare, assign, character
        case string, rawString, characterConstant, number, bool
        case identifier, field, variable, dot, null
        case keyword(GoTemplateKeyword)
        case leftParenthesis, rightParenthesis
        case end
        case failure(GoTemplateSyntaxProblem)
    }

    let kind: Kind
    let text: String
    /// In bytes from the start of the template.
    let offset: Int
    /// From one.
    let line: Int
}

/// The words that begin an action of control.
enum GoTemplateKeyword: String, Hashable, Sendable {
    case block, `break`, `continue`, define, `else`, end, `if`, range, template, with
}

extension GoTemplateToken {
    /// How messages name the token: `"}"`, `<end>`, `EOF`.
    var described: String {
        switch kind {
        case .end: "EOF"
        case .keyword: "<\(text)>"
        case .text, .leftDelimiter, .rightDelimiter, .space, .pipe, .declare, .assign, .character, .string, .rawString,
            .characterConstant, .number, .bool, .identifier, .field, .variable, .dot, .null, .leftParenthesis,
            .rightParenthesis, .failure:
            text.utf8.count > 10
                ? GoText.quoted(String(decoding: text.utf8.prefix(10), as: UTF8.self)) + "..." : GoText.quoted(text)
        }
    }
}
