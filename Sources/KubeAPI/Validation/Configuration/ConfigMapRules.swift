import Documents
import KubeModel

/// Source: pkg/apis/core/validation/validation.go, `ValidateConfigMap`.
enum ConfigMapRules {
    static let bytesMax = 1024 * 1024
    static let frozen = "field is immutable when `immutable` is set"

    static func check(_ map: Object, _ errors: inout FieldErrors) {
        let data = map["data"]?.object ?? Object()
        let binary = map["binaryData"]?.object ?? Object()
        var size = 0
        for (key, value) in data {
            let path = FieldPath(text: "data").key(key)
            errors.invalid(path, key, Names.configKeyProblems(key))
            if binary[key] != nil { errors.invalid(path, key, "duplicate of key present in binaryData") }
            size += (value.string ?? "").utf8.count
        }
        for (key, value) in binary {
            errors.invalid(FieldPath(text: "binaryData").key(key), key, Names.configKeyProblems(key))
            size += (value.string ?? "").utf8.count / 4 * 3
        }
        if size > bytesMax { errors.tooLong(FieldPath(text: "[]"), maxBytes: bytesMax) }
    }

    static func checkUpdate(_ new: Object, _ old: Object, _ errors: inout FieldErrors) {
        guard old["immutable"] == true else { return }
        if new["immutable"] != true { errors.forbidden(FieldPath(text: "immutable"), frozen) }
        for field in ["data", "binaryData"] where contents(new, field) != contents(old, field) {
            errors.forbidden(FieldPath(text: field), frozen)
        }
    }

    static func contents(_ object: Object, _ field: String) -> Object { object[field]?.object ?? Object() }
}

/// Source: pkg/apis/core/validation/validation.go, `ValidateSecret`.
enum SecretRules {
    private static let data = FieldPath(text: "data")

    static func check(_ secret: Object, _ errors: inout FieldErrors) {
        let contents = ConfigMapRules.contents(secret, "data")
        var size = 0
        for (key, value) in contents {
            errors.invalid(data.key(key), key, Names.configKeyProblems(key))
            size += (value.string ?? "").utf8.count / 4 * 3
        }
        if size > ConfigMapRules.bytesMax { errors.tooLong(data, maxBytes: ConfigMapRules.bytesMax) }
        switch secret.text("type") {
        case "kubernetes.io/service-account-token": accountName(secret, &errors)
        case "kubernetes.io/dockercfg": json(".dockercfg", contents, &errors)
        case "kubernetes.io/dockerconfigjson": json(".dockerconfigjson", contents, &errors)
        case "kubernetes.io/basic-auth":
            if contents["username"] == nil, contents["password"] == nil {
                require(["username", "password"], contents, &errors)
            }
        case "kubernetes.io/ssh-auth":
            if contents["ssh-privatekey"]?.string?.isEmpty ?? true { errors.required(data.key("ssh-privatekey")) }
        case "kubernetes.io/tls": require(["tls.crt", "tls.key"], contents, &errors)
        default: break
        }
    }

    private static func require(_ keys: [String], _ contents: Object, _ errors: inout FieldErrors) {
        for key in keys where contents[key] == nil { errors.required(data.key(key)) }
    }

    private static func accountName(_ secret: Object, _ errors: inout FieldErrors) {
        let annotation = "kubernetes.io/service-account.name"
        if secret.annotations[annotation]?.string?.isEmpty ?? true {
            errors.required(FieldPath.metadata["annotations"].key(annotation))
        }
    }

    private static func json(_ key: String, _ contents: Object, _ errors: inout FieldErrors) {
        guard let text = contents[key]?.string else { return errors.required(data.key(key)) }
        let problem: String
        do {
            let value = try JSON.parse(Base64.decode(text) ?? [])
            guard value.object == nil, !value.isNull else { return }
            problem =
                "json: cannot unmarshal \(GoTypeName.description(of: value, number: false)) into Go value of type "
                + "map[string]interface {}"
        } catch {
            problem = error.message
        }
        errors.invalid(data.key(key), "<secret contents redacted>", problem)
    }

    static func checkUpdate(_ new: Object, _ old: Object, _ errors: inout FieldErrors) {
        errors.immutable(FieldPath(text: "type"), new["type"], old["type"])
        guard old["immutable"] == true else { return }
        if new["immutable"] != true { errors.forbidden(FieldPath(text: "immutable"), ConfigMapRules.frozen) }
        if ConfigMapRules.contents(new, "data") != ConfigMapRules.contents(old, "data") {
            errors.forbidden(data, ConfigMapRules.frozen)
        }
    }
}
