/// What is wrong with the flags of a command line.
///
/// Source: `github.com/spf13/pflag`, `github.com/spf13/cobra`.
package enum FlagError: Error, Hashable, Sendable {
    case unknown(name: String)
    case unknownShorthand(Character, in: String)
    case badSyntax(String)
    /// `--output`
    case missingValue(flag: String)
    /// `'f' in -f`
    case missingShortValue(Character, in: String)
    /// `names` is what the flag is called: `-o, --output`.
    case invalidValue(String, names: String, reason: String)
}

extension FlagError {
    package var message: String {
        switch self {
        case .unknown(let name): "unknown flag: --\(name)"
        case .unknownShorthand(let letter, let word): "unknown shorthand flag: '\(letter)' in -\(word)"
        case .badSyntax(let word): "bad flag syntax: \(word)"
        case .missingValue(let flag): "flag needs an argument: \(flag)"
        case .missingShortValue(let letter, let word): "flag needs an argument: '\(letter)' in -\(word)"
        case .invalidValue(let value, let names, let reason):
            "invalid argument \(value.goQuoted) for \"\(names)\" flag: \(reason)"
        }
    }
}
