extension Flag {
    /// The flags that every command takes.
    package static let global: [Flag] = [
        .text("as", "Username to impersonate for the operation: a regular user or a service account in a namespace."),
        .array("as-group", "Group to impersonate for the operation; may be given several times."),
        .text("as-uid", "UID to impersonate for the operation."),
        .array("as-user-extra", "User extras to impersonate for the operation; may be given several times."),
        .text("cache-dir", default: "/root/.kube/cache", "Default cache directory").offering(.files),
        .text("certificate-authority", "Path to a cert file for the certificate authority").offering(.files),
        .text("client-certificate", "Path to a client certificate file for TLS").offering(.files),
        .text("client-key", "Path to a client key file for TLS").offering(.files),
        .text("cluster", "The name of the kubeconfig cluster to use").offering(.clusters),
        .text("context", "The name of the kubeconfig context to use").offering(.contexts),
        .bool("disable-compression", "If true, opt-out of response compression for all requests to the server"),
        .bool("insecure-skip-tls-verify", "If true, the server's certificate is not checked for validity."),
        .text("kubeconfig", "Path to the kubeconfig file to use for CLI requests.").offering(.files),
        .text("kuberc", "Path to the kuberc file to use for preferences.").offering(.files),
        .duration("log-flush-frequency", default: "5s", "Maximum number of seconds between log flushes"),
        .bool("match-server-version", "Require server version to match client version"),
        .text("namespace", "n", "If present, the namespace scope for this CLI request").offering(.namespaces),
        .text("password", "Password for basic authentication to the API server"),
        .text(
            "profile", default: "none",
            "Name of profile to capture. One of (none|cpu|heap|goroutine|threadcreate|block|mutex|trace)"),
        .text("profile-output", default: "profile.pprof", "Name of the file to write the profile to").offering(.files),
        .text(
            "request-timeout", default: "0",
            "How long to wait for one request to the server, as 1s, 2m or 3h; zero waits without end."),
        .text("server", "s", "The address and port of the Kubernetes API server"),
        .text("tls-server-name", "Server name to use for server certificate validation."),
        .text("token", "Bearer token for authentication to the API server"),
        .text("user", "The name of the kubeconfig user to use").offering(.users),
        .text("username", "Username for basic authentication to the API server"),
        .integer("v", "v", "Number for the log level verbosity"),
        .text("vmodule", "Pattern=N settings, separated by commas, for the log level of single files"),
        .bool(
            "warnings-as-errors",
            "Treat warnings received from the server as errors and exit with a non-zero exit code"),
    ]
}
