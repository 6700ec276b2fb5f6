import Documents
import KubeModel

extension Command {
    static let createSecret = Command(
        name: "secret", group: .subcommands, usage: "(docker-registry | generic | tls)",
        summary: "Create a secret using a specified subcommand.",
        details: """
            A docker-registry type secret is for accessing a container registry. A generic type secret is an Opaque \
            secret. A tls type secret holds a TLS certificate and its key.
            """,
        subcommands: [.createSecretDockerRegistry, .createSecretGeneric, .createSecretTLS], action: .group)

    static let createSecretGeneric = generator(
        "generic",
        usage:
            "NAME [--type=string] [--from-file=[key=]source] [--from-literal=key1=value1] [--dry-run=server|client|none]",
        summary: "Create a secret based on a file, directory, or specified literal value.",
        examples: """
            # Two values given here
            kubectl create secret generic db --from-literal=user=admin --from-literal=password=s3cret

            # The contents of files under keys of your choice
            kubectl create secret generic keys --from-file=private=./id_rsa --from-file=public=./id_rsa.pub
            """,
        flags: Flag.keyValueSources("secret") + [.text("type", "The type of secret to create")],
        failure: "failed to create secret "
    ) { context throws(KubectlError) in
        let name = try context.nameArgument()
        var sources = KeyValueSources(kind: .secret, name: name)
        try sources.read(from: context)
        return context.secret(name, type: context.flags.text("type"), data: sources.base64)
    }

    static let createSecretDockerRegistry = generator(
        "docker-registry",
        usage:
            "NAME --docker-username=user --docker-password=password --docker-email=email [--docker-server=string] [--from-file=[key=]source] [--dry-run=server|client|none]",
        summary: "Create a new secret for use with container registries.",
        details: "Pods that name it in imagePullSecrets, or whose service account does, pull their images with it.",
        examples: """
            # The account of a private registry
            kubectl create secret docker-registry registry --docker-server=registry.example.com --docker-username=ci --docker-password=s3cret
            """,
        flags: [
            .text("docker-username", "Username for Docker registry authentication"),
            .text("docker-password", "Password for Docker registry authentication"),
            .text("docker-email", "Email for Docker registry"),
            .text("docker-server", default: "https://index.docker.io/v1/", "Server location for Docker registry"),
            .bool("append-hash", "Append a hash of the secret to its name."),
            .list("from-file", "Key files, as [key=]path; a docker configuration belongs under .dockerconfigjson.")
                .offering(.files),
        ], failure: "failed to create secret "
    ) { context throws(KubectlError) in
        let name = try context.nameArgument()
        let flags = context.flags
        let type = "kubernetes.io/dockerconfigjson"
        if !flags.list("from-file").isEmpty {
            var sources = KeyValueSources(kind: .secret, name: name)
            try sources.read(from: context, defaultKey: ".dockerconfigjson")
            return context.secret(name, type: type, data: sources.base64)
        }
        let user = flags.text("docker-username"), password = flags.text("docker-password")
        guard !user.isEmpty, !password.isEmpty, !flags.text("docker-server").isEmpty else {
            throw .message(
                "either --from-file or the combination of --docker-username, --docker-password and --docker-server is required"
            )
        }
        let config = dockerConfiguration(
            server: flags.text("docker-server"), user: user, password: password, email: flags.text("docker-email"))
        return context.secret(name, type: type, data: [".dockerconfigjson": .string(Base64.encode(Array(config.utf8)))])
    }

    static let createSecretTLS = generator(
        "tls", usage: "NAME --cert=path/to/cert/file --key=path/to/key/file [--dry-run=server|client|none]",
        summary: "Create a TLS secret from the given public/private key pair.",
        details: "The public key certificate must be .PEM encoded and match the given private key.",
        examples: """
            # A certificate and its key
            kubectl create secret tls site --cert=tls.crt --key=tls.key
            """,
        flags: [
            .text("cert", "Path to PEM encoded public key certificate.").offering(.files),
            .text("key", "Path to private key associated with given certificate.").offering(.files),
            .bool("append-hash", "Append a hash of the secret to its name."),
        ], failure: "failed to create secret "
    ) { context throws(KubectlError) in
        let name = try context.nameArgument()
        let certificate = context.flags.text("cert"), key = context.flags.text("key")
        guard !certificate.isEmpty, !key.isEmpty else { throw .message("key and cert must be specified") }
        let certificateBytes = try readKeyPair(certificate, context)
        let keyBytes = try readKeyPair(key, context)
        if let problem = KeyPair.problem(certificate: certificateBytes, key: keyBytes) {
            throw .message("tls: \(problem)")
        }
        return context.secret(
            name, type: "kubernetes.io/tls",
            data: ["tls.crt": .string(Base64.encode(certificateBytes)), "tls.key": .string(Base64.encode(keyBytes))])
    }

    /// The members in the order of the Go type, which the recorded base64 shows.
    private static func dockerConfiguration(server: String, user: String, password: String, email: String) -> String {
        func quoted(_ text: String) -> String { JSON.encode(.string(text)) }
        var members = ["\"username\":\(quoted(user))", "\"password\":\(quoted(password))"]
        if !email.isEmpty { members.append("\"email\":\(quoted(email))") }
        members.append("\"auth\":\(quoted(Base64.encode(Array("\(user):\(password)".utf8))))")
        return "{\"auths\":{\(quoted(server)):{\(members.joined(separator: ","))}}}"
    }

    private static func readKeyPair(_ path: String, _ context: KubectlContext) throws(KubectlError) -> [UInt8] {
        do { return try KeyValueSources.read(path, context) } catch {
            throw .message("Cannot read file \(path), \(error.text)")
        }
    }
}

extension KubectlContext {
    fileprivate func secret(_ name: String, type: String, data: Object) -> Object {
        var object: Object = ["apiVersion": "v1", "kind": "Secret", "metadata": ["name": .string(name)]]
        if !data.isEmpty { object["data"] = .object(data) }
        if !type.isEmpty { object["type"] = .string(type) }
        if flags.bool("append-hash") { object.name += "-" + ContentHash.of(object) }
        return object
    }
}
