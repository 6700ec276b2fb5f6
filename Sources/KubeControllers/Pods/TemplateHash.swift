import Documents

/// A short name for a pod template: the same template has the same hash, in every process.
///
/// Kubernetes hashes Go's own dump of the structure, which nothing but Go can reproduce; here the value tree itself is
/// hashed, by the same FNV-1a and into the same letters (`rand.SafeEncodeString` of decimal digits).
/// Source: `pkg/controller/controller_utils.go`, `ComputeHash`.
struct TemplateHash {
    private var state: UInt32 = 0x811C_9DC5

    /// The hash of a template; `collisionCount` gives another one after a clash of names.
    init(of template: Value, collisionCount: Int?) {
        mix(template)
        if let collisionCount { mix(Value(collisionCount)) }
    }

    /// Nine or ten letters: `57794f8f99`.
    var text: String {
        let number = 100_000_000 + UInt64(state) % (UInt64(UInt32.max) - 100_000_000)
        return String(decoding: String(number).utf8.map { Self.letters[Int($0 - 48)] }, as: UTF8.self)
    }

    /// What the digits 0 to 9 become.
    private static let letters = Array("456789bcdf".utf8)

    private mutating func mix(_ value: Value) {
        switch value {
        case .null: mix("n".utf8)
        case .bool(let flag): mix(flag ? "t".utf8 : "f".utf8)
        case .integer(let number): mix("i\(number)".utf8)
        case .double(let number): mix("d\(number)".utf8)
        case .string(let text):
            mix("s\(text.utf8.count):".utf8)
            mix(text.utf8)
        case .array(let elements):
            mix("[".utf8)
            for element in elements { mix(element) }
        case .object(let object):
            mix("{".utf8)
            for (key, value) in object {
                mix(key.utf8)
                mix(":".utf8)
                mix(value)
            }
            mix("}".utf8)
        }
    }

    private mutating func mix(_ bytes: String.UTF8View) {
        for byte in bytes { state = (state ^ UInt32(byte)) &* 0x0100_0193 }
    }
}
