/// Reads the elements of DER one after the other; anything cut short or too large ends the reading.
///
///     30 05  02 01 00  05 00
///
/// Source: ITU-T X.690, definite lengths of at most four bytes.
struct DERReader {
    struct Element {
        let tag: UInt8
        let content: ArraySlice<UInt8>

        var reader: DERReader { DERReader(content) }
        var text: String { String(decoding: content, as: UTF8.self) }
    }

    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
        rest = bytes
    }
}

extension DERReader {
    mutating func next() -> Element? {
        guard let tag = rest.popFirst(), let length = length(), length <= rest.count else { return nil }
        let content = rest.prefix(length)
        rest = rest.dropFirst(length)
        return Element(tag: tag, content: content)
    }

    /// All elements that are left.
    var elements: [Element] {
        var reader = self
        var found: [Element] = []
        while let element = reader.next() { found.append(element) }
        return found
    }

    private mutating func length() -> Int? {
        guard let first = rest.popFirst() else { return nil }
        guard first & 0x80 != 0 else { return Int(first) }
        let count = Int(first & 0x7F)
        guard (1...4).contains(count), rest.count >= count else { return nil }
        let length = rest.prefix(count).reduce(0) { $0 << 8 | Int($1) }
        rest = rest.dropFirst(count)
        return length
    }
}
