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
        self.init(kind: kind, object)
    }

    init(kind: String, _ object: Object) {
        self.kind = kind
        self.object = object
        let names = (object["data"]?.object?.names ?? []) + (object["binaryData"]?.object?.names ?? [])
        keys = names.sorted()
    }
}

extension ConfigurationData {
    func bytes(_ key: String) -> [UInt8]? {
        if let text = object["data"]?[key]?.string {
            return kind == "Secret" ? Base64.decode(text) : Array(text.utf8)
        }
        return object["binaryData"]?[key]?.string.flatMap(Base64.decode)
    }

    func text(_ key: String) -> String? {
        bytes(key).map { String(decoding: $0, as: UTF8.self) }
    }
}
