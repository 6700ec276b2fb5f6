/// A text that a command has read manifests from.
package struct ManifestText: Hashable, Sendable {
    /// As messages name it: a file, or `STDIN`.
    package let source: String
    package let bytes: [UInt8]

    /// Further texts of one command are not remembered.
    static let countMax = 50

    package init(source: String, bytes: [UInt8]) {
        self.source = source
        self.bytes = bytes
    }
}
