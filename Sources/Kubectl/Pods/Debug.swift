import Documents
import KubeAPI
import KubeModel
import Shell

extension Command {
    static let debug = Command(
        name: "debug", group: .troubleshooting,
        usage: "(POD | TYPE[[.VERSION].GROUP]/NAME) [ -- COMMAND [args...] ]",
        summary: "Create debugging sessions for troubleshooting workloads and nodes.",
        details: """
            A container for debugging is added to a running pod, a copy of the pod is made with something changed, or a pod \
            is made on a node with the node's files below /host.
            """,
        examples: """
            # A container with tools beside those of the pod
            kubectl debug web -it --image=busybox

            # A copy of the pod with another command
            kubectl debug web -it --copy-to=web-debug --container=app -- sh

            # A copy with another image
            kubectl debug web --copy-to=web-debug --set-image=app=busybox

            # A pod on a node
            kubectl debug node/node-1 -it --image=busybox
            """,
        flags: [
            .bool(
                "arguments-only",
                "If specified, everything after -- will be passed to the new container as Args instead of Command."),
            .bool(
                "attach",
                "If true, wait for the container to start running, and then attach as if 'kubectl attach ...' were called."
            ),
            .text("container", "c", "Container name to use for debug container."),
            .text("copy-to", "Create a copy of the target Pod with this name."),
            .text(
                "custom",
                "Path to a JSON or YAML file containing a partial container spec to customize built-in debug profiles."
            ).offering(.files),
            .array("env", "Environment variables to set in the container."),
            .list("filename", "f", "identifying the resource to debug").offering(.files),
            .text("image", "Container image to use for debug container."),
            .text("image-pull-policy", "The image pull policy for the container.").offering(
                .words(["Always", "IfNotPresent", "Never"])),
            .bool(
                "keep-annotations",
                "If true, keep the original pod annotations. (This flag only works when used with '--copy-to')"),
            .bool(
                "keep-init-containers", default: true,
                "Run the init containers for the pod. Defaults to true. (This flag only works when used with '--copy-to')"
            ),
            .bool(
                "keep-labels",
                "If true, keep the original pod labels. (This flag only works when used with '--copy-to')"),
            .bool(
                "keep-liveness",
                "If true, keep the original pod liveness probes. (This flag only works when used with '--copy-to')"),
            .bool(
                "keep-readiness",
                "If true, keep the original pod readiness probes. (This flag only works when used with '--copy-to')"),
            .bool(
                "keep-startup",
                "If true, keep the original startup probes. (This flag only works when used with '--copy-to')"),
            .text(
                "profile", default: "general",
                "Options are \"legacy\", \"general\", \"baseline\", \"netadmin\", \"restricted\" or \"sysadmin\"."
            )
            .offering(.words(["legacy", "general", "baseline", "netadmin", "restricted", "sysadmin"])),
            .bool("quiet", "q", "If true, suppress informational messages."),
            .bool("replace", "When used with '--copy-to', delete the original Pod."),
            .bool("same-node", "When used with '--copy-to', schedule the copy of target Pod on the same node."),
            .array(
                "set-image", "When used with '--copy-to', a list of name=image pairs for changing container images."),
            .bool(
                "share-processes", default: true,
                "When used with '--copy-to', enable process namespace sharing in the copy."),
            .bool("stdin", "i", "Keep stdin open on the container(s) in the pod, even if nothing is attached."),
            .text("target", "When using an ephemeral container, target processes in this container name."),
            .bool("tty", "t", "Allocate a TTY for the debugging container."),
        ],
        completion: .names("pods"),
        action: .run { context throws(KubectlError) in try context.runDebug() })
}

extension KubectlContext {
    /// Source: `k8s.io/kubectl/pkg/cmd/debug/debug.go`.
    fileprivate mutating func runDebug() throws(KubectlError) {
        let count = call.dashIndex ?? arguments.count
        let targets = Array(arguments.prefix(count)), command = Array(arguments.dropFirst(count))
        try checkDebugFlags(targets)
        for target in targets {
            let info = try podOrOwner(target)
            guard let object = info.object else { continue }
            switch info.type.kind {
            case "Node": try debugNode(info.name, command)
            case "Pod" where flags.text("copy-to").isEmpty: try addDebugger(to: object, command)
            case "Pod": try debugCopy(of: object, command)
            default: throw .message("\(info.name.goQuoted) not supported by debug")
            }
        }
    }

