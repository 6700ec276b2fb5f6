import Documents
import KubeModel

/// What conditions and events say of an object.
extension Diagnosis {
    /// A condition that says that something is wrong.
    func badCondition(of object: Object) -> Cause? {
        condition(of: object, type: "ReplicaFailure", status: "True")
            ?? condition(of: object, type: "Progressing", status: "False")
            ?? condition(of: object, type: "Ready", status: "False")
    }

    func condition(of object: Object, type: String, status: String) -> Cause? {
        guard let condition = object.condition(type), condition["status"]?.string == status else { return nil }
        return .condition(
            ObjectName(object), type: type, reason: condition["reason"]?.string ?? "",
            message: condition["message"]?.string ?? "")
    }

    /// The latest warning about an object.
    func warning(about object: Object) -> Cause? {
        guard let event = lastEvent(about: object, where: { $0["type"]?.string == "Warning" }) else { return nil }
        return .warning(
            ObjectName(object), reason: event["reason"]?.string ?? "", message: event["message"]?.string ?? "")
    }

    func lastEvent(about object: Object, where condition: (Object) -> Bool) -> Object? {
        cluster.objects(of: .events, in: object.namespace.isEmpty ? "default" : object.namespace)
            .filter { $0["involvedObject"]?["uid"]?.string == object.uid && condition($0) }
            .max { Self.time(of: $0) < Self.time(of: $1) }
    }

    private static func time(of event: Object) -> String {
        event["lastTimestamp"]?.string ?? event["eventTime"]?.string ?? event.metadata["creationTimestamp"]?.string
            ?? ""
    }
}
