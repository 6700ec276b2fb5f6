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
        return NaturalOrder.isLess(left, right)
    }
}

/// The order in which people read: `web-2` before `web-10`.
///
/// Source: `github.com/fvbommel/sortorder` `NaturalLess`.
enum NaturalOrder {
    static func isLess(_ left: String, _ right: String) -> Bool {
        let left = Array(left.utf8), right = Array(right.utf8)
        var i = 0, j = 0
        while i < left.count, j < right.count {
            guard isDigit(left[i]), isDigit(right[j]) else {
                if left[i] != right[j] { return left[i] < right[j] }
                i += 1
                j += 1
                continue
            }
            let (first, second) = (digits(left, from: &i), digits(right, from: &j))
            if first.count != second.count { return first.count < second.count }
            if first != second { return first.lexicographicallyPrecedes(second) }
        }
        return left.count - i < right.count - j
    }

    /// A number without its leading zeros.
    private static func digits(_ bytes: [UInt8], from index: inout Int) -> ArraySlice<UInt8> {
        while index < bytes.count, bytes[index] == UInt8(ascii: "0") { index += 1 }
        let start = index
        while index < bytes.count, isDigit(bytes[index]) { index += 1 }
        return bytes[start..<index]
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