    private func checkDebugFlags(_ targets: [String]) throws(KubectlError) {
        for flag in ["env", "set-image"] {
            if let word = flags.list(flag).first(where: { !$0.contains("=") }) {
                throw .flag(.invalidValue(word, names: "--\(flag)", reason: "\(word) must be formatted as key=value"))
            }
        }
        let isCopy = !flags.text("copy-to").isEmpty
        let profile = flags.text("profile")
        if !["general", "baseline", "restricted", "netadmin", "sysadmin", "legacy"].contains(profile) {
            throw .message("unknown profile: \(profile)")
        }
        if !isCopy {
            if flags.text("image").isEmpty { throw .message("you must specify --image when not using --copy-to.") }
            for flag in ["replace", "same-node"] where flags.bool(flag) {
                throw .message("--\(flag) may only be used with --copy-to.")
            }
            if !flags.list("set-image").isEmpty { throw .message("--set-image may only be used with --copy-to.") }
        } else if flags.text("image").isEmpty, flags.list("set-image").isEmpty, flags.text("container").isEmpty,
            call.dashIndex == nil
        {
            throw .message("you must specify --image, --set-image or command arguments.")
        }
        if targets.isEmpty, flags.list("filename").isEmpty { throw .message("NAME or filename is required for debug") }
        let image = flags.text("image")
        if !image.isEmpty, !ImageReference.isValid(image) {
            throw .message("invalid image name \(image.goQuoted): invalid reference format")
        }
        if !flags.text("target").isEmpty, isCopy {
            throw .message("--target is incompatible with --copy-to. Use --share-processes instead.")
        }
        if flags.bool("tty"), !flags.bool("stdin") {
            throw .message("-i/--stdin is required for containers with -t/--tty=true")
        }
    }

    private func debuggerName() -> String {
        if !flags.text("container").isEmpty { return flags.text("container") }
        var random = SeededGenerator(seed: UInt64(bitPattern: now.microseconds))
        return "debugger-" + random.nameSuffix()
    }

    private func debugContainer(_ name: String, _ command: [String]) -> Object {
        var container: Object = [
            "name": .string(name), "image": .string(flags.text("image")), "terminationMessagePolicy": "File",
            "resources": [:],
        ]
        let policy = flags.text("image-pull-policy")
        if !policy.isEmpty { container["imagePullPolicy"] = .string(policy) }
        if !command.isEmpty { container[flags.bool("arguments-only") ? "args" : "command"] = Value(command) }
        if flags.bool("stdin") { container["stdin"] = true }
        if flags.bool("tty") { container["tty"] = true }
        let variables = flags.list("env").compactMap(KeyValueSources.split)
        if !variables.isEmpty {
            container["env"] = .array(variables.map { ["name": .string($0), "value": .string($1)] })
        }
        if flags.text("profile") == "general" || flags.text("profile") == "" {
            container["securityContext"] = ["capabilities": ["add": ["SYS_PTRACE"]]]
        }
        if flags.text("profile") == "netadmin" {
            container["securityContext"] = ["capabilities": ["add": ["NET_ADMIN", "NET_RAW"]]]
        }
        if flags.text("profile") == "sysadmin" { container["securityContext"] = ["privileged": true] }
        return container
    }

    /// An ephemeral container beside those of the pod.
    private mutating func addDebugger(to pod: Object, _ command: [String]) throws(KubectlError) {
        let name = debuggerName()
        if flags.text("container").isEmpty, !flags.bool("quiet") {
            printError("Defaulting debug container name to \(name).")
        }
        var container = debugContainer(name, command)
        container["resources"] = nil
        let target = flags.text("target")
        if !target.isEmpty {
            container["targetContainerName"] = .string(target)
            if !flags.bool("quiet") {
                printError(
                    "Targeting container \(target.goQuoted). If you don't see processes from this container it may be because the container runtime doesn't support this feature."
                )
            }
        }
        var info = ResourceInfo(pod, type: .pods)
        info.subresource = "ephemeralcontainers"
        let patch: Value = ["spec": ["ephemeralContainers": [.object(container)]]]
        let changed = try self.patch(
            info, .strategicMerge, patch, WriteOptions(fieldManager: "kubectl-debug", validation: .warn))
        try showDebugger(changed, name)
    }

