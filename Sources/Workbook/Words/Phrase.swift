/// Everything that the workbook says about checks: one case a sentence, with what the sentence is about.
///
/// `Phrase+English.swift` and `Phrase+Japanese.swift` hold the words; a new language is one more file of this kind.
package enum Phrase: Hashable, Sendable {
    // The three states, readable without colour and of equal width.
    case passed
    case failed
    case skipped
    /// Not yet true, and true by itself after some time.
    case waiting

    case trueIn(Duration)
    case needs(check: String)
    /// A folder of manifests is not asked for this.
    case notForManifests
    /// What a check that was not looked at asks for.
    case wanted(String)
    case advice(String)

    // Objects.
    case object(ObjectName)
    case missing(ObjectName)
    case present(ObjectName)
    case count(ObjectName, expected: String, found: Int)
    case unknownKind(String)
    case broken(ObjectName, at: String)
    case neverTrue(ObjectName)
    case noEvent(ObjectName, reason: String, message: String)

    // Values.
    case mismatch(path: String, expected: String, found: String)
    case nothingFound
    case anythingBut(String)
    case relation(ScalarPattern.Relation, String)
    case textWith(String)
    case anyText
    case noValue
    case element(present: [String])
    case noOthers(extra: [String])
    case order([String])

    // Answers and outputs.
    case http(url: String, expected: String, found: String)
    case httpStatus(String)
    case httpBody(String)
    case httpFailed(String)
    case neverPrinted(text: String, by: String?)

    // What was probably meant.
    case otherNamespace(ObjectName)
    case nearName(ObjectName)
    case otherKind(ObjectName)
    case others([String])

    case cause(Cause)
    case next(String)
}

extension Phrase {
    package func text(_ language: Language) -> String {
        switch language {
        case .english: english
        case .japanese: japanese
        }
    }
}
