import Documents
import KubeModel

/// Volumes of kinds that are gone, and files of one volume that stand in each other's way.
///
/// Source: pkg/api/pod/warnings.go
enum VolumeWarnings {
    static func of(_ volumes: [Value], _ path: FieldPath) -> [String] {
        var warnings: [String] = []
        for (index, volume) in volumes.enumerated() {
            for old in oldVolumes where volume[old.kind] != nil {
                warnings.append("\(path[index][old.shown].text): \(old.message)")
            }
            if let template = volume["ephemeral"]?["volumeClaimTemplate"] {
                let place = path[index]["ephemeral"]["volumeClaimTemplate"]["spec"]
                warnings += StorageWarnings.ofClaimSpec(template.part("spec"), place)
            }
        }
        return warnings + volumes.flatMap(overlaps)
    }

    private static let oldVolumes: [(kind: String, shown: String, message: String)] = [
        ("photonPersistentDisk", "photonPersistentDisk", "deprecated in v1.11, non-functional in v1.16+"),
        ("gitRepo", "gitRepo", "deprecated in v1.11, and disabled by default in v1.33+"),
        ("scaleIO", "scaleIO", "deprecated in v1.16, non-functional in v1.22+"),
        ("flocker", "flocker", "deprecated in v1.22, non-functional in v1.25+"),
        ("storageos", "storageOS", "deprecated in v1.22, non-functional in v1.25+"),
        ("quobyte", "quobyte", "deprecated in v1.22, non-functional in v1.25+"),
        ("glusterfs", "glusterfs", "deprecated in v1.25, non-functional in v1.26+"),
        ("cephfs", "cephfs", "deprecated in v1.28, non-functional in v1.31+"),
        ("rbd", "rbd", "deprecated in v1.28, non-functional in v1.31+"),
    ]

    /// A file and the part of a projected volume that it comes from.
    private struct File {
        let path: String
        let source: String

        var shown: String { GoText.quoted(path) + (source.isEmpty ? "" : " (\(source))") }

        init(_ path: String, _ source: String = "") {
            self.path = path.hasSuffix("/") ? String(path.dropLast()) : path
            self.source = source
        }

        func isInTheWay(of other: File) -> Bool {
            path == other.path || path.hasPrefix(other.path + "/") || other.path.hasPrefix(path + "/")
        }
    }

    private static func overlaps(_ volume: Value) -> [String] {
        let name = GoText.quoted(volume.text("name"))
        var warnings: [String] = []
        func warn(_ files: [File], _ kind: String) {
            for (index, file) in files.enumerated() where !file.path.isEmpty {
                guard let other = files[..<index].first(where: { !$0.path.isEmpty && file.isInTheWay(of: $0) })
                else { continue }
                warnings.append("volume \(name) (\(kind)): overlapping paths: \(file.shown) with \(other.shown)")
            }
        }
        if let map = volume["configMap"] { warn(files(map), "ConfigMap \(GoText.quoted(map.text("name")))") }
        if let secret = volume["secret"] { warn(files(secret), "Secret \(GoText.quoted(secret.text("secretName")))") }
        if let downward = volume["downwardAPI"] { warn(files(downward), "DownwardAPI") }
        if let projected = volume["projected"] {
            let sources = projected.list("sources")
            for source in sources where source.object?.isEmpty ?? true {
                warnings.append("volume \(name) (Projected) has no sources provided")
            }
            warn(sources.flatMap(projectedFiles), "Projected")
        }
        return warnings
    }

    private static func files(_ source: Value, _ shown: String = "") -> [File] {
        source.list("items").map { File($0.text("path"), shown) }
    }

    private static func projectedFiles(_ source: Value) -> [File] {
        if let map = source["configMap"] { return files(map, "ConfigMap \(GoText.quoted(map.text("name")))") }
        if let secret = source["secret"] { return files(secret, "Secret \(GoText.quoted(secret.text("name")))") }
        if let downward = source["downwardAPI"] { return files(downward, "DownwardAPI") }
        if let token = source["serviceAccountToken"] { return [File(token.text("path"), "ServiceAccountToken")] }
        guard let bundle = source["clusterTrustBundle"] else { return [] }
        let shown = GoText.quoted(bundle.text(bundle["name"] == nil ? "signerName" : "name"))
        return [File(bundle.text("path"), "ClusterTrustBundle \(shown)")]
    }
}
