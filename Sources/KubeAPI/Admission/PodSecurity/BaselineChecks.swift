import Documents
import KubeModel

/// The rules against known ways out of a container. Source: k8s.io/pod-security-admission/policy/check_*.go
extension SecurityCheck {
    static let baseline = [
        SecurityCheck(appArmor), SecurityCheck(replacedSince: 22, capabilities), SecurityCheck(hostNamespaces),
        SecurityCheck(replacedSince: 0, hostPaths), SecurityCheck(hostPorts), SecurityCheck(since: 34, hostOfProbes),
        SecurityCheck(privileged), SecurityCheck(procMount), SecurityCheck(seLinux),
        SecurityCheck(since: 19, replacedSince: 19, seccomp), SecurityCheck(sysctls), SecurityCheck(windowsHostProcess),
    ]

    @Sendable private static func appArmor(_ pod: SecuredPod) -> Finding? {
        let type: (Value) -> String? = { $0["appArmorProfile"]?["type"]?.string }
        let isBad: (Value) -> Bool = { context in
            type(context).map { $0 != "RuntimeDefault" && $0 != "Localhost" && !$0.isEmpty } ?? false
        }
        let names = pod.names { isBad($0.part("securityContext")) }
        var values = Set(pod.containers.map { $0.part("securityContext") }.filter(isBad).compactMap(type))
        if isBad(pod.context), let value = type(pod.context) { values.insert(value) }
        guard !values.isEmpty else { return nil }
        let setters = SecurityWords.setters(pod: isBad(pod.context), names)
        return Finding(
            reason: SecurityWords.plural("forbidden AppArmor profile", values.count),
            detail: "\(setters) must not set AppArmor profile type to \(SecurityWords.quoted(values.sorted()))")
    }

    private static let defaultCapabilities: Set<String> = [
        "AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD", "NET_BIND_SERVICE", "SETFCAP",
        "SETGID", "SETPCAP", "SETUID", "SYS_CHROOT",
    ]

    /// The capabilities that a container adds beyond those allowed.
    static func added(_ container: Value, beyond allowed: Set<String>) -> [String] {
        container.part("securityContext").part("capabilities").texts("add").filter { !allowed.contains($0) }
    }

    @Sendable private static func capabilities(_ pod: SecuredPod) -> Finding? {
        let names = pod.names { !added($0, beyond: defaultCapabilities).isEmpty }
        guard !names.isEmpty else { return nil }
        let values = SecurityWords.quoted(pod.values { added($0, beyond: defaultCapabilities) })
        return Finding(
            reason: "non-default capabilities",
            detail:
                "\(SecurityWords.containers(names)) must not include \(values) in securityContext.capabilities.add")
    }

    @Sendable private static func hostNamespaces(_ pod: SecuredPod) -> Finding? {
        let shared = ["hostNetwork", "hostPID", "hostIPC"].filter(pod.spec.flag)
        guard !shared.isEmpty else { return nil }
        return Finding(reason: "host namespaces", detail: shared.map { "\($0)=true" }.joined(separator: ", "))
    }

    @Sendable private static func hostPaths(_ pod: SecuredPod) -> Finding? {
        let names = pod.spec.list("volumes").filter { $0["hostPath"] != nil }.map { $0.text("name") }
        guard !names.isEmpty else { return nil }
        return Finding(
            reason: "hostPath volumes",
            detail: "\(SecurityWords.plural("volume", names.count)) \(SecurityWords.quoted(names))")
    }

    @Sendable private static func hostPorts(_ pod: SecuredPod) -> Finding? {
        let ports: (Value) -> [String] = { container in
            container.list("ports").compactMap { $0.number("hostPort") }.filter { $0 != 0 }.map(String.init)
        }
        let names = pod.names { !ports($0).isEmpty }
        guard !names.isEmpty else { return nil }
        let values = pod.values(ports)
        return Finding(
            reason: "hostPort",
            detail: "\(SecurityWords.containers(names)) \(names.count == 1 ? "uses" : "use") "
                + "\(SecurityWords.plural("hostPort", values.count)) \(values.joined(separator: ", "))")
    }

    @Sendable private static func hostOfProbes(_ pod: SecuredPod) -> Finding? {
        let hosts: (Value) -> [String] = { container in
            let probes = ["livenessProbe", "readinessProbe", "startupProbe"].map(container.part)
            let hooks = ["postStart", "preStop"].map(container.part("lifecycle").part)
            return (probes + hooks).flatMap { handler in
                ["httpGet", "tcpSocket"].map { handler.part($0).text("host") }
            }
            .filter { !$0.isEmpty }
        }
        let names = pod.names { !hosts($0).isEmpty }
        guard !names.isEmpty else { return nil }
        let values = pod.values(hosts)
        return Finding(
            reason: "probe or lifecycle host",
            detail: "\(SecurityWords.containers(names)) \(names.count == 1 ? "uses" : "use") probe or lifecycle "
                + "\(SecurityWords.plural("host", values.count)) \(SecurityWords.quoted(values))")
    }

