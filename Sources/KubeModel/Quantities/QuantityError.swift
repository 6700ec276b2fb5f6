/// Why a text is no quantity.
package enum QuantityError: Error, Hashable, Sendable {
    /// It has not the shape of a number with a suffix.
    case wrongFormat
    /// Its number is followed by something that is no suffix: `1x`, `5mi`.
    case unknownSuffix
}

extension QuantityError {
    /// The words of the API server.
    package var message: String {
        switch self {
        case .wrongFormat:
            "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"
        case .unknownSuffix: "unable to parse quantity's suffix"
        }
    }
}
