/// Flags that many commands take, with the same words everywhere.
extension Flag {
    /// Flags of commands that print what they made or changed.
    static let printing: [Flag] =
        [
            .text(
                "output", "o",
                "Output format. One of: (json, yaml, kyaml, name, go-template, go-template-file, template, templatefile, jsonpath, jsonpath-as-json, jsonpath-file)."
            ).offering(.words(OutputFormat.objectFormats))
        ] + templates

    static let templates: [Flag] = [
        .text("template", "Template string or path to template file to use when -o=go-template, -o=go-template-file.")
            .offering(.files),
        .bool(
            "allow-missing-template-keys", default: true,
            "If true, a field or map key that is missing in a template is no error."),
        .bool("show-managed-fields", "If true, keep the managedFields when printing objects in JSON or YAML format."),
    ]

    static let dryRun = Flag.text(
        "dry-run", default: "none", bare: "unchanged",
        "Must be \"none\", \"server\", or \"client\". With client only print what would be sent; with server let the server check it without keeping it."
    ).offering(.words(["none", "server", "client"]))

    static let validate = Flag.text(
        "validate", default: "strict", bare: "strict",
        "Must be one of: strict (or true), warn, ignore (or false). Strict refuses unknown or duplicate fields, warn only tells of them, ignore drops them in silence."
    ).offering(.words(["strict", "warn", "ignore", "true", "false"]))

    static let saveConfig = Flag.bool(
        "save-config",
        "If true, the configuration of the object is saved in its annotation, for a later kubectl apply.")

    static func fieldManager(_ name: String) -> Flag {
        .text("field-manager", default: name, "Name of the manager used to track field ownership.")
    }

    /// `-f`, `-k` and `-R`.
    static func filename(_ purpose: String) -> [Flag] {
        [
            .list("filename", "f", "Filename, directory, or URL to files \(purpose)").offering(.files),
            .text(
                "kustomize", "k", "Process a kustomization directory. This flag can't be used together with -f or -R."
            )
            .offering(.files),
            recursive,
        ]
    }

    /// `-f` and `-R` of the few commands that look into folders by themselves and take no kustomization.
    static func filenameOfManifests(_ purpose: String) -> [Flag] {
        filename(purpose).filter { $0.name != "kustomize" }
            .map { $0.name == "recursive" ? $0.defaulting(to: "true") : $0 }
    }

    static let recursive = Flag.bool(
        "recursive", "R",
        "Process the directory used in -f, --filename recursively, for manifests in folders within folders.")

    static let selector = Flag.text(
        "selector", "l",
        "Selector (label query) to filter on, supports '=', '==', '!=', 'in', 'notin'. (e.g. -l key1=value1,key2=value2,key3 in (value3))"
    )

    static let fieldSelector = Flag.text(
        "field-selector",
        "Selector (field query) to filter on, supports '=', '==', and '!='. The server knows only a few fields of each type."
    )

    static let allNamespaces = Flag.bool(
        "all-namespaces", "A",
        "If present, list the requested objects across all namespaces; the namespace of the context and --namespace are ignored."
    )

    static func all(_ purpose: String) -> Flag { .bool("all", purpose) }

    static let local = Flag.bool("local", "If true, work on the given files only and do not contact the server.")

    static let record = Flag.bool(
        "record", "Record the current kubectl command in the resource annotation kubernetes.io/change-cause."
    ).deprecated("--record will be removed in the future")

    static let chunkSize = Flag.integer(
        "chunk-size", default: 500, "Return large lists in chunks rather than all at once. Pass 0 to disable.")

    static func subresource(_ values: [String]) -> Flag {
        .text("subresource", "If specified, the command works on this subresource of the object.").offering(
            .words(values))
    }

    /// Other commands wait longer for a pod than those that only read what it wrote.
    static let shortPodRunningTimeout = podRunningTimeout.defaulting(to: "20s")

    static let detachKeys = Flag.text(
        "detach-keys", default: "ctrl-p,ctrl-q", "Keys that leave a session without ending it.")

    static let podRunningTimeout = Flag.duration(
        "pod-running-timeout", default: "1m0s",
        "How long to wait until at least one pod is running, as 5s, 2m or 3h; must be higher than zero")

    static let container = Flag.text(
        "container", "c", "Container name. If omitted, the annotated default container or the first one is used."
    ).offering(.containers)
}
