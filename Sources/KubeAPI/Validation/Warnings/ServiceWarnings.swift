import Documents
import KubeModel

/// Source: pkg/api/service/warnings.go
enum ServiceWarnings {
    static func of(_ service: Object) -> [String] {
        let spec = service.part("spec")
        let type = spec.text("type")
        let isHeadless = type == "ClusterIP" && spec.text("clusterIP") == "None"
        var warnings: [String] = []
        if service.annotations["service.kubernetes.io/topology-aware-hints"] != nil {
            warnings.append(
                "annotation service.kubernetes.io/topology-aware-hints is deprecated, please use "
                    + "service.kubernetes.io/topology-mode instead")
        }
        if isHeadless { warnings += headless(spec) }
        let external = spec.texts("externalIPs")
        for (index, address) in external.enumerated() {
            warnings += plainness(of: address, FieldPath.spec["externalIPs"][index])
        }
        if !external.isEmpty, !isHeadless, type != "ExternalName" {
            warnings.append("spec.externalIPs is deprecated and may no longer be implemented in some clusters")
        }
        let balancer = spec.text("loadBalancerIP")
        if !balancer.isEmpty { warnings += plainness(of: balancer, FieldPath.spec["loadBalancerIP"]) }
        if type == "ExternalName", !external.isEmpty {
            warnings.append("spec.externalIPs is ignored when spec.type is \"ExternalName\"")
        }
        if type != "ExternalName", !spec.text("externalName").isEmpty {
            warnings.append("spec.externalName is ignored when spec.type is not \"ExternalName\"")
        }
        if spec["trafficDistribution"] == "PreferClose" {
            warnings.append("spec.trafficDistribution: \"PreferClose\" is deprecated; use \"PreferSameZone\"")
        }
        return warnings
    }

    private static func headless(_ spec: Value) -> [String] {
        var warnings: [String] = []
        if !spec.text("loadBalancerIP").isEmpty {
            warnings.append("spec.loadBalancerIP is ignored for headless services")
        }
        if !spec.list("externalIPs").isEmpty {
            warnings.append("spec.externalIPs is ignored for headless services")
        }
        if spec.text("sessionAffinity") != "None" {
            warnings.append("spec.SessionAffinity is ignored for headless services")
        }
        return warnings
    }

    /// An address with leading zeros is read, but not for ever.
    private static func plainness(of text: String, _ path: FieldPath) -> [String] {
        guard let address = NetworkAddress(text), address.isVersion4 else { return [] }
        let plain = address.bytes.map(String.init).joined(separator: ".")
        guard plain != text else { return [] }
        return [
            "\(path.text): non-standard IP address \(GoText.quoted(text)) will be considered invalid in a future "
                + "Kubernetes release: use \(GoText.quoted(plain))"
        ]
    }
}

/// Source: pkg/api/persistentvolume/util.go, pkg/api/persistentvolumeclaim/util.go
enum StorageWarnings {
    private static let oldClass = "volume.beta.kubernetes.io/storage-class"

    static func of(_ object: Object, _ resource: ResourceType) -> [String] {
        var warnings: [String] = []
        let isVolume = resource.schemaType == "PersistentVolume"
        if object.annotations[oldClass] != nil {
            let place = FieldPath.metadata["annotations"].key(oldClass).text
            warnings.append("\(place): deprecated since v1.8; use \"storageClassName\" attribute instead")
        }
        let spec = object.part("spec")
        if !isVolume { return warnings + ofClaimSpec(spec, .spec) }
        if spec.text("persistentVolumeReclaimPolicy") == "Recycle" {
            warnings.append(
                "spec.persistentVolumeReclaimPolicy: The Recycle reclaim policy is deprecated. Instead, the "
                    + "recommended approach is to use dynamic provisioning.")
        }
        return warnings
    }

    static func ofClaimSpec(_ spec: Value, _ path: FieldPath) -> [String] {
        ["requests", "limits"].compactMap { kind in
            guard let amount = Quantity(spec.part("resources").map(kind)["storage"]), amount.milliUnits % 1000 != 0
            else { return nil }
            let place = path["resources"][kind].key("storage").text
            return "\(place): fractional byte value \(GoText.quoted(amount.description)) is invalid, must be an integer"
        }
    }
}
