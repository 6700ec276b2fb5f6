import Documents
import KubeModel
import Testing

@testable import KubeAPI

struct DefaultsTests {
    private func filled(_ object: Object, as resource: ResourceType) -> Object {
        var object = object
        Defaults.apply(to: &object, resource: resource)
        return object
    }

    @Test func `pods`() {
        let pod = filled(["spec": ["containers": [["name": "a", "image": "nginx"]]]], as: .pods)
        #expect(
            pod["spec"] == [
                "containers": [
                    [
                        "name": "a", "image": "nginx", "terminationMessagePath": "/dev/termination-log",
                        "terminationMessagePolicy": "File", "imagePullPolicy": "Always",
                    ]
                ],
                "restartPolicy": "Always", "terminationGracePeriodSeconds": 30, "dnsPolicy": "ClusterFirst",
                "securityContext": .object([:]), "schedulerName": "default-scheduler", "enableServiceLinks": true,
            ])
    }

    @Test(arguments: [
        ("nginx", "Always"), ("nginx:latest", "Always"), ("nginx:1.25", "IfNotPresent"),
        ("registry:5000/nginx", "Always"), ("registry:5000/nginx:1", "IfNotPresent"),
        ("nginx@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "IfNotPresent"),
    ])
    func `how images are pulled`(image: String, policy: String) {
        let pod = filled(["spec": ["containers": [["name": "a", "image": .string(image)]]]], as: .pods)
        #expect(pod["spec"]?["containers"]?.array?[0]["imagePullPolicy"] == .string(policy))
    }

    @Test func `limits are requests too`() {
        let pod = filled(
            ["spec": ["containers": [["name": "a", "image": "b", "resources": ["limits": ["cpu": "1"]]]]]], as: .pods)
        #expect(pod["spec"]?["containers"]?.array?[0]["resources"]?["requests"] == ["cpu": "1"])
    }

    @Test func `deployments`() {
        let spec = filled(["spec": ["template": ["spec": ["containers": []]]]], as: .deployments)["spec"]
        #expect(spec?["replicas"] == 1)
        #expect(spec?["revisionHistoryLimit"] == 10)
        #expect(spec?["progressDeadlineSeconds"] == 600)
        #expect(
            spec?["strategy"]
                == ["type": "RollingUpdate", "rollingUpdate": ["maxSurge": "25%", "maxUnavailable": "25%"]])
    }

    @Test func `a deployment that recreates has no rolling update`() {
        let object = filled(["spec": ["strategy": ["type": "Recreate"], "replicas": 0]], as: .deployments)
        #expect(object["spec"]?["strategy"] == ["type": "Recreate"])
        #expect(object["spec"]?["replicas"] == 0)
    }

    @Test func `services`() {
        let spec = filled(["spec": ["ports": [["port": 80]]]], as: .services)["spec"]
        #expect(spec?["type"] == "ClusterIP")
        #expect(spec?["sessionAffinity"] == "None")
        #expect(spec?["internalTrafficPolicy"] == "Cluster")
        #expect(spec?["ports"] == [["port": 80, "protocol": "TCP", "targetPort": 80]])
    }

    @Test func `jobs`() {
        let spec = filled(["spec": ["template": ["spec": ["containers": []]]]], as: .jobs)["spec"]
        #expect(spec?["completions"] == 1)
        #expect(spec?["parallelism"] == 1)
        #expect(spec?["backoffLimit"] == 6)
        #expect(spec?["completionMode"] == "NonIndexed")
    }
}
