import Documents
import KubeModel

/// What a kustomization does to all resources below it, in kustomize's order.
///
/// Source: `sigs.k8s.io/kustomize/api/internal/target/kusttarget_configplugin.go`.
struct KustomizeTransformers {
    private let kustomization: Kustomization
    private let patches: [KustomizePatch]

    init(_ kustomization: Kustomization, patches: [KustomizePatch]) {
        self.kustomization = kustomization
        self.patches = patches
    }
}

extension KustomizeTransformers {
    func run(on resources: inout [KustomizeResource]) throws(KubectlError) {
        for patch in patches { try patch.apply(to: &resources) }
        setNamespace(of: &resources)
        rename(&resources)
        for index in resources.indices {
            addLabels(to: &resources[index].object)
            addAnnotations(to: &resources[index].object)
            setImages(in: &resources[index].object)
        }
        try setReplicas(of: &resources)
    }

    private func setNamespace(of resources: inout [KustomizeResource]) {
        let namespace = kustomization.text("namespace")
        guard !namespace.isEmpty else { return }
        for index in resources.indices {
            if resources[index].isNamespaced { resources[index].object.namespace = namespace }
            if resources[index].object.kind == "Namespace" { continue }
            guard resources[index].object.kind.hasSuffix("RoleBinding"),
                var subjects = resources[index].object["subjects"]?.array
            else { continue }
            let accounts = resources.filter { $0.object.kind == "ServiceAccount" }
            for place in subjects.indices where subjects[place]["kind"]?.string == "ServiceAccount" {
                let name = subjects[place]["name"]?.string ?? ""
                if name == "default" || accounts.contains(where: { $0.isNamed(name) }) {
                    subjects[place]["namespace"] = .string(namespace)
                }
            }
            resources[index].object["subjects"] = .array(subjects)
        }
    }

    private func rename(_ resources: inout [KustomizeResource]) {
        let prefix = kustomization.text("namePrefix"), suffix = kustomization.text("nameSuffix")
        guard !prefix.isEmpty || !suffix.isEmpty else { return }
        let fixed = ["CustomResourceDefinition", "APIService", "Namespace"]
        for index in resources.indices where !fixed.contains(resources[index].object.kind) {
            resources[index].rename(prefix + resources[index].object.name + suffix)
        }
    }

    private func addLabels(to object: inout Object) {
        Self.add(kustomization.map("commonLabels"), to: &object, withSelectors: true, withTemplates: true)
        for entry in kustomization.list("labels") {
            let withSelectors = entry["includeSelectors"]?.bool ?? false
            Self.add(
                entry["pairs"]?.object ?? [:], to: &object, withSelectors: withSelectors,
                withTemplates: withSelectors || entry["includeTemplates"]?.bool ?? false)
        }
    }

    private static func add(_ labels: Object, to object: inout Object, withSelectors: Bool, withTemplates: Bool) {
        guard !labels.isEmpty else { return }
        var places: [LabelPlace] = [LabelPlace(["metadata", "labels"])]
        if withTemplates { places += LabelPlace.templates(of: object.kind) }
        if withSelectors { places += LabelPlace.selectors(of: object.kind) }
        for place in places {
            guard !place.onlyExisting || object[path: place.path] != nil else { continue }
            for (key, value) in labels { object[path: place.path + [key]] = value }
        }
    }

    private func addAnnotations(to object: inout Object) {
        let annotations = kustomization.map("commonAnnotations")
        guard !annotations.isEmpty else { return }
        let places =
            [["metadata", "annotations"]]
            + LabelPlace.templates(of: object.kind).map { $0.path.dropLast() + ["annotations"] }
        for place in places {
            for (key, value) in annotations { object[path: place + [key]] = value }
        }
    }

    private func setImages(in object: inout Object) {
        let images = kustomization.list("images")
        guard !images.isEmpty else { return }
        object = Self.withImages(.object(object), images, in: "").object ?? object
    }

