import Documents
import KubeModel

/// Writes values of the schema as the server's own Go structs would be written.
///
/// The structs mostly have the fields of the API in the same order; where they differ, `InternalStructTable` says so.
enum InternalStructs {
    static func value(_ value: Value, ofType name: String) -> BadValue {
        .members(
            InternalStructTable.fields(of: name, value).map { field in
                .init(field.name, shown(field.value, field.schema))
            })
    }

    /// The metadata of a template is embedded, so that its members stand beside the spec.
    static func podTemplate(_ template: Value) -> BadValue {
        var members: [BadValue.Member] = []
        let metadata = template.part("metadata")
        for field in Schema.builtIn.type("ObjectMeta")?.fields ?? [] {
            guard let value = metadata[field.name], value != .object(Object()), value != .array([]) else { continue }
            members.append(.init(field.name, .value(value)))
        }
        members.append(.init("Spec", value(template.part("spec"), ofType: "PodSpec")))
        return .members(members)
    }

    /// A value of the API as indented JSON, one space a level.
    static func text(_ value: Value, ofType name: String) -> String {
        var lines: [String] = []
        append(self.value(value, ofType: name), indentation: "", prefix: "", suffix: "", to: &lines)
        return lines.map { $0 + "\n" }.joined()
    }

    private static func append(
        _ value: BadValue, indentation: String, prefix: String, suffix: String, to lines: inout [String]
    ) {
        let deeper = indentation + " "
        switch value {
        case .members(let members) where !members.isEmpty:
            lines.append(indentation + prefix + "{")
            for (index, member) in members.enumerated() {
                append(
                    member.value, indentation: deeper, prefix: JSON.encode(.string(member.name)) + ": ",
                    suffix: index < members.count - 1 ? "," : "", to: &lines)
            }
            lines.append(indentation + "}" + suffix)
        case .list(let elements) where !elements.isEmpty:
            lines.append(indentation + prefix + "[")
            for (index, element) in elements.enumerated() {
                append(
                    element, indentation: deeper, prefix: "", suffix: index < elements.count - 1 ? "," : "",
                    to: &lines)
            }
            lines.append(indentation + "]" + suffix)
        case .value(.object(let object)) where !object.isEmpty:
            append(
                .members(object.map { .init($0, .value($1)) }), indentation: indentation, prefix: prefix,
                suffix: suffix, to: &lines)
        case .value(.array(let elements)) where !elements.isEmpty:
            append(
                .list(elements.map(BadValue.value)), indentation: indentation, prefix: prefix, suffix: suffix,
                to: &lines)
        case .value(.string(let text)): lines.append(indentation + prefix + JSON.encode(.string(text)) + suffix)
        case .value, .members, .list, .omitted: lines.append(indentation + prefix + value.text + suffix)
        }
    }

    private static func shown(_ value: Value?, _ field: SchemaField) -> BadValue {
        switch field.shape {
        case .list:
            guard let elements = value?.array, let type = field.typeName else { return BadValue(value) }
            return .list(elements.map { element($0, type) })
        case .map, .mapOfLists: return BadValue(value)
        case .single: break
        }
        if let type = field.typeName {
            if let value { return element(value, type) }
            return field.isPointer ? .null : element(.object(Object()), type)
        }
        if let value { return .value(value) }
        return field.isPointer ? .null : zero(field)
    }

    /// Selectors have the form of the API even here.
    private static func element(_ value: Value, _ type: String) -> BadValue {
        type == "LabelSelector" ? SelectorRules.shown(value) : self.value(value, ofType: type)
    }

    private static func zero(_ field: SchemaField) -> BadValue {
        switch field.element {
        case .string: ""
        case .int32, .int64, .double, .intOrString: 0
        case .bool: .bool(false)
        case .quantity: "0"
        case .time, .microTime, .bytes, .raw, .fields, .json, .schemaOrBool, .schemaOrArray, .schemaOrStringArray,
            .type:
            .null
        }
    }

    /// The names that Go does not make by a capital first letter alone.
    private static let whole = [
        "dnsPolicy": "DNSPolicy", "dnsConfig": "DNSConfig", "tcpSocket": "TCPSocket", "httpGet": "HTTPGet",
        "httpHeaders": "HTTPHeaders", "ip": "IP", "os": "OS", "tty": "TTY", "apiVersion": "APIVersion",
        "apiGroup": "APIGroup", "nfs": "NFS", "iscsi": "ISCSI", "fc": "FC", "rbd": "RBD", "csi": "CSI", "grpc": "GRPC",
        "gcePersistentDisk": "GCEPersistentDisk", "awsElasticBlockStore": "AWSElasticBlockStore",
        "seLinuxOptions": "SELinuxOptions", "seLinuxChangePolicy": "SELinuxChangePolicy", "cephfs": "CephFS",
        "storageos": "StorageOS", "vsphereVolume": "VsphereVolume", "fsGroup": "FSGroup",
        "fsGroupChangePolicy": "FSGroupChangePolicy", "fsType": "FSType", "pdName": "PDName", "iqn": "IQN",
        "targetWWNs": "TargetWWNs", "wwids": "WWIDs", "uid": "UID",
        "gmsaCredentialSpecName": "GMSACredentialSpecName", "gmsaCredentialSpec": "GMSACredentialSpec",
    ]

    static func exported(_ field: String) -> String {
        whole[field] ?? field.prefix(1).uppercased() + field.dropFirst()
    }
}
