import Documents

/// What descriptions say of one kind of volume source: its words, and its fields with their titles.
struct VolumeSourceText: Sendable {
    enum Style: Sendable {
        /// Text or number; empty when absent.
        case text
        /// As text, with words for its absence.
        case orElse(String)
        case flag
        case number
        /// `[a b]`
        case list
        /// `a, b`
        case commas
        /// `&LocalObjectReference{Name:x,}`, `nil`
        case reference
        /// `map[a:b]`
        case map
    }

    let name: String
    let type: String
    let fields: [(title: String, key: String, style: Style)]

    init(_ name: String, _ type: String, _ fields: [(title: String, key: String, style: Style)]) {
        self.name = name
        self.type = type
        self.fields = fields
    }
}

extension VolumeSourceText {
    static func text(_ value: Value?, _ style: Style) -> String {
        switch style {
        case .text: value?.scalarText ?? ""
        case .orElse(let absent): value?.scalarText ?? absent
        case .flag: String(value?.bool ?? false)
        case .number: String(value?.int ?? 0)
        case .list: "[\((value?.array ?? []).map(\.scalarText).joined(separator: " "))]"
        case .commas: (value?.array ?? []).map(\.scalarText).joined(separator: ", ")
        case .reference: value.map { "&LocalObjectReference{Name:\($0.text("name")),}" } ?? "nil"
        case .map: (value ?? [:]).goText
        }
    }

    static let hostPath = VolumeSourceText(
        "hostPath", "HostPath (bare host directory volume)",
        [("Path", "path", .text), ("HostPathType", "type", .orElse("<none>"))])

    static let local = VolumeSourceText(
        "local", "LocalVolume (a persistent volume backed by local storage on a node)", [("Path", "path", .text)])

    static let nfs = VolumeSourceText(
        "nfs", "NFS (an NFS mount that lasts the lifetime of a pod)",
        [("Server", "server", .text), ("Path", "path", .text), ("ReadOnly", "readOnly", .flag)])

    static let secret = VolumeSourceText(
        "secret", "Secret (a volume populated by a Secret)",
        [("SecretName", "secretName", .text), ("Optional", "optional", .flag)])

    static let configMap = VolumeSourceText(
        "configMap", "ConfigMap (a volume populated by a ConfigMap)",
        [("Name", "name", .text), ("Optional", "optional", .flag)])

    static let persistentVolumeClaim = VolumeSourceText(
        "persistentVolumeClaim",
        "PersistentVolumeClaim (a reference to a PersistentVolumeClaim in the same namespace)",
        [("ClaimName", "claimName", .text), ("ReadOnly", "readOnly", .flag)])

    static let image = VolumeSourceText(
        "image", "Image (a container image or OCI artifact)",
        [("Reference", "reference", .text), ("PullPolicy", "pullPolicy", .text)])

    static let csi = VolumeSourceText(
        "csi", "CSI (a Container Storage Interface (CSI) volume source)",
        [("Driver", "driver", .text), ("FSType", "fsType", .text), ("ReadOnly", "readOnly", .flag)])

    static let persistentCSI = VolumeSourceText(
        "csi", "CSI (a Container Storage Interface (CSI) volume source)",
        [
            ("Driver", "driver", .text), ("FSType", "fsType", .text), ("VolumeHandle", "volumeHandle", .text),
            ("ReadOnly", "readOnly", .flag),
        ])

    /// The sources of pods that have nothing but fields.
    static let ofPods = [hostPath, secret, configMap, nfs, persistentVolumeClaim, image] + ofVendors
    /// The sources of persistent volumes.
    static let ofPersistentVolumes = [hostPath, nfs, local, persistentCSI] + ofVendors
}
