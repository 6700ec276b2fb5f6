import Documents
import KubeModel

/// A write through a subresource that may change one part of its object and leaves the rest as it is.
struct PartialUpdate: Sendable {
    /// The stored object with the part that may change, taken from what was sent.
    var prepare: @Sendable (_ proposal: Object, _ old: Object, _ now: Instant) -> Object
    var errors: @Sendable (_ new: Object, _ old: Object) -> [FieldError]
}

extension PartialUpdate {
    /// `nil` for writes that go the way of all writes.
    static func of(_ request: APIRequest) -> PartialUpdate? {
        switch (request.resource.plural, request.subresource) {
        case ("pods", "ephemeralcontainers"): .ephemeralContainers
        case ("pods", "resize"): .resize
        case ("certificatesigningrequests", "approval"): .approval
        default: nil
        }
    }

    /// Labels and annotations may change with the part.
    static func keepingAllBut(_ old: Object, metadataOf proposal: Object) -> Object {
        var object = old
        object["metadata"] = proposal["metadata"]
        return object
    }
}
