import Documents
import KubeAPI
import KubeModel
import Shell

extension KubectlContext {
    /// Settles by flags and kubeconfig in which namespace and as whom the command works.
    mutating func resolveScope() throws(KubectlError) {
        let configuration = try kubeconfig()
        let contextName = flags.text("context").isEmpty ? configuration.currentContext : flags.text("context")
        if !contextName.isEmpty, configuration.contexts[contextName] == nil, !isConfigCommand {
            throw .configuration("context was not found for specified context: \(contextName)")
        }
        try checkConnectionFlags(configuration)
        call.namespace = configuration.namespace(of: contextName)
        if !flags.text("namespace").isEmpty {
            call.namespace = flags.text("namespace")
            call.isNamespaceExplicit = true
        }
        let name = configuration.contexts[contextName]?["user"]?.string ?? ""
        call.user = try user(named: flags.text("user").isEmpty ? name : flags.text("user"), configuration)
    }

    /// Source: `k8s.io/client-go/tools/clientcmd` `DirectClientConfig`, `ParseTimeout`.
    private func checkConnectionFlags(_ configuration: Kubeconfig) throws(KubectlError) {
        guard !isConfigCommand else { return }
        let cluster = flags.text("cluster"), user = flags.text("user")
        if !cluster.isEmpty, configuration.clusters[cluster] == nil {
            throw .message("no server found for cluster \(cluster.goQuoted)")
        }
        if !user.isEmpty, configuration.users[user] == nil {
            throw .message("auth info \(user.goQuoted) does not exist")
        }
        let timeout = flags.text("request-timeout")
        if !timeout.isEmpty, Duration(goText: timeout) == nil, (Int(timeout) ?? -1) < 0 {
            throw .message(
                "Invalid timeout value. Timeout must be a single integer in seconds, or an integer followed by a corresponding time unit (e.g. 1s | 2m | 3h)"
            )
        }
    }

    /// The kubeconfig that the command works with: that of the session, or a file named by `--kubeconfig`.
    func kubeconfig() throws(KubectlError) -> Kubeconfig {
        let path = flags.text("kubeconfig")
        guard !path.isEmpty else { return configuration }
        return Kubeconfig(document: try readKubeconfig(path))
    }

    private func readKubeconfig(_ path: String) throws(KubectlError) -> Value {
        let bytes: [UInt8]
        do { bytes = try readFile(path) } catch {
            if isConfigCommand { return [:] }
            throw .message("stat \(path): no such file or directory")
        }
        do { return try YAML.parse(bytes) } catch {
            throw .message("error loading config file \(path.goQuoted): \(error.message)")
        }
    }

    private var isConfigCommand: Bool { call.path.hasPrefix("kubectl config") }

    private func user(named name: String, _ configuration: Kubeconfig) throws(KubectlError) -> UserInfo {
        let impersonated = flags.text("as")
        if !impersonated.isEmpty { return impersonation(of: impersonated) }
        guard flags.list("as-group").isEmpty, flags.text("as-uid").isEmpty else {
            throw .message("requesting uid, groups or user-extra for \(name) without impersonating a user")
        }
        let token =
            flags.text("token").isEmpty ? configuration.users[name]?["token"]?.string ?? "" : flags.text("token")
        if let subject = Self.subject(ofToken: token) { return serviceAccount(subject) }
        if name == "admin" || name.isEmpty { return .admin }
        return UserInfo(name: name, groups: ["system:authenticated"])
    }

    private func impersonation(of name: String) -> UserInfo {
        var groups = flags.list("as-group")
        if groups.isEmpty, name.hasPrefix("system:serviceaccount:") { return serviceAccount(name) }
        if !groups.contains("system:authenticated"), name != "system:anonymous" {
            groups.append("system:authenticated")
        }
        return UserInfo(name: name, groups: groups)
    }

    private func serviceAccount(_ name: String) -> UserInfo {
        let parts = name.split(separator: ":")
        var groups = ["system:serviceaccounts"]
        if parts.count == 4 { groups.append("system:serviceaccounts:\(parts[2])") }
        return UserInfo(name: name, groups: groups + ["system:authenticated"])
    }

    /// The subject of a service account's token: the `sub` in its second part.
    private static func subject(ofToken token: String) -> String? {
        let parts = token.split(separator: ".")
        guard parts.count == 3, let bytes = Base64.decode(address: parts[1]) else { return nil }
        do {
            let subject = try JSON.parse(bytes)["sub"]?.string
            return subject?.hasPrefix("system:serviceaccount:") == true ? subject : nil
        } catch {
            return nil  // a token that is no JWT names nobody
        }
    }

    /// A path as the shell means it, from the working directory.
    func absolute(_ path: String) -> String {
        let parts = (path.hasPrefix("/") ? path : workingDirectory + "/" + path).split(separator: "/")
        var result: [Substring] = []
        for part in parts where part != "." {
            if part == ".." { _ = result.popLast() } else { result.append(part) }
        }
        return "/" + result.joined(separator: "/")
    }
}

extension Base64 {
    /// Decodes the alphabet of addresses, with `-` and `_`, and without padding.
    fileprivate static func decode(address text: Substring) -> [UInt8]? {
        let standard = text.replacing("-", with: "+").replacing("_", with: "/")
        return decode(standard + String(repeating: "=", count: (4 - standard.utf8.count % 4) % 4))
    }
}
