import Documents
import KubeAPI
import KubeModel
import KubePrinting

extension Command {
    static let apiResources = Command(
        name: "api-resources", summary: "Print the supported API resources on the server.",
        examples: """
            # All resources
            kubectl api-resources

            # With their verbs
            kubectl api-resources -o wide

            # Those of one API group, or outside of namespaces
            kubectl api-resources --api-group=apps
            kubectl api-resources --namespaced=false
            """,
        flags: [
            .text("api-group", "Limit to resources in the specified API group."),
            .bool("cached", "Use the cached list of resources if available."),
            .list("categories", "Limit to resources that belong to the specified categories."),
            .bool(
                "namespaced", default: true,
                "If false, non-namespaced resources will be returned, otherwise returning namespaced resources by default."
            ),
            .bool(
                "no-headers",
                "When using the default or custom-column output format, don't print headers (default print headers)."),
            .text("output", "o", "Output format. One of: (json, yaml, name, wide).").offering(
                .words(["json", "name", "wide", "yaml"])),
            .text("sort-by", "If non-empty, sort list of resources using specified field. One of (name, kind).")
                .offering(.words(["name", "kind"])),
            .list("verbs", "Limit to resources that support the specified verbs."),
            .bool(
                "show-managed-fields", "If true, keep the managedFields when printing objects in JSON or YAML format."),
        ],
        action: .run { context throws(KubectlError) in try context.listResources() })

    static let apiVersions = Command(
        name: "api-versions", usage: "",
        summary: "Print the supported API versions on the server, in the form of \"group/version\".",
        examples: """
            # All versions
            kubectl api-versions
            """,
        action: .run { context throws(KubectlError) in
            if !context.arguments.isEmpty {
                throw .usage("unexpected arguments: \(KubectlContext.goList(context.arguments))")
            }
            for version in Set(context.connection.resources.types.map(\.apiVersion)).sorted() {
                context.writeLine(version)
            }
        })
}

extension KubectlContext {
    /// Source: `k8s.io/kubectl/pkg/cmd/apiresources/apiresources.go`.
    fileprivate mutating func listResources() throws(KubectlError) {
        if !arguments.isEmpty { throw .usage("unexpected arguments: \(Self.goList(arguments))") }
        let output = flags.text("output")
        guard ["", "wide", "name", "json", "yaml"].contains(output) else {
            throw .message(
                "unable to match a printer suitable for the output format \(output.goQuoted), allowed formats are: json,kyaml,name,wide,yaml"
            )
        }
        let sortKey = flags.text("sort-by")
        guard ["", "name", "kind"].contains(sortKey) else { throw .message("--sort-by accepts only name or kind") }
        let types = selectedTypes.sorted { left, right in
            switch sortKey {
            case "name": left.plural < right.plural
            case "kind": left.kind < right.kind
            default: (left.group, left.plural) < (right.group, right.plural)
            }
        }
        switch output {
        case "name": for type in types { writeLine(type.groupResource.description) }
        case "json", "yaml": showResources(types, asJSON: output == "json")
        default: showResourceTable(types, isWide: output == "wide")
        }
    }

    private var selectedTypes: [ResourceType] {
        let verbs = flags.list("verbs"), categories = flags.list("categories")
        return connection.resources.preferred.filter { type in
            (!flags.isSet("api-group") || type.group == flags.text("api-group"))
                && (!flags.isSet("namespaced") || type.isNamespaced == flags.bool("namespaced"))
                && verbs.allSatisfy(type.verbs.contains) && categories.allSatisfy(type.categories.contains)
        }
    }

    private mutating func showResourceTable(_ types: [ResourceType], isWide: Bool) {
        var rows = types.map { type in
            let cells = [
                type.plural, type.shortNames.joined(separator: ","), type.apiVersion, String(type.isNamespaced),
                type.kind,
            ]
            return cells + (isWide ? [type.verbs.joined(separator: ","), type.categories.joined(separator: ",")] : [])
        }
        if !flags.bool("no-headers") {
            rows.insert(
                ["NAME", "SHORTNAMES", "APIVERSION", "NAMESPACED", "KIND"] + (isWide ? ["VERBS", "CATEGORIES"] : []),
                at: 0)
        }
        var writer = TabWriter.table
        write(writer.align(rows.map { $0.joined(separator: "\t") + "\n" }.joined()))
    }

    /// Source: `k8s.io/apimachinery/pkg/apis/meta/v1` `APIResourceList`.
    private static let discoveryOrder = MemberOrder(["kind", "apiVersion", "groupVersion", "resources"]) { _ in
        MemberOrder([
            "name", "singularName", "namespaced", "group", "version", "kind", "verbs", "shortNames", "categories",
        ])
    }

    private mutating func showResources(_ types: [ResourceType], asJSON: Bool) {
        let resources = types.map { type -> Value in
            var entry: Object = [
                "group": .string(type.group), "kind": .string(type.kind), "name": .string(type.plural),
                "namespaced": .bool(type.isNamespaced), "singularName": .string(type.singular),
                "verbs": Value(type.verbs),
                "version": .string(type.version),
            ]
            if !type.shortNames.isEmpty { entry["shortNames"] = Value(type.shortNames) }
            if !type.categories.isEmpty { entry["categories"] = Value(type.categories) }
            return .object(entry)
        }
        let list: Value = [
            "apiVersion": "v1", "groupVersion": "", "kind": "APIResourceList", "resources": .array(resources),
        ]
        write(asJSON ? TypedJSON.encode(list, order: Self.discoveryOrder, indentation: 4) + "\n" : YAML.encode(list))
    }
}
