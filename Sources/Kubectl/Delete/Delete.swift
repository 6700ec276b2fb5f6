import Documents
import KubeAPI
import KubeModel

extension Command {
    static let delete = Command(
        name: "delete", group: .intermediate,
        usage: "([-f FILENAME] | [-k DIRECTORY] | TYPE [(NAME | -l label | --all)])",
        summary: "Delete resources by file names, stdin, resources and names, or by resources and label selector.",
        details: """
            Some resources, such as pods, end gracefully: they have a time in which to stop before they are killed, which \
            --grace-period shortens and --now sets to one second. --force with --grace-period=0 does not wait for the \
            node at all, which can leave the processes running.

            The command waits until the objects are gone, unless --wait=false is given.
            """,
        examples: """
            # What a file describes
            kubectl delete -f ./pod.yaml

            # Several objects of one kind
            kubectl delete pod web-1 web-2

            # Pods and services with a label
            kubectl delete pods,services -l app=web

            # Without waiting for the grace period
            kubectl delete pod web --now

            # All pods of the namespace
            kubectl delete pods --all
            """,
        flags: Flag.filename("containing the resource to delete.") + Flag.deletion + [
            .selector, .fieldSelector, .all("Delete all resources, in the namespace of the specified resource types."),
            .allNamespaces, .dryRun,
            .bool(
                "ignore-not-found",
                "Treat \"resource not found\" as a successful delete. Defaults to \"true\" when --all is specified."),
            .text("output", "o", "Output mode. Use \"-o name\" for shorter output (resource/name).").offering(
                .words(["name"])),
            .text("raw", "Raw URI to DELETE to the server."),
            .bool("interactive", "i", "If true, delete resource only when user confirms."),
        ],
        completion: .objects,
        action: .run { context throws(KubectlError) in try context.runDelete() })
}

extension Flag {
    /// How objects are deleted, also by apply and replace.
    static let deletion: [Flag] = [
        .text(
            "cascade", default: "background", bare: "background",
            "Must be \"background\", \"orphan\", or \"foreground\": what becomes of the objects that belong to the deleted one."
        ).offering(.words(["background", "orphan", "foreground"])),
        .bool("force", "If true, immediately remove resources from the API and bypass graceful deletion."),
        .integer(
            "grace-period", default: -1,
            "Period of time in seconds given to the resource to terminate gracefully. Ignored if negative. Set to 1 for immediate shutdown."
        ),
        .bool("now", "If true, resources are signaled for immediate shutdown (same as --grace-period=1)."),
        .duration(
            "timeout",
            "The length of time to wait before giving up on a delete, zero means determine a timeout from the size of the object"
        ),
        .bool(
            "wait", default: true, "If true, wait for resources to be gone before returning. This waits for finalizers."
        ),
    ]

    /// The same for commands that delete only by the way: they do not wait unless they are told to.
    static let secondaryDeletion: [Flag] = deletion.filter { $0.name != "now" }
        .map { $0.name == "wait" ? $0.defaulting(to: "false") : $0 }
}

/// How a command deletes.
struct Deletion: Sendable {
    var policy = RequestOptions.PropagationPolicy.background
    /// Negative for the object's own.
    var gracePeriod = -1
    var isForced = false
    var waits = true
    var timeout = Duration.zero
    var dryRun = DryRun.none
    var printsNames = false
    /// Nothing is printed for each object.
    var isQuiet = false
}

extension KubectlContext {
    /// Source: `k8s.io/kubectl/pkg/cmd/delete/delete.go`.
    fileprivate mutating func runDelete() throws(KubectlError) {
        if !flags.text("raw").isEmpty { return try sendRaw(.delete) }
        let deletion = try deletion()
        var query = query()
        query.needsObjects = false
        var result = try find(query)
        try checkDeletion(deletion)
        if deletion.isForced, deletion.gracePeriod == 0 {
            warn(
                "Immediate deletion does not wait for confirmation that the running resource has been terminated. The resource may continue to run on the cluster indefinitely."
            )
        }
        var ignoresMissing = flags.bool("ignore-not-found")
        if query.selectsAll || !query.labelSelector.isEmpty || !query.fieldSelector.isEmpty,
            !flags.isSet("ignore-not-found")
        {
            ignoresMissing = true
        }
        if flags.bool("interactive"), !(try isConfirmed(result.infos)) { return }
        var deleted: [(ResourceInfo, uid: String)] = []
        for info in result.infos {
            do { deleted.append((info, uid: try delete(info, deletion))) } catch { result.errors.append(error) }
        }
        let errors = result.errors.filter { !(ignoresMissing && $0.isNotFound) }
        if let error = KubectlError.joined(errors) { throw error }
        if result.infos.isEmpty, result.errors.isEmpty { writeLine("No resources found") }
        try waitForDeletion(of: deleted, deletion)
    }

