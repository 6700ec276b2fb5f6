/// YAML in and out, as kubectl's libraries read and write it.
package enum YAML {
    /// How deep lists and maps may lie in each other; go-yaml gives up at 10,000, libyaml at 1,000.
    package static let depthLimit = 500
}

extension YAML {
    /// One document of a file.
    package struct Document: Hashable, Sendable {
        package let value: Value
        /// The document's own text, without the line that separates it from the one before.
        package let bytes: [UInt8]
        /// How many lines of the file come before the document's text.
        package let linesBefore: Int
        /// The keys that are in an object twice, with lines of the file; of their values the last one counts.
        package let duplicateKeys: [DuplicateKey]
    }

    /// The documents of a file up to the first mistake, as `kubectl apply` meets them.
    package struct Stream: Hashable, Sendable {
        package let documents: [Document]
        package let failure: DocumentError?
    }

    /// The documents of a text of YAML or JSON; empty ones and `null` are left out.
    package static func documents(in text: String) throws(DocumentError) -> [Document] {
        try documents(in: Array(text.utf8))
    }

    package static func documents(in bytes: [UInt8]) throws(DocumentError) -> [Document] {
        let stream = stream(in: bytes)
        if let failure = stream.failure { throw failure }
        return stream.documents
    }

    /// The value of the only, or the first, document of a text: `null` when it has none.
    ///
    /// Source: sigs.k8s.io/yaml (`YAMLToJSON`).
    package static func parse(_ text: String) throws(DocumentError) -> Value {
        try compose(Array(text.utf8)).value
    }

    package static func parse(_ bytes: [UInt8]) throws(DocumentError) -> Value {
        try compose(bytes).value
    }

    /// Like `parse`, but a repeated key is a mistake.
    ///
    /// Source: sigs.k8s.io/yaml (`YAMLToJSONStrict`).
    package static func parseStrictly(_ text: String) throws(DocumentError) -> Value {
        let composed = try compose(Array(text.utf8))
        guard composed.duplicateKeys.isEmpty else { throw .yaml(.duplicateKeys(composed.duplicateKeys)) }
        return composed.value
    }

    static func compose(_ bytes: [UInt8]) throws(DocumentError) -> (value: Value, duplicateKeys: [DuplicateKey]) {
        var composer = try YAMLComposer(bytes)
        let value = try composer.composeDocument()
        return (value, composer.duplicateKeys)
    }
}
