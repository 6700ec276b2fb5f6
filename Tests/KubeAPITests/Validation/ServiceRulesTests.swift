import Documents
import KubeModel
import Testing

@testable import KubeAPI

struct ServiceRulesTests {
    private func service(_ fields: Object = [:]) -> Object {
        var spec: Object = [
            "ports": [["port": 80]], "clusterIP": "10.0.0.1", "clusterIPs": ["10.0.0.1"], "ipFamilies": ["IPv4"],
            "ipFamilyPolicy": "SingleStack",
        ]
        for (name, value) in fields { spec[name] = value }
        var service: Object = ["metadata": ["name": "web", "namespace": "default"], "spec": .object(spec)]
        Defaults.apply(to: &service, resource: .services)
        return service
    }

    private func messages(_ new: Object, _ old: Object?) -> [String] {
        Validation.errors(for: new, resource: .services, old: old).map(\.message)
    }

    @Test func `the address stays`() {
        let new = service(["clusterIP": "10.0.0.2", "clusterIPs": ["10.0.0.2"]])
        #expect(
            messages(new, service()) == [
                #"spec.clusterIPs[0]: Invalid value: ["10.0.0.2"]: may not change once set"#
            ])
        #expect(messages(service(["type": "NodePort"]), service()).isEmpty)
    }

    @Test func `a service of another kind may give up its address`() {
        let new = service([
            "type": "ExternalName", "externalName": "example.com", "clusterIP": "", "clusterIPs": [], "ipFamilies": [],
        ])
        #expect(!messages(new, service()).contains { $0.contains("may not change") })
    }

    @Test func `the class of a balancer stays`() {
        let old = service(["type": "LoadBalancer", "loadBalancerClass": "example.com/a"])
        let new = service(["type": "LoadBalancer", "loadBalancerClass": "example.com/b"])
        #expect(
            messages(new, old) == [
                #"spec.loadBalancerClass: Invalid value: "example.com/b": may not change once set"#
            ])
    }

    @Test(
        arguments: [
            (
                ["clusterIPs": ["10.0.0.9"]] as Object,
                #"spec.clusterIPs: Invalid value: ["10.0.0.9"]: first value must match `clusterIP`"#
            ),
            (
                ["clusterIPs": ["10.0.0.1", "10.0.0.2"]],
                #"spec.clusterIPs: Invalid value: ["10.0.0.1","10.0.0.2"]: may specify no more than one IP for each IP family"#
            ),
            (
                ["clusterIP": "None", "clusterIPs": ["None", "10.0.0.1"]],
                #"spec.clusterIPs: Invalid value: ["None","10.0.0.1"]: 'None' must be the first and only value"#
            ),
            (
                ["ipFamilies": ["IPv6"]],
                #"spec.clusterIPs[0]: Invalid value: "10.0.0.1": expected an IPv6 value as indicated by `ipFamilies[0]`"#
            ),
            (
                ["loadBalancerSourceRanges": ["10.0.0.0/8"]],
                "spec.LoadBalancerSourceRanges: Forbidden: may only be used when `type` is 'LoadBalancer'"
            ),
        ] as [(Object, String)])
    func `says what is wrong`(fields: Object, message: String) {
        #expect(messages(service(fields), nil) == [message])
    }
}

struct CronSyntaxTests {
    @Test(
        arguments: [
            "* * * * *", "*/5 0-3 1,15 jan-mar mon", "@daily", "@every 1h30m", "TZ=Etc/UTC 0 0 * * *", "0 0 ? * 0",
        ])
    func `takes schedules`(schedule: String) { #expect(CronSyntax.problem(schedule) == nil) }

    @Test(
        arguments: [
            ("* * * *", "expected exactly 5 fields, found 4: [* * * *]"),
            ("61 * * * *", "end of range (61) above maximum (59): 61"), ("@often", "unrecognized descriptor: @often"),
            ("a * * * *", #"failed to parse int from a: strconv.Atoi: parsing "a": invalid syntax"#),
            ("5-1 * * * *", "beginning of range (5) beyond end of range (1): 5-1"),
            ("*/0 * * * *", "step of range should be a positive number: */0"),
        ])
    func `says what is wrong`(schedule: String, message: String) { #expect(CronSyntax.problem(schedule) == message) }
}

struct WarningsTests {
    private func warnings(_ object: Object, _ resource: ResourceType) -> [String] {
        Validation.warnings(for: object, resource: resource, old: nil)
    }

    @Test func `two variables of one name`() {
        let pod: Object = [
            "metadata": ["name": "web"],
            "spec": [
                "containers": [["name": "a", "env": [["name": "X", "value": "1"], ["name": "X", "value": "2"]]]]
            ],
        ]
        #expect(
            warnings(pod, .pods) == [
                #"spec.containers[0].env[1]: hides previous definition of "X", which may be dropped when using apply"#
            ])
    }

    @Test func `an annotation that has become a field`() {
        let ingress: Object = ["metadata": ["name": "web", "annotations": ["kubernetes.io/ingress.class": "nginx"]]]
        #expect(
            warnings(ingress, .ingresses) == [
                "annotation \"kubernetes.io/ingress.class\" is deprecated, please use 'spec.ingressClassName' instead"
            ])
    }
}
