import Documents
import KubeAPI
import KubeModel

/// The entries of a ConfigMap or a Secret as bytes.
struct ConfigurationData {
    let keys: [String]
    private let kind: String
    private let object: Object

    /// `nil` when there is no such object.
    init?(kind: String, _ key: ObjectKey, api: borrowing APIServer) {
        guard let object = api.get(kind == "Secret" ? .secrets : .configMaps, key) else { return nil }
        self.kind = kind
        self.object = object
        let names = (object["data"]?.object?.names ?? []) + (object["binaryData"]?.object?.names ?? [])
        keys = names.sorted()
    }
}

extension ConfigurationData {
    func bytes(_ key: String) -> [UInt8]? {
        if let text = object["data"]?[key]?.string {
            return kind == "Secret" ? Base64Text.decode(text) : Array(text.utf8)
        }
        return object["binaryData"]?[key]?.string.map(Base64Text.decode)
    }

    func text(_ key: String) -> String? {
        bytes(key).map { String(decoding: $0, as: UTF8.self) }
    }
}

/// The encoding in which secrets keep their bytes (RFC 4648, section 4).
enum Base64Text {
    /// The bytes; whatever is no base64 is skipped, as the API lets none of it in.
    static func decode(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        var bits: UInt32 = 0
        var count = 0
        for byte in text.utf8 {
            guard let value = value(of: byte) else { continue }
            bits = bits << 6 | UInt32(value)
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return bytes
    }

    private static func value(of byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0") + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
