import Documents
import KubeAPI
import KubeModel

extension Command {
    static let run = Command(
        name: "run", group: .beginner,
        usage:
            "NAME --image=image [--env=\"key=value\"] [--port=port] [--dry-run=server|client] [--overrides=inline-json] [--command] -- [COMMAND] [args...]",
        summary: "Create and run a particular image in a pod.",
        examples: """
            # A pod with a web server
            kubectl run web --image=nginx:1.27

            # With a port, labels and a variable
            kubectl run web --image=nginx:1.27 --port=80 --labels="app=web,env=dev" --env="COLOR=blue"

            # A command instead of the image's own
            kubectl run sleeper --image=busybox --command -- sleep 3600

            # A shell that is gone with its pod
            kubectl run -it box --image=busybox --rm --restart=Never -- sh

            # Only the manifest
            kubectl run web --image=nginx:1.27 --dry-run=client -o yaml
            """,
        flags: Flag.filename("to use to create the resource") + Flag.printing + [.detachKeys] + Flag.secondaryDeletion
            + [
                .array("annotations", "Annotations to apply to the pod."),
                .bool(
                    "attach",
                    "If true, wait for the Pod to start running, and then attach to the Pod as if 'kubectl attach ...' were called."
                ),
                .bool(
                    "command",
                    "If true and extra arguments are present, use them as the 'command' field in the container, rather than the 'args' field which is the default."
                ),
                .dryRun, .array("env", "Environment variables to set in the container."),
                .bool("expose", "If true, create a ClusterIP service associated with the pod. Requires `--port`."),
                .fieldManager("kubectl-run"), Flag.text("image", "The image for the container to run.").required,
                .text("image-pull-policy", "The image pull policy for the container: Always, IfNotPresent or Never.")
                    .offering(.words(["Always", "IfNotPresent", "Never"])),
                .text("labels", "l", "Comma separated labels to apply to the pod. Will override previous values."),
                .bool(
                    "leave-stdin-open",
                    "If the pod is started in interactive mode or with stdin, leave stdin open after the first attach completes."
                ),
                .text(
                    "override-type", default: "merge",
                    "The method used to override the generated object: json, merge, or strategic."
                )
                .offering(.words(["json", "merge", "strategic"])),
                .text("overrides", "An inline JSON override for the generated object."),
                .podRunningTimeout, .text("port", "The port that this container exposes."),
                .bool("privileged", "If true, run the container in privileged mode."),
                .bool("quiet", "q", "If true, suppress prompt messages."), .record,
                .text(
                    "restart", default: "Always",
                    "The restart policy for this Pod. Legal values [Always, OnFailure, Never]."
                )
                .offering(.words(["Always", "OnFailure", "Never"])),
                .bool("rm", "If true, delete the pod after it exits. Only valid when attaching to the container."),
                .saveConfig,
                .bool("stdin", "i", "Keep stdin open on the container in the pod, even if nothing is attached."),
                .bool("tty", "t", "Allocate a TTY for the container in the pod."),
            ],
        action: .run { context throws(KubectlError) in try context.runRun() })
}

extension KubectlContext {
    /// Source: `k8s.io/kubectl/pkg/cmd/run/run.go`.
    fileprivate mutating func runRun() throws(KubectlError) {
        guard let name = arguments.first, call.dashIndex != 0 else { throw .usage("NAME is required for run") }
        if let dash = call.dashIndex, dash > 1 { throw .usage("NAME is required for run") }
        let image = flags.text("image")
        guard ImageReference.isValid(image) else {
            throw .message("Invalid image name \(image.goQuoted): invalid reference format")
        }
        let dryRun = try dryRun()
        try checkRunFlags(dryRun)
        let pod = try overridden(try pod(name, image: image))
        if flags.bool("expose") {
            if flags.text("port").isEmpty { throw .usage("--port must be set when exposing a service") }
            try runService(name, pod, dryRun)
        }
        let created = try createRun(pod, dryRun)
        if flags.bool("attach") || flags.bool("stdin") || flags.bool("rm"), dryRun == .none {
            return try attachToRun(created)
        }
        var printer = try printer(operation: "created", dryRun: dryRun)
        try show(created, with: &printer, isTyped: true)
    }

