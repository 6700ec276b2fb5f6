package import Documents

/// A volume of a pod and where its files come from.
package struct Volume: Hashable, Sendable {
    package enum Source: Hashable, Sendable {
        case emptyDirectory
        case configMap(name: String, isOptional: Bool)
        case secret(name: String, isOptional: Bool)
        case downwardAPI
        case projected
        case hostPath(path: String, type: String)
        case claim(name: String, isReadOnly: Bool)
        /// A claim made for this pod alone.
        case ephemeralClaim
        /// Anything else keeps files like an empty folder.
        case other
    }

    package let value: Value
    package let name: String
    package let source: Source

    package init(_ value: Value) {
        self.value = value
        name = value["name"]?.string ?? ""
        source = Source(value)
    }
}

extension Volume.Source {
    init(_ value: Value) {
        if value["emptyDir"] != nil {
            self = .emptyDirectory
        } else if let map = value["configMap"] {
            self = .configMap(name: map["name"]?.string ?? "", isOptional: map["optional"]?.bool ?? false)
        } else if let secret = value["secret"] {
            self = .secret(name: secret["secretName"]?.string ?? "", isOptional: secret["optional"]?.bool ?? false)
        } else if value["downwardAPI"] != nil {
            self = .downwardAPI
        } else if value["projected"] != nil {
            self = .projected
        } else if let host = value["hostPath"] {
            self = .hostPath(path: host["path"]?.string ?? "/", type: host["type"]?.string ?? "")
        } else if let claim = value["persistentVolumeClaim"] {
            self = .claim(name: claim["claimName"]?.string ?? "", isReadOnly: claim["readOnly"]?.bool ?? false)
        } else if value["ephemeral"] != nil {
            self = .ephemeralClaim
        } else {
            self = .other
        }
    }
}

extension Pod {
    package var volumes: [Volume] { object["spec"]?["volumes"]?.array?.map(Volume.init) ?? [] }
}