    @Sendable private static func privileged(_ pod: SecuredPod) -> Finding? {
        let names = pod.names { $0.part("securityContext").flag("privileged") }
        guard !names.isEmpty else { return nil }
        return Finding(
            reason: "privileged",
            detail: "\(SecurityWords.containers(names)) must not set securityContext.privileged=true")
    }

    @Sendable private static func procMount(_ pod: SecuredPod) -> Finding? {
        let bad: (Value) -> [String] = { container in
            let mount = container.part("securityContext").text("procMount")
            return mount.isEmpty || mount == "Default" ? [] : [mount]
        }
        let names = pod.names { !bad($0).isEmpty }
        guard !names.isEmpty else { return nil }
        let values = SecurityWords.quoted(pod.values(bad))
        return Finding(
            reason: "procMount",
            detail: "\(SecurityWords.containers(names)) must not set securityContext.procMount to \(values)")
    }

    @Sendable private static func seLinux(_ pod: SecuredPod) -> Finding? {
        var allowed: Set<String> = ["", "container_t", "container_init_t", "container_kvm_t"]
        if pod.minor >= 31 { allowed.insert("container_engine_t") }
        let isBad: (Value) -> Bool = { context in
            guard let options = context["seLinuxOptions"] else { return false }
            return !allowed.contains(options.text("type")) || !options.text("user").isEmpty
                || !options.text("role").isEmpty
        }
        let names = pod.names { isBad($0.part("securityContext")) }
        guard isBad(pod.context) || !names.isEmpty else { return nil }
        let options = ([pod.context] + pod.containers.map { $0.part("securityContext") })
            .map { $0.part("seLinuxOptions") }
        let types = Set(options.map { $0.text("type") }).subtracting(allowed).sorted()
        var bad: [String] = []
        if !types.isEmpty { bad.append("\(SecurityWords.plural("type", types.count)) \(SecurityWords.quoted(types))") }
        for field in ["user", "role"] where options.contains(where: { !$0.text(field).isEmpty }) {
            bad.append("\(field) may not be set")
        }
        let setters = SecurityWords.setters(pod: isBad(pod.context), names)
        return Finding(
            reason: "seLinuxOptions",
            detail: "\(setters) set forbidden securityContext.seLinuxOptions: \(bad.joined(separator: "; "))")
    }

    @Sendable private static func seccomp(_ pod: SecuredPod) -> Finding? {
        let isBad: (Value) -> Bool = { $0["seccompProfile"]?["type"] == "Unconfined" }
        let names = pod.names { isBad($0.part("securityContext")) }
        guard isBad(pod.context) || !names.isEmpty else { return nil }
        let setters = SecurityWords.setters(pod: isBad(pod.context), names)
        return Finding(
            reason: "seccompProfile",
            detail: "\(setters) must not set securityContext.seccompProfile.type to \"Unconfined\"")
    }

    /// Settings of the kernel that belong to the pod alone, with the version that allows them.
    private static let safeSysctls: [(name: String, since: Int)] = [
        ("kernel.shm_rmid_forced", 0), ("net.ipv4.ip_local_port_range", 0), ("net.ipv4.tcp_syncookies", 0),
        ("net.ipv4.ping_group_range", 0), ("net.ipv4.ip_unprivileged_port_start", 0),
        ("net.ipv4.ip_local_reserved_ports", 27), ("net.ipv4.tcp_keepalive_time", 29),
        ("net.ipv4.tcp_fin_timeout", 29), ("net.ipv4.tcp_keepalive_intvl", 29),
        ("net.ipv4.tcp_keepalive_probes", 29), ("net.ipv4.tcp_rmem", 32), ("net.ipv4.tcp_wmem", 32),
    ]

    @Sendable private static func sysctls(_ pod: SecuredPod) -> Finding? {
        let safe = safeSysctls.filter { $0.since <= pod.minor }.map(\.name)
        let bad = pod.context.list("sysctls").map { $0.text("name") }.filter { !safe.contains($0) }
        guard !bad.isEmpty else { return nil }
        return Finding(reason: "forbidden sysctls", detail: bad.joined(separator: ", "))
    }

    @Sendable private static func windowsHostProcess(_ pod: SecuredPod) -> Finding? {
        let isBad: (Value) -> Bool = { $0.part("windowsOptions").flag("hostProcess") }
        let names = pod.names { isBad($0.part("securityContext")) }
        guard isBad(pod.context) || !names.isEmpty else { return nil }
        let setters = SecurityWords.setters(pod: isBad(pod.context), names)
        return Finding(
            reason: "hostProcess", detail: "\(setters) must not set securityContext.windowsOptions.hostProcess=true")
    }
}
