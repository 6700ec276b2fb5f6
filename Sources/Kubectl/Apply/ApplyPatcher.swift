import Documents
import KubeAPI
import KubeModel

/// Brings a live object to what a manifest says: the merge of the manifest applied last, the live object and the new one.
///
/// Source: `k8s.io/kubectl/pkg/cmd/apply/patcher.go`.
struct ApplyPatcher {
    let info: ResourceInfo
    let manifest: Object
    let applying: Applying

    private static let attemptsMax = 5
}

extension ApplyPatcher {
    /// The object afterwards, and whether there was anything to change.
    mutating func apply(to current: Object, in context: inout KubectlContext) throws(KubectlError) -> (
        Object, isChanged: Bool
    ) {
        var current = current
        var attempt = 1
        while true {
            let patch = try patch(for: current)
            if patch.isEmpty { return (current, false) }
            do {
                let type: PatchType = usesStrategicMerge ? .strategicMerge : .merge
                return (try context.patch(info, type, .object(patch), applying.options), true)
            } catch {
                if error.reason == "Conflict", attempt < Self.attemptsMax {
                    attempt += 1
                    try context.sleep(.seconds(1))
                    current = try context.get(info)
                } else if applying.deletion.isForced, error.reason == "Conflict" || error.reason == "Invalid" {
                    return (try recreate(current, in: &context), true)
                } else {
                    throw failure(error, patch)
                }
            }
        }
    }

    private var usesStrategicMerge: Bool { Schema.builtIn.patchSchema(for: info.type) != nil }

    /// The patch that changes what the manifest changed since it was applied last, and nothing else.
    func patch(for current: Object) throws(KubectlError) -> Object {
        var modified = manifest
        modified.rememberAsApplied(manifest.lastAppliedText)
        var original = Value.object([:])
        if let text = current.annotations[Object.lastAppliedAnnotation]?.string {
            do { original = try JSON.parse(text) } catch {
                throw .message("retrieving original configuration from:\n\(info.name)\nfor: \(error.message)")
            }
        }
        let patch: Value
        do {
            if let schema = Schema.builtIn.patchSchema(for: info.type) {
                patch = try StrategicMergePatch.diff(
                    original: original, modified: .object(modified), current: .object(current), schema: schema)
            } else {
                patch = MergePatch.diff(original: original, modified: .object(modified), current: .object(current))
            }
        } catch {
            throw .message(
                "creating patch with:\noriginal:\n\(JSON.encode(original))\nmodified:\n\(JSON.encode(.object(modified)))\ncurrent:\n\(JSON.encode(.object(current)))\nfor: \(error.message)"
            )
        }
        return patch.object ?? Object()
    }

    private func failure(_ error: KubectlError, _ patch: Object) -> KubectlError {
        error.during(
            "applying patch:\n\(JSON.encode(.object(patch)))\nto:\n\(info.goDescription)\nfor:", source: info.source)
    }

    /// `--force`: the object is deleted and made anew, or put back when that fails.
    private func recreate(_ current: Object, in context: inout KubectlContext) throws(KubectlError) -> Object {
        var deletion = applying.deletion
        deletion.isQuiet = true
        deletion.waits = true
        deletion.gracePeriod = 0
        let uid = try context.delete(info, deletion)
        try context.waitForDeletion(of: [(info, uid: uid)], deletion)
        var object = manifest
        object.rememberAsApplied(manifest.lastAppliedText)
        do { return try context.create(object, info, applying.options) } catch {
            var earlier = current
            earlier["metadata", "resourceVersion"] = nil
            earlier["metadata", "uid"] = nil
            do { _ = try context.create(earlier, info, applying.options) } catch let second {
                throw .message(
                    "An error occurred force-replacing the existing object with the newly provided one. This object may have been deleted.\(error.text) \(second.text)"
                )
            }
            throw error
        }
    }
}
