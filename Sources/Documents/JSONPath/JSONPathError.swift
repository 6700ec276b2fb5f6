/// What is wrong with a template, or with the value it was asked of.
package enum JSONPathError: Error, Hashable, Sendable {
    case unclosedAction
    case unterminatedArray
    case unterminatedFilter
    case unclosedFilter
    case unterminatedString
    case invalidString(String)
    case unexpectedCharacter(Unicode.Scalar)
    case repeatedRecursion
    case invalidNumber(String)
    case invalidIndex(String)
    case indexNoNumber(String)
    /// A sort or column path with braces in the middle, or nothing in it.
    case unexpectedPath

    case fieldNotFound(String)
    /// The type of the value in Go's spelling.
    case noArray(type: String)
    /// The value as Go prints it.
    case noArrayToFilter(String)
    case indexOutOfBounds(Int, length: Int)
    case startAfterEnd(start: Int, end: Int)
    case stepNotPositive
    case severalToCompare
    case invalidComparison
    case incompatibleComparison
    case unknownOperator(String)
    case unknownIdentifier(String)
    case nothingToEnd
    case tooManyResults(limit: Int)
}
