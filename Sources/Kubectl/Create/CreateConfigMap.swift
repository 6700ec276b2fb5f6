import Documents
import KubeModel

extension Flag {
    /// Where the keys of ConfigMaps and Secrets come from.
    static func keyValueSources(_ kind: String) -> [Flag] {
        [
            .list(
                "from-file",
                "Key files can be specified using their file path, in which case the file's name is the key, or with a key and a file path. A directory stands for every file in it that is a valid \(kind) key."
            ).offering(.files),
            .array("from-literal", "Specify a key and literal value to insert in \(kind) (i.e. mykey=somevalue)"),
            .list("from-env-file", "Specify the path to a file to read lines of key=val pairs to create a \(kind).")
                .offering(.files),
            .bool("append-hash", "Append a hash of the \(kind) to its name."),
        ]
    }
}

extension Command {
    static let createConfigMap = generator(
        "configmap", aliases: ["cm"],
        usage: "NAME [--from-file=[key=]source] [--from-literal=key1=value1] [--dry-run=server|client|none]",
        summary: "Create a config map based on a file, directory, or specified literal value.",
        details: """
            A single config map may package one or more key/value pairs. A file gives one key, whose value is the \
            contents of the file; a directory gives one key for each of its files.
            """,
        examples: """
            # Two values given here
            kubectl create configmap settings --from-literal=COLOR=blue --from-literal=SIZE=10

            # The contents of a file, under the name of the file
            kubectl create configmap settings --from-file=app.properties

            # The lines of a file, each a key
            kubectl create configmap settings --from-env-file=settings.env
            """,
        flags: Flag.keyValueSources("configmap"), failure: "failed to create configmap: "
    ) { context throws(KubectlError) in
        let name = try context.nameArgument()
        var sources = KeyValueSources(kind: .configMap, name: name)
        try sources.read(from: context)
        var object: Object = ["apiVersion": "v1", "kind": "ConfigMap", "metadata": ["name": .string(name)]]
        if !sources.texts.isEmpty { object["data"] = .object(sources.texts) }
        if !sources.binaries.isEmpty { object["binaryData"] = .object(sources.binaries) }
        if context.flags.bool("append-hash") { object.name += "-" + ContentHash.of(object) }
        return object
    }
}
