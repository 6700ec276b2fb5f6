import Documents

extension Command {
    static let createNamespace = generator(
        "namespace", aliases: ["ns"], usage: "NAME [--dry-run=server|client|none]",
        summary: "Create a namespace with the specified name.",
        examples: """
            # A namespace for a team
            kubectl create namespace team-a
            """,
        flags: []
    ) { context throws(KubectlError) in
        [
            "apiVersion": "v1", "kind": "Namespace", "metadata": ["name": .string(try context.nameArgument())],
            "spec": [:], "status": [:],
        ]
    }
}
