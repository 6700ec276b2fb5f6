#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension LineError {
    /// One sentence, without a full stop.
    package var message: String {
        switch self {
        case .tooLong(let line, let limit): "line \(line) of the input is longer than \(limit) bytes and was left out"
        case .notUTF8(let line): "line \(line) of the input is no UTF-8 text and was left out"
        case .system(let code): "the input cannot be read: \(systemMessage(code))"
        }
    }
}

/// The words of the system for an `errno`.
func systemMessage(_ code: Int32) -> String {
    String(cString: strerror(code))
}
