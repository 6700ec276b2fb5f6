import Documents
import KubeAPI
import KubeModel

extension Command {
    static let setEnv = Command(
        name: "env", group: .subcommands, usage: "RESOURCE/NAME KEY_1=VAL_1 ... KEY_N=VAL_N",
        summary: "Update environment variables on a pod template.",
        details: """
            List environment variable definitions in one or more pods or pod templates. Add, update, or remove them, in \
            all containers or in those that match a name.
            """,
        examples: """
            # Set a variable
            kubectl set env deployment/web MODE=production

            # Remove it
            kubectl set env deployment/web MODE-

            # All variables
            kubectl set env deployment/web --list

            # All keys of a config map
            kubectl set env deployment/web --from=configmap/settings
            """,
        flags: Flag.setting("the resource to update the env") + [
            .text(
                "containers", "c", default: "*",
                "The names of containers in the selected pod templates to change - may use wildcards"),
            .array("env", "e", "Specify a key-value pair for an environment variable to set into each container."),
            .text("from", "The name of a resource from which to inject environment variables"),
            .list("keys", "Comma-separated list of keys to import from specified resource"),
            .bool("list", "If true, display the environment and any changes in the standard format."),
            .bool(
                "overwrite", default: true,
                "If true, allow environment to be overwritten, otherwise reject updates that overwrite existing environment."
            ),
            .text("prefix", "Prefix to append to variable names"),
            .bool("resolve", "If true, show secret or configmap references when listing variables"),
        ],
        completion: .objects,
        action: .run { context throws(KubectlError) in try context.runSetEnv() })
}

/// The variables that a command line sets and removes.
private struct EnvironmentChange {
    var set: [Value] = []
    var removed: [String] = []
}

extension KubectlContext {
    /// Source: `k8s.io/kubectl/pkg/cmd/set/set_env.go`.
    fileprivate mutating func runSetEnv() throws(KubectlError) {
        let dryRun = try dryRun()
        try checkSetFlags(dryRun)
        let (resources, words) = try environmentArguments()
        if resources.isEmpty, flags.list("filename").isEmpty {
            throw .message("one or more resources must be specified as <resource> <name> or <resource>/<name>")
        }
        if flags.bool("list"), !flags.text("output").isEmpty {
            throw .message("--list and --output may not be specified together")
        }
        if !flags.list("keys").isEmpty, flags.text("from").isEmpty {
            throw .message("when specifying --keys, a configmap or secret must be provided with --from")
        }
        var change = try environmentChange(flags.list("env") + words)
        change.set += try importedVariables()
        let prefix = flags.text("prefix")
        if !prefix.isEmpty {
            for index in change.set.indices {
                change.set[index]["name"] = .string(prefix + (change.set[index]["name"]?.string ?? ""))
            }
        }
        let infos = try settable(resources)
        if flags.bool("list") { return try listEnvironment(infos) { Self.updated($0, change) } }
        let operation = SetOperation(name: "env updated", failure: "failed to patch env update to pod template: ")
        try self.change(infos, operation) { object, info, context throws(KubectlError) in
            try context.update(&object, info, change)
        }
    }

    /// Resources come first; `KEY=VALUE`, `KEY-` and a lone `-` are changes.
    private func environmentArguments() throws(KubectlError) -> (resources: [String], words: [String]) {
        var resources: [String] = []
        var words: [String] = []
        for argument in arguments {
            if ResourcePairs.isAssignment(argument) || argument.hasSuffix("-") {
                words.append(argument)
            } else if words.isEmpty {
                resources.append(argument)
            } else {
                throw .message(
                    "all resources must be specified before environment changes: \(arguments.joined(separator: " "))")
            }
        }
        return (resources, words)
    }