    private func checkRunFlags(_ dryRun: DryRun) throws(KubectlError) {
        let isAttached = flags.bool("attach") || flags.bool("stdin")
        if flags.bool("tty"), !flags.bool("stdin") {
            throw .usage("-i/--stdin is required for containers with -t/--tty=true")
        }
        if flags.bool("rm"), !isAttached { throw .usage("--rm should only be used for attached containers") }
        if isAttached, dryRun != .none {
            throw .usage(
                "--dry-run=[server|client] can't be used with attached containers options (--attach, --stdin, or --tty)"
            )
        }
        if flags.duration("pod-running-timeout") <= .zero {
            throw .usage("--pod-running-timeout must be higher than zero")
        }
        let restart = flags.text("restart")
        guard ["Always", "OnFailure", "Never", ""].contains(restart) else {
            throw .usage("invalid restart policy: \(restart)")
        }
        let policy = flags.text("image-pull-policy")
        if !["Always", "IfNotPresent", "Never", ""].contains(policy) {
            throw .usage("invalid image pull policy: \(policy)")
        }
    }

    private func pod(_ name: String, image: String) throws(KubectlError) -> Object {
        var container: Object = ["name": .string(name), "image": .string(image), "resources": [:]]
        let words = Array(arguments.dropFirst())
        if !words.isEmpty { container[flags.bool("command") ? "command" : "args"] = Value(words) }
        if flags.bool("stdin") {
            container["stdin"] = true
            if flags.bool("attach") || !flags.bool("leave-stdin-open") { container["stdinOnce"] = true }
        }
        if flags.bool("tty") { container["tty"] = true }
        if flags.bool("privileged") { container["securityContext"] = ["privileged": true] }
        if !flags.text("image-pull-policy").isEmpty {
            container["imagePullPolicy"] = .string(flags.text("image-pull-policy"))
        }
        let variables = try environmentVariables()
        if !variables.isEmpty { container["env"] = .array(variables) }
        let port = flags.text("port")
        if !port.isEmpty {
            guard let number = Int(port) else {
                throw .message("strconv.Atoi: parsing \(port.goQuoted): invalid syntax")
            }
            container["ports"] = [["containerPort": Value(number)]]
        }
        var metadata: Object = ["name": .string(name), "labels": .object(try runLabels(name))]
        if call.isNamespaceExplicit { metadata["namespace"] = .string(namespace) }
        let annotations = try annotationPairs()
        if !annotations.isEmpty { metadata["annotations"] = .object(annotations) }
        return [
            "apiVersion": "v1", "kind": "Pod", "metadata": .object(metadata),
            "spec": [
                "containers": [.object(container)], "dnsPolicy": "ClusterFirst",
                "restartPolicy": .string(flags.text("restart").isEmpty ? "Always" : flags.text("restart")),
            ],
            "status": [:],
        ]
    }

    private func runLabels(_ name: String) throws(KubectlError) -> Object {
        let text = flags.text("labels")
        guard !text.isEmpty else { return ["run": .string(name)] }
        return try Pairs.parse(text, what: "label")
    }

    private func annotationPairs() throws(KubectlError) -> Object {
        var result = Object()
        for text in flags.list("annotations") {
            guard let (key, value) = KeyValueSources.split(text) else {
                throw .message("invalid annotations format: \(text)")
            }
            result[key] = .string(value)
        }
        return result
    }

    private func environmentVariables() throws(KubectlError) -> [Value] {
        var variables: [Value] = []
        for text in flags.list("env") {
            guard let (name, value) = KeyValueSources.split(text), !name.isEmpty else {
                throw .message("invalid env: \(text)")
            }
            guard EnvironmentName.isValid(name) else { throw .message("invalid env: \(text)") }
            variables.append(
                value.isEmpty ? ["name": .string(name)] : ["name": .string(name), "value": .string(value)])
        }
        return variables
    }

    private func overridden(_ pod: Object) throws(KubectlError) -> Object {
        let text = flags.text("overrides")
        guard !text.isEmpty else { return pod }
        let patch: Value
        do { patch = try JSON.parse(text) } catch { throw .message("Invalid JSON Patch") }
        return try patched(pod, by: patch, type: flags.text("override-type"))
    }

    private mutating func createRun(_ pod: Object, _ dryRun: DryRun) throws(KubectlError) -> Object {
        var pod = pod
        if flags.bool("save-config"), dryRun != .client { pod.rememberAsApplied(typedText(of: pod)) }
        if flags.bool("record") { pod.annotations["kubernetes.io/change-cause"] = .string(changeCause) }
        guard dryRun != .client else { return pod }
        return try create(
            pod, try info(ofGenerated: pod),
            WriteOptions(dryRun: dryRun, fieldManager: flags.text("field-manager"), validation: .warn))
    }

