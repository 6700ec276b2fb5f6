import Documents
import KubeModel

extension DescribeWriter {
    /// The volumes of a pod or of a pod template.
    mutating func volumes(_ volumes: [Value], isTemplate: Bool = false) {
        let indentation = isTemplate ? "  " : ""
        line("\(indentation)Volumes:\(volumes.isEmpty ? "\t<none>" : "")")
        for volume in volumes {
            line("\(isTemplate ? " " : "")\(volume.text("name")):", level: 1)
            source(of: volume)
        }
    }

    private mutating func source(of volume: Value) {
        if let emptyDir = volume["emptyDir"] {
            self.emptyDir(emptyDir)
        } else if let projected = volume["projected"] {
            self.projected(projected)
        } else if let downward = volume["downwardAPI"] {
            downwardAPI(downward)
        } else if let ephemeral = volume["ephemeral"] {
            self.ephemeral(ephemeral)
        } else if let csi = volume["csi"] {
            fields(csi, .csi)
            volumeAttributes(csi)
        } else if let known = VolumeSourceText.ofPods.first(where: { volume[$0.name] != nil }) {
            fields(volume[known.name] ?? .null, known)
        } else {
            line("<unknown>", level: 1)
        }
    }

    /// The source of a persistent volume's specification.
    mutating func persistentSource(_ specification: Value) {
        guard let known = VolumeSourceText.ofPersistentVolumes.first(where: { specification[$0.name] != nil }) else {
            line("<unknown>", level: 1)
            return
        }
        let source = specification[known.name] ?? .null
        fields(source, known)
        if known.name == "csi" { volumeAttributes(source) }
    }

    private mutating func fields(_ source: Value, _ known: VolumeSourceText) {
        field("Type", known.type, level: 2)
        for part in known.fields {
            field(part.title, VolumeSourceText.text(source[part.key], part.style), level: 2)
        }
    }

    private mutating func emptyDir(_ source: Value) {
        field("Type", "EmptyDir (a temporary directory that shares a pod's lifetime)", level: 2)
        field("Medium", source.text("medium"), level: 2)
        let limit = Quantity(source["sizeLimit"]).flatMap { $0 > .zero ? source["sizeLimit"]?.scalarText : nil }
        field("SizeLimit", limit ?? "<unset>", level: 2)
    }

    private mutating func projected(_ source: Value) {
        field("Type", "Projected (a volume that contains injected data from multiple sources)", level: 2)
        for part in source.list("sources") {
            if let secret = part["secret"] {
                field("SecretName", secret.text("name"), level: 2)
                field("Optional", secret.flag("optional"), level: 2)
            } else if part["downwardAPI"] != nil {
                field("DownwardAPI", true, level: 2)
            } else if let map = part["configMap"] {
                field("ConfigMapName", map.text("name"), level: 2)
                field("Optional", map.flag("optional"), level: 2)
            } else if let token = part["serviceAccountToken"] {
                field("TokenExpirationSeconds", token.count("expirationSeconds"), level: 2)
            }
        }
    }

    private mutating func downwardAPI(_ source: Value) {
        field("Type", "DownwardAPI (a volume populated by information about the pod)", level: 2)
        line("Items:", level: 2)
        for item in source.list("items") {
            let from = [item["fieldRef", "fieldPath"], item["resourceFieldRef", "resource"]].compactMap { $0?.string }
            for path in from { line("\(path) -> \(item.text("path"))", level: 3) }
        }
    }

    private mutating func ephemeral(_ source: Value) {
        field(
            "Type",
            "EphemeralVolume (an inline specification for a volume that gets created and deleted with the pod)",
            level: 2)
        if let template = source["volumeClaimTemplate"]?.object { claim(template, isComplete: false, level: 2) }
    }

    private mutating func volumeAttributes(_ source: Value) {
        let attributes = source.map("volumeAttributes").map { key, value in
            Self.shortened("\(key)=\(value.scalarText)", to: 140)
        }
        // kubectl writes the indentation of the line before the values, too.
        list("VolumeAttributes", attributes.map { "    " + $0 }, level: 2)
    }
}