    func deletion() throws(KubectlError) -> Deletion {
        var deletion = Deletion()
        deletion.policy = try propagationPolicy()
        deletion.gracePeriod = flags.integer("grace-period")
        deletion.isForced = flags.bool("force")
        deletion.waits = flags.bool("wait")
        deletion.timeout = flags.duration("timeout")
        deletion.dryRun = try dryRun()
        deletion.printsNames = flags.text("output") == "name"
        if flags.bool("now") {
            if deletion.gracePeriod != -1 { throw .message("--now and --grace-period cannot be specified together") }
            deletion.gracePeriod = 1
        }
        // A grace period of zero alone is taken for one second, so that nobody loses data by accident.
        if deletion.gracePeriod == 0, !deletion.isForced { deletion.gracePeriod = 1 }
        if deletion.isForced, deletion.gracePeriod < 0 { deletion.gracePeriod = 0 }
        return deletion
    }

    private func propagationPolicy() throws(KubectlError) -> RequestOptions.PropagationPolicy {
        switch flags.text("cascade") {
        case "background", "true", "": return .background
        case "foreground": return .foreground
        case "orphan", "false": return .orphan
        case let text:
            throw .message("invalid cascade value (\(text)). Must be \"background\", \"foreground\", or \"orphan\"")
        }
    }

    private func checkDeletion(_ deletion: Deletion) throws(KubectlError) {
        let output = flags.text("output")
        if !output.isEmpty, output != "name" {
            throw .message("unexpected -o output mode: \(output). We only support '-o name'")
        }
        if deletion.isForced, deletion.gracePeriod > 0 {
            throw .message("--force and --grace-period greater than 0 cannot be specified together")
        }
    }

    private mutating func isConfirmed(_ infos: [ResourceInfo]) throws(KubectlError) -> Bool {
        writeLine("You are about to delete the following \(infos.count) resource(s):")
        for info in infos { writeLine(info.printedName) }
        write("Do you want to continue? (y/N): ")
        let answer = try readAnswer().lowercased()
        if answer == "y" || answer == "yes" { return true }
        writeLine("deletion is cancelled")
        return false
    }
}

extension KubectlContext {
    /// Deletes one object and says so; returns its uid, which tells it from a later one of the same name.
    mutating func delete(_ info: ResourceInfo, _ deletion: Deletion) throws(KubectlError) -> String {
        var request = APIRequest(.delete, info.type, namespace: info.namespace, name: info.name)
        request.options.propagationPolicy = deletion.policy
        if deletion.gracePeriod >= 0 { request.options.gracePeriodSeconds = deletion.gracePeriod }
        request.options.isDryRun = deletion.dryRun == .server
        var uid = ""
        if deletion.dryRun != .client {
            let answer: Object
            do { answer = try object(of: request) } catch { throw error.during("deleting", source: info.source) }
            uid = answer.uid.isEmpty ? answer["details"]?["uid"]?.string ?? "" : answer.uid
        }
        if !deletion.isQuiet { sayDeleted(info, deletion) }
        return uid
    }

    private mutating func sayDeleted(_ info: ResourceInfo, _ deletion: Deletion) {
        if deletion.printsNames { return writeLine(info.printedName) }
        let operation = deletion.gracePeriod == 0 ? "force deleted" : "deleted"
        let place = info.namespace.isEmpty ? "" : " from \(info.namespace) namespace"
        writeLine("\(info.type.printedName) \(info.name.goQuoted) \(operation)\(place)\(deletion.dryRun.suffix)")
    }

    /// Waits until the deleted objects are gone, those of the same name that came after them aside.
    mutating func waitForDeletion(of deleted: [(ResourceInfo, uid: String)], _ deletion: Deletion) throws(KubectlError)
    {
        guard deletion.waits, deletion.dryRun == .none else { return }
        let deadline = now + (deletion.timeout > .zero ? deletion.timeout : .seconds(168 * 3600))
        var errors: [KubectlError] = []
        for (info, uid) in deleted {
            let isGone: Bool
            do {
                isGone = try wait(until: deadline) { context throws(KubectlError) in
                    guard let object = try context.getIfPresent(info) else { return true }
                    return !uid.isEmpty && object.uid != uid
                }
            } catch  where error.reason == "Forbidden" || error.reason == "MethodNotAllowed" {
                continue
            }
            if !isGone { errors.append(.message("timed out waiting for the condition on \(info.resourceName)")) }
        }
        if let error = KubectlError.joined(errors) { throw error }
    }
}
