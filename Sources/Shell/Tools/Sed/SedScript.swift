/// A parsed sed script.
struct SedScript: Sendable {
    var commands: [SedCommand] = []
    /// Places of labels.
    var labels: [String: Int] = [:]
    /// `#n` on the first line
    var isQuiet = false
}

struct SedCommand: Sendable {
    var from: SedAddress?
    var to: SedAddress?
    var isNegated = false
    var action: SedAction
    /// Which of the script's ranges it is, so that a run remembers where it is inside.
    var rangeIndex: Int?
}

enum SedAddress: Sendable {
    case line(Int)
    case last
    /// `nil` is the last expression that was used.
    case match(RegularExpression?)
    /// `first~step`
    case step(first: Int, step: Int)
    /// `addr,+n`
    case plus(Int)
    /// `0,/x/`
    case zero
}

enum SedAction: Sendable {
    case blockStart(end: Int)
    case blockEnd
    case substitute(SedSubstitution)
    case transliterate([UInt32: UInt32])
    case print, printFirstLine, delete, deleteFirstLine
    case next, appendNext
    case quit(Int32), quitSilently(Int32)
    case append(String), insert(String), change(String)
    case hold, holdAppend, get, getAppend, exchange
    case lineNumber, list
    case branch(String), branchIfSubstituted(String), branchUnlessSubstituted(String)
    case readFile(String), writeFile(String)
    case emptyPattern
    case nothing
}

struct SedSubstitution: Sendable {
    var expression: RegularExpression?
    var replacement: [Piece]
    var isGlobal = false
    var number = 1
    var prints = false
    var file: String?

    enum Piece: Sendable {
        case text([UInt8])
        case group(Int)
        /// `\U \L \u \l \E`
        case caseChange(UInt8)
    }
}
