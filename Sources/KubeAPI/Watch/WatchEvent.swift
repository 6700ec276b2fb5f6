package import Documents

/// One line of a watch: what happened, and the object as it is now.
package struct WatchEvent: Hashable, Sendable {
    package enum Kind: String, Sendable {
        case added = "ADDED", modified = "MODIFIED", deleted = "DELETED", bookmark = "BOOKMARK", error = "ERROR"
    }

    package let kind: Kind
    /// Of a deletion the last state under the revision of the deletion; of a bookmark only a revision.
    package let object: Object

    package init(_ kind: Kind, _ object: Object) {
        self.kind = kind
        self.object = object
    }
}

extension WatchEvent {
    /// The line as the API sends it: `{"object":{...},"type":"ADDED"}`.
    package var value: Value { ["type": .string(kind.rawValue), "object": .object(object)] }
}
