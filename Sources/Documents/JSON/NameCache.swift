/// Lets the long field names of one text share their storage: `creationTimestamp` in each of a thousand pods.
///
/// Names of up to 15 bytes need no storage in Swift. The table has one place for each hash; the last name wins it.
struct NameCache {
    private var places: [String?] = Array(repeating: nil, count: 256)

    mutating func string(for bytes: UnsafeBufferPointer<UInt8>) -> String {
        guard bytes.count > 15 else { return String(decoding: bytes, as: UTF8.self) }
        var hash = UInt(bytes.count)
        for byte in bytes.prefix(64) { hash = (hash &* 31) &+ UInt(byte) }
        let place = Int(hash & 255)
        if let known = places[place], known.utf8.count == bytes.count, known.utf8.elementsEqual(bytes) { return known }
        let name = String(decoding: bytes, as: UTF8.self)
        places[place] = name
        return name
    }
}
