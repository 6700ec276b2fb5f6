import Documents
import KubeModel
import Testing

@testable import KubeAPI

struct SelectableFieldsTests {
    @Test(arguments: [
        (ResourceType.pods, "spec.image", "field label not supported: spec.image"),
        (.nodes, "spec.podCIDR", "field label not supported: spec.podCIDR"),
        (
            .deployments, "spec.replicas",
            "\"spec.replicas\" is not a known field selector: only \"metadata.name\", \"metadata.namespace\""
        ),
        (
            .configMaps, "data.k",
            "\"data.k\" is not a known field selector: only \"metadata.name\", \"metadata.namespace\""
        ),
        (.jobs, "status.failed", "field label \"status.failed\" not supported for batchv1.Job"),
    ])
    func `a field that cannot be selected by is refused in the words of the kind`(
        resource: ResourceType, field: String, message: String
    ) throws {
        let api = try APIServer.sample()
        var request = APIRequest(.list, resource)
        request.options.fieldSelector = "\(field)=x"
        expectFailure(.badRequest(message)) { _ = try api.listObjects(request) }
    }

    @Test(arguments: [
        (ResourceType.pods, "spec.nodeName=n1", ["web"]), (.pods, "spec.host=n1", ["web"]),
        (.pods, "status.phase=Pending", ["idle", "web"]), (.pods, "spec.nodeName!=n1", ["idle"]),
        (.pods, "metadata.name=idle,metadata.namespace=default", ["idle"]), (.pods, "spec.restartPolicy=Never", []),
        (.pods, "spec.hostNetwork=false", ["idle", "web"]),
        (.pods, "spec.serviceAccountName=default", ["idle", "web"]),
        (.namespaces, "status.phase=Active", ["default", "dev"]),
        (.serviceAccounts, "metadata.namespace=dev", ["default"]),
    ])
    func `objects are chosen by the fields of their kind`(resource: ResourceType, selector: String, names: [String])
        throws
    {
        var api = try APIServer.sample()
        _ = try api.createPod("web", node: "n1")
        _ = try api.createPod("idle")
        var request = APIRequest(.list, resource)
        request.options.fieldSelector = selector
        #expect(try api.listObjects(request).items.map(\.name) == names)
    }

    @Test func `the two event groups have names of their own for the same fields`() throws {
        var api = try APIServer.sample()
        try api.create(
            .events,
            [
                "metadata": ["name": "e", "namespace": "default"],
                "involvedObject": ["kind": "Pod", "name": "web", "namespace": "default"], "reason": "Tested",
                "type": "Normal",
            ], as: .admin)
        var request = APIRequest(.list, .events)
        request.options.fieldSelector = "involvedObject.name=web,type=Normal"
        #expect(try api.listObjects(request).items.count == 1)
        request = APIRequest(.list, .eventsV1)
        request.options.fieldSelector = "regarding.name=web,reason=Tested"
        #expect(try api.listObjects(request).items.count == 1)
        request.options.fieldSelector = "involvedObject.name=web"
        expectFailure(.badRequest("field label not supported: involvedObject.name")) {
            _ = try api.listObjects(request)
        }
    }
}
