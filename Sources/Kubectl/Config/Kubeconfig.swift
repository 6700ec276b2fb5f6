package import Documents
import KubeModel

/// The clusters, users and contexts that kubectl knows, as in `~/.kube/config`.
package struct Kubeconfig: Hashable, Sendable {
    /// By name: `server`, `certificate-authority-data`, ...
    package var clusters: Object
    /// By name: `cluster`, `user`, `namespace`.
    package var contexts: Object
    /// By name: `token`, `client-certificate-data`, ...
    package var users: Object
    package var currentContext: String

    package init(clusters: Object = [:], contexts: Object = [:], users: Object = [:], currentContext: String = "") {
        self.clusters = clusters
        self.contexts = contexts
        self.users = users
        self.currentContext = currentContext
    }
}

extension Kubeconfig {
    /// One cluster, one context `eks`, and a user of the group `system:masters`.
    package static let eks = Kubeconfig(
        clusters: [
            "eks": [
                "certificate-authority-data": "LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCg==",
                "server": "https://eks.ap-northeast-1.example.com",
            ]
        ],
        contexts: ["eks": ["cluster": "eks", "user": "admin"]],
        users: [
            "admin": [
                "client-certificate-data": "LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCg==",
                "client-key-data": "LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0tLS0tCg==",
            ]
        ],
        currentContext: "eks")

    /// The namespace of a context; `default` when it names none.
    package func namespace(of context: String) -> String {
        let name = contexts[context]?["namespace"]?.string ?? ""
        return name.isEmpty ? "default" : name
    }

    /// The namespace in which commands work.
    package var namespace: String {
        get { namespace(of: currentContext) }
        set { contexts[currentContext, "namespace"] = newValue.isEmpty ? nil : .string(newValue) }
    }
}

extension Kubeconfig {
    /// The file's form: lists of named entries.
    package var document: Value {
        [
            "apiVersion": "v1", "kind": "Config", "current-context": .string(currentContext),
            "clusters": Self.list(clusters, entry: "cluster", always: ["server"]),
            "contexts": Self.list(contexts, entry: "context", always: ["cluster", "user"]),
            "users": Self.list(users, entry: "user"),
        ]
    }

    package init(document: Value) {
        self.init(
            clusters: Self.named(document["clusters"], entry: "cluster"),
            contexts: Self.named(document["contexts"], entry: "context"),
            users: Self.named(document["users"], entry: "user"),
            currentContext: document["current-context"]?.string ?? "")
    }

    /// Entries under their names; the fields that are never left out are empty where nothing is known.
    private static func list(_ entries: Object, entry: String, always fields: [String] = []) -> Value {
        guard !entries.isEmpty else { return .null }
        return .array(
            entries.map { name, value in
                var value = value
                for field in fields where value[field] == nil { value[field] = "" }
                return [entry: value, "name": .string(name)]
            })
    }

    /// The order of Go's types: `k8s.io/client-go/tools/clientcmd/api/v1`.
    package static let memberOrder = MemberOrder(["kind", "apiVersion", "clusters", "users", "contexts"]) { list in
        switch list {
        case "clusters":
            entry("cluster", ["server", "tls-server-name", "insecure-skip-tls-verify", "certificate-authority"])
        case "users":
            entry(
                "user",
                [
                    "client-certificate", "client-certificate-data", "client-key", "client-key-data", "token",
                    "username", "password", "auth-provider", "exec",
                ])
        case "contexts": entry("context", ["cluster", "user", "namespace"])
        default: nil
        }
    }

    private static func entry(_ name: String, _ fields: [String]) -> MemberOrder {
        MemberOrder(["name", name]) { _ in
            MemberOrder(fields) { field in
                switch field {
                case "auth-provider": MemberOrder(["name", "config"])
                case "exec": MemberOrder(["command", "args", "env", "apiVersion", "provideClusterInfo"])
                default: nil
                }
            }
        }
    }

    private static func named(_ list: Value?, entry: String) -> Object {
        Object(
            (list?.array ?? []).compactMap { item in
                item["name"]?.string.map { ($0, item[entry] ?? [:]) }
            })
    }

    /// What the current context refers to and is not there: `context eks`, `cluster a`, `user b`.
    package var missingReference: String? {
        guard let context = contexts[currentContext] else { return "context \(currentContext)" }
        for (field, entries) in [("cluster", clusters), ("user", users)] {
            let name = context[field]?.string ?? ""
            if !name.isEmpty, entries[name] == nil { return "\(field) \(name)" }
        }
        return nil
    }

    /// Only the current context and what it refers to.
    package var minified: Kubeconfig {
        let context = contexts[currentContext]
        func only(_ entries: Object, _ name: String?) -> Object {
            guard let name, let entry = entries[name] else { return [:] }
            return [name: entry]
        }
        return Kubeconfig(
            clusters: only(clusters, context?["cluster"]?.string), contexts: only(contexts, currentContext),
            users: only(users, context?["user"]?.string), currentContext: currentContext)
    }

    /// Certificates and secrets replaced by words that say that something was there.
    package func redacted(keepsCertificates: Bool = false) -> Kubeconfig {
        var copy = self
        for name in copy.clusters.names where !keepsCertificates {
            Self.hide(["certificate-authority-data"], by: "DATA+OMITTED", in: &copy.clusters[name])
        }
        for name in copy.users.names {
            if !keepsCertificates {
                Self.hide(["client-certificate-data", "client-key-data"], by: "DATA+OMITTED", in: &copy.users[name])
            }
            Self.hide(["token", "password"], by: "REDACTED", in: &copy.users[name])
        }
        return copy
    }

    private static func hide(_ keys: [String], by word: String, in entry: inout Value?) {
        for key in keys where entry?[key] != nil { entry?[key] = .string(word) }
    }
}
