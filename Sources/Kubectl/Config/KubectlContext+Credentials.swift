import Documents
import Shell

extension KubectlContext {
    /// Source: `k8s.io/kubectl/pkg/cmd/config/set_credentials.go`.
    func checkCredentialFlags() throws(KubectlError) {
        if !flags.text("token").isEmpty, !flags.text("username").isEmpty || !flags.text("password").isEmpty {
            throw .message(
                "you cannot specify more than one authentication method at the same time: --token, --username/--password"
            )
        }
        if flags.bool("embed-certs"), flags.text("client-certificate").isEmpty, flags.text("client-key").isEmpty {
            throw .message("you must specify a --client-certificate or --client-key to embed")
        }
    }

    /// Puts the file that a flag names into an entry, or with `--embed-certs` what is in it.
    func setFile(_ flag: String, in entry: inout Value) throws(KubectlError) {
        guard flags.isSet(flag) else { return }
        let path = flags.text(flag)
        guard flags.bool("embed-certs"), !path.isEmpty else {
            entry[flag] = .string(path)
            return
        }
        do {
            entry[flag + "-data"] = .string(Base64.encode(try readFile(path)))
            entry[flag] = nil
        } catch {
            throw .message("could not stat \(flag) file \(path): stat \(path): \(error.goReason)")
        }
    }

    /// `--auth-provider` with its arguments; `key-` among them leaves one out.
    func authenticationProvider() -> Value? {
        let name = flags.text("auth-provider")
        guard !name.isEmpty else { return nil }
        let pairs = flags.list("auth-provider-arg").compactMap(KeyValueSources.split)
        let config: Value = pairs.isEmpty ? .null : .object(Object(pairs.map { ($0.0, .string($0.1)) }))
        return ["config": config, "name": .string(name)]
    }
}
