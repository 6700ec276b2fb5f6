import Documents

/// A `kustomization.yaml`: which resources, and what is done to them.
///
/// Source: `sigs.k8s.io/kustomize/api/types/kustomization.go`.
struct Kustomization: Sendable {
    private let fields: Object
    /// A component changes the resources of those who name it.
    let isComponent: Bool

    static let fileNames = ["kustomization.yaml", "kustomization.yml", "Kustomization"]

    /// The fields that mean something here, in the spelling of the documentation.
    private static let known = [
        "apiVersion", "kind", "metadata", "resources", "bases", "components", "namePrefix", "nameSuffix", "namespace",
        "labels", "commonLabels", "commonAnnotations", "images", "replicas", "configMapGenerator", "secretGenerator",
        "generatorOptions", "patches", "patchesStrategicMerge", "patchesJson6902", "sortOptions", "buildMetadata",
    ]

    /// Fields of kustomize that this one does not know.
    private static let refused = [
        "replacements", "vars", "crds", "openapi", "configurations", "generators", "transformers", "validators",
        "helmCharts",
        "helmGlobals", "helmChartInflationGenerator", "inventory", "imageTags",
    ]

    /// Names of fields are read whatever their case, as Go's JSON decoder does.
    init(_ object: Object) throws(KubectlError) {
        var fields = Object()
        for (key, value) in object {
            guard let name = Self.known.first(where: { $0.lowercased() == key.lowercased() }) else {
                if Self.refused.contains(key) { throw .message("the field \(key) of a kustomization is not simulated") }
                throw .message("invalid Kustomization: json: unknown field \(key.goQuoted)")
            }
            fields[name] = value
        }
        self.fields = fields
        isComponent = fields["kind"]?.string == "Component"
    }
}

extension Kustomization {
    func text(_ name: String) -> String { fields[name]?.string ?? "" }
    func texts(_ name: String) -> [String] { fields[name]?.array?.compactMap(\.string) ?? [] }
    func list(_ name: String) -> [Value] { fields[name]?.array ?? [] }
    func map(_ name: String) -> Object { fields[name]?.object ?? [:] }

    /// Old fields that still work, each with what to write instead.
    var warnings: [String] {
        let newer = [
            ("bases", "resources"), ("commonLabels", "labels"), ("patchesJson6902", "patches"),
            ("patchesStrategicMerge", "patches"),
        ]
        return newer.filter { fields[$0.0] != nil }.map { old, new in
            "'\(old)' is deprecated. Please use '\(new)' instead. Run 'kustomize edit fix' to update your Kustomization automatically."
        }
    }
}
