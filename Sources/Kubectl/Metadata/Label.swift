import Documents
import KubeAPI
import KubeModel

extension Command {
    static let label = Command(
        name: "label", group: .settings,
        usage: "[--overwrite] (-f FILENAME | TYPE NAME) KEY_1=VAL_1 ... KEY_N=VAL_N [--resource-version=version]",
        summary: "Update the labels on a resource.",
        details: """
            * A label key and value must begin with a letter or number, and may contain letters, numbers, hyphens, dots, and \
            underscores, up to 63 characters each.
            * Without --overwrite a label that has another value already is left alone, with an error.
            * A key with a hyphen behind it is removed.
            """,
        examples: """
            # Add a label
            kubectl label pod web tier=front

            # Change it
            kubectl label --overwrite pod web tier=back

            # Remove it
            kubectl label pod web tier-

            # On all pods of the namespace
            kubectl label pods --all checked=yes
            """,
        flags: Flag.filename("identifying the resource to update the labels") + Flag.printing
            + Flag.metadataChange("labels"),
        completion: .objects,
        action: .run { context throws(KubectlError) in try context.runMetadataChange(.labels) })

    static let annotate = Command(
        name: "annotate", group: .settings,
        usage: "[--overwrite] (-f FILENAME | TYPE NAME) KEY_1=VAL_1 ... KEY_N=VAL_N [--resource-version=version]",
        summary: "Update the annotations on one or more resources.",
        details: """
            Annotations are key/value pairs like labels, but they are larger and not for selecting. A key with a hyphen \
            behind it is removed.
            """,
        examples: """
            # Add an annotation
            kubectl annotate pod web description='the first one'

            # Change it
            kubectl annotate --overwrite pod web description='the best one'

            # Remove it
            kubectl annotate pod web description-
            """,
        flags: Flag.filename("identifying the resource to update the annotation") + Flag.printing
            + Flag.metadataChange("annotations"),
        completion: .objects,
        action: .run { context throws(KubectlError) in try context.runMetadataChange(.annotations) })
}

extension Flag {
    fileprivate static func metadataChange(_ what: String) -> [Flag] {
        [
            all("Select all resources, in the namespace of the specified resource types"), allNamespaces, dryRun,
            fieldSelector,
            fieldManager(what == "labels" ? "kubectl-label" : "kubectl-annotate"), local, record, selector,
            bool("list", "If true, display the \(what) for a given resource."),
            bool(
                "overwrite",
                "If true, allow \(what) to be overwritten, otherwise reject updates that overwrite existing \(what)."),
            text(
                "resource-version",
                "If non-empty, the \(what) update will only succeed if this is the current resource-version for the object."
            ),
        ]
    }
}

/// The two maps of an object's metadata that kubectl changes, and the words for each.
enum MetadataMap {
    case labels, annotations

    var field: String { self == .labels ? "labels" : "annotations" }
    /// `label`, in messages about pairs.
    var noun: String { self == .labels ? "label" : "annotation" }
}

extension KubectlContext {
    /// Source: `k8s.io/kubectl/pkg/cmd/label/label.go`, `annotate/annotate.go`.
    fileprivate mutating func runMetadataChange(_ map: MetadataMap) throws(KubectlError) {
        let dryRun = try dryRun()
        let arguments = try ResourcePairs(arguments, what: map.noun)
        let (set, removed) = try arguments.parsed(what: map.noun, canRemove: true)
        if map == .labels, let pair = arguments.pairs.first(where: { $0.count(where: { $0 == "=" }) > 1 }) {
            throw .message("invalid label spec: \(pair)")
        }
        if flags.bool("list"), !flags.text("output").isEmpty {
            throw .message("--list and --output may not be specified together")
        }
        if flags.bool("all"), !flags.text("selector").isEmpty {
            throw .message("cannot set --all and --selector at the same time")
        }
        if flags.bool("local"), dryRun == .server {
            throw .message("cannot specify --local and --dry-run=server - did you mean --dry-run=client?")
        }
        if arguments.resources.isEmpty, flags.list("filename").isEmpty, flags.text("kustomize").isEmpty {
            throw .message("one or more resources must be specified as <resource> <name> or <resource>/<name>")
        }
        if flags.bool("local"), flags.list("filename").isEmpty {
            throw .message(
                "can only use local files by -f pod.yaml or --filename=pod.json when --local=true is set")
        }
        if set.isEmpty, removed.isEmpty, !flags.bool("list") {
            throw .message("at least one \(map.noun) update is required")
        }
        try check(set, removed, map)
        var query = query(arguments.resources)
        query.fetchesLatest = true
        query.allowsEmptySelector = query.selectsAll
        query.selectsAll = query.selectsAll && query.arguments.count < 2
        query.allNamespaces = flags.bool("all-namespaces")
        var result = try find(query)
        if !flags.text("resource-version").isEmpty, !result.isSingle {
            throw .message("--resource-version may only be used with a single resource")
        }
        for info in result.infos {
            do {
                try change(info, map, set, removed, dryRun, isSingle: result.isSingle)
            } catch { result.errors.append(error) }
        }
        if let error = KubectlError.joined(result.errors) { throw error }
    }

