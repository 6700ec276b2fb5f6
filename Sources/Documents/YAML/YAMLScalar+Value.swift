/// The tags of YAML 1.1 that go-yaml knows.
enum YAMLTag {
    static let prefix = "tag:yaml.org,2002:"
    static let string = prefix + "str"
    static let merge = prefix + "merge"
    static let binary = prefix + "binary"
    static let float = prefix + "float"
    static let resolvable: Set<String> = [
        "", string, prefix + "bool", prefix + "int", float, prefix + "null", prefix + "timestamp",
    ]

    static func short(_ tag: String) -> String {
        tag.hasPrefix(prefix) ? "!!" + tag.dropFirst(prefix.count) : tag
    }
}

extension YAMLScalar {
    /// Source: go.yaml.in/yaml/v2 (`decoder.scalar` in decode.go, `resolve` in resolve.go).
    func value() throws(DocumentError) -> Value {
        if tag.isEmpty, !isPlain { return .string(text) }
        if tag == YAMLTag.binary {
            guard let decoded = Base64.decode(text) else { throw .yaml(.invalidBase64) }
            return .string(String(decoding: decoded, as: UTF8.self))
        }
        guard YAMLTag.resolvable.contains(tag), tag != YAMLTag.string else { return .string(text) }
        let resolution = YAMLResolution(text)
        guard tag.isEmpty || resolution.tag == YAMLTag.short(tag) || resolution.tag == "!!int" && tag == YAMLTag.float
        else {
            throw .yaml(.cannotDecode(text: text, as: YAMLTag.short(tag), found: resolution.tag))
        }
        switch resolution {
        case .string, .timestamp, .merge: return .string(text)
        case .null: return .null
        case .bool(let truth): return .bool(truth)
        case .integer(let number), .float(let number): return number
        case .outsideJSON(let name): throw .yaml(.numberOutsideJSON(name))
        }
    }
}
