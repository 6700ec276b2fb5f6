/// Why a template cannot be parsed or run.
package enum GoTemplateError: Error, Hashable, Sendable {
    case syntax(GoTemplateSyntaxProblem, line: Int)
    case execution(GoTemplateProblem, at: GoTemplateLocation)
}

/// Where a template failed, as messages say it.
package struct GoTemplateLocation: Hashable, Sendable {
    /// The template that was being run: `output`.
    let template: String
    let line: Int
    /// In bytes from zero.
    let column: Int
    /// The text of the part that failed: `.metadata.name`.
    let context: String
}

/// The mistakes in the text of a template.
package indirect enum GoTemplateSyntaxProblem: Hashable, Sendable {
    case unclosedAction, unclosedComment, commentEndsEarly, unclosedParenthesis, unexpectedParenthesis
    case expectedDeclaration
    case unterminatedString, unterminatedCharacter, unterminatedRawString
    case unrecognizedCharacter(Unicode.Scalar)
    case badCharacter(Unicode.Scalar)
    case badNumber(String)
    /// A mistake in an action that began on an earlier line.
    case inAction(GoTemplateSyntaxProblem, startedAtLine: Int)

    case unexpected(String, context: String)
    /// `{{end}}` or `{{else}}` without anything open.
    case unexpectedNode(String)
    case unexpectedEnd
    case expectedEnd(found: String)
    case functionNotDefined(String)
    case undefinedVariable(String)
    case missingValue(context: String)
    case notExecutable(stage: Int)
    case emptyCommand
    case fieldAfterTerm(String)
    case illegalNumber(String)
    case invalidString
    case onlyVariablesInRange
    case tooManyDeclarations(context: String)
    case outsideRange(String)
    case tooDeep(limit: Int)
}

/// What goes wrong when a template meets a value.
package enum GoTemplateProblem: Error, Hashable, Sendable {
    case nullReceiver(type: String, field: String)
    case noData(field: String)
    case noEntry(field: String)
    case noField(String, type: String)
    case noMethod(String)
    case noFunction(String)
    case nullCommand
    case wrongArgumentCount(String, wanted: String, found: Int)
    case wrongType(expected: String, found: String)
    case invalidValue(expected: String)
    case expectedString(found: String)
    case cannotIterate(String)
    case severalVariablesForNumber(String)
    case templateNotDefined(String)
    case call(String, GoTemplateFunctionProblem)
    case constantOverflow(String)
    case undefinedVariable(String)
    case tooDeep(limit: Int)
    case tooManySteps(limit: Int)
}

/// What a function answers to arguments that it cannot use.
package enum GoTemplateFunctionProblem: Error, Hashable, Sendable {
    case incomparable, incompatible, missingArgument
    case notComparable(type: String, value: String)
    case indexOfNothing, indexOfNull, indexNoNumber(type: String), indexByNull
    case indexOutOfRange(Int64)
    /// A panic of Go's reflection, which templates turn into an error.
    case reflection(String)
    case notIndexable(type: String)
    case wrongKeyType(type: String)
    case nullKey
    case lengthOfNull, noLength(type: String)
    case sliceOfNothing, notSliceable(type: String), tooManySliceIndexes(Int), threeIndexesForString
    case sliceBackwards(Int64, Int64)
    case invalidBase64(offset: Int)
}
