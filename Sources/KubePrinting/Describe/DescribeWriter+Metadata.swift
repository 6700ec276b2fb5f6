import Documents
import KubeModel

extension DescribeWriter {
    /// The last applied configuration says nothing new.
    private static let hiddenAnnotation = "kubectl.kubernetes.io/last-applied-configuration"
    private static let annotationLengthMax = 140

    /// `key: value` a line; long values and those of several lines go below their key.
    mutating func annotations(_ annotations: Object, title: String = "Annotations") {
        list(title, Self.annotationTexts(annotations))
    }

    static func annotationTexts(_ annotations: Object) -> [String] {
        annotations.filter { $0.0 != hiddenAnnotation }.map { annotation($0.0, $0.1.scalarText) }
    }

    private static func annotation(_ key: String, _ value: String) -> String {
        let value = value.hasSuffix("\n") ? String(value.dropLast()) : value
        guard value.utf8.count + key.utf8.count + 2 > annotationLengthMax || value.utf8.contains(0x0A) else {
            return "\(key): \(value)"
        }
        let lines = value.split(separator: "\n", omittingEmptySubsequences: false)
        return "\(key):" + lines.map { "\n\t  " + shortened($0, to: annotationLengthMax - 2) }.joined()
    }

    /// The first bytes of a long text, followed by dots.
    static func shortened(_ text: some StringProtocol, to lengthMax: Int) -> String {
        guard text.utf8.count > lengthMax else { return String(text) }
        return String(decoding: text.utf8.prefix(lengthMax), as: UTF8.self) + "..."
    }

    /// Name, namespace, labels and annotations, with which most descriptions begin.
    mutating func metadata(of object: Object, hasNamespace: Bool = true) {
        field("Name", object.name)
        if hasNamespace { field("Namespace", object.namespace) }
        labels("Labels", object.labels)
        annotations(object.annotations)
    }

    mutating func controller(of object: Object) {
        if let owner = object.controller { field("Controlled By", "\(owner.kind)/\(owner.name)") }
    }

    /// `CreationTimestamp:⇥Sun, 22 Nov 2026 12:15:06 +0000`
    mutating func creationTime(of object: Object) {
        field("CreationTimestamp", TimeText.rfc1123(object.creationTimestamp))
    }
}
