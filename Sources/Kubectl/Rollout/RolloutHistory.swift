import Documents
import KubeModel
import KubePrinting

extension Command {
    static let rolloutHistory = Command(
        name: "history", group: .subcommands, usage: "(TYPE NAME | TYPE/NAME) [flags]",
        summary: "View previous rollout revisions and configurations.",
        examples: """
            # All revisions of a deployment
            kubectl rollout history deployment/web

            # The pod template of one of them
            kubectl rollout history deployment/web --revision=3
            """,
        flags: Flag.filename("identifying the resource to get from a server.") + Flag.printing + [
            .integer("revision", "See the details, including podTemplate of the revision specified"), .selector,
        ],
        completion: .objects,
        action: .run { context throws(KubectlError) in try context.runRolloutHistory() })
}

/// The revisions of a workload, as its replica sets or controller revisions keep them.
///
/// Source: `k8s.io/kubectl/pkg/polymorphichelpers/history.go`.
struct RolloutHistory {
    static let revisionAnnotation = "deployment.kubernetes.io/revision"
    static let causeAnnotation = "kubernetes.io/change-cause"

    struct Revision {
        var number: Int
        /// The replica set or controller revision.
        var object: Object
        /// The pod template at that time.
        var template: Value
    }

    /// By their numbers.
    private(set) var revisions: [Revision]
}

extension RolloutHistory {
    /// `nil` for kinds without a history.
    init?(of info: ResourceInfo, in context: inout KubectlContext) throws(KubectlError) {
        let owner = info.object ?? Object()
        switch info.type.kind {
        case "Deployment":
            let sets = try context.list(.replicaSets, namespace: info.namespace).filter {
                $0.controller?.uid == owner.uid
            }
            revisions = sets.compactMap { set in
                guard let text = set.annotations[Self.revisionAnnotation]?.string, let number = Int(text) else {
                    return nil
                }
                return Revision(number: number, object: set, template: Self.annotated(set))
            }
        case "DaemonSet", "StatefulSet":
            let kept = try context.list(.controllerRevisions, namespace: info.namespace)
                .filter { $0.controller?.uid == owner.uid }
            revisions = []
            for object in kept { revisions.append(try Self.revision(object, of: owner, info.type)) }
        default: return nil
        }
        revisions.sort { $0.number < $1.number }
    }

    /// The template of a replica set, with the cause of its change, which the description shows.
    private static func annotated(_ set: Object) -> Value {
        var template = set["spec"]?["template"] ?? [:]
        if let cause = set.annotations[causeAnnotation] { template["metadata", "annotations", causeAnnotation] = cause }
        return template
    }

    /// The template that a controller revision keeps is a patch to the object.
    private static func revision(_ kept: Object, of owner: Object, _ type: ResourceType) throws(KubectlError)
        -> Revision
    {
        var template = owner["spec"]?["template"] ?? [:]
        if let patch = kept["data"], let schema = Schema.builtIn.patchSchema(for: type) {
            do {
                let object = try StrategicMergePatch.apply(patch, to: .object(owner), schema: schema)
                template = object["spec"]?["template"] ?? template
            } catch {
                throw .message("failed to parse history of \(owner.name): \(error.message)")
            }
        }
        return Revision(number: kept["revision"]?.int ?? 0, object: kept, template: template)
    }

    /// The words for a kind that has pods but no history, and for one that rollouts know nothing of.
    ///
    /// Source: `k8s.io/kubectl/pkg/polymorphichelpers` `HistoryViewerFor`, `k8s.io/kubectl/pkg/apps` `kindvisitor.go`.
    fileprivate static func refusal(of type: ResourceType) -> String {
        let name = type.group.isEmpty ? type.kind : "\(type.kind).\(type.group)"
        if ["Job", "CronJob", "Pod", "ReplicaSet", "ReplicationController"].contains(type.kind) {
            return "no history viewer has been implemented for \(name.goQuoted)"
        }
        return
            "error retrieving history for \(name.goQuoted), no visitor method exists for {\(type.group) \(type.kind)}"
    }

    func revision(_ number: Int) -> Revision? { revisions.first { $0.number == number } }

    /// The table of revisions and causes.
    var table: String {
        if revisions.isEmpty { return "No rollout history found." }
        var writer = TabWriter.describe
        let rows = revisions.map { revision in
            let cause = revision.object.annotations[Self.causeAnnotation]?.string ?? ""
            return "\(revision.number)\t\(cause.isEmpty ? "<none>" : cause)\n"
        }
        return writer.align("REVISION\tCHANGE-CAUSE\n" + rows.joined())
    }
}

extension KubectlContext {
    /// Source: `k8s.io/kubectl/pkg/cmd/rollout/rollout_history.go`.
    fileprivate mutating func runRolloutHistory() throws(KubectlError) {
        let number = flags.integer("revision")
        if number < 0 { throw .message("revision must be a positive integer: \(number)") }
        let result = try rollouts().checked()
        for info in result.infos {
            guard let history = try RolloutHistory(of: info, in: &self) else {
                throw .message(RolloutHistory.refusal(of: info.type))
            }
            try show(history, of: info, number)
        }
    }

    private mutating func show(_ history: RolloutHistory, of info: ResourceInfo, _ number: Int) throws(KubectlError) {
        if number > 0, history.revision(number) == nil { throw .message("unable to find the specified revision") }
        if !flags.text("output").isEmpty {
            var printer = try printer(operation: "", dryRun: .none)
            for revision in history.revisions where number == 0 || revision.number == number {
                var object = info.object ?? Object()
                if info.type.kind == "Deployment" {
                    object = revision.object
                } else {
                    object["spec", "template"] = revision.template
                }
                try show(object, with: &printer)
            }
            return
        }
        guard let revision = history.revision(number) else {
            return write("\(info.printedName) \n\(history.table)\n")
        }
        write("\(info.printedName) with revision #\(number)\n\(Describers.podTemplate(revision.template))\n")
    }
}
