import KubeModel

extension ImageReferenceError {
    /// What the kubelet says about a name that is none.
    func message(for image: String) -> String {
        "Failed to apply default image tag \"\(image)\": couldn't parse image name \"\(image)\": \(sentence)"
    }

    private var sentence: String {
        switch self {
        case .invalidFormat: "invalid reference format"
        case .upperCase(let repository): "invalid reference format: repository name (\(repository)) must be lowercase"
        case .tooLong: "repository name must not be more than 255 characters"
        case .hexadecimalName(let name):
            "invalid repository name (\(name)), cannot specify 64-byte hexadecimal strings"
        }
    }
}

extension NodeFleet {
    /// What the runtime says about an image that it cannot get.
    func pullErrorMessage(_ reference: ImageReference) -> String {
        let whole = reference.whole
        let prefix = "failed to pull and unpack image \"\(whole)\": failed to resolve reference \"\(whole)\": "
        let address =
            "https://\(reference.registry)/v2/\(reference.repository)/manifests/\(reference.digest ?? reference.tag)"
        guard registry != .down else {
            return
                "rpc error: code = DeadlineExceeded desc = \(prefix)failed to do request: Head \"\(address)\": dial tcp: i/o timeout"
        }
        guard profile == .eks, !catalog.hasRepository(reference) else {
            return "rpc error: code = NotFound desc = \(prefix)\(whole): not found"
        }
        if reference.registry == "docker.io" {
            return
                "\(prefix)pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed"
        }
        if catalog.hasRegistry(reference.registry) {
            return "rpc error: code = NotFound desc = \(prefix)\(whole): not found"
        }
        let host = reference.registry.split(separator: ":").first.map(String.init) ?? reference.registry
        return
            "rpc error: code = Unknown desc = \(prefix)failed to do request: Head \"\(address)\": dial tcp: lookup \(host) on 192.168.0.2:53: no such host"
    }
}
