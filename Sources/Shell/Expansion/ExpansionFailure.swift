/// Why an expansion stopped.
enum ExpansionFailure: Error {
    /// The output of these commands is needed first; then the expansion is begun anew with it.
    case needs(Script, kind: SubstitutionKind)
    case message(ShellMessage)
}

enum SubstitutionKind: Sendable {
    /// `$( )`: the output as text.
    case text
    /// `<( )`: a path under which the output can be read.
    case file
}

/// What a command substitution gave.
struct Substitution: Sendable {
    var output: [UInt8]
    var status: Int32
}
