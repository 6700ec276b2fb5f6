import Documents
import KubeModel

/// Turns an object of one version of its resource into another; only two resources have two stable versions.
enum Conversion {
    /// The version in which the objects of a resource are stored.
    static func storageType(of resource: ResourceType) -> ResourceType {
        switch (resource.group, resource.plural) {
        case ("autoscaling", "horizontalpodautoscalers"): .horizontalPodAutoscalers
        case ("events.k8s.io", "events"): .events
        default: resource
        }
    }

    /// Where the objects of a resource are stored; two groups may share one place.
    static func place(of resource: ResourceType) -> GroupResource {
        resource.group == "events.k8s.io" ? ResourceType.events.groupResource : resource.groupResource
    }

    static func convert(_ object: Object, to resource: ResourceType) -> Object {
        var converted: Object
        switch (object.apiVersion, resource.apiVersion, resource.plural) {
        case ("autoscaling/v1", "autoscaling/v2", _): converted = HorizontalPodAutoscalerConversion.toV2(object)
        case ("autoscaling/v2", "autoscaling/v1", _): converted = HorizontalPodAutoscalerConversion.toV1(object)
        case ("events.k8s.io/v1", "v1", _): converted = EventConversion.toCore(object)
        case ("v1", "events.k8s.io/v1", _): converted = EventConversion.toEventsGroup(object)
        default: converted = object
        }
        converted["apiVersion"] = .string(resource.apiVersion)
        converted["kind"] = .string(resource.kind)
        return converted
    }
}

/// `autoscaling/v1` knows one metric, the cpu of the pods; the rest of `v2` has no place in it.
enum HorizontalPodAutoscalerConversion {
    static func toV2(_ object: Object) -> Object {
        var result = object
        if let percentage = object["spec"]?["targetCPUUtilizationPercentage"] {
            result["spec", "targetCPUUtilizationPercentage"] = nil
            result["spec", "metrics"] = [
                [
                    "type": "Resource",
                    "resource": ["name": "cpu", "target": ["type": "Utilization", "averageUtilization": percentage]],
                ]
            ]
        }
        return result
    }

    static func toV1(_ object: Object) -> Object {
        var result = object
        let metrics = object["spec"]?["metrics"]?.array ?? []
        let cpu = metrics.first { $0["resource"]?["name"] == "cpu" }
        result["spec", "metrics"] = nil
        result["spec", "behavior"] = nil
        result["spec", "targetCPUUtilizationPercentage"] = cpu?["resource"]?["target"]?["averageUtilization"]
        result["status", "conditions"] = nil
        let current = object["status"]?["currentMetrics"]?.array?.first { $0["resource"]?["name"] == "cpu" }
        result["status", "currentMetrics"] = nil
        result["status", "currentCPUUtilizationPercentage"] = current?["resource"]?["current"]?["averageUtilization"]
        return result
    }
}

/// The two groups name the same facts of an event differently.
enum EventConversion {
    private static let names = [
        ("involvedObject", "regarding"), ("message", "note"), ("reportingComponent", "reportingController"),
        ("source", "deprecatedSource"), ("firstTimestamp", "deprecatedFirstTimestamp"),
        ("lastTimestamp", "deprecatedLastTimestamp"), ("count", "deprecatedCount"),
    ]

    static func toCore(_ object: Object) -> Object {
        rename(object, names.map { ($0.1, $0.0) })
    }

    static func toEventsGroup(_ object: Object) -> Object {
        rename(object, names)
    }

    private static func rename(_ object: Object, _ names: [(from: String, to: String)]) -> Object {
        var result = object
        for name in names {
            result[name.to] = object[name.from] ?? result[name.to]
            result[name.from] = nil
        }
        return result
    }
}
