import Documents
import KubeAPI
import KubeModel

extension Command {
    static let rollout = Command(
        name: "rollout", group: .deploy, usage: "SUBCOMMAND", summary: "Manage the rollout of one or many resources.",
        details: "Valid resource types include:\n\n  * deployments\n  * daemonsets\n  * statefulsets",
        examples: """
            # Back to the deployment before
            kubectl rollout undo deployment/web

            # Wait until a rollout is done
            kubectl rollout status deployment/web

            # Replace all pods
            kubectl rollout restart deployment/web
            """,
        subcommands: [
            .rolloutHistory, .rolloutPause, .rolloutRestart, .rolloutResume, .rolloutStatus, .rolloutUndo,
        ],
        action: .group)
}

extension KubectlContext {
    /// The objects that a rollout command works on.
    mutating func rollouts() throws(KubectlError) -> ResourceResult {
        var query = query()
        query.allowsEmptySelector = true
        query.fetchesLatest = true
        if query.arguments.isEmpty, query.files.isEmpty { throw .message("required resource not specified") }
        return try find(query)
    }
}

extension ResourceInfo {
    /// `deployments.apps "web"`
    var quotedName: String { "\(type.groupResource) \(name.goQuoted)" }
}

/// The pause, resume and restart of workloads: each changes one thing and says so.
struct RolloutSwitch: Sendable {
    /// `paused`
    var operation: String
    /// `pausing`
    var activity: String
    var kinds: Set<String>
    var edit: @Sendable (inout Object, Instant) throws(KubectlError) -> Void
}

extension KubectlContext {
    /// Source: `k8s.io/kubectl/pkg/cmd/rollout/rollout_pause.go`.
    mutating func runRolloutSwitch(_ action: RolloutSwitch) throws(KubectlError) {
        var printer = try printer(operation: action.operation, dryRun: .none)
        let result = try rollouts().checked()
        var errors: [KubectlError] = []
        for info in result.infos {
            do { try flip(info, action, &printer) } catch { errors.append(error) }
        }
        if let error = KubectlError.joined(errors) { throw error }
    }

    private mutating func flip(_ info: ResourceInfo, _ action: RolloutSwitch, _ printer: inout Printer)
        throws(KubectlError)
    {
        guard action.kinds.contains(info.type.kind) else {
            throw .message("error: \(info.quotedName) \(action.activity) is not supported")
        }
        let original = info.object ?? Object()
        var object = original
        do { try action.edit(&object, now) } catch { throw .message("error: \(info.quotedName) \(error.text)") }
        if object == original {
            throw .message(
                "failed to create patch for \(info.name): if restart has already been triggered within the past second, please wait before attempting to trigger another"
            )
        }
        let options = WriteOptions(fieldManager: flags.text("field-manager"), validation: .warn)
        do { object = try patch(info, from: original, to: object, options) } catch {
            throw .message("failed to patch: \(error.text)")
        }
        try show(object, with: &printer)
    }
}