    /// `--expose`: a service before the pod.
    private mutating func runService(_ name: String, _ pod: Object, _ dryRun: DryRun) throws(KubectlError) {
        var metadata: Object = ["name": .string(name)]
        if call.isNamespaceExplicit { metadata["namespace"] = .string(namespace) }
        guard let port = Int(flags.text("port")) else {
            throw .message("strconv.Atoi: parsing \(flags.text("port").goQuoted): invalid syntax")
        }
        let service: Object = [
            "apiVersion": "v1", "kind": "Service", "metadata": .object(metadata),
            "spec": [
                "ports": [["port": Value(port), "protocol": "TCP", "targetPort": Value(port)]],
                "selector": .object(pod.labels),
            ],
            "status": ["loadBalancer": [:]],
        ]
        let created = try createRun(service, dryRun)
        var printer = try printer(operation: "created", dryRun: dryRun)
        try show(created, with: &printer, isTyped: true)
        if flags.text("output") == "yaml" { writeLine("---\n---") }
    }
}

/// `a=b,c=d` as labels and selectors of generated objects are given.
enum Pairs {
    /// Source: `k8s.io/kubectl/pkg/generate` `ParseLabels`.
    static func parse(_ text: String, what: String) throws(KubectlError) -> Object {
        var result = Object()
        for part in text.split(separator: ",", omittingEmptySubsequences: false).map(String.init) {
            let sides = part.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
            guard sides.count == 2 else { throw .message("unexpected \(what) spec: \(part)") }
            if sides[0].isEmpty { throw .message("unexpected empty \(what) key") }
            result[sides[0]] = .string(sides[1])
        }
        return result
    }
}

/// References to images: `registry.example.com:5000/team/app:1.0@sha256:...`.
enum ImageReference {
    /// Source: `github.com/distribution/reference` `Parse`.
    static func isValid(_ text: String) -> Bool {
        var rest = text[...]
        if let at = rest.firstIndex(of: "@") {
            guard isDigest(rest[rest.index(after: at)...]) else { return false }
            rest = rest[..<at]
        }
        var parts = rest.split(separator: "/", omittingEmptySubsequences: false)
        guard let last = parts.popLast() else { return false }
        let named = last.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        if named.count == 2, !isTag(named[1]) { return false }
        if let host = parts.first,
            host.contains(".") || host.contains(":") || host == "localhost" || host.contains(where: \.isUppercase)
        {
            guard isHost(host) else { return false }
            parts.removeFirst()
        }
        return (parts + [named[0]]).allSatisfy(isComponent)
    }

    private static func isDigest(_ text: Substring) -> Bool {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && parts[1].count >= 32 && parts[1].allSatisfy(\.isHexDigit)
    }

    private static func isTag(_ text: Substring) -> Bool {
        guard let first = text.utf8.first, isWord(first), text.utf8.count <= 128 else { return false }
        return text.utf8.allSatisfy { isWord($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
    }

    private static func isHost(_ text: Substring) -> Bool {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count <= 2, parts.count == 1 || !parts[1].isEmpty && parts[1].utf8.allSatisfy(isDigit) else {
            return false
        }
        return parts[0].split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
            guard let first = label.utf8.first, let last = label.utf8.last else { return false }
            return isAlphanumeric(first) && isAlphanumeric(last)
                && label.utf8.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
        }
    }

    /// Small letters and digits, joined by `.`, `_`, `__` or hyphens.
    private static func isComponent(_ text: Substring) -> Bool {
        guard let first = text.utf8.first, let last = text.utf8.last, isLower(first), isLower(last) else {
            return false
        }
        return text.utf8.allSatisfy {
            isLower($0) || [UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-")].contains($0)
        }
            && !text.contains("..") && !text.contains("___")
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
    private static func isLower(_ byte: UInt8) -> Bool { isDigit(byte) || (97...122).contains(byte) }
    private static func isAlphanumeric(_ byte: UInt8) -> Bool { isLower(byte) || (65...90).contains(byte) }
    private static func isWord(_ byte: UInt8) -> Bool { isAlphanumeric(byte) || byte == UInt8(ascii: "_") }
}
