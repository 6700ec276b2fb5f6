import Documents
import KubeModel

/// Puts objects in the order of one of their fields, as `--sort-by` does.
///
/// Source: `k8s.io/kubectl/pkg/cmd/get/sorter.go`.
struct ObjectSorting {
    private let path: JSONPath
    private let text: String

    init(_ text: String) throws(KubectlError) {
        do { path = try JSONPath.parseRelaxed(text, allowMissingKeys: true) } catch { throw .message(error.message) }
        self.text = text
    }

    /// Elements without the field come first; an error when none has it.
    func sorted<Element>(_ elements: [Element], by object: (Element) -> Value) throws(KubectlError) -> [Element] {
        var keys: [Value?] = []
        for element in elements {
            do { keys.append(try path.results(object(element)).first?.first) } catch { throw .message(error.message) }
        }
        guard elements.isEmpty || keys.contains(where: { $0 != nil }) else {
            throw .message("couldn't find any field with path \(path.template.goQuoted) in the list of objects")
        }
        let order = elements.indices.sorted { left, right in
            if Self.isLess(keys[left], keys[right]) { return true }
            return Self.isLess(keys[right], keys[left]) ? false : left < right
        }
        return order.map { elements[$0] }
    }

    private static func isLess(_ left: Value?, _ right: Value?) -> Bool {
        guard let left, !left.isNull else { return right != nil && right?.isNull == false }
        guard let right, !right.isNull else { return false }
        if let left = left.double, let right = right.double { return left < right }
        guard let left = left.string, let right = right.string else { return false }
        if let left = Quantity(left), let right = Quantity(right) { return left < right }
        return Array(left.utf8).lexicographicallyPrecedes(Array(right.utf8))
    }
}
