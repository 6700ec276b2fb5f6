import Documents

extension Command {
    static let createServiceAccount = generator(
        "serviceaccount", aliases: ["sa"], usage: "NAME [--dry-run=server|client|none]",
        summary: "Create a service account with the specified name.",
        examples: """
            # An identity for a program that talks to the API
            kubectl create serviceaccount builder
            """,
        flags: [], failure: "failed to create serviceaccount: "
    ) { context throws(KubectlError) in
        ["apiVersion": "v1", "kind": "ServiceAccount", "metadata": ["name": .string(try context.nameArgument())]]
    }
}
