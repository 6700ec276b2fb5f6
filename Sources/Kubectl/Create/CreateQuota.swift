import Documents
import KubeModel

extension Command {
    static let createQuota = generator(
        "quota", aliases: ["resourcequota"],
        usage: "NAME [--hard=key1=value1,key2=value2] [--scopes=Scope1,Scope2] [--dry-run=server|client|none]",
        summary: "Create a resource quota with the specified name, hard limits, and optional scopes.",
        examples: """
            # At most five pods, one cpu and one gibibyte
            kubectl create quota small --hard=pods=5,requests.cpu=1,requests.memory=1Gi

            # Only for pods of best effort
            kubectl create quota scraps --hard=pods=10 --scopes=BestEffort
            """,
        flags: [
            .text("hard", "A comma-delimited set of resource=quantity pairs that define a hard limit."),
            .text(
                "scopes", "A comma-delimited set of quota scopes that must all match each object tracked by the quota."),
        ], failure: "failed to create quota: "
    ) { context throws(KubectlError) in
        var spec = Object()
        let hard = try Quantities.parse(context.flags.text("hard"))
        if !hard.isEmpty { spec["hard"] = .object(hard) }
        let scopes = context.flags.text("scopes").split(separator: ",").map(String.init)
        if !scopes.isEmpty { spec["scopes"] = Value(scopes) }
        return [
            "apiVersion": "v1", "kind": "ResourceQuota", "metadata": ["name": .string(try context.nameArgument())],
            "spec": .object(spec), "status": [:],
        ]
    }
}

/// Lists of quantities on the command line: `cpu=100m,memory=64Mi`.
enum Quantities {
    /// Source: `k8s.io/kubectl/pkg/generate/versioned` `populateResourceListV1`.
    static func parse(_ text: String) throws(KubectlError) -> Object {
        var result = Object()
        guard !text.isEmpty else { return result }
        for part in text.split(separator: ",", omittingEmptySubsequences: false).map(String.init) {
            let sides = part.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
            guard sides.count == 2 else {
                throw .message("Invalid argument syntax \(part), expected <resource>=<value>")
            }
            do { result[sides[0]] = .string(try Quantity(parsing: sides[1]).description) } catch {
                throw .message(error.message)
            }
        }
        return result
    }
}
