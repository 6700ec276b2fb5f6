import Documents
import KubeAPI
import KubeModel

extension Command {
    static let taint = Command(
        name: "taint", group: .cluster, usage: "NODE NAME KEY_1=VAL_1:TAINT_EFFECT_1 ... KEY_N=VAL_N:TAINT_EFFECT_N",
        summary: "Update the taints on one or more nodes.",
        details: """
            A taint is a key, a value and an effect: NoSchedule, PreferNoSchedule or NoExecute. Pods that do not tolerate it \
            stay away. A key with a hyphen behind it is removed, with all effects or with the one that is named. Taints can \
            only be put on nodes.
            """,
        examples: """
            # Only for pods that tolerate it
            kubectl taint nodes node-1 dedicated=db:NoSchedule

            # Remove it
            kubectl taint nodes node-1 dedicated=db:NoSchedule-

            # Remove all taints with a key
            kubectl taint nodes node-1 dedicated-
            """,
        flags: Flag.printing + [
            .all("Select all nodes in the cluster"), .dryRun, .fieldManager("kubectl-taint"), .validate, .selector,
            .bool(
                "overwrite",
                "If true, allow taints to be overwritten, otherwise reject taint updates that overwrite existing taints."
            ),
        ],
        completion: .names("nodes"),
        action: .run { context throws(KubectlError) in try context.runTaint() })
}

/// A taint on the command line: `dedicated=db:NoSchedule`, `dedicated:NoSchedule-`, `dedicated-`.
private struct TaintSpec: Hashable {
    var key: String
    var value = ""
    /// Empty for a removal of all effects.
    var effect = ""

    static let effects = ["NoSchedule", "PreferNoSchedule", "NoExecute"]

    /// Source: `k8s.io/kubectl/pkg/cmd/taint/utils.go` `parseTaint`.
    init(_ text: String) throws(KubectlError) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        // Without an effect the whole word is the key.
        let sides =
            parts.count == 1
            ? parts : parts[0].split(separator: "=", omittingEmptySubsequences: false).map(String.init)
        guard parts.count <= 2, sides.count <= 2 else { throw .usage("invalid taint spec: \(text)") }
        key = sides[0]
        value = sides.count == 2 ? sides[1] : ""
        if parts.count == 2 { effect = parts[1] }
        if let problem = Names.labelValueProblems(value).first {
            throw .usage("invalid taint spec: \(text), \(problem)")
        }
        if parts.count == 2, !Self.effects.contains(effect) {
            throw .usage("invalid taint effect: \(effect), unsupported taint effect")
        }
        if let problem = Names.qualifiedNameProblems(key).first {
            throw .usage("invalid taint spec: \(text), \(problem)")
        }
    }

    var taint: Value {
        var taint: Object = ["key": .string(key), "effect": .string(effect)]
        if !value.isEmpty { taint["value"] = .string(value) }
        return .object(taint)
    }

    func matches(_ taint: Value) -> Bool {
        taint["key"]?.string == key && (effect.isEmpty || taint["effect"]?.string == effect)
    }
}

extension KubectlContext {
    /// Source: `k8s.io/kubectl/pkg/cmd/taint/taint.go`.
    fileprivate mutating func runTaint() throws(KubectlError) {
        let (resources, added, removed) = try taintArguments()
        let dryRun = try dryRun()
        guard let word = resources.first else {
            throw .message("one or more resources must be specified as <resource> <name>")
        }
        try checkTaints(word, added, removed)
        var query = query(resources)
        query.fetchesLatest = true
        query.allowsEmptySelector = query.selectsAll
        query.allNamespaces = false
        var result = try find(query)
        for info in result.infos {
            do { try taint(info, added, removed, dryRun) } catch { result.errors += error.parts }
        }
        if let error = KubectlError.joined(result.errors) { throw error }
    }

    private func taintArguments() throws(KubectlError) -> ([String], added: [TaintSpec], removed: [TaintSpec]) {
        var resources: [String] = []
        var added: [TaintSpec] = []
        var removed: [TaintSpec] = []
        var hasTaints = false
        for word in arguments {
            let isTaint = word.contains("=") || word.contains(":") || word.hasSuffix("-")
            if hasTaints, !isTaint { throw .message("all resources must be specified before taint changes: \(word)") }
            hasTaints = hasTaints || isTaint
            if !isTaint {
                resources.append(word)
            } else if word.hasSuffix("-") {
                removed.append(try TaintSpec(String(word.dropLast())))
            } else {
                let spec = try TaintSpec(word)
                if added.contains(where: { $0.key == spec.key && $0.effect == spec.effect }) {
                    throw .usage(
                        "duplicated taints with the same key and effect: {\(spec.key) \(spec.value) \(spec.effect) <nil>}"
                    )
                }
                if spec.effect.isEmpty { throw .usage("invalid taint spec: \(word)") }
                added.append(spec)
            }
        }
        return (resources, added, removed)
    }

    private func checkTaints(_ word: String, _ added: [TaintSpec], _ removed: [TaintSpec]) throws(KubectlError) {
        guard ["node", "nodes", "no"].contains(word.lowercased().split(separator: "/").first.map(String.init) ?? "")
        else {
            throw .message("invalid resource type \(word), only node types are supported")
        }
        if flags.bool("all"), !flags.text("selector").isEmpty {
            throw .message("setting 'all' parameter with a non empty selector is prohibited")
        }
        if added.isEmpty, removed.isEmpty { throw .message("at least one taint update is required") }
        let both = removed.filter { spec in
            added.contains { $0.key == spec.key && (spec.effect.isEmpty || $0.effect == spec.effect) }
        }
        if !both.isEmpty {
            throw .message(
                "can not both modify and remove the following taint(s) in the same command: \(both.map { "\($0.key)=\($0.effect)" }.joined(separator: ", "))"
            )
        }
    }

    private mutating func taint(_ info: ResourceInfo, _ added: [TaintSpec], _ removed: [TaintSpec], _ dryRun: DryRun)
        throws(KubectlError)
    {
        let original = info.object ?? Object()
        let old = original["spec"]?["taints"]?.array ?? []
        var kept = old
        if !flags.bool("overwrite"), let key = added.first(where: { spec in old.contains(where: spec.matches) })?.key {
            throw .several([
                .message("node \(info.name) already has \(key) taint(s) with same effect(s) and --overwrite is false")
            ])
        }
        kept.removeAll { taint in added.contains { $0.matches(taint) } }
        var missing: [KubectlError] = []
        for spec in removed {
            let count = kept.count
            kept.removeAll(where: spec.matches)
            if kept.count == count {
                missing.append(
                    .message(
                        "taint \((spec.effect.isEmpty ? spec.key : "\(spec.key):\(spec.effect)").goQuoted) not found"))
            }
        }
        if !missing.isEmpty { throw .several(missing) }
        let new = added.map(\.taint) + kept
        var object = original
        object["spec", "taints"] = new.isEmpty ? nil : .array(new)
        if dryRun != .client {
            let options = WriteOptions(
                dryRun: dryRun, fieldManager: flags.text("field-manager"), validation: try validation())
            object = try patch(info, from: original, to: object, options)
        }
        let isModified = flags.bool("overwrite") || !added.isEmpty && !removed.isEmpty
        let operation = isModified ? "modified" : added.isEmpty ? "untainted" : "tainted"
        // Unlike other commands this one does not say that it was only tried.
        var printer = try printer(operation: operation, dryRun: .none)
        try show(object, with: &printer)
    }
}