    private func check(_ set: [(key: String, value: String)], _ removed: [String], _ map: MetadataMap)
        throws(KubectlError)
    {
        for (key, value) in set where map == .labels {
            if let problem = Names.labelValueProblems(value).first {
                throw .message("invalid label value: \("\(key)=\(value)".goQuoted): \(problem)")
            }
        }
        let keys = set.map(\.key)
        let both = removed.filter(keys.contains)
        if !both.isEmpty {
            throw .message(
                map == .labels
                    ? "can not both modify and remove a label in the same command"
                    : "can not both modify and remove the following annotation(s) in the same command: \(both.joined(separator: ", "))"
            )
        }
    }

    private mutating func change(
        _ info: ResourceInfo, _ map: MetadataMap, _ set: [(key: String, value: String)], _ removed: [String],
        _ dryRun: DryRun, isSingle: Bool
    ) throws(KubectlError) {
        let original = info.object ?? Object()
        let entries = original["metadata"]?[map.field]?.object ?? [:]
        if !flags.bool("overwrite") { try checkOverwrites(entries, map, set) }
        var object = original
        var changed = entries
        for (key, value) in set { changed[key] = .string(value) }
        for key in removed {
            if entries[key] == nil, map == .labels, !flags.bool("local"), !flags.bool("list") {
                writeLine("label \(key.goQuoted) not found.")
            }
            changed[key] = nil
        }
        if flags.bool("list") { return listMetadata(changed, of: info, map, isSingle: isSingle) }
        if changed != entries { object["metadata", map.field] = .object(changed) }
        let version = flags.text("resource-version")
        if !version.isEmpty { object["metadata", "resourceVersion"] = .string(version) }
        let operation = map == .annotations ? "annotated" : Self.labelOperation(entries, changed, set, removed)
        if flags.bool("record"), object != original {
            object.annotations["kubernetes.io/change-cause"] = .string(changeCause)
        }
        if object != original, dryRun != .client, !flags.bool("local") {
            let options = WriteOptions(dryRun: dryRun, fieldManager: flags.text("field-manager"), validation: .warn)
            object = try patch(info, .merge, MergePatch.diff(.object(original), .object(object)), options)
        }
        var printer = try printer(operation: operation, dryRun: dryRun)
        try show(object, with: &printer)
    }

    private func checkOverwrites(_ entries: Object, _ map: MetadataMap, _ set: [(key: String, value: String)])
        throws(KubectlError)
    {
        let existing = set.sorted { $0.key < $1.key }.filter {
            let mayChange = map == .annotations && $0.key == "kubernetes.io/change-cause"
            return entries[$0.key] != nil && entries[$0.key]?.string != $0.value && !mayChange
        }
        guard !existing.isEmpty else { return }
        let texts = existing.map { "'\($0.key)' already has a value (\(entries[$0.key]?.string ?? ""))" }
        throw .message(
            map == .labels
                ? texts.map { "\($0), and --overwrite is false" }.joined(separator: "\n")
                : "--overwrite is false but found the following declared annotation(s): \(texts.joined(separator: "; "))"
        )
    }

    private static func labelOperation(
        _ old: Object, _ new: Object, _ set: [(key: String, value: String)], _ removed: [String]
    ) -> String {
        if old == new { return "not labeled" }
        return !set.isEmpty || removed.isEmpty ? "labeled" : "unlabeled"
    }

    /// `app=web`; with several objects each begins with a line of its own: `Listing labels for Pod./web:`.
    private mutating func listMetadata(_ entries: Object, of info: ResourceInfo, _ map: MetadataMap, isSingle: Bool) {
        if !isSingle { writeLine("Listing \(map.field) for \(info.type.kind).\(info.type.group)/\(info.name):") }
        for (key, value) in entries { writeLine("\(isSingle ? "" : " ")\(key)=\(value.string ?? "")") }
    }
}
