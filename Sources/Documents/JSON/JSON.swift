/// JSON in and out, as Go's encoding/json reads and writes it.
package enum JSON {
    /// How deep lists and maps may lie in each other; Go's decoder gives up at 10,000.
    package static let depthLimit = 500
}

extension JSON {
    /// Reads one value and nothing after it but space.
    ///
    /// Of two members with one name the later wins; whole numbers beyond `Int64` become doubles; bytes in strings that
    /// are not UTF-8 become U+FFFD.
    package static func parse(_ bytes: [UInt8], depthLimit: Int = depthLimit) throws(DocumentError) -> Value {
        try bytes.withUnsafeBufferPointer { (buffer) throws(DocumentError) -> Value in
            var parser = JSONParser(buffer, depthLimit: depthLimit)
            return try parser.parseDocument()
        }
    }

    package static func parse(_ text: String, depthLimit: Int = depthLimit) throws(DocumentError) -> Value {
        try parse(Array(text.utf8), depthLimit: depthLimit)
    }

    /// Reads one value and the dotted paths of the fields that are there twice: `spec.replicas`, `spec.containers[0].image`.
    ///
    /// Each path is reported once, in the order of the text.
    /// Source: sigs.k8s.io/json (`duplicate field` errors of strict decoding).
    package static func parseReportingDuplicates(
        _ bytes: [UInt8], depthLimit: Int = depthLimit
    ) throws(DocumentError) -> (value: Value, duplicateKeys: [String]) {
        try bytes.withUnsafeBufferPointer { (buffer) throws(DocumentError) -> (Value, [String]) in
            var parser = JSONParser(buffer, depthLimit: depthLimit)
            parser.duplicates = DuplicateReport()
            let value = try parser.parseDocument()
            return (value, parser.duplicates?.paths ?? [])
        }
    }

    /// The dotted paths of the fields that a text names twice.
    package static func duplicateKeys(_ bytes: [UInt8]) throws(DocumentError) -> [String] {
        try parseReportingDuplicates(bytes).duplicateKeys
    }
}

/// The place of the parser in the text, and the fields found twice so far.
struct DuplicateReport {
    private var steps: [PathStep] = []
    private(set) var paths: [String] = []

    mutating func enter(_ step: PathStep) { steps.append(step) }
    mutating func leave() { steps.removeLast() }

    mutating func found(_ key: String) {
        let path = (steps + [.key(key)]).dottedPath
        if !paths.contains(path) { paths.append(path) }
    }
}
