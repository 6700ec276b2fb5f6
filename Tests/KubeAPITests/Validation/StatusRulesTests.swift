import Documents
import KubeModel
import Testing

@testable import KubeAPI

struct StatusRulesTests {
    static let cases: [(ResourceType, Object, [String])] = [
        (
            ResourceType.deployments, ["status": ["replicas": 1, "readyReplicas": 2]],
            ["status.readyReplicas: Invalid value: 2: cannot be greater than status.replicas"]
        ),
        (
            .deployments, ["status": ["replicas": -1]],
            ["status.replicas: Invalid value: -1: must be greater than or equal to 0"]
        ),
        (
            .replicaSets, ["status": ["replicas": 2, "readyReplicas": 1, "availableReplicas": 2]],
            ["status.availableReplicas: Invalid value: 2: cannot be greater than readyReplicas"]
        ),
        (
            .namespaces, ["status": ["phase": "Terminating"]],
            [
                #"status.Phase: Invalid value: "Terminating": may only be 'Active' if `deletionTimestamp` is empty"#
            ]
        ),
        (.configMaps, [:], []),
    ]

    @Test(arguments: cases)
    func `counts agree with one another, and a phase with the deletion`(
        resource: ResourceType, object: Object, expected: [String]
    ) {
        #expect(StatusRules.errors(object, resource: resource).map(\.message) == expected)
    }
}