    /// The value with the images of all containers in it changed.
    private static func withImages(_ value: Value, _ images: [Value], in key: String) -> Value {
        switch value {
        case .array(let elements):
            let isList = ["containers", "initContainers", "ephemeralContainers"].contains(key)
            return .array(
                elements.map { element in
                    var element = withImages(element, images, in: "")
                    if isList, let image = element["image"]?.string {
                        element["image"] = .string(changed(image, images))
                    }
                    return element
                })
        case .object(let object): return .object(Object(object.map { ($0, withImages($1, images, in: $0)) }))
        case .null, .bool, .integer, .double, .string: return value
        }
    }

    /// Source: `sigs.k8s.io/kustomize/api/filters/imagetag`.
    private static func changed(_ image: String, _ images: [Value]) -> String {
        let parts = ImageParts(image)
        for entry in images where entry["name"]?.string == parts.name {
            var result = parts
            if let name = entry["newName"]?.string { result.name = name }
            if let tag = entry["newTag"].map({ $0.string ?? $0.goText }) { (result.tag, result.digest) = (tag, "") }
            if let suffix = entry["tagSuffix"]?.string { result.tag += suffix }
            if let digest = entry["digest"]?.string { (result.tag, result.digest) = ("", digest) }
            return result.text
        }
        return image
    }

    private func setReplicas(of resources: inout [KustomizeResource]) throws(KubectlError) {
        let kinds = ["Deployment", "ReplicationController", "ReplicaSet", "StatefulSet"]
        for entry in kustomization.list("replicas") {
            let name = entry["name"]?.string ?? ""
            let places = resources.indices.filter {
                kinds.contains(resources[$0].object.kind) && resources[$0].isNamed(name)
            }
            if places.isEmpty {
                throw .message(
                    "resource with name \(name) does not match a config with the following GVK [Deployment.[noVer].[noGrp] ReplicationController.[noVer].[noGrp] ReplicaSet.[noVer].[noGrp] StatefulSet.[noVer].[noGrp]]"
                )
            }
            for place in places { resources[place].object["spec", "replicas"] = entry["count"] }
        }
    }
}

/// A place in an object where labels stand.
private struct LabelPlace {
    var path: [String]
    /// Labels are added only to those that are there.
    var onlyExisting = false

    init(_ path: [String], onlyExisting: Bool = false) {
        self.path = path
        self.onlyExisting = onlyExisting
    }

    /// Source: `sigs.k8s.io/kustomize/api/internal/konfig/builtinpluginconsts/commonlabels.go`.
    static func templates(of kind: String) -> [LabelPlace] {
        switch kind {
        case "ReplicationController", "Deployment", "ReplicaSet", "DaemonSet", "StatefulSet", "Job":
            [LabelPlace(["spec", "template", "metadata", "labels"])]
        case "CronJob":
            [
                LabelPlace(["spec", "jobTemplate", "metadata", "labels"]),
                LabelPlace(["spec", "jobTemplate", "spec", "template", "metadata", "labels"]),
            ]
        default: []
        }
    }

    static func selectors(of kind: String) -> [LabelPlace] {
        switch kind {
        case "Service", "ReplicationController": [LabelPlace(["spec", "selector"])]
        case "Deployment", "ReplicaSet", "DaemonSet", "StatefulSet": [LabelPlace(["spec", "selector", "matchLabels"])]
        case "Job", "PodDisruptionBudget": [LabelPlace(["spec", "selector", "matchLabels"], onlyExisting: true)]
        case "CronJob": [LabelPlace(["spec", "jobTemplate", "spec", "selector", "matchLabels"], onlyExisting: true)]
        case "NetworkPolicy": [LabelPlace(["spec", "podSelector", "matchLabels"], onlyExisting: true)]
        default: []
        }
    }
}

/// A reference to an image, taken apart: `registry:5000/app:1.0@sha256:...`.
private struct ImageParts {
    var name: String
    var tag = ""
    var digest = ""

    init(_ text: String) {
        let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        digest = parts.count == 2 ? parts[1] : ""
        name = parts[0]
        let lastSlash = name.lastIndex(of: "/") ?? name.startIndex
        if let colon = name[lastSlash...].lastIndex(of: ":") {
            tag = String(name[name.index(after: colon)...])
            name = String(name[..<colon])
        }
    }

    var text: String { name + (tag.isEmpty ? "" : ":" + tag) + (digest.isEmpty ? "" : "@" + digest) }
}
