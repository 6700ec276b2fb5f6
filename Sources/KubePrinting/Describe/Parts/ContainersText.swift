import Documents
import KubeModel

/// Containers of a pod or of a pod template.
///
/// A template is indented by one level more and by one space at names, and has no statuses.
struct ContainersText {
    let title: String
    let containers: [Value]
    var statuses: [Value] = []
    /// The pod whose fields environment variables refer to; `nil` in a template.
    var pod: Object?
}

extension DescribeWriter {
    mutating func containers(_ part: ContainersText) {
        let isTemplate = part.pod == nil
        line("\(isTemplate ? "  " : "")\(part.title):\(part.containers.isEmpty ? " <none>" : "")")
        for container in part.containers {
            let status = part.statuses.last { $0.text("name") == container.text("name") }
            line("\(isTemplate ? " " : "")\(container.text("name")):", level: 1)
            image(container, status)
            ports(container.list("ports"))
            seccompProfile(container.map("securityContext"), level: 2)
            words("Command", container.list("command"))
            words("Args", container.list("args"))
            if let status { state(status) }
            resources(container.map("resources"), level: 2)
            probes(container)
            environment(container, pod: part.pod)
            mounts(container)
        }
    }

    private mutating func image(_ container: Value, _ status: Value?) {
        if let status { field("Container ID", status.text("containerID"), level: 2) }
        field("Image", container.text("image"), level: 2)
        if let status { field("Image ID", status.text("imageID"), level: 2) }
    }

    private mutating func ports(_ ports: [Value]) {
        for (title, number) in [("Port", "containerPort"), ("Host Port", "hostPort")] {
            let texts = ports.map { port in
                let name = port.text("name")
                return "\(port.count(number))/\(port.text("protocol"))" + (name.isEmpty ? "" : " (\(name))")
            }
            field(title + (texts.count > 1 ? "s" : ""), texts.joined(separator: ", ").or("<none>"), level: 2)
        }
    }

    /// The seccomp profile of a security context, if it has one.
    mutating func seccompProfile(_ context: Object, level: Int) {
        guard let profile = context["seccompProfile"] else { return }
        field("SeccompProfile", profile.text("type"), level: level)
        if profile.text("type") == "Localhost" {
            field("LocalhostProfile", profile.text("localhostProfile"), level: level == 0 ? 0 : level + 1)
        }
    }

    /// The words of a command, those with line ends over several lines.
    private mutating func words(_ title: String, _ words: [Value]) {
        guard !words.isEmpty else { return }
        line("\(title):", level: 2)
        for part in words.flatMap({ $0.scalarText.split(separator: "\n", omittingEmptySubsequences: false) }) {
            line(String(part), level: 3)
        }
    }

    /// Limits and requests, in the order of their names.
    mutating func resources(_ resources: Object, level: Int) {
        for (title, list) in [("Limits", resources.map("limits")), ("Requests", resources.map("requests"))]
        where !list.isEmpty {
            line("\(title):", level: level)
            for (name, amount) in list { field(name, amount.scalarText, level: level + 1) }
        }
    }

    private mutating func mounts(_ container: Value) {
        let mounts = container.list("volumeMounts").stableSorted { $0.text("mountPath") }
        line(mounts.isEmpty ? "Mounts:\t<none>" : "Mounts:", level: 2)
        for mount in mounts {
            let path = mount.text("subPath")
            let flags = (mount.flag("readOnly") ? "ro" : "rw") + (path.isEmpty ? "" : ",path=\(GoText.quoted(path))")
            line("\(mount.text("mountPath")) from \(mount.text("name")) (\(flags))", level: 3)
        }
        let devices = container.list("volumeDevices").stableSorted { $0.text("devicePath") }
        guard !devices.isEmpty else { return }
        line(mounts.isEmpty ? "Devices:\t<none>" : "Devices:", level: 2)
        for device in devices { line("\(device.text("devicePath")) from \(device.text("name"))", level: 3) }
    }
}

extension [Value] {
    /// In the order of a text of each, equal ones as they were.
    func stableSorted(by text: (Value) -> String) -> [Value] {
        let keys = map(text)
        return indices.sorted { (keys[$0], $0) < (keys[$1], $1) }.map { self[$0] }
    }
}
