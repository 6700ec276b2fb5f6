/// One kind of resource that the API serves: the single value from which names, scope, verbs, columns and help derive.
package struct ResourceType: Hashable, Sendable {
    /// `apps`; empty for the core group.
    package let group: String
    /// `v1`
    package let version: String
    /// The plural that appears in addresses: `deployments`.
    package let plural: String
    /// `Deployment`
    package let kind: String
    /// `deployment`
    package let singular: String
    package let shortNames: [String]
    package let isNamespaced: Bool
    /// Names that stand for several resources, such as `all`.
    package let categories: [String]
    /// In alphabetical order: `create`, `delete`, `deletecollection`, `get`, `list`, `patch`, `update`, `watch`.
    package let verbs: [String]
    /// The name of its type in the schema: `Deployment`, `autoscaling.v2.HorizontalPodAutoscaler`; empty for custom resources.
    package let schemaType: String
    /// `status`, `scale`, `log`, ... in alphabetical order.
    package let subresources: [String]

    package init(
        group: String, version: String, plural: String, kind: String, singular: String, shortNames: [String],
        isNamespaced: Bool, categories: [String], verbs: [String], schemaType: String, subresources: [String]
    ) {
        self.group = group
        self.version = version
        self.plural = plural
        self.kind = kind
        self.singular = singular
        self.shortNames = shortNames
        self.isNamespaced = isNamespaced
        self.categories = categories
        self.verbs = verbs
        self.schemaType = schemaType
        self.subresources = subresources
    }
}

extension ResourceType {
    /// `v1`, `apps/v1`
    package var apiVersion: String { group.isEmpty ? version : "\(group)/\(version)" }
    package var groupResource: GroupResource { GroupResource(group: group, resource: plural) }
    package var groupVersionKind: GroupVersionKind { GroupVersionKind(group: group, version: version, kind: kind) }
}

/// A resource without its version, as messages name it: `deployments.apps`, `pods`.
package struct GroupResource: Hashable, Sendable, CustomStringConvertible {
    package var group: String
    package var resource: String

    package init(group: String, resource: String) {
        self.group = group
        self.resource = resource
    }

    package var description: String { group.isEmpty ? resource : "\(resource).\(group)" }
}

extension GroupResource: Comparable {
    package static func < (left: GroupResource, right: GroupResource) -> Bool {
        (left.group, left.resource) < (right.group, right.resource)
    }
}

/// What a manifest says it is: its `apiVersion` and `kind`.
package struct GroupVersionKind: Hashable, Sendable, CustomStringConvertible {
    package var group: String
    package var version: String
    package var kind: String

    package init(group: String, version: String, kind: String) {
        self.group = group
        self.version = version
        self.kind = kind
    }

    package init(apiVersion: String, kind: String) {
        let parts = apiVersion.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        self.init(
            group: parts.count == 2 ? String(parts[0]) : "", version: String(parts.last ?? ""), kind: kind)
    }

    package var apiVersion: String { group.isEmpty ? version : "\(group)/\(version)" }
    package var description: String { "\(apiVersion), Kind=\(kind)" }
}

/// The name of an object among those of its resource; the namespace is empty for cluster-scoped ones.
package struct ObjectKey: Hashable, Sendable, Comparable, CustomStringConvertible {
    package var namespace: String
    package var name: String

    package init(namespace: String = "", name: String) {
        self.namespace = namespace
        self.name = name
    }

    package static func < (left: ObjectKey, right: ObjectKey) -> Bool {
        (left.namespace, left.name) < (right.namespace, right.name)
    }

    package var description: String { namespace.isEmpty ? name : "\(namespace)/\(name)" }
}
