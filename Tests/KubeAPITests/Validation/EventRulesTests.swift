import Documents
import KubeModel
import Testing

@testable import KubeAPI

struct EventRulesTests {
    private func messages(_ event: Object) -> [String] {
        var event = event
        event.name = "e"
        event.namespace = event.namespace.isEmpty ? "default" : event.namespace
        return Validation.errors(for: event, resource: .events, old: nil).map(\.message)
    }

    @Test func `an event stands where the object stands that it is about`() {
        #expect(messages(["involvedObject": ["namespace": "default"]]) == [])
        #expect(messages(["involvedObject": [:]]) == [])
        #expect(
            messages(["involvedObject": ["namespace": "dev"]]) == [
                #"involvedObject.namespace: Invalid value: "dev": does not match event.namespace"#
            ])
    }

    @Test func `an event of one exact time says who reports what`() {
        #expect(
            messages(["eventTime": "2026-01-01T00:00:00.000000Z", "reportingComponent": "a", "reason": "b"]) == [
                "reportingInstance: Required value", "action: Required value",
            ])
    }
}

struct EndpointsRulesTests {
    @Test func `an address is looked at twice`() {
        let endpoints: Object = [
            "metadata": ["name": "e", "namespace": "default"],
            "subsets": [
                [
                    "addresses": [["ip": "x"], ["ip": "0.0.0.0"]],
                    "ports": [["port": 80, "protocol": "TCP", "appProtocol": "a b"]],
                ]
            ],
        ]
        let part =
            "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')"
        #expect(
            Validation.errors(for: endpoints, resource: .endpoints, old: nil).map(\.message) == [
                #"subsets[0].addresses[0].ip: Invalid value: "x": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)"#,
                #"subsets[0].addresses[0].ip: Invalid value: "x": must be a valid IP address"#,
                #"subsets[0].addresses[1].ip: Invalid value: "0.0.0.0": may not be unspecified (0.0.0.0)"#,
                #"subsets[0].ports[0].appProtocol: Invalid value: "a b": \#(part)"#,
            ])
    }
}
