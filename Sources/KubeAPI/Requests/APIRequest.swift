package import Documents
package import KubeModel

/// One request to the API: the only way by which anything in the cluster is read or changed.
package struct APIRequest: Sendable {
    package enum Verb: String, Sendable {
        case get, list, watch, create, update, patch, delete, deletecollection
    }

    package var verb: Verb
    package var resource: ResourceType
    /// `status`, `scale`, `binding`, ...; empty for the object itself.
    package var subresource = ""
    /// Empty for cluster-scoped resources, and for a list over all namespaces.
    package var namespace = ""
    /// Empty for `list`, `watch`, `create` and `deletecollection`.
    package var name = ""
    /// The object to write, or the patch.
    package var body: Value = .null
    package var patchType: PatchType = .strategicMerge
    /// Paths of keys that the body had more than once, as its parser found them.
    package var duplicateFields: [String] = []
    /// The fields of a server-side apply that turned out to be a creation.
    var appliedFields: FieldSet?
    package var options = RequestOptions()
    package var user = UserInfo.admin

    package init(_ verb: Verb, _ resource: ResourceType, namespace: String = "", name: String = "", body: Value = .null)
    {
        self.verb = verb
        self.resource = resource
        self.namespace = namespace
        self.name = name
        self.body = body
    }
}

/// The media types of a patch.
package enum PatchType: String, Sendable, CaseIterable {
    case json = "application/json-patch+json"
    case merge = "application/merge-patch+json"
    case strategicMerge = "application/strategic-merge-patch+json"
    /// Server-side apply.
    case apply = "application/apply-patch+yaml"
}

/// The query parameters of all verbs and the body of a delete.
package struct RequestOptions: Sendable {
    package enum FieldValidation: String, Sendable { case ignore = "Ignore", warn = "Warn", strict = "Strict" }
    package enum PropagationPolicy: String, Sendable {
        case background = "Background", foreground = "Foreground", orphan = "Orphan"
    }

    package var isDryRun = false
    package var fieldManager = ""
    package var fieldValidation = FieldValidation.warn
    /// Server-side apply takes fields over from other managers.
    package var force = false
    package var labelSelector = ""
    package var fieldSelector = ""
    /// Zero is no limit.
    package var limit = 0
    package var continueToken = ""
    package var resourceVersion = ""
    /// `Exact` or `NotOlderThan`: how a list or watch means `resourceVersion`.
    package var resourceVersionMatch = ""
    package var allowsWatchBookmarks = false
    /// A watch begins with what is there, whatever its resourceVersion.
    package var sendsInitialEvents: Bool?
    package var propagationPolicy: PropagationPolicy?
    package var gracePeriodSeconds: Int?
    package var preconditionUID: String?
    package var preconditionResourceVersion: String?

    package init() {}
}

/// Who sends a request.
package struct UserInfo: Hashable, Sendable {
    package var name: String
    package var groups: [String]

    package init(name: String, groups: [String]) {
        self.name = name
        self.groups = groups
    }

    /// The learner: `cluster-admin` by group.
    package static let admin = UserInfo(name: "admin", groups: ["system:masters", "system:authenticated"])
}

/// What the API answers.
package struct APIResponse: Sendable {
    package enum Payload: Sendable {
        case object(Object)
        case list(ObjectList)
        /// What a delete without a remaining object answers, `status: Success`.
        case success(Object)
    }

    package var payload: Payload
    /// An object was made rather than changed (201 rather than 200).
    package var isCreated = false
    /// Sentences for `Warning:` lines.
    package var warnings: [String] = []

    package init(_ payload: Payload, isCreated: Bool = false, warnings: [String] = []) {
        self.payload = payload
        self.isCreated = isCreated
        self.warnings = warnings
    }
}

/// The objects of a list, each with its `apiVersion` and `kind`.
package struct ObjectList: Sendable {
    package var items: [Object]
    package var resourceVersion: String
    package var continueToken = ""
    package var remainingItemCount: Int?

    package init(items: [Object], resourceVersion: String) {
        self.items = items
        self.resourceVersion = resourceVersion
    }
}