    private mutating func environmentChange(_ words: [String]) throws(KubectlError) -> EnvironmentChange {
        var change = EnvironmentChange()
        for word in words {
            if word == "-" {
                for line in String(decoding: try readStandardInput(), as: UTF8.self).split(separator: "\n") {
                    let line = String(line).trimmed
                    if !line.isEmpty, !line.hasPrefix("#") { change.set += try environmentChange([line]).set }
                }
            } else if let (key, value) = KeyValueSources.split(word) {
                try EnvironmentName.check(key)
                change.set.append(
                    value.isEmpty ? ["name": .string(key)] : ["name": .string(key), "value": .string(value)])
            } else if word.hasSuffix("-") {
                change.removed.append(String(word.dropLast()))
            } else {
                throw .message("unknown environment variable: \(word)")
            }
        }
        let names = Set(change.set.compactMap { $0["name"]?.string })
        if change.removed.contains(where: names.contains) {
            throw .message("can not both modify and remove the same environment variable in the same command")
        }
        return change
    }

    /// References to the keys of the objects that `--from` names.
    private mutating func importedVariables() throws(KubectlError) -> [Value] {
        let from = flags.text("from")
        guard !from.isEmpty else { return [] }
        if flags.bool("local") { throw .message("unsupported resource specified in --from") }
        var query = ResourceQuery()
        query.arguments = [from]
        query.namespace = namespace
        var variables: [Value] = []
        for info in try find(query).checked().infos {
            let field: String
            switch info.type.kind {
            case "Secret": field = "secretKeyRef"
            case "ConfigMap": field = "configMapKeyRef"
            default: throw .message("unsupported resource specified in --from")
            }
            let wanted = flags.list("keys")
            for key in (info.object?["data"]?.object ?? [:]).names where wanted.isEmpty || wanted.contains(key) {
                let name = Self.variableName(of: key)
                if name != key { warn("key \(key) transferred to \(name)") }
                variables.append([
                    "name": .string(name), "valueFrom": [field: ["name": .string(info.name), "key": .string(key)]],
                ])
            }
        }
        return variables
    }

    private static func variableName(of key: String) -> String {
        String(key.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") ? $0 : "_" }).uppercased()
    }

    private mutating func update(_ object: inout Object, _ info: ResourceInfo, _ change: EnvironmentChange)
        throws(KubectlError)
    {
        let path = try PodSpecPath.required(info)
        let overwrites = flags.bool("overwrite")
        let name = flags.text("containers")
        var isFound = false
        for list in ["containers", "initContainers"] {
            let isHere = try object.changeContainers(at: path + [list], matching: name) {
                container throws(KubectlError) in
                let existing = container["env"]?.array ?? []
                if !overwrites { try Self.checkOverwrites(existing, info, change) }
                let result = Self.updated(existing, change)
                container["env"] = result.isEmpty ? nil : .array(result)
            }
            isFound = isFound || isHere
        }
        if !isFound {
            warn("\(info.type.kind)/\(info.name) does not have any containers matching \(name.goQuoted)")
        }
    }

    private static func checkOverwrites(_ existing: [Value], _ info: ResourceInfo, _ change: EnvironmentChange)
        throws(KubectlError)
    {
        for variable in change.set {
            guard let current = existing.first(where: { $0["name"] == variable["name"] }),
                current["value"] != variable["value"]
            else { continue }
            throw .message(
                "error: \(info.builtName)\n '\(current["name"]?.string ?? "")' already has a value (\(current["value"]?.string ?? "")), and --overwrite is false\n"
            )
        }
    }

    /// Changed in place, removed, and new ones at the end.
    private static func updated(_ existing: [Value], _ change: EnvironmentChange) -> [Value] {
        var result: [Value] = []
        for variable in existing where !change.removed.contains(variable["name"]?.string ?? "") {
            result.append(change.set.last { $0["name"] == variable["name"] } ?? variable)
        }
        for (index, variable) in change.set.enumerated()
        where !result.contains(where: { $0["name"] == variable["name"] }) {
            result.append(change.set[index...].last { $0["name"] == variable["name"] } ?? variable)
        }
        return result
    }
}