    /// A copy of the pod with something changed.
    private mutating func debugCopy(of pod: Object, _ command: [String]) throws(KubectlError) {
        var copy: Object = [
            "apiVersion": "v1", "kind": "Pod",
            "metadata": ["name": .string(flags.text("copy-to")), "namespace": .string(pod.namespace)],
        ]
        if flags.bool("keep-labels") { copy.labels = pod.labels }
        if flags.bool("keep-annotations") { copy.annotations = pod.annotations }
        var spec = pod.spec
        spec["ephemeralContainers"] = nil
        if !flags.bool("same-node") { spec["nodeName"] = nil }
        if !flags.bool("keep-init-containers") { spec["initContainers"] = nil }
        if flags.bool("share-processes") { spec["shareProcessNamespace"] = true }
        var containers = (spec["containers"]?.array ?? []).compactMap(\.object)
        try changeImages(of: &containers)
        let name = try changeOrAdd(to: &containers, command)
        for index in containers.indices {
            for (probe, flag) in [
                ("livenessProbe", "keep-liveness"), ("readinessProbe", "keep-readiness"),
                ("startupProbe", "keep-startup"),
            ]
            where !flags.bool(flag) { containers[index][probe] = nil }
        }
        spec["containers"] = .array(containers.map(Value.object))
        copy.spec = spec
        if flags.bool("replace") { _ = try delete(ResourceInfo(pod, type: .pods), Deletion()) }
        let info = ResourceInfo(type: .pods, namespace: pod.namespace, name: copy.name)
        let created = try create(copy, info, WriteOptions(fieldManager: "kubectl-debug", validation: .warn))
        try showDebugger(created, name)
    }

    private func changeImages(of containers: inout [Object]) throws(KubectlError) {
        let pairs = flags.list("set-image").flatMap { $0.split(separator: ",").map(String.init) }
        for pair in pairs {
            guard let (name, image) = KeyValueSources.split(pair) else {
                throw .message("invalid --set-image: \(pair)")
            }
            for index in containers.indices where name == "*" || containers[index].text("name") == name {
                containers[index]["image"] = .string(image)
            }
        }
    }

    /// The container that is debugged: an existing one with another image or command, or a new one.
    private func changeOrAdd(to containers: inout [Object], _ command: [String]) throws(KubectlError) -> String {
        let wanted = flags.text("container")
        if let index = containers.firstIndex(where: { $0.text("name") == wanted }) {
            if !flags.text("image").isEmpty { containers[index]["image"] = .string(flags.text("image")) }
            if !command.isEmpty {
                containers[index][flags.bool("arguments-only") ? "args" : "command"] = Value(command)
                if !flags.bool("arguments-only") { containers[index]["args"] = nil }
            }
            if flags.bool("stdin") { containers[index]["stdin"] = true }
            if flags.bool("tty") { containers[index]["tty"] = true }
            return wanted
        }
        if flags.text("image").isEmpty {
            if flags.list("set-image").isEmpty { throw .message("you must specify image when creating new container") }
            return containers.first?.text("name") ?? ""
        }
        let name = debuggerName()
        containers.append(debugContainer(name, command))
        return name
    }

    private mutating func debugNode(_ node: String, _ command: [String]) throws(KubectlError) {
        var random = SeededGenerator(seed: UInt64(bitPattern: now.microseconds))
        let name = "node-debugger-\(node)-\(random.nameSuffix())"
        let container = flags.text("container").isEmpty ? "debugger" : flags.text("container")
        if !flags.bool("quiet") {
            printError("Creating debugging pod \(name) with container \(container) on node \(node).")
        }
        var spec = debugContainer(container, command)
        spec["securityContext"] = nil
        spec["volumeMounts"] = [["mountPath": "/host", "name": "host-root"]]
        let pod: Object = [
            "apiVersion": "v1", "kind": "Pod",
            "metadata": ["name": .string(name), "labels": ["app.kubernetes.io/managed-by": "kubectl-debug"]],
            "spec": [
                "containers": [.object(spec)], "hostIPC": true, "hostNetwork": true, "hostPID": true,
                "nodeName": .string(node), "restartPolicy": "Never",
                "tolerations": [["operator": "Exists"]],
                "volumes": [["name": "host-root", "hostPath": ["path": "/"]]],
            ],
        ]
        let info = ResourceInfo(type: .pods, namespace: namespace, name: name)
        try showDebugger(
            try create(pod, info, WriteOptions(fieldManager: "kubectl-debug", validation: .warn)), container)
    }

    /// With -i the session begins; otherwise the command ends here.
    private mutating func showDebugger(_ pod: Object, _ container: String) throws(KubectlError) {
        guard flags.bool("stdin") || flags.bool("attach") else { return }
        let info = ResourceInfo(pod, type: .pods)
        _ = try wait(until: now + .seconds(60)) { context throws(KubectlError) in
            let status = try context.get(info)["status"]
            let all = ["containerStatuses", "ephemeralContainerStatuses"].flatMap { status?[$0]?.array ?? [] }
            return all.contains { $0["name"]?.string == container && $0["state"]?["waiting"] == nil }
        }
        if !flags.bool("quiet") { printError("If you don't see a command prompt, try pressing enter.") }
        guard standardInput != nil || type != nil else { return }
        var request = ExecRequest(namespace: pod.namespace, pod: pod.name, container: container, command: ["sh"])
        request.isTerminal = flags.bool("tty")
        _ = try converse(request)
    }
}
